"""Personal links to an account: invitation, and a new password. A link works once, and is stored nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from backend.context import Contexte
from backend.queries.comptes.liens import lire_acces
from backend.queries.lecture import Ligne, ligne
from backend.queries.references import charger, cle_de
from backend.services.commands.comptes import Inviter
from backend.services.comptes.connexion import (
    _perimer_les_liens,
    _poser_mot_de_passe,
    compte_a_l_adresse,
    condenser,
)
from backend.services.comptes.profils import _donner_profil, _profil_en_vigueur
from backend.services.comptes.sessions import _ouvrir
from backend.services.courriels import poster
from backend.services.ecriture import changer, creer, ecriture, inserer
from fne_roadmaps.domain.comptes import VALIDITE, courriel as adresse_de_courriel, verifier_mot_de_passe
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.enums import ModeleCourriel, UsageAcces
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.domain.jetons import creer_jeton
from fne_roadmaps.tables.comptes import Compte, LienAcces

QUOI = "Cette gouvernance"
_MODELES = {
    UsageAcces.INVITATION: ModeleCourriel.INVITATION,
    UsageAcces.REINITIALISATION: ModeleCourriel.REINITIALISATION,
}


@dataclass(frozen=True, slots=True)
class Arrivee:
    """An account that gains a profile: ``neuf`` when it was opened for it; ``jeton`` while it has no password."""

    compte: UUID
    neuf: bool
    jeton: str | None


async def inviter(ctx: Contexte, gouvernance: str | UUID, commande: Inviter) -> str | None:
    """Give somebody a profile, opening an account for them when their address has none.

    Returns the token of the invitation to copy; None when the account is open already: it only gains the profile.
    Raises RegleViolee on a field, NonTrouve or Interdit.
    """
    async with ecriture():
        ici = await charger(ctx.acteur, "gouvernance", gouvernance)
        exiger(droits_sur_gouvernance(ctx.acteur, ici["id"]), Droit.ADMINISTRER, QUOI)
        connu = await compte_a_l_adresse(commande.courriel)
        if connu and await _profil_en_vigueur(ctx, connu["id"], ici["id"]):
            raise RegleViolee("courriel", "Cette adresse a déjà un profil ici : changez-le dans la liste.")
        return (await _inviter(ctx, ici, commande)).jeton


async def _inviter(ctx: Contexte, gouvernance: Ligne, commande: Inviter) -> Arrivee:
    adresse = adresse_de_courriel(commande.courriel)
    poste = await charger(ctx.acteur, "poste", commande.poste) if commande.poste else None
    structure = await cle_de(ctx.acteur, "structure", commande.structure, "structure")
    if poste and structure and poste["structure"] != structure:
        raise RegleViolee("poste", "Cette fonction est celle d’une autre organisation.")
    sert: dict[str, UUID | None] = {"structure": structure, "poste": None}
    if poste:
        sert = {"structure": poste["structure"], "poste": poste["id"]}
    connu = await compte_a_l_adresse(adresse)
    if connu is None:
        identifiant = f"c-{ctx.cle(f'identifiant:{adresse}').hex[:12]}"
        valeurs = {"identifiant": identifiant, "nom": commande.nom, "courriel": adresse, **sert}
        saisie = {"profil": commande.profil}
        cle = await creer(ctx, Compte, identifiant, valeurs, gouvernance=gouvernance["id"], saisie=saisie)
    else:
        cle = connu["id"]
        await _completer(ctx, connu, sert, gouvernance["id"])
    await _donner_profil(ctx, cle, gouvernance["id"], commande.profil)
    if connu and connu["mot_de_passe"]:
        return Arrivee(cle, neuf=False, jeton=None)
    jeton = await _envoyer(ctx, cle, adresse, UsageAcces.INVITATION, gouvernance)
    return Arrivee(cle, neuf=connu is None, jeton=jeton)


async def _completer(ctx: Contexte, compte: Ligne, sert: dict[str, UUID | None], gouvernance: UUID) -> None:
    """What an account serves is said once: what was not known is kept, what differs is refused."""
    for champ, mot in (("structure", "organisation"), ("poste", "fonction")):
        if sert[champ] and compte[champ] and sert[champ] != compte[champ]:
            raise RegleViolee(champ, f"Cette adresse a déjà un compte, pour une autre {mot} : laissez ce champ vide.")
    manque = {champ: valeur for champ, valeur in sert.items() if valeur and not compte[champ]}
    await changer(ctx, Compte, compte, None, manque, gouvernance=gouvernance)


async def renvoyer_invitation(ctx: Contexte, gouvernance: str | UUID, compte: UUID) -> str:
    """A new invitation for an account never opened; the links before stop working. Returns the token to copy."""
    async with ecriture():
        ici = await charger(ctx.acteur, "gouvernance", gouvernance)
        exiger(droits_sur_gouvernance(ctx.acteur, ici["id"]), Droit.ADMINISTRER, QUOI)
        if await _profil_en_vigueur(ctx, compte, ici["id"]) is None:
            raise NonTrouve("Ce compte")
        trouve = await ligne("SELECT * FROM compte WHERE id = {} AND supprime_le IS NULL", compte)
        if trouve is None:
            raise NonTrouve("Ce compte")
        if trouve["mot_de_passe"] or not trouve["courriel"]:
            raise RegleViolee("compte", "Ce compte est déjà ouvert : qui l’a oublié demande un nouveau mot de passe.")
        return await _envoyer(ctx, trouve["id"], trouve["courriel"], UsageAcces.INVITATION, ici)


async def reinitialiser_le_mot_de_passe(ctx: Contexte, adresse: str) -> None:
    """Send a link to choose a new password, when the address has an open account; says nothing either way."""
    async with ecriture():
        compte = await compte_a_l_adresse(adresse)
        if compte is None or not compte["mot_de_passe"] or await _lien_recent(ctx, compte["id"]):
            return
        await _envoyer(ctx, compte["id"], compte["courriel"], UsageAcces.REINITIALISATION, None)


async def _lien_recent(ctx: Contexte, compte: UUID) -> bool:
    """A link still works: nobody fills somebody else's mailbox by asking again and again."""
    trouve = await ligne(
        "SELECT id FROM lien_acces WHERE compte = {} AND usage = {} AND utilise_le IS NULL AND expire_le > {}",
        compte,
        UsageAcces.REINITIALISATION.value,
        ctx.maintenant,
    )
    return trouve is not None


