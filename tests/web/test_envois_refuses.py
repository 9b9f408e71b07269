"""Mails a server refuses, or whose fate nobody knows: tried again later, given up, or left to a person."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from backend.context import maintenant
from backend.services.courriels import interrompre_les_vieux, prendre
from backend.settings import Settings
from backend.web.courriels import envoi, smtp
from backend.web.courriels.smtp import COUPE, MAL_ECRIT, MUET, Refus, lire_smtp
from fne_roadmaps.domain.courriels import DELAIS, ENVOI_MAX
from fne_roadmaps.domain.enums import EtatCourriel
from fne_roadmaps.tables.engines import Moteur
from tests.support.courriels import Serveur
from tests.support.envois import BASE, EXPEDITEUR, T0, Horloge, en_file, envoyer, lu, un_acces
from tests.support.personnes import ALICE, SECRET, contexte


async def test_un_refus_passager_se_retente_de_plus_en_plus_tard_puis_echoue(
    monde: Moteur, horloge: Horloge, serveur_smtp: Serveur, reglages_smtp: Settings
) -> None:
    cle = await en_file()
    serveur_smtp.a_rcpt = "451 Plus tard"
    for essai, attente in enumerate(DELAIS, start=1):
        assert await envoyer(reglages_smtp) == 1
        etat = await lu(cle)
        assert (etat["etat"], etat["essais"]) == (EtatCourriel.A_ENVOYER, essai)
        assert etat["prochain_essai_le"] == horloge.instant + attente
        assert "451" in etat["erreur"]
        horloge.instant += attente - timedelta(seconds=1)
        assert await envoyer(reglages_smtp) == 0
        horloge.instant += timedelta(seconds=1)
    assert await envoyer(reglages_smtp) == 1
    assert (await lu(cle))["etat"] == EtatCourriel.ECHEC
    horloge.instant += timedelta(days=30)
    assert await envoyer(reglages_smtp) == 0
    assert serveur_smtp.tentatives == len(DELAIS) + 1
    assert serveur_smtp.recus == []


async def test_un_second_essai_porte_la_meme_identite(
    base_sqlite: Moteur, horloge: Horloge, serveur_smtp: Serveur, reglages_smtp: Settings
) -> None:
    cle = await en_file()
    serveur_smtp.a_data = "452 Plein"
    await envoyer(reglages_smtp)
    serveur_smtp.a_data = None
    horloge.instant += DELAIS[0]
    await envoyer(reglages_smtp)
    ((_, message),) = serveur_smtp.recus
    assert message["Message-ID"] == f"<{cle}@prefecture-28.example>"
    etat = await lu(cle)
    assert (etat["etat"], etat["essais"], etat["erreur"]) == (EtatCourriel.ENVOYE, 1, None)


@pytest.mark.parametrize("quand", ["a_rcpt", "a_data"])
async def test_un_refus_sans_appel_ne_se_retente_pas(
    base_sqlite: Moteur, horloge: Horloge, serveur_smtp: Serveur, reglages_smtp: Settings, quand: str
) -> None:
    cle = await en_file()
    setattr(serveur_smtp, quand, "550 Non")
    await envoyer(reglages_smtp)
    etat = await lu(cle)
    assert (etat["etat"], etat["essais"], etat["prochain_essai_le"]) == (EtatCourriel.ECHEC, 1, None)
    assert "550" in etat["erreur"]


async def test_une_liaison_coupee_a_la_fin_ne_renvoie_pas_tout_seul(
    monde: Moteur, horloge: Horloge, serveur_smtp: Serveur, reglages_smtp: Settings
) -> None:
    cle = await en_file()
    serveur_smtp.coupe = True
    await envoyer(reglages_smtp)
    assert len(serveur_smtp.recus) == 1
    etat = await lu(cle)
    assert (etat["etat"], etat["erreur"]) == (EtatCourriel.INCERTAIN, COUPE)
    horloge.instant += timedelta(days=2)
    assert await envoyer(reglages_smtp) == 0
    assert len(serveur_smtp.recus) == 1


async def test_un_serveur_muet_est_dit(base_sqlite: Moteur, horloge: Horloge, reglages_smtp: Settings) -> None:
    cle = await en_file()
    ferme = reglages_smtp.model_copy(update={"smtp_url": Settings(smtp_url="smtp://127.0.0.1:9").smtp_url})
    await envoyer(ferme)
    etat = await lu(cle)
    assert (etat["etat"], etat["erreur"]) == (EtatCourriel.A_ENVOYER, MUET)


@pytest.mark.parametrize(
    ("manque", "cause"),
    [
        ({"smtp_url": ""}, envoi.SANS_SERVEUR),
        ({"courriel_expediteur": ""}, envoi.SANS_SERVEUR),
        ({"base_url": ""}, envoi.SANS_ADRESSE),
        ({"smtp_url": "http://serveur"}, MAL_ECRIT),
    ],
)
async def test_un_reglage_qui_manque_est_dit_et_rien_ne_part(
    base_sqlite: Moteur, horloge: Horloge, serveur_smtp: Serveur, manque: dict[str, Any], cause: str
) -> None:
    cle = await en_file()
    tous = {"smtp_url": serveur_smtp.url, "courriel_expediteur": EXPEDITEUR, "base_url": "https://f.example", **manque}
    await envoyer(Settings(**tous))
    etat = await lu(cle)
    assert (etat["etat"], etat["erreur"]) == (EtatCourriel.A_ENVOYER, cause)
    assert serveur_smtp.tentatives == 0


async def test_un_envoi_que_personne_n_a_fini_devient_incertain(
    monde: Moteur, horloge: Horloge, serveur_smtp: Serveur, reglages_smtp: Settings
) -> None:
    cle = await en_file()
    await prendre(contexte(ALICE))
    await interrompre_les_vieux(contexte(ALICE, maintenant=T0 + ENVOI_MAX))
    assert (await lu(cle))["etat"] == EtatCourriel.EN_COURS
    await interrompre_les_vieux(contexte(ALICE, maintenant=T0 + ENVOI_MAX + timedelta(seconds=1)))
    etat = await lu(cle)
    assert etat["etat"] == EtatCourriel.INCERTAIN
    assert "peut-être parti" in etat["erreur"]
    horloge.instant += timedelta(days=2)
    assert await envoyer(reglages_smtp) == 0
    assert serveur_smtp.tentatives == 0


async def test_un_arret_qui_n_en_peut_plus_laisse_l_envoi_en_doute(
    base_sqlite: Moteur, serveur_smtp: Serveur, reglages_smtp: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(envoi, "PAUSE_S", 0.02)
    monkeypatch.setattr(envoi, "ARRET_S", 0.1)
    monkeypatch.setattr(smtp, "DELAI_S", 2)
    serveur_smtp.retient = asyncio.Event()
    cle = await en_file(acces=await un_acces(expire_le=maintenant() + timedelta(days=1)))
    async with envoi.expediteur(reglages_smtp, BASE, SECRET):
        while not serveur_smtp.tentatives:
            await asyncio.sleep(0.01)
    serveur_smtp.retient.set()
    assert (await lu(cle))["etat"] == EtatCourriel.EN_COURS
    await interrompre_les_vieux(contexte(ALICE, maintenant=maintenant() + 2 * ENVOI_MAX))
    assert (await lu(cle))["etat"] == EtatCourriel.INCERTAIN


@pytest.mark.parametrize("url", ["relais", "smtp://", "smtp://relais:abc", "ftp://relais", "smtp://[::1"])
def test_une_adresse_de_serveur_illisible_est_refusee(url: str) -> None:
    with pytest.raises(Refus, match="FNE_SMTP_URL"):
        lire_smtp(url)
