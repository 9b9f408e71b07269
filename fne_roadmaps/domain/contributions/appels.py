"""When a call for fiches is open: told from its two days, never typed."""

from __future__ import annotations

from datetime import date, timedelta

from fne_roadmaps.domain.dates import jour_en_lettres
from fne_roadmaps.domain.enums import EtatAppel
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.periodes import Periode, verifier_periode


def verifier_appel(ouvre_le: date | None, ferme_le: date | None) -> Periode:
    """Both days are included, and either may be left open. Raises RegleViolee on ``ferme_le``."""
    return verifier_periode(ouvre_le, ferme_le, "ferme_le")


def etat_appel(ouvre_le: date | None, ferme_le: date | None, au: date) -> EtatAppel:
    """Before its first day, within its period, or after its last day."""
    if ferme_le is not None and ferme_le < au:
        return EtatAppel.CLOS
    if ouvre_le is not None and au < ouvre_le:
        return EtatAppel.PAS_ENCORE
    return EtatAppel.OUVERT


def clore(ouvre_le: date | None, ferme_le: date | None, au: date) -> Periode:
    """The period of a call closed on ``au``: nothing comes in from that day on. Raises RegleViolee when it is closed.

    Closed on its first day or before it, a call was never open: both days become the eve.
    """
    if etat_appel(ouvre_le, ferme_le, au) is EtatAppel.CLOS:
        raise RegleViolee("ferme_le", "Cet appel est déjà clos.")
    veille = au - timedelta(days=1)
    return Periode(min(ouvre_le, veille) if ouvre_le else None, veille)


def prolonger(ferme_le: date | None, jusqu_au: date, au: date) -> date:
    """The new last day of a call, closed or not: later than before, and not past. Raises RegleViolee."""
    if ferme_le is None:
        raise RegleViolee("ferme_le", "Cet appel n’a pas de dernier jour : il n’y a rien à prolonger.")
    if jusqu_au <= ferme_le:
        raise RegleViolee(
            "ferme_le", f"L’appel court déjà jusqu’au {jour_en_lettres(ferme_le)} : choisissez plus tard."
        )
    if jusqu_au < au:
        raise RegleViolee("ferme_le", f"Le {jour_en_lettres(jusqu_au)} est passé : choisissez un jour à venir.")
    return jusqu_au
