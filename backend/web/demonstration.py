"""« Entrer comme alice »: entering a demonstration without a password. Elsewhere these addresses do not exist."""

from __future__ import annotations

from typing import Any

from litestar import Request, post
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler
from litestar.response import Redirect

from backend.queries.comptes import comptes
from backend.queries.lecture import Ligne, par_cle
from backend.services.comptes import fermer_session, ouvrir_session
from backend.web import adresses
from backend.web.contexts import CompteDemo, Demo
from backend.web.formulaires import lire_saisie
from backend.web.lecteur import base_de, contexte, session_ouverte
from backend.web.origine import chemin_sur, exiger_meme_origine
from backend.web.session import agent_de, poser_temoin, temoin_de
from exports.formats import compte as compter
from fne_roadmaps.domain.droits import COMPTE_SANS_PROFIL
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee

Requete = Request[Any, Any, Any]
DemoDePage = NamedDependency[Demo | None]
"""Type of the parameter ``demo`` of a page handler."""


@post(adresses.ENTRER, name="demonstration-entrer", status_code=303, guards=[exiger_meme_origine])
async def entrer(request: Requete) -> Redirect:
    """Enter as the chosen account: a session like any other."""
    _exiger_demonstration(request)
    saisie = await lire_saisie(request)
    voulu = saisie.un("compte").strip().lower()
    for compte in await comptes():
        if voulu in {compte["identifiant"].lower(), compte["nom"].lower()}:
            ctx = contexte(request, COMPTE_SANS_PROFIL)
            temoin = await ouvrir_session(ctx, compte["id"], agent_de(request), remplace=temoin_de(request))
            reponse = Redirect(chemin_sur(saisie.un("retour")), status_code=303)
            poser_temoin(request, reponse, temoin)
            return reponse
    raise RegleViolee("compte", "Ce compte n’existe pas dans cette démonstration.")


@post(adresses.QUITTER, name="demonstration-quitter", status_code=303, guards=[exiger_meme_origine])
async def quitter(request: Requete) -> Redirect:
    """Read again as an account of elsewhere."""
    _exiger_demonstration(request)
    temoin = temoin_de(request)
    if temoin:
        await fermer_session(contexte(request, COMPTE_SANS_PROFIL), temoin)
    reponse = Redirect(chemin_sur((await lire_saisie(request)).un("retour")), status_code=303)
    poser_temoin(request, reponse, None)
    return reponse


def _exiger_demonstration(requete: Requete) -> None:
    if not base_de(requete).demo:
        raise NonTrouve("Cette page")


async def demo_de_page(request: Requete) -> Demo | None:
    """What pages show of a demonstration: its day, its accounts, who reads; None elsewhere. One statement.

    Kept with the request, so that the page of an error shows it too.
    """
    base = base_de(request)
    if not base.demo or base.au is None:
        return None
    session = await session_ouverte(request)
    suite = f"?{request.url.query}" if request.url.query else ""
    par_compte = {cle: _decrire(rangees) for cle, rangees in par_cle(await comptes(), "id").items()}
    demo = Demo(
        au=base.au,
        comptes=tuple(par_compte.values()),
        retour=f"{request.url.path}{suite}" if request.method == "GET" else adresses.REGION,
        lecteur=par_compte.get(session.compte) if session else None,
    )
    request.scope["state"]["demo"] = demo
    return demo


def _decrire(rangees: list[Ligne]) -> CompteDemo:
    """« alice », « profil porteur, Eure-et-Loir »; several governances are counted."""
    profils = {r["profil"] for r in rangees if r["profil"]}
    noms = " et ".join(Profil(p).libelle.lower() for p in sorted(profils)) or "aucun"
    lieux = [r["territoire"] for r in rangees if r["territoire"]]
    ou = lieux[0] if len(lieux) == 1 else compter(len(lieux), "gouvernance")
    return CompteDemo(nom=str(rangees[0]["nom"]).lower(), precision=f"profil {noms}, {ou}")


DEMONSTRATION: tuple[HTTPRouteHandler, ...] = (entrer, quitter)
