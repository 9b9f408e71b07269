"""Profiles of accounts in a governance: changed, ended, never down to nobody who administers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from backend.context import Contexte
from backend.queries.comptes import acteur_de, comptes_de_gouvernance
from backend.queries.lecture import lignes
from backend.services import comptes
from backend.services.commands.comptes import Inviter
from fne_roadmaps.domain.droits import PUBLIC
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.services.comptes import cle_de, comme, entre, est_ouverte, invite
from tests.support.etat import contenu_de_la_base, lignes_du_journal
from tests.support.personnes import GOUVERNANCE_28, contexte


async def test_changer_un_profil_change_les_droits_et_ferme_les_sessions(monde: Moteur, alice: Contexte) -> None:
    temoin = await entre(alice, "Gaston", Profil.LECTEUR)
    acte = replace(alice, requete="changement")
    await comptes.changer_profil(acte, "28", await cle_de("Gaston"), Profil.REDACTEUR)
    assert (await comme("Gaston")).acteur.profils == {GOUVERNANCE_28: Profil.REDACTEUR}
    assert not await est_ouverte(temoin)
    (entree,) = await lignes_du_journal("changement")
    assert (entree["action"], entree["gouvernance"]) == ("changer_profil", GOUVERNANCE_28)
    assert (entree["avant"], entree["apres"]) == ('"lecteur"', '"redacteur"')


async def test_retirer_un_profil_finit_ce_jour_et_se_redonne(monde: Moteur, alice: Contexte) -> None:
    temoin = await entre(alice, "Gaston", Profil.LECTEUR)
    cle = await cle_de("Gaston")
    await comptes.retirer_profil(alice, "28", cle)
    assert not await est_ouverte(temoin)
    assert cle not in {c["id"] for c in await comptes_de_gouvernance(GOUVERNANCE_28, alice.au)}
    acteur = await acteur_de(cle, alice.au)
    assert acteur
    assert acteur.profils == {}
    with pytest.raises(NonTrouve):
        await comptes.retirer_profil(alice, "28", cle)
    jeton_ou_rien = await comptes.inviter(
        replace(alice, requete="retour"),
        "28",
        Inviter(nom="Gaston", courriel="gaston@essai.example", profil=Profil.CONTRIBUTEUR),
    )
    assert jeton_ou_rien is None
    assert (await comme("Gaston")).acteur.profils == {GOUVERNANCE_28: Profil.CONTRIBUTEUR}


@pytest.mark.parametrize("teneur", [Profil.ADMINISTRATEUR, Profil.PORTEUR])
async def test_le_dernier_qui_administre_reste(monde: Moteur, alice: Contexte, teneur: Profil) -> None:
    await entre(alice, "Gaston", teneur)
    await entre(alice, "Hector", Profil.LECTEUR)
    await invite(alice, "Jamais-Venue", Profil.PORTEUR)
    gaston = await comme("Gaston")
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee) as refus:
        await comptes.changer_profil(gaston, "28", await cle_de("Gaston"), Profil.REDACTEUR)
    assert refus.value.champ == "profil"
    with pytest.raises(RegleViolee):
        await comptes.retirer_profil(gaston, "28", await cle_de("Gaston"))
    assert await contenu_de_la_base() == avant
    await comptes.retirer_profil(gaston, "28", await cle_de("Hector"))
    await entre(replace(alice, requete="relais"), "Irma", Profil.ADMINISTRATEUR)
    await comptes.retirer_profil(gaston, "28", await cle_de("Gaston"))


async def test_seul_qui_administre_change_ou_retire(
    monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    temoin = await entre(alice, "Gaston", Profil.LECTEUR)
    cle = await cle_de("Gaston")
    avant = await contenu_de_la_base()
    refus = ((bob, Interdit), (charlie, NonTrouve), (contexte(PUBLIC), NonTrouve), (await comme("Gaston"), Interdit))
    for ctx, erreur in refus:
        with pytest.raises(erreur):
            await comptes.changer_profil(ctx, "28", cle, Profil.PORTEUR)
        with pytest.raises(erreur):
            await comptes.retirer_profil(ctx, "28", cle)
    for ctx in (alice, charlie):
        with pytest.raises(NonTrouve):
            await comptes.retirer_profil(ctx, "41", cle)
    assert await contenu_de_la_base() == avant
    assert await est_ouverte(temoin)


async def test_un_compte_n_a_qu_une_rangee_par_gouvernance(monde: Moteur, alice: Contexte) -> None:
    await entre(alice, "Gaston", Profil.LECTEUR)
    cle = await cle_de("Gaston")
    for profil in (Profil.REDACTEUR, Profil.ANIMATEUR, Profil.LECTEUR):
        await comptes.changer_profil(alice, "28", cle, profil)
    (rangee,) = await lignes("SELECT profil FROM profil_de_compte WHERE compte = {}", cle)
    assert rangee["profil"] == "lecteur"
    with pytest.raises(RegleViolee, match="déjà le profil"):
        await comptes.changer_profil(alice, "28", cle, Profil.LECTEUR)
