"""Personal links to an account: what one opens, if it still does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.queries.lecture import ligne
from fne_roadmaps.domain.enums import UsageAcces
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.domain.jetons import QUOI, cle_du_jeton, verifier_jeton


@dataclass(frozen=True, slots=True)
class LienLu:
    """A link that works: its key, what it is for, and the account it opens."""

    cle: UUID
    usage: UsageAcces
    compte: UUID
    nom: str
    courriel: str | None


async def lire_acces(secret: str, jeton: str, instant: datetime) -> LienLu:
    """What the link opens. One statement.

    Raises NonTrouve when it is no link of ours, RegleViolee on ``lien`` when it was used or came too late.
    """
    trouve = await ligne(
        "SELECT l.id, l.usage, l.compte, l.expire_le, l.utilise_le, c.nom, c.courriel FROM lien_acces l "
        "JOIN compte c ON c.id = l.compte WHERE l.id = {} AND c.supprime_le IS NULL",
        cle_du_jeton(jeton),
    )
    if trouve is None:
        raise NonTrouve(QUOI)
    verifier_jeton(secret, trouve["usage"], jeton)
    if trouve["utilise_le"] is not None:
        raise RegleViolee("lien", "Ce lien a déjà servi : connectez-vous, ou demandez-en un nouveau.")
    if instant >= trouve["expire_le"]:
        raise RegleViolee("lien", "Ce lien n’est plus valable : demandez-en un nouveau.")
    return LienLu(trouve["id"], UsageAcces(trouve["usage"]), trouve["compte"], trouve["nom"], trouve["courriel"])
