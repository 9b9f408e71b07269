"""Meetings as people write, move and date them: forms, states, a year at a time, a poll answered by its link."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from fne_roadmaps.demo.cles import cle_fixe
from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.lecture_html import PageLue

NOUVELLE = f"/gouvernances/{cle_fixe('gouvernance:28')}/reunions/nouvelle"
COPIL = cle_fixe("instance:28/copil")
REUNION = {
    "cle_formulaire": "0193a5f6-0000-7000-8000-0000000000b1",
    "instance": "28/copil",
    "etat": "a_dater",
    "titre": "COPIL d’hiver",
    "date": "14 ou 21 novembre 2025",
    "confirmee": "oui",
    "lieu": "Chartres",
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


def action(html: str, fin: str) -> str:
    """Where the form that ends so goes."""
    return next(str(f["action"]) for f in PageLue(html).tous("form") if str(f.get("action")).endswith(fin))


def creer(site: Site, **champs: str) -> str:
    """The address of a new meeting."""
    reponse = site.post(NOUVELLE, data={**REUNION, **champs})
    assert "La réunion est créée." in reponse.text
    return str(reponse.url.path)


def test_une_reunion_se_cree_une_fois_se_deplace_et_se_souvient(libre: Site) -> None:
    adresse = creer(libre)
    assert creer(libre) == adresse
    page = libre.get(adresse).text
    assert "COPIL d’hiver" in page
    assert page.count("Ouverte") >= 2
    formulaire = libre.get(f"{adresse}/modifier").text
    assert 'value="14 ou 21\u00a0novembre\u00a02025"' in formulaire
    change = {**REUNION, "version": version(formulaire), "date": "21 novembre 2025", "heure_debut": "09:30"}
    modifiee = libre.post(f"{adresse}/modifier", data={**change, "motif": "Salle libre"}).text
    assert "La réunion est enregistrée." in modifiee
    assert "Salle libre" in modifiee
    refusee = libre.post(
        f"{adresse}/modifier", data={**change, "version": "2", "date": "un de ces jours", "note": "Gardez."}
    )
    assert refusee.status_code == 422
    assert "un de ces jours" in refusee.text
    assert "Gardez." in refusee.text
    depassee = libre.post(f"{adresse}/modifier", data={**change, "lieu": "Dreux"})
    assert depassee.status_code == 422
    assert "entre-temps" in depassee.text
    assert 'value="Dreux"' in depassee.text


@pytest.mark.parametrize(
    ("champs", "cause"),
    [
        ({"instance": "", "titre": ""}, "Titre"),
        ({"date": "demain peut-être"}, "Date"),
        ({"date": "21 novembre 2025", "heure_debut": "10:00", "heure_fin": "09:00"}, "Fin"),
        ({"lien_visio": "javascript:alert(1)"}, "Lien de visioconférence"),
    ],
)
def test_une_reunion_mal_dite_est_refusee_sans_rien_perdre(libre: Site, champs: dict[str, str], cause: str) -> None:
    refusee = libre.post(NOUVELLE, data={**REUNION, "lieu": "Salle des fêtes", **champs})
    assert refusee.status_code == 422
    assert cause in PageLue(refusee.text).texte
    assert 'value="Salle des fêtes"' in refusee.text


def test_un_brouillon_n_est_vu_que_de_qui_tient_les_reunions(libre: Site) -> None:
    adresse = creer(libre, etat="brouillon")
    lire_comme(libre, "bob")
    assert libre.get(adresse).status_code == 404
    assert "COPIL d’hiver" not in libre.get("/agenda?periode=toutes").text


def test_les_etats_se_suivent_et_une_annulation_dit_pourquoi(libre: Site) -> None:
    adresse = creer(libre)
    page = libre.get(adresse).text
    sans_motif = libre.post(f"{adresse}/etat", data={"version": version(page), "etat": "annulee"})
    assert sans_motif.status_code == 422
    assert "Dites pourquoi" in sans_motif.text
    annulee = libre.post(f"{adresse}/etat", data={"version": version(page), "etat": "annulee", "motif": "Neige"}).text
    assert "Réunion annulée\u00a0: Neige" in PageLue(annulee).texte
    assert f"{adresse}/modifier" not in PageLue(annulee).liens


def test_une_reunion_supprimee_se_retablit_depuis_l_agenda(libre: Site) -> None:
    adresse = creer(libre)
    assert libre.post(f"{adresse}/supprimer", data={}).status_code == 422
    partie = libre.post(f"{adresse}/supprimer", data={"motif": "Doublon"})
    assert "La réunion est supprimée." in partie.text
    assert libre.get(adresse).status_code == 404
    retour = next(
        str(f["action"]) for f in PageLue(partie.text).tous("form") if str(f.get("action")).endswith("/restaurer")
    )
    assert "La réunion est de retour." in libre.post(retour).text


def test_une_annee_de_reunions_se_propose_se_cree_et_se_retire(libre: Site) -> None:
    adresse = f"/instances/{COPIL}/annee"
    assert "2026" in PageLue(libre.get(adresse).text).texte
    refusee = libre.post(adresse, data={"dates": "mars 2026\nun jour de juin"})
    assert refusee.status_code == 422
    assert "Dates, ligne 2" in refusee.text
    creee = libre.post(
        adresse, data={"dates": "mars 2026\n12 juin 2026", "heure_debut": "14:00", "lieu": "Salle d’Anet"}
    )
    assert "Les réunions de l’année sont créées." in creee.text
    instance = libre.get(f"/instances/{COPIL}").text
    assert instance.count("Salle d’Anet") == 2
    serie = next(i["value"] for i in PageLue(creee.text).tous("input") if i.get("name") == "serie")
    libre.post(f"{adresse}/annuler", data={"serie": str(serie)})
    assert "Salle d’Anet" not in libre.get(f"/instances/{COPIL}").text


def test_un_sondage_s_ouvre_se_repond_sans_compte_et_choisit_la_date(libre: Site) -> None:
    adresse = creer(libre)
    vide = libre.post(f"{adresse}/sondage", data={"jours": "18 septembre 2025"})
    assert vide.status_code == 422
    assert "Proposez de 2 à 20 jours" in vide.text
    ouvert = libre.post(
        f"{adresse}/sondage", data={"jours": "18 septembre 2025\n25 septembre 2025", "message": "Dites-nous."}
    )
    lien = re.search(r"/public/sondages/[\w.-]+", ouvert.text)
    assert lien
    lire_comme(libre, "visiteur")
    public = libre.get(lien[0])
    assert "Dites-nous." in public.text
    options = sorted(
        {str(i["name"]) for i in PageLue(public.text).tous("input") if str(i.get("name")).startswith("avis-")}
    )
    assert len(options) == 2
    cle = next(i["value"] for i in PageLue(public.text).tous("input") if i.get("name") == "cle_formulaire")
    sans_nom = libre.post(lien[0], data={"cle_formulaire": str(cle), options[0]: "oui"})
    assert sans_nom.status_code == 422
    dite = {"cle_formulaire": str(cle), "nom": "Ana Martin", **dict.fromkeys(options, "oui")}
    libre.post(lien[0], data=dite)
    mienne = libre.post(lien[0], data=dite)
    assert "Gardez votre lien personnel" in mienne.text
    assert 'value="Ana Martin"' in mienne.text
    assert "Ana Martin" not in libre.get(lien[0]).text
    change = libre.post(str(mienne.url.path), data={"nom": "Ana Martin", **dict.fromkeys(options, "non")})
    assert change.status_code == 200
    assert libre.get("/public/sondages/" + "x" * 50).status_code == 404
    lire_comme(libre, "alice")
    gestion = libre.get(f"{adresse}/sondage").text
    assert gestion.count("Ana Martin") == 1
    option = next(i["value"] for i in PageLue(gestion).tous("input") if i.get("name") == "option")
    choix = action(gestion, "/choix")
    assert libre.post(choix, data={}).status_code == 422
    choisie = libre.post(choix, data={"option": str(option), "heure_debut": "10:00", "heure_fin": "12:00"}).text
    assert "La date est choisie" in choisie
    assert "Convoquée" in choisie
    lire_comme(libre, "visiteur")
    assert "Ce sondage est fermé" in libre.get(lien[0]).text
    assert libre.post(lien[0], data=dite | {"cle_formulaire": ""}).status_code == 422
