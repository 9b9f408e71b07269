"""Meetings for the tests of calendars, and the hostile agenda that all readers must understand alike."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, NamedTuple

from icalendar import Calendar, Component

from exports.ical import rendre_agenda, rendre_evenement
from exports.payloads import AgendaDoc, EvenementDoc, OptionDoc
from fne_roadmaps.domain.dates import lire_date
from fne_roadmaps.domain.enums import EtatOption, EtatReunion

CREE = datetime(2025, 1, 6, 8, 0, tzinfo=UTC)
MAJ = datetime(2025, 6, 17, 14, 4, 31, 250, tzinfo=UTC)


def evenement(nom: str, date: str | None, **champs: Any) -> EvenementDoc:
    """A meeting convened in Paris time; ``date`` and ``date_precedente`` are EDTF text."""
    if precedente := champs.pop("date_precedente", None):
        champs["date_precedente"] = lire_date(precedente)
    base: dict[str, Any] = {
        "uid": f"{nom}@exemple.test",
        "code": f"28/{nom}",
        "titre": f"Réunion {nom}",
        "etat": EtatReunion.CONVOQUEE,
        "date": lire_date(date) if date else None,
        "fuseau": "Europe/Paris",
        "cree_le": CREE,
        "maj_le": MAJ,
    }
    return EvenementDoc(**(base | champs))


def option(nom: str, date: str, etat: EtatOption = EtatOption.OUVERTE, sequence: int = 0) -> OptionDoc:
    """A proposed date."""
    return OptionDoc(uid=f"{nom}@exemple.test", date=lire_date(date), etat=etat, sequence=sequence)


def agenda(*evenements: EvenementDoc) -> AgendaDoc:
    """A calendar whose name and description need escaping."""
    return AgendaDoc(
        nom="Agenda d’Eure-et-Loir, été ; hiver",
        description="Réunions tenues,\nprévues ou annulées",
        fuseau="Europe/Paris",
        evenements=evenements,
    )


def lire(doc: EvenementDoc) -> list[Component]:
    """Events of a meeting, rendered then parsed back."""
    return Calendar.from_ical(rendre_agenda(agenda(doc)).octets).walk("VEVENT")


def un(doc: EvenementDoc) -> Component:
    """The only event of a meeting."""
    (vevent,) = lire(doc)
    return vevent


def ecrit(vevent: Component, nom: str) -> str:
    """A property's value as written in the file."""
    octets = vevent[nom].to_ical()
    assert isinstance(octets, bytes)
    return octets.decode()


def etat(vevent: Component) -> tuple[str, str, str, str]:
    """UID, status, transparency and title."""
    uid, statut, transp, titre = (str(vevent[n]) for n in ("uid", "status", "transp", "summary"))
    return uid.partition("@")[0], statut, transp, titre


def jours(vevent: Component) -> tuple[str, str]:
    """First day and exclusive end of an all-day event, as written."""
    return ecrit(vevent, "dtstart"), ecrit(vevent, "dtend")


def raison(doc: EvenementDoc) -> str:
    rendu = rendre_agenda(agenda(doc))
    assert b"BEGIN:VEVENT" not in rendu.octets
    (ecarte,) = rendu.ecartes
    assert rendre_evenement(doc) == b""
    return ecarte.raison


class Lu(NamedTuple):
    """What any reader finds of an event: UTC instants, or days with an exclusive end, then its words."""

    uid: str
    debut: str
    fin: str
    statut: str
    titre: str
    description: str


_TITRE_LONG = "Co-construction du « carrefour » de l’inclusion 🧭, " * 6
TITRE_300 = _TITRE_LONG[:299] + "é"

