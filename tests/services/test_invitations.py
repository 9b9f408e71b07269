"""Invitations through the services: written in, sent when asked, answered by a link, told again when all changes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.context import Contexte
from backend.queries.comptes.lecteur import acteur_de
from backend.queries.courriels import empechement
from backend.queries.invitations import USAGE, invitation_du_lien, invitations_de
from backend.queries.lecture import Ligne, ligne, lignes
from backend.services import invitations as iv, reunions, sieges, sondages
from backend.services.commands import instances as ci, invitations as civ, reunions as cr, structures as cs
from backend.services.commands.sondages import OuvrirSondage
from backend.services.ecriture import inserer
from backend.services.structures import creer_personne, creer_poste, occuper_poste
from fne_roadmaps.domain.droits import Droit, droits_sur_reunion
from fne_roadmaps.domain.enums import EtatReunion, ReponseInvitation
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.domain.jetons import creer_jeton
from fne_roadmaps.tables.comptes import Compte
from fne_roadmaps.tables.engines import Moteur
from tests.support.personnes import CHARLIE, GOUVERNANCE_28, MAINTENANT, contexte

R1 = "28/copil/r1"
ANA, BEN = "ana@exemple.fr", "ben@exemple.fr"


def a_part(ctx: Contexte) -> Contexte:
    """The same person, in another request."""
    return replace(ctx, requete=str(uuid4()))


async def inviter(ctx: Contexte, *adresses: str, reunion: str = R1) -> int:
    invites = [{"nom": adresse.partition("@")[0].title(), "adresse": adresse} for adresse in adresses]
    commande = civ.ConvierDesInvites.model_validate({"reunion": reunion, "invites": invites})
    return await iv.convier_des_invites(a_part(ctx), commande)


async def envoyer(ctx: Contexte) -> int:
    return await iv.envoyer_invitations(a_part(ctx), R1)


async def invites() -> dict[str, Ligne]:
    """People of the meeting, by address."""
    reunion = await ligne("SELECT id FROM reunion WHERE code = {}", R1)
    assert reunion
    return {i["courriel"]: i for i in await invitations_de(reunion["id"])}


async def courriels() -> list[tuple[str, str, int]]:
    """Address, act and sequence of every mail queued."""
    rangees = await lignes("SELECT destinataire, donnees FROM courriel ORDER BY destinataire, id")
    lus = [(r["destinataire"], json.loads(r["donnees"])) for r in rangees]
    return sorted((a, d["acte"], d["sequence"]) for a, d in lus)


async def deplacer(ctx: Contexte, jour: str, debut: str | None = "09:30", fin: str | None = "12:00") -> None:
    commande = cr.ModifierReunion.model_validate({"date": jour, "heure_debut": debut, "heure_fin": fin})
    await reunions.modifier_reunion(a_part(ctx), R1, None, commande)


async def changer_etat(ctx: Contexte, etat: str) -> None:
    commande = cr.ChangerEtatReunion.model_validate({"etat": etat, "motif": "Grève."})
    await reunions.changer_etat_reunion(a_part(ctx), R1, None, commande)


async def test_rien_ne_part_seul_et_chaque_changement_se_dit_une_fois(monde: Moteur, alice: Contexte) -> None:
    assert await inviter(alice, ANA, BEN, ANA.upper()) == 2
    assert await inviter(alice, ANA) == 0
    assert await courriels() == []
    assert (await envoyer(alice), await envoyer_rien(alice)) == (2, True)
    assert await courriels() == [(ANA, "convier", 0), (BEN, "convier", 0)]
    oui = civ.RepondreInvitation(reponse=ReponseInvitation.ACCEPTEE)
    await iv.repondre_invitation(a_part(alice), (await invites())[ANA]["id"], oui)
    await deplacer(alice, "2025-09-25")
    assert len(await courriels()) == 2
    assert (await invites())[ANA]["reponse"] == "acceptee"
    assert await envoyer(alice) == 2
    assert {i["reponse"] for i in (await invites()).values()} == {"en_attente"}
    assert (await courriels())[:2] == [(ANA, "changer", 1), (ANA, "convier", 0)]
    jours = {"reunion": R1, "jours": ["2025-10-01", "2025-10-08"]}
    with pytest.raises(RegleViolee, match="puis sondez"):
        await sondages.ouvrir_sondage(a_part(alice), OuvrirSondage.model_validate(jours))
    await changer_etat(alice, "reportee")
    with pytest.raises(RegleViolee, match="2 personnes ont été invitées"):
        await reunions.supprimer_reunion(a_part(alice), R1, None, "Erreur.")
    assert await envoyer(alice) == 2
    assert {acte for _, acte, _ in await courriels()} == {"convier", "changer", "annuler"}
    assert {i["sequence_envoyee"] for i in (await invites()).values()} == {2}
    await sondages.ouvrir_sondage(a_part(alice), OuvrirSondage.model_validate(jours))
    journal = await lignes("SELECT avant, apres FROM entree_journal WHERE concept = 'invitation'")
    assert ANA not in str(journal)


async def envoyer_rien(ctx: Contexte) -> bool:
    """Sending again queues nothing."""
    avant = await courriels()
    assert await envoyer(ctx) == 0
    return avant == await courriels()


async def test_un_courriel_depasse_ne_part_pas(monde: Moteur, alice: Contexte) -> None:
    await inviter(alice, ANA)
    await envoyer(alice)
    (courriel,) = await lignes("SELECT * FROM courriel")
    assert await empechement(courriel, MAINTENANT) is None
    await deplacer(alice, "2025-09-25")
    assert "a changé depuis" in str(await empechement(courriel, MAINTENANT))
    await iv.retirer_invitation(a_part(alice), (await invites())[ANA]["id"])
    assert "plus invitée" in str(await empechement(courriel, MAINTENANT))
    annulation = next(c for c in await lignes("SELECT * FROM courriel") if json.loads(c["donnees"])["retire"])
    assert await empechement(annulation, MAINTENANT) is None
    await iv.retablir_invitation(a_part(alice), annulation["objet_lie"])
    assert "de nouveau convoquée" in str(await empechement(annulation, MAINTENANT))


async def test_une_invitation_attend_une_reunion_convoquee_a_un_jour(monde: Moteur, alice: Contexte) -> None:
    await inviter(alice, ANA)
    await deplacer(alice, "2025-23", None, None)
    with pytest.raises(RegleViolee, match="donne un jour"):
        await envoyer(alice)
    await deplacer(alice, "2025-09-25")
    await changer_etat(alice, "annulee")
    with pytest.raises(RegleViolee, match="plus personne"):
        await envoyer(alice)
    with pytest.raises(RegleViolee, match="annulée"):
        await inviter(alice, BEN)


async def test_qui_est_retire_le_sait_et_son_lien_n_ouvre_plus_rien(monde: Moteur, alice: Contexte) -> None:
    await inviter(alice, ANA, BEN)
    await envoyer(alice)
    ana = (await invites())[ANA]
    jeton = creer_jeton(alice.secret, USAGE, ana["id"], ana["generation"])
    assert (await invitation_du_lien(alice, jeton))[1]["id"] == ana["id"]
    await iv.retirer_invitation(a_part(alice), ana["id"])
    await iv.retirer_invitation(a_part(alice), ana["id"])
    assert list(await invites()) == [BEN]
    assert (ANA, "annuler", 0) in await courriels()
    for mauvais in (jeton, jeton[:-1] + ("a" if jeton[-1] != "a" else "b"), "é" * 50, "court"):
        with pytest.raises(NonTrouve):
            await invitation_du_lien(alice, mauvais)
    await inviter(alice, ANA)
    remise = (await invites())[ANA]
    assert (remise["id"], remise["envoyee_le"], remise["generation"]) == (ana["id"], None, 2)
    with pytest.raises(NonTrouve):
        await invitation_du_lien(alice, jeton)
    await iv.retirer_invitation(a_part(alice), ana["id"])
    assert [acte for a, acte, _ in await courriels() if a == ANA] == ["annuler", "convier"]


async def test_on_repond_par_son_lien_par_son_compte_ou_par_qui_tient_la_reunion(
    monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    await inviter(alice, ANA, BEN)
    await envoyer(alice)
    lues = await invites()
    ana, ben = lues[ANA]["id"], lues[BEN]["id"]
    porteur, *_ = await invitation_du_lien(alice, creer_jeton(alice.secret, USAGE, ana))

    async def repondre(ctx: Contexte, cle: UUID, **dite: Any) -> None:
        await iv.repondre_invitation(a_part(ctx), cle, civ.RepondreInvitation(**dite))

    await repondre(porteur, ana, reponse=ReponseInvitation.ACCEPTEE, commentaire="Avec plaisir.")
    await repondre(alice, ben, reponse=ReponseInvitation.DECLINEE)
    lues = await invites()
    assert (lues[ANA]["reponse"], lues[ANA]["commentaire"], lues[BEN]["reponse"]) == (
        *("acceptee", "Avec plaisir."),
        "declinee",
    )
    for ctx, refus in ((porteur, NonTrouve), (bob, Interdit), (charlie, NonTrouve)):
        with pytest.raises(refus):
            await repondre(ctx, ben, reponse=ReponseInvitation.ACCEPTEE)
    await repondre(alice, ben, reponse=ReponseInvitation.EN_ATTENTE)
    assert (await invites())[BEN]["repondue_le"] is None
    tard = replace(porteur, maintenant=MAINTENANT + timedelta(days=120), au=date(2025, 10, 1))
    with pytest.raises(RegleViolee, match="plus de réponse"):
        await repondre(tard, ana, reponse=ReponseInvitation.DECLINEE)


async def test_une_personne_invitee_suit_la_reunion_par_son_compte(monde: Moteur, alice: Contexte) -> None:
    cle, instants = uuid4(), {"cree_le": MAINTENANT, "maj_le": MAINTENANT}
    await inserer(Compte, [{"id": cle, "identifiant": "ana", "nom": "Ana", "courriel": ANA, **instants}])
    await inviter(alice, ANA)
    ana = await acteur_de(cle, alice.au)
    assert ana
    assert ana.invitations == frozenset()
    await envoyer(alice)
    ana = await acteur_de(cle, alice.au)
    assert ana
    invitation = (await invites())[ANA]
    assert ana.invitations == frozenset({invitation["reunion"]})
    droits = droits_sur_reunion(ana, [GOUVERNANCE_28], invitation["reunion"], None, EtatReunion.CONVOQUEE)
    assert droits == {Droit.LIRE, Droit.SUIVRE}
    reponse = civ.RepondreInvitation(reponse=ReponseInvitation.INCERTAINE)
    await iv.repondre_invitation(contexte(ana), invitation["id"], reponse)
    assert (await invites())[ANA]["reponse"] == "incertaine"


async def test_les_sieges_s_invitent_par_qui_les_occupe_ce_jour_la(
    monde: Moteur, alice: Contexte, bob: Contexte, systeme: Contexte
) -> None:
    await creer_poste(systeme, cs.CreerPoste(code="cd-28/mission", structure="cd-28", fonction="Chargé de mission"))
    for nom, poste, debut in (("Avant", "cd-28/mission", "2024-01-01"), ("Apres", "cd-28/mission", "2025-09-01")):
        personne = await creer_personne(
            a_part(systeme), cs.CreerPersonne(nom=nom, courriel=f"{nom.lower()}@exemple.fr")
        )
        occupe = {"poste": poste, "personne": str(personne), "debut": debut}
        await occuper_poste(a_part(systeme), cs.OccuperPoste.model_validate(occupe))
    siege = {"instance": "28/copil", "structure": "cd-28", "poste": "cd-28/mission", "suppleant": "hub-lo/mission-28"}
    await sieges.ajouter_siege(a_part(alice), ci.AjouterSiege.model_validate(siege))
    assert await iv.convier_les_sieges(a_part(alice), civ.ConvierLesSieges(reunion=R1, suppleants=True)) == 1
    assert await iv.convier_les_sieges(a_part(alice), civ.ConvierLesSieges(reunion=R1)) == 0
    (la,) = (await invites()).values()
    assert (la["courriel"], la["libelle"], la["s_nom"]) == (
        *("apres@exemple.fr", "Apres"),
        "Conseil départemental d’Eure-et-Loir",
    )
    sans = cr.CreerReunion.model_validate({"gouvernance": "28", "genre": "visio", "titre": "Point", "etat": "a_dater"})
    await reunions.creer_reunion(a_part(alice), sans)
    with pytest.raises(RegleViolee, match="d’aucune instance"):
        await iv.convier_les_sieges(a_part(alice), civ.ConvierLesSieges(reunion="28/r1"))
    with pytest.raises(Interdit):
        await iv.convier_les_sieges(a_part(bob), civ.ConvierLesSieges(reunion=R1))
    with pytest.raises(NonTrouve):
        await iv.convier_les_sieges(contexte(CHARLIE), civ.ConvierLesSieges(reunion=R1))
