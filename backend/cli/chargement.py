"""Loads the demonstration through the services, with fixed keys and a fixed clock: same bytes everywhere."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from backend.context import Contexte
from backend.services import comptes, feuilles_de_route, gouvernances, instances, signatures, structures, territoires
from backend.services.commands import feuilles_de_route as cf
from backend.services.commands import fiches_action as ca
from backend.services.commands import gouvernances as cg
from backend.services.commands import instances as ci
from backend.services.commands import reunions as cr
from backend.services.commands import structures as cs
from backend.services.commands import territoires as ct
from backend.services.ecriture import ecriture
from backend.services.fiches_action import liens, redaction
from backend.services.reunions import decisions, tenue
from fne_roadmaps.demo import ACTES, AU
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.droits import SYSTEME
from fne_roadmaps.domain.enums import EtatFeuille, Profil

Acte = Callable[[Contexte, dict[str, Any]], Awaitable[object]]
Progres = Callable[[int, int], None]


def _contexte(instant: datetime, rang: int) -> Contexte:
    return Contexte(SYSTEME, instant, AU, f"demonstration-{rang}", cle_fixe)


async def charger_demonstration(progres: Progres) -> None:
    """Replay every act in one transaction: all of the region, or nothing. ``progres`` receives (done, total)."""
    async with ecriture():
        await comptes.regler(_contexte(ACTES[0][2], 0), {"demo": "1", "au": AU.isoformat()})
        for rang, (nom, donnee, instant) in enumerate(ACTES, start=1):
            await _ACTES[nom](_contexte(instant, rang), dict(donnee))
            progres(rang, len(ACTES))


async def _changer_etat(ctx: Contexte, donnee: dict[str, Any]) -> object:
    reference = donnee.pop("feuille_de_route")
    return await feuilles_de_route._changer_etat(ctx, reference, None, cf.ChangerEtat(**donnee))


def _publier(etat: EtatFeuille) -> Acte:
    async def publier(ctx: Contexte, donnee: dict[str, Any]) -> object:
        reference = donnee.pop("feuille_de_route")
        return await signatures._publier(ctx, reference, None, cf.ChangerEtat(etat=etat, **donnee), etat)

    return publier


async def _deplacer(ctx: Contexte, donnee: dict[str, Any]) -> object:
    return await tenue._modifier(ctx, donnee.pop("reunion"), None, cr.ModifierReunion(**donnee))


async def _etat_reunion(ctx: Contexte, donnee: dict[str, Any]) -> object:
    return await tenue._changer_etat(ctx, donnee.pop("reunion"), None, cr.ChangerEtatReunion(**donnee))


async def _cadence(ctx: Contexte, donnee: dict[str, Any]) -> object:
    return await instances._ajouter_cadence(ctx, donnee.pop("instance"), ci.CadenceSaisie(**donnee))


async def _compte(ctx: Contexte, donnee: dict[str, Any]) -> object:
    profils = {code: Profil(profil) for code, profil in donnee["profils"]}
    return await comptes._creer(ctx, donnee["identifiant"], donnee["nom"], profils, donnee.get("structure"))


_ACTES: dict[str, Acte] = {
    "creer_territoire": lambda ctx, d: territoires._creer(ctx, ct.CreerTerritoire(**d)),
    "creer_structure": lambda ctx, d: structures._creer_structure(ctx, cs.CreerStructure(**d)),
    "creer_poste": lambda ctx, d: structures._creer_poste(ctx, cs.CreerPoste(**d)),
    "creer_gouvernance": lambda ctx, d: gouvernances._creer(ctx, cg.CreerGouvernance(**d)),
    "ajouter_contribution": lambda ctx, d: gouvernances._ajouter_contribution(ctx, cg.AjouterContribution(**d)),
    "ajouter_chiffre": lambda ctx, d: gouvernances._ajouter_chiffre(ctx, cg.AjouterChiffre(**d)),
    "creer_feuille_de_route": lambda ctx, d: feuilles_de_route._creer(ctx, cf.CreerFeuilleDeRoute(**d)),
    "creer_axe": lambda ctx, d: feuilles_de_route._creer_axe(ctx, cf.CreerAxe(**d)),
    "creer_instance": lambda ctx, d: instances._creer(ctx, ci.CreerInstance(**d)),
    "creer_reunion": lambda ctx, d: tenue._creer(ctx, cr.CreerReunion(**d)),
    "creer_decision": lambda ctx, d: decisions._creer(ctx, cr.CreerDecision(**d)),
    "creer_fiche_action": lambda ctx, d: redaction._creer(ctx, ca.CreerFicheAction(**d)),
    "lier_fiches": lambda ctx, d: liens._lier(ctx, ca.LierFiches(**d)),
    "changer_etat": _changer_etat,
    "signer": _publier(EtatFeuille.SIGNEE),
    "presenter": _publier(EtatFeuille.PRESENTEE),
    "ajouter_cadence": _cadence,
    "deplacer_reunion": _deplacer,
    "changer_etat_reunion": _etat_reunion,
    "creer_compte": _compte,
}
