"""A passation undone while there is time, and who may hand over or undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from backend.context import Contexte
from backend.queries.comptes import derniere_passation
from backend.queries.lecture import ligne, lignes
from backend.services import comptes
from backend.services.commands.comptes import Inviter, PasserLaMain
from fne_roadmaps.domain.droits import PUBLIC, Acteur
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.domain.jetons import creer_jeton
from fne_roadmaps.tables.engines import Moteur
from tests.services.comptes import AGENT, PHRASE, adresse, comme, compte_de, est_ouverte, invite
from tests.services.passation import ARRIVE, annuler, installer, passer, poste
from tests.support.etat import contenu_de_la_base
from tests.support.personnes import GOUVERNANCE_28, GOUVERNANCE_41, MAINTENANT, SECRET, contexte


async def test_annuler_remet_tout_comme_avant(monde: Moteur, alice: Contexte, systeme: Contexte) -> None:
    await installer(alice, systeme)
    jeton = await passer(alice)
    assert jeton
    await annuler(alice)
    gaston = await comme("Gaston")
    assert gaston.acteur.profils == {GOUVERNANCE_28: Profil.REDACTEUR}
    assert await comptes.se_connecter(contexte(PUBLIC), adresse("Gaston"), PHRASE, AGENT)
    occupations = await lignes("SELECT debut, fin FROM occupation WHERE supprime_le IS NULL")
    assert [(o["debut"], o["fin"]) for o in occupations] == [(date(2024, 9, 1), None)]
    with pytest.raises(NonTrouve):
        await comptes.utiliser_un_acces(contexte(PUBLIC), jeton, PHRASE, AGENT)
    arrive = await compte_de(ARRIVE)
    assert arrive["supprime_le"] is not None
    demande = await ligne("SELECT * FROM demande_de_nouvelles")
    assert demande
    assert (demande["generation"], demande["courriel"]) == (3, adresse("Gaston"))
    assert await derniere_passation(GOUVERNANCE_28, await poste()) is None
    with pytest.raises(NonTrouve):
        await annuler(alice)
    assert await passer(replace(alice, maintenant=alice.maintenant + timedelta(hours=3)))


async def test_une_vacance_s_annule_aussi(monde: Moteur, alice: Contexte, systeme: Contexte) -> None:
    await installer(alice, systeme)
    await passer(alice, nom=None, courriel=None)
    await annuler(alice)
    assert (await comme("Gaston")).acteur.profils == {GOUVERNANCE_28: Profil.REDACTEUR}


async def test_trop_tard_une_fois_le_nouveau_compte_ouvert(monde: Moteur, alice: Contexte, systeme: Contexte) -> None:
    await installer(alice, systeme)
    jeton = await passer(alice)
    assert jeton
    await comptes.utiliser_un_acces(contexte(PUBLIC), jeton, PHRASE, AGENT)
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee, match="a ouvert son compte"):
        await annuler(alice)
    assert await contenu_de_la_base() == avant


async def test_on_passe_son_propre_poste_et_on_peut_le_reprendre(
    monde: Moteur, alice: Contexte, systeme: Contexte
) -> None:
    temoin = await installer(alice, systeme, Profil.PORTEUR)
    gaston = await comme("Gaston")
    assert await passer(gaston)
    assert not await est_ouverte(temoin)
    faite = await derniere_passation(GOUVERNANCE_28, await poste())
    assert faite
    jeton = comptes.jeton_de_retour(gaston, faite)
    personne = contexte(PUBLIC, requete="reprise", maintenant=MAINTENANT + timedelta(hours=2))
    for faux in (jeton[:-2], creer_jeton(SECRET, "invitation", faite.cle), creer_jeton("autre", "x", faite.cle)):
        with pytest.raises(NonTrouve):
            await comptes.reprendre_la_main(personne, GOUVERNANCE_28, await poste(), faux)
    with pytest.raises(NonTrouve):
        await comptes.reprendre_la_main(personne, GOUVERNANCE_41, await poste(), jeton)
    await comptes.reprendre_la_main(personne, GOUVERNANCE_28, await poste(), jeton)
    assert (await comme("Gaston")).acteur.profils == {GOUVERNANCE_28: Profil.PORTEUR}
    with pytest.raises(NonTrouve):
        await comptes.reprendre_la_main(personne, GOUVERNANCE_28, await poste(), jeton)


async def test_qui_arrive_avec_plus_de_droits_n_en_perd_pas_et_les_retrouve(
    monde: Moteur, alice: Contexte, systeme: Contexte
) -> None:
    await installer(alice, systeme, Profil.LECTEUR)
    await invite(alice, ARRIVE, Profil.ADMINISTRATEUR)
    await passer(alice)
    assert (await comme(ARRIVE)).acteur.profils == {GOUVERNANCE_28: Profil.ADMINISTRATEUR}
    await annuler(alice)
    assert (await comme(ARRIVE)).acteur.profils == {GOUVERNANCE_28: Profil.ADMINISTRATEUR}
    arrive = await compte_de(ARRIVE)
    assert (arrive["supprime_le"], arrive["poste"]) == (None, None)


async def test_les_droits_d_une_autre_gouvernance_restent_a_qui_l_administre(
    monde: Moteur, alice: Contexte, charlie: Contexte, systeme: Contexte
) -> None:
    await installer(alice, systeme)
    await comptes.inviter(
        replace(charlie, requete="ailleurs"),
        "41",
        Inviter(nom="Gaston", courriel=adresse("Gaston"), profil=Profil.PORTEUR),
    )
    await passer(alice)
    assert (await comme("Gaston")).acteur.profils == {GOUVERNANCE_41: Profil.PORTEUR}
    assert (await comme(ARRIVE)).acteur.profils == {GOUVERNANCE_28: Profil.REDACTEUR}
    await annuler(alice)
    assert set((await comme("Gaston")).acteur.profils.values()) == {Profil.REDACTEUR, Profil.PORTEUR}


async def test_on_n_annule_pas_ce_qui_touche_une_gouvernance_d_un_autre(
    monde: Moteur, alice: Contexte, systeme: Contexte
) -> None:
    await installer(alice, systeme)
    profils = {GOUVERNANCE_28: Profil.PORTEUR, GOUVERNANCE_41: Profil.PORTEUR}
    deux = contexte(Acteur("deux", "Deux", profils=profils), requete="deux")
    await comptes.inviter(deux, "41", Inviter(nom="Gaston", courriel=adresse("Gaston"), profil=Profil.LECTEUR))
    await passer(deux)
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee, match="que vous n’administrez pas"):
        await annuler(alice)
    assert await contenu_de_la_base() == avant
    await annuler(deux)
    assert len((await comme("Gaston")).acteur.profils) == 2


async def test_seul_qui_administre_passe_la_main_ou_l_annule(
    monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte, systeme: Contexte
) -> None:
    await installer(alice, systeme)
    for ctx, refus in ((bob, Interdit), (charlie, NonTrouve), (contexte(PUBLIC), NonTrouve)):
        with pytest.raises(refus):
            await passer(ctx)
    await passer(alice)
    avant = await contenu_de_la_base()
    for ctx, refus in ((bob, Interdit), (charlie, NonTrouve), (contexte(PUBLIC), NonTrouve)):
        with pytest.raises(refus):
            await annuler(ctx)
    with pytest.raises(NonTrouve):
        await comptes.passer_la_main(charlie, "41", await poste(), PasserLaMain(le=charlie.au))
    assert await contenu_de_la_base() == avant
