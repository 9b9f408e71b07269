"""Passation: a post and everything that hangs on it go from one person to the next in one act.

Seats, fiches and requests point to the post: they do not move, and their history stays. What moves is who holds the
post: its occupation, the account and profiles of whoever leaves, the links that wait for an answer.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.comptes.passation import ACTION, Passation, lire_passation
from backend.queries.lecture import Ligne, lignes
from backend.queries.references import charger
from backend.services.commands.comptes import Inviter, PasserLaMain
from backend.services.comptes.acces import QUOI, Arrivee, _inviter
from backend.services.comptes.connexion import compte_a_l_adresse
from backend.services.comptes.demandes import _adresser_les_demandes
from backend.services.comptes.profils import _finir_profil, _garder_un_teneur, _profils_en_vigueur
from backend.services.comptes.sessions import _fermer_toutes
from backend.services.ecriture import changer, creer, ecriture, journaliser, verrouiller
from backend.services.structures import _occuper
from fne_roadmaps.domain.comptes import courriel as adresse_de_courriel
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger, profil_le_plus_large
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.tables.comptes import Compte
from fne_roadmaps.tables.structures import Occupation, Personne, Poste


async def passer_la_main(ctx: Contexte, gouvernance: str | UUID, poste: UUID, commande: PasserLaMain) -> str | None:
    """Hand the post over, one’s own or another’s; without a name it is left vacant.

    Returns the token that invites whoever arrives, None when there is nobody to invite.

    Profiles in governances the writer does not administer stay as they are. Raises NonTrouve, Interdit, or RegleViolee
    on a field.
    """
    async with ecriture():
        return await _passer(ctx, gouvernance, poste, commande)


async def _passer(ctx: Contexte, gouvernance: str | UUID, poste: UUID, commande: PasserLaMain) -> str | None:
    ici = await charger(ctx.acteur, "gouvernance", gouvernance)
    exiger(droits_sur_gouvernance(ctx.acteur, ici["id"]), Droit.ADMINISTRER, QUOI)
    await verrouiller(Poste, poste)
    avant = await lire_passation(ici["id"], poste, ctx.au)
    connu = await _verifier(ctx, avant, commande)
    passent = {
        p["gouvernance"]: Profil(p["profil"])
        for p in avant.profils
        if Droit.ADMINISTRER in droits_sur_gouvernance(ctx.acteur, p["gouvernance"])
    }
    fait: dict[str, Any] = {"le": commande.le}
    fait |= await _occuper_le_poste(ctx, avant, connu, commande)
    arrivee = await _accueillir(ctx, ici, avant, connu, passent, commande, fait)
    fait |= await _liberer(ctx, avant, passent, vacant=arrivee is None)
    fait["demandes"] = [d["id"] for d in avant.demandes]
    adresse = adresse_de_courriel(commande.courriel) if commande.courriel else None
    await _adresser_les_demandes(ctx, ici["id"], avant.demandes, {d["id"]: adresse for d in avant.demandes})
    titulaire = avant.compte and avant.compte["identifiant"]
    await journaliser(ctx, "poste", poste, ACTION, gouvernance=ici["id"], changements={"titulaire": (titulaire, fait)})
    return arrivee.jeton if arrivee else None


async def _verifier(ctx: Contexte, avant: Passation, commande: PasserLaMain) -> Ligne | None:
    """The account of whoever arrives, when their address has one already. Raises RegleViolee."""
    if commande.le > ctx.au:
        raise RegleViolee("le", "La main se passe le jour même ou après coup : revenez ce jour-là.")
    if commande.courriel and not commande.nom:
        raise RegleViolee("nom", "Dites qui arrive, ou laissez le nom et l’adresse vides : le poste sera vacant.")
    if commande.nom and avant.compte and not commande.courriel:
        raise RegleViolee("courriel", "Il faut une adresse où inviter la personne qui arrive.")
    if not commande.courriel:
        return None
    adresse = adresse_de_courriel(commande.courriel)
    if avant.compte and adresse == avant.compte["courriel"]:
        raise RegleViolee("courriel", "C’est l’adresse de la personne qui part.")
    connu = await compte_a_l_adresse(adresse)
    if connu and connu["poste"] not in {None, avant.poste["id"]}:
        raise RegleViolee("courriel", "Cette adresse a déjà un compte, pour une autre fonction.")
    if connu and connu["structure"] not in {None, avant.poste["structure"]}:
        raise RegleViolee("courriel", "Cette adresse a déjà un compte, pour une autre organisation.")
    return connu


async def _occuper_le_poste(
    ctx: Contexte, avant: Passation, connu: Ligne | None, commande: PasserLaMain
) -> dict[str, Any]:
    """End who occupied the post, and let the next person occupy it, unless it is theirs already."""
    if connu and connu["poste"] == avant.poste["id"]:
        return {"occupations": [], "occupation": None}
    tenues = await lignes(
        "SELECT * FROM occupation WHERE poste = {} AND supprime_le IS NULL AND (fin IS NULL OR fin >= {})",
        avant.poste["id"],
        commande.le,
    )
    fait: dict[str, Any] = {"occupations": [[o["id"], o["fin"]] for o in tenues], "occupation": None}
    if commande.nom:
        cle = f"{avant.poste['code']}:{commande.le}"
        personne = await creer(ctx, Personne, cle, {"nom": commande.nom}, gouvernance=None, saisie={})
        fait["occupation"] = await _occuper(ctx, avant.poste, personne, commande.le)
        return fait
    for tenue in tenues:
        if tenue["debut"] and tenue["debut"] >= commande.le:
            raise RegleViolee("le", "Quelqu’un occupe ce poste à partir de ce jour ou plus tard.")
        await changer(ctx, Occupation, tenue, None, {"fin": commande.le - timedelta(days=1)}, gouvernance=None)
    return fait


async def _accueillir(
    ctx: Contexte,
    ici: Ligne,
    avant: Passation,
    connu: Ligne | None,
    passent: dict[UUID, Profil],
    commande: PasserLaMain,
    fait: dict[str, Any],
) -> Arrivee | None:
    """Invite whoever arrives, with the profiles the other had; reader when the post had no account."""
    if not commande.courriel:
        return None
    voulus = passent or {ici["id"]: Profil.LECTEUR}
    tenus = await _profils_en_vigueur(ctx, connu["id"]) if connu else {}
    arrivees: list[Arrivee] = []
    for gouvernance, profil in voulus.items():
        la = ici if gouvernance == ici["id"] else await charger(ctx.acteur, "gouvernance", gouvernance)
        invitation = Inviter(
            nom=str(commande.nom),
            courriel=commande.courriel,
            profil=profil_le_plus_large(tenus.get(gouvernance), profil),
            poste=str(avant.poste["id"]),
        )
        arrivees.append(await _inviter(ctx, la, invitation))
    fait["arrive"] = arrivees[0].compte
    fait["neuf"] = arrivees[0].neuf
    fait["servait"] = bool(connu and connu["poste"])
    fait["donnes"] = [[g, tenus.get(g)] for g in voulus]
    return arrivees[-1]


async def _liberer(ctx: Contexte, avant: Passation, passent: dict[UUID, Profil], *, vacant: bool) -> dict[str, Any]:
    """End the rights of whoever leaves; the account is closed once it has none left. Raises RegleViolee."""
    fait: dict[str, Any] = {"part": None, "ferme": False, "profils": []}
    if avant.compte is None:
        return fait
    fait["part"] = avant.compte["id"]
    for gouvernance, profil in passent.items():
        if vacant:
            await _garder_un_teneur(ctx, gouvernance, avant.compte["id"], profil, None)
        await _finir_profil(ctx, avant.compte["id"], gouvernance, profil)
        fait["profils"].append([gouvernance, profil])
    await _fermer_toutes(ctx, avant.compte["id"])
    if len(passent) == len(avant.profils):
        fait["ferme"] = True
        fin = {"supprime_le": ctx.maintenant}
        await changer(ctx, Compte, avant.compte, None, fin, gouvernance=None, action=ACTION)
    return fait
