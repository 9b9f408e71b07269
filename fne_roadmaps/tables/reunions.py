"""Meetings, with or without an instance, their dates as known, and the decisions taken."""

from __future__ import annotations

from piccolo.table import Table

from fne_roadmaps.tables.base import Cle, DateConnue, Suivi, entier, instant, jour, mot, oui_non, texte, vers
from fne_roadmaps.tables.fiches_action import FicheAction
from fne_roadmaps.tables.gouvernances import Gouvernance
from fne_roadmaps.tables.instances import Instance
from fne_roadmaps.tables.structures import Structure
from fne_roadmaps.tables.territoires import Territoire


class Reunion(DateConnue, Suivi, Table):
    """A meeting. Hours are local « HH:MM » in ``fuseau``. ``uid`` and ``code`` never change; ``sequence`` rises when
    the date, hours, place or state do. ``titre`` is empty for a plain sitting of its instance.
    """

    code = mot(140, null=False, unique=True)
    numero = entier(0)
    gouvernance = vers(Gouvernance)
    instance = vers(Instance, null=True)
    genre = mot(30, null=False)
    portee = mot(30, null=False)
    territoire = vers(Territoire, null=True)
    titre = mot(300, null=False)
    etat = mot(20, null=False)
    confirmee = oui_non()
    heure_debut = mot(5)
    heure_fin = mot(5)
    fuseau = mot(60, null=False)
    jour_annonce = mot(20)
    lieu = mot(300)
    lien_visio = mot(2000)
    motif = texte()
    note = texte()
    source = texte()
    uid = mot(120, null=False, unique=True)
    sequence = entier(0)
    presidence = mot(200)
    secretariat = mot(200)
    serie = mot(200)


class ReunionAssociee(Cle, Table):
    """A governance a joint meeting belongs to beside the one that numbers it."""

    reunion = vers(Reunion)
    gouvernance = vers(Gouvernance)


class OptionDeDate(DateConnue, Cle, Table):
    """One possible day of a meeting, with the calendar identity it keeps for life."""

    reunion = vers(Reunion)
    rang = entier(0)
    etat = mot(20, null=False)
    uid = mot(120, null=False, unique=True)
    sequence = entier(0)


class DateAnterieure(DateConnue, Suivi, Table):
    """A date the meeting had before it moved or was withdrawn, and why."""

    reunion = vers(Reunion)
    heure_debut = mot(5)
    heure_fin = mot(5)
    motif = texte()


class RoleEnReunion(Cle, Table):
    """A role a structure held at a meeting; ``temps_minutes`` when counted."""

    reunion = vers(Reunion)
    structure = vers(Structure)
    role = mot(30, null=False)
    temps_minutes = entier()
    source = texte()


class PointOrdreDuJour(Suivi, Table):
    """An item of a meeting's agenda, at its rank; ``duree`` in minutes. ``notes`` are what was said in the meeting.

    ``reporte_de`` is the same item in the meeting it was carried over from. ``texte`` prepares it.
    """

    reunion = vers(Reunion)
    rang = entier(0)
    titre = mot(300, null=False)
    nature = mot(20, null=False)
    duree = entier()
    presentateur = vers(Structure, null=True)
    presentateur_nom = mot(200)
    notes = texte()
    etat = mot(20, null=False)
    reporte_de = vers("self", null=True)
    texte = texte()


class Decision(DateConnue, Suivi, Table):
    """A numbered decision of a year; ``annee`` and ``numero`` make its code.

    ``nature``, ``adoption`` and ``suivi`` are what it does, whether it was taken and whether it is done. Votes are
    counted when the instance votes. ``remplace`` is the former decision this one supersedes.
    ``recherche`` is the folded text.
    """

    code = mot(140, null=False, unique=True)
    annee = entier(0)
    numero = entier(0)
    gouvernance = vers(Gouvernance)
    instance = vers(Instance, null=True)
    reunion = vers(Reunion, null=True)
    mode_decision = mot(20)
    responsable = vers(Structure, null=True)
    echeance_edtf = mot(100)
    echeance_premier = jour()
    echeance_dernier = jour()
    echeance_recu = mot(200)
    source = texte()
    point = vers(PointOrdreDuJour, null=True)
    nature = mot(20, null=False)
    adoption = mot(20, null=False)
    voix_pour = entier()
    voix_contre = entier()
    abstentions = entier()
    suivi = mot(20, null=False)
    suivi_note = texte()
    suivi_le = jour()
    remplace = vers("self", null=True)
    recherche = texte()
    texte = texte()


class DecisionFiche(Cle, Table):
    """A fiche a decision is about."""

    decision = vers(Decision)
    fiche_action = vers(FicheAction)


class EffetDeDecision(Cle, Table):
    """A change a decision carries, applied when it is adopted: on a fiche, or the cadence of its instance.

    ``valeur`` is the code of the new state of the fiche, or the JSON of the cadence.
    """

    decision = vers(Decision)
    rang = entier(0)
    genre = mot(20, null=False)
    fiche_action = vers(FicheAction, null=True)
    instance = vers(Instance, null=True)
    valeur = texte()
    motif = texte()
    applique_le = instant()
