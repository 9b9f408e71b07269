"""Seats of a body: who may hold which at the same time, and how many voices there are to count a quorum."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fne_roadmaps.domain.dates import jour_en_lettres
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.periodes import Periode, verifier_periode
from fne_roadmaps.domain.textes import replier


@dataclass(frozen=True, slots=True)
class SiegeTenu:
    """A seat as the rules look at it: keys of its organisation and posts, its words, its voice, its mandate."""

    structure: UUID | None = None
    poste: UUID | None = None
    suppleant: UUID | None = None
    libelle: str | None = None
    college: str | None = None
    voix: bool = True
    debut: date | None = None
    fin: date | None = None

    @property
    def mandat(self) -> Periode:
        """The days of the mandate, ends included."""
        return Periode(self.debut, self.fin)

    @property
    def place(self) -> tuple[Hashable, ...]:
        """What makes two rows the same seat: the organisation and the words that tell several of its seats apart."""
        if self.poste is not None:
            return ("poste", self.poste)
        return ("place", self.structure, replier(self.libelle or ""), replier(self.college or ""))


def verifier_siege(siege: SiegeTenu, champ: str = "") -> None:
    """A seat belongs to somebody, its mandate goes forwards, its two posts differ. Raises RegleViolee."""
    if siege.structure is None and siege.poste is None and not siege.libelle:
        raise RegleViolee(f"{champ}structure", "Un siège est à une structure, à un poste, ou porte un nom.")
    if siege.suppleant is not None and siege.suppleant == siege.poste:
        raise RegleViolee(f"{champ}suppleant", "Le suppléant est le titulaire : choisissez deux postes différents.")
    verifier_periode(siege.debut, siege.fin, f"{champ}fin")


def verifier_sans_chevauchement(siege: SiegeTenu, autres: Iterable[SiegeTenu], champ: str = "debut") -> None:
    """Two mandates of one post, or of one seat, never share a day. Raises RegleViolee, with the days of the other."""
    for autre in autres:
        if autre.place == siege.place and autre.mandat.chevauche(siege.mandat):
            quoi = "Ce poste siège déjà ici" if siege.poste is not None else "Ce siège existe déjà ici"
            suite = (
                "terminez d’abord ce mandat, ou changez les dates"
                if siege.poste is not None
                else "terminez d’abord ce mandat, changez les dates, ou donnez à ce siège un nom qui le distingue"
            )
            raise RegleViolee(champ, f"{quoi} {_dite(autre.mandat)} : {suite}.")


def verifier_sieges(sieges: Sequence[SiegeTenu], champ: str = "sieges") -> None:
    """Every seat of a list, and no two of one place at once; the later of two is named. Raises RegleViolee."""
    vus: dict[tuple[Hashable, ...], list[SiegeTenu]] = {}
    for i, siege in enumerate(sieges):
        verifier_siege(siege, f"{champ}.{i}.")
        voisins = vus.setdefault(siege.place, [])
        verifier_sans_chevauchement(siege, voisins, f"{champ}.{i}.debut")
        voisins.append(siege)


def _dite(mandat: Periode) -> str:
    debut, fin = mandat.debut and jour_en_lettres(mandat.debut), mandat.fin and jour_en_lettres(mandat.fin)
    if debut and fin:
        return f"du {debut} au {fin}"
    if debut:
        return f"depuis le {debut}"
    return f"jusqu’au {fin}" if fin else "sans date de fin"


def voix_attendues(sieges: Iterable[SiegeTenu], au: date) -> int:
    """Seats with a voice that may be counted together, on ``au`` or on a later day when mandates begin."""
    votants = [s for s in sieges if s.voix and (s.fin is None or s.fin >= au)]
    jours = {au, *(s.debut for s in votants if s.debut and s.debut > au)}
    return max(sum(1 for s in votants if s.mandat.contient(jour)) for jour in jours)


def verifier_quorum(quorum: int | None, voix: int, champ: str = "quorum") -> None:
    """A quorum is counted among seats with a voice, and can be reached. Raises RegleViolee."""
    if quorum is None:
        return
    if voix == 0:
        raise RegleViolee(
            champ,
            "Un quorum se compte parmi les sièges qui ont une voix, et cette instance n’en a aucun : "
            "ajoutez d’abord les sièges.",
        )
    if quorum > voix:
        sieges = "siège a une voix" if voix == 1 else "sièges ont une voix"
        raise RegleViolee(champ, f"Un quorum de {quorum} ne serait jamais atteint : {voix} {sieges}.")


def verifier_quorum_apres(quorum: int | None, avant: int, apres: int) -> None:
    """Fewer voices must still reach the quorum; more of them are always welcome. Raises RegleViolee."""
    if quorum is not None and apres < avant and apres < quorum:
        restent = "aucun siège n’aurait plus de voix" if apres == 0 else f"il resterait {apres} voix"
        raise RegleViolee(
            "quorum", f"Le quorum de cette instance est de {quorum}, et {restent} : changez d’abord le quorum."
        )
