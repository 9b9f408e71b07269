"""Where a filtered set of fiches is changed, exported and kept under a name."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode
from uuid import UUID

Requete = Mapping[str, object]


def _avec(chemin: str, requete: Requete | None) -> str:
    paires = [(nom, str(valeur)) for nom, valeur in (requete or {}).items() if valeur not in (None, "")]
    return f"{chemin}?{urlencode(paires)}" if paires else chemin


def cellule(feuille: UUID | str, fiche: UUID | str, champ: str, requete: Requete | None = None) -> str:
    """Where the small form of one field of a fiche goes; ``requete`` is the list it comes back to."""
    return _avec(f"/feuilles-de-route/{feuille}/fiches/{fiche}/{champ}", requete)


def csv(feuille: UUID | str, requete: Requete | None = None) -> str:
    """The filtered set as a file."""
    return _avec(f"/feuilles-de-route/{feuille}/fiches.csv", requete)


def vues(feuille: UUID | str) -> str:
    """Where a view is kept under a name."""
    return f"/feuilles-de-route/{feuille}/vues"


def renommer_vue(feuille: UUID | str, vue: UUID | str) -> str:
    """Where a view takes another name."""
    return f"/feuilles-de-route/{feuille}/vues/{vue}"


def retirer_vue(vue: UUID | str) -> str:
    """Where a view is removed."""
    return f"/vues/{vue}/retrait"


def retablir_vue(vue: UUID | str) -> str:
    """Where a removed view comes back."""
    return f"/vues/{vue}/retablissement"


def changement(feuille: UUID | str, requete: Requete | None = None) -> str:
    """The bulk change of the filtered set, or of ticked fiches."""
    return _avec(f"/feuilles-de-route/{feuille}/changement", requete)


def changement_fait(changement: UUID | str, fait: str | None = None) -> str:
    """What a bulk change did."""
    return _avec(f"/changements-groupes/{changement}", {"fait": fait})


def annuler_changement(changement: UUID | str) -> str:
    """Where a bulk change is undone."""
    return f"/changements-groupes/{changement}/annulation"
