"""A year of meetings in words: its title, its totals, the table of its meetings."""

from __future__ import annotations

from exports.formats import INSECABLE, compte, date_longue, date_sans_preposition, en_lettres, majuscule, pluriel
from exports.payloads import CompilationDoc, DecisionDoc, GroupeDoc, ReunionDoc
from exports.sections.modele import ABSENT, Tableau
from exports.sections.reunions import identite
from exports.sections.reunions.decisions import bilan
from fne_roadmaps.domain.enums import EtatPresence

REUNIONS, DECISIONS = "Réunions de l’année", "Décisions de l’année"
SANS_INSTANCE = "Réunions hors instance"


def nom(doc: CompilationDoc) -> str:
    """The instance, or all the meetings of the governance."""
    return doc.instance or f"Réunions de {doc.gouvernance_nom}"


def titre(doc: CompilationDoc) -> str:
    """« Comité de pilotage, année 2024 »."""
    return f"{nom(doc)}, année{INSECABLE}{doc.annee}"


def titre_courant(doc: CompilationDoc) -> tuple[str, str]:
    """Running header: the governance at left, the instance and the year at right."""
    quoi = f"{doc.instance or 'Réunions'}, année{INSECABLE}{doc.annee}"
    return doc.gouvernance_nom, identite.marque_d_exemple(quoi, exemple=doc.exemple)


def decisions(doc: CompilationDoc) -> tuple[DecisionDoc, ...]:
    """Those of all meetings, in order."""
    return tuple(d for r in doc.toutes_les_reunions for d in r.toutes_les_decisions)


def chapo(doc: CompilationDoc) -> str:
    """« Trois comptes rendus, dont un projet. Sept décisions… »."""
    n = len(doc.toutes_les_reunions)
    if not n:
        return f"Aucun compte rendu en{INSECABLE}{doc.annee}."
    projets = sum(r.projet for r in doc.toutes_les_reunions)
    total = majuscule(f"{en_lettres(n)} {pluriel(n, 'compte rendu', 'comptes rendus')}")
    dont = f", dont {en_lettres(projets)} encore en projet" if projets else ""
    if projets == n:
        dont = ", encore en projet"
    return f"{total}{dont}. {bilan(decisions(doc), doc.arrete_au)}"


def reunions(doc: CompilationDoc) -> Tableau | None:
    """Date · meeting, or place when all are of one instance · minutes · present · decisions."""
    if not doc.reunions:
        return None
    return _tableau(REUNIONS, doc.reunions, noms=not doc.instance, lieux=bool(doc.instance))


def groupes(doc: CompilationDoc) -> tuple[tuple[str, Tableau], ...]:
    """Each body of a governance, then its meetings; those whose title says more than the body are named."""
    return tuple(
        (nom_de(g), _tableau(f"{REUNIONS}, {nom_de(g)}", g.reunions, noms=any(r.titre for r in g.reunions), lieux=True))
        for g in doc.groupes
    )


def nom_de(groupe: GroupeDoc) -> str:
    """The body, or what its meetings are without one."""
    return groupe.nom or SANS_INSTANCE


def _tableau(nom_: str, reunions_: tuple[ReunionDoc, ...], *, noms: bool, lieux: bool) -> Tableau:
    colonnes: list[tuple[str, list[str]]] = [
        ("Date", [majuscule(date_sans_preposition(r.date)) for r in reunions_]),
        ("Réunion", [identite.nom(r) for r in reunions_] if noms else []),
        ("Lieu", [identite.lieu(r) or ABSENT for r in reunions_] if lieux else []),
        ("Compte rendu", [majuscule(identite.etat_du_compte_rendu(r)) for r in reunions_]),
        ("Présents", [_presents(r) for r in reunions_]),
        ("Décisions", [str(len(r.toutes_les_decisions)) for r in reunions_]),
    ]
    utiles = [(entete, valeurs) for entete, valeurs in colonnes if valeurs]
    return Tableau(
        nom_,
        "Chaque réunion de l’année\u00a0: quand, où, état de son compte rendu, présents et décisions.",
        tuple(entete for entete, _ in utiles),
        tuple(zip(*(valeurs for _, valeurs in utiles), strict=True)),
        chiffres=2,
    )


def _presents(r: ReunionDoc) -> str:
    """Those told present; unknown when attendance was not taken."""
    relevees = [p for p in r.presences if p.etat is not None]
    return str(sum(p.etat is EtatPresence.PRESENT for p in relevees)) if relevees else ABSENT


def pied(doc: CompilationDoc, *, projet: bool) -> tuple[str, str]:
    """Footer of all pages, those of a project apart."""
    n = len(doc.toutes_les_reunions)
    quoi = f"{compte(n, 'compte rendu', 'comptes rendus')}, édités le {date_longue(doc.arrete_au)}"
    if n < 2:
        quoi = quoi.replace("édités", "édité")
    phrase = identite.PHRASE_PROJET if projet else None
    return f"{doc.reference} · {quoi}", identite.mention(phrase, doc.mention, exemple=doc.exemple)
