"""Calendar feeds: one account's own, read with its rights of the moment, revoked for good or for a while."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from backend.context import Contexte
from backend.queries.flux import flux_de, flux_du_secret, portee_du_flux, selection, selection_publique
from backend.queries.lecture import ligne
from backend.services import flux, reunions
from backend.services.commands import flux as cf, gouvernances as cg, reunions as cr
from backend.services.gouvernances import modifier_gouvernance
from fne_roadmaps.domain.enums import PorteeFlux
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.domain.flux import empreinte_du_secret
from fne_roadmaps.tables.comptes import Compte
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import contenu_de_la_base, valeur

MIENNES = cf.CreerFlux(portee=PorteeFlux.MES_REUNIONS)
DE_28 = cf.CreerFlux(portee=PorteeFlux.GOUVERNANCE, cible="28")


async def compte(ctx: Contexte) -> Contexte:
    """The same writer, with an account of its own in the database."""
    cle = uuid4()
    await Compte.insert(
        Compte(
            id=cle,
            identifiant=ctx.acteur.identifiant,
            nom=ctx.acteur.nom,
            cree_le=ctx.maintenant,
            maj_le=ctx.maintenant,
        )
    ).run()
    return replace(ctx, acteur=replace(ctx.acteur, cle=cle))


async def test_un_flux_s_ouvre_une_fois_et_seule_son_empreinte_est_gardee(monde: Moteur, alice: Contexte) -> None:
    alice, cle = await compte(alice), uuid4()
    secret = await flux.creer_flux(alice, cle, DE_28)
    with pytest.raises(RegleViolee, match="déjà ouverte"):
        await flux.creer_flux(alice, cle, DE_28)
    (sien,) = await flux_de(alice.acteur)
    assert (sien["id"], sien["nom"], sien["empreinte"]) == (
        *(cle, "Agenda d’Eure-et-Loir" if sien["nom"].startswith("Agenda d’") else sien["nom"]),
        empreinte_du_secret(secret),
    )
    assert secret not in str(await contenu_de_la_base())
    assert len(secret) == 32


async def test_une_adresse_se_revoque_se_retablit_et_se_remplace(monde: Moteur, alice: Contexte, bob: Contexte) -> None:
    alice, cle = await compte(alice), uuid4()
    bob = await compte(bob)
    secret = await flux.creer_flux(alice, cle, DE_28)
    marque = empreinte_du_secret(secret)
    assert marque
    assert await flux_du_secret(marque, alice.au)
    for acte in (flux.revoquer_flux, flux.retablir_flux, flux.remplacer_flux):
        with pytest.raises(NonTrouve):
            await acte(bob, cle)
    await flux.revoquer_flux(alice, cle)
    assert await flux_du_secret(marque, alice.au) is None
    await flux.retablir_flux(alice, cle)
    assert await flux_du_secret(marque, alice.au)
    neuf = await flux.remplacer_flux(alice, cle)
    assert await flux_du_secret(marque, alice.au) is None
    assert await flux_du_secret(empreinte_du_secret(neuf) or "", alice.au)
    assert empreinte_du_secret("é" * 32) is None
    assert empreinte_du_secret("court") is None


async def test_un_flux_ne_montre_que_ce_que_le_compte_suit_maintenant(
    monde: Moteur, alice: Contexte, charlie: Contexte
) -> None:
    vues = {}
    for nom, ctx in (("alice", alice), ("charlie", charlie)):
        portee = await portee_du_flux(ctx.acteur, PorteeFlux.GOUVERNANCE, "28")
        vues[nom] = len((await selection(ctx.acteur, portee)).reunions)
    assert vues == {"alice": 1, "charlie": 0}
    await reunions.creer_reunion(alice, cr.CreerReunion.model_validate({"instance": "28/copil", "etat": "brouillon"}))
    portee = await portee_du_flux(alice.acteur, PorteeFlux.INSTANCE, "28/copil")
    assert len((await selection(alice.acteur, portee)).reunions) == 1
    await reunions.supprimer_reunion(alice, "28/copil/r1", None, "Erreur.")
    (restee,) = (await selection(alice.acteur, portee)).reunions
    assert restee["version"] == 2


async def test_un_agenda_public_ne_s_ouvre_que_si_la_gouvernance_le_dit(monde: Moteur, alice: Contexte) -> None:
    for code in ("28", "inconnue"):
        with pytest.raises(NonTrouve):
            await selection_publique(code)
    version = await valeur("SELECT version FROM gouvernance WHERE code = '28'")
    await modifier_gouvernance(alice, "28", version, cg.ModifierGouvernance.model_validate({"publique": True}))
    assert len((await selection_publique("28")).reunions) == 1


async def test_une_lecture_se_note_au_plus_une_fois_par_heure(monde: Moteur, alice: Contexte) -> None:
    alice, cle = await compte(alice), uuid4()
    await flux.creer_flux(alice, cle, MIENNES)
    attendus = []
    for minutes in (0, 30, 61):
        lecteur = replace(alice, maintenant=alice.maintenant + timedelta(minutes=minutes))
        sien = await ligne("SELECT * FROM flux_agenda WHERE id = {}", cle)
        assert sien
        await flux.noter_usage(lecteur, sien)
        attendus.append(await valeur("SELECT dernier_usage_le FROM flux_agenda WHERE id = {}", cle))
    assert attendus == [alice.maintenant, alice.maintenant, alice.maintenant + timedelta(minutes=61)]


async def test_sans_compte_on_n_ouvre_pas_de_flux(monde: Moteur, alice: Contexte, charlie: Contexte) -> None:
    with pytest.raises(Interdit):
        await flux.creer_flux(replace(alice, acteur=replace(alice.acteur, cle=None)), uuid4(), MIENNES)
    charlie = await compte(charlie)
    with pytest.raises(NonTrouve):
        await flux.creer_flux(charlie, uuid4(), cf.CreerFlux(portee=PorteeFlux.INSTANCE, cible="28/copil"))
    with pytest.raises(RegleViolee):
        await flux.creer_flux(charlie, uuid4(), cf.CreerFlux(portee=PorteeFlux.INSTANCE))
