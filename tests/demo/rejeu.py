"""A dry replay of the acts: the codes each one would give, in order, and the codes each one refers to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from fne_roadmaps.demo import ACTES

Reference = tuple[str, str]

_SIMPLES = {
    "parent": None,
    "territoire": "territoire",
    "structure": "structure",
    "poste": "poste",
    "gouvernance": "gouvernance",
    "feuille_de_route": "feuille_de_route",
    "axe": "axe",
    "instance": "instance",
    "reunion": "reunion",
    "decision": "decision",
    "responsable": "structure",
    "source": None,
    "cible": None,
}
_LISTES = {"territoires": "territoire", "axes_servis": "axe", "fiches": "fiche_action"}
_PARENTS = {"creer_territoire": "territoire", "creer_instance": "instance", "creer_axe": "axe"}
_NESTED = (
    "membres",
    "sieges",
    "cadences",
    "roles",
    "acteurs",
    "financements",
    "signataires",
)


def de(nom: str) -> list[dict[str, Any]]:
    """Data of every act of that name, in order."""
    return [donnee for acte, donnee, _ in ACTES if acte == nom]


def references(nom: str, donnee: dict[str, Any]) -> Iterator[Reference]:
    """(kind, code) of every object the act refers to."""
    for champ, genre in _SIMPLES.items():
        code = donnee.get(champ)
        if champ == "parent":
            genre = _PARENTS.get(nom)
        elif champ in {"source", "cible"}:
            genre = "fiche_action" if nom == "lier_fiches" else None
        if genre and isinstance(code, str):
            yield genre, code
    for champ, genre in _LISTES.items():
        for code in donnee.get(champ, ()):
            yield genre, code
    for champ in _NESTED:
        for element in donnee.get(champ, ()):
            if "role" not in element or "structure" in element:
                yield from references("", element)
    for gouvernance, _ in donnee.get("profils", ()):
        yield "gouvernance", gouvernance


class Codes:
    """Gives codes as the services do: rank of an axe or fiche, number of a meeting or decision."""

    def __init__(self) -> None:
        self.rangs: Counter[str] = Counter()

    def donner(self, nom: str, donnee: dict[str, Any]) -> Reference | None:
        """(kind, code) of what the act creates; None when it creates nothing that is referred to."""
        genre = nom.removeprefix("creer_")
        if genre in {"territoire", "structure", "poste", "gouvernance"}:
            return genre, donnee["code"]
        if genre == "feuille_de_route":
            return genre, f"{donnee['gouvernance']}-{donnee['annee']}"
        if genre == "instance":
            return genre, f"{donnee['gouvernance']}/{donnee['slug']}"
        if genre == "axe":
            return genre, self._numero(f"{donnee['feuille_de_route']}/", "{}")
        if genre == "reunion":
            return genre, self._numero(donnee.get("instance") or donnee["gouvernance"], "/r{}")
        if genre == "decision":
            return genre, self._numero(donnee["instance"], f"/{donnee['annee']}-{{}}")
        if genre == "fiche_action":
            retenue = donnee["instruction"] == "retenue"
            base = f"{donnee['axe']}." if retenue else f"{donnee['feuille_de_route']}/p"
            return genre, self._numero(base, "{}")
        return None

    def _numero(self, base: str, suffixe: str) -> str:
        cle = base + suffixe
        self.rangs[cle] += 1
        return base + suffixe.format(self.rangs[cle])


def rejouer() -> Iterator[tuple[str, dict[str, Any], Reference | None, frozenset[Reference]]]:
    """Each act with what it creates and the codes known before it."""
    codes = Codes()
    connus: set[Reference] = set()
    for nom, donnee, _ in ACTES:
        nouveau = codes.donner(nom, donnee)
        yield nom, donnee, nouveau, frozenset(connus)
        if nouveau:
            connus.add(nouveau)
