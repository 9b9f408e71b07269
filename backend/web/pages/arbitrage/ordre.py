"""The order of a roadmap: moved as one likes on the page, stored in one go, undone in one go."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.fiches_action.rangs import axes_a_ranger, fiches_a_ranger, numeros_signes
from backend.queries.lecture import Ligne
from backend.services.commands.arbitrage import RangerFiches
from backend.services.fiches_action import annuler_rangement, ranger_fiches
from backend.services.fiches_action.vie import publiee
from backend.web.adresses import arbitrage as acces
from backend.web.contexts import Demo, ErreurDeChamp
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.arbitrage.commun import cadre_de_feuille, ouvrir_feuille, relire
from backend.web.pages.commun import Reponse, Requete, cle_canonique, repondre_page, vers_la_cle
from backend.web.presentation.arbitrage.ordre import Ordre, contexte_ordre
from fne_roadmaps.domain.arbitrage import deplacer_axe, descendre_fiche, monter_fiche, placer_fiche
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import EtatFeuille
from fne_roadmaps.domain.errors import Conflit, RegleViolee

_LIBELLES = {"ordre": "Ordre"}
_PERIME = "Cette page est trop ancienne : l’ordre a été repris tel qu’il est aujourd’hui."


@dataclass(frozen=True, slots=True)
class _Lu:
    """What is stored of the order of a roadmap."""

    feuille: Ligne
    axes: list[Ligne]
    fiches: list[Ligne]
    signees: dict[UUID, str]
    reserves: dict[UUID, set[int]]
    publiee: bool

    @property
    def ordre(self) -> Ordre:
        """The order of today."""
        return {a["id"]: [f["id"] for f in self.fiches if f["axe"] == a["id"]] for a in self.axes}


async def _lire(ctx: Contexte, reference: str) -> _Lu:
    """Six statements. Raises NonTrouve or Interdit; RegleViolee when the roadmap is closed."""
    feuille = await ouvrir_feuille(ctx, reference, Droit.ARBITRER)
    if feuille["etat"] == EtatFeuille.CLOSE:
        raise RegleViolee("ordre", "Cette feuille de route est close : son ordre ne change plus.")
    axes, fiches = await axes_a_ranger(feuille["id"]), await fiches_a_ranger(feuille["id"])
    signees, reserves = await numeros_signes(feuille["id"], axes, fiches)
    return _Lu(feuille, axes, fiches, signees, reserves, await publiee(feuille["id"]))


@get("/feuilles-de-route/{reference:str}/ordre", include_in_schema=False)
async def ordre(request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]) -> Reponse:
    """The order of today, ready to be changed."""
    if cle_canonique(reference) is None:
        return await vers_la_cle(request, ctx, "feuille_de_route", reference, acces.ordre)
    lu = await _lire(ctx, reference)
    return await _page(request, ctx, demo, lu, lu.ordre, lu.feuille["version"], ())


@post("/feuilles-de-route/{reference:str}/ordre", include_in_schema=False, status_code=303)
async def enregistrer_l_ordre(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]
) -> Reponse:
    """Make one move, told and not stored; or store the whole order."""
    saisie = await lire_saisie(request)
    lu = await _lire(ctx, reference)
    try:
        voulu = _voulu(saisie, lu)
    except RegleViolee as refus:
        erreurs = erreurs_de(refus, _LIBELLES)
        return await _page(request, ctx, demo, lu, lu.ordre, lu.feuille["version"], erreurs)
    geste = saisie.un("geste")
    if geste != "enregistrer":
        apres, bouge = _bouger(lu, voulu, geste)
        return await _page(request, ctx, demo, lu, apres, saisie.version, (), (bouge, voulu, geste))
    commande = RangerFiches.model_validate({"axes": [{"axe": a, "fiches": f} for a, f in voulu.items()]})
    try:
        await ranger_fiches(ctx, str(lu.feuille["id"]), saisie.version, commande)
    except (Conflit, *REFUS) as refus:
        vu, saisie = relire(refus, saisie, lu.feuille["version"], "ordre")
        return await _page(request, ctx, demo, lu, voulu, saisie.version, erreurs_de(vu, _LIBELLES))
    return vers(acces.ordre(lu.feuille["id"], fait="ordre", objet=lu.feuille["id"]))


@post("/feuilles-de-route/{cle:uuid}/ordre/annuler", include_in_schema=False, status_code=303)
async def annuler_l_ordre(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Give the order before back; undoing that gives the other back again."""
    await annuler_rangement(ctx, str(cle))
    return vers(acces.ordre(cle, fait="ordre-annule", objet=cle))


def _voulu(saisie: Saisie, lu: _Lu) -> Ordre:
    """The order the form holds: axes and fiches one after the other. Raises RegleViolee when it is not of today's."""
    axes = {str(a["id"]): a["id"] for a in lu.axes}
    fiches = {str(f["id"]): f["id"] for f in lu.fiches}
    voulu: Ordre = {}
    ici: list[UUID] | None = None
    for place in saisie.tous("place"):
        genre, _, cle = place.partition(":")
        if genre == "a" and cle in axes and axes[cle] not in voulu:
            ici = voulu.setdefault(axes[cle], [])
        elif genre == "f" and cle in fiches and ici is not None:
            ici.append(fiches[cle])
        else:
            raise RegleViolee("ordre", _PERIME)
    if set(voulu) != set(axes.values()) or sorted(f for x in voulu.values() for f in x) != sorted(fiches.values()):
        raise RegleViolee("ordre", _PERIME)
    return voulu


def _bouger(lu: _Lu, voulu: Ordre, geste: str) -> tuple[Ordre, UUID | None]:
    """The order after one move, and what moved. An unknown move, or one of a signed fiche, changes nothing."""
    acte, _, reste = geste.partition(":")
    cle, _, vers_axe = reste.partition(":")
    par_cle = {str(x["id"]): x["id"] for x in (*lu.axes, *lu.fiches)}
    bouge = par_cle.get(cle)
    if bouge is None or bouge in lu.signees:
        return voulu, None
    if acte == "monter":
        return monter_fiche(voulu, bouge, lu.signees), bouge
    if acte == "descendre":
        return descendre_fiche(voulu, bouge, lu.signees), bouge
    if acte == "placer" and par_cle.get(vers_axe) in voulu:
        return placer_fiche(voulu, bouge, par_cle[vers_axe]), bouge
    if acte in {"axe-monter", "axe-descendre"} and bouge in voulu and not lu.publiee:
        return deplacer_axe(voulu, bouge, -1 if acte == "axe-monter" else 1), bouge
    return voulu, None


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    lu: _Lu,
    voulu: Ordre,
    version: int | None,
    erreurs: tuple[ErreurDeChamp, ...],
    mouvement: tuple[UUID | None, Ordre | None, str | None] = (None, None, None),
) -> Reponse:
    bouge, avant, focus = mouvement
    scripts = ("js/ordre.js",)
    cadre = await cadre_de_feuille(
        request, ctx, demo, lu.feuille, "Ordre et numéros", scripts=scripts, refuse=bool(erreurs)
    )
    contexte = contexte_ordre(
        cadre,
        lu.feuille,
        {x["id"]: x for x in (*lu.axes, *lu.fiches)},
        voulu,
        signees=lu.signees,
        reserves=lu.reserves,
        axes_fixes=lu.publiee,
        modifie=list(voulu.items()) != list(lu.ordre.items()),
        version=version,
        erreurs=erreurs,
        bouge=bouge,
        avant=avant,
        focus=focus,
    )
    return repondre_page(contexte, 422 if erreurs else 200)
