"""The acts replayed through the services: what the demonstration then counts, says and keeps."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from backend.cli.chargement import charger_demonstration
from backend.queries.comptes import acteur_de
from backend.queries.lecture import lignes
from backend.queries.resumes import resumes_des_feuilles
from fne_roadmaps.demo import ACTES, AU
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.signatures import empreinte
from fne_roadmaps.tables.engines import Moteur
from tests.demo.rejeu import de
from tests.support.etat import contenu_de_la_base, valeur
from tests.support.personnes import GOUVERNANCE_28, GOUVERNANCE_41


async def test_la_region_compte_ce_que_disent_les_sources(base_demo_lecture: Moteur) -> None:
    feuilles = {f["code"]: f for f in await resumes_des_feuilles()}
    assert {code: (f["etat"], f["axes"], f["fiches_action"], f["reunions"]) for code, f in feuilles.items()} == {
        "18-2024": ("signee", 3, 0, {}),
        "28-2024": ("signee", 5, 131, {"copil": 2, "cotech": 6, "groupe_de_travail": 5}),
        "36-2024": ("presentee", 0, 0, {}),
        "37-2024": ("signee", 1, 0, {"copil": 6, "cotech": 6, "groupe_de_travail": 3}),
        "41-2024": ("concertation", 6, 20, {}),
        "45-2024": ("signee", 6, 12, {}),
    }
    assert {code: f["fiches_exemple"] for code, f in feuilles.items() if f["fiches_exemple"]} == {
        "28-2024": 131,
        "41-2024": 20,
        "45-2024": 12,
    }
    assert (feuilles["28-2024"]["signee_le"], feuilles["36-2024"]["presentee_le"]) == ("2024-11-04", "2024-10-31")
    departements = await valeur("SELECT COUNT(*) AS n FROM gouvernance WHERE type = 'departementale'")
    assert departements == 6


async def test_les_fiches_d_eure_et_loir_sont_comptees_par_axe(base_demo_lecture: Moteur) -> None:
    par_axe = await lignes(
        "SELECT a.rang, COUNT(*) AS n FROM fiche_action f JOIN axe a ON a.id = f.axe "
        "JOIN feuille_de_route r ON r.id = f.feuille_de_route WHERE r.code = '28-2024' GROUP BY a.rang"
    )
    assert {a["rang"]: a["n"] for a in par_axe} == {1: 31, 2: 34, 3: 22, 4: 26, 5: 18}


async def test_les_exemples_sont_hors_des_comptes_de_reunions(base_demo_lecture: Moteur) -> None:
    exemples = await lignes(
        "SELECT code, date_edtf, sequence, etat FROM reunion WHERE exemple = {} ORDER BY code", True
    )
    assert len(exemples) == 9
    assert Counter(e["code"].split("/")[0] for e in exemples) == {"28": 6, "37": 1, "45": 1, "hub-lo": 1}
    assert Counter(e["etat"] for e in exemples)["annulee"] == 1


async def test_chaque_acte_laisse_sa_trace_au_journal(base_demo_lecture: Moteur) -> None:
    tracees = {r["requete"] for r in await lignes("SELECT DISTINCT requete FROM entree_journal")}
    # A text begun is not yet a write of the field: the journal says nothing of it.
    ecrits = {rang for rang, (nom, _, _) in enumerate(ACTES, start=1) if nom != "commencer_une_saisie"}
    assert tracees == {f"demonstration-{rang}" for rang in ecrits}
    acteurs = {r["acteur"] for r in await lignes("SELECT DISTINCT acteur FROM entree_journal")}
    assert acteurs == {
        "systeme",
        *(acte["compte"] for acte in (*de("garder_une_vue"), *de("changer_en_groupe"), *de("ecrire_une_fiche"))),
    }


async def test_les_textes_publies_portent_leur_empreinte(base_demo_lecture: Moteur) -> None:
    versions = await lignes("SELECT contenu, empreinte FROM version_publiee")
    assert len(versions) == 5
    for version in versions:
        assert empreinte(json.loads(version["contenu"])) == version["empreinte"]


async def test_les_lecteurs_de_demonstration_ont_leurs_droits(base_demo_lecture: Moteur) -> None:
    alice, bob, charlie, diane = [await acteur_de(nom, AU) for nom in ("alice-28", "bob-28", "charlie-41", "diane-hub")]
    assert alice
    assert bob
    assert charlie
    assert diane
    assert alice.profils == {GOUVERNANCE_28: Profil.PORTEUR}
    assert bob.profils == {GOUVERNANCE_28: Profil.LECTEUR}
    assert charlie.profils == {GOUVERNANCE_41: Profil.PORTEUR}
    assert len(diane.profils) == 7
    assert diane.sieges
    for identifiant, profil, structure in (
        ("emile-28", Profil.REDACTEUR, "structure:cd-28"),
        ("fanny-28", Profil.CONTRIBUTEUR, "structure:association-exemple-a"),
    ):
        acteur = await acteur_de(identifiant, AU)
        assert acteur
        assert (acteur.profils, acteur.structure) == ({GOUVERNANCE_28: profil}, cle_fixe(structure))
    pilotees = await lignes(
        "SELECT f.id FROM acteur x JOIN fiche_action f ON f.id = x.fiche_action WHERE x.role = 'pilote' "
        "AND f.exemple AND x.structure = {}",
        cle_fixe("structure:association-exemple-a"),
    )
    assert pilotees


async def test_la_decision_de_l_indre_date_ses_cadences(base_demo_lecture: Moteur) -> None:
    datees = await lignes(
        "SELECT i.code FROM cadence c JOIN instance i ON i.id = c.instance JOIN decision d ON d.id = c.decision "
        "WHERE d.code = 'hub-lo/comite-36/2024-1' AND c.debut = d.date_premier ORDER BY i.code"
    )
    bassins = {f"hub-lo/bv-{nom}" for nom in ("chateauroux", "issoudun", "la-chatre", "le-blanc", "valencay")}
    assert {d["code"] for d in datees} >= {"hub-lo/comite-36", *bassins}


async def test_un_chargement_interrompu_ne_laisse_rien_et_se_refait(base: Moteur) -> None:
    vide = await contenu_de_la_base()

    def interrompre(fait: int, total: int) -> None:
        assert total == len(ACTES)
        if fait == 300:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await charger_demonstration(interrompre)
    assert await contenu_de_la_base() == vide
    await charger_demonstration(lambda fait, total: None)
    assert await valeur("SELECT id FROM gouvernance WHERE code = '28'") == cle_fixe("gouvernance:28")
