"""Closed lists of what happens around and in a meeting: polls, invitations, agenda, attendance, decisions, minutes."""

from __future__ import annotations

from fne_roadmaps.domain.enums.base import Vocabulaire


class EtatSondage(Vocabulaire):
    """Life of a date poll."""

    OUVERT = "ouvert", "Ouvert"
    CLOS = "clos", "Clos"
    ABANDONNE = "abandonne", "Abandonné"


class AvisDeDate(Vocabulaire):
    """What somebody answers for one possible day."""

    OUI = "oui", "Oui"
    SI_BESOIN = "si_besoin", "Si besoin"
    NON = "non", "Non"


class ReponseInvitation(Vocabulaire):
    """What a person convened answers (RFC 5545 PARTSTAT)."""

    EN_ATTENTE = "en_attente", "Sans réponse"
    ACCEPTEE = "acceptee", "Acceptée"
    INCERTAINE = "incertaine", "Peut-être"
    DECLINEE = "declinee", "Déclinée"


class NaturePoint(Vocabulaire):
    """What an item of the agenda asks of the meeting."""

    INFORMATION = "information", "Information"
    AVIS = "avis", "Avis"
    ARBITRAGE = "arbitrage", "Arbitrage"
    DECISION = "decision", "Décision"


class EtatPoint(Vocabulaire):
    """Life of an item; a carried over one comes back in a later meeting."""

    A_TRAITER = "a_traiter", "À traiter"
    TRAITE = "traite", "Traité"
    REPORTE = "reporte", "Reporté"
    RETIRE = "retire", "Retiré"


class EtatPresence(Vocabulaire):
    """Attendance of a seat, or of a guest; who is represented counts for the quorum as who is present."""

    PRESENT = "present", "Présent"
    REPRESENTE = "represente", "Représenté"
    EXCUSE = "excuse", "Excusé"
    ABSENT = "absent", "Absent"
    INVITE = "invite", "Invité"


class NatureDecision(Vocabulaire):
    """What a decision does."""

    VALIDATION = "validation", "Validation"
    ARBITRAGE = "arbitrage", "Arbitrage"
    ORIENTATION = "orientation", "Orientation"
    ORGANISATION = "organisation", "Organisation"
    AVIS = "avis", "Avis"


class EtatAdoption(Vocabulaire):
    """Whether the instance took the decision."""

    PROPOSEE = "proposee", "Proposée"
    ADOPTEE = "adoptee", "Adoptée"
    REJETEE = "rejetee", "Rejetée"
    AJOURNEE = "ajournee", "Ajournée"


class SuiviDecision(Vocabulaire):
    """Whether what was decided is done; lateness is computed, never typed."""

    A_FAIRE = "a_faire", "À faire"
    EN_COURS = "en_cours", "En cours"
    FAITE = "faite", "Faite"
    ABANDONNEE = "abandonnee", "Abandonnée"
    SANS_SUITE = "sans_suite", "Sans suite à donner"


class GenreEffet(Vocabulaire):
    """What a decision changes when it is adopted."""

    RETENIR = "retenir", "Retenir une fiche"
    ECARTER = "ecarter", "Écarter une fiche"
    AVANCEMENT = "avancement", "Changer l’avancement d’une fiche"
    CADENCE = "cadence", "Adopter une cadence"


class PorteeFlux(Vocabulaire):
    """What a calendar feed shows."""

    MES_REUNIONS = "mes_reunions", "Mes réunions"
    INSTANCE = "instance", "Une instance"
    GOUVERNANCE = "gouvernance", "Une gouvernance"
    REGION = "region", "Toute la région"
    STRUCTURE = "structure", "Une structure"
    REUNION = "reunion", "Une réunion"


class EtatCompteRendu(Vocabulaire):
    """Life of the minutes: locked once approved; a correction is a new version."""

    BROUILLON = "brouillon", "Brouillon"
    DIFFUSE = "diffuse", "Diffusé"
    APPROUVE = "approuve", "Approuvé"
    PUBLIE = "publie", "Publié"


class EtatAmendement(Vocabulaire):
    """What became of a change somebody asked for in circulated minutes."""

    PROPOSE = "propose", "Proposé"
    ACCEPTE = "accepte", "Accepté"
    REFUSE = "refuse", "Refusé"
