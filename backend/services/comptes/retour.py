"""Undoing a passation, while whoever arrived has not opened their account."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.comptes.passation import PassationFaite, demandes_transmises, derniere_passation
from backend.queries.lecture import ligne
from backend.queries.references import charger
from backend.services.comptes.acces import QUOI
from backend.services.comptes.connexion import _perimer_les_liens
from backend.services.comptes.demandes import _adresser_les_demandes
from backend.services.comptes.profils import _donner_profil, _finir_profil, _profils_en_vigueur
from backend.services.ecriture import changer, ecriture, journaliser, verrouiller
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.domain.jetons import creer_jeton, verifier_jeton
from fne_roadmaps.tables.comptes import Compte
from fne_roadmaps.tables.structures import Occupation, Poste

USAGE = "annuler-passation"
AILLEURS = "Cette passation touche aussi une gouvernance que vous n’administrez pas : demandez à qui les tient toutes."


async def annuler_passation(ctx: Contexte, gouvernance: str | UUID, poste: UUID) -> None:
    """Undo the last handing over of the post. Raises NonTrouve, Interdit, or RegleViolee once it is too late.

    Who undoes it administers every governance whose profiles went with it.
    """
    async with ecriture():
        ici = await charger(ctx.acteur, "gouvernance", gouvernance)
        exiger(droits_sur_gouvernance(ctx.acteur, ici["id"]), Droit.ADMINISTRER, QUOI)
        await verrouiller(Poste, poste)
        faite = await derniere_passation(ici["id"], poste)
        if faite is None:
            raise NonTrouve("Cette passation")
        tenues = (droits_sur_gouvernance(ctx.acteur, UUID(autre)) for autre, _ in faite.fait["profils"])
        if not all(Droit.ADMINISTRER in droits for droits in tenues):
            raise RegleViolee("poste", AILLEURS)
        await _annuler(ctx, ici["id"], poste, faite)


def jeton_de_retour(ctx: Contexte, faite: PassationFaite) -> str:
    """What lets somebody who handed their own post over take it back, without an account any more."""
    return creer_jeton(ctx.secret, USAGE, faite.cle)


async def reprendre_la_main(ctx: Contexte, gouvernance: UUID, poste: UUID, jeton: str) -> None:
    """Undo one’s own handing over, from the link shown when it was done. Raises NonTrouve or RegleViolee."""
    cle = verifier_jeton(ctx.secret, USAGE, jeton)
    async with ecriture():
        await verrouiller(Poste, poste)
        faite = await derniere_passation(gouvernance, poste)
        if faite is None or faite.cle != cle:
            raise NonTrouve("Cette passation")
        await _annuler(ctx, gouvernance, poste, faite)


async def _annuler(ctx: Contexte, gouvernance: UUID, poste: UUID, faite: PassationFaite) -> None:
    if faite.ouvert:
        raise RegleViolee("poste", "La personne arrivée a ouvert son compte : passez la main dans l’autre sens.")
    await _renvoyer_l_arrivee(ctx, faite.fait)
    await _rendre_le_poste(ctx, faite.fait)
    await _rendre_le_compte(ctx, faite.fait)
    demandes = await demandes_transmises([UUID(d) for d in faite.fait["demandes"]], faite.le)
    await _adresser_les_demandes(ctx, gouvernance, demandes, {d["id"]: d["ancienne"] for d in demandes})
    await journaliser(
        ctx, "poste", poste, "annuler_passation", gouvernance=gouvernance, changements={"titulaire": (faite.fait, None)}
    )


async def _renvoyer_l_arrivee(ctx: Contexte, fait: dict[str, Any]) -> None:
    if not fait.get("arrive"):
        return
    compte = UUID(fait["arrive"])
    tenus = await _profils_en_vigueur(ctx, compte)
    for gouvernance, avant in fait["donnes"]:
        la = UUID(gouvernance)
        if avant:
            await _donner_profil(ctx, compte, la, Profil(avant))
        elif la in tenus:
            await _finir_profil(ctx, compte, la, tenus[la])
    arrive = await ligne("SELECT * FROM compte WHERE id = {} AND supprime_le IS NULL", compte)
    if arrive and fait["neuf"]:
        await _perimer_les_liens(ctx, compte)
        fin: dict[str, datetime | None] = {"supprime_le": ctx.maintenant}
        await changer(ctx, Compte, arrive, None, fin, gouvernance=None, action="annuler")
    elif arrive and not fait["servait"]:
        await changer(ctx, Compte, arrive, None, {"poste": None}, gouvernance=None, action="annuler")


async def _rendre_le_poste(ctx: Contexte, fait: dict[str, Any]) -> None:
    retours: list[tuple[str, dict[str, Any]]] = []
    if fait["occupation"]:
        retours.append((fait["occupation"], {"supprime_le": ctx.maintenant}))
    for cle, fin in fait["occupations"]:
        retours.append((cle, {"fin": date.fromisoformat(fin) if fin else None}))
    for cle, valeurs in retours:
        tenue = await ligne("SELECT * FROM occupation WHERE id = {}", UUID(cle))
        if tenue:
            await changer(ctx, Occupation, tenue, None, valeurs, gouvernance=None, action="annuler")


async def _rendre_le_compte(ctx: Contexte, fait: dict[str, Any]) -> None:
    if not fait["part"]:
        return
    parti = await ligne("SELECT * FROM compte WHERE id = {}", UUID(fait["part"]))
    if parti and fait["ferme"]:
        await changer(ctx, Compte, parti, None, {"supprime_le": None}, gouvernance=None, action="annuler")
    for gouvernance, profil in fait["profils"]:
        await _donner_profil(ctx, UUID(fait["part"]), UUID(gouvernance), Profil(profil))
