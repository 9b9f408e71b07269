"""Landscape summary: every fiche by axis, its calendar in words and, over at most six years, as bars."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import ceil, floor, inf

from exports.docx.cellules import cellule, rangee, tableau
from exports.docx.charte import FILET, LARGEUR_PAYSAGE, PETROLE, trait
from exports.docx.ooxml import Bloc, Element, LongTableau, Modele, Piece, mm, paragraphe, run, style_de_run, vide, w
from exports.docx.tableaux import modele_de_groupe
from exports.docx.textes import SOURCE
from exports.docx.titres import ANCRE_RECAPITULATIF, TITRE_1, Signets
from exports.payloads import FeuilleDeRouteDoc, FicheDoc
from exports.sections import plan
from exports.sections.feuilles_de_route import intitule_axe
from exports.sections.fiches_action import (
    annees,
    calendrier_connu,
    compte,
    pilotes_en_ligne,
    titre_en_liste,
    tous_exemples,
)

_ANNEES_MAX = 6
_LARGEUR_ANNEE, _LARGEUR_NUMERO = 11.0, 14.0
_PARTS = (0.50, 0.25, 0.25)  # of what is left: action, pilote, calendar
_RETRAIT = mm(3.6)  # the cells of this table have no padding: bars fill theirs, texts keep their distance


def recapitulatif(doc: FeuilleDeRouteDoc, signets: Signets) -> Iterator[Bloc]:
    """Heading, how to read it, the table."""
    yield signets.titre(TITRE_1, ANCRE_RECAPITULATIF, plan.RECAPITULATIF)
    cadre = _Cadre(doc)
    yield SOURCE.avec(plan.phrase_du_recapitulatif(doc, barres=bool(cadre.annees)))
    rangees: list[Piece | Element] = []
    for axe in doc.axes:
        if axe.fiches:
            rangees.append(cadre.groupe.avec(intitule_axe(doc, axe), compte(axe.fiches)))
            dit = tous_exemples(axe.fiches)
            rangees += [cadre.ligne(fiche, dit=dit) for fiche in axe.fiches]
    yield LongTableau(cadre.table(doc), rangees)


class _Cadre:
    """Columns of one document: from the first start to the last known end, no years when they would be too many."""

    def __init__(self, doc: FeuilleDeRouteDoc) -> None:
        bornes = {b for axe in doc.axes for f in axe.fiches if (b := annees(f))}
        debuts = [floor(debut) for debut, _ in bornes]
        fins = [ceil(fin) - 1 for _, fin in bornes if fin < inf]
        vues = range(min(debuts, default=0), max(debuts + fins, default=-1) + 1)
        self.annees = vues if len(vues) <= _ANNEES_MAX else range(0)
        reste = LARGEUR_PAYSAGE - _LARGEUR_NUMERO - _LARGEUR_ANNEE * len(self.annees)
        self.largeurs = (_LARGEUR_NUMERO, *(reste * p for p in _PARTS), *(_LARGEUR_ANNEE for _ in self.annees))
        self.groupe = modele_de_groupe(LARGEUR_PAYSAGE, len(self.largeurs))

    def table(self, doc: FeuilleDeRouteDoc) -> Element:
        """The table with its repeated header."""
        entetes = ("N°", "Action", "Pilote", "Calendrier", *(str(a) for a in self.annees))
        cellules = [
            cellule(
                largeur,
                paragraphe(
                    "FNETete", run(entete), ppr=[w("jc", val="center")] if i > 3 else [w("ind", right=_RETRAIT)]
                ),
                bords=[trait("bottom", PETROLE, 0.75)],
            )
            for i, (entete, largeur) in enumerate(zip(entetes, self.largeurs, strict=True))
        ]
        return tableau(
            "FNETableauAnnees",
            self.largeurs,
            rangee(*cellules, entete=True),
            nom=plan.RECAPITULATIF,
            description=f"Numéro, action, pilote et calendrier de chaque fiche, par {doc.mot_niveau_1}.",
            donnees=True,
        )

    def ligne(self, fiche: FicheDoc, *, dit: bool) -> Piece:
        """Row of a fiche."""
        textes = (fiche.numero, titre_en_liste(fiche, dit=dit), pilotes_en_ligne(fiche), calendrier_connu(fiche))
        return _modele(self.largeurs, self.annees, annees(fiche), bool(fiche.pilotes)).avec(*textes)


@lru_cache(maxsize=512)
def _modele(largeurs: tuple[float, ...], vues: range, bornes: tuple[float, float] | None, pilote: bool) -> Modele:
    """A row with its bars: many fiches share a calendar, so its drawing is prepared once."""
    rpr: tuple[list[Element], ...] = ([w("b")], [], [] if pilote else [style_de_run("FNEAbsent")], [])
    textes = [
        cellule(largeur, paragraphe("FNECelluleLarge", run(rpr=r)))
        for largeur, r in zip(largeurs[:4], rpr, strict=True)
    ]
    debut, fin = bornes or (inf, -inf)
    dessins = [
        cellule(
            _LARGEUR_ANNEE,
            _barre(max(debut - an, 0), max(an + 1 - fin, 0)) if debut < an + 1 and fin > an else vide("FNEIntervalle"),
            bords=[trait("left", FILET, 0.5), *([trait("right", FILET, 0.5)] if an == vues[-1] else [])],
        )
        for an in vues
    ]
    return Modele(rangee(*textes, *dessins))


def _barre(gauche: float, droite: float) -> Element:
    """A shaded paragraph, indented by what the calendar leaves free of the year, at left and at right."""
    retraits = w("ind", left=mm(gauche * _LARGEUR_ANNEE), right=mm(droite * _LARGEUR_ANNEE))
    return vide("FNEBarre", retraits)
