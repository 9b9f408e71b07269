"""The papers of a meeting to come: the letter that convenes, and the sheet to sign."""

from __future__ import annotations

from uuid import UUID

from anyio import to_thread
from litestar import get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.documents_de_reunion import contenu_de_reunion
from backend.web.fichiers import DOCX, repondre_fichier
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.seances.commun import ouvrir_seance
from exports.docx import rendre_convocation, rendre_emargement
from exports.payloads import ConvocationDoc, EmargementDoc, ReunionDoc
from fne_roadmaps.domain.droits import Droit


@get("/reunions/{cle:uuid}/convocation.docx", include_in_schema=False)
async def convocation(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """The letter, dated of the day it is asked, with the agenda as it stands; for who follows the meeting."""
    doc = await _contenu(ctx, cle, Droit.SUIVRE)
    octets = await to_thread.run_sync(rendre_convocation, ConvocationDoc(reunion=doc, date=ctx.au))
    return repondre_fichier(request, octets, _nom(doc, "convocation"), DOCX)


@get("/reunions/{cle:uuid}/emargement.docx", include_in_schema=False)
async def emargement(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """The sheet to print and sign, for who holds the meeting."""
    doc = await _contenu(ctx, cle, Droit.REUNIR)
    octets = await to_thread.run_sync(rendre_emargement, EmargementDoc(reunion=doc))
    return repondre_fichier(request, octets, _nom(doc, "emargement"), DOCX)


async def _contenu(ctx: Contexte, cle: UUID, droit: Droit) -> ReunionDoc:
    return await contenu_de_reunion(await ouvrir_seance(ctx, cle, droit), ctx.au)


def _nom(doc: ReunionDoc, quoi: str) -> str:
    """« 28-copil-r4-convocation.docx »."""
    return f"{doc.reference.replace('/', '-')}-{quoi}.docx"


DOCUMENTS: tuple[HTTPRouteHandler, ...] = (convocation, emargement)
