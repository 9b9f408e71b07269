"""How a meeting stands in an agenda, and small numbers in words."""

from __future__ import annotations

from datetime import date

import pytest

from exports.formats import en_lettres, majuscule, periode
from exports.formats.agenda import horaire, jour_de_mois, mention, mois_annee, sous_tete, tete_du_mois, tete_seule
from fne_roadmaps.domain.dates import DateIncertaine, lire_date

RIEN = DateIncertaine("", None, None, "une fois par mois")


def test_le_titre_d_un_mois() -> None:
    assert mois_annee(date(2025, 6, 1)) == "juin\u00a02025"


@pytest.mark.parametrize(
    ("debut", "fin", "dit"),
    [
        (None, None, ""),
        ("10:00", None, "10\u00a0h"),
        ("14:00", "16:30", "14\u00a0h\u00a0– 16\u00a0h\u00a030"),
    ],
)
def test_les_heures(debut: str | None, fin: str | None, dit: str) -> None:
    assert horaire(debut, fin) == dit


def test_le_jour_sous_son_mois() -> None:
    assert jour_de_mois(date(2025, 6, 17)) == "mar.\u00a017"
    assert jour_de_mois(date(2025, 5, 1)) == "jeu.\u00a01er"


@pytest.mark.parametrize(
    ("edtf", "dit"),
    [
        ("2025-06-17", "mar.\u00a017"),
        ("2023-10-19/2023-10-20", "jeu.\u00a019 – ven.\u00a020"),
        ("[2023-09-14,2023-09-21]", "14 ou 21"),
        ("[2023-09-01,2023-09-08,2023-09-15]", "1er, 8 ou 15"),
        ("[2023-09-11..2023-09-15]", "entre le\u00a011 et le\u00a015"),
        ("2025-07", "en juillet"),
        ("2025-07~", "vers juillet"),
        ("2025-06-17~", "vers le 17\u00a0juin\u00a02025"),
        ("2023-09-30/2023-10-01", "30\u00a0sept.\u00a0– 1er\u00a0oct.\u00a02023"),
        ("2024", "2024"),
    ],
)
def test_la_tete_sous_le_titre_du_mois(edtf: str, dit: str) -> None:
    assert tete_du_mois(lire_date(edtf)) == dit


def test_la_tete_sous_le_titre_du_mois_sans_date() -> None:
    assert tete_du_mois(None) == "date à fixer"
    assert tete_du_mois(RIEN) == "une fois par mois"


@pytest.mark.parametrize(
    ("edtf", "an", "dit"),
    [
        ("2025-06-25", 2025, "25\u00a0juin"),
        ("2025-06-25", 2024, "25\u00a0juin\u00a02025"),
        ("2025-06-25", None, "25\u00a0juin\u00a02025"),
        ("[2025-10-14,2025-10-21]", 2025, "14 ou 21\u00a0oct."),
        ("2025-23", 2025, "à l’automne"),
        ("2025-24", 2025, "en hiver\u00a02025-2026"),
        ("2025-09", 2025, "en septembre"),
        ("2024/..", 2025, "à partir de 2024"),
    ],
)
def test_la_tete_seule_tait_l_annee_en_cours(edtf: str, an: int | None, dit: str) -> None:
    assert tete_seule(lire_date(edtf), an) == dit


@pytest.mark.parametrize(
    ("edtf", "heures", "avec_jour", "passee", "dit"),
    [
        ("2025-06-17", ("14:00", None), True, False, "mardi, 14\u00a0h"),
        ("2025-06-17", (None, None), True, False, "mardi"),
        ("2025-06-17", (None, None), False, False, "heure non précisée"),
        ("2025-06-17/2025-06-18", (None, None), False, False, "journées entières"),
        ("[2023-09-14,2023-09-21]", (None, None), False, False, "jeudi"),
        ("[2023-09-14,2023-09-22]", (None, None), False, False, "jour à choisir"),
        ("2025-07", (None, None), False, False, "jour à fixer"),
        ("2025-07", (None, None), False, True, "jour non précisé"),
        ("[2025-09..2025-10]", (None, None), False, False, "entre deux mois"),
        ("2024", (None, None), False, True, "mois non précisé"),
    ],
)
def test_la_ligne_sous_la_tete(
    edtf: str, heures: tuple[str | None, str | None], avec_jour: bool, passee: bool, dit: str
) -> None:
    assert sous_tete(lire_date(edtf), *heures, avec_jour=avec_jour, passee=passee) == dit


def test_sans_date_la_ligne_le_dit() -> None:
    assert sous_tete(None, None, None, avec_jour=True) == "sans date"


@pytest.mark.parametrize(
    ("edtf", "dit"),
    [
        ("2025-06-17", None),
        ("2025-06-17/2025-06-18", None),
        ("[2023-09-14,2023-09-21]", "Deux options"),
        ("[2023-09-14,2023-09-21,2023-09-28]", "Plusieurs options"),
        ("[2023-09-11..2023-09-15]", "Jour à fixer"),
        ("2025-07", "Mois seul connu"),
        ("2025-23", "Saison seule connue"),
        ("2025-35", "Trimestre seul connu"),
        ("2024", "Année seule connue"),
        ("2024/..", "Période seule connue"),
    ],
)
def test_le_mot_qui_dit_ce_qui_est_sur(edtf: str, dit: str | None) -> None:
    assert mention(lire_date(edtf)) == dit


def test_une_cadence_seule_n_est_pas_une_absence_de_date() -> None:
    assert mention(None) == "Sans date"
    assert mention(RIEN, cadence_seule=True) == "Cadence seule"


@pytest.mark.parametrize(
    ("debut", "fin", "dit"),
    [
        (None, None, None),
        (date(2024, 7, 9), None, "depuis le 9\u00a0juillet\u00a02024"),
        (date(2024, 11, 1), None, "depuis novembre\u00a02024"),
        (date(2025, 1, 1), None, "depuis 2025"),
        (None, date(2024, 7, 8), "jusqu’au 8\u00a0juillet\u00a02024"),
        (None, date(2024, 2, 29), "jusqu’en février\u00a02024"),
        (None, date(2022, 12, 31), "jusqu’en 2022"),
        (None, date.max, "jusqu’en 9999"),
        (date(2024, 4, 1), date(2025, 6, 30), "d’avril\u00a02024 à juin\u00a02025"),
        (date(2024, 11, 4), date(2024, 11, 4), "le 4\u00a0novembre\u00a02024"),
        (date(2024, 4, 2), date(2025, 6, 1), "du 2\u00a0avril\u00a02024 au 1er\u00a0juin\u00a02025"),
    ],
)
def test_une_periode_n_est_jamais_dite_plus_exacte_qu_elle_n_est(
    debut: date | None, fin: date | None, dit: str | None
) -> None:
    assert periode(debut, fin) == dit


@pytest.mark.parametrize(
    ("n", "dit"), [(0, "zéro"), (1, "un"), (2, "deux"), (16, "seize"), (17, "17"), (1310, "1\u202f310"), (-1, "−1")]
)
def test_les_petits_nombres_en_lettres(n: int, dit: str) -> None:
    assert en_lettres(n) == dit


def test_un_s_accorde() -> None:
    assert en_lettres(1, feminin=True) == "une"
    assert en_lettres(2, feminin=True) == "deux"


def test_la_majuscule_ne_touche_que_la_premiere_lettre() -> None:
    assert majuscule("école de l’Indre") == "École de l’Indre"
    assert majuscule("") == ""
