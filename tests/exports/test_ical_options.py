"""Proposed dates of a meeting: one event each, then one that stays and others that are cancelled."""

from __future__ import annotations

from typing import Any

import pytest

from fne_roadmaps.domain.enums import EtatOption, EtatReunion
from tests.exports.cas_ical import ecrit, etat, evenement, jours, lire, option, raison, un

DEUX = "[2023-09-14,2023-09-21]"


def test_chaque_option_ouverte_est_un_evenement_numerote_dans_l_ordre_des_dates() -> None:
    doc = evenement(
        "x",
        DEUX,
        heure_debut="14:00",
        options=(option("b", "2023-09-21", sequence=1), option("z", "2023-09-14")),
    )
    premier, second = lire(doc)
    assert etat(premier) == ("z", "TENTATIVE", "TRANSPARENT", "[Option 1/2] Réunion x")
    assert etat(second) == ("b", "TENTATIVE", "TRANSPARENT", "[Option 2/2] Réunion x")
    assert (jours(premier), jours(second)) == (("20230914", "20230915"), ("20230921", "20230922"))
    assert (premier["sequence"], second["sequence"]) == (0, 1)
    assert str(premier["description"]) == "Horaire prévu\u00a0: à 14\u00a0h."
    assert premier["x-microsoft-cdo-busystatus"] == "FREE"


def test_la_derniere_option_ouverte_est_une_date_a_confirmer() -> None:
    options = (option("a", "2023-09-14", EtatOption.ECARTEE, 1), option("b", "2023-09-21"))
    ecartee, ouverte = lire(evenement("x", DEUX, options=options))
    assert etat(ecartee) == ("a", "CANCELLED", "TRANSPARENT", "[Option écartée] Réunion x")
    assert etat(ouverte) == ("b", "TENTATIVE", "TRANSPARENT", "[Date à confirmer] Réunion x")


@pytest.mark.parametrize("date", ["2023-09-21", DEUX])
def test_l_option_retenue_garde_son_identite_et_l_autre_est_annulee(date: str) -> None:
    options = (
        option("a", "2023-09-14", EtatOption.ECARTEE, 1),
        option("b", "2023-09-21", EtatOption.RETENUE, 1),
    )
    doc = evenement("x", date, heure_debut="14:00", heure_fin="16:00", sequence=1, options=options)
    perdante, gagnante = lire(doc)
    assert etat(perdante) == ("a", "CANCELLED", "TRANSPARENT", "[Option écartée] Réunion x")
    assert etat(gagnante) == ("b", "CONFIRMED", "OPAQUE", "Réunion x")
    assert ecrit(gagnante, "dtstart") == "20230921T140000"
    assert (perdante["sequence"], gagnante["sequence"]) == (1, 1)


def test_la_reunion_nee_d_une_option_la_suit_quand_on_la_deplace_ou_la_reporte() -> None:
    options = (option("b", "2023-09-21", EtatOption.RETENUE, 1),)
    deplacee = un(evenement("x", "2023-09-28", date_precedente="2023-09-21", sequence=2, options=options))
    assert etat(deplacee) == ("b", "CONFIRMED", "OPAQUE", "Réunion x")
    assert (jours(deplacee)[0], deplacee["sequence"]) == ("20230928", 2)
    retiree = un(evenement("x", None, etat=EtatReunion.REPORTEE, sequence=3, options=options))
    assert etat(retiree)[:2] == ("b", "CANCELLED")
    assert jours(retiree)[0] == "20230921"


def test_un_jour_fixe_hors_des_options_les_annule_toutes() -> None:
    options = (option("a", "2023-09-14"), option("b", "2023-09-21"))
    etats = [etat(v)[:2] for v in lire(evenement("x", "2023-09-28", options=options))]
    assert etats == [("a", "CANCELLED"), ("b", "CANCELLED"), ("x", "CONFIRMED")]


def test_de_nouvelles_options_apres_un_report_laissent_l_ancienne_date_annulee() -> None:
    options = (option("a", "2023-09-14"), option("b", "2023-09-21"))
    doc = evenement("x", None, etat=EtatReunion.REPORTEE, date_precedente="2023-06-27", options=options)
    etats = [etat(v)[:2] for v in lire(doc)]
    assert etats == [("x", "CANCELLED"), ("a", "TENTATIVE"), ("b", "TENTATIVE")]


@pytest.mark.parametrize("champs", [{"etat": EtatReunion.ANNULEE}, {"supprimee": True}])
def test_annuler_la_reunion_annule_toutes_ses_options(champs: dict[str, Any]) -> None:
    options = (option("a", "2023-09-14"), option("b", "2023-09-21"))
    etats = {etat(v)[1::2] for v in lire(evenement("x", DEUX, options=options, **champs))}
    assert etats == {("CANCELLED", "[Annulée] Réunion x")}


def test_des_options_sans_jour_disent_pourquoi() -> None:
    assert raison(evenement("x", None, options=(option("a", "2025"),))) == "aucune date"
    assert raison(evenement("x", "2025", options=(option("a", "2025"),))) == "année seule connue (2025)"
