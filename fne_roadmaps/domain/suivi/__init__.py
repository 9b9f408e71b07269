"""A roadmap told on two days: its figures of a day, those of a day gone, what is planned and done, the money."""

from fne_roadmaps.domain.suivi.chiffres import SILENCE_MOIS, Chiffres, FicheSuivie, JalonSuivi, chiffres
from fne_roadmaps.domain.suivi.cumul import cumul, mois_jusqu_a
from fne_roadmaps.domain.suivi.financement import Financement, financement_de
from fne_roadmaps.domain.suivi.retour import CHAMPS_REJOUES, Changement, remonter

__all__ = [
    "CHAMPS_REJOUES",
    "SILENCE_MOIS",
    "Changement",
    "Chiffres",
    "FicheSuivie",
    "Financement",
    "JalonSuivi",
    "chiffres",
    "cumul",
    "financement_de",
    "mois_jusqu_a",
    "remonter",
]
