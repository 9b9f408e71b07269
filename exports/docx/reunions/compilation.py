"""The minutes of a year in one document: contents, meetings, decisions, then each minutes on a page of its own.

Minutes not approved yet stand in sections whose header bears « PROJET »; the others do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import chain

from exports.docx.assemblage import assembler, clore
from exports.docx.charte import LARGEUR_PORTRAIT
from exports.docx.entetes import entete_et_pied
from exports.docx.ooxml import Bloc
from exports.docx.paquet import zipper
from exports.docx.proprietes import rendre_proprietes
from exports.docx.reunions.compte_rendu import compte_rendu
from exports.docx.reunions.page import ENTRE, bandeau, tete, titre
from exports.docx.reunions.registre import registre
from exports.docx.shell import COMPILATION, Gabarit, preparer_gabarit
from exports.docx.sommaire import NIVEAU_1, NIVEAU_2, vers
from exports.docx.tableaux import Grille, tableau_de
from exports.docx.textes import CHAPO
from exports.docx.titres import (
    ANCRE_DECISIONS,
    ANCRE_REUNIONS,
    ANCRE_SOMMAIRE,
    TITRE_1,
    TITRE_1_A_LA_SUITE,
    TITRE_2,
    Signets,
    ancre_point,
    ancre_reunion,
)
from exports.payloads import CompilationDoc
from exports.sections.modele import Tableau
from exports.sections.reunions import annee as section, identite
from exports.sections.textes import preparer

NOM = "Comptes rendus de l’année"


def rendre_compilation(doc: CompilationDoc) -> bytes:
    """The DOCX of all the minutes of a year, in the order given."""
    pret = preparer(doc)
    gabarit = preparer_gabarit(COMPILATION)
    titre_du_fichier = identite.titre_de_fichier("Comptes rendus", section.titre(pret), exemple=pret.exemple)
    courant = tete(*section.titre_courant(pret))
    entetes: dict[str, bytes] = {}
    for genre, page in gabarit.pages.items():
        projet = genre == "projet"
        entetes |= entete_et_pied(page, courant, section.pied(pret, projet=projet), projet=projet)
    proprietes = rendre_proprietes(gabarit, titre_du_fichier, pret.reference, pret.porteurs, pret.arrete_au)
    return zipper(assembler(gabarit, _blocs(pret, gabarit), proprietes, entetes))


def _blocs(doc: CompilationDoc, gabarit: Gabarit) -> Iterator[Bloc]:
    """Runs of pages of one kind, each closed by its section."""
    signets = Signets()
    parties: list[tuple[str, Iterable[Bloc]]] = [("portrait", _debut(doc, signets))]
    for rang, r in enumerate(doc.reunions, 1):
        genre = "projet" if r.projet else "portrait"
        blocs = compte_rendu(r, signets, rang, en_page=True)
        precedent, avant = parties[-1]
        if genre == precedent:
            parties[-1] = genre, chain(avant, blocs)
        else:
            parties.append((genre, blocs))
    for genre, suite in parties[:-1]:
        yield from clore(suite, gabarit.pages[genre])
    genre, suite = parties[-1]
    yield from suite
    yield deepcopy(gabarit.pages[genre].sectpr)


def _debut(doc: CompilationDoc, signets: Signets) -> Iterator[Bloc]:
    """Title, contents, the meetings of the year, their decisions."""
    yield from bandeau(doc.porteurs)
    yield from titre(NOM, section.titre(doc), signets, ANCRE_SOMMAIRE)
    yield CHAPO.avec(section.chapo(doc))
    reunions = section.reunions(doc)
    if reunions is None:
        return
    yield TITRE_2.avec("Sommaire")
    yield vers(NIVEAU_1, ANCRE_REUNIONS, section.REUNIONS)
    decisions = section.decisions(doc)
    if decisions:
        yield vers(NIVEAU_1, ANCRE_DECISIONS, section.DECISIONS)
    for rang, r in enumerate(doc.reunions, 1):
        yield vers(NIVEAU_1, ancre_reunion(rang), identite.titre(r))
        for i, p in enumerate(r.points, 1):
            yield vers(NIVEAU_2, ancre_point(rang, i), f"{p.rang}.", p.titre)
    yield signets.titre(TITRE_1, ANCRE_REUNIONS, section.REUNIONS)
    yield tableau_de(reunions, _grille(reunions))
    yield ENTRE.avec()
    if decisions:
        yield signets.titre(TITRE_1_A_LA_SUITE, ANCRE_DECISIONS, section.DECISIONS)
        yield from registre(decisions)


def _grille(t: Tableau) -> Grille:
    """The state of the minutes takes what the other columns leave."""
    autres = {"Date": 36.0, "Réunion": 40.0, "Lieu": 33.0, "Présents": 19.0, "Décisions": 20.0}
    largeurs = [autres.get(e, 0.0) for e in t.entetes]
    reste = LARGEUR_PORTRAIT - sum(largeurs)
    return Grille(tuple(x or reste for x in largeurs), chiffres=t.chiffres, gras=True)
