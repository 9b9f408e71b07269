"""The minutes of one meeting, as far as the reader may see them.

Who follows the meeting reads them from the first word; once published, whoever may read the governance does too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.queries.comptes_rendus.contenu import contenu_a_figer, contenu_date
from backend.queries.lecture import Ligne, gouvernance_lisible, ligne, lignes, reunion_suivie
from backend.queries.reunions.droits import droits_a_la_reunion
from backend.queries.valeurs import Forme, former_toutes
from exports.payloads import ReunionDoc
from fne_roadmaps.domain.droits import Acteur, Droit, peut_amender
from fne_roadmaps.domain.enums import EtatAmendement, EtatCompteRendu
from fne_roadmaps.domain.errors import NonTrouve

QUOI = "Ce compte rendu"


@dataclass(frozen=True, slots=True)
class CompteRenduVue:
    """``compte_rendu`` is the row; ``doc`` the text of the version asked for, ``precedent`` that of the one before.

    ``versions`` are newest first. ``amendements`` are for who follows the meeting.
    """

    compte_rendu: Ligne
    reunion: Ligne
    doc: ReunionDoc
    precedent: ReunionDoc | None
    version: Ligne | None
    versions: list[Ligne]
    amendements: list[Ligne]
    points: list[Ligne]
    suivantes: list[Ligne]
    droits: frozenset[Droit]
    amende: bool


async def charger_compte_rendu(acteur: Acteur, cle: UUID) -> Ligne:
    """The stored minutes. Raises NonTrouve."""
    suivie, lisible = reunion_suivie(acteur, "r"), gouvernance_lisible(acteur, "g")
    trouve = await ligne(
        "SELECT c.* FROM compte_rendu c JOIN reunion r ON r.id = c.reunion JOIN gouvernance g ON g.id = r.gouvernance "
        f"WHERE c.id = {{}} AND c.supprime_le IS NULL AND (({suivie.sql}) OR (c.etat = {{}} AND ({lisible.sql})))",
        cle,
        *suivie.valeurs,
        EtatCompteRendu.PUBLIE.value,
        *lisible.valeurs,
    )
    if trouve is None:
        raise NonTrouve(QUOI)
    return trouve


async def compte_rendu_de(reunion: UUID) -> Ligne | None:
    """The minutes of a meeting already found, if any. One statement."""
    return await ligne(
        "SELECT id, etat, version, diffuse_le FROM compte_rendu WHERE reunion = {} AND supprime_le IS NULL", reunion
    )


async def lire_compte_rendu(acteur: Acteur, cle: UUID, au: date, numero: int | None = None) -> CompteRenduVue:
    """The minutes, at a version, else at the last one; drafted, as they would go out today. Raises NonTrouve."""
    rendu = await charger_compte_rendu(acteur, cle)
    reunion = await ligne("SELECT * FROM reunion WHERE id = {}", rendu["reunion"])
    if reunion is None:
        raise NonTrouve(QUOI)
    droits = await droits_a_la_reunion(acteur, reunion)
    versions = await lignes(
        "SELECT numero, etat, charge, empreinte, motif, cree_le FROM version_compte_rendu WHERE compte_rendu = {} "
        "ORDER BY numero DESC",
        cle,
    )
    for rang, version in enumerate(versions):
        version["derniere"] = rang == 0
    suit = Droit.SUIVRE in droits
    brouillon = rendu["etat"] == EtatCompteRendu.BROUILLON
    choisie = next((v for v in versions if v["numero"] == numero), None) if numero else None
    if numero and choisie is None:
        raise NonTrouve("Cette version du compte rendu")
    if choisie is None and not brouillon:
        choisie = versions[0]
    vif = await contenu_a_figer(acteur, rendu, au) if choisie is None else None
    approuve_a = await _nom_de(acteur, rendu["approuve_a"])
    avant = next((v for v in versions if choisie and v["numero"] == choisie["numero"] - 1), None)
    return CompteRenduVue(
        compte_rendu=rendu,
        reunion=reunion,
        doc=contenu_date(rendu, choisie, vif, approuve_a),
        precedent=contenu_date(rendu, avant, None, None) if avant else None,
        version=choisie,
        versions=versions,
        amendements=await _amendements(cle) if suit else [],
        points=await _points(reunion["id"]) if suit else [],
        suivantes=await _suivantes(acteur, reunion) if Droit.REUNIR in droits else [],
        droits=droits,
        amende=suit and peut_amender(acteur, droits, present=await present_a_la_reunion(acteur, reunion)),
    )


async def present_a_la_reunion(acteur: Acteur, reunion: Ligne) -> bool:
    """The reader's organisation was at the meeting, in a seat or as a guest, present or represented. One statement."""
    if acteur.structure is None:
        return False
    trouvee = await ligne(
        "SELECT 1 AS oui FROM presence p LEFT JOIN siege s ON s.id = p.siege LEFT JOIN poste q ON q.id = s.poste "
        "WHERE p.reunion = {} AND p.supprime_le IS NULL AND p.etat IN ('present', 'represente', 'invite') "
        "AND {} IN (p.structure, s.structure, q.structure) LIMIT 1",
        reunion["id"],
        acteur.structure,
    )
    return trouvee is not None


