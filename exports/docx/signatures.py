"""Last page: one frame per signatory, then how to check that two copies hold the same text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exports.docx.cellules import cellule, rangee, tableau
from exports.docx.charte import FILET, LARGEUR_PORTRAIT, PETROLE, TEINTE, trait
from exports.docx.ooxml import Bloc, Element, Modele, Piece, lier, paragraphe, pt, run, vide, w
from exports.docx.tableaux import intervalle
from exports.docx.textes import CHAPO, NORMAL, SOURCE
from exports.docx.titres import ANCRE_SIGNATURES, TITRE_1, TITRE_1_A_LA_SUITE, Signets
from exports.formats import empreinte_groupes
from exports.payloads import FeuilleDeRouteDoc, SignataireDoc
from exports.sections import plan, signataires
from exports.sections.verification import COMMENT_FAIRE, reference

_GOUTTIERE, _CADRE = 5.0, 38.0
_PAR_RANGEE = 3  # beyond four signatories
_ENTRE = intervalle(14)
_ORGANISME = Modele(
    paragraphe(
        "FNECellule", run(rpr=[w("b"), w("sz", val=21)]), ppr=[w("keepNext"), w("spacing", before=pt(3), after=pt(2))]
    )
)
_QUALITE = Modele(paragraphe("FNEValeur", run(), ppr=[w("keepNext"), w("spacing", after=0)]))
_VIDE = Modele(vide("FNEValeur", w("keepNext"), w("spacing", after=0)))
_ETIQUETTE = Modele(paragraphe("FNEEtiquette", run(), ppr=[w("keepNext")]))
_MANDAT = Modele(paragraphe("FNEEtiquette", run(), ppr=[w("keepNext", val=0)]))


def signatures(doc: FeuilleDeRouteDoc, empreinte: str, signets: Signets) -> Iterator[Bloc]:
    """Heading, commitment, date, frames by row, verification."""
    seul = plan.est_court(doc) and not signataires.a_signer(doc)
    yield signets.titre((TITRE_1_A_LA_SUITE if seul else TITRE_1), ANCRE_SIGNATURES, plan.titre_signatures(doc))
    yield lier(CHAPO.avec(signataires.phrase_de_signature(doc)))
    date_dite = signataires.date_de_signature(doc)
    if date_dite:
        yield lier(NORMAL.avec(date_dite))
    signent = signataires.a_signer(doc)
    par_rangee = len(signent) if len(signent) <= 4 else _PAR_RANGEE
    for debut in range(0, len(signent), par_rangee or 1):
        yield _cadres(signent[debut : debut + par_rangee], max(par_rangee, 2))
        yield _ENTRE.avec()
    if doc.signataires_note:
        yield SOURCE.avec(doc.signataires_note)
    yield _verification(doc, empreinte)
    yield _FIN.avec()


_FIN = intervalle(2)


def _cadres(signent: Sequence[SignataireDoc], colonnes: int) -> Element:
    """Organisation, quality, name; the frame; the mandate. Three rows that stay together."""
    largeur = (LARGEUR_PORTRAIT - _GOUTTIERE * (colonnes - 1)) / colonnes
    largeurs = [_GOUTTIERE if i % 2 else largeur for i in range(2 * colonnes - 1)]
    cotes = ("top", "left", "bottom", "right")
    noms = [_case(largeur, [_ORGANISME.poser(s.organisme), *_personne(s)], [trait("top", PETROLE, 1)]) for s in signent]
    cadres = [
        _case(largeur, [_ETIQUETTE.poser("Date et signature")], [trait(c, FILET, 0.75) for c in cotes], marge=2.0)
        for _ in signent
    ]
    mandats = [_case(largeur, [_MANDAT.poser(s.mandat) if s.mandat else _VIDE.poser()], ()) for s in signent]
    return tableau(
        "FNEMiseEnPage",
        largeurs,
        rangee(*_espacer(noms, colonnes, largeur), entete=True),
        rangee(*_espacer(cadres, colonnes, largeur), hauteur=_CADRE, exacte=True),
        *([rangee(*_espacer(mandats, colonnes, largeur))] if any(s.mandat for s in signent) else []),
        nom="Cadres de signature",
        description="Organisation, qualité, nom, puis un cadre à dater et à signer.",
        donnees=True,
    )


def _personne(s: SignataireDoc) -> list[Element]:
    """Quality and name as documented; a line is left blank for what is not."""
    return [_QUALITE.poser(ligne) if ligne else _VIDE.poser() for ligne in (s.qualite, s.nom)]


def _case(largeur: float, contenu: list[Element], bords: Sequence[Element], marge: float = 0.0) -> Element:
    return cellule(largeur, *contenu, bords=bords, marges={"left": marge, "right": marge} if marge else None)


def _espacer(cases: list[Element], colonnes: int, largeur: float) -> list[Element]:
    """Gutters between the cells, and empty cells up to the number of columns."""
    completes = [*cases, *(_case(largeur, [_VIDE.poser()], ()) for _ in range(colonnes - len(cases)))]
    suite = [completes[0]]
    for case in completes[1:]:
        suite += [_case(_GOUTTIERE, [_VIDE.poser()], ()), case]
    return suite


def _verification(doc: FeuilleDeRouteDoc, empreinte: str) -> Piece:
    """Reference, digest in groups of four on two lines, what it proves."""
    groupes = empreinte_groupes(empreinte)
    paires = ["\u00a0".join(groupes[i : i + 2]) for i in range(0, len(groupes), 2)]
    milieu = (len(paires) + 1) // 2
    lignes = ("\u2003".join(paires[:milieu]), "\u2003".join(paires[milieu:]))
    return _VERIFICATION.avec("Vérifier ce document", reference(doc), *lignes, COMMENT_FAIRE)


_LIBELLES = 43.0
_MARGES = {"top": 1.6, "left": 3.0, "bottom": 1.6, "right": 3.0}


def _rangee_de_verification(libelle: str, *contenu: Element) -> Element:
    return rangee(
        cellule(_LIBELLES, paragraphe("FNEEtiquette", run(libelle)), fond=TEINTE, marges=_MARGES),
        cellule(LARGEUR_PORTRAIT - _LIBELLES, *contenu, fond=TEINTE, marges=_MARGES),
    )


_VERIFICATION = Modele(
    lier(  # to the paragraph that must follow it: never an empty last page
        tableau(
            "FNEMiseEnPage",
            (_LIBELLES, LARGEUR_PORTRAIT - _LIBELLES),
            rangee(cellule(LARGEUR_PORTRAIT, paragraphe("FNEGroupe"), etendue=2, fond=TEINTE, marges=_MARGES)),
            _rangee_de_verification("Référence", paragraphe("FNECellule")),
            _rangee_de_verification(
                "Empreinte du texte (SHA-256)", paragraphe("FNEEmpreinte"), paragraphe("FNEEmpreinte")
            ),
            _rangee_de_verification("Comment faire", paragraphe("FNECellule")),
            nom="Vérifier ce document",
            description="Référence, empreinte du texte et façon de les comparer.",
        )
    )
)
