"""Merging fiches into one of them, and undoing it: nothing said is lost, and what came from whom is kept."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.fiches_action.contenus import contenu_de_fiche, contenus_de_fiches
from backend.queries.fiches_action.plusieurs import charger_fiches
from backend.queries.fiches_action.reunies import fusions_de, lire_fusion
from backend.queries.lecture import Ligne
from backend.services.commands.arbitrage import ChoixSaisi, FusionnerFiches
from backend.services.ecriture import changer, ecriture, inserer, verrouiller
from backend.services.fiches_action.acces import charger_fiche
from backend.services.fiches_action.ecriture_de_contenus import ecrire_contenu, relire
from backend.services.fiches_action.numerotation import prochaine_proposition
from backend.services.fiches_action.vie import publiee
from fne_roadmaps.domain.arbitrage import (
    CHOISIS,
    FUSIONNABLES,
    Ajouter,
    ChoixDeFusion,
    Composer,
    Defait,
    Fusion,
    Garder,
    choix_par_defaut,
    defaire,
    fusionner,
    vers_la_fusion,
)
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import Instruction, TypeLienFiches
from fne_roadmaps.domain.errors import Conflit, RegleViolee
from fne_roadmaps.tables.feuilles_de_route import FeuilleDeRoute
from fne_roadmaps.tables.fiches_action import FicheAction, LienFiches


@dataclass(frozen=True, slots=True)
class Preparee:
    """Fiches about to be merged, in an order that does not depend on which one receives, and what each says.

    ``place`` is that of the fiche that receives.
    """

    feuille: Ligne
    fiches: tuple[Ligne, ...]
    contenus: tuple[Mapping[str, Any], ...]
    place: int

    @property
    def cible(self) -> Ligne:
        """The fiche that receives."""
        return self.fiches[self.place]


async def preparer_fusion(ctx: Contexte, cible: str, sources: Sequence[str]) -> Preparee:
    """The fiches, if the reader may merge them and they can be. Raises NonTrouve, Interdit or RegleViolee."""
    (receveuse, *venues), feuille = await charger_fiches(ctx.acteur, (cible, *sources), Droit.ARBITRER)
    fiches = sorted((receveuse, *venues), key=lambda f: (f["numero_proposition"] or 0, f["rang"] or 0, str(f["id"])))
    if Instruction(receveuse["instruction"]) not in FUSIONNABLES:
        raise RegleViolee(
            "cible", f"Une fiche à l’état « {Instruction(receveuse['instruction']).libelle} » ne reçoit pas de fusion."
        )
    signee = await publiee(feuille["id"])
    for f in venues:
        vers_la_fusion(Instruction(f["instruction"]), signee=signee)
    contenus = await contenus_de_fiches([f["id"] for f in fiches])
    return Preparee(feuille, tuple(fiches), tuple(contenus[f["id"]] for f in fiches), fiches.index(receveuse))


def composer_fusion(preparee: Preparee, commande: FusionnerFiches) -> Fusion:
    """What the fiche that receives would say: nothing is written. Raises RegleViolee on a field."""
    places = {f["id"]: place for place, f in enumerate(preparee.fiches)}
    defaut = choix_par_defaut(preparee.contenus, preparee.place)
    champs = dict(defaut.champs)
    for champ, saisi in (commande.champs or {}).items():
        if champ not in CHOISIS:
            raise RegleViolee(champ[:40], "Ce point ne se choisit pas.")
        champs[champ] = _choix(champ, saisi, places)
    if preparee.cible["rang"] is not None:
        # Moving the fiche that receives would change its number: that is another act.
        champs["axe"] = Garder(preparee.place)
    choix = ChoixDeFusion(champs, {c: frozenset(e) for c, e in commande.ecartes.items()}, commande.sommer)
    return fusionner(preparee.contenus, preparee.place, choix)


def _choix(champ: str, saisi: ChoixSaisi, places: Mapping[UUID, int]) -> Garder | Ajouter | Composer:
    if saisi.geste == "ajouter":
        return Ajouter()
    if saisi.geste == "composer":
        return Composer(saisi.texte)
    if saisi.garder is None or saisi.garder not in places:
        raise RegleViolee(champ, "Ce choix ne désigne aucune des fiches à fusionner.")
    return Garder(places[saisi.garder])


async def fusionner_fiches(ctx: Contexte, commande: FusionnerFiches) -> UUID:
    """Merge; returns the key of the fusion. The same fusion asked again gives the same key. Raises RegleViolee."""
    async with ecriture():
        return await _fusionner(ctx, commande)


async def _fusionner(ctx: Contexte, commande: FusionnerFiches) -> UUID:
    references = (commande.cible, *commande.sources)
    (receveuse, *venues), feuille = await charger_fiches(ctx.acteur, references, Droit.ARBITRER)
    await verrouiller(FeuilleDeRoute, feuille["id"])
    if deja := await _deja_faite(receveuse["id"], venues):
        return deja
    preparee = await preparer_fusion(ctx, commande.cible, commande.sources)
    _verifier_versions(preparee, commande)
    fusion = composer_fusion(preparee, commande)
    cible, avant = preparee.cible, preparee.contenus[preparee.place]
    await ecrire_contenu(ctx, feuille, cible, fusion.resultat, action="fusionner", pourquoi=commande.pourquoi)
    apres = await contenu_de_fiche(cible["id"])
    cle = ctx.cle(f"lien_fiches:fusion:{cible['id']}:{cible['version']}:0")
    rangees = []
    sources = [(f, a) for f, a in zip(preparee.fiches, fusion.apports, strict=True) if f["id"] != cible["id"]]
    for i, (source, apport) in enumerate(sources):
        etat = source["instruction"]
        await _fondre(ctx, feuille, source, commande.pourquoi)
        contenu = {
            "fusion": str(cle),
            "rang": i,
            "titre": source["titre"],
            "code": source["code"],
            "instruction": etat,
            "apport": apport,
            **({"avant": avant, "apres": apres} if i == 0 else {}),
        }
        rangees.append(
            {
                "id": cle if i == 0 else ctx.cle(f"lien_fiches:fusion:{cible['id']}:{cible['version']}:{i}"),
                "source": source["id"],
                "cible": cible["id"],
                "type": TypeLienFiches.FUSION,
                "note": commande.pourquoi,
                "contenu": json.dumps(contenu, ensure_ascii=False, sort_keys=True, default=str),
                "date_edtf": ctx.au.isoformat(),
                "date_premier": ctx.au,
                "date_dernier": ctx.au,
            }
        )
    await inserer(LienFiches, rangees)
    return cle


async def _deja_faite(cible: UUID, sources: Sequence[Ligne]) -> UUID | None:
    """The fusion that already put these very sources in this fiche, if it stands: a form sent twice."""
    for fusion in await fusions_de(cible):
        if {s["source"] for s in fusion.sources} == {f["id"] for f in sources}:
            return fusion.cle
    return None


def _verifier_versions(preparee: Preparee, commande: FusionnerFiches) -> None:
    """What the choices were made on is what is there. Raises Conflit."""
    for fiche, contenu in zip(preparee.fiches, preparee.contenus, strict=True):
        if commande.versions.get(fiche["id"], fiche["version"]) != fiche["version"]:
            raise Conflit(
                f"« {fiche['titre']} » a changé pendant que vous prépariez la fusion : relisez, rien n’est perdu.",
                actuel=dict(contenu),
                propose={},
            )


async def _fondre(ctx: Contexte, feuille: Ligne, source: Ligne, pourquoi: str | None) -> None:
    valeurs: dict[str, Any] = {"instruction": Instruction.FUSIONNEE.value}
    if source["rang"] is not None:
        valeurs["rang"] = None
        valeurs["numero_proposition"] = source["numero_proposition"] or await prochaine_proposition(feuille["id"])
    await changer(
        ctx,
        FicheAction,
        source,
        None,
        valeurs,
        gouvernance=feuille["gouvernance"],
        action="fusionner",
        pourquoi=pourquoi,
    )


async def defusionner_fiches(ctx: Contexte, fusion: UUID, reprendre: Sequence[str] = ()) -> Defait:
    """Undo a fusion: the sources go back to instruction, the fiche takes its text back where nobody touched it since.

    ``reprendre`` names the fields touched since that are given back all the same. Returns what was done of each field.
    """
    async with ecriture():
        lue = await lire_fusion(fusion)
        cible, feuille = await charger_fiche(ctx, lue.cible, Droit.ARBITRER)
        if cible["instruction"] == Instruction.FUSIONNEE:
            raise RegleViolee("fusion", "Cette fiche est elle-même fusionnée dans une autre : commencez par celle-là.")
        await verrouiller(FeuilleDeRoute, feuille["id"])
        defait = defaire(lue.avant, lue.apres, await contenu_de_fiche(cible["id"]))
        rendu = defait.rendu | {c: paire[0] for c, paire in defait.retouches.items() if c in reprendre}
        await ecrire_contenu(ctx, feuille, await relire(cible["id"]), rendu, action="defusionner")
        for source in lue.sources:
            await changer(
                ctx,
                FicheAction,
                await relire(source["source"]),
                None,
                {"instruction": Instruction.EN_INSTRUCTION.value},
                gouvernance=feuille["gouvernance"],
                action="defusionner",
            )
            lien = LienFiches.update({LienFiches.annule_le: ctx.maintenant}).where(LienFiches.id == source["id"])
            await lien.run()
        return Defait(rendu, {c: paire for c, paire in defait.retouches.items() if c not in rendu})
