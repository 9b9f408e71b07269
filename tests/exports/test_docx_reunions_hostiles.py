"""Whatever people typed of a meeting, its documents open and print it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings, strategies as st
from lxml import etree

from exports.docx import (
    rendre_compilation,
    rendre_compte_rendu,
    rendre_convocation,
    rendre_emargement,
    rendre_releve_de_decisions,
)
from exports.payloads import (
    CompilationDoc,
    ConvocationDoc,
    DecisionDoc,
    DestinataireDoc,
    EmargementDoc,
    OrganismeDoc,
    PointDoc,
    PresenceDoc,
    ProchaineDoc,
    ReunionDoc,
    SignataireDoc,
)
from fne_roadmaps.domain.dates import lire_date
from fne_roadmaps.domain.enums import (
    EtatAdoption,
    EtatPoint,
    EtatPresence,
    ModeDecision,
    NatureDecision,
    NaturePoint,
    SuiviDecision,
)
from tests.exports.lecture_docx import corps, lignes, ouvrir, titres
from tests.exports.reunions import decision, reunion

_TEXTES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)
_DATES = st.sampled_from([None, lire_date("2024-06-18"), lire_date("[2024-11-04,2024-11-14]"), lire_date("2024-23")])


_DECISIONS = st.builds(
    DecisionDoc,
    code=_TEXTES,
    texte=_TEXTES,
    nature=st.sampled_from(NatureDecision),
    adoption=st.sampled_from(EtatAdoption),
    mode=st.sampled_from([None, *ModeDecision]),
    suivi=st.sampled_from(SuiviDecision),
    responsable=_TEXTES,
    echeance=_DATES,
    fiches=st.tuples(_TEXTES),
    voix_pour=st.none() | st.integers(0, 99),
)
_POINTS = st.builds(
    PointDoc,
    rang=st.integers(1, 99),
    titre=_TEXTES,
    nature=st.sampled_from(NaturePoint),
    etat=st.sampled_from(EtatPoint),
    presente_par=_TEXTES,
    references=st.tuples(_TEXTES),
    texte=_TEXTES,
    notes=_TEXTES,
    reporte_a=_TEXTES,
    decisions=st.tuples(_DECISIONS),
)
_PRESENCES = st.builds(
    PresenceDoc,
    organisme=_TEXTES,
    fonction=_TEXTES,
    personne=st.none() | _TEXTES,
    college=st.none() | _TEXTES,
    etat=st.sampled_from([None, *EtatPresence]),
    represente_par=_TEXTES,
    a_distance=st.booleans(),
)
_REUNIONS = st.builds(
    ReunionDoc,
    reference=_TEXTES,
    gouvernance_nom=_TEXTES,
    instance=_TEXTES,
    titre=_TEXTES,
    date=_DATES,
    fuseau=_TEXTES,
    heure_debut=st.just("09:30"),
    lieu=_TEXTES,
    lien_visio=_TEXTES,
    porteurs=st.tuples(st.builds(OrganismeDoc, nom=_TEXTES)),
    co_organisateurs=st.tuples(_TEXTES),
    presidence=_TEXTES,
    introduction=_TEXTES,
    presences=st.lists(_PRESENCES, max_size=3).map(tuple),
    points=st.tuples(_POINTS),
    decisions=st.tuples(_DECISIONS),
    prochaines=st.tuples(st.builds(ProchaineDoc, titre=_TEXTES, date=_DATES)),
    arrete_au=st.just(date(2024, 9, 12)),
    mention=_TEXTES,
)


@settings(max_examples=40, deadline=None)
@given(r=_REUNIONS, t=_TEXTES)
def test_any_text_makes_a_file_that_opens(r: ReunionDoc, t: str) -> None:
    documents: list[Callable[[], bytes]] = [
        lambda: rendre_compte_rendu(r),
        lambda: rendre_releve_de_decisions(r),
        lambda: rendre_convocation(
            ConvocationDoc(
                reunion=r,
                date=date(2024, 1, 1),
                civilite=t,
                message=t,
                destinataire=DestinataireDoc(lignes=(t, t)),
                pieces_jointes=(t,),
                signataires=(SignataireDoc(organisme=t, nom=t),),
            )
        ),
        lambda: rendre_emargement(EmargementDoc(reunion=r, conservation=t)),
        lambda: rendre_compilation(
            CompilationDoc(
                reference=t, gouvernance_nom=t, instance=t, annee=2024, reunions=(r, r), arrete_au=date(2024, 1, 1)
            )
        ),
    ]
    for rendre in documents:
        octets = rendre()
        assert ouvrir(octets).paragraphs
        assert octets == rendre()


@pytest.mark.parametrize("hostile", ["<w:p>", "a & b", "]]>", "😀", "مرحبا", "{{ x }}", "%s", "\u202e inversé"])
def test_a_hostile_text_prints_as_it_is(hostile: str) -> None:
    r = reunion(titre=f"Titre {hostile}", decisions=(decision(9, f"Décision {hostile} prise"),))
    octets = rendre_compte_rendu(r)
    assert any(f"Titre {hostile}" in t for t in titres(ouvrir(octets), 1))
    assert f"Décision {hostile} prise" in lignes(octets)
    illisible = reunion(decisions=(decision(1, "x", code="Avant\x00après"),))
    assert "Décision Avant\ufffdaprès" in lignes(rendre_compte_rendu(illisible))


def test_a_title_of_three_hundred_characters_and_a_word_without_end_hold() -> None:
    long = "Comité interdépartemental " * 12
    for rendre in (rendre_compte_rendu, rendre_releve_de_decisions):
        document = corps(rendre(reunion(titre=long, lieu="x" * 300)))
        assert etree.tostring(document).count(b'w:sz w:val="26"') == 1  # the smallest size of a title
