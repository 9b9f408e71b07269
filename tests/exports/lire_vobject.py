"""Prints, as JSON, what vobject reads of a calendar file. One process per file: it keeps time zones for ever."""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import vobject


def _dire(valeur: date | datetime) -> str:
    if isinstance(valeur, datetime):
        return valeur.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
    return valeur.isoformat()


def _lire(vevent: Any) -> list[str]:
    debut = vevent.dtstart.value
    fin = vevent.dtend.value if hasattr(vevent, "dtend") else debut + vevent.duration.value
    description = vevent.description.value if hasattr(vevent, "description") else ""
    return [vevent.uid.value, _dire(debut), _dire(fin), vevent.status.value, vevent.summary.value, description]


calendrier = vobject.readOne(Path(sys.argv[1]).read_bytes().decode())
calendrier.validate(raiseException=True)
sys.stdout.write(json.dumps([_lire(vevent) for vevent in calendrier.vevent_list]))
