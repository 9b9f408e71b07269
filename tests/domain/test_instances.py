"""Cadences and due days, the tree of instances, their codes."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.instances import (
    Cadence,
    cadence_au,
    code_instance,
    prochaine_echeance,
    verifier_arbre,
    verifier_cadence,
    verifier_slug,
)

jours = st.dates(date(2000, 1, 1), date(2060, 12, 31))
AU = date(2025, 6, 17)
J = date.fromisoformat


@pytest.mark.parametrize(
    ("cadence", "derniere", "echeance"),
    [
        (Cadence("mensuelle", 12, 12), "2025-01-31", "2025-02-28"),
        (Cadence("trimestrielle", 4, 4), "2025-03-10", "2025-06-10"),
        (Cadence("4 à 6 par an", 4, 6), "2025-03-10", "2025-06-10"),
        (Cadence("semestrielle", 2, 2), "2025-03-10", "2025-09-10"),
        (Cadence("annuelle", 1, 1), "2024-02-29", "2025-02-28"),
        (Cadence("tous les deux mois et demi", intervalle_demi_mois=5), "2025-01-10", "2025-03-25"),
        (Cadence("5 par an", 5), "2025-01-01", "2025-03-13"),
        (Cadence("le moins souvent des deux", 12, None, 6), "2025-01-01", "2025-04-01"),
        (Cadence("mensuelle, plus tard", 12, debut=J("2025-05-01")), "2025-01-01", "2025-05-01"),
        (Cadence("mensuelle", 12, debut=J("2025-05-01")), None, "2025-06-01"),
        (Cadence("mensuelle", 12), None, "2025-07-17"),
        (Cadence("à la demande"), "2025-01-01", None),
        (Cadence("6 au plus", None, 6), "2025-01-01", None),
        (Cadence("s’il le faut", 0, 2), "2025-01-01", None),
        (Cadence("mensuelle, finie", 12, fin=J("2025-06-16")), "2025-06-01", None),
        (Cadence("annuelle, bientôt finie", 1, fin=J("2025-12-31")), "2025-06-01", None),
    ],
)
def test_due_days(cadence: Cadence, derniere: str | None, echeance: str | None) -> None:
    obtenue = prochaine_echeance(cadence, J(derniere) if derniere else None, AU)
    assert obtenue == (J(echeance) if echeance else None)


cadences = st.one_of(
    st.builds(lambda n: Cadence("", n), st.integers(1, 366)),
    st.builds(lambda n: Cadence("", intervalle_demi_mois=n), st.integers(1, 240)),
)


@given(cadences, jours)
def test_meeting_always_on_the_due_day_goes_strictly_forwards_and_often_enough(cadence: Cadence, debut: date) -> None:
    suite = [debut]
    for _ in range(5):
        echeance = prochaine_echeance(cadence, suite[-1], AU)
        assert echeance is not None
        suite.append(echeance)
    assert all(a < b for a, b in pairwise(suite))
    if cadence.min_par_an and cadence.min_par_an <= 24:
        plus_long = timedelta(days=365 / cadence.min_par_an + 4)
        assert all(b - a <= plus_long for a, b in pairwise(suite))


@given(st.integers(1, 365), jours)
def test_meeting_more_often_is_never_due_later(n: int, derniere: date) -> None:
    rare, souvent = (prochaine_echeance(Cadence("", k), derniere, AU) for k in (n, n + 1))
    assert rare is not None
    assert souvent is not None
    assert souvent <= rare


@pytest.mark.parametrize(
    ("cadence", "champ"),
    [
        (Cadence("", 6, 4), "cadence.max_par_an"),
        (Cadence("", -1), "cadence.min_par_an"),
        (Cadence("", 1, 10**26), "cadence.max_par_an"),
        (Cadence("", intervalle_demi_mois=0), "cadence.intervalle_demi_mois"),
        (Cadence("", 1, debut=J("2025-01-02"), fin=J("2025-01-01")), "cadence.fin"),
    ],
)
def test_cadences_out_of_bounds_name_their_field(cadence: Cadence, champ: str) -> None:
    with pytest.raises(RegleViolee) as refus:
        verifier_cadence(cadence)
    assert refus.value.champ == champ


def test_a_sound_cadence_passes_and_the_latest_in_force_wins() -> None:
    avant = Cadence("tous les deux mois et demi", intervalle_demi_mois=5, fin=J("2024-07-08"))
    apres = Cadence("une par an", 1, 1, debut=J("2024-07-09"))
    verifier_cadence(avant)
    verifier_cadence(apres)
    assert cadence_au([avant, apres], J("2024-07-08")) is avant
    assert cadence_au([avant, apres], J("2024-07-09")) is apres
    assert cadence_au([apres], J("2024-01-01")) is None
    assert cadence_au([Cadence("ancienne"), apres], AU) is apres


@given(
    st.lists(st.integers(-1, 11), min_size=12, max_size=12),
    st.integers(0, 11),
    st.one_of(st.none(), st.integers(0, 11)),
)
def test_a_move_is_refused_exactly_when_it_would_close_a_loop(places: list[int], id: int, parent: int | None) -> None:
    arbre = {n: (p if 0 <= p < n else None) for n, p in enumerate(places)}  # parents have smaller numbers: no loop

    def ancetres(n: int | None) -> list[int]:
        return [] if n is None else [n, *ancetres(arbre[n])]

    if id in ancetres(parent):
        with pytest.raises(RegleViolee) as refus:
            verifier_arbre(arbre, id, parent)
        assert refus.value.champ == "parent"
    else:
        verifier_arbre(arbre, id, parent)


@pytest.mark.parametrize("sous", ["copil", "cotech", "gt-sante"])
def test_a_body_does_not_go_under_those_below_it(sous: str) -> None:
    arbre = {"copil": None, "cotech": "copil", "gt-sante": "cotech", "reseau": None}
    verifier_arbre(arbre, "copil", "reseau")
    verifier_arbre(arbre, "gt-sante", "copil")
    with pytest.raises(RegleViolee, match="placé sous"):
        verifier_arbre(arbre, "copil", sous)


def test_a_loop_already_stored_or_an_unknown_parent_is_refused() -> None:
    with pytest.raises(RegleViolee):
        verifier_arbre({"a": "b", "b": "a", "c": None}, "c", "a")
    with pytest.raises(RegleViolee, match="n’existe pas"):
        verifier_arbre({"a": None}, "a", "z")


@given(st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True))
def test_slugs_make_codes_unless_reserved(slug: str) -> None:
    numero_de_reunion = slug[0] == "r" and slug[1:].isdigit()
    tete, tiret, suite = slug.partition("-")
    numero_de_decision = bool(tiret) and len(tete) == 4 and tete.isdigit() and suite.isdigit()
    if numero_de_reunion or numero_de_decision:
        with pytest.raises(RegleViolee, match="réservé"):
            verifier_slug(slug)
    else:
        assert code_instance("28", slug) == f"28/{slug}"


@pytest.mark.parametrize("slug", ["", "Copil", "gt santé", "gt/sante", "-gt", "gt--a", "r7", "2024-1", "a" * 61])
def test_no_slugs(slug: str) -> None:
    with pytest.raises(RegleViolee):
        verifier_slug(slug)


def test_codes_of_real_instances() -> None:
    assert code_instance("28", "gt-sante") == "28/gt-sante"
    assert code_instance("hub-lo", "bv-chateauroux") == "hub-lo/bv-chateauroux"
    assert verifier_slug("r") == "r"
    assert verifier_slug("r7-bis") == "r7-bis"
