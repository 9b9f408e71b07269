"""Keys of the API: those of a demonstration, and none elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from backend.context import jour_de_reference
from tests.api.conftest import ALICE, Site

CLES = ("alice-28", "bob-28", "charlie-41", "diane-hub")


@pytest.mark.parametrize(
    "valeur",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Basic YWxpY2U6",
        "Bearer zed-28",
        "Bearer ALICE-28",
        "Bearer alice-28 x",
        "alice-28",
    ],
)
async def test_sans_cle_connue_rien_ne_se_lit(site_lu: Site, valeur: str | None) -> None:
    entetes = {} if valeur is None else {"authorization": valeur}
    reponse = await site_lu.demander("GET", "gouvernances/28", None, entetes=entetes)
    assert reponse.status_code == 401
    assert reponse.headers["www-authenticate"] == 'Bearer realm="fne-roadmaps"'
    assert all(cle in reponse.json()["detail"] for cle in CLES)


@pytest.mark.parametrize("octets", [b"Bearer \xff", b"Bearer a\x00b", b"Bearer " + b"a" * 5000])
async def test_une_cle_illisible_est_inconnue(site_lu: Site, octets: bytes) -> None:
    reponse = await site_lu.client.get("/api/v1/gouvernances", headers=[(b"authorization", octets)])
    assert reponse.status_code == 401


@pytest.mark.parametrize("cle", CLES)
async def test_chaque_cle_de_la_demonstration_ouvre(site_lu: Site, cle: str) -> None:
    assert (await site_lu.lire("gouvernances", cle)).json()["total"] == 7


async def test_le_mot_bearer_ne_tient_pas_a_sa_casse(site_lu: Site) -> None:
    reponse = await site_lu.demander("GET", "gouvernances", None, entetes={"authorization": f"bearer {ALICE}"})
    assert reponse.status_code == 200


async def test_une_base_ordinaire_n_a_pas_encore_de_comptes(site_vide: Site) -> None:
    for qui in (None, ALICE):
        reponse = await site_vide.lire("gouvernances", qui)
        assert reponse.status_code == 401
        assert "pas encore de comptes" in reponse.json()["detail"]
    assert (await site_vide.lire("/api/openapi.json", None)).status_code == 200


async def test_ce_qui_s_ecrit_porte_l_identifiant_jamais_le_nom(site: Site) -> None:
    fiche = (await site.lire("fiches-action/28-2024/1.3")).json()
    await site.changer("fiches-action/28-2024/1.3", {"titre": "Autre"}, fiche["version"])
    derniere = (await site.lire("journal/fiches-action/28-2024/1.3")).json()["elements"][0]
    assert derniere["acteur"] == ALICE
    assert (derniere["champ"], derniere["apres"]) == ("titre", "Autre")


def test_le_jour_de_reference_est_celui_de_la_demonstration_ou_de_paris() -> None:
    soir = datetime(2025, 6, 30, 22, 30, tzinfo=UTC)
    assert jour_de_reference(None, soir).isoformat() == "2025-07-01"
    assert jour_de_reference(datetime(2025, 6, 17, tzinfo=UTC).date(), soir).isoformat() == "2025-06-17"
