"""Mails queued and sent by tests, to a server of their own, under a clock they move. A `pytest_plugins` module."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.database import Base
from backend.queries.lecture import ligne
from backend.services.courriels import poster
from backend.services.ecriture import ecriture, inserer
from backend.settings import Settings
from backend.web.courriels import envoi
from fne_roadmaps.domain.enums import ModeleCourriel
from fne_roadmaps.tables.comptes import Compte, LienAcces
from tests.support.courriels import Serveur, serveur_de_courriel
from tests.support.personnes import ALICE, SECRET, contexte

BASE = Base(demo=False, au=None)
ADRESSE = "fanny@asso-a.example"
T0 = datetime(2025, 6, 17, 9, 0, tzinfo=UTC)
EXPEDITEUR = "Feuilles de route <suivi@prefecture-28.example>"


class Horloge:
    """The instant senders see, moved by the test."""

    def __init__(self) -> None:
        self.instant = T0

    def __call__(self) -> datetime:
        return self.instant


@pytest.fixture
def horloge(monkeypatch: pytest.MonkeyPatch) -> Horloge:
    """The clock of the senders."""
    horloge = Horloge()
    monkeypatch.setattr(envoi, "maintenant", horloge)
    return horloge


@pytest.fixture
async def serveur_smtp() -> AsyncIterator[Serveur]:
    """A mail server."""
    async with serveur_de_courriel() as ouvert:
        yield ouvert


@pytest.fixture
def reglages_smtp(serveur_smtp: Serveur) -> Settings:
    """Settings that send there."""
    return Settings(smtp_url=serveur_smtp.url, courriel_expediteur=EXPEDITEUR, base_url="https://feuilles.example/fne/")


async def un_acces(expire_le: datetime = T0 + timedelta(days=14)) -> UUID:
    """A personal link to an account that has not entered yet."""
    compte, lien = uuid4(), uuid4()
    instants = {"cree_le": T0, "maj_le": T0}
    await inserer(Compte, [{"id": compte, "identifiant": f"c-{compte}", "nom": "Fanny", **instants}])
    await inserer(
        LienAcces,
        [{"id": lien, "compte": compte, "usage": "invitation", "cree_le": T0, "expire_le": expire_le}],
    )
    return lien


async def en_file(nom: str = "Gouvernance d’Eure-et-Loir", *, acces: UUID | None = None, a: str = ADRESSE) -> UUID:
    """One invitation, queued."""
    async with ecriture():
        return await poster(
            contexte(ALICE),
            destinataire=a,
            modele=ModeleCourriel.INVITATION,
            donnees={"gouvernance": nom},
            objet_lie=acces or await un_acces(),
            gouvernance=None,
        )


async def lu(cle: UUID) -> dict[str, Any]:
    """The mail as it is stored."""
    courriel = await ligne("SELECT * FROM courriel WHERE id = {}", cle)
    assert courriel
    return courriel


def textes_de(message: EmailMessage) -> tuple[str, str]:
    """The plain text and the HTML of a mail."""
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    assert plain
    assert html
    return plain.get_content(), html.get_content()


async def envoyer(reglages: Settings, base: Base = BASE) -> int:
    """Send all that is due; how many were taken."""
    n = 0
    while await envoi.envoyer_un(reglages, base, SECRET):
        n += 1
    return n
