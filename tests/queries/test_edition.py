"""What the sections of a fiche are chosen from, and who wrote last, alike on both engines."""

from __future__ import annotations

import pytest

from backend.context import Contexte
from backend.queries.vues import edition
from backend.services.commands.fiches_action import ModifierFicheAction
from backend.services.fiches_action import modifier_fiche_action
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.enums import EtatFeuille
from fne_roadmaps.tables.engines import Moteur
from tests.support.personnes import GOUVERNANCE_28, GOUVERNANCE_41

FICHE = cle_fixe("fiche_action:28-2024/1.1")


async def test_les_axes_viennent_dans_l_ordre_et_d_une_seule_feuille(monde: Moteur) -> None:
    axes = await edition.axes_de(cle_fixe("feuille_de_route:28-2024"))
    assert [(a["rang"], a["titre"]) for a in axes] == [(1, "Aller vers"), (2, "Former")]


async def test_les_structures_et_leurs_postes(monde: Moteur) -> None:
    assert {s["code"] for s in await edition.structures()} >= {"cd-28", "hub-lo", "asso-a"}
    (poste,) = await edition.postes()
    assert (poste["fonction"], poste["structure"]) == ("Chargé de mission", cle_fixe("structure:hub-lo"))


@pytest.mark.parametrize(
    ("gouvernance", "codes"),
    [(GOUVERNANCE_28, {"28", "28-dreux", "bv-chartres", "R24"}), (GOUVERNANCE_41, {"41", "R24"})],
)
async def test_les_territoires_sont_ceux_de_la_gouvernance_et_ce_qui_la_contient(
    monde: Moteur, gouvernance: object, codes: set[str]
) -> None:
    trouves = await edition.territoires_de(gouvernance, None)  # type: ignore[arg-type]
    assert {t["code"] for t in trouves} == codes


async def test_un_territoire_que_la_fiche_nomme_deja_reste_a_choisir(monde: Moteur, alice: Contexte) -> None:
    commande = ModifierFicheAction.model_validate({"territoires": ["41"]})
    await modifier_fiche_action(alice, "28-2024/1.1", 1, commande)
    assert "41" in {t["code"] for t in await edition.territoires_de(GOUVERNANCE_28, FICHE)}


async def test_la_derniere_ecriture_vient_d_abord(monde: Moteur, alice: Contexte) -> None:
    await modifier_fiche_action(alice, "28-2024/1.1", 1, ModifierFicheAction.model_validate({"titre": "Neuf"}))
    entrees = await edition.ecritures_de(FICHE)
    assert {e["action"] for e in entrees} == {"creer", "modifier"}
    derniere = await edition.derniere_ecriture(FICHE)
    assert derniere
    assert derniere["le"] == alice.maintenant


async def test_l_etat_de_la_feuille_dit_s_il_y_a_un_texte_publie(monde: Moteur) -> None:
    etat = await edition.etat_de_feuille(cle_fixe("feuille_de_route:28-2025"))
    assert etat
    assert (etat["etat"], etat["versions"]) == (EtatFeuille.VALIDEE, 0)
