"""Taking up in one roadmap a fiche another one has published: its idea is copied, never its people nor its money."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.fiches_publiees import FicheDeVersion, fiche_source, lire_fiche_publiee
from backend.services.commands.arbitrage import ReprendreFiche
from backend.services.commands.fiches_action import CreerFicheAction
from backend.services.ecriture import ecriture, inserer, journaliser
from backend.services.feuilles_de_route import charger_feuille
from backend.services.fiches_action import redaction
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import TypeLienFiches
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.tables.fiches_action import LienFiches

COPIES = ("titre", "contexte", "objectifs", "description", "moyens_humains", "livrables", "besoin")
"""What stays true elsewhere; dates, territories, organisations, amounts and figures are of the place they come from."""


async def reprendre_fiche(ctx: Contexte, commande: ReprendreFiche) -> UUID:
    """Take a published fiche up. Returns the key of the new one. Raises NonTrouve, Interdit or RegleViolee."""
    async with ecriture():
        return await _reprendre(ctx, commande)


async def _reprendre(ctx: Contexte, commande: ReprendreFiche) -> UUID:
    feuille = await charger_feuille(ctx, commande.feuille_de_route, Droit.PROPOSER)
    publiee = await lire_fiche_publiee(ctx.acteur, commande.version, commande.numero)
    if publiee.version["feuille"] == feuille["id"]:
        raise RegleViolee("feuille_de_route", "Cette fiche est déjà de cette feuille de route.")
    cle = await redaction._creer(ctx, _copie(publiee, commande, feuille["id"]))
    source = await fiche_source(publiee.version["feuille"], commande.numero)
    if source is None:
        raise RegleViolee("numero", "La fiche d’origine n’est plus là : la reprise ne pourrait pas la nommer.")
    await inserer(
        LienFiches,
        [
            {
                # The right to write asked here is on the new fiche: the link changes nothing of the one taken up.
                "id": ctx.cle(f"lien_fiches:{source['id']}:{cle}:{TypeLienFiches.ESSAIMAGE}"),
                "source": source["id"],
                "cible": cle,
                "type": TypeLienFiches.ESSAIMAGE,
                "note": commande.note,
                "contenu": json.dumps(origine(publiee), ensure_ascii=False, sort_keys=True),
                "date_edtf": ctx.au.isoformat(),
                "date_premier": ctx.au,
                "date_dernier": ctx.au,
            }
        ],
    )
    await journaliser(
        ctx,
        "fiche_action",
        cle,
        "lier",
        gouvernance=feuille["gouvernance"],
        changements={TypeLienFiches.ESSAIMAGE.value: (None, source["id"])},
        pourquoi=commande.note,
    )
    return cle


def _copie(publiee: FicheDeVersion, commande: ReprendreFiche, feuille: UUID) -> CreerFicheAction:
    fiche = publiee.fiche
    return CreerFicheAction(
        feuille_de_route=str(feuille),
        axe=commande.axe,
        instruction=commande.instruction,
        publics=fiche.publics,
        jalons=tuple({"titre": j.titre, "livrable": j.livrable} for j in fiche.jalons),
        indicateurs=tuple({"libelle": i.libelle, "unite": i.unite} for i in fiche.indicateurs),
        liens=tuple({"libelle": x.libelle, "url": x.url} for x in fiche.liens),
        exemple=fiche.exemple,
        **{champ: getattr(fiche, champ) for champ in COPIES},
    )


def origine(publiee: FicheDeVersion) -> dict[str, Any]:
    """Where it was read, in what everybody may know: the published text."""
    v = publiee.version
    return {
        "version": str(v["id"]),
        "feuille": v["feuille_code"],
        "numero_de_version": v["numero"],
        "numero": publiee.fiche.numero,
        "titre": publiee.fiche.titre,
        "territoire": v["territoire"],
    }
