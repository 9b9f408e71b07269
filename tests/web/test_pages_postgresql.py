"""The main journeys of the pages, on PostgreSQL."""

from __future__ import annotations

from tests.web.conftest import lire_comme, ouvrir_site
from tests.web.lecture_html import PageLue

PAGES = (
    "/",
    "/gouvernances/28",
    "/feuilles-de-route/28-2024",
    "/fiches-action/28-2024/1.1",
    "/instances/28/copil",
    "/reunions/28/copil/r3",
    "/agenda",
    "/agenda?periode=2023&gouvernance=37&a_confirmer=oui",
)


def test_les_pages_repondent_aussi_sur_postgresql(url_base_demo_postgresql: str) -> None:
    with ouvrir_site(url_base_demo_postgresql) as site:
        assert "Numérique 28 Ensemble" in site.get("/feuilles-de-route/28-2024").text
        assert site.get("/instances/28/copil").status_code == 404
        lire_comme(site, "diane")
        for chemin in PAGES:
            assert site.get(chemin).status_code == 200, chemin
        liste = PageLue(site.get("/feuilles-de-route/28-2024?en_retard=oui&tri=-fin").text).texte
        assert "Fiches 1 à 14 sur 14" in liste
        assert len(site.get("/agenda.ics?periode=toutes").content) > 10_000
        assert site.get("/feuilles-de-route/45-2024/versions/1.docx").status_code == 200
