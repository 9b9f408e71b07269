"""Queued mails sent to a real server: once, whole, with a link that opens something, and never from a demonstration."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from structlog.testing import capture_logs

from backend.context import Contexte, maintenant
from backend.database import Base
from backend.services import courriels as file
from backend.settings import Settings
from backend.web.courriels import envoi
from backend.web.courriels.smtp import lire_smtp
from fne_roadmaps.domain.enums import EtatCourriel
from fne_roadmaps.domain.jetons import verifier_jeton
from fne_roadmaps.tables.comptes import LienAcces
from fne_roadmaps.tables.engines import Moteur
from tests.support.courriels import Serveur
from tests.support.envois import ADRESSE, BASE, EXPEDITEUR, T0, Horloge, en_file, envoyer, lu, textes_de, un_acces
from tests.support.personnes import ALICE, SECRET, contexte


async def test_un_courriel_part_une_fois_en_texte_et_en_html_avec_son_lien(
    monde: Moteur, horloge: Horloge, serveur_smtp: Serveur, reglages_smtp: Settings
) -> None:
    acces = await un_acces()
    cle = await en_file(acces=acces)
    assert await envoyer(reglages_smtp) == 1
    assert await envoyer(reglages_smtp) == 0
    ((destinataire, message),) = serveur_smtp.recus
    assert destinataire == message["To"] == ADRESSE
    assert message["From"] == EXPEDITEUR
    assert message["Subject"] == "Votre invitation à suivre la feuille de route"
    assert message["Message-ID"] == f"<{cle}@prefecture-28.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"].datetime == T0
    assert message.get_content_type() == "multipart/alternative"
    texte, html = textes_de(message)
    (lien,) = re.findall(r"(?m)^https://feuilles\.example/fne/\S+(?=\r?$)", texte)
    assert f'<a href="{lien}">{lien}</a>' in html
    assert verifier_jeton(SECRET, "invitation", lien.rpartition("/")[2]) == acces
    assert "Gouvernance d’Eure-et-Loir" in texte
    assert "Gouvernance d’Eure-et-Loir" in html
    etat = await lu(cle)
    assert (etat["etat"], etat["envoye_le"], etat["erreur"]) == (EtatCourriel.ENVOYE, T0, None)
    assert lien not in str(etat)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "A\r\nBcc: tous@ailleurs.example",
        "</body></html>{{ 7 * 7 }}{% raw %}",
    ],
)
async def test_un_texte_hostile_n_est_que_du_texte(
    base_sqlite: Moteur, horloge: Horloge, serveur_smtp: Serveur, reglages_smtp: Settings, hostile: str
) -> None:
    await en_file(hostile)
    await envoyer(reglages_smtp)
    ((_, message),) = serveur_smtp.recus
    texte, html = textes_de(message)
    assert set(re.findall(r"<(/?\w+)", html)) <= {
        *("html", "head", "meta", "title", "body", "p", "a", "hr", "small"),
        *("/html", "/head", "/title", "/body", "/p", "/a", "/small"),
    }
    assert not re.search(r"<[^>]*\son", html)
    assert message["Bcc"] is None
    assert " ".join(hostile.split()) in texte.replace("\u00a0:", ":")


async def test_sur_une_demonstration_rien_ne_part_jamais(
    monde: Moteur, horloge: Horloge, serveur_smtp: Serveur, reglages_smtp: Settings
) -> None:
    cle = await en_file()
    await envoyer(reglages_smtp, Base(demo=True, au=T0.date()))
    assert (await lu(cle))["etat"] == EtatCourriel.ENVOYE
    assert serveur_smtp.tentatives == 0


async def test_un_lien_expire_ou_deja_servi_n_est_pas_envoye(
    monde: Moteur, horloge: Horloge, serveur_smtp: Serveur, reglages_smtp: Settings
) -> None:
    expire, servi = await un_acces(expire_le=T0), await un_acces()
    await LienAcces.update({LienAcces.utilise_le: T0}).where(LienAcces.id == servi).run()
    causes: dict[str, int] = {}
    for acces in (expire, servi, uuid4()):
        cle = await en_file(acces=acces)
        await envoyer(reglages_smtp)
        etat = await lu(cle)
        assert etat["etat"] == EtatCourriel.ECHEC
        causes[etat["erreur"]] = causes.get(etat["erreur"], 0) + 1
    assert causes == {
        "Le lien de ce courriel a expiré : refaites l’invitation.": 2,
        "Le lien de ce courriel a déjà servi.": 1,
    }
    assert serveur_smtp.tentatives == 0


async def test_deux_expediteurs_n_envoient_jamais_le_meme(
    monde: Moteur, horloge: Horloge, serveur_smtp: Serveur, reglages_smtp: Settings
) -> None:
    adresses = [f"personne-{i}@asso-a.example" for i in range(24)]
    acces = await un_acces()
    for adresse in adresses:
        await en_file(acces=acces, a=adresse)
    pris = await asyncio.gather(*(envoyer(reglages_smtp) for _ in range(3)))
    assert sum(pris) == len(adresses)
    assert sorted(destinataire for destinataire, _ in serveur_smtp.recus) == sorted(adresses)


async def test_un_courriel_lu_par_deux_n_est_pris_que_par_un(monde: Moteur, monkeypatch: pytest.MonkeyPatch) -> None:
    cle = await en_file()
    lus = iter([{"id": cle}, {"id": cle}, None])

    async def du(_: Contexte) -> dict[str, Any] | None:
        return next(lus)

    monkeypatch.setattr(file, "_du", du)
    premier, second = [await file.prendre(contexte(ALICE)) for _ in range(2)]
    assert premier
    assert premier["id"] == cle
    assert second is None


async def test_la_tache_de_fond_envoie_et_finit_ce_qu_elle_envoie_avant_de_s_arreter(
    monde: Moteur, serveur_smtp: Serveur, reglages_smtp: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(envoi, "PAUSE_S", 0.02)
    acces = await un_acces(expire_le=maintenant() + timedelta(days=1))
    await en_file(acces=acces)
    async with envoi.expediteur(reglages_smtp, BASE, SECRET):
        while not serveur_smtp.recus:
            await asyncio.sleep(0.01)
        serveur_smtp.retient = asyncio.Event()
        second = await en_file(acces=acces)
        while serveur_smtp.tentatives < 2:
            await asyncio.sleep(0.01)
        asyncio.get_running_loop().call_later(0.2, serveur_smtp.retient.set)
    assert len(serveur_smtp.recus) == 2
    assert (await lu(second))["etat"] == EtatCourriel.ENVOYE


async def test_les_journaux_ne_disent_ni_adresse_ni_contenu(
    base_sqlite: Moteur, horloge: Horloge, serveur_smtp: Serveur, reglages_smtp: Settings
) -> None:
    await en_file("Nom secret")
    serveur_smtp.a_rcpt = f"550 <{ADRESSE}> inconnue"
    with capture_logs() as refuse:
        await envoyer(reglages_smtp)
    serveur_smtp.a_rcpt = None
    await en_file("Nom secret")
    with capture_logs() as envoye:
        await envoyer(reglages_smtp)
    assert [e["etat"] for e in (*refuse, *envoye)] == ["refus", "envoye"]
    dit = str([*refuse, *envoye])
    assert not re.search(r"@|secret|/acces/|127\.0\.0\.1", dit)


async def test_une_adresse_accentuee_part_quand_le_serveur_sait_la_porter(
    base_sqlite: Moteur, horloge: Horloge, serveur_smtp: Serveur, reglages_smtp: Settings
) -> None:
    await en_file(a="hélène@asso-a.example")
    await envoyer(reglages_smtp)
    ((destinataire, message),) = serveur_smtp.recus
    assert destinataire == "hélène@asso-a.example"
    assert message["To"].encode("utf-8", "surrogateescape").decode() == destinataire


@pytest.mark.parametrize(
    ("url", "attendu"),
    [
        ("smtp://relais", ("relais", 25, False, False, None, None)),
        ("smtp+tls://nom:mot%40passe@relais", ("relais", 587, False, True, "nom", "mot@passe")),
        ("smtps://nom@relais:4650", ("relais", 4650, True, False, "nom", None)),
    ],
)
def test_l_adresse_du_serveur_se_lit(url: str, attendu: tuple[Any, ...]) -> None:
    s = lire_smtp(url)
    assert (s.hote, s.port, s.tls, s.starttls, s.nom, s.mot_de_passe) == attendu
