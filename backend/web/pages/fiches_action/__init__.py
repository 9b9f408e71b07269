"""A fiche action: its page, and the pages where it is written."""

from __future__ import annotations

from litestar.handlers import HTTPRouteHandler

from backend.web.pages.fiches_action.avancement import changer_l_avancement, enregistrer_l_avancement
from backend.web.pages.fiches_action.comparaison import comparaison
from backend.web.pages.fiches_action.corrections import CORRECTIONS
from backend.web.pages.fiches_action.edition import enregistrer_une_section, modifier_la_fiche, modifier_une_section
from backend.web.pages.fiches_action.historique import historique
from backend.web.pages.fiches_action.lecture import fiche_action, fiche_action_par_code
from backend.web.pages.fiches_action.nouvelle import creer_la_fiche, nouvelle_fiche
from backend.web.pages.fiches_action.nouvelles import NOUVELLES
from backend.web.pages.fiches_action.suivi import SUIVI

FICHES_ACTION: tuple[HTTPRouteHandler, ...] = (
    fiche_action,
    fiche_action_par_code,
    changer_l_avancement,
    enregistrer_l_avancement,
    modifier_la_fiche,
    modifier_une_section,
    enregistrer_une_section,
    nouvelle_fiche,
    creer_la_fiche,
    comparaison,
    historique,
    *CORRECTIONS,
    *NOUVELLES,
    *SUIVI,
)
