"""Roadmaps: their codes, their life, the ground they cover, their axes, and what a signature freezes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.versions import document, en_dict
from backend.services import feuilles_de_route, fiches_action, signatures
from backend.services.commands import feuilles_de_route as cf
from backend.services.commands.fiches_action import ModifierFicheAction
from fne_roadmaps.domain.dates import lire_date
from fne_roadmaps.domain.enums import EtatFeuille
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.domain.signatures import empreinte
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import contenu_de_la_base, valeur
from tests.support.personnes import contexte

INFRA = {"titre": "Infra", "perimetre": "infra_departemental", "annee": 2026}


async def creer(ctx: Contexte, **champs: Any) -> str:
    """The code of a new roadmap."""
    commande = cf.CreerFeuilleDeRoute.model_validate(champs)
    cle = await feuilles_de_route.creer_feuille_de_route(ctx, commande)
    return str(await valeur("SELECT code FROM feuille_de_route WHERE id = {}", cle))


async def passer(ctx: Contexte, *etats: str, code: str = "28-2024") -> None:
    """Move a roadmap along its life."""
    for etat in etats:
        await feuilles_de_route.changer_etat(ctx, code, None, cf.ChangerEtat.model_validate({"etat": etat}))


async def version(numero: int) -> Ligne:
    """A stored version of 28-2025."""
    trouvee = await ligne("SELECT * FROM version_publiee WHERE numero = {}", numero)
    assert trouvee
    return trouvee


async def test_les_codes_se_suivent(monde: Moteur, alice: Contexte) -> None:
    champs = {"gouvernance": "28", "titre": "Autre", "perimetre": "departemental"}
    assert [await creer(alice, annee=annee, **champs) for annee in (2024, 2026, 2024)] == [
        "28-2024-b",
        "28-2026",
        "28-2024-c",
    ]


async def test_la_vie_avance_d_un_pas_et_dit_ce_qui_est_possible(monde: Moteur, alice: Contexte) -> None:
    with pytest.raises(RegleViolee, match=r"possible.*En concertation"):
        await passer(alice, "validee")
    await passer(alice, "concertation", "elaboration", "concertation", "validee")
    for etat in ("signee", "presentee"):
        with pytest.raises(RegleViolee, match="fige une version"):
            await passer(alice, etat)
    etapes = await lignes(
        "SELECT e.etat FROM etape e JOIN feuille_de_route f ON f.id = e.feuille_de_route WHERE f.code = '28-2024'"
    )
    assert sorted(e["etat"] for e in etapes) == ["concertation", "concertation", "elaboration", "validee"]


async def test_deux_infra_departementales_ne_couvrent_pas_le_meme_territoire(
    monde: Moteur, alice: Contexte, charlie: Contexte
) -> None:
    await creer(alice, gouvernance="28", territoires=["28-dreux"], debut="2026-01-01", fin="2026-12-31", **INFRA)
    champs = {"gouvernance": "41", "territoires": ["41", "28-dreux"], **INFRA}
    for periode in ({}, {"debut": "2026-12-31"}, {"fin": "2026-01-01"}):
        with pytest.raises(RegleViolee, match="28-2026 couvre déjà") as refus:
            await creer(charlie, **champs, **periode)
        assert refus.value.champ == "territoires"
    apres = await creer(charlie, **champs, debut="2027-01-01")
    assert await creer(charlie, gouvernance="41", territoires=["28-dreux"], **{**INFRA, "perimetre": "departemental"})
    with pytest.raises(RegleViolee, match="28-2026 couvre déjà"):
        await feuilles_de_route.modifier_feuille_de_route(
            charlie, apres, 1, cf.ModifierFeuilleDeRoute.model_validate({"debut": None})
        )


async def test_une_periode_ne_recule_pas(monde: Moteur, alice: Contexte) -> None:
    with pytest.raises(RegleViolee, match="vient avant le début") as refus:
        await creer(alice, gouvernance="28", debut="2026-01-02", fin="2026-01-01", **INFRA)
    assert refus.value.champ == "fin"


@pytest.mark.parametrize(
    ("reference", "changement", "cause"),
    [
        ("28-2024/1", {"parent": "28-2024/1"}, "sous lui-même"),
        ("28-2024/2", {"parent": "28-2025/1"}, "autre feuille de route"),
        ("28-2024/2", {"parent": "41-2024/1"}, "n’existe pas"),
        ("28-2024/1", {"rang": 2}, "déjà pris"),
        ("28-2024/1", {"rang": None}, "garde toujours un rang"),
    ],
)
async def test_un_axe_garde_sa_place(
    monde: Moteur, alice: Contexte, reference: str, changement: dict[str, Any], cause: str
) -> None:
    with pytest.raises(RegleViolee, match=cause):
        await feuilles_de_route.modifier_axe(alice, reference, 1, cf.ModifierAxe.model_validate(changement))


async def test_les_axes_ne_tournent_pas_en_rond(monde: Moteur, alice: Contexte) -> None:
    axe = cf.CreerAxe(feuille_de_route="28-2024", titre="Dessous", parent="28-2024/2")
    dessous = await feuilles_de_route.creer_axe(alice, axe)
    with pytest.raises(RegleViolee, match="dépendent de lui"):
        await feuilles_de_route.modifier_axe(
            alice, "28-2024/2", 1, cf.ModifierAxe.model_validate({"parent": str(dessous), "rang": 5})
        )


async def signer(ctx: Contexte, **champs: Any) -> None:
    """Sign 28-2025."""
    commande = cf.ChangerEtat.model_validate({"etat": "signee", **champs})
    await signatures.signer(ctx, "28-2025", None, commande)


async def test_signer_fige_le_texte_et_son_empreinte(monde: Moteur, alice: Contexte) -> None:
    await signer(alice, date="2025-06-16", occasion="Au salon")
    figee = await version(1)
    assert figee["empreinte"] == empreinte(json.loads(figee["contenu"]))
    doc, imprimee = await document(alice.acteur, "28-2025", version=None, au=alice.au)
    assert (imprimee, empreinte(en_dict(doc))) == (figee["empreinte"],) * 2
    assert (doc.etat, doc.version, doc.projet) == (EtatFeuille.SIGNEE, 1, False)
    assert (doc.date_etat, doc.occasion) == (lire_date("2025-06-16"), "Au salon")
    assert doc.arrete_au.isoformat() == "2025-06-16"

    await fiches_action.modifier_fiche_action(
        alice, "28-2025/1.1", 1, ModifierFicheAction.model_validate({"titre": "Tout autre"})
    )
    await feuilles_de_route.modifier_axe(alice, "28-2025/1", 1, cf.ModifierAxe.model_validate({"titre": "Autre"}))
    assert await version(1) == figee
    relu, _ = await document(alice.acteur, "28-2025", version=1, au=alice.au)
    assert relu == doc
    assert [f.titre for f in relu.axes[0].fiches] == ["Relais"]


@pytest.mark.parametrize("etat", ["presentee", "signee"])
async def test_un_axe_publie_garde_son_rang_un_axe_nouveau_non(monde: Moteur, alice: Contexte, etat: str) -> None:
    acte = signatures.signer if etat == "signee" else signatures.presenter
    await acte(alice, "28-2025", None, cf.ChangerEtat.model_validate({"etat": etat}))
    for titre in ("Nouveau", "Autre"):
        await feuilles_de_route.creer_axe(alice, cf.CreerAxe(feuille_de_route="28-2025", titre=titre))
    avant = await contenu_de_la_base()
    for changement in ({"rang": 7}, {"rang": 2}):
        with pytest.raises(RegleViolee, match="L’axe 1 figure sous ce numéro dans un texte publié") as refus:
            await feuilles_de_route.modifier_axe(alice, "28-2025/1", 1, cf.ModifierAxe.model_validate(changement))
        assert refus.value.champ == "rang"
    assert await contenu_de_la_base() == avant
    meme = cf.ModifierAxe.model_validate({"titre": "Autrement dit", "rang": 1, "parent": None})
    assert await feuilles_de_route.modifier_axe(alice, "28-2025/1", 1, meme) == 2
    assert await feuilles_de_route.modifier_axe(alice, "28-2025/2", 1, cf.ModifierAxe.model_validate({"rang": 9})) == 2


async def test_presenter_puis_signer_font_deux_versions(monde: Moteur, alice: Contexte) -> None:
    presenter = cf.ChangerEtat.model_validate({"etat": "presentee", "date": "2025-05"})
    await signatures.presenter(alice, "28-2025", None, presenter)
    await signer(alice)
    assert [(v["numero"], v["etat"]) for v in await lignes("SELECT * FROM version_publiee ORDER BY numero")] == [
        (1, "presentee"),
        (2, "signee"),
    ]
    premiere, _ = await document(alice.acteur, "28-2025", version=1, au=alice.au)
    derniere, _ = await document(alice.acteur, "28-2025", version=None, au=alice.au)
    assert (premiere.etat, derniere.etat) == (EtatFeuille.PRESENTEE, EtatFeuille.SIGNEE)
    assert premiere.arrete_au == alice.au
    with pytest.raises(RegleViolee):
        await signatures.presenter(alice, "28-2025", None, presenter)
    with pytest.raises(NonTrouve, match="La version 3"):
        await document(alice.acteur, "28-2025", version=3, au=alice.au)


async def test_on_ne_signe_ni_avant_l_heure_ni_un_texte_non_valide(monde: Moteur, alice: Contexte) -> None:
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee, match="pas encore passée") as refus:
        await signer(alice, date="2025-06-18")
    assert refus.value.champ == "date"
    with pytest.raises(RegleViolee, match="mène à l’état"):
        await signatures.signer(alice, "28-2025", None, cf.ChangerEtat(etat=EtatFeuille.PRESENTEE))
    with pytest.raises(RegleViolee):
        await signatures.signer(alice, "28-2024", None, cf.ChangerEtat(etat=EtatFeuille.SIGNEE))
    assert await contenu_de_la_base() == avant


async def test_les_signataires_d_un_texte_publie_ne_changent_plus(monde: Moteur, alice: Contexte) -> None:
    await signer(alice)
    actuels = cf.ModifierFeuilleDeRoute.model_validate({"signataires": [], "titre": "Titre de travail"})
    assert await feuilles_de_route.modifier_feuille_de_route(alice, "28-2025", 4, actuels) == 5
    autres = cf.ModifierFeuilleDeRoute.model_validate({"signataires": [{"structure": "cd-28"}]})
    with pytest.raises(RegleViolee, match="ne change plus") as refus:
        await feuilles_de_route.modifier_feuille_de_route(alice, "28-2025", 5, autres)
    assert refus.value.champ == "signataires"
    await passer(alice, "close", code="28-2025")
    with pytest.raises(RegleViolee, match="définitif"):
        await passer(alice, "concertation", code="28-2025")


async def test_seul_un_texte_publie_se_lit_de_l_exterieur(
    monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    for lecteur in (alice, bob):
        doc, _ = await document(lecteur.acteur, "28-2025", version=None, au=lecteur.au)
        assert doc.projet
        assert doc.version is None
    with pytest.raises(NonTrouve):
        await document(charlie.acteur, "28-2025", version=None, au=charlie.au)
    await signer(contexte(alice.acteur))
    doc, _ = await document(charlie.acteur, "28-2025", version=None, au=charlie.au)
    assert doc.version == 1
