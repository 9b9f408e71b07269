"""The agenda page: months, what has no month, what no calendar can carry, and the filters."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from backend.queries.lecture import Ligne, date_de
from backend.queries.vues.agenda import TOUTES, AgendaVue, FiltreAgenda, VueAgenda
from backend.web import adresses
from backend.web.adresses import flux
from backend.web.contexts import (
    AgendaContexte,
    Cadre,
    ChampListe,
    FiltreActif,
    Filtres,
    GrilleDuMois,
    GroupeAgenda,
    HorsCalendrier,
    LigneReunion,
    Option,
    Raccourci,
)
from backend.web.presentation.agenda_groupes import (
    grille_du_mois,
    par_departement,
    par_instance,
    par_mois,
    presentations,
)
from backend.web.presentation.mots import lieu_dit
from exports.formats import majuscule, typographier
from fne_roadmaps.domain.enums import TypeInstance

_A_VENIR = "À venir"
_MISE_EN_PAGE = frozenset({"vue", "mois"})
_GOUVERNANCES_EN_RACCOURCI = 3
_SANS_GROUPE = {
    VueAgenda.LISTE: None,
    VueAgenda.MOIS: "Peut-être ce mois-ci, sans jour fixé",
    VueAgenda.INSTANCES: "Sans instance",
    VueAgenda.DEPARTEMENTS: "Au-delà d’un département",
}


def contexte_agenda(
    vue: AgendaVue, cadre: Cadre, filtre: FiltreAgenda, etat: Mapping[str, str], reservees: bool
) -> AgendaContexte:
    """The page; ``etat`` are the parameters of the address, all accepted; ``reservees``: some meetings are not open."""
    passe = filtre.periode is not None or filtre.mois is not None
    groupes, sans_groupe, grille = _ranger(vue, filtre, etat, cadre.au)
    return AgendaContexte(
        cadre=cadre,
        titre=majuscule(typographier(vue.portee.nom)) if filtre.gouvernance or filtre.instance else "Agenda",
        sous_titre="Ce qui est fixé, pressenti, tenu ou annulé."
        if passe
        else "Tout ce qui est fixé, pressenti ou annulé, du national à l’instance.",
        abonner_href=_abonner(filtre),
        ics_href=adresses.agenda_ics({n: v for n, v in etat.items() if n != "vue"}),
        evenements=vue.evenements,
        filtres=_filtres(vue, filtre, etat),
        groupes=groupes,
        sans_groupe=sans_groupe,
        sans_groupe_titre=_SANS_GROUPE[filtre.vue] or ("Sans mois précis" if passe else "Plus tard, ou sans mois"),
        grille=grille,
        presentations=presentations(etat, filtre.vue),
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


def _abonner(filtre: FiltreAgenda) -> str:
    """The feed nearest to what one looks at."""
    if filtre.instance:
        return flux.abonner("instance", filtre.instance)
    return flux.abonner("gouvernance", filtre.gouvernance) if filtre.gouvernance else flux.MES_AGENDAS


def _ranger(
    vue: AgendaVue, filtre: FiltreAgenda, etat: Mapping[str, str], au: date
) -> tuple[tuple[GroupeAgenda, ...], tuple[LigneReunion, ...], GrilleDuMois | None]:
    if filtre.vue is VueAgenda.MOIS and filtre.mois:
        grille, sans_jour = grille_du_mois(vue.reunions, filtre.mois, etat, au)
        return (), sans_jour, grille
    ranger = {VueAgenda.INSTANCES: par_instance, VueAgenda.DEPARTEMENTS: par_departement}.get(filtre.vue, par_mois)
    return *ranger(vue.reunions, vue.gouvernance), None


def _filtres(vue: AgendaVue, filtre: FiltreAgenda, etat: Mapping[str, str]) -> Filtres:
    listes = (
        _champ(etat, "gouvernance", "Gouvernance", "Toutes", [(g["code"], _nom(g)) for g in vue.gouvernances]),
        _champ(etat, "type", "Type d’instance", "Tous", [(t.value, t.libelle) for t in TypeInstance]),
        *(() if filtre.mois else (_champ(etat, "periode", "Période", _A_VENIR, _periodes(vue)),)),
    )
    montres = {champ.nom for champ in listes}
    return Filtres(
        action=adresses.AGENDA,
        href_effacer=adresses.agenda({n: v for n, v in etat.items() if n in _MISE_EN_PAGE}),
        listes=tuple(champ for champ in listes if len(champ.options) > 1),
        caches=tuple((nom, valeur) for nom, valeur in etat.items() if nom not in montres),
        actifs=tuple(_actif(vue, filtre, etat, nom) for nom in etat if nom not in _MISE_EN_PAGE),
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
    page = {n: v for n, v in etat.items() if n in _MISE_EN_PAGE}
    filtres = {n: v for n, v in etat.items() if n not in _MISE_EN_PAGE}
    choix: list[tuple[str, dict[str, str], int | None, str | None]] = [("Tout", {}, None, None)]
    if len(vue.gouvernances) <= _GOUVERNANCES_EN_RACCOURCI:
        choix += [(_nom(g), {"gouvernance": g["code"]}, None, None) for g in vue.gouvernances]
    choix += [(t.libelle, {"type": t.value}, None, None) for t in (TypeInstance.COPIL, TypeInstance.COTECH)]
    choix.append(("À confirmer", {"a_confirmer": "oui"}, vue.a_confirmer, "question-diamond"))
    return tuple(
        Raccourci(
            libelle=libelle,
            href=adresses.agenda({**requete, **page}),
            nombre=nombre,
            icone=icone,
            courant=filtres == requete,
        )
        for libelle, requete, nombre, icone in choix
    )


def _nom(g: Ligne) -> str:
    return lieu_dit(g["nom"], g["type"], g["t_nom"])
