"""Invitations in words: who comes, what each person knows, what is left to send."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from backend.queries.invitations import est_suppleant
from backend.queries.lecture import Ligne, date_de
from backend.web import adresses
from backend.web.adresses import instances as instance, invitations as ici
from backend.web.contexts import Cadre, Formulaire, InvitationsContexte, InviteLu, Lien
from backend.web.presentation.mots import texte, titre_sans_mention
from exports.formats import compte, enumeration, typographier
from fne_roadmaps.domain.enums import EtatReunion, ReponseInvitation
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.invitations import Envoi, envoi_du, repondable, verifier_convocation

_DUS: dict[Envoi, tuple[str, str, str]] = {
    "convier": ("Invitation à envoyer", "invitation", "invitations"),
    "changer": ("Changement à envoyer", "changement", "changements"),
    "annuler": ("Annulation à envoyer", "annulation", "annulations"),
}
_FERMEES = frozenset({EtatReunion.EN_SEANCE, EtatReunion.TENUE, EtatReunion.ANNULEE})


def contexte_invitations(
    cadre: Cadre,
    reunion: Ligne,
    invitations: Sequence[Ligne],
    *,
    au: date,
    sans_adresse: int,
    formulaire: Formulaire,
) -> InvitationsContexte:
    """The page of who holds the meeting. ``sans_adresse`` counts its seats without an address."""
    etat, cle = EtatReunion(reunion["etat"]), reunion["id"]
    fermee = etat in _FERMEES
    reponses = Counter(ReponseInvitation(i["reponse"]) for i in invitations)
    return InvitationsContexte(
        cadre=cadre,
        reunion=Lien(libelle=titre_sans_mention(reunion["titre"], reunion["exemple"]), href=adresses.reunion(cle)),
        date=date_de(reunion),
        debut=reunion["heure_debut"],
        fin=reunion["heure_fin"],
        invites=tuple(_invite(i, reunion, fermee=fermee, au=au) for i in invitations),
        comptes=tuple((r, reponses[r]) for r in ReponseInvitation),
        a_envoyer=a_envoyer(reunion, invitations),
        refus=_refus(reunion),
        envoyer=ici.envoi(cle),
        sieges=ici.sieges(cle) if reunion["instance"] and not fermee else None,
        sans_adresse=sans_adresse,
        adresses=instance.courriels(reunion["instance"]) if reunion["instance"] else None,
        formulaire=None if fermee else formulaire,
        fermee=fermee,
    )


def a_envoyer(reunion: Ligne, invitations: Sequence[Ligne]) -> str | None:
    """« 3 invitations et 1 changement » left to send, None when everybody knows."""
    dus = Counter(acte for i in invitations if (acte := _du(reunion, i)))
    return enumeration([compte(dus[acte], un, des) for acte, (_, un, des) in _DUS.items() if dus[acte]]) or None


def _du(reunion: Ligne, invitation: Ligne) -> Envoi | None:
    return envoi_du(EtatReunion(reunion["etat"]), reunion["sequence"], invitation["sequence_envoyee"])


def _refus(reunion: Ligne) -> str | None:
    try:
        verifier_convocation(EtatReunion(reunion["etat"]), date_de(reunion))
    except RegleViolee as refus:
        return typographier(refus.message)
    return None


def _invite(i: Ligne, reunion: Ligne, *, fermee: bool, au: date) -> InviteLu:
    acte = _du(reunion, i)
    ouverte = repondable(EtatReunion(reunion["etat"]), reunion["date_dernier"], au)
    siege = texte(i["g_libelle"] or i["s_nom"] or i["z_nom"])
    return InviteLu(
        cle=str(i["id"]),
        nom=typographier(i["libelle"]),
        adresse=i["courriel"],
        siege=f"{siege} (suppléant)" if siege and est_suppleant(i) else siege,
        reponse=ReponseInvitation(i["reponse"]),
        commentaire=texte(i["commentaire"]),
        envoyee_le=i["envoyee_le"] and i["envoyee_le"].astimezone(ZoneInfo(reunion["fuseau"])),
        du=_DUS[acte][0] if acte else None,
        repondre=ici.acte(i["id"], "reponse") if ouverte else None,
        retirer=None if fermee else ici.acte(i["id"], "retirer"),
    )
