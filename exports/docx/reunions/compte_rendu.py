"""The minutes of a meeting: who was there, each item, the decisions in place; a project says so on every page."""

from __future__ import annotations

from collections.abc import Iterator

from exports.docx.charte import GRIS, PETROLE
from exports.docx.ooxml import Bloc, Modele, copies, lier, mm, paragraphe, pt, run, tabulation, texte as noeud, w
from exports.docx.reunions.page import ENTRE, Fichier, bande, bandeau, ecrire, prochaines, titre
from exports.docx.reunions.presences import liste_de_presence
from exports.docx.reunions.registre import encadres
from exports.docx.tableaux import intervalle
from exports.docx.textes import COURANT
from exports.docx.titres import TITRE_2, TITRE_DE_POINT, Signets, ancre_point, ancre_reunion
from exports.formats import INSECABLE, empreinte_groupes
from exports.payloads import PointDoc, ReunionDoc
from exports.sections.reunions import identite, points as section
from exports.sections.reunions.presences import LISTE, Repere, en_annexe, reperes
from exports.sections.textes import preparer

NOM = "Compte rendu"


def rendre_compte_rendu(doc: ReunionDoc) -> bytes:
    """The DOCX of the minutes, in the state ``doc.compte_rendu`` tells."""
    r = preparer(doc)
    titre_du_fichier = identite.titre_de_fichier(NOM, identite.titre(r), projet=r.projet, exemple=r.exemple)
    fichier = Fichier(titre_du_fichier, identite.titre_courant(r), identite.pied_du_compte_rendu(r), projet=r.projet)
    return ecrire(r, fichier, _blocs(r))


def _blocs(r: ReunionDoc) -> Iterator[Bloc]:
    yield from bandeau(r.porteurs)
    yield from compte_rendu(r, Signets(), 1, en_page=False)


def compte_rendu(r: ReunionDoc, signets: Signets, rang: int, *, en_page: bool) -> Iterator[Bloc]:
    """Blocks of the minutes at this place of their document; ``en_page`` opens a page."""
    yield from titre(NOM, identite.titre(r), signets, ancre_reunion(rang), en_page=en_page)
    yield from bande(identite.circonstances(r), f"Circonstances, {r.reference}")
    yield from _reperes(r)
    yield from COURANT.pieces(r.introduction)
    if r.points:
        yield TITRE_2.avec(section.ORDRE_DU_JOUR)
        yield from (_POINT.avec(f"{p.rang}.", section.ligne(p)) for p in r.points)
    for i, p in enumerate(r.points, 1):
        yield signets.titre(TITRE_DE_POINT, ancre_point(rang, i), section.titre(p))
        yield from _point(p)
    if r.decisions:
        yield TITRE_2.avec(section.AUTRES_DECISIONS if r.points else "Décisions")
        yield from encadres(r.decisions)
    conclusion = COURANT.pieces(r.conclusion)
    if conclusion:
        yield TITRE_2.avec("Conclusion")
        yield from conclusion
    yield from prochaines(r.prochaines)
    if en_annexe(r.presences):
        yield TITRE_2.avec(LISTE)
        yield liste_de_presence(r.presences)
        yield ENTRE.avec()
    yield from _empreinte(r)


_LARGEUR_LIBELLE = 30.0
_TAQUET = w("tabs", w("tab", val="left", pos=mm(_LARGEUR_LIBELLE)))
_LIBELLE = [w("color", val=GRIS), w("sz", val=17)]


def _repere(*, college: bool) -> Modele:
    suites = [run(rpr=[w("b")]), run(INSECABLE + ": ", rpr=[w("b")])] if college else []
    return Modele(
        paragraphe(
            "FNERepere",
            run(noeud(), tabulation(), rpr=copies(_LIBELLE)),
            *suites,
            run(),
            ppr=copies([_TAQUET]),
        )
    )


_REPERE, _REPERE_COLLEGE = _repere(college=False), _repere(college=True)
_POINT = Modele(
    paragraphe(
        "FNEPoint",
        run(noeud(), tabulation(), rpr=[w("b"), w("color", val=PETROLE)]),
        run(),
        ppr=[w("tabs", w("tab", val="left", pos=mm(6.5)))],
    )
)
_PRECISIONS = Modele(paragraphe("FNESource", run(), ppr=[w("spacing", before=0, after=pt(4))]))
_RUBRIQUE = Modele(paragraphe("FNERubrique"))
_ISSUE = Modele(paragraphe("Normal", run(rpr=[w("color", val=GRIS)])))
_SOUS_LES_REPERES = intervalle(4)


def _reperes(r: ReunionDoc) -> Iterator[Bloc]:
    for ligne in reperes(r):
        yield _ligne(ligne)
    yield _SOUS_LES_REPERES.avec()


def _ligne(ligne: Repere) -> Bloc:
    if ligne.college:
        return _REPERE_COLLEGE.avec(ligne.libelle, ligne.college, ligne.texte)
    return _REPERE.avec(ligne.libelle, ligne.texte)


def _point(p: PointDoc) -> Iterator[Bloc]:
    """What was asked, prepared, said and decided."""
    texte, notes, issue = COURANT.pieces(p.texte), COURANT.pieces(p.notes), section.issue(p)
    precisions = _PRECISIONS.avec(section.precisions(p))
    yield lier(precisions) if texte or notes or issue or p.decisions else precisions
    if texte and notes:
        texte = [_RUBRIQUE.avec(section.PREPARATION), *texte]
        notes = [_RUBRIQUE.avec(section.ECHANGES), *notes]
    yield from texte
    yield from notes
    if issue:
        yield _ISSUE.avec(issue)
    yield from encadres(p.decisions)


_FIN = Modele(paragraphe("FNESource", run(), ppr=[w("keepNext"), w("spacing", before=pt(18), after=pt(2))]))
_EMPREINTE = Modele(paragraphe("FNEEmpreinte"))


def _empreinte(r: ReunionDoc) -> Iterator[Bloc]:
    """The whole digest, which the footer only begins."""
    if r.compte_rendu and r.compte_rendu.empreinte:
        yield _FIN.avec(f"{r.reference}, {identite.etat_du_compte_rendu(r)}. Empreinte du texte (SHA-256)\u00a0:")
        yield _EMPREINTE.avec(" ".join(empreinte_groupes(r.compte_rendu.empreinte)))
