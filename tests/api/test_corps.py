"""Bodies that are no plain JSON, and parameters of lists that mean nothing: refused, named, never a failure."""

from __future__ import annotations

import pytest

from tests.api.conftest import ALICE, Site

CORPS: list[tuple[str, bytes, int, str]] = [
    ("vide", b"", 400, "vide"),
    ("mal formé", b'{"titre": ', 400, "ligne 1, colonne 11"),
    ("suite inattendue", b"{} {}", 400, "mal formé"),
    ("UTF-8 invalide", b'{"titre": "\xff"}', 400, "octet 12"),
    ("UTF-16", '{"titre": "x"}'.encode("utf-16"), 400, "UTF-8"),
    ("NaN", b'{"besoin": NaN}', 400, "NaN"),
    ("Infinity", b'{"besoin": -Infinity}', 400, "-Infinity"),
    ("1e999", b'{"besoin": 1e999}', 400, "trop grand"),
    ("5 000 chiffres", b'{"besoin": ' + b"9" * 5000 + b"}", 400, "trop de chiffres"),
    ("champ donné deux fois", b'{"titre": "a", "titre": "b"}', 400, "titre"),
    ("imbriqué 100 000 fois", b"[" * 100_000, 400, "profondément"),
    ("imbriqué 900 fois", b'{"a":' * 900 + b"1" + b"}" * 900, 400, "profondément"),
    ("imbriqué 900 fois, listes", b"[" * 900 + b"]" * 900, 400, "profondément"),
    ("plus d’un million d’octets", b'{"titre": "' + b"a" * 1_000_000 + b'"}', 413, "million"),
    ("liste", b"[]", 422, "objet"),
    ("texte", b'"a"', 422, "objet"),
    ("null", b"null", 422, "objet"),
    ("un million d’octets presque", b'{"titre": "' + b"a" * 999_900 + b'"}', 422, "trop long"),
]


@pytest.mark.parametrize(("corps", "statut", "mot"), [c[1:] for c in CORPS], ids=[c[0] for c in CORPS])
@pytest.mark.parametrize("methode", ["POST", "PATCH"])
async def test_un_corps_qui_n_est_pas_du_json_sage_est_refuse(
    site_lu: Site, methode: str, corps: bytes, statut: int, mot: str
) -> None:
    entetes = {"content-type": "application/json", "idempotency-key": "essai", "if-match": '"1"'}
    adresse = "fiches-action" if methode == "POST" else "fiches-action/28-2024/1.3"
    reponse = await site_lu.demander(methode, adresse, content=corps, entetes=entetes)
    assert reponse.status_code == statut
    assert mot in reponse.text.replace("\u202f", " ")
    assert len(reponse.content) < 5000


@pytest.mark.parametrize(
    ("type_", "statut"),
    [
        (None, 415),
        ("text/plain", 415),
        ("application/x-www-form-urlencoded", 415),
        ("application/json; charset=latin-1", 415),
        ("application/json; charset=UTF-8", 422),
        ("application/merge-patch+json", 422),
    ],
)
async def test_le_corps_dit_qu_il_est_du_json(site_lu: Site, type_: str | None, statut: int) -> None:
    entetes = {"idempotency-key": "essai", **({"content-type": type_} if type_ else {})}
    reponse = await site_lu.demander("POST", "fiches-action", content=b"{}", entetes=entetes)
    assert reponse.status_code == statut
    if statut == 415:
        assert reponse.headers["accept"] == "application/json"


@pytest.mark.parametrize(
    ("parametres", "champs"),
    [
        ("zz=1", ["zz"]),
        ("page=0", ["page"]),
        ("page=-1&par_page=201", ["page", "par_page"]),
        ("page=1e3", ["page"]),
        ("page=99999999999999999999999999", ["page"]),
        ("tri=zz", ["tri"]),
        ("tri=titre;DROP TABLE x", ["tri"]),
        ("instruction=retenue,zz", ["instruction"]),
        ("instruction=retenue&instruction=proposee", ["instruction"]),
        ("en_retard=peut-etre", ["en_retard"]),
        ("sans_nouvelles=0", ["sans_nouvelles"]),
        ("sans_nouvelles=1.5", ["sans_nouvelles"]),
        ("texte=a%00b", ["texte"]),
        ("texte=" + "a" * 201, ["texte"]),
        ("pilote=%07", ["pilote"]),
        ("axe=28-2024/999999999999999", ["axe"]),
        ("feuille_de_route=41-2024", []),
    ],
)
async def test_un_parametre_fautif_est_nomme(site_lu: Site, parametres: str, champs: list[str]) -> None:
    reponse = await site_lu.lire(f"fiches-action?{parametres}", ALICE)
    if not champs:
        assert (reponse.status_code, reponse.json()["total"]) == (200, 0)
        return
    assert reponse.status_code == 422
    assert [e["champ"] for e in reponse.json()["erreurs"]] == champs


@pytest.mark.parametrize("parametres", ["du=2025-02-30", "du=demain", "au=20250617", "etat=zz", "type=zz"])
async def test_un_parametre_de_reunion_fautif_est_nomme(site_lu: Site, parametres: str) -> None:
    reponse = await site_lu.lire(f"reunions?{parametres}")
    assert reponse.status_code == 422
    assert [e["champ"] for e in reponse.json()["erreurs"]] == [parametres.partition("=")[0]]
