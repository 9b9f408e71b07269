"""Decisions in words: the box in the minutes, the rows of a register, the sentence that counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from exports.formats import (
    INSECABLE,
    date_longue,
    date_sans_preposition,
    en_lettres,
    enumeration,
    majuscule,
    pluriel,
)
from exports.payloads import DecisionDoc
from exports.sections.modele import A_DESIGNER, ABSENT
from fne_roadmaps.domain.enums import EtatAdoption, ModeDecision, SuiviDecision

ENTETES = ("N°", "Décision", "Responsable", "Échéance", "Suivi")
ENTETES_NON_ADOPTEES = ("N°", "Décision", "Issue")
NOM, DESCRIPTION = "Décisions adoptées", "Chaque décision, qui en répond, pour quand, et où elle en est."
NON_ADOPTEES = "Décisions non adoptées"
DESCRIPTION_NON_ADOPTEES = "Chaque décision proposée, rejetée ou ajournée."
_ADOPTION = {
    ModeDecision.CONSENSUS: "adoptée par consensus",
    ModeDecision.MAJORITE: "adoptée à la majorité",
    ModeDecision.AVIS: "avis rendu",
}


class Ton(Enum):
    """How a follow-up prints beside its word: never by colour alone."""

    FAITE = "faite"
    EN_COURS = "en_cours"
    RETARD = "retard"
    NEUTRE = "neutre"


@dataclass(frozen=True, slots=True)
class LigneDeDecision:
    """A row of the register. ``precisions`` follow the text, in italic."""

    numero: str
    texte: str
    precisions: str
    responsable: str
    echeance: str
    suivi: str
    ton: Ton


_SUIVIS = {
    SuiviDecision.A_FAIRE: ("◦ À faire", Ton.NEUTRE),
    SuiviDecision.EN_COURS: ("○ En cours", Ton.EN_COURS),
    SuiviDecision.FAITE: ("● Faite", Ton.FAITE),
    SuiviDecision.ABANDONNEE: ("× Abandonnée", Ton.NEUTRE),
    SuiviDecision.SANS_SUITE: ("– Sans suite", Ton.NEUTRE),
}
# In the sentence, feminine, singular then plural.
_SUIVIS_DITS = {
    SuiviDecision.FAITE: ("faite", "faites"),
    SuiviDecision.EN_COURS: ("en cours", "en cours"),
    SuiviDecision.A_FAIRE: ("à faire", "à faire"),
    SuiviDecision.ABANDONNEE: ("abandonnée", "abandonnées"),
    SuiviDecision.SANS_SUITE: ("sans suite à donner", "sans suite à donner"),
}


def intitule(d: DecisionDoc) -> str:
    """« Décision 28/copil/2024-2 », with its fate when it was not taken."""
    nom = f"Décision {d.code}"
    return nom if d.adoption is EtatAdoption.ADOPTEE else f"{nom}, {d.adoption.libelle.lower()}"


def detail(d: DecisionDoc) -> str:
    """« Responsable : préfecture · échéance : 31 janvier 2025 · fiche 1.3 · adoptée par consensus »."""
    morceaux = [
        f"responsable{INSECABLE}: {d.responsable}" if d.responsable else None,
        f"échéance{INSECABLE}: {date_sans_preposition(d.echeance)}" if d.echeance else None,
        fiches(d) or None,
        _mode(d),
        f"remplace {d.remplace}" if d.remplace else None,
        f"remplacée par {d.remplacee_par}" if d.remplacee_par else None,
    ]
    return majuscule(" · ".join(m for m in morceaux if m))


def fiches(d: DecisionDoc) -> str:
    """« fiche 1.3 », « fiches 1.3 et 2.4 »."""
    return f"{pluriel(len(d.fiches), 'fiche')}{INSECABLE}{enumeration(d.fiches)}" if d.fiches else ""


def _mode(d: DecisionDoc) -> str | None:
    """How it was taken, with the votes counted; nothing of one that still waits."""
    if d.adoption is EtatAdoption.PROPOSEE:
        return None
    voix = [
        f"{n}{INSECABLE}{mot}"
        for n, mot in (
            (d.voix_pour, "pour"),
            (d.voix_contre, "contre"),
            (d.abstentions, pluriel(d.abstentions or 0, "abstention")),
        )
        if n is not None
    ]
    mode = _ADOPTION[d.mode] if d.mode and d.adoption is EtatAdoption.ADOPTEE else None
    comptees = ", ".join(voix)
    return f"{mode} ({comptees})" if mode and comptees else mode or comptees or None


def adoptees(decisions: Sequence[DecisionDoc]) -> list[LigneDeDecision]:
    """Rows of those that were taken."""
    prises = [d for d in decisions if d.adoption is EtatAdoption.ADOPTEE]
    court = prefixe(prises) is not None
    return [_ligne(d, court=court) for d in prises]


def non_adoptees(decisions: Sequence[DecisionDoc]) -> list[tuple[str, str, str]]:
    """Number, text and fate of the others."""
    autres = [d for d in decisions if d.adoption is not EtatAdoption.ADOPTEE]
    return [(_numero(d, court=prefixe(decisions) is not None), d.texte, _issue(d)) for d in autres]


def _issue(d: DecisionDoc) -> str:
    return "\n".join(filter(None, (d.adoption.libelle, _mode(d))))


def prefixe(decisions: Sequence[DecisionDoc]) -> str | None:
    """What all their codes begin with, before the year; None when they come from several instances."""
    debuts = {d.code.rpartition("/")[0] for d in decisions}
    return debuts.pop() if len(debuts) == 1 and "" not in debuts else None


def phrase_des_codes(decisions: Sequence[DecisionDoc]) -> str | None:
    """How a short number of the table becomes a code."""
    debut = prefixe(decisions)
    premier = _numero(decisions[0], court=True) if decisions else ""
    return (
        f"Code complet d’une décision\u00a0: {debut}/ puis son numéro, par exemple {debut}/{premier}."
        if debut
        else None
    )


def _numero(d: DecisionDoc, *, court: bool) -> str:
    return d.code.rpartition("/")[2] if court else d.code


def _ligne(d: DecisionDoc, *, court: bool) -> LigneDeDecision:
    suivi, ton = ("En retard", Ton.RETARD) if d.en_retard else _SUIVIS[d.suivi]
    precisions = (
        fiches(d),
        f"remplace {d.remplace}" if d.remplace else "",
        f"remplacée par {d.remplacee_par}" if d.remplacee_par else "",
    )
    dites = majuscule("\u202f; ".join(filter(None, precisions)))
    return LigneDeDecision(
        _numero(d, court=court),
        d.texte,
        f"{dites}." if dites else "",
        d.responsable or A_DESIGNER,
        date_sans_preposition(d.echeance, court=True) if d.echeance else ABSENT,
        suivi,
        ton,
    )


def bilan(decisions: Sequence[DecisionDoc], au: date) -> str:
    """« Quatre décisions, toutes adoptées par consensus. Suivi arrêté au 12 septembre 2024 : une faite, … »."""
    if not decisions:
        return "Aucune décision."
    prises = [d for d in decisions if d.adoption is EtatAdoption.ADOPTEE]
    return f"{_compte(decisions, prises)} {_suivi(prises, au)}".strip()


def _compte(decisions: Sequence[DecisionDoc], prises: Sequence[DecisionDoc]) -> str:
    total = majuscule(f"{en_lettres(len(decisions), feminin=True)} {pluriel(len(decisions), 'décision')}")
    modes = {d.mode for d in prises}
    comment = f" {mode}" if len(modes) == 1 and (mode := _maniere(modes.pop())) else ""
    if len(prises) == len(decisions):
        return f"{total}, {'toutes adoptées' if len(prises) > 1 else 'adoptée'}{comment}."
    if not prises:
        return f"{total}, {'dont aucune n’est' if len(decisions) > 1 else 'qui n’est pas'} adoptée."
    adoptees_ = pluriel(len(prises), "adoptée")
    return f"{total}, dont {en_lettres(len(prises), feminin=True)} {adoptees_}{comment}."


def _maniere(mode: ModeDecision | None) -> str:
    return (
        {ModeDecision.CONSENSUS: "par consensus", ModeDecision.MAJORITE: "à la majorité"}.get(mode, "") if mode else ""
    )


def _suivi(prises: Sequence[DecisionDoc], au: date) -> str:
    if not prises:
        return ""
    retards = sum(d.en_retard for d in prises)
    suivis = Counter(d.suivi for d in prises if not d.en_retard)
    morceaux = [
        f"{en_lettres(n, feminin=True)} {formes[n > 1]}" for s, formes in _SUIVIS_DITS.items() if (n := suivis[s])
    ]
    if retards:
        morceaux.append(f"{en_lettres(retards, feminin=True)} en retard")
    return f"Suivi arrêté au {date_longue(au)}{INSECABLE}: {enumeration(morceaux)}."
