"""Life of a roadmap, codes, order of axes, overlaps."""

from __future__ import annotations

from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.enums import EtatFeuille, Perimetre
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.feuilles_de_route import (
    PASSAGES,
    CodeFeuille,
    Couverture,
    changer_etat,
    chevauchement,
    libelle_etat,
    lire_code,
    prochain_code,
    projet,
    reordonner,
    verifier_axe_publie,
    verifier_parent_axe,
)
from fne_roadmaps.domain.periodes import Periode

PERMIS = {
    "elaboration": "concertation",
    "concertation": "validee elaboration",
    "validee": "presentee signee concertation",
    "presentee": "signee close",
    "signee": "close",
    "close": "",
}


@pytest.mark.parametrize(("de", "vers"), list(product(EtatFeuille, repeat=2)))
def test_every_move_is_allowed_or_refused_as_written(de: EtatFeuille, vers: EtatFeuille) -> None:
    if vers in PERMIS[de].split():
        changer_etat(de, vers)
        return
    with pytest.raises(RegleViolee) as refus:
        changer_etat(de, vers)
    assert refus.value.champ == "etat"
    if de is not vers:
        assert all(EtatFeuille(p).libelle in refus.value.message for p in PERMIS[de].split())


@given(st.lists(st.sampled_from(EtatFeuille), max_size=20))
def test_a_public_text_is_never_a_projet_again(demandes: list[EtatFeuille]) -> None:
    etat, publie = EtatFeuille.ELABORATION, False
    for vers in demandes:
        if vers in PASSAGES[etat]:
            etat = vers
        publie = publie or not projet(etat)
        assert projet(etat) == (not publie)


@pytest.mark.parametrize("etat", list(EtatFeuille))
def test_a_text_is_a_projet_until_presented_or_signed(etat: EtatFeuille) -> None:
    assert projet(etat) == (etat.value in {"elaboration", "concertation", "validee"})


def test_concertation_reads_otherwise_once_axes_are_validated() -> None:
    assert libelle_etat(EtatFeuille.CONCERTATION, axes_valides=True) == "En cours de validation"
    assert libelle_etat(EtatFeuille.CONCERTATION, axes_valides=False) == "En concertation"
    assert libelle_etat(EtatFeuille.SIGNEE, axes_valides=True) == "Signée"


bases = st.sampled_from(("28", "2A", "971", "28-chartres", "pnt-blaisois", "R24", "hub-lo"))


@given(bases, st.integers(1990, 2150), st.sampled_from(("", *"bcdz")))
def test_codes_are_read_back(base: str, annee: int, lettre: str) -> None:
    code = CodeFeuille(base, annee, lettre)
    assert lire_code(f" {code} ") == code


@pytest.mark.parametrize(
    "code", ["", "28", "28-24", "28-2024-a", "28-2024-bb", "28/2024", "28-2024/1.3", "28_2024", "-2024"]
)
def test_no_codes(code: str) -> None:
    with pytest.raises(RegleViolee) as refus:
        lire_code(code, "feuille")
    assert refus.value.champ == "feuille"


@given(bases, st.integers(2000, 2100), st.integers(0, 25))
def test_the_next_code_is_new_and_takes_letters_in_order(base: str, annee: int, deja: int) -> None:
    existants: list[str] = []
    for _ in range(deja):
        existants.append(prochain_code(base, annee, existants))
    suivant = prochain_code(base, annee, existants)
    assert suivant not in existants
    assert suivant == f"{base}-{annee}" + ("" if deja == 0 else f"-{'abcdefghijklmnopqrstuvwxyz'[deja]}")


def test_a_27th_roadmap_of_a_year_is_refused() -> None:
    existants = ["28-2024", *(f"28-2024-{c}" for c in "bcdefghijklmnopqrstuvwxyz")]
    with pytest.raises(RegleViolee, match="26"):
        prochain_code("28", 2024, existants)


bouts = st.one_of(st.none(), st.dates(date(2023, 1, 1), date(2023, 1, 20)))
couvertures = st.builds(
    Couverture,
    code=st.just(""),
    perimetre=st.sampled_from((Perimetre.INFRA_DEPARTEMENTAL, Perimetre.INFRA_DEPARTEMENTAL, Perimetre.DEPARTEMENTAL)),
    territoires=st.frozensets(st.sampled_from("abc"), max_size=2),
    periode=st.builds(Periode, bouts, bouts).filter(lambda p: not (p.debut and p.fin and p.fin < p.debut)),
)


@given(st.lists(couvertures, max_size=5))
def test_overlapping_pairs_are_exactly_those_that_share_a_day_on_a_territory(liste: list[Couverture]) -> None:
    feuilles = [Couverture(f"f{i}", f.perimetre, f.territoires, f.periode) for i, f in enumerate(liste)]
    jours = [date(2022, 12, 31), *(date(2023, 1, n) for n in range(1, 22))]
    attendues = tuple(
        (a.code, b.code)
        for a, b in combinations(feuilles, 2)
        if a.perimetre is b.perimetre is Perimetre.INFRA_DEPARTEMENTAL
        and a.territoires & b.territoires
        and any(a.periode.contient(j) and b.periode.contient(j) for j in jours)
    )
    assert chevauchement(feuilles) == attendues


@given(st.permutations(range(8)))
def test_a_new_order_gives_each_axe_a_rank_from_one(voulus: list[int]) -> None:
    rangs = reordonner(range(8), voulus)
    assert sorted(rangs.values()) == list(range(1, 9))
    assert sorted(rangs, key=lambda axe: rangs[axe]) == voulus


@given(st.lists(st.integers(0, 5), max_size=7))
def test_an_order_that_is_no_permutation_is_refused(voulus: list[int]) -> None:
    if sorted(voulus) == [0, 1, 2, 3]:
        reordonner(range(4), voulus)
    else:
        with pytest.raises(RegleViolee) as refus:
            reordonner(range(4), voulus)
        assert refus.value.champ == "ordre"


def test_an_axe_goes_under_another_of_its_own_roadmap_only() -> None:
    parents = {"a1": None, "a2": "a1", "a3": "a2", "b1": None}
    feuilles = {"a1": "28-2024", "a2": "28-2024", "a3": "28-2024", "b1": "41-2024"}
    verifier_parent_axe(parents, feuilles, "a3", "a1")
    verifier_parent_axe(parents, feuilles, "a3", None)
    with pytest.raises(RegleViolee, match="autre feuille de route"):
        verifier_parent_axe(parents, feuilles, "a2", "b1")
    for boucle in ("a1", "a2", "a3"):
        with pytest.raises(RegleViolee, match="placé sous"):
            verifier_parent_axe(parents, feuilles, "a1", boucle)


@given(
    st.tuples(st.none() | st.integers(0, 2), st.integers(1, 4)),
    st.tuples(st.none() | st.integers(0, 2), st.integers(1, 4)),
    st.sets(st.integers(1, 4)),
)
def test_an_axe_a_published_text_prints_keeps_its_place(
    avant: tuple[int | None, int], apres: tuple[int | None, int], publies: set[int]
) -> None:
    imprime = avant[0] is None and avant[1] in publies
    if avant == apres or not imprime:
        verifier_axe_publie(avant, apres, publies)
        return
    with pytest.raises(RegleViolee, match=f"L’axe {avant[1]} figure sous ce numéro dans un texte publié") as refus:
        verifier_axe_publie(avant, apres, publies)
    assert refus.value.champ == ("rang" if avant[1] != apres[1] else "parent")
