"""The site as charlie arbitrates in it, the fiches he works on, and how an act is followed and undone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from fne_roadmaps.demo.cles import cle_fixe
from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.regles_de_page import verifier_page

FEUILLE = str(cle_fixe("feuille_de_route:41-2024"))


FEUILLE_28 = str(cle_fixe("feuille_de_route:28-2024"))


VERSION_28 = str(cle_fixe("version_publiee:28-2024:1"))


def cle(numero: str, feuille: str = "41-2024") -> str:
    """The key of a fiche of the demonstration, by the number it was entered under."""
    return str(cle_fixe(f"fiche_action:{feuille}/{numero}"))


ORDINATEURS, AUTRES_ORDINATEURS, GUICHET = cle("p1"), cle("p9"), cle("p11")


@pytest.fixture
def site(url_base_demo: str) -> Iterator[Site]:
    """The site on a demonstration of the test's own, as charlie arbitrates in it."""
    with ouvrir_site(url_base_demo) as client:
        lire_comme(client, "charlie")
        yield client


def fiche(site: Site, cle_fiche: str, compte: str = "charlie-41") -> dict[str, Any]:
    """The fiche as the API tells it."""
    reponse = site.get(f"/api/v1/fiches-action/{cle_fiche}", headers={"authorization": f"Bearer {compte}"})
    assert reponse.status_code == 200, reponse.text
    lue: dict[str, Any] = reponse.json()
    return lue


def fait(reponse: Any) -> str:
    """Where an act that was done leads."""
    assert reponse.status_code == 303, reponse.text
    return str(reponse.headers["location"])


def annuler(site: Site, adresse: str) -> str:
    """Follow what an act says, and undo it as the page offers."""
    page = site.get(adresse)
    verifier_page(page.text)
    trouve = re.search(r'<div class="alerte avis".*?<form method="post" action="([^"]+)"', page.text, re.DOTALL)
    assert trouve, page.text
    return fait(site.post(trouve[1], follow_redirects=False))


PAGES = {
    "arbitrage": f"/feuilles-de-route/{FEUILLE}/arbitrage",
    "instruction": f"/fiches-action/{GUICHET}/instruction",
    "fusion": f"/feuilles-de-route/{FEUILLE}/fusion?fiche={ORDINATEURS}&fiche={AUTRES_ORDINATEURS}&fiche={GUICHET}",
    "choisir": f"/feuilles-de-route/{FEUILLE}/fusion",
    "fusion-faite": f"/fusions/{cle_fixe(f'lien_fiches:fusion:{GUICHET}:1:0')}",
    "scission": f"/fiches-action/{GUICHET}/scission",
    "ordre": f"/feuilles-de-route/{FEUILLE}/ordre",
    "corbeille": f"/feuilles-de-route/{FEUILLE}/corbeille",
    "suppression": f"/fiches-action/{ORDINATEURS}/suppression",
    "publiees": "/fiches-publiees?texte=parcours",
    "publiees-rien": "/fiches-publiees?texte=introuvable",
    "publiee": f"/fiches-publiees/{VERSION_28}/2.1",
    "reprise": f"/fiches-publiees/{VERSION_28}/2.1/reprise",
}


CHARLIE = {"authorization": "Bearer charlie-41"}


def sans_cles(valeur: Any) -> Any:
    """The same without the keys of rows: a list written anew has others."""
    if isinstance(valeur, list):
        return [sans_cles(v) for v in valeur]
    if isinstance(valeur, dict):
        return {c: sans_cles(v) for c, v in valeur.items() if not (c == "id" and "titre" in valeur)}
    return valeur
