"""Minutes through their life: frozen when they go out, amended, approved, corrected; nothing frozen ever changes."""

from __future__ import annotations

from datetime import date as date_de_jour, timedelta
from uuid import UUID

import pytest

from backend.context import Contexte
from backend.queries.comptes_rendus import (
    annees_de_comptes_rendus,
    compilation_d_une_gouvernance,
    lire_compte_rendu,
)
from backend.queries.comptes_rendus.liste import en_arbre
from backend.queries.lecture import Clause, ligne, lignes
from backend.queries.vues.reunions import comptes_rendus_en_retard, lire_vue_reunion, reunions as liste_des_reunions
from backend.services import comptes_rendus as services, reunions
from backend.services.commands import comptes_rendus as cc, reunions as cr, seances as csc
from fne_roadmaps.domain.comptes_rendus import DELAI_JOURS
from fne_roadmaps.domain.droits import COMPTE_SANS_PROFIL, Acteur
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import Conflit, Interdit, NonTrouve, RegleViolee
from fne_roadmaps.domain.signatures import empreinte
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import contenu_de_la_base, valeur
from tests.support.personnes import GOUVERNANCE_28, contexte

R1 = "28/copil/r1"


async def tenue(ctx: Contexte) -> tuple[UUID, UUID]:
    """A meeting held, with notes on its item: the keys of its minutes and of the item."""
    await reunions.modifier_reunion(ctx, R1, None, cr.ModifierReunion.model_validate({"date": "2025-06-10"}))
    await reunions.changer_etat_reunion(ctx, R1, None, cr.ChangerEtatReunion(etat="en_seance"))
    point = await reunions.creer_point(ctx, csc.CreerPoint(reunion=R1, titre="Le bus"))
    await reunions.noter_point(ctx, point, csc.NoterPoint(notes="Il partira."))
    await reunions.changer_etat_reunion(ctx, R1, None, cr.ChangerEtatReunion(etat="tenue"))
    return await services.ouvrir_compte_rendu(ctx, R1), point


async def diffuse(ctx: Contexte) -> tuple[UUID, UUID]:
    """Minutes that went out."""
    cle, point = await tenue(ctx)
    await services.rediger_compte_rendu(ctx, cle, 1, cc.RedigerCompteRendu(introduction="Bienvenue."))
    await services.diffuser_compte_rendu(ctx, cle, 2, cc.DiffuserCompteRendu())
    return cle, point


async def test_un_compte_rendu_s_ouvre_une_fois_et_pas_avant_la_reunion(monde: Moteur, alice: Contexte) -> None:
    with pytest.raises(RegleViolee, match="en séance, ou tenue"):
        await services.ouvrir_compte_rendu(alice, R1)
    cle, _ = await tenue(alice)
    assert await services.ouvrir_compte_rendu(alice, R1) == cle


async def test_diffuse_il_est_fige_avec_son_empreinte_et_ne_s_ecrit_plus(monde: Moteur, alice: Contexte) -> None:
    cle, point = await diffuse(alice)
    vue = await lire_compte_rendu(alice.acteur, cle, alice.au)
    assert vue.doc.introduction == "Bienvenue."
    assert [p.notes for p in vue.doc.points if p.titre == "Le bus"] == ["Il partira."]
    assert vue.version
    assert vue.doc.compte_rendu
    assert vue.version["empreinte"] == empreinte(vue.doc.model_dump(mode="json", exclude={"compte_rendu"}))
    with pytest.raises(RegleViolee, match="diffusé"):
        await services.rediger_compte_rendu(alice, cle, 3, cc.RedigerCompteRendu(introduction="Autre"))
    with pytest.raises(RegleViolee, match="diffusé"):
        await reunions.noter_point(alice, point, csc.NoterPoint(notes="Non.", lu="Il partira."))


