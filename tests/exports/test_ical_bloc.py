"""What one event says: hours, links, description, marks for Outlook, and nothing that could break a line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from icalendar import Calendar

from exports.ical import COULEURS, FUSEAUX, assembler, rendre_agenda, rendre_blocs, rendre_evenement
from exports.ical.texte import SUITE
from fne_roadmaps.domain.enums import TypeInstance
from tests.exports.cas_ical import CREE, HOSTILE, MAJ, agenda, ecrit, evenement, un


def test_l_entete_porte_ce_que_les_agendas_attendent_et_rien_de_volatil() -> None:
    lignes = rendre_agenda(agenda()).octets.decode().split("\r\n")
    assert lignes[:4] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//France Numerique Ensemble//Feuilles de route//FR",
        "CALSCALE:GREGORIAN",
    ]
    assert sorted(lignes[4:]) == sorted(
        [
            "NAME:Agenda d’Eure-et-Loir\\, été \\; hiver",
            "X-WR-CALNAME:Agenda d’Eure-et-Loir\\, été \\; hiver",
            "X-WR-CALDESC:Réunions tenues\\,\\nprévues ou annulées",
            "X-WR-TIMEZONE:Europe/Paris",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
            "X-PUBLISHED-TTL:PT1H",
            "END:VCALENDAR",
            "",
        ]
    )


def test_l_heure_locale_est_gardee_avec_son_fuseau() -> None:
    vevent = un(evenement("x", "2026-07-01", heure_debut="09:30", heure_fin="12:00", fuseau="Pacific/Noumea"))
    assert (ecrit(vevent, "dtstart"), vevent["dtstart"].params["TZID"]) == (
        "20260701T093000",
        "Pacific/Noumea",
    )
    assert (ecrit(vevent, "dtend"), vevent["dtend"].params["TZID"]) == ("20260701T120000", "Pacific/Noumea")


@pytest.mark.parametrize(
    ("fin", "note"),
    [
        (None, "Heure de fin non précisée."),
        ("09:30", "Heure de fin reçue, qui ne suit pas le début\u00a0: 9\u00a0h\u00a030."),
        ("08:00", "Heure de fin reçue, qui ne suit pas le début\u00a0: 8\u00a0h."),
    ],
)
def test_aucune_duree_n_est_inventee(fin: str | None, note: str) -> None:
    vevent = un(evenement("x", "2026-07-01", heure_debut="09:30", heure_fin=fin))
    assert "dtend" not in vevent
    assert vevent.decoded("duration") == timedelta(0)
    assert str(vevent["description"]) == note


def test_une_fin_qui_precede_le_debut_par_le_changement_d_heure_n_est_pas_ecrite() -> None:
    vevent = un(evenement("x", "2026-03-29", heure_debut="02:30", heure_fin="03:15"))
    assert ecrit(vevent, "dtstart") == "20260329T013000Z"
    assert "dtend" not in vevent


def test_une_fin_qui_a_lieu_deux_fois_est_ecrite_en_temps_universel() -> None:
    vevent = un(evenement("x", "2026-10-25", heure_debut="01:00", heure_fin="02:30"))
    assert (ecrit(vevent, "dtstart"), ecrit(vevent, "dtend")) == ("20261024T230000Z", "20261025T003000Z")


def test_un_fuseau_etranger_laisse_le_jour_et_dit_l_heure() -> None:
    vevent = un(evenement("x", "2026-07-01", heure_debut="09:30", heure_fin="12:00", fuseau="Europe/Brussels"))
    assert ecrit(vevent, "dtstart") == "20260701"
    attendue = "Horaire prévu\u00a0: de 9\u00a0h\u00a030 à 12\u00a0h (heure de Europe/Brussels)."
    assert str(vevent["description"]) == attendue


def test_une_fin_sans_debut_est_dite() -> None:
    vevent = un(evenement("x", "2026-07-01", heure_fin="12:00"))
    assert (ecrit(vevent, "dtstart"), str(vevent["description"])) == (
        "20260701",
        "Fin prévue\u00a0: 12\u00a0h.",
    )


def test_les_instants_sont_ceux_du_dernier_changement_et_de_la_creation() -> None:
    decale = MAJ.astimezone(timezone(timedelta(hours=-4)))
    vevent = un(evenement("x", "2026-07-01", maj_le=decale, cree_le=CREE.replace(tzinfo=None), sequence=7))
    assert ecrit(vevent, "dtstamp") == ecrit(vevent, "last-modified") == "20250617T140431Z"
    assert vevent.decoded("created") == datetime(2025, 1, 6, 8, 0, tzinfo=UTC)
    assert vevent["sequence"] == 7


def test_le_lien_est_dans_url_et_dans_la_description() -> None:
    vevent = un(evenement("x", "2026-07-01", url="https://fne.exemple.test/r/1", description=("1. Ouverture",)))
    assert str(vevent["url"]) == "https://fne.exemple.test/r/1"
    assert str(vevent["description"]).split("\n") == [
        "1. Ouverture",
        "Détail et mises à jour\u00a0: https://fne.exemple.test/r/1",
    ]


@pytest.mark.parametrize(("lieu", "attendu"), [(None, "https://visio.exemple.test/x"), ("Chartres", "Chartres")])
def test_la_visio_tient_lieu_de_lieu_et_reste_dans_la_description(lieu: str | None, attendu: str) -> None:
    vevent = un(evenement("x", "2026-07-01", lieu=lieu, lien_visio="https://visio.exemple.test/x"))
    assert str(vevent["location"]) == attendu
    assert str(vevent["description"]) == "Visioconférence\u00a0: https://visio.exemple.test/x"
    conference = vevent["conference"]
    assert (ecrit(vevent, "conference"), conference.params["FEATURE"]) == (
        "https://visio.exemple.test/x",
        "VIDEO",
    )


@pytest.mark.parametrize(
    "adresse",
    [
        "https://exemple.test/a\r\nATTENDEE:mailto:x@exemple.test",
        "https://exemple.test/a\nb",
        "https://exemple.test/a\x0bb",
        "https://exemple.test/a b",
        "https://exemple.test/a\u2028b",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "",
    ],
)
def test_une_adresse_dangereuse_n_est_ecrite_nulle_part(adresse: str) -> None:
    vevent = un(evenement("x", "2026-07-01", url=adresse, lien_visio=adresse))
    assert not {"url", "conference", "location", "description", "attendee"} & {nom.lower() for nom in vevent}


def test_une_description_sans_fin_est_coupee_entre_deux_points() -> None:
    lignes = tuple(f"{n}. {'point ' * 15}" for n in range(1, 100))
    vevent = un(evenement("x", "2026-07-01", description=lignes, url="https://fne.exemple.test/r/1"))
    lues = str(vevent["description"]).split("\n")
    assert lues[:-2] == list(lignes[: len(lues) - 2])
    assert lues[-2] == SUITE
    assert lues[-1].endswith("https://fne.exemple.test/r/1")
    assert 3800 < len("\n".join(lues)) < 4200


def test_un_seul_paragraphe_trop_long_est_coupe_lui_aussi() -> None:
    debut, suite = str(un(evenement("x", "2026-07-01", description=("é" * 9000,)))["description"]).split("\n")
    assert set(debut) == {"é"}
    assert 3800 < len(debut) < 4000
    assert suite == SUITE


def test_categories_classe_et_couleur() -> None:
    doc = evenement(
        "x",
        "2026-07-01",
        categories=("COPIL", " ", "Eure-et-Loir, 28", "COPIL"),
        couleur="DarkGreen",
        publique=True,
    )
    vevent = un(doc)
    assert ecrit(vevent, "categories") == "COPIL,Eure-et-Loir\\, 28"
    assert (str(vevent["class"]), str(vevent["color"])) == ("PUBLIC", "darkgreen")
    prive = un(evenement("x", "2026-07-01", couleur="#123456"))
    assert str(prive["class"]) == "PRIVATE"
    assert not {"color", "categories"} & {nom.lower() for nom in prive}


def test_chaque_type_d_instance_a_sa_couleur_css() -> None:
    assert set(COULEURS) == set(TypeInstance)
    assert len(set(COULEURS.values())) == len(COULEURS)
    assert all(nom.isalpha() and nom.islower() for nom in COULEURS.values())


def test_sans_titre_le_code_en_tient_lieu() -> None:
    assert str(un(evenement("x", "2026-07-01", titre=" \n"))["summary"]) == "28/x"


def test_ni_methode_ni_participant_ni_alarme_ni_repetition() -> None:
    composants = Calendar.from_ical(rendre_agenda(HOSTILE).octets).walk()
    noms = {nom for composant in composants if composant.name in {"VCALENDAR", "VEVENT"} for nom in composant}
    assert not {"METHOD", "ORGANIZER", "ATTENDEE", "RRULE", "RDATE"} & noms
    assert {composant.name for composant in composants} == {
        "VCALENDAR",
        "VTIMEZONE",
        "STANDARD",
        "DAYLIGHT",
        "VEVENT",
    }
    assert "UID" not in composants[0]


def test_seuls_les_fuseaux_nommes_sont_decrits_et_avant_les_evenements() -> None:
    texte = rendre_agenda(HOSTILE).octets.decode()
    fuseaux = [ligne.removeprefix("TZID:") for ligne in texte.split("\r\n") if ligne.startswith("TZID:")]
    assert fuseaux == ["America/Miquelon", "Europe/Paris", "Indian/Reunion", "Pacific/Marquesas"]
    assert texte.rindex("END:VTIMEZONE") < texte.index("BEGIN:VEVENT")
    assert b"VTIMEZONE" not in rendre_agenda(agenda(evenement("x", "2026-07-01"))).octets
    assert set(fuseaux) <= FUSEAUX


def test_les_evenements_sont_ranges_par_debut_puis_identite() -> None:
    evenements = Calendar.from_ical(rendre_agenda(HOSTILE).octets).walk("VEVENT")
    cles = [(ecrit(v, "dtstart")[:15].ljust(15, "0"), str(v["uid"])) for v in evenements]
    assert cles == sorted(cles)


def test_des_blocs_gardes_redonnent_le_meme_calendrier() -> None:
    blocs = [bloc for doc in reversed(HOSTILE.evenements) for bloc in rendre_blocs(doc)]
    octets = rendre_agenda(HOSTILE).octets
    assert assembler(HOSTILE.nom, HOSTILE.description, HOSTILE.fuseau, blocs) == octets
    assert all(rendre_evenement(doc) in octets for doc in HOSTILE.evenements if not doc.options)


def test_une_reunion_donnee_deux_fois_compte_une_fois_et_deux_reunions_ne_partagent_pas_d_identite() -> None:
    doc = evenement("x", "2026-07-01")
    assert rendre_agenda(agenda(doc, doc)) == rendre_agenda(agenda(doc))
    with pytest.raises(ValueError, match="identifiant"):
        rendre_agenda(agenda(doc, evenement("x", "2026-07-02")))
