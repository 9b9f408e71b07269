"""Fiches of published versions: open with the governance, and nothing more than what the frozen text says of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from backend.queries.lecture import Ligne, gouvernance_lisible, ligne, lignes, parmi
from exports.payloads import FicheDoc
from fne_roadmaps.domain.droits import Acteur, Droit
from fne_roadmaps.domain.enums import EtatFeuille
from fne_roadmaps.domain.errors import NonTrouve
from fne_roadmaps.domain.textes import replier

QUOI = "Cette fiche publiée"
_GARDEES = 400
"""Versions whose fiches stay in memory: a published text never changes."""
_LUES: dict[UUID, tuple[FichePubliee, ...]] = {}


@dataclass(frozen=True, slots=True)
class FichePubliee:
    """One fiche of a frozen text, for a list. ``recherche`` is its folded text."""

    numero: str
    titre: str
    axe: str | None
    exemple: bool
    recherche: str


@dataclass(frozen=True, slots=True)
class VersionLue:
    """The last published version of a roadmap, with the fiches of it that answer the search."""

    version: Ligne
    fiches: tuple[FichePubliee, ...]


_VERSIONS = (
    "SELECT v.id, v.numero, v.etat, v.date_edtf, v.date_premier, v.date_dernier, v.date_recu, f.id AS feuille, "
    "f.code AS feuille_code, f.titre AS feuille_titre, f.mot_niveau_1, g.id AS gouvernance, "
    "g.code AS gouvernance_code, g.nom AS gouvernance_nom, g.type AS gouvernance_type, "
    "t.code AS territoire_code, t.nom AS territoire "
    "FROM version_publiee v "
    "JOIN feuille_de_route f ON f.id = v.feuille_de_route JOIN gouvernance g ON g.id = f.gouvernance "
    "JOIN territoire t ON t.id = g.territoire WHERE f.supprime_le IS NULL AND g.supprime_le IS NULL AND "
)
_DERNIERE = "v.numero = (SELECT MAX(w.numero) FROM version_publiee w WHERE w.feuille_de_route = v.feuille_de_route)"


async def chercher_fiches_publiees(
    acteur: Acteur, mots: Sequence[str], gouvernance: str | None
) -> tuple[list[VersionLue], list[Ligne]]:
    """Fiches of the last versions that hold every word (folded), by roadmap; and every version one may choose from.

    Two statements at most: the second reads the texts not read yet.
    """
    lisible = gouvernance_lisible(acteur, "g")
    versions = await lignes(f"{_VERSIONS}{_DERNIERE} AND {lisible.sql} ORDER BY t.code, f.code", *lisible.valeurs)
    choisies = [v for v in versions if gouvernance in (None, v["gouvernance_code"])]
    lues = await _lire([v["id"] for v in choisies])
    trouvees = [
        VersionLue(v, tuple(f for f in lues[v["id"]] if all(mot in f.recherche for mot in mots))) for v in choisies
    ]
    return [v for v in trouvees if v.fiches], versions


async def _lire(cles: Collection[UUID]) -> dict[UUID, tuple[FichePubliee, ...]]:
    manquent = [cle for cle in cles if cle not in _LUES]
    neuves: dict[UUID, tuple[FichePubliee, ...]] = {}
    if manquent:
        clause = parmi("id", manquent)
        for version in await lignes(f"SELECT id, contenu FROM version_publiee WHERE {clause.sql}", *clause.valeurs):
            neuves[version["id"]] = _fiches(json.loads(version["contenu"]))
    trouvees = {cle: neuves[cle] if cle in neuves else _LUES[cle] for cle in cles}
    if len(_LUES) + len(neuves) > _GARDEES:
        _LUES.clear()
    _LUES.update(neuves)
    return trouvees


def _fiches(contenu: Ligne) -> tuple[FichePubliee, ...]:
    return tuple(
        FichePubliee(
            numero=f["numero"],
            titre=f["titre"],
            axe=axe["titre"],
            exemple=f["exemple"],
            recherche=replier(
                " ".join([f["titre"], *(f[c] or "" for c in ("contexte", "objectifs", "description")), *f["publics"]])
            ),
        )
        for axe in contenu["axes"]
        for f in axe["fiches"]
    )


@dataclass(frozen=True, slots=True)
class FicheDeVersion:
    """A fiche as a published text says it: ``axe`` is the title of its axe; ``version`` tells where it stands."""

    version: Ligne
    fiche: FicheDoc
    axe: str | None


async def lire_fiche_publiee(acteur: Acteur, version: UUID, numero: str) -> FicheDeVersion:
    """One fiche of a version, by its printed number. Two statements. Raises NonTrouve."""
    lisible = gouvernance_lisible(acteur, "g")
    trouvee = await ligne(f"{_VERSIONS}v.id = {{}} AND {lisible.sql}", version, *lisible.valeurs)
    if trouvee is not None:
        texte = await ligne("SELECT contenu, empreinte FROM version_publiee WHERE id = {}", version)
        for axe in json.loads(texte["contenu"])["axes"] if texte else ():
            for fiche in axe["fiches"]:
                if fiche["numero"] == numero:
                    etat = EtatFeuille(trouvee["etat"])
                    return FicheDeVersion({**trouvee, "etat": etat}, FicheDoc.model_validate(fiche), axe["titre"])
    raise NonTrouve(QUOI)


async def fiche_source(feuille: UUID, numero: str) -> Ligne | None:
    """The living fiche a printed number names: signed numbers are never given again. One statement."""
    rang_axe, _, rang = numero.partition(".")
    return await ligne(
        "SELECT f.id, f.titre FROM fiche_action f JOIN axe a ON a.id = f.axe WHERE f.feuille_de_route = {} "
        "AND a.rang = {} AND a.parent IS NULL AND a.supprime_le IS NULL AND f.rang = {} AND f.supprime_le IS NULL",
        feuille,
        int(rang_axe),
        int(rang),
    )


async def feuilles_ou_reprendre(acteur: Acteur) -> list[Ligne]:
    """Roadmaps where the reader may propose a fiche, not closed, with their axes. Two statements."""
    if acteur.systeme:
        droit, valeurs = "1 = 1", ()
    else:
        clause = parmi("f.gouvernance", acteur.gouvernances(Droit.PROPOSER))
        droit, valeurs = clause.sql, clause.valeurs
    feuilles = await lignes(
        "SELECT f.id, f.code, f.titre, f.mot_niveau_1, g.nom AS gouvernance_nom, t.nom AS territoire "
        "FROM feuille_de_route f JOIN gouvernance g ON g.id = f.gouvernance JOIN territoire t ON t.id = g.territoire "
        f"WHERE f.supprime_le IS NULL AND g.supprime_le IS NULL AND f.etat <> {{}} AND {droit} ORDER BY f.code",
        EtatFeuille.CLOSE.value,
        *valeurs,
    )
    clause = parmi("feuille_de_route", [f["id"] for f in feuilles])
    axes = await lignes(
        f"SELECT id, feuille_de_route, rang, titre FROM axe WHERE {clause.sql} AND parent IS NULL "
        "AND supprime_le IS NULL ORDER BY rang",
        *clause.valeurs,
    )
    return [{**f, "axes": [a for a in axes if a["feuille_de_route"] == f["id"]]} for f in feuilles]
