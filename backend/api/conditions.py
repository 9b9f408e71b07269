"""Headers that guard reads, changes and creations: ETag, If-None-Match, If-Match, Idempotency-Key."""

from __future__ import annotations

import re

from backend.errors import Nature, Refus
from backend.errors.reponses import Requete

VERSION_INCONNUE = 0
"""What a tag that is not one of ours stands for: no row ever has it, so the change is refused as stale."""

_ETIQUETTE = re.compile(r'"([1-9][0-9]{0,8})"')
_ETIQUETTES = re.compile(r'(?:W/)?("[^"]*")')
_CLE = re.compile(r"[\x21-\x7e]{1,120}")


def etag(version: int) -> str:
    """« "3" », strong."""
    return f'"{version}"'


def deja_lue(requete: Requete, etiquette: str) -> bool:
    """The reader already holds this version (RFC 9110 § 13.1.2: weak comparison)."""
    recue = requete.headers.get("if-none-match", "").strip()
    return recue == "*" or etiquette in _ETIQUETTES.findall(recue)


def version_lue(requete: Requete) -> int:
    """The version the change starts from. Raises Refus (428) when it is not told; « * » would hide a lost change."""
    recue = requete.headers.get("if-match", "").strip()
    if recue in {"", "*"}:
        detail = 'Dites de quelle version vous partez : l’en-tête « If-Match » porte l’ETag lu, par exemple "3".'
        raise Refus(Nature.VERSION_REQUISE, detail)
    trouvee = _ETIQUETTE.fullmatch(recue)
    return int(trouvee[1]) if trouvee else VERSION_INCONNUE


def cle_idempotence(requete: Requete) -> str:
    """The key of a creation. Raises Refus (400)."""
    recue = requete.headers.get("idempotency-key", "").strip()
    if not recue:
        detail = (
            "Une création porte un en-tête « Idempotency-Key », une clé de votre choix (un UUID, par exemple) : "
            "la même demande, renvoyée avec la même clé, ne crée rien deux fois."
        )
        raise Refus(Nature.CLE_IDEMPOTENCE, detail)
    if not _CLE.fullmatch(recue):
        detail = "L’en-tête « Idempotency-Key » compte 1 à 120 signes ASCII, sans espace."
        raise Refus(Nature.CLE_IDEMPOTENCE, detail)
    return recue
