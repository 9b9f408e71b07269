"""Kept views: each is its owner's, its name is taken once, and it comes back."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from backend.context import Contexte
from backend.queries.comptes import acteur_de
from backend.queries.references import charger
from backend.queries.vues.liste_de_fiches import vues_de
from backend.services.comptes import creer_compte
from backend.services.vues_enregistrees import enregistrer_vue, renommer_vue, retablir_vue, retirer_vue
from fne_roadmaps.demo import AU
from fne_roadmaps.domain.droits import SYSTEME
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import Conflit, Interdit, NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import contenu_de_la_base, lignes_du_journal
from tests.support.personnes import contexte


async def entrer(systeme: Contexte, identifiant: str, gouvernance: str, profil: Profil) -> Contexte:
    """A real account: views are kept in one."""
    await creer_compte(systeme, identifiant, identifiant.capitalize(), {gouvernance: profil})
    acteur = await acteur_de(identifiant, AU)
    assert acteur
    return contexte(acteur)


async def feuille() -> UUID:
    """28-2024."""
    cle: UUID = (await charger(SYSTEME, "feuille_de_route", "28-2024"))["id"]
    return cle


async def noms(ctx: Contexte) -> list[str]:
    """Names of the views an account sees."""
    return [v["nom"] for v in await vues_de(ctx.acteur, await feuille())]


async def test_un_lecteur_garde_ses_vues_et_les_siennes_seules(monde: Moteur, systeme: Contexte) -> None:
    bob = await entrer(systeme, "bob", "28", Profil.LECTEUR)
    alix = await entrer(systeme, "alix", "28", Profil.PORTEUR)
    vue = await enregistrer_vue(bob, await feuille(), " En retard ", "en_retard=oui&tri=-fin&page=3&autre=1")
    (gardee,) = await vues_de(bob.acteur, await feuille())
    assert (gardee["id"], gardee["nom"], gardee["requete"]) == (vue, "En retard", "en_retard=oui&tri=-fin")
    assert await noms(alix) == []
    assert ("vue_enregistree", "creer") in {(e["concept"], e["action"]) for e in await lignes_du_journal()}
    for acte in (renommer_vue(alix, await feuille(), vue, 1, "Prise"), retirer_vue(alix, vue), retablir_vue(alix, vue)):
        with pytest.raises(NonTrouve):
            await acte
    assert await noms(bob) == ["En retard"]


async def test_un_nom_ne_sert_qu_une_fois(monde: Moteur, systeme: Contexte) -> None:
    bob = await entrer(systeme, "bob", "28", Profil.LECTEUR)
    premiere = await enregistrer_vue(bob, await feuille(), "Échéances", "tri=fin")
    with pytest.raises(RegleViolee) as refus:
        await enregistrer_vue(bob, await feuille(), "echeances", "tri=-fin")
    assert refus.value.champ == "nom"
    assert "« echeances »" in refus.value.message
    seconde = await enregistrer_vue(bob, await feuille(), "Muettes", "sans_nouvelles=6")
    with pytest.raises(RegleViolee):
        await renommer_vue(bob, await feuille(), seconde, 1, "ÉCHÉANCES")
    await renommer_vue(bob, await feuille(), premiere, 1, "ÉCHÉANCES")
    assert await noms(bob) == ["Muettes", "ÉCHÉANCES"]
    with pytest.raises(Conflit):
        await renommer_vue(bob, await feuille(), premiere, 1, "Encore")
    with pytest.raises(RegleViolee):
        await enregistrer_vue(bob, await feuille(), "  ", "tri=fin")


async def test_une_vue_retiree_revient_sauf_si_son_nom_est_pris(monde: Moteur, systeme: Contexte) -> None:
    bob = await entrer(systeme, "bob", "28", Profil.LECTEUR)
    vue = await enregistrer_vue(bob, await feuille(), "En retard", "en_retard=oui")
    await retirer_vue(bob, vue)
    etat = await contenu_de_la_base()
    await retirer_vue(bob, vue)
    assert await contenu_de_la_base() == etat
    assert await noms(bob) == []
    await retablir_vue(bob, vue)
    await retablir_vue(bob, vue)
    assert await noms(bob) == ["En retard"]
    await retirer_vue(bob, vue)
    await enregistrer_vue(bob, await feuille(), "en retard", "en_retard=oui")
    with pytest.raises(RegleViolee):
        await retablir_vue(bob, vue)
    assert await noms(bob) == ["en retard"]


async def test_qui_ne_suit_pas_la_gouvernance_ne_garde_rien(
    monde: Moteur, systeme: Contexte, alice: Contexte, charlie: Contexte
) -> None:
    bob = await entrer(systeme, "bob", "28", Profil.LECTEUR)
    vue = await enregistrer_vue(bob, await feuille(), "En retard", "en_retard=oui")
    avant = await contenu_de_la_base()
    with pytest.raises(NonTrouve):
        await enregistrer_vue(charlie, await feuille(), "X", "")
    with pytest.raises(Interdit):
        await enregistrer_vue(alice, await feuille(), "X", "")
    parti = replace(bob, acteur=replace(bob.acteur, profils={}))
    for acte in (renommer_vue(parti, await feuille(), vue, 1, "X"), retirer_vue(parti, vue), retirer_vue(bob, uuid4())):
        with pytest.raises(NonTrouve):
            await acte
    with pytest.raises(NonTrouve):
        await renommer_vue(bob, uuid4(), vue, 1, "X")
    assert await contenu_de_la_base() == avant
