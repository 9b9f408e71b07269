"""Every act is a valid command, refers to what exists before it, and carries nobody's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from pydantic import BaseModel

from backend.services.commands import (
    arbitrage,
    contributions,
    decisions,
    feuilles_de_route,
    fiches_action,
    gouvernances,
    instances,
    invitations,
    reunions,
    seances,
    structures,
    suivi,
    territoires,
)
from backend.services.commands.comptes import PasserLaMain
from fne_roadmaps.demo import ACTES, AU, fiches_28, vie_28
from fne_roadmaps.demo.exemples import convocations, ecritures, listes, seances as seances_d_exemple, sieges
from fne_roadmaps.demo.exemples.contributions import COMPOSES
from fne_roadmaps.domain.comptes import courriel
from fne_roadmaps.domain.dates import lire_date
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.feuilles_de_route import PASSAGES
from fne_roadmaps.domain.gouvernances import RoleDate, verifier_code_gouvernance, verifier_roles
from fne_roadmaps.domain.instances import verifier_slug
from tests.demo.rejeu import de, references, rejouer

COMMANDES: dict[str, type[BaseModel]] = {
    "convier_des_invites": invitations.ConvierDesInvites,
    "creer_territoire": territoires.CreerTerritoire,
    "creer_structure": structures.CreerStructure,
    "creer_poste": structures.CreerPoste,
    "creer_gouvernance": gouvernances.CreerGouvernance,
    "ajouter_contribution": gouvernances.AjouterContribution,
    "ajouter_chiffre": gouvernances.AjouterChiffre,
    "creer_feuille_de_route": feuilles_de_route.CreerFeuilleDeRoute,
    "creer_axe": feuilles_de_route.CreerAxe,
    "changer_etat": feuilles_de_route.ChangerEtat,
    "signer": feuilles_de_route.ChangerEtat,
    "presenter": feuilles_de_route.ChangerEtat,
    "creer_instance": instances.CreerInstance,
    "ajouter_cadence": instances.CadenceSaisie,
    "creer_reunion": reunions.CreerReunion,
    "deplacer_reunion": reunions.ModifierReunion,
    "changer_etat_reunion": reunions.ChangerEtatReunion,
    "creer_decision": decisions.CreerDecision,
    "creer_point": seances.CreerPoint,
    "noter_point": seances.NoterPoint,
    "changer_etat_point": seances.ChangerEtatPoint,
    "ajouter_invite": seances.AjouterInvite,
    "creer_fiche_action": fiches_action.CreerFicheAction,
    "lier_fiches": fiches_action.LierFiches,
    "creer_appel": contributions.CreerAppel,
    "proposer_fiche": fiches_action.CreerFicheAction,
    "fusionner_fiches": arbitrage.FusionnerFiches,
    "instruire_fiche": fiches_action.ChangerInstruction,
    "supprimer_fiche": arbitrage.SupprimerFiche,
    "reprendre_fiche": arbitrage.ReprendreFiche,
    "donner_nouvelles": suivi.DonnerNouvelles,
    "ajouter_mesure": suivi.AjouterMesure,
    "changer_avancement": fiches_action.ChangerAvancement,
    "suivre_fiche": fiches_action.ModifierFicheAction,
}
# The object an act changes, beside the fields of its command; and the state that signing or presenting means.
CIBLES = {
    "changer_etat": "feuille_de_route",
    "signer": "feuille_de_route",
    "presenter": "feuille_de_route",
    "ajouter_cadence": "instance",
    "instruire_fiche": "fiche",
    "supprimer_fiche": "fiche",
    "ajouter_mesure": "fiche",
    "changer_avancement": "fiche",
    "suivre_fiche": "fiche",
    "deplacer_reunion": "reunion",
    "changer_etat_reunion": "reunion",
    "noter_point": "point",
    "changer_etat_point": "point",
}
ETATS = {"signer": "signee", "presenter": "presentee"}
AUTRES = listes.COMPOSES | sieges.COMPOSES | ecritures.COMPOSES | vie_28.COMPOSES | seances_d_exemple.COMPOSES
AUTRES |= convocations.COMPOSES
COMPTE = {"identifiant", "nom", "structure", "poste", "courriel", "mot_de_passe", "profils"}
LECTEURS = ["alice-28", "bob-28", "charlie-41", "diane-hub", "emile-28", "fanny-28"]


def textes(valeur: Any) -> Iterator[str]:
    """Every text within a datum."""
    if isinstance(valeur, str):
        yield valeur
    elif isinstance(valeur, dict):
        for element in valeur.values():
            yield from textes(element)
    elif isinstance(valeur, list | tuple):
        for element in valeur:
            yield from textes(element)


@pytest.mark.parametrize(
    "nom", sorted({nom for nom, _, _ in ACTES} - {"creer_compte", "passer_la_main"} - COMPOSES - AUTRES)
)
def test_chaque_acte_suit_sa_commande(nom: str) -> None:
    for donnee in de(nom):
        champs = {cle: valeur for cle, valeur in donnee.items() if cle != CIBLES.get(nom)}
        if nom in ETATS:
            champs["etat"] = ETATS[nom]
        COMMANDES[nom].model_validate(champs)


def test_les_comptes_ont_leurs_champs() -> None:
    comptes = {compte["identifiant"]: compte for compte in de("creer_compte")}
    assert list(comptes) == LECTEURS
    for compte in comptes.values():
        assert set(compte) == COMPTE
        assert all(Profil(profil) for _, profil in compte["profils"])
    assert comptes["bob-28"]["profils"] == (("28", "lecteur"),)
    assert comptes["emile-28"]["profils"] == (("28", "redacteur"),)
    assert comptes["fanny-28"]["profils"] == (("28", "contributeur"),)
    assert comptes["fanny-28"]["structure"] == "association-exemple-a"
    assert len(comptes["diane-hub"]["profils"]) == 7
    assert all(courriel(compte["courriel"]).endswith(".example") for compte in comptes.values())


def test_une_passation_suit_sa_commande_et_ne_nomme_que_des_exemples() -> None:
    for donnee in de("passer_la_main"):
        assert donnee["gouvernance"] == "28"
        champs = {cle: valeur for cle, valeur in donnee.items() if cle not in {"gouvernance", "poste"}}
        assert PasserLaMain.model_validate(champs).le <= AU
        assert "exemple" in donnee["nom"]


def test_chaque_reference_vient_d_un_acte_precedent() -> None:
    inconnues = [
        (nom, reference)
        for nom, donnee, _, connus in rejouer()
        for reference in references(nom, donnee)
        if reference not in connus
    ]
    assert inconnues == []


def test_aucun_code_n_est_donne_deux_fois() -> None:
    donnes = [nouveau for _, _, nouveau, _ in rejouer() if nouveau]
    assert len(set(donnes)) == len(donnes)


def test_les_instants_se_suivent_et_precedent_la_date_de_reference() -> None:
    instants = [instant for _, _, instant in ACTES]
    assert all(instant.utcoffset() == timedelta(0) for instant in instants)
    assert instants == sorted(instants)
    assert instants[-1] < datetime(AU.year, AU.month, AU.day, 12, tzinfo=UTC)


def test_rien_n_est_saisi_avant_d_avoir_eu_lieu() -> None:
    for nom, donnee, instant in ACTES:
        jour = instant.date()
        if nom == "creer_fiche_action":
            faits: list[date | None] = [jalon["fait_le"] for jalon in donnee.get("jalons", ())] + [
                donnee["nouvelles_le"]
            ]
            faits += [lire_date(m["date"]).premier for i in donnee.get("indicateurs", ()) for m in i["mesures"]]
            assert all(fait is None or fait <= jour for fait in faits), donnee["titre"]
        elif nom in {"donner_nouvelles", "cocher_jalon"}:
            assert donnee["le" if nom == "donner_nouvelles" else "fait_le"] <= jour
        elif nom == "ajouter_mesure":
            premier = lire_date(donnee["date"]).premier
            assert premier is not None
            assert premier <= jour
        elif nom in {"signer", "presenter"}:
            publie = lire_date(donnee["date"]["edtf"] if isinstance(donnee["date"], dict) else donnee["date"])
            assert publie.premier is not None
            assert publie.premier <= jour
        elif nom == "creer_reunion" and donnee["etat"] == "tenue":
            premier = lire_date(donnee["date"]).premier
            assert premier is not None
            assert premier <= jour


def test_une_fiche_realisee_l_est_apres_sa_fin() -> None:
    realisees = [fiche for _, fiche in fiches_28.ACTES if fiche["avancement"] == "realisee"]
    assert realisees
    for fiche in realisees:
        fin = lire_date(fiche["fin"])
        assert fin.dernier is not None
        assert fin.dernier <= fiche["nouvelles_le"], fiche["titre"]


def test_les_codes_suivent_les_regles_du_domaine() -> None:
    for gouvernance in de("creer_gouvernance"):
        assert verifier_code_gouvernance(gouvernance["code"]) == gouvernance["code"]
    for instance in de("creer_instance"):
        assert verifier_slug(instance["slug"]) == instance["slug"]


def test_aucun_membre_ne_tient_deux_fois_le_meme_role() -> None:
    for gouvernance in de("creer_gouvernance"):
        modele = gouvernances.CreerGouvernance.model_validate(gouvernance)
        for membre in modele.membres:
            verifier_roles([RoleDate(role.role, role.debut, role.fin) for role in membre.roles])


def test_les_etats_des_feuilles_suivent_leur_cycle() -> None:
    etats: dict[str, str] = {}
    for nom, donnee, _ in ACTES:
        if nom in {"changer_etat", *ETATS}:
            feuille, suivant = donnee["feuille_de_route"], ETATS.get(nom) or donnee["etat"]
            permis = {etat.value: {vers.value for vers in suite} for etat, suite in PASSAGES.items()}
            assert suivant in permis[etats.get(feuille, "elaboration")]
            etats[feuille] = suivant
    assert etats == {
        "18-2024": "signee",
        "28-2024": "signee",
        "36-2024": "presentee",
        "37-2024": "signee",
        "41-2024": "concertation",
        "45-2024": "signee",
    }


def test_ni_personne_ni_adresse_ni_telephone_ni_siret() -> None:
    assert de("creer_personne") == []
    assert not any("siret" in donnee for _, donnee, _ in ACTES)
    for texte in textes([donnee for _, donnee, _ in ACTES]):
        assert "@" not in texte or courriel(texte).endswith(".example")
        assert not re.search(r"(?:\+33|\b0[1-9])(?:[ .-]?[0-9]{2}){4}\b", texte), texte


def test_les_adresses_web_ne_menent_nulle_part_de_reel() -> None:
    adresses = [texte for texte in textes([d for _, d, _ in ACTES]) if "://" in texte]
    assert adresses
    assert all(adresse.startswith("https://exemple.fr/") for adresse in adresses)


def test_la_typographie_est_francaise() -> None:
    for texte in textes([donnee for _, donnee, _ in ACTES]):
        assert not re.search(r"[A-Za-zÀ-ÿ]'", texte), texte
        assert "  " not in texte, texte
        assert "..." not in texte, texte
        assert '"' not in texte, texte
        assert not re.search(r"[^\s\u00a0\u202f«(][;!?»]", texte.replace("https://", "")), texte
        assert not re.search(r"[a-zà-ÿ]:(?!//)(?=\s)", texte), texte
