"""Life of a roadmap, its code, the order of its axes, and roadmaps that may not cover the same ground."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from fne_roadmaps.domain.arbres import verifier_arbre
from fne_roadmaps.domain.cycles import exiger_passage
from fne_roadmaps.domain.enums import EtatFeuille, Perimetre
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.periodes import Periode

C = TypeVar("C", bound=Hashable)
_E = EtatFeuille
PASSAGES: dict[EtatFeuille, frozenset[EtatFeuille]] = {
    _E.ELABORATION: frozenset({_E.CONCERTATION}),
    _E.CONCERTATION: frozenset({_E.VALIDEE, _E.ELABORATION}),
    _E.VALIDEE: frozenset({_E.PRESENTEE, _E.SIGNEE, _E.CONCERTATION}),
    _E.PRESENTEE: frozenset({_E.SIGNEE, _E.CLOSE}),
    _E.SIGNEE: frozenset({_E.CLOSE}),
    _E.CLOSE: frozenset(),
}
_PUBLIES = frozenset({_E.PRESENTEE, _E.SIGNEE, _E.CLOSE})
AXE_PUBLIE = "L’axe {rang} figure sous ce numéro dans un texte publié : il ne change ni de rang ni de niveau."
_CODE = re.compile(r"(?P<base>[0-9A-Za-z]+(?:-[0-9a-z]+)*)-(?P<annee>(?:19|20|21)[0-9]{2})(?:-(?P<lettre>[b-z]))?")


def changer_etat(de: EtatFeuille, vers: EtatFeuille) -> None:
    """Allow a move: forwards one step, backwards only before the text is public."""
    exiger_passage("etat", de, vers, PASSAGES[de])


def projet(etat: EtatFeuille) -> bool:
    """The text is neither presented nor signed: its documents print « PROJET »."""
    return etat not in _PUBLIES


def libelle_etat(etat: EtatFeuille, *, axes_valides: bool) -> str:
    """Printed state: concertation reads « En cours de validation » once the axes are validated."""
    if etat is EtatFeuille.CONCERTATION and axes_valides:
        return "En cours de validation"
    return etat.libelle


@dataclass(frozen=True, slots=True)
class CodeFeuille:
    """Parts of a code: ``28-2024-b`` is the second roadmap of base ``28`` in 2024."""

    base: str
    annee: int
    lettre: str = ""

    def __str__(self) -> str:
        return f"{self.base}-{self.annee}" + (f"-{self.lettre}" if self.lettre else "")


def lire_code(code: str, champ: str = "code") -> CodeFeuille:
    """A typed code in parts: « 28-2024 », « 28-2024-b », « pnt-blaisois-2025 ». Raises RegleViolee."""
    trouve = _CODE.fullmatch(code.strip())
    if not trouve:
        raise RegleViolee(
            champ, f"« {code.strip()[:40]} » n’est pas un code de feuille de route ; exemple : « 28-2024 »."
        )
    return CodeFeuille(trouve["base"], int(trouve["annee"]), trouve["lettre"] or "")


def prochain_code(base: str, annee: int, existants: Collection[str]) -> str:
    """First free code of that base and year: plain, then « -b » to « -z ». Raises RegleViolee at the 27th."""
    for lettre in ("", *"bcdefghijklmnopqrstuvwxyz"):
        code = str(lire_code(str(CodeFeuille(base, annee, lettre))))
        if code not in existants:
            return code
    raise RegleViolee("annee", f"Il y a déjà 26 feuilles de route « {base} » pour l’année {annee}.")


@dataclass(frozen=True, slots=True)
class Couverture:
    """Ground and time a roadmap covers; ``territoires`` are codes."""

    code: str
    perimetre: Perimetre
    territoires: frozenset[str]
    periode: Periode


def chevauchement(feuilles: Sequence[Couverture]) -> tuple[tuple[str, str], ...]:
    """Pairs of infra-départementales that cover the same territory at the same time, in the order given."""
    infra = [f for f in feuilles if f.perimetre is Perimetre.INFRA_DEPARTEMENTAL]
    return tuple(
        (une.code, autre.code)
        for une, autre in combinations(infra, 2)
        if une.territoires & autre.territoires and une.periode.chevauche(autre.periode)
    )


def reordonner(actuels: Sequence[C], voulus: Sequence[C]) -> dict[C, int]:
    """New rank of each axe, from 1: ``voulus`` names every axe once and no other."""
    if len(set(voulus)) != len(voulus):
        raise RegleViolee("ordre", "Un axe est nommé deux fois dans le nouvel ordre.")
    if set(voulus) != set(actuels):
        manque, trop = len(set(actuels) - set(voulus)), len(set(voulus) - set(actuels))
        raise RegleViolee(
            "ordre",
            "Le nouvel ordre nomme chaque axe de cette feuille de route, et eux seuls "
            f"(manquants : {manque} ; étrangers : {trop}).",
        )
    return {axe: rang for rang, axe in enumerate(voulus, start=1)}


def verifier_parent_axe(
    parent_par_axe: Mapping[C, C | None], feuille_par_axe: Mapping[C, Hashable], axe: C, parent: C | None
) -> None:
    """An axe goes under another axe of its own roadmap, never under itself or its own. Raises RegleViolee."""
    if parent is not None and feuille_par_axe.get(parent) != feuille_par_axe.get(axe):
        raise RegleViolee("parent", "Cet axe appartient à une autre feuille de route.")
    verifier_arbre(parent_par_axe, axe, parent)


def verifier_axe_publie(avant: tuple[C | None, int], apres: tuple[C | None, int], publies: Collection[int]) -> None:
    """An axe a published text prints keeps its place, parent and rank: the numbers of its fiches hold to it.

    ``publies`` are the ranks printed, of level-1 headings only. Raises RegleViolee on the field that moves.
    """
    (parent, rang), (_, rang_apres) = avant, apres
    if parent is None and rang in publies and avant != apres:
        raise RegleViolee("rang" if rang_apres != rang else "parent", AXE_PUBLIE.format(rang=rang))
