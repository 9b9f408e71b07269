"""News asked of a pilote, one or many at once; reminded, called off; by whom."""

from __future__ import annotations

from datetime import date

import pytest

from backend.context import Contexte
from backend.services import contributions as s
from backend.services.commands.contributions import DeclinerReponse, DemanderDesNouvelles, RelancerDemande
from backend.services.commands.fiches_action import ModifierFicheAction
from backend.services.fiches_action import modifier_fiche_action
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.services.demandes import (
    ATELIERS,
    BUS,
    LU,
    PERMANENCES,
    REPONSE,
    VISITEUR,
    cle_de,
    demander,
    par_le_lien,
    piloter,
    repondue,
)
from tests.support.etat import contenu_de_la_base, valeur
from tests.support.personnes import GOUVERNANCE_28, contexte


async def test_en_lot_chaque_fiche_a_au_plus_une_demande(monde: Moteur, alice: Contexte) -> None:
    await piloter(alice)
    fait = await s.demander_des_nouvelles(alice, [BUS, PERMANENCES], DemanderDesNouvelles(message="Bilan"))
    assert set(fait.creees) == {await cle_de(BUS)}
    assert fait.sans_pilote == (await cle_de(PERMANENCES),)
    encore = await s.demander_des_nouvelles(alice, [BUS], DemanderDesNouvelles())
    assert (encore.creees, encore.deja) == ({}, (await cle_de(BUS),))
    avant = await contenu_de_la_base()
    with pytest.raises(Interdit):
        await s.demander_des_nouvelles(alice, [PERMANENCES, ATELIERS], DemanderDesNouvelles(structure="cd-28"))
    with pytest.raises(RegleViolee):
        await s.demander_des_nouvelles(alice, [BUS, PERMANENCES], DemanderDesNouvelles(courriel="un@exemple.fr"))
    with pytest.raises(RegleViolee):
        await s.demander_des_nouvelles(alice, [BUS], DemanderDesNouvelles(echeance=date(2025, 6, 16)))
    assert await contenu_de_la_base() == avant


async def test_relancer_et_annuler(monde: Moteur, alice: Contexte) -> None:
    ctx, demande = await demander(alice, courriel="pilote@exemple.fr")
    await s.relancer_demande(alice, demande, RelancerDemande(echeance=date(2025, 7, 15)))
    assert await valeur("SELECT COUNT(*) AS n FROM courriel WHERE modele = 'nouvelles'") == 2
    assert await valeur("SELECT echeance FROM demande_de_nouvelles") == date(2025, 7, 15)
    with pytest.raises(RegleViolee):
        await s.relancer_demande(alice, demande, RelancerDemande(echeance=date(2025, 6, 1)))
    await s.annuler_demande(alice, demande)
    with pytest.raises(RegleViolee):
        await s.repondre(ctx, demande, REPONSE)
    with pytest.raises(RegleViolee):
        await s.relancer_demande(alice, demande, RelancerDemande())
    assert await valeur("SELECT COUNT(*) AS n FROM entree_journal WHERE apres LIKE '%pilote@%'") == 0


async def test_qui_n_ecrit_pas_la_feuille_de_route_ne_demande_ni_n_accepte(
    monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    demande = await repondue(alice)
    hub = await valeur("SELECT id FROM structure WHERE code = 'hub-lo'")
    diane = contexte(Acteur("diane-hub", "Diane", profils={GOUVERNANCE_28: Profil.ANIMATEUR}, structure=hub))
    avant = await contenu_de_la_base()
    lien = await par_le_lien(demande)
    refus = [(bob, Interdit), (diane, Interdit), (charlie, NonTrouve), (VISITEUR, NonTrouve), (lien, NonTrouve)]
    for personne, attendu in refus:
        with pytest.raises(attendu):
            await s.demander_des_nouvelles(personne, [PERMANENCES], DemanderDesNouvelles(structure="cd-28"))
        with pytest.raises(attendu):
            await s.accepter_reponse(personne, demande, None)
        with pytest.raises(attendu):
            await s.decliner_reponse(personne, demande, DeclinerReponse(motif="Non."))
        with pytest.raises(attendu):
            await s.annuler_demande(personne, demande)
    for personne in (alice, bob, charlie, VISITEUR):
        with pytest.raises(NonTrouve):
            await s.repondre(personne, demande, REPONSE)
    assert await contenu_de_la_base() == avant


async def test_qui_anime_et_a_aide_a_ecrire_demande_sans_pouvoir_accepter(monde: Moteur, alice: Contexte) -> None:
    await modifier_fiche_action(
        alice,
        PERMANENCES,
        1,
        ModifierFicheAction.model_validate(
            {
                "acteurs": [
                    {"role": "pilote", "structure": "cd-28"},
                    {"role": "aide_redaction", "structure": "hub-lo"},
                ]
            }
        ),
    )
    hub = await valeur("SELECT id FROM structure WHERE code = 'hub-lo'")
    diane = contexte(Acteur("diane-hub", "Diane", profils={GOUVERNANCE_28: Profil.ANIMATEUR}, structure=hub))
    (demande,) = (await s.demander_des_nouvelles(diane, [PERMANENCES], DemanderDesNouvelles())).creees.values()
    await s.repondre(await par_le_lien(demande), demande, {**LU, "avancement": "en_cours", "texte": "Ouvert."})
    with pytest.raises(Interdit):
        await s.accepter_reponse(diane, demande, None)
    await s.accepter_reponse(alice, demande, None)