async def test_un_amendement_accepte_fait_une_version_et_refuse_dit_pourquoi(monde: Moteur, alice: Contexte) -> None:
    cle, point = await diffuse(alice)
    demande = cc.DemanderAmendement(
        compte_rendu=cle, point=point, demande="Précisez la date.", texte_propose="Il partira en juillet."
    )
    amendement = await services.demander_amendement(alice, demande)
    autre = await services.demander_amendement(
        contexte(alice.acteur, requete="autre"), cc.DemanderAmendement(compte_rendu=cle, demande="Tout revoir.")
    )
    with pytest.raises(RegleViolee, match="2 amendements attendent"):
        await services.approuver_compte_rendu(alice, cle, None, cc.ApprouverCompteRendu(approuve_le=alice.au))
    await services.repondre_amendement(alice, amendement, 1, cc.RepondreAmendement(accepte=True))
    with pytest.raises(RegleViolee, match="Dites pourquoi"):
        await services.repondre_amendement(alice, autre, 1, cc.RepondreAmendement(accepte=False))
    await services.repondre_amendement(alice, autre, 1, cc.RepondreAmendement(accepte=False, reponse="Hors sujet."))
    with pytest.raises(RegleViolee, match="déjà refusé"):
        await services.repondre_amendement(alice, autre, 2, cc.RepondreAmendement(accepte=True))
    vue = await lire_compte_rendu(alice.acteur, cle, alice.au)
    assert [v["numero"] for v in vue.versions] == [2, 1]
    assert vue.precedent
    assert [p.notes for p in vue.precedent.points if p.titre == "Le bus"] == ["Il partira."]
    assert [p.notes for p in vue.doc.points if p.titre == "Le bus"] == ["Il partira en juillet."]


async def test_approuve_il_ne_change_que_par_une_version_corrigee(monde: Moteur, alice: Contexte) -> None:
    cle, point = await diffuse(alice)
    suivante = await reunions.creer_reunion(
        alice, cr.CreerReunion(instance="28/copil", etat="convoquee", date="2025-12-01")
    )
    approbation = cc.ApprouverCompteRendu(approuve_le=alice.au, approuve_a=str(suivante))
    await services.approuver_compte_rendu(alice, cle, 3, approbation)
    with pytest.raises(RegleViolee, match="approuvé"):
        await services.demander_amendement(alice, cc.DemanderAmendement(compte_rendu=cle, demande="Trop tard."))
    await services.publier_compte_rendu(alice, cle, None)
    correction = cc.CorrigerCompteRendu(point=point, texte="Il partira le 1er.", motif="Date oubliée.")
    await services.corriger_compte_rendu(alice, cle, None, correction)
    vue = await lire_compte_rendu(alice.acteur, cle, alice.au)
    assert vue.doc.compte_rendu
    assert (vue.doc.compte_rendu.version, vue.doc.compte_rendu.motif) == (3, "Date oubliée.")
    assert vue.doc.compte_rendu.etat.value == "publie"
    assert "r1" not in (vue.doc.compte_rendu.approuve_a or "")
    assert await valeur("SELECT notes FROM point_ordre_du_jour WHERE id = {}", point) == "Il partira le 1er."


async def test_un_texte_diffuse_se_reprend_tant_que_personne_n_a_demande_d_amendement(
    monde: Moteur, alice: Contexte
) -> None:
    cle, _ = await diffuse(alice)
    await services.reprendre_compte_rendu(alice, cle, None)
    await services.diffuser_compte_rendu(alice, cle, None, cc.DiffuserCompteRendu())
    assert len(await lignes("SELECT id FROM version_compte_rendu")) == 2
    amendement = await services.demander_amendement(alice, cc.DemanderAmendement(compte_rendu=cle, demande="Un mot."))
    with pytest.raises(RegleViolee, match="amendement est demandé"):
        await services.reprendre_compte_rendu(alice, cle, None)
    assert await services.retirer_amendement(alice, amendement) == cle
    await services.reprendre_compte_rendu(alice, cle, None)


