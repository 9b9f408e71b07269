"""Ordering and taking up, on both engines: numbers swap without ever colliding, and what is signed stays."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.context import Contexte
from backend.queries.fiches_action.contenus import contenu_de_fiche
from backend.queries.fiches_publiees import chercher_fiches_publiees, feuilles_ou_reprendre, lire_fiche_publiee
from backend.queries.lecture import lignes
from backend.services import feuilles_de_route, fiches_action as fa, signatures
from backend.services.commands import arbitrage as cb, feuilles_de_route as cf, fiches_action as ca
from backend.services.fiches_action.rangement import _ordre
from fne_roadmaps.domain.droits import PUBLIC, SYSTEME, Acteur
from fne_roadmaps.domain.enums import EtatFeuille, Profil
from fne_roadmaps.domain.errors import Conflit, Interdit, NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import contenu_de_la_base, lignes_du_journal, valeur
from tests.support.personnes import ALICE, CHARLIE, GOUVERNANCE_28, MAINTENANT, contexte


def plus_tard(minutes: int) -> Contexte:
    """Alice, later: the journal tells acts apart by their instant."""
    return contexte(ALICE, requete=f"m{minutes}", maintenant=MAINTENANT + timedelta(minutes=minutes))


async def titres(feuille: str = "28-2024") -> list[list[str]]:
    """Titles of the numbered fiches, by axe in order, each at its rank from 1 (gaps are empty)."""
    rangees = await lignes(
        "SELECT a.rang AS axe, f.rang, f.titre FROM axe a JOIN feuille_de_route r ON r.id = a.feuille_de_route "
        "LEFT JOIN fiche_action f ON f.axe = a.id AND f.rang IS NOT NULL AND f.supprime_le IS NULL "
        "WHERE r.code = {} ORDER BY a.rang, f.rang",
        feuille,
    )
    tous: dict[int, list[str]] = {}
    for r in rangees:
        ici = tous.setdefault(r["axe"], [])
        if r["rang"]:
            ici += [""] * (r["rang"] - 1 - len(ici)) + [r["titre"]]
    return list(tous.values())


async def ordre(feuille: str, *axes: tuple[str, list[str]]) -> cb.RangerFiches:
    """An order told by titles."""
    cles = {r["titre"]: r["id"] for r in await lignes("SELECT id, titre FROM fiche_action")}
    cles_axes = {
        r["titre"]: r["id"]
        for r in await lignes(
            "SELECT a.id, a.titre FROM axe a JOIN feuille_de_route r ON r.id = a.feuille_de_route WHERE r.code = {}",
            feuille,
        )
    }
    return cb.RangerFiches.model_validate(
        {"axes": [{"axe": cles_axes[axe], "fiches": [cles[t] for t in fiches]} for axe, fiches in axes]}
    )


async def remplir(ctx: Contexte) -> None:
    """Two more fiches in axe 2 of 28-2024."""
    for titre in ("Cours", "Stages"):
        saisie = {"feuille_de_route": "28-2024", "axe": "28-2024/2", "titre": titre, "instruction": "retenue"}
        await fa.creer_fiche_action(ctx, ca.CreerFicheAction.model_validate(saisie))


async def test_un_rangement_echange_tout_d_un_coup_et_s_annule(monde: Moteur, alice: Contexte) -> None:
    await remplir(alice)
    assert await titres() == [["Bus numérique", "Permanences"], ["Cours", "Stages"]]
    commande = await ordre("28-2024", ("Former", ["Permanences", "Cours"]), ("Aller vers", ["Stages", "Bus numérique"]))
    assert await fa.ranger_fiches(plus_tard(1), "28-2024", 1, commande) == 2
    assert await titres() == [["Permanences", "Cours"], ["Stages", "Bus numérique"]]
    assert await valeur("SELECT rang FROM axe WHERE titre = 'Former'") == 1
    assert {(e["concept"], e["champ"]) for e in await lignes_du_journal("m1")} == {
        ("axe", "rang"),
        ("feuille_de_route", "ordre"),
        ("fiche_action", "axe"),
        ("fiche_action", "rang"),
    }
    await fa.annuler_rangement(plus_tard(2), "28-2024")
    assert await titres() == [["Bus numérique", "Permanences"], ["Cours", "Stages"]]
    await fa.annuler_rangement(plus_tard(3), "28-2024")
    assert await titres() == [["Permanences", "Cours"], ["Stages", "Bus numérique"]]


async def test_changer_seulement_d_axe_echange_deux_memes_rangs(monde: Moteur, alice: Contexte) -> None:
    await remplir(alice)
    commande = await ordre("28-2024", ("Aller vers", ["Cours", "Permanences"]), ("Former", ["Bus numérique", "Stages"]))
    await fa.ranger_fiches(alice, "28-2024", None, commande)
    assert await titres() == [["Cours", "Permanences"], ["Bus numérique", "Stages"]]


async def test_le_meme_ordre_ne_change_rien(monde: Moteur, alice: Contexte) -> None:
    avant = await contenu_de_la_base()
    commande = await ordre("28-2024", ("Aller vers", ["Bus numérique", "Permanences"]), ("Former", []))
    assert await fa.ranger_fiches(alice, "28-2024", 1, commande) == 1
    assert await contenu_de_la_base() == avant


async def test_deux_rangements_a_la_fois_un_seul_passe(monde: Moteur) -> None:
    commande = await ordre("28-2024", ("Aller vers", ["Permanences", "Bus numérique"]), ("Former", []))
    faits = await asyncio.gather(
        *(fa.ranger_fiches(contexte(ALICE, requete=f"r{i}"), "28-2024", 1, commande) for i in range(4)),
        return_exceptions=True,
    )
    assert [type(f) for f in faits].count(int) == 1
    assert [type(f) for f in faits].count(Conflit) == 3
    assert await titres() == [["Permanences", "Bus numérique"], []]


@pytest.mark.parametrize(
    "axes",
    [
        (("Aller vers", ["Bus numérique"]), ("Former", [])),
        (("Aller vers", ["Bus numérique", "Permanences"]),),
        (("Aller vers", ["Bus numérique", "Permanences", "Ateliers"]), ("Former", [])),
        (("Aller vers", ["Bus numérique", "Permanences"]), ("Former", ["Relais"])),
    ],
)
async def test_un_ordre_incomplet_ou_etranger_est_refuse(monde: Moteur, alice: Contexte, axes: Any) -> None:
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee) as refus:
        await fa.ranger_fiches(alice, "28-2024", 1, await ordre("28-2024", *axes))
    assert refus.value.champ == "ordre"
    assert await contenu_de_la_base() == avant


async def test_un_texte_signe_garde_ses_numeros_et_le_reste_se_range_apres(monde: Moteur, alice: Contexte) -> None:
    await feuilles_de_route.creer_axe(alice, cf.CreerAxe(feuille_de_route="28-2025", titre="Ouvrir"))
    await signatures.signer(alice, "28-2025", None, cf.ChangerEtat(etat=EtatFeuille.SIGNEE))
    for titre in ("Deux", "Trois"):
        saisie = {"feuille_de_route": "28-2025", "axe": "28-2025/1", "titre": titre, "instruction": "retenue"}
        await fa.creer_fiche_action(alice, ca.CreerFicheAction.model_validate(saisie))
    for refusee in (
        (("Relier", ["Deux", "Relais", "Trois"]), ("Ouvrir", [])),
        (("Relier", ["Deux", "Trois"]), ("Ouvrir", ["Relais"])),
    ):
        with pytest.raises(RegleViolee, match=r"La fiche 1\.1 figure sous ce numéro"):
            await fa.ranger_fiches(alice, "28-2025", None, await ordre("28-2025", *refusee))
    axes: Any = (("Ouvrir", []), ("Relier", ["Relais", "Deux", "Trois"]))
    with pytest.raises(RegleViolee, match="garde l’ordre"):
        await fa.ranger_fiches(alice, "28-2025", None, await ordre("28-2025", *axes))
    voulu = await ordre("28-2025", ("Relier", ["Relais", "Trois"]), ("Ouvrir", ["Deux"]))
    await fa.ranger_fiches(alice, "28-2025", None, voulu)
    assert await titres("28-2025") == [["Relais", "Trois"], ["Deux"]]
    with pytest.raises(RegleViolee, match="texte publié"):
        await fa.modifier_fiche_action(
            alice, "28-2025/1.1", None, ca.ModifierFicheAction.model_validate({"axe": "28-2025/2"})
        )


async def test_bob_et_charlie_ne_rangent_pas(monde: Moteur, bob: Contexte, charlie: Contexte) -> None:
    commande = await ordre("28-2024", ("Aller vers", ["Permanences", "Bus numérique"]), ("Former", []))
    avant = await contenu_de_la_base()
    with pytest.raises(Interdit):
        await fa.ranger_fiches(bob, "28-2024", 1, commande)
    with pytest.raises(NonTrouve):
        await fa.ranger_fiches(charlie, "28-2024", 1, commande)
    assert await contenu_de_la_base() == avant


async def test_l_ordre_d_aujourd_hui_est_celui_que_le_journal_garde(monde: Moteur) -> None:
    cle = UUID(str(await valeur("SELECT id FROM feuille_de_route WHERE code = '28-2024'")))
    assert [len(axe["fiches"]) for axe in await _ordre(cle)] == [2, 0]


@pytest.fixture
async def publiee(monde: Moteur, alice: Contexte) -> UUID:
    """The published version of 28-2025, whose fiche 1.1 says a lot."""
    complete = {
        "contexte": "Relier les lieux.",
        "objectifs": "Tenir dans la durée.",
        "publics": ["Tous"],
        "debut": "2025",
        "fin": "2026",
        "besoin": 1000_00,
        "acteurs": [{"role": "pilote", "structure": "cd-28"}],
        "territoires": ["28"],
        "jalons": [{"titre": "Réunir", "date": "2025-09", "livrable": "Un accord", "fait_le": "2025-06-01"}],
        "financements": [{"financeur": "Région", "annee": 2025, "obtenu": 500_00}],
        "indicateurs": [{"libelle": "Lieux", "unite": "lieux", "depart": {"valeur": "1"}, "cible": {"valeur": "9"}}],
        "liens": [{"libelle": "Carte", "url": "https://exemple.fr/carte"}],
        "difficultes": "Rien à dire au public.",
        "lien_diagnostic": "Page 12.",
    }
    await fa.modifier_fiche_action(alice, "28-2025/1.1", 1, ca.ModifierFicheAction.model_validate(complete))
    await fa.changer_avancement(
        alice, "28-2025/1.1", None, ca.ChangerAvancement.model_validate({"avancement": "en_cours"})
    )
    return await signatures.signer(alice, "28-2025", None, cf.ChangerEtat(etat=EtatFeuille.SIGNEE))


def reprise(version: UUID, **champs: Any) -> cb.ReprendreFiche:
    """Fiche 1.1 of the version, taken up in 41-2024."""
    return cb.ReprendreFiche.model_validate(
        {"version": version, "numero": "1.1", "feuille_de_route": "41-2024", "note": "Bonne idée.", **champs}
    )


async def test_charlie_reprend_ce_qui_est_public_et_rien_d_autre(
    publiee: UUID, alice: Contexte, charlie: Contexte
) -> None:
    cle = await fa.reprendre_fiche(charlie, reprise(publiee, axe="41-2024/1"))
    dite = await contenu_de_fiche(cle)
    assert (dite["titre"], dite["contexte"], dite["objectifs"]) == (
        "Relais",
        "Relier les lieux.",
        "Tenir dans la durée.",
    )
    assert (dite["publics"], dite["besoin"]) == (["Tous"], 1000_00)
    assert dite["jalons"] == [{"titre": "Réunir", "date": None, "livrable": "Un accord", "fait_le": None}]
    assert dite["indicateurs"][0]["libelle"] == "Lieux"
    assert (dite["indicateurs"][0]["depart"], dite["indicateurs"][0]["cible"]) == (None, None)
    assert dite["liens"] == [{"libelle": "Carte", "url": "https://exemple.fr/carte"}]
    for champ in ("acteurs", "territoires", "financements", "axes_servis"):
        assert dite[champ] == []
    for champ in ("debut", "fin", "difficultes", "lien_diagnostic", "prochaine_etape"):
        assert dite[champ] is None
    (neuve,) = await lignes("SELECT * FROM fiche_action WHERE id = {}", cle)
    assert (neuve["instruction"], neuve["avancement"], neuve["numero_proposition"]) == ("brouillon", "a_venir", 1)
    (lien,) = await lignes("SELECT l.type, s.titre FROM lien_fiches l JOIN fiche_action s ON s.id = l.source")
    assert (lien["type"], lien["titre"]) == ("essaimage", "Relais")
    assert await valeur("SELECT version FROM fiche_action WHERE titre = 'Relais' AND rang = 1") == 3


async def test_on_reprend_ou_l_on_propose_seulement(publiee: UUID, bob: Contexte, charlie: Contexte) -> None:
    avant = await contenu_de_la_base()
    with pytest.raises(NonTrouve):
        await fa.reprendre_fiche(bob, reprise(publiee))
    with pytest.raises(NonTrouve):
        await fa.reprendre_fiche(charlie, reprise(publiee, feuille_de_route="28-2024"))
    with pytest.raises(Interdit):
        await fa.reprendre_fiche(bob, reprise(publiee, feuille_de_route="28-2024"))
    with pytest.raises(NonTrouve):
        await fa.reprendre_fiche(charlie, reprise(publiee, numero="1.2"))
    assert await contenu_de_la_base() == avant
    assert await feuilles_ou_reprendre(bob.acteur) == []
    assert [f["code"] for f in await feuilles_ou_reprendre(charlie.acteur)] == ["41-2024"]


async def test_une_fiche_ne_se_reprend_pas_chez_elle(publiee: UUID, alice: Contexte) -> None:
    with pytest.raises(RegleViolee, match="déjà de cette"):
        await fa.reprendre_fiche(alice, reprise(publiee, feuille_de_route="28-2025"))
    cle = await fa.reprendre_fiche(alice, reprise(publiee, feuille_de_route="28-2024", instruction="proposee"))
    assert await valeur("SELECT instruction FROM fiche_action WHERE id = {}", cle) == "proposee"


async def test_une_contributrice_reprend_au_nom_de_sa_structure(publiee: UUID) -> None:
    asso = await valeur("SELECT id FROM structure WHERE code = 'asso-a'")
    fanny = contexte(Acteur("fanny", "Fanny", profils={GOUVERNANCE_28: Profil.CONTRIBUTEUR}, structure=asso))
    cle = await fa.reprendre_fiche(fanny, reprise(publiee, feuille_de_route="28-2024"))
    acteurs = (await contenu_de_fiche(cle))["acteurs"]
    assert acteurs == [{"role": "proposeur", "structure": str(asso), "poste": None}]


async def test_les_fiches_publiees_se_cherchent_sans_accents_et_par_gouvernance(publiee: UUID) -> None:
    async def trouvees(acteur: Acteur, mots: str, gouvernance: str | None = None) -> list[str]:
        versions, _ = await chercher_fiches_publiees(acteur, mots.split(), gouvernance)
        return [f.titre for v in versions for f in v.fiches]

    assert await trouvees(CHARLIE, "duree tenir") == ["Relais"]
    assert await trouvees(CHARLIE, "", "28") == ["Relais"]
    assert await trouvees(CHARLIE, "", "41") == []
    assert await trouvees(CHARLIE, "absent") == []
    assert await trouvees(PUBLIC, "") == []
    assert (await lire_fiche_publiee(CHARLIE, publiee, "1.1")).fiche.titre == "Relais"
    with pytest.raises(NonTrouve):
        await lire_fiche_publiee(PUBLIC, publiee, "1.1")
    assert [f["code"] for f in await feuilles_ou_reprendre(SYSTEME)] == ["28-2024", "28-2025", "41-2024"]
