"""Instances through their pages: opened, composed, given a cadence, written to, closed; every error says its field."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import pytest

from backend.web.adresses import instances as ici
from fne_roadmaps.demo.cles import cle_fixe
from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.formulaires_lus import FormulaireLu, ouvrir
from tests.web.lecture_html import PageLue
from tests.web.liens_publics import lire
from tests.web.regles_de_page import verifier_page

G28, COPIL = str(cle_fixe("gouvernance:28")), str(cle_fixe("instance:28/copil"))
POINT = str(cle_fixe("instance:28/point-mensuel"))


@pytest.fixture
def a_soi(url_base_demo: str) -> Iterator[Site]:
    """A site whose demonstration the test may change, as alice."""
    with ouvrir_site(url_base_demo) as site:
        lire_comme(site, "alice")
        yield site


def dit(site: Site, adresse: str) -> str:
    """What a page says, once its rules are checked."""
    reponse = site.get(adresse)
    assert reponse.status_code == 200, reponse.text
    return verifier_page(reponse.text).texte


def refus(reponse: object, statut: int = 422) -> str:
    """What a refused form says."""
    assert reponse.status_code == statut, reponse.text  # type: ignore[attr-defined]
    return verifier_page(reponse.text).texte  # type: ignore[attr-defined]


def annuler(site: Site, adresse: str) -> str:
    """Undo what the page says was just done."""
    trouve = re.search(r'<div class="alerte avis".*?action="([^"]+)"', site.get(adresse).text, re.DOTALL)
    assert trouve, adresse
    return str(site.post(trouve[1], follow_redirects=False).headers["location"])


def test_ouvrir_composer_donner_une_cadence_et_fermer(a_soi: Site, url_base_demo: str) -> None:
    nouvelle = f"{ici.nouvelle('28')}"
    formulaire = FormulaireLu(a_soi.get(f"{nouvelle}?parent={COPIL}").text, ici.nouvelle(G28))
    assert formulaire.valeur("parent") == COPIL
    manques = refus(formulaire.remplir(nom="", quorum="x", debut="hier").envoyer(a_soi))
    assert "Quorum\u00a0: Écrivez un nombre entier" in manques
    assert "Premier jour" in manques
    formulaire.remplir(nom="Groupe de travail Logement", type="groupe_de_travail", quorum="2", debut="1er juin 2025")
    assert "cette instance n’en a aucun" in refus(formulaire.envoyer(a_soi))
    fait = formulaire.remplir(quorum="").envoyer(a_soi)
    assert (fait.status_code, fait.headers["location"]) == (303, formulaire.envoyer(a_soi).headers["location"])
    page = str(fait.headers["location"]).partition("?")[0]
    cle = page.rpartition("/")[2]
    assert "28/groupe-de-travail-logement" in dit(a_soi, str(fait.headers["location"]))

    siege = ouvrir(a_soi, ici.nouveau_siege(cle))
    assert "n’est pas une structure connue" in refus(siege.remplir(structure="Mairie de nulle part").envoyer(a_soi))
    siege.remplir(
        structure="Conseil départemental d’Eure-et-Loir", poste="cd-28/mission", college="Porteurs", debut="01/06/2025"
    )
    assert siege.envoyer(a_soi).status_code == 303
    encore = ouvrir(a_soi, ici.nouveau_siege(cle)).remplir(structure="cd-28", poste="cd-28/mission")
    assert "Ce poste siège déjà ici depuis le 1er\u00a0juin\u00a02025" in refus(encore.envoyer(a_soi))
    encore.remplir(structure="", poste="", libelle="=Bailleurs <b>sociaux</b>")
    assert encore.envoyer(a_soi).headers["location"].startswith(ici.composition(cle, fait="siege-ajoute"))
    composition = ici.composition(cle)
    assert "2\u00a0voix au 17\u00a0juin\u00a02025" in dit(a_soi, composition)
    bailleurs, cd = sieges_dits(a_soi, composition)[::-1]
    assert a_soi.post(composition, data={"geste": f"monter:{bailleurs}"}, follow_redirects=False).status_code == 303
    assert sieges_dits(a_soi, composition) == [bailleurs, cd]
    assert a_soi.post(composition, data={"geste": f"monter:{COPIL}"}).status_code == 404

    modifier = ouvrir(a_soi, ici.modifier(cle))
    assert "ne serait jamais atteint\u00a0: 2 sièges ont une voix" in refus(modifier.remplir(quorum="3").envoyer(a_soi))
    assert modifier.remplir(quorum="2", parent="").envoyer(a_soi).status_code == 303
    assert "Mode de décision" in refus(modifier.remplir(nom="Autre").envoyer(a_soi), 409)
    retrait = a_soi.post(composition, data={"geste": f"retirer:{cd}"})
    assert "changez d’abord le quorum" in refus(retrait)
    ouvrir(a_soi, ici.modifier(cle)).remplir(quorum="1").envoyer(a_soi)
    retrait = a_soi.post(composition, data={"geste": f"retirer:{cd}"}, follow_redirects=False)
    assert annuler(a_soi, retrait.headers["location"]).startswith(ici.composition(cle, fait="siege-retabli"))
    assert sieges_dits(a_soi, composition) == [bailleurs, cd]

    cadence = ouvrir(a_soi, ici.nouvelle_cadence(cle))
    assert "Choisissez un rythme" in refus(cadence.envoyer(a_soi))
    assert "Dites tous les combien de mois" in refus(cadence.remplir(rythme="intervalle").envoyer(a_soi))
    cadence.remplir(mois="2,5", debut="1er juin 2025")
    assert cadence.envoyer(a_soi).status_code == 303
    lue = dit(a_soi, page)
    assert "Tous les 2,5 mois" in lue
    assert "À réunir avant le 16\u00a0août\u00a02025" in lue
    assert "1 voix sur 2" in lue

    fermer = ouvrir(a_soi, ici.fermer(cle))
    assert "La fin" in refus(fermer.remplir(fin="1er mai 2025").envoyer(a_soi))
    fermee = fermer.remplir(fin="17 juin 2025").envoyer(a_soi)
    lue = dit(a_soi, fermee.headers["location"])
    assert "Fermée le 17\u00a0juin\u00a02025" in lue
    assert "À réunir" not in lue
    assert annuler(a_soi, fermee.headers["location"]) == ici.instance(cle, fait="instance-rouverte")
    assert lire(url_base_demo, "SELECT fin FROM instance WHERE code = '28/groupe-de-travail-logement'") is None


def sieges_dits(site: Site, composition: str) -> list[str]:
    """Keys of the seats, in the order of the page."""
    return re.findall(r'id="siege-([0-9a-f-]{36})"', site.get(composition).text)


def test_une_boucle_est_refusee_et_un_conflit_montre_les_deux_textes(a_soi: Site) -> None:
    formulaire = ouvrir(a_soi, ici.modifier(COPIL))
    boucle = formulaire.remplir(parent=str(cle_fixe("instance:28/cotech")))
    assert "ne peut pas être placé sous un de ceux qui dépendent de lui" in refus(boucle.envoyer(a_soi))
    autre = ouvrir(a_soi, ici.modifier(COPIL)).remplir(nom="COPIL élargi")
    assert autre.envoyer(a_soi).status_code == 303
    conflit = formulaire.remplir(parent="", nom="COPIL restreint").envoyer(a_soi)
    texte = refus(conflit, 409)
    assert "COPIL élargi" in texte
    assert 'value="COPIL restreint"' in conflit.text
    assert FormulaireLu(conflit.text, ici.modifier(COPIL)).envoyer(a_soi).status_code == 303


def test_un_siege_et_une_cadence_se_corrigent_sans_rien_perdre(a_soi: Site) -> None:
    (premier, *_) = sieges_dits(a_soi, ici.composition(POINT))
    siege = ouvrir(a_soi, ici.siege(POINT, premier))
    fait = siege.remplir(place="3", suppleant="Chargé·e de mission du hub, Loiret").envoyer(a_soi)
    assert fait.status_code == 303, fait.text
    assert sieges_dits(a_soi, ici.composition(POINT))[2] == premier
    assert "Quelqu’un a modifié ce siège" in refus(siege.remplir(college="Hub").envoyer(a_soi), 409)
    (adresse,) = set(re.findall(rf"/instances/{POINT}/cadences/[0-9a-f-]{{36}}", a_soi.get(ici.instance(POINT)).text))
    cadence = ouvrir(a_soi, adresse)
    assert cadence.valeur("rythme") == "mensuel"
    assert cadence.remplir(texte="Chaque mois").envoyer(a_soi).status_code == 303
    assert "Chaque mois" in refus(cadence.remplir(texte="Autre").envoyer(a_soi), 409)
    retiree = a_soi.post(f"{adresse}/retirer", follow_redirects=False).headers["location"]
    assert "Non documentée" in dit(a_soi, retiree)
    assert annuler(a_soi, retiree) == ici.instance(POINT, fait="cadence-retablie")
    roles = ouvrir(a_soi, ici.roles(POINT))
    plus = roles.envoyer(a_soi, "ajouter:roles")
    ajout = FormulaireLu(plus.text, ici.roles(POINT)).remplir(roles__1__role="invite")
    assert "Choisissez une organisation" in refus(ajout.remplir(roles__1__debut="hier soir").envoyer(a_soi))
    ajout.remplir(roles__1__structure="CAF", roles__1__debut="")
    assert ajout.envoyer(a_soi).status_code == 303
    assert "Invité" in dit(a_soi, ici.instance(POINT))


def test_les_adresses_sont_a_qui_convoque_et_a_personne_d_autre(site: Site) -> None:
    lire_comme(site, "alice")
    page = dit(site, ici.courriels(POINT))
    assert "alice@prefecture-28.example; emile@cd-28.example" in site.get(ici.courriels(POINT)).text
    assert "Poste vacant" in page
    fichier = site.get(ici.courriels_csv(POINT, "titulaires"))
    assert "28-point-mensuel-adresses-2025-06-17.csv" in fichier.headers["content-disposition"]
    lignes = list(csv.reader(io.StringIO(fichier.content.decode("utf-8-sig")), delimiter=";"))
    assert [(ligne[0], ligne[-1]) for ligne in lignes[1:]] == [
        ("Hub régional Centre-Val de Loire", ""),
        ("Préfecture d’Eure-et-Loir", "alice@prefecture-28.example"),
        ("Conseil départemental d’Eure-et-Loir", "emile@cd-28.example"),
    ]
    assert "Aucun siège n’est en vigueur" in dit(site, ici.courriels(POINT, "suppleants"))
    assert site.get(ici.courriels(POINT, "tous")).status_code == 422
    for lecteur, statut in (("bob", 403), ("charlie", 404), ("visiteur", 404)):
        lire_comme(site, lecteur)
        for adresse in (ici.courriels(POINT), ici.courriels_csv(POINT), ici.composition(POINT), ici.modifier(POINT)):
            assert site.get(adresse).status_code == statut, (lecteur, adresse)
    lire_comme(site, "bob")
    assert "Adresses" not in PageLue(site.get(ici.instance(POINT)).text).texte


def test_les_arbres_du_hub_et_du_loiret_se_lisent_d_un_coup_d_oeil(diane: Site) -> None:
    hub = diane.get("/gouvernances/hub-lo").text
    assert "4\u00a0collèges\u00a0: Consortium · Institutions · Partenaires associés" in PageLue(hub).texte
    assert hub.count("<details open>") == 1
    assert hub.count("<details>") >= 6
    loiret = PageLue(diane.get("/gouvernances/45").text).texte
    assert re.search(
        r"Comité stratégique.*1\s+instance en dépend.*Comité technique.*Groupes opérationnels.*Comité consultatif",
        loiret,
    )
