"""The page of the minutes of a meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from litestar import get
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.comptes_rendus import lire_compte_rendu
from backend.queries.vues.cadre import lieu
from backend.web import adresses
from backend.web.contexts import ConflitDeChamp, Demo, Lien
from backend.web.demonstration import DemoDePage
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, preparer, repondre_page
from backend.web.presentation.cadre import INSTANCES, de_gouvernance
from backend.web.presentation.comptes_rendus import Refusee, contexte_compte_rendu
from backend.web.presentation.mots import titre_sans_mention
from fne_roadmaps.domain.errors import RegleViolee


@get("/comptes-rendus/{cle:uuid}", include_in_schema=False)
async def compte_rendu(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The minutes at the version of the address, else as they stand."""
    return await page_de_compte_rendu(request, ctx, demo, cle)


async def page_de_compte_rendu(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    cle: UUID,
    refusee: Refusee | None = None,
    conflits: Mapping[str, ConflitDeChamp] | None = None,
) -> Reponse:
    """The page, with the form that was refused when one was, and what two people wrote at once."""
    vue = await lire_compte_rendu(ctx.acteur, cle, ctx.au, numero_de_version(request))
    r = vue.reunion
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, r["gouvernance"])
    nom = titre_sans_mention(r["titre"], r["exemple"])
    parent = Lien(libelle=nom, href=adresses.reunion(r["id"]))
    cadre = de_gouvernance(lecture, endroit, f"Compte rendu, {nom}", INSTANCES, (parent,), "Compte rendu")
    if refusee:
        cadre = replace(cadre, titre=f"Erreur : {cadre.titre}")
    statut = 409 if conflits else 422 if refusee else 200
    return repondre_page(contexte_compte_rendu(vue, cadre, ctx.au, refusee, conflits or {}), statut)


def numero_de_version(request: Requete) -> int | None:
    """The version of the address. Raises RegleViolee."""
    texte = request.query_params.get("version", "").strip()
    if not texte:
        return None
    if not (texte.isascii() and texte.isdigit() and len(texte) < 5 and int(texte)):
        raise RegleViolee("version", "Une version est un nombre à partir de 1.")
    return int(texte)
