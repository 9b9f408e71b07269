"""Progress and signals of a roadmap by axe, in one statement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from uuid import UUID

from backend.queries.fiches_action import signaux
from backend.queries.lecture import Clause, lignes, parmi
from fne_roadmaps.domain.enums import Avancement, Instruction, Vocabulaire
from fne_roadmaps.domain.fiches_action import Progression, progression

V = TypeVar("V", bound=Vocabulaire)


@dataclass(frozen=True, slots=True)
class SuiviAxe:
    """Counts of the fiches of one axe, or of several added up. ``retenues`` holds the retained ones by avancement."""

    fiches: int = 0
    exemples: int = 0
    en_retard: int = 0
    sans_pilote: int = 0
    par_instruction: Mapping[Instruction, int] = field(default_factory=dict)
    retenues: Mapping[Avancement, int] = field(default_factory=dict)

    @property
    def progression(self) -> Progression:
        """By the formula of the domain."""
        return progression(self.retenues)

    def __add__(self, autre: SuiviAxe) -> SuiviAxe:
        """Counts of both."""
        return SuiviAxe(
            self.fiches + autre.fiches,
            self.exemples + autre.exemples,
            self.en_retard + autre.en_retard,
            self.sans_pilote + autre.sans_pilote,
            _ajouter(self.par_instruction, autre.par_instruction),
            _ajouter(self.retenues, autre.retenues),
        )


def _ajouter(une: Mapping[V, int], autre: Mapping[V, int]) -> dict[V, int]:
    """Sums in the order of the vocabulary, whatever the order engines give groups in."""
    cles = sorted({**une, **autre}, key=lambda cle: [*cle.__class__].index(cle))
    return {cle: une.get(cle, 0) + autre.get(cle, 0) for cle in cles}


async def suivi_par_axe(feuilles: Iterable[UUID], au: date) -> dict[tuple[UUID, UUID | None], SuiviAxe]:
    """Counts by (roadmap, axe), None for fiches without axe; the caller has checked who reads. One statement."""
    retard, orpheline = signaux.en_retard(au), signaux.sans_pilote()
    choisies = Clause("fiche_action.supprime_le IS NULL") & parmi("fiche_action.feuille_de_route", feuilles)
    rangees = await lignes(
        "SELECT fiche_action.feuille_de_route, fiche_action.axe, fiche_action.instruction, fiche_action.avancement, "
        "COUNT(*) AS fiches, SUM(CASE WHEN fiche_action.exemple THEN 1 ELSE 0 END) AS exemples, "
        f"SUM(CASE WHEN {retard.sql} THEN 1 ELSE 0 END) AS en_retard, "
        f"SUM(CASE WHEN {orpheline.sql} THEN 1 ELSE 0 END) AS sans_pilote FROM fiche_action WHERE {choisies.sql} "
        "GROUP BY fiche_action.feuille_de_route, fiche_action.axe, fiche_action.instruction, fiche_action.avancement",
        *retard.valeurs,
        *orpheline.valeurs,
        *choisies.valeurs,
    )
    suivis: dict[tuple[UUID, UUID | None], SuiviAxe] = {}
    for r in rangees:
        instruction = Instruction(r["instruction"])
        groupe = SuiviAxe(
            r["fiches"],
            r["exemples"],
            r["en_retard"],
            r["sans_pilote"],
            {instruction: r["fiches"]},
            {Avancement(r["avancement"]): r["fiches"]} if instruction is Instruction.RETENUE else {},
        )
        cle = (r["feuille_de_route"], r["axe"])
        suivis[cle] = suivis.get(cle, SuiviAxe()) + groupe
    return suivis
