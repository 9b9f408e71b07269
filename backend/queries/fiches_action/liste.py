"""The list of fiches: five statements, whatever the number of fiches, of filters and of roadmaps."""

from __future__ import annotations

from datetime import date

from backend.queries.fiches_action.filtres import FILTRES
from backend.queries.lecture import Clause, Ligne, date_de, lignes, parmi
from backend.queries.listes import Liste
from backend.queries.valeurs import Forme, former
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import Avancement, Instruction, Meteo, Priorite, RoleActeur
from fne_roadmaps.domain.fiches_action import JalonEtat, code_fiche, en_retard, numero, numero_proposition

FORME = Forme(
    mots={"instruction": Instruction, "avancement": Avancement, "priorite": Priorite, "meteo": Meteo},
    dates=("debut", "fin"),
    refs=("feuille_de_route", "axe"),
)
COLONNES = (
    "feuille_de_route.code AS feuille_de_route_code, feuille_de_route.titre AS feuille_de_route_nom, "
    "feuille_de_route.gouvernance, axe.rang AS axe_rang, axe.titre AS axe_nom"
)
JOINTURES = (
    "JOIN feuille_de_route ON feuille_de_route.id = fiche_action.feuille_de_route "
    "LEFT JOIN axe ON axe.id = fiche_action.axe"
)
_NARROW = ", ".join(
    f"fiche_action.{colonne}"
    for colonne in (
        *("id", "version", "cree_le", "maj_le", "exemple", "titre", "rang", "numero_proposition", "instruction"),
        *("avancement", "priorite", "meteo", "en_continu", "nouvelles_le", "progression_declaree", "besoin"),
        *("feuille_de_route", "axe", "debut_edtf", "debut_premier", "debut_dernier", "debut_recu"),
        *("fin_edtf", "fin_premier", "fin_dernier", "fin_recu"),
    )
)


def numero_de_fiche(rangee: Ligne) -> str | None:
    """« 1.3 », or « p12 » before it is numbered; ``axe_rang``, ``rang`` and ``numero_proposition`` are read."""
    if rangee["rang"] is not None and rangee["axe_rang"] is not None:
        return numero(rangee["axe_rang"], rangee["rang"])
    return numero_proposition(rangee["numero_proposition"]) if rangee["numero_proposition"] else None


def code_de_fiche(feuille: str, rangee: Ligne) -> str | None:
    """« 28-2024/1.3 » or « 28-2024/p12 »."""
    trouve = numero_de_fiche(rangee)
    return code_fiche(feuille, trouve) if trouve else None


def former_fiche(rangee: Ligne) -> Ligne:
    """A row with its number, its code, and its roadmap and axe as references."""
    feuille, nombre = rangee["feuille_de_route_code"], numero_de_fiche(rangee)
    rangee["axe_code"] = f"{feuille}/{rangee['axe_rang']}" if rangee["axe"] else None
    fiche = former(rangee, FORME)
    fiche["numero"], fiche["code"] = nombre, code_fiche(feuille, nombre) if nombre else None
    return fiche


async def _completer(acteur: Acteur, au: date, rangees: list[Ligne]) -> list[Ligne]:
    """Pilots, territories, milestones and lateness: three statements."""
    cles = [r["id"] for r in rangees]
    pilotes = await _attachees(
        "SELECT x.fiche_action, s.id, s.code, s.nom, p.fonction FROM acteur x JOIN structure s ON s.id = x.structure "
        "LEFT JOIN poste p ON p.id = x.poste",
        Clause("x.role = {}", (RoleActeur.PILOTE.value,)) & parmi("x.fiche_action", cles),
        "x.rang",
    )
    territoires = await _attachees(
        "SELECT x.fiche_action, t.id, t.code, t.nom FROM fiche_territoire x JOIN territoire t ON t.id = x.territoire",
        parmi("x.fiche_action", cles),
        "x.rang",
    )
    jalons = await _attachees(
        "SELECT x.fiche_action, x.titre, x.date_edtf, x.date_premier, x.date_dernier, x.date_recu, x.fait_le "
        "FROM jalon x",
        parmi("x.fiche_action", cles),
        "x.rang",
    )
    completes = []
    for fiche in map(former_fiche, rangees):
        cle = fiche["id"].int
        siens = [(j["titre"], date_de(j), j["fait_le"]) for j in jalons.get(cle, ())]
        fiche["pilotes"] = pilotes.get(cle, [])
        fiche["territoires"] = territoires.get(cle, [])
        fiche["jalons"] = [{"titre": titre, "date": quand, "fait_le": fait_le} for titre, quand, fait_le in siens]
        etats = [JalonEtat(quand, fait=False) for _, quand, fait_le in siens if fait_le is None]
        fiche["retard"] = en_retard(fiche["instruction"], fiche["avancement"], fiche["fin"], etats, au)
        completes.append(fiche)
    return completes


async def _attachees(select: str, clause: Clause, ordre: str) -> dict[int, list[Ligne]]:
    """Rows of a list by fiche, in order, without the key of the fiche: its number groups them, a UUID hashes slowly."""
    groupes: dict[int, list[Ligne]] = {}
    for rangee in await lignes(f"{select} WHERE {clause.sql} ORDER BY {ordre}", *clause.valeurs):
        groupes.setdefault(rangee.pop("fiche_action").int, []).append(rangee)
    return groupes


_PRIORITES = (
    "CASE fiche_action.priorite "
    + " ".join(f"WHEN '{priorite.value}' THEN {rang}" for rang, priorite in enumerate(Priorite))
    + " END?"
)
"""From the highest to the lowest."""

FICHES = Liste(
    table="fiche_action",
    colonnes=f"{_NARROW}, {COLONNES}",
    jointures=JOINTURES,
    filtres=FILTRES,
    tris={
        "numero": ("feuille_de_route.code", "axe.rang?", "fiche_action.rang?", "fiche_action.numero_proposition?"),
        "titre": ("fiche_action.recherche?",),
        "avancement": ("fiche_action.avancement",),
        "debut": ("fiche_action.debut_premier?",),
        "fin": ("fiche_action.fin_dernier?",),
        "nouvelles": ("fiche_action.nouvelles_le?",),
        "besoin": ("fiche_action.besoin?",),
        "maj": ("fiche_action.maj_le",),
        "priorite": (_PRIORITES,),
    },
    completer=_completer,
)
