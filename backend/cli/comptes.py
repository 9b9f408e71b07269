"""Accounts from the machine that holds the database: how the first administrator of a governance comes in."""

from __future__ import annotations

from dataclasses import replace

from pydantic import ValidationError

from backend.context import contexte_systeme
from backend.database import base_ouverte, secret_de
from backend.errors import traduire
from backend.services.commands.comptes import Inviter
from backend.services.comptes import inviter
from backend.settings import Settings
from backend.web.adresses.comptes import acces
from exports.formats import typographier

ADRESSE_LOCALE = "http://127.0.0.1:8000"


async def inviter_du_serveur(gouvernance: str, champs: dict[str, str | None]) -> str | None:
    """The whole address of the invitation; None when the account is open already and only gained the profile.

    Raises ValueError, as a French sentence, for a value that is refused.
    """
    settings = Settings()
    async with base_ouverte(settings.database_url) as base:
        try:
            commande = Inviter.model_validate({nom: valeur for nom, valeur in champs.items() if valeur})
        except ValidationError as refus:
            raise ValueError(traduire(refus).detail) from None
        ctx = replace(contexte_systeme(base.au), secret=secret_de(settings, base))
        jeton = await inviter(ctx, gouvernance, commande)
    return f"{(settings.base_url or ADRESSE_LOCALE).rstrip('/')}{acces(jeton)}" if jeton else None


def dire_l_invitation(lien: str | None, settings: Settings) -> str:
    """What the command says beside the link."""
    if lien is None:
        return typographier("Ce compte est déjà ouvert : il a maintenant ce profil, sans nouvelle invitation.")
    part = "Elle part aussi par courriel." if settings.smtp_url.get_secret_value() else "Aucun courriel ne part d’ici."
    ou = "" if settings.base_url else " FNE_BASE_URL manque : remplacez le début du lien par l’adresse du site."
    return typographier(f"Invitation bonne deux semaines, une seule fois : donnez ce lien. {part}{ou}")
