"""What the sections of a fiche are chosen from: axes, structures and their posts, territories; one statement each."""

from __future__ import annotations

from uuid import UUID

from backend.queries.lecture import Ligne, ligne, lignes

LIGNES_MAX = 5000
"""Of a list to choose from; beyond, a code is typed."""


async def axes_de(feuille: UUID) -> list[Ligne]:
    """Headings of a roadmap that number fiches, in order."""
    return await lignes(
        "SELECT id, rang, titre, transversal FROM axe WHERE feuille_de_route = {} AND parent IS NULL "
        "AND supprime_le IS NULL ORDER BY rang",
        feuille,
    )


async def structures() -> list[Ligne]:
    """Every organisation, by name."""
    return await lignes(
        "SELECT id, code, nom FROM structure WHERE supprime_le IS NULL ORDER BY nom, code LIMIT {}", LIGNES_MAX
    )


async def postes() -> list[Ligne]:
    """Every post, with the structure it belongs to."""
    return await lignes(
        "SELECT p.id, p.code, p.fonction, p.structure FROM poste p WHERE p.supprime_le IS NULL "
        "ORDER BY p.fonction, p.code LIMIT {}",
        LIGNES_MAX,
    )


async def territoires_de(gouvernance: UUID, fiche: UUID | None) -> list[Ligne]:
    """Territories of a governance and what they hold, those above it, and those a fiche already names."""
    return await lignes(
        "WITH RECURSIVE dedans(id) AS (SELECT territoire FROM gouvernance WHERE id = {} "
        "UNION SELECT t.id FROM territoire t JOIN dedans d ON t.parent = d.id), "
        "autour(id) AS (SELECT territoire FROM gouvernance WHERE id = {} "
        "UNION SELECT t.parent FROM territoire t JOIN autour a ON t.id = a.id WHERE t.parent IS NOT NULL) "
        "SELECT t.id, t.code, t.nom, t.type FROM territoire t WHERE t.supprime_le IS NULL AND (t.id IN "
        "(SELECT id FROM dedans) OR t.id IN (SELECT id FROM autour) OR t.id IN "
        "(SELECT territoire FROM fiche_territoire WHERE fiche_action = {})) ORDER BY t.nom, t.code LIMIT {}",
        gouvernance,
        gouvernance,
        fiche,
        LIGNES_MAX,
    )


async def ecritures_de(fiche: UUID, limite: int = 200) -> list[Ligne]:
    """The last entries of the journal about the fiche, newest first; authors by organisation and function."""
    return await lignes(
        "SELECT j.le, j.action, j.champ, j.avant, j.apres, s.nom AS structure, p.fonction FROM entree_journal j "
        "LEFT JOIN compte c ON c.identifiant = j.acteur LEFT JOIN structure s ON s.id = c.structure "
        "LEFT JOIN poste p ON p.id = c.poste WHERE j.concept = 'fiche_action' AND j.objet = {} "
        "ORDER BY j.le DESC, j.champ NULLS FIRST LIMIT {}",
        fiche,
        limite,
    )


async def derniere_ecriture(fiche: UUID) -> Ligne | None:
    """The last entry of the journal about the fiche."""
    return next(iter(await ecritures_de(fiche, 1)), None)


async def etat_de_feuille(feuille: UUID) -> Ligne | None:
    """State of a roadmap, since when, and whether a text of it is published."""
    return await ligne(
        "SELECT f.etat, f.mot_niveau_1, e.date_edtf, e.date_premier, e.date_dernier, e.date_recu, "
        "(SELECT COUNT(*) FROM version_publiee v WHERE v.feuille_de_route = f.id) AS versions "
        "FROM feuille_de_route f LEFT JOIN etape e ON e.feuille_de_route = f.id AND e.etat = f.etat "
        "WHERE f.id = {} ORDER BY e.date_premier DESC NULLS LAST LIMIT 1",
        feuille,
    )
