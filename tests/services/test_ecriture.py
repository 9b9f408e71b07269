"""The transaction of every write: all or nothing, one winner, nothing lost, nothing written for nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from piccolo.engine.exceptions import TransactionError

from backend.context import Contexte
from backend.queries.lecture import ligne, lignes
from backend.services import feuilles_de_route, fiches_action, gouvernances, instances, reunions
from backend.services.commands import (
    decisions as cd,
    feuilles_de_route as cf,
    fiches_action as ca,
    gouvernances as cg,
    instances as ci,
    reunions as cr,
)
from backend.services.ecriture import ecriture
from fne_roadmaps.domain.errors import Conflit, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.services.actes import DE_LA_GOUVERNANCE, Acte
from tests.support.etat import contenu_de_la_base, lignes_du_journal, valeur
from tests.support.personnes import ALICE, contexte

A_MOITIE: tuple[tuple[Callable[..., Awaitable[Any]], Any, str], ...] = (
    (
        fiches_action.creer_fiche_action,
        ca.CreerFicheAction.model_validate(
            {
                "feuille_de_route": "28-2024",
                "axe": "28-2024/1",
                "titre": "À moitié",
                "instruction": "retenue",
                "acteurs": [
                    {"role": "pilote", "structure": "cd-28"},
                    {"role": "partenaire", "structure": "nulle-part"},
                ],
            }
        ),
        "acteurs.1",
    ),
    (
        fiches_action.creer_fiche_action,
        ca.CreerFicheAction.model_validate(
            {"feuille_de_route": "28-2024", "titre": "À moitié", "territoires": ["28", "99"]}
        ),
        "territoires.1",
    ),
    (
        instances.creer_instance,
        ci.CreerInstance.model_validate(
            {
                "gouvernance": "28",
                "slug": "gt-a-moitie",
                "type": "groupe_de_travail",
                "nom": "À moitié",
                "sieges": [{"structure": "cd-28"}],
                "cadences": [{"texte": "Mensuelle"}, {"texte": "De 4 à 2", "min_par_an": 4, "max_par_an": 2}],
            }
        ),
        "cadences.1.max_par_an",
    ),
    (
        reunions.creer_reunion,
        cr.CreerReunion.model_validate(
            {
                "instance": "28/copil",
                "date": "[2025-09-14,2025-09-21]",
                "roles": [{"structure": "hub-lo", "role": "animateur"}, {"structure": "nulle-part", "role": "expert"}],
            }
        ),
        "roles.1",
    ),
    (
        reunions.creer_decision,
        cd.CreerDecision.model_validate(
            {"instance": "28/copil", "annee": 2025, "texte": "À moitié", "fiches": ["28-2024/1.1", "28-2024/1.9"]}
        ),
        "fiches.1",
    ),
    (
        feuilles_de_route.creer_feuille_de_route,
        cf.CreerFeuilleDeRoute.model_validate(
            {
                "gouvernance": "28",
                "titre": "À moitié",
                "perimetre": "departemental",
                "annee": 2027,
                "territoires": ["28"],
                "signataires": [{"structure": "cd-28"}, {"structure": "nulle-part"}],
            }
        ),
        "signataires.1",
    ),
)


@pytest.mark.parametrize(("service", "commande", "champ"), A_MOITIE, ids=lambda x: getattr(x, "__name__", None))
async def test_un_refus_a_mi_chemin_ne_laisse_rien(
    monde: Moteur, alice: Contexte, service: Callable[..., Awaitable[Any]], commande: Any, champ: str
) -> None:
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee) as refus:
        await service(alice, commande)
    assert refus.value.champ == champ
    assert await contenu_de_la_base() == avant


async def test_une_interruption_ne_laisse_rien(monde: Moteur, alice: Contexte, monkeypatch: pytest.MonkeyPatch) -> None:
    avant = await contenu_de_la_base()

    async def interrompre(*_: Any, **__: Any) -> None:
        raise asyncio.CancelledError

    monkeypatch.setattr("backend.services.reunions.tenue.ecrire_options", interrompre)
    with pytest.raises(asyncio.CancelledError):
        await reunions.creer_reunion(alice, cr.CreerReunion(instance="28/copil"))
    assert await contenu_de_la_base() == avant


async def test_une_ecriture_ne_s_ouvre_pas_dans_une_autre(monde: Moteur, alice: Contexte) -> None:
    with pytest.raises(TransactionError):
        async with ecriture():
            await reunions.creer_reunion(alice, cr.CreerReunion(instance="28/copil"))


async def test_huit_personnes_partent_de_la_meme_version(monde: Moteur) -> None:
    async def courir(rang: int) -> int:
        commande = ca.ModifierFicheAction.model_validate({"titre": f"Titre {rang}", "publics": [f"Public {rang}"]})
        ctx = contexte(ALICE, requete=f"course-{rang}")
        return await fiches_action.modifier_fiche_action(ctx, "28-2024/1.1", 1, commande)

    resultats = await asyncio.gather(*(courir(rang) for rang in range(8)), return_exceptions=True)
    gagnants = [rang for rang, resultat in enumerate(resultats) if resultat == 2]
    conflits = [resultat for resultat in resultats if isinstance(resultat, Conflit)]
    assert (len(gagnants), len(conflits)) == (1, 7)
    for conflit in conflits:
        assert conflit.actuel["titre"] == f"Titre {gagnants[0]}"
        assert conflit.actuel["version"] == 2
        assert str(conflit.propose["titre"]).startswith("Titre ")
        assert conflit.propose["titre"] != conflit.actuel["titre"]
    fiche = await ligne("SELECT id, titre, version FROM fiche_action WHERE titre = {}", f"Titre {gagnants[0]}")
    assert fiche
    assert fiche["version"] == 2
    publics = await lignes("SELECT libelle FROM public_cible WHERE fiche_action = {}", fiche["id"])
    assert [p["libelle"] for p in publics] == [f"Public {gagnants[0]}"]
    ecrits = await lignes("SELECT requete FROM entree_journal WHERE requete LIKE 'course-%'")
    assert {e["requete"] for e in ecrits} == {f"course-{gagnants[0]}"}


MODIFICATIONS = [acte for acte in DE_LA_GOUVERNANCE if acte.nom.startswith("modifier_")]
# A seat or a cadence is written whole: what its conflict shows is tested with seats.
PAR_CHAMPS = [acte for acte in MODIFICATIONS if acte.nom not in {"modifier_siege", "modifier_cadence"}]


@pytest.mark.parametrize("acte", PAR_CHAMPS, ids=lambda acte: acte.nom)
async def test_une_version_perimee_est_un_conflit_avec_les_deux_textes(
    monde: Moteur, alice: Contexte, acte: Acte
) -> None:
    reference, version, commande = acte.arguments
    await acte.jouer(alice)
    avant = await contenu_de_la_base()
    for perimee in (version, version + 5):
        with pytest.raises(Conflit) as conflit:
            await acte.service(alice, reference, perimee, commande)
        assert conflit.value.actuel["version"] == version + 1
    mots = {champ for champ in ("titre", "nom", "texte", "presentation", "lieu") if champ in commande.model_fields_set}
    autre = type(commande).model_validate(dict.fromkeys(mots, "Autre mot"))
    with pytest.raises(Conflit) as conflit:
        await acte.service(alice, reference, version, autre)
    assert conflit.value.propose == dict.fromkeys(mots, "Autre mot") != {}
    assert all(conflit.value.actuel[champ] not in {None, "Autre mot"} for champ in mots)
    assert await contenu_de_la_base() == avant


@pytest.mark.parametrize("acte", MODIFICATIONS, ids=lambda acte: acte.nom)
async def test_la_meme_modification_une_seconde_fois_ne_change_rien(monde: Moteur, alice: Contexte, acte: Acte) -> None:
    reference, version, commande = acte.arguments
    assert await acte.jouer(alice) == version + 1
    avant = await contenu_de_la_base()
    assert await acte.service(alice, reference, version + 1, commande) == version + 1
    assert await contenu_de_la_base() == avant


LISTES: tuple[tuple[Callable[..., Awaitable[int]], str, type[Any], dict[str, Any]], ...] = (
    (
        fiches_action.modifier_fiche_action,
        "28-2024/1.1",
        ca.ModifierFicheAction,
        {
            "axes_servis": ["28-2024/2"],
            "acteurs": [{"role": "pilote", "structure": "hub-lo", "poste": "hub-lo/mission-28"}],
            "publics": ["Aînés", "Aidants"],
            "territoires": ["28", "bv-chartres"],
            "jalons": [{"titre": "Départ", "date": "2025-09", "fait_le": "2025-06-01"}],
            "financements": [{"financeur": "État", "annee": 2025, "demande": 10**13, "obtenu": 0}],
            "indicateurs": [
                {
                    "libelle": "Voyageurs",
                    "unite": "personnes",
                    "depart": {"valeur": "0", "periode": "2024"},
                    "cible": {"valeur": "100"},
                    "mesures": [{"valeur": "12,5", "date": "2025-03", "source": "Carnet de bord"}],
                }
            ],
            "liens": [{"libelle": "Page", "url": "https://exemple.fr/bus"}],
        },
    ),
    (
        instances.modifier_instance,
        "28/cotech",
        ci.ModifierInstance,
        {
            "sieges": [{"structure": "cd-28", "college": "État"}, {"libelle": "Les maires", "voix": False}],
            "cadences": [{"texte": "Tous les deux mois et demi", "intervalle_demi_mois": 5, "debut": "2024-07-09"}],
            "roles": [{"structure": "hub-lo", "role": "animateur", "debut": "2024-01-01"}],
        },
    ),
    (
        feuilles_de_route.modifier_feuille_de_route,
        "28-2024",
        cf.ModifierFeuilleDeRoute,
        {
            "territoires": ["28"],
            "appuis": [{"type": "crte", "intitule": "CRTE de Chartres"}],
            "signataires": [{"structure": "cd-28", "qualite": "Président"}, {"structure": "hub-lo"}],
        },
    ),
    (
        gouvernances.modifier_gouvernance,
        "28",
        cg.ModifierGouvernance,
        {
            "membres": [
                {"structure": "cd-28", "roles": [{"role": "porteur", "debut": "2024-01-01"}, {"role": "signataire"}]},
                {"structure": "asso-a", "roles": [{"role": "invite"}], "precision": "Sans voix."},
            ]
        },
    ),
    (
        reunions.modifier_reunion,
        "28/copil/r1",
        cr.ModifierReunion,
        {"gouvernances_associees": ["41", "28"], "roles": [{"structure": "hub-lo", "role": "expert"}]},
    ),
    (
        reunions.modifier_decision,
        "28/copil/2025-1",
        cd.ModifierDecision,
        {"fiches": ["28-2024/1.2", "28-2024/1.1", "28-2024/1.2"]},
    ),
)


@pytest.mark.parametrize(("service", "reference", "modele", "saisie"), LISTES, ids=lambda x: getattr(x, "__name__", ""))
async def test_une_liste_rendue_telle_quelle_n_est_pas_un_changement(
    monde: Moteur,
    alice: Contexte,
    service: Callable[..., Awaitable[int]],
    reference: str,
    modele: type[Any],
    saisie: dict[str, Any],
) -> None:
    commande = modele.model_validate(saisie)
    assert await service(alice, reference, 1, commande) == 2
    assert {e["champ"] for e in await lignes_du_journal()} == set(saisie)
    avant = await contenu_de_la_base()
    assert await service(alice, reference, 2, commande) == 2
    assert await contenu_de_la_base() == avant
    vide = modele.model_validate({champ: [] for champ in saisie})
    assert await service(contexte(ALICE, requete="vider"), reference, 2, vide) == 3
    avant_apres = {e["champ"]: (e["avant"], e["apres"]) for e in await lignes_du_journal("vider")}
    assert {champ: apres for champ, (_, apres) in avant_apres.items()} == dict.fromkeys(saisie, "[]")
    ecrits = {e["champ"]: e["apres"] for e in await lignes_du_journal()}
    assert {champ: tenue for champ, (tenue, _) in avant_apres.items()} == ecrits


async def test_le_journal_garde_les_mesures_d_un_indicateur_retire(monde: Moteur, alice: Contexte) -> None:
    service, reference, modele, saisie = LISTES[0]
    await service(alice, reference, 1, modele.model_validate({"indicateurs": saisie["indicateurs"]}))
    await service(contexte(ALICE, requete="retirer"), reference, 2, modele.model_validate({"indicateurs": []}))
    (entree,) = await lignes_du_journal("retirer")
    assert "Carnet de bord" in entree["avant"]
    assert '"valeur":"12.5"' in entree["avant"]
    assert await valeur("SELECT COUNT(*) AS n FROM chiffre WHERE indicateur IS NOT NULL") == 0