async def _amendements(compte_rendu: UUID) -> list[Ligne]:
    rangees = await lignes(
        "SELECT a.id, a.version, a.auteur, a.demande, a.texte_propose, a.etat, a.reponse, a.cree_le, a.point, p.rang, "
        "p.titre, p.notes FROM amendement a LEFT JOIN point_ordre_du_jour p ON p.id = a.point "
        "WHERE a.compte_rendu = {} AND a.supprime_le IS NULL ORDER BY a.cree_le, a.id",
        compte_rendu,
    )
    return former_toutes(rangees, Forme(mots={"etat": EtatAmendement}))


async def _points(reunion: UUID) -> list[Ligne]:
    return await lignes(
        "SELECT id, rang, titre, notes FROM point_ordre_du_jour WHERE reunion = {} AND supprime_le IS NULL "
        "AND etat <> 'retire' ORDER BY rang, id",
        reunion,
    )


async def _suivantes(acteur: Acteur, reunion: Ligne) -> list[Ligne]:
    """Meetings of the same body that may approve these minutes: those after it, nearest first. One statement."""
    if not reunion["instance"]:
        return []
    suivie = reunion_suivie(acteur, "r")
    return await lignes(
        "SELECT r.id, r.code, r.titre, r.date_edtf, r.date_premier, r.date_dernier, r.date_recu FROM reunion r "
        f"WHERE r.instance = {{}} AND r.id <> {{}} AND r.supprime_le IS NULL AND {suivie.sql} "
        "AND r.date_premier >= {} ORDER BY r.date_premier, r.code LIMIT 10",
        reunion["instance"],
        reunion["id"],
        *suivie.valeurs,
        reunion["date_premier"],
    )


async def _nom_de(acteur: Acteur, reunion: UUID | None) -> str | None:
    """« COPIL du … » is for the page; a document names the meeting by its title and code."""
    if reunion is None:
        return None
    trouvee = await ligne("SELECT code, titre FROM reunion WHERE id = {}", reunion)
    return f"{trouvee['titre']} ({trouvee['code']})" if trouvee else None


async def compte_rendu_de_l_amendement(amendement: UUID) -> tuple[UUID, int]:
    """The key of the minutes a change was asked for in, and the version of that demand; rights come after.

    Raises NonTrouve.
    """
    trouve = await ligne(
        "SELECT compte_rendu, version FROM amendement WHERE id = {} AND supprime_le IS NULL", amendement
    )
    if trouve is None:
        raise NonTrouve("Cet amendement")
    return UUID(str(trouve["compte_rendu"])), int(trouve["version"])
