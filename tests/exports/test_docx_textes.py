"""Texts, whatever people typed: typography once, bullets, hostile characters, links that cannot bite."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from exports.docx.flux import serialiser
from exports.docx.ooxml import Modele, Piece, paragraphe, run, style_de_run, tabulation, texte as noeud_texte, w
from exports.payloads import FeuilleDeRouteDoc, LienDoc
from exports.sections.textes import paragraphes, preparer
from tests.exports.factories import fiche_complete, fiche_courte
from tests.exports.feuilles import axe_28, feuille_28
from tests.exports.lecture_docx import W, corps, ouvrir, parties, rendre, texte, titres

HOSTILES = (
    "<w:p>",
    "a & b",
    "]]>",
    "<!-- -->",
    "&amp; &lt;",
    "😀 émoji",
    "مرحبا שלום",
    "{{ x }}",
    "%s %(n)s",
    "\u202e inversé",
)


def _avec(numero: str = "1.1", **champs: Any) -> FeuilleDeRouteDoc:
    axe = axe_28(1, 0).model_copy(update={"fiches": (fiche_courte(numero, **champs),)})
    return feuille_28(axes=(axe,))


@pytest.mark.parametrize("hostile", HOSTILES)
def test_a_hostile_text_is_only_text(hostile: str) -> None:
    octets = rendre(_avec(titre=f"Titre {hostile}", contexte=f"Contexte {hostile}"))
    assert f"1.1\tTitre {hostile}" in titres(ouvrir(octets), 2)
    assert f"Contexte {hostile}" in texte(corps(octets))


@pytest.mark.parametrize("interdit", ["\x00", "\x01", "\x0b", "\x1f", "\ufffe", "\uffff"])
def test_a_character_no_xml_may_hold_prints_as_the_sign_of_an_unreadable_one(interdit: str) -> None:
    octets = rendre(_avec(titre=f"Avant{interdit}après", numero=f"1.1{interdit}"))
    assert "1.1\ufffd\tAvant\ufffdaprès" in titres(ouvrir(octets), 2)


def test_typography_is_applied_to_free_text_and_not_to_codes_nor_addresses() -> None:
    lien = LienDoc(libelle="Carte : lieux", url="https://exemple.fr/a:b?c=l'eau")
    doc = feuille_28(
        reference="28-2024 : x",
        axes=(
            axe_28(1, 0).model_copy(update={"fiches": (fiche_courte("1.1", liens=(lien,), titre="L'eau ; 12 500 €"),)}),
        ),
    )
    pret = preparer(doc)
    fiche = pret.axes[0].fiches[0]
    assert fiche.titre == "L’eau\u202f; 12\u202f500\u202f€"
    assert fiche.liens[0].libelle == "Carte\u00a0: lieux"
    assert fiche.liens[0].url == lien.url
    assert pret.reference == doc.reference
    assert preparer(pret) is pret  # nothing is left to do


def test_lines_and_bullets() -> None:
    assert paragraphes("Un\n\n- deux\n– trois\n\u2022 quatre\n-cinq\n   \nsix") == [
        (False, "Un"),
        (True, "deux"),
        (True, "trois"),
        (True, "quatre"),
        (False, "-cinq"),
        (False, "six"),
    ]
    assert paragraphes(None) == []


def test_bullets_are_a_real_list() -> None:
    octets = rendre(_avec(objectifs="Trois buts\n- un\n- deux", description=None))
    styles = [(p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), texte(p)) for p in corps(octets).iter(f"{W}p")]  # type: ignore[union-attr]
    assert ("FNEPuceFiche", "un") in styles
    assert ("FNETexteFiche", "Trois buts") in styles
    numeros = etree.fromstring(parties(octets)["word/styles.xml"]).findall(f".//{W}numPr/{W}numId")
    listes = {n.get(f"{W}numId") for n in etree.fromstring(parties(octets)["word/numbering.xml"]).iter(f"{W}num")}
    assert {n.get(f"{W}val") for n in numeros} == listes


def test_hyphens_hold_in_the_sans_and_stay_plain_in_the_serif() -> None:
    octets = rendre(_avec(titre="Aller-vers", contexte="Faire de l'aller-vers - et sans trait -"))
    paragraphes_lus = {texte(p): p for p in corps(octets).iter(f"{W}p")}
    contexte = paragraphes_lus["Faire de l’aller-vers - et sans trait -"]
    assert len(list(contexte.iter(f"{W}noBreakHyphen"))) == 1
    titre = paragraphes_lus["1.1 Aller-vers"]
    assert not list(titre.iter(f"{W}noBreakHyphen"))


def test_first_of_the_month_raises_its_letters() -> None:
    octets = rendre(_avec(contexte="Du 1er mars au 1er-2 mai, pas 11er ni 1ere"))
    phrase = next(p for p in corps(octets).iter(f"{W}p") if texte(p).startswith("Du 1er"))
    assert texte(phrase) == "Du 1er\u00a0mars au 1er-2\u00a0mai, pas 11er ni 1ere"
    leves = [texte(r) for r in phrase.iter(f"{W}r") if r.find(f"{W}rPr/{W}vertAlign") is not None]
    assert leves == ["er", "er"]


def test_a_rich_text_does_not_spoil_the_modele_for_the_next_one() -> None:
    modele = Modele(paragraphe("Normal", run(noeud_texte(), tabulation(), rpr=[style_de_run("FNEFort")]), run()))
    valeurs = [("le 1er mars", "aller-vers"), ("a", "b"), ("x\ny", "1er"), ("c", "d")]
    document = etree.fromstring(serialiser(modele.avec(*v) for v in valeurs))
    lus = [texte(p) for p in document.iter(f"{W}p")]
    assert lus == ["le 1er mars aller-vers", "a b", "x y 1er", "c d"]
    for piece, p in zip(valeurs, document.iter(f"{W}p"), strict=True):
        seul = modele.poser(*piece)
        assert etree.tostring(seul, method="c14n", exclusive=True) == etree.tostring(p, method="c14n", exclusive=True)


def test_a_missing_or_extra_value_is_refused() -> None:
    modele = Modele(paragraphe("Normal"))
    for valeurs in ((), ("a", "b")):
        with pytest.raises(ValueError, match="zip"):
            serialiser([Piece(modele, valeurs)])


def test_properties_are_sorted_when_a_modele_is_built() -> None:
    element = w("rPr", w("sz", val=2), w("b"), w("rStyle", val="x"), None)
    assert [str(e.tag).removeprefix(W) for e in element] == ["rStyle", "b", "sz"]


def test_only_web_addresses_become_links_and_none_can_end_its_field() -> None:
    liens = (
        LienDoc(libelle="Carte", url='https://exemple.fr/?q="x" \\h'),
        LienDoc(libelle="Piège", url="javascript:alert(1)"),
    )
    axe = axe_28(1, 0).model_copy(update={"fiches": (fiche_complete("1.1", liens=liens),)})
    document = corps(rendre(feuille_28(axes=(axe,))))
    codes = [c.get(f"{W}instr") for c in document.iter(f"{W}fldSimple")]
    assert codes == [' HYPERLINK "https://exemple.fr/?q=%22x%22 %5Ch" ']
    assert "Piège (javascript:alert(1))" in texte(document)


def test_a_very_long_text_puts_the_note_above_it() -> None:
    axe = axe_28(1, 0).model_copy(update={"fiches": (fiche_complete("1.1", description="mot " * 1250),)})
    noms = [t.get(f"{W}val") for t in corps(rendre(feuille_28(axes=(axe,)))).iter(f"{W}tblCaption")]
    assert "Note de la fiche" in noms
    assert "Texte de la fiche" not in noms
