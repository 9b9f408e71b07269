"""Calendar feeds: what agendas read without an account, and where each account keeps its own."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from litestar import Response, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect

from backend.context import Contexte, jour_de_reference, maintenant
from backend.queries.agendas import Adresse
from backend.queries.flux import flux_de, flux_du_secret, portee_du_flux, regions, selection, selection_publique
from backend.queries.lecture import gouvernance_suivie
from backend.queries.vues.flux import instances_suivies
from backend.queries.vues.gouvernances import gouvernances
from backend.services.commands.flux import CreerFlux
from backend.services.flux import QUOI, creer_flux, noter_usage, remplacer_flux, retablir_flux, revoquer_flux
from backend.settings import Settings
from backend.web import adresses
from backend.web.adresses import comptes, flux as ici
from backend.web.contexts import Demo, ErreurDeChamp, FluxTenu, Formulaire, Lien, MesAgendasContexte
from backend.web.demonstration import DemoDePage
from backend.web.flux import repondre_flux
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, nouvelle_cle, vers
from backend.web.lecteur import LecteurDePage, base_de, contexte
from backend.web.pages.commun import Reponse, Requete, preparer, repondre_page
from backend.web.pages.contributions.commun import COPIER, lien_a_copier
from backend.web.presentation.cadre import de_region
from backend.web.presentation.mots import lieu_dit
from exports.formats import typographier
from fne_roadmaps.domain.enums import PorteeFlux
from fne_roadmaps.domain.errors import NonTrouve
from fne_roadmaps.domain.flux import empreinte_du_secret
from fne_roadmaps.domain.textes import slugifier

_LIBELLES = {"portee": "Ce que je veux suivre", "cible": "Précisément"}
_AIDE = "Adresse personnelle : qui l’a lit cet agenda. Elle ne se montre qu’une fois, copiez-la maintenant."
_FIN = ".ics"


@get("/agenda/{fichier:str}", include_in_schema=False)
async def flux_secret(request: Requete, fichier: FromPath[str]) -> Response[bytes]:
    """The feed of a secret address, with the rights its account has now. Nothing tells a wrong address from another."""
    empreinte = empreinte_du_secret(fichier.removesuffix(_FIN)) if fichier.endswith(_FIN) else None
    au = jour_de_reference(base_de(request).au, maintenant())
    trouve = await flux_du_secret(empreinte, au) if empreinte else None
    if trouve is None:
        raise NonTrouve(QUOI)
    flux, acteur = trouve
    portee = await portee_du_flux(acteur, PorteeFlux(flux["portee"]), flux["cible"])
    await noter_usage(contexte(request, acteur), flux)
    nom = slugifier(portee.nom)[:80] or "agenda"
    return await repondre_flux(request, await selection(acteur, portee), nom, _adresse(request), publique=False)


@get("/public/agenda/{fichier:str}", include_in_schema=False)
async def flux_public(request: Requete, fichier: FromPath[str]) -> Response[bytes]:
    """The agenda of a governance that opened itself to the public, without anything personal."""
    if not fichier.endswith(_FIN):
        raise NonTrouve(QUOI)
    choisies = await selection_publique(fichier.removesuffix(_FIN)[:80])
    return await repondre_flux(request, choisies, slugifier(choisies.portee.nom)[:80], _sans_adresse, publique=True)


@get(ici.MES_AGENDAS, include_in_schema=False)
async def mes_agendas(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """One's feeds, and the form of another; who has not entered is asked to."""
    if ctx.acteur.cle is None:
        return Redirect(comptes.connexion(ici.MES_AGENDAS), status_code=302)
    return await _page(request, ctx, demo, None, (), None)


