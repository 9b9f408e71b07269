"""An agenda brought in: created together, once however often it comes, and undone."""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, strategies as st

from backend.context import Contexte
from backend.queries import agendas
from backend.queries.imports_agenda import imports_recents, lire_import, lire_terrain
from backend.queries.lecture import lignes
from backend.services.commands.imports_agenda import ImporterAgenda, ReunionImportee, en_restes
from backend.services.commands.reunions import ModifierReunion
from backend.services.imports_agenda import Prevue, annuler_import, commandes, confronter, importer_agenda
from backend.services.reunions import modifier_reunion
from exports.ical import rendre_agenda
from fne_roadmaps.domain.agenda_colle import lire_agenda
from fne_roadmaps.domain.errors import Interdit, NonTrouve, ReglesViolees, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import contenu_de_la_base, lignes_du_journal

AGENDA = """Agenda 2025
Eure-et-Loir
- jeudi 12 juin : COPIL, 9h30-12h, à la préfecture
- 14 ou 21 septembre : rencontre des médiateurs
- 2 visios le 3 juillet 2026 : groupe santé
- automne : forum
- 10 juillet 2026 : inauguration reportée au 17 septembre 2026
- 8 juillet 2026 : atelier annulé
- 9 juillet 2026 : visite reportée
- 1/mois : point avec le hub
Loiret
- mardi 13 mai : rencontre
Bla bla
"""


_MORCEAUX = st.sampled_from(
    [
        "12 juin 2023", " : ", "COPIL", "https://a.[", "http://x", "- ", "\n", "\t", "(", ")", "9h30-12h",
        " à la salle ", "2 visios", "Juin", "Loiret\n", "annulé ", "reportée au 3 mai", "14 ou 21", " mars",
        "…", "\ufb01", "½", "İ", "\u0301", "x" * 150, "lieu : ", "date à définir", "1/mois", "2024", "14h",
        "?", "·", ";", " et ", "T3 ", "35/13", " , ",
    ]
)  # fmt: skip


@given(st.lists(_MORCEAUX, min_size=1, max_size=25).map("".join))
def test_tout_ce_qui_est_lu_peut_etre_demande(texte: str) -> None:
    """Whatever is pasted, what is understood of it passes every check at the door."""
    with suppress(RegleViolee):
        lu = lire_agenda(texte, 2024)
        prevues = [Prevue(p, None, None, True, ()) for p in lu.propositions]
        assert len(commandes(prevues)) == len(lu.propositions)
        assert len(en_restes(x.ligne for x in lu.non_compris)) == len({x.ligne for x in lu.non_compris})


async def prevoir(ctx: Contexte, texte: str = AGENDA) -> tuple[Prevue, ...]:
    """What the agenda would create in 28."""
    return confronter(lire_agenda(texte), await lire_terrain(ctx.acteur, "28"))


async def importer(ctx: Contexte, texte: str = AGENDA) -> tuple[UUID, list[dict[str, Any]]]:
    """Bring an agenda into 28, as the page does."""
    cle = await importer_agenda(ctx, ImporterAgenda(gouvernance="28", reunions=commandes(await prevoir(ctx, texte))))
    _, contenu = await lire_import(ctx.acteur, cle)
    return cle, contenu["reunions"]


async def reunions() -> list[tuple[str, str, str | None, str]]:
    """(code, title, date, state) of the meetings of 28 that an import left, oldest first."""
    trouvees = await lignes(
        "SELECT r.code, r.titre, r.date_edtf, r.etat FROM reunion r JOIN gouvernance g ON g.id = r.gouvernance "
        "WHERE g.code = '28' AND r.supprime_le IS NULL AND r.source IS NOT NULL ORDER BY r.instance IS NULL, r.numero"
    )
    return [(r["code"], r["titre"], r["date_edtf"], r["etat"]) for r in trouvees]


