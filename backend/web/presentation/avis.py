"""What a page says once after an act: a closed list of messages, so that an address cannot make the site say anything.

The act redirects to ``…?fait=<code>`` (with ``objet``, the key of what can be undone).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from backend.web.adresses import (
    arbitrage,
    fiches_action,
    flux,
    instances,
    invitations,
    liste_de_fiches,
    participation,
    reunions,
    seances,
)
from backend.web.contexts import Avis


@dataclass(frozen=True, slots=True)
class _Message:
    texte: str
    annuler: Callable[[UUID], str] | None = None


_MESSAGES: Mapping[str, _Message] = {
    "instruction": _Message("L’instruction de la fiche est enregistrée.", arbitrage.annuler_instruction),
    "proposee": _Message("La fiche est proposée.", arbitrage.annuler_instruction),
    "en-instruction": _Message("La fiche est en instruction.", arbitrage.annuler_instruction),
    "retenue": _Message("La fiche est retenue et porte son numéro.", arbitrage.annuler_instruction),
    "ecartee": _Message("La fiche est écartée.", arbitrage.annuler_instruction),
    "instruction-annulee": _Message("La décision est annulée\u00a0: la fiche est revenue à son état d’avant."),
    "fusion": _Message("Les fiches sont réunies dans celle-ci.", arbitrage.annuler_fusion),
    "defusion": _Message("La réunion est défaite\u00a0: la fiche a retrouvé son texte d’avant."),
    "defusion-partielle": _Message(
        "La réunion est défaite. Ce qui a été retouché depuis est resté\u00a0; l’historique garde les deux textes."
    ),
    "scission": _Message("La fiche est scindée en plusieurs, liées entre elles.", arbitrage.annuler_scission),
    "scission-annulee": _Message("La scission est annulée\u00a0: la fiche a retrouvé ses parts."),
    "ordre": _Message("L’ordre et les numéros sont enregistrés.", arbitrage.annuler_ordre),
    "ordre-annule": _Message("L’ordre d’avant est revenu.", arbitrage.annuler_ordre),
    "suppression": _Message("La fiche est à la corbeille.", arbitrage.restauration),
    "restauration": _Message("La fiche est de retour."),
    "reprise": _Message("La fiche est reprise\u00a0: adaptez-la à votre territoire."),
    "avancement": _Message("L’avancement de la fiche est enregistré."),
    "cr-redaction": _Message("Le compte rendu est enregistré."),
    "cr-diffusion": _Message("Le compte rendu est diffusé\u00a0: son texte est figé."),
    "cr-reprise": _Message("Le compte rendu est de nouveau en brouillon."),
    "cr-approbation": _Message("Le compte rendu est approuvé\u00a0: il ne change plus."),
    "cr-publication": _Message("Le compte rendu est publié."),
    "cr-correction": _Message("La correction est enregistrée dans une nouvelle version."),
    "amendement-demande": _Message("L’amendement est demandé."),
    "amendement-repondu": _Message("La réponse est enregistrée."),
    "amendement-retire": _Message("L’amendement est retiré."),
    "reunion-creee": _Message("La réunion est créée."),
    "reunion-modifiee": _Message("La réunion est enregistrée."),
    "etat-reunion": _Message("L’état de la réunion est enregistré."),
    "reunion-supprimee": _Message("La réunion est supprimée.", reunions.restaurer),
    "reunion-retablie": _Message("La réunion est de retour."),
    "annee-creee": _Message("Les réunions de l’année sont créées."),
    "sondage-ouvert": _Message("Le sondage est ouvert\u00a0: copiez son lien et partagez-le."),
    "sondage-ferme": _Message("Le sondage est fermé."),
    "sondage-rouvert": _Message("Le sondage reçoit de nouveau des réponses."),
    "date-choisie": _Message("La date est choisie, le sondage est fermé."),
    "reponse-sondage": _Message("Votre réponse est enregistrée. Gardez votre lien personnel."),
    "invites-ajoutes": _Message("Ces personnes sont sur la liste\u00a0; rien ne leur est encore envoyé."),
    "aucun-invite": _Message("Tous les sièges dont on connaît l’adresse sont déjà sur la liste."),
    "invite-decommande": _Message("Cette personne n’est plus invitée.", invitations.retablir),
    "invitations-envoyees": _Message("Les courriels partent. Chaque réponse arrivera sur cette page."),
    "reponse-notee": _Message("La réponse est notée."),
    "reponse-invitation": _Message("Votre réponse est enregistrée."),
    "flux-revoque": _Message("L’adresse est révoquée\u00a0: elle n’ouvre plus rien.", flux.retablir),
    "flux-regle": _Message("Le flux est enregistré\u00a0; son adresse n’a pas changé."),
    "flux-retabli": _Message("L’adresse ouvre de nouveau cet agenda."),
    "decision-ecrite": _Message("La décision est enregistrée."),
    "decision-modifiee": _Message("La décision est modifiée."),
    "adoption": _Message("L’adoption est enregistrée, avec ce que change la décision."),
    "suivi": _Message("Le suivi de la décision est enregistré."),
    "remplacement": _Message("Le remplacement est enregistré."),
    "role-dit": _Message("Le rôle de la structure est enregistré."),
    "contribution-ajoutee": _Message("La contribution est ajoutée."),
    "contribution-retiree": _Message("La contribution est retirée.", participation.remettre),
    "contribution-remise": _Message("La contribution est de retour."),
    "appel-ouvert": _Message("L’appel est créé : copiez son lien et partagez-le."),
    "appel-modifie": _Message("L’appel est enregistré."),
    "appel-clos": _Message("L’appel est clos : il ne reçoit plus de fiche."),
    "appel-prolonge": _Message("L’appel est prolongé."),
    "lien-revoque": _Message("Le lien est remplacé : l’ancien n’ouvre plus rien."),
    "lien-renvoye": _Message("Le lien personnel part de nouveau à l’adresse que la structure a donnée."),
    "depot-commence": _Message("Votre fiche est commencée. Gardez votre lien personnel : il vous y ramène."),
    "depot-garde": _Message("Votre fiche est enregistrée, même incomplète."),
    "depot-soumis": _Message("Votre fiche est proposée. Gardez votre lien : il dira ce qu’elle devient."),
    "depot-retire": _Message("Votre fiche est retirée."),
    "demande-envoyee": _Message("La demande est faite."),
    "demande-relancee": _Message("La demande est relancée."),
    "demande-annulee": _Message("La demande est annulée."),
    "reponse-gardee": _Message("Votre réponse est gardée. Elle n’est pas encore envoyée."),
    "reponse-envoyee": _Message("Votre réponse est envoyée."),
    "reponse-acceptee": _Message("La réponse est reportée dans la fiche."),
    "reponse-declinee": _Message("La réponse est déclinée ; la fiche n’a pas changé."),
    "entree": _Message("Bienvenue\u00a0: votre mot de passe est enregistré et votre session est ouverte."),
    "mot-de-passe": _Message("Votre mot de passe est changé ; vos autres sessions sont fermées."),
    "session": _Message("La session est fermée."),
    "profil": _Message("Les droits de ce compte sont changés."),
    "retrait": _Message("Ce compte n’a plus de droits ici ; ce qu’il a fait reste."),
    "passation-annulee": _Message("La passation est annulée : tout est revenu comme avant."),
    "courriel": _Message("Le courriel repart dans la minute."),
    "nouvelles": _Message("Vos nouvelles sont publiées."),
    "nouvelle-retiree": _Message("Ces nouvelles sont retirées.", fiches_action.retablir_nouvelle),
    "nouvelle-corrigee": _Message("Ces nouvelles sont corrigées ; l’historique garde le texte d’avant."),
    "nouvelle-retablie": _Message("Ces nouvelles sont de retour."),
    "jalon": _Message("Le jalon n’est plus marqué fait.", fiches_action.annuler_jalon),
    "jalon-fait": _Message("Le jalon est fait.", fiches_action.annuler_jalon),
    "jalon-annule": _Message("Le jalon est revenu à son état d’avant."),
    "mesure": _Message("La mesure est ajoutée.", fiches_action.annuler_mesure),
    "mesure-annulee": _Message("La mesure est retirée\u00a0; l’historique la garde."),
    "fiche-creee": _Message("La fiche est créée. Complétez-la section par section."),
    "section": _Message("La section est enregistrée."),
    "cellule": _Message("La fiche est enregistrée."),
    "vue": _Message("Cette vue est gardée sous son nom."),
    "vue-renommee": _Message("La vue porte son nouveau nom."),
    "vue-retiree": _Message("La vue est retirée.", liste_de_fiches.retablir_vue),
    "vue-retablie": _Message("La vue est de retour."),
    "instance-ouverte": _Message("L’instance est ouverte\u00a0: donnez-lui ses sièges et sa cadence."),
    "instance-modifiee": _Message("L’instance est enregistrée."),
    "instance-fermee": _Message(
        "L’instance est fermée\u00a0; tout ce qu’elle a tenu se lit encore.", instances.rouvrir
    ),
    "instance-rouverte": _Message("L’instance est rouverte."),
    "siege-ajoute": _Message("Le siège est ajouté."),
    "siege-modifie": _Message("Le siège est enregistré."),
    "siege-retire": _Message("Le siège est retiré de la composition.", instances.retablir_siege),
    "siege-retabli": _Message("Le siège est de retour."),
    "siege-range": _Message("L’ordre des sièges est enregistré."),
    "cadence-ajoutee": _Message("La nouvelle cadence est enregistrée\u00a0; la précédente garde sa période."),
    "cadence-modifiee": _Message("La cadence est enregistrée."),
    "cadence-retiree": _Message("La cadence est retirée.", instances.retablir_cadence),
    "cadence-retablie": _Message("La cadence est de retour."),
    "roles": _Message("Les rôles sont enregistrés."),
    "point": _Message("Le point est à l’ordre du jour."),
    "place": _Message("L’ordre est enregistré."),
    "point-modifie": _Message("Le point est enregistré."),
    "point-retire": _Message("Le point est retiré de l’ordre du jour.", seances.retablir_point),
    "point-a_traiter": _Message("Le point est de nouveau à traiter."),
    "point-traite": _Message("Le point est traité.", seances.retablir_point),
    "point-reporte": _Message("Le point est à l’ordre du jour de la réunion suivante, avec son histoire."),
    "preparation": _Message("Les propositions cochées sont à l’ordre du jour."),
    "notes": _Message("Les notes sont enregistrées."),
    "decision": _Message("La décision est enregistrée et porte son numéro."),
    "invite": _Message("L’invité est sur la liste."),
    "invite-retire": _Message("L’invité est retiré de la liste.", seances.retablir_invite),
    "invite-revenu": _Message("L’invité est de nouveau sur la liste."),
    "seance-ouverte": _Message("La séance est ouverte."),
    "seance-close": _Message("La séance est close : la réunion est tenue."),
    "changement-annule": _Message("Le changement groupé est annulé."),
}


def avis_de(fait: str | None, objet: str | None) -> Avis | None:
    """The message of a code, with its undo when the act has one; None for anything else."""
    message = _MESSAGES.get(fait or "")
    if message is None:
        return None
    try:
        annuler = message.annuler(UUID(objet)) if message.annuler and objet else None
    except ValueError:
        annuler = None
    return Avis(message=message.texte, annuler=annuler)
