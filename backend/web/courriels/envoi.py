"""Sending what is queued, in the background: one mail at a time, each by one sender, noted before the next is taken."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.headerregistry import Address
from email.message import EmailMessage

import structlog

from backend.context import Contexte, jour_de_reference, maintenant
from backend.database import Base
from backend.queries.courriels import empechement
from backend.queries.lecture import Ligne
from backend.services.courriels import interrompre_les_vieux, noter_doute, noter_echec, noter_envoi, prendre
from backend.settings import Settings
from backend.web.courriels.agenda import joindre_l_agenda
from backend.web.courriels.redaction import rediger
from backend.web.courriels.smtp import Doute, Refus, Transport, boite_locale, lire_smtp
from fne_roadmaps.domain.droits import SYSTEME
from fne_roadmaps.domain.enums import ModeleCourriel
from fne_roadmaps.domain.errors import ErreurMetier

PAUSE_S = 5.0
ARRET_S = 20.0
TACHE = "courriels"
"""The name of the background task."""
"""How long a stop waits for the mail being sent; cut after that, it is uncertain."""
SANS_ADRESSE = "FNE_BASE_URL manque : aucun lien ne peut être écrit."
SANS_SERVEUR = "FNE_SMTP_URL ou FNE_COURRIEL_EXPEDITEUR manque : aucun courriel ne peut partir."
EXPEDITEUR_DE_DEMONSTRATION = "demonstration@feuilles-de-route.example"
ADRESSE_DE_DEMONSTRATION = "http://127.0.0.1"
ILLISIBLE = "Ce message n’a pas pu être écrit."

journal = structlog.get_logger("courriels")


def transport_de(settings: Settings, base: Base) -> Transport:
    """How mails leave; of a demonstration, none ever does. Raises Refus when settings do not say it."""
    if base.demo:
        return boite_locale
    url = settings.smtp_url.get_secret_value()
    if not url or not settings.courriel_expediteur:
        raise Refus(SANS_SERVEUR)
    if not settings.base_url:
        raise Refus(SANS_ADRESSE)
    return lire_smtp(url)


async def envoyer_un(settings: Settings, base: Base, secret: str) -> bool:
    """Send the next mail that is due; False when there is none."""
    ctx = _contexte(base, secret)
    courriel = await prendre(ctx)
    if courriel is None:
        return False
    try:
        transport = transport_de(settings, base)
        cause = await empechement(courriel, ctx.maintenant)
        if cause:
            raise Refus(cause, definitif=True)
        await transport(await composer(courriel, settings, secret))
    except Refus as refus:
        await noter_echec(_contexte(base, secret), courriel, str(refus), definitif=refus.definitif)
        etat = "refus"
    except Doute as doute:
        await noter_doute(courriel["id"], str(doute))
        etat = "doute"
    else:
        await noter_envoi(_contexte(base, secret), courriel["id"])
        etat = "envoye"
    journal.info("courriel", modele=courriel["modele"], etat=etat, essai=courriel["essais"] + 1)
    return True


async def composer(courriel: Ligne, settings: Settings, secret: str) -> EmailMessage:
    """The message as it travels: one identity for life, so that a second copy would be known as one. Raises Refus."""
    try:
        base_url = settings.base_url or ADRESSE_DE_DEMONSTRATION
        redige = await rediger(courriel, base_url, secret)
        message = EmailMessage()
        message["From"] = settings.courriel_expediteur or EXPEDITEUR_DE_DEMONSTRATION
        nom, _, domaine = courriel["destinataire"].partition("@")
        message["To"] = Address(username=nom, domain=domaine)
        message["Subject"] = redige.objet
        message["Message-ID"] = f"<{courriel['id']}@{message['From'].addresses[0].domain}>"
        message["Date"] = courriel["cree_le"]
        message["Content-Language"] = "fr"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(redige.texte)
        message.add_alternative(redige.html, subtype="html")
        if courriel["modele"] == ModeleCourriel.CONVOCATION:
            await joindre_l_agenda(message, courriel, base_url)
    except Exception as panne:
        journal.error("courriel", modele=courriel["modele"], etat="illisible", genre=type(panne).__name__)
        raise Refus(ILLISIBLE) from None
    return message


@asynccontextmanager
async def expediteur(settings: Settings, base: Base, secret: str) -> AsyncIterator[None]:
    """Send in the background while the application runs; what is being sent is finished before it stops."""
    arret = asyncio.Event()
    tache = asyncio.create_task(_boucle(settings, base, secret, arret), name=TACHE)
    try:
        yield
    finally:
        arret.set()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(tache, ARRET_S)


async def _boucle(settings: Settings, base: Base, secret: str, arret: asyncio.Event) -> None:
    while not arret.is_set():
        try:
            await interrompre_les_vieux(_contexte(base, secret))
            while not arret.is_set() and await envoyer_un(settings, base, secret):
                pass
        except ErreurMetier:
            journal.error("courriel", etat="base occupée")
        except Exception as panne:
            journal.error("courriel", etat="panne", genre=type(panne).__name__)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(arret.wait(), PAUSE_S)


def _contexte(base: Base, secret: str) -> Contexte:
    instant = maintenant()
    return Contexte(SYSTEME, instant, jour_de_reference(base.au, instant), "courriels", secret=secret)
