"""The items of an agenda in words: its list, the line under the title of each, what became of it."""

from __future__ import annotations

from collections.abc import Iterable

from exports.formats import INSECABLE, majuscule
from exports.payloads import PointDoc, ReunionDoc
from exports.sections.modele import ABSENT, Tableau
from fne_roadmaps.domain.enums import EtatPoint, NaturePoint

ORDRE_DU_JOUR = "Ordre du jour"
PREPARATION, ECHANGES = "Présentation", "Échanges"
AUTRES_DECISIONS = "Autres décisions"
_NATURES = {
    NaturePoint.INFORMATION: "pour information",
    NaturePoint.AVIS: "pour avis",
    NaturePoint.ARBITRAGE: "pour arbitrage",
    NaturePoint.DECISION: "pour décision",
}
_SUITES = {EtatPoint.REPORTE: "reporté", EtatPoint.RETIRE: "retiré"}


def ligne(p: PointDoc) -> str:
    """« Arbitrage des axes (reporté) », in the agenda of the minutes."""
    suite = _SUITES.get(p.etat)
    return f"{p.titre} ({suite})" if suite else p.titre


def titre(p: PointDoc) -> str:
    """« 2. Arbitrage des axes »."""
    return f"{p.rang}. {p.titre}"


def precisions(p: PointDoc) -> str:
    """« Pour arbitrage · présenté par COTECH · fiche 1.3, axe 2 »."""
    morceaux = (
        majuscule(_NATURES[p.nature]),
        f"présenté par {p.presente_par}" if p.presente_par else None,
        ", ".join(p.references),
    )
    return " · ".join(filter(None, morceaux))


def issue(p: PointDoc) -> str | None:
    """What became of an item that was not treated; None for one that was."""
    if p.etat is EtatPoint.REPORTE:
        return f"Point reporté{INSECABLE}: {p.reporte_a}." if p.reporte_a else "Point reporté."
    if p.etat is EtatPoint.RETIRE:
        return "Point retiré de l’ordre du jour."
    if p.etat is EtatPoint.A_TRAITER and not (p.notes or p.decisions):
        return "Point non traité."
    return None


def reports(r: ReunionDoc) -> list[str]:
    """One sentence for each item carried over."""
    reportes = [p for p in r.points if p.etat is EtatPoint.REPORTE]
    return [f"Point {p.rang}, {p.titre.rstrip('.')}{INSECABLE}: {p.reporte_a or 'date à fixer'}." for p in reportes]


def ordre_du_jour(points: Iterable[PointDoc]) -> Tableau | None:
    """Rank · item, with what it is about · what is asked · presented by · duration; empty columns are left out.

    Items taken off the agenda are not announced.
    """
    annonces = [p for p in points if p.etat is not EtatPoint.RETIRE]
    if not annonces:
        return None
    colonnes: list[tuple[str, list[str]]] = [
        ("N°", [str(p.rang) for p in annonces]),
        ("Point", ["\n".join(filter(None, (p.titre, ", ".join(p.references)))) for p in annonces]),
        ("Pour", [p.nature.libelle for p in annonces]),
        ("Présenté par", _facultative([p.presente_par for p in annonces])),
        ("Durée", _facultative([f"{p.duree}{INSECABLE}min" if p.duree else None for p in annonces])),
    ]
    utiles = [(entete, valeurs) for entete, valeurs in colonnes if valeurs]
    return Tableau(
        ORDRE_DU_JOUR,
        "Chaque point dans l’ordre\u00a0: ce qui est attendu, qui présente et combien de temps.",
        tuple(entete for entete, _ in utiles),
        tuple(zip(*(valeurs for _, valeurs in utiles), strict=True)),
        chiffres=int(utiles[-1][0] == "Durée"),
    )


def _facultative(valeurs: list[str | None]) -> list[str]:
    return [v or ABSENT for v in valeurs] if any(valeurs) else []
