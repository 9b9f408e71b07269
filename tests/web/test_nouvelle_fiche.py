"""A new fiche: created once, refused without loss, and rewritten by who proposed it until its instruction."""

from __future__ import annotations

from backend.web.adresses import edition
from tests.web.conftest import Site, lire_comme
from tests.web.formulaires_lus import FormulaireLu, ouvrir
from tests.web.redaction import FEUILLE, enregistre, fiche, refuse, section, site
from tests.web.regles_de_page import verifier_page

__all__ = ["site"]


def test_fanny_propose_une_fiche_et_la_reecrit_jusqu_a_son_instruction(site: Site) -> None:
    lire_comme(site, "fanny-28")
    adresse = edition.nouvelle_fiche(FEUILLE)
    formulaire = ouvrir(site, adresse)
    assert "retenue" not in site.get(adresse).text.split('name="instruction"', 1)[1].split("</fieldset>")[0]
    formulaire.remplir(titre="Ateliers du soir", instruction="proposee")
    reponse = formulaire.envoyer(site)
    assert reponse.status_code == 303
    rejouee = formulaire.envoyer(site)
    assert rejouee.headers["location"] == reponse.headers["location"]
    cle = reponse.headers["location"].split("/")[2].split("?")[0]
    roles = {(a["role"], a["structure"]["nom"]) for a in fiche(site, cle)["acteurs"]}
    assert len(roles) == 1
    assert roles.pop()[0] == "proposeur"
    enregistre(section(site, "besoin", cle).remplir(contexte="Pour qui travaille.").envoyer(site), cle)
    retire = section(site, "pilotage", cle).remplir(acteurs__0__role="partenaire").envoyer(site)
    refuse(retire, "pilotage", cle)
    lire_comme(site, "alice")
    version = fiche(site, cle)["version"]
    instruite = site.post(
        f"/api/v1/fiches-action/{cle}/instruction",
        json={"instruction": "en_instruction"},
        headers={"authorization": "Bearer alice-28", "if-match": f'"{version}"'},
    )
    assert instruite.status_code == 200, instruite.text
    lire_comme(site, "fanny-28")
    assert site.get(edition.modifier(cle, "besoin")).status_code == 403
    assert ouvrir(site, adresse).remplir(titre="Autre", instruction="retenue").envoyer(site).status_code == 403


def test_une_nouvelle_fiche_refusee_garde_ce_qui_est_tape(site: Site) -> None:
    adresse = edition.nouvelle_fiche(FEUILLE)
    reponse = ouvrir(site, adresse).remplir(titre="y" * 400, contexte="Du contexte.").envoyer(site)
    assert reponse.status_code == 422
    verifier_page(reponse.text)
    assert FormulaireLu(reponse.text, adresse).valeur("contexte") == "Du contexte."
    assert ouvrir(site, adresse).valeur("contexte") == "Du contexte."
    assert "Vous retrouvez ce que vous aviez commencé" in site.get(adresse).text
    envoi = ouvrir(site, adresse).remplir(titre="Une fiche", axe="")
    assert envoi.envoyer(site).status_code == 303
    assert "Vous retrouvez" not in site.get(adresse).text


def test_un_formulaire_deja_servi_ne_cree_pas_en_silence_une_seconde_fiche(site: Site) -> None:
    adresse = edition.nouvelle_fiche(FEUILLE)
    formulaire = ouvrir(site, adresse).remplir(titre="Première")
    assert formulaire.envoyer(site).status_code == 303
    reponse = formulaire.remplir(titre="Seconde").envoyer(site)
    assert reponse.status_code == 422
    assert "a déjà créé une fiche" in reponse.text
    repris = FormulaireLu(reponse.text, adresse)
    assert repris.valeur("titre") == "Seconde"
    assert repris.envoyer(site).status_code == 303
