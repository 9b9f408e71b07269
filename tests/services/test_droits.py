"""Who may write what: alice may, bob reads and may not, for charlie nothing of 28 exists."""

from __future__ import annotations

import contextlib
import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest

import backend.services
from backend.context import Contexte
from backend.services import comptes, structures
from backend.services.commands.structures import OccuperPoste
from backend.services.ecriture import ecriture
from fne_roadmaps.domain.droits import COMPTE_SANS_PROFIL, PUBLIC, Acteur
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import Interdit, NonTrouve
from fne_roadmaps.tables.engines import Moteur
from tests.services.actes import DE_LA_GOUVERNANCE, DU_SYSTEME, Acte
from tests.support.etat import contenu_de_la_base, lignes_du_journal
from tests.support.fabriques import BasesSqlite, ouverte
from tests.support.personnes import GOUVERNANCE_28, contexte

de_la_gouvernance = pytest.mark.parametrize("acte", DE_LA_GOUVERNANCE, ids=lambda acte: acte.nom)
du_systeme = pytest.mark.parametrize("acte", DU_SYSTEME, ids=lambda acte: acte.nom)
# A post is passed on (tested with structures); accounts have tests of their own; a measure needs an indicator (tested
# with news); a decision to take is not in the small world; the others are what services are made of.
AILLEURS = {
    *("occuper_poste", "changer_mot_de_passe", "changer_profil", "ajouter_mesure"),
    *("changer_avec_listes", "changer_une_rangee", "creer_une_fois", "changer_adoption", "creer_serie", "creer_flux"),
    "modifier_presence",
}


VERBES = (
    *("creer_", "modifier_", "changer_", "ajouter_", "supprimer_", "lier_", "occuper_", "signer", "presenter"),
    *("dire_", "fusionner_", "scinder_", "ranger_"),
)


def services() -> Iterator[str]:
    """Every public function of the services that acts for somebody."""
    for module in pkgutil.walk_packages(backend.services.__path__, "backend.services."):
        for nom, fonction in inspect.getmembers(import_module(module.name), inspect.iscoroutinefunction):
            if fonction.__module__ == module.name and nom.startswith(VERBES):
                yield nom


async def journal(ctx: Contexte) -> set[tuple[str, str, str | None]]:
    """What the request left in the journal."""
    return {(e["concept"], e["action"], e["champ"]) for e in await lignes_du_journal(ctx.requete)}


def test_chaque_service_est_essaye_ici() -> None:
    essayes = {acte.nom for acte in (*DE_LA_GOUVERNANCE, *DU_SYSTEME)}
    assert set(services()) == {nom for nom in essayes if nom.startswith(VERBES)} | AILLEURS


@de_la_gouvernance
async def test_alice_le_fait_et_le_journal_le_dit(monde: Moteur, alice: Contexte, acte: Acte) -> None:
    await acte.jouer(alice)
    assert await journal(alice) == set(acte.journal)
    for entree in await lignes_du_journal():
        assert (entree["acteur"], entree["gouvernance"]) == ("alice-28", GOUVERNANCE_28)
        assert entree["le"] == alice.maintenant


@de_la_gouvernance
async def test_bob_le_voit_sans_pouvoir_et_charlie_ne_le_voit_pas(
    monde: Moteur, bob: Contexte, charlie: Contexte, acte: Acte
) -> None:
    avant = await contenu_de_la_base()
    with pytest.raises(Interdit):
        await acte.jouer(bob)
    with pytest.raises(NonTrouve):
        await acte.jouer(charlie)
    for inconnu in (COMPTE_SANS_PROFIL, PUBLIC):
        with pytest.raises(NonTrouve):
            await acte.jouer(contexte(inconnu))
    assert await contenu_de_la_base() == avant


@du_systeme
async def test_ce_qui_est_commun_a_tous_vient_de_la_ligne_de_commande(
    monde: Moteur, systeme: Contexte, alice: Contexte, charlie: Contexte, acte: Acte
) -> None:
    avant = await contenu_de_la_base()
    for ctx in (alice, charlie):
        with pytest.raises(Interdit):
            await acte.jouer(ctx)
    assert await contenu_de_la_base() == avant
    await acte.jouer(systeme)
    assert await journal(systeme) == set(acte.journal)


async def test_les_postes_et_les_reglages_viennent_aussi_de_la_ligne_de_commande(
    monde: Moteur, alice: Contexte
) -> None:
    avant = await contenu_de_la_base()
    with pytest.raises(Interdit):
        await structures.occuper_poste(alice, OccuperPoste(poste="hub-lo/mission-28", personne="x", debut=alice.au))
    with pytest.raises(Interdit):
        async with ecriture():
            await comptes.regler(alice, {"demo": "1"})
    assert await contenu_de_la_base() == avant


ECRITS = {
    "ajouter_chiffre",
    "changer_etat",
    "creer_appel",
    "creer_axe",
    "creer_feuille_de_route",
    "creer_fiche_action",
    "lier_fiches",
    "modifier_appel",
    "modifier_axe",
    "modifier_feuille_de_route",
    "modifier_fiche_action",
}
ARBITRAGES = {
    "changer_avancement",
    "changer_instruction",
    "fusionner_fiches",
    "ranger_fiches",
    "scinder_fiche",
    "supprimer_fiche_action",
}
TENUES = {
    "ajouter_cadence",
    "ajouter_contribution",
    "ajouter_siege",
    "ajouter_invite",
    "changer_etat_point",
    "changer_etat_reunion",
    "changer_suivi",
    "creer_decision",
    "dire_le_role",
    "creer_instance",
    "creer_point",
    "creer_reunion",
    "deplacer_siege",
    "fermer_instance",
    "modifier_cadence",
    "modifier_decision",
    "modifier_instance",
    "modifier_point",
    "modifier_reunion",
    "modifier_siege",
    "retirer_cadence",
    "retirer_siege",
    "supprimer_reunion",
}
TOUS = ECRITS | ARBITRAGES | TENUES | {"modifier_gouvernance", "presenter", "signer"}


@pytest.mark.parametrize(
    ("profil", "permis"),
    [
        (Profil.ADMINISTRATEUR, TOUS - {"presenter", "signer"}),
        (Profil.PORTEUR, TOUS),
        (Profil.REDACTEUR, ECRITS | ARBITRAGES | TENUES),
        (Profil.ANIMATEUR, TENUES),
        (Profil.CONTRIBUTEUR, set()),
        (Profil.LECTEUR, set()),
    ],
)
async def test_chaque_profil_a_ses_droits_et_eux_seuls(
    bases_sqlite: BasesSqlite, profil: Profil, permis: set[str]
) -> None:
    """Rights do not depend on the engine: one is enough. Each act is played on a world of its own."""
    ctx = contexte(Acteur("essai-28", "Essai", profils={GOUVERNANCE_28: profil}))
    faits = set()
    for acte in DE_LA_GOUVERNANCE:
        with bases_sqlite.copie("monde") as url:
            async with ouverte(url):
                with contextlib.suppress(Interdit):
                    await acte.jouer(ctx)
                    faits.add(acte.nom)
    assert faits == permis
