"""The figures a committee looks at first, counted on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fne_roadmaps.domain.enums import Avancement, Instruction
from fne_roadmaps.domain.fiches_action import Progression, progression, sans_nouvelles
from fne_roadmaps.domain.fiches_action.vie import TERMINES

SILENCE_MOIS = 6


@dataclass(frozen=True, slots=True)
class JalonSuivi:
    """A step: its last possible day (None when open or unknown), and whether it is done."""

    titre: str
    dernier: date | None
    fait: bool = False


@dataclass(frozen=True, slots=True)
class FicheSuivie:
    """What the figures need of a fiche; ``fin`` is the last possible day of its end. ``presente``: not in the bin."""

    instruction: Instruction
    avancement: Avancement
    pilotee: bool = False
    fin: date | None = None
    jalons: tuple[JalonSuivi, ...] = ()
    nouvelles_le: date | None = None
    presente: bool = True

    @property
    def retenue(self) -> bool:
        """Counts in the roadmap."""
        return self.presente and self.instruction is Instruction.RETENUE

    @property
    def a_suivre(self) -> bool:
        """Retained, neither réalisée nor abandonnée."""
        return self.retenue and self.avancement not in TERMINES

    def jours_de_retard(self, au: date) -> int:
        """Days since its end, or else since the most overdue of its undone steps; 0 when it is not late."""
        if not self.a_suivre:
            return 0
        if self.fin and self.fin < au:
            return (au - self.fin).days
        passes = [j.dernier for j in self.jalons if not j.fait and j.dernier and j.dernier < au]
        return (au - min(passes)).days if passes else 0

    def muette(self, au: date) -> bool:
        """To follow, and silent for six months."""
        return self.a_suivre and sans_nouvelles(self.nouvelles_le, au, SILENCE_MOIS)


@dataclass(frozen=True, slots=True)
class Chiffres:
    """Counts of retained fiches; all but the first two are of fiches still to follow."""

    progression: Progression
    bloquees: int
    en_retard: int
    sans_pilote: int
    sans_nouvelles: int


def chiffres(fiches: Iterable[FicheSuivie], au: date) -> Chiffres:
    """The figures of a day."""
    retenues = [f for f in fiches if f.retenue]
    suivies = [f for f in retenues if f.a_suivre]
    comptes = {a: sum(1 for f in retenues if f.avancement is a) for a in Avancement}
    return Chiffres(
        progression(comptes),
        comptes[Avancement.BLOQUEE],
        sum(1 for f in suivies if f.jours_de_retard(au)),
        sum(1 for f in suivies if not f.pilotee),
        sum(1 for f in suivies if f.muette(au)),
    )
