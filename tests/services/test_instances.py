"""Bodies of the comitology: their tree, seats and cadences."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from backend.context import Contexte
from backend.queries.lecture import lignes
from backend.services import instances
from backend.services.commands.instances import CadenceSaisie, CreerInstance, ModifierInstance
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import contenu_de_la_base, valeur
from tests.support.personnes import ALICE, contexte


async def creer(ctx: Contexte, **champs: Any) -> Any:
    """A working group of 28."""
    base = {"gouvernance": "28", "slug": "gt-essai", "type": "groupe_de_travail", "nom": "Essai"}
    return await instances.creer_instance(ctx, CreerInstance.model_validate({**base, **champs}))


async def modifier(ctx: Contexte, reference: str, **champs: Any) -> int:
    """Change an instance as it stands."""
    version = await valeur("SELECT version FROM instance WHERE code = {}", reference)
    return await instances.modifier_instance(ctx, reference, version, ModifierInstance.model_validate(champs))


async def test_l_arbre_ne_tourne_pas_en_rond(monde: Moteur, alice: Contexte) -> None:
    await creer(alice, parent="28/cotech")
    avant = await contenu_de_la_base()
    for reference, parent in (
        ("28/copil", "28/copil"),
        ("28/copil", "28/cotech"),
        ("28/copil", "28/gt-essai"),
        ("28/cotech", "28/gt-essai"),
    ):
        with pytest.raises(RegleViolee) as refus:
            await modifier(alice, reference, parent=parent)
        assert refus.value.champ == "parent"
    assert await contenu_de_la_base() == avant
    await modifier(alice, "28/cotech", parent=None)
    await modifier(alice, "28/copil", parent="28/gt-essai")


async def test_deux_deplacements_croises_ne_font_pas_une_boucle(monde: Moteur) -> None:
    """Each is right alone; together they would make a loop: whoever comes second sees the first."""
    await modifier(contexte(ALICE, requete="liberer"), "28/cotech", parent=None)
    resultats = await asyncio.gather(
        modifier(contexte(ALICE, requete="un"), "28/copil", parent="28/cotech"),
        modifier(contexte(ALICE, requete="deux"), "28/cotech", parent="28/copil"),
        return_exceptions=True,
    )
    assert sorted(type(r).__name__ for r in resultats) == ["RegleViolee", "int"]


@pytest.mark.parametrize(
    ("saisie", "champ"),
    [
        ({"slug": "r7"}, "slug"),
        ({"slug": "2024-1"}, "slug"),
        ({"slug": "Santé"}, "slug"),
        ({"slug": "copil"}, "slug"),
        ({"parent": "41/copil"}, "parent"),
        ({"parent": "hub-lo/copil"}, "parent"),
        ({"debut": "2025-02-01", "fin": "2025-01-01"}, "fin"),
        ({"sieges": [{"college": "État"}]}, "sieges.0.structure"),
        ({"sieges": [{"structure": "cd-28"}, {"structure": "cd-28"}]}, "sieges.1.debut"),
        ({"sieges": [{"poste": "hub-lo/mission-28", "suppleant": "hub-lo/mission-28"}]}, "sieges.0.suppleant"),
        ({"sieges": [{"structure": "cd-28", "poste": "hub-lo/mission-28"}]}, "sieges.0.poste"),
        ({"sieges": [{"structure": "cd-28", "id": str(uuid4())}]}, "sieges.0.id"),
        ({"quorum": 1}, "quorum"),
        ({"quorum": 2, "sieges": [{"structure": "cd-28"}, {"structure": "hub-lo", "voix": False}]}, "quorum"),
        ({"sieges": [{"libelle": "x", "debut": "2025-02-01", "fin": "2025-01-01"}]}, "sieges.0.fin"),
        ({"cadences": [{"texte": "Jamais", "max_par_an": 0}]}, "cadences.0.max_par_an"),
        ({"roles": [{"structure": "nulle-part", "role": "membre"}]}, "roles.0"),
        ({"territoire": "personne"}, "territoire"),
    ],
)
async def test_un_refus_nomme_son_champ(monde: Moteur, systeme: Contexte, saisie: dict[str, Any], champ: str) -> None:
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee) as refus:
        await creer(systeme, **saisie)
    assert refus.value.champ == champ
    assert await contenu_de_la_base() == avant


async def test_une_cadence_nouvelle_laisse_l_ancienne_a_sa_periode(monde: Moteur, alice: Contexte) -> None:
    ancienne = {"texte": "Tous les deux mois et demi", "intervalle_demi_mois": 5, "fin": "2024-07-08"}
    await modifier(alice, "28/copil", cadences=[ancienne])
    nouvelle = CadenceSaisie.model_validate(
        {"texte": "Une fois par an", "min_par_an": 1, "debut": "2024-07-09", "decision": "28/copil/2025-1"}
    )
    assert await instances.ajouter_cadence(alice, "28/copil", nouvelle) == 3
    cadences = await lignes(
        "SELECT texte, debut, fin, decision FROM cadence WHERE texte <> {} ORDER BY debut NULLS FIRST", "Mensuelle"
    )
    assert [(c["texte"], c["debut"], c["fin"], c["decision"] is None) for c in cadences] == [
        ("Tous les deux mois et demi", None, date(2024, 7, 8), True),
        ("Une fois par an", date(2024, 7, 9), None, False),
    ]
    with pytest.raises(RegleViolee) as refus:
        await instances.ajouter_cadence(alice, "28/copil", CadenceSaisie(texte="x", min_par_an=4, max_par_an=2))
    assert refus.value.champ == "cadence.max_par_an"


async def test_une_instance_garde_un_rang(monde: Moteur, alice: Contexte) -> None:
    with pytest.raises(RegleViolee, match="garde toujours un rang"):
        await modifier(alice, "28/copil", rang=None)
