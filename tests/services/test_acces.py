"""Personal links to an account: an invitation, a new password; good once, for a time, for one account."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from backend.context import Contexte
from backend.queries.comptes import lire_acces
from backend.queries.lecture import lignes
from backend.services import comptes
from backend.services.commands.comptes import Inviter
from fne_roadmaps.domain.comptes import VALIDITE
from fne_roadmaps.domain.droits import COMPTE_SANS_PROFIL, PUBLIC
from fne_roadmaps.domain.enums import ModeleCourriel, Profil, UsageAcces
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.domain.jetons import creer_jeton
from fne_roadmaps.tables.engines import Moteur
from tests.services.comptes import (
    AGENT,
    AUTRE_PHRASE,
    PHRASE,
    adresse,
    cle_de,
    comme,
    compte_de,
    entre,
    est_ouverte,
    invite,
)
from tests.support.etat import contenu_de_la_base, lignes_du_journal, valeur
from tests.support.personnes import GOUVERNANCE_28, MAINTENANT, SECRET, contexte

PERSONNE = contexte(PUBLIC)


async def courriels() -> list[tuple[str, str]]:
    """Queued mails: to whom, and which."""
    return [(c["destinataire"], c["modele"]) for c in await lignes("SELECT * FROM courriel ORDER BY cree_le, id")]


async def test_une_invitation_ouvre_un_compte_avec_ses_droits(monde: Moteur, alice: Contexte) -> None:
    jeton = await invite(alice, "Gaston", Profil.REDACTEUR, structure="cd-28")
    lien = await lire_acces(SECRET, jeton, MAINTENANT)
    assert (lien.usage, lien.nom, lien.courriel) == (UsageAcces.INVITATION, "Gaston", adresse("Gaston"))
    temoin = await comptes.utiliser_un_acces(PERSONNE, jeton, PHRASE, AGENT)
    assert await est_ouverte(temoin)
    gaston = await comme("Gaston")
    assert gaston.acteur.profils == {GOUVERNANCE_28: Profil.REDACTEUR}
    assert gaston.acteur.structure == await valeur("SELECT id FROM structure WHERE code = 'cd-28'")
    compte = await compte_de("Gaston")
    assert compte["mot_de_passe"].startswith("$argon2id$")
    assert compte["identifiant"].startswith("c-")


async def test_le_courriel_est_mis_en_file_avec_l_acte_sans_lien_ni_secret(monde: Moteur, alice: Contexte) -> None:
    jeton = await invite(alice, "Gaston", Profil.REDACTEUR)
    (courriel,) = await lignes("SELECT * FROM courriel")
    assert (courriel["destinataire"], courriel["modele"]) == (adresse("Gaston"), ModeleCourriel.INVITATION.value)
    assert courriel["gouvernance"] == GOUVERNANCE_28
    (lien,) = await lignes("SELECT * FROM lien_acces")
    assert courriel["objet_lie"] == lien["id"]
    assert jeton == creer_jeton(SECRET, UsageAcces.INVITATION.value, lien["id"])
    for table, rangees in (await contenu_de_la_base()).items():
        assert jeton not in str(rangees), table


async def test_le_journal_ne_garde_ni_nom_ni_adresse(monde: Moteur, alice: Contexte) -> None:
    await entre(alice, "Gaston", Profil.REDACTEUR)
    journal = str(await lignes_du_journal())
    assert "creer" in journal
    assert "gaston" not in journal.lower()
    assert PHRASE not in journal


async def test_un_lien_ne_sert_qu_une_fois(monde: Moteur, alice: Contexte) -> None:
    jeton = await invite(alice, "Gaston", Profil.REDACTEUR)
    await comptes.utiliser_un_acces(PERSONNE, jeton, PHRASE, AGENT)
    for phrase in (PHRASE, AUTRE_PHRASE):
        with pytest.raises(RegleViolee) as refus:
            await comptes.utiliser_un_acces(PERSONNE, jeton, phrase, AGENT)
        assert refus.value.champ == "lien"
    assert await comptes.se_connecter(PERSONNE, adresse("Gaston"), PHRASE, AGENT)


async def test_un_mot_de_passe_refuse_n_use_pas_le_lien(monde: Moteur, alice: Contexte) -> None:
    jeton = await invite(alice, "Gaston", Profil.REDACTEUR)
    avant = await contenu_de_la_base()
    for phrase in ("court", "x" * 10_000, adresse("Gaston")):
        with pytest.raises(RegleViolee):
            await comptes.utiliser_un_acces(PERSONNE, jeton, phrase, AGENT)
    assert await contenu_de_la_base() == avant
    assert await comptes.utiliser_un_acces(PERSONNE, jeton, PHRASE, AGENT)


async def test_un_lien_a_son_temps(monde: Moteur, alice: Contexte) -> None:
    jeton = await invite(alice, "Gaston", Profil.REDACTEUR)
    duree = VALIDITE[UsageAcces.INVITATION]
    lien = await lire_acces(SECRET, jeton, MAINTENANT + duree - timedelta(seconds=1))
    assert lien.compte == await cle_de("Gaston")
    for ctx in (replace(PERSONNE, maintenant=MAINTENANT + duree),):
        with pytest.raises(RegleViolee, match="plus valable"):
            await comptes.utiliser_un_acces(ctx, jeton, PHRASE, AGENT)


@pytest.mark.parametrize("mal", ["autre-cle", "autre-usage", "autre-secret", "coupe", "vide", "hostile", "long"])
async def test_un_jeton_devine_n_ouvre_rien(monde: Moteur, alice: Contexte, mal: str) -> None:
    bon = await invite(alice, "Gaston", Profil.REDACTEUR)
    cle = await valeur("SELECT id FROM lien_acces")
    jeton = {
        "autre-cle": creer_jeton(SECRET, UsageAcces.INVITATION.value, uuid4()),
        "autre-usage": creer_jeton(SECRET, UsageAcces.REINITIALISATION.value, cle),
        "autre-secret": creer_jeton("un autre secret", UsageAcces.INVITATION.value, cle),
        "coupe": bon[:-1],
        "vide": "",
        "hostile": "../../é\x00" + bon,
        "long": bon * 1000,
    }[mal]
    with pytest.raises(NonTrouve):
        await comptes.utiliser_un_acces(PERSONNE, jeton, PHRASE, AGENT)
    assert (await compte_de("Gaston"))["mot_de_passe"] is None


async def test_inviter_de_nouveau_perime_le_lien_d_avant(monde: Moteur, alice: Contexte) -> None:
    premier = await invite(alice, "Gaston", Profil.REDACTEUR)
    second = await comptes.renvoyer_invitation(replace(alice, requete="encore"), "28", await cle_de("Gaston"))
    with pytest.raises(RegleViolee):
        await comptes.utiliser_un_acces(PERSONNE, premier, PHRASE, AGENT)
    assert await comptes.utiliser_un_acces(PERSONNE, second, PHRASE, AGENT)
    with pytest.raises(RegleViolee, match="déjà ouvert"):
        await comptes.renvoyer_invitation(replace(alice, requete="trop"), "28", await cle_de("Gaston"))


async def test_une_adresse_deja_ouverte_gagne_un_profil_ailleurs_sans_invitation(
    monde: Moteur, alice: Contexte, charlie: Contexte
) -> None:
    await entre(alice, "Gaston", Profil.REDACTEUR)
    commande = Inviter(nom="Un autre nom", courriel=adresse("Gaston"), profil=Profil.LECTEUR)
    assert await comptes.inviter(charlie, "41", commande) is None
    assert set((await comme("Gaston")).acteur.profils.values()) == {Profil.REDACTEUR, Profil.LECTEUR}
    assert (await compte_de("Gaston"))["nom"] == "Gaston"


async def test_inviter_qui_a_deja_un_profil_ici_ne_le_change_pas(monde: Moteur, alice: Contexte) -> None:
    await entre(alice, "Gaston", Profil.PORTEUR)
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee) as refus:
        await comptes.inviter(alice, "28", Inviter(nom="G", courriel=adresse("Gaston"), profil=Profil.LECTEUR))
    assert refus.value.champ == "courriel"
    assert await contenu_de_la_base() == avant


@pytest.mark.parametrize(
    ("champs", "champ"),
    [
        ({"courriel": "pas une adresse"}, "courriel"),
        ({"courriel": "a@b.example\r\nBcc: c@d.example"}, "courriel"),
        ({"structure": "inconnue"}, "structure"),
        ({"structure": "cd-28", "poste": "hub-lo/mission-28"}, "poste"),
    ],
)
async def test_une_invitation_refusee_dit_son_champ_et_n_ecrit_rien(
    monde: Moteur, alice: Contexte, champs: dict[str, str], champ: str
) -> None:
    avant = await contenu_de_la_base()
    donnees = {"nom": "Gaston", "courriel": adresse("Gaston"), "profil": Profil.LECTEUR, **champs}
    with pytest.raises(RegleViolee) as refus:
        await comptes.inviter(alice, "28", Inviter.model_validate(donnees))
    assert refus.value.champ == champ
    assert await contenu_de_la_base() == avant


async def test_qui_sert_une_fonction_en_sert_la_structure(monde: Moteur, alice: Contexte) -> None:
    await invite(alice, "Gaston", Profil.ANIMATEUR, poste="hub-lo/mission-28")
    compte = await compte_de("Gaston")
    assert compte["poste"] == await valeur("SELECT id FROM poste WHERE code = 'hub-lo/mission-28'")
    assert compte["structure"] == await valeur("SELECT id FROM structure WHERE code = 'hub-lo'")


async def test_seul_qui_administre_invite(monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte) -> None:
    await invite(alice, "Gaston", Profil.REDACTEUR)
    cle = await cle_de("Gaston")
    avant = await contenu_de_la_base()
    commande = Inviter(nom="Intrus", courriel="intrus@essai.example", profil=Profil.PORTEUR)
    for ctx, refus in ((bob, Interdit), (charlie, NonTrouve), (contexte(COMPTE_SANS_PROFIL), NonTrouve)):
        with pytest.raises(refus):
            await comptes.inviter(ctx, "28", commande)
        with pytest.raises(refus):
            await comptes.renvoyer_invitation(ctx, "28", cle)
    with pytest.raises(NonTrouve):
        await comptes.renvoyer_invitation(charlie, "41", cle)
    assert await contenu_de_la_base() == avant


async def test_un_nouveau_mot_de_passe_se_demande_et_ferme_tout(monde: Moteur, alice: Contexte) -> None:
    ancienne = await entre(alice, "Gaston", Profil.REDACTEUR)
    demande = replace(PERSONNE, requete="oubli")
    await comptes.reinitialiser_le_mot_de_passe(demande, " GASTON@essai.example ")
    assert (adresse("Gaston"), ModeleCourriel.REINITIALISATION.value) in await courriels()
    cle = await valeur("SELECT id FROM lien_acces WHERE utilise_le IS NULL")
    jeton = creer_jeton(SECRET, UsageAcces.REINITIALISATION.value, cle)
    neuve = await comptes.utiliser_un_acces(PERSONNE, jeton, AUTRE_PHRASE, AGENT)
    assert [await est_ouverte(ancienne), await est_ouverte(neuve)] == [False, True]
    with pytest.raises(RegleViolee):
        await comptes.se_connecter(PERSONNE, adresse("Gaston"), PHRASE, AGENT)


async def test_changer_de_mot_de_passe_perime_le_lien_demande(monde: Moteur, alice: Contexte) -> None:
    await entre(alice, "Gaston", Profil.REDACTEUR)
    await comptes.reinitialiser_le_mot_de_passe(replace(PERSONNE, requete="oubli"), adresse("Gaston"))
    jeton = creer_jeton(
        SECRET,
        UsageAcces.REINITIALISATION.value,
        await valeur("SELECT id FROM lien_acces WHERE utilise_le IS NULL"),
    )
    await comptes.changer_mot_de_passe(await comme("Gaston"), PHRASE, AUTRE_PHRASE, AGENT)
    with pytest.raises(RegleViolee, match="plus valable"):
        await comptes.utiliser_un_acces(PERSONNE, jeton, PHRASE, AGENT)


async def test_demander_un_mot_de_passe_n_ecrit_que_si_le_compte_existe(monde: Moteur, alice: Contexte) -> None:
    await invite(alice, "Jamais-Venue", Profil.LECTEUR)
    avant = await contenu_de_la_base()
    for tapee in ("inconnue@essai.example", "", "pas une adresse", "\x00", "x" * 10_000, adresse("Jamais-Venue")):
        await comptes.reinitialiser_le_mot_de_passe(PERSONNE, tapee)
    assert await contenu_de_la_base() == avant


async def test_demander_dix_fois_n_envoie_qu_un_courriel(monde: Moteur, alice: Contexte) -> None:
    await entre(alice, "Gaston", Profil.REDACTEUR)
    for rang in range(10):
        await comptes.reinitialiser_le_mot_de_passe(replace(PERSONNE, requete=f"oubli-{rang}"), adresse("Gaston"))
    assert len(await courriels()) == 2
    tard = replace(PERSONNE, requete="tard", maintenant=MAINTENANT + VALIDITE[UsageAcces.REINITIALISATION])
    await comptes.reinitialiser_le_mot_de_passe(tard, adresse("Gaston"))
    assert len(await courriels()) == 3


async def test_un_compte_retire_partout_ne_s_ouvre_plus_par_son_invitation(monde: Moteur, alice: Contexte) -> None:
    jeton = await invite(alice, "Gaston", Profil.REDACTEUR)
    await comptes.retirer_profil(alice, "28", await cle_de("Gaston"))
    with pytest.raises(RegleViolee):
        await comptes.utiliser_un_acces(PERSONNE, jeton, PHRASE, AGENT)
