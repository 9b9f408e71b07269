"""Samples: the agenda full, empty or filtered to nothing, and the error pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from backend.web import adresses, contexts as c
from exports.formats import majuscule
from exports.formats.agenda import mois_annee
from fne_roadmaps.domain.enums import EtatReunion
from tests.web.echantillons.cadre import REGION, de_region, jour
from tests.web.echantillons.gouvernance import ANNULEE, COPIL, OPTIONS, STRATEGIQUE


def _reunion(titre: str, edtf: str | None, recu: str | None = None, **champs: object) -> c.LigneReunion:
    base = c.LigneReunion(
        titre=titre,
        href=adresses.reunion("r24/r1"),
        date=jour(edtf, recu) if edtf else None,
        etat=EtatReunion.CONVOQUEE if edtf and len(edtf) == 10 else EtatReunion.A_DATER,
    )
    return replace(base, **champs)  # type: ignore[arg-type]


def _mois(numero: int, reunions: tuple[c.LigneReunion, ...]) -> c.GroupeAgenda:
    return c.GroupeAgenda(
        titre=majuscule(mois_annee(date(2025, numero, 1))),
        ancre=f"mois-2025-{numero:02d}",
        du_mois=True,
        reunions=reunions,
    )


def _filtres(actifs: tuple[c.FiltreActif, ...] = ()) -> c.Filtres:
    listes = (
        ("gouvernance", "Gouvernance", ("Toutes", "Eure-et-Loir", "Loiret")),
        ("type", "Type d’instance", ("Tous", "COPIL", "COTECH")),
        ("periode", "Période", ("À venir", "2025", "2024", "2023")),
    )
    return c.Filtres(
        action=adresses.AGENDA,
        href_effacer=adresses.agenda(),
        listes=tuple(
            c.ChampListe(
                nom=nom,
                libelle=libelle,
                options=tuple(c.Option(valeur=o if i else "", libelle=o, choisie=not i) for i, o in enumerate(options)),
            )
            for nom, libelle, options in listes
        ),
        actifs=actifs,
    )


def a_venir() -> c.AgendaContexte:
    """From June 2025 on, with every kind of date."""
    trimestrielle = _reunion(
        "Réunion des conseillers numériques d’Eure-et-Loir", "2025-06-19", cadence="Chaque trimestre",
        precisions=("Châteaudun", "lieu exact à préciser"),
    )  # fmt: skip
    contredite = _reunion(
        "Groupe opérationnel thématique du Loiret",
        "2025-09-24",
        recu="jeudi 24 septembre",
        alerte="Le 24 septembre 2025 est un mercredi. Mercredi 24 ou jeudi 25\u202f?",
    )
    hors = _reunion("Réunion de bassin de vie, Issoudun", None, cadence="une fois par mois", precisions=("Indre",))
    return c.AgendaContexte(
        cadre=de_region("Agenda", "Agenda régional"),
        titre="Agenda",
        sous_titre="Tout ce qui est fixé, pressenti ou annulé, du national à l’instance.",
        ics_href=adresses.agenda_ics(),
        abonner_href="/compte/agendas",
        evenements=12,
        filtres=_filtres(),
        raccourcis=(
            c.Raccourci(libelle="Toute la région", href=adresses.agenda(), courant=True),
            c.Raccourci(libelle="Eure-et-Loir", href=adresses.agenda({"gouvernance": "28"})),
            c.Raccourci(libelle="COPIL", href=adresses.agenda({"type": "copil"})),
            c.Raccourci(
                libelle="À confirmer",
                nombre=6,
                href=adresses.agenda({"certitude": "non"}),
                icone="question-diamond",
            ),
        ),
        groupes=(
            _mois(6, (COPIL, trimestrielle, STRATEGIQUE, ANNULEE)),
            _mois(
                7,
                (
                    replace(ANNULEE, date=jour("2025-07-04"), etat=EtatReunion.CONVOQUEE, fin="12:00", suite=None),
                    _reunion("Point mensuel hub, préfecture, conseil départemental", "2025-07"),
                ),
            ),
            _mois(
                9,
                (contredite, _reunion("Rencontre des médiateurs", "[2025-09-08..2025-09-12]")),
            ),
            _mois(
                10,
                (OPTIONS, _reunion("Séminaire du hub", "2025-10-16/2025-10-17")),
            ),
        ),
        sans_groupe=(
            _reunion("Comité départemental du Cher", "[2025-09..2025-10]"),
            _reunion("Réseau régional des structures", "2025-23", recu="à l’automne"),
            hors,
        ),
        hors_calendrier=(
            c.HorsCalendrier(
                titre="Réunion de bassin de vie, Issoudun",
                href=adresses.reunion("hub-lo/r4"),
                date=None,
                raison="aucune date, cadence seule",
            ),
        ),
        reservees=True,
    )


def vide() -> c.AgendaContexte:
    """Nothing to come."""
    return replace(a_venir(), groupes=(), sans_groupe=(), hors_calendrier=(), raccourcis=(), evenements=0)


def sans_resultat() -> c.AgendaContexte:
    """Filtered to nothing."""
    actif = c.FiltreActif(libelle="gouvernance", valeur="Indre", href_sans=adresses.agenda())
    return replace(vide(), filtres=_filtres((actif,)))


def erreur_404() -> c.ErreurContexte:
    """An address that leads nowhere, or elsewhere."""
    return c.ErreurContexte(
        cadre=de_region("Erreur\u00a0: page introuvable", ""),
        code=404,
        titre="Cette page n’existe pas, ou n’est pas ouverte à votre compte",
        explication="L’adresse a pu être mal recopiée, ou la page est réservée aux membres d’une autre gouvernance.",
        pistes=(
            c.Lien(libelle="Les six gouvernances", href=REGION.href),
            c.Lien(libelle="L’agenda", href=adresses.agenda()),
        ),
    )


def erreur_400() -> c.ErreurContexte:
    """A refused filter."""
    return replace(
        erreur_404(),
        code=400,
        titre="L’adresse demande quelque chose d’impossible",
        explication="Rien n’est perdu : corrigez l’adresse, ou repartez de la liste.",
        violations=(c.Violation(champ="page", message="« abc » n’est pas un nombre entier."),),
    )


def erreur_500() -> c.ErreurContexte:
    """Our fault."""
    return replace(
        erreur_404(),
        code=500,
        titre="Une erreur est survenue de notre côté",
        explication="Rien de ce que vous aviez saisi n’est perdu. L’incident est noté.",
        repere="E-7F3K-2206",
        quand=datetime(2025, 6, 17, 14, 31),  # noqa: DTZ001 — a local time, as printed
    )
