"""Answering those who subscribe: the same bytes for the same meetings, and no bytes at all when nothing changed."""

from __future__ import annotations

from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from typing import Any

from anyio import to_thread
from litestar import Request, Response

from backend.queries.agendas import Adresse
from backend.queries.flux import Selection, evenements
from exports.ical import Reserve, assembler, rendre_blocs
from exports.ical.calendrier import PRODID

TYPE = "text/calendar"
_RESERVE = Reserve()


async def repondre_flux(
    request: Request[Any, Any, Any], choisies: Selection, nom: str, adresse: Adresse, *, publique: bool
) -> Response[bytes]:
    """The calendar, or 304 when the reader has it: worked out from versions alone, before anything is built.

    No cookie, no redirect, whatever the Accept header: calendars send odd ones, or none.
    """
    portee = choisies.portee
    cles = [(str(r["id"]), r["version"], r["i_version"], adresse("") or "", publique) for r in choisies.reunions]
    marque = sha256(repr((PRODID, portee.nom, portee.description, portee.fuseau, cles)).encode()).hexdigest()[:32]
    modifie = choisies.maj_le
    cache = "public, max-age=900" if publique else "private, max-age=900"
    entetes = {"etag": f'"{marque}"', "cache-control": cache, "x-robots-tag": "noindex"}
    if modifie is not None:
        entetes["last-modified"] = format_datetime(modifie.replace(microsecond=0), usegmt=True)
    if _deja_lu(request, marque, modifie):
        return Response(content=b"", status_code=304, headers=entetes)
    entetes["content-disposition"] = f'inline; filename="{nom}.ics"'
    # Taken once: another request may push some of them out while these are written.
    tenus = {cle: _RESERVE.prendre(cle) for cle in cles}
    a_ecrire = {cle: r["id"] for cle, r in zip(cles, choisies.reunions, strict=True) if tenus[cle] is None}
    docs = await evenements(list(a_ecrire.values()), adresse, publique=publique)

    def construire() -> bytes:
        for cle, reunion in a_ecrire.items():
            tenus[cle] = rendre_blocs(docs[reunion])
            _RESERVE.garder(cle, tenus[cle] or ())
        blocs = [bloc for siens in tenus.values() for bloc in siens or ()]
        return assembler(portee.nom, portee.description, portee.fuseau, blocs)

    octets = await to_thread.run_sync(construire)
    return Response(content=octets, media_type=TYPE, headers=entetes)


def _deja_lu(request: Request[Any, Any, Any], marque: str, modifie: datetime | None) -> bool:
    """If-None-Match, weak marks and lists included; else If-Modified-Since (RFC 9110 § 13)."""
    connus = request.headers.get("if-none-match")
    if connus is not None:
        marques = {m.strip().removeprefix("W/") for m in connus.split(",")}
        return f'"{marque}"' in marques or "*" in marques
    depuis = request.headers.get("if-modified-since")
    if depuis is None or modifie is None:
        return False
    try:
        return modifie.replace(microsecond=0) <= parsedate_to_datetime(depuis)
    except (TypeError, ValueError):
        return False
