"""Commands on who is invited to a meeting, and what they answer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from backend.services.commands.champs import Commande, Mot200, Reference, TexteFacultatif
from fne_roadmaps.domain.enums import ReponseInvitation
from fne_roadmaps.domain.invitations import INVITES_MAX


class InviteSaisi(Commande):
    """A guest: a name, with the organisation when it helps, and an address."""

    nom: Mot200
    adresse: Mot200


class ConvierDesInvites(Commande):
    """Guests written in by hand."""

    reunion: Reference
    invites: Annotated[tuple[InviteSaisi, ...], Field(min_length=1, max_length=INVITES_MAX)]


class ConvierLesSieges(Commande):
    """Who occupies the seats of the instance on the day of the meeting; the deputies too when asked."""

    reunion: Reference
    suppleants: bool = False


class RepondreInvitation(Commande):
    """What is answered, with a word if any."""

    reponse: ReponseInvitation
    commentaire: TexteFacultatif = None
