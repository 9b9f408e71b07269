"""What a meeting is made of: the items of its agenda, what they are about, and who was there."""

from __future__ import annotations

from piccolo.table import Table

from fne_roadmaps.tables.base import Cle, Suivi, entier, mot, oui_non, vers
from fne_roadmaps.tables.feuilles_de_route import Axe
from fne_roadmaps.tables.fiches_action import FicheAction
from fne_roadmaps.tables.instances import Siege
from fne_roadmaps.tables.reunions import Decision, PointOrdreDuJour, Reunion
from fne_roadmaps.tables.structures import Poste, Structure


class ObjetDePoint(Cle, Table):
    """A fiche, an axe or an earlier decision an item is about: exactly one of the three."""

    point = vers(PointOrdreDuJour)
    rang = entier(0)
    fiche_action = vers(FicheAction, null=True)
    axe = vers(Axe, null=True)
    decision = vers(Decision, null=True)


class Presence(Suivi, Table):
    """Attendance of a seat at a meeting, or of a guest (without ``siege``, then ``structure`` or ``libelle``).

    ``represente_par`` is the seat that holds its voice, or ``representant`` names who does.
    """

    reunion = vers(Reunion)
    rang = entier(0)
    siege = vers(Siege, null=True)
    structure = vers(Structure, null=True)
    poste = vers(Poste, null=True)
    libelle = mot(200)
    etat = mot(20, null=False)
    a_distance = oui_non()
    represente_par = vers(Siege, null=True)
    representant = mot(200)
