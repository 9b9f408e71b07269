"""Contributing without an account: the pages personal links open, and those where what came in is worked on."""

from __future__ import annotations

from litestar.handlers import HTTPRouteHandler

from backend.web.pages.contributions.appel_formulaire import (
    creer_l_appel,
    enregistrer_l_appel,
    modifier_un_appel,
    nouvel_appel,
)
from backend.web.pages.contributions.appel_public import appel_par_lien, commencer_par_lien, creer_par_lien
from backend.web.pages.contributions.appels import (
    appel,
    appels,
    clore_l_appel,
    prolonger_l_appel,
    revoquer_l_appel,
)
from backend.web.pages.contributions.demander import demander, envoyer_la_demande
from backend.web.pages.contributions.demandes import (
    accepter_la_reponse,
    annuler_la_demande,
    decliner_la_reponse,
    demande,
    modifier_la_reponse,
    relancer_la_demande,
)
from backend.web.pages.contributions.depots import (
    depot,
    depot_par_lien,
    enregistrer_le_depot,
    enregistrer_par_lien,
    etape_du_depot,
    etape_par_lien,
    renvoyer_le_depot,
    retirer_par_lien,
)
from backend.web.pages.contributions.propositions import propositions
from backend.web.pages.contributions.repondre import envoyer_la_reponse, repondre
from backend.web.pages.contributions.saisies import abandonner_par_lien, garder_par_lien

CONTRIBUTIONS: tuple[HTTPRouteHandler, ...] = (
    abandonner_par_lien,
    accepter_la_reponse,
    annuler_la_demande,
    appel,
    appel_par_lien,
    appels,
    clore_l_appel,
    commencer_par_lien,
    creer_l_appel,
    creer_par_lien,
    decliner_la_reponse,
    demande,
    demander,
    depot,
    depot_par_lien,
    enregistrer_l_appel,
    enregistrer_le_depot,
    enregistrer_par_lien,
    envoyer_la_demande,
    envoyer_la_reponse,
    etape_du_depot,
    etape_par_lien,
    garder_par_lien,
    modifier_la_reponse,
    modifier_un_appel,
    nouvel_appel,
    prolonger_l_appel,
    propositions,
    relancer_la_demande,
    renvoyer_le_depot,
    repondre,
    retirer_par_lien,
    revoquer_l_appel,
)
