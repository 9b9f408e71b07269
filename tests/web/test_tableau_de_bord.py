"""The follow-up pages: every figure leads to the list that holds as many fiches; who sees them; odd addresses."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import fields, is_dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from uuid import UUID

import pytest
from lxml import html as lxml_html

from backend.queries.fiches_action import FICHES
from backend.queries.lecture import ligne, lignes
from backend.queries.listes import Demande, lister
from backend.queries.vues.actes import lire_actes
from backend.queries.vues.liste_de_fiches import filtres_de
from backend.queries.vues.mon_suivi import lire_mon_suivi
from backend.queries.vues.tableau import charger_suivie, lire_tableau
from backend.web.contexts import Cadre, MonSuiviContexte, Preuve, SuiviContexte
from backend.web.presentation.liste_de_fiches.etat import lire_etat
from backend.web.presentation.mon_suivi import contexte_mon_suivi
from backend.web.presentation.tableau import contexte_suivi
from fne_roadmaps.demo import AU
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.droits import SYSTEME, Acteur
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.tables.engines import Moteur, moteur_courant
from tests.support.fabriques import Bases, ouverte
from tests.support.personnes import contexte
from tests.support.requetes import requetes_de
from tests.web.conftest import Site, lire_comme

FEUILLE = f"/feuilles-de-route/{cle_fixe('feuille_de_route:28-2024')}"
SUIVI, CHANGEMENTS = f"{FEUILLE}/suivi", f"{FEUILLE}/changements"
PARIS = "Europe/Paris"
CADRE = Cadre(titre="Essai", au=AU, menu=(), bandeau=None)
HUB = Acteur(
    "diane-hub",
    "Diane",
    profils={cle_fixe(f"gouvernance:{code}"): Profil.ANIMATEUR for code in ("28", "41", "45", "37", "18", "36")},
    structure=cle_fixe("structure:hub-lo"),
)


@pytest.fixture
async def demo(bases: Bases) -> AsyncIterator[Moteur]:
    """The demonstration, on each engine."""
    with bases.copie("demo") as url:
        async with ouverte(url) as moteur:
            yield moteur


def preuves(valeur: Any) -> Iterator[Preuve]:
    """Every count of a context, however deep."""
    if isinstance(valeur, Preuve):
        yield valeur
    elif is_dataclass(valeur) and not isinstance(valeur, type):
        for champ in fields(valeur):
            yield from preuves(getattr(valeur, champ.name))
    elif isinstance(valeur, dict):
        yield from (p for v in valeur.values() for p in preuves(v))
    elif isinstance(valeur, tuple):
        yield from (p for v in valeur for p in preuves(v))


async def compter(href: str) -> int:
    """How many fiches the list at an address holds."""
    adresse = urlsplit(href)
    feuille = UUID(adresse.path.split("/")[2])
    etat = lire_etat(feuille, parse_qsl(adresse.query))
    page = await lister(SYSTEME, FICHES, Demande("numero", filtres=filtres_de(feuille, etat.demande.filtres)), AU)
    return page.total


async def page_de(code: str) -> SuiviContexte:
    """What the page of a roadmap says."""
    feuille = await charger_suivie(SYSTEME, cle_fixe(f"feuille_de_route:{code}"))
    vue = await lire_tableau(feuille, AU, PARIS)
    actes = await lire_actes(feuille["id"], vue.repere.debut(PARIS), par_page=8, creations=False)
    return contexte_suivi(vue, actes, CADRE, AU, PARIS)


@pytest.mark.parametrize("code", ["28-2024", "41-2024", "45-2024", "36-2024"])
async def test_chaque_chiffre_mene_a_la_liste_qui_le_prouve(demo: Moteur, code: str) -> None:
    page = await page_de(code)
    comptes = [*preuves(page), *(Preuve(n=c.valeur, href=c.href) for c in page.chiffres)]
    assert len(comptes) > 50 or page.vide or not page.axes
    for preuve in comptes:
        assert (preuve.href is None) == (preuve.n == 0) or preuve.href
        if preuve.href:
            assert await compter(preuve.href) == preuve.n, preuve.href


async def test_les_echeances_sont_celles_de_la_liste(demo: Moteur) -> None:
    page = await page_de("28-2024")
    dites = {e.fiche.href for e in page.echeances}
    assert len(dites) > 5
    assert page.autres_echeances == 0
    assert len(dites) == await compter(page.echeances_href)


async def test_l_argent_d_une_annee_est_celui_de_sa_liste(demo: Moteur) -> None:
    page = await page_de("28-2024")
    sommes = await lignes(
        "SELECT x.annee, COUNT(DISTINCT f.id) AS fiches, SUM(x.demande) AS demande, SUM(x.obtenu) AS obtenu "
        "FROM financement x JOIN fiche_action f ON f.id = x.fiche_action JOIN feuille_de_route r "
        "ON r.id = f.feuille_de_route WHERE r.code = '28-2024' AND f.instruction = 'retenue' AND f.supprime_le IS NULL "
        "GROUP BY x.annee ORDER BY x.annee"
    )
    assert [(a.nom, a.montants.demande, a.montants.obtenu) for a in page.argent.annees] == [
        (str(s["annee"]), s["demande"], s["obtenu"]) for s in sommes
    ]
    assert [await compter(a.href) for a in page.argent.annees] == [s["fiches"] for s in sommes]
    total = page.argent.total.montants
    assert sum(a.montants.manque or 0 for a in page.argent.axes) == total.manque
    assert total.chiffrees + total.sans_besoin == await compter(page.argent.total.href)


async def mon_suivi(acteur: Acteur) -> MonSuiviContexte:
    """What somebody has to do."""
    return contexte_mon_suivi(await lire_mon_suivi(acteur, AU), CADRE, contexte(acteur))


async def test_le_coup_d_oeil_du_hub_se_prouve(demo: Moteur) -> None:
    page = await mon_suivi(HUB)
    assert [f.nom.libelle for f in page.feuilles][:3] == ["Cher", "Eure-et-Loir", "Indre"]
    for f in page.feuilles:
        for preuve in (f.realisees, f.en_retard, f.orphelines, f.muettes):
            assert (preuve.href is None) == (preuve.n == 0)
            if preuve.href:
                assert await compter(preuve.href) == preuve.n, preuve.href
    (loir_et_cher,) = [f for f in page.feuilles if f.nom.libelle == "Loir-et-Cher"]
    attendues = await ligne(
        "SELECT COUNT(*) AS n FROM fiche_action f JOIN feuille_de_route r ON r.id = f.feuille_de_route "
        "WHERE r.code = '41-2024' AND f.instruction IN ('proposee', 'en_instruction') AND f.supprime_le IS NULL"
    )
    assert attendues
    assert loir_et_cher.a_instruire.n == attendues["n"] > 0
    assert loir_et_cher.a_instruire.href == f"/feuilles-de-route/{cle_fixe('feuille_de_route:41-2024')}/arbitrage"


def trouver(html: str, chemin: str) -> Any:
    """What an XPath finds in a page: its type depends on the path."""
    return lxml_html.document_fromstring(html).xpath(chemin)


def texte(reponse: Any) -> str:
    """The words of the content of a page."""
    (contenu,) = trouver(reponse.text, "//main")
    return " ".join(contenu.text_content().split())


@pytest.mark.parametrize("lecteur", ["alice", "bob", "diane", "émile", "fanny"])
def test_qui_suit_la_gouvernance_voit_le_suivi(site: Site, lecteur: str) -> None:
    lire_comme(site, lecteur)
    page = site.get(SUIVI)
    assert page.status_code == 200
    assert "Suivi de la feuille de route" in texte(page)
    assert 'aria-current="page">Suivi</a>' in page.text


@pytest.mark.parametrize("lecteur", ["charlie", "visiteur"])
@pytest.mark.parametrize("adresse", [SUIVI, CHANGEMENTS, "/feuilles-de-route/28-2024/suivi"])
def test_charlie_ne_doit_pas_voir_le_suivi_de_28(site: Site, lecteur: str, adresse: str) -> None:
    lire_comme(site, lecteur)
    reponse = site.get(adresse, follow_redirects=True)
    if lecteur == "visiteur" and reponse.status_code == 200:
        assert reponse.url.path == "/connexion"
    else:
        assert reponse.status_code == 404
    assert "réalisées" not in texte(reponse)
    assert SUIVI not in site.get("/gouvernances/28", follow_redirects=True).text


def test_le_code_mene_au_suivi(alice: Site) -> None:
    reponse = alice.get("/feuilles-de-route/28-2024/suivi", follow_redirects=False)
    assert (reponse.status_code, reponse.headers["location"]) == (302, SUIVI)
    reponse = alice.get("/feuilles-de-route/28-2024/changements?depuis=signature", follow_redirects=False)
    assert (reponse.status_code, reponse.headers["location"]) == (302, f"{CHANGEMENTS}?depuis=signature")


def test_une_feuille_sans_fiche_dit_pourquoi_rien_n_est_suivi(diane: Site) -> None:
    page = diane.get("/feuilles-de-route/36-2024/suivi")
    assert page.status_code == 200
    assert "Aucune fiche n’est encore retenue" in texte(page)
    assert "En retard" not in texte(page)


@pytest.mark.parametrize(
    ("requete", "statut", "mots"),
    [
        ("", 200, "depuis le COPIL du 28 janvier"),
        ("?depuis=signature", 200, "depuis la signature"),
        ("?depuis=2025-06-17", 200, "depuis le 17 juin 2025"),
        ("?depuis=17 juin 2025", 200, "depuis le 17 juin 2025"),
        ("?depuis=2125-01-01", 200, "Rien à montrer ici"),
        ("?page=900", 200, "Rien à montrer ici"),
        ("?depuis=0001-01-01", 422, "1900"),
        ("?depuis=mai 2025", 422, "jour précis"),
        ("?depuis=' OR 1=1 --", 422, "ne se lit pas"),
        ("?page=0", 422, "page"),
    ],
)
def test_les_changements_depuis_un_jour(alice: Site, requete: str, statut: int, mots: str) -> None:
    reponse = alice.get(f"{CHANGEMENTS}{requete}")
    assert reponse.status_code == statut
    assert mots in texte(reponse).replace("\u00a0", " ")


def test_un_repere_qui_n_existe_pas_est_dit(diane: Site) -> None:
    reponse = diane.get("/feuilles-de-route/41-2024/changements?depuis=signature", follow_redirects=True)
    assert reponse.status_code == 422
    assert "Aucune date n’est connue" in texte(reponse)


def test_toutes_les_pages_de_changements_se_suivent(alice: Site) -> None:
    vus, adresse, page = 0, CHANGEMENTS, ""
    while adresse:
        page = alice.get(adresse).text
        vus += len(trouver(page, "//ul[contains(@class, 'datees')]/li"))
        suite = trouver(page, "//a[@rel='next']/@href")
        adresse = suite[0] if suite else ""
    total = trouver(page, "string(//p[contains(@class, 'sous-titre')])")
    assert f"{vus} changements" in total.replace("\u202f", "").replace("\u00a0", " ")


def test_le_suivi_coute_autant_de_requetes_quelle_que_soit_la_feuille(diane: Site) -> None:
    def requetes(code: str) -> int:
        with requetes_de(moteur_courant()) as passees:
            assert diane.get(f"/feuilles-de-route/{cle_fixe(f'feuille_de_route:{code}')}/suivi").status_code == 200
        return len(passees)

    assert requetes("36-2024") == requetes("45-2024") == requetes("28-2024") <= 24


def test_mon_suivi_coute_autant_de_requetes_quel_que_soit_le_lecteur(site: Site) -> None:
    comptes = set()
    for lecteur in ("alice", "charlie", "diane", "fanny"):
        lire_comme(site, lecteur)
        with requetes_de(moteur_courant()) as passees:
            assert site.get("/mon-suivi").status_code == 200
        comptes.add(len(passees))
    assert len(comptes) == 1
    assert comptes.pop() <= 20


def test_mon_suivi_demande_d_entrer(site: Site) -> None:
    reponse = site.get("/mon-suivi", follow_redirects=False)
    assert (reponse.status_code, reponse.headers["location"]) == (302, "/connexion?retour=%2Fmon-suivi")


@pytest.mark.parametrize(
    ("lecteur", "presents", "absents"),
    [
        ("alice", ["Eure-et-Loir", "À traiter", "fiches en retard", "COPIL"], ["D’un coup d’œil", "Loir-et-Cher"]),
        ("bob", ["Votre profil est de lecture"], ["À traiter", "Répondre"]),
        ("charlie", ["Loir-et-Cher", "fiches à instruire"], ["Eure-et-Loir", "28-2024"]),
        ("diane", ["D’un coup d’œil", "Indre-et-Loire", "vous aidez à écrire"], ["fiches à instruire"]),
        ("fanny", ["Association exemple A", "Nouvelles demandées", "Répondre"], ["à instruire", "Loir-et-Cher"]),
    ],
)
def test_chacun_voit_ce_qui_l_attend(site: Site, lecteur: str, presents: list[str], absents: list[str]) -> None:
    lire_comme(site, lecteur)
    page = texte(site.get("/mon-suivi"))
    for mot in presents:
        assert mot in page, mot
    for mot in absents:
        assert mot not in page, mot


def test_tous_les_liens_des_pages_de_suivi_menent_quelque_part(site: Site) -> None:
    for lecteur, chemin in (("alice", SUIVI), ("diane", "/mon-suivi"), ("fanny", "/mon-suivi"), ("alice", CHANGEMENTS)):
        lire_comme(site, lecteur)
        liens = dict.fromkeys(trouver(site.get(chemin).text, "//main//a[not(starts-with(@href, '#'))]/@href"))
        for lien in [*liens][:: max(1, len(liens) // 40)]:
            assert site.get(lien).status_code == 200, lien
