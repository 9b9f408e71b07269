"""Which meetings enter which calendar, on the demonstration and in the small world."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from backend.context import Contexte
from backend.queries import agendas
from backend.queries.agendas import Portee
from backend.services import reunions
from backend.services.commands.reunions import CreerReunion
from exports.ical import rendre_agenda
from exports.payloads import EvenementDoc
from fne_roadmaps.domain.droits import SYSTEME, Acteur
from fne_roadmaps.domain.errors import NonTrouve
from fne_roadmaps.tables.engines import Moteur
from tests.support.personnes import ALICE, CHARLIE
from tests.support.requetes import requetes_de


async def evenements(portee: Portee, acteur: Acteur = SYSTEME) -> dict[str, EvenementDoc]:
    """Meetings of a calendar by code."""
    return {e.code: e for e in (await agendas.agenda(acteur, portee)).evenements}


def de_2023(trouves: Iterable[EvenementDoc]) -> list[str]:
    """Dates of 2023 in order."""
    return sorted(e.date.edtf for e in trouves if e.date and "2023" in e.date.edtf)


async def test_l_indre_et_loire_a_ses_dix_reunions_de_2023(base_demo_lecture: Moteur) -> None:
    portee = await agendas.portee_gouvernance(SYSTEME, "37")
    trouves = await evenements(portee)
    assert de_2023(trouves.values()) == [
        "2023-06-22",
        "2023-06-22",
        "2023-06-26",
        "2023-07-07",
        "2023-09-08",
        "2023-09-22",
        "2023-10-10",
        "2023-11-09",
        "2023-12-05",
        "[2023-09-14,2023-09-21]",
    ]
    (ou,) = [e for e in trouves.values() if e.date and e.date.edtf.startswith("[")]
    assert [o.date.edtf for o in ou.options] == ["2023-09-14", "2023-09-21"]
    assert len({ou.uid, *(o.uid for o in ou.options)}) == 3
    assert portee.nom == "Agenda d’Indre-et-Loire"


async def test_l_agenda_d_un_departement_ne_prend_ni_les_voisins_ni_le_regional(base_demo_lecture: Moteur) -> None:
    tous = await evenements(await agendas.portee_region(SYSTEME, "R24"))
    par_departement = {
        code: set(await evenements(await agendas.portee_gouvernance(SYSTEME, code)))
        for code in ("18", "28", "36", "37", "41", "45")
    }
    for code, trouves in par_departement.items():
        assert trouves <= set(tous)
        assert all(t.startswith((f"{code}/", "hub-lo/")) for t in trouves)
    regionales = {code for code in tous if code.startswith("hub-lo/copil")}
    assert regionales
    assert not regionales & set().union(*par_departement.values())
    assert set(tous) == set().union(*par_departement.values()) | {c for c in tous if c.startswith("hub-lo/")}


async def test_une_reunion_du_hub_tenue_sur_place_est_dans_l_agenda_du_departement(
    monde: Moteur, systeme: Contexte
) -> None:
    avant = set(await evenements(await agendas.portee_gouvernance(SYSTEME, "28")))
    for champs in (
        {"portee": "regionale"},
        {"portee": "departementale", "territoire": "41"},
        {"portee": "departementale", "territoire": "28"},
        {"portee": "bassin_de_vie", "territoire": "bv-chartres"},
        {"portee": "regionale", "gouvernances_associees": ["28"]},
    ):
        await reunions.creer_reunion(
            systeme,
            CreerReunion.model_validate(
                {"instance": "hub-lo/copil", "etat": "convoquee", "date": "2025-10-01", **champs}
            ),
        )
    apres = set(await evenements(await agendas.portee_gouvernance(SYSTEME, "28")))
    assert apres - avant == {"hub-lo/copil/r3", "hub-lo/copil/r4", "hub-lo/copil/r5"}


async def test_un_agenda_se_lit_en_un_nombre_fixe_de_requetes(base_demo_lecture: Moteur) -> None:
    for portee in (await agendas.portee_region(SYSTEME, "R24"), await agendas.portee_instance(SYSTEME, "28/copil")):
        for contenu, attendues in ((True, 5), (False, 3)):
            with requetes_de(base_demo_lecture) as passees:
                await agendas.agenda(SYSTEME, portee, contenu=contenu)
            assert len(passees) == attendues


async def test_chacun_lit_l_agenda_qui_le_regarde(base_demo_lecture: Moteur) -> None:
    region = await agendas.portee_region(SYSTEME, "R24")
    d_alice, de_charlie = await evenements(region, ALICE), await evenements(region, CHARLIE)
    assert {code.split("/")[0] for code in d_alice} == {"28"}
    assert {code.split("/")[0] for code in de_charlie} <= {"41"}
    with pytest.raises(NonTrouve):
        await agendas.portee_instance(CHARLIE, "28/copil")
    with pytest.raises(NonTrouve):
        await agendas.portee_gouvernance(ALICE, "99")


async def test_ce_qui_n_a_pas_de_jour_est_dit_hors_calendrier(base_demo_lecture: Moteur) -> None:
    rendu = rendre_agenda(await agendas.agenda(SYSTEME, await agendas.portee_gouvernance(SYSTEME, "28")))
    assert rendu.octets.count(b"BEGIN:VEVENT") + len({e.code for e in rendu.ecartes}) >= 18
    assert {e.code for e in rendu.ecartes} >= {"28/copil/r1", "28/copil/r2"}


async def test_une_reunion_deplacee_dit_son_jour_precedent(base_demo_lecture: Moteur) -> None:
    trouves = await evenements(await agendas.portee_gouvernance(SYSTEME, "28"))
    deplacee = trouves["28/copil/r4"]
    assert deplacee.date
    assert deplacee.date_precedente
    assert (deplacee.date_precedente.edtf, deplacee.date.edtf, deplacee.sequence) == ("2025-06-10", "2025-06-17", 1)
    assert trouves["28/gt-emploi/r2"].etat.value == "annulee"
