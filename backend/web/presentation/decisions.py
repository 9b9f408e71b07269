"""Decisions in words."""

from __future__ import annotations

from collections.abc import Iterable

from backend.queries.lecture import Ligne
from backend.web import adresses
from backend.web.adresses.decisions import decision as page_de_decision
from backend.web.contexts import DecisionPrise, Lien
from backend.web.presentation.mots import texte
from exports.formats import date_incertaine, typographier
from fne_roadmaps.domain.dates import DateIncertaine, NatureDate
from fne_roadmaps.domain.fiches_action import lire_code_fiche

_SIGLES = {"Comité de pilotage": "COPIL", "Comité technique": "COTECH"}


def marque(numero: int) -> str:
    """« D2 »: the number of a decision in its year, which is also its anchor on the page of its meeting."""
    return f"D{numero}"


def seance(instance: str | None, titre: str | None, date: DateIncertaine | None) -> str:
    """« COPIL du 28 janvier 2025 », « Comité départemental de l’Indre, le 9 juillet 2024 »."""
    sigle = _SIGLES.get(instance or "")
    nom = sigle or typographier(instance or titre or "Décision")
    if date is None or not date.edtf:
        return nom
    quand = date_incertaine(date)
    return f"{nom} du {quand.removeprefix('le ')}" if sigle and date.nature is NatureDate.JOUR else f"{nom}, {quand}"


def decision(d: Ligne, *, chez_elle: bool = False) -> DecisionPrise:
    """A decision; ``chez_elle`` on the page of its meeting, which needs no link to itself."""
    origine = None
    if d["reunion"] and not chez_elle:
        nom = seance(d["instance"] and d["instance"]["nom"], d["reunion"]["nom"], d["date"])
        origine = Lien(libelle=nom, href=adresses.reunion(d["reunion"]["id"], marque(d["numero"])))
    return DecisionPrise(
        marque=marque(d["numero"]),
        texte=typographier(d["texte"]),
        code=d["code"],
        href=page_de_decision(d["id"]),
        date=None if chez_elle else d["date"],
        origine=origine,
        mode=d["mode_decision"],
        suivi=texte(d["responsable"]["nom"]) if d["responsable"] else None,
        echeance=d["echeance"],
        fiches=tuple(_fiche(f) for f in d["fiches"]),
        source=texte(d["source"]),
        exemple=d["exemple"],
    )


def recentes(decisions: Iterable[Ligne]) -> tuple[DecisionPrise, ...]:
    """Decisions, newest first."""
    return tuple(decision(d) for d in sorted(decisions, key=lambda d: (d["annee"], d["numero"]), reverse=True))


def _fiche(f: Ligne) -> Lien:
    return Lien(libelle=nom_de_fiche(f["code"], f["nom"]), href=adresses.fiche_action(f["id"]))


def nom_de_fiche(code: str | None, titre: str) -> str:
    """« Fiche 1.3 », « Fiche p12 », or the title of one that has no number at all."""
    if code is None:
        return typographier(titre)
    return f"Fiche {code.removeprefix(lire_code_fiche(code).feuille + '/')}"
