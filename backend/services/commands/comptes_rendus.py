"""Commands on the minutes of meetings."""

from __future__ import annotations

from uuid import UUID

from backend.services.commands.champs import Commande, Jour, ReferenceFacultative, Texte, TexteFacultatif


class RedigerCompteRendu(Commande):
    """What opens and closes the minutes (Markdown); what is said item by item is in the notes of the items.

    ``lu_…`` are the texts their writer started from, ``ecarte_…`` those set aside to settle.
    """

    introduction: TexteFacultatif = None
    conclusion: TexteFacultatif = None
    lu_introduction: TexteFacultatif = None
    lu_conclusion: TexteFacultatif = None
    ecarte_introduction: TexteFacultatif = None
    ecarte_conclusion: TexteFacultatif = None


class DiffuserCompteRendu(Commande):
    """The minutes go out; attendees ask for changes until that day, included, or until they are approved."""

    amendements_jusqu_au: Jour | None = None


class DemanderAmendement(Commande):
    """A change asked for, on one item (``point``) or on the whole; ``texte_propose`` replaces the notes of the item."""

    compte_rendu: UUID
    point: UUID | None = None
    demande: Texte
    texte_propose: TexteFacultatif = None


class RepondreAmendement(Commande):
    """Accepted (with the text to write in the item, as asked or edited) or refused, with a word."""

    accepte: bool
    texte: TexteFacultatif = None
    reponse: TexteFacultatif = None


class ApprouverCompteRendu(Commande):
    """Approved that day, by that meeting when it is known."""

    approuve_le: Jour
    approuve_a: ReferenceFacultative = None


class CorrigerCompteRendu(Commande):
    """A new version of approved minutes: the notes of one item, or the opening and the closing, and why."""

    point: UUID | None = None
    texte: TexteFacultatif = None
    introduction: TexteFacultatif = None
    conclusion: TexteFacultatif = None
    motif: Texte
