"""What a structure did in the comitology: the counts of the sources, said in seconds, read by who may."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml.html import document_fromstring

from fne_roadmaps.demo.cles import cle_fixe
from tests.web.conftest import Site, lire_comme, ouvrir_site

HUB = "/structures/hub-lo/participation"
R3 = f"/reunions/{cle_fixe('reunion:28/copil/r3')}"


@pytest.fixture
def libre(url_base_demo: str) -> Iterator[Site]:
    """A site whose database is ours alone."""
    with ouvrir_site(url_base_demo) as site:
        yield site


def lignes(html: str, legende: str) -> list[list[str]]:
    """Cells of the table of that caption, line by line."""
    (table,) = (t for t in document_fromstring(html).iter("table") if t.findtext("caption") == legende)
    return [
        [" ".join("".join(map(str, c.itertext())).split()) for c in ligne if c.tag in {"th", "td"}]
        for ligne in table.iter("tr")
    ]


def test_les_comptes_de_2024_sont_ceux_des_sources(diane: Site) -> None:
    page = diane.get(f"{HUB}?annee=2024").text
    par_type = lignes(page, "Réunions tenues, par département et par instance")
    assert [ligne[:6] for ligne in par_type] == [
        ["Où", "COPIL", "COTECH", "Groupe de travail", "Sans instance", "Réunions"],
        ["Cher", "0", "0", "0", "3", "3"],
        ["Eure-et-Loir", "2", "6", "5", "0", "13"],
        ["Indre", "0", "0", "0", "4", "4"],
        ["Indre-et-Loire", "6", "6", "3", "0", "15"],
        ["Ensemble", "8", "12", "8", "7", "35"],
    ]
    par_role = lignes(page, "Réunions tenues, par département et par rôle")
    assert [ligne[:5] for ligne in par_role[1:]] == [
        ["Cher", "3", "0", "0", "3"],
        ["Eure-et-Loir", "0", "0", "13", "13"],
        ["Indre", "0", "4", "0", "4"],
        ["Indre-et-Loire", "0", "3", "12", "15"],
        ["Ensemble", "3", "7", "25", "35"],
    ]
    declares = lignes(page, "Activité déclarée par les sources")
    assert [ligne[1] for ligne in declares[1:]] == ["11", "plus de 10", "10"]


def test_chacun_ne_lit_que_ce_qu_il_peut_suivre(site: Site) -> None:
    for qui, attendues in (("alice", 13), ("charlie", 0)):
        lire_comme(site, qui)
        page = site.get(f"{HUB}?annee=2024").text
        assert page.count("Eure-et-Loir</td>") == attendues, qui
        assert site.get(f"{HUB}.csv?annee=2024", follow_redirects=True).status_code in {200, 404}


def test_un_role_se_dit_depuis_la_reunion_et_se_retire_de_meme(libre: Site) -> None:
    lire_comme(libre, "diane")
    assert 'value="animateur"' in libre.get(R3).text
    donnees = {"structure": "hub-lo", "roles": ["animateur", "rapporteur"], "temps_minutes": "150"}
    dite = libre.post(f"{R3}/roles", data=donnees)
    assert "Le rôle de la structure est enregistré." in dite.text
    assert "Animateur, Rapporteur" in dite.text
    page = libre.get(f"{HUB}?annee=2025").text
    assert "2\u00a0h\u00a030" in page
    assert "COPIL\u00a0: premiers mois de mise en œuvre" in page
    csv = libre.get(f"/structures/{cle_fixe('structure:hub-lo')}/participation.csv?annee=2025").content.decode(
        "utf-8-sig"
    )
    assert "28/copil/r3;" in csv
    assert csv.splitlines()[1].endswith(";150")
    libre.post(f"{R3}/roles", data={"structure": "hub-lo"})
    assert "28/copil/r3" not in libre.get(f"{HUB}?annee=2025").text


REFUSES = (
    ({"roles": "chef"}, "Rôle"),
    ({"roles": "membre", "temps_minutes": "deux heures"}, "Temps passé"),
    ({"roles": "membre", "temps_minutes": "-3"}, "Temps passé"),
    ({"roles": "membre", "structure": "inconnue"}, "inconnue"),
)


def test_un_role_mal_dit_est_refuse_en_disant_pourquoi(libre: Site) -> None:
    lire_comme(libre, "diane")
    for champs, cause in REFUSES:
        reponse = libre.post(f"{R3}/roles", data={"structure": "hub-lo", **champs})
        assert reponse.status_code == 422
        assert cause in reponse.text


def test_fanny_ne_dit_que_le_role_de_sa_structure(libre: Site) -> None:
    lire_comme(libre, "fanny")
    assert libre.post(f"{R3}/roles", data={"structure": "hub-lo", "roles": "membre"}).status_code == 403
    dite = libre.post(f"{R3}/roles", data={"structure": "association-exemple-a", "roles": "membre"})
    assert "Le rôle de la structure est enregistré." in dite.text


def test_une_contribution_s_ajoute_une_fois_se_retire_et_revient(libre: Site) -> None:
    lire_comme(libre, "diane")
    cle = cle_fixe("structure:hub-lo")
    saisie = {
        "cle_formulaire": "0193a5f6-0000-7000-8000-000000000001",
        "gouvernance": "45",
        "type": "mise_en_relation",
        "description": "Contacts donnés au CRIA",
        "date": "printemps 2025",
        "temps_minutes": "90",
    }
    ajouter = f"/structures/{cle}/contributions?annee=2025"
    libre.post(ajouter, data=saisie)
    page = libre.post(ajouter, data=saisie).text
    assert page.count("Contacts donnés au CRIA<span") == 1
    assert "1\u00a0h\u00a030" in page
    refusee = libre.post(
        f"/structures/{cle}/contributions?annee=2025", data={**saisie, "type": "rien", "date": "un jour"}
    )
    assert refusee.status_code == 422
    assert "un jour" in refusee.text
    retirer = page.split('action="/contributions/', 1)[1].split("/", 1)[0]
    retiree = libre.post(f"/contributions/{retirer}/retirer").text
    assert "La contribution est retirée." in retiree
    assert f"/contributions/{retirer}/remettre" in retiree
    assert "La contribution est de retour." in libre.post(f"/contributions/{retirer}/remettre").text
