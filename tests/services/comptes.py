"""People with an account, as the tests of accounts need them: invited by alice, entered by themselves."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.comptes import acteur_de, session_de
from backend.queries.lecture import Ligne, ligne
from backend.services.commands.comptes import Inviter
from backend.services.comptes import inviter, utiliser_un_acces
from backend.services.comptes.sessions import empreinte_de
from fne_roadmaps.demo import AU
from fne_roadmaps.domain.enums import Profil
from tests.support.personnes import MAINTENANT, contexte

PHRASE = "cheval correct pile agrafe"
AUTRE_PHRASE = "une tout autre phrase longue"
AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"


async def invite(ctx: Contexte, nom: str, profil: Profil, **champs: Any) -> str:
    """Invite « nom@essai.example » in 28; returns the token of the link."""
    jeton = await inviter(ctx, "28", Inviter(nom=nom, courriel=adresse(nom), profil=profil, **champs))
    assert jeton
    return jeton


def adresse(nom: str) -> str:
    """The address of somebody."""
    return f"{nom.lower()}@essai.example"


async def entre(ctx: Contexte, nom: str, profil: Profil, **champs: Any) -> str:
    """Invite somebody, who opens the account; returns the cookie of the session."""
    jeton = await invite(ctx, nom, profil, **champs)
    return await utiliser_un_acces(ctx, jeton, PHRASE, AGENT)


async def compte_de(nom: str) -> Ligne:
    """The account of somebody, whole."""
    trouve = await ligne("SELECT * FROM compte WHERE courriel = {} ORDER BY cree_le DESC", adresse(nom))
    assert trouve
    return trouve


async def cle_de(nom: str) -> UUID:
    """Its key."""
    return UUID(str((await compte_de(nom))["id"]))


async def comme(nom: str, apres: timedelta = timedelta(0)) -> Contexte:
    """The context of a request by somebody, some time later."""
    acteur = await acteur_de(await cle_de(nom), AU)
    assert acteur
    return contexte(acteur, maintenant=MAINTENANT + apres)


async def est_ouverte(temoin: str, apres: timedelta = timedelta(0)) -> bool:
    """The cookie opens a session, some time later."""
    return await session_de(empreinte_de(temoin), MAINTENANT + apres) is not None
