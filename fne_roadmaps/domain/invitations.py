"""Invitations to a meeting: who may be written in, which mail is due to whom, and until when one answers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from fne_roadmaps.domain.comptes import courriel
from fne_roadmaps.domain.dates import DateIncertaine, NatureDate
from fne_roadmaps.domain.enums import EtatReunion
from fne_roadmaps.domain.errors import ReglesViolees, RegleViolee
from fne_roadmaps.domain.textes import texte_propre

Envoi = Literal["convier", "changer", "annuler"]
"""What the next mail tells somebody: come, it has changed, do not come any more."""
RolePresence = Literal["CHAIR", "REQ-PARTICIPANT", "OPT-PARTICIPANT", "NON-PARTICIPANT"]
"""How much a presence is expected (RFC 5545 §3.2.16)."""

INVITES_MAX = 300
"""Of one meeting: more are a mailing list."""
NOM_MAX = 200
_PASSEES = frozenset({EtatReunion.EN_SEANCE, EtatReunion.TENUE})
_FERMES = frozenset({NatureDate.JOUR, NatureDate.DUREE})
_LIGNE = re.compile(r"(?P<nom>[^<>]*)<(?P<adresse>[^<>]*)>")


@dataclass(frozen=True, slots=True)
class Invite:
    """Somebody written in by hand: the address in lower case, the name as typed or else the address."""

    nom: str
    adresse: str


def lire_invites(texte: str, champ: str = "invites") -> tuple[Invite, ...]:
    """One guest by line: « Camille Exemple, Mairie <camille@exemple.fr> », or the address alone; doubles count once.

    Raises ReglesViolees naming every line that is not one (``champ.N``), or RegleViolee when there is none.
    """
    lus: dict[str, Invite] = {}
    refus = []
    for rang, ligne in enumerate(filter(None, map(str.strip, texte.splitlines()))):
        try:
            invite = _lire_invite(ligne, f"{champ}.{rang}")
        except RegleViolee as faute:
            refus.append(faute)
        else:
            lus.setdefault(invite.adresse, invite)
    if refus:
        raise ReglesViolees(refus)
    if not lus:
        raise RegleViolee(champ, "Écrivez au moins une adresse, une par ligne.")
    if len(lus) > INVITES_MAX:
        raise RegleViolee(champ, f"Une réunion compte au plus {INVITES_MAX} invités.")
    return tuple(lus.values())


def _lire_invite(ligne: str, champ: str) -> Invite:
    trouve = _LIGNE.fullmatch(ligne)
    adresse = courriel(trouve["adresse"] if trouve else ligne, champ)
    nom = texte_propre(trouve["nom"].strip(' ,;"') if trouve else "", champ, NOM_MAX, obligatoire=False)
    return Invite(nom or adresse, adresse)


def envoi_du(etat: EtatReunion, sequence: int, envoyee: int | None) -> Envoi | None:
    """The mail somebody is due: ``envoyee`` is the revision of the meeting the last one told, None for none.

    A meeting whose day was withdrawn is told as cancelled to who knew that day; a held one is told no more.
    """
    if etat in _PASSEES:
        return None
    if etat is not EtatReunion.CONVOQUEE:
        return "annuler" if envoyee is not None and envoyee < sequence else None
    if envoyee is None:
        return "convier"
    return "changer" if envoyee < sequence else None


def verifier_convocation(etat: EtatReunion, quand: DateIncertaine | None) -> None:
    """An invitation gives a day: the meeting is convened, at one. Raises RegleViolee."""
    if etat in _PASSEES:
        raise RegleViolee("etat", f"Cette réunion est {etat.libelle.lower()} : il n’est plus temps d’y inviter.")
    if etat is EtatReunion.ANNULEE:
        raise RegleViolee("etat", "Cette réunion est annulée : on n’y invite plus personne.")
    if etat is not EtatReunion.CONVOQUEE:
        raise RegleViolee("etat", "Convoquez d’abord la réunion : une invitation part quand son jour est sûr.")
    if quand is None or quand.nature not in _FERMES:
        raise RegleViolee("date", "Une invitation donne un jour : dites d’abord lequel, ou sondez les dates.")


def verifier_nombre(deja: int, nouveaux: int) -> None:
    """Raises RegleViolee beyond ``INVITES_MAX``."""
    if deja + nouveaux > INVITES_MAX:
        raise RegleViolee("invites", f"Une réunion compte au plus {INVITES_MAX} invités ; elle en a déjà {deja}.")


def verifier_suppression(envois: Iterable[int | None]) -> None:
    """A meeting people were invited to is cancelled, which tells them, before it is deleted. Raises RegleViolee."""
    prevenus = sum(1 for envoyee in envois if envoyee is not None)
    if prevenus:
        qui = "une personne a été invitée" if prevenus == 1 else f"{prevenus} personnes ont été invitées"
        raise RegleViolee("etat", f"À cette réunion, {qui} : annulez-la et prévenez-les avant de la supprimer.")


def verifier_avant_sondage(etat: EtatReunion, sequence: int, envois: Iterable[int | None]) -> None:
    """Days are asked of people who no longer hold one in their calendar: the event of the day kept is another.

    Raises RegleViolee while somebody does.
    """
    tenus = (e for e in envois if e is not None and (etat is EtatReunion.CONVOQUEE or e < sequence))
    if next(tenus, None) is not None:
        raise RegleViolee(
            "etat", "Des personnes sont invitées à cette date : reportez la réunion et prévenez-les, puis sondez."
        )


def repondable(etat: EtatReunion, dernier: date | None, au: date) -> bool:
    """One answers a convened meeting until its last day, included."""
    return etat is EtatReunion.CONVOQUEE and (dernier is None or au <= dernier)


def exiger_repondable(etat: EtatReunion, dernier: date | None, au: date) -> None:
    """Raises RegleViolee once answers no longer count."""
    if not repondable(etat, dernier, au):
        raise RegleViolee("reponse", "Cette invitation ne reçoit plus de réponse : la réunion a changé, ou a eu lieu.")


def role_attendu(*, anime: bool, voix: bool | None, suppleant: bool) -> RolePresence:
    """From the place held: who animates the instance chairs, a voice is required, a deputy is only told.

    ``voix`` is None for a guest, who is free to come.
    """
    if suppleant:
        return "NON-PARTICIPANT"
    if anime:
        return "CHAIR"
    return "REQ-PARTICIPANT" if voix else "OPT-PARTICIPANT"
