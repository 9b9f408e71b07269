"""Every page answers its reader, leads nowhere dead, and keeps the house rules on real data."""

from __future__ import annotations

import re
from collections import Counter, deque
from urllib.parse import urlsplit

import pytest

from tests.web.conftest import Site, lire_comme
from tests.web.lecture_html import PageLue
from tests.web.regles_de_page import verifier_page, verifier_typographie

PAGES_SUIVIES = (
    "/",
    "/gouvernances/28",
    "/gouvernances/18",
    "/gouvernances/hub-lo",
    "/feuilles-de-route/18-2024",
    "/feuilles-de-route/28-2024",
    "/feuilles-de-route/36-2024",
    "/feuilles-de-route/37-2024",
    "/feuilles-de-route/41-2024",
    "/feuilles-de-route/45-2024",
    "/fiches-action/28-2024/1.1",
    "/fiches-action/41-2024/p1",
    "/instances/28/copil",
    "/instances/hub-lo/comite-36",
    "/instances/hub-lo/copil",
    "/reunions/28/copil/r3",
    "/reunions/28/copil/r4",
    "/reunions/28/gt-emploi/r2",
    "/reunions/37/r6",
    "/reunions/18/r1",
    "/agenda",
    "/agenda?periode=2023",
    "/agenda?periode=2024",
    "/agenda?periode=toutes&gouvernance=37",
    "/agenda?a_confirmer=oui",
)


@pytest.mark.parametrize("chemin", PAGES_SUIVIES)
def test_une_page_suit_les_regles_sur_les_donnees_de_la_region(diane: Site, chemin: str) -> None:
    reponse = diane.get(chemin)
    assert reponse.status_code == 200
    page = verifier_page(reponse.text)
    verifier_typographie(page)
    assert "situation au 17\u00a0juin\u00a02025" in page.texte
    assert reponse.headers["content-type"] == "text/html; charset=utf-8"


PAR_GENRE = 6
_CLE = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


@pytest.mark.parametrize("lecteur", ["visiteur", "alice", "charlie", "diane"])
def test_aucun_lien_ne_mene_a_rien(site: Site, lecteur: str) -> None:
    """Every kind of page a reader can reach, six of each; lists are followed to their first filters and pages."""
    lire_comme(site, lecteur)
    genres: Counter[str] = Counter()
    ancres: dict[str, set[str]] = {}
    attendues: list[tuple[str, str, str]] = []
    file = deque([("/", "départ")])
    vus = {"/"}
    while file:
        adresse, origine = file.popleft()
        reponse = site.get(adresse)
        assert reponse.status_code == 200, f"{adresse}, depuis {origine}"
        if not reponse.headers["content-type"].startswith("text/html"):
            continue
        page = PageLue(reponse.text)
        ancres[adresse] = page.ancres
        for lien in page.liens:
            parties = urlsplit(lien)
            if parties.netloc not in {"", "testserver.local"}:  # a mail names the site in full
                assert parties.scheme == "https"
                continue
            cible = f"{parties.path}?{parties.query}" if parties.query else parties.path or adresse
            if parties.fragment:
                attendues.append((cible, parties.fragment, adresse))
            genre = _CLE.sub("*", parties.path) + "?" + parties.query.partition("=")[0]
            if cible not in vus and parties.query.count("=") < 2 and genres[genre] < PAR_GENRE:
                vus.add(cible)
                genres[genre] += 1
                file.append((cible, adresse))
    assert [a for a in attendues if a[0] in ancres and a[1] not in ancres[a[0]]] == []


