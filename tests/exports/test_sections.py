"""What documents say, before any layout: money never counted twice, figures with their source, the tree of bodies."""

from __future__ import annotations

from math import inf

import pytest

from exports.payloads import ChiffreDoc, FicheDoc, FinancementDoc, InstanceDoc, OrganismeDoc
from exports.sections import diagnostic, fiches_action, gouvernance
from exports.sections.feuilles_de_route import etat, resume, titre_des_axes
from exports.sections.financement import besoin_seul, financement
from fne_roadmaps.domain.dates import lire_date
from fne_roadmaps.domain.enums import ComparateurChiffre, EtatFeuille, NatureChiffre, TypeInstance
from tests.exports.factories import fiche_complete
from tests.exports.feuilles import feuille_28, feuille_36, feuille_41, feuille_45


def _fiche(*financements: FinancementDoc, besoin: int | None = None) -> FicheDoc:
    return FicheDoc(numero="1.1", titre="x", financements=financements, besoin=besoin)


def test_single_amounts_stand_by_year_with_their_state_and_a_computed_total() -> None:
    tableau = financement(
        _fiche(
            FinancementDoc(financeur="A", annee=2025, obtenu=4_800_000),
            FinancementDoc(financeur="A", annee=2026, promis=4_500_050),
            FinancementDoc(financeur="B", annee=2026, demande=0),
            besoin=10_000_000,
        )
    )
    assert tableau is not None
    assert tableau.entetes == ("Financement, en euros", "État", "2025", "2026", "Total")
    assert tableau.lignes == (
        ("A", "Obtenu", "48\u202f000", "–", "48\u202f000"),
        ("A", "Promis", "–", "45\u202f000,50", "45\u202f000,50"),
        ("B", "Demandé", "–", "0", "0"),
    )
    assert tableau.totaux == (("Total calculé", "", "48\u202f000", "45\u202f000,50", "93\u202f000,50"),)
    assert tableau.source == "Besoin de financement\u00a0: 100\u202f000\u202f€."


@pytest.mark.parametrize(
    "ambigu",
    [
        (FinancementDoc(financeur="A", annee=2025, demande=100, obtenu=50),),
        (FinancementDoc(financeur="A", annee=2025, promis=100, depense=50),),
        (FinancementDoc(financeur="A", annee=2025, promis=100), FinancementDoc(financeur="A", annee=2025, promis=200)),
        tuple(FinancementDoc(financeur="A", annee=2020 + i, promis=100) for i in range(6)),
    ],
)
def test_amounts_that_would_add_up_twice_stand_by_state(ambigu: tuple[FinancementDoc, ...]) -> None:
    tableau = financement(_fiche(*ambigu))
    assert tableau is not None
    assert tableau.entetes[1] == "Année"
    assert len(tableau.lignes) == len(ambigu)
    connus = [m for f in ambigu for m in (f.demande, f.promis, f.obtenu, f.depense) if m is not None]
    assert sum(c != "–" for ligne in tableau.lignes for c in ligne[2:]) == len(connus)


def test_a_need_alone_is_a_sentence_not_a_table() -> None:
    seul = _fiche(FinancementDoc(financeur="A", annee=2025), besoin=123_456)
    assert financement(seul) is None
    assert besoin_seul(seul) == "1\u202f234,56\u202f€"
    assert besoin_seul(_fiche(FinancementDoc(financeur="A", annee=2025, promis=1), besoin=5)) is None


def test_identity_leaves_out_what_is_empty_and_names_other_axes() -> None:
    doc = feuille_41()
    axe = doc.axes[0]
    vide = FicheDoc(numero="1.1", titre="x")
    assert fiches_action.identite(doc, axe, vide) == []
    servis = {
        r.libelle: r.texte for r in fiches_action.identite(doc, axe, vide.model_copy(update={"axes_servis": (1, 2, 4)}))
    }
    assert servis == {"Sert aussi": "orientations stratégiques\u00a02 et 4"}
    deux = vide.model_copy(update={"pilotes": (OrganismeDoc(nom="A", fonction="f"), OrganismeDoc(nom="B"))})
    assert [(r.libelle, r.texte, r.detail) for r in fiches_action.pilotes(deux)] == [
        ("Pilotes", "A", "f"),
        ("Pilotes", "B", None),
    ]


