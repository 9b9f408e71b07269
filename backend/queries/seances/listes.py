"""Items of agendas and attendance as lists, and one of each: what the API reads."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from backend.queries.filtres import choix, exemples, vers
from backend.queries.lecture import Ligne
from backend.queries.listes import Liste
from backend.queries.references import charger
from backend.queries.reunions import lire_reunion
from backend.queries.reunions.droits import droits_a_la_reunion
from backend.queries.seances.objets import objets_de
from backend.queries.seances.points import suites_de
from backend.queries.seances.presences import presences_de, sieges_de
from backend.queries.valeurs import Forme, former, former_toutes
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import EtatPoint, EtatPresence, NaturePoint
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.seances import Pointage, compter_quorum

_REUNION = "reunion.code AS reunion_code, reunion.titre AS reunion_nom"
_POINT = Forme(mots={"nature": NaturePoint, "etat": EtatPoint}, refs=("reunion", "reporte_de"))
_COLONNES_POINT = (
    f"point_ordre_du_jour.*, {_REUNION}, NULL AS reporte_de_code, avant.titre AS reporte_de_nom, "
    "structure.code AS structure_code, structure.nom AS structure_nom"
)
_JOINTURES_POINT = (
    "JOIN reunion ON reunion.id = point_ordre_du_jour.reunion "
    "LEFT JOIN structure ON structure.id = point_ordre_du_jour.presentateur "
    "LEFT JOIN point_ordre_du_jour avant ON avant.id = point_ordre_du_jour.reporte_de"
)
_PRESENCE = Forme(mots={"etat": EtatPresence}, refs=("reunion", "siege", "structure", "represente_par"))
_COLONNES_PRESENCE = (
    f"presence.*, {_REUNION}, structure.code AS structure_code, structure.nom AS structure_nom, "
    "NULL AS siege_code, COALESCE(sien.nom, sa.nom, g.libelle) AS siege_nom, "
    "NULL AS represente_par_code, COALESCE(autre.nom, son.nom, m.libelle) AS represente_par_nom"
)
_JOINTURES_PRESENCE = (
    "JOIN reunion ON reunion.id = presence.reunion LEFT JOIN structure ON structure.id = presence.structure "
    "LEFT JOIN siege g ON g.id = presence.siege LEFT JOIN structure sien ON sien.id = g.structure "
    "LEFT JOIN poste gp ON gp.id = g.poste LEFT JOIN structure sa ON sa.id = gp.structure "
    "LEFT JOIN siege m ON m.id = presence.represente_par LEFT JOIN structure autre ON autre.id = m.structure "
    "LEFT JOIN poste mp ON mp.id = m.poste LEFT JOIN structure son ON son.id = mp.structure"
)


async def lire_point(acteur: Acteur, reference: str | UUID, au: date) -> Ligne:
    """One item, what it is about and where it went on. Seven statements. Raises NonTrouve."""
    rangee = await charger(
        acteur, "point_ordre_du_jour", reference, colonnes=_COLONNES_POINT, jointures=_JOINTURES_POINT
    )
    cle, reunion = rangee["id"], await charger(acteur, "reunion", rangee["reunion"])
    objets = (await objets_de(acteur, reunion["id"])).get(cle, [])
    suite = (await suites_de(acteur, [cle])).get(cle)
    return {
        **_point(rangee),
        "objets": [{"genre": o["genre"], "id": o["cle"], "code": o["code"], "nom": o["titre"]} for o in objets],
        "reporte_a": {"id": suite["reunion"], "code": suite["reunion_code"], "nom": suite["reunion_titre"]}
        if suite
        else None,
        "au": au,
        "droits": await droits_a_la_reunion(acteur, reunion),
    }


async def lire_presence(acteur: Acteur, reference: str | UUID, au: date) -> Ligne:
    """What is said of one seat or guest. Three statements. Raises NonTrouve."""
    rangee = await charger(acteur, "presence", reference, colonnes=_COLONNES_PRESENCE, jointures=_JOINTURES_PRESENCE)
    reunion = await charger(acteur, "reunion", rangee["reunion"])
    return {**former(rangee, _PRESENCE), "au": au, "droits": await droits_a_la_reunion(acteur, reunion)}


async def lire_quorum_et_reunion(acteur: Acteur, reference: str | UUID, au: date) -> Ligne:
    """The whole meeting, with ``quorum`` when its body asks for one. Nine statements. Raises NonTrouve."""
    reunion = await lire_reunion(acteur, reference, au)
    brute = await charger(
        acteur,
        "reunion",
        reunion["id"],
        colonnes="reunion.*, instance.quorum",
        jointures="LEFT JOIN instance ON instance.id = reunion.instance",
    )
    sieges, presences = await sieges_de(brute, au), await presences_de(brute["id"])
    return {**reunion, "quorum": _quorum(brute["quorum"], sieges, presences)}


def _quorum(requis: int | None, sieges: list[Ligne], presences: list[Ligne]) -> dict[str, Any] | None:
    """``alerte`` says why it can never be reached; then nothing is counted."""
    if requis is None:
        return None
    dits = {p["siege"]: Pointage(EtatPresence(p["etat"])) for p in presences if p["siege"]}
    voix = [s["id"] for s in sieges if s["voix"]]
    vide = {"requis": requis, "voix": len(voix), "presents": 0, "representes": 0, "atteint": False, "alerte": None}
    try:
        q = compter_quorum(requis, voix, dits)
    except RegleViolee as impossible:
        return {**vide, "alerte": str(impossible)}
    return {**vide, "presents": q.presents, "representes": q.representes, "atteint": bool(q.atteint)}


def _point(rangee: Ligne) -> Ligne:
    point = former(rangee, _POINT)
    code, nom = point.pop("structure_code"), point.pop("structure_nom")
    if point["presentateur"]:
        point["presentateur"] = {"id": point["presentateur"], "code": code, "nom": nom}
    return point


async def _points(acteur: Acteur, au: date, rangees: list[Ligne]) -> list[Ligne]:
    return [_point(r) for r in rangees]


async def _presences(acteur: Acteur, au: date, rangees: list[Ligne]) -> list[Ligne]:
    return former_toutes(rangees, _PRESENCE)


POINTS = Liste(
    table="point_ordre_du_jour",
    colonnes=_COLONNES_POINT,
    jointures=_JOINTURES_POINT,
    filtres={
        "reunion": vers("reunion", "point_ordre_du_jour.reunion = §", "Réunion, par clé ou code."),
        "nature": choix(NaturePoint, "point_ordre_du_jour.nature", "Ce que le point demande à la réunion."),
        "etat": choix(EtatPoint, "point_ordre_du_jour.etat", "Où en est le point."),
        "exemple": exemples("point_ordre_du_jour"),
    },
    tris={
        "rang": ("reunion.code", "point_ordre_du_jour.rang"),
        "maj": ("point_ordre_du_jour.maj_le",),
    },
    completer=_points,
)
PRESENCES = Liste(
    table="presence",
    colonnes=_COLONNES_PRESENCE,
    jointures=_JOINTURES_PRESENCE,
    filtres={
        "reunion": vers("reunion", "presence.reunion = §", "Réunion, par clé ou code."),
        "structure": vers("structure", "COALESCE(presence.structure, g.structure, gp.structure) = §", "Structure."),
        "etat": choix(EtatPresence, "presence.etat", "Ce qui est dit de la présence."),
        "exemple": exemples("presence"),
    },
    tris={"rang": ("reunion.code", "presence.rang"), "maj": ("presence.maj_le",)},
    completer=_presences,
)
