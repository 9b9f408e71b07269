"""The filtered set on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from backend.queries.fiches_action import SuiviAxe
from backend.queries.vues.feuilles_de_route import FeuilleVue
from backend.queries.vues.liste_de_fiches import ListeDeFiches
from backend.web.contexts import Cadre, ImpressionContexte
from backend.web.presentation.liste_de_fiches.etat import EtatDeListe, Presentation
from backend.web.presentation.liste_de_fiches.filtres import Barre
from backend.web.presentation.liste_de_fiches.lignes import Lignes
from backend.web.presentation.liste_de_fiches.pages import colonnes
from exports.formats import typographier


def contexte_impression(
    vue: FeuilleVue, liste: ListeDeFiches, cadre: Cadre, etat: EtatDeListe, au: date
) -> ImpressionContexte:
    """The page to print, on the reference day ``au``."""
    f = vue.feuille
    fiches = Lignes(etat, [t["code"] for t in f["territoires"]]).toutes(liste)
    return ImpressionContexte(
        cadre=replace(cadre, titre=f"Liste à imprimer, {cadre.titre}"),
        titre=typographier(f["titre"]),
        au=au,
        filtres=Barre(etat, liste, f["suivi"] or SuiviAxe(), f, au).actifs(),
        colonnes=tuple(replace(c, href=None, sens=None) for c in colonnes(etat, f["mot_niveau_1"])),
        fiches=fiches,
        retour=etat.lien(presentation=Presentation.TABLEAU.value),
        omises=liste.page.total - len(fiches),
        exemples=sum(fiche.exemple for fiche in fiches),
    )
