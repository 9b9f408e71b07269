"""Entering, as tests do it."""

from __future__ import annotations

from typing import Any

from backend.web.adresses import comptes as ici
from fne_roadmaps.demo.comptes import MOT_DE_PASSE
from tests.web.conftest import Site

ALICE = "alice@prefecture-28.example"


def entrer(
    site: Site, courriel: str = ALICE, mot_de_passe: str = MOT_DE_PASSE, retour: str = "/", **entetes: str
) -> Any:
    """Send the form one enters with; ``sec_fetch_site`` is a header."""
    donnees = {"courriel": courriel, "mot_de_passe": mot_de_passe, "retour": retour}
    noms = {nom.replace("_", "-"): valeur for nom, valeur in entetes.items()}
    return site.post(ici.connexion(), data=donnees, headers=noms, follow_redirects=False)
