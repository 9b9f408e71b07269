"""Landscape summary: every fiche by axis, its calendar in words and, over at most six years, as bars."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import ceil, floor, inf

from exports.docx.ooxml import Element, Modele, W, mm, paragraphe, run, w
from exports.docx.styles import FILET, LARGEUR_PAYSAGE, PETROLE, trait
from exports.docx.tableaux import (
    cellule,
    grille,
    modele_de_groupe,
    poser_ligne,
    proprietes_de_tableau,
    rangee,
    vide,
)
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
_MARGE_DE_TEXTE = {"right": 3.6}  # the style of this table has none: bars fill their cells

Barre = tuple[int, int]  # indents at left and right, in twentieths of a point
_IND, _GAUCHE, _DROITE = f"{{{W}}}ind", f"{{{W}}}left", f"{{{W}}}right"


def recapitulatif(doc: FeuilleDeRouteDoc, signets: Signets) -> Iterator[Element]:
    """Heading, how to read it, the table."""
    yield signets.poser(TITRE_1.poser(plan.RECAPITULATIF), ANCRE_RECAPITULATIF)
    cadre = _Cadre(doc)
    yield SOURCE.poser(plan.phrase_du_recapitulatif(doc, barres=bool(cadre.annees)))
    table = cadre.table(doc)
    for axe in doc.axes:
        if axe.fiches:
            table.append(cadre.groupe.poser(intitule_axe(doc, axe), compte(axe.fiches)))
            dit = tous_exemples(axe.fiches)
            table.extend(cadre.ligne(fiche, dit=dit) for fiche in axe.fiches)
    yield table


class _Cadre:
    """Columns of one document: from the first start to the last known end, no years when they would be too many."""

    def __init__(self, doc: FeuilleDeRouteDoc) -> None:
        bornes = [b for axe in doc.axes for f in axe.fiches if (b := annees(f))]
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
                paragraphe("FNETete", run(entete), ppr=[w("jc", val="center")] if i > 3 else ()),
                bords=[trait("bottom", PETROLE, 0.75)],
                marges=None if i > 3 else _MARGE_DE_TEXTE,
            )
            for i, (entete, largeur) in enumerate(zip(entetes, self.largeurs, strict=True))
        ]
        return w(
            "tbl",
            proprietes_de_tableau(
                "FNETableauAnnees",
                plan.RECAPITULATIF,
                f"Numéro, action, pilote et calendrier de chaque fiche, par {doc.mot_niveau_1}.",
                LARGEUR_PAYSAGE,
                donnees=True,
            ),
            grille(self.largeurs),
            rangee(*cellules, entete=True),
        )

    def ligne(self, fiche: FicheDoc, *, dit: bool) -> Element:
        """Row of a fiche: its texts, then the indents of its bars."""
        barres = self._barres(fiche)
        textes = (fiche.numero, titre_en_liste(fiche, dit=dit), pilotes_en_ligne(fiche), calendrier_connu(fiche))
        ligne = poser_ligne(_modele(self.largeurs, tuple(b is not None for b in barres)), textes)
        for retrait, (gauche, droite) in zip(ligne.iter(_IND), filter(None, barres), strict=True):
            retrait.set(_GAUCHE, str(gauche))
            retrait.set(_DROITE, str(droite))
        return ligne

    def _barres(self, fiche: FicheDoc) -> list[Barre | None]:
        bornes = annees(fiche)
        if bornes is None:
            return [None for _ in self.annees]
        debut, fin = bornes
        return [
            (mm(max(debut - an, 0) * _LARGEUR_ANNEE), mm(max(an + 1 - fin, 0) * _LARGEUR_ANNEE))
            if debut < an + 1 and fin > an
            else None
            for an in self.annees
        ]


@cache
def _modele(largeurs: tuple[float, ...], barres: tuple[bool, ...]) -> Modele:
    """A row whose year cells hold a bar, its indents to be set, or nothing."""
    textes = [
        cellule(largeur, paragraphe("FNECellule", run(rpr=[w("b")] if i == 0 else ())), marges=_MARGE_DE_TEXTE)
        for i, largeur in enumerate(largeurs[:4])
    ]
    dessins = [
        cellule(
            _LARGEUR_ANNEE,
            w("p", w("pPr", w("pStyle", val="FNEBarre"), w("ind", left=0, right=0))) if barre else vide("FNEIntervalle"),
            bords=[trait("left", FILET, 0.5), *([trait("right", FILET, 0.5)] if i == len(barres) - 1 else [])],
        )
        for i, barre in enumerate(barres)
    ]
    return Modele(rangee(*textes, *dessins))
