"""Pages where a meeting is prepared and held."""

from __future__ import annotations

from litestar.handlers import HTTPRouteHandler

from backend.web.pages.seances.decisions import DECISIONS
from backend.web.pages.seances.documents import DOCUMENTS
from backend.web.pages.seances.notes import NOTES_PRISES
from backend.web.pages.seances.ordre_du_jour import ORDRE_DU_JOUR
from backend.web.pages.seances.points import POINTS
from backend.web.pages.seances.preparation import PREPARATION
from backend.web.pages.seances.presences import PRESENCES
from backend.web.pages.seances.tenue import TENUE
from backend.web.pages.seances.vif import VIF

SEANCES: tuple[HTTPRouteHandler, ...] = (
    *DECISIONS,
    *DOCUMENTS,
    *NOTES_PRISES,
    *ORDRE_DU_JOUR,
    *POINTS,
    *PREPARATION,
    *PRESENCES,
    *TENUE,
    *VIF,
)
