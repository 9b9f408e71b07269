"""What two secretaries do at once: the page of a sitting asks now and then what the other one changed."""

from __future__ import annotations

import json
from uuid import UUID

from litestar import get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from backend.web.fichiers import repondre_fichier
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.seances.commun import ouvrir_seance
from backend.web.presentation.seances.marques import marques_de_seance


@get("/reunions/{cle:uuid}/seance.json", include_in_schema=False)
async def ce_qui_change(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Notes by item, and the marks of the rest; 304 as long as nothing changed. For who holds the meeting."""
    vue = await ouvrir_seance(ctx, cle)
    marques = marques_de_seance(vue)
    dit = {
        "notes": {str(p["id"]): p["notes"] or "" for p in vue.vivants},
        "presences": marques.presences,
        "suite": marques.suite,
    }
    octets = json.dumps(dit, ensure_ascii=False, sort_keys=True).encode()
    return repondre_fichier(request, octets, "seance.json", "application/json")


VIF: tuple[HTTPRouteHandler, ...] = (ce_qui_change,)
