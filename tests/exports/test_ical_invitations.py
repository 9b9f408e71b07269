"""Invitations for one person: the event of the feeds, one attendee, read alike by two engines."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import vobject
from icalendar import Calendar, Component

from exports.ical import Invitation, Methode, rendre_blocs, rendre_invitation
from exports.payloads import EvenementDoc, InviteDoc
from fne_roadmaps.domain.enums import EtatOption, EtatReunion, ReponseInvitation
from tests.exports.cas_ical import ecrit, evenement, option

ICI = datetime(2025, 6, 20, 9, 5, 7, tzinfo=UTC)
COPIL = evenement("copil", "2026-07-01", heure_debut="09:30", heure_fin="12:00", sequence=3, lieu="Chartres")


def envoi(methode: Methode = Methode.DEMANDE, nom: str = "Zoé Exemple", **champs: object) -> Invitation:
    invite = {"nom": nom, "courriel": "zoe@exemple.test", "role": "CHAIR", "reponse": ReponseInvitation.EN_ATTENTE}
    return Invitation("Gouvernance", "feuilles@exemple.test", InviteDoc.model_validate(invite | champs), methode, ICI)


def lire(doc: EvenementDoc, qui: Invitation) -> tuple[Component, Component]:
    """The calendar and its only event."""
    octets = rendre_invitation(doc, qui)
    assert octets is not None
    assert all(len(ligne) <= 75 for ligne in octets.split(b"\r\n"))
    calendrier = Calendar.from_ical(octets)
    (vevent,) = calendrier.walk("VEVENT")
    return calendrier, vevent


def test_on_demande_a_une_personne_l_evenement_des_flux() -> None:
    calendrier, vevent = lire(COPIL, envoi())
    (bloc,) = rendre_blocs(COPIL)
    (du_flux,) = Calendar.from_ical(b"BEGIN:VCALENDAR\r\n" + bloc.octets + b"END:VCALENDAR\r\n").walk("VEVENT")
    assert str(calendrier["method"]) == "REQUEST"
    assert [str(f["tzid"]) for f in calendrier.walk("VTIMEZONE")] == ["Europe/Paris"]
    propres = {"DTSTAMP", "ORGANIZER", "ATTENDEE"}
    assert set(vevent) - set(du_flux) == propres - {"DTSTAMP"}
    assert {n: ecrit(vevent, n) for n in du_flux if n not in propres} == {
        n: ecrit(du_flux, n) for n in du_flux if n not in propres
    }
    assert (str(vevent["uid"]), vevent["sequence"]) == ("copil@exemple.test", 3)
    assert ecrit(vevent, "dtstamp") == "20250620T090507Z"
    assert str(vevent["organizer"]) == "mailto:feuilles@exemple.test"
    assert str(vevent["attendee"]) == "mailto:zoe@exemple.test"
    assert dict(vevent["attendee"].params) == {
        "CN": "Zoé Exemple",
        "CUTYPE": "INDIVIDUAL",
        "ROLE": "CHAIR",
        "PARTSTAT": "NEEDS-ACTION",
        "RSVP": "FALSE",
    }


@pytest.mark.parametrize(
    ("reponse", "partstat"), [("acceptee", "ACCEPTED"), ("incertaine", "TENTATIVE"), ("declinee", "DECLINED")]
)
def test_la_reponse_donnee_est_rappelee(reponse: str, partstat: str) -> None:
    _, vevent = lire(COPIL, envoi(reponse=reponse))
    assert vevent["attendee"].params["PARTSTAT"] == partstat


def test_une_annulation_garde_l_identite_et_retire_l_evenement() -> None:
    annulee = COPIL.model_copy(update={"etat": EtatReunion.ANNULEE, "sequence": 4})
    calendrier, vevent = lire(annulee, envoi(Methode.ANNULATION))
    assert (str(calendrier["method"]), str(vevent["status"]), vevent["sequence"]) == ("CANCEL", "CANCELLED", 4)
    assert "PARTSTAT" not in vevent["attendee"].params
    # The meeting stands without this person: the file says so to this person alone.
    _, retire = lire(COPIL, envoi(Methode.ANNULATION))
    assert (str(retire["status"]), str(retire["summary"])) == ("CANCELLED", "Réunion copil")
    reportee = COPIL.model_copy(update={"etat": EtatReunion.REPORTEE, "date": None, "date_precedente": COPIL.date})
    _, quittee = lire(reportee, envoi(Methode.ANNULATION))
    assert ecrit(quittee, "dtstart") == "20260701T093000"


def test_sans_jour_il_n_y_a_rien_a_demander() -> None:
    assert rendre_invitation(evenement("annee", "2026"), envoi()) is None
    sondee = evenement("sondee", "[2026-09-14,2026-09-21]", options=(option("o1", "2026-09-14"),))
    assert rendre_invitation(sondee, envoi()) is None
    retenue = evenement("retenue", "2026-09-14", options=(option("o1", "2026-09-14", EtatOption.RETENUE, 2),))
    _, vevent = lire(retenue, envoi())
    assert (str(vevent["uid"]), vevent["sequence"]) == ("o1@exemple.test", 2)


@pytest.mark.parametrize("nom", ['Zoé; "la" grande, 🧭', "A:B\r\nATTENDEE:mailto:mal@exemple.test", "é" * 200])
def test_un_nom_hostile_reste_un_nom(nom: str) -> None:
    octets = rendre_invitation(COPIL, envoi(nom=nom))
    assert octets is not None
    lu = vobject.readOne(octets.decode())
    (attendee,) = lu.vevent.contents["attendee"]
    assert attendee.value == "mailto:zoe@exemple.test"
    (cn,) = attendee.params["CN"]
    assert cn == " ".join(nom.split()).replace('"', "”")
    (vevent,) = Calendar.from_ical(octets).walk("VEVENT")
    assert str(vevent["attendee"]) == "mailto:zoe@exemple.test"
