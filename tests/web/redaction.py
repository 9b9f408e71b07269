"""The site as alice writes a fiche in it: what the tests of writing share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from backend.web.adresses import edition
from fne_roadmaps.demo.cles import cle_fixe
from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.formulaires_lus import FormulaireLu, ouvrir
from tests.web.regles_de_page import verifier_page

FICHE = str(cle_fixe("fiche_action:28-2024/1.1"))
COURTE = str(cle_fixe("fiche_action:28-2024/3.4"))
FEUILLE = str(cle_fixe("feuille_de_route:28-2024"))
HOSTILE = '</textarea><script>alert(1)</script>" onmouseover="x'


@pytest.fixture
def site(url_base_demo: str) -> Iterator[Site]:
    """The site on a demonstration of the test's own, as alice writes in it."""
    with ouvrir_site(url_base_demo) as client:
        lire_comme(client, "alice")
        yield client


def fiche(site: Site, cle: str = FICHE) -> dict[str, Any]:
    """The fiche as the API tells it."""
    reponse = site.get(f"/api/v1/fiches-action/{cle}", headers={"authorization": "Bearer alice-28"})
    assert reponse.status_code == 200, reponse.text
    lue: dict[str, Any] = reponse.json()
    return lue


def journal(site: Site, cle: str = FICHE) -> list[dict[str, Any]]:
    """What the journal says of the fiche since it was loaded, newest first."""
    reponse = site.get(
        f"/api/v1/journal/fiches-action/{cle}?par_page=200",
        headers={"authorization": "Bearer alice-28"},
    )
    assert reponse.status_code == 200, reponse.text
    return [e for e in reponse.json()["elements"] if not e["requete"].startswith("demonstration")]


def section(site: Site, code: str, cle: str = FICHE) -> FormulaireLu:
    return ouvrir(site, edition.modifier(cle, code))


def refuse(reponse: Any, code: str, cle: str = FICHE, statut: int = 422) -> FormulaireLu:
    """The same form, shown again."""
    assert reponse.status_code == statut, reponse.text
    verifier_page(reponse.text)
    assert "Erreur : Modifier" in reponse.text
    return FormulaireLu(reponse.text, edition.modifier(cle, code))


def enregistre(reponse: Any, cle: str = FICHE) -> None:
    assert reponse.status_code == 303, reponse.text
    assert reponse.headers["location"] == f"/fiches-action/{cle}?fait=section"
