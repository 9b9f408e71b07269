"""The API of the journal: the entries of one object."""

from __future__ import annotations

from litestar import get
from pydantic import TypeAdapter

from backend.api.acces import contexte_api
from backend.api.ressources import RACINE
from backend.api.routes import Reponse, reference_de, repondre
from backend.api.schemas.base import Page
from backend.api.schemas.communs import EntreeJournal
from backend.errors.reponses import Requete
from backend.queries.journal import lire_journal
from backend.queries.listes import lire_page
from fne_roadmaps.domain.errors import NonTrouve

_PAGE = TypeAdapter(Page[EntreeJournal])
COLLECTIONS = {
    "gouvernances": "gouvernance",
    "feuilles-de-route": "feuille_de_route",
    "axes": "axe",
    "fiches-action": "fiche_action",
    "instances": "instance",
    "reunions": "reunion",
    "points": "point_ordre_du_jour",
    "presences": "presence",
    "decisions": "decision",
}
"""Collections of the API whose objects have a journal, and their concept."""


@get(f"{RACINE}/journal/{{collection:str}}/{{reference:path}}", name="api-journal")
async def journal(request: Requete) -> Reponse:
    """What happened to one object, newest first, for those who may follow it."""
    ctx = await contexte_api(request)
    concept = COLLECTIONS.get(str(request.path_params["collection"]))
    if concept is None:
        raise NonTrouve("Ce journal")
    page, par_page = lire_page(request.query_params.multi_items())
    trouvee = await lire_journal(ctx.acteur, concept, reference_de(request), page=page, par_page=par_page)
    return repondre(_PAGE.dump_json(_PAGE.validate_python(trouvee, from_attributes=True)))