HOSTILE = agenda(
    evenement("hiver", "2026-01-15", heure_debut="09:30", heure_fin="12:00", titre=TITRE_300),
    evenement(
        "ete",
        "2026-07-01",
        heure_debut="09:30",
        heure_fin="12:00",
        titre="Santé, précarité ; « emploi » \\ n\\n 🧑🏽‍💻",
        lieu="Préfecture, place de la République ; Chartres",
        lien_visio="https://visio.exemple.test/salle;a=1,b?c=é",
        url="https://fne.exemple.test/reunions/1",
        description=("1. Relevé du 11 mars, adopté ; suites", "2. Chemin C:\\nouveau\\texte", "3. 🧭 Cap"),
        categories=("COPIL", "Eure-et-Loir, 28"),
        couleur="darkgreen",
        publique=True,
    ),
    evenement("controle", "2026-07-02", titre="Nul\x00 cloche\x07 unité\x1f\x7f saut\x0b fin\r\nBEGIN:VEVENT"),
    evenement("avant-ete", "2026-03-28", heure_debut="09:30", heure_fin="11:00"),
    evenement("jour-ete", "2026-03-29", heure_debut="09:30", heure_fin="11:00"),
    evenement("heure-absente", "2026-03-29", heure_debut="02:30", heure_fin="04:00"),
    evenement("jour-hiver", "2026-10-25", heure_debut="09:30", heure_fin="11:00"),
    evenement("heure-double", "2026-10-25", heure_debut="02:30", heure_fin="04:00"),
    evenement("reunion", "2026-01-15", heure_debut="09:30", heure_fin="12:00", fuseau="Indian/Reunion"),
    evenement("miquelon-hiver", "2026-03-07", heure_debut="09:30", heure_fin="10:00", fuseau="America/Miquelon"),
    evenement("miquelon-ete", "2026-03-09", heure_debut="09:30", heure_fin="10:00", fuseau="America/Miquelon"),
    evenement("marquises", "2026-07-01", heure_debut="09:30", heure_fin="10:00", fuseau="Pacific/Marquesas"),
    evenement("sans-fin", "2026-07-03", heure_debut="14:00"),
    evenement("provisoire", "2026-09-10", heure_debut="10:00", heure_fin="12:00", confirmee=False),
    evenement(
        "a-choisir",
        "[2026-09-14,2026-09-21,2026-09-28]",
        options=(option("o3", "2026-09-28"), option("o1", "2026-09-14"), option("o2", "2026-09-21")),
    ),
    evenement("annulee", "2026-06-27", heure_debut="10:00", heure_fin="12:00", etat=EtatReunion.ANNULEE, sequence=2),
    evenement("deplacee", "2026-07-04", heure_debut="10:00", heure_fin="12:00", date_precedente="2026-06-26"),
    evenement("reportee", None, etat=EtatReunion.REPORTEE, date_precedente="2026-05-05"),
    evenement("supprimee", "2026-06-19", supprimee=True, description=("Ne doit plus se lire",)),
    evenement("sans-heure", "2026-06-20"),
    evenement("deux-jours", "2026-10-19/2026-10-20", heure_debut="09:00", heure_fin="17:00"),
    evenement("semaine", "[2026-09-07..2026-09-11]"),
    evenement("mois", "2026-11"),
    evenement("deux-mois", "[2026-09..2026-10]"),
    evenement("automne", "2026-23"),
    evenement("trimestre", "2026-36"),
    evenement("annee", "2026", titre="Année\x1b seule"),
)

_FIN_INCONNUE = "Heure de fin non précisée."
_CONTENU_ETE = (
    "Visioconférence\u00a0: https://visio.exemple.test/salle;a=1,b?c=%C3%A9\n"
    "1. Relevé du 11 mars, adopté ; suites\n2. Chemin C:\\nouveau\\texte\n3. 🧭 Cap\n"
    "Détail et mises à jour\u00a0: https://fne.exemple.test/reunions/1"
)
_ABSENTE = "Ce jour-là, 2\u00a0h\u00a030 n’existe pas (passage à l’heure d’été)\u00a0: lire 3\u00a0h\u00a030."
_DOUBLE = "Ce jour-là, 2\u00a0h\u00a030 a lieu deux fois (passage à l’heure d’hiver)\u00a0: la première est retenue."


def _lu(nom: str, debut: str, fin: str, statut: str, titre: str, description: str = "") -> Lu:
    return Lu(f"{nom}@exemple.test", debut, fin, statut, titre, description)


