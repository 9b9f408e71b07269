"""A real mail server on this machine, which keeps what it receives or refuses it as a test says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class Serveur:
    """``recus`` are (envelope recipient, message); ``a_rcpt`` and ``a_data`` answer instead of accepting.

    ``coupe`` hangs up once the message is here, ``retient`` makes its sender wait.
    """

    recus: list[tuple[str, EmailMessage]] = field(default_factory=list)
    tentatives: int = 0
    a_rcpt: str | None = None
    a_data: str | None = None
    coupe: bool = False
    retient: asyncio.Event | None = None
    url: str = ""

    async def handle_RCPT(  # noqa: N802 - the names the server calls
        self, server: SMTP, session: Session, envelope: Envelope, address: str, rcpt_options: list[str]
    ) -> str:
        """Keep the recipient, or refuse it."""
        self.tentatives += 1
        if self.a_rcpt:
            return self.a_rcpt
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep the message, refuse it, or hang up once it is here."""
        if self.a_data:
            return self.a_data
        if self.retient:
            await self.retient.wait()
        contenu = envelope.content if isinstance(envelope.content, bytes) else b""
        message: Any = message_from_bytes(contenu, policy=default)
        self.recus.append((envelope.rcpt_tos[0], message))
        if self.coupe and server.transport:
            server.transport.close()
        return "250 OK"


@asynccontextmanager
async def serveur_de_courriel() -> AsyncIterator[Serveur]:
    """Listens on a free port of this machine, in the loop of the test."""
    serveur = Serveur()
    boucle = asyncio.get_running_loop()
    sessions: list[SMTP] = []

    def session() -> SMTP:
        # A host name is given: the default one asks the network for that of the machine.
        sessions.append(SMTP(serveur, hostname="localhost", loop=boucle, enable_SMTPUTF8=True))
        return sessions[-1]

    ecoute = await boucle.create_server(session, "127.0.0.1", 0)
    serveur.url = f"smtp://127.0.0.1:{ecoute.sockets[0].getsockname()[1]}"
    try:
        yield serveur
    finally:
        ecoute.close()
        for ouverte in sessions:
            if ouverte.transport:
                ouverte.transport.close()
        await asyncio.sleep(0)
