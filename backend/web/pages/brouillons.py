"""Where pages keep what is being typed: said to nobody else, and nothing of the domain is written."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from litestar import MediaType, Response, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect

from backend.services.brouillons import abandonner_brouillon, garder_brouillon
from backend.web.formulaires import VERSION, Saisie, lire_saisie, saisie_de, vers
from backend.web.lecteur import LecteurDePage
from backend.web.origine import chemin_sur
from backend.web.pages.commun import Requete
from fne_roadmaps.domain.errors import RegleViolee

ILLISIBLE = "Cette saisie ne peut pas être lue : un objet JSON de textes, ou un formulaire, est attendu."


@post("/brouillons/{objet:uuid}/{section:str}", include_in_schema=False, status_code=204)
async def garder(request: Requete, ctx: LecteurDePage, objet: FromPath[UUID], section: FromPath[str]) -> Response[None]:
    """Keep it, from a form or a JSON object of texts (or lists of texts) by name of field."""
    saisie = await _lire(request)
    await garder_brouillon(ctx, objet, section, saisie.version if saisie.un(VERSION) else None, saisie.paires)
    return Response(content=None, status_code=204, headers={"cache-control": "no-store"})


@post("/brouillons/{objet:uuid}/{section:str}/abandon", include_in_schema=False, status_code=303)
async def abandonner(request: Requete, ctx: LecteurDePage, objet: FromPath[UUID], section: FromPath[str]) -> Redirect:
    """Drop it, then come back to the page, as it is stored."""
    await abandonner_brouillon(ctx, objet, section)
    return vers(chemin_sur(request.query_params.get("retour")))


async def _lire(request: Requete) -> Saisie:
    if request.content_type[0] != MediaType.JSON:
        return await lire_saisie(request)
    try:
        donnees: Any = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise RegleViolee("contenu", ILLISIBLE) from None
    if not isinstance(donnees, dict):
        raise RegleViolee("contenu", ILLISIBLE)
    paires: list[tuple[str, str]] = []
    for nom, valeur in donnees.items():
        valeurs = valeur if isinstance(valeur, list) else [valeur]
        if not all(isinstance(v, str) for v in valeurs):
            raise RegleViolee("contenu", ILLISIBLE)
        paires += [(nom, v) for v in valeurs]
    return saisie_de(paires)


BROUILLONS: tuple[HTTPRouteHandler, ...] = (garder, abandonner)
