"""Commands on territories."""

from __future__ import annotations

from backend.services.commands.champs import (
    Commande,
    Jour,
    Mot60,
    Mot60Facultatif,
    Mot200,
    ReferenceFacultative,
    TexteFacultatif,
)
from fne_roadmaps.domain.enums import TypeTerritoire


class CreerTerritoire(Commande):
    """``du_nom`` is the genitive printed in titles (« d’Eure-et-Loir »); the zone defaults to the parent's."""

    code: Mot60
    type: TypeTerritoire
    nom: Mot200
    du_nom: Mot200
    parent: ReferenceFacultative = None
    fuseau: Mot60Facultatif = None
    valide_du: Jour | None = None
    valide_au: Jour | None = None
    source: TexteFacultatif = None
    note: TexteFacultatif = None
    exemple: bool = False