@pytest.mark.parametrize(
    ("debut", "fin", "continu", "attendu"),
    [
        ("2025-01", "2027-12", False, (2025.0, 2028.0)),
        ("2026", None, False, (2026.0, 2027.0)),
        ("2024-11", None, True, (2024 + 305 / 366, inf)),
        (None, None, True, None),
        (None, None, False, None),
        ("2027", "2025", False, None),
        ("2025-01/..", None, False, None),
    ],
)
def test_bars_cover_the_whole_span_of_uncertain_dates(
    debut: str | None, fin: str | None, continu: bool, attendu: tuple[float, float] | None
) -> None:
    dates = {"debut": debut and lire_date(debut), "fin": fin and lire_date(fin), "en_continu": continu}
    assert fiches_action.annees(FicheDoc(numero="1.1", titre="x", **dates)) == attendu


def test_indicators_show_their_units_and_their_common_year() -> None:
    tableau = fiches_action.indicateurs(fiche_complete("1.1"))
    assert tableau is not None
    assert tableau.entetes == ("Indicateurs", "Source", "Départ", "Cible 2027")
    assert tableau.lignes[2][2:] == ("–", "50\u202f%")


def _chiffre(territoire: str | None, valeur: str, **champs: object) -> ChiffreDoc:
    valeurs = {
        "theme": "T",
        "libelle": "L",
        "valeur": valeur,
        "territoire": territoire,
        "periode": "2024",
        "source": "S",
    }
    return ChiffreDoc(**(valeurs | champs))


def test_four_territories_get_bars_and_the_own_one_is_stressed() -> None:
    chiffres = tuple(
        _chiffre(t, v) for t, v in zip(("Cher", "Indre", "Loiret", "Eure-et-Loir"), ("1", "2", "4", "3"), strict=True)
    )
    (theme,) = diagnostic.themes(feuille_28(diagnostic=chiffres))
    assert theme.titre == "T, 2024"
    assert theme.barres == (0.25, 0.5, 1.0, 0.75)
    assert theme.en_avant == 3
    assert theme.tableau.source == "Source\u00a0: S."
    (sans,) = diagnostic.themes(feuille_28(diagnostic=chiffres[:3]))
    assert sans.barres == ()


def test_figures_of_several_periods_or_sources_keep_each_their_own() -> None:
    chiffres = (_chiffre("Cher", "1"), _chiffre("Cher", "2", periode="2023", source=None))
    (theme,) = diagnostic.themes(feuille_28(diagnostic=chiffres))
    assert theme.tableau.entetes == ("Chiffre", "Territoire", "Période", "Source", "Valeur")
    assert theme.tableau.lignes[1] == ("L", "Cher", "2023", "non documentée", "2")
    deux_sources = (_chiffre("Cher", "1"), _chiffre("Indre", "2", source="X"))
    (theme,) = diagnostic.themes(feuille_28(diagnostic=deux_sources))
    assert theme.tableau.source == "Sources\u00a0: S (Cher)\u202f; X (Indre)."


def test_a_figure_reads_with_its_comparator_and_unit() -> None:
    plus = _chiffre(None, "10", comparateur=ComparateurChiffre.PLUS_DE)
    assert diagnostic.valeur_en_mots(plus) == "plus de 10"
    assert diagnostic.valeur_en_mots(_chiffre(None, "6.4")) == "6,4"
    assert diagnostic.valeur_en_mots(_chiffre(None, "19", unite="%")) == "19\u202f%"


