"""Milestones ticked and measures added: one gesture each, undone, and refused to who may not."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.context import Contexte
from backend.queries.fiches_action import lire_fiche
from backend.queries.lecture import Ligne, ligne, lignes
from backend.services.commands.fiches_action import ModifierFicheAction
from backend.services.commands.suivi import AjouterMesure
from backend.services.fiches_action import modifier_fiche_action
from backend.services.fiches_action.jalons import ajouter_mesure, annuler_jalon, annuler_mesure, cocher_jalon
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.services.test_nouvelles import CLE, FICHE, fanny, fiche, le, suivie
from tests.support.etat import contenu_de_la_base, lignes_du_journal
from tests.support.personnes import ALICE

__all__ = ["fanny", "suivie"]


async def jalon(rang: int = 1) -> Ligne:
    return (await lignes("SELECT * FROM jalon WHERE fiche_action = {} ORDER BY rang", CLE))[rang - 1]


async def test_un_jalon_se_coche_se_decoche_et_s_annule(suivie: Moteur, fanny: Contexte) -> None:
    cle, le_3 = (await jalon())["id"], date(2025, 6, 3)
    await cocher_jalon(fanny, CLE, cle, le_3)
    assert (await jalon())["fait_le"] == le_3
    assert (await fiche())["nouvelles_le"] == le_3
    (entree,) = [e for e in await lignes_du_journal() if e["champ"] == "jalon"]
    assert json.loads(entree["apres"]) == {
        "fait_le": "2025-06-03",
        "jalon": str(cle),
        "titre": "Conventions signées",
    }
    deux = le(fanny, "deux")
    await cocher_jalon(deux, CLE, cle, None)
    assert (await jalon())["fait_le"] is None
    assert await annuler_jalon(le(deux, "trois"), cle) == CLE
    assert (await jalon())["fait_le"] == le_3


async def test_un_geste_deja_suivi_d_un_autre_ne_s_annule_plus(
    suivie: Moteur, alice: Contexte, fanny: Contexte
) -> None:
    cle = (await jalon())["id"]
    with pytest.raises(RegleViolee, match="plus à annuler"):
        await annuler_jalon(fanny, cle)
    await cocher_jalon(fanny, CLE, cle, date(2025, 6, 3))
    await modifier_fiche_action(
        le(alice, "liste"),
        FICHE,
        (await fiche())["version"],
        ModifierFicheAction.model_validate({"jalons": [{"titre": "Conventions signées", "fait_le": "2025-06-05"}]}),
    )
    with pytest.raises(NonTrouve):
        await annuler_jalon(fanny, cle)
    with pytest.raises(NonTrouve):
        await cocher_jalon(fanny, CLE, cle, None)


async def test_le_meme_geste_deux_fois_n_ecrit_qu_une_fois(suivie: Moteur, fanny: Contexte) -> None:
    cle = (await jalon())["id"]
    version = await cocher_jalon(fanny, CLE, cle, date(2025, 6, 3))
    assert await cocher_jalon(le(fanny, "encore"), CLE, cle, date(2025, 6, 3)) == version
    assert await lignes_du_journal("encore") == []


async def test_un_jalon_ne_se_coche_ni_d_avance_ni_sans_droit(
    suivie: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    cle, avant = (await jalon())["id"], await contenu_de_la_base()
    with pytest.raises(RegleViolee, match="d’avance"):
        await cocher_jalon(alice, CLE, cle, date(2025, 6, 18))
    with pytest.raises(Interdit):
        await cocher_jalon(bob, CLE, cle, date(2025, 6, 3))
    with pytest.raises(NonTrouve):
        await cocher_jalon(charlie, CLE, cle, date(2025, 6, 3))
    with pytest.raises(NonTrouve):
        await annuler_jalon(charlie, cle)
    autre = cle_fixe("fiche_action:28-2024/1.2")
    with pytest.raises(NonTrouve):
        await cocher_jalon(alice, autre, cle, date(2025, 6, 3))
    assert await contenu_de_la_base() == avant


async def indicateur() -> UUID:
    trouve = await ligne("SELECT id FROM indicateur WHERE fiche_action = {}", CLE)
    assert trouve is not None
    return UUID(str(trouve["id"]))


async def mesurer(ctx: Contexte, valeur: str, quand: str, **champs: Any) -> UUID:
    donnees = {"indicateur": str(await indicateur()), "valeur": valeur, "date": quand, **champs}
    return await ajouter_mesure(ctx, CLE, AjouterMesure.model_validate(donnees))


async def test_une_mesure_s_ajoute_d_un_geste_et_se_signe(suivie: Moteur, fanny: Contexte) -> None:
    await mesurer(fanny, "118", "2025-03")
    await mesurer(le(fanny, "deux"), "264", "2025-05-31", source="Relevé des permanences")
    lue = await lire_fiche(ALICE, FICHE, fanny.au)
    (suivi,) = lue["indicateurs"]
    assert [(m["valeur"], m["date"].edtf, m["source"]) for m in suivi["mesures"]] == [
        ("118", "2025-03", "Un membre de la gouvernance"),
        ("264", "2025-05-31", "Relevé des permanences"),
    ]
    assert lue["nouvelles_le"] == date(2025, 5, 31)
    (entree,) = [e for e in await lignes_du_journal() if e["champ"] == "mesure"]
    assert json.loads(entree["apres"]) == {
        "date": "2025-03",
        "indicateur": "Personnes accompagnées",
        "valeur": "118",
    }


async def test_une_mesure_ne_se_date_pas_d_avance_ni_deux_fois_ni_par_qui_ne_peut(
    suivie: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    await mesurer(alice, "118", "2025-03")
    avant = await contenu_de_la_base()
    for quand in ("2025-03", "2025-07", "2025-06-18"):
        with pytest.raises(RegleViolee) as refus:
            await mesurer(le(alice, "deux"), "1", quand)
        assert refus.value.champ == "date"
    with pytest.raises(Interdit):
        await mesurer(bob, "1", "2025-04")
    with pytest.raises(NonTrouve):
        await mesurer(charlie, "1", "2025-04")
    for reference in ("x", str(uuid4())):
        with pytest.raises(RegleViolee) as refus:
            await mesurer(alice, "1", "2025-04", indicateur=reference)
        assert refus.value.champ == "indicateur"
    assert await contenu_de_la_base() == avant


async def test_une_mesure_ajoutee_s_annule_d_un_geste_et_rend_les_nouvelles_d_avant(
    suivie: Moteur, fanny: Contexte
) -> None:
    avant = (await fiche())["nouvelles_le"]
    premiere = await mesurer(fanny, "118", "2025-03")
    deux = le(fanny, "deux")
    seconde = await mesurer(deux, "264", "2025-05-31")
    trois = le(deux, "trois")
    assert await annuler_mesure(trois, seconde) == CLE
    (suivi,) = (await lire_fiche(ALICE, FICHE, fanny.au))["indicateurs"]
    assert [m["valeur"] for m in suivi["mesures"]] == ["118"]
    assert (await fiche())["nouvelles_le"] == date(2025, 3, 31)
    entrees = {e["champ"]: e for e in await lignes_du_journal("trois")}
    assert {e["action"] for e in entrees.values()} == {"annuler_mesure"}
    assert (json.loads(entrees["mesure"]["avant"])["valeur"], entrees["mesure"]["apres"]) == ("264", None)
    with pytest.raises(NonTrouve):
        await annuler_mesure(le(trois, "quatre"), seconde)
    await annuler_mesure(le(trois, "quatre"), premiere)
    assert (await fiche())["nouvelles_le"] == avant
    await mesurer(le(trois, "cinq"), "118", "2025-03")


async def test_annuler_une_mesure_garde_des_nouvelles_venues_depuis(suivie: Moteur, fanny: Contexte) -> None:
    mesure = await mesurer(fanny, "118", "2025-03")
    deux = le(fanny, "deux")
    await cocher_jalon(deux, CLE, (await jalon())["id"], date(2025, 6, 3))
    await annuler_mesure(le(deux, "trois"), mesure)
    assert (await fiche())["nouvelles_le"] == date(2025, 6, 3)


async def test_seule_une_mesure_ajoutee_d_un_geste_s_annule_et_par_qui_renseigne(
    suivie: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    mesure = await mesurer(alice, "118", "2025-03")
    saisie = {"libelle": "Autre", "mesures": [{"valeur": "1", "date": "2025-04"}]}
    await modifier_fiche_action(
        le(alice, "liste"), "28-2024/1.2", 1, ModifierFicheAction.model_validate({"indicateurs": [saisie]})
    )
    (autre,) = await lignes(
        "SELECT c.id FROM chiffre c JOIN indicateur i ON i.id = c.indicateur WHERE i.libelle = 'Autre'"
    )
    avant = await contenu_de_la_base()
    for ctx, cle, attendu in (
        (bob, mesure, Interdit),
        (charlie, mesure, NonTrouve),
        (alice, uuid4(), NonTrouve),
        (le(alice, "deux"), autre["id"], RegleViolee),
    ):
        with pytest.raises(attendu):
            await annuler_mesure(ctx, cle)
    assert await contenu_de_la_base() == avant
