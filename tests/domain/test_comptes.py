"""Entering: addresses, passwords, how sessions end and how wrong passwords slow down."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from argon2 import PasswordHasher
from hypothesis import given, strategies as st

from fne_roadmaps.demo.comptes import ACTES, MOT_DE_PASSE
from fne_roadmaps.domain.comptes import (
    DUREE_MAX,
    ESSAIS_LIBRES,
    INACTIVITE,
    MOT_DE_PASSE_MAX,
    RAFRAICHISSEMENT,
    SessionTenue,
    appareil,
    attente,
    courriel,
    octets_du_mot_de_passe,
    verifier_dernier_teneur,
    verifier_mot_de_passe,
)
from fne_roadmaps.domain.droits import droits_du_profil, profil_le_plus_large
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import RegleViolee

OUVERTE = datetime(2025, 6, 17, 9, 0, tzinfo=UTC)
TENEURS = {Profil.ADMINISTRATEUR, Profil.PORTEUR}
instants = st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=60)).map(lambda d: OUVERTE + d)
profils = st.sampled_from(Profil)


@pytest.mark.parametrize(
    ("tape", "lu"),
    [
        (" Alice@Prefecture-28.Example ", "alice@prefecture-28.example"),
        ("prénom.nom+suivi@mairie.example", "prénom.nom+suivi@mairie.example"),
    ],
)
def test_une_adresse_se_compare_sans_majuscules(tape: str, lu: str) -> None:
    assert courriel(tape) == lu


@pytest.mark.parametrize(
    "tape",
    [
        "",
        "alice",
        "alice@",
        "@mairie.example",
        "alice@mairie",
        "a lice@mairie.example",
        "alice@mairie.example\nBcc: x@y.example",
        "alice@mairie.example\x00",
        "alice@mairie.example,bob@mairie.example",
        "<alice@mairie.example>",
        f"{'a' * 300}@mairie.example",
        "alice@-mairie.example",
    ],
)
def test_ce_qui_n_est_pas_une_adresse_est_refuse_sur_son_champ(tape: str) -> None:
    with pytest.raises(RegleViolee) as refus:
        courriel(tape)
    assert refus.value.champ == "courriel"


@given(st.text(max_size=40))
def test_une_adresse_lue_tient_sur_une_ligne_et_se_relit_pareil(texte: str) -> None:
    try:
        lue = courriel(texte)
    except RegleViolee:
        return
    assert lue.isprintable()
    assert courriel(lue) == lue


@pytest.mark.parametrize(
    "mot_de_passe",
    ["court", "a" * 300, "aaaaaaaaaaaaaaaa", "alice@prefecture-28.example", "fanfaron et trompette"],
)
def test_un_mot_de_passe_faible_est_refuse_avec_la_cause(mot_de_passe: str) -> None:
    adresse = "fanfaron@association-a.example" if "fanfaron" in mot_de_passe else "alice@prefecture-28.example"
    with pytest.raises(RegleViolee) as refus:
        verifier_mot_de_passe(mot_de_passe, adresse)
    assert refus.value.champ == "mot_de_passe"


def test_une_phrase_convient_meme_quand_elle_contient_un_nom_court() -> None:
    verifier_mot_de_passe("une phrase de démonstration", "al@mairie.example")
    verifier_mot_de_passe("une phrase de démonstration", None)


@given(st.text(min_size=MOT_DE_PASSE_MAX + 1, max_size=10_000))
def test_un_mot_de_passe_sans_fin_est_refuse_sans_etre_calcule(mot_de_passe: str) -> None:
    with pytest.raises(RegleViolee, match="trop long"):
        verifier_mot_de_passe(mot_de_passe, None)
    assert len(octets_du_mot_de_passe(mot_de_passe)) <= (MOT_DE_PASSE_MAX + 1) * 12


@given(st.text(max_size=60))
def test_les_accents_composes_ou_non_sont_le_meme_mot_de_passe(mot_de_passe: str) -> None:
    composes, separes = (unicodedata.normalize(forme, mot_de_passe) for forme in ("NFC", "NFD"))
    assert octets_du_mot_de_passe(composes) == octets_du_mot_de_passe(separes)


@given(st.integers(min_value=0, max_value=200))
def test_l_attente_ne_fait_que_grandir_jusqu_a_une_heure(echecs: int) -> None:
    assert attente(echecs) <= attente(echecs + 1) <= timedelta(hours=1)
    assert (attente(echecs) == timedelta(0)) == (echecs < ESSAIS_LIBRES)


@given(instants, instants)
def test_une_session_finit_a_l_inactivite_a_son_terme_ou_fermee(vue_le: datetime, instant: datetime) -> None:
    expire_le = OUVERTE + DUREE_MAX
    tenue = SessionTenue(vue_le, expire_le)
    assert tenue.ouverte(instant) == (instant < expire_le and instant < vue_le + INACTIVITE)
    assert not SessionTenue(vue_le, expire_le, fermee_le=vue_le).ouverte(instant)
    assert tenue.a_rafraichir(instant) == (instant >= vue_le + RAFRAICHISSEMENT)


@given(profils, st.none() | profils, st.lists(profils))
def test_une_gouvernance_garde_toujours_quelqu_un_qui_l_administre(
    actuel: Profil, nouveau: Profil | None, autres: list[Profil]
) -> None:
    perdu = actuel in TENEURS and nouveau not in TENEURS and not TENEURS & set(autres)
    try:
        verifier_dernier_teneur(actuel, nouveau, autres)
    except RegleViolee:
        assert perdu
    else:
        assert not perdu


@given(st.none() | profils, profils)
def test_arriver_ne_fait_perdre_aucun_droit(actuel: Profil | None, voulu: Profil) -> None:
    obtenu = profil_le_plus_large(actuel, voulu)
    assert droits_du_profil(obtenu) >= droits_du_profil(voulu)
    assert actuel is None or droits_du_profil(obtenu) >= droits_du_profil(actuel)


@pytest.mark.parametrize(
    ("agent", "dit"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox sur Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36", "Chrome sur Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0", "Edge sur Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1", "Safari sur iPhone"),
        ("<script>alert(1)</script>", "Navigateur"),
        ("", "Navigateur"),
    ],
)
def test_un_appareil_se_dit_en_deux_mots(agent: str, dit: str) -> None:
    assert appareil(agent) == dit


def test_les_comptes_de_demonstration_entrent_avec_la_phrase_du_guide() -> None:
    condenses = {donnee["mot_de_passe"] for nom, donnee in ACTES if nom == "creer_compte"}
    assert len(condenses) == 1
    assert PasswordHasher().verify(condenses.pop(), octets_du_mot_de_passe(MOT_DE_PASSE))
    adresses = [donnee["courriel"] for nom, donnee in ACTES if nom == "creer_compte"]
    assert len(set(adresses)) == len(adresses)
    assert all(courriel(adresse).endswith(".example") for adresse in adresses)
