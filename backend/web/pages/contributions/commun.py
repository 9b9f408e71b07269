"""What pages opened by a personal link share: their bare frame, their answer, and the page of a dead link."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response

from backend.context import Contexte, jour_de_reference, maintenant
from backend.web.contexts import Cadre, Demo, LienACopier, LienMortContexte
from backend.web.formulaires import SAISIE, Saisie
from backend.web.lecteur import base_de
from backend.web.pages.commun import Requete, racine_du_site, repondre_page
from backend.web.presentation.avis import avis_de
from exports.formats import typographier
from fne_roadmaps.domain.errors import NonTrouve

COPIER = "js/copier.js"
"""Beside the address to copy, a button that copies it; without script the address is selected by hand."""

_MORT = "Ce lien n’ouvre rien"


def cadre_public(request: Requete, ctx: Contexte, demo: Demo | None, titre: str) -> Cadre:
    """A page of a personal link: the wordmark, and nothing of the governances."""
    parametres = request.query_params
    return Cadre(
        titre=titre,
        au=ctx.au,
        menu=(),
        bandeau=None,
        demo=demo,
        avis=avis_de(parametres.get("fait"), None),
        scripts=(COPIER,),
    )


def repondre_publique(contexte: object, statut: int = 200) -> Response[str]:
    """The page as HTML, kept by nobody: neither shared caches nor search engines."""
    reponse = repondre_page(contexte, statut)
    reponse.headers.update({"x-robots-tag": "noindex, nofollow", "cache-control": "private, no-store"})
    return reponse


def repondre_lien_mort(request: Request[Any, Any, Any], _: Exception) -> Response[str]:
    """Nothing is said of what was wrong with the link. Reads nothing from the database."""
    base = base_de(request)
    saisie: Saisie | None = request.scope["state"].get(SAISIE)
    cadre = Cadre(
        titre=_MORT,
        au=jour_de_reference(base.au, maintenant()),
        menu=(),
        bandeau=None,
        demo=request.scope["state"].get("demo"),
    )
    return repondre_publique(LienMortContexte(cadre=cadre, textes=saisie.textes if saisie else ()), 404)


LIEN_MORT: dict[Any, Any] = {NonTrouve: repondre_lien_mort}
"""Exception handlers of every page a personal link opens."""


def lien_a_copier(request: Requete, libelle: str, chemin: str, aide: str | None = None) -> LienACopier:
    """The whole address of a path: at the public address of the site, or else the one it is read at."""
    return LienACopier(libelle=libelle, adresse=racine_du_site(request) + chemin, aide=aide and typographier(aide))
