"""Who is at a meeting: rules of attendance seat by seat, and the quorum.

The rules are those of the commissions of the State and of its bodies (Code des relations entre le public et
l’administration): who is represented counts as present, so does who attends at a distance (art. R. 133-10); a mandate
is given to another member, and nobody holds more than one (art. R. 133-9).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from fne_roadmaps.domain.enums import EtatPresence
from fne_roadmaps.domain.errors import RegleViolee

_P = EtatPresence
DES_SIEGES = (_P.PRESENT, _P.REPRESENTE, _P.EXCUSE, _P.ABSENT)
DES_INVITES = (_P.INVITE, _P.EXCUSE, _P.ABSENT)
COMPTENT = frozenset({_P.PRESENT, _P.REPRESENTE})


@dataclass(frozen=True, slots=True)
class Pointage:
    """What is said of a seat: represented, ``represente_par`` is the seat that holds its mandate, ``representant`` the
    person who sits in its place.
    """

    etat: EtatPresence
    a_distance: bool = False
    represente_par: UUID | None = None
    representant: str | None = None


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many seats with a voice are needed, exist, are there themselves, and are represented."""

    requis: int | None
    voix: int
    presents: int
    representes: int

    @property
    def comptes(self) -> int:
        """Seats that count."""
        return self.presents + self.representes

    @property
    def manquent(self) -> int:
        """How many are still needed."""
        return max(0, (self.requis or 0) - self.comptes)

    @property
    def atteint(self) -> bool:
        """Nothing is asked, or enough seats count."""
        return self.manquent == 0


def compter_quorum(requis: int | None, voix: Collection[UUID], pointages: Mapping[UUID, Pointage]) -> Quorum:
    """Count the seats with a voice that are there or represented. Raises RegleViolee when it can never be reached."""
    if requis is not None and not voix:
        raise RegleViolee(
            "quorum",
            f"Le quorum demande {requis} {'sièges' if requis > 1 else 'siège'} avec voix, et l’instance n’en a aucun "
            "ce jour-là : ajoutez ses sièges, ou retirez le quorum.",
        )
    if requis is not None and requis > len(voix):
        raise RegleViolee(
            "quorum",
            f"Le quorum demande {requis} sièges avec voix, et l’instance n’en a que {len(voix)} ce jour-là : "
            "il ne peut pas être atteint.",
        )
    etats = [pointages[siege].etat for siege in voix if siege in pointages]
    return Quorum(requis, len(voix), etats.count(_P.PRESENT), etats.count(_P.REPRESENTE))


def verifier_pointage(siege: UUID | None, pointage: Pointage, autres: Mapping[UUID, Pointage]) -> None:
    """What is said of one attendee agrees with itself and with the other seats. Raises RegleViolee.

    ``siege`` None is a guest; ``autres`` are the seats already said, this one left out.
    """
    permis = DES_SIEGES if siege else DES_INVITES
    if pointage.etat not in permis:
        mots = ", ".join(e.libelle.lower() for e in permis)
        raise RegleViolee("etat", f"{'Un siège' if siege else 'Un invité'} est : {mots}.")
    if pointage.a_distance and pointage.etat not in {_P.PRESENT, _P.INVITE}:
        raise RegleViolee("a_distance", "Seul qui est présent peut l’être à distance.")
    if pointage.etat is not _P.REPRESENTE:
        if pointage.represente_par or pointage.representant:
            raise RegleViolee("representant", "Seul un siège représenté a un représentant.")
        if pointage.etat is not _P.PRESENT:
            _exiger_sans_mandat(siege, autres)
        return
    if (pointage.represente_par is None) == (pointage.representant is None):
        raise RegleViolee(
            "representant", "Dites qui représente ce siège : un autre siège, ou une personne qui y siège."
        )
    if pointage.represente_par is not None:
        _verifier_mandat(siege, pointage.represente_par, autres)
        _exiger_sans_mandat(siege, autres)


def _verifier_mandat(siege: UUID | None, mandataire: UUID, autres: Mapping[UUID, Pointage]) -> None:
    if mandataire == siege:
        raise RegleViolee("represente_par", "Un siège ne se représente pas lui-même.")
    if mandataire not in autres or not _siege_tenu(autres[mandataire]):
        raise RegleViolee("represente_par", "Un pouvoir se donne à un siège présent : pointez d’abord celui-là.")
    if any(p.represente_par == mandataire for p in autres.values()):
        raise RegleViolee("represente_par", "Ce siège tient déjà un pouvoir : nul n’en détient plus d’un.")


def _exiger_sans_mandat(siege: UUID | None, autres: Mapping[UUID, Pointage]) -> None:
    """Whoever holds a mandate is there. Raises RegleViolee when this seat would leave while it holds one."""
    if siege is not None and any(p.represente_par == siege for p in autres.values()):
        raise RegleViolee("etat", "Ce siège tient le pouvoir d’un autre : changez d’abord celui-là.")


def _siege_tenu(pointage: Pointage) -> bool:
    """Somebody sits there: its own member, or who replaces them."""
    return pointage.etat is _P.PRESENT or (pointage.etat is _P.REPRESENTE and pointage.representant is not None)
