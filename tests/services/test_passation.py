"""Passation: a post and all that hangs on it handed to the next person in one act."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.context import Contexte
from backend.queries.comptes import derniere_passation
from backend.queries.contributions import demande_du_lien
from backend.queries.courriels import empechement
from backend.queries.lecture import ligne, lignes
from backend.services import comptes
from fne_roadmaps.domain.droits import PUBLIC
from fne_roadmaps.domain.enums import ModeleCourriel, Profil
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.domain.jetons import creer_jeton
from fne_roadmaps.tables.engines import Moteur
from tests.services.comptes import AGENT, PHRASE, adresse, cle_de, comme, compte_de, est_ouverte, invite
from tests.services.passation import ARRIVE, installer, passer, poste, vue
from tests.support.etat import contenu_de_la_base, lignes_du_journal, valeur
from tests.support.personnes import GOUVERNANCE_28, MAINTENANT, SECRET, contexte


async def test_l_apercu_dit_tout_ce_qui_suit_la_fonction(monde: Moteur, alice: Contexte, systeme: Contexte) -> None:
    await installer(alice, systeme)
    avant = await vue(alice)
    assert avant.compte
    assert avant.compte["nom"] == "Gaston"
    assert [s["code"] for s in avant.sieges] == ["28/cotech"]
    assert [f["titre"] for f in avant.fiches] == ["Bus numérique"]
    assert [d["titre"] for d in avant.demandes] == ["Bus numérique"]
    assert [(p["code"], p["profil"]) for p in avant.profils] == [("28", "redacteur")]
    assert await derniere_passation(GOUVERNANCE_28, await poste()) is None


async def test_tout_passe_en_un_acte_et_l_histoire_reste(monde: Moteur, alice: Contexte, systeme: Contexte) -> None:
    ancienne = await installer(alice, systeme)
    parti = await cle_de("Gaston")
    jeton = await passer(alice)
    assert jeton
    apres = await vue(alice)
    assert [s["code"] for s in apres.sieges] == ["28/cotech"]
    assert [f["titre"] for f in apres.fiches] == ["Bus numérique"]
    assert apres.compte
    assert apres.compte["id"] == await cle_de(ARRIVE)
    occupations = await lignes("SELECT debut, fin FROM occupation WHERE supprime_le IS NULL ORDER BY debut")
    assert [(o["debut"], o["fin"]) for o in occupations] == [
        (date(2024, 9, 1), alice.au - timedelta(days=1)),
        (alice.au, None),
    ]
    assert not await est_ouverte(ancienne)
    ancien = await ligne("SELECT * FROM compte WHERE id = {}", parti)
    assert ancien
    assert ancien["supprime_le"] is not None
    profil = await ligne("SELECT * FROM profil_de_compte WHERE compte = {}", parti)
    assert profil
    assert profil["fin"] == alice.au - timedelta(days=1)
    with pytest.raises(RegleViolee):
        await comptes.se_connecter(contexte(PUBLIC), adresse("Gaston"), PHRASE, AGENT)
    await comptes.utiliser_un_acces(contexte(PUBLIC), jeton, PHRASE, AGENT)
    hector = await comme(ARRIVE)
    assert hector.acteur.profils == {GOUVERNANCE_28: Profil.REDACTEUR}
    assert (await compte_de(ARRIVE))["poste"] == await poste()


async def test_les_liens_en_attente_ne_servent_qu_a_la_personne_qui_arrive(
    monde: Moteur, alice: Contexte, systeme: Contexte
) -> None:
    await installer(alice, systeme)
    demande = UUID(str(await valeur("SELECT id FROM demande_de_nouvelles")))
    ancien = creer_jeton(SECRET, "nouvelles", demande, 1)
    assert await demande_du_lien(contexte(PUBLIC), ancien)
    await passer(alice)
    with pytest.raises(NonTrouve):
        await demande_du_lien(contexte(PUBLIC), ancien)
    assert await demande_du_lien(contexte(PUBLIC), creer_jeton(SECRET, "nouvelles", demande, 2))
    courriels = await lignes("SELECT * FROM courriel WHERE modele = {}", ModeleCourriel.NOUVELLES.value)
    bloques = {c["destinataire"]: await empechement(c, MAINTENANT) for c in courriels}
    assert bloques.keys() == {adresse("Gaston"), adresse(ARRIVE)}
    assert bloques[adresse(ARRIVE)] is None
    assert bloques[adresse("Gaston")]


async def test_le_journal_de_la_passation_ne_garde_ni_nom_ni_adresse(
    monde: Moteur, alice: Contexte, systeme: Contexte
) -> None:
    await installer(alice, systeme)
    await passer(alice)
    journal = await lignes_du_journal("passation")
    assert {e["acteur"] for e in journal} == {"alice-28"}
    assert ("poste", "passation") in {(e["concept"], e["action"]) for e in journal}
    assert "hector" not in str(journal).lower()


async def test_un_poste_peut_rester_vacant(monde: Moteur, alice: Contexte, systeme: Contexte) -> None:
    ancienne = await installer(alice, systeme)
    assert await passer(alice, nom=None, courriel=None) is None
    assert not await est_ouverte(ancienne)
    (occupation,) = await lignes("SELECT fin FROM occupation WHERE supprime_le IS NULL")
    assert occupation["fin"] == alice.au - timedelta(days=1)
    apres = await vue(alice)
    assert apres.compte is None
    assert len(apres.sieges) == len(apres.fiches) == 1
    assert await valeur("SELECT courriel FROM demande_de_nouvelles") is None


@pytest.mark.parametrize(
    ("champs", "champ"),
    [
        ({"le": date(2025, 6, 18)}, "le"),
        ({"le": date(2024, 1, 1)}, "debut"),
        ({"le": date(2024, 1, 1), "nom": None, "courriel": None}, "le"),
        ({"nom": None}, "nom"),
        ({"courriel": None}, "courriel"),
        ({"courriel": "pas une adresse"}, "courriel"),
        ({"courriel": adresse("Gaston")}, "courriel"),
        ({"courriel": adresse("Irma")}, "courriel"),
    ],
)
async def test_une_passation_refusee_dit_son_champ_et_n_ecrit_rien(
    monde: Moteur, alice: Contexte, systeme: Contexte, champs: dict[str, Any], champ: str
) -> None:
    await installer(alice, systeme)
    await invite(alice, "Irma", Profil.LECTEUR, structure="cd-28")
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee) as refus:
        await passer(alice, **champs)
    assert refus.value.champ == champ
    assert await contenu_de_la_base() == avant


async def test_laisser_vacant_le_dernier_poste_qui_administre_est_refuse(
    monde: Moteur, alice: Contexte, systeme: Contexte
) -> None:
    await installer(alice, systeme, Profil.PORTEUR)
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee, match="dernier compte"):
        await passer(alice, nom=None, courriel=None)
    assert await contenu_de_la_base() == avant
    assert await passer(alice)