def test_totals_of_several_kinds_stand_apart_and_equal_ones_are_not_said_to_differ() -> None:
    lignes = [_chiffre(t, "1", libelle=nom) for t in ("Cher", "Indre") for nom in ("A", "B")]
    total = _chiffre(None, "2", libelle="x", nature=NatureChiffre.CALCULE)
    premier, second = diagnostic.themes(feuille_28(diagnostic=(*lignes, total)))
    assert premier.tableau.totaux == ()
    assert second.titre == "T\u00a0: totaux"
    assert second.tableau.lignes[0][0] == "Total calculé"
    seul = [_chiffre("Cher", "1"), _chiffre("Indre", "1"), _chiffre(None, "2", libelle="Total"), total]
    (theme,) = diagnostic.themes(feuille_28(diagnostic=tuple(seul)))
    assert "pas la somme" not in (theme.tableau.source or "")


def test_the_tree_places_each_body_over_those_it_gathers() -> None:
    racine, *autres = gouvernance.arbre(feuille_28()) or []
    assert autres == []
    noms = [(b.nom, b.niveau, b.debut, b.fin) for b in racine.parcourir()]
    assert noms[0] == ("Comité de pilotage (COPIL)", 0, 0, 5)
    assert noms[1] == ("Comité technique (COTECH)", 1, 0, 5)
    assert [n[2:] for n in noms[2:]] == [(i, i + 1) for i in range(5)]
    assert racine.sous[0].legende == "Cinq groupes de travail · 5\u00a0réunions en 2024"


def test_too_many_groups_are_gathered_in_one_box() -> None:
    racine = (gouvernance.arbre(feuille_45()) or [])[0]
    assert [b.nom for b in racine.parcourir()][1:] == [
        "Comité technique",
        "Neuf groupes opérationnels",
        "Comité consultatif",
    ]


def test_no_tree_without_links_nor_when_it_would_not_fit() -> None:
    assert gouvernance.arbre(feuille_36()) is None
    seules = tuple(InstanceDoc(code=str(i), nom=str(i), type=TypeInstance.AUTRE) for i in range(3))
    assert gouvernance.arbre(feuille_28(instances=seules)) is None
    profonde = tuple(
        InstanceDoc(code=str(i), nom=str(i), type=TypeInstance.AUTRE, parent=str(i - 1) if i else None)
        for i in range(7)
    )
    assert gouvernance.arbre(feuille_28(instances=profonde)) is None


def test_a_circle_of_bodies_does_not_loop() -> None:
    cercle = tuple(InstanceDoc(code=c, nom=c, type=TypeInstance.AUTRE, parent=p) for c, p in (("a", "b"), ("b", "a")))
    assert gouvernance.arbre(feuille_28(instances=cercle)) is None


def test_alike_groups_share_a_row_only_when_the_tree_names_them() -> None:
    dessine = gouvernance.instances(feuille_28(), dessinees=True)
    liste = gouvernance.instances(feuille_28(), dessinees=False)
    assert dessine is not None
    assert liste is not None
    assert ("Groupes de travail (5)", "–", "–", "5") in dessine.lignes
    assert len(liste.lignes) == 9
    assert "Rôle" in liste.entetes


@pytest.mark.parametrize(
    ("etat_feuille", "date_etat", "attendu"),
    [
        (EtatFeuille.SIGNEE, "[2024-11..2024-12]", "Signée en novembre ou décembre\u00a02024"),
        (EtatFeuille.PRESENTEE, None, "Présentée, date non documentée"),
        (EtatFeuille.CLOSE, "2030", "Close en 2030"),
        (EtatFeuille.VALIDEE, "2024-11-04", "Projet du 4\u00a0novembre\u00a02024"),
    ],
)
def test_the_state_says_what_is_known_of_its_date(
    etat_feuille: EtatFeuille, date_etat: str | None, attendu: str
) -> None:
    assert etat(feuille_28(etat=etat_feuille, date_etat=date_etat and lire_date(date_etat))) == attendu


def test_counts_use_the_words_of_the_roadmap() -> None:
    assert titre_des_axes(feuille_41()) == "Les six orientations stratégiques"
    assert titre_des_axes(feuille_41(axes=feuille_41().axes[:1])) == "Orientation stratégique"
    assert resume(feuille_36()) == "Version 1"
    assert resume(feuille_45()) == "Version 1 · 3\u00a0objectifs · 1\u00a0fiche action"
