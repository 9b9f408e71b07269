"""What no page of ours sends, sent to every page: told in French, never a failure, and nothing written is lost."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from litestar.routes import HTTPRoute

from backend.app import create_app
from backend.settings import Settings
from backend.web.formulaires import CHAMPS_MAX, Saisie
from backend.web.pages.comptes.connexion import ENTREE_MAX
from fne_roadmaps.demo.cles import cle_fixe
from tests.browser.pages import PAGES
from tests.web import liens_publics as liens
from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.lecture_html import PageLue
from tests.web.regles_de_page import verifier_page

MORCEAU = b'--x\r\nContent-Disposition: form-data; name="contexte"%s\r\n\r\n%s\r\n--x--\r\n'
URL, MORCEAUX = "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"
CORPS: dict[str, tuple[str, bytes, int]] = {
    "octets": (URL, b"contexte=\xff\xfe", 400),
    "pourcents": (URL, b"contexte=%ff%fe", 400),
    "demi-caractere": (URL, b"contexte=%ED%A0%80", 400),
    "morceau illisible": (MORCEAUX, MORCEAU % (b"", b"\xff"), 400),
    "alphabet inconnu": (MORCEAUX, MORCEAU % (b"\r\nContent-Type: text/plain; charset=zz", b"x"), 400),
    "morceau coupe": (MORCEAUX, MORCEAU[:40], 400),
    "sans frontiere": ("multipart/form-data", b"x", 400),
    "trop de champs": (URL, b"&".join(b"c%d=1" % i for i in range(CHAMPS_MAX + 1)), 413),
    "trop gros": (URL, b"contexte=" + b"a" * ENTREE_MAX, 413),
}
ECRIT = "Une page entière, écrite depuis ce matin.\n<script>alert(1)</script>"
HOSTILE = b'javascript:alert(1)//"><script>alert(1)</script>\xff'
ENTETES: dict[str, Any] = {
    "accept-language": b"\xff;q=nan, en",
    "authorization": b"Bearer \xff",
    "cookie": b"fne_session=%00%ff\xff; =; ;;" + b"a" * 8000,
    "idempotency-key": HOSTILE,
    "if-match": b'W/"\xff", *, "99999999999999999999999999"',
    "if-none-match": HOSTILE,
    "range": b"bytes=99-1,-5,a-b",
    "referer": HOSTILE,
    "user-agent": HOSTILE,
    "x-forwarded-host": b"ailleurs.example",
    "x-forwarded-proto": b"javascript",
}


def ecritures() -> list[str]:
    """An address for every page that takes a form; nothing has these keys, and the form is read before."""
    application = create_app(Settings(database_url="sqlite:///absente.sqlite"))
    motifs = {r.path_format for r in application.routes if isinstance(r, HTTPRoute) and "POST" in r.methods}
    return sorted(re.sub(r"\{\w+\}", str(uuid4()), motif) for motif in motifs if not motif.startswith("/api/"))


ECRITURES = ecritures()


@pytest.mark.parametrize("corps", CORPS)
def test_un_formulaire_illisible_se_dit_partout(alice: Site, corps: str) -> None:
    type_, octets, statut = CORPS[corps]
    assert len(ECRITURES) > 60
    for adresse in ECRITURES:
        reponse = alice.post(adresse, content=octets, headers={"content-type": type_}, follow_redirects=False)
        assert reponse.status_code == statut, adresse
        page = verifier_page(reponse.text)
        assert re.search(r"ne peut pas être lue|n’est pas du texte UTF-8|dépasse|plus de 5\u202f000 champs", page.texte)


@pytest.mark.parametrize("origine", ["http://[", "null", "", "https://testserver.local.ailleurs.example", "\u00ff"])
def test_une_origine_etrangere_ou_illisible_n_ecrit_rien(alice: Site, origine: str) -> None:
    for adresse in ECRITURES:
        reponse = alice.post(adresse, headers=[(b"origin", origine.encode("latin-1"))], follow_redirects=False)
        assert reponse.status_code == 403, adresse
        assert "ne vient pas d’une page de ce site" in PageLue(reponse.text).texte


@pytest.mark.parametrize("pages", range(4))
def test_des_entetes_hostiles_ne_changent_rien_aux_pages(site: Site, pages: int) -> None:
    for lecteur, chemin in list(PAGES.values())[pages::4]:
        lire_comme(site, lecteur)
        temoin = "; ".join(f"{nom}={valeur}" for nom, valeur in site.cookies.items())
        attendu = site.get(chemin, follow_redirects=False)
        reponse = site.get(
            chemin,
            headers={**ENTETES, "cookie": temoin.encode() + b"; " + ENTETES["cookie"][20:]},
            follow_redirects=False,
        )
        assert reponse.status_code == attendu.status_code, chemin
        assert "ailleurs.example" not in reponse.text
        assert "<script>alert" not in reponse.text


def test_un_temoin_hostile_est_un_temoin_inconnu(site: Site) -> None:
    reponse = site.get("/compte", headers=ENTETES)
    assert reponse.status_code == 401
    verifier_page(reponse.text)


@pytest.mark.parametrize(
    ("lecteur", "adresse", "statut"),
    [
        ("bob", f"/fiches-action/{cle_fixe('fiche_action:28-2024/1.1')}/modifier/besoin", 403),
        ("charlie", f"/fiches-action/{cle_fixe('fiche_action:28-2024/1.1')}/modifier/besoin", 404),
        ("visiteur", f"/public/depots/{'A' * 22}.{'B' * 27}/besoin", 404),
        ("visiteur", f"/public/appels/{'A' * 22}.{'B' * 27}/commencer", 404),
    ],
)
def test_ce_qui_est_refuse_en_entier_se_remontre(site: Site, lecteur: str, adresse: str, statut: int) -> None:
    lire_comme(site, lecteur)
    champs = {"contexte": ECRIT, "mot_de_passe": "une phrase que personne ne lit", "version": "1"}
    reponse = site.post(adresse, data=champs, follow_redirects=False)
    assert reponse.status_code == statut
    page = verifier_page(reponse.text)
    assert " ".join(ECRIT.split()) in page.texte
    assert "que personne ne lit" not in reponse.text


@pytest.mark.parametrize(
    ("acte", "demande", "champs"),
    [
        ("relancer", liens.REPONDUE, {"courriel": "une adresse mal écrite"}),
        ("decliner", liens.ATTEND, {"motif": ECRIT}),
        ("accepter", liens.ATTEND, {"texte": ECRIT, "version": "1"}),
    ],
)
def test_un_formulaire_qui_n_est_plus_sur_la_page_rend_ce_qui_y_etait_ecrit(
    alice: Site, url_base_demo_lecture: str, acte: str, demande: str, champs: dict[str, str]
) -> None:
    cle = liens.cle(url_base_demo_lecture, demande)
    _refuse_et_remontre(alice, f"/demandes-de-nouvelles/{cle}/{acte}", champs)


def test_demander_des_nouvelles_deja_demandees_rend_le_message(alice: Site, url_base_demo_lecture: str) -> None:
    attend = "SELECT fiche_action FROM demande_de_nouvelles WHERE etat = 'envoyee'"
    fiche = liens.cle(url_base_demo_lecture, attend)
    _refuse_et_remontre(alice, f"/fiches-action/{fiche}/demander-des-nouvelles", {"message": ECRIT})


def _refuse_et_remontre(site: Site, adresse: str, champs: dict[str, str]) -> None:
    reponse: Any = site.post(adresse, data=champs, follow_redirects=False)
    assert reponse.status_code == 422
    page = verifier_page(reponse.text)
    assert "Ce qui est refusé" in page.texte
    for texte in champs.values():
        assert len(texte) < 2 or " ".join(texte.split()) in page.texte


def test_une_fiche_fusionnee_ne_se_fusionne_pas_a_la_main(alice: Site, url_base_demo_lecture: str) -> None:
    fusionnee = liens.cle(url_base_demo_lecture, "SELECT id FROM fiche_action WHERE instruction = 'fusionnee'")
    lire_comme(alice, "charlie")
    champs = {"instruction": "fusionnee", "version": "0"}
    reponse = alice.post(f"/fiches-action/{fusionnee}/instruction", data=champs, follow_redirects=False)
    assert reponse.status_code == 422
    verifier_page(reponse.text)


@pytest.mark.parametrize("chemin", ["/static/%00", "/static/..%2f..%2fapp.py", "/%00", "/%ff", "/fiches-action/%ff"])
def test_une_adresse_impossible_n_est_pas_trouvee(alice: Site, chemin: str) -> None:
    reponse = alice.get(chemin)
    assert reponse.status_code == 404
    verifier_page(reponse.text)


def test_renvoyer_le_lien_d_un_depot_ne_demande_rien_de_plus(url_base_demo: str) -> None:
    depot = liens.cle(url_base_demo, "SELECT id FROM depot WHERE courriel IS NOT NULL AND etat = 'en_cours'")
    with ouvrir_site(url_base_demo) as site:
        lire_comme(site, "charlie")
        reponse = site.post(f"/depots/{depot}/renvoyer", follow_redirects=False)
        assert reponse.status_code == 303
        assert re.fullmatch(r"/appels/[0-9a-f-]{36}\?fait=lien-renvoye", reponse.headers["location"])


def test_des_milliers_de_champs_se_lisent_d_une_traite() -> None:
    """Fields are read once, not once for each of them: a form of the greatest size keeps nobody waiting."""
    saisie = Saisie(tuple((f"jalons.{i}.titre", str(i)) for i in range(CHAMPS_MAX)))
    assert len(saisie.premieres) == len(saisie.valeurs) == CHAMPS_MAX
    assert [ligne["titre"] for ligne in saisie.lignes("jalons", ["titre"])] == [str(i) for i in range(500)]
