"""A feed followed over HTTP by the programs people have: what changed is replaced, once, and nothing else moves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from icalendar import Calendar, Event

from backend.web import adresses
from tests.browser.conftest import serveur
from tests.support.agendas import Khal, Vdirsyncer
from tests.web.lecture_html import PageLue

REUNION = "28/copil/r4"


@pytest.fixture
def alice(url_base_demo: str) -> Iterator[httpx.Client]:
    """alice, on a real server whose database is ours alone."""
    with serveur(url_base_demo) as base, httpx.Client(base_url=base, headers={"origin": base}) as client:
        assert client.post(adresses.ENTRER, data={"compte": "alice", "retour": "/"}).status_code == 303
        yield client


def lu(client: httpx.Client, adresse: str) -> dict[str, bytes]:
    """The events of a feed as written, by UID."""
    return {str(e["uid"]): e.to_ical() for e in Calendar.from_ical(client.get(adresse).content).walk("VEVENT")}


def dit(evenement: bytes) -> tuple[int, str, str]:
    """Sequence, status and title of an event."""
    e = Event.from_ical(evenement)
    return int(str(e["sequence"])), str(e["status"]), str(e["summary"])


def remplaces(avant: dict[str, bytes], apres: dict[str, bytes]) -> tuple[int, int]:
    """How many items vdirsyncer took out and put in: it names them by what they hold, since it trusts no UID."""
    return len(avant.keys() - apres.keys()), len(apres.keys() - avant.keys())


def test_un_changement_remplace_un_evenement_et_n_en_double_aucun(alice: httpx.Client, tmp_path: Path) -> None:
    page = alice.post("/compte/agendas", data={"portee": "gouvernance:28"}).text
    (adresse, *_) = re.findall(r"https?://[^\"]+/agenda/[\w-]{32}\.ics", page)
    etag, debut = alice.get(adresse).headers["etag"], lu(alice, adresse)
    suivi = Vdirsyncer(tmp_path, adresse)
    premier = suivi.suivre()
    assert len(premier) == len(debut)
    assert suivi.suivre() == premier
    assert alice.get(adresse, headers={"if-none-match": etag}).status_code == 304

    reunion = str(alice.get(adresses.reunion(REUNION), follow_redirects=True).url.path)
    formulaire = PageLue(alice.get(f"{reunion}/modifier").text)
    version = next(str(i["value"]) for i in formulaire.tous("input") if i.get("name") == "version")
    change = {"titre": "COPIL déplacé", "date": "1er juillet 2025", "heure_debut": "10:00", "confirmee": "oui"}
    assert alice.post(f"{reunion}/modifier", data={"version": version, **change}).status_code == 303
    deplace, deuxieme = lu(alice, adresse), suivi.suivre()
    assert remplaces(premier, deuxieme) == (1, 1)
    (uid,) = [uid for uid in debut if debut[uid] != deplace[uid]]
    sequence, *_ = dit(debut[uid])
    assert (deplace.keys(), dit(deplace[uid])) == (debut.keys(), (sequence + 1, "CONFIRMED", "COPIL déplacé"))
    neuf = alice.get(adresse, headers={"if-none-match": etag})
    assert (neuf.status_code, neuf.headers["etag"] != etag) == (200, True)

    assert alice.post(f"{reunion}/supprimer", data={"motif": "Saisie deux fois"}).status_code == 303
    supprime, dernier = lu(alice, adresse), suivi.suivre()
    assert remplaces(deuxieme, dernier) == (1, 1)
    assert [u for u in deplace if deplace[u] != supprime[u]] == [uid]
    assert (supprime.keys(), dit(supprime[uid])) == (
        debut.keys(),
        (sequence + 2, "CANCELLED", "[Annulée] COPIL déplacé"),
    )
    montres = Khal(tmp_path, suivi.agenda).lire(jours=3650, depuis="2020-01-01")
    assert len(montres) == len(supprime)
    assert [m[1:5] for m in montres if "COPIL déplacé" in m[4]] == [
        ("2025-07-01T08:00Z", "2025-07-01T08:00Z", "CANCELLED", "[Annulée] COPIL déplacé")
    ]
