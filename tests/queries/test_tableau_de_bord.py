"""The follow-up of a roadmap: what it counts, what it was at the last COPIL, and in how many statements."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.context import Contexte
from backend.queries.lecture import ligne, lignes
from backend.queries.vues.actes import ActesDeFiches, lire_actes
from backend.queries.vues.tableau import Repere, Tableau, charger_suivie, lire_tableau, repere_par_defaut, reperes_de
from backend.services.commands.arbitrage import SupprimerFiche
from backend.services.commands.feuilles_de_route import ChangerEtat
from backend.services.commands.fiches_action import ChangerAvancement, CreerFicheAction, ModifierFicheAction
from backend.services.commands.reunions import CreerReunion
from backend.services.commands.suivi import DonnerNouvelles
from backend.services.ecriture import inserer
from backend.services.fiches_action import (
    changer_avancement,
    creer_fiche_action,
    modifier_fiche_action,
    supprimer_fiche_action,
)
from backend.services.fiches_action.jalons import cocher_jalon
from backend.services.fiches_action.nouvelles import donner_des_nouvelles
from backend.services.reunions import creer_reunion
from backend.services.signatures import signer
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.enums import Avancement, Instruction
from fne_roadmaps.domain.errors import NonTrouve
from fne_roadmaps.domain.suivi import FicheSuivie, chiffres, remonter
from fne_roadmaps.tables.engines import Moteur
from fne_roadmaps.tables.fiches_action import Acteur, FicheAction, Jalon
from tests.support.fabriques import Bases, ouverte
from tests.support.personnes import ALICE, BOB, CHARLIE, contexte
from tests.support.requetes import requetes_de

FEUILLE = cle_fixe("feuille_de_route:28-2024")
PARIS = "Europe/Paris"
COPIL = date(2025, 6, 20)
AU = date(2025, 9, 1)
APRES = replace(contexte(ALICE), au=AU, maintenant=datetime(2025, 7, 1, 8, tzinfo=UTC))
"""Alice, after the COPIL."""
BUS = {
    "acteurs": [{"role": "pilote", "structure": "asso-a"}],
    "jalons": [{"titre": "Acheter", "date": "2025-06-10"}, {"titre": "Rouler", "date": "2025-12"}],
    "fin": "2025-06-18",
    "besoin": 500_00,
    "financements": [{"financeur": "État", "annee": 2025, "demande": 300_00, "promis": 200_00}],
}


def a(heure: int) -> Contexte:
    """One more instant after the COPIL: no two acts happen at once."""
    return replace(APRES, maintenant=datetime(2025, 7, 1, heure, tzinfo=UTC), requete=f"requete-{heure}")


async def tenir_copil(quand: str = COPIL.isoformat()) -> None:
    """A COPIL of 28, held."""
    await creer_reunion(APRES, CreerReunion.model_validate({"instance": "28/copil", "etat": "tenue", "date": quand}))


async def tableau() -> Tableau:
    """The whole, as alice reads it."""
    return await lire_tableau(await charger_suivie(ALICE, FEUILLE), AU, PARIS)


async def actes(**options: Any) -> ActesDeFiches:
    """The acts since the COPIL."""
    return await lire_actes(FEUILLE, Repere("copil", COPIL).debut(PARIS), **{"par_page": 50, **options})


async def modifier(ctx: Contexte, reference: str, **champs: Any) -> None:
    """Change a fiche as it stands."""
    await modifier_fiche_action(ctx, reference, None, ModifierFicheAction.model_validate(champs))


def etats(vue: Tableau) -> dict[UUID, FicheSuivie]:
    """Fiches as the rules see them, steps in one order."""
    return {cle: replace(f, jalons=tuple(sorted(f.jalons, key=str))) for cle, f in vue.suivies.items()}


async def test_remonter_le_journal_redonne_la_feuille_telle_qu_elle_etait(monde: Moteur, alice: Contexte) -> None:
    await modifier(alice, "28-2024/1.1", **BUS)
    await tenir_copil()
    alors = etats(await tableau())
    await changer_avancement(a(9), "28-2024/1.1", None, ChangerAvancement(avancement=Avancement.EN_COURS))
    await modifier(a(10), "28-2024/1.1", fin="2026-03", acteurs=[], jalons=[{"titre": "Rouler", "date": "2026"}])
    bus, jalon = cle_fixe("fiche_action:28-2024/1.1"), await ligne("SELECT id FROM jalon") or {}
    await cocher_jalon(a(11), bus, jalon["id"], AU)
    nouvelles = {"fiche_action": "28-2024/1.2", "texte": "Close.", "avancement": "realisee", "le": "2025-08-01"}
    await donner_des_nouvelles(a(12), DonnerNouvelles.model_validate(nouvelles))
    neuve = {"feuille_de_route": "28-2024", "axe": "28-2024/2", "titre": "Neuve", "instruction": "retenue"}
    await creer_fiche_action(a(13), CreerFicheAction.model_validate(neuve))
    await supprimer_fiche_action(a(14), "28-2024/p1", None, SupprimerFiche(pourquoi="En double"))
    vue = await tableau()
    assert etats(vue) != alors
    assert vue.changements is not None
    revenue = remonter(vue.suivies, vue.changements)
    assert {cle: replace(f, jalons=tuple(sorted(f.jalons, key=str))) for cle, f in revenue.items()} == alors
    avant, apres = chiffres(revenue.values(), COPIL), chiffres(vue.suivies.values(), AU)
    assert (avant.progression.realisees, avant.progression.retenues) == (0, 2)
    assert (apres.progression.realisees, apres.progression.retenues) == (1, 3)
    assert (avant.en_retard, avant.sans_pilote) == (1, 1)
    assert (apres.en_retard, apres.sans_pilote) == (0, 2)
    assert vue.realisees == {cle_fixe("fiche_action:28-2024/1.2"): date(2025, 7, 1)}


async def test_ce_que_le_journal_ne_sait_pas_n_est_pas_invente(monde: Moteur) -> None:
    assert (await tableau()).changements is None
    assert (await tableau()).repere.nom == "jour"
    await tenir_copil("2025-06-16")
    vue = await tableau()
    assert (vue.repere, vue.changements) == (Repere("copil", date(2025, 6, 16)), None)
    await tenir_copil("2025-07")
    assert (await tableau()).repere == Repere("copil", date(2025, 7, 1), exact=False)
    assert (await tableau()).changements is None


async def test_sans_copil_la_signature_puis_un_mois(monde: Moteur, alice: Contexte) -> None:
    feuille = await charger_suivie(ALICE, cle_fixe("feuille_de_route:28-2025"))
    assert repere_par_defaut(await reperes_de(feuille, AU), AU) == Repere("jour", date(2025, 8, 2))
    await signer(alice, "28-2025", None, ChangerEtat.model_validate({"etat": "signee", "date": "2025-06-16"}))
    assert await reperes_de(feuille, AU) == (Repere("signature", date(2025, 6, 16)),)
    await tenir_copil()
    assert [r.nom for r in await reperes_de(feuille, AU)] == ["copil", "signature"]
    assert [r.nom for r in await reperes_de(feuille, date(2025, 6, 19))] == ["signature"]


async def test_les_actes_se_lisent_un_par_un_du_plus_recent(monde: Moteur, alice: Contexte) -> None:
    await modifier(alice, "28-2024/1.1", **BUS)
    await tenir_copil()
    nouvelles = {"fiche_action": "28-2024/1.1", "texte": "Le bus roule.", "avancement": "en_cours"}
    await donner_des_nouvelles(a(9), DonnerNouvelles.model_validate(nouvelles))
    await modifier(a(10), "28-2024/1.1", titre="Bus", contexte="Il manque.")
    neuve = {"feuille_de_route": "28-2024", "titre": "Neuve"}
    await creer_fiche_action(a(11), CreerFicheAction.model_validate(neuve))
    ailleurs = {"feuille_de_route": "28-2025", "titre": "Ailleurs"}
    await creer_fiche_action(a(12), CreerFicheAction.model_validate(ailleurs))
    lus = await actes()
    assert [x.fiche["titre"] for x in lus.actes] == ["Neuve", "Bus", "Bus"]
    assert [{e["champ"] for e in x.entrees} for x in lus.actes] == [
        {None},
        {"titre", "contexte"},
        {"avancement", "nouvelles_le"},
    ]
    assert [list(x.nouvelles) for x in lus.actes] == [[], [], ["Le bus roule."]]
    assert (lus.total, lus.creations) == (3, 1)
    sans = await actes(creations=False)
    assert ([x.fiche["titre"] for x in sans.actes], sans.total, sans.creations) == (["Bus", "Bus"], 3, 1)
    assert [x.fiche["titre"] for x in (await actes(par_page=2, page=2)).actes] == ["Bus"]
    await supprimer_fiche_action(a(13), "28-2024/p2", None, SupprimerFiche(pourquoi="En double"))
    assert (await actes()).total == 2


async def test_charlie_ne_suit_pas_la_feuille_de_28(monde: Moteur) -> None:
    assert (await charger_suivie(BOB, FEUILLE))["code"] == "28-2024"
    with pytest.raises(NonTrouve):
        await charger_suivie(CHARLIE, FEUILLE)


async def test_l_argent_d_une_fiche_ecartee_ne_compte_pas(monde: Moteur, alice: Contexte) -> None:
    await modifier(alice, "28-2024/1.1", **BUS)
    await modifier(alice, "28-2024/p1", besoin=1_000_00, financements=BUS["financements"])
    vue = await tableau()
    somme = vue.financements[cle_fixe("fiche_action:28-2024/1.1")]
    assert set(vue.financements) == {cle_fixe(f"fiche_action:28-2024/1.{n}") for n in (1, 2)}
    assert (somme.besoin, somme.demande, somme.promis, somme.manque) == (500_00, 300_00, 200_00, 300_00)
    assert [(an, m.demande) for an, m in vue.par_annee.items()] == [(2025, 300_00)]


async def ajouter_fiches(combien: int) -> None:
    """Late retained fiches of 28-2024, with a pilote and a step."""
    axe = await ligne("SELECT id FROM axe WHERE titre = 'Aller vers'") or {}
    structure = await ligne("SELECT id FROM structure WHERE code = 'asso-a'") or {}
    instant = datetime(2025, 6, 17, tzinfo=UTC)
    cles = [uuid4() for _ in range(combien)]
    fiche = {
        "cree_le": instant,
        "maj_le": instant,
        "version": 1,
        "feuille_de_route": FEUILLE,
        "axe": axe["id"],
        "instruction": Instruction.RETENUE,
        "avancement": Avancement.EN_COURS,
        "titre": "Une de plus",
        "en_continu": False,
        "exemple": True,
    }
    await inserer(FicheAction, [{**fiche, "id": cle, "rang": 100 + i} for i, cle in enumerate(cles)])
    await inserer(
        Acteur,
        [{"id": uuid4(), "fiche_action": c, "role": "pilote", "rang": 1, "structure": structure["id"]} for c in cles],
    )
    jalon = {"titre": "Commencer", "rang": 1, "date_edtf": "2025-05-01"}
    jours = {"date_premier": date(2025, 5, 1), "date_dernier": date(2025, 5, 1)}
    await inserer(Jalon, [{"id": uuid4(), "fiche_action": cle, **jalon, **jours} for cle in cles])


async def test_une_fiche_ou_cinq_cents_coutent_autant_de_requetes(monde: Moteur) -> None:
    await tenir_copil()

    async def compter() -> int:
        with requetes_de(monde) as passees:
            await tableau()
            await actes()
        return len(passees)

    peu = await compter()
    await ajouter_fiches(500)
    assert await compter() == peu == 14
    vue = await tableau()
    assert chiffres(vue.suivies.values(), AU).en_retard == 500


@pytest.fixture
async def demo(bases: Bases) -> AsyncIterator[Moteur]:
    """The demonstration, on each engine."""
    with bases.copie("demo") as url:
        async with ouverte(url) as moteur:
            yield moteur


async def test_les_deux_moteurs_lisent_la_meme_demonstration(demo: Moteur) -> None:
    au = date(2025, 6, 17)
    feuille = await charger_suivie(ALICE, FEUILLE)
    vue = await lire_tableau(feuille, au, PARIS)
    retenues = await lignes(
        "SELECT avancement, COUNT(*) AS n FROM fiche_action WHERE feuille_de_route = {} AND instruction = {} "
        "AND supprime_le IS NULL GROUP BY avancement",
        FEUILLE,
        "retenue",
    )
    comptes = {r["avancement"]: r["n"] for r in retenues}
    c = chiffres(vue.suivies.values(), au)
    assert c.progression.retenues == sum(comptes.values()) == 131
    assert (c.progression.realisees, c.bloquees) == (comptes["realisee"], comptes["bloquee"])
    assert vue.repere == Repere("copil", date(2025, 1, 28))
