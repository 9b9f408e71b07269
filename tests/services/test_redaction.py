"""Who may write which part of a fiche, what a settled conflict leaves in the journal, and who proposes."""

from __future__ import annotations

from typing import Any

import pytest

from backend.context import Contexte
from backend.queries.lecture import lignes
from backend.services import fiches_action
from backend.services.commands.fiches_action import ChangerInstruction, CreerFicheAction, ModifierFicheAction
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.droits import CHAMPS_DE_SUIVI, Acteur
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import contenu_de_la_base, lignes_du_journal, valeur
from tests.support.personnes import ALICE, GOUVERNANCE_28, contexte

ASSOCIATION = cle_fixe("structure:asso-a")
FANNY = Acteur("fanny-28", "Fanny", profils={GOUVERNANCE_28: Profil.CONTRIBUTEUR}, structure=ASSOCIATION)
DIANE = Acteur("diane-hub", "Diane", profils={GOUVERNANCE_28: Profil.ANIMATEUR}, structure=cle_fixe("structure:hub-lo"))
SUIVI: dict[str, Any] = {
    "meteo": "compromis",
    "progression_declaree": 40,
    "difficultes": "Peu de monde.",
    "prochaine_etape": "Relancer.",
    "nouvelles_le": "2025-06-17",
    "jalons": [{"titre": "Départ"}],
    "indicateurs": [{"libelle": "Voyageurs"}],
    "fin": "2026",
}


async def modifier(ctx: Contexte, reference: str, **champs: Any) -> int:
    return await fiches_action.modifier_fiche_action(ctx, reference, None, ModifierFicheAction.model_validate(champs))


async def piloter(structure: str, role: str = "pilote", reference: str = "28-2024/1.1") -> None:
    await modifier(contexte(ALICE), reference, acteurs=[{"role": role, "structure": structure}])


def creer(ctx: Contexte, **champs: Any) -> Any:
    base = {"feuille_de_route": "28-2024", "titre": "Essai"}
    return fiches_action.creer_fiche_action(ctx, CreerFicheAction.model_validate({**base, **champs}))


def test_les_champs_de_suivi_sont_tous_essayes() -> None:
    assert set(SUIVI) == CHAMPS_DE_SUIVI <= set(ModifierFicheAction.model_fields)


@pytest.mark.parametrize("champ", sorted(SUIVI))
async def test_qui_pilote_donne_des_nouvelles_et_rien_d_autre(monde: Moteur, champ: str) -> None:
    await piloter("asso-a")
    fanny = contexte(FANNY)
    await modifier(fanny, "28-2024/1.1", **{champ: SUIVI[champ]})
    with pytest.raises(Interdit, match="écrire la feuille de route"):
        await modifier(fanny, "28-2024/1.1", **{champ: SUIVI[champ], "titre": "Pris"})
    with pytest.raises(Interdit):
        await modifier(fanny, "28-2024/1.2", **{champ: SUIVI[champ]})


@pytest.mark.parametrize("champ", sorted(set(ModifierFicheAction.model_fields) - CHAMPS_DE_SUIVI))
async def test_tout_autre_champ_demande_d_ecrire(monde: Moteur, champ: str) -> None:
    await piloter("asso-a")
    avant = await contenu_de_la_base()
    with pytest.raises(Interdit):
        await fiches_action.modifier_fiche_action(
            contexte(FANNY), "28-2024/1.1", None, ModifierFicheAction.model_construct({champ}, **{champ: None})
        )
    assert await contenu_de_la_base() == avant


async def test_bob_et_charlie_ne_donnent_pas_de_nouvelles(monde: Moteur, bob: Contexte, charlie: Contexte) -> None:
    with pytest.raises(Interdit):
        await modifier(bob, "28-2024/1.1", meteo="compromis")
    with pytest.raises(NonTrouve):
        await modifier(charlie, "28-2024/1.1", meteo="compromis")


