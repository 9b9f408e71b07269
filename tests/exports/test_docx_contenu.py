"""What a roadmap prints: headings in order, every fiche, marks of projects and examples, nothing invented."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from exports.payloads import FeuilleDeRouteDoc, FicheDoc, SignataireDoc
from fne_roadmaps.domain.dates import lire_date
from fne_roadmaps.domain.enums import EtatFeuille
from tests.exports.factories import fiche_complete, fiche_courte
from tests.exports.feuilles import AXES_28, EMPREINTE, axe_28, feuille_28, feuille_36, feuille_41, feuille_45
from tests.exports.lecture_docx import (
    W,
    corps,
    entetes_et_pieds,
    grille,
    ouvrir,
    parties,
    rendre,
    texte,
    titres,
)


@pytest.fixture(scope="module")
def signee() -> bytes:
    """« Numérique 28 Ensemble », whole."""
    return rendre(feuille_28())


def _petite(**champs: object) -> FeuilleDeRouteDoc:
    return feuille_28(**({"axes": (axe_28(1, 2),)} | champs))


def test_headings_follow_the_order_of_the_document(signee: bytes) -> None:
    assert titres(ouvrir(signee), 1) == [
        "Signataires",
        "Sommaire",
        "Gouvernance et comitologie",
        "Diagnostic territorial",
        *AXES_28,
        "Tableau récapitulatif des actions",
        "Signatures et vérification",
    ]


def test_every_fiche_is_a_heading_in_order_with_its_number(signee: bytes) -> None:
    fiches = [t.split("\t") for t in titres(ouvrir(signee), 2) if "\t" in t]
    attendues = [(f.numero, f.titre) for axe in feuille_28().axes for f in axe.fiches]
    assert len(fiches) == 131
    assert [(numero, titre.replace("’", "'")) for numero, titre in fiches] == [
        (numero, titre.replace("’", "'")) for numero, titre in attendues
    ]


def test_heading_levels_have_no_gap(signee: bytes) -> None:
    rubrique = next(s for s in ouvrir(signee).styles if s.style_id == "FNERubrique")
    assert rubrique.base_style.name == "Heading 3"
    precedent = 1
    for paragraphe in corps(signee).iter(f"{W}p"):
        style = paragraphe.find(f"{W}pPr/{W}pStyle")
        identifiant = "" if style is None else style.get(f"{W}val", "").replace("FNERubrique", "Heading3")
        if identifiant.startswith("Heading"):
            niveau = int(identifiant[-1])
            assert niveau <= precedent + 1
            precedent = niveau


def test_the_surtitre_uses_the_words_of_the_roadmap() -> None:
    texte_45 = texte(corps(rendre(feuille_45())))
    assert "Les trois objectifs" in texte_45
    assert "Objectif\u00a01" in texte_45
    assert "Axe" not in texte_45
    assert "Les six orientations stratégiques" in texte(corps(rendre(feuille_41())))


def test_the_cover_states_version_axes_and_fiches(signee: bytes) -> None:
    couverture = texte(corps(signee))[:700]
    assert "Signée le 4\u00a0novembre\u00a02024" in couverture
    assert "Version 1 · 5\u00a0axes · 131\u00a0fiches action" in couverture
    assert "Document d’exemple" in couverture
    assert "7c1e\u00a040d2\u00a0…\u00a0a2e8" in texte(corps(signee))


def test_core_properties_are_those_of_the_content(signee: bytes) -> None:
    proprietes = ouvrir(signee).core_properties
    assert proprietes.title == "Numérique 28 Ensemble – Feuille de route d’Eure-et-Loir (exemple)"
    assert proprietes.author == "Préfecture d’Eure-et-Loir, Conseil départemental d’Eure-et-Loir"
    assert proprietes.language == "fr-FR"
    assert proprietes.created == proprietes.modified == datetime(2024, 11, 4, tzinfo=UTC)
    assert proprietes.comments == ""
    assert b"python-docx" not in parties(signee)["docProps/core.xml"]


def test_without_porteur_the_author_is_the_application() -> None:
    assert ouvrir(rendre(_petite(porteurs=()))).core_properties.author == "Feuilles de route"


def test_header_and_footer_name_the_document_its_state_and_its_digest(signee: bytes) -> None:
    textes = entetes_et_pieds(signee)
    courants = [t for nom, t in textes.items() if "header" in nom and t]
    pieds = [t for nom, t in textes.items() if "footer" in nom and t]
    assert len(courants) == len(pieds) == 2
    for t in courants:
        assert t == "Numérique 28 Ensemble  Feuille de route d’Eure-et-Loir · exemple"
    for t in pieds:
        assert t.startswith(
            "28-2024 · version 1, signée le 4\u00a0novembre\u00a02024 · empreinte 7c1e\u00a040d2\u00a0…\u00a0a2e8"
        )
        assert "Document d’exemple\u00a0: faits publics" in t


@pytest.mark.parametrize("etat", [EtatFeuille.ELABORATION, EtatFeuille.CONCERTATION, EtatFeuille.VALIDEE])
def test_a_text_neither_presented_nor_signed_says_projet_on_every_page(etat: EtatFeuille) -> None:
    octets = rendre(_petite(etat=etat, version=None, date_etat=lire_date("2024-11-04")))
    entetes = {nom: t for nom, t in entetes_et_pieds(octets).items() if "header" in nom}
    assert len(entetes) == 3
    assert all(t.count("PROJET") == 2 for t in entetes.values())  # the line, and the mark in the margin
    tout = texte(corps(octets))
    assert "Projet du 4\u00a0novembre\u00a02024" in tout
    assert "Signée le" not in tout
    assert "Présentée le" not in tout


@pytest.mark.parametrize("etat", [EtatFeuille.PRESENTEE, EtatFeuille.SIGNEE, EtatFeuille.CLOSE])
def test_a_presented_signed_or_closed_text_never_says_projet(etat: EtatFeuille) -> None:
    octets = rendre(_petite(etat=etat))
    assert all("PROJET" not in t for t in entetes_et_pieds(octets).values())
    assert "Projet" not in texte(corps(octets))


def test_a_fiche_marked_as_example_says_so_and_another_does_not() -> None:
    axe = axe_28(1, 0).model_copy(update={"fiches": (fiche_courte("1.1"), fiche_courte("1.2", exemple=False))})
    blocs = [texte(p) for p in corps(rendre(feuille_28(axes=(axe,), exemple=False, mention=None))).iter(f"{W}p")]
    surtitres = [t for t in blocs if t.startswith("Axe\u00a01 · fiche action")]
    assert ["exemple" in t for t in surtitres] == [True, False]
    assert sum(t.endswith("(exemple)") for t in blocs) == 2  # in the list of the axis and in the summary


def test_a_presented_text_has_no_frame_to_sign() -> None:
    octets = rendre(feuille_36(signataires=(SignataireDoc(organisme="Préfecture de l’Indre"),)))
    assert "Date et signature" not in texte(corps(octets))
    assert "un texte présenté n’est pas un texte signé" in texte(corps(octets))


def test_unknown_qualities_and_names_are_never_invented() -> None:
    octets = rendre(_petite(signataires=tuple(SignataireDoc(organisme=f"Organisation {i}") for i in range(5))))
    tables = [grille(t) for t in corps(octets).iterchildren(f"{W}tbl")]
    liste = next(t for t in tables if t[0] == ["Organisation", "Qualité"])
    assert [ligne[1] for ligne in liste[1:]] == ["non documenté"] * 5
    cadres = [t for t in tables if len(t) > 1 and "Date et signature" in t[1]]
    assert [len([c for c in t[0] if c]) for t in cadres] == [3, 2]  # beyond four, rows of three
    assert cadres[0][0][0] == "Organisation 0"


def test_a_roadmap_without_public_axes_is_short_and_says_so() -> None:
    octets = rendre(feuille_36())
    document = ouvrir(octets)
    assert titres(document, 1) == ["Repères", "Sommaire", "Axes", "Vérification"]
    tout = texte(corps(octets))
    assert "Aucun texte public ne donne à ce jour les axes" in tout
    assert "Non publié à ce jour\u00a0: la comitologie, le diagnostic chiffré, les axes et les fiches action." in tout
    assert all(any(any(ligne) for ligne in grille(t)) for t in corps(octets).iter(f"{W}tbl"))


def test_an_untitled_axis_keeps_its_place() -> None:
    octets = rendre(feuille_45())
    assert titres(ouvrir(octets), 1)[3:6] == [
        "Renforcer l’inclusion numérique et sensibiliser au numérique durable",
        "Intitulé non publié",
        "Sensibiliser et éduquer aux usages numériques",
    ]
    assert "Ni l’intitulé ni les fiches action ne sont publiés." in texte(corps(octets))


def test_the_signed_edition_shows_no_progress() -> None:
    tout = texte(corps(rendre(_petite(axes=(axe_28(1, 4),)))))
    for mot in ("En cours", "en retard", "Réalisée", "Avancement", "Météo", "Situation"):
        assert mot not in tout


def test_the_digest_is_printed_whole_and_what_it_proves_is_said(signee: bytes) -> None:
    table = next(t for t in map(grille, corps(signee).iterchildren(f"{W}tbl")) if t[0] == ["Vérifier ce document"])
    assert table[1] == ["Référence", "28-2024, version 1"]
    assert "".join(table[2][1].split()) == EMPREINTE
    assert "ne dit pas si un fichier a été retouché" in table[3][1]


def test_declared_and_computed_totals_are_both_printed(signee: bytes) -> None:
    table = next(
        t for t in map(grille, corps(signee).iterchildren(f"{W}tbl")) if t[0][:2] == ["Territoire", "Structures"]
    )
    assert [ligne[:2] for ligne in table[-2:]] == [
        ["Total imprimé par la source (déclaré)", "553"],
        ["Total calculé", "585"],
    ]
    assert "les deux sont conservés" in texte(corps(signee))


def test_a_fiche_prints_only_what_it_holds() -> None:
    def lire(fiche: FicheDoc) -> str:
        axe = axe_28(1, 0).model_copy(update={"fiches": (fiche,)})
        return texte(corps(rendre(feuille_28(axes=(axe,)))))

    complete, seule = lire(fiche_complete("1.1")), lire(FicheDoc(numero="1.1", titre="Un titre seul"))
    for rubrique in ("Contexte et besoin", "Publics", "Jalons", "Financement, en euros", "Indicateurs", "Co-pilote"):
        assert rubrique in complete
        assert rubrique not in seule
    assert "À désigner" in seule
