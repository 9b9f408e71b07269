"""An answer from a link, and what becomes of it: taken, edited, declined; nothing overwritten in silence."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from backend.context import Contexte
from backend.queries.contributions import lire_demande
from backend.queries.lecture import lignes
from backend.services import contributions as s
from backend.services.commands.contributions import DeclinerReponse
from backend.services.commands.fiches_action import ChangerAvancement, ModifierFicheAction
from backend.services.fiches_action import changer_avancement, modifier_fiche_action
from fne_roadmaps.domain.enums import Avancement, EtatDemande
from fne_roadmaps.domain.errors import Conflit, ReglesViolees, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.services.demandes import (
    BUS,
    LU,
    REPONSE,
    demander,
    fiche,
    repondue,
)
from tests.support.etat import contenu_de_la_base, valeur


async def test_la_reponse_ne_change_rien_puis_acceptee_elle_change_tout(monde: Moteur, alice: Contexte) -> None:
    ctx, demande = await demander(alice, message="Où en êtes-vous ?", echeance=date(2025, 7, 1))
    avant = await fiche()
    await s.garder_reponse(ctx, demande, {"texte": "Huit"})
    await s.repondre(ctx, demande, REPONSE)
    assert await fiche() == avant
    relue = await lire_demande(demande)
    assert relue
    assert (relue["etat"], relue["reponse"]["le"]) == (EtatDemande.REPONDUE, "2025-06-17")
    await s.accepter_reponse(replace(alice, requete="acceptation"), demande, avant["version"])
    apres = await fiche()
    attendu = {
        "avancement": "en_cours",
        "progression_declaree": 40,
        "difficultes": "Le bus est en panne.",
        "prochaine_etape": "Réparer.",
        "debut_edtf": "2025-09-01",
        "fin_edtf": "2026-21",
        "nouvelles_le": date(2025, 6, 17),
        "version": avant["version"] + 1,
    }
    assert {champ: apres[champ] for champ in attendu} == attendu
    assert "en panne" in apres["recherche"]
    (nouvelle,) = await lignes("SELECT * FROM nouvelle")
    assert (nouvelle["texte"], nouvelle["auteur"], nouvelle["avancement"], nouvelle["progression"]) == (
        "Huit communes visitées.",
        "Association exemple A, Coordination",
        "en_cours",
        40,
    )
    (mesure,) = await lignes("SELECT valeur, date_edtf, source, unite FROM chiffre WHERE usage = 'mesure'")
    assert mesure == {
        "valeur": "8",
        "date_edtf": "2025-06-15",
        "source": "Association exemple A, Coordination",
        "unite": "communes",
    }
    entrees = await lignes("SELECT * FROM entree_journal WHERE requete = 'acceptation' AND concept = 'fiche_action'")
    assert {e["champ"] for e in entrees} >= {"avancement", "difficultes", "debut_edtf", "mesure", "nouvelles_le"}
    assert {(e["acteur"], e["pourquoi"]) for e in entrees} == {
        ("alice-28", "Réponse de Association exemple A, Coordination à une demande de nouvelles")
    }
    traitee = await lire_demande(demande)
    assert traitee
    assert (traitee["etat"], traitee["traitee_le"]) == (EtatDemande.ACCEPTEE, alice.maintenant)


async def test_accepter_deux_fois_n_applique_qu_une(monde: Moteur, alice: Contexte) -> None:
    demande = await repondue(alice)
    await asyncio.gather(*(s.accepter_reponse(replace(alice, requete=f"r{i}"), demande, None) for i in range(3)))
    assert await valeur("SELECT COUNT(*) AS n FROM nouvelle") == 1
    assert await valeur("SELECT COUNT(*) AS n FROM chiffre WHERE usage = 'mesure'") == 1


async def test_une_reponse_se_modifie_avant_d_etre_acceptee(monde: Moteur, alice: Contexte) -> None:
    demande = await repondue(alice)
    await s.accepter_reponse(alice, demande, None, {"progression": "35", "difficultes": "", "mesure.valeur": ""})
    apres = await fiche()
    assert (apres["progression_declaree"], apres["difficultes"]) == (35, None)
    assert await valeur("SELECT COUNT(*) AS n FROM chiffre WHERE usage = 'mesure'") == 0


async def test_ce_qui_a_change_depuis_n_est_jamais_ecrase_sans_choix(monde: Moteur, alice: Contexte) -> None:
    demande = await repondue(alice)
    version = (await fiche())["version"]
    commande = ModifierFicheAction.model_validate({"difficultes": "Plus de médiateur.", "progression_declaree": 40})
    await modifier_fiche_action(alice, BUS, version, commande)
    avant = await contenu_de_la_base()
    with pytest.raises(Conflit):
        await s.accepter_reponse(alice, demande, version)
    with pytest.raises(ReglesViolees) as refus:
        await s.accepter_reponse(alice, demande, version + 1)
    assert [v.champ for v in refus.value.violations] == ["choix.difficultes"]
    assert await contenu_de_la_base() == avant
    await s.accepter_reponse(alice, demande, version + 1, None, {"difficultes": "fiche"})
    apres = await fiche()
    assert (apres["difficultes"], apres["prochaine_etape"]) == ("Plus de médiateur.", "Réparer.")


async def test_un_champ_laisse_comme_il_etait_ne_dit_rien(monde: Moteur, alice: Contexte) -> None:
    await modifier_fiche_action(alice, BUS, 1, ModifierFicheAction.model_validate({"fin": "[..2026-06]"}))
    laisse = {**LU, "avancement": "a_venir", "lu.fin": "[..2026-06]", "vu.fin": "au plus tard en juin 2026"}
    demande = await repondue(alice, {**laisse, "fin": "au plus tard en juin 2026", "texte": "Rien de neuf."})
    await s.accepter_reponse(alice, demande, None)
    assert (await fiche())["fin_edtf"] == "[..2026-06]"


@pytest.mark.parametrize(
    ("champs", "fautifs"),
    [
        ({"progression": "140"}, ["progression"]),
        ({"avancement": "termine"}, ["avancement"]),
        ({"fin": "31 novembre 2025", "difficultes": "x" * 20_001}, ["difficultes", "fin"]),
        ({"mesure.valeur": "beaucoup"}, ["mesure.valeur"]),
        ({"mesure.indicateur": ""}, ["mesure.indicateur"]),
        ({"mesure.indicateur": "Un autre"}, ["mesure.indicateur"]),
    ],
)
async def test_ce_qui_ne_se_lit_pas_est_dit_et_rien_ne_part(
    monde: Moteur, alice: Contexte, champs: dict[str, str], fautifs: list[str]
) -> None:
    ctx, demande = await demander(alice)
    with pytest.raises(ReglesViolees) as refus:
        await s.repondre(ctx, demande, {**REPONSE, **champs})
    assert sorted(v.champ for v in refus.value.violations) == sorted(fautifs)
    assert await valeur("SELECT etat FROM demande_de_nouvelles") == "envoyee"


async def test_une_reponse_vide_ne_part_pas_et_une_demande_ne_recoit_qu_une_reponse(
    monde: Moteur, alice: Contexte
) -> None:
    ctx, demande = await demander(alice)
    with pytest.raises(RegleViolee):
        await s.repondre(ctx, demande, {**LU, "avancement": "a_venir"})
    await s.repondre(ctx, demande, REPONSE)
    for _ in range(2):
        with pytest.raises(RegleViolee):
            await s.repondre(ctx, demande, REPONSE)
    with pytest.raises(RegleViolee):
        await s.garder_reponse(ctx, demande, REPONSE)


async def test_la_regle_de_l_avancement_vaut_aussi_pour_une_reponse(monde: Moteur, alice: Contexte) -> None:
    await changer_avancement(alice, BUS, 1, ChangerAvancement(avancement=Avancement.REALISEE))
    realisee = {**REPONSE, "lu.avancement": "realisee"}
    demande = await repondue(alice, {**realisee, "avancement": "en_pause"})
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee) as refus:
        await s.accepter_reponse(alice, demande, None)
    assert refus.value.champ == "avancement"
    assert await contenu_de_la_base() == avant
    await s.accepter_reponse(alice, demande, None, {"avancement": "en_cours"})
    assert (await fiche())["avancement"] == "en_cours"


async def test_une_fin_avant_le_debut_est_refusee(monde: Moteur, alice: Contexte) -> None:
    demande = await repondue(alice, {**REPONSE, "fin": "2024"})
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee) as refus:
        await s.accepter_reponse(alice, demande, None)
    assert refus.value.champ == "fin"
    assert await contenu_de_la_base() == avant


async def test_decliner_dit_pourquoi_et_laisse_la_fiche(monde: Moteur, alice: Contexte) -> None:
    demande = await repondue(alice)
    avant = await fiche()
    await s.decliner_reponse(alice, demande, DeclinerReponse(motif="Chiffres d’une autre fiche."))
    assert await fiche() == avant
    relue = await lire_demande(demande)
    assert relue
    assert (relue["etat"], relue["motif"]) == (EtatDemande.DECLINEE, "Chiffres d’une autre fiche.")
    with pytest.raises(RegleViolee):
        await s.accepter_reponse(alice, demande, None)
