"""Decisions: taken once, counted when voted, late only when due and not done, superseded without a loop."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.decisions import (
    PASSAGES,
    Votes,
    changer_adoption,
    retard,
    verifier_effet,
    verifier_remplacement,
)
from fne_roadmaps.domain.enums import EtatAdoption, GenreEffet, ModeDecision, SuiviDecision
from fne_roadmaps.domain.errors import RegleViolee

AU = date(2025, 6, 17)
VOIX = st.none() | st.integers(0, 60)


@given(
    st.sampled_from(EtatAdoption), st.sampled_from(EtatAdoption), st.none() | st.sampled_from(ModeDecision), VOIX, VOIX
)
def test_une_decision_passe_d_un_etat_a_l_autre_selon_son_mode(
    de: EtatAdoption, vers: EtatAdoption, mode: ModeDecision | None, pour: int | None, contre: int | None
) -> None:
    votes = Votes(pour, contre)
    comptes = pour is not None and contre is not None
    majorite = mode is ModeDecision.MAJORITE and comptes
    refusee = (
        vers not in PASSAGES[de]
        or (mode is ModeDecision.CONSENSUS and bool(contre))
        or (majorite and vers is EtatAdoption.ADOPTEE and (pour or 0) <= (contre or 0))
        or (majorite and vers is EtatAdoption.REJETEE and (pour or 0) > (contre or 0))
    )
    if refusee:
        with pytest.raises(RegleViolee):
            changer_adoption(de, vers, mode, votes)
    else:
        changer_adoption(de, vers, mode, votes)


def test_ce_qui_est_adopte_le_reste() -> None:
    assert not PASSAGES[EtatAdoption.ADOPTEE]
    with pytest.raises(RegleViolee, match="définitif"):
        changer_adoption(EtatAdoption.ADOPTEE, EtatAdoption.REJETEE, None, Votes())


@given(st.sampled_from(EtatAdoption), st.sampled_from(SuiviDecision), st.none() | st.integers(-400, 400))
def test_le_retard_se_compte_en_jours_apres_le_dernier_jour(
    adoption: EtatAdoption, suivi: SuiviDecision, jours: int | None
) -> None:
    echeance = None if jours is None else AU - timedelta(jours)
    attendu = max(0, jours or 0)
    if adoption is not EtatAdoption.ADOPTEE or suivi not in {SuiviDecision.A_FAIRE, SuiviDecision.EN_COURS}:
        attendu = 0
    assert retard(adoption, suivi, echeance, AU) == attendu


def test_une_decision_n_en_remplace_qu_une_adoptee_et_une_fois() -> None:
    a, b, c = (uuid4() for _ in range(3))
    chaine: dict[UUID, UUID | None] = {a: None, b: a, c: None}
    verifier_remplacement(chaine, c, b, EtatAdoption.ADOPTEE)
    for decision, ancienne, adoption, cause in (
        (c, a, EtatAdoption.ADOPTEE, "déjà remplacée"),
        (c, b, EtatAdoption.PROPOSEE, "adoptée"),
        (a, b, EtatAdoption.ADOPTEE, "dépendent"),
        (c, c, EtatAdoption.ADOPTEE, "lui-même"),
    ):
        with pytest.raises(RegleViolee, match=cause):
            verifier_remplacement(chaine, decision, ancienne, adoption)


@pytest.mark.parametrize(
    ("genre", "fiche", "valeur", "motif", "champ"),
    [
        (GenreEffet.RETENIR, False, None, None, "fiche"),
        (GenreEffet.ECARTER, True, None, None, "motif"),
        (GenreEffet.AVANCEMENT, True, None, None, "valeur"),
        (GenreEffet.CADENCE, False, None, None, "valeur"),
        (GenreEffet.CADENCE, True, "{}", None, "fiche"),
    ],
)
def test_un_effet_dit_ce_qu_il_change(
    genre: GenreEffet, fiche: bool, valeur: str | None, motif: str | None, champ: str
) -> None:
    with pytest.raises(RegleViolee) as refus:
        verifier_effet(genre, fiche=fiche, valeur=valeur, motif=motif, champ="effets.2")
    assert refus.value.champ == f"effets.2.{champ}"
