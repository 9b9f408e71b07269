"""Headings with their bookmarks: what the contents point to."""

from __future__ import annotations

from collections.abc import Iterable

from exports.docx.ooxml import VARIABLE, Element, Modele, Piece, paragraphe, pt, run, style_de_run, tabulation, texte, w

ANCRE_SIGNATAIRES = "fne_signataires"
ANCRE_SOMMAIRE = "fne_sommaire"
ANCRE_GOUVERNANCE = "fne_gouvernance"
ANCRE_DIAGNOSTIC = "fne_diagnostic"
ANCRE_AXES = "fne_axes"
ANCRE_RECAPITULATIF = "fne_recapitulatif"
ANCRE_SIGNATURES = "fne_signatures"
ANCRE_REUNIONS = "fne_reunions"
ANCRE_DECISIONS = "fne_decisions"


def ancre_axe(rang: int) -> str:
    """Bookmark of the axis at this place (1, 2, …) of the document."""
    return f"fne_axe_{rang}"


def ancre_fiche(axe: int, rang: int) -> str:
    """Bookmark of the fiche at this place of its axis: « fne_f1_3 »."""
    return f"fne_f{axe}_{rang}"


def ancre_reunion(rang: int) -> str:
    """Bookmark of the minutes at this place of the year."""
    return f"fne_r{rang}"


def ancre_point(reunion: int, rang: int) -> str:
    """Bookmark of the item at this place of its minutes: « fne_r1_p3 »."""
    return f"fne_r{reunion}_p{rang}"


class Signets:
    """Numbers the bookmarks of one document; its titles are the only way to a bookmarked heading."""

    def __init__(self) -> None:
        self.poses = 0

    def titre(self, modele: Modele, ancre: str, *textes: str) -> Piece:
        """A heading of these texts, its bookmark named ``ancre``."""
        numero = str(self.poses)
        self.poses += 1
        return modele.avec(numero, ancre, *textes, numero)


def _titre(style: str, *suites: Element, ppr: Iterable[Element] = ()) -> Modele:
    debut, fin = w("bookmarkStart", id=VARIABLE, name=VARIABLE), w("bookmarkEnd", id=VARIABLE)
    return Modele(paragraphe(style, debut, *suites, fin, ppr=ppr))


TITRE_1 = _titre("Heading1", run())
TITRE_1_A_LA_SUITE = _titre("Heading1", run(), ppr=[w("pageBreakBefore", val=0), w("spacing", before=pt(30))])
TITRE_2 = Modele(paragraphe("Heading2"))
SURTITRE_EN_PAGE = Modele(paragraphe("FNESurtitre", run(), ppr=[w("pageBreakBefore")]))
TITRE_AXE = _titre(
    "Heading1", run(rpr=[style_de_run("FNETitreAxe")]), ppr=[w("pageBreakBefore", val=0), w("spacing", after=pt(8))]
)
TITRE_DE_POINT = _titre("Heading2", run())


def titre_de_page(taille: float) -> Modele:
    """A heading 1 under the surtitre that opens its page, in this size."""
    return _titre(
        "Heading1",
        run(rpr=[w("sz", val=round(taille * 2))]),
        ppr=[w("pageBreakBefore", val=0), w("spacing", after=pt(9))],
    )


_RETRAIT = 794  # 14 mm: the number hangs in front of the title
TITRE_FICHE = _titre(
    "Heading2",
    run(texte(), tabulation(), rpr=[style_de_run("FNENumero")]),
    run(rpr=[style_de_run("FNETitreFiche")]),
    ppr=[
        w("tabs", w("tab", val="left", pos=_RETRAIT)),
        w("spacing", before=0, after=pt(5)),
        w("ind", left=_RETRAIT, hanging=_RETRAIT),
    ],
)
