"""What tells an open page of a sitting that somebody else changed it: two short marks, equal as long as nothing did."""

from __future__ import annotations

import json
from hashlib import sha256

from backend.queries.vues.seances import SeanceVue
from backend.web.contexts.seances import MarquesDeSeance


def marques_de_seance(vue: SeanceVue) -> MarquesDeSeance:
    """One mark for attendance, one for everything else but notes: items, their states, decisions, the sitting."""
    presences = [[str(p["id"]), p["version"]] for p in vue.presences]
    points = [[str(p["id"]), p["titre"], p["etat"].value, p["rang"]] for p in vue.vivants]
    decisions = [[str(d["id"]), d["texte"], d["adoption"]] for d in vue.decisions]
    return MarquesDeSeance(
        presences=_marque([presences, [str(s["id"]) for s in vue.sieges]]),
        suite=_marque([points, decisions, vue.reunion["etat"].value]),
    )


def _marque(contenu: object) -> str:
    return sha256(json.dumps(contenu).encode()).hexdigest()[:16]
