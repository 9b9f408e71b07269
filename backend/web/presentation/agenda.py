"""The agenda page: months, what has no month, what no calendar can carry, and the filters."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from backend.queries.lecture import Ligne, date_de
from backend.queries.vues.agenda import TOUTES, AgendaVue, FiltreAgenda
from backend.web import adresses
from backend.web.contexts import (
    AgendaContexte,
    Cadre,
    ChampListe,
    FiltreActif,
    Filtres,
    HorsCalendrier,
    LigneReunion,
    MoisAgenda,
    Option,
    Raccourci,
)
from backend.web.presentation.mots import lieu_dit
from backend.web.presentation.reunions import ligne_reunion
from exports.formats import majuscule, typographier
from fne_roadmaps.domain.dates import NatureDate
from fne_roadmaps.domain.enums import TypeInstance

_A_VENIR = "À venir"
_GOUVERNANCES_EN_RACCOURCI = 3


def contexte_agenda(
    vue: AgendaVue, cadre: Cadre, filtre: FiltreAgenda, etat: Mapping[str, str], reservees: bool
) -> AgendaContexte:
    """The page; ``etat`` are the parameters of the address, all accepted; ``reservees``: some meetings are not open."""
    mois, sans_mois = _par_mois(vue)
    passe = filtre.periode is not None
    return AgendaContexte(
        cadre=cadre,
        titre=majuscule(typographier(vue.portee.nom)) if filtre.gouvernance or filtre.instance else "Agenda",
        sous_titre="Ce qui est fixé, pressenti, tenu ou annulé."
        if passe
        else "Tout ce qui est fixé, pressenti ou annulé, du national à l’instance.",
        ics_href=adresses.agenda_ics(etat),
        evenements=vue.evenements,
        filtres=_filtres(vue, filtre, etat),
        mois=mois,
        sans_mois=sans_mois,
        sans_mois_titre="Sans mois précis" if passe else "Plus tard, ou sans mois",
        raccourcis=_raccourcis(vue, etat),
        hors_calendrier=tuple(
            HorsCalendrier(
                titre=typographier(h.reunion["titre"]),
                href=adresses.reunion(h.reunion["id"]),
                date=date_de(h.reunion),
                raison=majuscule(h.raison),
            )
            for h in vue.hors_calendrier
        ),
        reservees=reservees,
    )


def _par_mois(vue: AgendaVue) -> tuple[tuple[MoisAgenda, ...], tuple[LigneReunion, ...]]:
    """Months in order with what surely is of them; then what no single month holds."""
    mois: dict[date, list[LigneReunion]] = {}
    sans_mois = []
    for r in vue.reunions:
        premier, ligne = _mois_de(r), ligne_reunion(r, ou=r["gouvernance"] != vue.gouvernance)
        if premier:
            mois.setdefault(premier, []).append(ligne)
        else:
            sans_mois.append(ligne)
    return tuple(MoisAgenda(premier=m, reunions=tuple(lignes)) for m, lignes in mois.items()), tuple(sans_mois)


def _mois_de(r: Ligne) -> date | None:
    """First day of the only month a meeting can be of; one that lasts belongs to the month it begins in."""
    quand = date_de(r)
    if quand is None or quand.premier is None or quand.dernier is None:
        return None
    seul = (quand.premier.year, quand.premier.month) == (quand.dernier.year, quand.dernier.month)
    return quand.premier.replace(day=1) if seul or quand.nature is NatureDate.DUREE else None


def _filtres(vue: AgendaVue, filtre: FiltreAgenda, etat: Mapping[str, str]) -> Filtres:
    listes = (
        _champ(etat, "gouvernance", "Gouvernance", "Toutes", [(g["code"], _nom(g)) for g in vue.gouvernances]),
        _champ(etat, "type", "Type d’instance", "Tous", [(t.value, t.libelle) for t in TypeInstance]),
        _champ(etat, "periode", "Période", _A_VENIR, _periodes(vue)),
    )
    montres = {champ.nom for champ in listes}
    return Filtres(
        action=adresses.AGENDA,
        href_effacer=adresses.agenda(),
        listes=tuple(champ for champ in listes if len(champ.options) > 1),
        caches=tuple((nom, valeur) for nom, valeur in etat.items() if nom not in montres),
        actifs=tuple(_actif(vue, filtre, etat, nom) for nom in etat),
    )


def _periodes(vue: AgendaVue) -> list[tuple[str, str]]:
    annees = [(str(an), str(an)) for an in reversed(vue.annees)]
    return [*annees, (TOUTES, "Toutes les dates")] if annees else []


def _champ(etat: Mapping[str, str], nom: str, libelle: str, vide: str, choix: list[tuple[str, str]]) -> ChampListe:
    choisie = etat.get(nom, "")
    return ChampListe(
        nom=nom,
        libelle=libelle,
        options=tuple(Option(valeur=v, libelle=mot, choisie=v == choisie) for v, mot in (("", vide), *choix)),
    )


def _actif(vue: AgendaVue, filtre: FiltreAgenda, etat: Mapping[str, str], nom: str) -> FiltreActif:
    noms = {g["code"]: _nom(g) for g in vue.gouvernances}
    dits = {
        "gouvernance": ("gouvernance", noms.get(etat[nom], etat[nom])),
        "instance": ("instance", typographier(vue.portee.nom)),
        "type": ("type d’instance", filtre.type.libelle if filtre.type else ""),
        "periode": ("période", "toutes les dates" if filtre.periode == TOUTES else str(filtre.periode)),
        "a_confirmer": ("à confirmer", "oui"),
    }
    libelle, valeur = dits[nom]
    return FiltreActif(
        libelle=libelle, valeur=valeur, href_sans=adresses.agenda({n: v for n, v in etat.items() if n != nom})
    )


def _raccourcis(vue: AgendaVue, etat: Mapping[str, str]) -> tuple[Raccourci, ...]:
    """Quick views: all, each governance when they are few, the two usual bodies, what waits for a date."""
    choix: list[tuple[str, dict[str, str], int | None, str | None]] = [("Tout", {}, None, None)]
    if len(vue.gouvernances) <= _GOUVERNANCES_EN_RACCOURCI:
        choix += [(_nom(g), {"gouvernance": g["code"]}, None, None) for g in vue.gouvernances]
    choix += [(t.libelle, {"type": t.value}, None, None) for t in (TypeInstance.COPIL, TypeInstance.COTECH)]
    choix.append(("À confirmer", {"a_confirmer": "oui"}, vue.a_confirmer, "question-diamond"))
    return tuple(
        Raccourci(
            libelle=libelle, href=adresses.agenda(requete), nombre=nombre, icone=icone, courant=dict(etat) == requete
        )
        for libelle, requete, nombre, icone in choix
    )


def _nom(g: Ligne) -> str:
    return lieu_dit(g["nom"], g["type"], g["t_nom"])
