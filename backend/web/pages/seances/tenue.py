"""The page of a meeting as it is held: for a projector and a keyboard."""

from __future__ import annotations

from uuid import UUID

from litestar import get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.brouillons import Brouillon, lire_brouillons_de
from backend.queries.lecture import Ligne, date_de
from backend.queries.seances.approbations import a_approuver
from backend.queries.vues.seances import SeanceVue, reunions_suivantes
from backend.services.commands.reunions import ChangerEtatReunion
from backend.services.reunions import changer_etat_reunion
from backend.web import adresses
from backend.web.adresses import comptes_rendus, seances as acces
from backend.web.contexts import Demo, ErreurDeChamp, Formulaire
from backend.web.contexts.seances import SeanceContexte
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import nouvelle_cle, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.seances.commun import cadre_de_seance, choix_de_structures, ouvrir_seance
from backend.web.presentation.decisions import decision
from backend.web.presentation.reunions import lien_a_approuver
from backend.web.presentation.seances.marques import marques_de_seance
from backend.web.presentation.seances.points import NOTES, en_tete, points_de_seance, tenue_de
from backend.web.presentation.seances.presences import presences_dites
from exports.formats import date_sans_preposition, majuscule, typographier
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import EtatPoint, EtatReunion

SCRIPTS = ("js/brouillon.js", "js/seance.js")
RIEN: dict[str, tuple[str, ...]] = {}
Refuses = tuple[dict[str, tuple[str, ...]], tuple[ErreurDeChamp, ...]]
"""What was typed in a form of the page, and why it is refused."""


@get("/reunions/{cle:uuid}/seance", include_in_schema=False)
async def seance(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The meeting, at the item the address names, else at the first one to treat."""
    vue = await ouvrir_seance(ctx, cle, Droit.SUIVRE)
    return await page_de_seance(request, ctx, demo, vue)


@post("/reunions/{cle:uuid}/ouverture", include_in_schema=False, status_code=303)
async def ouvrir_la_seance(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Open the sitting; asked twice, it is open."""
    vue = await ouvrir_seance(ctx, cle)
    if vue.reunion["etat"] is not EtatReunion.EN_SEANCE:
        await changer_etat_reunion(ctx, str(cle), None, ChangerEtatReunion(etat=EtatReunion.EN_SEANCE))
    return vers(acces.seance(cle, fait="seance-ouverte"))


@post("/reunions/{cle:uuid}/cloture", include_in_schema=False, status_code=303)
async def clore_la_seance(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Close the sitting: the meeting has been held. Asked twice, it is closed."""
    vue = await ouvrir_seance(ctx, cle)
    if vue.reunion["etat"] is not EtatReunion.TENUE:
        await changer_etat_reunion(ctx, str(cle), None, ChangerEtatReunion(etat=EtatReunion.TENUE))
    return vers(acces.seance(cle, fait="seance-close"))


async def page_de_seance(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    vue: SeanceVue,
    *,
    decider: Refuses | None = None,
    inviter: Refuses | None = None,
    pointer: Refuses | None = None,
    point: UUID | None = None,
    statut: int | None = None,
) -> Reponse:
    """The page; each of its forms may come back with what was typed and why it is refused."""
    erreurs = [e for refuse in (decider, inviter, pointer) if refuse for e in refuse[1]]
    cadre = await cadre_de_seance(
        request, ctx, demo, vue, "Séance", scripts=SCRIPTS if vue.ecrit else (), refuse=bool(erreurs)
    )
    courant = point or _courant(request, vue)
    brouillons = await _brouillons(ctx, vue) if vue.ecrit else {}
    choix = await choix_de_structures() if vue.ecrit else None
    suivantes = await reunions_suivantes(ctx.acteur, vue.reunion) if vue.ecrit else []
    r, cle = vue.reunion, vue.reunion["id"]
    ouvrable = vue.ecrit and r["etat"] in {EtatReunion.CONVOQUEE, EtatReunion.EN_SEANCE}
    jour = r["date"].dernier if r["date"] else None
    attendus = await a_approuver(ctx.acteur, cle, r["instance"], jour) if ouvrable else []
    points = points_de_seance(vue, courant=courant, brouillons=brouillons)
    contexte = SeanceContexte(
        cadre=cadre,
        tete=en_tete(vue),
        cle=str(cle),
        points=points,
        options_de_points=tuple((p.cle, f"{p.rang}. {p.titre}") for p in points),
        tenue=tenue_de(vue),
        traites=sum(p["etat"] is EtatPoint.TRAITE for p in vue.vivants),
        presences=presences_dites(vue),
        sans_point=tuple(decision(d, chez_elle=True) for d in vue.decisions if d["point"] is None),
        decisions=len(vue.decisions),
        ecrit=vue.ecrit,
        decider=_formulaire(acces.decider(cle), cle, decider, {"point": (str(courant or ""),), **_mode(vue)}),
        inviter=_formulaire(acces.invites(cle), cle, inviter, {"etat": ("invite",)}),
        pointer=_formulaire(acces.presences(cle), cle, pointer, RIEN),
        numero=max((d["numero"] for d in vue.decisions), default=0) + 1,
        structures=tuple(typographier(n) for n in choix.structures.libelles.values()) if choix else (),
        suivantes=tuple((str(s["id"]), _nom(s)) for s in suivantes),
        ouvrir=acces.ouvrir(cle) if vue.ecrit and r["etat"] is EtatReunion.CONVOQUEE else None,
        clore=acces.clore(cle) if vue.ecrit and r["etat"] is EtatReunion.EN_SEANCE else None,
        a_approuver=tuple(map(lien_a_approuver, attendus)),
        rediger=comptes_rendus.ouvrir(cle) if vue.ecrit and r["etat"] is EtatReunion.TENUE else None,
        vif=acces.vif(cle) if vue.ecrit else None,
        marques=marques_de_seance(vue),
    )
    return repondre_page(contexte, statut or (422 if erreurs else 200))


def _formulaire(action: str, reunion: UUID, refuse: Refuses | None, valeurs: dict[str, tuple[str, ...]]) -> Formulaire:
    tapes, erreurs = refuse or (valeurs, ())
    cle = next(iter(tapes.get("cle_formulaire", ())), "") or nouvelle_cle()
    return Formulaire(action=action, retour=adresses.reunion(reunion), valeurs=tapes, erreurs=erreurs, cle=cle)


def _mode(vue: SeanceVue) -> dict[str, tuple[str, ...]]:
    mode = vue.reunion["mode_decision"]
    return {"mode_decision": (mode.value if mode else "",), "nature": ("validation",), "lier": ("oui",)}


def _nom(r: Ligne) -> str:
    date = date_de(r)
    return f"{typographier(r['titre'])}, {majuscule(date_sans_preposition(date)) if date else 'à dater'}"


def _courant(request: Requete, vue: SeanceVue) -> UUID | None:
    voulu = request.query_params.get("point", "")
    for p in vue.vivants:
        if str(p["id"]) == voulu:
            return UUID(str(p["id"]))
    return next((p["id"] for p in vue.vivants if p["etat"] is EtatPoint.A_TRAITER), None)


async def _brouillons(ctx: Contexte, vue: SeanceVue) -> dict[UUID, Brouillon]:
    return await lire_brouillons_de(ctx.acteur, [p["id"] for p in vue.vivants], NOTES)


TENUE: tuple[HTTPRouteHandler, ...] = (clore_la_seance, ouvrir_la_seance, seance)
