"""A fiche action on its page: identity, texts beside a tinted note, then jalons, financing and indicators."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from exports.docx.cellules import cellule, tableau
from exports.docx.charte import LARGEUR_PORTRAIT, TEINTE
from exports.docx.etiquettes import etiquettes
from exports.docx.liens import lien
from exports.docx.ooxml import Bloc, Element, Modele, Piece, copies, paragraphe, run, style_de_run, vide, w
from exports.docx.tableaux import Grille, tableau_de
from exports.docx.textes import FICHE, SOURCE
from exports.docx.titres import TITRE_FICHE, Signets
from exports.payloads import AxeDoc, FeuilleDeRouteDoc, FicheDoc
from exports.sections import fiches_action as section
from exports.sections.feuilles_de_route import nom_axe
from exports.sections.financement import financement
from exports.sections.modele import Rubrique, Tableau

_IDENTITE = (52.0, 39.0, 34.0, 40.0)
_LONG = 2500  # characters of text beyond which the note goes above it, at full width
_ENTRE = Modele(vide("FNEIntervalle"))
_JALONS = {True: Grille((31.0, 93.0, 41.0), serre=True), False: Grille((31.0, 134.0), serre=True)}
_RUBRIQUE = Modele(paragraphe("FNERubrique"))
_PREMIERE_RUBRIQUE = Modele(paragraphe("FNERubrique", run(), ppr=[w("spacing", before=0)]))


def _surtitre(*suites: Element) -> Modele:
    return Modele(paragraphe("FNESurtitre", run(), *suites, ppr=[w("pageBreakBefore")]))


_SURTITRE = _surtitre()
_SURTITRE_EXEMPLE = _surtitre(run("\u2002"), run(rpr=[style_de_run("FNEExemple")]))


def fiche(doc: FeuilleDeRouteDoc, axe: AxeDoc, f: FicheDoc, signets: Signets, ancre: str) -> Iterator[Bloc]:
    """Blocks of one fiche; an empty rubrique prints nothing."""
    surtitre, exemple = section.surtitre(nom_axe(doc, axe), f)
    yield _SURTITRE_EXEMPLE.avec(surtitre, f"\u00a0{exemple}\u00a0") if exemple else _SURTITRE.avec(surtitre)
    yield signets.titre(TITRE_FICHE, ancre, f.numero, f.titre)
    cases = [section.pilotes(f), *([r] for r in section.identite(doc, axe, f))]
    nom = f"Identité de la fiche {f.numero}"
    yield etiquettes(cases, _IDENTITE, nom, "Pilote, calendrier et partenaires.", forte=True)
    yield _ENTRE.avec()
    yield from _corps(f)
    yield from _tableaux(f)


def _corps(f: FicheDoc) -> Iterator[Bloc]:
    """Text and note side by side; the note above the text when it is long; either alone at full width."""
    textes, note = section.textes(f), _note(f)
    if textes and note and sum(len(r.texte) for r in textes) <= _LONG:
        yield _disposer(_COTE_A_COTE, "Texte de la fiche", _rubriques(textes), [], [*chain(*note)])
        yield _ENTRE.avec()
        return
    if note:
        moitie = (len(note) + 1) // 2
        gauche, droite = [*chain(*note[:moitie])], [*chain(*note[moitie:])]
        yield _disposer(_EN_LARGEUR, "Note de la fiche", gauche, droite)
        yield _ENTRE.avec()
    yield from _rubriques(textes)
    if textes and (f.jalons or f.financements or f.indicateurs):
        yield _ENTRE.avec()


def _tableaux(f: FicheDoc) -> Iterator[Bloc]:
    """Jalons, financing, indicators, a thin paragraph between them."""
    jalons, argent, indicateurs = section.jalons(f), financement(f), section.indicateurs(f)
    presents: list[tuple[Tableau, Grille]] = []
    if jalons:
        presents.append((jalons, _JALONS[len(jalons.entetes) == 3]))
    if argent:
        reste = (LARGEUR_PORTRAIT - 64 - 22) / argent.chiffres
        largeurs = (64.0, 22.0, *(reste for _ in range(argent.chiffres)))
        presents.append((argent, Grille(largeurs, chiffres=argent.chiffres, serre=True)))
    if indicateurs:
        textes = (81.0, 36.0) if len(indicateurs.entetes) == 4 else (117.0,)
        presents.append((indicateurs, Grille((*textes, 20.0, 28.0), chiffres=2, serre=True)))
    for rang, (t, g) in enumerate(presents):
        yield tableau_de(t, g)
        if t.source:
            yield SOURCE.avec(t.source)
        elif rang < len(presents) - 1:
            yield _ENTRE.avec()


def _rubriques(rubriques: list[Rubrique]) -> list[Piece]:
    """Heading and text of each; the first without space above it."""
    return [*chain.from_iterable(_rubrique(r, premiere=not rang) for rang, r in enumerate(rubriques))]


def _rubrique(rubrique: Rubrique, *, premiere: bool) -> list[Piece]:
    titre = (_PREMIERE_RUBRIQUE if premiere else _RUBRIQUE).avec(rubrique.libelle)
    return [titre, *FICHE.pieces(rubrique.texte)]


def _note(f: FicheDoc) -> list[list[Piece]]:
    """The rubriques of the note, each as its pieces; the web addresses last."""
    note = [_rubrique(r, premiere=not rang) for rang, r in enumerate(section.note(f))]
    if f.liens:
        note.append([(_RUBRIQUE if note else _PREMIERE_RUBRIQUE).avec("Liens"), *(lien(a) for a in f.liens)])
    return note


class _Colonne(NamedTuple):
    """A column of a layout row: width, fill, padding at left and right."""

    largeur: float
    fond: str | None = None
    gauche: float = 0.0
    droite: float = 0.0


_COTE_A_COTE = (_Colonne(110.0), _Colonne(4.0), _Colonne(51.0, TEINTE, 3.5, 2.5))
_EN_LARGEUR = (_Colonne(82.5, TEINTE, 3.5, 4.0), _Colonne(82.5, TEINTE, 3.5, 3.5))


def _disposer(colonnes: tuple[_Colonne, ...], nom: str, *contenus: list[Piece]) -> Piece:
    """A layout row that may split over pages, read left to right."""
    modele = _disposition(colonnes, tuple(tuple(p.modele for p in contenu) for contenu in contenus))
    valeurs = chain.from_iterable(p.valeurs for contenu in contenus for p in contenu)
    return modele.avec(nom, "Mise en page en colonnes, à lire de gauche à droite.", *valeurs)


@lru_cache(maxsize=256)
def _disposition(colonnes: tuple[_Colonne, ...], contenus: tuple[tuple[Modele, ...], ...]) -> Modele:
    """The prepared row for these columns and these paragraphs in each."""
    cellules = [
        cellule(
            c.largeur,
            *(copies(m.element for m in modeles) or [vide("FNETexteFiche")]),
            fond=c.fond,
            marges={"top": 2.2, "left": c.gauche, "bottom": 1.2, "right": c.droite},
        )
        for c, modeles in zip(colonnes, contenus, strict=True)
    ]
    return Modele(tableau("FNEMiseEnPage", [c.largeur for c in colonnes], w("tr", *cellules)))
