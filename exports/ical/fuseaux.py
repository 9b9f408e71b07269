"""Time zones of the French territories as constant VTIMEZONE blocks, whose rules are yearly RRULEs.

The lists of dates (RDATE) that the icalendar library would write shift summer meetings by one hour in ical.js
and vobject. The rules hold for today's law: Paris since 1996, Saint-Pierre-et-Miquelon since 2007, the others
without summer time.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Heure:
    """One observance. ``debut`` and ``regle`` say when it starts each year, in the local time it ends."""

    nom: str
    decalage: str
    debut: str = "19700101T000000"
    regle: str | None = None


@dataclass(frozen=True, slots=True)
class _Fuseau:
    normale: _Heure
    ete: _Heure | None = None


def _fixe(nom: str, decalage: str) -> _Fuseau:
    return _Fuseau(_Heure(nom, decalage))


_FUSEAUX = {
    "America/Cayenne": _fixe("-03", "-0300"),
    "America/Guadeloupe": _fixe("AST", "-0400"),
    "America/Marigot": _fixe("AST", "-0400"),
    "America/Martinique": _fixe("AST", "-0400"),
    "America/Miquelon": _Fuseau(
        _Heure("-03", "-0300", "20071104T020000", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"),
        _Heure("-02", "-0200", "20070311T020000", "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"),
    ),
    "America/St_Barthelemy": _fixe("AST", "-0400"),
    "Europe/Paris": _Fuseau(
        _Heure("CET", "+0100", "19701025T030000", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
        _Heure("CEST", "+0200", "19700329T020000", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
    ),
    "Indian/Mayotte": _fixe("EAT", "+0300"),
    "Indian/Reunion": _fixe("+04", "+0400"),
    "Pacific/Gambier": _fixe("-09", "-0900"),
    "Pacific/Marquesas": _fixe("-0930", "-0930"),
    "Pacific/Noumea": _fixe("+11", "+1100"),
    "Pacific/Tahiti": _fixe("-10", "-1000"),
    "Pacific/Wallis": _fixe("+12", "+1200"),
}

FUSEAUX = frozenset(_FUSEAUX)


def rendre_fuseau(tzid: str) -> bytes:
    """VTIMEZONE block of one of ``FUSEAUX``; KeyError for any other."""
    fuseau = _FUSEAUX[tzid]
    lignes = ["BEGIN:VTIMEZONE", f"TZID:{tzid}"]
    if fuseau.ete:
        lignes += _observance("DAYLIGHT", fuseau.ete, venant_de=fuseau.normale)
    lignes += _observance("STANDARD", fuseau.normale, venant_de=fuseau.ete or fuseau.normale)
    lignes.append("END:VTIMEZONE")
    return "".join(f"{ligne}\r\n" for ligne in lignes).encode()


def _observance(genre: str, heure: _Heure, *, venant_de: _Heure) -> list[str]:
    return [
        f"BEGIN:{genre}",
        f"DTSTART:{heure.debut}",
        *([f"RRULE:{heure.regle}"] if heure.regle else []),
        f"TZNAME:{heure.nom}",
        f"TZOFFSETFROM:{venant_de.decalage}",
        f"TZOFFSETTO:{heure.decalage}",
        f"END:{genre}",
    ]
