"""Reading roadmaps and their axes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from backend.queries.fiches_action.suivi import SuiviAxe, suivi_par_axe
from backend.queries.filtres import choix, entier, exemples, oui_non, vers
from backend.queries.lecture import Clause, Ligne, lignes, par_cle, parmi
from backend.queries.listes import Liste
from backend.queries.references import charger
from backend.queries.valeurs import Forme, former, former_toutes
from backend.queries.versions import versions_de
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_gouvernance
from fne_roadmaps.domain.enums import EtatFeuille, Perimetre, TypeAppui

FORME = Forme(mots={"etat": EtatFeuille, "perimetre": Perimetre}, refs=("gouvernance",))
COLONNES = "feuille_de_route.*, gouvernance.code AS gouvernance_code, gouvernance.nom AS gouvernance_nom"
JOINTURES = "JOIN gouvernance ON gouvernance.id = feuille_de_route.gouvernance"
# What only those who follow the governance read: the text in progress and the notes.
RESERVES = ("avant_propos", "comitologie_chapo", "note")

AXES_COLONNES = (
    "axe.*, feuille_de_route.code AS feuille_de_route_code, feuille_de_route.titre AS feuille_de_route_nom, "
    "feuille_de_route.gouvernance, p.rang AS parent_rang, p.titre AS parent_nom"
)
AXES_JOINTURES = (
    "JOIN feuille_de_route ON feuille_de_route.id = axe.feuille_de_route LEFT JOIN axe p ON p.id = axe.parent"
)


async def lire_feuille(acteur: Acteur, reference: str | UUID, au: date) -> Ligne:
    """The whole roadmap: identity, state and versions for every account, the rest for those who follow it.

    A fixed number of statements. Raises NonTrouve.
    """
    rangee = await charger(acteur, "feuille_de_route", reference, colonnes=COLONNES, jointures=JOINTURES)
    cle = rangee["id"]
    droits = droits_sur_gouvernance(acteur, rangee["gouvernance"])
    suivie = Droit.SUIVRE in droits
    suivis = await suivi_par_axe([cle], au)
    return {
        **former(rangee, FORME),
        **({} if suivie else dict.fromkeys(RESERVES)),
        "territoires": await _territoires(cle),
        "appuis": await _appuis(cle),
        "signataires": await _signataires(cle),
        "etapes": await _etapes(cle),
        "versions": former_toutes(await versions_de(cle), Forme(mots={"etat": EtatFeuille}, dates=("date",))),
        "axes": await _axes(cle, suivis) if suivie else None,
        "suivi": _total(suivis.values()) if suivie else None,
        "au": au,
        "droits": droits,
    }


def _total(suivis: Iterable[SuiviAxe]) -> SuiviAxe:
    return sum(suivis, SuiviAxe())


async def _territoires(feuille: UUID) -> list[Ligne]:
    return await lignes(
        "SELECT t.id, t.code, t.nom FROM feuille_territoire x JOIN territoire t ON t.id = x.territoire "
        "WHERE x.feuille_de_route = {} ORDER BY x.rang",
        feuille,
    )


async def _appuis(feuille: UUID) -> list[Ligne]:
    rangees = await lignes(
        "SELECT type, intitule, source FROM appui WHERE feuille_de_route = {} ORDER BY rang", feuille
    )
    return former_toutes(rangees, Forme(mots={"type": TypeAppui}))


async def _signataires(feuille: UUID) -> list[Ligne]:
    rangees = await lignes(
        "SELECT g.structure, s.code AS structure_code, s.nom AS structure_nom, g.qualite, g.mandat, g.source "
        "FROM signataire g JOIN structure s ON s.id = g.structure WHERE g.feuille_de_route = {} ORDER BY g.rang",
        feuille,
    )
    return former_toutes(rangees, Forme(refs=("structure",)))


async def _etapes(feuille: UUID) -> list[Ligne]:
    rangees = await lignes(
        "SELECT etat, occasion, source, date_edtf, date_premier, date_dernier, date_recu FROM etape "
        "WHERE feuille_de_route = {} AND supprime_le IS NULL ORDER BY cree_le, id",
        feuille,
    )
    return former_toutes(rangees, Forme(mots={"etat": EtatFeuille}, dates=("date",)))


async def _axes(feuille: UUID, suivis: dict[tuple[UUID, UUID | None], SuiviAxe]) -> list[Ligne]:
    rangees = await lignes(
        f"SELECT {AXES_COLONNES} FROM axe {AXES_JOINTURES} "
        "WHERE axe.feuille_de_route = {} AND axe.supprime_le IS NULL ORDER BY axe.parent IS NOT NULL, axe.rang",
        feuille,
    )
    return [{**a, "suivi": suivis.get((feuille, a["id"]), SuiviAxe())} for a in map(former_axe, rangees)]


def former_axe(rangee: Ligne) -> Ligne:
    """An axe with its code (« 28-2024/1 »; none under another axe) and its parent as a reference."""
    base = rangee["feuille_de_route_code"]
    parent_code = f"{base}/{rangee['parent_rang']}" if rangee["parent"] else None
    axe = former({**rangee, "parent_code": parent_code}, Forme(refs=("feuille_de_route", "parent")))
    return {**axe, "code": None if rangee["parent"] else f"{base}/{rangee['rang']}"}


async def lire_axe(acteur: Acteur, reference: str | UUID, au: date) -> Ligne:
    """The whole axe with its progress on that day. Two statements. Raises NonTrouve."""
    rangee = await charger(acteur, "axe", reference, colonnes=AXES_COLONNES, jointures=AXES_JOINTURES)
    feuille = rangee["feuille_de_route"]
    suivis = await suivi_par_axe([feuille], au)
    return {
        **former_axe(rangee),
        "suivi": suivis.get((feuille, rangee["id"]), SuiviAxe()),
        "au": au,
        "droits": droits_sur_gouvernance(acteur, rangee["gouvernance"]),
    }


async def _completer_feuilles(acteur: Acteur, au: date, rangees: list[Ligne]) -> list[Ligne]:
    """Stages and counts, one statement each; counts are for those who follow the governance."""
    suivies = [r["id"] for r in rangees if Droit.SUIVRE in droits_sur_gouvernance(acteur, r["gouvernance"])]
    suivis: dict[UUID, list[SuiviAxe]] = {cle: [] for cle in suivies}
    for (feuille, _), suivi in (await suivi_par_axe(suivies, au)).items():
        suivis[feuille].append(suivi)
    clause = parmi("feuille_de_route", [r["id"] for r in rangees])
    etapes = await lignes(
        "SELECT feuille_de_route, etat, occasion, date_edtf, date_premier, date_dernier, date_recu FROM etape "
        f"WHERE supprime_le IS NULL AND {clause.sql} ORDER BY cree_le, id",
        *clause.valeurs,
    )
    par_feuille = par_cle(former_toutes(etapes, Forme(mots={"etat": EtatFeuille}, dates=("date",))), "feuille_de_route")
    return [
        {
            **feuille,
            **_dernier_etat(feuille["etat"], par_feuille.get(feuille["id"], [])),
            "suivi": _total(suivis[feuille["id"]]) if feuille["id"] in suivis else None,
        }
        for feuille in former_toutes(rangees, FORME)
    ]


def _dernier_etat(etat: EtatFeuille, etapes: list[Ligne]) -> dict[str, Any]:
    """When and on which occasion the roadmap entered its present state, as known."""
    entree = next((e for e in reversed(etapes) if e["etat"] is etat), None)
    return {"date_etat": entree and entree["date"], "occasion": entree and entree["occasion"]}


async def _completer_axes(acteur: Acteur, au: date, rangees: list[Ligne]) -> list[Ligne]:
    """Progress, in one statement for all the roadmaps concerned."""
    suivis = await suivi_par_axe({r["feuille_de_route"] for r in rangees}, au)
    return [
        {**axe, "suivi": suivis.get((rangee["feuille_de_route"], axe["id"]), SuiviAxe())}
        for axe, rangee in zip(map(former_axe, rangees), rangees, strict=True)
    ]


FEUILLES = Liste(
    table="feuille_de_route",
    colonnes=COLONNES,
    jointures=JOINTURES,
    filtres={
        "gouvernance": vers("gouvernance", "feuille_de_route.gouvernance = §", "Gouvernance, par clé ou code."),
        "etat": choix(EtatFeuille, "feuille_de_route.etat", "État."),
        "perimetre": choix(Perimetre, "feuille_de_route.perimetre", "Périmètre."),
        "annee": entier(1900, 2200, lambda an, au: Clause("feuille_de_route.annee = {}", (an,)), "Année du code."),
        "territoire": vers(
            "territoire",
            "EXISTS (SELECT 1 FROM feuille_territoire x WHERE x.feuille_de_route = feuille_de_route.id "
            "AND x.territoire = §)",
            "Territoire couvert, par clé ou code.",
        ),
        "exemple": exemples("feuille_de_route"),
    },
    tris={
        "code": ("feuille_de_route.code",),
        "annee": ("feuille_de_route.annee",),
        "etat": ("feuille_de_route.etat",),
        "maj": ("feuille_de_route.maj_le",),
    },
    completer=_completer_feuilles,
)

AXES = Liste(
    table="axe",
    colonnes=AXES_COLONNES,
    jointures=AXES_JOINTURES,
    filtres={
        "feuille_de_route": vers("feuille_de_route", "axe.feuille_de_route = §", "Feuille de route, par clé ou code."),
        "transversal": oui_non(lambda au: Clause("axe.transversal = {}", (True,)), "Axes transversaux."),
        "exemple": exemples("axe"),
    },
    tris={"rang": ("feuille_de_route.code", "axe.rang"), "maj": ("axe.maj_le",)},
    completer=_completer_axes,
)
