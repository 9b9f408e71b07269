"""Decisions: one with its follow-up, the form that writes it, the register of them all."""

from __future__ import annotations

from litestar.handlers import HTTPRouteHandler

from backend.web.pages.decisions.actes import changer_l_adoption, dire_le_remplacement, dire_le_suivi
from backend.web.pages.decisions.formulaire import (
    ecrire_une_decision,
    enregistrer_la_decision,
    formulaire_d_une_decision,
    modifier_une_decision,
)
from backend.web.pages.decisions.lecture import decision, decision_d_instance, decision_sans_instance
from backend.web.pages.decisions.registre import registre, registre_csv

DECISIONS: tuple[HTTPRouteHandler, ...] = (
    changer_l_adoption,
    decision,
    decision_d_instance,
    decision_sans_instance,
    dire_le_remplacement,
    dire_le_suivi,
    ecrire_une_decision,
    enregistrer_la_decision,
    formulaire_d_une_decision,
    modifier_une_decision,
    registre,
    registre_csv,
)
