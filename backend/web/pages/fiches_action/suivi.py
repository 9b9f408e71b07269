"""Following a fiche with one gesture: milestones ticked, measures added."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from litestar import get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.fiches_action.une import indicateurs_de
from backend.services.commands.suivi import AjouterMesure
from backend.services.fiches_action.jalons import ajouter_mesure, annuler_jalon, annuler_mesure, cocher_jalon
from backend.web import adresses
from backend.web.adresses import fiches_action as acces
from backend.web.contexts import Demo, ErreurDeChamp, Formulaire, MesureContexte
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.fiches_action.commun import cadre_de_fiche, ouvrir_fiche
from backend.web.pages.fiches_action.nouvelles import nommer
from exports.formats import date_longue, typographier
from fne_roadmaps.domain.dates import lire_date_dite, lire_jour_dit
from fne_roadmaps.domain.droits import Droit

MESURE = {"indicateur": "Indicateur", "valeur": "Valeur", "date": "Date", "source": "Source"}


@post("/fiches-action/{cle:uuid}/jalons/{jalon:uuid}", include_in_schema=False, status_code=303)
async def cocher(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID], jalon: FromPath[UUID]) -> Reponse:
    """Done today, or on the day given; « non » takes it back."""
    saisie = await lire_saisie(request)
    fait = saisie.un("fait") != "non"
    dit = saisie.un("fait_le").strip()
    await cocher_jalon(ctx, cle, jalon, (lire_jour_dit(dit, "fait_le") if dit else ctx.au) if fait else None)
    return vers(adresses.fiche_action(cle, "jalons", fait="jalon-fait" if fait else "jalon", objet=jalon))


@post("/jalons/{jalon:uuid}/annuler", include_in_schema=False, status_code=303)
async def annuler(ctx: LecteurDePage, jalon: FromPath[UUID]) -> Reponse:
    """What was said of it before."""
    fiche = await annuler_jalon(ctx, jalon)
    return vers(adresses.fiche_action(fiche, "jalons", fait="jalon-annule"))


@get("/fiches-action/{cle:uuid}/mesures", include_in_schema=False)
async def nouvelle_mesure(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The form; ``indicateur`` of the address chooses one."""
    choisi = request.query_params.get("indicateur", "")
    saisie = Saisie((("indicateur", choisi), ("date", date_longue(ctx.au))))
    return await _page(request, ctx, demo, cle, saisie, ())


@post("/fiches-action/{cle:uuid}/mesures", include_in_schema=False, status_code=303)
async def enregistrer_mesure(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Add it."""
    saisie = await lire_saisie(request)
    try:
        date = lire_date_dite(saisie.un("date") or date_longue(ctx.au), "date")
        donnees = {nom: saisie.un(nom) for nom in ("indicateur", "valeur", "source")}
        mesure = await ajouter_mesure(ctx, cle, lire_commande(AjouterMesure, {**donnees, "date": date}))
    except REFUS as refus:
        return await _page(request, ctx, demo, cle, saisie, erreurs_de(refus, MESURE))
    return vers(adresses.fiche_action(cle, "indicateurs", fait="mesure", objet=mesure))


@post("/mesures/{mesure:uuid}/annuler", include_in_schema=False, status_code=303)
async def retirer_mesure(ctx: LecteurDePage, mesure: FromPath[UUID]) -> Reponse:
    """Take back one just added."""
    fiche = await annuler_mesure(ctx, mesure)
    return vers(adresses.fiche_action(fiche, "indicateurs", fait="mesure-annulee"))


async def _page(
    request: Requete, ctx: Contexte, demo: Demo | None, cle: UUID, saisie: Saisie, erreurs: tuple[ErreurDeChamp, ...]
) -> Reponse:
    ouverte = await ouvrir_fiche(ctx, cle, Droit.RENSEIGNER)
    cadre = await cadre_de_fiche(request, ctx, demo, ouverte, "Ajouter une mesure")
    indicateurs = tuple((str(i["id"]), typographier(i["libelle"]), i["unite"]) for i in await indicateurs_de(cle))
    contexte = MesureContexte(
        cadre=replace(cadre, titre=f"Erreur : {cadre.titre}" if erreurs else cadre.titre),
        fiche=nommer(ouverte),
        indicateurs=tuple((cle, f"{libelle} ({unite})" if unite else libelle) for cle, libelle, unite in indicateurs),
        formulaire=Formulaire(
            action=acces.mesures(cle),
            retour=adresses.fiche_action(cle, "indicateurs"),
            valeurs=saisie.valeurs,
            erreurs=erreurs,
        ),
    )
    return repondre_page(contexte, 422 if erreurs else 200)


SUIVI: tuple[HTTPRouteHandler, ...] = (annuler, cocher, enregistrer_mesure, nouvelle_mesure, retirer_mesure)
