"""Who sees what: identity and published texts for every account, what lives for those it concerns, drafts for few."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from backend.context import Contexte
from backend.queries import agendas
from backend.queries.comptes import acteur_de
from backend.queries.lecture import lignes
from backend.queries.references import charger, cle_de, cles_de, visible
from backend.services import gouvernances, instances, reunions
from backend.services.commands.gouvernances import ModifierGouvernance
from backend.services.commands.instances import ModifierInstance
from backend.services.commands.reunions import CreerReunion, ModifierReunion
from fne_roadmaps.demo import AU
from fne_roadmaps.domain.droits import COMPTE_SANS_PROFIL, PUBLIC, SYSTEME, Acteur
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import valeur
from tests.support.personnes import ALICE, BOB, CHARLIE, GOUVERNANCE_28, GOUVERNANCE_41

VIVANT = ("axe", "fiche_action", "instance", "reunion", "decision")
TOUTES = (*VIVANT, "gouvernance", "feuille_de_route", "structure", "territoire", "poste", "personne")


async def vus(acteur: Acteur, table: str) -> set[str]:
    """Keys of the rows of a table the reader sees."""
    clause = visible(acteur, table)
    rangees = await lignes(f"SELECT {table}.id FROM {table} WHERE {clause.sql}", *clause.valeurs)  # noqa: S608
    return {str(r["id"]) for r in rangees}


async def de(table: str, gouvernance: Any) -> set[str]:
    """Keys of the rows of a table that a governance holds."""
    par_feuille = "feuille_de_route IN (SELECT f.id FROM feuille_de_route f WHERE f.gouvernance = {})"
    ou = par_feuille if table in {"axe", "fiche_action"} else "gouvernance = {}"
    sql = f"SELECT id FROM {table} WHERE {ou}"  # noqa: S608 - our own names
    return {str(r["id"]) for r in await lignes(sql, gouvernance)}


async def agenda_de(acteur: Acteur, code: str = "28") -> set[str]:
    """Codes of the meetings of a calendar."""
    doc = await agendas.agenda(acteur, await agendas.portee_gouvernance(SYSTEME, code))
    return {e.code for e in doc.evenements}


async def test_ce_qui_vit_est_a_sa_gouvernance(monde: Moteur) -> None:
    for table in VIVANT:
        siens, autres = await de(table, GOUVERNANCE_28), await de(table, GOUVERNANCE_41)
        assert siens
        assert await vus(ALICE, table) == await vus(BOB, table) == siens
        assert await vus(CHARLIE, table) == autres
        assert await vus(COMPTE_SANS_PROFIL, table) == await vus(PUBLIC, table) == set()
        assert await vus(SYSTEME, table) >= siens | autres


async def test_l_identite_est_a_tous_les_comptes_et_au_public_qui_y_est_invite(monde: Moteur, alice: Contexte) -> None:
    for table in ("gouvernance", "feuille_de_route", "structure", "territoire", "poste"):
        toutes = await vus(SYSTEME, table)
        assert toutes
        assert await vus(COMPTE_SANS_PROFIL, table) == await vus(CHARLIE, table) == toutes
        assert await vus(PUBLIC, table) == set()
    await gouvernances.modifier_gouvernance(alice, "28", 1, ModifierGouvernance.model_validate({"publique": True}))
    assert await vus(PUBLIC, "gouvernance") == {str(GOUVERNANCE_28)}
    assert await vus(PUBLIC, "feuille_de_route") == await de("feuille_de_route", GOUVERNANCE_28)
    for table in (*VIVANT, "structure", "territoire", "personne"):
        assert await vus(PUBLIC, table) == set()


async def test_un_brouillon_n_est_qu_a_qui_le_prepare(monde: Moteur, alice: Contexte) -> None:
    await reunions.creer_reunion(
        alice, CreerReunion.model_validate({"instance": "28/copil", "gouvernances_associees": ["41"]})
    )
    brouillon = await charger(ALICE, "reunion", "28/copil/r2")
    membre = Acteur("membre", "Membre", sieges=frozenset({brouillon["instance"]}))
    invite = Acteur("invite", "Invité", invitations=frozenset({brouillon["id"]}))
    for lecteur in (BOB, CHARLIE, membre, invite, PUBLIC):
        with pytest.raises(NonTrouve):
            await charger(lecteur, "reunion", "28/copil/r2")
    assert "28/copil/r2" not in await agenda_de(ALICE)


async def test_une_reunion_conjointe_est_a_toutes_ses_gouvernances(monde: Moteur, alice: Contexte) -> None:
    conjointe = {"gouvernances_associees": ["41"]}
    await reunions.modifier_reunion(alice, "28/copil/r1", 1, ModifierReunion.model_validate(conjointe))
    assert (await charger(CHARLIE, "reunion", "28/copil/r1"))["code"] == "28/copil/r1"
    assert "28/copil/r1" in await agenda_de(CHARLIE, "41")
    with pytest.raises(NonTrouve):
        await charger(CHARLIE, "instance", "28/copil")


async def test_un_siege_ouvre_son_instance_ses_reunions_et_ses_decisions(monde: Moteur) -> None:
    copil = (await charger(SYSTEME, "instance", "28/copil"))["id"]
    membre = Acteur("membre", "Membre", sieges=frozenset({copil}))
    assert await vus(membre, "instance") == {str(copil)}
    for table, code in (("reunion", "28/copil/r1"), ("decision", "28/copil/2025-1")):
        assert (await charger(membre, table, code))["instance"] == copil
        assert len(await vus(membre, table)) == 1
    assert await vus(membre, "fiche_action") == set()


async def test_une_invitation_ouvre_la_reunion_seule(monde: Moteur) -> None:
    reunion = (await charger(SYSTEME, "reunion", "41/copil/r1"))["id"]
    invite = replace(BOB, invitations=frozenset({reunion}))
    assert (await charger(invite, "reunion", "41/copil/r1"))["id"] == reunion
    for table, code in (("instance", "41/copil"), ("fiche_action", "41-2024/1.1")):
        with pytest.raises(NonTrouve):
            await charger(invite, table, code)


async def test_un_compte_siege_la_ou_siege_sa_structure(monde: Moteur, alice: Contexte, systeme: Contexte) -> None:
    from backend.services.comptes import Identite, creer_compte

    sieges = [{"structure": "cd-41", "fin": "2025-06-16"}, {"poste": "hub-lo/mission-28", "debut": "2025-06-17"}]
    await instances.modifier_instance(alice, "28/copil", 1, ModifierInstance.model_validate({"sieges": sieges}))
    await creer_compte(systeme, "ancien", "Ancien", {}, Identite("cd-41"))
    await creer_compte(systeme, "mission", "Mission", {}, Identite("hub-lo"))
    copil = await valeur("SELECT id FROM instance WHERE code = '28/copil'")
    ancien, mission = await acteur_de("ancien", AU), await acteur_de("mission", AU)
    assert ancien
    assert mission
    assert (ancien.sieges, mission.sieges) == (frozenset(), frozenset({copil}))
    assert await acteur_de("inconnu", AU) is None


REFERENCES: tuple[tuple[str, str], ...] = (
    ("gouvernance", "99"),
    ("feuille_de_route", "28-1999"),
    ("axe", "28-2024/9"),
    ("axe", "28-2024/1e3"),
    ("axe", "28-2024/٣"),
    ("axe", "/1"),
    ("fiche_action", "28-2024/1.9"),
    ("fiche_action", "28-2024/p9"),
    ("fiche_action", "28-2024/1.1.1"),
    ("instance", "28/"),
    ("reunion", "28/copil/r99999999999999999999"),
    ("decision", "28/copil/2025-2"),
    ("structure", "{}"),
    ("structure", "{0}"),
    ("territoire", "28' OR '1'='1"),
    ("territoire", "28\x00"),
    ("poste", "x" * 5000),
    ("personne", "Alice"),
)


@pytest.mark.parametrize(("table", "reference"), REFERENCES)
async def test_ce_qui_ne_designe_rien_n_existe_pas(monde: Moteur, table: str, reference: str) -> None:
    for essai in (reference, str(uuid4())):
        with pytest.raises(NonTrouve):
            await charger(SYSTEME, table, essai)
    with pytest.raises(RegleViolee) as refus:
        await cle_de(SYSTEME, table, reference, "champ")
    assert refus.value.champ == "champ"


async def test_la_cle_et_le_code_designent_le_meme_objet(monde: Moteur) -> None:
    for table, code in (
        ("gouvernance", "28"),
        ("feuille_de_route", "28-2024"),
        ("axe", "28-2024/2"),
        ("fiche_action", "28-2024/1.2"),
        ("fiche_action", "28-2024/p1"),
        ("instance", "28/copil"),
        ("reunion", "28/copil/r1"),
        ("decision", "28/copil/2025-1"),
        ("structure", "cd-28"),
        ("poste", "hub-lo/mission-28"),
        ("territoire", "bv-chartres"),
    ):
        par_code = await charger(ALICE, table, code)
        assert await charger(ALICE, table, par_code["id"]) == par_code
        assert await charger(ALICE, table, str(par_code["id"]).upper()) == par_code


async def test_plusieurs_references_gardent_leur_ordre_et_nomment_la_fautive(monde: Moteur) -> None:
    codes = ["hub-lo", "cd-28", "hub-lo", "cd-41"]
    cles = await cles_de(ALICE, "structure", codes, "acteurs")
    assert cles == [(await charger(ALICE, "structure", code))["id"] for code in codes]
    assert await cles_de(ALICE, "structure", [str(cles[0])], "acteurs") == [cles[0]]
    for table, references in (("structure", ["cd-28", "personne"]), ("fiche_action", ["28-2024/1.1", "41-2024/1.1"])):
        with pytest.raises(RegleViolee) as refus:
            await cles_de(ALICE, table, references, "liste")
        assert refus.value.champ == "liste.1"


async def test_ce_qui_est_supprime_ne_reste_que_dans_les_agendas(monde: Moteur, alice: Contexte) -> None:
    await reunions.supprimer_reunion(alice, "28/copil/r1", None, "Double.")
    for lecteur in (ALICE, SYSTEME):
        with pytest.raises(NonTrouve):
            await charger(lecteur, "reunion", "28/copil/r1")
        assert "28/copil/r1" in await agenda_de(lecteur)
