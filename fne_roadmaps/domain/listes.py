"""Two states of a list set side by side: what left it, what came, what changed; the order is not looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Element:
    """One line of a list: what makes it the same line (``cle``), its name, and what it says, label by label."""

    cle: str
    nom: str
    dits: tuple[tuple[str, str], ...] = ()

    @property
    def phrase(self) -> str:
        """« État, 2025 : promis 24 000 €, obtenu 18 000 € »; a label that ends with a figure is kept apart."""
        suite = ", ".join(f"{mot}{' :' if mot[-1:].isdigit() else ''} {valeur}".strip() for mot, valeur in self.dits)
        return f"{self.nom} : {suite}" if suite else self.nom


@dataclass(frozen=True, slots=True)
class Change:
    """The same line, before and after: (label, former value, new value), None for one that was not or is not there."""

    nom: str
    dits: tuple[tuple[str, str | None, str | None], ...]


@dataclass(frozen=True, slots=True)
class Ecarts:
    """What two states of a list have of their own."""

    retires: tuple[Element, ...] = ()
    ajoutes: tuple[Element, ...] = ()
    changes: tuple[Change, ...] = field(default_factory=tuple)

    def __bool__(self) -> bool:
        return bool(self.retires or self.ajoutes or self.changes)


def rapprocher(avant: Sequence[Element], apres: Sequence[Element]) -> Ecarts:
    """Lines equal on both sides are left out; of the others, those of one key are one line that changed."""
    restent, viennent = list(avant), []
    for element in apres:
        if element in restent:
            restent.remove(element)
        else:
            viennent.append(element)
    changes, ajoutes = [], []
    for element in viennent:
        meme = next((e for e in restent if e.cle == element.cle), None)
        if meme is None:
            ajoutes.append(element)
        else:
            restent.remove(meme)
            changes.append(_change(meme, element))
    return Ecarts(tuple(restent), tuple(ajoutes), tuple(changes))


def _change(avant: Element, apres: Element) -> Change:
    ancien, neuf = dict(avant.dits), dict(apres.dits)
    mots = [*ancien, *(mot for mot in neuf if mot not in ancien)]
    differents = tuple((m, ancien.get(m), neuf.get(m)) for m in mots if ancien.get(m) != neuf.get(m))
    noms = (("nom", avant.nom, apres.nom),) if avant.nom != apres.nom else ()
    return Change(apres.nom, (*noms, *differents))
