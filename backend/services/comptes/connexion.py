"""Entering with an address and a password: one answer whatever is wrong, after the same work."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import cache
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne
from backend.services.comptes.sessions import _fermer_toutes, _ouvrir
from backend.services.ecriture import ecriture, journaliser, verrouiller
from fne_roadmaps.domain.comptes import (
    ESSAIS_LIBRES,
    attente,
    courriel as adresse_de_courriel,
    octets_du_mot_de_passe,
    verifier_mot_de_passe,
)
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.tables.comptes import Compte, LienAcces

REFUS = (
    "Cette adresse et ce mot de passe ne vont pas ensemble. "
    f"Après {ESSAIS_LIBRES} essais, il faut attendre quelques minutes, ou demander un nouveau mot de passe."
)
"""Said whatever is wrong, so that nobody learns which addresses have an account, nor which are slowed down."""


@cache
def hacheur() -> PasswordHasher:
    """argon2id with the library's parameters (RFC 9106, low memory)."""
    return PasswordHasher()


@cache
def _leurre() -> str:
    """What a password is compared with when no account has the address, so that it takes the same time."""
    return hacheur().hash("personne n’a ce mot de passe")


async def condenser(mot_de_passe: str) -> str:
    """The digest to store. Computed beside the event loop, and never while a transaction is open."""
    return await asyncio.to_thread(hacheur().hash, octets_du_mot_de_passe(mot_de_passe))


async def _correspond(stocke: str | None, mot_de_passe: str) -> bool:
    """The password is the one stored; as long to say when none is."""
    try:
        await asyncio.to_thread(hacheur().verify, stocke or _leurre(), octets_du_mot_de_passe(mot_de_passe))
    except (VerificationError, InvalidHashError):
        return False
    return stocke is not None


async def compte_a_l_adresse(adresse: str) -> Ligne | None:
    """The account entered with an address as typed; what is no address names none. One statement."""
    try:
        propre = adresse_de_courriel(adresse)
    except RegleViolee:
        propre = ""
    return await ligne("SELECT * FROM compte WHERE courriel = {} AND supprime_le IS NULL", propre)


async def se_connecter(ctx: Contexte, adresse: str, mot_de_passe: str, agent: str, remplace: str | None = None) -> str:
    """Open a session; returns the secret of its cookie. Raises RegleViolee, the same for every cause.

    Each try is counted before the password is compared, so that many at once are no more than one after the other.
    ``remplace`` is the session the browser held until now.
    """
    compte = await compte_a_l_adresse(adresse)
    entendu = compte is not None and await _compter_un_essai(ctx, compte["id"])
    juste = await _correspond(compte["mot_de_passe"] if compte and entendu else None, mot_de_passe)
    if compte is None or not juste:
        raise RegleViolee("mot_de_passe", REFUS)
    async with ecriture():
        await Compte.update({Compte.echecs: 0, Compte.bloque_jusqu_a: None}).where(Compte.id == compte["id"]).run()
        return await _ouvrir(ctx, compte["id"], agent, remplace)


async def _compter_un_essai(ctx: Contexte, compte: UUID) -> bool:
    """One more try that has not succeeded yet; False while none is heard. Stays written if the password is wrong."""
    async with ecriture():
        await verrouiller(Compte, compte)
        tenu = await ligne("SELECT echecs, bloque_jusqu_a FROM compte WHERE id = {}", compte)
        if tenu is None or (tenu["bloque_jusqu_a"] and ctx.maintenant < tenu["bloque_jusqu_a"]):
            return False
        echecs = tenu["echecs"] + 1
        jusqu_a = ctx.maintenant + attente(echecs) if attente(echecs) else None
        await Compte.update({Compte.echecs: echecs, Compte.bloque_jusqu_a: jusqu_a}).where(Compte.id == compte).run()
        return True


async def changer_mot_de_passe(ctx: Contexte, actuel: str, nouveau: str, agent: str) -> str:
    """Change one's own password: every session ends, a new one opens. Returns the secret of its cookie."""
    compte = await ligne("SELECT * FROM compte WHERE id = {} AND supprime_le IS NULL", ctx.acteur.cle)
    if compte is None:
        raise NonTrouve("Ce compte")
    verifier_mot_de_passe(nouveau, compte["courriel"], "nouveau")
    entendu = await _compter_un_essai(ctx, compte["id"])
    if not await _correspond(compte["mot_de_passe"] if entendu else None, actuel):
        raise RegleViolee("actuel", "Ce n’est pas votre mot de passe actuel, ou il a été essayé trop souvent.")
    condense = await condenser(nouveau)
    async with ecriture():
        await _poser_mot_de_passe(ctx, compte, condense)
        return await _ouvrir(ctx, compte["id"], agent)


async def _poser_mot_de_passe(ctx: Contexte, compte: Ligne, condense: str) -> None:
    """Store its digest; every session ends and every personal link stops working.

    The journal says that it changed, by whom, and nothing of it.
    """
    cle = compte["id"]
    await (
        Compte.update({Compte.mot_de_passe: condense, Compte.echecs: 0, Compte.bloque_jusqu_a: None})
        .where(Compte.id == cle)
        .run()
    )
    await _fermer_toutes(ctx, cle)
    await _perimer_les_liens(ctx, cle)
    soi = replace(ctx, acteur=Acteur(compte["identifiant"], compte["nom"], cle=cle))
    await journaliser(
        soi, "compte", cle, "changer_mot_de_passe", gouvernance=None, changements={"mot_de_passe": (None, None)}
    )


async def _perimer_les_liens(ctx: Contexte, compte: UUID) -> None:
    """Personal links to the account open nothing from now on."""
    await (
        LienAcces.update({LienAcces.expire_le: ctx.maintenant})
        .where((LienAcces.compte == compte) & LienAcces.utilise_le.is_null() & (LienAcces.expire_le > ctx.maintenant))
        .run()
    )