def test_un_visiteur_lit_l_identite_l_etat_et_les_textes_publies(site: Site) -> None:
    page = PageLue(site.get("/feuilles-de-route/28-2024").text)
    assert "Numérique 28 Ensemble" in page.texte
    assert "Signée le 4\u00a0novembre\u00a02024" in page.texte
    assert "Coordonner, animer et structurer la médiation numérique" in page.texte
    assert "131\u00a0fiches action d’exemple" in page.texte
    assert "réservées aux membres" in page.texte
    assert not [lien for lien in page.liens if lien.startswith(("/fiches-action", "/instances", "/reunions"))]
    accueil = PageLue(site.get("/").text)
    assert not [lien for lien in accueil.liens if lien.startswith(("/fiches-action", "/instances", "/reunions"))]


def test_sans_texte_publie_un_visiteur_ne_lit_aucun_titre(site: Site) -> None:
    page = PageLue(site.get("/feuilles-de-route/41-2024").text)
    assert "En cours de validation" in page.texte
    assert "Faire du numérique un levier d’égalité" not in page.texte
    assert "aucun texte publié ici" in page.texte


def test_une_instance_n_est_montree_qu_a_qui_la_suit(site: Site) -> None:
    assert "Comité de pilotage" not in site.get("/gouvernances/28").text
    lire_comme(site, "bob")
    assert "Comité de pilotage" in site.get("/gouvernances/28").text


def test_les_signaux_de_l_accueil_sont_ceux_des_listes(alice: Site) -> None:
    accueil = PageLue(alice.get("/").text)
    assert "14 en retard" in accueil.texte
    liste = PageLue(alice.get("/feuilles-de-route/28-2024?en_retard=oui").text)
    assert "Fiches 1 à 14 sur 14" in liste.texte
    assert "COPIL du 28\u00a0janvier\u00a02025, décision D1 (exemple)" in accueil.texte
    assert "passée de 17\u00a0jours" in accueil.texte


@pytest.mark.parametrize(
    ("chemin", "dits"),
    [
        (
            "/feuilles-de-route/36-2024",
            ["Présentée le 31\u00a0octobre\u00a02024", "Aucune fiche action pour l’instant"],
        ),
        ("/feuilles-de-route/18-2024", ["Trois axes", "Titre non publié", "en novembre ou décembre\u00a02024"]),
        ("/feuilles-de-route/37-2024", ["De portée transversale", "Le nombre d’axes n’est pas précisé"]),
        (
            "/feuilles-de-route/41-2024",
            ["Six orientations stratégiques", "Texte en projet (DOCX)"],
        ),
        ("/feuilles-de-route/45-2024", ["Six objectifs", "Conseil départemental, Orléans Métropole et préfecture"]),
        ("/gouvernances/28", ["co-porteur (déduit)", "Autres signataires\u00a0: non documenté."]),
        ("/gouvernances/41", ["Réunions officielles", "plus de 10", "Le COPIL et le COTECH existent"]),
        ("/gouvernances/18", ["Aucune instance n’est documentée."]),
        ("/instances/28/gt-sante", ["Au moins une, nombre non précisé"]),
        (
            "/instances/hub-lo/comite-36",
            ["En retard\u00a0: à réunir avant le 9\u00a0janvier\u00a02025", "2 à 3 par an", "(actuelle)"],
        ),
        ("/reunions/37/r6", ["le 14 ou le 21\u00a0septembre\u00a02023", "Deux options", "2\u00a0options ouvertes"]),
        ("/reunions/28/copil/r4", ["10\u00a0juin\u00a02025, 9\u00a0h\u00a030", "Salle indisponible"]),
        (
            "/fiches-action/28-2024/1.1",
            ["45\u202f%", "210\u202f000\u202f€", "Reste à trouver", "2\u00a0franchis sur 4"],
        ),
    ],
)
def test_ce_que_disent_les_pages_de_la_region(diane: Site, chemin: str, dits: list[str]) -> None:
    texte = PageLue(diane.get(chemin).text).texte
    assert [dit for dit in dits if dit not in texte] == []


def test_les_deux_totaux_des_structures_restent_cote_a_cote(site: Site) -> None:
    texte = PageLue(site.get("/").text).texte
    assert "total imprimé par la source" in texte
    assert "553" in texte
    assert "585" in texte
