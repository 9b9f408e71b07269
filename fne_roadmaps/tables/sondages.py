"""Date polls and invitations: what people answer about a meeting, with or without an account.

Links are signed from the key and ``generation``: raising ``generation`` revokes every link given before.
"""

from __future__ import annotations

from piccolo.table import Table

from fne_roadmaps.tables.base import Cle, Suivi, entier, instant, jour, mot, texte, vers
from fne_roadmaps.tables.instances import Siege
from fne_roadmaps.tables.reunions import OptionDeDate, Reunion
from fne_roadmaps.tables.structures import Poste, Structure


class Sondage(Suivi, Table):
    """A poll on the possible days of a meeting, opened by one shared link; ``ferme_le`` is included."""

    reunion = vers(Reunion)
    message = texte()
    etat = mot(20, null=False)
    ferme_le = jour()
    option_retenue = vers(OptionDeDate, null=True)
    generation = entier(1)


class ReponseSondage(Suivi, Table):
    """One person's answer, changed later by a personal link; ``nom`` is typed by its author, never public."""

    sondage = vers(Sondage)
    nom = mot(120, null=False)
    structure_nom = mot(200)
    commentaire = texte()
    generation = entier(1)


class AvisSurOption(Cle, Table):
    """What an answer says of one possible day."""

    reponse = vers(ReponseSondage)
    option = vers(OptionDeDate)
    avis = mot(20, null=False)


class Invitation(Suivi, Table):
    """Somebody convened to a meeting: a seat, a post, or a guest named in words, and the answer given.

    ``sequence_envoyee`` is the calendar sequence of the last mail sent; None when none was.
    """

    reunion = vers(Reunion)
    siege = vers(Siege, null=True)
    structure = vers(Structure, null=True)
    poste = vers(Poste, null=True)
    libelle = mot(200)
    courriel = mot(254)
    reponse = mot(20, null=False)
    commentaire = texte()
    repondue_le = instant()
    envoyee_le = instant()
    sequence_envoyee = entier()
    generation = entier(1)
