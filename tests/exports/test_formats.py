"""French formatting: dates, hours, numbers, words."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from exports import formats as f
from fne_roadmaps.domain.dates import MOIS, DateIncertaine, NatureDate, lire_date
from tests.domain import strategies as s

N, FINE = "\u00a0", "\u202f"


def lisible(texte: str) -> str:
    """The same text with ordinary spaces, to read expectations."""
    return texte.replace(N, " ").replace(FINE, " ")


@pytest.mark.parametrize(
    ("edtf", "phrase", "etiquette"),
    [
        ("2024-11-04", "le 4 novembre 2024", "4 novembre 2024"),
        ("2024-06-01", "le 1er juin 2024", "1er juin 2024"),
        ("[2023-09-14,2023-09-21]", "le 14 ou le 21 septembre 2023", "14 ou 21 septembre 2023"),
        (
            "[2023-09-14,2023-09-21,2023-10-01]",
            "le 14, le 21 septembre ou le 1er octobre 2023",
            "14, 21 septembre ou 1er octobre 2023",
        ),
        (
            "[2023-12-14,2024-01-09]",
            "le 14 décembre 2023 ou le 9 janvier 2024",
            "14 décembre 2023 ou 9 janvier 2024",
        ),
        ("2023-10-19/2023-10-20", "du 19 au 20 octobre 2023", "19–20 octobre 2023"),
        ("2023-09-30/2023-10-02", "du 30 septembre au 2 octobre 2023", "30 septembre – 2 octobre 2023"),
        (
            "[2023-09-11..2023-09-15]",
            "un jour entre le 11 et le 15 septembre 2023",
            "un jour entre le 11 et le 15 septembre 2023",
        ),
        ("[2023-10-19..2023-10-20]", "le 19 ou le 20 octobre 2023", "19 ou 20 octobre 2023"),
        ("2023-09", "en septembre 2023", "septembre 2023"),
        ("[2023-09..2023-10]", "en septembre ou octobre 2023", "septembre ou octobre 2023"),
        ("[2023-09,2023-10]", "en septembre ou octobre 2023", "septembre ou octobre 2023"),
        ("[2023-12..2024-01]", "en décembre 2023 ou janvier 2024", "décembre 2023 ou janvier 2024"),
        ("[2024-01..2024-04]", "entre janvier et avril 2024", "entre janvier et avril 2024"),
        ("[2023..2024]", "en 2023 ou 2024", "2023 ou 2024"),
        ("2024-21", "au printemps 2024", "printemps 2024"),
        ("2024-22", "à l’été 2024", "été 2024"),
        ("2023-23", "à l’automne 2023", "automne 2023"),
        ("2023-24", "en hiver 2023-2024", "hiver 2023-2024"),
        ("2024", "en 2024", "2024"),
        ("2025-35", "au 3e trimestre 2025", "3e trimestre 2025"),
        ("2025-33", "au 1er trimestre 2025", "1er trimestre 2025"),
        ("2025-40", "au 1er semestre 2025", "1er semestre 2025"),
        ("2024-01/..", "à partir de janvier 2024", "à partir de janvier 2024"),
        ("2024-04/..", "à partir d’avril 2024", "à partir d’avril 2024"),
        ("2024-04-09/..", "à partir du 9 avril 2024", "à partir du 9 avril 2024"),
        ("../2024-06", "jusqu’en juin 2024", "jusqu’en juin 2024"),
        ("../2024-06-18", "jusqu’au 18 juin 2024", "jusqu’au 18 juin 2024"),
        (
            "[2024-06..]",
            "à une date à fixer, à partir de juin 2024",
            "à une date à fixer, à partir de juin 2024",
        ),
        ("[..2024-10]", "au plus tard en octobre 2024", "au plus tard en octobre 2024"),
        ("2024-11/2024-12", "de novembre à décembre 2024", "novembre – décembre 2024"),
        ("2024-08/2025-01", "d’août 2024 à janvier 2025", "août 2024 – janvier 2025"),
        ("2023-23/2024-21", "de l’automne 2023 au printemps 2024", "automne 2023 – printemps 2024"),
        ("2024-06/2024-06", "durant juin 2024", "durant juin 2024"),
        ("2024-03~", "vers mars 2024", "vers mars 2024"),
        ("2024-03-18?", "vers le 18 mars 2024", "vers le 18 mars 2024"),
        ("2024-03~/2024-06", "de mars à juin 2024 environ", "mars – juin 2024 environ"),
        ("[2023-09-14,2023-10]", "le 14 septembre ou en octobre 2023", "14 septembre ou en octobre 2023"),
    ],
)
def test_uncertain_dates_are_said_as_known(edtf: str, phrase: str, etiquette: str) -> None:
    d = lire_date(edtf)
    assert lisible(f.date_incertaine(d)) == phrase
    assert lisible(f.date_sans_preposition(d)) == etiquette
    assert f.a_dater(d) == f.date_sans_preposition(d)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(s.edtf, st.booleans())
def test_words_never_say_more_than_is_known(edtf: str, court: bool) -> None:
    d = s.connue(edtf)
    for texte in (f.date_incertaine(d, court), f.date_sans_preposition(d, court)):
        assert set(re.findall(r"\d{4}", edtf)) >= set(re.findall(r"\d{4}", texte.replace("-", " "))) - {
            str(int(an) + 1) for an in re.findall(r"(\d{4})-24", edtf)
        }
        jours = re.findall(r"\b(\d{1,2})(?:er)?\b(?!e?\s?(?:trimestre|semestre))", re.sub(r"\d{4}", "", texte))
        if not re.search(r"\d{4}-\d\d-\d\d", edtf):
            assert jours == []
        assert "  " not in texte
        assert texte == texte.strip()
    if not court and d.nature is NatureDate.DUREE:
        assert " ou " not in f.date_incertaine(d)


@given(s.jours)
def test_words_of_lasting_and_one_of_differ(jour: date) -> None:
    fin = date.fromordinal(jour.toordinal() + 1)
    dire = (f.date_incertaine, f.date_sans_preposition)
    for fonction in dire:
        assert fonction(s.connue(f"{jour}/{fin}")) != fonction(s.connue(f"[{jour}..{fin}]"))


def test_dates_hold_together() -> None:
    assert f.date_longue(date(2024, 11, 4)) == f"4{N}novembre{N}2024"
    assert f.date_longue(date(2024, 5, 1)) == f"1er{N}mai{N}2024"
    assert f.date_courte(date(2025, 12, 31)) == f"31{N}déc.{N}2025"
    assert f.date_courte(date(2025, 5, 1)) == f"1er{N}mai{N}2025"
    assert f.jour_semaine(date(2025, 9, 24)) == "mercredi"
    assert f.date_avec_jour(date(2025, 9, 24)) == f"mercredi{N}24{N}septembre{N}2025"


@given(s.jours)
def test_a_long_date_names_its_day_month_and_year(jour: date) -> None:
    quantieme, mois, an = f.date_longue(jour).split(N)
    assert (int(quantieme.removesuffix("er")), MOIS.index(mois) + 1, int(an)) == (
        jour.day,
        jour.month,
        jour.year,
    )
    assert ("er" in quantieme) == (jour.day == 1)


def test_a_date_nobody_knows_is_said_to_be_fixed_or_in_the_words_received() -> None:
    assert f.date_incertaine(None) == "date à fixer"
    assert f.date_sans_preposition(DateIncertaine("", None, None, "une fois par mois")) == "une fois par mois"


@pytest.mark.parametrize(
    ("debut", "fin", "en_continu", "texte"),
    [
        ("2025-01", "2027-12", False, "janvier 2025 – décembre 2027"),
        ("2025", "2025", False, "2025"),
        (None, None, True, "en continu"),
        ("2025-01", None, True, "en continu, à partir de janvier 2025"),
        ("2025-01", None, False, "à partir de janvier 2025"),
        ("2025-01/..", None, False, "à partir de janvier 2025"),
        ("2025-01~", None, False, "début : vers janvier 2025"),
        (None, "2027-23", False, "fin : automne 2027"),
        (None, None, False, "calendrier à fixer"),
    ],
)
def test_calendars_of_fiches(debut: str | None, fin: str | None, en_continu: bool, texte: str) -> None:
    lu_debut, lu_fin = (lire_date(t) if t else None for t in (debut, fin))
    assert lisible(f.calendrier(lu_debut, lu_fin, en_continu)) == texte


def test_hours() -> None:
    assert f.heure("14:30") == f"14{N}h{N}30"
    assert f.heure("10:00") == f"10{N}h"
    assert f.heure("09:05") == f"9{N}h{N}05"
    assert lisible(f.plage_horaire("09:30", "12:00")) == "de 9 h 30 à 12 h"
    assert lisible(f.plage_horaire("09:30")) == "à 9 h 30"


@given(st.integers(-(10**15), 10**15))
def test_euros_keep_every_centime(centimes: int) -> None:
    texte = f.euros(centimes)
    assert texte.endswith(f"{FINE}€")
    nu = texte.removesuffix(f"{FINE}€").replace(FINE, "").replace("−", "-").replace(",", ".")
    assert Decimal(nu) * 100 == centimes
    assert ("," in texte) == (centimes % 100 != 0)


@pytest.mark.parametrize(
    ("valeur", "texte"),
    [
        (10732, "10 732"),
        ("10732", "10 732"),
        ("6.4", "6,4"),
        ("6.40", "6,40"),
        (Decimal("1234567.5"), "1 234 567,5"),
        (Decimal("1E+3"), "1 000"),
        (-1234, "−1 234"),
        ("non communiqué", "non communiqué"),
        ("1e5", "1e5"),
        ("NaN", "NaN"),
        ("٣", "٣"),
    ],
)
def test_numbers(valeur: int | str | Decimal, texte: str) -> None:
    assert lisible(f.nombre(valeur)) == texte


def test_money_shares_counts_and_sizes() -> None:
    assert f.euros(12_500_00) == f"12{FINE}500{FINE}€"
    assert f.euros(12_500_50) == f"12{FINE}500,50{FINE}€"
    assert f.pourcent("19") == f"19{FINE}%"
    assert f.compte(1, "fiche") == f"1{N}fiche"
    assert f.compte(131, "fiche") == f"131{N}fiches"
    assert [f.taille_octets(n) for n in (1, 999, 1000, 131_400, 999_499, 999_500, 1_249_999, 12_500_000)] == [
        f"1{N}octet",
        f"999{N}octets",
        f"1{N}ko",
        f"131{N}ko",
        f"999{N}ko",
        f"1{N}Mo",
        f"1,2{N}Mo",
        f"12,5{N}Mo",
    ]


@given(st.integers(0, 2000), st.integers(1, 2000))
def test_a_share_is_never_rounded_to_all_or_nothing(a: int, b: int) -> None:
    part = Fraction(min(a, b), max(a, b))
    texte = lisible(f.part_en_pourcent(part))
    assert (texte == "100 %") == (part == 1)
    assert (texte == "0 %") == (part == 0)
    if Fraction(1, 100) <= part < 1:
        assert abs(int(texte.removesuffix(" %")) - part * 100) <= 1
    elif 0 < part < 1:
        assert texte == "moins de 1 %"


@pytest.mark.parametrize(
    ("part", "texte"),
    [
        (Fraction(130, 131), "99 %"),
        (Fraction(1999, 2000), "99 %"),
        (Fraction(1, 2000), "moins de 1 %"),
        (Fraction(985, 1000), "99 %"),
        (Fraction(22, 128), "17 %"),
    ],
)
def test_shares_near_the_ends(part: Fraction, texte: str) -> None:
    assert lisible(f.part_en_pourcent(part)) == texte


def test_digests() -> None:
    hexa = "7c1e40d2" + "0" * 52 + "a2e8"
    assert lisible(f.empreinte_courte(hexa)) == "7c1e 40d2 … a2e8"
    groupes = f.empreinte_groupes(hexa)
    assert len(groupes) == 16
    assert "".join(groupes) == hexa


def test_words() -> None:
    assert f.enumeration([]) == ""
    assert f.enumeration(["a"]) == "a"
    assert f.enumeration(["a", "b", "c"]) == "a, b et c"
    assert f.enumeration(["a", "b"], "ou") == "a ou b"
    assert [f.pluriel(n, "fiche") for n in (0, 1, 2)] == ["fiche", "fiche", "fiches"]
    assert f.pluriel(2, "jalon dépassé", "jalons dépassés") == "jalons dépassés"
    assert f.de("Eure-et-Loir") == "d’Eure-et-Loir"
    assert f.de("Cher", "du Cher") == "du Cher"
    assert f.de("Indre", "de l’Indre") == "de l’Indre"
    assert f.de("Loches") == "de Loches"
    assert f.de("") == "de "


@pytest.mark.parametrize(
    ("edtf", "texte"),
    [
        ("2024-06-18", "COPIL du 18 juin 2024"),
        ("2024-04", "COPIL d’avril 2024"),
        ("2024-23", "COPIL de l’automne 2024"),
        ("2023-10-19/2023-10-20", "COPIL du 19 au 20 octobre 2023"),
        ("[2023-09-14,2023-09-21]", "COPIL, 14 ou 21 septembre 2023"),
        ("2024-04~", "COPIL, vers avril 2024"),
    ],
)
def test_what_happens_then_takes_its_date(edtf: str, texte: str) -> None:
    assert lisible(f.complement_de_date("COPIL", lire_date(edtf))) == texte
    assert f.complement_de_date("COPIL", None) == "COPIL, date à fixer"


@pytest.mark.parametrize(
    ("fuseau", "dite"),
    [
        ("Europe/Paris", None),
        ("Indian/Reunion", "heure de La Réunion"),
        ("America/Miquelon", "heure de Saint-Pierre-et-Miquelon"),
        ("Lune/Tranquillité", "Lune/Tranquillité"),
    ],
)
def test_the_zone_is_named_when_it_is_not_that_of_paris(fuseau: str, dite: str | None) -> None:
    assert f.heure_locale(fuseau) == dite
