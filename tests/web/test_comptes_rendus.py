"""Minutes as people read, amend and approve them, and the documents that come out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import docx
import pytest

from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.lecture_html import PageLue

R3 = "/reunions/28/copil/r3"
ANNEE = "/comptes-rendus.docx?annee=2025"


@pytest.fixture
def libre(url_base_demo: str) -> Iterator[Site]:
    """A site whose database is ours alone, read as alice."""
    with ouvrir_site(url_base_demo) as site:
        lire_comme(site, "alice")
        yield site


def compte_rendu(site: Site) -> str:
    """The address of the minutes of the example meeting, from its page."""
    return next(lien for lien in PageLue(site.get(R3).text).liens if lien.startswith("/comptes-rendus/"))


def version(html: str) -> str:
    """The version the first form of a page was read at."""
    return next(str(i["value"]) for i in PageLue(html).tous("input") if i.get("name") == "version")


def paragraphes(octets: bytes) -> str:
    """Text of a document, headers included."""
    document = docx.Document(io.BytesIO(octets))
    entetes = [p.text for s in document.sections for p in (*s.header.paragraphs, *s.footer.paragraphs)]
    return "\n".join([*entetes, *(p.text for p in document.paragraphs)])


def test_un_compte_rendu_s_amende_s_approuve_se_publie_et_se_corrige(libre: Site) -> None:
    adresse = compte_rendu(libre)
    page = libre.get(adresse).text
    assert "Association exemple A, coordination" in page
    reponse = re.search(r'action="(/amendements/[^"]+/reponse)"', page)
    assert reponse
    refus = libre.post(reponse[1], data={"version": "1", "accepte": "non", "texte": "Autre tournure."})
    assert refus.status_code == 422
    assert "Autre tournure." in refus.text
    accepte = libre.post(reponse[1], data={"version": "1", "accepte": "oui", "texte": "Ordre revu à l’été."}).text
    assert "Ce qui change depuis la version précédente" in accepte
    assert "Ordre revu à l’été." in accepte
    trop_tot = libre.post(
        f"{adresse}/approbation", data={"version": version(accepte), "approuve_le": "1er juillet 2025"}
    )
    assert trop_tot.status_code == 422
    assert "ne se date pas d’avance" in trop_tot.text
    approuve = libre.post(
        f"{adresse}/approbation", data={"version": version(accepte), "approuve_le": "17 juin 2025"}
    ).text
    assert "il ne change plus" in approuve
    assert "Publié" in libre.post(f"{adresse}/publication").text
    page = libre.get(adresse).text
    corrige = libre.post(
        f"{adresse}/correction", data={"version": version(page), "conclusion": "Merci.", "motif": "Oubli."}
    ).text
    assert "Ce que corrige cette version" in corrige
    assert libre.get(f"{adresse}?version=1").text.count("Ordre revu à l’été.") == 0
    lire_comme(libre, "charlie")
    assert "Merci." in libre.get(adresse).text
    assert "Amendements" not in libre.get(adresse).text


def test_chacun_lit_ce_qui_circule_s_il_suit_la_reunion(libre: Site) -> None:
    site = libre
    lire_comme(site, "bob")
    adresse = compte_rendu(site)
    page = PageLue(site.get(adresse).text)
    assert "Les co-porteurs remercient" in page.texte
    assert not [f for f in page.tous("form") if "comptes-rendus" in str(f.get("action"))]
    for qui in ("charlie", "visiteur"):
        lire_comme(site, qui)
        assert site.get(adresse).status_code == 404
        assert site.get(f"{adresse}/compte-rendu.docx").status_code == 404


def test_un_amendement_se_demande_une_fois_et_se_retire(libre: Site) -> None:
    adresse = compte_rendu(libre)
    demande = {"cle_formulaire": "0193a5f6-0000-7000-8000-0000000000a1", "demande": "Ajouter les excusés."}
    libre.post(f"{adresse}/amendements", data=demande)
    page = libre.post(f"{adresse}/amendements", data=demande).text
    assert page.count("<p>Ajouter les excusés.</p>") == 1
    assert libre.post(f"{adresse}/amendements", data={"texte_propose": "Sans point"}).status_code == 422
    retrait = re.findall(r'action="(/amendements/[^"]+/retrait)"', page)[-1]
    assert "<p>Ajouter les excusés.</p>" not in libre.post(retrait).text


def test_les_documents_disent_ou_en_est_le_texte(libre: Site) -> None:
    site = libre
    adresse = compte_rendu(site)
    texte = paragraphes(site.get(f"{adresse}/compte-rendu.docx").content)
    assert "Les co-porteurs remercient les organisations présentes" in texte
    assert "PROJET" in texte.upper()
    assert site.get(f"{adresse}/releve.docx").status_code == 200
    instance = next(lien for lien in PageLue(site.get(R3).text).liens if lien.startswith("/instances/"))
    assert site.get(f"{instance}{ANNEE}").status_code == 200
    vide = site.get(f"{instance}/comptes-rendus.docx?annee=2019")
    assert vide.status_code == 422
    assert "Aucun compte rendu de 2019" in vide.text


def test_un_compte_rendu_commence_depuis_la_reunion_et_se_retrouve(libre: Site) -> None:
    page = PageLue(libre.get("/reunions/28/copil/r4").text)
    assert not [f for f in page.tous("form") if str(f.get("action")).endswith("/compte-rendu")]
    reunion = str(libre.get("/reunions/28/copil/r1").url.path)
    ouvert = libre.post(f"{reunion}/compte-rendu")
    assert ouvert.url.path == libre.post(f"{reunion}/compte-rendu").url.path
    ecrit = libre.post(
        f"{ouvert.url.path}/redaction", data={"version": version(ouvert.text), "introduction": "**Ouverture**"}
    )
    assert "<strong>Ouverture</strong>" in ecrit.text


def test_une_annee_de_la_gouvernance_se_lit_et_se_telecharge(libre: Site) -> None:
    gouvernance = str(libre.get("/gouvernances/28").url.path)
    accueil = PageLue(libre.get(gouvernance).text)
    annee = f"{gouvernance}/comptes-rendus"
    assert annee in accueil.liens
    for autre in ("/decisions?gouvernance=28", "/agenda?gouvernance=28"):
        assert annee in PageLue(libre.get(autre).text).liens
    page = PageLue(libre.get(f"{annee}?annee=2025").text)
    assert "Comité de pilotage" in page.texte
    assert compte_rendu(libre) in page.liens
    fichier = libre.get(f"{annee}.docx?annee=2025")
    assert fichier.headers["content-disposition"] == 'attachment; filename="28-comptes-rendus-2025.docx"'
    assert "Décisions de l’année" in paragraphes(fichier.content)
    vide = PageLue(libre.get(f"{annee}?annee=2019").text)
    assert "s’ouvre depuis la page d’une réunion" in vide.texte
    assert not [lien for lien in vide.liens if lien.startswith(f"{annee}.docx")]
    assert libre.get(f"{annee}.docx?annee=2019").status_code == 422
    assert libre.get(f"{annee}?annee=vingt").status_code == 422
    lire_comme(libre, "bob")
    assert libre.get(annee).status_code == 200
    for qui in ("charlie", "visiteur"):
        lire_comme(libre, qui)
        assert libre.get(annee).status_code == 404
        assert libre.get(f"{annee}.docx?annee=2025").status_code == 404


def test_la_reunion_suivante_dit_ce_qui_n_est_pas_approuve_et_le_propose(libre: Site) -> None:
    r4 = str(libre.get("/reunions/28/copil/r4").url.path)
    for adresse in (r4, f"{r4}/seance"):
        lue = PageLue(libre.get(adresse).text)
        assert "Un compte rendu précédent n’est pas approuvé" in lue.texte
        assert compte_rendu(libre) in lue.liens
    preparation = libre.get(f"{r4}/preparation").text
    assert "Approbation du compte rendu du 28\u00a0janvier\u00a02025" in preparation
    lire_comme(libre, "bob")
    assert "n’est pas approuvé" not in libre.get(r4).text


def brouillon(site: Site, adresse: str) -> dict[str, str]:
    """The form of the draft, as it stands."""
    champs = {str(i["name"]): str(i.get("value", "")) for i in PageLue(site.get(adresse).text).tous("input")}
    return {n: v for n, v in champs.items() if n == "version" or n.startswith("lu.")}


def test_deux_redactions_se_reunissent_et_les_memes_mots_montrent_les_deux_textes(libre: Site) -> None:
    reunion = str(libre.get("/reunions/28/copil/r1").url.path)
    adresse = libre.post(f"{reunion}/compte-rendu").url.path
    base = {**brouillon(libre, adresse), "introduction": "La séance est ouverte.", "conclusion": ""}
    assert libre.post(f"{adresse}/redaction", data=base).status_code == 200
    lu = brouillon(libre, adresse)
    assert lu["lu.introduction"] == "La séance est ouverte."
    premier = {**lu, "introduction": "La séance est ouverte par le préfet.", "conclusion": ""}
    assert libre.post(f"{adresse}/redaction", data=premier).status_code == 200
    ailleurs = {**lu, "introduction": "La séance est ouverte.", "conclusion": "Merci à tous."}
    reunis = libre.post(f"{adresse}/redaction", data=ailleurs)
    assert reunis.status_code == 200
    assert "par le préfet" in reunis.text
    assert "Merci à tous." in reunis.text
    memes = {**lu, "introduction": "La séance est ouverte par la présidente.", "conclusion": ""}
    conflit = libre.post(f"{adresse}/redaction", data=memes)
    assert conflit.status_code == 409
    assert "Ouverture\u00a0: deux textes" in PageLue(conflit.text).texte.replace("&nbsp;", "\u00a0")
    assert "par le préfet" in libre.get(adresse).text
    champs = {str(i["name"]): str(i.get("value", "")) for i in PageLue(conflit.text).tous("input") if i.get("name")}
    assert champs["mien.introduction"] == "La séance est ouverte par la présidente."
    regle = {n: v for n, v in champs.items() if n.startswith(("lu.", "mien.")) or n == "version"}
    libre.post(f"{adresse}/redaction", data={**regle, "choix.introduction": "mien", "conclusion": "Merci à tous."})
    page = libre.get(adresse).text
    assert "par la présidente" in page
    assert "par le préfet" not in page
    assert "Merci à tous." in page
