"""Who is invited, which mail is due, until when one answers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.dates import lire_date
from fne_roadmaps.domain.enums import EtatReunion
from fne_roadmaps.domain.errors import ReglesViolees, RegleViolee
from fne_roadmaps.domain.invitations import (
    INVITES_MAX,
    envoi_du,
    exiger_repondable,
    lire_invites,
    repondable,
    role_attendu,
    verifier_avant_sondage,
    verifier_convocation,
    verifier_nombre,
    verifier_suppression,
)

E = EtatReunion
AU = date(2025, 6, 17)
SEQUENCES = st.integers(min_value=0, max_value=9)
ETATS = st.sampled_from(E)


def test_les_invites_se_lisent_un_par_ligne() -> None:
    texte = 'Camille "Exemple", Mairie <Camille@Exemple.fr>\n\n  dominique@exemple.fr \nÉlan <camille@exemple.fr>'
    assert [(i.nom, i.adresse) for i in lire_invites(texte)] == [
        ('Camille "Exemple", Mairie', "camille@exemple.fr"),
        ("dominique@exemple.fr", "dominique@exemple.fr"),
    ]
    with pytest.raises(ReglesViolees) as refus:
        lire_invites("sans adresse\nok@exemple.fr\nDeux <un@exemple.fr> <deux@exemple.fr>")
    assert [faute.champ for faute in refus.value.violations] == ["invites.0", "invites.2"]
    with pytest.raises(RegleViolee, match="au moins une adresse"):
        lire_invites(" \n ")
    with pytest.raises(RegleViolee, match="au plus"):
        lire_invites("\n".join(f"p{n}@exemple.fr" for n in range(INVITES_MAX + 1)))


@given(st.text(max_size=80))
def test_ce_qui_est_lu_n_entre_jamais_dans_un_en_tete(texte: str) -> None:
    try:
        lus = lire_invites(texte)
    except (RegleViolee, ReglesViolees):
        return
    assert all(i.adresse.isprintable() and i.adresse.count("@") == 1 and i.nom for i in lus)


@given(ETATS, SEQUENCES, st.none() | SEQUENCES)
def test_un_courriel_dit_ce_qui_n_est_pas_su_et_rien_de_plus(etat: E, sequence: int, envoyee: int | None) -> None:
    du = envoi_du(etat, sequence, envoyee)
    if envoyee is not None and envoyee >= sequence:
        assert du is None
    if du == "convier":
        assert (etat, envoyee) == (E.CONVOQUEE, None)
    if du == "annuler":
        assert envoyee is not None
        assert etat in {E.ANNULEE, E.REPORTEE, E.A_DATER, E.BROUILLON}
    if etat in {E.TENUE, E.EN_SEANCE}:
        assert du is None
    assert envoi_du(etat, sequence, sequence) is None


def test_une_invitation_part_d_une_reunion_convoquee_a_un_jour() -> None:
    verifier_convocation(E.CONVOQUEE, lire_date("2025-07-03"))
    verifier_convocation(E.CONVOQUEE, lire_date("2025-07-03/2025-07-04"))
    for etat, quand, cause in (
        (E.BROUILLON, "2025-07-03", "Convoquez d’abord"),
        (E.A_DATER, "2025-07-03", "Convoquez d’abord"),
        (E.TENUE, "2025-07-03", "n’est plus temps"),
        (E.ANNULEE, "2025-07-03", "plus personne"),
        (E.CONVOQUEE, "2025-23", "donne un jour"),
        (E.CONVOQUEE, None, "donne un jour"),
    ):
        with pytest.raises(RegleViolee, match=cause):
            verifier_convocation(etat, lire_date(quand) if quand else None)


@given(ETATS, st.none() | st.integers(-3, 3))
def test_on_repond_jusqu_au_dernier_jour_compris(etat: E, ecart: int | None) -> None:
    dernier = None if ecart is None else AU + timedelta(ecart)
    attendu = etat is E.CONVOQUEE and (ecart is None or ecart >= 0)
    assert repondable(etat, dernier, AU) is attendu
    if not attendu:
        with pytest.raises(RegleViolee, match="plus de réponse"):
            exiger_repondable(etat, dernier, AU)


@given(ETATS, SEQUENCES, st.lists(st.none() | SEQUENCES, max_size=4))
def test_on_ne_sonde_que_qui_n_a_plus_de_jour(etat: E, sequence: int, envois: list[int | None]) -> None:
    prevenus = [e for e in envois if e is not None]
    if prevenus and (etat is E.CONVOQUEE or min(prevenus) < sequence):
        with pytest.raises(RegleViolee, match="prévenez-les, puis sondez"):
            verifier_avant_sondage(etat, sequence, envois)
    else:
        verifier_avant_sondage(etat, sequence, envois)


def test_on_annule_avant_de_supprimer_et_l_on_n_invite_pas_une_foule() -> None:
    verifier_suppression([None, None])
    with pytest.raises(RegleViolee, match="une personne a été invitée"):
        verifier_suppression([0, None])
    with pytest.raises(RegleViolee, match="2 personnes ont été invitées"):
        verifier_suppression([0, 3])
    verifier_nombre(INVITES_MAX - 1, 1)
    with pytest.raises(RegleViolee, match="elle en a déjà"):
        verifier_nombre(INVITES_MAX, 1)


@pytest.mark.parametrize(
    ("anime", "voix", "suppleant", "role"),
    [
        (True, True, False, "CHAIR"),
        (True, True, True, "NON-PARTICIPANT"),
        (False, True, False, "REQ-PARTICIPANT"),
        (False, False, False, "OPT-PARTICIPANT"),
        (False, None, False, "OPT-PARTICIPANT"),
    ],
)
def test_la_place_tenue_dit_combien_on_est_attendu(anime: bool, voix: bool | None, suppleant: bool, role: str) -> None:
    assert role_attendu(anime=anime, voix=voix, suppleant=suppleant) == role
