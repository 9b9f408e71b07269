"""Demonstration data only: the real region and its clearly marked examples.

``ACTES`` is replayed in order through the services; ``AU`` is the reference day of a demonstration, so that
nothing turns late with the years. Real facts come from public documents; whatever is invented carries
``exemple``.
"""

from __future__ import annotations

from datetime import date

from fne_roadmaps.demo import (
    chiffres,
    comptes,
    contributions,
    exemples,
    feuilles_de_route,
    fiches_41,
    fiches_45,
    gouvernances,
    instances,
    instances_hub,
    reunions,
    structures,
    territoires,
    vie_28,
)
from fne_roadmaps.demo.saisie import ActeDate, saisis

AU = date(2025, 6, 17)

_BLOCS: tuple[ActeDate, ...] = (
    *saisis("2024-09-02 07:00", territoires.ACTES),
    *saisis("2024-09-02 09:00", structures.ACTES),
    *saisis("2024-09-02 13:00", gouvernances.ACTES),
    *saisis("2024-09-03 07:00", instances.ACTES),
    *saisis("2024-09-03 12:00", instances_hub.ACTES),
    *saisis("2024-09-04 07:00", feuilles_de_route.ACTES),
    *saisis("2024-09-05 07:00", exemples.structures.ACTES),
    *saisis("2024-09-16 06:00", vie_28.CREATIONS),
    *saisis("2024-10-14 07:00", reunions.ACTES),
    *saisis("2024-10-15 07:00", contributions.ACTES),
    *saisis("2024-10-15 08:00", chiffres.ACTES),
    *saisis("2024-11-04 08:00", feuilles_de_route.SIGNATURE_28),
    *vie_28.SUITES,
    *exemples.suivi.ACTES,
    *saisis("2025-05-20 07:00", exemples.reunions.ACTES),
    *saisis("2025-06-05 08:00", exemples.reunions.CHANGEMENTS),
    *saisis("2025-06-16 09:00", fiches_41.ACTES),
    *saisis("2025-06-16 10:00", fiches_45.ACTES),
    *saisis("2025-06-16 12:00", feuilles_de_route.ETATS),
    *saisis("2025-06-16 12:30", exemples.seances.ACTES),
    *saisis("2025-06-16 13:00", exemples.decisions.ACTES),
    *saisis("2025-06-16 13:20", exemples.seances.COMPTES_RENDUS),
    *saisis("2025-06-16 13:30", exemples.arbitrage.ACTES),
    *saisis("2025-06-16 14:00", exemples.contributions.ACTES, 1800),
    *saisis("2025-06-17 06:00", comptes.ACTES),
    *saisis("2025-06-17 06:20", exemples.sieges.ACTES),
    *saisis("2025-06-16 12:00", exemples.convocations.SONDAGE),
    *saisis("2025-06-17 06:25", exemples.convocations.INVITATIONS),
    *saisis("2025-06-17 06:30", exemples.listes.ACTES),
    *saisis("2025-06-17 06:40", exemples.suivi.RETOUCHES),
    *saisis("2025-06-17 06:45", exemples.ecritures.ACTES, 120),
)
ACTES: tuple[ActeDate, ...] = tuple(sorted(_BLOCS, key=lambda acte: acte[2]))
