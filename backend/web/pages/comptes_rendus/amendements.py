"""Changes asked for in the minutes, and their answer."""

from __future__ import annotations

from uuid import UUID

from litestar import post
from litestar.params import FromPath

from backend.queries.comptes_rendus.un import compte_rendu_de_l_amendement
from backend.services import comptes_rendus as services
from backend.services.commands.comptes_rendus import DemanderAmendement, RepondreAmendement
from backend.services.idempotence import creer_une_fois
from backend.web.adresses import comptes_rendus as ici
from backend.web.contexts import Formulaire
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.comptes_rendus.actes import CHANGE, exiger_de_tenir
from backend.web.pages.comptes_rendus.lecture import page_de_compte_rendu
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.errors import Conflit, RegleViolee

_LIBELLES = {
    "point": "Point",
    "demande": "Ce que vous demandez",
    "texte_propose": "Texte proposé",
    "accepte": "Réponse",
    "texte": "Texte à écrire",
    "reponse": "Un mot",
    "etat": "État",
}


@post("/comptes-rendus/{cle:uuid}/amendements", include_in_schema=False, status_code=303)
async def demander(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Ask for a change, once however often the form is sent."""
    await exiger_de_tenir(ctx, cle, Droit.PROPOSER)
    saisie = await lire_saisie(request)
    try:
        champs = {c: saisie.un(c).strip() for c in ("point", "demande", "texte_propose")}
        commande = lire_commande(DemanderAmendement, {**champs, "compte_rendu": cle})
        await creer_une_fois(ctx, "amendement", saisie.cle, commande)
    except REFUS as refus:
        formulaire = Formulaire(
            action=ici.amendements(cle),
            retour=ici.compte_rendu(cle),
            valeurs=saisie.valeurs,
            erreurs=erreurs_de(refus, _LIBELLES),
            cle=saisie.cle,
        )
        return await page_de_compte_rendu(request, ctx, demo, cle, ("amendements", formulaire))
    return vers(ici.compte_rendu(cle, fait="amendement-demande"))


@post("/amendements/{cle:uuid}/reponse", include_in_schema=False, status_code=303)
async def repondre(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Accept a change, as asked or edited, or refuse it with a word."""
    rendu, version = await compte_rendu_de_l_amendement(cle)
    await exiger_de_tenir(ctx, rendu)
    saisie = await lire_saisie(request)
    try:
        champs = {c: saisie.un(c).strip() for c in ("texte", "reponse")}
        commande = lire_commande(RepondreAmendement, {**champs, "accepte": saisie.un("accepte") == "oui"})
        await services.repondre_amendement(ctx, cle, saisie.version, commande)
    except (Conflit, *REFUS) as refus:
        dit = RegleViolee("etat", CHANGE) if isinstance(refus, Conflit) else refus
        formulaire = Formulaire(
            action=ici.reponse(cle),
            retour=ici.compte_rendu(rendu),
            valeurs=saisie.valeurs,
            erreurs=erreurs_de(dit, _LIBELLES),
            version=version,
        )
        return await page_de_compte_rendu(request, ctx, demo, rendu, (f"reponse:{cle}", formulaire))
    return vers(ici.compte_rendu(rendu, fait="amendement-repondu"))


@post("/amendements/{cle:uuid}/retrait", include_in_schema=False, status_code=303)
async def retirer(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Take back a change one asked for."""
    rendu, _ = await compte_rendu_de_l_amendement(cle)
    await exiger_de_tenir(ctx, rendu, Droit.PROPOSER)
    await services.retirer_amendement(ctx, cle)
    return vers(ici.compte_rendu(rendu, fait="amendement-retire"))
