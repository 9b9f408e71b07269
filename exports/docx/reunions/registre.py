"""Decisions: the framed paragraphs of the minutes, the rows of a register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from exports.docx.cellules import cellule, rangee, tableau
from exports.docx.charte import PETROLE, trait
from exports.docx.ooxml import Bloc, Element, LongTableau, Modele, Piece, copies, lier, paragraphe, run, style_de_run, w
from exports.docx.tableaux import Grille, intervalle, tableau_de
from exports.docx.textes import SOURCE
from exports.docx.titres import TITRE_2
from exports.formats.markdown import markdown_en_texte
from exports.payloads import DecisionDoc
from exports.sections.modele import A_DESIGNER, Tableau
from exports.sections.reunions import decisions as section
from exports.sections.reunions.decisions import LigneDeDecision, Ton
from exports.sections.textes import paragraphes

_LONG = 1500  # characters beyond which a decision may go on over a page
_ENTIER_JUSQU_A = 8  # rows
_ENTRE = intervalle(6)
_NUMERO = Modele(paragraphe("FNEDecisionTitre"))
_DETAIL = Modele(paragraphe("FNEDecisionDetail"))
_TEXTE = Modele(paragraphe("FNEDecision"))
_TEXTE_SOLIDAIRE = Modele(paragraphe("FNEDecision", run(), ppr=[w("keepLines")]))


def encadres(decisions: Sequence[DecisionDoc]) -> Iterator[Bloc]:
    """One frame for each: number, sentence, who and when."""
    for d in decisions:
        court = len(d.texte) <= _LONG
        modele = _TEXTE_SOLIDAIRE if court else _TEXTE
        lignes = [modele.avec(f"– {ligne}" if puce else ligne) for puce, ligne in paragraphes(d.texte)]
        detail = section.detail(d)
        morceaux = [_NUMERO.avec(section.intitule(d)), *lignes, *([_DETAIL.avec(detail)] if detail else [])]
        yield from (lier(m) for m in morceaux[:-1]) if court else morceaux[:-1]
        yield morceaux[-1]
        yield _ENTRE.avec()


_LARGEURS = (22.0, 68.0, 31.0, 23.0, 21.0)
_STYLES = {Ton.FAITE: "FNEFait", Ton.EN_COURS: "FNEEnCours", Ton.RETARD: "FNERetard", Ton.NEUTRE: "FNEDiscret"}
_NON_ADOPTEES = Grille((22.0, 112.0, 31.0), gras=True)


def registre(decisions: Sequence[DecisionDoc]) -> Iterator[Bloc]:
    """The table of those that were taken, how to write their codes, then the table of the others."""
    lignes = section.adoptees(decisions)
    if lignes:
        courte = len(lignes) <= _ENTIER_JUSQU_A
        liees = [i < len(lignes) - 1 if courte else i == len(lignes) - 2 for i in range(len(lignes))]
        rangees: list[Piece | Element] = [_rangee(ligne, liee=liee) for ligne, liee in zip(lignes, liees, strict=True)]
        yield LongTableau(_table().poser(section.NOM, section.DESCRIPTION, *section.ENTETES), rangees)
        code = section.phrase_des_codes(decisions)
        yield SOURCE.avec(code) if code else _ENTRE.avec()
    autres = section.non_adoptees(decisions)
    if autres:
        yield TITRE_2.avec(section.NON_ADOPTEES)
        textes = tuple((numero, markdown_en_texte(texte), issue) for numero, texte, issue in autres)
        entetes = section.ENTETES_NON_ADOPTEES
        yield tableau_de(
            Tableau(section.NON_ADOPTEES, section.DESCRIPTION_NON_ADOPTEES, entetes, textes), _NON_ADOPTEES
        )
        yield _ENTRE.avec()


def _rangee(ligne: LigneDeDecision, *, liee: bool) -> Piece:
    precisions = [ligne.precisions] if ligne.precisions else []
    modele = _modele(ligne.ton, bool(precisions), ligne.responsable == A_DESIGNER, liee, len(ligne.texte) > _LONG)
    texte = markdown_en_texte(ligne.texte)
    return modele.avec(ligne.numero, texte, *precisions, ligne.responsable, ligne.echeance, ligne.suivi)


@cache
def _modele(ton: Ton, precisions: bool, a_designer: bool, liee: bool, secable: bool) -> Modele:
    def case(rang: int, *runs: Element) -> Element:
        return cellule(_LARGEURS[rang], paragraphe("FNECellule", *runs, ppr=[w("keepNext")] if liee else ()))

    italique = [style_de_run("FNEAbsent")]
    return Modele(
        rangee(
            case(0, run(rpr=[w("b")])),
            case(1, run(), *([run(" "), run(rpr=copies(italique))] if precisions else [])),
            case(2, run(rpr=copies(italique) if a_designer else ())),
            case(3, run()),
            case(4, run(rpr=[style_de_run(_STYLES[ton])])),
            secable=secable,
        )
    )


@cache
def _table() -> Modele:
    tete = [cellule(largeur, paragraphe("FNETete"), bords=[trait("bottom", PETROLE, 0.75)]) for largeur in _LARGEURS]
    return Modele(tableau("FNETableau", _LARGEURS, rangee(*tete, entete=True), donnees=True))
