"""Merging and splitting on both engines: every act is undone, and nothing people wrote is lost on the way."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import pytest

from backend.context import Contexte
from backend.queries.fiches_action.contenus import contenu_de_fiche
from backend.queries.fiches_action.reunies import fusions_de, lire_fusion
from backend.queries.lecture import lignes
from backend.services import fiches_action as fa
from backend.services.commands import arbitrage as cb, fiches_action as ca
from fne_roadmaps.domain.errors import Conflit, NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.services.fiches_a_arbitrer import BUS, CAR, creer, fiche, fusion
from tests.support.etat import contenu_de_la_base, valeur
from tests.support.personnes import ALICE, contexte


async def test_fusionner_reunit_sans_doublon_et_se_defait_sans_rien_perdre(monde: Moteur, alice: Contexte) -> None:
    bus, car = await creer(alice, BUS), await creer(alice, CAR)
    avant = await contenu_de_fiche(UUID(bus))
    cle = await fa.fusionner_fiches(alice, fusion(bus, car, pourquoi="Même besoin."))
    apres = await contenu_de_fiche(UUID(bus))
    assert apres["titre"] == "Bus du numérique"
    assert apres["contexte"] == "Les villages sont loin de tout.\n\nUn car existe déjà."
    assert apres["publics"] == ["Aînés", "Jeunes", "Familles"]
    assert [(j["titre"], j["livrable"]) for j in apres["jalons"]] == [("Acheter", "Le car"), ("Partir", None)]
    assert [(f["demande"], f["promis"]) for f in apres["financements"]] == [(100_00, 10_00)]
    assert len(apres["acteurs"]) == 3
    assert (await fiche(car))["instruction"] == "fusionnee"
    (lue,) = await fusions_de(UUID(bus))
    assert lue.cle == cle
    assert lue.sources[0]["contenu"]["apport"]["contexte"] == "Un car existe déjà."
    assert lue.sources[0]["contenu"]["titre"] == "Car numérique"
    defait = await fa.defusionner_fiches(alice, cle)
    assert defait.retouches == {}
    assert await contenu_de_fiche(UUID(bus)) == avant
    assert (await fiche(car))["instruction"] == "en_instruction"
    with pytest.raises(NonTrouve):
        await lire_fusion(cle)
    assert await fa.fusionner_fiches(alice, fusion(bus, car)) != cle


async def test_defusionner_ne_touche_pas_a_ce_qui_a_ete_retouche(monde: Moteur, alice: Contexte) -> None:
    bus, car = await creer(alice, BUS), await creer(alice, CAR)
    cle = await fa.fusionner_fiches(alice, fusion(bus, car))
    version = (await fiche(bus))["version"]
    await fa.modifier_fiche_action(alice, bus, version, ca.ModifierFicheAction.model_validate({"contexte": "Réécrit."}))
    defait = await fa.defusionner_fiches(alice, cle)
    assert defait.retouches == {"contexte": (BUS["contexte"], "Réécrit.")}
    rendue = await contenu_de_fiche(UUID(bus))
    assert (rendue["contexte"], rendue["publics"]) == ("Réécrit.", ["Aînés", "Jeunes"])


async def test_defusionner_reprend_le_texte_d_avant_quand_on_le_demande(monde: Moteur, alice: Contexte) -> None:
    bus, car = await creer(alice, BUS), await creer(alice, CAR)
    cle = await fa.fusionner_fiches(alice, fusion(bus, car))
    version = (await fiche(bus))["version"]
    await fa.modifier_fiche_action(alice, bus, version, ca.ModifierFicheAction.model_validate({"contexte": "Réécrit."}))
    await fa.defusionner_fiches(alice, cle, ("contexte",))
    assert (await contenu_de_fiche(UUID(bus)))["contexte"] == BUS["contexte"]


async def test_les_choix_d_une_fusion_sont_suivis(monde: Moteur, alice: Contexte) -> None:
    bus, car = await creer(alice, BUS), await creer(alice, CAR)
    champs = {
        "titre": {"geste": "composer", "texte": "Un bus et un car"},
        "contexte": {"geste": "garder", "garder": car},
    }
    commande = fusion(bus, car, champs=champs, sommer=True, ecartes={"publics": [1], "acteurs": [2]})
    await fa.fusionner_fiches(alice, commande)
    dite = await contenu_de_fiche(UUID(bus))
    assert (dite["titre"], dite["contexte"]) == ("Un bus et un car", "Un car existe déjà.")
    assert dite["publics"] == ["Aînés", "Familles"]
    assert len(dite["acteurs"]) == 2
    assert dite["financements"][0]["demande"] == 170_00


@pytest.mark.parametrize(
    ("champs", "champ"),
    [
        ({"titre": {"geste": "composer", "texte": None}}, None),
        ({"priorite": {"geste": "ajouter"}}, "priorite"),
        ({"contexte": {"geste": "garder", "garder": "00000000-0000-0000-0000-000000000001"}}, "contexte"),
        ({"avancement": {"geste": "ajouter"}}, "avancement"),
    ],
)
async def test_un_choix_impossible_nomme_son_champ(
    monde: Moteur, alice: Contexte, champs: dict[str, Any], champ: str | None
) -> None:
    bus, car = await creer(alice, BUS), await creer(alice, CAR)
    avant = await contenu_de_la_base()
    with pytest.raises(Exception) as refus:  # noqa: PT011 - a rule, or the check of the command
        await fa.fusionner_fiches(alice, fusion(bus, car, champs=champs))
    if champ:
        assert isinstance(refus.value, RegleViolee)
        assert refus.value.champ == champ
    else:
        assert "titre" in str(refus.value)
    assert await contenu_de_la_base() == avant


async def test_fusionner_deux_fois_ne_fait_qu_une_fusion(monde: Moteur, alice: Contexte) -> None:
    bus, car = await creer(alice, BUS), await creer(alice, CAR)
    versions = {bus: 1, car: 1}
    resultats = await asyncio.gather(
        *(fa.fusionner_fiches(contexte(ALICE, requete=f"r{i}"), fusion(bus, car, versions=versions)) for i in range(4))
    )
    assert len(set(resultats)) == 1
    assert await valeur("SELECT COUNT(*) AS n FROM lien_fiches") == 1


async def test_une_fusion_preparee_sur_un_texte_ancien_est_un_conflit(monde: Moteur, alice: Contexte) -> None:
    bus, car = await creer(alice, BUS), await creer(alice, CAR)
    await fa.modifier_fiche_action(alice, car, 1, ca.ModifierFicheAction.model_validate({"contexte": "Autre."}))
    with pytest.raises(Conflit):
        await fa.fusionner_fiches(alice, fusion(bus, car, versions={bus: 1, car: 1}))


@pytest.mark.parametrize(
    ("cible", "sources", "cause"),
    [
        ("28-2024/1.1", ["28-2024/1.1"], "deux fois"),
        ("28-2024/1.1", ["28-2025/1.1"], "même feuille"),
        ("28-2024/1.1", ["28-2024/p1"], "ne se fusionne pas"),
        ("28-2024/p1", ["28-2024/1.1"], "ne reçoit pas"),
    ],
)
async def test_une_fusion_impossible_est_refusee(
    monde: Moteur, alice: Contexte, cible: str, sources: list[str], cause: str
) -> None:
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee, match=cause):
        await fa.fusionner_fiches(alice, fusion(cible, *sources))
    assert await contenu_de_la_base() == avant


async def test_une_fiche_fusionnee_se_defait_par_la_derniere_d_abord(monde: Moteur, alice: Contexte) -> None:
    bus, car = await creer(alice, BUS), await creer(alice, CAR)
    tout = await creer(alice, {"titre": "Tout"})
    premiere = await fa.fusionner_fiches(alice, fusion(bus, car))
    seconde = await fa.fusionner_fiches(alice, fusion(tout, bus))
    with pytest.raises(RegleViolee, match="commencez par"):
        await fa.defusionner_fiches(alice, premiere)
    await fa.defusionner_fiches(alice, seconde)
    await fa.defusionner_fiches(alice, premiere)
    assert (await fiche(car))["instruction"] == "en_instruction"


async def test_scinder_deplace_les_parts_choisies_et_s_annule(monde: Moteur, alice: Contexte) -> None:
    bus = await creer(alice, BUS)
    avant = await contenu_de_fiche(UUID(bus))
    commande = cb.ScinderFiche.model_validate(
        {
            "titres": ["Acheter le bus", "Le faire rouler"],
            "textes": {"objectifs": 2},
            "copies": ["contexte"],
            "elements": {"jalons": [1, 2], "financements": [1]},
        }
    )
    cle = await fa.scinder_fiche(alice, bus, 1, commande)
    reste = await contenu_de_fiche(UUID(bus))
    assert (reste["objectifs"], reste["jalons"], reste["financements"]) == (None, [], [])
    neuves = {
        n["titre"]: n for n in await lignes("SELECT * FROM fiche_action WHERE titre IN ({}, {})", *commande.titres)
    }
    achat = await contenu_de_fiche(neuves["Acheter le bus"]["id"])
    roule = await contenu_de_fiche(neuves["Le faire rouler"]["id"])
    assert (achat["jalons"], achat["financements"]) == (avant["jalons"][:1], avant["financements"])
    assert (roule["jalons"], roule["objectifs"]) == (avant["jalons"][1:], "Aller vers.")
    assert achat["contexte"] == roule["contexte"] == reste["contexte"] == avant["contexte"]
    assert {n["instruction"] for n in neuves.values()} == {"en_instruction"}
    with pytest.raises(Conflit):
        await fa.scinder_fiche(alice, bus, 1, commande)
    await fa.annuler_scission(alice, cle)
    assert await contenu_de_fiche(UUID(bus)) == avant
    jetees = [await fiche(n["id"]) for n in neuves.values()]
    assert all(jetee["supprime_le"] for jetee in jetees)
    with pytest.raises(NonTrouve):
        await fa.annuler_scission(alice, cle)


async def test_une_scission_dont_une_fiche_a_change_ne_s_annule_plus(monde: Moteur, alice: Contexte) -> None:
    bus = await creer(alice, BUS)
    cle = await fa.scinder_fiche(alice, bus, None, cb.ScinderFiche(titres=("Suite",), elements={"jalons": (1, 0)}))
    (neuve,) = await lignes("SELECT id FROM fiche_action WHERE titre = 'Suite'")
    await fa.modifier_fiche_action(
        alice, str(neuve["id"]), 1, ca.ModifierFicheAction.model_validate({"contexte": "Travaillé."})
    )
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee, match="« Suite » a changé"):
        await fa.annuler_scission(alice, cle)
    assert await contenu_de_la_base() == avant
