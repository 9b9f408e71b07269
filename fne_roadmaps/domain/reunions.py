"""Life of a meeting, its hours and codes, and when its calendar sequence must rise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from fne_roadmaps.domain.cycles import exiger_passage
from fne_roadmaps.domain.dates import DateIncertaine, NatureDate
from fne_roadmaps.domain.enums import EtatReunion
from fne_roadmaps.domain.errors import RegleViolee

_E = EtatReunion
PASSAGES: dict[EtatReunion, frozenset[EtatReunion]] = {
    _E.BROUILLON: frozenset({_E.A_DATER, _E.CONVOQUEE, _E.ANNULEE}),
    _E.A_DATER: frozenset({_E.CONVOQUEE, _E.TENUE, _E.REPORTEE, _E.ANNULEE}),
    _E.CONVOQUEE: frozenset({_E.EN_SEANCE, _E.TENUE, _E.REPORTEE, _E.ANNULEE}),
    _E.EN_SEANCE: frozenset({_E.TENUE, _E.ANNULEE}),
    _E.TENUE: frozenset(),
    _E.REPORTEE: frozenset({_E.A_DATER, _E.CONVOQUEE, _E.ANNULEE}),
    _E.ANNULEE: frozenset(),
}
_HEURE = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_CODE_REUNION = re.compile(r"(?P<prefixe>[^/]+(?:/[^/]+)?)/r(?P<numero>[1-9][0-9]*)")
_CODE_DECISION = re.compile(r"(?P<prefixe>[^/]+(?:/[^/]+)?)/(?P<annee>[0-9]{4})-(?P<numero>[1-9][0-9]*)")


def changer_etat(de: EtatReunion, vers: EtatReunion, *, date_connue: DateIncertaine | None, au: date) -> None:
    """Allow a move of the life cycle; a meeting that was held has begun by ``au``. Raises RegleViolee."""
    exiger_passage("etat", de, vers, PASSAGES[de])
    if vers is EtatReunion.TENUE:
        verifier_tenue(date_connue, au)


def verifier_tenue(date_connue: DateIncertaine | None, au: date) -> None:
    """A held meeting has a date, at least its year, whose first possible day is not to come."""
    premier = (date_connue.premier or date_connue.dernier) if date_connue else None
    if premier is None:
        raise RegleViolee("date", "Une réunion tenue a une date, au moins son année.")
    if premier > au:
        raise RegleViolee("etat", "Une réunion à venir ne peut pas être déjà tenue.")


def verifier_heures(debut: str | None, fin: str | None, date_connue: DateIncertaine | None) -> None:
    """« HH:MM », the end after the start, and only on one exact day. Raises RegleViolee naming the hour."""
    for champ, valeur in (("heure_debut", debut), ("heure_fin", fin)):
        if valeur is not None and not _HEURE.fullmatch(valeur):
            raise RegleViolee(champ, f"« {valeur[:20]} » n’est pas une heure ; exemple : « 09:30 ».")
    if fin is not None and debut is None:
        raise RegleViolee("heure_debut", "Une heure de fin demande une heure de début.")
    if debut is not None and fin is not None and fin <= debut:
        raise RegleViolee("heure_fin", "L’heure de fin vient après l’heure de début.")
    if debut is not None and (date_connue is None or date_connue.nature is not NatureDate.JOUR):
        raise RegleViolee("heure_debut", "Des heures demandent un jour exact.")


def code_reunion(prefixe: str, numero: int) -> str:
    """« 28/copil/r7 », or « 28/r12 » without instance (``prefixe``: code of either)."""
    return f"{prefixe}/r{_positif(numero)}"


def lire_code_reunion(code: str, champ: str = "code") -> tuple[str, int]:
    """Prefix and number of a meeting's code. Raises RegleViolee."""
    trouve = _CODE_REUNION.fullmatch(code.strip())
    if not trouve:
        raise RegleViolee(champ, f"« {code[:40]} » n’est pas un code de réunion ; exemple : « 28/copil/r7 ».")
    return trouve["prefixe"], int(trouve["numero"])


def code_decision(prefixe: str, annee: int, numero: int) -> str:
    """« 28/copil/2024-2 », or « 28/2024-1 » without instance; numbers start again each year."""
    return f"{prefixe}/{annee:04d}-{_positif(numero)}"


def lire_code_decision(code: str, champ: str = "code") -> tuple[str, int, int]:
    """Prefix, year and number of a decision's code. Raises RegleViolee."""
    trouve = _CODE_DECISION.fullmatch(code.strip())
    if not trouve:
        raise RegleViolee(champ, f"« {code[:40]} » n’est pas un code de décision ; exemple : « 28/copil/2024-2 ».")
    return trouve["prefixe"], int(trouve["annee"]), int(trouve["numero"])


def _positif(numero: int) -> int:
    if numero < 1:
        raise RegleViolee("numero", "Un numéro est au moins 1.")
    return numero


@dataclass(frozen=True, slots=True)
class Placement:
    """What a calendar shows a guest: when, where and in which state. ``edtf`` alone stands for the date."""

    edtf: str | None
    heure_debut: str | None
    heure_fin: str | None
    fuseau: str
    lieu: str | None
    lien_visio: str | None
    etat: EtatReunion
    confirmee: bool = True


def sequence_suivante(sequence: int, avant: Placement, apres: Placement) -> int:
    """One more when date, hours, place, state or firmness changed, else the same; never less (RFC 5545 § 3.8.7.4)."""
    return sequence if avant == apres else sequence + 1
