"""The page of a fiche as each one reads it, and its gestures: milestones, measures, what is shown to whom."""

from __future__ import annotations

import re
from typing import Any

import pytest

from backend.web import adresses as site_adresses
from backend.web.adresses import edition, fiches_action as adresses
from fne_roadmaps.demo.cles import cle_fixe
from tests.web.conftest import Site, lire_comme
from tests.web.formulaires_lus import FormulaireLu, envoyer, ouvrir
from tests.web.lecture_html import PageLue
from tests.web.redaction import FICHE, HOSTILE, fiche, journal, site
from tests.web.regles_de_page import verifier_page, verifier_typographie
from tests.web.test_pages_requetes import requetes

__all__ = ["site"]

RENCONTRES = str(cle_fixe("fiche_action:28-2024/1.4"))
PARCOURS = str(cle_fixe("fiche_action:28-2024/2.1"))
PAGE = f"/fiches-action/{FICHE}"


def page(site: Site, cle: str = FICHE, suite: str = "") -> PageLue:
    """The page, its rules checked."""
    reponse = site.get(f"/fiches-action/{cle}{suite}")
    assert reponse.status_code == 200, reponse.text
    lue = verifier_page(reponse.text)
    verifier_typographie(lue)
    return lue


def actions(lue: PageLue) -> list[str]:
    """Where the forms of the page go."""
    return [
        a["action"] or ""
        for a in lue.tous("form")
        if a.get("method") == "post" and "demonstration" not in (a["action"] or "")
    ]


def test_alice_trouve_tout_ce_qu_elle_peut_faire(site: Site) -> None:
    lue = page(site)
    assert {adresses.nouvelles(FICHE), edition.modifier(FICHE, "identite"), adresses.avancement(FICHE)} <= set(
        lue.liens
    )
    assert {edition.modifier(FICHE, s) for s in ("besoin", "jalons", "financements", "indicateurs")} <= set(lue.liens)
    assert len([a for a in actions(lue) if "/jalons/" in a]) == len(fiche(site)["jalons"])
    # She may take back what others signed, not rewrite it.
    assert [a for a in actions(lue) if a.endswith("/retirer")]
    assert not [lien for lien in lue.liens if lien.startswith("/nouvelles/")]


def test_bob_lit_sans_rien_pouvoir_et_charlie_ne_voit_rien(site: Site) -> None:
    lire_comme(site, "bob")
    lue = page(site)
    assert actions(lue) == []
    assert not [
        lien for lien in lue.liens if "/modifier" in lien or lien.endswith(("/nouvelles", "/mesures", "/avancement"))
    ]
    assert "À compléter" not in page(site, RENCONTRES).texte
    lire_comme(site, "charlie")
    for suite in ("", "/historique", "/texte-publie", "/nouvelles", "/mesures"):
        assert site.get(PAGE + suite).status_code == 404


def test_fanny_suit_ce_que_son_association_pilote_et_corrige_ce_qu_elle_a_signe(site: Site) -> None:
    lire_comme(site, "fanny")
    sienne = page(site, RENCONTRES)
    assert adresses.nouvelles(RENCONTRES) in sienne.liens
    assert edition.modifier(RENCONTRES, "identite") not in sienne.liens
    assert len([lien for lien in sienne.liens if lien.startswith("/nouvelles/")]) == 10
    autre = page(site)
    assert adresses.nouvelles(FICHE) not in autre.liens
    assert actions(autre) == []


def test_ce_qui_manque_se_dit_a_qui_peut_l_ecrire(site: Site) -> None:
    lue = page(site, RENCONTRES)
    assert "À compléter" in lue.texte
    assert {edition.modifier(RENCONTRES, s) for s in ("jalons", "moyens", "financements", "indicateurs")} <= set(
        lue.liens
    )
    assert edition.modifier(RENCONTRES, "besoin") in lue.liens
    assert "À compléter" not in page(site).texte


def test_le_prochain_jalon_la_meteo_et_les_dernieres_nouvelles_se_lisent_d_abord(site: Site) -> None:
    lue = page(site)
    texte = lue.texte
    assert re.search(r"Prochain jalon\s*Premier bilan semestriel\s*2e.trimestre.2025", texte)
    assert "Objectifs sécurisés" in texte.split("Besoin et objectifs")[0]
    assert "Nouvelles du 11\u00a0juin\u00a02025" in texte
    retard = page(site, str(cle_fixe("fiche_action:28-2024/1.12")))
    assert "Jalon dépassé" in retard.texte


def test_les_nouvelles_vont_des_plus_recentes_aux_plus_anciennes_dix_par_page(site: Site) -> None:
    premiere = page(site, RENCONTRES)
    assert f"{site_adresses.fiche_action(RENCONTRES)}?nouvelles=2#nouvelles" in premiere.liens
    assert "Première rencontre à Chartres" not in premiere.texte
    seconde = page(site, RENCONTRES, "?nouvelles=2")
    assert "Première rencontre à Chartres" in seconde.texte
    assert "agenda partagé est ouvert" not in seconde.texte
    assert f"{site_adresses.fiche_action(RENCONTRES)}#nouvelles" in seconde.liens
    assert site.get(f"/fiches-action/{RENCONTRES}?nouvelles=0").status_code == 422
    assert site.get(f"/fiches-action/{RENCONTRES}?nouvelles=9").status_code == 200


