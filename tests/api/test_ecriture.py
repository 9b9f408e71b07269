"""Creating, changing, acting and deleting: guarded, never twice, never half."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from backend.api.catalogue import RESSOURCES
from backend.api.ressources import Ressource
from backend.queries.lecture import lignes
from tests.api.conftest import ALICE, BOB, CHARLIE, DIANE, Site
from tests.support.etat import contenu_de_la_base, valeur

creees = [r for r in RESSOURCES if r.creation]
modifiees = [r for r in RESSOURCES if r.modification]


def exemple_de_creation(ressource: Ressource) -> dict[str, Any]:
    """The example the description gives."""
    assert ressource.creation
    return dict(ressource.creation.exemple)


@pytest.mark.parametrize("ressource", creees, ids=lambda r: r.chemin)
async def test_une_creation_repond_l_objet_son_adresse_et_sa_version(site_partout: Site, ressource: Ressource) -> None:
    cree = await site_partout.creer(ressource.chemin, exemple_de_creation(ressource))
    assert cree.status_code == 201, cree.text
    assert cree.headers["etag"] == '"1"'
    assert cree.headers["location"] == f"/api/v1/{ressource.chemin}/{cree.json()['id']}"
    assert "idempotency-replayed" not in cree.headers
    lu = await site_partout.lire(cree.headers["location"])
    assert {**lu.json(), "droits": None} == {**cree.json(), "droits": None}


@pytest.mark.parametrize("ressource", creees, ids=lambda r: r.chemin)
async def test_une_creation_renvoyee_sous_la_meme_cle_ne_se_fait_qu_une_fois(site: Site, ressource: Ressource) -> None:
    corps = exemple_de_creation(ressource)
    premiere = await site.creer(ressource.chemin, corps, cle="cle-1")
    apres = await contenu_de_la_base()
    # Order of fields and spaces do not make another request.
    seconde = await site.creer(ressource.chemin, dict(reversed(corps.items())), cle="cle-1")
    assert seconde.status_code == 201
    assert seconde.headers["idempotency-replayed"] == "true"
    assert seconde.content == premiere.content
    assert seconde.headers["location"] == premiere.headers["location"]
    assert await contenu_de_la_base() == apres


async def test_une_cle_ne_sert_qu_a_une_demande_et_qu_a_son_compte(site: Site) -> None:
    reunion = {"instance": "28/copil", "date": "2025-10"}
    assert (await site.creer("reunions", reunion, cle="cle-1")).status_code == 201
    autre = await site.creer("reunions", {**reunion, "date": "2025-11"}, cle="cle-1")
    assert autre.status_code == 409
    assert autre.json()["type"].endswith(":conflit")
    assert (await site.creer("axes", {"feuille_de_route": "37-2024", "titre": "x"}, cle="cle-1")).status_code != 201
    hub = await site.creer("reunions", reunion, DIANE, cle="cle-1")
    assert (hub.status_code, "idempotency-replayed" in hub.headers) == (201, False)


async def test_une_creation_refusee_laisse_la_cle_libre(site: Site) -> None:
    avant = await contenu_de_la_base()
    assert (await site.creer("reunions", {"instance": "28/copil", "etat": "tenue"}, cle="cle-1")).status_code == 422
    assert await contenu_de_la_base() == avant
    assert (await site.creer("reunions", {"instance": "28/copil"}, cle="cle-1")).status_code == 201


async def test_deux_creations_simultanees_sous_une_cle_n_en_font_qu_une(site_partout: Site) -> None:
    corps = {"instance": "28/copil", "date": "2025-10"}
    avant = await valeur("SELECT COUNT(*) AS n FROM reunion")
    reponses = await asyncio.gather(*(site_partout.creer("reunions", corps, cle="cle-1") for _ in range(4)))
    assert {r.status_code for r in reponses} == {201}
    assert len({r.json()["id"] for r in reponses}) == 1
    assert sorted("idempotency-replayed" in r.headers for r in reponses) == [False, True, True, True]
    assert await valeur("SELECT COUNT(*) AS n FROM reunion") == avant + 1


async def test_une_cle_est_gardee_sept_jours(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    corps = {"instance": "28/copil", "date": "2025-10"}
    premiere = await site.creer("reunions", corps, cle="cle-1")
    (cle,) = await lignes("SELECT cree_le FROM cle_idempotence")
    for jours, rejouee in ((6, True), (8, False)):
        instant = cle["cree_le"] + timedelta(days=jours)
        monkeypatch.setattr("backend.api.acces.maintenant", lambda instant=instant: instant)
        reponse = await site.creer("reunions", corps, cle="cle-1")
        assert (reponse.json()["id"] == premiere.json()["id"]) is rejouee


@pytest.mark.parametrize("cle", [None, "", "é", "a" * 121, "a b"])
async def test_une_creation_demande_une_cle(site_lu: Site, cle: str | None) -> None:
    entetes = {} if cle is None else {"idempotency-key": cle.encode("latin-1").decode("latin-1")}
    reponse = await site_lu.client.request(
        "POST",
        "/api/v1/reunions",
        json={"instance": "28/copil"},
        headers=[
            (b"authorization", b"Bearer alice-28"),
            *((k.encode(), v.encode("utf-8")) for k, v in entetes.items()),
        ],
    )
    assert reponse.status_code == 400
    assert reponse.json()["type"].endswith(":cle-idempotence")


async def objet_de(site: Site, ressource: Ressource) -> str:
    """An object of 28 the examples may change."""
    if ressource.concept == "presence":
        return str((await site.creer(ressource.chemin, exemple_de_creation(ressource))).json()["id"])
    return "28/copil/r4" if ressource.concept == "reunion" else ressource.exemple


@pytest.mark.parametrize("ressource", modifiees, ids=lambda r: r.chemin)
async def test_un_changement_part_de_la_version_lue(site_partout: Site, ressource: Ressource) -> None:
    assert ressource.modification
    adresse = f"{ressource.chemin}/{await objet_de(site_partout, ressource)}"
    lu = await site_partout.lire(adresse)
    version = lu.json()["version"]
    corps = dict(ressource.modification.exemple)
    sans = await site_partout.demander("PATCH", adresse, json=corps)
    assert (sans.status_code, sans.json()["type"].rsplit(":", 1)[1]) == (428, "version-requise")
    change = await site_partout.changer(adresse, corps, version)
    assert change.status_code == 200, change.text
    assert change.headers["etag"] == f'"{version + 1}"'
    assert change.json()["maj_le"] > lu.json()["maj_le"]
    assert (await site_partout.lire(f"{ressource.chemin}/{lu.json()['id']}")).json() == change.json()
    avant = await contenu_de_la_base()
    perimee = await site_partout.changer(adresse, corps, version)
    assert perimee.status_code == 412
    probleme = perimee.json()
    assert probleme["actuel"] == change.json()
    assert probleme["propose"] == corps
    assert await contenu_de_la_base() == avant


@pytest.mark.parametrize("etiquette", ['W/"1"', '"x"', "1", '"1", "2"', '"0"', '"99999999999999999999"'])
async def test_une_version_qui_n_est_pas_la_notre_est_perimee(site: Site, etiquette: str) -> None:
    reponse = await site.demander(
        "PATCH", "fiches-action/28-2024/1.3", json={"titre": "x"}, entetes={"if-match": etiquette}
    )
    assert reponse.status_code == 412
    assert reponse.json()["propose"] == {"titre": "x"}


async def test_une_version_quelconque_ne_suffit_pas(site: Site) -> None:
    """« * » would overwrite what one has not read."""
    reponse = await site.demander("PATCH", "fiches-action/28-2024/1.3", json={"titre": "x"}, entetes={"if-match": "*"})
    assert reponse.status_code == 428


async def test_huit_changements_simultanes_dont_un_seul_passe(site_partout: Site) -> None:
    adresse = "fiches-action/28-2024/1.3"
    version = (await site_partout.lire(adresse)).json()["version"]
    reponses = await asyncio.gather(
        *(site_partout.changer(adresse, {"prochaine_etape": f"Étape {i}."}, version) for i in range(8))
    )
    assert sorted(r.status_code for r in reponses) == [200] + [412] * 7
    (passe,) = [r.json() for r in reponses if r.status_code == 200]
    assert (await site_partout.lire(adresse)).json()["prochaine_etape"] == passe["prochaine_etape"]


async def test_un_changement_ne_touche_que_ce_qu_il_nomme(site: Site) -> None:
    avant = (await site.lire("fiches-action/28-2024/1.3")).json()
    changement = {"difficultes": None, "publics": ["Tous"]}
    apres = (await site.changer("fiches-action/28-2024/1.3", changement, avant["version"])).json()
    changes = {c for c in avant if avant[c] != apres[c]}
    assert changes == {"difficultes", "publics", "version", "maj_le"}
    vide = await site.changer("fiches-action/28-2024/1.3", {}, apres["version"])
    assert (vide.status_code, vide.headers["etag"]) == (200, f'"{apres["version"]}"')


async def test_une_fiche_vit_par_ses_actes(site: Site) -> None:
    creee = (
        await site.creer("fiches-action", {"feuille_de_route": "28-2024", "axe": "28-2024/1", "titre": "A"})
    ).json()
    adresse = f"fiches-action/{creee['code']}"
    assert creee["numero"].startswith("p")
    fiche = creee
    for version, etat in enumerate(("proposee", "en_instruction", "retenue"), start=1):
        reponse = await site.agir(f"{adresse}/instruction", {"instruction": etat}, version)
        assert reponse.status_code == 200, reponse.text
        fiche = reponse.json()
        assert (fiche["instruction"], fiche["version"]) == (etat, version + 1)
        adresse = f"fiches-action/{fiche['id']}"
    assert fiche["code"] == "28-2024/1.32"
    en_cours = await site.agir("fiches-action/28-2024/1.32/avancement", {"avancement": "en_cours"}, 4)
    assert (en_cours.status_code, en_cours.json()["nouvelles_le"]) == (200, "2025-06-17")
    assert (await site.agir(f"{adresse}/avancement", {"avancement": "en_cours"}, 5)).status_code == 422
    assert (await site.agir(f"{adresse}/avancement", {"avancement": "en_pause"}, 5)).status_code == 422
    pause = {"avancement": "en_pause", "pourquoi": "La salle ferme."}
    assert (await site.demander("POST", f"{adresse}/avancement", json=pause)).status_code == 428
    assert (await site.agir(f"{adresse}/avancement", pause, 1)).status_code == 412


async def test_une_feuille_de_route_va_jusqu_a_la_signature(site_partout: Site) -> None:
    site = site_partout
    feuille = (await site.creer("feuilles-de-route", exemple_de_creation(RESSOURCES[1]))).json()
    adresse = f"feuilles-de-route/{feuille['code']}"
    assert (await site.creer("axes", {"feuille_de_route": feuille["code"], "titre": "Un"})).status_code == 201
    assert (await site.agir(f"{adresse}/etat", {"etat": "signee"}, 1)).status_code == 422
    for version, etat in enumerate(("concertation", "validee"), start=1):
        assert (await site.agir(f"{adresse}/etat", {"etat": etat, "date": "2025"}, version)).status_code == 200
    assert (await site.agir(f"{adresse}/signature", {"etat": "signee", "date": "2025-06-17"}, 9)).status_code == 412
    signee = await site.agir(f"{adresse}/signature", {"etat": "signee", "date": "2025-06-17"}, 3)
    assert signee.status_code == 200, signee.text
    assert signee.json()["etat"] == "signee"
    (version,) = signee.json()["versions"]
    figee = (await site.lire(f"{adresse}/versions/1", CHARLIE)).json()
    assert figee["empreinte"] == version["empreinte"]
    assert [axe["titre"] for axe in figee["contenu"]["axes"]] == ["Un"]
    presentee = await site.agir(f"{adresse}/presentation", {"etat": "presentee"}, 4)
    assert presentee.status_code == 422


async def test_l_axe_d_un_texte_signe_garde_son_rang(site: Site) -> None:
    refus = await site.changer("axes/28-2024/1", {"rang": 9})
    assert refus.status_code == 422
    (erreur,) = refus.json()["erreurs"]
    assert erreur["champ"] == "rang"
    assert "L’axe 1 figure sous ce numéro dans un texte publié" in erreur["message"]
    change = await site.changer("axes/28-2024/1", {"rang": 1, "titre": "Faire vivre les lieux"})
    assert (change.status_code, change.json()["rang"]) == (200, 1)


async def test_une_reunion_se_deplace_s_annule_et_se_supprime(site: Site) -> None:
    reunion = (await site.creer("reunions", {"instance": "28/copil", "etat": "convoquee", "date": "2025-10-02"})).json()
    adresse = f"reunions/{reunion['code']}"
    deplacee = (await site.changer(adresse, {"date": "2025-10-09", "motif": "Salle prise"})).json()
    assert deplacee["dates_anterieures"][0]["date"]["edtf"] == "2025-10-02"
    assert (deplacee["uid"], deplacee["sequence"]) == (reunion["uid"], 1)
    sans_motif = await site.agir(f"{adresse}/etat", {"etat": "annulee"}, 2)
    assert [e["champ"] for e in sans_motif.json()["erreurs"]] == ["motif"]
    assert (await site.agir(f"{adresse}/etat", {"etat": "annulee", "motif": "Grève"}, 2)).status_code == 200
    for entetes, adresse_, attendu in (
        ({}, f"{adresse}?motif=Doublon", 428),
        ({"if-match": '"3"'}, adresse, 422),
        ({"if-match": '"3"'}, f"{adresse}?motif=%20", 422),
        ({"if-match": '"2"'}, f"{adresse}?motif=Doublon", 412),
        ({"if-match": '"3"'}, f"{adresse}?motif=Doublon", 204),
        ({"if-match": '"4"'}, f"{adresse}?motif=Doublon", 404),
    ):
        reponse = await site.demander("DELETE", adresse_, entetes=entetes)
        assert reponse.status_code == attendu, reponse.text
    assert (await site.lire(adresse)).status_code == 404
    (gardee,) = await lignes("SELECT supprime_le, uid FROM reunion WHERE code = {}", reunion["code"])
    assert gardee["supprime_le"] is not None


async def test_qui_administre_un_territoire_y_ouvre_une_gouvernance(site: Site) -> None:
    corps = exemple_de_creation(RESSOURCES[0])
    for qui in (BOB, CHARLIE, DIANE):
        refus = await site.creer("gouvernances", corps, qui)
        assert refus.status_code == 403
    ailleurs = await site.creer("gouvernances", {**corps, "code": "45-dreux"})
    assert [e["champ"] for e in ailleurs.json()["erreurs"]] == ["code"]
    deja = await site.creer("gouvernances", {**corps, "code": "28"})
    assert [e["champ"] for e in deja.json()["erreurs"]] == ["code"]
    assert (await site.creer("gouvernances", corps, ALICE)).status_code == 201
    suite = await site.changer("gouvernances/28-dreux", {"presentation": "Le pays de Dreux."}, 1, ALICE)
    assert suite.status_code == 200
    assert "administrer" in suite.json()["droits"]


async def test_un_porteur_inhabituel_est_signale_jamais_refuse(site: Site) -> None:
    corps = {
        **exemple_de_creation(RESSOURCES[0]),
        "membres": [{"structure": "association-exemple-a", "roles": [{"role": "porteur"}]}],
    }
    cree = await site.creer("gouvernances", corps)
    assert cree.status_code == 201, cree.text
    assert "porteur" in " ".join(cree.json()["avertissements"])
    pnt = await site.creer("gouvernances", {**corps, "code": "pnt-dreux", "type": "pnt"})
    assert pnt.json()["avertissements"] == []


async def test_un_jour_annonce_contraire_a_la_date_est_dit_sans_etre_corrige(site: Site) -> None:
    corps = {"instance": "28/copil", "date": "2025-10-02", "jour_annonce": "lundi"}
    cree = (await site.creer("reunions", corps)).json()
    assert cree["date"]["edtf"] == "2025-10-02"
    (alerte,) = cree["alertes"]
    assert "jeudi" in alerte
