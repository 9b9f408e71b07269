"""A form as its template prints it: what was typed, what is refused, and what guards the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ErreurDeChamp:
    """One refused value: the field as named in the form, its label, and how to mend it."""

    champ: str
    libelle: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BrouillonRepris:
    """What was being typed and never saved, put back in the form.

    ``abandonner`` is where the form that drops it goes.
    """

    le: datetime
    abandonner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulaire:
    """``valeurs`` are texts as typed, by field name (dotted for the lines of a list: « jalons.0.titre »).

    ``cle`` makes a creation happen once however often it is sent; ``version`` is the one the text was read at.
    ``brouillon_vers`` is where the page keeps what is being typed; ``focus`` the field where the person goes on.
    """

    action: str
    retour: str
    valeurs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    erreurs: tuple[ErreurDeChamp, ...] = ()
    cle: str | None = None
    version: int | None = None
    brouillon_vers: str | None = None
    brouillon: BrouillonRepris | None = None
    focus: str | None = None

    def valeur(self, nom: str) -> str:
        """What the field holds; empty when nothing does."""
        return next(iter(self.valeurs.get(nom, ())), "")

    def choisie(self, nom: str, valeur: str) -> bool:
        """A radio, a box or an option is chosen."""
        return valeur in self.valeurs.get(nom, ())

    def erreur(self, nom: str) -> str | None:
        """Why the field is refused, if it is."""
        return next((e.message for e in self.erreurs if e.champ == nom), None)

    def rangs(self, liste: str) -> tuple[int, ...]:
        """Lines of a list of the form, by their number in field names, in order."""
        debut = f"{liste}."
        numeros = {nom.removeprefix(debut).partition(".")[0] for nom in self.valeurs if nom.startswith(debut)}
        return tuple(sorted(int(n) for n in numeros if n.isdigit()))
