"""Samples: an instance open or closed, a meeting held, a meeting whose date is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from backend.web import adresses, contexts as c
from fne_roadmaps.domain.enums import EtatOption, EtatReunion, GenreReunion, PorteeReunion, TypeInstance
from tests.web.echantillons.cadre import EURE_ET_LOIR, REGION, de_gouvernance, jour
from tests.web.echantillons.gouvernance import ANNULEE, COPIL, DECISION, noeuds

_COPIL = c.Lien(libelle="COPIL", href=adresses.instance("28/copil"))


def instance() -> c.InstanceContexte:
    """The COPIL with what can be known of it."""
    return c.InstanceContexte(
        cadre=de_gouvernance("COPIL", "Instances et réunions", ici="COPIL"),
        nom="COPIL",
        code="28/copil",
        type=TypeInstance.COPIL,
        gouvernance=EURE_ET_LOIR,
        enfants=noeuds()[0].enfants,
        objet="Décide ; arbitre les fiches.",
        periode="depuis 2024",
        due=date(2025, 12, 17),
        sieges=(
            c.Siege(siege="Préfecture", titulaire="Préfecture d’Eure-et-Loir", college="État"),
            c.Siege(siege="Conseil départemental", periode="depuis 2024", source="arrêté"),
        ),
        cadences=(
            c.CadenceLigne(
                texte="une réunion par semestre",
                periode="depuis le 9 juillet 2024",
                courante=True,
                decision=c.Lien(libelle="Décision du 9 juillet 2024", href=adresses.reunion("28/copil/r1", "D1")),
            ),
            c.CadenceLigne(
                texte="tous les deux mois et demi",
                periode="jusqu’au 8 juillet 2024",
                courante=False,
                source="bilan",
            ),
        ),
        a_venir=(COPIL,),
        passees=(
            replace(
                COPIL,
                date=jour("2024"),
                debut=None,
                fin=None,
                etat=EtatReunion.TENUE,
                precisions=(),
                exemple=False,
            ),
            ANNULEE,
        ),
        decisions=(DECISION,),
        exemples=2,
        sieges_source="convocation",
        agenda_href=adresses.agenda({"instance": "28/copil"}),
    )


def instance_en_retard() -> c.InstanceContexte:
    """Overdue, with the little that is known."""
    return replace(
        instance(),
        due=date(2025, 1, 9),
        due_passee=True,
        sieges=(),
        sieges_source=None,
        note="Composition : non documenté.",
        source="rapport du hub, 2024",
        roles=(c.RoleReunion(nom="Hub régional", roles=("Participant",)),),
        decisions=(),
        exemples=0,
    )


def tenue() -> c.ReunionContexte:
    """A meeting with a day, hours, a place, decisions and a date it had before."""
    return c.ReunionContexte(
        cadre=de_gouvernance(
            "COPIL du 17 juin 2025", "Instances et réunions", (REGION, EURE_ET_LOIR, _COPIL), "17 juin 2025"
        ),
        titre="COPIL du 17 juin 2025",
        code="28/copil/r3",
        etat=EtatReunion.EN_SEANCE,
        genre=GenreReunion.INSTANCE,
        portee=PorteeReunion.DEPARTEMENTALE,
        date=jour("2025-06-17"),
        debut="14:00",
        fin="16:00",
        gouvernances=(EURE_ET_LOIR,),
        exemple=True,
        instance=_COPIL,
        territoire="Eure-et-Loir",
        lieu="Préfecture, Chartres",
        visio=True,
        roles=(
            c.RoleReunion(nom="Préfecture d’Eure-et-Loir", roles=("Animateur",)),
            c.RoleReunion(nom="Hub régional", roles=("Co-organisateur", "Rapporteur")),
        ),
        decisions=(
            replace(
                DECISION,
                marque="D1",
                origine=None,
                texte="Le relevé de décisions du 11 mars 2025 est approuvé.",
            ),
            replace(
                DECISION,
                origine=None,
                echeance=jour("2025-09-30"),
                fiches=(c.Lien(libelle="Fiche 1.3", href=adresses.fiche_action("28-2024/1.3")),),
            ),
        ),
        dates_anterieures=(
            c.DateAnterieure(
                date=jour("2025-06-10"),
                debut="14:00",
                changee_le=date(2025, 5, 20),
                motif="salle indisponible",
            ),
        ),
        note="Réunion d’exemple : elle n’entre dans aucun compte.",
        ics_href=adresses.agenda_ics({"reunion": "28/copil/r3"}),
    )


def incertaine() -> c.ReunionContexte:
    """Two options, and a weekday that contradicts its date."""
    return replace(
        tenue(),
        titre="Rencontre des médiateurs numériques",
        etat=EtatReunion.A_DATER,
        genre=GenreReunion.RENCONTRE,
        instance=None,
        date=jour("[2023-09-14,2023-09-21]", "14 ou 21 septembre 2023"),
        debut=None,
        fin=None,
        lieu=None,
        visio=False,
        exemple=False,
        options=(
            c.OptionDate(date=jour("2023-09-14"), etat=EtatOption.OUVERTE),
            c.OptionDate(date=jour("2023-09-21"), etat=EtatOption.OUVERTE),
        ),
        alerte="Le 24 septembre 2025 est un mercredi. Mercredi 24 ou jeudi 25\u202f?",
        decisions=(),
        dates_anterieures=(),
        note=None,
        motif_annulation="faute de participants",
    )
