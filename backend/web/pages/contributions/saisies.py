"""What is being typed in a step of a deposit, kept as it is typed for whoever holds its personal link.

Nothing is kept so for an account that helps: the link alone tells whose typing it is.
"""

from __future__ import annotations

from zoneinfo import ZoneInfo

from litestar import Response, post
from litestar.params import FromPath
from litestar.response import Redirect

from backend.context import Contexte
from backend.queries.brouillons import Brouillon, lire_brouillons
from backend.queries.lecture import Ligne
from backend.services.brouillons import abandonner_brouillon, garder_brouillon
from backend.services.contributions.depots import QUOI
from backend.web.adresses import contributions as ici
from backend.web.contexts import BrouillonRepris
from backend.web.formulaires import VERSION, Saisie, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Requete
from backend.web.pages.contributions.commun import LIEN_MORT
from backend.web.pages.contributions.porte import Porte, porte_du_lien
from fne_roadmaps.domain.contributions import ETAPES, Etape, etape_de
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.errors import NonTrouve

SCRIPT = "js/brouillon.js"


@post(
    "/public/depots/{jeton:str}/{etape:str}/saisie",
    include_in_schema=False,
    status_code=204,
    exception_handlers=LIEN_MORT,
)
async def garder_par_lien(
    request: Requete, ctx: LecteurDePage, jeton: FromPath[str], etape: FromPath[str]
) -> Response[None]:
    """Keep what the step holds now, in place of what was kept before; the deposit does not change."""
    porte, ecrite = await _ecrite(ctx, jeton, etape)
    saisie = await lire_saisie(request)
    version = saisie.version if saisie.un(VERSION) else None
    await garder_brouillon(porte.ctx, porte.depot["id"], ecrite.code, version, saisie.paires)
    return Response(content=None, status_code=204, headers={"cache-control": "no-store"})


@post(
    "/public/depots/{jeton:str}/{etape:str}/saisie/abandon",
    include_in_schema=False,
    status_code=303,
    exception_handlers=LIEN_MORT,
)
async def abandonner_par_lien(ctx: LecteurDePage, jeton: FromPath[str], etape: FromPath[str]) -> Redirect:
    """Drop it, then come back to the step as it is saved."""
    porte, ecrite = await _ecrite(ctx, jeton, etape)
    await abandonner_brouillon(porte.ctx, porte.depot["id"], ecrite.code)
    return vers(porte.vers(ecrite.code))


async def _ecrite(ctx: Contexte, jeton: str, code: str) -> tuple[Porte, Etape]:
    """A step something is typed in, for who may write it. Raises NonTrouve or Interdit."""
    porte, etape = await porte_du_lien(ctx, jeton), etape_de(code)
    if etape is ETAPES[-1]:
        raise NonTrouve(QUOI)
    exiger(porte.droits, Droit.REDIGER, QUOI)
    return porte, etape


async def saisies_en_cours(porte: Porte) -> dict[str, Brouillon]:
    """Steps that hold something typed and never saved, by code. One statement, none for an account."""
    if not porte.par_lien or Droit.REDIGER not in porte.droits:
        return {}
    gardees = await lire_brouillons(porte.ctx.acteur, porte.depot["id"])
    return {
        e.code: gardees[e.code]
        for e in ETAPES
        if e.code in gardees and _dit(e, valeurs_de(gardees[e.code])) != _dit(e, tenues(porte.depot, e))
    }


async def oublier_la_saisie(porte: Porte, etape: Etape | None = None) -> None:
    """The step was saved, or the whole deposit is done with: what was typed is not kept twice."""
    if porte.par_lien:
        await abandonner_brouillon(porte.ctx, porte.depot["id"], etape.code if etape else None)


def reprise(porte: Porte, etape: Etape, brouillon: Brouillon) -> BrouillonRepris:
    """What the form says of what it took back."""
    return BrouillonRepris(
        le=brouillon.le.astimezone(ZoneInfo(porte.depot["fuseau"])),
        abandonner=ici.abandon(porte.jeton or "", etape.code),
    )


def valeurs_de(brouillon: Brouillon) -> dict[str, tuple[str, ...]]:
    """What was typed, by field."""
    return Saisie(brouillon.paires).valeurs


def tenues(depot: Ligne, etape: Etape) -> dict[str, tuple[str, ...]]:
    """What is saved of a step, by field."""
    if etape is ETAPES[0]:
        return {
            "structure_nom": (depot["structure_nom"],),
            "fonction": (depot["fonction"] or "",),
            "courriel": (depot["courriel"] or "",),
            "aide": (depot["aide_code"] or "",),
        }
    return {champ: tuple(v) for champ, v in depot["contenu"].get(etape.code, {"valeurs": {}})["valeurs"].items()}


def _dit(etape: Etape, valeurs: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The fields of the step that hold something."""
    return {champ: v for champ, v in valeurs.items() if etape.tient(champ) and any(v)}
