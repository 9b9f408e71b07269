"""Fiches action: two lives, lateness, progress, numbers, money."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.dates import DateIncertaine, ajouter_mois, lire_date
from fne_roadmaps.domain.enums import Avancement, Instruction
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.fiches_action import (
    CENTIMES_MAX,
    PASSAGES_INSTRUCTION,
    CodeFiche,
    JalonEtat,
    Montants,
    Retard,
    changer_avancement,
    changer_instruction,
    code_fiche,
    en_retard,
    lire_code_fiche,
    numero,
    numero_proposition,
    prochain_rang,
    progression,
    sans_nouvelles,
    solde,
    verifier_montant,
)

AU = date(2025, 6, 17)
PERMIS = {
    "brouillon": "proposee",
    "proposee": "en_instruction brouillon",
    "en_instruction": "retenue ecartee fusionnee proposee",
    "retenue": "en_instruction",
    "ecartee": "en_instruction",
    "fusionnee": "en_instruction",
}
VIVANTS = {"a_venir", "en_cours", "en_pause", "bloquee"}


@pytest.mark.parametrize(("de", "vers", "signee"), list(product(Instruction, Instruction, (False, True))))
def test_every_move_of_the_instruction_is_allowed_or_refused_as_written(
    de: Instruction, vers: Instruction, signee: bool
) -> None:
    if vers in PERMIS[de].split() and not (signee and de is Instruction.RETENUE):
        changer_instruction(de, vers, signee=signee)
        return
    with pytest.raises(RegleViolee) as refus:
        changer_instruction(de, vers, signee=signee)
    assert refus.value.champ == "instruction"
    if de is not vers and de is not Instruction.RETENUE:
        assert all(Instruction(p).libelle in refus.value.message for p in PERMIS[de].split())


@given(st.lists(st.sampled_from(Instruction), max_size=15))
def test_a_fiche_is_retained_only_after_its_instruction(demandes: list[Instruction]) -> None:
    chemin = [Instruction.BROUILLON]
    for vers in demandes:
        if vers in PASSAGES_INSTRUCTION[chemin[-1]]:
            chemin.append(vers)
    for avant, apres in pairwise(chemin):
        if apres in {Instruction.RETENUE, Instruction.ECARTEE, Instruction.FUSIONNEE}:
            assert avant is Instruction.EN_INSTRUCTION


EXPLIQUES = ("en_pause", "bloquee", "abandonnee")


@pytest.mark.parametrize(("de", "vers"), list(product(Avancement, repeat=2)))
def test_every_move_of_the_progress_is_allowed_or_refused_as_written(de: Avancement, vers: Avancement) -> None:
    vivant = de.value in VIVANTS
    permis = de is not vers if vivant else vers is Avancement.EN_COURS
    if permis:
        changer_avancement(Instruction.RETENUE, de, vers, "La salle a rouvert.")
        if not vivant or vers.value in EXPLIQUES:
            with pytest.raises(RegleViolee) as refus:
                changer_avancement(Instruction.RETENUE, de, vers, " ")
            assert refus.value.champ == "pourquoi"
        else:
            changer_avancement(Instruction.RETENUE, de, vers, None)
    else:
        with pytest.raises(RegleViolee) as refus:
            changer_avancement(Instruction.RETENUE, de, vers, "parce que")
        assert refus.value.champ == "avancement"


@pytest.mark.parametrize("instruction", [i for i in Instruction if i is not Instruction.RETENUE])
def test_only_a_retained_fiche_progresses(instruction: Instruction) -> None:
    with pytest.raises(RegleViolee, match="retenue"):
        changer_avancement(instruction, Avancement.A_VENIR, Avancement.EN_COURS, None)


def a_jour(ecart: int) -> DateIncertaine:
    """A day, so many days before the reference day."""
    return lire_date(str(AU - timedelta(ecart)))


ecarts = st.one_of(st.none(), st.integers(-50, 50))


@given(ecarts, st.lists(st.tuples(ecarts, st.booleans()), max_size=4))
def test_late_means_past_and_undone(fin: int | None, jalons: list[tuple[int | None, bool]]) -> None:
    etats = [JalonEtat(None if e is None else a_jour(e), fait) for e, fait in jalons]
    lue = None if fin is None else a_jour(fin)
    retard = en_retard(Instruction.RETENUE, Avancement.EN_COURS, lue, etats, AU)
    depasses = [e for e, fait in jalons if e is not None and e > 0 and not fait]
    if fin is not None and fin > 0:
        assert retard == Retard(fin, "fin")
    elif depasses:
        assert retard == Retard(max(depasses), "jalon")
    else:
        assert retard is None


@pytest.mark.parametrize(("instruction", "avancement"), list(product(Instruction, Avancement)))
def test_only_a_living_retained_fiche_is_late(instruction: Instruction, avancement: Avancement) -> None:
    vivante = instruction is Instruction.RETENUE and avancement.value in VIVANTS
    attendus = (Retard(17, "fin"), Retard(17, "jalon")) if vivante else (None, None)
    assert en_retard(instruction, avancement, a_jour(17), (), AU) == attendus[0]
    assert en_retard(instruction, avancement, None, [JalonEtat(a_jour(17), False)], AU) == attendus[1]
    assert en_retard(instruction, avancement, None, [JalonEtat(a_jour(17), True)], AU) is None


@pytest.mark.parametrize(
    ("fin", "dernier"),
    [
        ("2025-06-16", "2025-06-16"),
        ("2025-05", "2025-05-31"),
        ("2025-21", "2025-05-31"),
        ("2024-24", "2025-02-28"),
        ("2024", "2024-12-31"),
        ("[2025-06-10,2025-06-16]", "2025-06-16"),
        ("2025-01/2025-03", "2025-03-31"),
    ],
)
def test_an_uncertain_end_is_late_the_day_after_its_last_possible_day(fin: str, dernier: str) -> None:
    limite = date.fromisoformat(dernier)
    etat = (Instruction.RETENUE, Avancement.EN_COURS, lire_date(fin), ())
    assert en_retard(*etat, limite) is None
    assert en_retard(*etat, limite + timedelta(1)) == Retard(1, "fin")


@pytest.mark.parametrize("fin", [lire_date("2020-01/.."), DateIncertaine("", None, None, "en continu"), None])
def test_an_open_or_unknown_end_is_never_late(fin: DateIncertaine | None) -> None:
    assert en_retard(Instruction.RETENUE, Avancement.EN_COURS, fin, (), date(2099, 1, 1)) is None


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 24), st.integers(-400, 400))
def test_silence_is_older_than_so_many_months(au: date, mois: int, ecart: int) -> None:
    limite = ajouter_mois(au, -mois)
    assert sans_nouvelles(limite + timedelta(ecart), au, mois) == (ecart < 0)
    assert sans_nouvelles(None, au, mois)


@given(st.dictionaries(st.sampled_from(Avancement), st.integers(0, 500)))
def test_progress_is_done_over_what_is_retained_and_not_abandoned(comptes: dict[Avancement, int]) -> None:
    p = progression(comptes)
    faites, laissees = comptes.get(Avancement.REALISEE, 0), comptes.get(Avancement.ABANDONNEE, 0)
    assert (p.realisees, p.abandonnees, p.retenues) == (faites, laissees, sum(comptes.values()))
    assert p.base == sum(n for a, n in comptes.items() if a is not Avancement.ABANDONNEE)
    assert p.part == (Fraction(faites, p.base) if p.base else None)
    assert p.part is None or 0 <= p.part <= 1
    assert progression({**comptes, Avancement.ABANDONNEE: laissees + 7}).part == p.part


@pytest.mark.parametrize(
    ("comptes", "formule"),
    [
        ({}, "aucune fiche retenue"),
        ({Avancement.ABANDONNEE: 2}, "toutes les fiches retenues sont abandonnées"),
        ({Avancement.REALISEE: 8, Avancement.EN_COURS: 22}, "8 réalisées sur 30"),
        (
            {Avancement.REALISEE: 1, Avancement.EN_COURS: 1309, Avancement.ABANDONNEE: 1},
            "1 réalisée sur 1\u202f310 (1\u202f311 retenues moins 1 abandonnée)",
        ),
    ],
)
def test_the_formula_is_said(comptes: dict[Avancement, int], formule: str) -> None:
    assert progression(comptes).formule == formule


rangs = st.integers(1, 999)
feuilles = st.sampled_from(("28-2024", "28-2024-b", "pnt-blaisois-2025"))


@given(feuilles, rangs, rangs)
def test_codes_are_read_back(feuille: str, axe: int, rang: int) -> None:
    assert lire_code_fiche(code_fiche(feuille, numero(axe, rang))) == CodeFiche(feuille, axe, rang)
    assert lire_code_fiche(code_fiche(feuille, numero_proposition(rang))) == CodeFiche(feuille, proposition=rang)


def test_codes_as_people_type_them() -> None:
    assert code_fiche("28-2024", numero(1, 3)) == "28-2024/1.3"
    assert code_fiche("28-2024", numero_proposition(12)) == "28-2024/p12"
    for faux in (
        "1.3",
        "28-2024",
        "28-2024/1",
        "28-2024/0.3",
        "28-2024/1.03",
        "28-2024/p0",
        "28-2024/x12",
        "28-2024/\u0661.\u0663",
    ):
        with pytest.raises(RegleViolee):
            lire_code_fiche(faux)
    with pytest.raises(RegleViolee):
        numero(0, 1)
    with pytest.raises(RegleViolee):
        numero_proposition(0)


@given(st.sets(rangs), st.sets(rangs))
def test_the_next_rank_comes_last_and_was_never_signed_to_another(actuels: set[int], retires: set[int]) -> None:
    rang = prochain_rang(actuels, retires)
    assert rang > max(actuels, default=0)
    assert rang not in retires
    assert all(n in retires for n in range(max(actuels, default=0) + 1, rang))


montants = st.one_of(st.none(), st.integers(0, CENTIMES_MAX))
lignes = st.builds(Montants, montants, montants, montants, montants)


@given(montants, st.lists(lignes, max_size=5))
def test_totals_add_up_to_the_centime_and_unknown_is_not_zero(besoin: int | None, financements: list[Montants]) -> None:
    s = solde(besoin, financements)
    for nom in ("demande", "promis", "obtenu", "depense"):
        connus = [getattr(f, nom) for f in financements if getattr(f, nom) is not None]
        assert getattr(s, nom) == (sum(connus) if connus else None)
    if besoin is None:
        assert s.a_trouver is None
    else:
        assert s.a_trouver is not None
        trouve = besoin - s.a_trouver
        assert trouve <= sum((f.obtenu or 0) + (f.promis or 0) for f in financements)
        assert trouve >= (s.obtenu or 0)


def test_a_promise_counts_until_the_money_comes() -> None:
    assert solde(100_00, [Montants(promis=60_00)]).a_trouver == 40_00
    assert solde(100_00, [Montants(promis=60_00, obtenu=50_00)]).a_trouver == 50_00
    assert solde(100_00, [Montants(promis=60_00, obtenu=0)]).a_trouver == 100_00


@pytest.mark.parametrize("montant", [-1, CENTIMES_MAX + 1, 10**26])
def test_money_out_of_bounds_names_its_field(montant: int) -> None:
    with pytest.raises(RegleViolee) as refus:
        solde(0, [Montants(), Montants(promis=montant)])
    assert refus.value.champ == "financements.1.promis"
    with pytest.raises(RegleViolee) as refus:
        solde(montant, [])
    assert refus.value.champ == "besoin"
    verifier_montant(CENTIMES_MAX, "besoin")
    verifier_montant(0, "besoin")
