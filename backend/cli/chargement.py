"""Loads the demonstration through the services, with fixed keys and a fixed clock: same bytes everywhere."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.cli import (
    chargement_comptes_rendus as comptes_rendus,
    chargement_convocations as convocations,
    chargement_ecritures as ecritures,
    chargement_listes as listes,
    chargement_seances as seances,
)
from backend.context import Contexte
from backend.queries.contributions import demandes_de_la_fiche, etat_de_la_fiche
from backend.queries.references import charger
from backend.services import (
    courriels,
    feuilles_de_route,
    gouvernances,
    instances,
    sieges,
    signatures,
    structures,
    territoires,
)
from backend.services.commands import (
    arbitrage as cb,
    comptes as cco,
    contributions as cc,
    decisions as cd,
    feuilles_de_route as cf,
    fiches_action as ca,
    gouvernances as cg,
    instances as ci,
    reunions as cr,
    structures as cs,
    suivi as cv,
    territoires as ct,
)
from backend.services.comptes import ouverture as comptes, passation
from backend.services.comptes.ouverture import Identite
from backend.services.contributions import appels, demandes, depots, reponses, soumission
from backend.services.ecriture import ecriture
from backend.services.fiches_action import corbeille, essaimage, fusion, jalons, liens, nouvelles, redaction, vie
from backend.services.reunions import decisions, tenue
from fne_roadmaps.demo import ACTES, AU
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.contributions import CHAMPS_DE_NOUVELLES, etape_de
from fne_roadmaps.domain.droits import SYSTEME
from fne_roadmaps.domain.enums import EtatFeuille, Profil

Acte = Callable[[Contexte, dict[str, Any]], Awaitable[object]]
Progres = Callable[[int, int], None]


def _contexte(instant: datetime, rang: int) -> Contexte:
    return Contexte(SYSTEME, instant, AU, f"demonstration-{rang}", cle_fixe)


async def charger_demonstration(progres: Progres) -> None:
    """Replay every act in one transaction: all of the region, or nothing. ``progres`` receives (done, total)."""
    async with ecriture():
        await comptes.regler(_contexte(ACTES[0][2], 0), {"demo": "1", "au": AU.isoformat()})
        for rang, (nom, donnee, instant) in enumerate(ACTES, start=1):
            await _ACTES[nom](_contexte(instant, rang), dict(donnee))
            progres(rang, len(ACTES))
        await courriels.livrer_sur_place(_contexte(ACTES[-1][2], len(ACTES)))


async def _changer_etat(ctx: Contexte, donnee: dict[str, Any]) -> object:
    reference = donnee.pop("feuille_de_route")
    return await feuilles_de_route._changer_etat(ctx, reference, None, cf.ChangerEtat(**donnee))


def _publier(etat: EtatFeuille) -> Acte:
    async def publier(ctx: Contexte, donnee: dict[str, Any]) -> object:
        reference = donnee.pop("feuille_de_route")
        return await signatures._publier(ctx, reference, None, cf.ChangerEtat(etat=etat, **donnee), etat)

    return publier


async def _deplacer(ctx: Contexte, donnee: dict[str, Any]) -> object:
    return await tenue._modifier(ctx, donnee.pop("reunion"), None, cr.ModifierReunion(**donnee))


async def _etat_reunion(ctx: Contexte, donnee: dict[str, Any]) -> object:
    return await tenue._changer_etat(ctx, donnee.pop("reunion"), None, cr.ChangerEtatReunion(**donnee))


async def _cadence(ctx: Contexte, donnee: dict[str, Any]) -> object:
    return await instances._ajouter_cadence(ctx, donnee.pop("instance"), ci.CadenceSaisie(**donnee))


async def _compte(ctx: Contexte, donnee: dict[str, Any]) -> object:
    profils = {code: Profil(profil) for code, profil in donnee["profils"]}
    identite = Identite(
        donnee.get("structure"), donnee.get("poste"), donnee.get("courriel"), donnee.get("mot_de_passe")
    )
    return await comptes._creer(ctx, donnee["identifiant"], donnee["nom"], profils, identite)


async def _passer_la_main(ctx: Contexte, donnee: dict[str, Any]) -> object:
    poste = await charger(ctx.acteur, "poste", donnee.pop("poste"))
    commande = cco.PasserLaMain.model_validate({c: v for c, v in donnee.items() if c != "gouvernance"})
    return await passation._passer(ctx, donnee["gouvernance"], poste["id"], commande)


async def _deposer(ctx: Contexte, donnee: dict[str, Any]) -> object:
    """A deposit as its author writes it: begun, kept step by step, submitted or not."""
    appel = str(cle_fixe(f"appel_a_fiches:{donnee['appel']}"))
    depot = await depots._commencer(ctx, cc.CommencerDepot(appel=appel, exemple=True, **donnee["presentation"]))
    for code, saisies in donnee["etapes"].items():
        valeurs = {champ: list(textes) for champ, textes in saisies.items()}
        if "axe" in valeurs:
            valeurs["axe"] = [str((await charger(ctx.acteur, "axe", valeurs["axe"][0]))["id"])]
        await depots._enregistrer(ctx, depot, etape_de(code), 0, valeurs)
    return await soumission._soumettre(ctx, depot) if donnee["soumis"] else depot


async def _repondre(ctx: Contexte, donnee: dict[str, Any]) -> object:
    """The answer to the request about a fiche, from what its page said."""
    fiche = (await charger(ctx.acteur, "fiche_action", donnee["fiche"]))["id"]
    etat = await etat_de_la_fiche(fiche)
    lu = {f"lu.{champ}": "" if etat[champ] is None else str(etat[champ]) for champ in CHAMPS_DE_NOUVELLES}
    (demande,) = await demandes_de_la_fiche(fiche)
    await reponses._repondre(ctx, demande["id"], {**lu, **donnee["saisie"]})
    return demande["id"]


async def _instruire(ctx: Contexte, donnee: dict[str, Any]) -> object:
    return await vie._changer_instruction(ctx, donnee.pop("fiche"), None, ca.ChangerInstruction(**donnee))


async def _donner_nouvelles(ctx: Contexte, donnee: dict[str, Any]) -> object:
    return await nouvelles._donner(ctx, cv.DonnerNouvelles(**donnee))


def _ce_jour_la(ctx: Contexte) -> Contexte:
    """The day of the act, for what takes its date from it."""
    return replace(ctx, au=ctx.maintenant.date())


async def _avancer(ctx: Contexte, donnee: dict[str, Any]) -> object:
    reference = donnee.pop("fiche")
    return await vie._changer_avancement(_ce_jour_la(ctx), reference, None, ca.ChangerAvancement(**donnee))


async def _cocher_jalon(ctx: Contexte, donnee: dict[str, Any]) -> object:
    return await jalons._cocher_un(_ce_jour_la(ctx), donnee["fiche"], UUID(donnee["jalon"]), donnee["fait_le"])


async def _suivre_fiche(ctx: Contexte, donnee: dict[str, Any]) -> object:
    reference = donnee.pop("fiche")
    return await redaction._ecrire(_ce_jour_la(ctx), reference, None, ca.ModifierFicheAction(**donnee), None, {})


async def _ajouter_mesure(ctx: Contexte, donnee: dict[str, Any]) -> object:
    return await jalons._ajouter_mesure(ctx, donnee.pop("fiche"), cv.AjouterMesure(**donnee))


async def _supprimer_fiche(ctx: Contexte, donnee: dict[str, Any]) -> object:
    return await corbeille._supprimer(ctx, donnee.pop("fiche"), None, cb.SupprimerFiche(**donnee))


async def _tenir_un_siege(ctx: Contexte, donnee: dict[str, Any]) -> object:
    """Give a post to the seat an organisation holds in an instance."""
    instance = await charger(ctx.acteur, "instance", donnee["instance"])
    structure = await charger(ctx.acteur, "structure", donnee["structure"])
    (siege,) = [s for s in await sieges.sieges_tenus(instance["id"]) if s["structure"] == structure["id"]]
    dits = {champ: siege[champ] for champ in ("libelle", "college", "voix", "debut", "fin", "source")}
    commande = ci.SiegeSaisi(**dits, structure=donnee["structure"], poste=donnee["poste"])
    return await sieges._modifier(ctx, siege["id"], None, commande)


_ACTES: dict[str, Acte] = {
    "tenir_un_siege": _tenir_un_siege,
    "ecrire_une_fiche": ecritures.ecrire_une_fiche,
    "commencer_une_saisie": ecritures.commencer_une_saisie,
    "garder_une_vue": listes.garder_une_vue,
    "changer_en_groupe": listes.changer_en_groupe,
    "creer_territoire": lambda ctx, d: territoires._creer(ctx, ct.CreerTerritoire(**d)),
    "creer_structure": lambda ctx, d: structures._creer_structure(ctx, cs.CreerStructure(**d)),
    "creer_poste": lambda ctx, d: structures._creer_poste(ctx, cs.CreerPoste(**d)),
    "creer_gouvernance": lambda ctx, d: gouvernances._creer(ctx, cg.CreerGouvernance(**d)),
    "ajouter_contribution": lambda ctx, d: gouvernances._ajouter_contribution(ctx, cg.AjouterContribution(**d)),
    "ajouter_chiffre": lambda ctx, d: gouvernances._ajouter_chiffre(ctx, cg.AjouterChiffre(**d)),
    "creer_feuille_de_route": lambda ctx, d: feuilles_de_route._creer(ctx, cf.CreerFeuilleDeRoute(**d)),
    "creer_axe": lambda ctx, d: feuilles_de_route._creer_axe(ctx, cf.CreerAxe(**d)),
    "creer_instance": lambda ctx, d: instances._creer(ctx, ci.CreerInstance(**d)),
    "creer_reunion": lambda ctx, d: tenue._creer(ctx, cr.CreerReunion(**d)),
    "creer_decision": lambda ctx, d: decisions._creer(ctx, cd.CreerDecision(**d)),
    "creer_point": seances.creer_point,
    "noter_point": seances.noter_point,
    "changer_etat_point": seances.changer_etat_point,
    "reporter_point": seances.reporter_point,
    "ajouter_invite": seances.ajouter_invite,
    "ouvrir_un_sondage": convocations.ouvrir_un_sondage,
    "repondre_au_sondage": convocations.repondre_au_sondage,
    "convier_des_invites": convocations.convier_des_invites,
    "envoyer_invitations": convocations.envoyer_invitations,
    "repondre_invitation": convocations.repondre_invitation,
    "rendre_compte": comptes_rendus.rendre_compte,
    "creer_fiche_action": lambda ctx, d: redaction._creer(ctx, ca.CreerFicheAction(**d)),
    "proposer_fiche": lambda ctx, d: redaction._creer(ctx, ca.CreerFicheAction(**d)),
    "fusionner_fiches": lambda ctx, d: fusion._fusionner(ctx, cb.FusionnerFiches(**d)),
    "reprendre_fiche": lambda ctx, d: essaimage._reprendre(ctx, cb.ReprendreFiche(**d)),
    "instruire_fiche": _instruire,
    "supprimer_fiche": _supprimer_fiche,
    "donner_nouvelles": _donner_nouvelles,
    "ajouter_mesure": _ajouter_mesure,
    "changer_avancement": _avancer,
    "cocher_jalon": _cocher_jalon,
    "suivre_fiche": _suivre_fiche,
    "lier_fiches": lambda ctx, d: liens._lier(ctx, ca.LierFiches(**d)),
    "changer_etat": _changer_etat,
    "signer": _publier(EtatFeuille.SIGNEE),
    "presenter": _publier(EtatFeuille.PRESENTEE),
    "ajouter_cadence": _cadence,
    "deplacer_reunion": _deplacer,
    "changer_etat_reunion": _etat_reunion,
    "creer_compte": _compte,
    "passer_la_main": _passer_la_main,
    "creer_appel": lambda ctx, d: appels._creer(ctx, cc.CreerAppel(**d)),
    "deposer": _deposer,
    "demander_des_nouvelles": lambda ctx, d: demandes._demander(ctx, cc.DemanderPourUneFiche(**d)),
    "repondre": _repondre,
}
