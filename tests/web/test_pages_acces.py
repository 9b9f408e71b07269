"""What one may not see does not exist; what is published is the same for everybody."""

from __future__ import annotations

import io
import sqlite3
from pathlib import Path

import docx
import pytest
from icalendar import Calendar

from backend.web import adresses
from fne_roadmaps.tables.engines import chemin_sqlite
from tests.web.conftest import Site, lire_comme
from tests.web.lecture_html import PageLue

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
VIVANT_DE_28 = {
    "fiches-action": "SELECT x.id FROM fiche_action x JOIN feuille_de_route f ON f.id = x.feuille_de_route "
    "WHERE f.code = '28-2024'",
    "instances": "SELECT id FROM instance WHERE code LIKE '28/%'",
    "reunions": "SELECT id FROM reunion WHERE code LIKE '28/%'",
}
CODES_DE_28 = ("/fiches-action/28-2024/1.1", "/instances/28/copil", "/reunions/28/copil/r1", "/reunions/28/copil/r4")


def cles(url: str, requete: str) -> list[str]:
    """Keys a statement gives, read straight from the file."""
    fichier = chemin_sqlite(url)
    assert isinstance(fichier, Path)
    connexion = sqlite3.connect(f"file:{fichier}?mode=ro", uri=True)
    try:
        return [ligne[0] for ligne in connexion.execute(requete)]
    finally:
        connexion.close()


@pytest.mark.parametrize("lecteur", ["charlie", "visiteur"])
def test_rien_de_ce_qui_vit_en_28_n_existe_pour_qui_est_d_ailleurs(
    site: Site, url_base_demo_lecture: str, lecteur: str
) -> None:
    lire_comme(site, lecteur)
    vus = 0
    for collection, requete in VIVANT_DE_28.items():
        trouvees = cles(url_base_demo_lecture, requete)
        assert trouvees
        for cle in trouvees:
            assert site.get(f"/{collection}/{cle}").status_code == 404
            vus += 1
    assert vus == 131 + 9 + 19
    for code in CODES_DE_28:
        assert site.get(code, follow_redirects=False).status_code == 404


@pytest.mark.parametrize("lecteur", ["alice", "bob", "diane"])
def test_qui_suit_28_lit_ce_qui_y_vit(site: Site, lecteur: str) -> None:
    lire_comme(site, lecteur)
    for code in CODES_DE_28:
        assert site.get(code).status_code == 200


@pytest.mark.parametrize(
    "chemin",
    [
        "/gouvernances/99",
        "/gouvernances/00000000-0000-0000-0000-000000000000",
        "/feuilles-de-route/28-1999",
        "/feuilles-de-route/28-2024/versions/2.docx",
        "/feuilles-de-route/28-2024/versions/1.pdf",
        "/feuilles-de-route/28-2024/versions/01.docx",
        "/fiches-action/28-2024",
        "/fiches-action/28-2024/9.9",
        "/instances/28/inconnue",
        "/reunions/28/copil/r99",
        "/reunions/28/copil/r0",
        "/rien",
    ],
)
def test_ce_qui_n_existe_pas_a_une_page_en_francais(diane: Site, chemin: str) -> None:
    reponse = diane.get(chemin)
    assert reponse.status_code == 404
    page = PageLue(reponse.text)
    assert "Cette page n’existe pas, ou n’est pas ouverte à votre compte" in page.texte
    assert {"/", "/agenda"} <= set(page.liens)


def test_une_page_fermee_et_une_page_absente_disent_la_meme_chose(site: Site, url_base_demo_lecture: str) -> None:
    (fermee, *_) = cles(url_base_demo_lecture, VIVANT_DE_28["instances"])
    textes = {
        PageLue(site.get(f"/instances/{cle}").text).texte for cle in (fermee, "00000000-0000-0000-0000-000000000000")
    }
    assert len(textes) == 1


@pytest.mark.parametrize(
    ("code", "table"),
    [
        ("/gouvernances/28", "gouvernance"),
        ("/feuilles-de-route/28-2024", "feuille_de_route"),
        ("/instances/28/copil", "instance"),
        ("/reunions/28/copil/r4", "reunion"),
    ],
)
def test_un_code_mene_a_la_page_de_sa_cle(alice: Site, url_base_demo_lecture: str, code: str, table: str) -> None:
    _, collection, nu = code.split("/", 2)
    (cle,) = cles(url_base_demo_lecture, f"SELECT id FROM {table} WHERE code = '{nu}'")  # noqa: S608 - our own codes
    reponse = alice.get(f"{code}?tri=fin", follow_redirects=False)
    assert (reponse.status_code, reponse.headers["location"]) == (302, f"/{collection}/{cle}?tri=fin")
    autre = alice.get(f"/{collection}/{cle.upper()}", follow_redirects=False)
    assert (autre.status_code, autre.headers["location"]) == (302, f"/{collection}/{cle}")


