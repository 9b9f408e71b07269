"""Arbitration and bin on both engines: who may, what is asked, and the way back."""

from __future__ import annotations

from uuid import UUID

import pytest

from backend.context import Contexte
from backend.services import fiches_action as fa
from backend.services.commands import arbitrage as cb
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.services.fiches_a_arbitrer import BUS, CAR, alice_plus_tard, creer, fiche, fusion, instruire
from tests.support.etat import contenu_de_la_base, valeur
from tests.support.personnes import GOUVERNANCE_28, contexte


async def test_retenir_demande_l_axe_sur_place_et_donne_le_numero_suivant(monde: Moteur, alice: Contexte) -> None:
    cle = await creer(alice, {"titre": "Sans axe", "axe": None})
    with pytest.raises(RegleViolee) as refus:
        await fa.changer_instruction(alice, cle, 1, instruire("retenue"))
    assert refus.value.champ == "axe"
    with pytest.raises(RegleViolee) as refus:
        await fa.changer_instruction(alice, cle, 1, instruire("retenue", axe="41-2024/1"))
    assert refus.value.champ == "axe"
    await fa.changer_instruction(alice_plus_tard(1), cle, 1, instruire("retenue", axe="28-2024/1", pourquoi="Oui."))
    retenue = await fiche(cle)
    assert (retenue["instruction"], retenue["rang"]) == ("retenue", 3)
    await fa.annuler_instruction(alice_plus_tard(2), cle)
    rendue = await fiche(cle)
    assert (rendue["instruction"], rendue["rang"], rendue["axe"]) == ("en_instruction", None, None)
    await fa.annuler_instruction(alice_plus_tard(3), cle)
    assert {c: v for c, v in (await fiche(cle)).items() if c not in {"version", "maj_le"}} == {
        c: v for c, v in retenue.items() if c not in {"version", "maj_le"}
    }


async def test_une_fiche_rendue_puis_reprise_retrouve_son_numero_s_il_est_libre(monde: Moteur) -> None:
    cle = str(await valeur("SELECT id FROM fiche_action WHERE titre = 'Bus numérique'"))
    await fa.changer_instruction(alice_plus_tard(1), cle, None, instruire("en_instruction"))
    await fa.annuler_instruction(alice_plus_tard(2), cle)
    assert (await fiche(cle))["rang"] == 1
    await fa.changer_instruction(alice_plus_tard(3), cle, None, instruire("en_instruction"))
    prise = await creer(alice_plus_tard(4), {"titre": "Prend le 1"}, axe="28-2024/1", instruction="retenue", rang=1)
    await fa.annuler_instruction(alice_plus_tard(5), cle)
    assert ((await fiche(prise))["rang"], (await fiche(cle))["rang"]) == (1, 3)


async def test_ecarter_dit_pourquoi_et_s_annule(monde: Moteur, alice: Contexte) -> None:
    cle = await creer(alice, BUS)
    with pytest.raises(RegleViolee) as refus:
        await fa.changer_instruction(alice, cle, 1, instruire("ecartee"))
    assert refus.value.champ == "pourquoi"
    await fa.changer_instruction(alice, cle, 1, instruire("ecartee", pourquoi="Déjà porté ailleurs."))
    await fa.annuler_instruction(alice_plus_tard(1), cle)
    assert (await fiche(cle))["instruction"] == "en_instruction"


async def test_rien_a_annuler_se_dit(monde: Moteur, alice: Contexte) -> None:
    cle = await creer(alice, BUS)
    with pytest.raises(RegleViolee, match="plus à annuler"):
        await fa.annuler_instruction(alice, cle)


async def test_fusionner_n_est_pas_un_simple_passage(monde: Moteur, alice: Contexte) -> None:
    cle = await creer(alice, BUS)
    with pytest.raises(RegleViolee, match="acte à part"):
        await fa.changer_instruction(alice, cle, 1, instruire("fusionnee"))


