"""The minutes of a year in one document: contents, meetings, decisions, then each minutes on a page of its own.

Of a whole governance, all of it goes body by body, and the decisions come last.

Minutes not approved yet stand in sections whose header bears « PROJET »; the others do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import chain, count

from exports.docx.assemblage import assembler, clore
from exports.docx.charte import LARGEUR_PORTRAIT
from exports.docx.entetes import entete_et_pied
from exports.docx.ooxml import Bloc, Modele
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
    for rang, r in enumerate(doc.toutes_les_reunions, 1):
        _ajouter(parties, "projet" if r.projet else "portrait", compte_rendu(r, signets, rang, en_page=True))
    if doc.groupes and section.decisions(doc):
        _ajouter(parties, "portrait", _decisions(doc, signets, TITRE_1))
    for genre, suite in parties[:-1]:
        yield from clore(suite, gabarit.pages[genre])
    genre, suite = parties[-1]
    yield from suite
    yield deepcopy(gabarit.pages[genre].sectpr)


def _ajouter(parties: list[tuple[str, Iterable[Bloc]]], genre: str, blocs: Iterable[Bloc]) -> None:
    precedent, avant = parties[-1]
    if genre == precedent:
        parties[-1] = genre, chain(avant, blocs)
    else:
        parties.append((genre, blocs))


def _debut(doc: CompilationDoc, signets: Signets) -> Iterator[Bloc]:
    """Title, contents, the meetings of the year; then the decisions of a body, those of a governance coming last."""
    yield from bandeau(doc.porteurs)
    yield from titre(NOM, section.titre(doc), signets, ANCRE_SOMMAIRE)
    yield CHAPO.avec(section.chapo(doc))
    if not doc.toutes_les_reunions:
        return
    yield TITRE_2.avec("Sommaire")
    yield vers(NIVEAU_1, ANCRE_REUNIONS, section.REUNIONS)
    decisions = section.decisions(doc)
    if decisions and not doc.groupes:
        yield vers(NIVEAU_1, ANCRE_DECISIONS, section.DECISIONS)
    yield from _vers_les_comptes_rendus(doc)
    if decisions and doc.groupes:
        yield vers(NIVEAU_1, ANCRE_DECISIONS, section.DECISIONS)
    yield signets.titre(TITRE_1, ANCRE_REUNIONS, section.REUNIONS)
    seules = section.reunions(doc)
    if seules is not None:
        yield tableau_de(seules, _grille(seules))
        yield ENTRE.avec()
    for nom, reunions in section.groupes(doc):
        yield TITRE_2.avec(nom)
        yield tableau_de(reunions, _grille(reunions))
        yield ENTRE.avec()
    if decisions and not doc.groupes:
        yield from _decisions(doc, signets, TITRE_1_A_LA_SUITE)


def _vers_les_comptes_rendus(doc: CompilationDoc) -> Iterator[Bloc]:
    """Each minutes and its items; those of a governance stand under their body, without their items."""
    for rang, r in enumerate(doc.reunions, 1):
        yield vers(NIVEAU_1, ancre_reunion(rang), identite.titre(r))
        for i, p in enumerate(r.points, 1):
            yield vers(NIVEAU_2, ancre_point(rang, i), f"{p.rang}.", p.titre)
    rangs = count(len(doc.reunions) + 1)
    for groupe in doc.groupes:
        siens = list(zip(groupe.reunions, rangs, strict=False))
        yield vers(NIVEAU_1, ancre_reunion(siens[0][1]), section.nom_de(groupe))
        for r, rang in siens:
            yield vers(NIVEAU_2, ancre_reunion(rang), f"{rang}.", identite.titre(r))


def _decisions(doc: CompilationDoc, signets: Signets, modele: Modele) -> Iterator[Bloc]:
    yield signets.titre(modele, ANCRE_DECISIONS, section.DECISIONS)
    yield from registre(section.decisions(doc))


def _grille(t: Tableau) -> Grille:
    """The state of the minutes takes what the other columns leave."""
    autres = {"Date": 36.0, "Réunion": 40.0, "Lieu": 33.0, "Présents": 19.0, "Décisions": 20.0}
    if {"Réunion", "Lieu"} <= set(t.entetes):
        autres |= {"Date": 31.0, "Réunion": 32.0, "Lieu": 32.0}
    largeurs = [autres.get(e, 0.0) for e in t.entetes]
    reste = LARGEUR_PORTRAIT - sum(largeurs)
    return Grille(tuple(x or reste for x in largeurs), chiffres=t.chiffres, gras=True)
