"""Mails as the administrator of a governance sees them, and as a demonstration's letterbox shows them."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.queries.lecture import Clause, Ligne, ligne, lignes
from backend.queries.listes import Page
from fne_roadmaps.domain.enums import EtatCourriel, EtatDemande, EtatDepot, EtatReunion, ModeleCourriel

PAR_PAGE = 50


async def courriels_de(gouvernance: UUID, etat: EtatCourriel | None, page: int) -> Page:
    """Mails of a governance, the last first; never their texts. Two statements."""
    clause = Clause("gouvernance = {}", (gouvernance,))
    if etat:
        clause = clause & Clause("etat = {}", (etat.value,))
    return await _page(clause, page)


async def tous_les_courriels(page: int) -> Page:
    """Every mail of a demonstration, the last first. Two statements."""
    return await _page(Clause("1 = 1"), page)


async def _page(clause: Clause, page: int) -> Page:
    rangees = await lignes(
        "SELECT id, destinataire, modele, etat, essais, cree_le, envoye_le, prochain_essai_le, erreur FROM courriel "
        f"WHERE {clause.sql} ORDER BY cree_le DESC, id LIMIT {{}} OFFSET {{}}",
        *clause.valeurs,
        PAR_PAGE,
        (page - 1) * PAR_PAGE,
    )
    compte = await ligne(f"SELECT COUNT(*) AS total FROM courriel WHERE {clause.sql}", *clause.valeurs)
    return Page(rangees, int(compte["total"]) if compte else 0, page, PAR_PAGE)


async def un_courriel(cle: UUID) -> Ligne | None:
    """One mail, whole. One statement."""
    return await ligne("SELECT * FROM courriel WHERE id = {}", cle)


def donnees_de(courriel: Ligne) -> dict[str, Any]:
    """What feeds its model."""
    lues: dict[str, Any] = json.loads(courriel["donnees"] or "{}")
    return lues


_GENERATIONS = {
    ModeleCourriel.DEPOT: "SELECT generation FROM depot WHERE id = {}",
    ModeleCourriel.NOUVELLES: "SELECT generation FROM demande_de_nouvelles WHERE id = {}",
    ModeleCourriel.CONVOCATION: "SELECT generation FROM invitation WHERE id = {}",
}


async def generation_de(courriel: Ligne) -> int:
    """The generation its link is signed for: that of today, so that a revoked link is never sent."""
    requete = _GENERATIONS.get(ModeleCourriel(courriel["modele"]))
    trouvee = await ligne(requete, courriel["objet_lie"]) if requete else None
    return int(trouvee["generation"]) if trouvee else 1


async def empechement(courriel: Ligne, instant: datetime) -> str | None:
    """Why its link would open nothing any more, for the administrator; None when it would. One statement."""
    objet = courriel["objet_lie"]
    match ModeleCourriel(courriel["modele"]):
        case ModeleCourriel.DEPOT:
            depot = await ligne("SELECT etat FROM depot WHERE id = {}", objet)
            return None if depot and depot["etat"] != EtatDepot.RETIRE.value else "Ce dépôt a été retiré."
        case ModeleCourriel.NOUVELLES:
            demande = await ligne("SELECT etat, courriel FROM demande_de_nouvelles WHERE id = {}", objet)
            if demande is None or demande["etat"] != EtatDemande.ENVOYEE.value:
                return "Cette demande n’attend plus de réponse."
            # The link is signed for the answerer of today: a mail queued for the one before must not carry it.
            memes = (demande["courriel"] or "").lower() == courriel["destinataire"].lower()
            return None if memes else "Cette demande s’adresse maintenant à quelqu’un d’autre."
        case ModeleCourriel.CONVOCATION:
            return await _invitation_perimee(courriel)
        case _:
            acces = await ligne("SELECT expire_le, utilise_le FROM lien_acces WHERE id = {}", objet)
            if acces is None or acces["expire_le"] <= instant:
                return "Le lien de ce courriel a expiré : refaites l’invitation."
            return "Le lien de ce courriel a déjà servi." if acces["utilise_le"] else None


async def _invitation_perimee(courriel: Ligne) -> str | None:
    """Why what it tells of a meeting is no longer so: another mail, which the meeting page asks for, says the rest."""
    dit = donnees_de(courriel)
    tenue = await ligne(
        "SELECT v.supprime_le, v.courriel, r.etat, r.sequence FROM invitation v JOIN reunion r ON r.id = v.reunion "
        "WHERE v.id = {}",
        courriel["objet_lie"],
    )
    if tenue is None:
        return "Cette invitation n’existe plus."
    invite = tenue["supprime_le"] is None and tenue["courriel"] == courriel["destinataire"]
    if dit["acte"] == "annuler":
        tient = invite and tenue["etat"] == EtatReunion.CONVOQUEE
        return "Cette réunion est de nouveau convoquée." if tient else None
    if not invite:
        return "Cette personne n’est plus invitée."
    return None if tenue["sequence"] == dit["sequence"] else "La réunion a changé depuis : renvoyez les invitations."
