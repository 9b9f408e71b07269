"""Two people on one section: what each changed alone is merged without a word, what both changed is settled by them."""

from __future__ import annotations

from typing import Any

import pytest

from backend.web.adresses import edition
from tests.web.conftest import Site, lire_comme
from tests.web.formulaires_lus import FormulaireLu, envoyer
from tests.web.lecture_html import PageLue
from tests.web.redaction import FICHE, enregistre, fiche, journal, section, site
from tests.web.regles_de_page import verifier_page

__all__ = ["site"]

DEPART = "Signer les conventions avec les communes."
DE_MOI = "Signer les conventions avec les neuf communes."
D_EMILE = "Signer les conventions avec les communes, après juillet."


def pendant_ce_temps(site: Site, code: str, **champs: str | None) -> None:
    """Émile saves the section while alice types."""
    lire_comme(site, "emile-28")
    enregistre(section(site, code).remplir(**champs).envoyer(site))
    lire_comme(site, "alice")


def en_conflit(reponse: Any, code: str) -> FormulaireLu:
    assert reponse.status_code == 409, reponse.text
    verifier_page(reponse.text)
    return FormulaireLu(reponse.text, edition.modifier(FICHE, code))


def texte(reponse: Any) -> str:
    return PageLue(reponse.text).texte.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.fixture
def a_deux(site: Site) -> FormulaireLu:
    """Alice has the section open since before Émile saved: both changed « difficultés », one each another field."""
    enregistre(
        section(site, "suivi").remplir(difficultes=DEPART, prochaine_etape="Avant.", meteo="securises").envoyer(site)
    )
    formulaire = section(site, "suivi")
    pendant_ce_temps(site, "suivi", difficultes=D_EMILE, prochaine_etape="Choisie par Émile.")
    return formulaire.remplir(difficultes=DE_MOI, meteo="compromis")


def test_ce_qui_n_a_change_que_d_un_cote_se_rejoint_sans_question(site: Site, a_deux: FormulaireLu) -> None:
    enregistre(a_deux.remplir(difficultes=DEPART).envoyer(site))
    lue = fiche(site)
    assert (lue["difficultes"], lue["prochaine_etape"], lue["meteo"]) == (D_EMILE, "Choisie par Émile.", "compromis")


def test_les_deux_textes_se_montrent_et_une_fusion_est_proposee(site: Site, a_deux: FormulaireLu) -> None:
    avant = fiche(site)
    reponse = a_deux.envoyer(site)
    formulaire = en_conflit(reponse, "suivi")
    dit = texte(reponse)
    assert "Difficultés : deux textes, aucun n’est perdu" in dit
    assert "Conseil départemental d’Eure-et-Loir, Chef·fe de projet inclusion numérique (exemple) a enregistré" in dit
    assert "<ins>neuf</ins>" in reponse.text
    assert "<del>, après juillet</del>" in reponse.text
    assert "Les deux changements sont réunis" in dit
    assert "La version écartée reste dans l’historique" in dit
    assert formulaire.valeur("difficultes") == "Signer les conventions avec les neuf communes, après juillet."
    assert formulaire.valeur("choix.difficultes") == "compose"
    assert formulaire.valeur("prochaine_etape") == "Choisie par Émile."
    assert formulaire.valeur("meteo") == "compromis"
    assert fiche(site) == avant
    enregistre(formulaire.envoyer(site))
    lue = fiche(site)
    assert lue["difficultes"] == "Signer les conventions avec les neuf communes, après juillet."
    assert lue["meteo"] == "compromis"


