"""Mails: queued in the transaction of the act that asks for them, and never sent from there.

What is queued holds no link: links are signed when the mail is written out, from ``objet_lie`` and its model.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from piccolo.columns import Column

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne
from backend.services.ecriture import ecriture, en_json, inserer, journaliser
from fne_roadmaps.domain.comptes import courriel as adresse_de_courriel
from fne_roadmaps.domain.courriels import ENVOI_MAX, prochain_essai
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.enums import EtatCourriel, ModeleCourriel
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.tables.courriels import Courriel

QUOI = "Ce courriel"
INTERROMPU = "Le service s’est arrêté pendant l’envoi : le message est peut-être parti."
CAUSE_MAX = 300
_A_RENVOYER = frozenset({EtatCourriel.ECHEC, EtatCourriel.INCERTAIN})


async def poster(
    ctx: Contexte,
    *,
    destinataire: str,
    modele: ModeleCourriel,
    donnees: Mapping[str, Any],
    objet_lie: UUID | None,
    gouvernance: UUID | None,
) -> UUID:
    """Queue one mail inside the caller's transaction. Raises RegleViolee on ``courriel``.

    ``donnees`` are the texts of the model, never an address nor a link.
    """
    cle = ctx.cle(f"courriel:{modele.value}:{objet_lie}:{ctx.requete}:{destinataire}")
    rangee = {
        "id": cle,
        "gouvernance": gouvernance,
        "destinataire": adresse_de_courriel(destinataire),
        "modele": modele.value,
        "donnees": en_json(dict(donnees)),
        "objet_lie": objet_lie,
        "etat": EtatCourriel.A_ENVOYER.value,
        "cree_le": ctx.maintenant,
        "prochain_essai_le": ctx.maintenant,
    }
    await inserer(Courriel, [rangee])
    return cle


async def renvoyer(ctx: Contexte, cle: UUID) -> None:
    """Send again a mail that failed, or whose sending was cut: a person decides it. Raises as services do."""
    async with ecriture():
        courriel = await ligne("SELECT * FROM courriel WHERE id = {}", cle)
        if courriel is None or courriel["gouvernance"] is None:
            raise NonTrouve(QUOI)
        exiger(droits_sur_gouvernance(ctx.acteur, courriel["gouvernance"]), Droit.ADMINISTRER, QUOI)
        if courriel["etat"] not in _A_RENVOYER:
            raise RegleViolee("etat", f"Ce courriel est à l’état « {EtatCourriel(courriel['etat']).libelle} ».")
        change = (
            await Courriel.update(
                {
                    Courriel.etat: EtatCourriel.A_ENVOYER.value,
                    Courriel.essais: 0,
                    Courriel.erreur: None,
                    Courriel.prochain_essai_le: ctx.maintenant,
                }
            )
            .where((Courriel.id == cle) & (Courriel.etat == courriel["etat"]))
            .returning(Courriel.id)
            .run()
        )
        if not change:
            raise RegleViolee("etat", "Ce courriel vient de repartir.")
        await journaliser(
            ctx,
            "courriel",
            cle,
            "renvoyer",
            gouvernance=courriel["gouvernance"],
            changements={"etat": (courriel["etat"], EtatCourriel.A_ENVOYER.value)},
        )


async def prendre(ctx: Contexte) -> Ligne | None:
    """Take the oldest mail that is due, so that no other sender has it; None when there is none.

    Nothing is written when nothing is due.
    """
    while du := await _du(ctx):
        async with ecriture():
            pris: list[Ligne] = (
                await Courriel.update({Courriel.etat: EtatCourriel.EN_COURS.value, Courriel.pris_le: ctx.maintenant})
                .where((Courriel.id == du["id"]) & (Courriel.etat == EtatCourriel.A_ENVOYER.value))
                .returning(*Courriel.all_columns())
                .run()
            )
        if pris:
            return pris[0]
    return None


async def _du(ctx: Contexte) -> Ligne | None:
    return await ligne(
        "SELECT id FROM courriel WHERE etat = {} AND prochain_essai_le <= {} ORDER BY prochain_essai_le, id LIMIT 1",
        EtatCourriel.A_ENVOYER.value,
        ctx.maintenant,
    )


async def interrompre_les_vieux(ctx: Contexte) -> None:
    """A mail taken long ago and never answered for was cut while being sent: it is never sent again by itself."""
    vieux = (EtatCourriel.EN_COURS.value, ctx.maintenant - ENVOI_MAX)
    if not await ligne("SELECT 1 AS un FROM courriel WHERE etat = {} AND pris_le < {} LIMIT 1", *vieux):
        return
    async with ecriture():
        await (
            Courriel.update({Courriel.etat: EtatCourriel.INCERTAIN.value, Courriel.erreur: INTERROMPU})
            .where((Courriel.etat == vieux[0]) & (Courriel.pris_le < vieux[1]))
            .run()
        )


async def livrer_sur_place(ctx: Contexte) -> None:
    """Every queued mail of a demonstration arrives in its letterbox, inside the caller's transaction."""
    await (
        Courriel.update(
            {
                Courriel.etat: EtatCourriel.ENVOYE.value,
                Courriel.envoye_le: Courriel.cree_le,
                Courriel.prochain_essai_le: None,
            }
        )
        .where(Courriel.etat == EtatCourriel.A_ENVOYER.value)
        .run()
    )


async def noter_envoi(ctx: Contexte, cle: UUID) -> None:
    """It left."""
    await _noter(
        cle,
        {
            Courriel.etat: EtatCourriel.ENVOYE.value,
            Courriel.envoye_le: ctx.maintenant,
            Courriel.erreur: None,
            Courriel.prochain_essai_le: None,
        },
    )


async def noter_doute(cle: UUID, cause: str) -> None:
    """Nobody knows whether it left: a person decides what comes next."""
    await _noter(
        cle,
        {
            Courriel.etat: EtatCourriel.INCERTAIN.value,
            Courriel.erreur: cause[:CAUSE_MAX],
            Courriel.prochain_essai_le: None,
        },
    )


async def noter_echec(ctx: Contexte, courriel: Ligne, cause: str, *, definitif: bool = False) -> None:
    """It did not leave, for a cause told to the administrator: tried again later, or given up."""
    essais = courriel["essais"] + 1
    attente = None if definitif else prochain_essai(essais)
    await _noter(
        courriel["id"],
        {
            Courriel.etat: EtatCourriel.A_ENVOYER.value if attente else EtatCourriel.ECHEC.value,
            Courriel.essais: essais,
            Courriel.erreur: cause[:CAUSE_MAX],
            Courriel.prochain_essai_le: ctx.maintenant + attente if attente else None,
        },
    )


async def _noter(cle: UUID, valeurs: dict[Column | str, Any]) -> None:
    async with ecriture():
        await (
            Courriel.update(valeurs).where((Courriel.id == cle) & (Courriel.etat == EtatCourriel.EN_COURS.value)).run()
        )
