"""Numbers are given once: eight people at a time get eight of them, and a signed text keeps its own."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from backend.context import Contexte
from backend.queries.lecture import ligne, lignes
from backend.services import feuilles_de_route, fiches_action, instances, reunions, signatures, structures
from backend.services.commands import (
    decisions as cd,
    feuilles_de_route as cf,
    fiches_action as ca,
    instances as ci,
    reunions as cr,
    structures as cs,
)
from fne_roadmaps.domain.droits import SYSTEME
from fne_roadmaps.domain.enums import EtatFeuille
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import valeur
from tests.support.personnes import ALICE, contexte

Creation = Callable[[Contexte, int], Awaitable[Any]]


def fiche(ctx: Contexte, i: int) -> Awaitable[Any]:
    """A retained fiche of axe 1."""
    return fiches_action.creer_fiche_action(
        ctx,
        ca.CreerFicheAction.model_validate(
            {"feuille_de_route": "28-2024", "axe": "28-2024/1", "titre": f"F{i}", "instruction": "retenue"}
        ),
    )


def proposition(ctx: Contexte, i: int) -> Awaitable[Any]:
    """A proposal."""
    return fiches_action.creer_fiche_action(ctx, ca.CreerFicheAction(feuille_de_route="28-2024", titre=f"P{i}"))


def axe(ctx: Contexte, i: int) -> Awaitable[Any]:
    """A level-1 heading."""
    return feuilles_de_route.creer_axe(ctx, cf.CreerAxe(feuille_de_route="28-2024", titre=f"A{i}"))


def seance(ctx: Contexte, _: int) -> Awaitable[Any]:
    """A sitting of the COPIL."""
    return reunions.creer_reunion(ctx, cr.CreerReunion(instance="28/copil"))


def rendez_vous(ctx: Contexte, i: int) -> Awaitable[Any]:
    """A meeting without instance."""
    return reunions.creer_reunion(
        ctx, cr.CreerReunion.model_validate({"gouvernance": "28", "genre": "rendez_vous", "titre": f"RDV {i}"})
    )


def decision(ctx: Contexte, i: int) -> Awaitable[Any]:
    """A decision of the COPIL."""
    return reunions.creer_decision(ctx, cd.CreerDecision(instance="28/copil", annee=2025, texte=f"D{i}"))


def feuille(ctx: Contexte, i: int) -> Awaitable[Any]:
    """A roadmap of 2026."""
    return feuilles_de_route.creer_feuille_de_route(
        ctx,
        cf.CreerFeuilleDeRoute.model_validate(
            {"gouvernance": "28", "titre": f"R{i}", "perimetre": "departemental", "annee": 2026}
        ),
    )


def instance(ctx: Contexte, i: int) -> Awaitable[Any]:
    """A working group under nothing."""
    return instances.creer_instance(
        ctx,
        ci.CreerInstance.model_validate(
            {"gouvernance": "28", "slug": f"gt-{i}", "type": "groupe_de_travail", "nom": f"G{i}"}
        ),
    )


@pytest.mark.parametrize(
    ("creer", "numeros", "attendus"),
    [
        (fiche, "SELECT rang AS n FROM fiche_action WHERE titre LIKE 'F_'", range(3, 11)),
        (proposition, "SELECT numero_proposition AS n FROM fiche_action WHERE titre LIKE 'P_'", range(2, 10)),
        (axe, "SELECT rang AS n FROM axe WHERE titre LIKE 'A_'", range(3, 11)),
        (
            seance,
            "SELECT numero AS n FROM reunion WHERE code LIKE '28/copil/%' AND code <> '28/copil/r1'",
            range(2, 10),
        ),
        (rendez_vous, "SELECT numero AS n FROM reunion WHERE titre LIKE 'RDV _'", range(1, 9)),
        (decision, "SELECT numero AS n FROM decision WHERE texte LIKE 'D_'", range(2, 10)),
        (instance, "SELECT rang AS n FROM instance WHERE code LIKE '28/gt-%'", range(2, 10)),
        (
            feuille,
            "SELECT code AS n FROM feuille_de_route WHERE annee = 2026",
            ["28-2026", *(f"28-2026-{c}" for c in "bcdefgh")],
        ),
    ],
    ids=["fiche", "proposition", "axe", "seance", "rendez-vous", "decision", "instance", "feuille"],
)
async def test_huit_creations_a_la_fois_ont_huit_numeros_qui_se_suivent(
    monde: Moteur, creer: Creation, numeros: str, attendus: Any
) -> None:
    await asyncio.gather(*(creer(contexte(ALICE, requete=f"c{i}"), i) for i in range(8)))
    assert sorted(r["n"] for r in await lignes(numeros)) == sorted(attendus)


async def _course(*actes: Awaitable[Any]) -> Counter[str]:
    resultats = await asyncio.gather(*actes, return_exceptions=True)
    return Counter(type(r).__name__ if isinstance(r, Exception) else "fait" for r in resultats)


async def test_un_meme_code_demande_huit_fois_est_donne_une_fois(monde: Moteur, alice: Contexte) -> None:
    assert await _course(*(instance(alice, 1) for _ in range(8))) == {"fait": 1, "RegleViolee": 7}


async def test_un_meme_lien_demande_dans_les_deux_sens_est_fait_une_fois(monde: Moteur, alice: Contexte) -> None:
    paires = [("28-2024/1.1", "28-2024/1.2"), ("28-2024/1.2", "28-2024/1.1")] * 4
    commandes = [ca.LierFiches.model_validate({"source": s, "cible": c, "type": "fusion"}) for s, c in paires]
    faits = await _course(*(fiches_action.lier_fiches(alice, commande) for commande in commandes))
    assert faits == {"fait": 1, "RegleViolee": 7}
    assert await valeur("SELECT COUNT(*) AS n FROM lien_fiches") == 1


async def test_un_meme_territoire_demande_par_deux_gouvernances_est_couvert_une_fois(monde: Moteur) -> None:
    ctx = contexte(SYSTEME)
    commandes = [
        cf.CreerFeuilleDeRoute.model_validate(
            {
                "gouvernance": gouvernance,
                "titre": "Infra",
                "perimetre": "infra_departemental",
                "annee": 2026,
                "territoires": territoires,
            }
        )
        for gouvernance, territoires in (("28", ["28-dreux", "28"]), ("41", ["28", "28-dreux"])) * 3
    ]
    faits = await _course(*(feuilles_de_route.creer_feuille_de_route(ctx, commande) for commande in commandes))
    assert faits == {"fait": 1, "RegleViolee": 5}


async def test_huit_signatures_a_la_fois_font_une_version(monde: Moteur, alice: Contexte) -> None:
    commande = cf.ChangerEtat(etat=EtatFeuille.SIGNEE)
    faits = await _course(*(signatures.signer(alice, "28-2025", None, commande) for _ in range(8)))
    assert faits["fait"] == 1
    assert faits["fait"] + faits["RegleViolee"] + faits["Conflit"] == 8
    assert await valeur("SELECT COUNT(*) AS n FROM version_publiee") == 1
    assert await valeur("SELECT COUNT(*) AS n FROM etape WHERE etat = 'signee'") == 1


async def test_deux_personnes_ne_prennent_pas_le_meme_poste_le_meme_jour(monde: Moteur, systeme: Contexte) -> None:
    personnes = [await structures.creer_personne(systeme, cs.CreerPersonne(nom=nom)) for nom in ("Une", "Autre")]
    commandes = [cs.OccuperPoste(poste="hub-lo/mission-28", personne=str(p), debut=systeme.au) for p in personnes]
    faits = await _course(*(structures.occuper_poste(systeme, commande) for commande in commandes))
    assert faits == {"fait": 1, "RegleViolee": 1}


async def _retenir(ctx: Contexte, reference: str) -> int:
    version = await valeur("SELECT version FROM fiche_action WHERE titre = {}", reference)
    cle = str(await valeur("SELECT id FROM fiche_action WHERE titre = {}", reference))
    for instruction in ("proposee", "en_instruction", "retenue"):
        version = await fiches_action.changer_instruction(
            ctx, cle, version, ca.ChangerInstruction.model_validate({"instruction": instruction})
        )
    return int(await valeur("SELECT rang FROM fiche_action WHERE titre = {}", reference))


async def test_une_proposition_retenue_prend_le_numero_suivant_de_son_axe(monde: Moteur, alice: Contexte) -> None:
    assert await _retenir(alice, "Ateliers") == 1
    assert await fiches_action.modifier_fiche_action(
        alice, "28-2024/2.1", 4, ca.ModifierFicheAction.model_validate({"axe": "28-2024/1"})
    )
    ateliers = await ligne("SELECT rang, numero_proposition FROM fiche_action WHERE titre = 'Ateliers'")
    assert ateliers == {"rang": 3, "numero_proposition": 1}


async def test_une_fiche_rendue_a_l_instruction_libere_son_numero_avant_signature(
    monde: Moteur, alice: Contexte
) -> None:
    await fiches_action.changer_instruction(
        alice, "28-2024/1.2", 1, ca.ChangerInstruction.model_validate({"instruction": "en_instruction"})
    )
    rendue = await ligne("SELECT rang, numero_proposition FROM fiche_action WHERE titre = 'Permanences'")
    assert rendue == {"rang": None, "numero_proposition": 2}
    await fiche(alice, 1)
    assert await valeur("SELECT rang FROM fiche_action WHERE titre = 'F1'") == 2


async def test_un_numero_signe_n_est_jamais_reattribue(monde: Moteur, alice: Contexte) -> None:
    await signatures.signer(alice, "28-2025", None, cf.ChangerEtat(etat=EtatFeuille.SIGNEE))
    with pytest.raises(RegleViolee, match="texte signé"):
        await fiches_action.changer_instruction(
            alice, "28-2025/1.1", None, ca.ChangerInstruction.model_validate({"instruction": "en_instruction"})
        )
    await feuilles_de_route.creer_axe(alice, cf.CreerAxe(feuille_de_route="28-2025", titre="Ailleurs"))
    for champ, ailleurs in (("axe", {"axe": "28-2025/2"}), ("rang", {"rang": 4})):
        with pytest.raises(RegleViolee, match="texte publié") as refus:
            await fiches_action.modifier_fiche_action(
                alice, "28-2025/1.1", 1, ca.ModifierFicheAction.model_validate(ailleurs)
            )
        assert refus.value.champ == champ
    # Even gone, a signed fiche keeps its number.
    await lignes("UPDATE fiche_action SET supprime_le = cree_le WHERE titre = 'Relais' RETURNING id")
    nouvelle = {"feuille_de_route": "28-2025", "axe": "28-2025/1", "titre": "Nouvelle", "instruction": "retenue"}
    with pytest.raises(RegleViolee, match="jamais réattribué") as refus:
        await fiches_action.creer_fiche_action(alice, ca.CreerFicheAction.model_validate({**nouvelle, "rang": 1}))
    assert refus.value.champ == "rang"
    await fiches_action.creer_fiche_action(alice, ca.CreerFicheAction.model_validate(nouvelle))
    assert await valeur("SELECT rang FROM fiche_action WHERE titre = 'Nouvelle'") == 2
    assert await valeur("SELECT rang FROM fiche_action WHERE titre = 'Relais'") == 1


async def test_une_reunion_supprimee_garde_son_numero(monde: Moteur, alice: Contexte) -> None:
    await reunions.supprimer_reunion(alice, "28/copil/r1", None, "Saisie en double.")
    await seance(alice, 1)
    assert [
        r["code"]
        for r in await lignes("SELECT code FROM reunion WHERE instance IS NOT NULL AND code LIKE '28/%' ORDER BY code")
    ] == [
        "28/copil/r1",
        "28/copil/r2",
    ]


async def test_un_numero_deja_pris_est_refuse_en_le_nommant(monde: Moteur, alice: Contexte) -> None:
    commande = {"feuille_de_route": "28-2024", "axe": "28-2024/1", "titre": "Double", "instruction": "retenue"}
    with pytest.raises(RegleViolee, match="déjà le numéro 2"):
        await fiches_action.creer_fiche_action(alice, ca.CreerFicheAction.model_validate({**commande, "rang": 2}))
    with pytest.raises(RegleViolee, match="Le rang 1 est déjà pris"):
        await feuilles_de_route.creer_axe(alice, cf.CreerAxe(feuille_de_route="28-2024", rang=1))
    with pytest.raises(RegleViolee, match="2025-1 existe déjà"):
        await reunions.creer_decision(
            alice, cd.CreerDecision(instance="28/copil", annee=2025, numero=1, texte="Double")
        )


async def test_un_rang_rendu_vide_ne_renumerote_pas(monde: Moteur, alice: Contexte) -> None:
    commande = ca.ModifierFicheAction.model_validate({"rang": None, "axe": "28-2024/1", "titre": "Bus"})
    await fiches_action.modifier_fiche_action(alice, "28-2024/1.1", 1, commande)
    assert await valeur("SELECT rang FROM fiche_action WHERE titre = 'Bus'") == 1
