"""Date polls: a few days to come, answered while open, closed once; and the months a cadence spreads over a year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.enums import AvisDeDate, EtatReunion, EtatSondage
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.instances import Cadence, mois_d_une_annee
from fne_roadmaps.domain.sondages import (
    SONDABLES,
    compter,
    est_ouvert,
    exiger_a_clore,
    exiger_ouvert,
    meilleures,
    verifier_ouverture,
)

AU = date(2025, 6, 17)


@given(
    st.sampled_from(EtatReunion),
    st.lists(st.integers(-3, 60), unique=True, max_size=25),
    st.none() | st.integers(-5, 70),
)
def test_un_sondage_porte_sur_quelques_jours_a_venir(etat: EtatReunion, ecarts: list[int], limite: int | None) -> None:
    jours = [AU + timedelta(e) for e in ecarts]
    ferme = None if limite is None else AU + timedelta(limite)
    permis = (
        etat in SONDABLES
        and 2 <= len(jours) <= 20
        and all(e >= 0 for e in ecarts)
        and (limite is None or 0 <= limite <= max(ecarts))
    )
    if permis:
        verifier_ouverture(etat, jours, AU, ferme)
    else:
        with pytest.raises(RegleViolee):
            verifier_ouverture(etat, jours, AU, ferme)


@given(st.sampled_from(EtatSondage), st.none() | st.integers(-3, 3))
def test_un_sondage_ferme_ne_recoit_plus_rien_et_ne_se_ferme_qu_une_fois(etat: EtatSondage, limite: int | None) -> None:
    ferme = None if limite is None else AU + timedelta(limite)
    ouvert = etat is EtatSondage.OUVERT and (limite is None or limite >= 0)
    assert est_ouvert(etat, ferme, AU) is ouvert
    if not ouvert:
        with pytest.raises(RegleViolee):
            exiger_ouvert(etat, ferme, AU)
    if etat is not EtatSondage.OUVERT:
        with pytest.raises(RegleViolee, match="déjà"):
            exiger_a_clore(etat)


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(AvisDeDate)), max_size=40))
def test_le_meilleur_jour_est_le_moins_refuse_puis_le_plus_accepte(avis: list[tuple[int, AvisDeDate]]) -> None:
    bilans = compter(avis)
    assert sum(b.oui + b.si_besoin + b.non for b in bilans.values()) == len(avis)
    tetes = meilleures(bilans)
    assert bool(tetes) is bool(avis)
    for tete in tetes:
        for bilan in bilans.values():
            assert (bilans[tete].non, -bilans[tete].oui) <= (bilan.non, -bilan.oui)


@given(st.integers(1, 30))
def test_une_cadence_repartit_ses_reunions_sur_l_annee(nombre: int) -> None:
    mois = mois_d_une_annee(Cadence("x", min_par_an=nombre), 2026)
    assert len(mois) == min(nombre, 12)
    assert list(mois) == sorted(set(mois))
    assert all(m.year == 2026 and m.day == 1 for m in mois)
    assert len(mois_d_une_annee(None, 2026)) == 4
    assert mois_d_une_annee(Cadence("tous les deux mois et demi", intervalle_demi_mois=5), 2026)[0] == date(2026, 2, 1)
