"""Sample contexts: one per page and per situation worth looking at, each built by a function without
arguments.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.web.echantillons import (
    accueil,
    agenda,
    collage,
    edition,
    feuille_de_route,
    fiche_action,
    gouvernance,
    liste_de_fiches,
    reunion,
    textes,
)

ECHANTILLONS: dict[str, Callable[[], Any]] = {
    "accueil": accueil.accueil,
    **collage.PAGES,
    "accueil-ailleurs": accueil.accueil_ailleurs,
    "gouvernance": gouvernance.ouverte,
    "gouvernance-fermee": gouvernance.fermee,
    "feuille-de-route": feuille_de_route.signee,
    "feuille-de-route-fermee": feuille_de_route.fermee,
    "feuille-de-route-vide": feuille_de_route.sans_fiche,
    "feuille-de-route-sans-resultat": feuille_de_route.sans_resultat,
    "feuille-de-route-modifier": liste_de_fiches.en_edition,
    "feuille-de-route-conflit": liste_de_fiches.en_conflit,
    "feuille-de-route-selection": liste_de_fiches.en_selection,
    "feuille-de-route-statuts": liste_de_fiches.par_statut,
    "feuille-de-route-frise": liste_de_fiches.en_frise,
    "feuille-de-route-par-axe": liste_de_fiches.par_axe,
    "liste-a-imprimer": liste_de_fiches.a_imprimer,
    "changement": liste_de_fiches.changement,
    "changement-apercu": liste_de_fiches.changement_prevu,
    "changement-fait": liste_de_fiches.changement_fait,
    "changement-annule": liste_de_fiches.changement_annule,
    "fiche-action": fiche_action.complete,
    "fiche-action-courte": fiche_action.courte,
    "instance": reunion.instance,
    "instance-en-retard": reunion.instance_en_retard,
    "reunion": reunion.tenue,
    "reunion-incertaine": reunion.incertaine,
    "agenda": agenda.a_venir,
    "agenda-vide": agenda.vide,
    "agenda-sans-resultat": agenda.sans_resultat,
    **edition.sections(),
    "edition-en-conflit": edition.en_conflit,
    "edition-listes-en-conflit": edition.listes_en_conflit,
    "edition-seul-suivi": edition.seul_suivi,
    "edition-financement": edition.financement_a_verifier,
    "nouvelle-fiche": edition.nouvelle,
    "apercu": textes.apercu,
    "accessibilite": textes.accessibilite,
    "courriels": textes.liste,
    "boite-vide": textes.boite_vide,
    "lettre": textes.lettre,
    "erreur-404": agenda.erreur_404,
    "erreur-400": agenda.erreur_400,
    "erreur-500": agenda.erreur_500,
}
"""Name of the situation → its context."""
