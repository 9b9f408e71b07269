"""A bulk change: what it writes, and going back."""

from __future__ import annotations

from typing import Any

import pytest

from backend.context import Contexte
from backend.queries.lecture import lignes
from backend.queries.references import charger
from backend.services import feuilles_de_route, fiches_action, signatures
from backend.services.changements_groupes import annuler_changement, prevoir_changement
from backend.services.commands import feuilles_de_route as cf, fiches_action as ca
from backend.services.commands.changements_groupes import ChangerDesFiches, DemandeDeChangement
from fne_roadmaps.domain.changements_groupes import SANS_DROIT, Sort
from fne_roadmaps.domain.droits import SYSTEME, Acteur
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.services.groupes import CODES, axe, changer, cles, contenu, executer, feuille, fiche, pilotes
from tests.support.etat import contenu_de_la_base, lignes_du_journal
from tests.support.personnes import GOUVERNANCE_28, contexte
from tests.support.requetes import requetes_de


async def fiches_action_axe(ctx: Contexte) -> str:
    """A second axe in 28-2025."""
    await feuilles_de_route.creer_axe(ctx, cf.CreerAxe(feuille_de_route="28-2025", titre="Ranger"))
    return "28-2025/2"


async def test_l_apercu_dit_ce_qui_changera_et_n_ecrit_rien(monde: Moteur, alice: Contexte) -> None:
    avant = await contenu_de_la_base()
    demande = DemandeDeChangement.model_validate({"champ": "avancement", "avancement": "en_cours"})
    apercu = await prevoir_changement(alice, "28-2024", demande, await cles())
    assert await contenu_de_la_base() == avant
    assert [(x.numero, x.sort, x.avant, x.apres) for x in apercu.lignes] == [
        ("1.1", Sort.CHANGE, "À venir", "En cours"),
        ("1.2", Sort.CHANGE, "À venir", "En cours"),
        ("p1", Sort.REFUSEE, None, None),
    ]
    assert apercu.lignes[2].cause
    assert "Seule une fiche retenue" in apercu.lignes[2].cause


async def test_l_apercu_coute_autant_pour_une_fiche_que_pour_toutes(monde: Moteur, alice: Contexte) -> None:
    demande = DemandeDeChangement.model_validate({"champ": "axe", "axe": "28-2024/2"})
    comptes = set()
    for choisies in (await cles("28-2024/1.1"), await cles()):
        with requetes_de(monde) as passees:
            await prevoir_changement(alice, "28-2024", demande, choisies)
        comptes.add(len(passees))
    assert len(comptes) == 1


async def test_un_changement_ecrit_chaque_fiche_et_le_journal_en_dit_la_cause(monde: Moteur, alice: Contexte) -> None:
    cle = await changer(alice, {"champ": "avancement", "avancement": "bloquee", "pourquoi": "Le local ferme."})
    for code in CODES[:2]:
        f = await fiche(code)
        assert (f["avancement"], f["nouvelles_le"], f["version"]) == ("bloquee", alice.au, 2)
    assert (await fiche("28-2024/p1"))["version"] == 1
    entrees = [e for e in await lignes_du_journal() if e["action"] == "changer_en_groupe"]
    assert {(e["objet"], e["champ"]) for e in entrees} == {
        (c, champ) for c in await cles(*CODES[:2]) for champ in ("avancement", "nouvelles_le")
    }
    assert {e["pourquoi"] for e in entrees} == {"Le local ferme."}
    assert {e["acteur"] for e in entrees} == {"alice-28"}
    garde = await contenu(cle)
    assert [f["numero"] for f in garde["faites"]] == ["1.1", "1.2"]
    assert [f["numero"] for f in garde["refusees"]] == ["p1"]


@pytest.mark.parametrize(
    ("demande", "colonnes"),
    [
        ({"champ": "avancement", "avancement": "en_cours"}, ("avancement", "nouvelles_le")),
        ({"champ": "priorite", "priorite": "eleve"}, ("priorite",)),
        ({"champ": "meteo", "meteo": "compromis"}, ("meteo",)),
        ({"champ": "fin", "fin": {"edtf": "2026-23", "recu": "automne 2026"}}, ("fin_edtf", "fin_recu", "fin_dernier")),
        ({"champ": "axe", "axe": "28-2024/2"}, ("axe", "rang")),
    ],
)
async def test_annuler_rend_chaque_fiche_a_ce_qu_elle_etait(
    monde: Moteur, alice: Contexte, demande: dict[str, Any], colonnes: tuple[str, ...]
) -> None:
    choisies = await cles(*CODES[:2])
    avant = {c: {n: f[n] for n in colonnes} for c in choisies for f in [await charger(SYSTEME, "fiche_action", c)]}
    cle = await changer(alice, demande, *CODES[:2])
    apres = {c: {n: f[n] for n in colonnes} for c in choisies for f in [await charger(SYSTEME, "fiche_action", c)]}
    assert all(avant[c] != apres[c] for c in choisies)
    await annuler_changement(alice, cle)
    rendu = {c: {n: f[n] for n in colonnes} for c in choisies for f in [await charger(SYSTEME, "fiche_action", c)]}
    assert rendu == avant
    assert (await contenu(cle))["annulation"] == {"retablies": [str(c) for c in choisies], "restees": []}
    etat = await contenu_de_la_base()
    await annuler_changement(alice, cle)
    assert await contenu_de_la_base() == etat


