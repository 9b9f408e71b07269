"""Mails: what an administrator sees of them, and the letterbox where a demonstration's mails end."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID
from zoneinfo import ZoneInfo

from litestar import get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from markupsafe import Markup

from backend.queries.courriels import courriels_de, tous_les_courriels, un_courriel
from backend.queries.lecture import Ligne
from backend.queries.listes import Page
from backend.queries.vues.cadre import lieu
from backend.services.courriels import renvoyer
from backend.web.adresses import courriels as ici
from backend.web.adresses.comptes import comptes
from backend.web.contexts import Cadre, CourrielLigne, CourrielsContexte, Demo, LettreContexte, Lien
from backend.web.courriels.redaction import rediger
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, numero_de_page, preparer, repondre_page
from backend.web.pages.comptes.commun import administree
from backend.web.presentation.cadre import COMPTES, de_gouvernance, de_region
from fne_roadmaps.domain.enums import EtatCourriel, ModeleCourriel
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.domain.territoires import FUSEAU_HEXAGONE

TITRE = "Courriels"
BOITE = "Boîte aux lettres de la démonstration"
_HEXAGONE = ZoneInfo(FUSEAU_HEXAGONE)
_A_RENVOYER = frozenset({EtatCourriel.ECHEC, EtatCourriel.INCERTAIN})


@get("/gouvernances/{cle:uuid}/courriels", include_in_schema=False)
async def courriels(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The mails of the governance, by state; never what they say nor their links."""
    await administree(ctx, cle)
    voulu = request.query_params.get("etat")
    if voulu and voulu not in set(EtatCourriel):
        raise RegleViolee("etat", "Cet état n’existe pas.")
    etat = EtatCourriel(voulu) if voulu else None
    page = await courriels_de(cle, etat, numero_de_page(request))
    endroit = await lieu(ctx.acteur, cle)
    parents = (Lien(libelle=COMPTES, href=comptes(cle)),)
    cadre = de_gouvernance(await preparer(request, ctx, demo), endroit, TITRE, COMPTES, parents, TITRE)
    fuseau = ZoneInfo(endroit.gouvernance["fuseau"])
    filtres = (
        (Lien(libelle="Tous", href=ici.courriels(cle)), etat is None),
        *((Lien(libelle=e.libelle, href=ici.courriels(cle, etat=e.value)), e is etat) for e in EtatCourriel),
    )

    def adresse(numero: int) -> str:
        return ici.courriels(cle, etat=voulu, page=numero)

    lignes = tuple(_ligne(r, fuseau, renvoyer=ici.renvoyer(cle, r["id"])) for r in page.elements)
    return repondre_page(_liste(cadre, TITRE, page, lignes, filtres, adresse))


@post("/gouvernances/{cle:uuid}/courriels/{courriel:uuid}/renvoyer", include_in_schema=False, status_code=303)
async def renvoyer_un(ctx: LecteurDePage, cle: FromPath[UUID], courriel: FromPath[UUID]) -> Reponse:
    """Send again one that failed."""
    await administree(ctx, cle)
    await renvoyer(ctx, courriel)
    return vers(ici.courriels(cle, fait="courriel"))


@get(ici.BOITE, include_in_schema=False)
async def boite(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """What a demonstration would have sent."""
    _exiger(demo)
    page = await tous_les_courriels(numero_de_page(request))
    cadre = de_region(await preparer(request, ctx, demo), BOITE, None)
    lignes = tuple(_ligne(r, _HEXAGONE, lire=ici.lettre(r["id"])) for r in page.elements)
    return repondre_page(_liste(cadre, BOITE, page, lignes, (), ici.boite, boite=True))


@get(f"{ici.BOITE}/{{cle:uuid}}", include_in_schema=False)
async def lettre(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """One of them, as its reader would have had it."""
    _exiger(demo)
    trouve = await un_courriel(cle)
    if trouve is None:
        raise NonTrouve("Ce courriel")
    base = str(request.app.state.settings.base_url) or str(request.base_url).rstrip("/")
    message = await rediger(trouve, base, ctx.secret)
    retour = (Lien(libelle=BOITE, href=ici.BOITE),)
    contexte = LettreContexte(
        cadre=de_region(await preparer(request, ctx, demo), message.objet, None, retour, message.objet),
        objet=message.objet,
        destinataire=trouve["destinataire"],
        html=Markup(message.corps),  # noqa: S704 - rendered from our own templates, which escape
        texte=message.texte,
        etat=EtatCourriel(trouve["etat"]),
        cree_le=trouve["cree_le"].astimezone(_HEXAGONE),
    )
    return repondre_page(contexte)


def _exiger(demo: Demo | None) -> None:
    if demo is None:
        raise NonTrouve("Cette page")


def _ligne(r: Ligne, fuseau: ZoneInfo, *, renvoyer: str | None = None, lire: str | None = None) -> CourrielLigne:
    etat = EtatCourriel(r["etat"])
    a_retenter = etat is EtatCourriel.A_ENVOYER and r["essais"]
    return CourrielLigne(
        modele=ModeleCourriel(r["modele"]),
        destinataire=r["destinataire"],
        etat=etat,
        cree_le=r["cree_le"].astimezone(fuseau),
        envoye_le=r["envoye_le"] and r["envoye_le"].astimezone(fuseau),
        prochain_essai_le=r["prochain_essai_le"].astimezone(fuseau) if a_retenter else None,
        essais=r["essais"],
        cause=r["erreur"],
        renvoyer=renvoyer if etat in _A_RENVOYER else None,
        lire=lire,
    )


def _liste(
    cadre: Cadre,
    titre: str,
    page: Page,
    lignes: tuple[CourrielLigne, ...],
    filtres: tuple[tuple[Lien, bool], ...],
    adresse: Callable[[int], str],
    *,
    boite: bool = False,
) -> CourrielsContexte:
    derniere = max(1, -(-page.total // page.par_page))
    return CourrielsContexte(
        cadre=cadre,
        titre=titre,
        lignes=lignes,
        total=page.total,
        filtres=filtres,
        precedente=adresse(page.page - 1) if page.page > 1 else None,
        suivante=adresse(page.page + 1) if page.page < derniere else None,
        boite=boite,
    )


COURRIELS: tuple[HTTPRouteHandler, ...] = (boite, courriels, lettre, renvoyer_un)
