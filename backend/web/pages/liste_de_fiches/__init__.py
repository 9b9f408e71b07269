"""The list of fiches of a roadmap: small forms in its rows, kept views, the file, bulk changes."""

from __future__ import annotations

from litestar.handlers import HTTPRouteHandler

from backend.web.pages.liste_de_fiches.cellules import enregistrer_une_cellule
from backend.web.pages.liste_de_fiches.changement import (
    annuler_un_changement,
    changement_fait,
    faire_un_changement,
    preparer_un_changement,
)
from backend.web.pages.liste_de_fiches.fichier import fiches_csv
from backend.web.pages.liste_de_fiches.vues import (
    garder_une_vue,
    renommer_une_vue,
    retablir_une_vue,
    retirer_une_vue,
)

LISTE_DE_FICHES: tuple[HTTPRouteHandler, ...] = (
    annuler_un_changement,
    changement_fait,
    enregistrer_une_cellule,
    faire_un_changement,
    fiches_csv,
    garder_une_vue,
    preparer_un_changement,
    renommer_une_vue,
    retablir_une_vue,
    retirer_une_vue,
)
