"""A deposit, from the link of a call to a proposed fiche: kept step by step, submitted once, taken back in time."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from backend.context import Contexte
from backend.queries.contributions import lire_depot, sort_du_depot
from backend.queries.lecture import ligne, lignes
from backend.services import contributions as s
from backend.services.commands.contributions import PresenterDepot
from backend.services.commands.fiches_action import ChangerInstruction
from backend.services.fiches_action import changer_instruction
from fne_roadmaps.domain.contributions import etape_de
from fne_roadmaps.domain.enums import Instruction
from fne_roadmaps.domain.errors import Conflit, NonTrouve, ReglesViolees, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.services.contributions import ECRIT, commencer, ecrire, ouvrir_appel
from tests.support.etat import valeur


async def test_une_structure_propose_une_fiche_sans_compte(monde: Moteur, alice: Contexte) -> None:
    appel = await ouvrir_appel(alice)
    ctx, depot = await commencer(appel, fonction="Coordination", courriel="asso@exemple.fr", aide="hub-lo")
    await ecrire(ctx, depot)
    fiche = await s.soumettre_depot(ctx, depot)
    creee = await ligne("SELECT * FROM fiche_action WHERE id = {}", fiche)
    assert creee
    assert (creee["instruction"], creee["numero_proposition"], creee["rang"]) == ("proposee", 2, None)
    assert (creee["titre"], creee["debut_edtf"], creee["debut_recu"]) == (
        "Un bus qui va aux gens",
        "2025-09",
        "septembre 2025",
    )
    assert (creee["besoin"], creee["contexte"]) == (4_500_000, "Vingt communes sans accueil.")
    assert creee["description"].endswith("Partenaires pressentis : Les Voisins du numérique.")
    acteurs = await lignes(
        "SELECT a.role, s.nom, s.note FROM acteur a JOIN structure s ON s.id = a.structure "
        "WHERE a.fiche_action = {} ORDER BY a.rang",
        fiche,
    )
    assert [(a["role"], a["nom"]) for a in acteurs] == [
        ("proposeur", "Les Voisins"),
        ("aide_redaction", "Hub régional"),
        ("partenaire", "Conseil départemental d’Eure-et-Loir"),
    ]
    assert acteurs[0]["note"] == "Nommée par un dépôt sans compte : à vérifier."
    argent = await ligne("SELECT financeur, annee, demande FROM financement WHERE fiche_action = {}", fiche)
    assert argent == {"financeur": "Conseil départemental", "annee": 2026, "demande": 1_250_050}
    publics = await lignes("SELECT libelle FROM public_cible WHERE fiche_action = {} ORDER BY rang", fiche)
    assert [p["libelle"] for p in publics] == ["Aînés", "Jeunes"]
    sort = await sort_du_depot(fiche)
    assert (sort["instruction"], sort["numero"], sort["motif"]) == (Instruction.PROPOSEE, "p2", None)


async def test_deux_envois_ne_font_qu_une_fiche(monde: Moteur, alice: Contexte) -> None:
    appel = await ouvrir_appel(alice)
    cle = str(uuid4())
    (ctx, depot), (_, encore) = [await commencer(appel, cle) for _ in range(2)]
    assert depot == encore
    await ecrire(ctx, depot)
    avant = await valeur("SELECT COUNT(*) AS n FROM fiche_action")
    fiches = await asyncio.gather(*(s.soumettre_depot(replace(ctx, requete=f"r{i}"), depot) for i in range(3)))
    assert len(set(fiches)) == 1
    assert await valeur("SELECT COUNT(*) AS n FROM fiche_action") == avant + 1


async def test_une_structure_connue_n_est_pas_creee_deux_fois(monde: Moteur, alice: Contexte) -> None:
    appel = await ouvrir_appel(alice)
    structures = await valeur("SELECT COUNT(*) AS n FROM structure")
    for nom in ("  association EXEMPLE a ", "Association Exemple A"):
        ctx, depot = await commencer(appel, structure_nom=nom)
        await ecrire(ctx, depot, {c: ECRIT[c] for c in ("besoin", "action")})
        await s.soumettre_depot(ctx, depot)
    assert await valeur("SELECT COUNT(*) AS n FROM structure") == structures


async def test_tout_ce_qui_manque_ou_ne_se_lit_pas_est_dit_ensemble(monde: Moteur, alice: Contexte) -> None:
    appel = await ouvrir_appel(alice)
    ctx, depot = await commencer(appel)
    await ecrire(ctx, depot, {"besoin": {"titre": ("x" * 20_000,)}, "action": {"fin": ("31 novembre 2025",)}})
    with pytest.raises(ReglesViolees) as refus:
        await s.soumettre_depot(ctx, depot)
    assert [v.champ for v in refus.value.violations] == ["titre", "fin"]
    await s.enregistrer_etape(ctx, depot, etape_de("besoin"), 1, {"titre": ("Un bus",)})
    await s.enregistrer_etape(ctx, depot, etape_de("action"), 1, {})
    with pytest.raises(ReglesViolees) as refus:
        await s.soumettre_depot(ctx, depot)
    assert [v.champ for v in refus.value.violations] == ["contexte", "description"]
    assert await valeur("SELECT etat FROM depot") == "en_cours"


async def test_ce_qui_n_etait_pas_propose_n_est_pas_choisi(monde: Moteur, alice: Contexte) -> None:
    appel = await ouvrir_appel(alice, axes=["28-2024/1"])
    autre = await valeur("SELECT id FROM axe WHERE titre = 'Former'")
    ctx, depot = await commencer(appel)
    await ecrire(ctx, depot)
    await s.enregistrer_etape(ctx, depot, etape_de("besoin"), 1, {**ECRIT["besoin"], "axe": (str(autre),)})
    with pytest.raises(RegleViolee) as refus:
        await s.soumettre_depot(ctx, depot)
    assert refus.value.champ == "axe"
    ici = await valeur("SELECT id FROM axe WHERE titre = 'Aller vers'")
    await s.enregistrer_etape(ctx, depot, etape_de("besoin"), 2, {**ECRIT["besoin"], "axe": (str(ici),)})
    await s.enregistrer_etape(ctx, depot, etape_de("action"), 1, {**ECRIT["action"], "territoires": ("41",)})
    with pytest.raises(RegleViolee) as refus:
        await s.soumettre_depot(ctx, depot)
    assert refus.value.champ == "territoires"
    with pytest.raises(RegleViolee):
        await s.nommer_le_deposant(ctx, depot, 0, PresenterDepot(structure_nom="Les Voisins", aide="cd-41"))


async def test_deux_personnes_sur_une_etape_gardent_leurs_deux_textes(monde: Moteur, alice: Contexte) -> None:
    appel = await ouvrir_appel(alice)
    ctx, depot = await commencer(appel)
    etape = etape_de("besoin")
    assert await s.enregistrer_etape(ctx, depot, etape, 0, {"titre": ("Un",)}) == 1
    assert await s.enregistrer_etape(ctx, depot, etape, 0, {"titre": ("Un",)}) == 1
    with pytest.raises(Conflit) as conflit:
        await s.enregistrer_etape(ctx, depot, etape, 0, {"titre": ("Deux",)})
    assert (conflit.value.actuel, conflit.value.propose) == ({"titre": ["Un"]}, {"titre": ["Deux"]})
    await s.enregistrer_etape(ctx, depot, etape_de("moyens"), 0, {"besoin": ("1",)})
    assert await s.enregistrer_etape(ctx, depot, etape, 1, {"titre": ("Deux",), "etat": ("soumis",)}) == 2
    garde = await lire_depot(depot)
    assert garde
    assert garde["contenu"]["besoin"] == {"v": 2, "valeurs": {"titre": ["Deux"]}}
    with pytest.raises(RegleViolee):
        await s.enregistrer_etape(ctx, depot, etape, 2, {"contexte": ("x" * 100_001,)})


async def test_un_appel_ferme_ou_revoque_ne_recoit_plus_rien(monde: Moteur, alice: Contexte) -> None:
    appel = await ouvrir_appel(alice)
    ctx, depot = await commencer(appel)
    await s.revoquer_le_lien(alice, appel)
    with pytest.raises(NonTrouve):
        await commencer(appel)
    await ecrire(ctx, depot)
    await s.clore_appel(alice, appel)
    with pytest.raises(RegleViolee):
        await s.soumettre_depot(ctx, depot)
    with pytest.raises(RegleViolee):
        await s.enregistrer_etape(ctx, depot, etape_de("besoin"), 1, {})
    await s.prolonger_appel(alice, appel, date(2025, 8, 1))
    await s.soumettre_depot(ctx, depot)
    futur = await ouvrir_appel(alice, ouvre_le=date(2025, 6, 18))
    with pytest.raises(RegleViolee):
        await commencer(futur)


async def test_on_retire_ce_que_personne_n_instruit_encore(monde: Moteur, alice: Contexte) -> None:
    appel = await ouvrir_appel(alice)
    ctx, depot = await commencer(appel)
    await ecrire(ctx, depot)
    fiche = await s.soumettre_depot(ctx, depot)
    await s.retirer_depot(ctx, depot)
    await s.retirer_depot(ctx, depot)
    retiree = await ligne("SELECT supprime_le, titre FROM fiche_action WHERE id = {}", fiche)
    assert retiree
    assert retiree["supprime_le"]
    ctx, depot = await commencer(appel)
    await ecrire(ctx, depot)
    fiche = await s.soumettre_depot(ctx, depot)
    await changer_instruction(alice, str(fiche), None, ChangerInstruction(instruction=Instruction.EN_INSTRUCTION))
    with pytest.raises(RegleViolee):
        await s.retirer_depot(ctx, depot)
    await changer_instruction(
        alice, str(fiche), None, ChangerInstruction(instruction=Instruction.ECARTEE, pourquoi="Déjà couvert.")
    )
    sort = await sort_du_depot(fiche)
    assert (sort["instruction"], sort["motif"]) == (Instruction.ECARTEE, "Déjà couvert.")
