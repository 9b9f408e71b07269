"""The follow-up of a roadmap as its page tells it: every figure leads to the list that proves it."""

from __future__ import annotations

from datetime import date

from backend.queries.vues.actes import ActesDeFiches
from backend.queries.vues.tableau import Tableau
from backend.web.adresses import liste_de_fiches as fichiers
from backend.web.contexts import Cadre, SuiviContexte
from backend.web.presentation.tableau import avancement, reste
from backend.web.presentation.tableau.argent import argent
from backend.web.presentation.tableau.changements import changements_recents
from backend.web.presentation.tableau.faits import A_SUIVRE, RETENUES, Faits
from exports.formats import majuscule, typographier

SCRIPT = "js/liste.js"
"""Prints the page."""


def contexte_suivi(vue: Tableau, actes: ActesDeFiches, cadre: Cadre, au: date, fuseau: str) -> SuiviContexte:
    """The whole page."""
    faits = Faits(vue, au)
    cle = vue.feuille["id"]
    axes, echeances = avancement.axes(faits), reste.echeances(faits)
    return SuiviContexte(
        cadre=cadre,
        titre=typographier(vue.feuille["titre"]),
        compare=typographier(avancement.compare(faits)),
        vide=not faits.retenues,
        chiffres=avancement.chiffres_cles(faits),
        formule=majuscule(typographier(faits.aujourd_hui.progression.formule)),
        mot_axe=majuscule(vue.feuille["mot_niveau_1"]),
        axes=axes[:-1],
        ensemble=axes[-1],
        cumul=avancement.cumul_par_mois(faits),
        meteos=avancement.meteos(faits),
        suivies=faits.preuve(len(faits.suivies), **A_SUIVRE),
        echeances=echeances[: reste.ECHEANCES_MAX],
        autres_echeances=max(0, len(echeances) - reste.ECHEANCES_MAX),
        echeances_href=faits.lien(echeance_dans=str(reste.JOURS_PROCHES)),
        argent=argent(faits),
        changements=changements_recents(cle, vue.repere, actes, au, fuseau),
        listes=reste.listes(faits),
        csv=fichiers.csv(cle, RETENUES),
    )
