"""Preparing and holding a meeting without any script: forms keep what was typed, and everything is undone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest

from backend.web.adresses import seances as acces
from fne_roadmaps.demo.cles import cle_fixe
from tests.support.fabriques import BasesSqlite
from tests.web.conftest import Site, lire_comme, ouvrir_site

R3, R4 = cle_fixe("reunion:28/copil/r3"), cle_fixe("reunion:28/copil/r4")
P1, P2, P4 = (cle_fixe(f"point_ordre_du_jour:28/copil/r4:p{n}") for n in (1, 2, 4))
FICHE = cle_fixe("fiche_action:28-2024/1.1")


@pytest.fixture
def chez_soi(bases_sqlite: BasesSqlite) -> Iterator[Site]:
    """A site whose demonstration the test may change, read by alice."""
    with bases_sqlite.copie("demo") as url, ouvrir_site(url) as client:
        lire_comme(client, "alice")
        yield client


def envoyer(site: Site, adresse: str, **champs: object) -> str:
    """Post a form that is accepted; the page it leads to."""
    reponse = site.post(adresse, data=champs)
    assert reponse.status_code == 200, reponse.text
    return reponse.text


def titres(page: str) -> list[str]:
    """Items of an agenda, in order."""
    return [re.sub("<.*?>", "", t).strip() for t in re.findall(r'<p class="titre" data-titre>(.*?)</p>', page)]


def test_l_ordre_du_jour_se_prepare_sans_script(chez_soi: Site) -> None:
    ordre = acces.ordre_du_jour(R4)
    cle = str(uuid4())
    champs = {"titre": "Calendrier", "nature": "avis", "duree": "30", "cle_formulaire": cle}
    envoyer(chez_soi, acces.points(R4), **champs)
    page = envoyer(chez_soi, acces.points(R4), **champs)
    assert titres(page)[-1] == "Calendrier"
    assert len(titres(page)) == 5
    assert "125&nbsp;min prévues sur 120" in page
    assert "il y en a 5 de trop" in page
    page = envoyer(chez_soi, acces.placer_point(P2), avant=str(P1))
    assert titres(page)[0] == "Haltes itinérantes\u00a0: premiers passages"
    page = envoyer(chez_soi, acces.etat_du_point(P2), etat="retire")
    assert "Points retirés" in page
    assert "Haltes itinérantes\u00a0: premiers passages" not in titres(page)
    envoyer(chez_soi, acces.retablir_point(P2))
    page = envoyer(chez_soi, acces.modifier_point(P2), version="", cherche="réparer", geste="chercher", titre="Haltes")
    assert "résultat" in page
    refuse = chez_soi.post(acces.points(R4), data={"titre": "", "duree": "trois", "nature": "avis"})
    assert refuse.status_code == 422
    assert "Une durée se compte en minutes" in refuse.text
    inconnu = chez_soi.post(acces.points(R4), data={"titre": "Ça", "nature": "avis", "presentateur": "Personne"})
    assert inconnu.status_code == 422
    assert "pas une structure connue" in inconnu.text
    assert 'value="Ça"' in inconnu.text
    perime = chez_soi.post(acces.placer_point(P2), data={"avant": "ici"})
    assert perime.status_code == 422
    assert chez_soi.get(ordre).text.count("Calendrier") > 0


def test_deux_personnes_sur_un_point_voient_les_deux_textes(chez_soi: Site) -> None:
    champs = {"nature": "avis", "version": "1", "objet": f"fiche_action:{FICHE}"}
    envoyer(chez_soi, acces.modifier_point(P2), titre="De l’une", **champs)
    conflit = chez_soi.post(acces.modifier_point(P2), data={"titre": "De l’autre", **champs})
    assert conflit.status_code == 409
    assert "De l’une" in conflit.text
    assert 'value="De l’autre"' in conflit.text
    version = re.search(r'name="version" value="(\d+)"', conflit.text)
    assert version
    page = envoyer(chez_soi, acces.modifier_point(P2), titre="De l’autre", **{**champs, "version": version[1]})
    assert "De l’autre" in titres(page)
    fiche = chez_soi.get(f"/fiches-action/{FICHE}").text
    assert "Passée en réunion" in fiche
    assert "De l’autre" in fiche


def test_le_brouillon_se_coche_et_s_ajoute_une_fois(chez_soi: Site) -> None:
    page = chez_soi.get(acces.preparation(R4)).text
    assert "Fiches sans nouvelles" in page
    assert "Décisions en retard" in page
    decisions = re.findall(r'name="decision" value="([\w-]+)" checked', page)
    cle = re.search(r'name="cle_formulaire" value="([\w-]+)"', page)
    assert decisions
    assert cle
    coches = {"decision": decisions, "cle_formulaire": cle[1]}
    envoyer(chez_soi, acces.preparation(R4), **coches)
    ordre = envoyer(chez_soi, acces.preparation(R4), **coches)
    assert titres(ordre).count("Suites des décisions en retard") == 1
    rien = chez_soi.post(acces.preparation(R4), data={"cle_formulaire": str(uuid4())})
    assert rien.status_code == 422
    assert "Cochez au moins une proposition" in rien.text


def test_la_seance_se_tient_sans_script(chez_soi: Site) -> None:
    page = envoyer(chez_soi, acces.ouvrir(R4))
    assert "En séance" in page
    assert envoyer(chez_soi, acces.ouvrir(R4))
    page = envoyer(chez_soi, acces.notes(P1), lu="", notes="Le maire parle.", geste="traite")
    assert re.search(rf'data-point="{P2}" open', page)
    assert "Le maire parle." in page
    conflit = chez_soi.post(acces.notes(P1), data={"lu": "", "notes": "La CAF parle."})
    assert conflit.status_code == 409
    assert "deux textes" in conflit.text
    # What could not be saved is found again on the page, and still knows what it started from.
    assert "Vous retrouvez ce que vous aviez commencé" in chez_soi.get(acces.seance(R4)).text
    tranche = {"lu": "Le maire parle.", "notes": "", "mien.notes": "La CAF parle.", "choix.notes": "mien"}
    page = envoyer(chez_soi, acces.notes(P1), **tranche)
    assert "La CAF parle." in page
    json = chez_soi.post(
        acces.notes(P1), data={"lu": "La CAF parle.", "notes": "Vu."}, headers={"accept": "application/json"}
    )
    assert (json.status_code, json.json()) == (200, {"notes": "Vu."})
    decision = {"point": str(P2), "texte": "Adopté.", "nature": "validation", "lier": "oui", "echeance": "hier soir"}
    refuse = chez_soi.post(acces.decider(R4), data=decision)
    assert refuse.status_code == 422
    assert "Adopté." in refuse.text
    page = envoyer(chez_soi, acces.decider(R4), **{**decision, "echeance": "automne 2025"})
    assert "Adopté." in page
    assert "Tenue" in envoyer(chez_soi, acces.clore(R4))
    reunion = chez_soi.get(f"/reunions/{R4}").text
    assert "Adopté." in reunion
    assert 'href="#D' in reunion


def test_les_presences_se_pointent_sans_script(chez_soi: Site) -> None:
    page = envoyer(chez_soi, acces.invites(R4), libelle="Une habitante", etat="a_distance")
    assert "Une habitante" in page
    assert "À distance" in page
    presence = re.search(r'action="/presences/([\w-]+)"', page)
    assert presence
    page = envoyer(chez_soi, acces.invite(presence[1]), etat="excuse", version="1")
    assert 'Retirer<span class="visually-hidden"> Une habitante' not in envoyer(
        chez_soi, acces.retirer_invite(presence[1])
    )
    assert "Une habitante" in envoyer(chez_soi, acces.retablir_invite(presence[1]))
    personne = chez_soi.post(acces.invites(R4), data={"libelle": "", "structure": ""})
    assert personne.status_code == 422
    inconnu = chez_soi.post(acces.presences(R4), data={"siege": str(FICHE), "etat": "present"})
    assert inconnu.status_code == 422
    assert "pas de cette instance" in inconnu.text
    assert chez_soi.post(acces.presences(R4), data={"siege": "ici", "etat": "fou"}).status_code == 422


def test_qui_suit_lit_et_qui_ne_suit_pas_ne_trouve_rien(site: Site) -> None:
    pages = [acces.ordre_du_jour(R3), acces.seance(R3), acces.convocation(R3)]
    lire_comme(site, "bob")
    for page in pages:
        lue = site.get(page)
        assert lue.status_code == 200
        assert "<textarea" not in lue.text
    assert site.get(acces.emargement(R3)).status_code == 403
    assert site.get(acces.preparation(R3)).status_code == 403
    lire_comme(site, "charlie")
    for page in (*pages, acces.emargement(R3), acces.preparation(R3), acces.modifier_point(P1)):
        assert site.get(page).status_code == 404
    assert "Passée en réunion" not in site.get(f"/fiches-action/{FICHE}").text


def test_ce_que_l_autre_a_change_se_demande_en_quelques_octets(chez_soi: Site) -> None:
    vif = acces.vif(R4)
    premiere = chez_soi.get(vif)
    lues = premiere.json()
    assert set(lues["notes"]) >= {str(P1), str(P2)}
    assert f'data-presences="{lues["presences"]}"' in chez_soi.get(acces.seance(R4)).text
    connu = {"if-none-match": premiere.headers["etag"]}
    assert chez_soi.get(vif, headers=connu).status_code == 304
    envoyer(chez_soi, acces.notes(P1), lu="", notes="Dit par une autre personne.")
    apres = chez_soi.get(vif, headers=connu).json()
    assert apres["notes"][str(P1)] == "Dit par une autre personne."
    assert (apres["presences"], apres["suite"]) == (lues["presences"], lues["suite"])
    envoyer(chez_soi, acces.invites(R4), libelle="Une invitée", etat="invite", cle_formulaire=str(uuid4()))
    assert chez_soi.get(vif).json()["presences"] != lues["presences"]
    envoyer(chez_soi, acces.etat_du_point(P1), etat="traite")
    assert chez_soi.get(vif).json()["suite"] != lues["suite"]
    for qui, statut in (("bob", 403), ("charlie", 404)):
        lire_comme(chez_soi, qui)
        assert chez_soi.get(vif).status_code == statut
