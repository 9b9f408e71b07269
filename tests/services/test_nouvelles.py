"""News, milestones and measures: what they write in one act, who may, and how they come back."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.context import Contexte
from backend.queries.fiches_action.nouvelles import lire_nouvelle, lister_nouvelles
from backend.queries.lecture import Ligne, ligne
from backend.services.commands.fiches_action import ChangerInstruction, ModifierFicheAction
from backend.services.commands.suivi import CorrigerNouvelle, DonnerNouvelles
from backend.services.fiches_action import changer_instruction, modifier_fiche_action
from backend.services.fiches_action.nouvelles import (
    corriger_nouvelle,
    donner_des_nouvelles,
    retablir_nouvelle,
    retirer_nouvelle,
)
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.droits import SYSTEME, Acteur
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import Conflit, Interdit, NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import contenu_de_la_base, lignes_du_journal
from tests.support.personnes import ALICE, BOB, CHARLIE, GOUVERNANCE_28, contexte

FICHE = "28-2024/1.1"
CLE = cle_fixe(f"fiche_action:{FICHE}")
ASSOCIATION = cle_fixe("structure:asso-a")
FANNY = Acteur("fanny-28", "Fanny", profils={GOUVERNANCE_28: Profil.CONTRIBUTEUR}, cle=uuid4(), structure=ASSOCIATION)


def nouvelles(**champs: Any) -> DonnerNouvelles:
    return DonnerNouvelles.model_validate({"fiche_action": FICHE, "texte": "Neuf communes ont délibéré.", **champs})


def le(ctx: Contexte, requete: str) -> Contexte:
    """The same person, in another request, a minute later."""
    return replace(ctx, requete=requete, maintenant=ctx.maintenant + timedelta(minutes=1))


async def fiche() -> Ligne:
    trouvee = await ligne("SELECT * FROM fiche_action WHERE id = {}", CLE)
    assert trouvee is not None
    return trouvee


async def nouvelle(cle: UUID) -> Ligne:
    trouvee = await ligne("SELECT * FROM nouvelle WHERE id = {}", cle)
    assert trouvee is not None
    return trouvee


@pytest.fixture
async def suivie(monde: Moteur, alice: Contexte) -> Moteur:
    """The fiche 1.1 of 28, piloted by the association of fanny, with two milestones and an indicator."""
    await modifier_fiche_action(
        replace(alice, requete="avant"),
        FICHE,
        1,
        ModifierFicheAction.model_validate(
            {
                "acteurs": [{"role": "pilote", "structure": "asso-a"}],
                "debut": "2025-01",
                "jalons": [
                    {"titre": "Conventions signées", "date": "2025-05-31"},
                    {"titre": "Bilan", "date": "2025-12"},
                ],
                "indicateurs": [{"libelle": "Personnes accompagnées", "cible": {"valeur": "900", "periode": "2025"}}],
            }
        ),
    )
    return monde


@pytest.fixture
def fanny() -> Contexte:
    """Contributes for the association that pilots the fiche."""
    return contexte(FANNY)


async def test_des_nouvelles_changent_la_fiche_et_le_journal_en_un_acte(suivie: Moteur, alice: Contexte) -> None:
    cle = await donner_des_nouvelles(
        alice,
        nouvelles(
            le="2025-06-03", avancement="en_pause", pourquoi="Une salle manque.", progression=40, fin="2026-03",
            meteo="appuis_necessaires", difficultes="Trois délibérations manquent.", prochaine_etape="Juillet.",
        ),
    )  # fmt: skip
    f = await fiche()
    assert (f["avancement"], f["progression_declaree"], f["fin_edtf"], f["meteo"], f["nouvelles_le"]) == (
        "en_pause", 40, "2026-03", "appuis_necessaires", date(2025, 6, 3),
    )  # fmt: skip
    assert "deliberations" in f["recherche"]
    n = await nouvelle(cle)
    assert (n["le"], n["avancement"], n["progression"], n["exemple"]) == (date(2025, 6, 3), "en_pause", 40, False)
    journal = await lignes_du_journal()
    assert {(e["action"], e["pourquoi"]) for e in journal if e["concept"] == "fiche_action"} == {
        ("donner_des_nouvelles", "Une salle manque.")
    }
    assert {e["champ"] for e in journal if e["concept"] == "fiche_action"} == {
        *("avancement", "progression_declaree", "fin_edtf", "fin_recu", "meteo"),
        *("difficultes", "prochaine_etape", "nouvelles_le"),
    } - {"fin_recu"}
    (creee,) = [e for e in journal if e["concept"] == "nouvelle"]
    assert (creee["action"], creee["objet"]) == ("creer", cle)
    assert json.loads(creee["apres"])["texte"] == "Neuf communes ont délibéré."


async def test_des_nouvelles_anciennes_ne_font_pas_reculer_la_derniere_date(suivie: Moteur, alice: Contexte) -> None:
    await donner_des_nouvelles(alice, nouvelles(le="2025-06-10"))
    await donner_des_nouvelles(le(alice, "apres"), nouvelles(le="2025-02-01"))
    assert (await fiche())["nouvelles_le"] == date(2025, 6, 10)
    page = await lister_nouvelles(ALICE, FICHE, 1, 10)
    assert [n["le"] for n in page.elements] == [date(2025, 6, 10), date(2025, 2, 1)]


@pytest.mark.parametrize(
    ("champs", "champ"),
    [
        ({"le": "2025-06-18"}, "le"),
        ({"avancement": "bloquee"}, "pourquoi"),
        ({"fin": "2024"}, "fin"),
    ],
)
async def test_un_refus_ne_laisse_rien(suivie: Moteur, alice: Contexte, champs: dict[str, Any], champ: str) -> None:
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee) as refus:
        await donner_des_nouvelles(alice, nouvelles(**champs))
    assert refus.value.champ == champ
    assert await contenu_de_la_base() == avant


async def test_une_fiche_qui_n_est_pas_retenue_n_a_pas_de_nouvelles(suivie: Moteur, alice: Contexte) -> None:
    await changer_instruction(alice, FICHE, None, ChangerInstruction.model_validate({"instruction": "en_instruction"}))
    with pytest.raises(RegleViolee, match="retenue"):
        await donner_des_nouvelles(le(alice, "apres"), nouvelles(fiche_action=str(CLE)))


async def test_seule_la_machine_signe_pour_d_autres(suivie: Moteur, alice: Contexte) -> None:
    pour_autrui = nouvelles(auteur="Association exemple A", structure="asso-a")
    with pytest.raises(Interdit):
        await donner_des_nouvelles(alice, pour_autrui)
    cle = await donner_des_nouvelles(contexte(SYSTEME), pour_autrui)
    n = await nouvelle(cle)
    assert (n["auteur"], n["structure"]) == ("Association exemple A", ASSOCIATION)
    assert "renseigner" in {d.value for d in (await lire_nouvelle(FANNY, cle))[0]["droits"]}


async def test_bob_lit_charlie_ne_sait_rien_fanny_donne(
    suivie: Moteur, bob: Contexte, charlie: Contexte, fanny: Contexte
) -> None:
    avant = await contenu_de_la_base()
    with pytest.raises(Interdit):
        await donner_des_nouvelles(bob, nouvelles())
    with pytest.raises(NonTrouve):
        await donner_des_nouvelles(charlie, nouvelles())
    with pytest.raises(Interdit):
        await donner_des_nouvelles(fanny, nouvelles(fiche_action="28-2024/1.2"))
    assert await contenu_de_la_base() == avant
    cle = await donner_des_nouvelles(fanny, nouvelles())
    with pytest.raises(NonTrouve):
        await lister_nouvelles(CHARLIE, FICHE, 1, 10)
    with pytest.raises(NonTrouve):
        await lire_nouvelle(CHARLIE, cle)
    assert (await lire_nouvelle(BOB, cle))[0]["droits"] == {
        d for d in (await lire_nouvelle(BOB, cle))[0]["droits"] if d.value in {"lire", "suivre"}
    }


async def signee_de_l_association() -> UUID:
    """News the association signed."""
    return await donner_des_nouvelles(contexte(SYSTEME), nouvelles(auteur="Association exemple A", structure="asso-a"))


async def test_l_organisation_qui_a_signe_corrige_et_elle_seule(
    suivie: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte, fanny: Contexte
) -> None:
    cle = await signee_de_l_association()
    correction = CorrigerNouvelle(texte="Dix communes.", le=date(2025, 6, 1))
    avant = await contenu_de_la_base()
    for ctx, refus in ((alice, Interdit), (bob, Interdit), (charlie, NonTrouve)):
        with pytest.raises(refus):
            await corriger_nouvelle(ctx, cle, 1, correction)
    with pytest.raises(RegleViolee, match="d’avance"):
        await corriger_nouvelle(fanny, cle, 1, CorrigerNouvelle(texte="x", le=date(2025, 6, 18)))
    assert await contenu_de_la_base() == avant
    assert await corriger_nouvelle(fanny, cle, 1, correction) == CLE
    n = (await lire_nouvelle(FANNY, cle))[0]
    assert (n["texte"], n["le"], n["version"], n["corrigee"]) == ("Dix communes.", date(2025, 6, 1), 2, True)
    assert {(e["action"], e["champ"]) for e in await lignes_du_journal()} >= {("corriger", "texte"), ("corriger", "le")}
    with pytest.raises(Conflit):
        await corriger_nouvelle(fanny, cle, 1, CorrigerNouvelle(texte="Onze communes.", le=date(2025, 6, 1)))


async def test_sans_organisation_c_est_le_compte_qui_corrige(suivie: Moteur, alice: Contexte) -> None:
    cle = await donner_des_nouvelles(alice, nouvelles())
    autre = contexte(Acteur("emile-28", "Émile", profils={GOUVERNANCE_28: Profil.REDACTEUR}))
    correction = CorrigerNouvelle(texte="Dix.", le=date(2025, 6, 17))
    with pytest.raises(Interdit):
        await corriger_nouvelle(autre, cle, 1, correction)
    await corriger_nouvelle(alice, cle, 1, correction)


async def test_une_nouvelle_retiree_disparait_et_revient(
    suivie: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte, fanny: Contexte
) -> None:
    cle = await signee_de_l_association()
    for ctx, refus in ((bob, Interdit), (charlie, NonTrouve)):
        with pytest.raises(refus):
            await retirer_nouvelle(ctx, cle)
    assert await retirer_nouvelle(fanny, cle) == CLE
    assert await retirer_nouvelle(fanny, cle) == CLE
    assert (await lister_nouvelles(ALICE, FICHE, 1, 10)).total == 0
    assert (await nouvelle(cle))["supprime_le"] is not None
    with pytest.raises(NonTrouve):
        await corriger_nouvelle(fanny, cle, None, CorrigerNouvelle(texte="x", le=date(2025, 6, 1)))
    with pytest.raises(Interdit):
        await retablir_nouvelle(bob, cle)
    await retablir_nouvelle(alice, cle)
    assert [n["id"] for n in (await lister_nouvelles(ALICE, FICHE, 1, 10)).elements] == [cle]
    with pytest.raises(NonTrouve):
        await retirer_nouvelle(alice, uuid4())


async def test_deux_nouvelles_en_meme_temps_sont_gardees_toutes_les_deux(suivie: Moteur, alice: Contexte) -> None:
    await asyncio.gather(
        donner_des_nouvelles(le(alice, "une"), nouvelles(texte="Une.", progression=10)),
        donner_des_nouvelles(le(alice, "autre"), nouvelles(texte="Autre.", meteo="securises")),
    )
    page = await lister_nouvelles(ALICE, FICHE, 1, 10)
    assert {n["texte"] for n in page.elements} == {"Une.", "Autre."}
    f = await fiche()
    assert (f["progression_declaree"], f["meteo"]) == (10, "securises")