@pytest.mark.parametrize("acteur", [FANNY, DIANE], ids=lambda a: a.identifiant)
@pytest.mark.parametrize("instruction", ["brouillon", "proposee"])
async def test_qui_propose_devient_proposeur_d_office(monde: Moteur, acteur: Acteur, instruction: str) -> None:
    cle = await creer(contexte(acteur), instruction=instruction)
    roles = await lignes("SELECT role, structure FROM acteur WHERE fiche_action = {}", cle)
    assert [(r["role"], r["structure"]) for r in roles] == [("proposeur", acteur.structure)]
    await modifier(contexte(acteur), str(cle), titre="Réécrit", jalons=SUIVI["jalons"])
    await modifier(contexte(acteur), str(cle), jalons=[{"titre": "Un autre départ"}])
    assert await valeur("SELECT titre FROM fiche_action WHERE id = {}", cle) == "Réécrit"


async def test_se_dire_proposeur_ne_fait_pas_deux_lignes(monde: Moteur) -> None:
    acteurs = [{"role": "proposeur", "structure": str(ASSOCIATION)}, {"role": "pilote", "structure": "asso-a"}]
    cle = await creer(contexte(FANNY), acteurs=acteurs)
    assert await valeur("SELECT COUNT(*) FROM acteur WHERE fiche_action = {}", cle) == 2


async def test_alice_cree_sans_se_dire_proposeuse(monde: Moteur, alice: Contexte) -> None:
    cle = await creer(alice)
    assert await valeur("SELECT COUNT(*) FROM acteur WHERE fiche_action = {}", cle) == 0


@pytest.mark.parametrize("instruction", ["en_instruction", "retenue", "ecartee", "fusionnee"])
async def test_plus_loin_qu_une_proposition_demande_d_ecrire(monde: Moteur, instruction: str) -> None:
    with pytest.raises(Interdit):
        await creer(contexte(FANNY), instruction=instruction, axe="28-2024/1")


async def test_on_ne_propose_pas_sans_structure_ni_sans_suivre(monde: Moteur, bob: Contexte, charlie: Contexte) -> None:
    with pytest.raises(Interdit, match="rattaché à une structure"):
        await creer(contexte(Acteur("gil", "Gil", profils=FANNY.profils)))
    with pytest.raises(Interdit):
        await creer(bob)
    with pytest.raises(NonTrouve):
        await creer(charlie)


async def test_la_proposition_ne_se_reecrit_plus_une_fois_instruite(monde: Moteur, alice: Contexte) -> None:
    cle = str(await creer(contexte(FANNY), instruction="proposee"))
    with pytest.raises(RegleViolee) as refus:
        await modifier(contexte(FANNY), cle, acteurs=[{"role": "partenaire", "structure": "asso-a"}])
    assert refus.value.champ == "acteurs"
    await modifier(contexte(FANNY), cle, acteurs=[{"role": "aide_redaction", "structure": "asso-a"}])
    await fiches_action.changer_instruction(
        alice, cle, None, ChangerInstruction.model_validate({"instruction": "en_instruction"})
    )
    with pytest.raises(Interdit):
        await modifier(contexte(FANNY), cle, titre="Trop tard")


async def test_le_texte_ecarte_d_un_conflit_va_au_journal_avec_le_changement(monde: Moteur, alice: Contexte) -> None:
    commande = ModifierFicheAction.model_validate({"difficultes": "Gardé."})
    await fiches_action.modifier_fiche_action(
        alice, "28-2024/1.1", 1, commande, pourquoi="Vu.", ecartes={"difficultes": ("Écarté.", "Gardé.")}
    )
    entrees = [(e["action"], e["champ"], e["avant"], e["apres"], e["pourquoi"]) for e in await lignes_du_journal()]
    assert entrees == [
        ("conflit", "difficultes", '"Écarté."', '"Gardé."', "Vu."),
        ("modifier", "difficultes", None, '"Gardé."', "Vu."),
    ]


async def test_garder_le_texte_de_l_autre_ne_change_que_le_journal(monde: Moteur, alice: Contexte) -> None:
    vide = ModifierFicheAction.model_validate({})
    ecartes = {"titre": ("Le mien", "Bus numérique")}
    assert await fiches_action.modifier_fiche_action(alice, "28-2024/1.1", 1, vide, ecartes=ecartes) == 1
    assert [(e["action"], e["champ"]) for e in await lignes_du_journal()] == [("conflit", "titre")]
    await piloter("asso-a")
    with pytest.raises(Interdit):
        await fiches_action.modifier_fiche_action(contexte(FANNY), "28-2024/1.1", None, vide, ecartes=ecartes)