async def test_annuler_laisse_ce_qui_a_bouge_depuis_et_le_dit(monde: Moteur, alice: Contexte) -> None:
    cle = await changer(alice, {"champ": "priorite", "priorite": "eleve"}, *CODES[:2])
    await fiches_action.changer_avancement(
        alice, CODES[0], 2, ca.ChangerAvancement.model_validate({"avancement": "en_cours"})
    )
    await annuler_changement(alice, cle)
    assert (await fiche(CODES[0]))["priorite"] == "eleve"
    assert (await fiche(CODES[1]))["priorite"] is None
    (restee,) = (await contenu(cle))["annulation"]["restees"]
    assert (restee["numero"], restee["cause"][:16]) == ("1.1", "Modifiée depuis ")


async def test_les_pilotes_s_ajoutent_se_remplacent_et_se_retirent(monde: Moteur, alice: Contexte) -> None:
    acteurs = [{"role": "pilote", "structure": "cd-28"}, {"role": "partenaire", "structure": "asso-a"}]
    await fiches_action.modifier_fiche_action(
        alice, CODES[0], 1, ca.ModifierFicheAction.model_validate({"acteurs": acteurs})
    )
    ajout = await changer(alice, {"champ": "pilote", "structure": "Association exemple A"}, *CODES[:2])
    assert [await pilotes(c) for c in CODES[:2]] == [["cd-28", "asso-a"], ["asso-a"]]
    await annuler_changement(alice, ajout)
    assert [await pilotes(c) for c in CODES[:2]] == [["cd-28"], []]
    await changer(alice, {"champ": "pilote", "structure": "hub-lo", "geste": "remplacer"}, *CODES[:2])
    assert [await pilotes(c) for c in CODES[:2]] == [["hub-lo"], ["hub-lo"]]
    await changer(alice, {"champ": "pilote", "structure": "hub-lo", "geste": "retirer"}, CODES[0])
    assert [await pilotes(c) for c in CODES[:2]] == [[], ["hub-lo"]]
    partenaires = await lignes(
        "SELECT s.code FROM acteur a JOIN structure s ON s.id = a.structure WHERE a.fiche_action = {} "
        "AND a.role = 'partenaire'",
        (await fiche(CODES[0]))["id"],
    )
    assert [p["code"] for p in partenaires] == ["asso-a"]


async def test_ranger_numerote_a_la_suite_et_un_numero_signe_reste(monde: Moteur, alice: Contexte) -> None:
    await changer(alice, {"champ": "axe", "axe": "28-2024/2"}, *CODES)
    rangees = await lignes("SELECT titre, rang FROM fiche_action WHERE axe = {} ORDER BY rang", await axe("28-2024/2"))
    assert [(r["titre"], r["rang"]) for r in rangees if r["rang"]] == [("Bus numérique", 1), ("Permanences", 2)]
    await signatures.signer(
        alice, "28-2025", 3, cf.ChangerEtat.model_validate({"etat": "signee", "date": "2025-06-16"})
    )
    autre = await fiches_action_axe(alice)
    commande = ChangerDesFiches.model_validate(
        {
            "feuille_de_route": await feuille("28-2025"),
            "demande": {"champ": "axe", "axe": autre},
            "fiches": [{"fiche": f["id"], "version": f["version"]} for f in [await fiche("28-2025/1.1")]],
        }
    )
    with pytest.raises(RegleViolee) as refus:
        await executer(alice, commande)
    assert "1.1" in refus.value.message


async def test_le_numero_repris_entre_temps_n_est_pas_rendu(monde: Moteur, alice: Contexte) -> None:
    cle = await changer(alice, {"champ": "axe", "axe": "28-2024/2"}, CODES[1])
    neuve = {"feuille_de_route": "28-2024", "axe": "28-2024/1", "rang": 2, "titre": "Autre", "instruction": "retenue"}
    await fiches_action.creer_fiche_action(alice, ca.CreerFicheAction.model_validate(neuve))
    await annuler_changement(alice, cle)
    (restee,) = (await contenu(cle))["annulation"]["restees"]
    assert "numéro" in restee["cause"]
    assert (await fiche("28-2024/2.1"))["titre"] == "Permanences"


async def test_des_nouvelles_se_demandent_ensemble_et_se_rappellent(monde: Moteur, alice: Contexte) -> None:
    acteurs = {"acteurs": [{"role": "pilote", "structure": "asso-a"}]}
    await fiches_action.modifier_fiche_action(alice, CODES[0], 1, ca.ModifierFicheAction.model_validate(acteurs))
    cle = await changer(alice, {"champ": "nouvelles", "pourquoi": "Avant le COPIL."}, *CODES)
    demandes = await lignes("SELECT fiche_action, message, etat FROM demande_de_nouvelles")
    assert [(d["fiche_action"], d["message"], d["etat"]) for d in demandes] == [
        ((await fiche(CODES[0]))["id"], "Avant le COPIL.", "envoyee")
    ]
    assert [f["numero"] for f in (await contenu(cle))["refusees"]] == ["1.2", "p1"]
    await annuler_changement(alice, cle)
    assert [d["etat"] for d in await lignes("SELECT etat FROM demande_de_nouvelles")] == ["annulee"]


async def test_qui_a_perdu_ses_droits_n_annule_plus_ce_qu_il_avait_change(monde: Moteur, alice: Contexte) -> None:
    cle = await changer(alice, {"champ": "priorite", "priorite": "eleve"}, *CODES[:2])
    lectrice = contexte(Acteur("alice-28", "Alice", profils={GOUVERNANCE_28: Profil.LECTEUR}), requete="apres")
    await annuler_changement(lectrice, cle)
    restees = (await contenu(cle))["annulation"]["restees"]
    assert [r["cause"][: len(SANS_DROIT)] for r in restees] == [SANS_DROIT] * 2
    assert (await fiche(CODES[0]))["priorite"] == "eleve"