@pytest.mark.parametrize(
    ("choix", "garde", "ecarte"),
    [("mien", DE_MOI, D_EMILE), ("enregistre", D_EMILE, DE_MOI), ("compose", "Un autre.", DE_MOI)],
)
def test_le_texte_ecarte_va_dans_l_historique(
    site: Site, a_deux: FormulaireLu, choix: str, garde: str, ecarte: str
) -> None:
    formulaire = en_conflit(a_deux.envoyer(site), "suivi")
    formulaire.remplir(choix__difficultes=choix, difficultes="Un autre.", pourquoi="Vu ensemble.")
    enregistre(formulaire.envoyer(site))
    assert fiche(site)["difficultes"] == garde
    (entree,) = [e for e in journal(site) if e["action"] == "conflit"]
    assert (entree["champ"], entree["avant"], entree["apres"]) == ("difficultes", ecarte, garde)
    assert entree["pourquoi"] == "Vu ensemble."
    assert entree["acteur"] == "alice-28"


def test_un_conflit_garde_se_retrouve_en_rouvrant_la_page(site: Site, a_deux: FormulaireLu) -> None:
    en_conflit(a_deux.envoyer(site), "suivi")
    page = site.get(edition.modifier(FICHE, "suivi"))
    verifier_page(page.text)
    assert "Vous retrouvez ce que vous aviez commencé" in page.text
    formulaire = FormulaireLu(page.text, edition.modifier(FICHE, "suivi"))
    enregistre(formulaire.remplir(choix__difficultes="mien").envoyer(site))
    assert fiche(site)["difficultes"] == DE_MOI


def test_un_second_conflit_pendant_qu_on_regle_le_premier(site: Site, a_deux: FormulaireLu) -> None:
    formulaire = en_conflit(a_deux.envoyer(site), "suivi")
    pendant_ce_temps(site, "suivi", difficultes="Tout autre chose.")
    encore = en_conflit(formulaire.remplir(choix__difficultes="mien").envoyer(site), "suivi")
    assert encore.valeur("mien.difficultes") == DE_MOI
    enregistre(encore.remplir(choix__difficultes="enregistre").envoyer(site))
    assert fiche(site)["difficultes"] == "Tout autre chose."


def test_un_refus_pendant_un_conflit_ne_perd_ni_l_un_ni_l_autre(site: Site, a_deux: FormulaireLu) -> None:
    reponse = a_deux.remplir(progression_declaree="trop").envoyer(site)
    formulaire = en_conflit(reponse, "suivi")
    assert "un nombre de 0 à 100" in texte(reponse)
    reponse = formulaire.remplir(choix__difficultes="mien", difficultes="Mêlé.").envoyer(site)
    assert reponse.status_code == 422
    formulaire = FormulaireLu(reponse.text, edition.modifier(FICHE, "suivi"))
    assert formulaire.valeur("choix.difficultes") == "mien"
    assert formulaire.valeur("difficultes") == "Mêlé."
    enregistre(formulaire.remplir(progression_declaree="50").envoyer(site))
    assert (fiche(site)["difficultes"], fiche(site)["progression_declaree"]) == (DE_MOI, 50)


def test_une_modification_rejouee_a_version_depassee_reussit_sans_rien_changer(site: Site) -> None:
    formulaire = section(site, "suivi").remplir(difficultes=DE_MOI)
    enregistre(formulaire.envoyer(site))
    version, entrees = fiche(site)["version"], journal(site)
    enregistre(formulaire.envoyer(site))
    assert (fiche(site)["version"], journal(site)) == (version, entrees)


def test_deux_sections_ne_se_genent_pas(site: Site) -> None:
    formulaire = section(site, "besoin").remplir(contexte="De moi.")
    pendant_ce_temps(site, "suivi", difficultes="D’Émile.")
    enregistre(formulaire.envoyer(site))
    assert (fiche(site)["contexte"], fiche(site)["difficultes"]) == ("De moi.", "D’Émile.")


def lignes(formulaire: FormulaireLu, liste: str) -> list[str]:
    return [v for n, v in formulaire.champs if n.startswith(f"{liste}.")]


