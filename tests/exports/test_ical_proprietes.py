"""Properties of every calendar: lines, escaping, identities, same bytes, nobody lost."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings, strategies as st
from icalendar import Calendar

from exports.ical import FUSEAUX, rendre_agenda, rendre_blocs
from exports.ical.texte import nettoyer, sur_une_ligne
from exports.payloads import AgendaDoc, EvenementDoc, OptionDoc
from fne_roadmaps.domain.dates import lire_date
from fne_roadmaps.domain.enums import EtatOption, EtatReunion
from tests.exports.cas_ical import evenement, un

tranquille = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

DATES = [
    lire_date(edtf)
    for edtf in (
        "2026-07-01",
        "2026-03-29",
        "2026-10-25",
        "2026-03-08",
        "2026-11-01",
        "2026-10-19/2026-10-20",
        "[2026-09-14,2026-09-21]",
        "[2026-09-07..2026-09-11]",
        "2026-09-07~",
        "2026-11",
        "[2026-09..2026-10]",
        "2026-23",
        "2026-36",
        "2026",
        "2026-01/..",
        "2026-40",
    )
]
textes = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="aé🧑🏽‍💻 ,;:\\n\n\r\t\"'\x00\x0b\x1f\x7f\u2028\ud800", max_size=200),
)
heures = st.one_of(st.none(), st.times().map(lambda t: t.strftime("%H:%M")))
dates = st.one_of(st.none(), st.sampled_from(DATES))
instants = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
adresses = st.one_of(st.none(), textes, textes.map(lambda t: f"https://exemple.test/{t}"))
etats = st.sampled_from([e for e in EtatReunion if e is not EtatReunion.BROUILLON])


@st.composite
def reunions(draw: st.DrawFn, rang: int) -> EvenementDoc:
    """Any meeting but a draft, coherent or not."""
    options = tuple(
        OptionDoc(uid=f"{rang}-{n}", date=draw(st.sampled_from(DATES)), etat=etat, sequence=n)
        for n, etat in enumerate(draw(st.lists(st.sampled_from(EtatOption), max_size=3)))
    )
    return EvenementDoc(
        uid=f"{rang}-r",
        code=f"28/r{rang}",
        titre=draw(textes),
        etat=draw(etats),
        date=draw(dates),
        date_precedente=draw(dates),
        heure_debut=draw(heures),
        heure_fin=draw(heures),
        fuseau=draw(st.sampled_from([*sorted(FUSEAUX), "Europe/Brussels", ""])),
        lieu=draw(st.one_of(st.none(), textes)),
        lien_visio=draw(adresses),
        url=draw(adresses),
        description=tuple(draw(st.lists(textes, max_size=3))),
        categories=tuple(draw(st.lists(textes, max_size=3))),
        couleur=draw(st.one_of(st.none(), textes)),
        confirmee=draw(st.booleans()),
        supprimee=draw(st.booleans()),
        publique=draw(st.booleans()),
        sequence=draw(st.integers(0, 99)),
        cree_le=draw(instants),
        maj_le=draw(instants),
        options=options,
    )


@st.composite
def agendas(draw: st.DrawFn) -> AgendaDoc:
    nombre = draw(st.integers(0, 4))
    return AgendaDoc(
        nom=draw(textes),
        description=draw(textes),
        fuseau=draw(textes),
        evenements=tuple(draw(reunions(rang)) for rang in range(nombre)),
    )


@tranquille
@given(agendas())
def test_toute_ligne_est_courte_entiere_et_sans_controle(doc: AgendaDoc) -> None:
    octets = rendre_agenda(doc).octets
    assert octets.startswith(b"BEGIN:VCALENDAR\r\n")
    assert octets.endswith(b"\r\nEND:VCALENDAR\r\n")
    for ligne in octets.removesuffix(b"\r\n").split(b"\r\n"):
        assert 0 < len(ligne) <= 75
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]", ligne.decode("utf-8"))
    depliees = octets.replace(b"\r\n ", b"").decode().split("\r\n")
    assert all(re.match(r"[A-Z-]+[;:]", ligne) for ligne in depliees[:-1])


@tranquille
@given(agendas(), st.randoms())
def test_memes_donnees_memes_octets_quel_que_soit_l_ordre(doc: AgendaDoc, hasard: object) -> None:
    melanges = list(doc.evenements)
    hasard.shuffle(melanges)  # type: ignore[attr-defined]
    assert rendre_agenda(doc) == rendre_agenda(doc)
    assert rendre_agenda(doc).octets == rendre_agenda(doc.model_copy(update={"evenements": tuple(melanges)})).octets


@tranquille
@given(agendas())
def test_toute_reunion_est_placee_ou_dite_et_chaque_identite_est_unique(doc: AgendaDoc) -> None:
    rendu = rendre_agenda(doc)
    uids = [str(vevent["uid"]) for vevent in Calendar.from_ical(rendu.octets).walk("VEVENT")]
    assert len(uids) == len(set(uids))
    ecartes = {ecarte.code for ecarte in rendu.ecartes}
    assert all(ecarte.raison for ecarte in rendu.ecartes)
    for evenement_ in doc.evenements:
        siens = {bloc.uid for bloc in rendre_blocs(evenement_)}
        assert siens <= set(uids)
        assert bool(siens) != (evenement_.code in ecartes)
    assert len(ecartes) == len(rendu.ecartes)


@tranquille
@given(agendas())
def test_la_fin_suit_le_debut_et_les_marques_s_accordent(doc: AgendaDoc) -> None:
    for vevent in Calendar.from_ical(rendre_agenda(doc).octets).walk("VEVENT"):
        if "dtend" in vevent:
            assert vevent.decoded("dtend") > vevent.decoded("dtstart")
        else:
            assert vevent.decoded("duration") == timedelta(0)
        occupation = str(vevent["x-microsoft-cdo-busystatus"])
        assert (occupation == "FREE") == (str(vevent["transp"]) == "TRANSPARENT")
        statut, titre = str(vevent["status"]), str(vevent["summary"])
        assert statut == "CONFIRMED" or titre.startswith("[")
        if statut == "CANCELLED":
            assert occupation == "FREE"
        if statut == "TENTATIVE":
            assert occupation in {"FREE", "TENTATIVE"}


@tranquille
@given(textes, st.lists(textes, min_size=1, max_size=3))
def test_tout_texte_revient_tel_quel(texte: str, lignes: list[str]) -> None:
    doc = evenement("x", "2026-07-01", titre=f"T{texte}", lieu=f"L{texte}", description=("D", *lignes))
    vevent = un(doc)
    assert str(vevent["summary"]) == sur_une_ligne(f"T{texte}")
    assert str(vevent["location"]) == sur_une_ligne(f"L{texte}")
    assert str(vevent["description"]) == "\n".join(["D", *map(nettoyer, lignes)])


@tranquille
@given(textes)
def test_nettoyer_ne_perd_que_les_controles(texte: str) -> None:
    net = nettoyer(texte)
    assert nettoyer(net) == net
    assert net.encode().decode() == net
    gardes = [c for c in texte if c.isprintable() and c not in "\ufeff\ufffe\uffff"]
    assert [c for c in net if c.isprintable()] == gardes
