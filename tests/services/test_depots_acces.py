"""Who opens a deposit: its link, who helps, nobody else; what mails and the journal say of it."""

from __future__ import annotations

import pytest

from backend.context import Contexte
from backend.queries.contributions import appel_du_lien, depot_du_lien
from backend.queries.lecture import lignes
from backend.services import contributions as s
from backend.services.commands.contributions import PresenterDepot
from fne_roadmaps.domain.contributions import etape_de
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import EtatCourriel, EtatDepot, Profil
from fne_roadmaps.domain.errors import Conflit, Interdit, NonTrouve, RegleViolee
from fne_roadmaps.domain.jetons import creer_jeton
from fne_roadmaps.tables.courriels import Courriel
from fne_roadmaps.tables.engines import Moteur
from tests.services.contributions import ECRIT, VISITEUR, commencer, ecrire, ouvrir_appel, par_le_lien
from tests.support.etat import contenu_de_la_base, lignes_du_journal, valeur
from tests.support.personnes import GOUVERNANCE_28, SECRET, contexte


async def test_le_journal_dit_qui_par_son_lien_et_ne_garde_ni_adresse_ni_texte_inacheve(
    monde: Moteur, alice: Contexte
) -> None:
    appel = await ouvrir_appel(alice)
    ctx, depot = await commencer(appel, courriel="asso@exemple.fr")
    await ecrire(ctx, depot)
    entrees = await lignes("SELECT * FROM entree_journal WHERE concept = 'depot' ORDER BY le")
    assert {e["acteur"] for e in entrees} == {f"lien:appel:{appel}", f"lien:depot:{depot}"}
    ecrits = "".join(f"{e['avant']}{e['apres']}{e['pourquoi']}" for e in entrees)
    assert "exemple.fr" not in ecrits
    assert "Vingt communes" not in ecrits
    fiche = await s.soumettre_depot(ctx, depot)
    (creation,) = await lignes("SELECT * FROM entree_journal WHERE objet = {} AND action = 'creer'", fiche)
    assert (creation["acteur"], creation["gouvernance"]) == (f"lien:depot:{depot}", GOUVERNANCE_28)
    assert "Vingt communes" in creation["apres"]
    assert "exemple.fr" not in creation["apres"]