async def test_deux_redactions_ne_s_ecrasent_pas(monde: Moteur, alice: Contexte) -> None:
    cle, _ = await tenue(alice)
    await services.rediger_compte_rendu(alice, cle, 1, cc.RedigerCompteRendu(introduction="Un"))
    with pytest.raises(Conflit):
        await services.rediger_compte_rendu(alice, cle, 1, cc.RedigerCompteRendu(introduction="Deux"))
    assert await valeur("SELECT introduction FROM compte_rendu WHERE id = {}", cle) == "Un"


async def test_bob_lit_charlie_ne_voit_rien_et_tous_lisent_ce_qui_est_publie(
    monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    cle, _ = await diffuse(alice)
    avant = await contenu_de_la_base()
    for ctx, refus in ((bob, Interdit), (charlie, NonTrouve)):
        with pytest.raises(refus):
            await services.ouvrir_compte_rendu(ctx, R1)
        with pytest.raises(refus):
            await services.rediger_compte_rendu(ctx, cle, None, cc.RedigerCompteRendu())
        with pytest.raises(refus):
            await services.demander_amendement(ctx, cc.DemanderAmendement(compte_rendu=cle, demande="Non."))
        with pytest.raises(refus):
            await services.approuver_compte_rendu(ctx, cle, None, cc.ApprouverCompteRendu(approuve_le=ctx.au))
        with pytest.raises(refus):
            await services.publier_compte_rendu(ctx, cle, None)
    assert await contenu_de_la_base() == avant
    assert (await lire_compte_rendu(bob.acteur, cle, bob.au)).amende is False
    with pytest.raises(NonTrouve):
        await lire_compte_rendu(COMPTE_SANS_PROFIL, cle, alice.au)
    await services.approuver_compte_rendu(alice, cle, None, cc.ApprouverCompteRendu(approuve_le=alice.au))
    await services.publier_compte_rendu(alice, cle, None)
    publie = await lire_compte_rendu(COMPTE_SANS_PROFIL, cle, alice.au)
    assert publie.amendements == []
    assert publie.doc.introduction == "Bienvenue."


async def test_une_organisation_presente_amende_jusqu_au_jour_dit(monde: Moteur, alice: Contexte) -> None:
    cle, _ = await tenue(alice)
    structure = await valeur("SELECT id FROM structure WHERE code = 'asso-a'")
    fanny = contexte(
        Acteur("fanny", "Fanny", profils={GOUVERNANCE_28: Profil.CONTRIBUTEUR}, structure=structure), requete="fanny"
    )
    invite = csc.AjouterInvite.model_validate({"reunion": R1, "structure": "asso-a"})
    await reunions.ajouter_invite(alice, invite)
    await services.diffuser_compte_rendu(
        alice, cle, None, cc.DiffuserCompteRendu(amendements_jusqu_au=alice.au + timedelta(7))
    )
    assert (await lire_compte_rendu(fanny.acteur, cle, fanny.au)).amende
    await services.demander_amendement(fanny, cc.DemanderAmendement(compte_rendu=cle, demande="Nous étions là."))
    trouve = await ligne("SELECT * FROM amendement")
    assert trouve
    assert trouve["auteur"] == "Fanny"


async def test_la_reunion_suivante_est_prevenue_et_l_approbation_vient_a_son_ordre_du_jour(
    monde: Moteur, alice: Contexte, bob: Contexte
) -> None:
    cle, _ = await diffuse(alice)
    suivante = await reunions.creer_reunion(
        alice, cr.CreerReunion.model_validate({"instance": "28/copil", "etat": "convoquee", "date": "2025-07-08"})
    )
    vue = await lire_vue_reunion(alice.acteur, suivante, alice.au)
    assert [a["cle"] for a in vue.a_approuver] == [cle]
    assert (await lire_vue_reunion(bob.acteur, suivante, bob.au)).a_approuver == []
    commande = csc.PreparerOrdreDuJour(reunion=str(suivante), approbation=(cle,))
    for _ in range(2):
        await reunions.preparer_ordre_du_jour(alice, commande)
    (point,) = await lignes("SELECT titre, nature FROM point_ordre_du_jour WHERE reunion = {}", suivante)
    assert (point["titre"], point["nature"]) == ("Approbation du compte rendu du 10\u00a0juin\u00a02025", "decision")
    version = await valeur("SELECT version FROM compte_rendu WHERE id = {}", cle)
    await services.approuver_compte_rendu(
        alice, cle, version, cc.ApprouverCompteRendu.model_validate({"approuve_le": alice.au.isoformat()})
    )
    assert (await lire_vue_reunion(alice.acteur, suivante, alice.au)).a_approuver == []


async def test_un_compte_rendu_en_retard_se_dit_a_qui_tient_les_reunions(
    monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    for date in ("2025-03-04", "2025-06-10", "2024"):
        valeurs = {"instance": "28/copil", "etat": "tenue", "date": date, "titre": f"Le {date}"}
        await reunions.creer_reunion(alice, cr.CreerReunion.model_validate(valeurs))
    (retard,) = await comptes_rendus_en_retard(alice.acteur, alice.au)
    jours = (alice.au - date_de_jour(2025, 3, 4)).days - DELAI_JOURS
    assert (retard["titre"], retard["retard"]) == ("Le 2025-03-04", jours)
    for qui in (bob, charlie):
        assert await comptes_rendus_en_retard(qui.acteur, qui.au) == []
    lues = await liste_des_reunions(alice.acteur, Clause("r.titre LIKE {}", ("Le %",)), alice.au)
    assert [r["retard_compte_rendu"] for r in lues] == [0, jours, 0]
    lues = await liste_des_reunions(bob.acteur, Clause("r.titre LIKE {}", ("Le %",)), bob.au)
    assert {r["retard_compte_rendu"] for r in lues} == {0}


async def test_une_annee_se_lit_par_instance_et_ce_qui_est_publie_par_tous(
    monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    cle, _ = await diffuse(alice)
    for qui in (alice, bob):
        doc = await compilation_d_une_gouvernance(qui.acteur, "28", 2025, qui.au)
        assert [(g.nom, [r.reference for r in g.reunions]) for g in doc.groupes] == [("Comité de pilotage", [R1])]
        with pytest.raises(RegleViolee, match="Aucun compte rendu de 2019"):
            await compilation_d_une_gouvernance(qui.acteur, "28", 2019, qui.au)
    with pytest.raises(NonTrouve):
        await compilation_d_une_gouvernance(charlie.acteur, "28", 2025, charlie.au)
    version = await valeur("SELECT version FROM compte_rendu WHERE id = {}", cle)
    approbation = cc.ApprouverCompteRendu.model_validate({"approuve_le": alice.au.isoformat()})
    version = await services.approuver_compte_rendu(alice, cle, version, approbation)
    await services.publier_compte_rendu(alice, cle, version)
    doc = await compilation_d_une_gouvernance(charlie.acteur, "28", 2025, charlie.au)
    assert [r.reference for r in doc.toutes_les_reunions] == [R1]
    with pytest.raises(NonTrouve):
        await compilation_d_une_gouvernance(charlie.acteur, "28", 2019, charlie.au)
    annees = [await annees_de_comptes_rendus(qui.acteur, GOUVERNANCE_28) for qui in (alice, charlie)]
    assert annees == [[2025], [2025]]


def test_l_ordre_de_l_arbre_mene_chaque_instance_avant_les_siennes() -> None:
    a, b, c, d = (UUID(int=n) for n in range(1, 5))
    parents: list[tuple[UUID, UUID | None]] = [(a, None), (b, None), (c, a), (d, UUID(int=9))]
    assert en_arbre({"id": cle, "parent": parent} for cle, parent in parents) == [a, c, b, d]
