"""Agendas pasted as people have them: French free text read into propositions of meetings, nothing dropped."""

from fne_roadmaps.domain.agenda_colle.lecture import lire_agenda
from fne_roadmaps.domain.agenda_colle.modele import LIGNES_MAX, TAILLE_MAX, AgendaColle, LigneLue, Proposition

__all__ = ["LIGNES_MAX", "TAILLE_MAX", "AgendaColle", "LigneLue", "Proposition", "lire_agenda"]
