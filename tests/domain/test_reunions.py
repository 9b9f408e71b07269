"""Life of a meeting, hours, codes, calendar sequence."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.dates import DateIncertaine, lire_date
from fne_roadmaps.domain.enums import EtatReunion
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.reunions import (
    PASSAGES,
    Placement,
    changer_etat,
    code_decision,
    code_reunion,
    lire_code_decision,
    lire_code_reunion,
    sequence_suivante,
    verifier_heures,
    verifier_tenue,
)
from tests.domain.strategies import connue

AU = date(2025, 6, 17)
HIER = lire_date("2025-06-16")
DEMAIN = lire_date("2025-06-18")

PERMIS = {
    "brouillon": "a_dater convoquee annulee",
    "a_dater": "convoquee tenue reportee annulee",
    "convoquee": "en_seance tenue reportee annulee",
    "en_seance": "tenue annulee",
    "tenue": "",
    "reportee": "a_dater convoquee annulee",
    "annulee": "",
}


@pytest.mark.parametrize(("de", "vers"), list(product(EtatReunion, repeat=2)))
def test_every_move_is_allowed_or_refused_as_written(de: EtatReunion, vers: EtatReunion) -> None:
    if vers in PERMIS[de].split():
        changer_etat(de, vers, date_connue=HIER, au=AU)
        return
    with pytest.raises(RegleViolee) as refus:
        changer_etat(de, vers, date_connue=HIER, au=AU)
    assert refus.value.champ == "etat"
    if de is not vers:
        for possible in PERMIS[de].split():
            assert EtatReunion(possible).libelle in refus.value.message


@given(st.lists(st.sampled_from(EtatReunion), max_size=12))
def test_an_ended_meeting_never_comes_back(demandes: list[EtatReunion]) -> None:
    etat, ended_at = EtatReunion.BROUILLON, None
    for vers in demandes:
        if vers in PASSAGES[etat]:
            etat = vers
        ended_at = ended_at or (etat if etat in {EtatReunion.TENUE, EtatReunion.ANNULEE} else None)
    assert ended_at is None or etat is ended_at


@given(st.integers(-400, 400))
def test_a_meeting_is_held_only_once_its_first_possible_day_has_come(ecart: int) -> None:
    jour = AU + timedelta(ecart)
    for texte in (str(jour), f"{jour}/{jour + timedelta(2)}", f"[{jour},{jour + timedelta(9)}]"):
        d = connue(texte)
        if ecart <= 0:
            changer_etat(EtatReunion.CONVOQUEE, EtatReunion.TENUE, date_connue=d, au=AU)
        else:
            with pytest.raises(RegleViolee, match="à venir"):
                changer_etat(EtatReunion.CONVOQUEE, EtatReunion.TENUE, date_connue=d, au=AU)


def test_a_year_is_enough_to_have_been_held_but_nothing_is_not() -> None:
    verifier_tenue(lire_date("2025"), AU)
    verifier_tenue(lire_date("../2024"), AU)
    for rien in (None, DateIncertaine("", None, None, "une fois par mois")):
        with pytest.raises(RegleViolee) as refus:
            verifier_tenue(rien, AU)
        assert refus.value.champ == "date"


minutes = st.integers(0, 24 * 60 - 1)


def hhmm(m: int) -> str:
    return f"{m // 60:02d}:{m % 60:02d}"


@given(minutes, minutes)
def test_hours_are_kept_exactly_when_the_end_comes_after(debut: int, fin: int) -> None:
    verifier_heures(hhmm(debut), None, DEMAIN)
    if fin > debut:
        verifier_heures(hhmm(debut), hhmm(fin), DEMAIN)
    else:
        with pytest.raises(RegleViolee) as refus:
            verifier_heures(hhmm(debut), hhmm(fin), DEMAIN)
        assert refus.value.champ == "heure_fin"


@pytest.mark.parametrize(
    ("debut", "fin", "champ"),
    [
        ("9:30", None, "heure_debut"),
        ("24:00", None, "heure_debut"),
        ("09:60", None, "heure_debut"),
        ("٠٩:٣٠", None, "heure_debut"),
        ("09:30\n", None, "heure_debut"),
        ("09:30", "12h", "heure_fin"),
        (None, "12:00", "heure_debut"),
    ],
)
def test_no_hours(debut: str | None, fin: str | None, champ: str) -> None:
    with pytest.raises(RegleViolee) as refus:
        verifier_heures(debut, fin, DEMAIN)
    assert refus.value.champ == champ


@pytest.mark.parametrize(
    "texte", ["2025-06-18~", "2025-06-18/2025-06-19", "[2025-06-18,2025-06-25]", "2025-06", "2025"]
)
def test_hours_need_one_exact_day(texte: str) -> None:
    verifier_heures(None, None, lire_date(texte))
    with pytest.raises(RegleViolee, match="jour exact"):
        verifier_heures("09:30", "12:00", lire_date(texte))
    with pytest.raises(RegleViolee, match="jour exact"):
        verifier_heures("09:30", None, None)


prefixes = st.sampled_from(("28", "28/copil", "hub-lo/bv-chateauroux", "2A/gt-sante"))


@given(prefixes, st.integers(1, 9999), st.integers(1990, 2150))
def test_codes_are_read_back_and_never_taken_for_one_another(prefixe: str, numero: int, annee: int) -> None:
    reunion, decision = code_reunion(prefixe, numero), code_decision(prefixe, annee, numero)
    assert lire_code_reunion(reunion) == (prefixe, numero)
    assert lire_code_decision(decision) == (prefixe, annee, numero)
    with pytest.raises(RegleViolee):
        lire_code_reunion(decision)
    with pytest.raises(RegleViolee):
        lire_code_decision(reunion)


def test_codes_as_people_type_them() -> None:
    assert code_reunion("28/copil", 7) == "28/copil/r7"
    assert code_reunion("28", 12) == "28/r12"
    assert code_decision("28/copil", 2024, 2) == "28/copil/2024-2"
    assert code_decision("28", 2024, 1) == "28/2024-1"
    for faux in ("r7", "28/r0", "28/r07", "28/a/b/r7", "28/copil"):
        with pytest.raises(RegleViolee):
            lire_code_reunion(faux)
    with pytest.raises(RegleViolee):
        code_reunion("28", 0)


mots = st.one_of(st.none(), st.sampled_from(("a", "b")))
placements = st.builds(
    Placement,
    edtf=mots,
    heure_debut=mots,
    heure_fin=mots,
    fuseau=st.sampled_from(("Europe/Paris", "Indian/Reunion")),
    lieu=mots,
    lien_visio=mots,
    etat=st.sampled_from(EtatReunion),
    confirmee=st.booleans(),
)


@given(st.integers(0, 99), placements, placements)
def test_the_sequence_rises_by_one_exactly_when_a_guest_would_see_it(
    n: int, avant: Placement, apres: Placement
) -> None:
    meme = dataclasses.astuple(avant) == dataclasses.astuple(apres)
    assert sequence_suivante(n, avant, apres) == n + (0 if meme else 1)
    assert sequence_suivante(n, avant, dataclasses.replace(avant)) == n