def test_une_liste_changee_des_deux_cotes_se_regle(site: Site) -> None:
    enregistre(section(site, "publics").remplir(publics__0__libelle="Aînés").envoyer(site))
    formulaire = section(site, "publics").remplir(publics__0__libelle="Aînés isolés")
    pendant_ce_temps(site, "publics", publics__8__libelle="Jeunes")
    reponse = formulaire.envoyer(site)
    regle = en_conflit(reponse, "publics")
    assert "Publics : deux listes, aucune n’est perdue" in texte(reponse)
    proposees = lignes(regle, "publics")
    assert {"Aînés isolés", "Jeunes"} <= set(proposees)
    assert "Aînés" not in proposees
    enregistre(regle.envoyer(site))
    assert set(fiche(site)["publics"]) == set(proposees)


@pytest.mark.parametrize(("choix", "attendu"), [("mien", "Aînés isolés"), ("enregistre", "Aînées")])
def test_une_liste_se_prend_aussi_entiere(site: Site, choix: str, attendu: str) -> None:
    formulaire = section(site, "publics").remplir(publics__0__libelle="Aînés isolés")
    pendant_ce_temps(site, "publics", publics__0__libelle="Aînées")
    regle = en_conflit(formulaire.envoyer(site), "publics")
    regle.remplir(choix__publics=choix)
    enregistre(regle.envoyer(site))
    assert fiche(site)["publics"][0] == attendu
    (entree,) = [e for e in journal(site) if e["action"] == "conflit"]
    assert entree["champ"] == "publics"


@pytest.mark.parametrize(
    ("code", "champ", "moi", "emile", "lu"),
    [
        ("calendrier", "fin", "septembre 2027", "octobre 2027", "2027-09"),
        ("identite", "priorite", "bas", "moyen", "bas"),
    ],
)
def test_une_date_ou_un_choix_se_reglent_aussi(
    site: Site, code: str, champ: str, moi: str, emile: str, lu: str
) -> None:
    formulaire = section(site, code).remplir(**{champ: moi})
    pendant_ce_temps(site, code, **{champ: emile})
    regle = en_conflit(formulaire.envoyer(site), code)
    enregistre(regle.remplir(**{f"choix__{champ}": "mien"}).envoyer(site))
    valeur = fiche(site)[champ]
    assert (valeur["edtf"] if isinstance(valeur, dict) else valeur) == lu


@pytest.mark.parametrize("perdus", [("version",), ("version", "lu.")])
def test_sans_savoir_ce_qui_a_ete_lu_rien_n_est_ecrase(site: Site, perdus: tuple[str, ...]) -> None:
    formulaire = section(site, "suivi")
    pendant_ce_temps(site, "suivi", difficultes="D’Émile.")
    champs = [(n, v) for n, v in formulaire.champs if not n.startswith(perdus)]
    reponse = envoyer(site, formulaire.action, champs)
    if len(perdus) == 1:
        enregistre(reponse)
    else:
        en_conflit(reponse, "suivi")
    assert fiche(site)["difficultes"] == "D’Émile."


def test_un_choix_venu_sans_son_texte_n_efface_rien(site: Site) -> None:
    enregistre(section(site, "suivi").remplir(difficultes=DEPART).envoyer(site))
    enregistre(section(site, "suivi").remplir(choix__difficultes="mien").envoyer(site))
    assert fiche(site)["difficultes"] == DEPART


def test_une_liste_videe_se_garde_vide(site: Site) -> None:
    formulaire = section(site, "publics")
    formulaire.champs = [(n, "" if n.startswith("publics.") else v) for n, v in formulaire.champs]
    pendant_ce_temps(site, "publics", publics__0__libelle="Aînées")
    regle = en_conflit(formulaire.envoyer(site), "publics")
    enregistre(regle.remplir(choix__publics="mien").envoyer(site))
    assert fiche(site)["publics"] == []


@pytest.mark.parametrize("version", ["abc", "-1", "9" * 30, "0"])
def test_une_version_illisible_ne_fait_rien_perdre(site: Site, version: str) -> None:
    formulaire = section(site, "suivi").remplir(difficultes="De moi.", version=version)
    enregistre(formulaire.envoyer(site))
    assert fiche(site)["difficultes"] == "De moi."
