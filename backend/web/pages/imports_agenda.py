"""Pasting an agenda: read it, correct it, create its meetings together, undo."""

from __future__ import annotations

from uuid import UUID

from anyio import to_thread
from litestar import get, post
from litestar.datastructures import UploadFile
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.imports_agenda import Terrain, imports_recents, lire_import, lire_terrain
from backend.queries.vues.cadre import lieu
from backend.services.idempotence import creer_une_fois
from backend.services.imports_agenda import annuler_import, confronter
from backend.web import adresses
from backend.web.adresses import imports_agenda as acces
from backend.web.contexts import (
    Cadre,
    CollerAgendaContexte,
    Demo,
    ErreurDeChamp,
    Formulaire,
    RelireAgendaContexte,
)
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_saisie, nouvelle_cle, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, cle_canonique, preparer, repondre_page, vers_la_cle
from backend.web.presentation.cadre import AGENDA, de_gouvernance
from backend.web.presentation.imports_agenda import (
    LIBELLES,
    TITRE,
    Choix,
    caches_de,
    commande_de,
    contexte_import,
    intitules_lus,
    lire_choix,
    non_comprises,
    options_d_instance,
    options_de_genre,
    propositions_lues,
    recents_en_mots,
    valeurs_de,
)
from exports.formats import typographier
from exports.ical.lecture import OCTETS_MAX, lire_ics
from fne_roadmaps.domain.agenda_colle import AgendaColle, lire_agenda
from fne_roadmaps.domain.errors import Conflit, RegleViolee

REUNIONS_PAR_PAGE = 200
CORPS_MAX = 3_000_000
"""Bytes: a calendar file, or the longest text with its accents escaped."""


@get("/gouvernances/{reference:str}/coller-un-agenda", include_in_schema=False)
async def coller_un_agenda(request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]) -> Reponse:
    """Where an agenda is pasted, or its file chosen."""
    cle = cle_canonique(reference)
    if cle is None:
        return await vers_la_cle(request, ctx, "gouvernance", reference, acces.coller)
    return await _coller(request, ctx, demo, await lire_terrain(ctx.acteur, cle), Saisie(()), ())


@post(
    "/gouvernances/{reference:str}/coller-un-agenda",
    include_in_schema=False,
    status_code=200,
    request_max_body_size=CORPS_MAX,
)
async def lire_un_agenda(request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]) -> Reponse:
    """Show what was understood; then, once it is confirmed, create it, once however often it is sent."""
    saisie = await lire_saisie(request)
    terrain = await lire_terrain(ctx.acteur, reference)
    if saisie.un("geste") == "creer":
        return await _creer(request, ctx, demo, terrain, saisie)
    try:
        colle = await _comprendre(request, saisie, terrain)
    except REFUS as refus:
        return await _coller(request, ctx, demo, terrain, saisie, erreurs_de(refus, LIBELLES))
    prevues = confronter(colle, terrain)
    gardees = {nom: (saisie.un(nom),) for nom in ("texte", "annee") if saisie.un(nom)}
    valeurs = {**gardees, **caches_de(colle), **valeurs_de(prevues)}
    return await _relire(request, ctx, demo, terrain, valeurs, (), nouvelle_cle())


