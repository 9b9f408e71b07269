"""Writing a fiche section by section: what is typed is saved, or comes back whole with what to mend."""

from __future__ import annotations

import pytest

from backend.web.adresses import edition
from backend.web.edition.sections import SECTIONS
from fne_roadmaps.tables.engines import moteur_courant
from tests.support.requetes import requetes_de
from tests.web.conftest import Site, lire_comme
from tests.web.formulaires_lus import FormulaireLu, envoyer
from tests.web.lecture_html import PageLue
from tests.web.redaction import COURTE, FEUILLE, FICHE, HOSTILE, enregistre, fiche, journal, refuse, section, site
from tests.web.regles_de_page import verifier_page

__all__ = ["site"]


@pytest.mark.parametrize("code", SECTIONS)
def test_une_section_renvoyee_telle_quelle_ne_change_rien(site: Site, code: str) -> None:
    avant = fiche(site)
    page = site.get(edition.modifier(FICHE, code))
    lue = verifier_page(page.text)
    etiquetes = {a["for"] for a in lue.tous("label")}
    assert etiquetes == {
        a.get("id") for nom, a in lue.elements if nom in {"input", "select", "textarea"} and a.get("type") != "hidden"
    }
    enregistre(FormulaireLu(page.text, edition.modifier(FICHE, code)).envoyer(site))
    assert fiche(site) == avant
    assert journal(site) == []


def test_les_textes_s_enregistrent_avec_leur_pourquoi(site: Site) -> None:
    formulaire = section(site, "besoin").remplir(
        contexte="Un besoin neuf.\n\n- un point", objectifs="", pourquoi="Relu."
    )
    enregistre(formulaire.envoyer(site))
    lue = fiche(site)
    assert (lue["contexte"], lue["objectifs"]) == ("Un besoin neuf.\n\n- un point", None)
    assert {(e["action"], e["champ"], e["pourquoi"]) for e in journal(site)} == {
        ("modifier", "contexte", "Relu."),
        ("modifier", "objectifs", "Relu."),
    }
    assert "La section est enregistrée." in site.get(f"/fiches-action/{FICHE}?fait=section").text


def test_les_dates_s_ecrivent_en_francais(site: Site) -> None:
    enregistre(section(site, "calendrier").remplir(debut="septembre 2025", fin="à l’automne 2026").envoyer(site))
    lue = fiche(site)
    assert (lue["debut"]["edtf"], lue["fin"]["edtf"]) == ("2025-09", "2026-23")
    assert section(site, "calendrier").valeur("fin").replace("\u00a0", " ") == "automne 2026"
    enregistre(section(site, "calendrier").remplir(fin="fin juin 2027").envoyer(site))
    assert (fiche(site)["fin"]["edtf"], fiche(site)["fin"]["recu"]) == ("2027-06", "fin juin 2027")
    assert section(site, "calendrier").valeur("fin") == "fin juin 2027"
    enregistre(section(site, "calendrier").remplir(fin="à l’automne").envoyer(site))
    assert (fiche(site)["fin"]["edtf"], fiche(site)["fin"]["recu"]) == (None, "à l’automne")


@pytest.mark.parametrize(
    ("code", "champs", "champ", "message"),
    [
        ("identite", {"titre": ""}, "titre", "Ce champ est obligatoire."),
        ("identite", {"titre": "x" * 20_000}, "titre", "20000 caractères"),
        ("calendrier", {"fin": "31 novembre 2025"}, "fin", "« 30 novembre 2025 » ou « novembre 2025 »"),
        ("calendrier", {"debut": "2026", "fin": "2025"}, "fin", "La fin vient avant le début."),
        ("financements", {"besoin": "environ 48 000"}, "besoin", "par exemple « 12 500 »"),
        ("suivi", {"progression_declaree": "beaucoup"}, "progression_declaree", "un nombre de 0 à 100"),
        ("suivi", {"progression_declaree": "101"}, "progression_declaree", "au plus 100"),
        ("jalons", {"jalons__0__fait_le": "mars 2025"}, "jalons.0.fait_le", "Un jour précis"),
        ("jalons", {"jalons__0__titre": ""}, "jalons.0.titre", ""),
        ("pilotage", {"acteurs__0__structure": "Une inconnue"}, "acteurs.0.structure", "choisissez-la dans la liste"),
        ("moyens", {"liens__0__libelle": "Un lien", "liens__0__url": "javascript:alert(1)"}, "liens.0.url", "https"),
        ("publics", {"territoires__0__territoire": "Atlantide"}, "territoires.0.territoire", "n’existe pas"),
        ("besoin", {"pourquoi": "x" * 3000}, "pourquoi", "Texte trop long"),
    ],
)
def test_ce_qui_est_refuse_est_dit_la_ou_c_est_tape_et_reste_tape(
    site: Site, code: str, champs: dict[str, str], champ: str, message: str
) -> None:
    avant = fiche(site)
    reponse = section(site, code).remplir(**champs).envoyer(site)
    formulaire = refuse(reponse, code)
    lue = PageLue(reponse.text)
    assert message in lue.texte.replace("\u202f", " ").replace("\u00a0", " ")
    assert f"#champ-{champ.replace('.', '-')}" in lue.liens
    for nom, valeur in champs.items():
        assert formulaire.valeur(nom.replace("__", ".")) == valeur
    assert fiche(site) == avant
    repris = section(site, code)
    for nom, valeur in champs.items():
        assert repris.valeur(nom.replace("__", ".")) == valeur


