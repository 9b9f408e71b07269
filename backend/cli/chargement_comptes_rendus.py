"""Minutes of the demonstration: written, circulated, amended, approved, through the services."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from backend.context import Contexte
from backend.services.commands import comptes_rendus as cc
from backend.services.comptes_rendus import amendements, approbation, redaction
from fne_roadmaps.domain.droits import SYSTEME


async def rendre_compte(ctx: Contexte, donnee: dict[str, Any]) -> object:
    """The minutes of a meeting, as far as the data goes: ``amendements`` are asked for, ``approuve_le`` closes them."""
    cle = await redaction._ouvrir(ctx, donnee["reunion"])
    textes = {champ: donnee[champ] for champ in ("introduction", "conclusion") if champ in donnee}
    await redaction._rediger(ctx, cle, None, cc.RedigerCompteRendu(**textes))
    if "amendements_jusqu_au" not in donnee:
        return cle
    jusqu_au = donnee["amendements_jusqu_au"]
    await redaction._diffuser(ctx, cle, None, cc.DiffuserCompteRendu.model_validate({"amendements_jusqu_au": jusqu_au}))
    for demande in donnee.get("amendements", ()):
        auteur = replace(SYSTEME, nom=demande["auteur"])
        champs = {nom: valeur for nom, valeur in demande.items() if nom != "auteur"}
        commande = cc.DemanderAmendement.model_validate({**champs, "compte_rendu": cle})
        await amendements._demander(replace(ctx, acteur=auteur), commande)
    if "approuve_le" in donnee:
        champs = {nom: donnee[nom] for nom in ("approuve_le", "approuve_a") if nom in donnee}
        await approbation._approuver(ctx, cle, None, cc.ApprouverCompteRendu.model_validate(champs))
    return cle
