"""Calendars that agendas follow: the same bytes, none when nothing changed, nothing personal in public."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from icalendar import Calendar

from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.lecture_html import PageLue


@pytest.fixture
def libre(url_base_demo: str) -> Iterator[Site]:
    """A site whose database is ours alone, read as alice."""
    with ouvrir_site(url_base_demo) as site:
        lire_comme(site, "alice")
        yield site


def ouvrir(site: Site, portee: str, cle: str = "0193a5f6-0000-7000-8000-0000000000f1") -> str:
    """The address of a new feed, as its page shows it."""
    page = site.post("/compte/agendas", data={"portee": portee, "cle_formulaire": cle})
    assert page.status_code == 200
    trouvee = re.search(r"/agenda/[A-Za-z0-9_-]{32}\.ics", page.text)
    assert trouvee
    assert "webcal://" in page.text
    return trouvee[0]


def evenements(octets: bytes) -> dict[str, tuple[int, str, str]]:
    """Sequence, status and title by UID."""
    return {
        str(e["uid"]): (int(str(e["sequence"])), str(e["status"]), str(e["summary"]))
        for e in Calendar.from_ical(octets).walk("VEVENT")
    }


def test_un_flux_se_lit_sans_compte_et_repond_304_tant_que_rien_ne_change(libre: Site) -> None:
    adresse = ouvrir(libre, "gouvernance:28")
    assert "jamais lue" in libre.get("/compte/agendas").text
    lire_comme(libre, "visiteur")
    lu = libre.get(adresse, headers={"accept": "image/png"}, follow_redirects=False)
    assert lu.status_code == 200
    assert lu.headers["content-type"] == "text/calendar; charset=utf-8"
    assert lu.headers["content-disposition"].startswith('inline; filename="')
    assert "private" in lu.headers["cache-control"]
    assert "set-cookie" not in lu.headers
    assert libre.get(adresse).content == lu.content
    tete = libre.head(adresse)
    assert (tete.status_code, tete.headers["etag"], tete.content) == (200, lu.headers["etag"], b"")
    etag = lu.headers["etag"]
    for entete in (
        *({"if-none-match": v} for v in (etag, f"W/{etag}", f'"autre", {etag}', "*")),
        {"if-modified-since": format_datetime(datetime(2030, 1, 1, tzinfo=UTC), usegmt=True)},
    ):
        relu = libre.get(adresse, headers=entete)
        assert (relu.status_code, relu.content) == (304, b"")
    for entete in ({"if-none-match": '"autre"'}, {"if-modified-since": "hier"}):
        assert libre.get(adresse, headers=entete).status_code == 200
    lire_comme(libre, "alice")
    assert "lue pour la dernière fois" in libre.get("/compte/agendas").text


def test_une_reunion_changee_change_un_evenement_et_l_etiquette(libre: Site) -> None:
    adresse = ouvrir(libre, "instance:28/copil")
    avant = libre.get(adresse)
    reunion = str(libre.get("/reunions/28/copil/r4").url.path)
    page = PageLue(libre.get(f"{reunion}/modifier").text)
    version = next(str(i["value"]) for i in page.tous("input") if i.get("name") == "version")
    change = {
        "version": version,
        "titre": "COPIL déplacé",
        "date": "1er juillet 2025",
        "heure_debut": "10:00",
        "confirmee": "oui",
    }
    assert libre.post(f"{reunion}/modifier", data=change).status_code == 200
    apres = libre.get(adresse, headers={"if-none-match": avant.headers["etag"]})
    assert apres.status_code == 200
    un, deux = evenements(avant.content), evenements(apres.content)
    changes = {uid for uid in un if un[uid] != deux[uid]}
    assert un.keys() == deux.keys()
    assert len(changes) == 1
    (uid,) = changes
    assert deux[uid][0] == un[uid][0] + 1
    assert "COPIL déplacé" in deux[uid][2]
    assert libre.post(f"{reunion}/supprimer", data={"motif": "Erreur"}).status_code == 200
    assert evenements(libre.get(adresse).content)[uid][1] == "CANCELLED"


def test_une_adresse_fausse_revoquee_ou_mal_ecrite_n_existe_pas(libre: Site) -> None:
    adresse = ouvrir(libre, "mes_reunions")
    revoquer = next(
        str(f["action"])
        for f in PageLue(libre.get("/compte/agendas").text).tous("form")
        if "revoquer" in str(f["action"])
    )
    page = libre.post(revoquer).text
    assert "elle n’ouvre plus rien" in page
    for morte in (
        adresse,
        f"/agenda/{'x' * 32}.ics",
        "/agenda/court.ics",
        adresse.removesuffix(".ics"),
        "/public/agenda/28",
    ):
        assert libre.get(morte, follow_redirects=False).status_code == 404, morte
    libre.post(revoquer.replace("revoquer", "retablir"))
    assert libre.get(adresse).status_code == 200


def test_un_flux_demande_deux_fois_s_ouvre_une_fois(libre: Site) -> None:
    ouvrir(libre, "region:R24")
    encore = libre.post(
        "/compte/agendas", data={"portee": "region:R24", "cle_formulaire": "0193a5f6-0000-7000-8000-0000000000f1"}
    )
    assert encore.status_code == 422
    assert "déjà ouverte" in encore.text
    assert libre.post("/compte/agendas", data={"portee": "tout"}).status_code == 422
    assert libre.post("/compte/agendas", data={"portee": "instance:41/copil"}).status_code == 404
    lire_comme(libre, "visiteur")
    assert libre.post("/compte/agendas", data={"portee": "mes_reunions"}).status_code in {401, 403}


def test_une_seule_reunion_se_suit_depuis_sa_page_avec_un_rappel_pour_soi(libre: Site) -> None:
    page = PageLue(libre.get("/reunions/28/copil/r4").text)
    lien = next(str(a["href"]) for a in page.tous("a") if str(a.get("href", "")).startswith("/compte/agendas?"))
    choix = PageLue(libre.get(lien).text)
    (demandee,) = [str(o["value"]) for o in choix.tous("option") if str(o["value"]).startswith("reunion:")]
    adresse = ouvrir(libre, demandee)
    ((uid, (_, _, titre)),) = evenements(libre.get(adresse).content).items()
    assert "COPIL" in titre
    etag = libre.get(adresse).headers["etag"]
    assert b"VALARM" not in libre.get(adresse).content
    mes = PageLue(libre.get("/compte/agendas").text)
    regler = next(str(f["action"]) for f in mes.tous("form") if str(f["action"]).endswith("/regler"))
    version = str(next(i["value"] for i in mes.tous("input") if i.get("name") == "version"))
    faux = libre.post(regler, data={"version": version, "nom": "Mon COPIL", "rappel_minutes": "7"})
    assert (faux.status_code, "parmi ceux proposés" in faux.text, "Mon COPIL" in faux.text) == (422, True, True)
    libre.post(regler, data={"version": version, "nom": "Mon COPIL", "rappel_minutes": "60"})
    sonnant = libre.get(adresse, headers={"if-none-match": etag})
    assert (sonnant.status_code, sonnant.content.count(b"TRIGGER:-PT60M")) == (200, 1)
    assert list(evenements(sonnant.content)) == [uid]
    assert 'filename="mon-copil.ics"' in sonnant.headers["content-disposition"]


def test_une_adresse_trop_demandee_attend_et_les_fausses_ne_genent_pas_les_vraies(libre: Site) -> None:
    adresse = ouvrir(libre, "instance:28/cotech", "0193a5f6-0000-7000-8000-0000000000f3")
    reponses = [libre.get(f"/agenda/{'y' * 32}.ics").status_code for _ in range(40)]
    assert (reponses[0], reponses[-1]) == (404, 429)
    assert [libre.get(adresse).status_code for _ in range(61)] == [200] * 60 + [429]
    trop = libre.get(adresse)
    assert 1 <= int(trop.headers["retry-after"]) <= 60
    assert "demandée trop souvent" in trop.text
    assert libre.get(ouvrir(libre, "region:R24", "0193a5f6-0000-7000-8000-0000000000f2")).status_code == 200


def test_l_agenda_public_ne_dit_rien_de_personnel(site: Site) -> None:
    lire_comme(site, "visiteur")
    public = site.get("/public/agenda/28.ics")
    assert public.status_code == 200
    assert "public" in public.headers["cache-control"]
    texte = public.content.decode()
    assert "CLASS:PUBLIC" in texte
    assert len(evenements(public.content)) > 2
    for intime in ("CONFERENCE", "Visioconférence", "Sujet traité", "ATTENDEE", "ORGANIZER"):
        assert intime not in texte
    assert site.get("/public/agenda/inconnue.ics").status_code == 404
