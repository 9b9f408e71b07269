"""Seats: a seat that stays keeps its key, mandates do not overlap, the quorum stays within reach, everything undoes."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from backend.context import Contexte
from backend.queries.lecture import Ligne, lignes
from backend.services import cadences, instances, sieges
from backend.services.commands.instances import (
    AjouterSiege,
    CadenceSaisie,
    CreerInstance,
    FermerInstance,
    ModifierInstance,
    SiegeSaisi,
)
from backend.services.commands.reunions import CreerReunion
from backend.services.reunions import creer_reunion
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.errors import Conflit, NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import contenu_de_la_base, valeur
from tests.support.personnes import ALICE, contexte

COPIL = "28/copil"


async def ajouter(ctx: Contexte, **champs: Any) -> UUID:
    """A seat of the COPIL."""
    return await sieges.ajouter_siege(ctx, AjouterSiege.model_validate({"instance": COPIL, **champs}))


async def tenus() -> list[Ligne]:
    """Seats of the COPIL, in their order."""
    return await lignes(
        "SELECT g.* FROM siege g JOIN instance i ON i.id = g.instance WHERE i.code = {} AND g.supprime_le IS NULL "
        "ORDER BY g.rang",
        COPIL,
    )


async def composer(ctx: Contexte, *voulus: dict[str, Any]) -> int:
    """The whole composition as the API sends it."""
    version = await valeur("SELECT version FROM instance WHERE code = {}", COPIL)
    commande = ModifierInstance.model_validate({"sieges": voulus})
    return await instances.modifier_instance(ctx, COPIL, version, commande)


async def test_un_siege_qui_reste_garde_sa_cle_quoi_qu_on_change_autour(monde: Moteur, alice: Contexte) -> None:
    await composer(alice, {"structure": "cd-28"}, {"poste": "hub-lo/mission-28"}, {"libelle": "Associations"})
    cd, mission, associations = [s["id"] for s in await tenus()]
    await composer(
        contexte(ALICE, requete="deux"),
        {"libelle": "Élus"},
        {"libelle": "Associations", "college": "Associations", "id": str(associations)},
        {"structure": "cd-28", "suppleant": "hub-lo/mission-28"},
    )
    elus, *restes = await tenus()
    assert [(s["id"], s["college"]) for s in restes] == [(associations, "Associations"), (cd, None)]
    assert elus["id"] not in {cd, mission, associations}
    assert await valeur("SELECT supprime_le IS NOT NULL FROM siege WHERE id = {}", mission)
    version = await valeur("SELECT version FROM instance WHERE code = {}", COPIL)
    redit = [{"libelle": "Élus"}, {"libelle": "Associations", "college": "Associations"}]
    redit.append({"structure": "cd-28", "suppleant": "hub-lo/mission-28"})
    assert await composer(contexte(ALICE, requete="trois"), *redit) == version


async def test_deux_mandats_d_un_meme_siege_ne_se_chevauchent_pas(monde: Moteur, alice: Contexte) -> None:
    poste = {"structure": "hub-lo", "poste": "hub-lo/mission-28"}
    premier = await ajouter(alice, **poste, debut="2024-01-01", fin="2024-12-31")
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee, match=r"du 1er\sjanvier\s2024 au 31\sdécembre\s2024") as refus:
        await ajouter(alice, **poste, debut="2024-12-31")
    assert refus.value.champ == "debut"
    assert await contenu_de_la_base() == avant
    await ajouter(contexte(ALICE, requete="suite"), **poste, debut="2025-01-01")
    with pytest.raises(RegleViolee, match=r"depuis le 1er\sjanvier\s2025"):
        await sieges.modifier_siege(alice, premier, None, SiegeSaisi.model_validate({**poste, "debut": "2024-01-01"}))
    await ajouter(contexte(ALICE, requete="cd"), structure="cd-28")
    with pytest.raises(RegleViolee, match="un nom qui le distingue"):
        await ajouter(alice, structure="cd-28")
    await ajouter(contexte(ALICE, requete="cd2"), structure="cd-28", libelle="Second siège du département")


async def test_le_quorum_reste_a_portee(monde: Moteur, alice: Contexte) -> None:
    un, _ = await ajouter(alice, structure="cd-28"), await ajouter(contexte(ALICE, requete="b"), structure="hub-lo")
    version = await valeur("SELECT version FROM instance WHERE code = {}", COPIL)
    with pytest.raises(RegleViolee, match="Un quorum de 3 ne serait jamais atteint : 2 sièges"):
        await instances.modifier_instance(alice, COPIL, version, ModifierInstance.model_validate({"quorum": 3}))
    await instances.modifier_instance(alice, COPIL, version, ModifierInstance.model_validate({"quorum": 2}))
    for essai in (
        sieges.retirer_siege(alice, un),
        sieges.modifier_siege(alice, un, None, SiegeSaisi(structure="cd-28", voix=False)),
        sieges.modifier_siege(alice, un, None, SiegeSaisi(structure="cd-28", fin=date(2025, 6, 16))),
        composer(alice, {"structure": "cd-28"}),
    ):
        with pytest.raises(RegleViolee, match="il resterait 1 voix : changez d’abord le quorum"):
            await essai
    await sieges.modifier_siege(alice, un, None, SiegeSaisi(structure="cd-28", fin=date(2025, 6, 17)))


async def test_retirer_se_defait_et_ranger_ne_change_la_version_de_personne(monde: Moteur, alice: Contexte) -> None:
    cles = [
        await ajouter(contexte(ALICE, requete=f"siege-{i}"), structure=code)
        for i, code in enumerate(("cd-28", "hub-lo", "asso-a"))
    ]
    await sieges.deplacer_siege(alice, cles[2], 1)
    assert [(s["id"], s["version"]) for s in await tenus()] == [(cles[2], 1), (cles[0], 1), (cles[1], 1)]
    await sieges.deplacer_siege(contexte(ALICE, requete="fin"), cles[2], 99)
    assert [s["id"] for s in await tenus()] == cles
    await sieges.retirer_siege(contexte(ALICE, requete="retirer"), cles[1])
    with pytest.raises(NonTrouve):
        await sieges.modifier_siege(alice, cles[1], None, SiegeSaisi(structure="hub-lo"))
    await ajouter(contexte(ALICE, requete="pris"), structure="hub-lo")
    with pytest.raises(RegleViolee, match="Ce siège existe déjà ici sans date de fin"):
        await sieges.retablir_siege(alice, cles[1])
    await sieges.retirer_siege(contexte(ALICE, requete="rendre"), (await tenus())[-1]["id"])
    await sieges.retablir_siege(contexte(ALICE, requete="retablir"), cles[1])
    assert [s["id"] for s in await tenus()] == cles
    with pytest.raises(Conflit) as conflit:
        await sieges.modifier_siege(alice, cles[1], 1, SiegeSaisi(structure="hub-lo", college="Hub"))
    assert conflit.value.propose == {"college": "Hub"}


async def test_fermer_laisse_tout_a_lire_et_s_annule(monde: Moteur, alice: Contexte) -> None:
    reunion = CreerReunion.model_validate({"instance": "28/cotech", "etat": "convoquee", "date": "2025-07-01"})
    await creer_reunion(alice, reunion)
    with pytest.raises(RegleViolee, match=r"vient après le 17\sjuin\s2025") as refus:
        await instances.fermer_instance(alice, "28/cotech", None, FermerInstance())
    assert refus.value.champ == "fin"
    await instances.fermer_instance(alice, "28/cotech", None, FermerInstance(fin=date(2025, 7, 1)))
    await instances.rouvrir_instance(contexte(ALICE, requete="rouvrir"), "28/cotech")
    assert await valeur("SELECT fin FROM instance WHERE code = {}", "28/cotech") is None
    with pytest.raises(RegleViolee, match="n’est pas fermée"):
        await instances.rouvrir_instance(alice, "28/cotech")
    groupe = {"gouvernance": "28", "slug": "gt-a", "type": "groupe_de_travail", "nom": "A", "fin": "2025-12-31"}
    await instances.creer_instance(contexte(ALICE, requete="a"), CreerInstance.model_validate(groupe))
    await instances.fermer_instance(contexte(ALICE, requete="b"), "28/gt-a", None, FermerInstance())
    with pytest.raises(RegleViolee, match=r"fermée depuis le 17\sjuin\s2025"):
        await instances.fermer_instance(alice, "28/gt-a", None, FermerInstance())
    await instances.rouvrir_instance(contexte(ALICE, requete="c"), "28/gt-a")
    assert await valeur("SELECT fin FROM instance WHERE code = {}", "28/gt-a") == date(2025, 12, 31)


async def test_une_cadence_qui_commence_finit_la_precedente_et_une_erreur_se_retire(
    monde: Moteur, alice: Contexte
) -> None:
    ancienne = cle_fixe("cadence:28/cotech:Mensuelle:2025-01-01")
    nouvelle = CadenceSaisie(texte="Trimestrielle", min_par_an=4, debut=date(2025, 6, 1))
    await instances.ajouter_cadence(alice, "28/cotech", nouvelle)
    assert await valeur("SELECT fin FROM cadence WHERE id = {}", ancienne) == date(2025, 5, 31)
    with pytest.raises(Conflit):
        await cadences.modifier_cadence(alice, ancienne, 1, CadenceSaisie(texte="Annuelle", min_par_an=1))
    await cadences.retirer_cadence(contexte(ALICE, requete="retirer"), ancienne)
    with pytest.raises(NonTrouve):
        await cadences.retirer_cadence(alice, ancienne)
    await cadences.retablir_cadence(contexte(ALICE, requete="retablir"), ancienne)
    assert await valeur("SELECT COUNT(*) FROM cadence WHERE supprime_le IS NULL") == 2


async def test_une_instance_placee_pousse_ses_voisines(monde: Moteur, alice: Contexte) -> None:
    for slug in ("gt-a", "gt-b"):
        commande = {"gouvernance": "28", "slug": slug, "type": "groupe_de_travail", "nom": slug, "parent": COPIL}
        await instances.creer_instance(contexte(ALICE, requete=slug), CreerInstance.model_validate(commande))
    version = await valeur("SELECT version FROM instance WHERE code = {}", "28/gt-b")
    await instances.modifier_instance(alice, "28/gt-b", version, ModifierInstance.model_validate({"rang": 1}))
    voisines = await lignes(
        "SELECT code FROM instance WHERE parent = (SELECT id FROM instance WHERE code = {}) ORDER BY rang", COPIL
    )
    assert [v["code"] for v in voisines] == ["28/gt-b", "28/cotech", "28/gt-a"]
