"""The letter that convenes a meeting, then, on a page of its own, what its items ask to be read before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exports.docx.cellules import cellule, rangee, tableau
from exports.docx.charte import LARGEUR_PORTRAIT
from exports.docx.etiquettes import etiquettes
from exports.docx.liens import lien
from exports.docx.ooxml import Bloc, Element, Modele, lier, paragraphe, pt, run, vide, w
from exports.docx.reunions.page import ENTRE, Fichier, bandeau, ecrire
from exports.docx.tableaux import Grille, intervalle, tableau_de
from exports.docx.textes import COURANT, NORMAL, SOURCE
from exports.formats import date_longue
from exports.payloads import ConvocationDoc, LienDoc, SignataireDoc
from exports.sections.modele import Rubrique, Tableau
from exports.sections.reunions import convocation as section, identite
from exports.sections.reunions.points import ORDRE_DU_JOUR, ordre_du_jour
from exports.sections.textes import preparer

NOM = "Convocation"
_RENDEZ_VOUS = (52.0, 55.0, 58.0)
_AUTOUR_DE_L_ADRESSE = intervalle(14)
_AVANT_LE_RENDEZ_VOUS = intervalle(3)
_PREMIERE_LIGNE = Modele(paragraphe("FNEAdresse", run(rpr=[w("b")])))
_ADRESSE = Modele(paragraphe("FNEAdresse"))
_OBJET = Modele(paragraphe("FNEObjet", run(), ppr=[w("spacing", before=pt(16))]))
_REFERENCE = Modele(paragraphe("FNESource", run(), ppr=[w("spacing", before=0, after=pt(12))]))
_PARTIE = Modele(paragraphe("FNEPartie"))
_ANNEXE = Modele(paragraphe("FNEPartie", run(), ppr=[w("pageBreakBefore")]))
_POINT = Modele(paragraphe("Heading3"))
_AVANT = Modele(paragraphe("Normal", run(), run(" "), run(rpr=[w("b")]), run(".")))
_PAR_RANGEE = 3


def rendre_convocation(doc: ConvocationDoc) -> bytes:
    """The DOCX of the letter."""
    pret = preparer(doc)
    r = pret.reunion
    fichier = Fichier(
        identite.titre_de_fichier(NOM, identite.titre(r), exemple=r.exemple),
        identite.titre_courant(r),
        identite.pied_de(r, f"convocation du {date_longue(pret.date)}"),
    )
    return ecrire(r, fichier, _blocs(pret))


def _blocs(doc: ConvocationDoc) -> Iterator[Bloc]:
    r = doc.reunion
    yield from bandeau(r.porteurs)
    premiere, *suite = section.adresse(doc)
    yield _PREMIERE_LIGNE.avec(premiere)
    yield from (_ADRESSE.avec(ligne) for ligne in suite)
    yield _AUTOUR_DE_L_ADRESSE.avec()
    yield _ADRESSE.avec(section.lieu_et_date(doc))
    yield _OBJET.avec(section.objet(r))
    yield _REFERENCE.avec(f"Référence\u00a0: {r.reference}")
    yield NORMAL.avec(f"{doc.civilite},")
    yield from COURANT.pieces(doc.message or section.invitation(r))
    yield _AVANT_LE_RENDEZ_VOUS.avec()
    yield _rendez_vous(identite.rendez_vous(r))
    yield ENTRE.avec()
    if r.lien_visio:
        yield lien(LienDoc(libelle=f"Visioconférence\u00a0: {r.lien_visio}", url=r.lien_visio))
    tableau_des_points = ordre_du_jour(r.points)
    if tableau_des_points:
        yield _PARTIE.avec(ORDRE_DU_JOUR)
        yield tableau_de(tableau_des_points, _grille(tableau_des_points))
        yield ENTRE.avec()
    yield from _fin(doc)
    yield from _annexe(doc)


def _rendez_vous(rubriques: Sequence[Rubrique]) -> Bloc:
    return etiquettes([[r] for r in rubriques], _RENDEZ_VOUS, "Rendez-vous", "Date, horaire et lieu.", forte=True)


def _grille(t: Tableau) -> Grille:
    """Rank and item take what the other columns leave."""
    autres = {"Pour": 24.0, "Présenté par": 36.0, "Durée": 18.0}
    largeurs = [autres[e] for e in t.entetes[2:]]
    return Grille((9.0, LARGEUR_PORTRAIT - 9.0 - sum(largeurs), *largeurs), chiffres=t.chiffres, gras=True)


def _fin(doc: ConvocationDoc) -> Iterator[Bloc]:
    """Enclosures, answer, formula, who signs: kept together at the end of the letter."""
    jointes = section.pieces_jointes(doc)
    if jointes:
        yield SOURCE.avec(jointes)
    if doc.repondre_avant:
        yield lier(_AVANT.avec(section.REPONDRE, date_longue(doc.repondre_avant)))
    formule = NORMAL.avec(section.formule(doc))
    if not doc.signataires:
        yield formule
        return
    yield lier(formule)
    yield lier(_AVANT_SIGNATURES.avec())
    yield _signatures(doc.signataires)
    yield ENTRE.avec()


_AVANT_SIGNATURES = intervalle(10)
_ETIQUETTE = Modele(paragraphe("FNEEtiquette"))
_NOM = Modele(paragraphe("FNEValeur", run(rpr=[w("b")])))
_QUALITE = Modele(paragraphe("FNEValeur", run(), ppr=[w("spacing", after=0)]))
_PLACE = intervalle(44)


def _signatures(signataires: Sequence[SignataireDoc]) -> Element:
    """« Pour la préfecture », the room to sign, the name: two or three to a row."""
    colonnes = min(max(len(signataires), 2), _PAR_RANGEE)
    largeurs = [LARGEUR_PORTRAIT / colonnes] * colonnes
    rangees = []
    for debut in range(0, len(signataires), colonnes):
        cases = [_signature(s) for s in signataires[debut : debut + colonnes]]
        vides = [[vide("FNEValeur")] for _ in range(colonnes - len(cases))]
        contenus = zip(largeurs, [*cases, *vides], strict=True)
        rangees.append(rangee(*(cellule(largeur, *c, marges={"right": 6.0}) for largeur, c in contenus)))
    return tableau("FNEMiseEnPage", largeurs, *rangees, nom="Signatures", description="Qui signe, et pour qui.")


def _signature(s: SignataireDoc) -> list[Element]:
    return [
        _ETIQUETTE.poser(f"Pour {s.organisme}"),
        *([_QUALITE.poser(s.qualite)] if s.qualite else []),
        _PLACE.poser(),
        *([_NOM.poser(s.nom)] if s.nom else [vide("FNEValeur")]),
    ]


def _annexe(doc: ConvocationDoc) -> Iterator[Bloc]:
    """The prepared texts of the items, on a page after the letter."""
    prepares = section.prepares(doc.reunion)
    if prepares:
        yield _ANNEXE.avec(section.ANNEXE)
    for titre, texte in prepares:
        yield _POINT.avec(titre)
        yield from COURANT.pieces(texte)