async def _envoyer(ctx: Contexte, compte: UUID, adresse: str, usage: UsageAcces, gouvernance: Ligne | None) -> str:
    await _perimer_les_liens(ctx, compte)
    cle = ctx.cle(f"lien_acces:{compte}:{usage.value}:{ctx.requete}")
    rangee = {
        "id": cle,
        "compte": compte,
        "usage": usage.value,
        "cree_le": ctx.maintenant,
        "expire_le": ctx.maintenant + VALIDITE[usage],
    }
    await inserer(LienAcces, [rangee])
    await poster(
        ctx,
        destinataire=adresse,
        modele=_MODELES[usage],
        donnees={"gouvernance": gouvernance["nom"]} if gouvernance else {},
        objet_lie=cle,
        gouvernance=gouvernance["id"] if gouvernance else None,
    )
    return creer_jeton(ctx.secret, usage.value, cle)


async def utiliser_un_acces(
    ctx: Contexte, jeton: str, mot_de_passe: str, agent: str, remplace: str | None = None
) -> str:
    """Choose the password of the account a link opens, and enter. Returns the secret of the session's cookie.

    ``remplace`` is the session the browser held until now. Raises NonTrouve, or RegleViolee on « lien » or the
    password.
    """
    lien = await lire_acces(ctx.secret, jeton, ctx.maintenant)
    verifier_mot_de_passe(mot_de_passe, lien.courriel)
    condense = await condenser(mot_de_passe)
    async with ecriture():
        pris = (
            await LienAcces.update({LienAcces.utilise_le: ctx.maintenant})
            .where(LienAcces.id == lien.cle, LienAcces.utilise_le.is_null(), LienAcces.expire_le > ctx.maintenant)
            .returning(LienAcces.id)
            .run()
        )
        compte = await ligne("SELECT * FROM compte WHERE id = {} AND supprime_le IS NULL", lien.compte)
        if not pris or compte is None:
            raise RegleViolee("lien", "Ce lien vient de servir : connectez-vous.")
        await _poser_mot_de_passe(ctx, compte, condense)
        return await _ouvrir(ctx, compte["id"], agent, remplace)
