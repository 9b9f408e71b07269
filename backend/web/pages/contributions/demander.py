"""Asking for news of a fiche, and what was asked of it before."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.contributions import demandes_de_la_fiche, pilote_de, tenue_de
from backend.services.commands.contributions import DemanderPourUneFiche
from backend.services.contributions.demandes import exiger_de_demander
from backend.services.idempotence import creer_une_fois
from backend.web import adresses
from backend.web.adresses import contributions as ici
from backend.web.contexts import DemanderContexte, Demo, ErreurDeChamp, Formulaire
from backend.web.demonstration import DemoDePage
from backend.web.edition.choix import charger_choix
from backend.web.formulaires import (
    REFUS,
    Saisie,
    erreurs_de,
    exiger_un_formulaire,
    lire_commande,
    lire_saisie,
    nouvelle_cle,
    vers,
)
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.fiches_action.commun import FicheOuverte, cadre_de_fiche, ouvrir_fiche
from backend.web.presentation.contributions.demandes import LIBELLES, ligne
from exports.formats import typographier
from fne_roadmaps.domain.dates import lire_jour_dit
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import EtatDemande

_ATTEND = frozenset({EtatDemande.ENVOYEE, EtatDemande.REPONDUE})


@get("/fiches-action/{cle:uuid}/demander-des-nouvelles", include_in_schema=False)
async def demander(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The form, and the requests made before."""
    return await _page(request, ctx, demo, await _ouvrir(ctx, cle), None, ())


@post("/fiches-action/{cle:uuid}/demander-des-nouvelles", include_in_schema=False, status_code=303)
async def envoyer_la_demande(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Ask, once however often the form is sent, and show the link to copy."""
    ouverte = await _ouvrir(ctx, cle)
    saisie = await lire_saisie(request)
    try:
        donnees: dict[str, Any] = {
            "fiche": str(cle),
            "message": saisie.un("message"),
            "courriel": saisie.un("courriel"),
        }
        if saisie.un("structure").strip():
            choix = await charger_choix(ouverte.feuille, cle, ("acteurs",))
            donnees["structure"] = str(choix.lire_structure(saisie.un("structure"), "structure"))
        if saisie.un("echeance").strip():
            donnees["echeance"] = lire_jour_dit(saisie.un("echeance"), "echeance")
        commande = lire_commande(DemanderPourUneFiche, donnees)

        recu = await creer_une_fois(ctx, "demande_de_nouvelles", saisie.cle, commande)
    except REFUS as refus:
        return await _page(request, ctx, demo, ouverte, saisie, erreurs_de(refus, LIBELLES))
    return vers(ici.demande(UUID(recu.texte), fait="demande-envoyee"))


async def _ouvrir(ctx: Contexte, cle: UUID) -> FicheOuverte:
    """The fiche, for who may ask for news of it. Raises NonTrouve or Interdit."""
    ouverte = await ouvrir_fiche(ctx, cle, Droit.SUIVRE)
    exiger_de_demander(ctx.acteur, ouverte.feuille["gouvernance"], await tenue_de(ouverte.fiche, ouverte.feuille))
    return ouverte


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    ouverte: FicheOuverte,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    cle = ouverte.fiche["id"]
    demandes = await demandes_de_la_fiche(cle)
    attend = next((ligne(d, ctx.au, fiche=False) for d in demandes if d["etat"] in _ATTEND), None)
    exiger_un_formulaire(erreurs, montre=attend is None)
    choix = await charger_choix(ouverte.feuille, cle, ("acteurs",))
    contexte = DemanderContexte(
        cadre=await cadre_de_fiche(request, ctx, demo, ouverte, "Demander des nouvelles"),
        fiche=f"{ouverte.nom} · {ouverte.titre}" if ouverte.nom != ouverte.titre else ouverte.titre,
        pilote=await _pilote(cle),
        structures=tuple(choix.structures.libelles.values()),
        formulaire=Formulaire(
            action=ici.demander(cle),
            retour=adresses.fiche_action(cle),
            valeurs=saisie.valeurs if saisie else {},
            erreurs=erreurs,
            cle=saisie.cle if saisie else nouvelle_cle(),
        ),
        demandes=tuple(ligne(d, ctx.au, fiche=False) for d in demandes),
        attend=attend,
    )
    return repondre_page(contexte, 422 if erreurs else 200)


async def _pilote(fiche: UUID) -> str | None:
    """Whom the request goes to unless said otherwise."""
    pilote = await pilote_de(fiche)
    if pilote is None:
        return None
    return typographier(pilote["nom"] + (f", {pilote['fonction']}" if pilote["fonction"] else ""))
