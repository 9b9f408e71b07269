"""Reminders (VALARM), for whoever asked for them: a shared calendar never rings on its own (RFC 5545 §3.6.6).

They are put in events already serialised, so that one reserve of events serves those who want them and the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exports.ical.bloc import Bloc

VEILLE = 15 * 60
"""Minutes before midnight: a meeting without hours rings the day before at nine."""
_FIN = b"END:VEVENT\r\n"


def sonner(blocs: Iterable[Bloc], minutes: int | None) -> Iterator[bytes]:
    """The bytes of each event, with its reminder when it takes people's time and ``minutes`` is given."""
    if minutes is None:
        yield from (bloc.octets for bloc in blocs)
        return
    a_l_heure, veille = _alarme(minutes), _alarme(VEILLE)
    for bloc in blocs:
        alarme = veille if bloc.journee else a_l_heure
        yield bloc.octets.removesuffix(_FIN) + alarme + _FIN if bloc.retient else bloc.octets


def _alarme(minutes: int) -> bytes:
    lignes = ("BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Rappel de réunion", f"TRIGGER:-PT{minutes}M", "END:VALARM")
    return "".join(f"{ligne}\r\n" for ligne in lignes).encode()