@get("/imports-d-agenda/{cle:uuid}", include_in_schema=False)
async def import_fait(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """What an import created, and undoing it."""
    fait, contenu = await lire_import(ctx.acteur, cle)
    cadre = await _cadre(request, ctx, demo, fait["gouvernance"], "Agenda importé")
    return repondre_page(contexte_import(fait, contenu, cadre, le_mien=fait["auteur"] == ctx.acteur.identifiant))


@post("/imports-d-agenda/{cle:uuid}/annulation", include_in_schema=False, status_code=303)
async def annuler_un_import(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Every meeting still as the import left it goes away."""
    await annuler_import(ctx, cle)
    return vers(acces.fait(cle))


async def _comprendre(request: Requete, saisie: Saisie, terrain: Terrain) -> AgendaColle:
    """The text or the file, read away from the loop. Raises RegleViolee."""
    octets = await _fichier(request)
    texte = saisie.un("texte")
    if octets is not None and texte.strip():
        raise RegleViolee("fichier", "Donnez le texte ou le fichier, pas les deux à la fois.")
    if octets is not None:
        colle = await to_thread.run_sync(lire_ics, octets, terrain.territoire["fuseau"])
    else:
        annee = _annee(saisie.un("annee"))
        noms = [v["nom"] for v in terrain.voisins]
        colle = await to_thread.run_sync(lire_agenda, texte, annee, noms)
    if len(colle.propositions) > REUNIONS_PAR_PAGE:
        raise RegleViolee(
            "texte" if octets is None else "fichier",
            f"Cet agenda donne {len(colle.propositions)} réunions, {REUNIONS_PAR_PAGE} au plus à la fois : "
            "donnez-le en plusieurs parties.",
        )
    return colle


async def _fichier(request: Requete) -> bytes | None:
    """The bytes of the file, None when none was chosen. Raises RegleViolee."""
    if not request.content_type[0].startswith("multipart/"):
        return None
    fichier = (await request.form()).get("fichier")
    if not isinstance(fichier, UploadFile) or not fichier.filename:
        return None
    octets = await fichier.read(OCTETS_MAX + 1)
    if not octets:
        raise RegleViolee("fichier", "Ce fichier est vide.")
    return octets


def _annee(texte: str) -> int | None:
    propre = texte.strip()
    if not propre:
        return None
    if not (propre.isascii() and propre.isdigit() and 1900 <= int(propre[:5]) <= 2199):
        raise RegleViolee("annee", "Une année s’écrit en quatre chiffres, par exemple 2025.")
    return int(propre)


async def _creer(request: Requete, ctx: Contexte, demo: Demo | None, terrain: Terrain, saisie: Saisie) -> Reponse:
    choix = Choix({}, ())
    try:
        choix = lire_choix(saisie, str(terrain.gouvernance["id"]))
        reponse = await creer_une_fois(ctx, "import_agenda", saisie.cle, commande_de(choix))
    except (*REFUS, Conflit) as refus:
        cause = RegleViolee("reunions", str(refus)) if isinstance(refus, Conflit) else refus
        erreurs = tuple(choix.au_formulaire(e) for e in erreurs_de(cause, LIBELLES))
        return await _relire(request, ctx, demo, terrain, saisie.valeurs, erreurs, saisie.cle)
    return vers(acces.fait(reponse.texte))


async def _coller(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    terrain: Terrain,
    saisie: Saisie,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    cle = terrain.gouvernance["id"]
    contexte = CollerAgendaContexte(
        cadre=await _cadre(request, ctx, demo, cle, TITRE),
        gouvernance=typographier(terrain.gouvernance["nom"]),
        f=Formulaire(action=acces.coller(cle), retour=_agenda(terrain), valeurs=saisie.valeurs, erreurs=erreurs),
        recents=recents_en_mots(await imports_recents(ctx.acteur, cle)),
    )
    return repondre_page(contexte, 422 if erreurs else 200)


async def _relire(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    terrain: Terrain,
    valeurs: dict[str, tuple[str, ...]],
    erreurs: tuple[ErreurDeChamp, ...],
    cle_du_formulaire: str,
) -> Reponse:
    cle = terrain.gouvernance["id"]
    saisie = Saisie(tuple((nom, v) for nom, toutes in valeurs.items() for v in toutes))
    contexte = RelireAgendaContexte(
        cadre=await _cadre(request, ctx, demo, cle, "Relire l’agenda"),
        gouvernance=typographier(terrain.gouvernance["nom"]),
        f=Formulaire(
            action=acces.coller(cle),
            retour=acces.coller(cle),
            valeurs=valeurs,
            erreurs=erreurs,
            cle=cle_du_formulaire,
        ),
        propositions=propositions_lues(saisie, ctx.au),
        genres=options_de_genre(),
        instances=options_d_instance(terrain),
        intitules=intitules_lus(saisie),
        non_compris=non_comprises(saisie),
    )
    return repondre_page(contexte, 422 if erreurs else 200)


def _agenda(terrain: Terrain) -> str:
    return adresses.agenda({"gouvernance": terrain.gouvernance["code"]})


async def _cadre(request: Requete, ctx: Contexte, demo: Demo | None, gouvernance: UUID, titre: str) -> Cadre:
    lecture = await preparer(request, ctx, demo)
    return de_gouvernance(lecture, await lieu(ctx.acteur, gouvernance), titre, AGENDA, (), titre)


IMPORTS_AGENDA: tuple[HTTPRouteHandler, ...] = (coller_un_agenda, lire_un_agenda, import_fait, annuler_un_import)
