"""Uncertain dates: read, bounded, sorted, never made more exact than received."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from edtf import parse_edtf
from hypothesis import given, settings, strategies as st

from fne_roadmaps.domain.dates import (
    JOURS,
    DateIncertaine,
    NatureDate,
    ajouter_mois,
    cle_tri,
    depuis_colonnes,
    jour_contredit,
    jour_en_lettres,
    lire_date,
)
from fne_roadmaps.domain.dates.incertaine import _moule
from fne_roadmaps.domain.errors import RegleViolee
from tests.domain import strategies as s


def j(texte: str) -> date:
    return date.fromisoformat(texte)


@pytest.mark.parametrize(
    ("texte", "nature", "premier", "dernier"),
    [
        ("2024-06-18", NatureDate.JOUR, "2024-06-18", "2024-06-18"),
        ("2024-02-29", NatureDate.JOUR, "2024-02-29", "2024-02-29"),
        ("2023-10-19/2023-10-20", NatureDate.DUREE, "2023-10-19", "2023-10-20"),
        ("[2023-10-19..2023-10-20]", NatureDate.PLAGE_COURTE, "2023-10-19", "2023-10-20"),
        ("[2023-10-19,2023-10-20]", NatureDate.OPTIONS, "2023-10-19", "2023-10-20"),
        ("[2023-09-14,2023-09-21]", NatureDate.OPTIONS, "2023-09-14", "2023-09-21"),
        ("[2023-09-11..2023-09-17]", NatureDate.PLAGE_COURTE, "2023-09-11", "2023-09-17"),
        ("[2023-09-11..2023-09-18]", NatureDate.LONGUE, "2023-09-11", "2023-09-18"),
        ("2023-09", NatureDate.MOIS, "2023-09-01", "2023-09-30"),
        ("[2023-09..2023-10]", NatureDate.DEUX_MOIS, "2023-09-01", "2023-10-31"),
        ("[2023-09,2023-10]", NatureDate.DEUX_MOIS, "2023-09-01", "2023-10-31"),
        ("[2023-09,2023-11]", NatureDate.DEUX_MOIS, "2023-09-01", "2023-11-30"),
        ("[2023-09,2024-09]", NatureDate.LONGUE, "2023-09-01", "2024-09-30"),
        ("[2023-09..2023-11]", NatureDate.LONGUE, "2023-09-01", "2023-11-30"),
        ("2024-11/2024-12", NatureDate.LONGUE, "2024-11-01", "2024-12-31"),
        ("2024-21", NatureDate.SAISON, "2024-03-01", "2024-05-31"),
        ("2024-22", NatureDate.SAISON, "2024-06-01", "2024-08-31"),
        ("2024-23", NatureDate.SAISON, "2024-09-01", "2024-11-30"),
        ("2023-24", NatureDate.SAISON, "2023-12-01", "2024-02-29"),
        ("2024-24", NatureDate.SAISON, "2024-12-01", "2025-02-28"),
        ("2025-33", NatureDate.TRIMESTRE, "2025-01-01", "2025-03-31"),
        ("2025-36", NatureDate.TRIMESTRE, "2025-10-01", "2025-12-31"),
        ("2025-41", NatureDate.LONGUE, "2025-07-01", "2025-12-31"),
        ("2024/2024-03", NatureDate.LONGUE, "2024-01-01", "2024-03-31"),
        ("2024-11-20/2024", NatureDate.LONGUE, "2024-11-20", "2024-12-31"),
        ("2024-01/..", NatureDate.LONGUE, "2024-01-01", None),
        ("2024-01/", NatureDate.LONGUE, "2024-01-01", None),
        ("../2024-06", NatureDate.LONGUE, None, "2024-06-30"),
        ("[2024..]", NatureDate.LONGUE, "2024-01-01", None),
        ("2024", NatureDate.ANNEE, "2024-01-01", "2024-12-31"),
        ("2024~", NatureDate.ANNEE, "2024-01-01", "2024-12-31"),
        ("2024-03~", NatureDate.MOIS, "2024-03-01", "2024-03-31"),
        ("2024-03-18~", NatureDate.PLAGE_COURTE, "2024-03-18", "2024-03-18"),
    ],
)
def test_what_is_known_decides_the_nature_and_the_bounds(
    texte: str, nature: NatureDate, premier: str | None, dernier: str | None
) -> None:
    d = lire_date(texte)
    assert (d.edtf, d.nature) == (texte, nature)
    assert d.premier == (j(premier) if premier else None)
    assert d.dernier == (j(dernier) if dernier else None)


@pytest.mark.parametrize(
    ("texte", "cause"),
    [
        ("", "vide"),
        ("   ", "vide"),
        ("2024-02-30", "Le 30 février 2024 n’existe pas"),
        ("18/06/2024", "l’année, puis le mois, puis le jour"),
        ("2023-02-29", "Le 29 février 2023 n’existe pas"),
        ("2024-13-01", "Le mois 13"),
        ("2024-00", "00"),
        ("2024-25", "25"),
        ("2024-05/2024-03", "avant le début"),
        ("[2024-05..2024-03]", "avant le début"),
        ("2023-10-20/2023-10-19", "avant le début"),
        ("1e26", "pas une date"),
        ("1" + "0" * 26, "pas une date"),
        ("Y10000000000", "pas une date"),
        ("0202-01-01", "L’année 0202"),
        ("9999-24", "L’année 9999"),
        ("٢٠٢٤", "chiffres 0 à 9"),
        ("\uff12\uff10\uff12\uff14", "chiffres 0 à 9"),
        ("2024\x00", "chiffres 0 à 9"),
        ("[" + ",".join(f"2024-{m:02d}" for m in range(1, 13)) + ",2025-01]", "trop longue"),
        ("[2024-01..2024-06,2025-01..2025-07]", "au plus 12"),
        ("[2024-01-01..2024-12-31,2025]", "au plus 12"),
        ("[2024-01-01..2024-01-11,2025-01-01]", "trop de jours"),
        ("2024-01-01T09:30", "heures"),
        ("{2024-01-01,2024-01-02}", "accolades"),
        ("[2024-01-01", "crochet"),
        ("[]", "vide"),
        ("[..]", "un bout connu"),
        ("../..", "un début et une fin"),
        ("/", "un début et une fin"),
        ("2024/2025/2026", "un début et une fin"),
        ("[2024-01..2024-06-01]", "deux jours, deux mois"),
        ("[2024-21,2024-22]", "ni saison"),
        ("[2024-01,2024-02..]", "ouverte"),
        ("2025-33/2025-34", "ISO 8601-2"),
        ("le 14 ou le 21", "pas une date"),
        ("2024-06-XX", "pas une date"),
        ("10^26", "chiffres|pas une date"),
    ],
)
def test_what_is_no_date_is_refused_with_its_cause_and_field(texte: str, cause: str) -> None:
    with pytest.raises(RegleViolee, match=cause) as refus:
        lire_date(texte, "jalons.0.date")
    assert refus.value.champ == "jalons.0.date"


@settings(max_examples=30)
@given(s.edtf)
def test_the_edtf_library_accepts_every_kind_of_date_we_hold(texte: str) -> None:
    assert lire_date(texte) == s.connue(texte)


bornees = st.one_of(s.points, s.durees, s.plages, s.options, s.deux_mois)


@settings(max_examples=30)
@given(bornees.filter(lambda texte: not texte.endswith("-24")))
def test_bounds_agree_with_the_edtf_library_but_for_winter(texte: str) -> None:
    d, autre = s.connue(texte), parse_edtf(texte)
    assert d.premier == date(*autre.lower_strict()[:3])
    assert d.dernier == date(*autre.upper_strict()[:3])


@given(s.edtf)
def test_the_canonical_text_is_a_fixed_point_with_the_same_meaning(texte: str) -> None:
    d = s.connue(texte)
    assert s.connue(d.edtf) == d
    assert depuis_colonnes(d.edtf, d.premier, d.dernier, None) == d
    assert d.premier is None or d.dernier is None or d.premier <= d.dernier


@given(s.points)
def test_only_a_plain_day_is_exact(texte: str) -> None:
    exact = re.fullmatch(r"\d{4}-\d\d-\d\d", texte) is not None
    assert (s.connue(texte).nature is NatureDate.JOUR) == exact


@given(s.jours, st.integers(1, 40))
def test_lasting_and_one_of_are_never_confused(debut: date, ecart: int) -> None:
    fin = debut + timedelta(ecart)
    dure, parmi, choix = (s.connue(m.format(debut, fin)) for m in ("{}/{}", "[{}..{}]", "[{},{}]"))
    assert dure.nature is NatureDate.DUREE
    assert parmi.nature in {NatureDate.PLAGE_COURTE, NatureDate.LONGUE}
    assert choix.nature is NatureDate.OPTIONS
    assert choix.options() == (debut, fin)
    assert dure.options() == parmi.options() == ()
    assert (dure.premier, dure.dernier) == (parmi.premier, parmi.dernier) == (choix.premier, choix.dernier)


listes = st.lists(st.integers(0, 60), min_size=1, max_size=8)


@given(s.jours, listes.flatmap(lambda ecarts: st.tuples(st.just(ecarts), st.permutations(ecarts))))
def test_options_are_sorted_and_listed_once(debut: date, deux: tuple[list[int], list[int]]) -> None:
    ecarts, melange = deux
    d = s.connue("[" + ", ".join(str(debut + timedelta(n)) for n in melange) + "]")
    attendus = sorted({debut + timedelta(n) for n in ecarts})
    assert d.options() == (tuple(attendus) if len(attendus) > 1 else ())
    assert d == s.connue("[" + ",".join(map(str, attendus)) + "]")


def test_days_written_as_short_spans_within_a_list_become_options() -> None:
    assert lire_date("[2023-09-21..2023-09-22,2023-09-14]").edtf == "[2023-09-14,2023-09-21,2023-09-22]"


@settings(max_examples=300)
@given(st.text(alphabet="0123456789-/[],.~?%X{} TY:é٢", max_size=30))
def test_any_text_is_either_read_or_refused(texte: str) -> None:
    try:
        d = lire_date(texte)
    except RegleViolee:  # and nothing else
        return
    assert isinstance(d.nature, NatureDate)
    assert d.premier or d.dernier


dates = st.lists(st.one_of(st.none(), st.builds(s.connue, s.edtf)), max_size=6)


@given(dates.flatmap(lambda ds: st.tuples(st.just(ds), st.permutations(ds))))
def test_sorting_depends_on_the_dates_only_and_leaves_the_unknown_last(
    deux: tuple[list[DateIncertaine | None], list[DateIncertaine | None]],
) -> None:
    donnees, melange = deux
    rangees = sorted(donnees, key=cle_tri)
    assert sorted(melange, key=cle_tri) == rangees
    connues = [d for d in rangees if d is not None]
    assert rangees[: len(connues)] == connues
    reperes = [d.premier or d.dernier or date.max for d in connues]
    assert all(a <= b for a, b in pairwise(reperes))


def test_the_exact_comes_before_the_vague_that_begins_with_it() -> None:
    textes = [
        "2024-09-02",
        "2024",
        "2024-09",
        "2024-09-01",
        "2024-23",
        "[2024-09-01..2024-09-02]",
        "../2024-09-01",
    ]
    assert sorted(textes, key=lambda t: cle_tri(lire_date(t))) == [
        "2024",
        "2024-09-01",
        "[2024-09-01..2024-09-02]",
        "2024-09",
        "2024-23",
        "../2024-09-01",
        "2024-09-02",
    ]


@given(s.jours, st.sampled_from(JOURS))
def test_a_wrong_weekday_is_told_and_a_right_one_is_not(jour: date, annonce: str) -> None:
    phrase = jour_contredit(lire_date(str(jour)), annonce.upper())
    vrai = JOURS[jour.weekday()]
    if vrai == annonce:
        assert phrase is None
    else:
        assert phrase == f"Le {jour_en_lettres(jour)} est un {vrai}, pas un {annonce}."


def test_a_weekday_says_nothing_of_a_date_that_is_not_exact() -> None:
    assert jour_contredit(lire_date("2025-09-24"), "jeudi") == (
        "Le 24\u00a0septembre\u00a02025 est un mercredi, pas un jeudi."
    )
    assert jour_contredit(lire_date("[2025-09-24,2025-09-25]"), "lundi") is None
    with pytest.raises(RegleViolee, match="jour de la semaine"):
        jour_contredit(lire_date("2025-09-24"), "jeudredi")


def test_words_alone_are_kept_as_an_unknown_date() -> None:
    d = depuis_colonnes(None, None, None, "une fois par mois")
    assert d is not None
    assert (d.nature, d.etendue, d.forme) == (NatureDate.INCONNUE, None, None)
    assert cle_tri(d) > cle_tri(lire_date("2199-12-31"))
    assert depuis_colonnes(None, None, None, None) is None
    assert depuis_colonnes("", None, None, "") is None


def test_words_received_travel_with_the_date_and_are_checked() -> None:
    assert lire_date("2023-23", recu=" à l’automne ").recu == "à l’automne"
    with pytest.raises(RegleViolee) as refus:
        lire_date("2023-23", "fin", "x" * 201)
    assert refus.value.champ == "fin_recu"


@given(s.jours, st.integers(-60, 60))
def test_adding_months_keeps_the_day_or_ends_the_month(jour: date, mois: int) -> None:
    apres = ajouter_mois(jour, mois)
    assert (apres.year * 12 + apres.month) - (jour.year * 12 + jour.month) == mois
    assert apres.day == jour.day or (apres + timedelta(1)).day == 1
    assert apres.day <= jour.day


@settings(max_examples=25)
@given(s.edtf)
def test_la_norme_juge_le_moule_comme_le_texte(texte: str) -> None:
    moule = _moule(s.connue(texte).edtf)
    assert re.sub("[0-9]", "0", moule) == re.sub("[0-9]", "0", s.connue(texte).edtf)
    assert parse_edtf(moule)
    assert parse_edtf(s.connue(texte).edtf)
