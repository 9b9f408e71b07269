"""A fiche action on its page: identity, texts beside a tinted note, then jalons, financing and indicators."""

from __future__ import annotations

from collections.abc import Iterator

from exports.docx.etiquettes import etiquettes
from exports.docx.liens import liens
from exports.docx.ooxml import Element, Modele, paragraphe, pt, run, style_de_run, w
from exports.docx.styles import LARGEUR_PORTRAIT, TEINTE
from exports.docx.tableaux import Grille, cellule, grille, poser_tableau, proprietes_de_tableau, vide
from exports.docx.textes import FICHE, SOURCE
from exports.docx.titres import TITRE_FICHE, Signets
from exports.payloads import AxeDoc, FeuilleDeRouteDoc, FicheDoc
from exports.sections import fiches_action as section
from exports.sections.feuilles_de_route import nom_axe
from exports.sections.financement import financement
from exports.sections.modele import Rubrique, Tableau

_IDENTITE = (52.0, 39.0, 34.0, 40.0)
_TEXTE, _GOUTTIERE, _NOTE = 110.0, 4.0, 51.0
_LONG = 2500  # characters of text beyond which the note goes above it, at full width
_ENTRE = Modele(vide("FNEIntervalle"))
_JALONS = {True: Grille((31.0, 93.0, 41.0), serre=True), False: Grille((31.0, 134.0), serre=True)}
_RUBRIQUE = Modele(paragraphe("FNERubrique"))
_PREMIERE_RUBRIQUE = Modele(paragraphe("FNERubrique", run(), ppr=[w("spacing", before=0)]))


def _surtitre(*suites: Element) -> Modele:
    return Modele(paragraphe("FNESurtitre", run(), *suites, ppr=[w("pageBreakBefore")]))


_SURTITRE = _surtitre()
_SURTITRE_EXEMPLE = _surtitre(run("\u2002"), run(rpr=[style_de_run("FNEExemple")]))


def fiche(doc: FeuilleDeRouteDoc, axe: AxeDoc, f: FicheDoc, signets: Signets, ancre: str) -> Iterator[Element]:
    """Blocks of one fiche; an empty rubrique prints nothing."""
    surtitre, exemple = section.surtitre(nom_axe(doc, axe), f)
    yield _SURTITRE_EXEMPLE.poser(surtitre, f"\u00a0{exemple}\u00a0") if exemple else _SURTITRE.poser(surtitre)
    yield signets.poser(TITRE_FICHE.poser(f.numero, f.titre), ancre)
    cases = [section.pilotes(f), *([r] for r in section.identite(doc, axe, f))]
    yield etiquettes(cases, _IDENTITE, f"Identité de la fiche {f.numero}", "Pilote, calendrier et partenaires.", forte=True)
    yield _ENTRE.poser()
    yield from _corps(f)
    yield from _tableaux(f)


def _corps(f: FicheDoc) -> Iterator[Element]:
    """Text and note side by side; the note above the text when it is long; either alone at full width."""
    textes, note = section.textes(f), section.note(f)
    adresses = liens(f.liens)
    annexe = bool(note or adresses)
    if textes and annexe and sum(len(r.texte) for r in textes) <= _LONG:
        table = _COTE_A_COTE.poser()
        texte, _, cote = table[-1]
        remplir(texte, _rubriques(textes))
        remplir(cote, [*_rubriques(note), *_liens(adresses, premiere=not note)])
        yield table
        yield _ENTRE.poser()
        return
    if annexe:
        yield _note_en_largeur(note, adresses)
        yield _ENTRE.poser()
    yield from _rubriques(textes)
    if textes and (f.jalons or f.financements or f.indicateurs):
        yield _ENTRE.poser()


def _tableaux(f: FicheDoc) -> Iterator[Element]:
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
    for rang, (tableau, g) in enumerate(presents):
        yield poser_tableau(tableau, g)
        if tableau.source:
            yield SOURCE.poser(tableau.source)
        elif rang < len(presents) - 1:
            yield _ENTRE.poser()


def _rubriques(rubriques: list[Rubrique]) -> list[Element]:
    """Heading and text of each; the first without space above it."""
    elements = []
    for rang, rubrique in enumerate(rubriques):
        elements.append((_RUBRIQUE if rang else _PREMIERE_RUBRIQUE).poser(rubrique.libelle))
        elements.extend(FICHE.poser(rubrique.texte))
    return elements


def _liens(adresses: list[Element], *, premiere: bool) -> list[Element]:
    if not adresses:
        return []
    return [(_PREMIERE_RUBRIQUE if premiere else _RUBRIQUE).poser("Liens"), *adresses]


def _note_en_largeur(note: list[Rubrique], adresses: list[Element]) -> Element:
    """Two columns of labels on the tint, read left then right."""
    moitie = (len(note) + bool(adresses) + 1) // 2
    table = _EN_LARGEUR.poser()
    gauche, droite = table[-1]
    remplir(gauche, _rubriques(note[:moitie]))
    remplir(droite, [*_rubriques(note[moitie:]), *_liens(adresses, premiere=len(note) <= moitie)])
    return table


def remplir(case: Element, contenu: list[Element]) -> None:
    """Put the content of a prepared cell in place of the empty paragraph that every cell needs."""
    if contenu:
        case[-1:] = contenu


def _disposition(nom: str, description: str, *cellules: tuple[float, str | None, tuple[float, float]]) -> Modele:
    """A layout row that may split over pages; cells as (width, fill, left and right padding) in mm."""
    colonnes = [
        cellule(
            largeur,
            vide("FNETexteFiche"),
            fond=fond,
            marges={"top": 2.2, "left": gauche, "bottom": 1.2, "right": droite},
        )
        for largeur, fond, (gauche, droite) in cellules
    ]
    largeurs = [largeur for largeur, _, _ in cellules]
    proprietes = proprietes_de_tableau("FNEMiseEnPage", nom, description, LARGEUR_PORTRAIT)
    return Modele(w("tbl", proprietes, grille(largeurs), w("tr", *colonnes)))


_COTE_A_COTE = _disposition(
    "Texte de la fiche",
    "Le texte à gauche, la note à droite.",
    (_TEXTE, None, (0.0, 0.0)),
    (_GOUTTIERE, None, (0.0, 0.0)),
    (_NOTE, TEINTE, (3.5, 2.5)),
)
_EN_LARGEUR = _disposition(
    "Note de la fiche",
    "Publics, moyens et livrables, en deux colonnes.",
    (LARGEUR_PORTRAIT / 2, TEINTE, (3.5, 4.0)),
    (LARGEUR_PORTRAIT / 2, TEINTE, (3.5, 3.5)),
)
