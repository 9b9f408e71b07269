"""A fiche of today beside the text that was presented or signed."""

from __future__ import annotations

from uuid import UUID

from litestar import get
from litestar.params import FromPath

from backend.queries.vues.comparaison import lire_comparaison
from backend.web.demonstration import DemoDePage
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.fiches_action.commun import cadre_de_fiche, ouvrir_fiche
from backend.web.pages.fiches_action.nouvelles import nommer
from backend.web.presentation.comparaison import contexte_comparaison
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.errors import NonTrouve

TITRE = "Comparer au texte publié"


@get("/fiches-action/{cle:uuid}/texte-publie", include_in_schema=False)
async def comparaison(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Field by field; ``version`` of the address chooses the text, the last one that holds the fiche by default."""
    ouverte = await ouvrir_fiche(ctx, cle, Droit.SUIVRE)
    numero = ouverte.fiche["code"].rpartition("/")[2] if ouverte.fiche["code"] else None
    lue = await lire_comparaison(ouverte.fiche, numero, _version(request.query_params.get("version", "")))
    cadre = await cadre_de_fiche(request, ctx, demo, ouverte, TITRE)
    return repondre_page(contexte_comparaison(lue, cadre, nommer(ouverte), cle, ouverte.feuille))


def _version(texte: str) -> int | None:
    if not texte:
        return None
    if not (texte.isascii() and texte.isdigit() and len(texte) < 5):
        raise NonTrouve("Cette version")
    return int(texte)