async def test_un_depot_inacheve_est_a_son_auteur_et_a_qui_l_aide(
    monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    appel = await ouvrir_appel(alice)
    ctx, depot = await commencer(appel, aide="hub-lo")
    _, autre = await commencer(appel)
    hub = await valeur("SELECT id FROM structure WHERE code = 'hub-lo'")
    diane = contexte(Acteur("diane-hub", "Diane", profils={GOUVERNANCE_28: Profil.ANIMATEUR}, structure=hub))
    avant = await contenu_de_la_base()
    liens = [await par_le_lien("depot", autre), await par_le_lien("appel", appel)]
    for personne in (alice, bob, charlie, VISITEUR, *liens):
        with pytest.raises(NonTrouve):
            await s.enregistrer_etape(personne, depot, etape_de("besoin"), 0, {"titre": ("Pris",)})
        with pytest.raises(NonTrouve):
            await s.soumettre_depot(personne, depot)
        with pytest.raises(NonTrouve):
            await s.retirer_depot(personne, depot)
    with pytest.raises(NonTrouve):
        await s.enregistrer_etape(diane, autre, etape_de("besoin"), 0, {"titre": ("Pris",)})
    with pytest.raises(Interdit):
        await s.soumettre_depot(diane, depot)
    assert await contenu_de_la_base() == avant
    await s.enregistrer_etape(diane, depot, etape_de("besoin"), 0, ECRIT["besoin"])
    await s.enregistrer_etape(ctx, depot, etape_de("action"), 0, ECRIT["action"])
    await s.soumettre_depot(ctx, depot)
    with pytest.raises(Interdit):
        await s.enregistrer_etape(ctx, depot, etape_de("besoin"), 1, {"titre": ("Trop tard",)})
    with pytest.raises(Interdit):
        await s.enregistrer_etape(alice, depot, etape_de("besoin"), 1, {"titre": ("Non plus",)})


async def test_le_lien_part_par_courriel_peu_de_fois(monde: Moteur, alice: Contexte, bob: Contexte) -> None:
    appel = await ouvrir_appel(alice)
    ctx, depot = await commencer(appel, courriel="un@exemple.fr")
    envoyes = "SELECT destinataire, modele, etat, objet_lie FROM courriel ORDER BY cree_le, id"
    (premier,) = await lignes(envoyes)
    assert premier == {"destinataire": "un@exemple.fr", "modele": "depot", "etat": "a_envoyer", "objet_lie": depot}
    await s.nommer_le_deposant(ctx, depot, 0, PresenterDepot(structure_nom="Les Voisins", courriel="un@exemple.fr"))
    assert len(await lignes(envoyes)) == 1
    await s.nommer_le_deposant(ctx, depot, 0, PresenterDepot(structure_nom="Les Voisins", courriel="deux@exemple.fr"))
    with pytest.raises(Conflit):
        await s.nommer_le_deposant(ctx, depot, 0, PresenterDepot(structure_nom="Les Voisines"))
    assert len(await lignes(envoyes)) == 2
    with pytest.raises(Interdit):
        await s.renvoyer_le_lien(bob, depot)
    for _ in range(3):
        await s.renvoyer_le_lien(alice, depot)
    assert len(await lignes(envoyes)) == 2, "le même courriel attend encore de partir"
    for _ in range(4):
        await Courriel.update({Courriel.etat: EtatCourriel.ENVOYE.value}, force=True).run()
        await s.renvoyer_le_lien(alice, depot)
    await Courriel.update({Courriel.etat: EtatCourriel.ENVOYE.value}, force=True).run()
    with pytest.raises(RegleViolee):
        await s.renvoyer_le_lien(alice, depot)
    assert len(await lignes(envoyes)) == 6
    _, sans = await commencer(appel)
    with pytest.raises(RegleViolee):
        await s.renvoyer_le_lien(alice, sans)
    assert await valeur("SELECT etat FROM depot WHERE id = {}", sans) == EtatDepot.EN_COURS


@pytest.mark.parametrize("jeton", ["", "x", "é" * 50, "a" * 5000, "A" * 22 + "." + "B" * 27, "A" * 22 + "." + "é" * 27])
async def test_un_jeton_hostile_ne_mene_a_rien(monde: Moteur, jeton: str) -> None:
    for ouvrir in (appel_du_lien, depot_du_lien):
        with pytest.raises(NonTrouve):
            await ouvrir(VISITEUR, jeton)


async def test_le_lien_d_un_usage_n_en_ouvre_pas_un_autre(monde: Moteur, alice: Contexte) -> None:
    appel = await ouvrir_appel(alice)
    _, depot = await commencer(appel)
    for usage, cle in (("appel", depot), ("depot", appel), ("nouvelles", depot)):
        for ouvrir in (appel_du_lien, depot_du_lien):
            with pytest.raises(NonTrouve):
                await ouvrir(VISITEUR, creer_jeton(SECRET, usage, cle))
    with pytest.raises(NonTrouve):
        await depot_du_lien(VISITEUR, creer_jeton("un-autre-secret", "depot", depot))
    assert await lignes_du_journal("inconnue") == []


async def test_qui_aide_ne_change_pas_l_adresse_du_deposant(monde: Moteur, alice: Contexte) -> None:
    appel = await ouvrir_appel(alice)
    _, depot = await commencer(appel, courriel="un@exemple.fr", aide="hub-lo")
    hub = await valeur("SELECT id FROM structure WHERE code = 'hub-lo'")
    diane = contexte(Acteur("diane-hub", "Diane", profils={GOUVERNANCE_28: Profil.ANIMATEUR}, structure=hub))
    for adresse in (None, "diane@exemple.fr"):
        lue = await valeur("SELECT version FROM depot WHERE id = {}", depot) - 1
        commande = PresenterDepot(structure_nom=f"Les Voisins {lue}", courriel=adresse, aide="hub-lo")
        await s.nommer_le_deposant(diane, depot, lue, commande)
        assert await valeur("SELECT courriel FROM depot") == "un@exemple.fr"
    assert await valeur("SELECT COUNT(*) AS n FROM courriel") == 1
