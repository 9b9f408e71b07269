"""Agenda, notes and attendance, on both engines: nothing lost, nothing doubled, and each act in the journal."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.context import Contexte
from backend.queries.lecture import lignes
from backend.queries.references import charger
from backend.queries.seances import a_traiter, chaines_de, chercher_objets, objets_de, passages_de_fiche, suites_de
from backend.services import instances, reunions as re
from backend.services.brouillons import garder_brouillon
from backend.services.commands import decisions as cd, instances as ci, reunions as cr, seances as cs
from backend.services.ecriture import inserer
from backend.services.idempotence import creer_une_fois
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.enums import EtatPoint, EtatPresence
from fne_roadmaps.domain.errors import Conflit, Interdit, NonTrouve, RegleViolee
from fne_roadmaps.domain.seances import GenreProposition
from fne_roadmaps.tables.comptes_rendus import CompteRendu
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import contenu_de_la_base, valeur
from tests.support.personnes import ALICE, contexte

R1 = "28/copil/r1"
PREMIER = cle_fixe("point_ordre_du_jour:28/copil/r1:p1")
FICHE = cle_fixe("fiche_action:28-2024/1.1")


async def point(ctx: Contexte, titre: str, **champs: Any) -> UUID:
    return await re.creer_point(ctx, cs.CreerPoint.model_validate({"reunion": R1, "titre": titre, **champs}))


async def titres(code: str = R1) -> list[str]:
    rangees = await lignes(
        "SELECT p.titre FROM point_ordre_du_jour p JOIN reunion r ON r.id = p.reunion WHERE r.code = {} "
        "ORDER BY p.rang",
        code,
    )
    return [r["titre"] for r in rangees]


async def reunion(ctx: Contexte, **champs: Any) -> str:
    cle = await re.creer_reunion(ctx, cr.CreerReunion.model_validate({"instance": "28/copil", **champs}))
    return str(await valeur("SELECT code FROM reunion WHERE id = {}", cle))


async def sieges(systeme: Contexte, *libelles: str, quorum: int | None = None) -> list[UUID]:
    commande = ci.ModifierInstance.model_validate({"sieges": [{"libelle": nom} for nom in libelles], "quorum": quorum})
    version = await valeur("SELECT version FROM instance WHERE code = '28/copil'")
    await instances.modifier_instance(systeme, "28/copil", version, commande)
    rangees = await lignes(
        "SELECT g.id FROM siege g JOIN instance i ON i.id = g.instance WHERE i.code = '28/copil' "
        "AND g.supprime_le IS NULL ORDER BY g.rang"
    )
    return [r["id"] for r in rangees]


async def pointer(ctx: Contexte, siege: UUID, etat: str | None, version: int | None = None, **champs: Any) -> None:
    commande = cs.PointerSiege.model_validate({"siege": siege, "etat": etat, **champs})
    await re.pointer_siege(ctx, R1, version, commande)


async def test_deux_deplacements_en_meme_temps_tiennent_tous_deux(monde: Moteur) -> None:
    un, deux, trois = [await point(contexte(ALICE), f"P{n}") for n in (1, 2, 3)]
    await asyncio.gather(
        re.placer_point(contexte(ALICE, requete="a"), trois, PREMIER),
        re.placer_point(contexte(ALICE, requete="b"), deux, un),
    )
    assert await titres() == ["P3", "Tour de table", "P2", "P1"]
    await re.placer_point(contexte(ALICE), trois, None)
    await re.placer_point(contexte(ALICE), trois, None)
    assert await titres() == ["Tour de table", "P2", "P1", "P3"]
    rangs = [r["rang"] for r in await lignes("SELECT rang FROM point_ordre_du_jour ORDER BY rang")]
    assert rangs == [1, 2, 3, 4]


async def test_un_envoi_double_n_ajoute_qu_un_point(monde: Moteur) -> None:
    async def texte(cle: UUID) -> str:
        return str(cle)

    commande = cs.CreerPoint(reunion=R1, titre="Une fois")
    envois = (creer_une_fois(contexte(ALICE), "point_ordre_du_jour", "cle", commande, texte) for _ in range(2))
    un, autre = await asyncio.gather(*envois)
    assert un.texte == autre.texte
    assert await titres() == ["Tour de table", "Une fois"]


async def test_deux_personnes_sur_un_meme_point_voient_les_deux_textes(monde: Moteur, alice: Contexte) -> None:
    lu = cs.ModifierPoint.model_validate({"titre": "Le mien", "objets": [{"fiche_action": str(FICHE)}]})
    assert await re.modifier_point(alice, PREMIER, 1, lu) == 2
    with pytest.raises(Conflit) as refus:
        await re.modifier_point(alice, PREMIER, 1, cs.ModifierPoint.model_validate({"titre": "Le sien"}))
    assert refus.value.actuel["titre"] == "Le mien"
    assert refus.value.propose == {"titre": "Le sien"}


async def noter(ctx: Contexte, texte: str, lu: str) -> str:
    return await re.noter_point(ctx, PREMIER, cs.NoterPoint(notes=texte, lu=lu))


async def test_deux_secretaires_ne_perdent_aucun_mot(monde: Moteur, alice: Contexte) -> None:
    depart = await noter(alice, "Le maire parle.\n\nLa CAF répond.", "")
    await noter(alice, "Le maire parle longtemps.\n\nLa CAF répond.", depart)
    reuni = await noter(alice, "Le maire parle.\n\nLa CAF répond bientôt.", depart)
    assert reuni == "Le maire parle longtemps.\n\nLa CAF répond bientôt."
    with pytest.raises(Conflit) as refus:
        await noter(alice, "Le maire parle peu.\n\nLa CAF répond.", depart)
    assert refus.value.actuel == {"notes": reuni}
    tranche = cs.NoterPoint(notes="Le maire parle peu.", lu=reuni, ecarte=reuni)
    await re.noter_point(alice, PREMIER, tranche)
    ecarts = await lignes("SELECT avant FROM entree_journal WHERE action = 'conflit' AND objet = {}", PREMIER)
    assert len(ecarts) == 1
    assert "longtemps" in ecarts[0]["avant"]


async def test_un_point_reporte_garde_son_histoire(monde: Moteur, alice: Contexte) -> None:
    sujet = await point(alice, "Bus", nature="decision", objets=[{"fiche_action": str(FICHE)}], texte="À préparer")
    suivante = await reunion(alice, date="2025-12-01", etat="convoquee")
    derniere = await reunion(alice, etat="a_dater")
    copie = await re.reporter_point(alice, sujet, suivante)
    assert await re.reporter_point(alice, sujet, suivante) == copie
    with pytest.raises(RegleViolee, match="déjà à l’ordre du jour"):
        await re.reporter_point(alice, sujet, derniere)
    with pytest.raises(RegleViolee, match="retirez-le"):
        await re.changer_etat_point(alice, sujet, cs.ChangerEtatPoint(etat=EtatPoint.A_TRAITER))
    encore = await re.reporter_point(alice, copie, derniere)
    cle = (await charger(alice.acteur, "reunion", derniere))["id"]
    assert [c["reunion_code"] for c in (await chaines_de(alice.acteur, cle))[encore]] == [suivante, R1]
    assert (await suites_de(alice.acteur, [sujet]))[sujet]["reunion_code"] == suivante
    assert [o["titre"] for o in (await objets_de(alice.acteur, cle))[encore]] == ["Bus numérique"]
    passages = await passages_de_fiche(alice.acteur, FICHE)
    assert {p["reunion_code"] for p in passages} == {R1, suivante, derniere}
    await re.changer_etat_point(alice, encore, cs.ChangerEtatPoint(etat=EtatPoint.RETIRE))
    await re.changer_etat_point(alice, copie, cs.ChangerEtatPoint(etat=EtatPoint.A_TRAITER))
    assert await titres(derniere) == ["Bus"]
    ailleurs = await reunion(alice, instance="28/cotech", etat="a_dater")
    with pytest.raises(RegleViolee, match="même instance"):
        await re.reporter_point(alice, copie, ailleurs)


async def test_le_brouillon_rassemble_ce_qui_attend(monde: Moteur, alice: Contexte) -> None:
    passee = await reunion(alice, date="2025-03-04", etat="tenue")
    reste = await point(alice, "Jamais fini", reunion=passee)
    await re.changer_etat_point(
        alice, await point(alice, "Fini", reunion=passee), cs.ChangerEtatPoint(etat=EtatPoint.TRAITE)
    )
    retard = await re.creer_decision(
        alice,
        cd.CreerDecision.model_validate(
            {"instance": "28/copil", "annee": 2025, "texte": "En retard", "echeance": "2025-05"}
        ),
    )
    ligne_r1 = await charger(alice.acteur, "reunion", R1)
    trouves, deja = await a_traiter(alice.acteur, ligne_r1, alice.au)
    par_genre = {genre: [t["titre"] for t in trouves if t["genre"] is genre] for genre in GenreProposition}
    assert par_genre[GenreProposition.POINT] == ["Jamais fini"]
    assert par_genre[GenreProposition.DECISION] == ["En retard"]
    assert par_genre[GenreProposition.SANS_NOUVELLES] == ["Bus numérique", "Permanences", "Relais"]
    assert deja == set()
    commande = cs.PreparerOrdreDuJour(reunion=R1, points=(reste,), decision=(retard,), sans_nouvelles=(FICHE,))
    await asyncio.gather(*(re.preparer_ordre_du_jour(contexte(ALICE, requete=r), commande) for r in "ab"))
    assert await titres() == [
        "Tour de table",
        "Jamais fini",
        "Suites des décisions en retard",
        "Fiches sans nouvelles",
    ]
    assert await valeur("SELECT etat FROM point_ordre_du_jour WHERE id = {}", reste) == "reporte"
    with pytest.raises(RegleViolee, match="Cochez"):
        await re.preparer_ordre_du_jour(alice, cs.PreparerOrdreDuJour(reunion=R1))


async def test_les_presences_se_pointent_siege_par_siege(monde: Moteur, systeme: Contexte, alice: Contexte) -> None:
    un, deux, trois = await sieges(systeme, "Mairie", "CAF", "CPAM", quorum=2)
    await pointer(alice, un, "present", a_distance=True)
    await pointer(alice, un, "present", a_distance=True)
    await pointer(alice, deux, "represente", represente_par=un)
    with pytest.raises(RegleViolee, match="plus d’un"):
        await pointer(alice, trois, "represente", represente_par=un)
    with pytest.raises(RegleViolee, match="tient le pouvoir"):
        await pointer(alice, un, "excuse", 1)
    with pytest.raises(Conflit):
        await pointer(alice, deux, "absent")
    with pytest.raises(RegleViolee, match="n’est pas de cette instance"):
        await pointer(alice, FICHE, "present")
    await pointer(alice, deux, None, 1)
    await pointer(alice, deux, "represente", representant="Directrice adjointe")
    assert await re.pointer_les_autres(alice, R1, EtatPresence.PRESENT) == 1
    etats = await lignes("SELECT etat FROM presence WHERE supprime_le IS NULL ORDER BY etat")
    assert [e["etat"] for e in etats] == ["present", "present", "represente"]


async def test_deux_personnes_pointent_un_meme_siege_une_fois(monde: Moteur, systeme: Contexte) -> None:
    (un,) = await sieges(systeme, "Mairie")
    await asyncio.gather(*(pointer(contexte(ALICE, requete=r), un, "present") for r in "abc"))
    assert await valeur("SELECT COUNT(*) FROM presence") == 1


async def test_un_invite_part_et_revient(monde: Moteur, alice: Contexte) -> None:
    invite = cs.AjouterInvite.model_validate({"reunion": R1, "structure": "asso-a", "libelle": "Coordinatrice"})
    cle = await re.ajouter_invite(alice, invite)
    await re.pointer_invite(alice, cle, 1, cs.PointerInvite(etat=EtatPresence.EXCUSE))
    await re.retirer_presence(alice, cle)
    await re.retirer_presence(alice, cle)
    await re.retablir_presence(alice, cle)
    assert await valeur("SELECT supprime_le FROM presence WHERE id = {}", cle) is None
    for fausse, champ in (({}, "libelle"), ({"libelle": "X", "etat": "present"}, "etat")):
        with pytest.raises(RegleViolee) as refus:
            await re.ajouter_invite(alice, cs.AjouterInvite.model_validate({"reunion": R1, **fausse}))
        assert refus.value.champ == champ


async def test_bob_lit_et_n_ecrit_pas_charlie_ne_trouve_rien(
    monde: Moteur, systeme: Contexte, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    (siege,) = await sieges(systeme, "Mairie")
    invite = await re.ajouter_invite(alice, cs.AjouterInvite(reunion=R1, libelle="Une mairie"))
    avant = await contenu_de_la_base()
    for qui, refus in ((bob, Interdit), (charlie, NonTrouve)):
        for essai in (
            re.placer_point(qui, PREMIER, None),
            re.noter_point(qui, PREMIER, cs.NoterPoint(notes="Non")),
            re.reporter_point(qui, PREMIER, R1),
            re.preparer_ordre_du_jour(qui, cs.PreparerOrdreDuJour(reunion=R1, points=(PREMIER,))),
            pointer(qui, siege, "present"),
            re.pointer_les_autres(qui, R1, EtatPresence.PRESENT),
            re.pointer_invite(qui, invite, 1, cs.PointerInvite(etat=EtatPresence.EXCUSE)),
            re.retirer_presence(qui, invite),
            garder_brouillon(qui, PREMIER, "notes", None, (("notes", "Non"),)),
        ):
            with pytest.raises(refus):
                await essai
    assert await contenu_de_la_base() == avant
    assert await passages_de_fiche(charlie.acteur, FICHE) == []
    assert await chercher_objets(charlie.acteur, cle_fixe("gouvernance:28"), "bus") == []
    trouves = await chercher_objets(bob.acteur, cle_fixe("gouvernance:28"), "BUS")
    assert [(t["genre"], t["titre"]) for t in trouves] == [
        ("fiche_action", "Bus numérique"),
        ("decision", "Le bus partira."),
    ]
    assert [t["titre"] for t in await chercher_objets(bob.acteur, cle_fixe("gouvernance:28"), "1.2")] == ["Permanences"]
    await garder_brouillon(alice, PREMIER, "notes", None, (("notes", "Commencé"),))


async def test_une_reunion_annulee_ou_dont_le_compte_rendu_est_parti_ne_change_plus(
    monde: Moteur, alice: Contexte
) -> None:
    annuler = cr.ChangerEtatReunion.model_validate({"etat": "annulee", "motif": "Neige"})
    autre = await reunion(alice, date="2025-12-01", etat="convoquee")
    await re.changer_etat_reunion(alice, autre, None, annuler)
    with pytest.raises(RegleViolee, match="annulée"):
        await point(alice, "Trop tard", reunion=autre)
    cle = (await charger(alice.acteur, "reunion", R1))["id"]
    suivi = {"cree_le": alice.maintenant, "maj_le": alice.maintenant}
    await inserer(CompteRendu, [{**suivi, "id": uuid4(), "reunion": cle, "etat": "diffuse"}])
    for essai in (
        noter(alice, "Après coup", ""),
        point(alice, "Après coup"),
        re.ajouter_invite(alice, cs.AjouterInvite(reunion=R1, libelle="Après coup")),
    ):
        with pytest.raises(RegleViolee, match="compte rendu"):
            await essai
    suivante = await reunion(alice, date="2025-12-02", etat="convoquee")
    await re.reporter_point(alice, PREMIER, suivante)
    assert await titres(suivante) == ["Tour de table"]
