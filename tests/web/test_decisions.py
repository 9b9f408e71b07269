"""Decisions as people write, take, follow and look for them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fne_roadmaps.demo.cles import cle_fixe
from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.lecture_html import PageLue

D1 = f"/decisions/{cle_fixe('decision:28/copil/2025-1')}"
NOUVELLE = f"/reunions/{cle_fixe('reunion:28/copil/r4')}/decisions/nouvelle"
DECISION = {
    "cle_formulaire": "0193a5f6-0000-7000-8000-0000000000d1",
    "texte": "Le COPIL valide l’avancement.",
    "nature": "validation",
    "adoption": "proposee",
    "echeance": "31 décembre 2025",
    "avancement_fiches": "1.1",
    "avancement": "bloquee",
    "cadence": "une réunion par trimestre",
    "cadence_min": "4",
    "cadence_max": "4",
}


@pytest.fixture
def libre(url_base_demo: str) -> Iterator[Site]:
    """A site whose database is ours alone, read as alice."""
    with ouvrir_site(url_base_demo) as site:
        lire_comme(site, "alice")
        yield site


def version(html: str) -> str:
    """The version the first form of a page was read at."""
    return next(str(i["value"]) for i in PageLue(html).tous("input") if i.get("name") == "version")


def test_le_registre_se_filtre_par_l_adresse_et_chacun_y_lit_les_siennes(site: Site) -> None:
    for qui, codes in (("alice", {"28/copil/2025-"}), ("diane", {"28/copil/2025-", "hub-lo/comite-36/2024-"})):
        lire_comme(site, qui)
        page = site.get("/decisions").text
        assert all(code in page for code in codes), qui
    for qui in ("charlie", "visiteur"):
        lire_comme(site, qui)
        assert "28/copil/2025-" not in site.get("/decisions").text
    lire_comme(site, "alice")
    retards = site.get("/decisions?en_retard=oui").text
    assert "28/copil/2025-1" in retards
    assert "28/copil/2025-2" not in retards
    assert "En retard de 17\u00a0jours" in retards
    assert "2025-2" in site.get("/decisions?texte=POSITIONNEMENT").text
    assert "Aucune décision ne correspond" in site.get("/decisions?texte=introuvable").text
    assert site.get("/decisions?nature=", follow_redirects=False).headers["location"] == "/decisions"
    assert site.get("/decisions?suivi=peut-etre").status_code == 422
    csv = site.get("/decisions.csv?en_retard=oui").content.decode("utf-8-sig")
    assert csv.splitlines()[1].startswith("28/copil/2025-1;")
    assert len(csv.splitlines()) == 2


def test_le_code_d_une_decision_mene_a_sa_page(site: Site) -> None:
    lire_comme(site, "alice")
    assert site.get("/decisions/28/copil/2025-1", follow_redirects=False).headers["location"] == D1
    page = PageLue(site.get(D1).text)
    assert "En retard de 17\u00a0jours" in page.texte
    assert f"{D1}/suivi" in {f.get("action") for f in page.tous("form")}
    lire_comme(site, "bob")
    assert not [f for f in PageLue(site.get(D1).text).tous("form") if "/decisions/" in str(f.get("action"))]
    lire_comme(site, "charlie")
    assert site.get(D1).status_code == 404


def test_une_decision_s_ecrit_se_prend_et_fait_ce_qu_elle_porte(libre: Site) -> None:
    libre.post(NOUVELLE, data=DECISION)
    ecrite = libre.post(NOUVELLE, data=DECISION)
    page = PageLue(ecrite.text)
    assert "Décision 28/copil/2025-4" in page.texte
    assert page.texte.count("À l’adoption") == 2
    adresse = ecrite.url.path
    voix = {"version": version(ecrite.text), "adoption": "adoptee", "voix_pour": "neuf"}
    refusee = libre.post(f"{adresse}/adoption", data=voix)
    assert refusee.status_code == 422
    assert 'value="neuf"' in refusee.text
    prise = libre.post(f"{adresse}/adoption", data={**voix, "voix_pour": "9", "date": "17 juin 2025"})
    lue = PageLue(prise.text).texte
    assert "9 pour" in lue
    assert lue.count("Fait le") == 2
    assert "Bloquée" in PageLue(libre.get("/fiches-action/28-2024/1.1").text).texte
    assert "une réunion par trimestre" in libre.get("/instances/28/copil").text.lower()


def test_une_fiche_impossible_a_retenir_est_nommee_et_rien_n_est_perdu(libre: Site) -> None:
    champs = {**DECISION, "adoption": "adoptee", "retenir": "1.1", "avancement_fiches": "", "cadence": ""}
    refusee = libre.post(NOUVELLE, data=champs)
    assert refusee.status_code == 422
    assert "Fiche 28-2024/1.1" in refusee.text
    assert "Le COPIL valide l’avancement." in refusee.text
    assert libre.get("/decisions/28/copil/2025-4").status_code == 404


def test_le_suivi_se_dit_et_deux_personnes_ne_s_ecrasent_pas(libre: Site) -> None:
    dit = {"version": version(libre.get(D1).text), "suivi": "en_cours", "suivi_note": "Deux communes sur trois."}
    assert "Deux communes sur trois." in libre.post(f"{D1}/suivi", data=dit).text
    depasse = libre.post(f"{D1}/suivi", data={**dit, "suivi": "faite", "suivi_note": "Tout est fait."})
    assert depasse.status_code == 422
    assert "Tout est fait." in depasse.text
    assert "a changé pendant votre saisie" in depasse.text


def test_une_decision_se_modifie_et_en_remplace_une_autre(libre: Site) -> None:
    page = libre.get(f"{D1}/modifier").text
    assert 'value="28-2024/1.3"' in page
    change = {"version": version(page), "texte": "Les haltes commencent à Nogent.", "nature": "organisation"}
    assert "Les haltes commencent à Nogent." in libre.post(f"{D1}/modifier", data=change).text
    refusee = libre.post(f"{D1}/modifier", data={**change, "version": "2", "echeance": "bientôt peut-être"})
    assert refusee.status_code == 422
    assert "bientôt peut-être" in refusee.text
    ancienne = cle_fixe("decision:28/copil/2025-2")
    remplacee = libre.post(f"{D1}/remplacement", data={"version": "2", "remplace": str(ancienne)})
    assert "28/copil/2025-2" in PageLue(remplacee.text).texte
    assert "est remplacée par la" in libre.get(f"/decisions/{ancienne}").text


def test_une_decision_s_ecrit_sur_le_point_qu_on_traite_et_ramene_en_seance(libre: Site) -> None:
    reunion, point = cle_fixe("reunion:28/copil/r4"), cle_fixe("point_ordre_du_jour:28/copil/r4:p2")
    assert f"?point={point}" in libre.get(f"/reunions/{reunion}/seance?point={point}").text
    page = PageLue(libre.get(f"{NOUVELLE}?point={point}").text)
    (choisi,) = [o for o in page.tous("option") if o.get("value") == str(point)]
    assert "selected" in choisi
    valeurs = {i.get("name"): i.get("value") for i in page.tous("input")}
    assert (valeurs["fiches"], valeurs["date"], valeurs["retenir"]) == ("28-2024/1.3", "17\xa0juin\xa02025", "")
    autre = libre.post(NOUVELLE, data={**DECISION, "point": str(cle_fixe("point_ordre_du_jour:28/copil/r3:p2"))})
    assert autre.status_code == 422
    assert "Point de l’ordre du jour" in autre.text
    libre.post(f"/reunions/{reunion}/ouverture")
    prise = {**DECISION, "adoption": "adoptee", "point": str(point), "cadence": "", "avancement_fiches": ""}
    arrivee = libre.post(NOUVELLE, data=prise, follow_redirects=False).headers["location"]
    assert arrivee.startswith(f"/reunions/{reunion}/seance?point={point}")
    assert "Le COPIL valide l’avancement." in PageLue(libre.get(arrivee).text).texte
