"""Storage: one module per concept. Nothing above ``backend.services`` and ``backend.queries`` imports it."""

from __future__ import annotations

MODULES = tuple(
    f"fne_roadmaps.tables.{nom}"
    for nom in (
        "territoires",
        "structures",
        "gouvernances",
        "feuilles_de_route",
        "fiches_action",
        "instances",
        "reunions",
        "seances",
        "sondages",
        "comptes_rendus",
        "imports_agenda",
        "signatures",
        "comptes",
        "flux",
        "contributions",
        "espace",
        "courriels",
        "journal",
    )
)
