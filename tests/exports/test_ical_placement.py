"""Where meetings stand in a calendar: one test per rule, seen through the rendered events."""

from __future__ import annotations

from typing import Any

import pytest

from exports.ical import rendre_blocs, rendre_evenement
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import EtatReunion
from tests.exports.cas_ical import ecrit, etat, evenement, jours, lire, raison, un

DEUX = "[2023-09-14,2023-09-21]"


@pytest.mark.parametrize(
    ("edtf", "debut", "fin", "statut", "transp", "titre"),
    [
        ("2024-06-18", "20240618", "20240619", "CONFIRMED", "OPAQUE", "Réunion x"),
        ("2023-10-19/2023-10-20", "20231019", "20231021", "CONFIRMED", "OPAQUE", "Réunion x"),
        (
            "[2023-09-11..2023-09-15]",
            "20230911",
            "20230916",
            "TENTATIVE",
            "TRANSPARENT",
            "[À dater] Réunion x",
        ),
        ("2023-12-31~", "20231231", "20240101", "TENTATIVE", "TRANSPARENT", "[Date à confirmer] Réunion x"),
        (
            "2023-10-19~/2023-10-20",
            "20231019",
            "20231021",
            "TENTATIVE",
            "TRANSPARENT",
            "[Date à confirmer] Réunion x",
        ),
        (
            "2023-09",
            "20230901",
            "20230902",
            "TENTATIVE",
            "TRANSPARENT",
            "[À dater : septembre 2023] Réunion x",
        ),
        (
            "[2023-09..2023-10]",
            "20230901",
            "20230902",
            "TENTATIVE",
            "TRANSPARENT",
            "[À dater : septembre ou octobre 2023] Réunion x",
        ),
        ("2023-23", "20230901", "20230902", "TENTATIVE", "TRANSPARENT", "[À dater : automne 2023] Réunion x"),
        (
            "2023-24",
            "20231201",
            "20231202",
            "TENTATIVE",
            "TRANSPARENT",
            "[À dater : hiver 2023-2024] Réunion x",
        ),
        (
            "2025-35",
            "20250701",
            "20250702",
            "TENTATIVE",
            "TRANSPARENT",
            "[À dater : 3e trimestre 2025] Réunion x",
        ),
        (
            "[2023-09-11..2023-09-25]",
            "20230911",
            "20230912",
            "TENTATIVE",
            "TRANSPARENT",
            "[À dater : un jour entre le 11 et le 25 septembre 2023] Réunion x",
        ),
        (
            DEUX,
            "20230914",
            "20230915",
            "TENTATIVE",
            "TRANSPARENT",
            "[À dater : 14 ou 21 septembre 2023] Réunion x",
        ),
    ],
)
def test_ce_qui_est_su_de_la_date_devient_un_evenement(
    edtf: str, debut: str, fin: str, statut: str, transp: str, titre: str
) -> None:
    vevent = un(evenement("x", edtf))
    assert jours(vevent) == (debut, fin)
    uid, *suite, lu = etat(vevent)
    assert (uid, suite, lu.replace("\u00a0", " ")) == ("x", [statut, transp], titre)
    assert vevent["dtstart"].params["VALUE"] == vevent["dtend"].params["VALUE"] == "DATE"


@pytest.mark.parametrize(
    ("edtf", "attendue"),
    [
        ("2024", "année seule connue (2024)"),
        ("2024~", "année seule connue (vers 2024)"),
        ("2024-01/..", "période ouverte (à partir de janvier 2024)"),
        ("2024-41", "période trop longue (2e semestre 2024)"),
        ("[2024-01..2024-04]", "période trop longue (entre janvier et avril 2024)"),
        ("[2023,2024]", "période trop longue (2023 ou 2024)"),
        (None, "aucune date"),
    ],
)
def test_ce_qui_est_trop_vague_reste_hors_du_calendrier(edtf: str | None, attendue: str) -> None:
    assert raison(evenement("x", edtf)).replace("\u00a0", " ") == attendue


def test_des_mots_sans_date_sont_cites() -> None:
    vague = DateIncertaine("", None, None, "une fois\x07\npar mois")
    doc = evenement("x", None).model_copy(update={"date": vague})
    assert raison(doc) == "aucune date (reçu\u00a0: «\u202fune fois par mois\u202f»)"


def test_une_saison_de_92_jours_tient_encore_et_93_jours_non() -> None:
    assert len(lire(evenement("x", "[2023-03-01..2023-05-31]"))) == 1
    assert raison(evenement("x", "[2023-03-01..2023-06-01]")).startswith("période trop longue")


@pytest.mark.parametrize("supprimee", [False, True])
def test_un_brouillon_est_refuse(supprimee: bool) -> None:
    doc = evenement("x", "2024-06-18", etat=EtatReunion.BROUILLON, supprimee=supprimee)
    for rendre in (rendre_evenement, rendre_blocs, lire):
        with pytest.raises(ValueError, match="brouillon"):
            rendre(doc)


