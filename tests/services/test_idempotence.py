"""A creation asked several times under one key, one after the other or at once, is done once."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import pytest

from backend.context import Contexte
from backend.services.commands.fiches_action import CreerFicheAction
from backend.services.idempotence import Reponse, creer_une_fois
from fne_roadmaps.domain.errors import Conflit, NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import contenu_de_la_base, valeur
from tests.support.personnes import ALICE, contexte


async def repondre(cle: UUID) -> str:
    """The answer of these tests: the key itself."""
    return str(cle)


async def creer(ctx: Contexte, cle: str = "une-cle", **champs: Any) -> Reponse:
    """A proposal under an idempotency key."""
    commande = CreerFicheAction.model_validate({"feuille_de_route": "28-2024", "titre": "Une fois", **champs})
    return await creer_une_fois(ctx, "fiche_action", cle, commande, repondre)


async def combien() -> int:
    """How many proposals these tests made."""
    return int(await valeur("SELECT COUNT(*) AS n FROM fiche_action WHERE titre = 'Une fois'"))


async def test_huit_demandes_a_la_fois_sous_une_cle_en_font_une(monde: Moteur) -> None:
    reponses = await asyncio.gather(*(creer(contexte(ALICE, requete=f"r{i}")) for i in range(8)))
    assert len({r.texte for r in reponses}) == 1
    assert sorted(r.rejouee for r in reponses) == [False, *[True] * 7]
    assert await combien() == 1


async def test_la_cle_est_a_une_personne_et_a_une_demande(monde: Moteur, alice: Contexte, systeme: Contexte) -> None:
    premiere = await creer(alice)
    with pytest.raises(Conflit, match="déjà servi"):
        await creer(alice, contexte="Autre demande")
    assert (await creer(systeme)).texte != premiere.texte
    assert (await creer(alice, "autre-cle")).texte != premiere.texte
    assert await combien() == 3


async def test_une_creation_refusee_laisse_la_cle_libre(monde: Moteur, alice: Contexte, charlie: Contexte) -> None:
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee):
        await creer(alice, axe="28-2025/1")
    with pytest.raises(NonTrouve):
        await creer(charlie)
    assert await contenu_de_la_base() == avant
    assert not (await creer(alice)).rejouee