async def test_un_agenda_entre_en_une_fois_et_la_seconde_ne_cree_rien(monde: Moteur, alice: Contexte) -> None:
    prevues = await prevoir(alice)
    assert [p.garder for p in prevues] == [True] * 9 + [False]
    assert "Le titre au-dessus dit « Loiret »" in prevues[-1].alertes[-1]
    cle, creees = await importer(alice)
    assert await reunions() == [
        ("28/copil/r2", "COPIL", "2025-06-12", "tenue"),
        ("28/r1", "Rencontre des médiateurs", "[2025-09-14,2025-09-21]", "a_dater"),
        ("28/r2", "Visio, groupe santé", "2026-07-03", "convoquee"),
        ("28/r3", "Visio, groupe santé", "2026-07-03", "convoquee"),
        ("28/r4", "Forum", "2025-23", "a_dater"),
        ("28/r5", "Inauguration", "2026-09-17", "convoquee"),
        ("28/r6", "Atelier", "2026-07-08", "annulee"),
        ("28/r7", "Visite", None, "reportee"),
        ("28/r8", "Point avec le hub", "2025", "a_dater"),
    ]
    assert len(creees) == 9
    anterieures = await lignes("SELECT date_edtf FROM date_anterieure ORDER BY date_edtf")
    assert [a["date_edtf"] for a in anterieures] == ["2026-07-09", "2026-07-10"]
    assert {(e["acteur"], e["concept"]) for e in await lignes_du_journal(alice.requete)} == {
        (alice.acteur.identifiant, "reunion")
    }
    encore = await prevoir(alice)
    assert not any(p.garder for p in encore)
    assert encore[0].proposition.deja == "Déjà importée : 28/copil/r2."
    portee = await agendas.portee_gouvernance(alice.acteur, "28")
    assert b"Option 1/2" in rendre_agenda(await agendas.agenda(alice.acteur, portee)).octets
    assert [
        r["id"] for r in await imports_recents(alice.acteur, (await lire_import(alice.acteur, cle))[0]["gouvernance"])
    ] == [cle]


async def test_ce_qui_est_deja_la_n_est_pas_repris_et_le_meme_jour_se_dit(monde: Moteur, alice: Contexte) -> None:
    await importer(alice, "12 juin 2026 : COPIL")
    meme, jour, double, autre = await prevoir(
        alice, "- vendredi 12 juin 2026 — copil\n12 juin 2026 : visio\n12 juin 2026 : visio\n1er juillet 2026 : visio"
    )
    assert (meme.garder, meme.proposition.deja) == (False, "Déjà là : 28/copil/r2, « COPIL ».")
    assert jour.garder
    assert "Déjà à cette date : 28/copil/r2 « COPIL »." in jour.alertes
    assert (double.garder, double.proposition.deja) == (False, "La même ligne est déjà plus haut.")
    assert autre.garder
    with pytest.raises(ReglesViolees) as refus:
        await importer_agenda(
            alice,
            ImporterAgenda(
                gouvernance="28",
                reunions=(
                    ReunionImportee(titre="Bonne"),
                    ReunionImportee(titre="Renversée", heure_debut="12:00", heure_fin="09:00"),
                ),
            ),
        )
    assert [v.champ for v in refus.value.violations] == ["reunions.1.heure_fin"]
    assert [r[1] for r in await reunions()] == ["COPIL"]


async def test_un_import_s_annule_sauf_ce_qui_a_vecu_depuis(
    monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    cle, creees = await importer(alice)
    await modifier_reunion(alice, "28/r1", None, ModifierReunion.model_validate({"lieu": "Chartres"}))
    for autre, refus in ((bob, Interdit), (charlie, NonTrouve)):
        with pytest.raises(refus):
            await annuler_import(autre, cle)
    await annuler_import(alice, cle)
    await annuler_import(alice, cle)
    assert [r[0] for r in await reunions()] == ["28/r1"]
    _, contenu = await lire_import(alice.acteur, cle)
    assert len(contenu["annulation"]["retirees"]) == len(creees) - 1
    assert [(r["code"], r["cause"]) for r in contenu["annulation"]["restees"]] == [
        ("28/r1", "Modifiée depuis l’import : elle reste.")
    ]
    _, encore = await importer(alice)
    assert [c["code"] for c in encore][:2] == ["28/copil/r3", "28/r9"]


async def test_bob_et_charlie_n_importent_rien(
    monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    reunions_voulues = commandes(await prevoir(alice))
    avant = await contenu_de_la_base()
    for autre, refus in ((bob, Interdit), (charlie, NonTrouve)):
        with pytest.raises(refus):
            await importer_agenda(autre, ImporterAgenda(gouvernance="28", reunions=reunions_voulues))
        with pytest.raises(refus):
            await lire_terrain(autre.acteur, "28")
    assert await contenu_de_la_base() == avant
