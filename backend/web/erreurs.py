"""The page of an error: what happened, in plain words, and where to go from there."""

from __future__ import annotations

from backend.errors import Probleme
from backend.errors.reponses import Requete
from backend.web import adresses
from backend.web.contexts import Bandeau, Cadre, ErreurContexte, Lien, Rubrique, Violation
from backend.web.gabarits import render_page

NOM_DU_SITE = "Feuilles de route"
