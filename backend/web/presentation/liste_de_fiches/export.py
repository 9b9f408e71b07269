"""A list of fiches as the cells of a file: the columns of the table, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from backend.web.contexts import FicheLigne
from backend.web.presentation.liste_de_fiches.colonnes import COLONNES
from exports.formats import date_sans_preposition, majuscule
from fne_roadmaps.domain.dates import DateIncertaine


def entetes(colonnes: Sequence[str], mot: str) -> list[str]:
    """The number, the title, then the chosen columns."""
    return ["N°", "Fiche action", *(majuscule(mot) if c == "axe" else COLONNES[c].libelle for c in colonnes)]


def cellules(f: FicheLigne, colonnes: Sequence[str]) -> list[str]:
    """The cells of one line, empty where nothing is known. Days are AAAA-MM-JJ, amounts euros with a comma."""
    return [f.numero or "", f.titre, *(_DIRE[c](f) for c in colonnes)]


def _date(d: DateIncertaine | None) -> str:
    """An exact day as tables sort it; anything else in its own words."""
    if d is None:
        return ""
    return d.edtf if d.forme and d.premier and d.premier == d.dernier else date_sans_preposition(d)


def _euros(centimes: int | None) -> str:
    return "" if centimes is None else str(Decimal(centimes).scaleb(-2).quantize(Decimal("0.01"))).replace(".", ",")


def _liste(noms: Sequence[str]) -> str:
    return ", ".join(noms)


_DIRE: Mapping[str, Callable[[FicheLigne], str]] = {
    "axe": lambda f: f.axe or "",
    "avancement": lambda f: (f.avancement or f.instruction).libelle,
    "priorite": lambda f: f.priorite.libelle if f.priorite else "",
    "meteo": lambda f: f.meteo.libelle if f.meteo else "",
    "pilote": lambda f: _liste(f.pilotes),
    "partenaires": lambda f: _liste(f.partenaires),
    "territoires": lambda f: _liste(f.territoires),
    "publics": lambda f: _liste(f.publics),
    "debut": lambda f: _date(f.debut),
    "fin": lambda f: "en continu" if f.en_continu else _date(f.fin),
    "jalon": lambda f: " : ".join(x for x in (_date(f.jalon.date), f.jalon.titre) if x) if f.jalon else "",
    "nouvelles": lambda f: f.nouvelles.isoformat() if f.nouvelles else "",
    "progression": lambda f: str(f.progression) if f.progression is not None else "",
    "besoin": lambda f: _euros(f.besoin),
    "financeurs": lambda f: _liste(f.financeurs),
    "maj": lambda f: f.maj.isoformat() if f.maj else "",
}
