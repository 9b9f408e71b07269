"""A creation asked twice under one key is done once: its answer is kept with it, in the same transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import ligne
from backend.services import cadences, feuilles_de_route, gouvernances, instances, sieges, sondages
from backend.services.changements_groupes import execution
from backend.services.commands.champs import Commande
from backend.services.comptes_rendus import amendements
from backend.services.contributions import appels, demandes, depots
from backend.services.ecriture import ecriture
from backend.services.fiches_action import essaimage, nouvelles, redaction
from backend.services.imports_agenda import execution as importation
from backend.services.reunions import decisions, points, presences, reports, tenue
from fne_roadmaps.domain.errors import Conflit
from fne_roadmaps.tables.comptes import CleIdempotence

GARDE = timedelta(days=7)
CREE = 201

_CREER: Mapping[str, Callable[[Contexte, Any], Awaitable[UUID]]] = {
    "gouvernance": gouvernances._creer,
    "contribution": gouvernances._ajouter_contribution,
    "chiffre": gouvernances._ajouter_chiffre,
    "feuille_de_route": feuilles_de_route._creer,
    "axe": feuilles_de_route._creer_axe,
    "fiche_action": redaction._creer,
    "nouvelle": nouvelles._donner,
    "instance": instances._creer,
    "siege": sieges._ajouter,
    "cadence": cadences._ajouter,
    "reunion": tenue._creer,
    "decision": decisions._creer,
    "point_ordre_du_jour": points._creer,
    "ordre_du_jour": reports._preparer,
    "presence": presences._dire,
    "appel_a_fiches": appels._creer,
    "depot": depots._commencer,
    "demande_de_nouvelles": demandes._demander,
    "amendement": amendements._demander,
    "reponse_sondage": sondages._repondre,
    "changement_groupe": execution._executer,
    "reprise": essaimage._reprendre,
    "import_agenda": importation._importer,
}


@dataclass(frozen=True, slots=True)
class Reponse:
    """What was answered to the creation, as stored; ``rejouee`` when it had been asked before."""

    texte: str
    rejouee: bool


async def _la_cle(cle: UUID) -> str:
    return str(cle)


async def creer_une_fois(
    ctx: Contexte, concept: str, cle: str, commande: Commande, repondre: Callable[[UUID], Awaitable[str]] = _la_cle
) -> Reponse:
    """Create an object of the concept, or give again the answer kept under the key.

    ``repondre`` writes the answer from the new key, inside the transaction; without it the answer is that key. Answers
    are kept seven days. Raises Conflit when the key served another request, and whatever the creation itself raises:
    then the key stays free.
    """
    demande = sha256(f"{concept}\n{commande.model_dump_json()}".encode()).hexdigest()
    async with ecriture():
        reservee = ctx.cle(f"cle_idempotence:{ctx.acteur.identifiant}:{cle}")
        await _reserver(ctx, reservee, cle, demande)
        tenue_par = await ligne(
            "SELECT id, empreinte, reponse FROM cle_idempotence WHERE acteur = {} AND cle = {}",
            ctx.acteur.identifiant,
            cle,
        )
        if tenue_par is not None and tenue_par["id"] != reservee:
            if tenue_par["empreinte"] != demande:
                raise Conflit(
                    "Cette clé d’idempotence a déjà servi à une autre demande : prenez-en une nouvelle.", {}, {}
                )
            return Reponse(str(tenue_par["reponse"]), rejouee=True)
        texte = await repondre(await _CREER[concept](ctx, commande))
        await (
            CleIdempotence.update({CleIdempotence.statut: CREE, CleIdempotence.reponse: texte})
            .where(CleIdempotence.id == reservee)
            .run()
        )
        return Reponse(texte, rejouee=False)


async def _reserver(ctx: Contexte, reservee: UUID, cle: str, demande: str) -> None:
    """Take the key, unless it is taken; a second request that comes at the same time waits here for the first."""
    await (
        CleIdempotence.delete()
        .where((CleIdempotence.acteur == ctx.acteur.identifiant) & (CleIdempotence.cree_le < ctx.maintenant - GARDE))
        .run()
    )
    rangee = CleIdempotence(
        id=reservee, acteur=ctx.acteur.identifiant, cle=cle, empreinte=demande, cree_le=ctx.maintenant
    )
    await (
        CleIdempotence.insert(rangee)
        .on_conflict(target=(CleIdempotence.acteur, CleIdempotence.cle), action="DO NOTHING")
        .run()
    )
