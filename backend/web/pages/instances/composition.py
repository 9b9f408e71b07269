"""The seats of an instance: in order, moved, taken out and put back."""

from __future__ import annotations

import re
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.instances import lire_instance
from backend.queries.lecture import Ligne
from backend.services.sieges import deplacer_siege, retablir_siege, retirer_siege, sieges_tenus
from backend.web.adresses import instances as ici
from backend.web.contexts import CompositionContexte, Demo, SiegeRange
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, erreurs_de, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.instances.commun import cadre_d_instance, tenue
from backend.web.presentation.instances import dire_siege
from exports.formats import typographier
from fne_roadmaps.domain.errors import NonTrouve
from fne_roadmaps.domain.periodes import Periode

GESTE = "geste"
_GESTE = re.compile(r"(monter|descendre|retirer):([0-9a-f-]{36})", re.ASCII)
_QUOI = "Ce siège"


@get("/instances/{cle:uuid}/composition", include_in_schema=False)
async def composition(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Every seat, with what can be done of it."""
    return await _page(request, ctx, demo, await tenue(ctx, cle), None)


@post("/instances/{cle:uuid}/composition", include_in_schema=False, status_code=303)
async def ranger_la_composition(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Do what the pressed button says of one seat."""
    instance = await tenue(ctx, cle)
    saisie = await lire_saisie(request)
    acte, siege, place = await _geste(cle, saisie.un(GESTE))
    try:
        if acte == "retirer":
            await retirer_siege(ctx, siege)
            return vers(ici.composition(cle, fait="siege-retire", objet=siege))
        await deplacer_siege(ctx, siege, place)
    except REFUS as refus:
        return await _page(request, ctx, demo, instance, erreurs_de(refus, {"quorum": "Quorum"})[0].message)
    return vers(ici.composition(cle, str(siege), fait="siege-range"))


@post("/sieges/{cle:uuid}/retablir", include_in_schema=False, status_code=303)
async def retablir_un_siege(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Put a seat taken out back in its place."""
    instance = await retablir_siege(ctx, cle)
    return vers(ici.composition(instance, str(cle), fait="siege-retabli"))


async def _geste(instance: UUID, geste: str) -> tuple[str, UUID, int]:
    """What is asked, of which seat of this instance, and the place it would take. Raises NonTrouve."""
    trouve = _GESTE.fullmatch(geste)
    cles = [str(s["id"]) for s in await sieges_tenus(instance)]
    if trouve is None or trouve[2] not in cles:
        raise NonTrouve(_QUOI)
    place = cles.index(trouve[2]) + (0 if trouve[1] == "monter" else 2)
    return trouve[1], UUID(trouve[2]), place


async def _page(request: Requete, ctx: Contexte, demo: Demo | None, instance: Ligne, erreur: str | None) -> Reponse:
    cle = instance["id"]
    entiere = await lire_instance(ctx.acteur, cle, ctx.au)
    contexte = CompositionContexte(
        cadre=await cadre_d_instance(request, ctx, demo, instance, "Composition"),
        nom=typographier(instance["nom"]),
        sieges=tuple(_range(s, cle, ctx, place) for place, s in enumerate(entiere["sieges"], start=1)),
        voix=entiere["voix"],
        quorum=instance["quorum"],
        fixer_le_quorum=ici.modifier(instance["id"], "champ-quorum"),
        au=ctx.au,
        action=ici.composition(cle),
        ajouter=ici.nouveau_siege(cle),
        retour=ici.instance(cle),
        courriels=ici.courriels(cle),
        erreur=erreur,
    )
    return repondre_page(contexte, 422 if erreur else 200)


def _range(siege: Ligne, instance: UUID, ctx: Contexte, place: int) -> SiegeRange:
    dit = dire_siege(siege)
    return SiegeRange(
        cle=str(siege["id"]),
        siege=dit.siege,
        place=place,
        titulaire=dit.titulaire,
        suppleant=dit.suppleant,
        college=dit.college,
        voix=dit.voix,
        periode=dit.periode,
        passe=Periode(None, siege["fin"]).contient(ctx.au) is False,
        modifier=ici.siege(instance, siege["id"]),
    )
