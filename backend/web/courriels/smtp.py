"""Handing a mail over to a mail server: what it refuses, and what nobody can know, are told apart."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any
from urllib.parse import unquote, urlsplit

import aiosmtplib

DELAI_S = 30
MUET = "Le serveur de courriel ne répond pas."
COUPE = "La liaison avec le serveur de courriel s’est coupée à la fin de l’envoi : le message est peut-être parti."
MAL_ECRIT = "FNE_SMTP_URL est mal écrite : « smtp:// », « smtp+tls:// » ou « smtps:// », puis le nom du serveur."
PAS_EN_ASCII = "Le serveur de courriel ne sait pas porter cette adresse accentuée."


class Refus(Exception):
    """The mail did not leave; ``definitif`` when trying again would not help. The message is for the administrator."""

    def __init__(self, cause: str, *, definitif: bool = False) -> None:
        super().__init__(cause)
        self.definitif = definitif


class Doute(Exception):
    """The mail may have left: it must not be sent again by itself. The message is for the administrator."""


Transport = Callable[[EmailMessage], Awaitable[None]]
"""Takes a mail away. Raises Refus or Doute."""


async def boite_locale(_message: EmailMessage) -> None:
    """Of a demonstration: nothing leaves, the letterbox page shows it."""


@dataclass(frozen=True, slots=True)
class Smtp:
    """A mail server: « smtp:// » in the clear, « smtp+tls:// » (STARTTLS) or « smtps:// », with an account or none."""

    hote: str
    port: int
    tls: bool
    starttls: bool
    nom: str | None = None
    mot_de_passe: str | None = None

    async def __call__(self, message: EmailMessage) -> None:
        """Hand one mail over. Raises Refus, or Doute once its text has begun to leave."""
        expediteur, destinataire = (message[entete].addresses[0] for entete in ("From", "To"))
        client = aiosmtplib.SMTP(
            hostname=self.hote,
            port=self.port,
            local_hostname=expediteur.domain,  # the default one asks the network for the name of the machine
            username=self.nom,
            password=self.mot_de_passe,
            use_tls=self.tls,
            start_tls=self.starttls,
            timeout=DELAI_S,
        )
        parti = False
        try:
            await client.connect()
            accents: dict[str, Any] = {}
            if not f"{expediteur.addr_spec}{destinataire.addr_spec}".isascii():
                if client.is_ehlo_or_helo_needed:
                    await client.ehlo()
                if not client.supports_extension("smtputf8"):
                    raise Refus(PAS_EN_ASCII, definitif=True)
                accents = {"encoding": "utf-8"}
            await client.mail(expediteur.addr_spec, options=["SMTPUTF8"] if accents else [], **accents)
            await self._nommer(client, destinataire.addr_spec, accents)
            parti = True
            await client.data(message.as_bytes(policy=SMTP.clone(utf8=bool(accents))))
        except aiosmtplib.SMTPDataError as refus:
            raise Refus(f"Le serveur de courriel refuse ce message ({refus.code}).", definitif=_franc(refus)) from None
        except aiosmtplib.SMTPResponseException as refus:
            raise Refus(f"Le serveur de courriel répond {refus.code}.") from None
        except (aiosmtplib.SMTPException, OSError, TimeoutError):
            raise (Doute(COUPE) if parti else Refus(MUET)) from None
        finally:
            with contextlib.suppress(aiosmtplib.SMTPException, OSError, TimeoutError):
                await client.quit()
            client.close()

    async def _nommer(self, client: aiosmtplib.SMTP, destinataire: str, accents: dict[str, Any]) -> None:
        try:
            await client.rcpt(destinataire, **accents)
        except aiosmtplib.SMTPRecipientRefused as refus:
            raise Refus(
                f"Le serveur de courriel refuse cette adresse ({refus.code}).", definitif=_franc(refus)
            ) from None


def _franc(refus: aiosmtplib.SMTPResponseException) -> bool:
    return refus.code >= 500


def lire_smtp(url: str) -> Smtp:
    """The server an address names. Raises Refus when it cannot be read."""
    try:
        u = urlsplit(url)
        port = u.port
    except ValueError:
        raise Refus(MAL_ECRIT) from None
    if u.scheme not in {"smtp", "smtp+tls", "smtps"} or not u.hostname:
        raise Refus(MAL_ECRIT)
    tls, starttls = u.scheme == "smtps", u.scheme == "smtp+tls"
    return Smtp(
        u.hostname,
        port or (465 if tls else 587 if starttls else 25),
        tls,
        starttls,
        unquote(u.username) if u.username else None,
        unquote(u.password) if u.password else None,
    )
