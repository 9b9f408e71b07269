"""The arbitration: deciding, merging, splitting, ordering, throwing away, taking up."""

from __future__ import annotations

from litestar.handlers import HTTPRouteHandler

from backend.web.pages.arbitrage.corbeille import (
    corbeille,
    enregistrer_la_suppression,
    restaurer_la_fiche,
    supprimer_la_fiche,
)
from backend.web.pages.arbitrage.decider import (
    annuler_l_instruction,
    arbitrage,
    enregistrer_l_instruction,
    instruire_la_fiche,
)
from backend.web.pages.arbitrage.fusion import enregistrer_la_fusion, fusion
from backend.web.pages.arbitrage.fusion_faite import defaire_la_fusion, fusion_faite
from backend.web.pages.arbitrage.ordre import annuler_l_ordre, enregistrer_l_ordre, ordre
from backend.web.pages.arbitrage.publiees import (
    enregistrer_la_reprise,
    fiche_publiee,
    fiches_publiees,
    reprendre_la_fiche,
)
from backend.web.pages.arbitrage.scission import defaire_la_scission, enregistrer_la_scission, scinder_la_fiche

ARBITRAGE: tuple[HTTPRouteHandler, ...] = (
    arbitrage,
    instruire_la_fiche,
    enregistrer_l_instruction,
    annuler_l_instruction,
    fusion,
    enregistrer_la_fusion,
    fusion_faite,
    defaire_la_fusion,
    scinder_la_fiche,
    enregistrer_la_scission,
    defaire_la_scission,
    ordre,
    enregistrer_l_ordre,
    annuler_l_ordre,
    corbeille,
    supprimer_la_fiche,
    enregistrer_la_suppression,
    restaurer_la_fiche,
    fiches_publiees,
    fiche_publiee,
    reprendre_la_fiche,
    enregistrer_la_reprise,
)
