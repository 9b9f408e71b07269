"""Inviting to a meeting: people written in, mails sent when somebody decides so, answers.

Nothing leaves by itself: a meeting that moves makes mails due, and whoever holds it sends them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.adresses_des_instances import adresses_de
from backend.queries.invitations import QUOI, a_repondre, invitations_de, reunion_de, une_invitation
from backend.queries.lecture import Ligne, date_de, ligne, lignes
from backend.queries.references import charger
from backend.queries.reunions.droits import droits_a_la_reunion
from backend.services.commands.invitations import ConvierDesInvites, ConvierLesSieges, RepondreInvitation
from backend.services.courriels import poster
from backend.services.ecriture import changer, creer, ecriture, verrouiller
from backend.services.reunions import tenue
from backend.services.reunions.acces import tenir_reunion
from fne_roadmaps.domain.comptes import courriel
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.enums import EtatReunion, ModeleCourriel, ReponseInvitation
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.domain.invitations import (
    Envoi,
    envoi_du,
    exiger_repondable,
    verifier_convocation,
    verifier_nombre,
)
from fne_roadmaps.tables.reunions import Reunion
from fne_roadmaps.tables.sondages import Invitation

_NEUVE = {"reponse": ReponseInvitation.EN_ATTENTE.value, "commentaire": None, "repondue_le": None}


async def convier_des_invites(ctx: Contexte, commande: ConvierDesInvites) -> int:
    """Write in guests; those already there are left as they are. Returns how many were added. Raises RegleViolee."""
    async with ecriture():
        return await _convier(ctx, commande)


async def _convier(ctx: Contexte, commande: ConvierDesInvites) -> int:
    reunion = await tenir_reunion(ctx, commande.reunion)
    lus = [(courriel(i.adresse, f"invites.{rang}"), i.nom) for rang, i in enumerate(commande.invites)]
    return await _inscrire(ctx, reunion, [{"courriel": adresse, "libelle": nom} for adresse, nom in lus])


async def convier_les_sieges(ctx: Contexte, commande: ConvierLesSieges) -> int:
    """Write in who occupies the seats of the instance on the day of the meeting, as far as their address is known.

    Returns how many were added. Raises RegleViolee for a meeting of no instance.
    """
    async with ecriture():
        reunion = await tenir_reunion(ctx, commande.reunion)
        if reunion["instance"] is None:
            raise RegleViolee("reunion", "Cette réunion n’est celle d’aucune instance : écrivez ses invités.")
        _, places = await adresses_de(ctx.acteur, reunion["instance"], reunion["date_premier"] or ctx.au)
        voulues = [p for p in places if p.courriel and (commande.suppleants or not p.suppleant)]
        rangees = [
            {"courriel": courriel(p.courriel or ""), "libelle": p.nom or p.siege, "siege": p.cle, "poste": p.poste}
            for p in voulues
        ]
        return await _inscrire(ctx, reunion, rangees)


async def _inscrire(ctx: Contexte, reunion: Ligne, rangees: Sequence[dict[str, Any]]) -> int:
    deja = {i["courriel"] for i in await invitations_de(reunion["id"])}
    neuves = {r["courriel"]: r for r in rangees if r["courriel"] not in deja}
    verifier_nombre(len(deja), len(neuves))
    compte = await ligne("SELECT COUNT(*) AS n FROM invitation WHERE reunion = {}", reunion["id"])
    rang = int(compte["n"]) if compte else 0
    retirees = await lignes(
        "SELECT * FROM invitation WHERE reunion = {} AND supprime_le IS NOT NULL ORDER BY cree_le, id", reunion["id"]
    )
    anciennes = {i["courriel"]: i for i in retirees}
    for adresse, rangee in neuves.items():
        ancienne = anciennes.get(adresse)
        if ancienne is not None:
            await _remettre(ctx, reunion, ancienne, rangee)
            continue
        rang += 1
        valeurs = {**_NEUVE, **rangee, "reunion": reunion["id"], "exemple": reunion["exemple"]}
        # The journal tells who was invited, never where they are written to.
        saisie = {"libelle": rangee["libelle"], "siege": rangee.get("siege")}
        nom = f"{reunion['code']}:{rang}"
        await creer(ctx, Invitation, nom, valeurs, gouvernance=reunion["gouvernance"], saisie=saisie)
    return len(neuves)


async def _remettre(ctx: Contexte, reunion: Ligne, avant: Ligne, valeurs: dict[str, Any]) -> None:
    """Invite again somebody who was taken off: as new, under the link given when they were."""
    neuves = {**valeurs, **_NEUVE, "supprime_le": None, "envoyee_le": None, "sequence_envoyee": None}
    await changer(ctx, Invitation, avant, None, neuves, gouvernance=reunion["gouvernance"], action="retablir")


async def retirer_invitation(ctx: Contexte, cle: UUID) -> UUID:
    """Take somebody off, and tell them if they had been invited; their link opens nothing any more.

    Returns the key of the meeting. Raises RegleViolee once it was held or cancelled.
    """
    async with ecriture():
        avant, reunion = await _tenir(ctx, cle)
        if avant["supprime_le"] is None:
            if avant["envoyee_le"] is not None and reunion["etat"] == EtatReunion.CONVOQUEE:
                await _poster(ctx, reunion, await _dire(reunion), avant, "annuler", retire=True)
            valeurs = {"supprime_le": ctx.maintenant, "generation": avant["generation"] + 1}
            await changer(ctx, Invitation, avant, None, valeurs, gouvernance=reunion["gouvernance"], action="retirer")
        return UUID(str(reunion["id"]))


async def retablir_invitation(ctx: Contexte, cle: UUID) -> UUID:
    """Write somebody in again. Returns the key of the meeting. Raises RegleViolee when they were since."""
    async with ecriture():
        avant, reunion = await _tenir(ctx, cle)
        if avant["supprime_le"] is not None:
            if avant["courriel"] in {i["courriel"] for i in await invitations_de(reunion["id"])}:
                raise RegleViolee("invites", "Cette adresse est de nouveau sur la liste.")
            await _remettre(ctx, reunion, avant, {})
        return UUID(str(reunion["id"]))


async def envoyer_invitations(ctx: Contexte, reference: str | UUID) -> int:
    """Queue every mail that is due: invitations, changes, cancellations. Returns how many. Raises RegleViolee.

    Asked twice, the second finds nothing due.
    """
    async with ecriture():
        return await _envoyer(ctx, reference)


async def _envoyer(ctx: Contexte, reference: str | UUID) -> int:
    trouvee = await charger(ctx.acteur, "reunion", reference)
    exiger(await droits_a_la_reunion(ctx.acteur, trouvee), Droit.REUNIR, tenue.QUOI)
    await verrouiller(Reunion, trouvee["id"])
    reunion = await charger(ctx.acteur, "reunion", trouvee["id"])
    etat = EtatReunion(reunion["etat"])
    dus = [
        (i, acte)
        for i in await invitations_de(reunion["id"])
        if (acte := envoi_du(etat, reunion["sequence"], i["sequence_envoyee"])) is not None
    ]
    if not dus or any(acte != "annuler" for _, acte in dus):
        verifier_convocation(etat, date_de(reunion))
    dit = await _dire(reunion) if dus else {}
    for invitation, acte in dus:
        await _poster(ctx, reunion, dit, invitation, acte)
        valeurs = {"envoyee_le": ctx.maintenant, "sequence_envoyee": reunion["sequence"]}
        if acte == "changer":
            # What was answered was about another day, hour or place (RFC 5546 §2.1.4).
            valeurs |= {"reponse": ReponseInvitation.EN_ATTENTE.value, "repondue_le": None}
        await changer(ctx, Invitation, invitation, None, valeurs, gouvernance=reunion["gouvernance"], action="envoyer")
    return len(dus)


async def _dire(reunion: Ligne) -> dict[str, Any]:
    """What every mail says of a meeting."""
    nommee = await reunion_de(reunion["id"])
    return {
        "sequence": reunion["sequence"],
        "titre": reunion["titre"] or nommee["i_nom"] or "",
        "quand": reunion["date_edtf"] or await _quittee(reunion["id"]),
        "debut": reunion["heure_debut"],
        "fin": reunion["heure_fin"],
        "lieu": reunion["lieu"],
        "visio": bool(reunion["lien_visio"]),
        "gouvernance": nommee["g_nom"],
        "exemple": bool(reunion["exemple"]),
    }


async def _poster(
    ctx: Contexte, reunion: Ligne, dit: dict[str, Any], invitation: Ligne, acte: Envoi, *, retire: bool = False
) -> None:
    """Queue the mail of one person. ``retire``: the meeting stands, without them."""
    motif = reunion["motif"] if acte == "annuler" and not retire else None
    await poster(
        ctx,
        destinataire=invitation["courriel"],
        modele=ModeleCourriel.CONVOCATION,
        donnees={**dit, "acte": acte, "motif": motif, "retire": retire},
        objet_lie=invitation["id"],
        gouvernance=reunion["gouvernance"],
    )


async def _quittee(reunion: UUID) -> str | None:
    """The last date of a meeting that has none any more."""
    avant = await ligne(
        "SELECT date_edtf FROM date_anterieure WHERE reunion = {} AND supprime_le IS NULL "
        "ORDER BY cree_le DESC, id LIMIT 1",
        reunion,
    )
    return str(avant["date_edtf"]) if avant and avant["date_edtf"] else None


async def repondre_invitation(ctx: Contexte, cle: UUID, commande: RepondreInvitation) -> UUID:
    """Answer, or change one's answer: by a personal link, as the account invited, or for somebody who called.

    Returns the key of the meeting. Raises NonTrouve or Interdit; RegleViolee once answers no longer count.
    """
    async with ecriture():
        return await _repondre(ctx, cle, commande)


async def _repondre(ctx: Contexte, cle: UUID, commande: RepondreInvitation) -> UUID:
    _, trouvee = await a_repondre(ctx.acteur, cle)
    await verrouiller(Reunion, trouvee["id"])
    # Read again under the lock: the meeting may have moved while this answer waited.
    avant, reunion = await a_repondre(ctx.acteur, cle)
    exiger_repondable(EtatReunion(reunion["etat"]), reunion["date_dernier"], ctx.au)
    attend = commande.reponse is ReponseInvitation.EN_ATTENTE
    valeurs = {
        "reponse": commande.reponse.value,
        "commentaire": commande.commentaire,
        "repondue_le": None if attend else ctx.maintenant,
    }
    await changer(ctx, Invitation, avant, None, valeurs, gouvernance=reunion["gouvernance"], action="repondre")
    return UUID(str(reunion["id"]))


async def _tenir(ctx: Contexte, cle: UUID) -> tuple[Ligne, Ligne]:
    """An invitation and its meeting, locked. Raises NonTrouve, Interdit or RegleViolee."""
    trouvee = await une_invitation(cle)
    if trouvee is None:
        raise NonTrouve(QUOI)
    try:
        reunion = await tenir_reunion(ctx, trouvee["reunion"])
    except NonTrouve:
        raise NonTrouve(QUOI) from None
    tenue_ici = await une_invitation(cle)
    if tenue_ici is None:
        raise NonTrouve(QUOI)
    return tenue_ici, reunion
