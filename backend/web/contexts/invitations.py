"""Who is invited to a meeting, and the page where one answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.formulaire import Formulaire
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import ReponseInvitation


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteLu:
    """Somebody invited. ``envoyee_le`` is at the place of the meeting.

    ``du`` says what the next mail would tell them, None when they know all of it.
    """

    cle: str
    nom: str
    adresse: str
    siege: str | None
    reponse: ReponseInvitation
    commentaire: str | None
    envoyee_le: datetime | None
    du: str | None
    repondre: str | None
    retirer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationsContexte:
    """``a_envoyer`` says what is due (« 3 invitations et 1 changement »); ``refus`` why nothing may leave yet.

    ``sans_adresse`` counts seats nobody can be written to. ``fermee``: the list does not change any more.
    """

    cadre: Cadre
    reunion: Lien
    date: DateIncertaine | None
    debut: str | None
    fin: str | None
    invites: tuple[InviteLu, ...]
    comptes: tuple[tuple[ReponseInvitation, int], ...]
    a_envoyer: str | None
    refus: str | None
    envoyer: str
    sieges: str | None
    sans_adresse: int
    adresses: str | None
    formulaire: Formulaire | None
    fermee: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationPubliqueContexte:
    """The page of a personal link: the meeting as it stands, and the answer. ``formulaire`` is None once it is late."""

    cadre: Cadre
    reunion: str
    gouvernance: str
    nom: str
    date: DateIncertaine | None
    debut: str | None
    fin: str | None
    lieu: str | None
    annulee: bool
    exemple: bool
    reponse: ReponseInvitation
    formulaire: Formulaire | None
