"""Pages that need an account, asked without one: entering comes first, and nothing typed is lost on the way.

A form sent after its session ended is answered 401 with the page one enters with, which carries every field; once in,
a page offers to send them where they were going. Passwords are never carried.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from litestar import MediaType, Request, Response
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from backend.context import Contexte, jour_de_reference, maintenant
from backend.errors.reponses import veut_du_json
from backend.web import adresses
from backend.web.adresses import comptes as ici
from backend.web.adresses.textes import APERCU
from backend.web.contexts import Bandeau, Cadre, ConnexionContexte, Demo, Formulaire, Rubrique, SaisieGardee
from backend.web.demonstration import demo_de_page
from backend.web.formulaires import MOTS_DE_PASSE, Saisie, lire_saisie
from backend.web.gabarits import render_page
from backend.web.lecteur import base_de, session_ouverte
from backend.web.origine import chemin_sur
from fne_roadmaps.demo.comptes import MOT_DE_PASSE
from fne_roadmaps.domain.errors import Interdit, NonTrouve

TITRE, SITE = "Se connecter", "Feuilles de route"
PREFIXE, ADRESSE = "garde:", "garde_adresse"
SANS_COMPTE = frozenset({ici.connexion(), ici.DECONNEXION, ici.MOT_DE_PASSE_OUBLIE, APERCU})
PERSONNELLES = ("/public/", "/acces/", "/passation/")
"""What is posted without an account: entering, and what a personal link opens."""

Requete = Request[Any, Any, Any]
Traducteur = Callable[[Requete, Exception], Response[bytes]]


class CompteRequis(Exception):
    """This page is for somebody who has entered, and nobody has."""


class SessionPerdue(CompteRequis):
    """Something was posted and nobody is in: everything typed is here."""

    def __init__(self, saisie: Saisie) -> None:
        super().__init__()
        self.saisie = saisie


def exiger_compte(ctx: Contexte) -> None:
    """Raises CompteRequis when nobody has entered."""
    if ctx.acteur.cle is None:
        raise CompteRequis


async def exiger_session(connexion: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Guard of every page that changes something. Raises SessionPerdue when nobody is in.

    What was posted is read first, so that whatever refuses it can show it again.
    """
    if connexion.scope.get("method") != "POST":
        return
    requete: Requete = Request(connexion.scope, connexion.receive, connexion.send)
    saisie = await lire_saisie(requete)
    chemin = connexion.scope["path"]
    if chemin in SANS_COMPTE or chemin.startswith(PERSONNELLES):
        return
    if await session_ouverte(requete) is None:
        await demo_de_page(requete)
        raise SessionPerdue(saisie)


def saisie_gardee(saisie: Saisie) -> SaisieGardee | None:
    """What the form one enters with carries of another; None when it carries nothing."""
    adresse = chemin_sur(saisie.un(ADRESSE), "")
    if not adresse or adresse.partition("?")[0] in SANS_COMPTE:
        return None
    champs = ((n.removeprefix(PREFIXE), v) for n, v in saisie.paires if n.startswith(PREFIXE))
    return SaisieGardee(adresse=adresse, champs=tuple((n, v) for n, v in champs if n not in MOTS_DE_PASSE))


def page_de_connexion(requete: Requete, cause: CompteRequis | None = None) -> Response[bytes]:
    """Entering, in place of a page that needs it: 401. Reads nothing from the database."""
    demo: Demo | None = requete.scope["state"].get("demo")
    adresse = _adresse(requete)
    gardee, retour = None, adresse
    if isinstance(cause, SessionPerdue):
        champs = tuple((n, v) for n, v in cause.saisie.paires if n not in MOTS_DE_PASSE)
        a_soi = requete.scope["path"].startswith(f"{ici.COMPTE}/")
        gardee, retour = None if a_soi else SaisieGardee(adresse=adresse, champs=champs), ici.COMPTE if a_soi else ""
    contexte = ConnexionContexte(
        cadre=cadre_sans_base(requete, TITRE, demo),
        oublie=ici.MOT_DE_PASSE_OUBLIE,
        formulaire=Formulaire(action=ici.connexion(), retour=adresses.REGION, valeurs={"retour": (retour,)}),
        requis=True,
        gardee=gardee,
        essai=MOT_DE_PASSE if demo else None,
    )
    entetes = {"cache-control": "private, no-store", "vary": "cookie"}
    if "hx-request" in requete.headers:
        # The fragment that was asked for has nowhere to put a whole page.
        entetes |= {"hx-retarget": "body", "hx-reselect": "body > *", "hx-reswap": "innerHTML", "hx-push-url": "false"}
    contenu = render_page(contexte).encode("utf-8", "replace")
    return Response(content=contenu, status_code=401, media_type=MediaType.HTML, headers=entetes)


def cadre_sans_base(requete: Requete, titre: str, demo: Demo | None) -> Cadre:
    """The frame of a page that nobody in particular reads."""
    return Cadre(
        titre=titre,
        au=jour_de_reference(base_de(requete).au, maintenant()),
        menu=(
            Rubrique(libelle="Région", href=adresses.REGION),
            Rubrique(libelle="Agenda", href=adresses.agenda()),
        ),
        bandeau=Bandeau(lieu=SITE, href=adresses.REGION, rubriques=()),
        demo=demo,
    )


def _adresse(requete: Requete) -> str:
    suite = f"?{requete.url.query}" if requete.url.query else ""
    return chemin_sur(quote(requete.scope["path"], safe="/:@!$&'()*+,;=-._~") + suite)


def sans_session(traduire: Traducteur) -> dict[Any, Any]:
    """Exception handlers of pages: whoever has not entered is asked to, where an account may change the answer.

    On a demonstration the public's share is what an account of elsewhere sees: what is not found stays so.
    """

    def requis(requete: Requete, cause: CompteRequis) -> Response[bytes]:
        return page_de_connexion(requete, cause)

    def ferme(requete: Requete, erreur: Exception) -> Response[bytes]:
        inconnu = requete.scope["state"].get("session") is None and not base_de(requete).demo
        if inconnu and requete.method == "GET" and not veut_du_json(requete):
            return page_de_connexion(requete)
        return traduire(requete, erreur)

    return {CompteRequis: requis, NonTrouve: ferme, Interdit: ferme}
