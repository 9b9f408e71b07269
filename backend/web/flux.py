"""Answering those who subscribe: the same bytes for the same meetings, and no bytes at all when nothing changed."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from typing import Any

from anyio import to_thread
from litestar import Request, Response

from backend.queries.agendas import Adresses
from backend.queries.flux import Selection, evenements_par_lots
from exports.ical import FORME, Bloc, Reserve, assembler, rendre_blocs
from exports.ical.calendrier import PRODID

TYPE = "text/calendar"
FLUX_MAX = 5_000
"""Feeds whose last change is remembered."""
_RESERVE = Reserve()
_VUS: OrderedDict[str, tuple[str, datetime]] = OrderedDict()


async def repondre_flux(
    request: Request[Any, Any, Any],
    choisies: Selection,
    nom: str,
    adresses: Adresses,
    maintenant: datetime,
    *,
    publique: bool = False,
    rappel_minutes: int | None = None,
) -> Response[bytes]:
    """The calendar, or 304 when the reader has it: worked out from versions alone, before anything is built.

    No cookie, no redirect, whatever the Accept header: calendars send odd ones, or none.
    """
    portee, racine = choisies.portee, adresses.reunion("")
    entete = (FORME, PRODID, portee.nom, portee.description, portee.fuseau, rappel_minutes, racine, publique)
    versions = [tuple(r.values()) for r in choisies.reunions]
    marque = sha256(repr((entete, versions)).encode()).hexdigest()[:32]
    modifie = _modifie_le(request.url.path, marque, maintenant)
    cache = "public, max-age=900" if publique else "private, max-age=900"
    entetes = {
        "etag": f'"{marque}"',
        "last-modified": format_datetime(modifie, usegmt=True),
        "cache-control": cache,
        "x-robots-tag": "noindex",
    }
    if _deja_lu(request, marque, modifie):
        return Response(content=b"", status_code=304, headers=entetes)
    entetes["content-disposition"] = f'inline; filename="{nom}.ics"'
    blocs = await _blocs(choisies, adresses, racine, publique=publique)
    octets = await to_thread.run_sync(
        lambda: assembler(portee.nom, portee.description, portee.fuseau, blocs, rappel_minutes=rappel_minutes)
    )
    return Response(content=octets, media_type=TYPE, headers=entetes)


async def _blocs(choisies: Selection, adresses: Adresses, racine: str | None, *, publique: bool) -> list[Bloc]:
    """Every event of a feed: those kept, and those written now because their meeting is another version."""
    cles = [(racine, publique, *r.values()) for r in choisies.reunions]
    # Taken once: another request may push some of them out while these are written.
    tenus = [_RESERVE.prendre(cle) for cle in cles]
    a_ecrire = [rang for rang, siens in enumerate(tenus) if siens is None]
    docs = await evenements_par_lots([choisies.reunions[rang]["id"] for rang in a_ecrire], adresses, publique=publique)
    ecrits = await to_thread.run_sync(lambda: [rendre_blocs(docs[choisies.reunions[rang]["id"]]) for rang in a_ecrire])
    for rang, siens in zip(a_ecrire, ecrits, strict=True):
        tenus[rang] = siens
        _RESERVE.garder(cles[rang], siens)
    return [bloc for siens in tenus for bloc in siens or ()]


def _modifie_le(chemin: str, marque: str, maintenant: datetime) -> datetime:
    """When this process first saw a feed as it is, to the second.

    The dates of its meetings do not tell: one may leave it without being changed, when rights or seats do. After a
    restart the instant is later, so that who has only a date reads once more.
    """
    ici = maintenant.replace(microsecond=0)
    connue, depuis = _VUS.pop(chemin, (marque, ici))
    if connue != marque:
        # Two changes in one second do not share their date.
        depuis = max(ici, depuis + timedelta(seconds=1))
    _VUS[chemin] = marque, depuis
    if len(_VUS) > FLUX_MAX:
        _VUS.popitem(last=False)
    return depuis


def _deja_lu(request: Request[Any, Any, Any], marque: str, modifie: datetime) -> bool:
    """If-None-Match, weak marks and lists included; else If-Modified-Since (RFC 9110 § 13)."""
    connus = request.headers.get("if-none-match")
    if connus is not None:
        marques = {m.strip().removeprefix("W/") for m in connus.split(",")}
        return f'"{marque}"' in marques or "*" in marques
    depuis = request.headers.get("if-modified-since")
    if depuis is None:
        return False
    try:
        return modifie <= parsedate_to_datetime(depuis)
    except (TypeError, ValueError):
        return False
