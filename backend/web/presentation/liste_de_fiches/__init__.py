"""The list of fiches of a roadmap: one filtered set, whose whole state is in the address, in several presentations."""

from __future__ import annotations

from datetime import date
from typing import Any

from backend.queries.fiches_action import SuiviAxe
from backend.queries.lecture import Ligne
from backend.queries.vues.liste_de_fiches import ListeDeFiches
from backend.web.contexts import Edition, Formulaire
from backend.web.presentation.liste_de_fiches.etat import EtatDeListe, Presentation, adresse
from backend.web.presentation.liste_de_fiches.filtres import Barre
from backend.web.presentation.liste_de_fiches.frise import frise
from backend.web.presentation.liste_de_fiches.groupes import par_axe, par_statut
from backend.web.presentation.liste_de_fiches.lignes import Lignes
from backend.web.presentation.liste_de_fiches.outils import outils, presentations
from backend.web.presentation.liste_de_fiches.pages import colonnes, pagination
from backend.web.presentation.versions import repartition
from fne_roadmaps.domain.droits import Acteur

__all__ = ["EtatDeListe", "adresse", "en_mots"]


def en_mots(
    liste: ListeDeFiches,
    suivi: SuiviAxe,
    feuille: Ligne,
    etat: EtatDeListe,
    acteur: Acteur,
    au: date,
    *,
    edition: Edition | None = None,
    nom_refuse: Formulaire | None = None,
) -> dict[str, Any]:
    """The fields of the page's context that the list fills.

    ``edition`` is the small form that is open, ``nom_refuse`` the form of a view whose name was refused.
    """
    barre = Barre(etat, liste, suivi, feuille, au)
    actifs = barre.actifs()
    mot = feuille["mot_niveau_1"]
    lignes = Lignes(etat, [t["code"] for t in feuille["territoires"]], edition)
    return {
        "total": suivi.fiches,
        "exemples": suivi.exemples,
        "progres": repartition(suivi),
        "raccourcis": barre.raccourcis(),
        "filtres": barre.filtres(actifs),
        "presentations": presentations(etat, mot),
        "presentation": etat.presentation.value,
        "epinglee": lignes.une(liste.epinglee, hors_filtre=True) if liste.epinglee else None,
        "outils": outils(etat, liste, feuille, acteur, nom_refuse),
        "sans_resultat": barre.piste(actifs) if actifs and not liste.page.total else None,
        **_presentee(etat, liste, lignes, mot, au),
    }


def _presentee(etat: EtatDeListe, liste: ListeDeFiches, lignes: Lignes, mot: str, au: date) -> dict[str, Any]:
    """The set in the presentation that is asked."""
    lues = liste.page.elements
    fiches = lignes.toutes(liste)
    montrees: dict[str, Any] = {"fiches": fiches, "omises": max(0, liste.page.total - len(fiches))}
    if etat.presentation is Presentation.STATUT:
        return {**montrees, "statuts": par_statut(fiches)}
    if etat.presentation is Presentation.FRISE:
        return {**montrees, "frise": frise(etat, lues, fiches, mot, au)}
    if etat.presentation is Presentation.AXE:
        return {**montrees, "par_axe": par_axe(lues, fiches)}
    return {"fiches": fiches, "colonnes": colonnes(etat, mot), "pagination": pagination(etat, liste.page)}
