"""The calendar part of an invitation: programs of mail read it beside the text, people open the file attached."""

from __future__ import annotations

from email.message import EmailMessage

from backend.queries.agendas import Adresses
from backend.queries.courriels import donnees_de
from backend.queries.invitations import invitation_en_agenda
from backend.queries.lecture import Ligne
from backend.web import adresses
from backend.web.adresses import comptes_rendus
from exports.ical import Invitation, Methode, rendre_invitation

FICHIER = "reunion.ics"


async def joindre_l_agenda(message: EmailMessage, courriel: Ligne, base_url: str) -> None:
    """Add the event to the alternatives of the mail, and as a file. Eight statements at most.

    Whose method the headers and the file both say; a meeting without a day any more adds nothing.
    """
    racine = base_url.rstrip("/")
    lue = await invitation_en_agenda(
        courriel["objet_lie"],
        Adresses(lambda code: racine + adresses.reunion(code), lambda cle: racine + comptes_rendus.compte_rendu(cle)),
    )
    if lue is None:
        return
    doc, invite, _ = lue
    dit = donnees_de(courriel)
    methode = Methode.ANNULATION if dit["acte"] == "annuler" else Methode.DEMANDE
    expediteur = message["From"].addresses[0].addr_spec
    envoi = Invitation(dit["gouvernance"], expediteur, invite, methode, courriel["cree_le"])
    octets = rendre_invitation(doc, envoi)
    if octets is None:
        return
    texte = octets.decode()
    message.add_alternative(texte, subtype="calendar", params={"method": methode.value})
    message.add_attachment(texte, subtype="calendar", filename=FICHIER, params={"method": methode.value})
