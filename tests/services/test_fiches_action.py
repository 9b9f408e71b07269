"""Rules of fiches as the services apply them, with what the database then holds."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from backend.context import Contexte
from backend.queries.lecture import ligne, lignes
from backend.services import feuilles_de_route, fiches_action
from backend.services.commands.feuilles_de_route import CreerAxe, ModifierAxe
from backend.services.commands.fiches_action import (
    ChangerAvancement,
    ChangerInstruction,
    CreerFicheAction,
    LierFiches,
    ModifierFicheAction,
)
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import contenu_de_la_base, lignes_du_journal, valeur
from tests.support.personnes import ALICE, contexte

BASE = {"feuille_de_route": "28-2024", "titre": "Essai"}
RETENUE = {**BASE, "axe": "28-2024/1", "instruction": "retenue"}


async def creer(ctx: Contexte, **champs: Any) -> Any:
    """A fiche of 28-2024."""
    return await fiches_action.creer_fiche_action(ctx, CreerFicheAction.model_validate({**BASE, **champs}))


@pytest.mark.parametrize(
    ("saisie", "champ"),
    [
        ({"axe": "41-2024/1"}, "axe"),
        ({"axe": "28-2025/1"}, "axe"),
        ({"axe": "28-2024/9"}, "axe"),
        ({"instruction": "retenue"}, "axe"),
        ({"rang": 4}, "rang"),
        ({"avancement": "en_cours"}, "avancement"),
        ({"debut": "2025-09", "fin": "2025-03"}, "fin"),
        ({"axes_servis": ["28-2024/2", "28-2025/1"]}, "axes_servis.1"),
        ({"acteurs": [{"role": "pilote", "structure": "cd-28", "poste": "nulle-part"}]}, "acteurs.0.poste"),
        (
            {"financements": [{"financeur": "État", "annee": 2025}, {"financeur": "État", "annee": 2025}]},
            "financements.1",
        ),
        ({"territoires": ["personne"]}, "territoires.0"),
    ],
)
async def test_un_refus_nomme_son_champ(monde: Moteur, alice: Contexte, saisie: dict[str, Any], champ: str) -> None:
    with pytest.raises(RegleViolee) as refus:
        await creer(alice, **saisie)
    assert refus.value.champ == champ


@pytest.mark.parametrize(
    ("saisie", "lieu", "cause"),
    [
        ({"besoin": -1}, ("besoin",), "greater_than_equal"),
        ({"besoin": 10**26}, ("besoin",), "less_than_equal"),
        ({"besoin": 12.5}, ("besoin",), "int_type"),
        ({"besoin": "12"}, ("besoin",), "int_type"),
        ({"titre": "Nul\x00"}, ("titre",), "regle"),
        ({"titre": "x" * 301}, ("titre",), "regle"),
        ({"titre": "   "}, ("titre",), "regle"),
        ({"instruction": "peut-etre"}, ("instruction",), "enum"),
        ({"debut": "2025-02-30"}, ("debut",), "regle"),
        ({"progression_declaree": 101}, ("progression_declaree",), "less_than_equal"),
        ({"liens": [{"libelle": "x", "url": "javascript:alert(1)"}]}, ("liens", 0, "url"), "regle"),
        ({"couleur": "rouge"}, ("couleur",), "extra_forbidden"),
        (
            {"financements": [{"financeur": "État", "annee": 2025, "promis": 10**26}]},
            ("financements", 0, "promis"),
            "less_than_equal",
        ),
    ],
)
def test_une_saisie_impossible_est_arretee_a_la_porte(
    saisie: dict[str, Any], lieu: tuple[str | int, ...], cause: str
) -> None:
    with pytest.raises(ValidationError) as refus:
        CreerFicheAction.model_validate({**BASE, **saisie})
    assert [(e["loc"], e["type"]) for e in refus.value.errors()] == [(lieu, cause)]


async def test_le_plus_grand_montant_revient_tel_quel(monde: Moteur, alice: Contexte) -> None:
    plafond = 10**13
    cle = await creer(
        alice, besoin=plafond, financements=[{"financeur": "État", "annee": 2025, "promis": plafond, "obtenu": 0}]
    )
    assert await valeur("SELECT besoin FROM fiche_action WHERE id = {}", cle) == plafond
    financement = await ligne("SELECT demande, promis, obtenu, depense FROM financement WHERE fiche_action = {}", cle)
    assert financement == {"demande": None, "promis": plafond, "obtenu": 0, "depense": None}


async def test_une_fiche_ne_va_pas_dans_un_axe_de_second_niveau(monde: Moteur, alice: Contexte) -> None:
    dessous = await feuilles_de_route.creer_axe(
        alice, CreerAxe(feuille_de_route="28-2024", titre="Dessous", parent="28-2024/1")
    )
    with pytest.raises(RegleViolee, match="premier niveau") as refus:
        await creer(alice, axe=str(dessous))
    assert refus.value.champ == "axe"
    with pytest.raises(RegleViolee, match="porte des fiches"):
        await feuilles_de_route.modifier_axe(
            alice, "28-2024/2", 1, ModifierAxe.model_validate({"parent": "28-2024/1", "rang": 7})
        )


async def test_une_fiche_change_d_axe_dans_sa_feuille_seulement(monde: Moteur, alice: Contexte) -> None:
    with pytest.raises(RegleViolee) as refus:
        await fiches_action.modifier_fiche_action(
            alice, "28-2024/1.1", 1, ModifierFicheAction.model_validate({"axe": "28-2025/1"})
        )
    assert refus.value.champ == "axe"
    await fiches_action.modifier_fiche_action(
        alice, "28-2024/1.1", 1, ModifierFicheAction.model_validate({"axe": "28-2024/2"})
    )
    placee = await ligne(
        "SELECT a.rang AS axe, f.rang FROM fiche_action f JOIN axe a ON a.id = f.axe WHERE f.titre = 'Bus numérique'"
    )
    assert placee == {"axe": 2, "rang": 1}


async def test_l_instruction_suit_son_chemin(monde: Moteur, alice: Contexte) -> None:
    with pytest.raises(RegleViolee, match="possible"):
        await fiches_action.changer_instruction(
            alice, "28-2024/p1", 1, ChangerInstruction.model_validate({"instruction": "retenue"})
        )
    cle = str(await creer(alice))
    for instruction in ("proposee", "en_instruction"):
        await fiches_action.changer_instruction(
            alice, cle, None, ChangerInstruction.model_validate({"instruction": instruction})
        )
    with pytest.raises(RegleViolee, match="Placez d’abord la fiche dans un axe"):
        await fiches_action.changer_instruction(
            alice, cle, None, ChangerInstruction.model_validate({"instruction": "retenue"})
        )


async def test_rouvrir_une_fiche_demande_pourquoi_et_le_journal_le_garde(monde: Moteur, alice: Contexte) -> None:
    async def avancer(ctx: Contexte, avancement: str, pourquoi: str | None = None) -> int:
        commande = ChangerAvancement.model_validate({"avancement": avancement, "pourquoi": pourquoi})
        return await fiches_action.changer_avancement(ctx, "28-2024/1.1", None, commande)

    await avancer(alice, "realisee")
    with pytest.raises(RegleViolee) as refus:
        await avancer(alice, "en_cours")
    assert refus.value.champ == "pourquoi"
    await avancer(contexte(ALICE, requete="rouvrir"), "en_cours", "Le bus repart.")
    (entree,) = await lignes_du_journal("rouvrir")
    assert (entree["champ"], entree["avant"], entree["apres"]) == ("avancement", '"realisee"', '"en_cours"')
    assert entree["pourquoi"] == "Le bus repart."
    with pytest.raises(RegleViolee, match="Seule une fiche retenue"):
        await fiches_action.changer_avancement(
            alice, "28-2024/p1", 1, ChangerAvancement.model_validate({"avancement": "en_cours"})
        )


async def test_le_texte_cherche_suit_ce_qui_est_ecrit(monde: Moteur, alice: Contexte) -> None:
    await fiches_action.modifier_fiche_action(
        alice, "28-2024/1.1", 1, ModifierFicheAction.model_validate({"contexte": "Œuvrer près de l’ÎLE"})
    )
    assert await valeur("SELECT recherche FROM fiche_action WHERE rang = 1 AND contexte IS NOT NULL") == (
        "bus numerique oeuvrer pres de l'ile"
    )
    assert [e["champ"] for e in await lignes_du_journal()] == ["contexte"]


@pytest.mark.parametrize(
    ("lien", "cause"),
    [
        (("28-2024/1.1", "28-2024/1.1", "fusion"), "à elle-même"),
        (("28-2024/1.1", "28-2025/1.1", "fusion"), "même feuille de route"),
    ],
)
async def test_un_lien_impossible_est_refuse(
    monde: Moteur, alice: Contexte, lien: tuple[str, str, str], cause: str
) -> None:
    avant = await contenu_de_la_base()
    source, cible, type_ = lien
    with pytest.raises(RegleViolee, match=cause) as refus:
        await fiches_action.lier_fiches(
            alice, LierFiches.model_validate({"source": source, "cible": cible, "type": type_})
        )
    assert refus.value.champ == "cible"
    assert await contenu_de_la_base() == avant


async def test_un_essaimage_va_d_une_feuille_a_l_autre(monde: Moteur, systeme: Contexte) -> None:
    commande = LierFiches.model_validate(
        {"source": "28-2024/1.1", "cible": "41-2024/1.1", "type": "essaimage", "date": "2025", "note": "Repris."}
    )
    await fiches_action.lier_fiches(systeme, commande)
    (lien,) = await lignes("SELECT type, date_edtf, note FROM lien_fiches")
    assert lien == {"type": "essaimage", "date_edtf": "2025", "note": "Repris."}
