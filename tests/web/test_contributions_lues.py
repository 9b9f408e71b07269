"""The pages of contributions as they are read: by a link, by an account, by nobody."""

from __future__ import annotations

from uuid import UUID

import pytest

from backend.web.adresses import contributions as ici
from backend.web.adresses.textes import ACCESSIBILITE
from tests.web.conftest import Site, lire_comme
from tests.web.lecture_html import PageLue
from tests.web.liens_publics import ATTEND, CLOS, EN_COURS, OUVERT, REPONDUE, SOUMIS, cle, jeton, lire
from tests.web.regles_de_page import verifier_page, verifier_typographie


def publiques(url: str) -> dict[str, str]:
    """Every page a personal link opens, by its state."""
    depot, soumis = jeton(url, "depot", EN_COURS), jeton(url, "depot", SOUMIS)
    return {
        "appel": ici.appel(jeton(url, "appel", OUVERT)),
        "appel-clos": ici.appel(jeton(url, "appel", CLOS)),
        "commencer": ici.commencer(jeton(url, "appel", OUVERT)),
        "depot": ici.depot(depot),
        **{
            f"depot-{etape}": ici.depot(depot, etape) for etape in ("structure", "besoin", "action", "moyens", "relire")
        },
        "depot-soumis": ici.depot(soumis),
        "nouvelles": ici.nouvelles(jeton(url, "nouvelles", ATTEND)),
        "nouvelles-envoyees": ici.nouvelles(jeton(url, "nouvelles", REPONDUE)),
    }


ETATS = (
    *("appel", "appel-clos", "commencer", "depot", "depot-structure", "depot-besoin", "depot-action", "depot-moyens"),
    *("depot-relire", "depot-soumis", "nouvelles", "nouvelles-envoyees"),
)


@pytest.mark.parametrize("etat", ETATS)
def test_une_page_de_lien_suit_les_regles_et_ne_montre_rien_de_la_gouvernance(
    site: Site, url_base_demo_lecture: str, etat: str
) -> None:
    reponse = site.get(publiques(url_base_demo_lecture)[etat])
    assert reponse.status_code == 200
    page = verifier_page(reponse.text)
    verifier_typographie(page)
    assert reponse.headers["x-robots-tag"] == "noindex, nofollow"
    assert reponse.headers["cache-control"] == "private, no-store"
    assert reponse.headers["referrer-policy"] == "same-origin"
    assert '<meta name="robots" content="noindex, nofollow">' in reponse.text
    internes = [lien for lien in page.liens if not lien.startswith(("#", "/public/", "/static/"))]
    assert set(internes) == {"/", ACCESSIBILITE}
    assert "demonstration/entrer" not in reponse.text


def test_la_page_dit_si_l_appel_est_ouvert(site: Site, url_base_demo_lecture: str) -> None:
    pages = publiques(url_base_demo_lecture)
    assert pages["commencer"] in PageLue(site.get(pages["appel"]).text).liens
    clos = PageLue(site.get(pages["appel-clos"]).text)
    assert "Cet appel est clos depuis le 14\u00a0juin\u00a02024" in clos.texte
    assert not [lien for lien in clos.liens if lien.endswith("/commencer")]
    ferme = site.get(pages["appel-clos"] + "/commencer", follow_redirects=False)
    assert (ferme.status_code, ferme.headers["location"]) == (303, pages["appel-clos"])


HOSTILES = (
    "zzz",
    "a" * 5000,
    "%C3%A9" * 50,
    "%ff%fe",
    "%00",
    "A" * 22 + "." + "B" * 27,
    "..%2f..%2fetc",
    "%F0%9F%98%80.x",
)


@pytest.mark.parametrize("hostile", HOSTILES)
@pytest.mark.parametrize("quoi", ["appels", "depots", "nouvelles"])
def test_un_lien_inconnu_donne_une_page_claire(site: Site, quoi: str, hostile: str) -> None:
    for suite in ("", "/commencer" if quoi == "appels" else "/besoin" if quoi == "depots" else ""):
        reponse = site.get(f"/public/{quoi}/{hostile}{suite}")
        assert reponse.status_code == 404
        assert "500" not in reponse.text[:200]
    page = site.get(f"/public/{quoi}/zzz")
    assert "Ce lien n’ouvre rien" in verifier_page(page.text).texte
    assert page.headers["x-robots-tag"] == "noindex, nofollow"


def test_un_lien_n_ouvre_que_ce_qu_il_nomme(site: Site, url_base_demo_lecture: str) -> None:
    url = url_base_demo_lecture
    for usage, sql in (("depot", OUVERT), ("nouvelles", EN_COURS), ("appel", SOUMIS)):
        for adresse in (ici.appel, ici.depot, ici.nouvelles):
            assert site.get(adresse(jeton(url, usage, sql))).status_code == 404
    assert site.get(ici.appel(jeton(url, "appel", OUVERT, 2))).status_code == 404


def adresses_de(url: str) -> list[tuple[str, str]]:
    """(governance, path) of every page with an account."""
    f28, f41 = (cle(url, f"SELECT id FROM feuille_de_route WHERE code = '{c}'") for c in ("28-2024", "41-2024"))  # noqa: S608 - our codes
    fiche = UUID(str(lire(url, "SELECT fiche_action FROM demande_de_nouvelles WHERE etat = 'envoyee'")))
    return [
        ("41", ici.appels(f41)),
        ("41", ici.nouvel_appel(f41)),
        ("41", ici.gerer_appel(cle(url, OUVERT))),
        ("41", ici.gerer_appel(cle(url, OUVERT), "modifier")),
        ("41", ici.aider(cle(url, SOUMIS))),
        ("41", ici.propositions(f41)),
        ("28", ici.propositions(f28)),
        ("28", ici.demander(fiche)),
        ("28", ici.demande(cle(url, ATTEND))),
        ("28", ici.demande(cle(url, REPONDUE))),
        ("28", ici.demande(cle(url, REPONDUE), "modifier")),
    ]


@pytest.mark.parametrize(("lecteur", "sienne"), [("alice", "28"), ("charlie", "41"), ("visiteur", "")])
def test_chacun_chez_soi(site: Site, url_base_demo_lecture: str, lecteur: str, sienne: str) -> None:
    lire_comme(site, lecteur)
    for gouvernance, chemin in adresses_de(url_base_demo_lecture):
        reponse = site.get(chemin)
        attendu = 200 if gouvernance == sienne else 404
        assert (chemin, reponse.status_code) == (chemin, attendu)
        if attendu == 200:
            page = verifier_page(reponse.text)
            # A form shows a text as it was typed.
            if not chemin.endswith("/modifier"):
                verifier_typographie(page)


def test_un_lecteur_voit_sans_pouvoir(site: Site, url_base_demo_lecture: str) -> None:
    lire_comme(site, "bob")
    for gouvernance, chemin in adresses_de(url_base_demo_lecture):
        if gouvernance == "28":
            assert (chemin, site.get(chemin).status_code) == (chemin, 403)


def test_un_depot_inacheve_n_est_pas_lu_par_qui_ecrit_la_feuille_de_route(
    site: Site, url_base_demo_lecture: str
) -> None:
    lire_comme(site, "charlie")
    assert site.get(ici.aider(cle(url_base_demo_lecture, EN_COURS))).status_code == 404
    page = PageLue(site.get(ici.gerer_appel(cle(url_base_demo_lecture, OUVERT))).text)
    assert "Tiers-lieu exemple G" in page.texte
    assert "saisonniers" not in page.texte
