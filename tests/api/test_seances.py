"""The agenda of a meeting and who was there, by the API: said once, changed from what was read, counted."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.conftest import ALICE, BOB, CHARLIE, Site

R4 = "28/copil/r4"


async def points(site: Site) -> list[dict[str, Any]]:
    """The agenda of the meeting, in order."""
    elements = (await site.lire(f"points?reunion={R4}")).json()["elements"]
    assert [p["rang"] for p in elements] == sorted(p["rang"] for p in elements)
    return list(elements)


async def sieges(site: Site) -> list[dict[str, Any]]:
    """Two seats with a voice given to its body, that asks for both."""
    version = (await site.lire("instances/28/copil")).json()["version"]
    corps = {"quorum": 2, "sieges": [{"structure": "prefecture-28"}, {"structure": "cd-28"}]}
    return list((await site.changer("instances/28/copil", corps, version)).json()["sieges"])


async def test_un_point_s_ajoute_se_place_se_traite_et_se_retire(site_partout: Site) -> None:
    site, avant = site_partout, await points(site_partout)
    corps = {"reunion": R4, "titre": "Permanences", "duree": 15, "objets": [{"fiche_action": "28-2024/1.3"}]}
    cree = (await site.creer("points", corps)).json()
    assert (cree["rang"], cree["etat_libelle"]) == (len(avant) + 1, "À traiter")
    assert [(o["genre"], o["code"]) for o in cree["objets"]] == [("fiche_action", "1.3")]
    adresse = f"points/{cree['id']}"
    assert (await site.agir(f"{adresse}/place", {"avant": avant[0]["id"]}, 9)).status_code == 412
    assert (await site.agir(f"{adresse}/place", {"avant": avant[0]["id"]}, 1)).json()["rang"] == 1
    assert [p["id"] for p in await points(site)] == [cree["id"], *(p["id"] for p in avant)]
    retire = await site.agir(f"{adresse}/etat", {"etat": "retire"}, 1)
    assert (retire.status_code, retire.json()["etat"], retire.headers["etag"]) == (200, "retire", '"2"')
    assert (await site.agir(f"{adresse}/etat", {"etat": "a_traiter"}, 1)).status_code == 412
    reporte = await site.agir(f"{adresse}/etat", {"etat": "reporte"}, 2)
    assert (reporte.status_code, reporte.json()["erreurs"][0]["champ"]) == (422, "etat")
    journal = (await site.lire(f"journal/{adresse}", BOB)).json()["elements"]
    assert {e["action"] for e in journal} == {"creer", "placer", "changer_etat"}


async def test_les_presences_se_disent_se_corrigent_et_font_le_quorum(site_partout: Site) -> None:
    site = site_partout
    premier, second = await sieges(site)
    dit = await site.creer("presences", {"reunion": R4, "siege": premier["id"], "etat": "present"})
    assert dit.status_code == 201, dit.text
    assert dit.json()["siege"]["id"] == premier["id"]
    quorum = (await site.lire(f"reunions/{R4}")).json()["quorum"]
    assert (quorum["requis"], quorum["presents"], quorum["atteint"]) == (2, 1, False)
    pouvoir = {"etat": "represente", "represente_par": premier["id"]}
    absent = (await site.creer("presences", {"reunion": R4, "siege": second["id"], "etat": "absent"})).json()
    change = await site.changer(f"presences/{absent['id']}", pouvoir)
    assert (change.status_code, change.json()["represente_par"]["id"]) == (200, premier["id"])
    assert (await site.changer(f"presences/{absent['id']}", pouvoir)).status_code == 412
    quorum = (await site.lire(f"reunions/{R4}", BOB)).json()["quorum"]
    assert (quorum["presents"], quorum["representes"], quorum["atteint"]) == (1, 1, True)
    redit = await site.creer("presences", {"reunion": R4, "siege": premier["id"], "etat": "absent"})
    assert redit.status_code in {409, 422}
    invite = (await site.creer("presences", {"reunion": R4, "libelle": "La presse", "etat": "invite"})).json()
    assert (await site.changer(f"presences/{invite['id']}", {"a_distance": True})).json()["a_distance"] is True
    liste = (await site.lire(f"presences?reunion={R4}", BOB)).json()
    assert [p["etat"] for p in liste["elements"]] == ["present", "represente", "invite"]
    for qui, lire, ecrire in ((BOB, 200, 403), (CHARLIE, 404, 404), (None, 401, 401)):
        assert (await site.lire(f"presences/{invite['id']}", qui)).status_code == lire
        assert (await site.changer(f"presences/{invite['id']}", {"etat": "excuse"}, 2, qui)).status_code == ecrire


@pytest.mark.parametrize(
    ("chemin", "corps", "champ"),
    [
        ("points", {"titre": ""}, "titre"),
        ("points", {"titre": "x", "duree": 0}, "duree"),
        ("points", {"titre": "x", "duree": 1441}, "duree"),
        ("points", {"titre": "x", "nature": "debat"}, "nature"),
        ("points", {"titre": "x", "presentateur": "zz"}, "presentateur"),
        ("points", {"titre": "x", "objets": [{}]}, "objets.0"),
        ("points", {"titre": "x", "objets": [{"axe": "41-2024/1"}]}, "objets.0"),
        ("points", {"titre": "x", "reunion": "41/copil/r1"}, "reunion"),
        ("points", {"titre": "x", "reunion": "28/copil/r3"}, "etat"),
        ("presences", {"etat": "present"}, "libelle"),
        ("presences", {"libelle": "x"}, "etat"),
        ("presences", {"libelle": "x", "etat": "la"}, "etat"),
        ("presences", {"libelle": "x", "etat": "absent", "a_distance": True}, "a_distance"),
        ("presences", {"libelle": "x", "etat": "present", "representant": "y"}, "representant"),
        ("presences", {"siege": "00000000-0000-4000-8000-000000000000", "etat": "present"}, "siege"),
        ("presences", {"siege": "x", "etat": "present"}, "siege"),
        ("presences", {"structure": "zz", "etat": "invite"}, "structure"),
    ],
)
async def test_ce_qui_est_fautif_est_refuse_en_le_nommant(
    site_lu: Site, chemin: str, corps: dict[str, Any], champ: str
) -> None:
    reponse = await site_lu.creer(chemin, {"reunion": R4, **corps}, ALICE)
    assert reponse.status_code == 422, reponse.text
    assert champ in {e["champ"] for e in reponse.json()["erreurs"]}
