"""Which sections a document holds, and their headings: nothing is announced that is not there."""

from __future__ import annotations

from exports.payloads import AxeDoc, FeuilleDeRouteDoc
from exports.sections.feuilles_de_route import capitale, compte_fiches, nombre_de_fiches
from exports.sections.signataires import a_signer

GOUVERNANCE = "Gouvernance et comitologie"
DIAGNOSTIC = "Diagnostic territorial"
RECAPITULATIF = "Tableau récapitulatif des actions"


def est_court(doc: FeuilleDeRouteDoc) -> bool:
    """Without any fiche, short sections follow one another instead of each opening a page."""
    return not nombre_de_fiches(doc)


def a_une_gouvernance(doc: FeuilleDeRouteDoc) -> bool:
    """Whether anything is known of members or bodies."""
    return bool(doc.membres or doc.instances or doc.comitologie_chapo)


def titre_sans_axe(doc: FeuilleDeRouteDoc) -> str:
    """Heading that stands for the axes when none is published: « Axes »."""
    return capitale(doc.mots_niveau_1)


def phrase_sans_axe(doc: FeuilleDeRouteDoc) -> str:
    """What is said instead of axes."""
    return (
        f"Aucun texte public ne donne à ce jour les {doc.mots_niveau_1} de cette feuille de route, ni ses fiches "
        "action. Ce document s’en tient à ce qui est documenté."
    )


def phrase_sans_fiche(axe: AxeDoc) -> str:
    """What is said under an axis without fiches."""
    if axe.titre:
        return "Les fiches action ne sont pas publiées."
    return "Ni l’intitulé ni les fiches action ne sont publiés."


def titre_signatures(doc: FeuilleDeRouteDoc) -> str:
    """« Signatures et vérification », or « Vérification » alone when nobody signs."""
    return "Signatures et vérification" if a_signer(doc) else "Vérification"


def phrase_du_sommaire(doc: FeuilleDeRouteDoc) -> str:
    """How to use the contents."""
    fiches = nombre_de_fiches(doc)
    if not fiches:
        return "Chaque ligne ouvre la page nommée."
    quoi = f"les {compte_fiches(fiches)}" if fiches > 1 else "la fiche action"
    return f"Chaque ligne ouvre la page nommée. Le tableau récapitulatif reprend {quoi}, avec pilotes et calendriers."


def phrase_du_recapitulatif(doc: FeuilleDeRouteDoc, *, barres: bool) -> str:
    """How to read the summary table."""
    phrase = f"Par {doc.mot_niveau_1} et par numéro."
    return f"{phrase} Les barres répètent le calendrier écrit." if barres else phrase
