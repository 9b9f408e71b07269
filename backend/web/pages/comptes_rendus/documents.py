"""The minutes as documents: one meeting, its decisions, a year of an instance or of a governance."""

from __future__ import annotations

from uuid import UUID

from anyio import to_thread
from litestar import get
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.comptes_rendus import (
    compilation_d_une_gouvernance,
    compilation_d_une_instance,
    lire_compte_rendu,
)
from backend.web.fichiers import DOCX, repondre_fichier
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.comptes_rendus.lecture import numero_de_version
from exports.docx import rendre_compilation, rendre_compte_rendu, rendre_releve_de_decisions
from exports.payloads import CompilationDoc, ReunionDoc
from fne_roadmaps.domain.errors import RegleViolee


@get("/comptes-rendus/{cle:uuid}/compte-rendu.docx", include_in_schema=False)
async def compte_rendu_docx(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """The minutes; « PROJET » on every page until they are approved."""
    doc = await _doc(request, ctx, cle)
    return repondre_fichier(
        request, await to_thread.run_sync(rendre_compte_rendu, doc), _nom(doc, "compte-rendu"), DOCX
    )


@get("/comptes-rendus/{cle:uuid}/releve.docx", include_in_schema=False)
async def releve_docx(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """The decisions, and where they stood on the day of the text."""
    doc = await _doc(request, ctx, cle)
    octets = await to_thread.run_sync(rendre_releve_de_decisions, doc)
    return repondre_fichier(request, octets, _nom(doc, "releve-de-decisions"), DOCX)


@get("/instances/{cle:uuid}/comptes-rendus.docx", include_in_schema=False)
async def compilation(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """The minutes of a year of an instance that went out, in order, as one document."""
    annee = annee_demandee(request, ctx.au.year)
    return await _compilation(request, await compilation_d_une_instance(ctx.acteur, cle, annee, ctx.au))


@get("/gouvernances/{cle:uuid}/comptes-rendus.docx", include_in_schema=False)
async def compilation_de_gouvernance(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """The minutes of a year of a governance the reader may open, body by body."""
    annee = annee_demandee(request, ctx.au.year)
    return await _compilation(request, await compilation_d_une_gouvernance(ctx.acteur, cle, annee, ctx.au))


async def _compilation(request: Requete, doc: CompilationDoc) -> Reponse:
    octets = await to_thread.run_sync(rendre_compilation, doc)
    nom = f"{doc.reference.replace('/', '-')}-comptes-rendus-{doc.annee}.docx"
    return repondre_fichier(request, octets, nom, DOCX)


async def _doc(request: Requete, ctx: Contexte, cle: UUID) -> ReunionDoc:
    return (await lire_compte_rendu(ctx.acteur, cle, ctx.au, numero_de_version(request))).doc


def _nom(doc: ReunionDoc, quoi: str) -> str:
    return f"{doc.reference.replace('/', '-')}-{quoi}.docx"


def annee_demandee(request: Requete, defaut: int) -> int:
    """The year of the address. Raises RegleViolee."""
    texte = request.query_params.get("annee", "").strip()
    if not texte:
        return defaut
    if not (texte.isascii() and texte.isdigit() and len(texte) == 4 and 1900 <= int(texte) <= 2200):
        raise RegleViolee("annee", f"« {texte[:40]} » n’est pas une année ; exemple : « 2024 ».")
    return int(texte)
