"""Date polls: which days may be asked about, what answers count for, and when a poll is closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from fne_roadmaps.domain.enums import AvisDeDate, EtatReunion, EtatSondage
from fne_roadmaps.domain.errors import RegleViolee

C = TypeVar("C", bound=Hashable)
JOURS_MIN, JOURS_MAX = 2, 20
SONDABLES = frozenset({EtatReunion.BROUILLON, EtatReunion.A_DATER, EtatReunion.REPORTEE, EtatReunion.CONVOQUEE})


@dataclass(frozen=True, slots=True)
class Bilan:
    """What was answered for one day."""

    oui: int
    si_besoin: int
    non: int


def verifier_ouverture(etat: EtatReunion, jours: Sequence[date], au: date, ferme_le: date | None) -> None:
    """A poll asks about a few days to come, before the meeting, and closes in the future. Raises RegleViolee."""
    if etat not in SONDABLES:
        raise RegleViolee("etat", f"Cette réunion est {etat.libelle.lower()} : sa date ne se sonde plus.")
    if not JOURS_MIN <= len(jours) <= JOURS_MAX:
        raise RegleViolee("jours", f"Proposez de {JOURS_MIN} à {JOURS_MAX} jours différents, un par ligne.")
    if any(jour < au for jour in jours):
        raise RegleViolee("jours", "Un des jours proposés est déjà passé.")
    if ferme_le is not None and not au <= ferme_le <= max(jours):
        raise RegleViolee("ferme_le", "Le sondage se ferme après aujourd’hui, et avant le dernier jour proposé.")


def est_ouvert(etat: EtatSondage, ferme_le: date | None, au: date) -> bool:
    """Answers are taken: nobody closed it, and its last day, included, is not past."""
    return etat is EtatSondage.OUVERT and (ferme_le is None or au <= ferme_le)


def exiger_ouvert(etat: EtatSondage, ferme_le: date | None, au: date) -> None:
    """Raises RegleViolee when answers are no longer taken."""
    if not est_ouvert(etat, ferme_le, au):
        raise RegleViolee("etat", "Ce sondage est fermé : il ne reçoit plus de réponse.")


def exiger_a_clore(etat: EtatSondage) -> None:
    """A poll is closed once. Raises RegleViolee."""
    if etat is not EtatSondage.OUVERT:
        raise RegleViolee("etat", f"Ce sondage est déjà {etat.libelle.lower()}.")


def compter(avis: Iterable[tuple[C, AvisDeDate]]) -> dict[C, Bilan]:
    """What was answered for each option."""
    comptes: dict[C, Counter[AvisDeDate]] = {}
    for option, dit in avis:
        comptes.setdefault(option, Counter())[dit] += 1
    return {
        option: Bilan(n[AvisDeDate.OUI], n[AvisDeDate.SI_BESOIN], n[AvisDeDate.NON]) for option, n in comptes.items()
    }


def meilleures(bilans: Mapping[C, Bilan]) -> frozenset[C]:
    """The options with the fewest refusals, then the most « oui »; none as long as nobody answered."""
    if not bilans:
        return frozenset()
    rang = {option: (b.non, -b.oui, -b.si_besoin) for option, b in bilans.items()}
    premier = min(rang.values())
    return frozenset(option for option, r in rang.items() if r == premier)
