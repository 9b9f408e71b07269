"""Mails that carry a personal link: queued in the transaction of the act, and never many about one thing.

The address was typed by somebody without an account: what is sent for it is counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import ligne
from backend.services.courriels import poster
from fne_roadmaps.domain.enums import ModeleCourriel
from fne_roadmaps.domain.errors import RegleViolee

ENVOIS_MAX = 6
"""About one deposit or one request, whatever the addresses."""


async def envoyer_le_lien(
    ctx: Contexte,
    modele: ModeleCourriel,
    destinataire: str,
    *,
    gouvernance: UUID,
    objet: UUID,
    donnees: Mapping[str, str | None],
) -> None:
    """Queue one mail about ``objet``, whose link is signed when it leaves. Raises RegleViolee on ``courriel``."""
    deja = await ligne("SELECT COUNT(*) AS n FROM courriel WHERE objet_lie = {}", objet)
    if deja and deja["n"] >= ENVOIS_MAX:
        raise RegleViolee("courriel", "Ce lien a déjà été envoyé plusieurs fois : copiez-le plutôt.")
    await poster(
        ctx, destinataire=destinataire, modele=modele, donnees=donnees, objet_lie=objet, gouvernance=gouvernance
    )
