"""News of a fiche by the API: listed, given once, with what they change; never for who may not."""

from __future__ import annotations

from typing import Any

import pytest

from backend.api.fiches_action import FICHES_ACTION
from tests.api.conftest import ALICE, BOB, CHARLIE, DIANE, Site
from tests.api.test_description import DOCUMENT, validateur

FICHE = "fiches-action/28-2024/1.3"
LISTE = f"{FICHE}/nouvelles"
ADRESSE = "/api/v1/fiches-action/{reference}/nouvelles"
FANNY = "fanny-28"


def exemple() -> dict[str, Any]:
    """The body the description gives."""
    return dict(FICHES_ACTION.suites[0].exemple)


async def total(site: Site) -> int:
    """How many news the fiche has."""
    return int((await site.lire(LISTE)).json()["total"])


async def test_l_exemple_donne_des_nouvelles_et_change_la_fiche_en_une_fois(site_partout: Site) -> None:
    site, avant = site_partout, await total(site_partout)
    version = (await site.lire(FICHE)).json()["version"]
    reponse = await site.creer(LISTE, exemple())
    assert reponse.status_code == 201, reponse.text
    dite = reponse.json()
    assert (dite["le"], dite["progression"], dite["avancement"]) == ("2025-06-03", 60, None)
    assert dite["auteur"].startswith("Préfecture")
    assert "alice" not in reponse.text.lower()
    fiche = (await site.lire(FICHE)).json()
    assert fiche["version"] == version + 1
    assert (fiche["progression_declaree"], fiche["meteo"]) == (60, "appuis_necessaires")
    assert fiche["prochaine_etape"] == exemple()["prochaine_etape"]
    liste = (await site.lire(reponse.headers["location"])).json()
    assert liste["total"] == avant + 1
    assert [n["id"] for n in liste["elements"] if n["id"] == dite["id"]] == [dite["id"]]
    schema = DOCUMENT["paths"][ADRESSE]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    validateur(schema).validate(liste)


async def test_la_meme_demande_sous_la_meme_cle_n_ajoute_rien_deux_fois(site_partout: Site) -> None:
    avant = await total(site_partout)
    un, autre = [await site_partout.creer(LISTE, {"texte": "Une fois."}, cle="cle-1") for _ in range(2)]
    assert (un.status_code, autre.status_code) == (201, 201)
    assert un.json() == autre.json()
    assert autre.headers["idempotency-replayed"] == "true"
    assert await total(site_partout) == avant + 1
    assert (await site_partout.creer(LISTE, {"texte": "Autre chose."}, cle="cle-1")).status_code == 409
    assert (await site_partout.demander("POST", LISTE, json={"texte": "x"})).status_code == 400


@pytest.mark.parametrize(
    ("corps", "champ"),
    [
        ({}, "texte"),
        ({"texte": "  "}, "texte"),
        ({"texte": "x", "le": "2025-06-18"}, "le"),
        ({"texte": "x", "progression": 101}, "progression"),
        ({"texte": "x", "progression": "60"}, "progression"),
        ({"texte": "x", "avancement": "en_retard"}, "avancement"),
        ({"texte": "x", "avancement": "bloquee"}, "pourquoi"),
        ({"texte": "x", "fin": "1999-01-01"}, "fin"),
        ({"texte": "x" * 20_001}, "texte"),
        ({"texte": "x", "auteur": "Quelqu’un"}, "auteur"),
        ({"texte": "x", "fiche_action": "28-2024/1.1"}, "fiche_action"),
    ],
)
async def test_ce_qui_est_fautif_est_refuse_en_le_nommant_et_rien_ne_change(
    site_lu: Site, corps: dict[str, Any], champ: str
) -> None:
    avant = (await site_lu.lire(FICHE)).text
    reponse = await site_lu.creer(LISTE, corps)
    assert reponse.status_code == 422, reponse.text
    assert champ in {e["champ"] for e in reponse.json()["erreurs"]}
    assert (await site_lu.lire(FICHE)).text == avant


@pytest.mark.parametrize(
    ("qui", "lire", "donner"), [(BOB, 200, 403), (DIANE, 200, 403), (CHARLIE, 404, 404), (None, 401, 401)]
)
async def test_qui_lit_et_qui_donne(site_lu: Site, qui: str | None, lire: int, donner: int) -> None:
    assert (await site_lu.lire(LISTE, qui)).status_code == lire
    assert (await site_lu.creer(LISTE, {"texte": "Par ici."}, qui)).status_code == donner


async def test_fanny_donne_des_nouvelles_de_ce_que_son_association_pilote_et_de_rien_d_autre(site: Site) -> None:
    sienne = await site.creer("fiches-action/28-2024/1.4/nouvelles", {"texte": "Rencontre tenue."}, FANNY)
    assert sienne.status_code == 201
    assert sienne.json()["structure"]["code"] == "association-exemple-a"
    assert (await site.creer(LISTE, {"texte": "x"}, FANNY)).status_code == 403
    une = (await site.lire("fiches-action/28-2024/1.4/nouvelles?par_page=1", FANNY)).json()["elements"][0]
    assert {"renseigner", "rediger"} <= set(une["droits"])
    autre = (await site.lire("fiches-action/28-2024/1.4/nouvelles?par_page=1", ALICE)).json()["elements"][0]
    assert "renseigner" not in autre["droits"]
    assert "rediger" in autre["droits"]


async def test_la_liste_se_pagine_des_plus_recentes_aux_plus_anciennes(site_lu: Site) -> None:
    adresse = "fiches-action/28-2024/1.4/nouvelles"
    tout = (await site_lu.lire(adresse)).json()
    jours = [n["le"] for n in tout["elements"]]
    assert jours == sorted(jours, reverse=True)
    assert tout["total"] == len(jours) == 12
    pages = [(await site_lu.lire(f"{adresse}?par_page=5&page={n}")).json() for n in (1, 2, 3)]
    assert [n["id"] for p in pages for n in p["elements"]] == [n["id"] for n in tout["elements"]]
    assert (await site_lu.lire(f"{adresse}?page=0")).status_code == 422
    assert (await site_lu.lire(f"{adresse}?texte=x")).status_code == 422


async def test_une_fiche_par_sa_cle_une_fiche_inconnue_et_une_proposition(site_lu: Site) -> None:
    cle = (await site_lu.lire(FICHE)).json()["id"]
    assert (await site_lu.lire(f"fiches-action/{cle}/nouvelles")).json() == (await site_lu.lire(LISTE)).json()
    assert (await site_lu.lire("fiches-action/28-2024/9.9/nouvelles")).status_code == 404
    assert (await site_lu.lire("fiches-action/nouvelles")).status_code == 404
    proposition = await site_lu.creer("fiches-action/41-2024/p1/nouvelles", {"texte": "x"}, CHARLIE)
    assert proposition.status_code == 422