def test_un_champ_qui_ne_vient_pas_n_est_pas_efface(site: Site) -> None:
    avant = fiche(site)
    champs = [("livrables", "Un seul champ."), ("version", str(avant["version"]))]
    enregistre(envoyer(site, edition.modifier(FICHE, "moyens"), champs))
    apres = fiche(site)
    assert apres["livrables"] == "Un seul champ."
    assert (apres["moyens_humains"], apres["liens"]) == (avant["moyens_humains"], avant["liens"])


def test_un_texte_hostile_reste_un_texte(site: Site) -> None:
    champs = {"titre": HOSTILE}
    enregistre(section(site, "identite").remplir(**champs).envoyer(site))
    page = site.get(edition.modifier(FICHE, "identite")).text
    assert "<script>alert" not in page
    assert FormulaireLu(page, edition.modifier(FICHE, "identite")).valeur("titre") == HOSTILE
    verifier_page(page)
    verifier_page(site.get(f"/fiches-action/{FICHE}").text)


def test_les_lignes_s_ajoutent_se_deplacent_et_se_retirent_sans_rien_enregistrer(site: Site) -> None:
    avant = fiche(site)
    code, adresse = "publics", edition.modifier(FICHE, "publics")
    formulaire = section(site, code).remplir(publics__0__libelle="Premier")
    reponse = formulaire.envoyer(site, "ajouter:publics")
    assert reponse.status_code == 200
    formulaire = FormulaireLu(reponse.text, adresse)
    rang = max(int(n.split(".")[1]) for n, _ in formulaire.champs if n.startswith("publics."))
    assert formulaire.valeur(f"publics.{rang}.libelle") == ""
    focalises = [a["id"] for _, a in PageLue(reponse.text).elements if "autofocus" in a]
    assert focalises == [f"champ-publics-{rang}-libelle"]
    formulaire.remplir(**{f"publics__{rang}__libelle": "Dernier"})
    formulaire = FormulaireLu(formulaire.envoyer(site, f"monter:publics:{rang}").text, adresse)
    assert formulaire.valeur(f"publics.{rang - 1}.libelle") == "Dernier"
    formulaire = FormulaireLu(formulaire.envoyer(site, "retirer:publics:0").text, adresse)
    assert "Premier" not in [v for n, v in formulaire.champs if n.startswith("publics.")]
    assert fiche(site) == avant
    enregistre(formulaire.envoyer(site))
    assert "Dernier" in fiche(site)["publics"]


@pytest.mark.parametrize(
    "geste", ["ajouter:inconnue", "retirer:publics:9999", "voler:publics", "ajouter:publics.1.x", ""]
)
def test_un_geste_inconnu_enregistre_simplement(site: Site, geste: str) -> None:
    formulaire = section(site, "publics")
    enregistre(envoyer(site, formulaire.action, [*formulaire.champs, ("geste", geste)]))