def test_le_numero_d_une_fiche_mene_a_sa_cle(alice: Site) -> None:
    reponse = alice.get("/fiches-action/28-2024/1.3", follow_redirects=False)
    assert reponse.status_code == 302
    assert "Fiche 1.3" in alice.get(reponse.headers["location"]).text


@pytest.mark.parametrize("code", ["18-2024", "28-2024", "36-2024", "37-2024", "45-2024"])
def test_un_texte_publie_est_le_meme_pour_tous(site: Site, code: str) -> None:
    chemin = f"/feuilles-de-route/{code}/versions/1.docx"
    recu = site.get(chemin)
    assert recu.status_code == 200
    assert recu.headers["content-type"] == DOCX
    assert recu.headers["content-disposition"] == f'attachment; filename="{code}-v1.docx"'
    assert recu.headers["cache-control"] == "private, no-cache"
    lire_comme(site, "diane")
    assert site.get(chemin).content == recu.content
    assert docx.Document(io.BytesIO(recu.content)).paragraphs


def test_un_document_deja_recu_ne_voyage_pas_deux_fois(site: Site) -> None:
    chemin = "/feuilles-de-route/28-2024/versions/1.docx"
    etag = site.get(chemin).headers["etag"]
    encore = site.get(chemin, headers={"if-none-match": f'"autre", W/{etag}'})
    assert (encore.status_code, encore.content, encore.headers["etag"]) == (304, b"", etag)
    assert site.get(chemin, headers={"if-none-match": '"autre"'}).status_code == 200


def test_un_projet_est_pour_ceux_qui_suivent_la_gouvernance(site: Site) -> None:
    chemin = "/feuilles-de-route/41-2024/projet.docx"
    assert site.get(chemin).status_code == 404
    lire_comme(site, "alice")
    assert site.get(chemin).status_code == 404
    lire_comme(site, "charlie")
    recu = site.get(chemin)
    assert recu.status_code == 200
    assert recu.headers["content-disposition"] == 'attachment; filename="41-2024-projet.docx"'
    entetes = docx.Document(io.BytesIO(recu.content)).sections[-1].header
    assert "PROJET" in entetes._element.xml


def test_un_texte_publie_n_a_plus_de_projet(alice: Site) -> None:
    assert alice.get("/feuilles-de-route/28-2024/projet.docx").status_code == 404
    assert "projet.docx" not in alice.get("/feuilles-de-route/28-2024").text


def evenements(octets: bytes) -> list[str]:
    """Identities of the events of a calendar."""
    return [str(e["uid"]) for e in Calendar.from_ical(octets).walk("VEVENT")]


def test_le_fichier_d_agenda_reprend_la_selection(diane: Site) -> None:
    recu = diane.get("/agenda.ics?periode=2023&gouvernance=37")
    assert recu.headers["content-type"] == "text/calendar; charset=utf-8"
    assert recu.headers["content-disposition"] == 'attachment; filename="agenda-37-2023.ics"'
    assert len(evenements(recu.content)) == 11
    assert "11\u00a0événements" in PageLue(diane.get("/agenda?periode=2023&gouvernance=37").text).texte
    encore = diane.get("/agenda.ics?periode=2023&gouvernance=37", headers={"if-none-match": recu.headers["etag"]})
    assert encore.status_code == 304


def test_le_fichier_d_une_reunion_n_a_qu_elle(alice: Site) -> None:
    recu = alice.get(adresses.agenda_ics({"reunion": "28/copil/r4"}))
    assert len(evenements(recu.content)) == 1
    page = PageLue(alice.get("/reunions/28/copil/r4").text)
    assert adresses.agenda_ics({"reunion": "28/copil/r4"}) in page.liens


def test_l_agenda_d_un_visiteur_est_vide(site: Site) -> None:
    assert evenements(site.get("/agenda.ics?periode=toutes").content) == []
    assert "réservées à leurs membres" in PageLue(site.get("/agenda").text).texte


def test_le_fichier_d_agenda_nomme_l_adresse_publique_du_site_ou_celle_ou_on_le_lit(
    alice: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lue() -> bytes:
        return alice.get(adresses.agenda_ics({"reunion": "28/copil/r4"})).content.replace(b"\r\n ", b"")

    assert f"URL:{str(alice.base_url).rstrip('/')}/reunions/28/copil/r4\r\n".encode() in lue()
    etat = alice.app.state
    monkeypatch.setattr(
        etat, "settings", etat.settings.model_copy(update={"base_url": "http://feuilles.exemple.test/"})
    )
    assert b"URL:http://feuilles.exemple.test/reunions/28/copil/r4\r\n" in lue()
