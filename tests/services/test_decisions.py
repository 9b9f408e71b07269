"""Decisions and what they carry: applied once, with their adoption, all of it or nothing."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from backend.context import Contexte
from backend.queries.lecture import ligne, lignes
from backend.services import reunions
from backend.services.commands import decisions as cd, fiches_action as ca
from backend.services.fiches_action import changer_instruction
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import Instruction, Profil
from fne_roadmaps.domain.errors import Conflit, Interdit, NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import contenu_de_la_base, valeur
from tests.support.personnes import GOUVERNANCE_28, contexte

ATELIERS, BUS = "28-2024/p1", "28-2024/1.1"
DU_COPIL = "SELECT c.id FROM cadence c JOIN instance i ON i.id = c.instance WHERE i.code = '28/copil'"
CADENCE = {"texte": "deux fois par an", "min_par_an": 2, "max_par_an": 2}


async def proposer(ctx: Contexte, *effets: dict[str, Any], **champs: Any) -> str:
    """The code of a decision to take, that carries changes."""
    commande = {"instance": "28/copil", "annee": 2025, "texte": "À prendre.", "adoption": "proposee", "effets": effets}
    cle = await reunions.creer_decision(ctx, cd.CreerDecision.model_validate({**commande, **champs}))
    return str(await valeur("SELECT code FROM decision WHERE id = {}", cle))


async def adopter(ctx: Contexte, code: str, **champs: Any) -> int:
    """Take it."""
    return await reunions.changer_adoption(ctx, code, None, cd.ChangerAdoption(adoption="adoptee", **champs))


async def fiche(code: str) -> Any:
    """A stored fiche of 28-2024, by its title."""
    return await ligne("SELECT * FROM fiche_action WHERE titre = {}", code)


async def test_adopter_retient_les_fiches_change_leur_avancement_et_la_cadence(monde: Moteur, alice: Contexte) -> None:
    await changer_instruction(alice, ATELIERS, None, ca.ChangerInstruction(instruction=Instruction.PROPOSEE))
    code = await proposer(
        alice,
        {"genre": "retenir", "fiche": ATELIERS, "axe": "28-2024/1"},
        {"genre": "avancement", "fiche": BUS, "avancement": "en_cours"},
        {"genre": "cadence", "cadence": CADENCE},
    )
    assert (await fiche("Ateliers"))["instruction"] == "proposee"
    await adopter(alice, code)
    ateliers = await fiche("Ateliers")
    assert (ateliers["instruction"], ateliers["rang"]) == ("retenue", 3)
    assert (await fiche("Bus numérique"))["avancement"] == "en_cours"
    cadence = await ligne("SELECT c.* FROM cadence c JOIN instance i ON i.id = c.instance WHERE i.code = '28/copil'")
    decision = await ligne("SELECT * FROM decision WHERE code = {}", code)
    assert cadence
    assert decision
    assert (cadence["texte"], cadence["decision"]) == ("deux fois par an", decision["id"])
    assert decision["adoption"] == "adoptee"
    causes = {e["pourquoi"] for e in await lignes("SELECT * FROM entree_journal WHERE concept = 'fiche_action'")}
    assert f"Décision {code}." in causes
    appliques = await lignes("SELECT applique_le FROM effet_de_decision WHERE decision = {}", decision["id"])
    assert len(appliques) == 3
    assert all(e["applique_le"] for e in appliques)


async def test_un_effet_impossible_annule_toute_l_adoption(monde: Moteur, alice: Contexte) -> None:
    code = await proposer(
        alice,
        {"genre": "avancement", "fiche": BUS, "avancement": "en_cours"},
        {"genre": "retenir", "fiche": ATELIERS},
    )
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee) as refus:
        await adopter(alice, code)
    assert refus.value.champ == "effets.1"
    assert "28-2024/p1" in refus.value.message
    assert "Rien n’a été enregistré" in refus.value.message
    assert await contenu_de_la_base() == avant


async def test_qui_tient_l_instance_sans_arbitrer_ne_retient_pas(monde: Moteur, alice: Contexte) -> None:
    code = await proposer(alice, {"genre": "ecarter", "fiche": ATELIERS, "motif": "Hors du périmètre."})
    animatrice = contexte(Acteur("diane", "Diane", profils={GOUVERNANCE_28: Profil.ANIMATEUR}))
    with pytest.raises(RegleViolee, match="instruire"):
        await adopter(animatrice, code)
    assert await valeur("SELECT adoption FROM decision WHERE code = {}", code) == "proposee"


async def test_deux_adoptions_ensemble_ne_s_appliquent_qu_une_fois(monde: Moteur, alice: Contexte) -> None:
    code = await proposer(alice, {"genre": "cadence", "cadence": CADENCE})
    faits = await asyncio.gather(adopter(alice, code), adopter(alice, code), return_exceptions=True)
    assert sorted(isinstance(f, RegleViolee | Conflit) for f in faits) == [False, True]
    assert len(await lignes(DU_COPIL)) == 1


async def test_ce_qu_une_decision_adoptee_portait_ne_change_plus(monde: Moteur, alice: Contexte) -> None:
    code = await proposer(alice, {"genre": "cadence", "cadence": CADENCE})
    await reunions.modifier_decision(alice, code, 1, cd.ModifierDecision.model_validate({"effets": []}))
    await adopter(alice, code)
    assert await lignes(DU_COPIL) == []
    nouvel = {"effets": [{"genre": "cadence", "cadence": CADENCE}]}
    with pytest.raises(RegleViolee, match="adoptée"):
        await reunions.modifier_decision(alice, code, 3, cd.ModifierDecision.model_validate(nouvel))
    with pytest.raises(RegleViolee, match="définitif"):
        await reunions.changer_adoption(alice, code, None, cd.ChangerAdoption(adoption="rejetee"))


async def test_bob_et_charlie_ne_decident_de_rien(
    monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    code = await proposer(alice)
    avant = await contenu_de_la_base()
    for ctx, refus in ((bob, Interdit), (charlie, NonTrouve)):
        with pytest.raises(refus):
            await adopter(ctx, code)
        with pytest.raises(refus):
            await reunions.changer_suivi(ctx, code, None, cd.ChangerSuivi(suivi="faite"))
        with pytest.raises(refus):
            await reunions.remplacer_decision(ctx, code, None, cd.RemplacerDecision(remplace="28/copil/2025-1"))
    assert await contenu_de_la_base() == avant


async def test_la_structure_qui_en_repond_tient_le_suivi(monde: Moteur, alice: Contexte) -> None:
    code = await proposer(alice, responsable="asso-a")
    structure = await valeur("SELECT id FROM structure WHERE code = 'asso-a'")
    membre = Acteur("fanny", "Fanny", profils={GOUVERNANCE_28: Profil.CONTRIBUTEUR}, structure=structure)
    await reunions.changer_suivi(contexte(membre), code, None, cd.ChangerSuivi(suivi="en_cours", suivi_note="Lancé."))
    trouvee = await ligne("SELECT * FROM decision WHERE code = {}", code)
    assert trouvee
    assert (trouvee["suivi"], trouvee["suivi_note"], trouvee["suivi_le"]) == ("en_cours", "Lancé.", alice.au)


async def test_une_decision_en_remplace_une_autre_sans_boucle(monde: Moteur, alice: Contexte) -> None:
    code = await proposer(alice)
    await adopter(alice, code)
    await reunions.remplacer_decision(alice, code, None, cd.RemplacerDecision(remplace="28/copil/2025-1"))
    with pytest.raises(RegleViolee, match="dépendent"):
        await reunions.remplacer_decision(alice, "28/copil/2025-1", None, cd.RemplacerDecision(remplace=code))
    await reunions.remplacer_decision(alice, code, None, cd.RemplacerDecision())
    assert await valeur("SELECT remplace FROM decision WHERE code = {}", code) is None
