"""Tables of people by college: who was there, and who signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from exports.docx.cellules import cellule, rangee, tableau
from exports.docx.charte import LARGEUR_PORTRAIT, PETROLE, trait
from exports.docx.ooxml import Element, LongTableau, Modele, Piece, lier, paragraphe, run, style_de_run, vide
from exports.docx.tableaux import modele_de_groupe
from exports.payloads import EmargementDoc, PresenceDoc
from exports.sections.reunions import presences as section

_LISTE = (66.0, 54.0, 45.0)
_EMARGEMENT = (50.0, 35.0, 39.0, 41.0)
_HAUTEUR = 12.6


def liste_de_presence(presences: Sequence[PresenceDoc]) -> LongTableau:
    """Organisation, person, attendance."""
    table = _table(_LISTE).poser(section.LISTE, section.DESCRIPTION_LISTE, *section.ENTETES_LISTE)
    return LongTableau(table, [*_rangees_de_liste(presences)])


def _rangees_de_liste(presences: Sequence[PresenceDoc]) -> Iterator[Piece | Element]:
    for nom, lignes in section.liste(presences):
        if nom:
            yield _groupe(nom, len(lignes), len(_LISTE))
        yield from (_RANGEE.avec(x.organisme, x.personne, x.presence) for x in lignes)


def feuille_a_signer(doc: EmargementDoc) -> LongTableau:
    """Organisation, function, name, the room to sign; then the free rows."""
    table = _table(_EMARGEMENT).poser(
        section.LISTE_A_SIGNER, section.DESCRIPTION_EMARGEMENT, *section.ENTETES_EMARGEMENT
    )
    return LongTableau(table, [*_rangees_a_signer(doc)])


def _rangees_a_signer(doc: EmargementDoc) -> Iterator[Piece | Element]:
    groupes = section.a_emarger(doc)
    for nom, lignes in groupes:
        if nom:
            yield _groupe(nom, len(lignes), len(_EMARGEMENT))
        yield from (_A_SIGNER.avec(x.organisme, x.qualite, x.personne, x.annonce) for x in lignes)
    if any(nom for nom, _ in groupes) and doc.lignes_libres:
        yield _groupe(section.A_PART, None, len(_EMARGEMENT))
    yield from (_LIBRE.avec() for _ in range(doc.lignes_libres))


def _groupe(nom: str, nombre: int | None, colonnes: int) -> Element:
    """Its name and how many rows it has, on the page of the first of them."""
    return lier(modele_de_groupe(LARGEUR_PORTRAIT, colonnes).avec(nom, f"({nombre})" if nombre else ""))


_RANGEE = Modele(rangee(*(cellule(largeur, paragraphe("FNECellule")) for largeur in _LISTE)))


def _a_signer(*, libre: bool) -> Modele:
    """Who already sent word is said in grey, in the place of the signature."""
    derniere = len(_EMARGEMENT) - 1
    cases = [
        vide("FNECellule")
        if libre
        else paragraphe("FNECellule", run(rpr=[style_de_run("FNEDiscret")] if i == derniere else ()))
        for i in range(len(_EMARGEMENT))
    ]
    cellules = [cellule(largeur, c, vertical="center") for largeur, c in zip(_EMARGEMENT, cases, strict=True)]
    return Modele(rangee(*cellules, hauteur=_HAUTEUR))


_A_SIGNER, _LIBRE = _a_signer(libre=False), _a_signer(libre=True)


@cache
def _table(largeurs: tuple[float, ...]) -> Modele:
    tete = [cellule(largeur, paragraphe("FNETete"), bords=[trait("bottom", PETROLE, 0.75)]) for largeur in largeurs]
    return Modele(tableau("FNETableau", largeurs, rangee(*tete, entete=True), donnees=True))
