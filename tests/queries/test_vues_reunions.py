"""Which meetings are to come, to confirm or of a year: told in SQL as the domain would tell it, on both engines."""

from __future__ import annotations

from datetime import date

import pytest

from backend.context import Contexte
from backend.queries.lecture import TOUT, Clause, date_de
from backend.queries.vues.agenda import FiltreAgenda, a_confirmer, entre, lire_agenda
from backend.queries.vues.reunions import a_venir, reunions
from backend.services.commands.reunions import CreerReunion
from backend.services.reunions.tenue import creer_reunion
from fne_roadmaps.demo import AU
from fne_roadmaps.domain.dates import DateIncertaine, NatureDate
from fne_roadmaps.domain.enums import EtatReunion
from fne_roadmaps.tables.engines import Moteur
from tests.support.requetes import requetes_de

FERMES = {NatureDate.JOUR, NatureDate.DUREE}
DATES = (
    "2025-06-16",
    "2025-06-17",
    "2025-06-17~",
    "2025-06-15/2025-06-17",
    "2025-06-15/2025-06-16",
    "[2025-06-16,2025-06-20]",
    "[2025-06-11..2025-06-15]",
    "2025-06",
    "2025-05",
    "[2025-05..2025-06]",
    "2025-21",
    "2024-24",
    "2025-34",
    "2025",
    "2024",
    "2024-10/..",
    "../2024-10",
    None,
)


async def convoquer(ctx: Contexte, edtf: str | None, etat: EtatReunion = EtatReunion.CONVOQUEE) -> None:
    """A meeting of 28 named by its date and its state."""
    titre = f"{edtf or 'sans date'} {etat}"
    if edtf is None and etat is EtatReunion.CONVOQUEE:
        etat = EtatReunion.A_DATER
    await creer_reunion(
        ctx,
        CreerReunion.model_validate(
            {
                "gouvernance": "28",
                "titre": titre,
                "date": edtf,
                "etat": etat,
                "motif": "essai",
                "genre": "rendez_vous",
                "portee": "departementale",
            }
        ),
    )


@pytest.fixture
async def dates_diverses(monde: Moteur, systeme: Contexte) -> None:
    """Every kind of date, then states that change the answer."""
    for edtf in DATES:
        await convoquer(systeme, edtf)
    await convoquer(systeme, "2025-03-04", EtatReunion.TENUE)
    await convoquer(systeme, "2025-06-17", EtatReunion.TENUE)
    await convoquer(systeme, "2025-07-04", EtatReunion.ANNULEE)
    await convoquer(systeme, "2025-07", EtatReunion.ANNULEE)
    await convoquer(systeme, None, EtatReunion.ANNULEE)


async def titres(ctx: Contexte, clause: Clause) -> set[str]:
    """Titles of the meetings of 28 without instance that a clause keeps."""
    siennes = Clause("r.instance IS NULL") & clause
    return {r["titre"] for r in await reunions(ctx.acteur, siennes, AU)}


def venir(quand: DateIncertaine | None, etat: EtatReunion) -> bool:
    """The last possible day is not past, or no day is known and nothing was cancelled."""
    if etat is EtatReunion.TENUE:
        return False
    if quand is None or quand.dernier is None:
        return etat is not EtatReunion.ANNULEE
    return quand.dernier >= AU


@pytest.mark.usefixtures("dates_diverses")
async def test_a_venir_suit_le_dernier_jour_possible(systeme: Contexte) -> None:
    toutes = await reunions(systeme.acteur, Clause("r.instance IS NULL"), AU)
    attendues = {r["titre"] for r in toutes if venir(date_de(r), EtatReunion(r["etat"]))}
    assert await titres(systeme, a_venir(AU)) == attendues
    assert {r["titre"] for r in toutes if r["a_venir"]} == attendues
    assert "2025-06-17 convoquee" in attendues
    assert "2025-06-16 convoquee" not in attendues
    assert "sans date annulee" not in attendues


@pytest.mark.usefixtures("dates_diverses")
async def test_est_a_confirmer_ce_qui_n_a_pas_de_jour_sur(systeme: Contexte) -> None:
    toutes = await reunions(systeme.acteur, Clause("r.instance IS NULL"), AU)
    attendues = set()
    for r in toutes:
        quand = date_de(r)
        ferme = quand is not None and quand.nature in FERMES
        if r["etat"] not in {EtatReunion.TENUE, EtatReunion.ANNULEE}:
            attendues |= {r["titre"]} if not ferme or r["etat"] == EtatReunion.A_DATER else set()
    assert await titres(systeme, a_confirmer()) == attendues
    assert "2025-06-17~ convoquee" in attendues
    assert "2025-06-15/2025-06-17 convoquee" not in attendues


@pytest.mark.usefixtures("dates_diverses")
async def test_une_annee_prend_ce_qui_peut_y_etre(systeme: Contexte) -> None:
    de_2024 = await titres(systeme, entre(date(2024, 1, 1), date(2024, 12, 31)))
    assert de_2024 == {
        "2024 convoquee",
        "2024-24 convoquee",
        "2024-10/.. convoquee",
        "../2024-10 convoquee",
    }
    de_2023 = await titres(systeme, entre(date(2023, 1, 1), date(2023, 12, 31)))
    assert de_2023 == {"../2024-10 convoquee"}
    assert "2024-24 convoquee" in await titres(systeme, entre(date(2025, 1, 1), date(2025, 12, 31)))


@pytest.mark.usefixtures("dates_diverses")
async def test_les_reunions_sortent_par_date_et_les_inconnues_a_la_fin(systeme: Contexte) -> None:
    ordre = [r["titre"] for r in await reunions(systeme.acteur, Clause("r.instance IS NULL"), AU)]
    assert set(ordre[-2:]) == {"sans date annulee", "sans date convoquee"}
    assert ordre.index("2025-06-16 convoquee") < ordre.index("2025-06-17 convoquee")


@pytest.mark.usefixtures("dates_diverses")
async def test_l_agenda_dit_ce_que_le_fichier_laisse(systeme: Contexte) -> None:
    vue = await lire_agenda(systeme.acteur, FiltreAgenda(periode="toutes"), AU, "Région")
    dehors = {h.reunion["titre"] for h in vue.hors_calendrier}
    assert dehors == {
        "2024 convoquee",
        "2025 convoquee",
        "2024-10/.. convoquee",
        "../2024-10 convoquee",
        "sans date convoquee",
        "sans date annulee",
    }
    assert len(vue.reunions) == len(DATES) + 5 + 2
    assert vue.annees == range(2024, 2026)


async def test_une_reunion_de_plus_ne_coute_pas_une_requete_de_plus(monde: Moteur, systeme: Contexte) -> None:
    with requetes_de(monde) as avant:
        await reunions(systeme.acteur, TOUT, AU)
    for jour in ("2025-09-01", "2025-09-02", "2025-09-03"):
        await convoquer(systeme, jour)
    with requetes_de(monde) as apres:
        trouvees = await reunions(systeme.acteur, TOUT, AU)
    assert len(trouvees) == 5
    assert len(apres) == len(avant) == 3


async def test_charlie_ne_voit_aucune_reunion_de_28(monde: Moteur, charlie: Contexte) -> None:
    codes = {r["code"] for r in await reunions(charlie.acteur, TOUT, AU)}
    assert codes == {"41/copil/r1"}
    vue = await lire_agenda(
        charlie.acteur, FiltreAgenda(gouvernance="28", periode="toutes"), date(2025, 6, 17), "Région"
    )
    assert vue.reunions == []
    assert vue.evenements == 0