@post(ici.MES_AGENDAS, include_in_schema=False, status_code=200)
async def ouvrir_un_flux(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """Open a feed, and show its address: this once only, since only its digest is kept."""
    saisie = await lire_saisie(request)
    try:
        portee, _, cible = saisie.un("portee").partition(":")
        secret = await creer_flux(ctx, UUID(saisie.cle), lire_commande(CreerFlux, {"portee": portee, "cible": cible}))
    except REFUS as refus:
        return await _page(request, ctx, demo, saisie, erreurs_de(refus, _LIBELLES), None)
    return await _page(request, ctx, demo, None, (), secret)


@post("/compte/agendas/{cle:uuid}/remplacer", include_in_schema=False, status_code=200)
async def remplacer(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Another address for the same feed."""
    return await _page(request, ctx, demo, None, (), await remplacer_flux(ctx, cle))


@post("/compte/agendas/{cle:uuid}/revoquer", include_in_schema=False, status_code=303)
async def revoquer(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """The address opens nothing any more."""
    await revoquer_flux(ctx, cle)
    return vers(f"{ici.MES_AGENDAS}?fait=flux-revoque&objet={cle}")


@post("/compte/agendas/{cle:uuid}/retablir", include_in_schema=False, status_code=303)
async def retablir(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """The address opens the feed again."""
    await retablir_flux(ctx, cle)
    return vers(f"{ici.MES_AGENDAS}?fait=flux-retabli")


def _adresse(request: Requete) -> Adresse:
    """The page of a meeting, whole, when the site knows its public address."""
    settings: Settings = request.app.state.settings
    base = settings.base_url.rstrip("/")
    return (lambda code: f"{base}{adresses.reunion(code)}") if base else _sans_adresse


def _sans_adresse(_: str) -> None:
    return None


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
    secret: str | None,
) -> Reponse:
    demandee = ":".join(v for n in ("portee", "cible") if (v := request.query_params.get(n, "")))
    chemin = ici.secret(secret) if secret else None
    adresse = lien_a_copier(request, "Adresse à coller dans votre agenda", chemin, _AIDE) if chemin else None
    siens = await flux_de(ctx.acteur)
    lecture = await preparer(request, ctx, demo)
    page = MesAgendasContexte(
        cadre=replace(de_region(lecture, "Mes agendas", None), scripts=(COPIER,)),
        formulaire=Formulaire(
            action=ici.MES_AGENDAS,
            retour=comptes.COMPTE,
            valeurs=saisie.valeurs if saisie else {"portee": (demandee or PorteeFlux.MES_REUNIONS.value,)},
            erreurs=erreurs,
            cle=nouvelle_cle(),
        ),
        choix=await _choix(ctx),
        flux=tuple(
            FluxTenu(
                nom=typographier(f["nom"]),
                portee=PorteeFlux(f["portee"]),
                cree_le=f["cree_le"],
                dernier_usage_le=f["dernier_usage_le"],
                revoque_le=f["revoque_le"],
                remplacer=ici.acte(f["id"], "remplacer"),
                revoquer=ici.acte(f["id"], "revoquer"),
                retablir=ici.acte(f["id"], "retablir"),
            )
            for f in siens
        ),
        adresse=adresse,
        webcal=Lien(libelle="Ouvrir dans mon agenda", href=f"webcal:{adresse.adresse.partition(':')[2]}")
        if adresse
        else None,
    )
    return repondre_page(page, 422 if erreurs else 200)


async def _choix(ctx: Contexte) -> tuple[tuple[str, str], ...]:
    """What may be followed: one's meetings, regions, governances, their bodies, one's structure."""
    acteur = ctx.acteur
    suivies = await gouvernances(acteur, gouvernance_suivie(acteur, "g.id"))
    choix = [(PorteeFlux.MES_REUNIONS.value, "Mes réunions")]
    if acteur.structure:
        choix.append((f"structure:{acteur.structure}", "Les réunions de ma structure"))
    choix += [(f"region:{r['code']}", f"Toute la région : {r['nom']}") for r in await regions()]
    choix += [(f"gouvernance:{g['code']}", lieu_dit(g["nom"], g["type"], g["t_nom"])) for g in suivies]
    choix += [
        (f"instance:{i['code']}", f"{typographier(i['nom'])} · {typographier(i['g_nom'])}")
        for i in await instances_suivies(acteur)
    ]
    return tuple((valeur, typographier(mot)) for valeur, mot in choix)


FLUX: tuple[HTTPRouteHandler, ...] = (
    flux_public,
    flux_secret,
    mes_agendas,
    ouvrir_un_flux,
    remplacer,
    retablir,
    revoquer,
)
