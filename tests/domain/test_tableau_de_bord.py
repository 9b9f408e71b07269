"""The figures of a roadmap, those of a day gone, what is planned and done, the money added up."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.dates import ajouter_mois
from fne_roadmaps.domain.enums import Avancement, Instruction
from fne_roadmaps.domain.fiches_action import JalonEtat, Montants, en_retard, par_annee, sans_nouvelles, solde
from fne_roadmaps.domain.suivi import (
    CHAMPS_REJOUES,
    Changement,
    FicheSuivie,
    Financement,
    JalonSuivi,
    chiffres,
    cumul,
    financement_de,
    mois_jusqu_a,
    remonter,
)
from tests.domain.strategies import connue

AU = date(2025, 6, 17)
FICHES = tuple(UUID(int=i) for i in range(4))
_EDTF = st.sampled_from(
    (None, "2025-06-17", "2025-06-16", "2025-05", "2025-33", "[2025-06-10,2025-06-20]", "2025-01/..")
)
_TITRES = ("Recruter", "Ouvrir")
_ACTEURS = st.lists(st.sampled_from(({"role": "pilote"}, {"role": "partenaire"}, {"role": "co_pilote"})), max_size=3)
_JALONS = st.lists(
    st.fixed_dictionaries(
        {"titre": st.sampled_from(_TITRES), "date_edtf": _EDTF, "fait_le": st.sampled_from((None, "2025-02-03"))}
    ),
    max_size=2,
    unique_by=lambda j: j["titre"],
)
_VALEURS: dict[str, st.SearchStrategy[Any]] = {
    "instruction": st.sampled_from([i.value for i in Instruction]),
    "avancement": st.sampled_from([a.value for a in Avancement]),
    "nouvelles_le": st.one_of(st.none(), st.dates(date(2024, 6, 1), AU).map(str)),
    "fin_edtf": _EDTF,
    "acteurs": _ACTEURS,
    "jalons": _JALONS,
    "supprime_le": st.sampled_from((None, "2025-06-01T08:00:00+00:00")),
    "contexte": st.text(max_size=3),
}
"""Fields of a row and of the lists that hang on it, as the journal writes them; the last one moves no figure."""

rangees = st.fixed_dictionaries(_VALEURS)


def etat_de(rangee: dict[str, Any]) -> FicheSuivie:
    """What the rules see of stored values."""

    def dernier(edtf: str | None) -> date | None:
        return connue(edtf).dernier if edtf else None

    return FicheSuivie(
        Instruction(rangee["instruction"]),
        Avancement(rangee["avancement"]),
        any(a["role"] == "pilote" for a in rangee["acteurs"]),
        dernier(rangee["fin_edtf"]),
        tuple(JalonSuivi(j["titre"], dernier(j["date_edtf"]), bool(j["fait_le"])) for j in rangee["jalons"]),
        date.fromisoformat(rangee["nouvelles_le"]) if rangee["nouvelles_le"] else None,
        rangee["supprime_le"] is None,
    )


def ecrire(base: dict[UUID, dict[str, Any]], fiche: UUID, champ: str, data: st.DataObject) -> Changement | None:
    """One write, and the entry the journal keeps of it; None when it changed nothing."""
    if champ == "creer":
        if fiche in base:
            return None
        base[fiche] = deepcopy(data.draw(rangees))
        return Changement(fiche, None)
    if fiche not in base:
        return None
    if champ == "jalon":
        if not base[fiche]["jalons"]:
            return None
        jalon = data.draw(st.sampled_from(base[fiche]["jalons"]))
        avant = {"titre": jalon["titre"], "fait_le": jalon["fait_le"]}
        jalon["fait_le"] = None if jalon["fait_le"] else "2025-06-01"
        return Changement(fiche, "jalon", avant)
    avant, base[fiche][champ] = base[fiche][champ], deepcopy(data.draw(_VALEURS[champ]))
    return Changement(fiche, champ, avant) if avant != base[fiche][champ] else None


@given(
    st.dictionaries(st.sampled_from(FICHES), rangees, max_size=3),
    st.lists(st.tuples(st.sampled_from(FICHES), st.sampled_from((*_VALEURS, "jalon", "creer"))), max_size=12),
    st.data(),
)
def test_taking_every_change_back_gives_the_first_state(
    debut: dict[UUID, dict[str, Any]], suite: list[tuple[UUID, str]], data: st.DataObject
) -> None:
    base = deepcopy(debut)
    journal = [c for fiche, champ in suite if (c := ecrire(base, fiche, champ, data))]
    fin = {cle: etat_de(rangee) for cle, rangee in base.items()}
    assert remonter(fin, reversed(journal)) == {cle: etat_de(rangee) for cle, rangee in debut.items()}
    assert remonter(fin, []) == fin


def test_every_field_that_moves_a_figure_is_played_back() -> None:
    assert set(CHAMPS_REJOUES) == (set(_VALEURS) - {"contexte"}) | {"jalon"}


def test_a_fiche_created_since_was_not_there() -> None:
    tenue = FicheSuivie(Instruction.RETENUE, Avancement.EN_COURS)
    journal = [Changement(FICHES[0], "avancement", "a_venir"), Changement(FICHES[0], None), Changement(FICHES[1], None)]
    assert remonter({FICHES[0]: tenue, FICHES[2]: tenue}, journal) == {FICHES[2]: tenue}


suivies = rangees.map(etat_de)


@given(st.lists(suivies, max_size=12))
def test_the_figures_are_those_of_the_rules_of_a_fiche(fiches: list[FicheSuivie]) -> None:
    c = chiffres(fiches, AU)
    retenues = [f for f in fiches if f.presente and f.instruction is Instruction.RETENUE]
    vivantes = [f for f in retenues if f.avancement not in {Avancement.REALISEE, Avancement.ABANDONNEE}]
    assert (c.progression.retenues, c.bloquees) == (
        len(retenues),
        sum(f.avancement is Avancement.BLOQUEE for f in retenues),
    )
    assert c.sans_pilote == sum(not f.pilotee for f in vivantes)
    assert c.sans_nouvelles == sum(sans_nouvelles(f.nouvelles_le, AU, 6) for f in vivantes)
    tardives = [f for f in retenues if f.jours_de_retard(AU)]
    assert c.en_retard == len(tardives)
    assert set(map(id, tardives)) <= set(map(id, vivantes))


@given(rangees)
def test_the_days_late_are_those_the_page_of_the_fiche_tells(rangee: dict[str, Any]) -> None:
    dites = [(connue(j["date_edtf"]) if j["date_edtf"] else None, bool(j["fait_le"])) for j in rangee["jalons"]]
    retard = en_retard(
        Instruction(rangee["instruction"]),
        Avancement(rangee["avancement"]),
        connue(rangee["fin_edtf"]) if rangee["fin_edtf"] else None,
        [JalonEtat(d, fait) for d, fait in dites],
        AU,
    )
    etat = replace(etat_de(rangee), presente=True)
    assert etat.jours_de_retard(AU) == (retard.jours if retard else 0)


@pytest.mark.parametrize(("avant", "muette"), [(0, False), (1, True)])
def test_six_months_of_silence_are_counted_from_the_day(avant: int, muette: bool) -> None:
    jour = ajouter_mois(AU, -6) - timedelta(days=avant)
    assert FicheSuivie(Instruction.RETENUE, Avancement.EN_COURS, nouvelles_le=jour).muette(AU) is muette


@given(st.dates(date(2020, 1, 1), AU), st.integers(1, 60))
def test_the_months_follow_one_another_to_the_day(premier: date, combien: int) -> None:
    bornes = mois_jusqu_a(premier, AU, combien)
    assert bornes[-1] == AU
    assert 1 <= len(bornes) <= combien
    assert all((b + timedelta(days=1)).day == 1 for b in bornes[:-1])
    assert all(ajouter_mois(a.replace(day=1), 1) == b.replace(day=1) for a, b in pairwise(bornes))
    if len(bornes) < combien:
        assert (bornes[0].year, bornes[0].month) == (premier.year, premier.month)


def test_nothing_is_told_of_months_to_come() -> None:
    assert mois_jusqu_a(date(2025, 7, 1), AU, 12) == ()
    assert mois_jusqu_a(date(2025, 6, 30), AU, 12) == (AU,)


@given(st.lists(st.dates(date(2023, 1, 1), AU)), st.dates(date(2023, 1, 1), AU))
def test_a_cumulation_never_goes_down_and_ends_with_everything(jours: list[date], premier: date) -> None:
    bornes = mois_jusqu_a(premier, AU, 48)
    comptes = cumul(jours, bornes)
    assert list(comptes) == sorted(comptes)
    assert comptes[-1] == len(jours)
    assert comptes == tuple(sum(jour <= borne for jour in jours) for borne in bornes)


_montant = st.one_of(st.none(), st.integers(0, 10**9))
_lignes = st.lists(st.builds(Montants, _montant, _montant, _montant, _montant), max_size=4)
_fiches = st.lists(st.tuples(_montant, _lignes), max_size=6)


@given(_fiches)
def test_the_sums_are_those_of_the_fiches_and_say_what_nobody_told(
    fiches: list[tuple[int | None, list[Montants]]],
) -> None:
    somme = sum((financement_de(besoin, lignes) for besoin, lignes in fiches), Financement())
    tout = [ligne for _, lignes in fiches for ligne in lignes]
    for nom in ("demande", "promis", "obtenu", "depense"):
        connus = [v for ligne in tout if (v := getattr(ligne, nom)) is not None]
        assert getattr(somme, nom) == (sum(connus) if connus else None)
    besoins = [b for b, _ in fiches if b is not None]
    assert somme.besoin == (sum(besoins) if besoins else None)
    assert (somme.chiffrees, somme.sans_besoin) == (len(besoins), len(fiches) - len(besoins))
    manques = [max(0, reste) for b, lignes in fiches if (reste := solde(b, lignes).a_trouver) is not None]
    assert somme.manque == (sum(manques) if manques else None)


def test_what_one_fiche_has_too_much_of_does_not_pay_for_another() -> None:
    riche, pauvre = financement_de(100, [Montants(obtenu=500)]), financement_de(100, [Montants(promis=30)])
    assert (riche + pauvre).manque == 70


@given(_fiches)
def test_the_order_of_the_sums_changes_nothing(fiches: list[tuple[int | None, list[Montants]]]) -> None:
    montants = [financement_de(besoin, lignes) for besoin, lignes in fiches]
    assert sum(montants, Financement()) == sum(reversed(montants), Financement())


@given(st.lists(st.tuples(st.integers(2023, 2026), st.builds(Montants, _montant, _montant, _montant, _montant))))
def test_the_years_add_up_to_the_whole(lignes: list[tuple[int, Montants]]) -> None:
    tout = financement_de(None, [m for _, m in lignes])
    annees = par_annee(lignes).values()
    assert sum((financement_de(None, [m]) for m in annees), Financement()).obtenu == tout.obtenu
