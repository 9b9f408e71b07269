"""Who is invited to a meeting, what they were told and what they answered."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from backend.context import Contexte
from backend.queries.agendas import Adresses, evenements
from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.reunions.droits import droits_a_la_reunion
from exports.payloads import EvenementDoc, InviteDoc
from fne_roadmaps.domain.droits import Acteur, Droit, exiger
from fne_roadmaps.domain.enums import ReponseInvitation, RoleInstance
from fne_roadmaps.domain.errors import NonTrouve
from fne_roadmaps.domain.invitations import role_attendu
from fne_roadmaps.domain.jetons import QUOI as QUOI_LIEN, cle_du_jeton, verifier_jeton

QUOI = "Cette invitation"
USAGE = "invitation_reunion"
"""Of the signed link each person answers by."""
_INVITES = (
    "SELECT v.*, g.libelle AS g_libelle, g.voix, g.suppleant AS g_suppleant, g.rang AS g_rang, s.nom AS s_nom, "
    "z.nom AS z_nom, CASE WHEN EXISTS (SELECT 1 FROM role_en_instance o WHERE o.instance = g.instance "
    "AND o.structure = s.id AND o.role = {}) THEN 1 ELSE 0 END AS anime FROM invitation v "
    "LEFT JOIN siege g ON g.id = v.siege LEFT JOIN poste p ON p.id = g.poste "
    "LEFT JOIN structure s ON s.id = COALESCE(g.structure, p.structure) LEFT JOIN structure z ON z.id = v.structure "
)


async def invitations_de(reunion: UUID) -> list[Ligne]:
    """People invited to a meeting already found, in the order of seats, then of arrival. One statement."""
    return await lignes(
        f"{_INVITES} WHERE v.reunion = {{}} AND v.supprime_le IS NULL "
        "ORDER BY CASE WHEN g.rang IS NULL THEN 1 ELSE 0 END, g.rang, v.cree_le, v.id",
        RoleInstance.ANIMATEUR.value,
        reunion,
    )


async def une_invitation(cle: UUID) -> Ligne | None:
    """One invitation, withdrawn or not; rights come after. One statement."""
    return await ligne(f"{_INVITES} WHERE v.id = {{}}", RoleInstance.ANIMATEUR.value, cle)


async def la_sienne(acteur: Acteur, reunion: UUID) -> Ligne | None:
    """The invitation the reader's own account answers: sent to its address, or to its post. One statement."""
    if reunion not in acteur.invitations or acteur.cle is None:
        return None
    return await ligne(
        "SELECT v.* FROM invitation v JOIN compte c ON c.id = {} AND (v.courriel = c.courriel OR v.poste = c.poste) "
        "WHERE v.reunion = {} AND v.supprime_le IS NULL AND v.envoyee_le IS NOT NULL ORDER BY v.cree_le, v.id LIMIT 1",
        acteur.cle,
        reunion,
    )


async def a_repondre(acteur: Acteur, cle: UUID) -> tuple[Ligne, Ligne]:
    """An invitation and its meeting, for who may answer it: its link, its account, or who holds the meeting.

    Raises NonTrouve or Interdit. Four statements at most.
    """
    invitation = await une_invitation(cle)
    if invitation is None or invitation["supprime_le"] is not None:
        raise NonTrouve(QUOI)
    reunion = await reunion_de(invitation["reunion"])
    if cle not in acteur.liens:
        sienne = await la_sienne(acteur, reunion["id"])
        if sienne is None or sienne["id"] != cle:
            exiger(await droits_a_la_reunion(acteur, reunion), Droit.REUNIR, QUOI)
    return invitation, reunion


async def invitation_du_lien(ctx: Contexte, jeton: str) -> tuple[Contexte, Ligne, Ligne]:
    """The invitation a personal link opens and its meeting, to whoever holds it. Two statements. Raises NonTrouve."""
    if not jeton.isascii():
        raise NonTrouve(QUOI_LIEN)
    cle = cle_du_jeton(jeton)
    trouvee = await une_invitation(cle)
    if trouvee is None or trouvee["supprime_le"] is not None:
        raise NonTrouve(QUOI_LIEN)
    verifier_jeton(ctx.secret, USAGE, jeton, trouvee["generation"])
    reunion = await reunion_de(trouvee["reunion"])
    porteur = Acteur(f"lien:{USAGE}:{cle}", "Invitation", liens=frozenset({cle}), compte=False)
    return replace(ctx, acteur=porteur), trouvee, reunion


async def reunion_de(cle: UUID) -> Ligne:
    """The meeting of an invitation with the names around it. One statement. Raises NonTrouve once deleted."""
    reunion = await ligne(
        "SELECT r.*, i.nom AS i_nom, g.nom AS g_nom FROM reunion r JOIN gouvernance g ON g.id = r.gouvernance "
        "LEFT JOIN instance i ON i.id = r.instance WHERE r.id = {} AND r.supprime_le IS NULL",
        cle,
    )
    if reunion is None:
        raise NonTrouve(QUOI)
    return reunion


async def invitation_en_agenda(cle: UUID, adresses: Adresses) -> tuple[EvenementDoc, InviteDoc, Ligne] | None:
    """What the calendar file of one invitation says, whom it is for, and the stored row; None when it is gone."""
    invitation = await une_invitation(cle)
    if invitation is None or not invitation["courriel"]:
        return None
    docs = await evenements([invitation["reunion"]], adresses, publique=False)
    invite = InviteDoc(
        nom=invitation["libelle"],
        courriel=invitation["courriel"],
        role=role_attendu(
            anime=bool(invitation["anime"]),
            voix=None if invitation["siege"] is None else bool(invitation["voix"]),
            suppleant=est_suppleant(invitation),
        ),
        reponse=ReponseInvitation(invitation["reponse"]),
    )
    return docs[invitation["reunion"]], invite, invitation


def est_suppleant(invitation: Ligne) -> bool:
    """Invited as the deputy of a seat."""
    return invitation["poste"] is not None and invitation["poste"] == invitation["g_suppleant"]
