"""Serving the site on this machine."""

from __future__ import annotations

import errno
import os
import socket

from granian import Granian
from granian.constants import Interfaces

from backend.cli.sortie import Arret

ADRESSE = "127.0.0.1"


def exiger_port(port: int) -> None:
    """Refuse a port already taken, before anything long is done. Raises Arret."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as prise:
        prise.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            prise.bind((ADRESSE, port))
        except OSError as cause:
            if cause.errno == errno.EADDRINUSE:
                raise Arret(f"Le port {port} est déjà pris : essayez « --port {port + 1} ».") from cause
            raise Arret(f"Le port {port} ne peut pas être ouvert : {cause.strerror}.") from cause


def servir(port: int, url_base: str) -> None:
    """Serve until interrupted. The worker reads its settings from the environment."""
    os.environ["FNE_DATABASE_URL"] = url_base
    Granian(
        "backend.app:application",
        address=ADRESSE,
        port=port,
        interface=Interfaces.ASGI,
        factory=True,
        log_enabled=False,
    ).serve()
