"""Where fiches are arbitrated: instruction, merges, splits, order, bin, and what others have published."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlencode
from uuid import UUID

FICHES_PUBLIEES = "/fiches-publiees"


def _avec(chemin: str, **requete: object) -> str:
    paires = [(nom, str(valeur)) for nom, valeur in requete.items() if valeur not in (None, "")]
    return f"{chemin}?{urlencode(paires)}" if paires else chemin


def _feuille(cle: UUID | str, page: str) -> str:
    return f"/feuilles-de-route/{quote(str(cle), safe='')}/{page}"


def arbitrage(feuille: UUID | str, *, fait: str | None = None, objet: UUID | str | None = None) -> str:
    """The fiches a roadmap has to arbitrate; ``fait`` tells what was just done, of ``objet``."""
    return _avec(_feuille(feuille, "arbitrage"), fait=fait, objet=objet)


def instruction(fiche: UUID | str) -> str:
    """Moving one fiche in the arbitration."""
    return f"/fiches-action/{fiche}/instruction"


def annuler_instruction(fiche: UUID | str) -> str:
    """Undoing the last move of a fiche."""
    return f"/fiches-action/{fiche}/instruction/annuler"


def fusion(feuille: UUID | str, fiches: Iterable[UUID | str] = ()) -> str:
    """Merging fiches of a roadmap; ``fiches`` are those already chosen."""
    paires = [("fiche", str(f)) for f in fiches]
    return _feuille(feuille, "fusion") + (f"?{urlencode(paires)}" if paires else "")


def fusion_faite(cle: UUID | str) -> str:
    """What came from whom in a fusion, and what undoing it would give."""
    return f"/fusions/{cle}"


def annuler_fusion(cle: UUID | str) -> str:
    """Undoing a fusion."""
    return f"/fusions/{cle}/annuler"


def scission(fiche: UUID | str) -> str:
    """Splitting a fiche."""
    return f"/fiches-action/{fiche}/scission"


def annuler_scission(cle: UUID | str) -> str:
    """Undoing a split."""
    return f"/scissions/{cle}/annuler"


def ordre(feuille: UUID | str, *, fait: str | None = None, objet: UUID | str | None = None) -> str:
    """The order of axes and fiches."""
    return _avec(_feuille(feuille, "ordre"), fait=fait, objet=objet)


def annuler_ordre(feuille: UUID | str) -> str:
    """Undoing the last change of the order."""
    return _feuille(feuille, "ordre/annuler")


def corbeille(feuille: UUID | str, *, fait: str | None = None) -> str:
    """Fiches thrown away."""
    return _avec(_feuille(feuille, "corbeille"), fait=fait)


def suppression(fiche: UUID | str) -> str:
    """Throwing a fiche away."""
    return f"/fiches-action/{fiche}/suppression"


def restauration(fiche: UUID | str) -> str:
    """Taking a fiche out of the bin."""
    return f"/fiches-action/{fiche}/restauration"


def fiches_publiees(texte: str | None = None, gouvernance: str | None = None) -> str:
    """Published fiches, searched."""
    return _avec(FICHES_PUBLIEES, texte=texte, gouvernance=gouvernance)


def fiche_publiee(version: UUID | str, numero: str) -> str:
    """One fiche of a published version."""
    return f"{FICHES_PUBLIEES}/{version}/{quote(numero, safe='')}"


def reprise(version: UUID | str, numero: str) -> str:
    """Taking up a published fiche."""
    return f"{fiche_publiee(version, numero)}/reprise"
