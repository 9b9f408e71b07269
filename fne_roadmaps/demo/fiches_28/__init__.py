"""The 131 example fiches of 28-2024, none of them real: 31, 34, 22, 26 and 18 by axe, 15 of them complete.

Each is told as it stands on the reference day; ``vie_28`` tells how it came there.
"""

from __future__ import annotations

from fne_roadmaps.demo.fiches_28 import axe_1, axe_2, axe_2_suite, axe_3, axe_4, axe_5
from fne_roadmaps.demo.saisie import Acte, dans_axe

_PAR_AXE = (
    axe_1.FICHES,
    (*axe_2.FICHES, *axe_2_suite.FICHES),
    axe_3.FICHES,
    axe_4.FICHES,
    axe_5.FICHES,
)

ACTES: tuple[Acte, ...] = tuple(
    acte for rang, fiches in enumerate(_PAR_AXE, start=1) for acte in dans_axe("28-2024", rang, fiches)
)
