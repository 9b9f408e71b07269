"""The minutes of a meeting: reading them, what moves them along, their documents."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID


def compte_rendu(cle: UUID | str, version: int | None = None, *, fait: str | None = None) -> str:
    """The minutes, at a version, else as they stand; ``fait`` tells what was just done there."""
    requete = {n: v for n, v in (("version", version), ("fait", fait)) if v}
    return f"/comptes-rendus/{cle}" + (f"?{urlencode(requete)}" if requete else "")


def ouvrir(reunion: UUID | str) -> str:
    """Begins the minutes of a meeting, or finds them."""
    return f"/reunions/{reunion}/compte-rendu"


def acte(cle: UUID | str, nom: str) -> str:
    """One of the moves of the minutes: redaction, diffusion, reprise, approbation, publication, correction."""
    return f"/comptes-rendus/{cle}/{nom}"


def amendements(cle: UUID | str) -> str:
    """Where a change is asked for."""
    return f"/comptes-rendus/{cle}/amendements"


def reponse(amendement: UUID | str) -> str:
    """Where a change asked for gets its answer."""
    return f"/amendements/{amendement}/reponse"


def retrait(amendement: UUID | str) -> str:
    """Takes back a change one asked for."""
    return f"/amendements/{amendement}/retrait"


def document(cle: UUID | str, version: int | None = None) -> str:
    """The minutes as a document."""
    return f"/comptes-rendus/{cle}/compte-rendu.docx" + (f"?version={version}" if version else "")


def releve(cle: UUID | str, version: int | None = None) -> str:
    """The decisions of the meeting as a document."""
    return f"/comptes-rendus/{cle}/releve.docx" + (f"?version={version}" if version else "")


def compilation(instance: UUID | str, annee: int) -> str:
    """The minutes of a year of an instance, in one document."""
    return f"/instances/{instance}/comptes-rendus.docx?annee={annee}"


def annee(gouvernance: UUID | str, annee: int | None = None) -> str:
    """The minutes of a year of a governance, body by body; without a year, the latest one that holds some."""
    return f"/gouvernances/{gouvernance}/comptes-rendus" + (f"?annee={annee}" if annee else "")


def compilation_de_gouvernance(gouvernance: UUID | str, annee: int) -> str:
    """The same in one document."""
    return f"/gouvernances/{gouvernance}/comptes-rendus.docx?annee={annee}"
