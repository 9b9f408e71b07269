"""A bulk change: who may, what it refuses, what it leaves alone, and asked twice."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from backend.context import Contexte
from backend.queries.references import charger
from backend.services import fiches_action
from backend.services.changements_groupes import annuler_changement, prevoir_changement
from backend.services.commands import fiches_action as ca
from backend.services.commands.changements_groupes import DemandeDeChangement
from fne_roadmaps.domain.changements_groupes import Sort
from fne_roadmaps.domain.droits import SYSTEME, Acteur
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import Conflit, Interdit, NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.services.groupes import CODES, changer, cles, contenu, executer, fiche, voir
from tests.support.etat import contenu_de_la_base
from tests.support.personnes import GOUVERNANCE_28, contexte


async def test_ce_qui_a_bouge_depuis_l_apercu_est_laisse(monde: Moteur, alice: Contexte) -> None:
    commande = await voir({"champ": "priorite", "priorite": "bas"}, *CODES[:2])
    await fiches_action.changer_avancement(
        alice, CODES[0], 1, ca.ChangerAvancement.model_validate({"avancement": "en_cours"})
    )
    cle = await executer(alice, commande)
    assert (await fiche(CODES[0]))["priorite"] is None
    assert (await fiche(CODES[1]))["priorite"] == "bas"
    (refusee,) = (await contenu(cle))["refusees"]
    assert "depuis l’aperçu" in refusee["cause"]


async def test_deux_fois_la_meme_demande_n_en_font_qu_une(monde: Moteur, alice: Contexte) -> None:
    commande = await voir({"champ": "priorite", "priorite": "bas"}, *CODES[:2])
    premiere = await executer(alice, commande, "une-cle")
    etat = await contenu_de_la_base()
    assert await executer(alice, commande, "une-cle") == premiere
    assert await contenu_de_la_base() == etat
    with pytest.raises(Conflit):
        await executer(alice, await voir({"champ": "priorite", "priorite": "moyen"}, *CODES[:2]), "une-cle")


async def test_bob_ne_change_rien_et_charlie_ne_voit_rien(
    monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    fait = await changer(alice, {"champ": "meteo", "meteo": "securises"}, *CODES[:2])
    avant = await contenu_de_la_base()
    demande = {"champ": "priorite", "priorite": "bas"}
    apercu = await prevoir_changement(bob, "28-2024", DemandeDeChangement.model_validate(demande), await cles())
    assert {x.sort for x in apercu.lignes} == {Sort.REFUSEE}
    with pytest.raises(Interdit):
        await changer(bob, demande)
    with pytest.raises(Interdit):
        await annuler_changement(bob, fait)
    for acte in (changer(charlie, demande), annuler_changement(charlie, fait), annuler_changement(alice, uuid4())):
        with pytest.raises(NonTrouve):
            await acte
    with pytest.raises(NonTrouve):
        await prevoir_changement(charlie, "28-2024", DemandeDeChangement.model_validate(demande), await cles())
    assert await contenu_de_la_base() == avant


async def test_un_contributeur_ne_change_que_ce_qu_il_pilote(monde: Moteur, alice: Contexte) -> None:
    acteurs = {"acteurs": [{"role": "pilote", "structure": "asso-a"}]}
    await fiches_action.modifier_fiche_action(alice, CODES[0], 1, ca.ModifierFicheAction.model_validate(acteurs))
    structure = (await charger(SYSTEME, "structure", "asso-a"))["id"]
    fanny = contexte(
        Acteur("fanny-28", "Fanny", profils={GOUVERNANCE_28: Profil.CONTRIBUTEUR}, structure=structure), requete="fanny"
    )
    cle = await changer(fanny, {"champ": "avancement", "avancement": "en_cours"}, *CODES[:2])
    assert [f["numero"] for f in (await contenu(cle))["faites"]] == ["1.1"]
    assert (await fiche(CODES[1]))["avancement"] == "a_venir"
    with pytest.raises(Interdit):
        await changer(fanny, {"champ": "pilote", "structure": "cd-28"}, *CODES[:2])


async def test_rien_a_changer_est_refuse_en_disant_pourquoi(monde: Moteur, alice: Contexte) -> None:
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee) as refus:
        await changer(alice, {"champ": "avancement", "avancement": "a_venir"}, *CODES[:2])
    assert "déjà" in refus.value.message
    assert await contenu_de_la_base() == avant


@pytest.mark.parametrize(
    ("demande", "champ"),
    [
        ({"champ": "avancement"}, "avancement"),
        ({"champ": "pilote"}, "structure"),
        ({"champ": "pilote", "structure": "Personne du tout"}, "structure"),
        ({"champ": "axe"}, "axe"),
        ({"champ": "axe", "axe": "41-2024/1"}, "axe"),
        ({"champ": "axe", "axe": "28-2025/1"}, "axe"),
    ],
)
async def test_une_valeur_qui_manque_ou_n_existe_pas_nomme_son_champ(
    monde: Moteur, alice: Contexte, demande: dict[str, Any], champ: str
) -> None:
    with pytest.raises(RegleViolee) as refus:
        await prevoir_changement(alice, "28-2024", DemandeDeChangement.model_validate(demande), await cles())
    assert refus.value.champ == champ
