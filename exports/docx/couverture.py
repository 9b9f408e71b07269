"""The cover: porteurs, the petrol block, the list of axes, reference and short digest."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from exports.docx.cellules import cellule, rangee, tableau
from exports.docx.charte import BLANC, ORNEMENT, PETROLE, SERIF
from exports.docx.ooxml import Bloc, Element, Modele, mm, paragraphe, pt, run, style_de_run, w
from exports.docx.shell import Gabarit
from exports.docx.tableaux import intervalle
from exports.formats import empreinte_courte
from exports.payloads import FeuilleDeRouteDoc
from exports.sections.feuilles_de_route import etat, resume, titre_axe, titre_des_axes

_HAUT_DU_BLOC, _MARGE_HAUTE, _HAUTEUR_DU_BLOC = 50.0, 18.0, 140.0
_PORTEURS_PAR_RANGEE = 4
_AXES_MAX = 8
_SOUS_LE_BANDEAU = intervalle(8)
_BANDEAU = _HAUT_DU_BLOC - _MARGE_HAUTE - 8 * 25.4 / 72
_BANDEAU_VIDE = intervalle(_BANDEAU * 72 / 25.4)
_SOUS_LE_BLOC = intervalle(30)
_TAILLES = ((26, 43), (48, 34), (90, 27))  # (characters at most, points); longer titles: 22


def couverture(doc: FeuilleDeRouteDoc, empreinte: str, gabarit: Gabarit) -> Iterator[Bloc]:
    """Blocks of the cover; the last paragraph ends its section."""
    yield _bandeau(doc) if doc.porteurs else _BANDEAU_VIDE.avec()
    yield _SOUS_LE_BANDEAU.avec()
    yield _bloc(doc)
    yield _SOUS_LE_BLOC.avec()
    if doc.axes and len(doc.axes) <= _AXES_MAX:
        yield _SURTITRE.avec(titre_des_axes(doc))
        yield _liste_des_axes(doc)
    if doc.mention:
        yield _MENTION.avec(doc.mention)
    fin = (_REFERENCE if doc.mention else _REFERENCE_SEULE).poser(
        f"Référence {doc.reference} · empreinte du texte {empreinte_courte(empreinte)} (vérification en dernière page)"
    )
    fin[0].append(deepcopy(gabarit.pages["couverture"].sectpr))
    yield fin


_SURTITRE = Modele(paragraphe("FNESurtitre", run(), ppr=[w("spacing", before=0, after=pt(5))]))
_MENTION = Modele(paragraphe("FNESource", run(), ppr=[w("spacing", before=pt(14), after=0)]))
_REFERENCE = Modele(paragraphe("FNESource", run(), ppr=[w("spacing", before=pt(2), after=0)]))
_REFERENCE_SEULE = _MENTION


def _bandeau(doc: FeuilleDeRouteDoc) -> Element:
    """The porteurs, equal in size, in protocol order. No file of theirs is held: their names stand alone."""
    colonnes = min(max(len(doc.porteurs), 2), _PORTEURS_PAR_RANGEE)
    largeurs = [165 / colonnes] * colonnes
    rangees = range(0, len(doc.porteurs), colonnes)
    lignes = []
    for debut in rangees:
        noms = [o.nom for o in doc.porteurs[debut : debut + colonnes]]
        cellules = [
            cellule(
                largeurs[i],
                _PORTEUR.poser(noms[i] if i < len(noms) else ""),
                marges={"right": 6.0},
            )
            for i in range(colonnes)
        ]
        lignes.append(rangee(*cellules, hauteur=_BANDEAU / len(rangees), exacte=True))
    return tableau(
        "FNEMiseEnPage",
        largeurs,
        *lignes,
        nom="Porteurs de la feuille de route",
        description="Nom de chaque porteur.",
    )


_PORTEUR = Modele(paragraphe("FNEValeur", run(rpr=[w("sz", val=22)])))


def _bloc(doc: FeuilleDeRouteDoc) -> Element:
    """One cell that bleeds to both edges; two shaded cells would show a white seam."""
    taille = next((points for longueur, points in _TAILLES if len(doc.titre) <= longueur), 22)
    titre = Modele(paragraphe("Title", run(rpr=[w("sz", val=taille * 2)] if taille != 43 else ())))
    contenu = [
        *([_NUMERO.poser(doc.departement)] if doc.departement else []),
        _SURTITRE_BLANC.poser(doc.surtitre),
        titre.poser(doc.titre),
        *([_SOUS_TITRE.poser(doc.sous_titre)] if doc.sous_titre else []),
        _ETAT.poser(etat(doc)),
        *(_RESUME.poser(ligne) for ligne in (resume(doc), doc.periode and f"Période\u00a0: {doc.periode}") if ligne),
        *([_EXEMPLE.poser("Document d’exemple")] if doc.exemple else []),
    ]
    marges = {"top": 6.0, "left": 25.0, "bottom": 10.0, "right": 22.0}
    bloc = cellule(212, *contenu, fond=PETROLE, marges=marges, vertical="bottom")
    return tableau(
        "FNEMiseEnPage",
        [212],
        rangee(bloc, hauteur=_HAUTEUR_DU_BLOC),
        nom="Titre du document",
        description="Titre, état, version et contenu.",
        retrait=-25,
    )


def _blanc(style: str, *, avant: float = 0, apres: float = 0, rpr: tuple[Element, ...] = ()) -> Modele:
    return Modele(
        paragraphe(
            style,
            run(rpr=[w("color", val=BLANC), *rpr]),
            ppr=[w("spacing", before=pt(avant), after=pt(apres))],
        )
    )


_NUMERO = Modele(
    paragraphe(
        "Normal",
        run(rpr=[w("rFonts", ascii=SERIF, hAnsi=SERIF, cs=SERIF), w("color", val=ORNEMENT), w("sz", val=240)]),
        ppr=[w("spacing", before=0, after=pt(34), line=pt(122), lineRule="exact"), w("jc", val="right")],
    )
)
_SURTITRE_BLANC = _blanc("FNESurtitre", apres=10)
_SOUS_TITRE = Modele(paragraphe("Subtitle", run(), ppr=[w("ind", right=mm(30))]))
_ETAT = _blanc("Normal", avant=26, apres=2, rpr=(w("b"), w("sz", val=23)))
_RESUME = _blanc("Normal", apres=2, rpr=(w("sz", val=22),))
_EXEMPLE = _blanc("Normal", avant=4, apres=0, rpr=(w("b"), w("sz", val=22)))


def _liste_des_axes(doc: FeuilleDeRouteDoc) -> Element:
    table = _TABLE_DES_AXES.poser(titre_des_axes(doc), "Numéro et intitulé, dans l’ordre du document.")
    table.extend((_LIGNE if axe.titre else _LIGNE_SANS_TITRE).poser(str(axe.rang), titre_axe(axe)) for axe in doc.axes)
    return table


_COLONNES = (9.0, 156.0)
_TABLE_DES_AXES = Modele(tableau("FNEListe", _COLONNES))


def _ligne_axe(*rpr: Element) -> Modele:
    numero = paragraphe(
        "FNECellule", run(rpr=[style_de_run("FNENumeroAxe")]), ppr=[w("spacing", line=240, lineRule="auto")]
    )
    titre = paragraphe("FNECellule", run(rpr=[*rpr, w("sz", val=20)]))
    return Modele(rangee(cellule(_COLONNES[0], numero), cellule(_COLONNES[1], titre, vertical="center")))


_LIGNE = _ligne_axe()
_LIGNE_SANS_TITRE = _ligne_axe(style_de_run("FNEAbsent"))
