"""The words of the letter that convenes a meeting."""

from __future__ import annotations

from exports.formats import complement_de_date, date_longue
from exports.payloads import ConvocationDoc, ReunionDoc
from exports.sections.reunions.identite import nom
from exports.sections.reunions.points import titre
from fne_roadmaps.domain.enums import EtatPoint

REPONDRE = "Merci de confirmer votre présence, ou de donner pouvoir à un autre membre, avant le"
ANNEXE = "Annexe\u00a0: préparation des points"


def adresse(doc: ConvocationDoc) -> tuple[str, ...]:
    """Lines of the address; all the members when nobody is named."""
    lignes = doc.destinataire.lignes if doc.destinataire else ()
    return lignes or ("Aux membres", nom(doc.reunion))


def lieu_et_date(doc: ConvocationDoc) -> str:
    """« Chartres, le 7 octobre 2024 »."""
    quand = f"le {date_longue(doc.date)}"
    return f"{doc.ville}, {quand}" if doc.ville else quand.capitalize()


def objet(r: ReunionDoc) -> str:
    """« Objet : convocation – Comité de pilotage du 4 novembre 2024, Numérique 28 Ensemble »."""
    return f"Objet\u00a0: convocation – {complement_de_date(nom(r), r.date)}, {r.gouvernance_nom}"


def invitation(r: ReunionDoc) -> str:
    """The sentence that convenes, when nobody wrote another."""
    return f"Nous avons le plaisir de vous convier à la réunion suivante\u00a0: {nom(r)}, {r.gouvernance_nom}."


def pieces_jointes(doc: ConvocationDoc) -> str | None:
    """« Pièces jointes : projet de feuille de route ; invitation d’agenda (.ics). »."""
    if not doc.pieces_jointes:
        return None
    mot = "Pièces jointes" if len(doc.pieces_jointes) > 1 else "Pièce jointe"
    return f"{mot}\u00a0: " + "\u202f; ".join(doc.pieces_jointes) + "."


def formule(doc: ConvocationDoc) -> str:
    """The closing formula."""
    return f"Nous vous prions d’agréer, {doc.civilite}, l’expression de notre considération distinguée."


def prepares(r: ReunionDoc) -> list[tuple[str, str]]:
    """Title and text of the items that give something to read before."""
    return [(titre(p), p.texte) for p in r.points if p.texte and p.etat is not EtatPoint.RETIRE]
