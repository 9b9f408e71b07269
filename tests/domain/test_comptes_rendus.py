"""Minutes: out after the meeting, amended while they circulate, approved once all is answered, late after a month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain import comptes_rendus as cr
from fne_roadmaps.domain.enums import EtatAmendement, EtatCompteRendu, EtatReunion
from fne_roadmaps.domain.errors import RegleViolee

AU = date(2025, 6, 17)


@given(st.sampled_from(EtatCompteRendu), st.sampled_from(EtatCompteRendu), st.sampled_from(EtatReunion))
def test_un_compte_rendu_ne_sort_que_d_une_reunion_tenue(
    de: EtatCompteRendu, vers: EtatCompteRendu, reunion: EtatReunion
) -> None:
    permis = vers in cr.PASSAGES[de] and (vers is not EtatCompteRendu.DIFFUSE or reunion is EtatReunion.TENUE)
    if permis:
        cr.changer_etat(de, vers, reunion)
    else:
        with pytest.raises(RegleViolee):
            cr.changer_etat(de, vers, reunion)


@given(st.sampled_from(EtatCompteRendu), st.none() | st.integers(-5, 5))
def test_un_amendement_se_demande_jusqu_au_dernier_jour_compris(etat: EtatCompteRendu, jours: int | None) -> None:
    jusqu_au = None if jours is None else AU + timedelta(jours)
    if etat is EtatCompteRendu.DIFFUSE and (jours is None or jours >= 0):
        cr.verifier_amendement(etat, jusqu_au, AU)
    else:
        with pytest.raises(RegleViolee):
            cr.verifier_amendement(etat, jusqu_au, AU)


@given(st.integers(0, 3), st.integers(-3, 3), st.none() | st.integers(-3, 3))
def test_on_approuve_apres_la_diffusion_et_quand_tout_a_sa_reponse(
    attente: int, approuve: int, diffuse: int | None
) -> None:
    le, sorti = AU + timedelta(approuve), None if diffuse is None else AU + timedelta(diffuse)
    if not attente and le <= AU and (sorti is None or sorti <= le):
        cr.verifier_approbation(attente, le, sorti, AU)
    else:
        with pytest.raises(RegleViolee):
            cr.verifier_approbation(attente, le, sorti, AU)


@given(st.sampled_from(EtatReunion), st.none() | st.sampled_from(EtatCompteRendu), st.integers(-10, 90))
def test_un_compte_rendu_est_en_retard_un_mois_apres_la_reunion(
    reunion: EtatReunion, etat: EtatCompteRendu | None, jours: int
) -> None:
    attendu = max(0, jours - cr.DELAI_JOURS)
    if reunion is not EtatReunion.TENUE or etat not in {None, EtatCompteRendu.BROUILLON}:
        attendu = 0
    jour = AU - timedelta(jours)
    assert cr.retard(reunion, jour, jour, etat, AU) == attendu
    assert cr.retard(reunion, jour - timedelta(cr.VAGUE_JOURS), jour, etat, AU) == attendu
    assert cr.retard(reunion, jour - timedelta(cr.VAGUE_JOURS + 1), jour, etat, AU) == 0
    assert cr.retard(reunion, None, None, etat, AU) == 0


def test_ce_qui_est_sorti_ne_se_reecrit_pas_et_ce_qui_est_approuve_se_corrige() -> None:
    cr.verifier_redaction(EtatCompteRendu.BROUILLON)
    cr.verifier_correction(EtatCompteRendu.PUBLIE)
    cr.verifier_reponse(EtatAmendement.PROPOSE)
    with pytest.raises(RegleViolee):
        cr.verifier_redaction(EtatCompteRendu.DIFFUSE)
    with pytest.raises(RegleViolee):
        cr.verifier_correction(EtatCompteRendu.DIFFUSE)
    with pytest.raises(RegleViolee):
        cr.verifier_reponse(EtatAmendement.ACCEPTE)