def test_la_page_coute_le_meme_nombre_de_requetes_avec_douze_nouvelles_et_sans(site: Site) -> None:
    assert requetes(site, "/fiches-action/28-2024/1.4") == requetes(site, "/fiches-action/28-2024/1.1")
    assert requetes(site, f"/fiches-action/{RENCONTRES}/historique") == requetes(site, f"{PAGE}/historique")
    assert requetes(site, f"/fiches-action/{PARCOURS}/texte-publie") == requetes(site, f"{PAGE}/texte-publie")


def test_le_financement_montre_sa_formule_et_ses_nombres(site: Site) -> None:
    lue = page(site)
    solde = fiche(site)["solde"]
    assert solde["a_trouver"] == 55_000_00
    assert (
        "Reste à trouver\u00a0: 55\u202f000\u202f€ = besoin 210\u202f000\u202f€ − obtenu 60\u202f000\u202f€ − "
        "promis, pas encore obtenu, 95\u202f000\u202f€."
    ) in re.sub(r" +", " ", lue.texte)
    assert {"Total 2025", "Total 2026", "Total calculé"} <= {t.strip() for t in lue.textes}


def test_un_jalon_se_coche_se_decoche_et_s_annule_sans_script(site: Site) -> None:
    jalons = fiche(site)["jalons"]
    reste = next(j for j in jalons if j["fait_le"] is None)
    adresse = adresses.jalon(FICHE, reste["id"])
    fait = FormulaireLu(site.get(PAGE).text, adresse).envoyer(site)
    assert fait.status_code == 303
    assert fait.headers["location"] == f"{PAGE}?fait=jalon-fait&objet={reste['id']}#jalons"
    assert _fait_le(site, reste["id"]) == "2025-06-17"
    suite = site.get(fait.headers["location"]).text
    verifier_page(suite)
    assert "Le jalon est fait." in suite
    assert envoyer(site, adresses.annuler_jalon(reste["id"]), []).status_code == 303
    assert _fait_le(site, reste["id"]) is None
    assert envoyer(site, adresse, [("fait_le", "3 juin 2025")]).status_code == 303
    assert _fait_le(site, reste["id"]) == "2025-06-03"
    assert envoyer(site, adresse, [("fait", "non")]).status_code == 303
    assert _fait_le(site, reste["id"]) is None
    refus = envoyer(site, adresse, [("fait_le", "18 juin 2025")])
    assert refus.status_code == 422
    assert "d’avance" in refus.text
    for lecteur, statut in (("bob", 403), ("fanny", 403), ("charlie", 404)):
        lire_comme(site, lecteur)
        assert envoyer(site, adresse, [("fait", "oui")]).status_code == statut
        assert envoyer(site, adresses.annuler_jalon(reste["id"]), []).status_code == statut


def _fait_le(site: Site, jalon: str) -> Any:
    return next(j["fait_le"] for j in fiche(site)["jalons"] if j["id"] == jalon)


def test_une_mesure_s_ajoute_et_se_voit_dans_le_graphique(site: Site) -> None:
    indicateur = fiche(site)["indicateurs"][0]
    assert page(site).liens.count(adresses.mesures(FICHE, indicateur["id"])) == 1
    formulaire = FormulaireLu(site.get(adresses.mesures(FICHE, indicateur["id"])).text, adresses.mesures(FICHE))
    assert formulaire.valeur("indicateur") == indicateur["id"]
    assert formulaire.valeur("date").replace("\u00a0", " ") == "17 juin 2025"
    reponse = formulaire.remplir(valeur="34", source=HOSTILE).envoyer(site)
    vers = reponse.headers["location"]
    assert vers.startswith(f"{PAGE}?fait=mesure&objet=")
    assert vers.endswith("#indicateurs")
    texte = site.get(PAGE).text
    verifier_page(texte)
    assert "<strong>34\u202fstructures</strong>" in texte.replace("34 structures", "34\u202fstructures")
    assert ">34</text>" in texte
    assert "<script>alert" not in texte
    refusee = ouvrir(site, adresses.mesures(FICHE)).remplir(indicateur=indicateur["id"], valeur="douze").envoyer(site)
    assert refusee.status_code == 422
    repris = FormulaireLu(refusee.text, adresses.mesures(FICHE))
    assert (repris.valeur("valeur"), repris.valeur("indicateur")) == ("douze", indicateur["id"])
    assert "#champ-valeur" in verifier_page(refusee.text).liens
    for lecteur, statut in (("bob", 403), ("charlie", 404)):
        lire_comme(site, lecteur)
        assert site.get(adresses.mesures(FICHE)).status_code == statut
        assert formulaire.envoyer(site).status_code == statut


