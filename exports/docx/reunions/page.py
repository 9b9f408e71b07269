"""What opens every document of a meeting: who carries it, its title, its circumstances; and the file around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from functools import cache
from itertools import chain
from typing import NamedTuple

from exports.docx.assemblage import assembler
from exports.docx.cellules import cellule, rangee, tableau
from exports.docx.charte import LARGEUR_PORTRAIT
from exports.docx.entetes import abrege, entete_et_pied
from exports.docx.etiquettes import etiquettes
from exports.docx.ooxml import Bloc, Element, Modele, Piece, lier, paragraphe, pt, run, vide, w
from exports.docx.paquet import zipper
from exports.docx.proprietes import rendre_proprietes
from exports.docx.shell import REUNION, preparer_gabarit
from exports.docx.tableaux import intervalle
from exports.docx.textes import NORMAL
from exports.docx.titres import SURTITRE_EN_PAGE, TITRE_2, Signets, titre_de_page
from exports.payloads import OrganismeDoc, ProchaineDoc, ReunionDoc
from exports.sections.modele import Rubrique
from exports.sections.reunions import identite

_PORTEURS_PAR_RANGEE = 4
_TETE_MAX = 44
_TAILLES = ((46, 25.0), (80, 20.0), (140, 16.0))  # (characters at most, points); longer titles: 13
_LARGEURS = {1: (165.0,), 2: (82.5, 82.5), 3: (55.0, 50.0, 60.0), 4: (50.0, 35.0, 41.0, 39.0)}
_PORTEUR = Modele(paragraphe("FNEValeur", run(rpr=[w("sz", val=22)]), ppr=[w("spacing", after=0)]))
_SANS_PORTEUR = vide("FNEValeur")
_SURTITRE = Modele(paragraphe("FNESurtitre"))
_SOUS_LE_BANDEAU = intervalle(22)
ENTRE = intervalle(7)


class Fichier(NamedTuple):
    """What surrounds the blocks of a document: title and subject of the file, header, footer, mark of a project."""

    titre: str
    entete: tuple[str, str]
    pied: tuple[str, str]
    projet: bool = False


def ecrire(r: ReunionDoc, fichier: Fichier, blocs: Iterable[Bloc]) -> bytes:
    """The file of a document of one section. The same arguments give the same bytes, on any day."""
    gabarit = preparer_gabarit(REUNION)
    page = gabarit.pages["portrait"]
    return zipper(
        assembler(
            gabarit,
            chain(blocs, (deepcopy(page.sectpr),)),
            rendre_proprietes(gabarit, fichier.titre, r.reference, r.porteurs, r.arrete_au),
            entete_et_pied(page, tete(*fichier.entete), fichier.pied, projet=fichier.projet),
        )
    )


def tete(gauche: str, droite: str) -> tuple[str, str]:
    """Both sides of a header, short enough to leave room for the mark of a project between them."""
    return abrege(gauche, _TETE_MAX), abrege(droite, _TETE_MAX)


def bandeau(porteurs: Sequence[OrganismeDoc]) -> Iterator[Bloc]:
    """The porteurs, equal in size, in protocol order. No file of theirs is held: their names stand alone."""
    if not porteurs:
        return
    colonnes = min(max(len(porteurs), 2), _PORTEURS_PAR_RANGEE)
    largeurs = [LARGEUR_PORTRAIT / colonnes] * colonnes
    yield tableau(
        "FNEMiseEnPage",
        largeurs,
        *(_rangee(porteurs[i : i + colonnes], largeurs) for i in range(0, len(porteurs), colonnes)),
        nom="Porteurs",
        description="Nom de chaque porteur.",
    )
    yield _SOUS_LE_BANDEAU.avec()


def _rangee(porteurs: Sequence[OrganismeDoc], largeurs: Sequence[float]) -> Element:
    noms = [_PORTEUR.poser(o.nom) for o in porteurs]
    vides = [deepcopy(_SANS_PORTEUR) for _ in range(len(largeurs) - len(noms))]
    cases = zip(largeurs, [*noms, *vides], strict=True)
    return rangee(*(cellule(largeur, nom, marges={"right": 6.0}) for largeur, nom in cases))


def titre(surtitre: str, texte: str, signets: Signets, ancre: str, *, en_page: bool = False) -> list[Piece]:
    """The document, then what it is about; ``en_page`` opens a page. Long titles are set smaller."""
    taille = next((points for longueur, points in _TAILLES if len(texte) <= longueur), 13.0)
    debut = SURTITRE_EN_PAGE if en_page else _SURTITRE
    return [debut.avec(surtitre), signets.titre(_titre(taille), ancre, texte)]


_titre = cache(titre_de_page)


def bande(rubriques: Sequence[Rubrique], nom: str) -> Iterator[Bloc]:
    """Circumstances over the width of the page; nothing when none is known."""
    if rubriques:
        largeurs = _LARGEURS[len(rubriques)]
        yield etiquettes([[r] for r in rubriques], largeurs, nom, "Lieu, horaire et personnes.")
        yield ENTRE.avec()


_LIEES = 6  # lines kept on one page
_PROCHAINE = Modele(paragraphe("Normal", run(), ppr=[w("spacing", after=pt(3))]))


def prochaines(reunions: tuple[ProchaineDoc, ...]) -> Iterator[Bloc]:
    """Heading and one line for each meeting to come."""
    if reunions:
        yield TITRE_2.avec("Prochaines réunions" if len(reunions) > 1 else "Prochaine réunion")
        *avant, derniere = (_PROCHAINE.avec(phrase) for phrase in identite.prochaines(reunions))
        yield from (lier(p) for p in avant) if len(avant) < _LIEES else avant
        yield derniere


def phrases(titre_2: str, textes: Sequence[str]) -> Iterator[Bloc]:
    """A heading and its paragraphs; nothing when there is none."""
    if textes:
        yield TITRE_2.avec(titre_2)
        yield from (NORMAL.avec(t) for t in textes)
