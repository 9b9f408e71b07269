"""Samples: the region, as a member of one governance and as an account elsewhere."""

from __future__ import annotations

from dataclasses import replace

from backend.web import adresses, contexts as c
from fne_roadmaps.domain.enums import EtatFeuille
from tests.web.echantillons.cadre import de_region, jour
from tests.web.echantillons.gouvernance import (
    ANNULEE,
    CONSEIL,
    COPIL,
    DEDUIT,
    OPTIONS,
    PREFECTURE,
    PROGRES,
    STRATEGIQUE,
)


def _ligne(nom: str, code: str, **champs: object) -> c.LigneGouvernance:
    base = c.LigneGouvernance(
        nom=nom,
        code=code,
        href=adresses.gouvernance(code),
        feuille_href=adresses.feuille_de_route(f"{code}-2024"),
        porteurs=(CONSEIL, PREFECTURE),
    )
    return replace(base, **champs)  # type: ignore[arg-type]


def _documents(code: str) -> tuple[c.Lien, ...]:
    return (c.Lien(libelle="Version 1 (DOCX)", href=adresses.version(f"{code}-2024", 1, "docx")),)


def accueil() -> c.AccueilContexte:
    """As alice sees it: Eure-et-Loir open, the others closed."""
    return c.AccueilContexte(
        cadre=de_region("Les six gouvernances", "Les six gouvernances"),
        titre="Les six gouvernances",
        resume="Cinq feuilles de route sont signées ou présentées\u202f; "
        "celle du Loir-et-Cher est en cours de validation.",
        gouvernances=(
            _ligne("Cher", "18", etat=EtatFeuille.SIGNEE, date_etat=jour("[2024-11..2024-12]"), niveau_1="3 axes"),
            _ligne(
                "Eure-et-Loir",
                "28",
                porteurs=(DEDUIT, CONSEIL),
                etat=EtatFeuille.SIGNEE,
                date_etat=jour("2024-11-04"),
                niveau_1="5 axes",
                versions=_documents("28"),
                ouverte=True,
                fiches=131,
                fiches_exemple=131,
                progres=PROGRES,
                en_retard=14,
                en_retard_href=adresses.feuille_de_route("28-2024", {"retard": "oui"}, "fiches"),
                sans_pilote=6,
                sans_pilote_href=adresses.feuille_de_route("28-2024", {"pilote": "aucun"}, "fiches"),
                prochaine=COPIL,
            ),
            _ligne(
                "Indre",
                "36",
                porteurs=(PREFECTURE,),
                etat=EtatFeuille.PRESENTEE,
                date_etat=jour("2024-10-31"),
                ouverte=True,
            ),
            _ligne("Indre-et-Loire", "37", etat=EtatFeuille.SIGNEE, date_etat=jour("2024-12-02")),
            _ligne(
                "Loir-et-Cher",
                "41",
                etat=EtatFeuille.CONCERTATION,
                niveau_1="6 orientations stratégiques",
                ouverte=True,
                fiches=12,
                fiches_exemple=12,
                fiches_instruites=12,
                prochaine=OPTIONS,
            ),
            _ligne(
                "Loiret",
                "45",
                porteurs=(CONSEIL, c.Porteur(nom="Orléans Métropole", role="co-porteur"), PREFECTURE),
                etat=EtatFeuille.SIGNEE,
                date_etat=jour("2024-11-04"),
                niveau_1="6 objectifs",
                versions=_documents("45"),
            ),
        ),
        signaux=(
            c.Signal(
                titre="Six fiches action sans pilote",
                href=adresses.feuille_de_route("28-2024", {"pilote": "aucun"}),
                lieu="Eure-et-Loir",
                mesure="6\u00a0fiches",
                icone="person-x",
            ),
            c.Signal(
                titre="Présentée le 31 octobre 2024, sans fiche action saisie",
                href=adresses.feuille_de_route("36-2024"),
                lieu="Indre",
                mesure="à décider",
            ),
        ),
        signaux_total=14,
        reunions=(COPIL, STRATEGIQUE, ANNULEE, OPTIONS),
        agenda_href=adresses.agenda(),
        reservees=("du Cher", "de l’Indre-et-Loire", "du Loiret"),
        hub=c.Lien(libelle="Hub numérique", href=adresses.gouvernance("hub-lo")),
        hub_instances=(
            c.Lien(libelle="COPIL régional", href=adresses.instance("hub-lo/copil")),
            c.Lien(libelle="Réseau régional des structures", href=adresses.instance("hub-lo/reseau")),
        ),
        chiffres=(
            c.Chiffre(
                libelle="Structures recensées",
                valeur="553",
                territoire="Centre-Val de Loire",
                periode="2024",
                source="rapport du hub, 2024",
                note="Le total imprimé n’est pas la somme des six départements.",
            ),
        ),
    )


def accueil_ailleurs() -> c.AccueilContexte:
    """As an account elsewhere sees it: nothing living."""
    plein = accueil()
    return replace(
        plein,
        cadre=de_region("Les six gouvernances", "Les six gouvernances", None),
        gouvernances=tuple(replace(g, ouverte=False, fiches=0) for g in plein.gouvernances),
        signaux=(),
        signaux_total=0,
        reunions=(),
    )