async def test_qui_propose_soumet_et_reprend_sa_fiche_sans_l_arbitrer(monde: Moteur, alice: Contexte) -> None:
    cle = await creer(alice, BUS, instruction="brouillon")
    asso = await valeur("SELECT id FROM structure WHERE code = 'asso-a'")
    fanny = contexte(Acteur("fanny", "Fanny", profils={GOUVERNANCE_28: Profil.CONTRIBUTEUR}, structure=asso))
    await fa.changer_instruction(fanny, cle, 1, instruire("proposee"))
    with pytest.raises(Interdit):
        await fa.changer_instruction(fanny, cle, 2, instruire("en_instruction"))
    await fa.changer_instruction(fanny, cle, 2, instruire("brouillon"))
    autre = contexte(Acteur("gaston", "Gaston", profils={GOUVERNANCE_28: Profil.CONTRIBUTEUR}))
    with pytest.raises(Interdit):
        await fa.changer_instruction(autre, cle, 3, instruire("proposee"))


async def test_jeter_et_reprendre(monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte) -> None:
    jeter = cb.SupprimerFiche(pourquoi="Doublon.")
    with pytest.raises(RegleViolee, match="ne se supprime pas"):
        await fa.supprimer_fiche_action(alice, "28-2024/1.1", 1, jeter)
    cle = UUID(str(await valeur("SELECT id FROM fiche_action WHERE titre = 'Ateliers'")))
    await fa.supprimer_fiche_action(alice, str(cle), 1, jeter)
    with pytest.raises(NonTrouve):
        await fa.changer_instruction(alice, str(cle), 2, instruire("proposee"))
    avant = await contenu_de_la_base()
    with pytest.raises(Interdit):
        await fa.restaurer_fiche_action(bob, cle)
    with pytest.raises(NonTrouve):
        await fa.restaurer_fiche_action(charlie, cle)
    assert await contenu_de_la_base() == avant
    nouvelle = await creer(alice, {"titre": "Nouvelle"})
    assert (await fiche(nouvelle))["numero_proposition"] == 2
    await fa.restaurer_fiche_action(alice, cle)
    assert ((await fiche(cle))["supprime_le"], (await fiche(cle))["numero_proposition"]) == (None, 1)


async def test_l_auteur_jette_sa_proposition_tant_qu_elle_n_est_pas_instruite(monde: Moteur, alice: Contexte) -> None:
    cle = await creer(alice, BUS, instruction="proposee")
    asso = await valeur("SELECT id FROM structure WHERE code = 'asso-a'")
    fanny = contexte(Acteur("fanny", "Fanny", profils={GOUVERNANCE_28: Profil.CONTRIBUTEUR}, structure=asso))
    await fa.supprimer_fiche_action(fanny, cle, 1, cb.SupprimerFiche())
    await fa.restaurer_fiche_action(fanny, UUID(cle))
    await fa.changer_instruction(alice, cle, 3, instruire("en_instruction"))
    await fa.changer_instruction(alice, cle, 4, instruire("ecartee", pourquoi="Non."))
    with pytest.raises(Interdit):
        await fa.supprimer_fiche_action(fanny, cle, 5, cb.SupprimerFiche())


async def test_on_ne_jette_pas_une_fiche_qui_en_reunit_d_autres(monde: Moteur, alice: Contexte) -> None:
    bus, car = await creer(alice, BUS, instruction="proposee"), await creer(alice, CAR)
    await fa.fusionner_fiches(alice, fusion(bus, car))
    with pytest.raises(RegleViolee, match="défaites la fusion"):
        await fa.supprimer_fiche_action(alice, bus, None, cb.SupprimerFiche())


async def test_bob_et_charlie_ne_defont_rien(monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte) -> None:
    bus, car = await creer(alice, BUS), await creer(alice, CAR)
    fusionnees = await fa.fusionner_fiches(alice, fusion(bus, car))
    scission = await fa.scinder_fiche(alice, "28-2024/1.1", None, cb.ScinderFiche(titres=("Suite",)))
    await fa.changer_instruction(alice, "28-2024/1.2", None, instruire("en_instruction"))
    permanences = str(await valeur("SELECT id FROM fiche_action WHERE titre = 'Permanences'"))
    avant = await contenu_de_la_base()
    for ctx, refus in ((bob, Interdit), (charlie, NonTrouve)):
        with pytest.raises(refus):
            await fa.defusionner_fiches(ctx, fusionnees)
        with pytest.raises(refus):
            await fa.annuler_scission(ctx, scission)
        with pytest.raises(refus):
            await fa.annuler_instruction(ctx, permanences)
        with pytest.raises(refus):
            await fa.annuler_rangement(ctx, "28-2024")
    assert await contenu_de_la_base() == avant