_ECRITS = [
    _lu("hiver", "2026-01-15T08:30Z", "2026-01-15T11:00Z", "CONFIRMED", TITRE_300),
    _lu(
        "ete",
        "2026-07-01T07:30Z",
        "2026-07-01T10:00Z",
        "CONFIRMED",
        HOSTILE.evenements[1].titre,
        _CONTENU_ETE,
    ),
    _lu("controle", "2026-07-02", "2026-07-03", "CONFIRMED", "Nul cloche unité saut fin BEGIN:VEVENT"),
    _lu("avant-ete", "2026-03-28T08:30Z", "2026-03-28T10:00Z", "CONFIRMED", "Réunion avant-ete"),
    _lu("jour-ete", "2026-03-29T07:30Z", "2026-03-29T09:00Z", "CONFIRMED", "Réunion jour-ete"),
    _lu(
        "heure-absente",
        "2026-03-29T01:30Z",
        "2026-03-29T02:00Z",
        "CONFIRMED",
        "Réunion heure-absente",
        _ABSENTE,
    ),
    _lu("jour-hiver", "2026-10-25T08:30Z", "2026-10-25T10:00Z", "CONFIRMED", "Réunion jour-hiver"),
    _lu("heure-double", "2026-10-25T00:30Z", "2026-10-25T03:00Z", "CONFIRMED", "Réunion heure-double", _DOUBLE),
    _lu("reunion", "2026-01-15T05:30Z", "2026-01-15T08:00Z", "CONFIRMED", "Réunion reunion"),
    _lu("miquelon-hiver", "2026-03-07T12:30Z", "2026-03-07T13:00Z", "CONFIRMED", "Réunion miquelon-hiver"),
    _lu("miquelon-ete", "2026-03-09T11:30Z", "2026-03-09T12:00Z", "CONFIRMED", "Réunion miquelon-ete"),
    _lu("marquises", "2026-07-01T19:00Z", "2026-07-01T19:30Z", "CONFIRMED", "Réunion marquises"),
    _lu("sans-fin", "2026-07-03T12:00Z", "2026-07-03T12:00Z", "CONFIRMED", "Réunion sans-fin", _FIN_INCONNUE),
    _lu(
        "provisoire",
        "2026-09-10T08:00Z",
        "2026-09-10T10:00Z",
        "TENTATIVE",
        "[Date à confirmer] Réunion provisoire",
    ),
    _lu("o1", "2026-09-14", "2026-09-15", "TENTATIVE", "[Option 1/3] Réunion a-choisir"),
    _lu("o2", "2026-09-21", "2026-09-22", "TENTATIVE", "[Option 2/3] Réunion a-choisir"),
    _lu("o3", "2026-09-28", "2026-09-29", "TENTATIVE", "[Option 3/3] Réunion a-choisir"),
    _lu("annulee", "2026-06-27T08:00Z", "2026-06-27T10:00Z", "CANCELLED", "[Annulée] Réunion annulee"),
    _lu(
        "deplacee",
        "2026-07-04T08:00Z",
        "2026-07-04T10:00Z",
        "CONFIRMED",
        "Réunion deplacee",
        "Date précédente\u00a0: 26\u00a0juin\u00a02026.",
    ),
    _lu(
        "reportee",
        "2026-05-05",
        "2026-05-06",
        "CANCELLED",
        "[Reportée, nouvelle date à fixer] Réunion reportee",
    ),
    _lu("supprimee", "2026-06-19", "2026-06-20", "CANCELLED", "[Annulée] Réunion supprimee"),
    _lu("sans-heure", "2026-06-20", "2026-06-21", "CONFIRMED", "Réunion sans-heure"),
    _lu(
        "deux-jours",
        "2026-10-19",
        "2026-10-21",
        "CONFIRMED",
        "Réunion deux-jours",
        "Horaire prévu\u00a0: de 9\u00a0h à 17\u00a0h.",
    ),
    _lu("semaine", "2026-09-07", "2026-09-12", "TENTATIVE", "[À dater] Réunion semaine"),
    _lu("mois", "2026-11-01", "2026-11-02", "TENTATIVE", "[À dater\u00a0: novembre\u00a02026] Réunion mois"),
    _lu(
        "deux-mois",
        "2026-09-01",
        "2026-09-02",
        "TENTATIVE",
        "[À dater\u00a0: septembre ou octobre\u00a02026] Réunion deux-mois",
    ),
    _lu(
        "automne",
        "2026-09-01",
        "2026-09-02",
        "TENTATIVE",
        "[À dater\u00a0: automne\u00a02026] Réunion automne",
    ),
    _lu(
        "trimestre",
        "2026-10-01",
        "2026-10-02",
        "TENTATIVE",
        "[À dater\u00a0: 4e\u00a0trimestre\u00a02026] Réunion trimestre",
    ),
]
ATTENDU = sorted(_ECRITS)
