"""What a page says once after an act: a closed list of messages, so that an address cannot make the site say anything.

The act redirects to ``…?fait=<code>`` (with ``objet``, the key of what can be undone).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from backend.web.contexts import Avis


@dataclass(frozen=True, slots=True)
class _Message:
    texte: str
    annuler: Callable[[UUID], str] | None = None


_MESSAGES: Mapping[str, _Message] = {
    "avancement": _Message("L’avancement de la fiche est enregistré."),
}


def avis_de(fait: str | None, objet: str | None) -> Avis | None:
    """The message of a code, with its undo when the act has one; None for anything else."""
    message = _MESSAGES.get(fait or "")
    if message is None:
        return None
    try:
        annuler = message.annuler(UUID(objet)) if message.annuler and objet else None
    except ValueError:
        annuler = None
    return Avis(message=message.texte, annuler=annuler)
