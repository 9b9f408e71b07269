"""Example posts given to the three real seats of the monthly point of Eure-et-Loir: whom to write to can be seen."""

from __future__ import annotations

from fne_roadmaps.demo.saisie import Acte, actes

COMPOSES = frozenset({"tenir_un_siege"})
"""Acts whose data are not those of one command: the seat is named by its organisation."""

ACTES: tuple[Acte, ...] = actes(
    "tenir_un_siege",
    (
        {"instance": "28/point-mensuel", "structure": structure, "poste": f"{structure}/{poste}"}
        for structure, poste in (
            ("hub-lo", "charge-mission-28"),
            ("prefecture-28", "mission"),
            ("cd-28", "mission"),
        )
    ),
)
