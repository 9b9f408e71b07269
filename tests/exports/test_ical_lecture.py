"""Calendar files read into propositions: hours on the ground, repetitions and doubles told, hostile text harmless."""

from __future__ import annotations

import pytest

from exports.ical.lecture import DOUBLON, EVENEMENTS_MAX, OCTETS_MAX, lire_ics
from fne_roadmaps.domain.agenda_colle import Proposition
from fne_roadmaps.domain.enums import EtatReunion, GenreReunion, TypeInstance
from fne_roadmaps.domain.errors import RegleViolee


def fichier(*evenements: str) -> bytes:
    """A calendar of these events, each a few lines."""
    corps = "".join(f"BEGIN:VEVENT\n{e}\nEND:VEVENT\n" for e in evenements)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{corps}END:VCALENDAR\n".replace("\n", "\r\n").encode()


def seule(evenement: str, fuseau: str = "Europe/Paris") -> Proposition:
    """The proposition of the only event."""
    (p,) = lire_ics(fichier(evenement), fuseau).propositions
    return p


def test_un_evenement_dit_ses_heures_la_ou_l_on_est() -> None:
    evenement = (
        "UID:a@x\nDTSTART:20240618T073000Z\nDTEND:20240618T100000Z\nSUMMARY:COPIL\\, été \\; 🎉\n"
        "LOCATION:Préfecture\nDESCRIPTION:Ordre du jour\\nPoint 1"
    )
    p = seule(evenement)
    assert p.date is not None
    assert (p.titre, p.date.edtf, p.heure_debut, p.heure_fin) == ("COPIL, été ; 🎉", "2024-06-18", "09:30", "12:00")
    assert (p.lieu, p.note, p.genre, p.type_instance) == (
        "Préfecture",
        "Ordre du jour\nPoint 1",
        GenreReunion.INSTANCE,
        TypeInstance.COPIL,
    )
    assert (p.identifiant, p.alertes) == ("a@x", ())
    assert seule(evenement, "Indian/Reunion").heure_debut == "11:30"


@pytest.mark.parametrize(
    ("evenement", "edtf", "alerte"),
    [
        ("DTSTART;VALUE=DATE:20241019\nDTEND;VALUE=DATE:20241021", "2024-10-19/2024-10-20", None),
        ("DTSTART;VALUE=DATE:20241019", "2024-10-19", None),
        ("DTSTART:20241019T220000\nDTEND:20241020T080000", "2024-10-19/2024-10-20", "dure plusieurs jours"),
        ("DTSTART:20241019T220000\nDTEND:20241019T080000", "2024-10-19", "La fin vient avant le début"),
        ("DTSTART;VALUE=DATE:20241019\nRRULE:FREQ=WEEKLY", "2024-10-19", "seule sa première date"),
        ("DTSTART;TZID=Nulle/Part:20241019T090000", "2024-10-19", "fuseau horaire du fichier est inconnu"),
        ("DTSTART;VALUE=DATE:20241019\nSTATUS:TENTATIVE", "2024-10-19", "à confirmer"),
        ("DTSTART;VALUE=DATE:20241019\nRECURRENCE-ID;VALUE=DATE:20241018", "2024-10-19", "occurrence déplacée"),
        ("DTSTART:bientôt", None, "La date de cet évènement ne se lit pas."),
        ("DTSTART:00010101T000000Z", None, "hors des années tenues"),
    ],
)
def test_les_dates_d_un_fichier_et_ce_qu_il_faut_en_dire(evenement: str, edtf: str | None, alerte: str | None) -> None:
    p = seule(f"UID:a\nSUMMARY:Forum\n{evenement}")
    assert (p.date and p.date.edtf) == edtf
    assert p.alertes == () if alerte is None else alerte in " ".join(p.alertes)


def test_un_identifiant_en_double_garde_le_dernier_et_le_dit_de_l_autre() -> None:
    lu = lire_ics(
        fichier(
            "UID:a\nSUMMARY:Avant\nDTSTART;VALUE=DATE:20241019",
            "UID:a\nSUMMARY:Après\nSEQUENCE:2\nDTSTART;VALUE=DATE:20241020\nSTATUS:CANCELLED",
        ),
        "Europe/Paris",
    )
    assert [(p.titre, p.deja, p.etat) for p in lu.propositions] == [
        ("Avant", DOUBLON, None),
        ("Après", None, EtatReunion.ANNULEE),
    ]


def test_un_texte_hostile_est_nettoye_et_une_tache_n_est_pas_une_reunion() -> None:
    octets = fichier(
        "UID:a\nSUMMARY:\x07Réu\x00nion <script>\nDTSTART;VALUE=DATE:20241019", "UID:b\nSUMMARY:" + "a" * 400
    )
    octets = octets.replace(b"END:VCALENDAR", b"BEGIN:VTODO\r\nSUMMARY:Relancer\r\nEND:VTODO\r\nEND:VCALENDAR")
    hostile, longue = (lu := lire_ics(octets, "Europe/Paris")).propositions
    assert hostile.titre == "Réunion <script>"
    assert "caractères invisibles" in hostile.alertes[0]
    assert len(longue.titre) <= 300
    assert longue.note == "a" * 400
    assert [(x.ligne, x.sens) for x in lu.non_compris] == [("Relancer", "Une tâche n’est pas une réunion.")]


@pytest.mark.parametrize(
    ("octets", "message"),
    [
        (fichier(*["UID:a\nSUMMARY:b"] * 10_000), f"10\u202f000 évènements, {EVENEMENTS_MAX // 1000}\u202f000 au plus"),
        (b"x" * (OCTETS_MAX + 1), "2\u202f000\u202f001 octets"),
        (b"bonjour", "n’est pas un agenda"),
        (b"\xff\xfeBEGIN:VCALENDAR", "n’est pas du texte UTF-8"),
        (fichier(), "aucun évènement"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "aucun évènement complet"),
        (b"BEGIN:VCALENDAR\r\nsans deux points\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR", "mal formée"),
        (fichier("UID:a").replace(b"UID:a", b"END:VTIMEZONE"), "mal formée"),
    ],
)
def test_un_fichier_qui_ne_se_lit_pas_est_refuse_en_le_disant(octets: bytes, message: str) -> None:
    with pytest.raises(RegleViolee) as refus:
        lire_ics(octets, "Europe/Paris")
    assert message in refus.value.message
