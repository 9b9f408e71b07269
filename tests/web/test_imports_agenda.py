"""Pasting an agenda on the site: read, corrected, created together, undone; nothing typed is lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from fne_roadmaps.demo.cles import cle_fixe
from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.formulaires_lus import FormulaireLu
from tests.web.lecture_html import PageLue
from tests.web.regles_de_page import verifier_page, verifier_typographie

ICI = f"/gouvernances/{cle_fixe('gouvernance:28')}/coller-un-agenda"
TEXTE = (
    "Agenda 2025\nEure-et-Loir\n- jeudi 26 juin : COPIL, 9h30-12h, à la préfecture\n- mardi 11 septembre : rencontre\n"
    "- 1/mois : point avec le hub\n\nBla bla <b>\n"
)
ICS = (
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a@x\r\nDTSTART:20250918T120000Z\r\nSUMMARY:Visio <script>\r\n"
    b"RRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def mien(url_base_demo: str) -> Iterator[Site]:
    """A demonstration of the test's own, read by alice."""
    with ouvrir_site(url_base_demo) as site:
        lire_comme(site, "alice")
        yield site


def lire(html: str) -> PageLue:
    """A page that keeps the house rules, but for the text it gives back as it was typed."""
    verifier_page(html)
    verifier_typographie(PageLue(re.sub(r"<textarea.*?</textarea>", "", html, flags=re.DOTALL)))
    return PageLue(html)


def test_un_agenda_se_colle_se_corrige_se_cree_et_s_annule(mien: Site) -> None:
    assert "Coller un agenda" in mien.get("/gouvernances/28").text
    assert "Coller un agenda" in mien.get("/agenda?gouvernance=28").text
    vierge = mien.get("/gouvernances/28/coller-un-agenda")
    assert str(vierge.url).endswith(ICI)
    lu = FormulaireLu(vierge.text, ICI).remplir(texte=TEXTE).envoyer(mien)
    assert lu.status_code == 200
    dite = lire(lu.text).texte
    for mots in (
        "est un jeudi, pas un mardi",
        "est une cadence, pas une date",
        "Bla bla <b>",
        "sera notée « convoquée »",
    ):
        assert mots in dite.replace("\u202f", " ").replace("\u00a0", " ")
    relecture = FormulaireLu(lu.text, ICI)
    assert relecture.valeur("reunions.0.date") == "26\u00a0juin\u00a02025"
    assert (relecture.valeur("reunions.0.heure_debut"), relecture.valeur("reunions.0.lieu")) == ("09:30", "préfecture")
    refus = relecture.remplir(reunions__1__date="32 juin", reunions__0__titre="COPIL d’été").envoyer(mien)
    assert refus.status_code == 422
    assert "Réunion 2, date" in lire(refus.text).texte
    reprise = FormulaireLu(refus.text, ICI)
    assert (reprise.valeur("reunions.0.titre"), reprise.valeur("reunions.1.date")) == ("COPIL d’été", "32 juin")
    assert reprise.valeur("texte").strip() == TEXTE.strip()
    reprise.remplir(reunions__1__date="11 septembre 2025", reunions__2__garder=None)
    fait = reprise.envoyer(mien)
    assert fait.status_code == 303
    adresse = fait.headers["location"]
    assert reprise.envoyer(mien).headers["location"] == adresse
    page = mien.get(adresse).text
    assert [mots in lire(page).texte for mots in ("COPIL d’été", "28/copil/r5", "28/r1", "1/mois", "Bla bla")] == [
        True
    ] * 5
    assert "COPIL d’été" in mien.get("/reunions/28/copil/r5").text
    assert mien.post(f"{adresse}/annulation", follow_redirects=False).status_code == 303
    assert "ses réunions ne sont plus là" in lire(mien.get(adresse).text).texte
    assert mien.get("/reunions/28/copil/r5").status_code == 404
    for qui, statut in (("bob", 200), ("charlie", 404)):
        lire_comme(mien, qui)
        assert mien.get(adresse).status_code == statut
        assert mien.post(f"{adresse}/annulation").status_code == {200: 403}.get(statut, statut)


def test_un_fichier_d_agenda_se_relit_de_meme_et_ses_heures_sont_celles_d_ici(alice: Site) -> None:
    lu = alice.post(ICI, data={"texte": "", "annee": ""}, files={"fichier": ("a.ics", ICS, "text/calendar")})
    assert lu.status_code == 200
    dite = lire(lu.text).texte
    assert "seule sa première date" in dite
    relecture = FormulaireLu(lu.text, ICI)
    assert (relecture.valeur("reunions.0.titre"), relecture.valeur("reunions.0.heure_debut")) == (
        "Visio <script>",
        "14:00",
    )
    assert relecture.valeur("reunions.0.source") == "Fichier d’agenda, identifiant a@x"


@pytest.mark.parametrize(
    ("donnees", "fichier", "dit"),
    [
        ({"texte": " "}, None, "Rien n’a été collé."),
        ({"texte": "12 juin : COPIL", "annee": "vingt"}, None, "Une année s’écrit en quatre chiffres"),
        ({"texte": "x" * 200_001}, None, "Texte trop long"),
        ({"texte": "12 juin : réunion\n" * 201}, None, "200 au plus à la fois"),
        ({"texte": "12 juin \x07"}, None, "caractère invisible"),
        ({"texte": "12 juin"}, ICS, "pas les deux à la fois"),
        ({"texte": ""}, b"bonjour", "n’est pas un agenda"),
    ],
)
def test_un_refus_rend_tout_ce_qui_etait_tape(
    alice: Site, donnees: dict[str, str], fichier: bytes | None, dit: str
) -> None:
    fichiers = {"fichier": ("a.ics", fichier, "text/calendar")} if fichier else None
    refus = alice.post(ICI, data=donnees, files=fichiers)
    assert refus.status_code == 422
    assert dit in refus.text.replace("\u00a0", " ")
    assert FormulaireLu(refus.text, ICI).valeur("texte").strip() == donnees["texte"].strip()


def test_rien_de_coche_ou_des_champs_forges_se_refusent_sans_tomber(alice: Site) -> None:
    for forge in (
        {},
        {
            "reunions.0.garder": "oui",
            "reunions.0.titre": "a",
            "reunions.0.etat": "tenue?",
            "reunions.0.date_avant": "hier",
        },
        {"reunions.0.garder": "oui", "reunions.0.titre": "a" * 301, "reunions.0.genre": "autre"},
        {
            "reunions.0.garder": "oui",
            "reunions.0.titre": "a",
            "reunions.0.instance": "41/copil",
            "sans_reunion": "[" * 9000,
        },
        {
            "reunions.0.garder": "oui",
            "reunions.0.titre": "a",
            "reunions.0.genre": "instance",
            "sans_reunion": '{"non_compris": 3}',
        },
    ):
        refus = alice.post(ICI, data={"geste": "creer", **forge})
        assert refus.status_code == 422, forge
        lire(refus.text)


def test_bob_et_charlie_n_ont_rien_a_coller(site: Site) -> None:
    for qui, statut in (("bob", 403), ("charlie", 404)):
        lire_comme(site, qui)
        assert site.get(ICI).status_code == statut
        assert site.post(ICI, data={"texte": TEXTE}).status_code == statut
        assert "Coller un agenda" not in site.get("/gouvernances/28").text
