"""Calls and deposits in the small world: opened, begun and written as people do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID, uuid4

from backend.context import Contexte
from backend.queries.contributions import appel_du_lien, depot_du_lien
from backend.services import contributions as s
from backend.services.commands.contributions import CommencerDepot, CreerAppel
from backend.services.idempotence import creer_une_fois
from fne_roadmaps.domain.contributions import etape_de
from fne_roadmaps.domain.droits import PUBLIC
from fne_roadmaps.domain.jetons import creer_jeton
from tests.support.personnes import SECRET, contexte

VISITEUR = contexte(PUBLIC)
ECRIT: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "besoin": {
        "titre": ("Un bus qui va aux gens",),
        "contexte": ("Vingt communes sans accueil.",),
        "objectifs": ("Une visite par mois.",),
    },
    "action": {
        "description": ("Un bus, deux médiateurs, un calendrier affiché en mairie.",),
        "publics": ("Aînés\nJeunes\n\nAînés",),
        "territoires": ("28", "bv-chartres"),
        "debut": ("septembre 2025",),
        "fin": ("fin 2026",),
    },
    "moyens": {
        "moyens_humains": ("Deux médiateurs",),
        "partenaires": ("conseil départemental d’eure-et-loir\nLes Voisins du numérique",),
        "besoin": ("45 000",),
        "financements.0.financeur": ("Conseil départemental",),
        "financements.0.annee": ("2026",),
        "financements.0.demande": ("12 500,50",),
    },
}


async def ouvrir_appel(alice: Contexte, **champs: object) -> UUID:
    """A call of 28-2024, open on the reference day unless said otherwise."""
    donnees = {"feuille_de_route": "28-2024", "titre": "Proposez vos actions", "ferme_le": date(2025, 7, 11), **champs}
    return await s.creer_appel(alice, CreerAppel.model_validate(donnees))


async def par_le_lien(usage: str, cle: UUID, generation: int = 1) -> Contexte:
    """Whoever holds the link of a call or a deposit."""
    ouvrir = {"appel": appel_du_lien, "depot": depot_du_lien}[usage]
    ctx, _ = await ouvrir(VISITEUR, creer_jeton(SECRET, usage, cle, generation))
    return ctx


async def commencer(appel: UUID, cle: str | None = None, **champs: object) -> tuple[Contexte, UUID]:
    """A deposit begun under the call, and whoever holds its personal link."""
    ctx = await par_le_lien("appel", appel)
    commande = CommencerDepot.model_validate({"appel": str(appel), "structure_nom": "Les Voisins", **champs})

    async def repondre(depot: UUID) -> str:
        return str(depot)

    recu = await creer_une_fois(ctx, "depot", cle or str(uuid4()), commande, repondre)
    depot = UUID(recu.texte)
    return await par_le_lien("depot", depot), depot


async def ecrire(ctx: Contexte, depot: UUID, etapes: Mapping[str, Mapping[str, tuple[str, ...]]] = ECRIT) -> None:
    """Keep steps never kept before."""
    for code, saisies in etapes.items():
        await s.enregistrer_etape(ctx, depot, etape_de(code), 0, saisies)
