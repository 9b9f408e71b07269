"""Splitting a fiche into several, and undoing it."""

from __future__ import annotations

import json
from uuid import UUID

from backend.context import Contexte
from backend.queries.fiches_action.contenus import contenu_de_fiche
from backend.queries.fiches_action.reunies import lire_scission
from backend.queries.lecture import Ligne
from backend.services.commands.arbitrage import ScinderFiche
from backend.services.ecriture import changer, ecriture, inserer, verrouiller
from backend.services.fiches_action.acces import charger_fiche
from backend.services.fiches_action.ecriture_de_contenus import ecrire_contenu, fiche_depuis, relire
from fne_roadmaps.domain.arbitrage import FUSIONNABLES, Partage, defaire, scinder
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import Instruction, TypeLienFiches
from fne_roadmaps.domain.errors import Conflit, RegleViolee
from fne_roadmaps.tables.feuilles_de_route import FeuilleDeRoute
from fne_roadmaps.tables.fiches_action import FicheAction, LienFiches


async def scinder_fiche(ctx: Contexte, reference: str, version: int | None, commande: ScinderFiche) -> UUID:
    """Split; the new fiches start in instruction (or proposed, as the one they come from). Returns the key of the act.

    Raises RegleViolee, or Conflit when the fiche is no longer the one whose parts were chosen.
    """
    async with ecriture():
        fiche, feuille = await charger_fiche(ctx, reference, Droit.ARBITRER)
        await verrouiller(FeuilleDeRoute, feuille["id"])
        contenu = await contenu_de_fiche(fiche["id"])
        if version is not None and version != fiche["version"]:
            raise Conflit(
                f"« {fiche['titre']} » a été modifiée pendant que vous la scindiez : relisez, rien n’est perdu.",
                actuel=contenu,
                propose={},
            )
        etat = Instruction(fiche["instruction"])
        if etat not in FUSIONNABLES:
            raise RegleViolee("titres", f"Une fiche à l’état « {etat.libelle} » ne se scinde pas.")
        partage = Partage(commande.textes, commande.elements, commande.copies)
        reste, nouvelles = scinder(contenu, commande.titres, partage)
        await ecrire_contenu(ctx, feuille, fiche, reste, action="scinder", pourquoi=commande.pourquoi)
        naissance = Instruction.PROPOSEE if etat is Instruction.PROPOSEE else Instruction.EN_INSTRUCTION
        cles = [
            await fiche_depuis(ctx, feuille, nouvelle, naissance, exemple=fiche["exemple"]) for nouvelle in nouvelles
        ]
        return await _lier(ctx, fiche, cles, contenu, commande)


async def _lier(ctx: Contexte, fiche: Ligne, cles: list[UUID], avant: object, commande: ScinderFiche) -> UUID:
    apres = await contenu_de_fiche(fiche["id"])
    noms = [f"lien_fiches:scission:{fiche['id']}:{fiche['version']}:{i}" for i in range(len(cles))]
    acte = ctx.cle(noms[0])
    contenus = [
        {"scission": str(acte), "rang": i, **({"avant": avant, "apres": apres} if i == 0 else {})}
        for i in range(len(cles))
    ]
    await inserer(
        LienFiches,
        [
            {
                "id": acte if i == 0 else ctx.cle(noms[i]),
                "source": fiche["id"],
                "cible": cle,
                "type": TypeLienFiches.SCISSION,
                "note": commande.pourquoi,
                "contenu": json.dumps(contenus[i], ensure_ascii=False, sort_keys=True),
                "date_edtf": ctx.au.isoformat(),
                "date_premier": ctx.au,
                "date_dernier": ctx.au,
            }
            for i, cle in enumerate(cles)
        ],
    )
    return acte


async def annuler_scission(ctx: Contexte, scission: UUID) -> UUID:
    """Undo a split whose new fiches are as it left them: their parts come back. Returns the key of the fiche.

    Raises RegleViolee naming what has changed since: then merging gives the parts back, with a choice.
    """
    async with ecriture():
        lue = await lire_scission(scission)
        fiche, feuille = await charger_fiche(ctx, lue.source, Droit.ARBITRER)
        await verrouiller(FeuilleDeRoute, feuille["id"])
        nouvelles = [await relire(lien["cible"]) for lien in lue.nouvelles]
        for nouvelle in nouvelles:
            if nouvelle["version"] != 1 or nouvelle["supprime_le"] is not None:
                raise RegleViolee(
                    "scission",
                    f"« {nouvelle['titre']} » a changé depuis la scission : pour la réunir à nouveau, fusionnez-la.",
                )
        defait = defaire(lue.avant, lue.apres, await contenu_de_fiche(fiche["id"]))
        if defait.retouches:
            raise RegleViolee(
                "scission",
                f"« {fiche['titre']} » a changé depuis la scission : pour réunir les fiches à nouveau, fusionnez-les.",
            )
        await ecrire_contenu(ctx, feuille, fiche, defait.rendu, action="annuler_scission")
        for nouvelle, lien in zip(nouvelles, lue.nouvelles, strict=True):
            await changer(
                ctx,
                FicheAction,
                nouvelle,
                None,
                {"supprime_le": ctx.maintenant},
                gouvernance=feuille["gouvernance"],
                action="annuler_scission",
            )
            annule = LienFiches.update({LienFiches.annule_le: ctx.maintenant}).where(LienFiches.id == lien["id"])
            await annule.run()
        return UUID(str(fiche["id"]))