@pytest.mark.parametrize("etat_", [EtatReunion.CONVOQUEE, EtatReunion.EN_SEANCE, EtatReunion.TENUE])
def test_un_jour_sur_est_confirme(etat_: EtatReunion) -> None:
    vevent = un(evenement("x", "2024-06-18", etat=etat_))
    assert etat(vevent) == ("x", "CONFIRMED", "OPAQUE", "Réunion x")
    assert vevent["x-microsoft-cdo-busystatus"] == "BUSY"


@pytest.mark.parametrize("champs", [{"confirmee": False}, {"etat": EtatReunion.A_DATER}])
def test_un_jour_a_confirmer_prend_du_temps_sans_etre_sur(champs: dict[str, Any]) -> None:
    vevent = un(evenement("x", "2024-06-18", **champs))
    assert etat(vevent) == ("x", "TENTATIVE", "OPAQUE", "[Date à confirmer] Réunion x")
    assert vevent["x-microsoft-cdo-busystatus"] == "TENTATIVE"


def test_une_reunion_reportee_le_dit_a_sa_nouvelle_date() -> None:
    reportee = EtatReunion.REPORTEE
    assert etat(un(evenement("x", "2024-06-18", etat=reportee))) == (
        "x",
        "TENTATIVE",
        "OPAQUE",
        "[Reportée] Réunion x",
    )
    titre = etat(un(evenement("x", "2024-23", etat=reportee, date_precedente="2024-06-18")))[3]
    assert titre == "[Reportée] [À dater\u00a0: automne\u00a02024] Réunion x"


@pytest.mark.parametrize("nouvelle", [None, "2025"])
def test_une_reunion_reportee_sans_jour_reste_annulee_a_l_ancienne_date(nouvelle: str | None) -> None:
    doc = evenement(
        "x",
        nouvelle,
        etat=EtatReunion.REPORTEE,
        date_precedente="2024-06-18",
        heure_debut="09:30",
        sequence=3,
    )
    vevent = un(doc)
    assert etat(vevent) == ("x", "CANCELLED", "TRANSPARENT", "[Reportée, nouvelle date à fixer] Réunion x")
    assert ecrit(vevent, "dtstart") == "20240618T093000"
    assert (vevent["sequence"], vevent["x-microsoft-cdo-busystatus"]) == (3, "FREE")


def test_une_reunion_reportee_sans_aucune_date_est_dite() -> None:
    assert raison(evenement("x", None, etat=EtatReunion.REPORTEE)) == "reportée, nouvelle date à fixer"


def test_une_reunion_tenue_un_jour_inconnu_ne_revient_pas_a_l_ancienne_date() -> None:
    doc = evenement("x", "2024", etat=EtatReunion.TENUE, date_precedente="2024-06-18")
    assert raison(doc) == "année seule connue (2024)"


@pytest.mark.parametrize("champs", [{"etat": EtatReunion.ANNULEE}, {"supprimee": True}])
@pytest.mark.parametrize(
    ("date", "precedente", "debut"),
    [
        ("2024-06-18", "2024-05-02", "20240618"),
        (None, "2024-05-02", "20240502"),
        ("2024", "2024-05-02", "20240502"),
        ("2024-09", None, "20240901"),
    ],
)
def test_ce_qui_est_annule_ou_supprime_reste_a_sa_derniere_date(
    champs: dict[str, Any], date: str | None, precedente: str | None, debut: str
) -> None:
    vevent = un(evenement("x", date, date_precedente=precedente, **champs))
    assert etat(vevent) == ("x", "CANCELLED", "TRANSPARENT", "[Annulée] Réunion x")
    assert jours(vevent)[0] == debut


def test_ce_qui_est_annule_sans_avoir_eu_de_date_est_dit() -> None:
    assert raison(evenement("x", None, etat=EtatReunion.ANNULEE)) == "aucune date"


def test_ce_qui_est_supprime_ne_garde_que_son_titre() -> None:
    doc = evenement(
        "x",
        "2024-06-18",
        supprimee=True,
        lieu="Chartres",
        lien_visio="https://visio.exemple.test/x",
        url="https://fne.exemple.test/x",
        description=("secret",),
    )
    assert not {"location", "url", "conference", "description"} & {nom.lower() for nom in un(doc)}


def test_une_reunion_deplacee_garde_son_identite_et_dit_l_ancienne_date() -> None:
    vevent = un(evenement("x", "2024-07-04", date_precedente="2024-06-27", sequence=1))
    assert etat(vevent) == ("x", "CONFIRMED", "OPAQUE", "Réunion x")
    assert str(vevent["description"]) == "Date précédente\u00a0: 27\u00a0juin\u00a02024."
