"""Entering with a password, sessions opened, renewed, listed, revoked; wrong passwords slow down."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from argon2.exceptions import VerificationError

from backend.context import Contexte
from backend.queries.comptes import acteur_de, session_de, sessions_de
from backend.queries.lecture import lignes
from backend.services import comptes
from backend.services.comptes import connexion
from backend.services.comptes.sessions import empreinte_de
from fne_roadmaps.domain.comptes import DUREE_MAX, INACTIVITE, RAFRAICHISSEMENT
from fne_roadmaps.domain.droits import PUBLIC
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.services.comptes import (
    AGENT,
    AUTRE_PHRASE,
    PHRASE,
    adresse,
    cle_de,
    comme,
    compte_de,
    entre,
    est_ouverte,
    invite,
)
from tests.support.etat import lignes_du_journal, valeur
from tests.support.personnes import MAINTENANT, contexte


@pytest.fixture
def public() -> Contexte:
    """Nobody in particular."""
    return contexte(PUBLIC)


def plus_tard(ctx: Contexte, **duree: float) -> Contexte:
    """The same person, later."""
    return replace(ctx, maintenant=ctx.maintenant + timedelta(**duree))


async def test_on_entre_avec_son_adresse_et_sa_phrase(monde: Moteur, alice: Contexte, public: Contexte) -> None:
    await entre(alice, "Gaston", Profil.REDACTEUR)
    temoin = await comptes.se_connecter(public, " Gaston@Essai.example", PHRASE, AGENT)
    session = await session_de(empreinte_de(temoin), MAINTENANT)
    assert session
    acteur = await acteur_de(session.compte, public.au)
    assert acteur
    assert (acteur.nom, set(acteur.profils.values())) == ("Gaston", {Profil.REDACTEUR})


async def test_seule_l_empreinte_du_temoin_est_gardee(monde: Moteur, alice: Contexte) -> None:
    temoin = await entre(alice, "Gaston", Profil.REDACTEUR)
    assert len(temoin) >= 43
    (session,) = await lignes("SELECT * FROM session_de_compte")
    assert temoin not in str(session)
    assert (session["empreinte"], session["appareil"]) == (empreinte_de(temoin), "Firefox sur Linux")
    assert not await est_ouverte(empreinte_de(temoin))
    assert not await est_ouverte(temoin[:-1] + "A" if temoin[-1] != "A" else temoin[:-1] + "B")


async def test_une_session_glisse_douze_heures_et_finit_a_trente_jours(
    monde: Moteur, alice: Contexte, public: Contexte
) -> None:
    temoin = await entre(alice, "Gaston", Profil.REDACTEUR)
    assert await est_ouverte(temoin, INACTIVITE - timedelta(seconds=1))
    assert not await est_ouverte(temoin, INACTIVITE)
    instant = MAINTENANT
    while instant < MAINTENANT + DUREE_MAX - INACTIVITE:
        instant += INACTIVITE - timedelta(seconds=1)
        session = await session_de(empreinte_de(temoin), instant)
        assert session
        assert session.a_rafraichir
        await comptes.sessions.rafraichir_session(replace(public, maintenant=instant), session.cle)
    assert await session_de(empreinte_de(temoin), MAINTENANT + DUREE_MAX) is None


async def test_l_usage_d_une_session_s_ecrit_au_plus_toutes_les_cinq_minutes(monde: Moteur, alice: Contexte) -> None:
    temoin = await entre(alice, "Gaston", Profil.REDACTEUR)
    for duree, attendu in ((RAFRAICHISSEMENT - timedelta(seconds=1), False), (RAFRAICHISSEMENT, True)):
        session = await session_de(empreinte_de(temoin), MAINTENANT + duree)
        assert session
        assert session.a_rafraichir is attendu


async def test_entrer_de_nouveau_ferme_la_session_que_le_navigateur_tenait(
    monde: Moteur, alice: Contexte, public: Contexte
) -> None:
    ancien = await entre(alice, "Gaston", Profil.REDACTEUR)
    neuf = await comptes.se_connecter(public, adresse("Gaston"), PHRASE, AGENT, remplace=ancien)
    assert neuf != ancien
    assert await est_ouverte(neuf)
    assert not await est_ouverte(ancien)


async def test_un_temoin_choisi_par_le_navigateur_ne_devient_jamais_une_session(
    monde: Moteur, alice: Contexte, public: Contexte
) -> None:
    await entre(alice, "Gaston", Profil.REDACTEUR)
    choisi = "choisi-par-un-autre"
    neuf = await comptes.se_connecter(public, adresse("Gaston"), PHRASE, AGENT, remplace=choisi)
    assert neuf != choisi
    assert not await est_ouverte(choisi)


@pytest.mark.parametrize(
    ("adresse_tapee", "phrase"),
    [
        (adresse("Gaston"), "une phrase fausse"),
        (adresse("Gaston"), ""),
        (adresse("Gaston"), "x" * 10_000),
        (adresse("Gaston"), "\x00\ud800"),
        ("inconnue@essai.example", PHRASE),
        ("", PHRASE),
        ("\x00' OR 1=1 --", PHRASE),
        ("x" * 10_000, PHRASE),
        (adresse("Jamais-Venue"), ""),
        (adresse("Jamais-Venue"), "personne n’a ce mot de passe"),
    ],
)
async def test_quoi_qui_soit_faux_la_reponse_est_la_meme(
    monde: Moteur, alice: Contexte, public: Contexte, adresse_tapee: str, phrase: str
) -> None:
    await entre(alice, "Gaston", Profil.REDACTEUR)
    await invite(alice, "Jamais-Venue", Profil.LECTEUR)
    with pytest.raises(RegleViolee) as refus:
        await comptes.se_connecter(public, adresse_tapee, phrase, AGENT)
    assert (refus.value.champ, refus.value.message) == ("mot_de_passe", connexion.REFUS)
    assert await valeur("SELECT COUNT(*) AS n FROM session_de_compte") == 1


async def test_un_compte_inconnu_demande_le_meme_calcul(
    monde: Moteur, alice: Contexte, public: Contexte, monkeypatch: pytest.MonkeyPatch
) -> None:
    await entre(alice, "Gaston", Profil.REDACTEUR)
    calculs: list[str] = []

    class Compteur:
        def verify(self, stocke: str, _: bytes) -> bool:
            calculs.append(stocke[:9])
            raise VerificationError

        def hash(self, _: str) -> str:
            return "$argon2id$leurre"

    monkeypatch.setattr(connexion, "hacheur", Compteur)
    connexion._leurre.cache_clear()
    for tapee in (adresse("Gaston"), "inconnue@essai.example", "pas une adresse"):
        with pytest.raises(RegleViolee):
            await comptes.se_connecter(public, tapee, PHRASE, AGENT)
    connexion._leurre.cache_clear()
    assert calculs == ["$argon2id"] * 3


async def test_cinq_essais_puis_il_faut_attendre_de_plus_en_plus(
    monde: Moteur, alice: Contexte, public: Contexte
) -> None:
    await entre(alice, "Gaston", Profil.REDACTEUR)
    for _ in range(5):
        with pytest.raises(RegleViolee):
            await comptes.se_connecter(public, adresse("Gaston"), "une phrase fausse", AGENT)
    for ctx in (public, plus_tard(public, seconds=59)):
        with pytest.raises(RegleViolee, match="ne vont pas ensemble"):
            await comptes.se_connecter(ctx, adresse("Gaston"), PHRASE, AGENT)
    assert (await compte_de("Gaston"))["echecs"] == 5
    with pytest.raises(RegleViolee):
        await comptes.se_connecter(plus_tard(public, minutes=1), adresse("Gaston"), "fausse encore", AGENT)
    with pytest.raises(RegleViolee):
        await comptes.se_connecter(plus_tard(public, minutes=2), adresse("Gaston"), PHRASE, AGENT)
    assert await comptes.se_connecter(plus_tard(public, minutes=3), adresse("Gaston"), PHRASE, AGENT)
    remis = await compte_de("Gaston")
    assert (remis["echecs"], remis["bloque_jusqu_a"]) == (0, None)


async def test_cent_essais_a_la_fois_n_en_valent_pas_plus_de_cinq(
    monde: Moteur, alice: Contexte, public: Contexte, monkeypatch: pytest.MonkeyPatch
) -> None:
    await entre(alice, "Gaston", Profil.REDACTEUR)
    compares: list[str] = []

    async def comparer(stocke: str | None, mot_de_passe: str) -> bool:
        await asyncio.sleep(0)
        if stocke:
            compares.append(mot_de_passe)
        return False

    monkeypatch.setattr(connexion, "_correspond", comparer)
    essais = [comptes.se_connecter(public, adresse("Gaston"), f"essai {i}", AGENT) for i in range(20)]
    resultats = await asyncio.gather(*essais, return_exceptions=True)
    assert all(isinstance(r, RegleViolee) for r in resultats)
    assert len(compares) == 5


async def test_changer_de_mot_de_passe_ferme_les_sessions_et_en_ouvre_une(
    monde: Moteur, alice: Contexte, public: Contexte
) -> None:
    premiere = await entre(alice, "Gaston", Profil.REDACTEUR)
    seconde = await comptes.se_connecter(public, adresse("Gaston"), PHRASE, AGENT)
    gaston = replace(await comme("Gaston"), requete="changement")
    neuve = await comptes.changer_mot_de_passe(gaston, PHRASE, AUTRE_PHRASE, AGENT)
    assert [await est_ouverte(t) for t in (premiere, seconde, neuve)] == [False, False, True]
    with pytest.raises(RegleViolee):
        await comptes.se_connecter(public, adresse("Gaston"), PHRASE, AGENT)
    assert await comptes.se_connecter(public, adresse("Gaston"), AUTRE_PHRASE, AGENT)
    (entree,) = await lignes_du_journal("changement")
    assert (entree["action"], entree["champ"], entree["avant"], entree["apres"]) == (
        "changer_mot_de_passe",
        "mot_de_passe",
        None,
        None,
    )


async def test_il_faut_son_mot_de_passe_actuel_pour_en_changer(monde: Moteur, alice: Contexte) -> None:
    temoin = await entre(alice, "Gaston", Profil.REDACTEUR)
    gaston = await comme("Gaston")
    for actuel, nouveau, champ in (
        ("une phrase fausse", AUTRE_PHRASE, "actuel"),
        (PHRASE, "court", "nouveau"),
        (PHRASE, "x" * 10_000, "nouveau"),
    ):
        with pytest.raises(RegleViolee) as refus:
            await comptes.changer_mot_de_passe(gaston, actuel, nouveau, AGENT)
        assert refus.value.champ == champ
    with pytest.raises(NonTrouve):
        await comptes.changer_mot_de_passe(contexte(PUBLIC), PHRASE, AUTRE_PHRASE, AGENT)
    assert await est_ouverte(temoin)


async def test_chacun_ferme_ses_sessions_et_personne_celles_d_un_autre(
    monde: Moteur, alice: Contexte, public: Contexte
) -> None:
    ici = await entre(alice, "Gaston", Profil.REDACTEUR)
    ailleurs = await comptes.se_connecter(public, adresse("Gaston"), PHRASE, AGENT)
    d_hector = await entre(alice, "Hector", Profil.PORTEUR)
    gaston, hector = await comme("Gaston"), await comme("Hector")
    visible = await sessions_de(await cle_de("Gaston"), MAINTENANT)
    assert {s["empreinte"] for s in visible} == {empreinte_de(ici), empreinte_de(ailleurs)}
    cle = next(s["id"] for s in visible if s["empreinte"] == empreinte_de(ailleurs))
    for autre in (hector, public):
        with pytest.raises(NonTrouve):
            await comptes.revoquer_session(autre, cle)
    assert await est_ouverte(ailleurs)
    await comptes.revoquer_session(gaston, cle)
    assert [await est_ouverte(t) for t in (ici, ailleurs, d_hector)] == [True, False, True]
    encore = await comptes.se_connecter(public, adresse("Gaston"), PHRASE, AGENT)
    await comptes.fermer_les_autres(gaston, ici)
    assert [await est_ouverte(t) for t in (ici, encore, d_hector)] == [True, False, True]
    await comptes.fermer_session(gaston, ici)
    assert not await est_ouverte(ici)
    await comptes.fermer_session(gaston, "rien")


async def test_les_sessions_finies_pour_de_bon_ne_sont_pas_gardees(
    monde: Moteur, alice: Contexte, public: Contexte
) -> None:
    await entre(alice, "Gaston", Profil.REDACTEUR)
    neuve = await comptes.se_connecter(plus_tard(public, days=31), adresse("Gaston"), PHRASE, AGENT)
    (restante,) = await lignes("SELECT empreinte FROM session_de_compte")
    assert restante["empreinte"] == empreinte_de(neuve)
