"""No test talks to another machine: any socket that would leave the loopback stops the test.

A `pytest_plugins` module. An audit hook sees every socket of Python from the moment the plugin is loaded
until the process ends; what runs in another process (browser, LibreOffice) has options of its own for that.
"""

from __future__ import annotations

import ipaddress
import sys


class ReseauInterdit(RuntimeError):
    """A test tried to reach another machine. Not an `OSError`, which code may rightly survive."""


def est_locale(hote: object) -> bool:
    """Whether this host is the machine itself, by name or loopback address. No name is ever resolved."""
    if isinstance(hote, bytes):
        hote = hote.decode("ascii", "replace")
    if hote in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(hote).partition("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse(evenement: str, arguments: tuple[object, ...]) -> None:
    """The audit hook: raises `ReseauInterdit` for what would leave the machine, look-ups included."""
    if not evenement.startswith("socket."):
        return
    if evenement == "socket.getaddrinfo":
        hote = arguments[0]
    elif evenement in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        adresse = arguments[1]
        if not isinstance(adresse, tuple):  # None (already connected) or the path of a Unix socket
            return
        hote = adresse[0]
    elif evenement in ("socket.gethostbyname", "socket.gethostbyaddr"):
        hote = arguments[0]
    else:
        return
    if not est_locale(hote):
        raise ReseauInterdit(f"Un test a voulu joindre {hote!r} ({evenement}) : seule cette machine est permise.")


sys.addaudithook(_refuse)
