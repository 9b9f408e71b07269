"""Date polls: held from the page of a meeting, answered by a link."""

from __future__ import annotations

from litestar.handlers import HTTPRouteHandler

from backend.web.pages.sondages.gestion import (
    abandonner,
    choisir,
    ouvrir,
    remplacer_lien,
    rouvrir,
    sondage_de_la_reunion,
)
from backend.web.pages.sondages.public import changer_ma_reponse, ma_reponse, repondre, sondage_par_lien

SONDAGES: tuple[HTTPRouteHandler, ...] = (
    abandonner,
    changer_ma_reponse,
    choisir,
    ma_reponse,
    ouvrir,
    remplacer_lien,
    repondre,
    rouvrir,
    sondage_de_la_reunion,
    sondage_par_lien,
)
