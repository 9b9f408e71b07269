"""A fiche action: its page, and the pages where it is written."""

from __future__ import annotations

from litestar.handlers import HTTPRouteHandler

from backend.web.pages.fiches_action.avancement import changer_l_avancement, enregistrer_l_avancement
from backend.web.pages.fiches_action.lecture import fiche_action, fiche_action_par_code

FICHES_ACTION: tuple[HTTPRouteHandler, ...] = (
    fiche_action,
    fiche_action_par_code,
    changer_l_avancement,
    enregistrer_l_avancement,
)