def test_une_mesure_s_annule_d_un_clic_juste_apres(site: Site) -> None:
    avant = fiche(site)
    formulaire = ouvrir(site, adresses.mesures(FICHE)).remplir(
        indicateur=avant["indicateurs"][0]["id"], valeur="34567", source=""
    )
    faite = site.get(formulaire.envoyer(site).headers["location"].partition("#")[0])
    (annuler,) = [a for a in actions(verifier_page(faite.text)) if a.startswith("/mesures/")]
    assert "34\u202f567" in faite.text
    reponse = site.post(annuler, follow_redirects=False)
    assert (reponse.status_code, reponse.headers["location"]) == (303, f"{PAGE}?fait=mesure-annulee#indicateurs")
    apres = site.get(f"{PAGE}?fait=mesure-annulee").text
    assert "La mesure est retirée" in PageLue(apres).texte
    assert fiche(site)["indicateurs"] == avant["indicateurs"]
    assert fiche(site)["nouvelles_le"] == avant["nouvelles_le"]
    assert "Mesure retirée" in apres
    historique = verifier_page(site.get(adresses.historique(FICHE)).text).texte
    assert "Mesure retirée" in historique
    assert "34\u202f567" in historique
    assert site.post(annuler, follow_redirects=False).status_code == 404


def test_l_historique_dit_qui_quand_avant_apres_et_pourquoi(site: Site) -> None:
    ouvrir(site, edition.modifier(FICHE, "besoin")).remplir(
        objectifs="- Donner au réseau un interlocuteur connu, joignable chaque matin.", pourquoi="Relu en COTECH."
    ).envoyer(site)
    lue = page(site, FICHE, "/historique")
    assert "Relu en COTECH." in lue.texte
    assert "Préfecture d’Eure-et-Loir, Chargé·e de mission inclusion numérique (exemple)" in lue.texte
    html = site.get(f"{PAGE}/historique").text
    assert "<del>jour</del>" in html or "jour ouvré" in html
    assert "<ins>matin</ins>" in html
    assert "Alice" not in html.split("<main")[1].split("</main>")[0]
    court = page(site)
    assert "Objectifs réécrits" in court.texte


def test_l_historique_se_filtre_par_champ_et_par_periode_dans_l_adresse(site: Site) -> None:
    par_champ = page(site, PARCOURS, "/historique?champ=publics")
    assert "1\u00a0changement" in par_champ.texte
    assert "Parents d’élèves" in par_champ.texte
    assert "Mesure" not in par_champ.texte.split("Ce qui a changé")[1]
    nouvelles = page(site, PARCOURS, "/historique?champ=nouvelle")
    assert "2\u00a0changements" in nouvelles.texte
    assert "1\u00a0changement" in page(site, PARCOURS, "/historique?depuis=17+juin+2025").texte
    vide = page(site, PARCOURS, "/historique?jusque=15+septembre+2024")
    assert "Rien n’a changé ainsi" in vide.texte
    assert adresses.historique(PARCOURS) in vide.liens
    for mauvais in ("?champ=inconnu", "?depuis=hier", "?page=0"):
        assert site.get(f"/fiches-action/{PARCOURS}/historique{mauvais}").status_code == 422


def test_la_fiche_se_compare_au_texte_signe_champ_par_champ(site: Site) -> None:
    lue = page(site, PARCOURS, "/texte-publie")
    assert "version 1, signée le 4\u00a0novembre\u00a02024" in lue.texte
    assert "Parents d’élèves" in lue.texte
    html = site.get(f"/fiches-action/{PARCOURS}/texte-publie").text
    assert "<ins>, dont dix de parents d’élèves</ins>" in html
    assert "Numéro, titre, contexte" in lue.texte.split("Inchangé")[1]
    identique = page(site, FICHE, "/texte-publie")
    assert "dit aujourd’hui la même chose" in identique.texte
    for mauvaise in ("?version=2", "?version=x", "?version=99999"):
        assert site.get(f"{PAGE}/texte-publie{mauvaise}").status_code == 404
    assert adresses.comparaison(PARCOURS) in page(site, PARCOURS).liens


def test_une_fiche_hors_de_tout_texte_publie_n_a_rien_a_comparer(site: Site) -> None:
    lire_comme(site, "charlie")
    proposition = site.get("/fiches-action/41-2024/p1")
    assert proposition.status_code == 200
    assert "texte-publie" not in proposition.text
    cle = str(proposition.url).rpartition("/")[2]
    assert site.get(f"/fiches-action/{cle}/texte-publie").status_code == 404


@pytest.mark.parametrize("cle", [FICHE, RENCONTRES, PARCOURS])
def test_rien_n_est_ecrit_par_une_lecture(site: Site, cle: str) -> None:
    for suite in ("", "/historique", "/texte-publie", "/nouvelles", "/mesures"):
        site.get(f"/fiches-action/{cle}{suite}")
    assert journal(site, cle) == []
