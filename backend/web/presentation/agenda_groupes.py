"""Meetings of the agenda laid out: by month, by instance, by département, or day by day over one month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from uuid import UUID

from backend.queries.lecture import Ligne, date_de
from backend.queries.vues.agenda import VueAgenda
from backend.web import adresses
from backend.web.contexts import GrilleDuMois, GroupeAgenda, JourDeGrille, LigneReunion, Onglet, ReunionDuJour
from backend.web.presentation.mots import lieu_dit, titre_sans_mention
from backend.web.presentation.reunions import ligne_reunion
from exports.formats import majuscule, typographier
from exports.formats.agenda import mois_annee
from fne_roadmaps.domain.dates import NatureDate, ajouter_mois
from fne_roadmaps.domain.enums import EtatReunion

Groupes = tuple[tuple[GroupeAgenda, ...], tuple[LigneReunion, ...]]
"""Groups in order, then what none of them holds."""

_VUES = {
    VueAgenda.LISTE: ("Liste", "list-ul"),
    VueAgenda.MOIS: ("Mois", "calendar3"),
    VueAgenda.INSTANCES: ("Par instance", "diagram-3"),
    VueAgenda.DEPARTEMENTS: ("Par département", "geo-alt"),
}


def presentations(etat: Mapping[str, str], vue: VueAgenda) -> tuple[Onglet, ...]:
    """The same selection otherwise; a month is left when the view is no longer that of one month."""
    reste = {nom: valeur for nom, valeur in etat.items() if nom not in {"vue", "mois"}}
    return tuple(
        Onglet(
            libelle=libelle,
            href=adresses.agenda(reste if v is VueAgenda.LISTE else {**reste, "vue": v.value}),
            icone=icone,
            courant=v is vue,
        )
        for v, (libelle, icone) in _VUES.items()
    )


def par_mois(reunions: Iterable[Ligne], gouvernance: UUID | None) -> Groupes:
    """Months in order with what surely is of them; then what no single month holds."""
    mois: dict[date, list[LigneReunion]] = {}
    sans_mois = []
    for r in reunions:
        premier, ligne = _mois_de(r), ligne_reunion(r, ou=r["gouvernance"] != gouvernance)
        if premier:
            mois.setdefault(premier, []).append(ligne)
        else:
            sans_mois.append(ligne)
    groupes = tuple(
        GroupeAgenda(titre=majuscule(mois_annee(m)), ancre=f"mois-{m:%Y-%m}", reunions=tuple(lignes), du_mois=True)
        for m, lignes in mois.items()
    )
    return groupes, tuple(sans_mois)


def par_instance(reunions: Iterable[Ligne], gouvernance: UUID | None) -> Groupes:
    """Instances by code, under the name of their governance unless it is the one chosen; then what has none."""

    def titre(r: Ligne) -> str:
        nom = typographier(r["i_nom"])
        return nom if r["gouvernance"] == gouvernance else f"{nom} · {_lieu(r)}"

    return _grouper(
        reunions,
        cle=lambda r: r["instance"] and r["code"].rpartition("/")[0],
        titre=titre,
        href=lambda r: adresses.instance(r["instance"]),
        ligne=lambda r: ligne_reunion(r, ou=not r["instance"] and r["gouvernance"] != gouvernance, instance=False),
    )


def par_departement(reunions: Iterable[Ligne], gouvernance: UUID | None) -> Groupes:
    """Départements by name, whoever holds the meeting there; then what goes beyond one département."""
    return _grouper(
        reunions,
        cle=lambda r: r["d_nom"],
        titre=lambda r: typographier(r["d_nom"]),
        href=lambda r: None,
        ligne=lambda r: ligne_reunion(
            r, ou=r["gouvernance"] != gouvernance and _lieu(r) != typographier(r["d_nom"] or "")
        ),
    )


def grille_du_mois(
    reunions: Iterable[Ligne], premier: date, etat: Mapping[str, str], au: date
) -> tuple[GrilleDuMois, tuple[LigneReunion, ...]]:
    """The month day by day; then the meetings that may be of it without a day to be put on."""
    suivant = ajouter_mois(premier, 1)
    jours: dict[date, list[ReunionDuJour]] = {premier + timedelta(n): [] for n in range((suivant - premier).days)}
    sans_jour = []
    for r in reunions:
        possibles = _jours_de(r)
        for jour in possibles & jours.keys():
            jours[jour].append(_du_jour(r, option=len(possibles) > 1 and not _dure(r)))
        if not possibles:
            sans_jour.append(ligne_reunion(r))

    def vers(mois: date) -> str:
        return adresses.agenda({**etat, "vue": VueAgenda.MOIS.value, "mois": f"{mois:%Y-%m}"})

    ce_mois = au.replace(day=1)
    grille = GrilleDuMois(
        premier=premier,
        jours=tuple(
            JourDeGrille(
                jour=jour, colonne=jour.isoweekday(), reunions=tuple(sorted(du_jour, key=lambda d: d.debut or ""))
            )
            for jour, du_jour in jours.items()
        ),
        href_avant=vers(ajouter_mois(premier, -1)),
        href_apres=vers(suivant),
        href_ce_mois=None if premier == ce_mois else vers(ce_mois),
    )
    return grille, tuple(sans_jour)


def _grouper(
    reunions: Iterable[Ligne],
    *,
    cle: Callable[[Ligne], str | None],
    titre: Callable[[Ligne], str],
    href: Callable[[Ligne], str | None],
    ligne: Callable[[Ligne], LigneReunion],
) -> Groupes:
    groupes: dict[str, list[Ligne]] = {}
    sans = []
    for r in reunions:
        nom = cle(r)
        if nom:
            groupes.setdefault(nom, []).append(r)
        else:
            sans.append(ligne(r))
    return tuple(
        GroupeAgenda(
            titre=titre(siennes[0]),
            ancre=f"groupe-{rang}",
            href=href(siennes[0]),
            reunions=tuple(map(ligne, siennes)),
        )
        for rang, (_, siennes) in enumerate(sorted(groupes.items()), start=1)
    ), tuple(sans)


def _lieu(r: Ligne) -> str:
    return lieu_dit(r["g_nom"], r["g_type"], r["gt_nom"])


def _mois_de(r: Ligne) -> date | None:
    """First day of the only month a meeting can be of; one that lasts belongs to the month it begins in."""
    quand = date_de(r)
    if quand is None or quand.premier is None or quand.dernier is None:
        return None
    seul = (quand.premier.year, quand.premier.month) == (quand.dernier.year, quand.dernier.month)
    return quand.premier.replace(day=1) if seul or quand.nature is NatureDate.DUREE else None


def _jours_de(r: Ligne) -> set[date]:
    """The days a meeting is, lasts, or may be on; none when no day is known. A postponed one has left its day."""
    quand = date_de(r)
    if quand is None or quand.premier is None or r["etat"] == EtatReunion.REPORTEE:
        return set()
    if quand.nature is NatureDate.OPTIONS:
        return set(quand.options())
    if quand.nature is NatureDate.JOUR:
        return {quand.premier}
    if quand.nature is NatureDate.DUREE and quand.etendue:
        return {quand.premier + timedelta(n) for n in range(quand.etendue)}
    return set()


def _dure(r: Ligne) -> bool:
    quand = date_de(r)
    return quand is not None and quand.nature is NatureDate.DUREE


def _du_jour(r: Ligne, *, option: bool) -> ReunionDuJour:
    return ReunionDuJour(
        titre=titre_sans_mention(r["titre"], r["exemple"]),
        href=adresses.reunion(r["id"]),
        etat=EtatReunion(r["etat"]),
        debut=r["heure_debut"],
        option=option,
        exemple=r["exemple"],
    )
