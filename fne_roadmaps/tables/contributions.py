"""What comes in without an account: calls for fiches, what is deposited under them, requests for news.

Links are signed from the key and ``generation``: raising ``generation`` revokes every link given before.
"""

from __future__ import annotations

from piccolo.table import Table

from fne_roadmaps.tables.base import Cle, Suivi, entier, instant, jour, mot, texte, vers
from fne_roadmaps.tables.feuilles_de_route import Axe, FeuilleDeRoute
from fne_roadmaps.tables.fiches_action import FicheAction
from fne_roadmaps.tables.structures import Poste, Structure


class AppelAFiches(Suivi, Table):
    """A call: between two days, one shared link lets field structures write fiches. ``ferme_le`` is included."""

    feuille_de_route = vers(FeuilleDeRoute)
    titre = mot(300, null=False)
    consignes = texte()
    ouvre_le = jour()
    ferme_le = jour()
    generation = entier(1)


class AppelAxe(Cle, Table):
    """An axe the call is about; none means all of them."""

    appel = vers(AppelAFiches)
    axe = vers(Axe)
    rang = entier(0)


class Depot(Suivi, Table):
    """A fiche being written under a call, from a personal link; submitted, it becomes a proposed fiche.

    ``structure_nom`` is typed by its author, ``courriel`` serves to send the personal link and is shown to rédacteurs
    only. ``contenu`` is the JSON of what was typed, complete or not. ``aide`` is the structure that helps to write.
    """

    appel = vers(AppelAFiches)
    structure_nom = mot(200, null=False)
    fonction = mot(200)
    courriel = mot(254)
    aide = vers(Structure, null=True)
    contenu = texte()
    etat = mot(20, null=False)
    soumis_le = instant()
    fiche_action = vers(FicheAction, null=True)
    generation = entier(1)


class DemandeDeNouvelles(Suivi, Table):
    """A request for news of a fiche to the structure (and post) that pilots it; ``reponse`` is the JSON of the answer.

    The answer changes nothing of the fiche until a rédacteur accepts it, as it came or edited.
    """

    fiche_action = vers(FicheAction)
    structure = vers(Structure, null=True)
    poste = vers(Poste, null=True)
    courriel = mot(254)
    message = texte()
    echeance = jour()
    etat = mot(20, null=False)
    reponse = texte()
    repondue_le = instant()
    traitee_le = instant()
    motif = texte()
    generation = entier(1)
