"""The agenda: the meetings a selection holds, and what a calendar file makes of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from backend.queries.agendas import (
    Adresses,
    Portee,
    agenda,
    portee_generale,
    portee_gouvernance,
    portee_instance,
    portee_reunion,
)
from backend.queries.lecture import TOUT, Clause, Ligne, gouvernance_suivie, ligne, reunion_suivie
from backend.queries.references import cle_de
from backend.queries.vues.gouvernances import gouvernances
from backend.queries.vues.reunions import a_venir, reunions
from exports.ical.placement import placer
from exports.payloads import AgendaDoc
from fne_roadmaps.domain.dates import ajouter_mois
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import EtatReunion, TypeInstance
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee

TOUTES = "toutes"
"""Value of ``periode`` that asks for every meeting, past or to come."""


class VueAgenda(StrEnum):
    """How the same selection is laid out; the list is by month."""

    LISTE = "liste"
    MOIS = "mois"
    INSTANCES = "instances"
    DEPARTEMENTS = "departements"


@dataclass(frozen=True, slots=True)
class FiltreAgenda:
    """What one looks at. ``gouvernance``, ``instance`` and ``reunion`` are codes or keys.

    ``periode`` is a year, ``TOUTES``, or None for what is to come; ``mois``, the first day of a month, goes before it.
    ``a_confirmer`` keeps what is not settled.
    """

    gouvernance: str | None = None
    instance: str | None = None
    reunion: str | None = None
    type: TypeInstance | None = None
    periode: int | str | None = None
    a_confirmer: bool = False
    mois: date | None = None
    vue: VueAgenda = VueAgenda.LISTE


@dataclass(frozen=True, slots=True)
class HorsCalendrier:
    """A meeting no calendar can hold, and why."""

    reunion: Ligne
    raison: str


@dataclass(frozen=True, slots=True)
class AgendaVue:
    """Meetings by date, what the file of the same selection holds, and the choices of the filters.

    ``gouvernance`` is the one chosen.

    ``gouvernances`` are those the reader follows; ``annees`` those of the first and last meetings he may see.
    """

    portee: Portee
    gouvernance: UUID | None
    reunions: list[Ligne]
    evenements: int
    hors_calendrier: list[HorsCalendrier]
    gouvernances: list[Ligne]
    annees: range
    a_confirmer: int


def a_confirmer() -> Clause:
    """Meetings ``r`` not settled: to be dated or confirmed, or whose day is not known; never held or cancelled ones."""
    return Clause(
        "r.etat NOT IN ({}, {}) AND (r.etat IN ({}, {}) OR r.confirmee = {} OR r.date_edtf IS NULL "
        "OR (r.date_edtf NOT LIKE '____-__-__' AND r.date_edtf NOT LIKE '____-__-__/____-__-__'))",
        (
            EtatReunion.ANNULEE.value,
            EtatReunion.TENUE.value,
            EtatReunion.A_DATER.value,
            EtatReunion.REPORTEE.value,
            False,
        ),
    )


def entre(debut: date, fin: date) -> Clause:
    """Meetings ``r`` that are, or may be, between the two days, included; an open date reaches as far as it may."""
    return Clause(
        "(r.date_premier IS NOT NULL OR r.date_dernier IS NOT NULL) "
        "AND (r.date_premier IS NULL OR r.date_premier <= {}) AND (r.date_dernier IS NULL OR r.date_dernier >= {})",
        (fin, debut),
    )


async def portee_choisie(acteur: Acteur, filtre: FiltreAgenda, au: date, nom: str) -> Portee:
    """The scope of a selection, for the page and for its file alike; ``nom`` names the whole.

    Raises RegleViolee for a governance, instance or meeting that does not exist or is not open.
    """
    portee = portee_generale(nom)
    if filtre.gouvernance:
        cle = await cle_de(acteur, "gouvernance", filtre.gouvernance, "gouvernance")
        portee = await portee_gouvernance(acteur, str(cle))
    clause = portee.clause
    if filtre.instance:
        cle = await cle_de(acteur, "instance", filtre.instance, "instance")
        seule = await portee_instance(acteur, str(cle))
        portee, clause = seule, clause & seule.clause
    if filtre.reunion:
        try:
            seule = await portee_reunion(acteur, filtre.reunion)
        except NonTrouve as absente:
            raise RegleViolee("reunion", str(absente)) from None
        return replace(portee, clause=clause & seule.clause)
    if filtre.type:
        clause = clause & Clause("r.instance IN (SELECT id FROM instance WHERE type = {})", (filtre.type.value,))
    return replace(portee, clause=clause & _periode(filtre, au) & (a_confirmer() if filtre.a_confirmer else TOUT))


def _periode(filtre: FiltreAgenda, au: date) -> Clause:
    if filtre.mois:
        return entre(filtre.mois, ajouter_mois(filtre.mois, 1) - timedelta(1))
    if filtre.periode is None:
        return a_venir(au)
    annee = filtre.periode
    return TOUT if annee == TOUTES else entre(date(int(annee), 1, 1), date(int(annee), 12, 31))


async def lire_agenda(acteur: Acteur, filtre: FiltreAgenda, au: date, nom: str) -> AgendaVue:
    """The page of a selection, in a fixed number of statements for a given set of filters."""
    portee = await portee_choisie(acteur, filtre, au, nom)
    trouvees = await reunions(acteur, portee.clause, au)
    par_code = {r["code"]: r for r in trouvees}
    placements = [(doc, placer(doc)) for doc in (await agenda(acteur, portee, contenu=False)).evenements]
    return AgendaVue(
        portee=portee,
        gouvernance=await cle_de(acteur, "gouvernance", filtre.gouvernance, "gouvernance"),
        reunions=trouvees,
        evenements=sum(len(placement.places) for _, placement in placements),
        hors_calendrier=[
            HorsCalendrier(par_code[doc.code], placement.raison)
            for doc, placement in placements
            if placement.raison and doc.code in par_code
        ],
        gouvernances=await gouvernances(acteur, gouvernance_suivie(acteur, "g.id")),
        annees=await _annees(acteur),
        a_confirmer=await _compter(acteur, a_venir(au) & a_confirmer()),
    )


async def lire_calendrier(acteur: Acteur, filtre: FiltreAgenda, au: date, nom: str, adresses: Adresses) -> AgendaDoc:
    """The calendar of the same selection, ready to be written."""
    return await agenda(acteur, await portee_choisie(acteur, filtre, au, nom), adresses)


async def _annees(acteur: Acteur) -> range:
    """Years from the first to the last known day of the meetings the reader may see."""
    visibles = reunion_suivie(acteur, "r")
    trouvee = await ligne(
        "SELECT MIN(r.date_premier) AS debut, MAX(r.date_dernier) AS fin FROM reunion r "
        f"WHERE r.supprime_le IS NULL AND {visibles.sql}",
        *visibles.valeurs,
    )
    if not trouvee or not trouvee["debut"] or not trouvee["fin"]:
        return range(0)
    return range(int(str(trouvee["debut"])[:4]), int(str(trouvee["fin"])[:4]) + 1)


async def _compter(acteur: Acteur, choix: Clause) -> int:
    visibles = reunion_suivie(acteur, "r") & choix
    trouvee = await ligne(
        f"SELECT COUNT(*) AS n FROM reunion r WHERE r.supprime_le IS NULL AND {visibles.sql}", *visibles.valeurs
    )
    return trouvee["n"] if trouvee else 0