def test_les_financements_se_tapent_en_euros_et_disent_ce_qui_ne_concorde_pas(site: Site) -> None:
    formulaire = section(site, "financements", COURTE).remplir(
        besoin="48 000",
        financements__0__financeur="Conseil départemental d’Eure-et-Loir",
        financements__0__annee="2025",
        financements__0__demande="12 500,50",
        financements__0__promis="20 000",
        financements__0__obtenu="",
        financements__0__depense="",
    )
    enregistre(formulaire.envoyer(site), COURTE)
    lue = fiche(site, COURTE)
    (ligne,) = lue["financements"]
    assert (lue["besoin"], ligne["demande"], ligne["promis"], ligne["obtenu"]) == (
        4_800_000,
        1_250_050,
        2_000_000,
        None,
    )
    assert ligne["structure"]["code"] == "cd-28"
    texte = PageLue(site.get(edition.modifier(COURTE, "financements")).text).texte
    assert "Il manque 28\u202f000\u202f€" in texte
    assert "le promis dépasse le demandé" in texte


def test_un_indicateur_se_mesure(site: Site) -> None:
    adresse = edition.modifier(COURTE, "indicateurs")
    formulaire = section(site, "indicateurs", COURTE).remplir(
        indicateurs__0__libelle="Personnes reçues", indicateurs__0__depart="1 200", indicateurs__0__depart_quand="2024"
    )
    formulaire = FormulaireLu(formulaire.envoyer(site, "ajouter:indicateurs.0.mesures").text, adresse)
    formulaire.remplir(
        indicateurs__0__mesures__0__valeur="1 350,5", indicateurs__0__mesures__0__quand="bilan du 1er semestre"
    )
    enregistre(formulaire.envoyer(site), COURTE)
    (indicateur,) = fiche(site, COURTE)["indicateurs"]
    assert (indicateur["depart"]["valeur"], indicateur["depart"]["date"]["edtf"]) == ("1200", "2024")
    (mesure,) = indicateur["mesures"]
    assert (mesure["valeur"], mesure["periode"], mesure["date"]) == ("1350.5", "bilan du 1er semestre", None)


def test_le_suivi_date_les_nouvelles_seulement_quand_il_change(site: Site) -> None:
    avant = fiche(site)["nouvelles_le"]
    enregistre(section(site, "suivi").envoyer(site))
    assert fiche(site)["nouvelles_le"] == avant
    enregistre(section(site, "suivi").remplir(meteo="compromis", progression_declaree="40 %").envoyer(site))
    lue = fiche(site)
    assert (lue["meteo"], lue["progression_declaree"], lue["nouvelles_le"]) == ("compromis", 40, "2025-06-17")


def test_bob_lit_sans_ecrire_et_pour_charlie_la_fiche_n_existe_pas(site: Site) -> None:
    formulaire = section(site, "besoin").remplir(contexte="Pris.")
    for lecteur, statut in (("bob", 403), ("charlie", 404)):
        lire_comme(site, lecteur)
        assert site.get(edition.modifier(FICHE)).status_code == statut
        assert site.get(edition.modifier(FICHE, "besoin")).status_code == statut
        assert formulaire.envoyer(site).status_code == statut
        assert site.get(edition.nouvelle_fiche(FEUILLE)).status_code == statut
    assert site.get(edition.modifier(FICHE, "inconnue")).status_code == 404
    lire_comme(site, "alice")
    assert site.get(edition.modifier(FICHE, "inconnue")).status_code == 404
    assert journal(site) == []


def test_une_session_finie_ne_perd_rien(site: Site) -> None:
    formulaire = section(site, "besoin").remplir(contexte="Tapé longtemps. <b>")
    lire_comme(site, "visiteur")
    reponse = formulaire.envoyer(site)
    assert reponse.status_code == 401
    verifier_page(reponse.text)
    assert 'value="Tapé longtemps. &lt;b&gt;"' in reponse.text
    lire_comme(site, "alice")
    assert fiche(site)["contexte"] != "Tapé longtemps. <b>"
    enregistre(formulaire.envoyer(site))
    assert fiche(site)["contexte"] == "Tapé longtemps. <b>"


@pytest.mark.parametrize("code", SECTIONS)
def test_une_section_coute_autant_de_requetes_vide_que_pleine(site: Site, code: str) -> None:
    comptes = set()
    for cle in (COURTE, FICHE):
        with requetes_de(moteur_courant()) as passees:
            assert site.get(edition.modifier(cle, code)).status_code == 200
        comptes.add(len(passees))
    assert len(comptes) == 1
    assert comptes.pop() <= 34
