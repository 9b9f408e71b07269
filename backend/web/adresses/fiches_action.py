"""Where a fiche is written."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID


def avancement(cle: UUID | str) -> str:
    """Changing how far the fiche is."""
    return f"/fiches-action/{cle}/avancement"


def nouvelles(cle: UUID | str) -> str:
    """Giving news of the fiche."""
    return f"/fiches-action/{cle}/nouvelles"


def page_de_nouvelles(cle: UUID | str, page: int) -> str:
    """The fiche, at a page of its news."""
    return f"/fiches-action/{cle}" + (f"?nouvelles={page}" if page > 1 else "") + "#nouvelles"


def retirer_nouvelle(nouvelle: UUID | str) -> str:
    """Taking news back."""
    return f"/nouvelles/{nouvelle}/retirer"


def retablir_nouvelle(nouvelle: UUID | str) -> str:
    """Bringing them back."""
    return f"/nouvelles/{nouvelle}/retablir"


def corriger_nouvelle(nouvelle: UUID | str) -> str:
    """Changing the words of news."""
    return f"/nouvelles/{nouvelle}/modifier"


def annuler_jalon(jalon: UUID | str) -> str:
    """Undoing the last word on whether a milestone is done."""
    return f"/jalons/{jalon}/annuler"


def jalon(cle: UUID | str, jalon: UUID | str) -> str:
    """Saying that a milestone is done, or not yet."""
    return f"/fiches-action/{cle}/jalons/{jalon}"


def mesures(cle: UUID | str, indicateur: UUID | str | None = None) -> str:
    """Adding a measure to an indicator of the fiche, chosen or not yet."""
    return f"/fiches-action/{cle}/mesures" + (f"?{urlencode({'indicateur': str(indicateur)})}" if indicateur else "")


def annuler_mesure(mesure: UUID | str) -> str:
    """Taking back a measure just added."""
    return f"/mesures/{mesure}/annuler"


def historique(cle: UUID | str, **filtres: object) -> str:
    """Everything that happened to the fiche, field by field."""
    paires = [(nom, str(valeur)) for nom, valeur in filtres.items() if valeur]
    return f"/fiches-action/{cle}/historique" + (f"?{urlencode(paires)}" if paires else "")


def comparaison(cle: UUID | str, version: int | None = None) -> str:
    """The fiche beside the text of a published version, the last one by default."""
    return f"/fiches-action/{cle}/texte-publie" + (f"?{urlencode({'version': version})}" if version else "")
