"""Putting the axes and the fiches of a roadmap in order: one act, one transaction, undone in one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.fiches_action.rangs import axes_a_ranger, fiches_a_ranger, numeros_signes
from backend.queries.lecture import Ligne, ligne
from backend.services.commands.arbitrage import AxeRange, RangerFiches
from backend.services.ecriture import changer, ecriture, journaliser, verrouiller
from backend.services.feuilles_de_route import charger_feuille
from backend.services.fiches_action.vie import publiee
from fne_roadmaps.domain.arbitrage import ranger
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import EtatFeuille
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.feuilles_de_route import reordonner
from fne_roadmaps.tables.feuilles_de_route import Axe, FeuilleDeRoute
from fne_roadmaps.tables.fiches_action import FicheAction

ACTE = "ranger"
_PUBLIE = "Un texte publié garde l’ordre et les numéros de ses {mots} : ils ne se rangent plus."


async def ranger_fiches(ctx: Contexte, reference: str, version: int | None, commande: RangerFiches) -> int:
    """Give the roadmap this order, whole. Returns its new version. Raises RegleViolee or Conflit."""
    async with ecriture():
        return await _ranger(ctx, reference, version, commande)


async def annuler_rangement(ctx: Contexte, reference: str) -> int:
    """Give back the order before the last change of it, if nothing has moved since. Raises RegleViolee."""
    async with ecriture():
        feuille = await charger_feuille(ctx, reference, Droit.ARBITRER)
        dernier = await ligne(
            "SELECT avant, apres FROM entree_journal WHERE objet = {} AND concept = {} AND action = {} "
            "ORDER BY le DESC LIMIT 1",
            feuille["id"],
            "feuille_de_route",
            ACTE,
        )
        if dernier is None or json.loads(dernier["apres"]) != await _ordre(feuille["id"]):
            raise RegleViolee("ordre", "L’ordre a changé depuis : il n’y a plus à annuler.")
        axes = tuple(AxeRange(axe=a["axe"], fiches=tuple(a["fiches"])) for a in json.loads(dernier["avant"]))
        return await _ranger(ctx, reference, None, RangerFiches(axes=axes, pourquoi="Retour à l’ordre d’avant."))


async def _ranger(ctx: Contexte, reference: str, version: int | None, commande: RangerFiches) -> int:
    await verrouiller(FeuilleDeRoute, (await charger_feuille(ctx, reference, Droit.ARBITRER))["id"])
    # Read again under the lock: somebody else's order may have been written while this one waited.
    feuille = await charger_feuille(ctx, reference, Droit.ARBITRER)
    if feuille["etat"] == EtatFeuille.CLOSE:
        raise RegleViolee("ordre", "Cette feuille de route est close : son ordre ne change plus.")
    avant = await _ordre(feuille["id"])
    axes = await axes_a_ranger(feuille["id"])
    fiches = await fiches_a_ranger(feuille["id"])
    rangs_axes = reordonner([a["id"] for a in axes], [a.axe for a in commande.axes])
    bouges = [a for a in axes if rangs_axes[a["id"]] != a["rang"]] if _change_d_ordre(axes, rangs_axes) else []
    if bouges and await publiee(feuille["id"]):
        raise RegleViolee("ordre", _PUBLIE.format(mots=feuille["mots_niveau_1"]))
    signees, reserves = await numeros_signes(feuille["id"], axes, fiches)
    nouvelles = ranger(
        {f["id"]: (f["axe"], f["rang"]) for f in fiches},
        {a.axe: a.fiches for a in commande.axes},
        signees=signees,
        reserves=reserves,
    )
    changees = [f for f in fiches if nouvelles[f["id"]] != (f["axe"], f["rang"])]
    apres = [{"axe": str(a.axe), "fiches": [str(f) for f in a.fiches]} for a in commande.axes]
    nouvelle = await changer(
        ctx,
        FeuilleDeRoute,
        feuille,
        version,
        {},
        gouvernance=feuille["gouvernance"],
        action=ACTE,
        autres={"ordre": (avant, apres)} if bouges or changees else None,
        pourquoi=commande.pourquoi,
    )
    await _ranger_axes(ctx, feuille, bouges, rangs_axes)
    await _ranger_fiches(ctx, feuille, changees, nouvelles)
    return nouvelle


def _change_d_ordre(axes: list[Ligne], rangs: Mapping[UUID, int]) -> bool:
    """The axes come in another order than today: gaps between their ranks are not closed for nothing."""
    return sorted(axes, key=lambda a: rangs[a["id"]]) != axes


async def _ordre(feuille: UUID) -> list[dict[str, Any]]:
    """The order of today, as the journal keeps it."""
    fiches = await fiches_a_ranger(feuille)
    return [
        {"axe": str(a["id"]), "fiches": [str(f["id"]) for f in fiches if f["axe"] == a["id"]]}
        for a in await axes_a_ranger(feuille)
    ]


async def _ranger_axes(ctx: Contexte, feuille: Ligne, axes: list[Ligne], rangs: Mapping[UUID, int]) -> None:
    """In two steps: no two axes may hold one rank, even for the time of a statement."""
    for axe in axes:
        await Axe.update({Axe.rang: -axe["rang"]}).where(Axe.id == axe["id"]).run()
    for axe in axes:
        await changer(
            ctx,
            Axe,
            axe,
            None,
            {"rang": rangs[axe["id"]]},
            gouvernance=feuille["gouvernance"],
            action=ACTE,
        )


async def _ranger_fiches(
    ctx: Contexte, feuille: Ligne, fiches: list[Ligne], places: Mapping[UUID, tuple[UUID, int]]
) -> None:
    """In two steps as well: every number is given back before any is given."""
    for fiche in fiches:
        await FicheAction.update({FicheAction.rang: None}).where(FicheAction.id == fiche["id"]).run()
    for fiche in fiches:
        axe, rang = places[fiche["id"]]
        neuves = {"axe": axe, "rang": rang}
        await (
            FicheAction.update(
                {
                    FicheAction.axe: axe,
                    FicheAction.rang: rang,
                    FicheAction.version: fiche["version"] + 1,
                    FicheAction.maj_le: ctx.maintenant,
                }
            )
            .where(FicheAction.id == fiche["id"])
            .run()
        )
        await journaliser(
            ctx,
            "fiche_action",
            fiche["id"],
            ACTE,
            gouvernance=feuille["gouvernance"],
            changements={c: (fiche[c], neuf) for c, neuf in neuves.items() if fiche[c] != neuf},
        )
