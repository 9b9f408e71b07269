"""Mails that carry a personal link: queued in the transaction of the act, and never many about one thing.

The address was typed by somebody without an account: what is sent for it is counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import lignes
from backend.services.courriels import poster
from backend.services.ecriture import en_json
from fne_roadmaps.domain.comptes import courriel as adresse_de_courriel
from fne_roadmaps.domain.enums import EtatCourriel, ModeleCourriel
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
    """Queue one mail about ``objet``, whose link is signed when it leaves. Raises RegleViolee on ``courriel``.

    The same mail still waiting to leave is that mail: a button pressed twice sends it once.
    """
    deja = await lignes("SELECT destinataire, modele, donnees, etat FROM courriel WHERE objet_lie = {}", objet)
    meme = {
        "destinataire": adresse_de_courriel(destinataire),
        "modele": modele.value,
        "donnees": en_json(dict(donnees)),
        "etat": EtatCourriel.A_ENVOYER.value,
    }
    if meme in deja:
        return
    if len(deja) >= ENVOIS_MAX:
        raise RegleViolee("courriel", "Ce lien a déjà été envoyé plusieurs fois : copiez-le plutôt.")
    await poster(
        ctx, destinataire=destinataire, modele=modele, donnees=donnees, objet_lie=objet, gouvernance=gouvernance
    )
