"""Writing meetings: created, changed, moved along, taken back, a year at a time; and their date polls."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID


def nouvelle(gouvernance: UUID | str, instance: str | None = None) -> str:
    """A new meeting of a governance, of one of its instances when given."""
    return f"/gouvernances/{gouvernance}/reunions/nouvelle" + (
        f"?{urlencode({'instance': instance})}" if instance else ""
    )


def modifier(reunion: UUID | str) -> str:
    """Changing a meeting, its date among other things."""
    return f"/reunions/{reunion}/modifier"


def etat(reunion: UUID | str) -> str:
    """Moving it along."""
    return f"/reunions/{reunion}/etat"


def supprimer(reunion: UUID | str) -> str:
    """Deleting it: it can be taken back."""
    return f"/reunions/{reunion}/supprimer"


def restaurer(reunion: UUID | str) -> str:
    """Taking a deleted one back."""
    return f"/reunions/{reunion}/restaurer"


def annee(instance: UUID | str) -> str:
    """A year of meetings of an instance."""
    return f"/instances/{instance}/annee"


def annuler_annee(instance: UUID | str) -> str:
    """Taking back those just created."""
    return f"/instances/{instance}/annee/annuler"


def sondage(reunion: UUID | str, fait: str | None = None) -> str:
    """The date poll of a meeting."""
    return f"/reunions/{reunion}/sondage" + (f"?fait={fait}" if fait else "")


def acte_de_sondage(sondage: UUID | str, nom: str) -> str:
    """One of the acts on a poll: choix, abandon, reouverture, lien."""
    return f"/sondages/{sondage}/{nom}"


def sondage_public(jeton: str) -> str:
    """Where one answers by the shared link."""
    return f"/public/sondages/{jeton}"


def reponse_publique(jeton: str, fait: str | None = None) -> str:
    """Where one changes an answer, by its personal link."""
    return f"/public/reponses/{jeton}" + (f"?fait={fait}" if fait else "")
