"""A calendar feed of thousands of meetings: read again, read with one change, read when nothing changed.

Against the same feed written by the icalendar library at each request, as a naive application does. Seconds of
processor, threads included: nothing here waits for anything else.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from statistics import median
from typing import Any

from exports.ical import Bloc, Reserve, assembler, rendre_agenda, rendre_blocs
from exports.payloads import AgendaDoc, EvenementDoc
from fne_roadmaps.domain.dates import lire_date
from fne_roadmaps.domain.enums import EtatReunion

TITRE = "Flux d’agenda"
REUNIONS, PETIT, GRAND = 5_000, 500, 50_000
PLUS_VITE, TOURS = 50, 5
_ICI = datetime(2025, 6, 17, 8, tzinfo=UTC)


def _reunion(n: int, version: int = 1) -> EvenementDoc:
    jour = date(2024, 1, 1) + timedelta(n % 700)
    return EvenementDoc(
        uid=f"reunion-{n}@fne-roadmaps",
        code=f"28/copil/r{n}",
        titre=f"Réunion n° {n}, accents et ponctuation ; « essai »",
        etat=EtatReunion.CONVOQUEE,
        date=lire_date(jour.isoformat()),
        heure_debut="09:30",
        heure_fin="12:00",
        fuseau="Europe/Paris",
        lieu="Préfecture, Chartres",
        description=("Ordre du jour envoyé huit jours avant.",),
        categories=("COPIL", "Eure-et-Loir"),
        sequence=version - 1,
        cree_le=_ICI,
        maj_le=_ICI + timedelta(version),
    )


def _duree(faire: Callable[[], Any]) -> float:
    temps = []
    for _ in range(TOURS):
        debut = time.process_time()
        faire()
        temps.append(time.process_time() - debut)
    return median(temps)


def _chaud(docs: dict[tuple[int, int], EvenementDoc], reserve: Reserve) -> Callable[[], tuple[bytes, int]]:
    """A reading: what is kept is joined, what is not is written; returns the bytes and how many were written."""

    def lire() -> tuple[bytes, int]:
        ecrites = 0
        blocs: list[Bloc] = []
        for cle, doc in docs.items():
            siens = reserve.prendre(cle)
            if siens is None:
                siens, ecrites = rendre_blocs(doc), ecrites + 1
                reserve.garder(cle, siens)
            blocs += siens
        return assembler("Agenda", "Réunions", "Europe/Paris", blocs), ecrites

    return lire


def _une_mesure(nombre: int) -> tuple[float, float, int]:
    """Seconds warm, seconds by the library, and how many events one change writes again."""
    docs = {(n, 1): _reunion(n) for n in range(nombre)}
    naif = AgendaDoc(nom="Agenda", description="Réunions", fuseau="Europe/Paris", evenements=tuple(docs.values()))
    reserve = Reserve()
    lire = _chaud(docs, reserve)
    octets, ecrites = lire()
    if octets != rendre_agenda(naif).octets or ecrites != nombre:
        raise RuntimeError("le flux gardé n’est pas celui que la bibliothèque écrit")
    chaud = _duree(lire)
    froid = _duree(lambda: rendre_agenda(naif)) if nombre <= REUNIONS else 0.0
    change = {(n, 2 if n == nombre // 2 else 1): _reunion(n, 2 if n == nombre // 2 else 1) for n in range(nombre)}
    return chaud, froid, _chaud(change, reserve)()[1]


def mesurer() -> list[tuple[str, str]]:
    """The ratio at 5,000 meetings, the cost of one change, and how the cost grows."""
    chaud, froid, ecrites = _une_mesure(REUNIONS)
    petit, _, _ = _une_mesure(PETIT)
    grand, _, _ = _une_mesure(GRAND)
    par_reunion = (grand / GRAND) / (petit / PETIT)
    return [
        (
            "flux de 5 000 réunions relu, contre le même écrit par icalendar à chaque demande",
            f"{chaud * 1000:.0f} ms contre {froid * 1000:.0f} ms : × {froid / chaud:.0f} (≥ {PLUS_VITE})",
        ),
        ("une réunion changée", f"{ecrites} événement écrit de nouveau (1)"),
        (
            "de 500 à 50 000 réunions",
            f"{petit * 1000:.1f} ms → {grand * 1000:.0f} ms ; par réunion × {par_reunion:.2f}".replace(".", ","),
        ),
    ]
