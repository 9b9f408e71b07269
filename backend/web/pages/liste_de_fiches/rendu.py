"""The page of a roadmap and its list, as asked by an address, or shown again because something was refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.vues.cadre import lieu
from backend.queries.vues.feuilles_de_route import FeuilleVue, lire_vue_feuille
from backend.queries.vues.structures import noms_de_structures
from backend.web.contexts import Cadre, Demo, Edition, ErreurDeChamp, Formulaire
from backend.web.formulaires import Saisie
from backend.web.pages.commun import Reponse, Requete, preparer, repondre_page
from backend.web.presentation.cadre import FEUILLE, de_gouvernance
from backend.web.presentation.feuilles_de_route import contexte_feuille
from backend.web.presentation.liste_de_fiches.edition import edition
from backend.web.presentation.liste_de_fiches.etat import (
    PARAMETRES,
    SAISIS,
    EtatDeListe,
    Presentation,
    lire_etat,
    normaliser,
)
from backend.web.presentation.liste_de_fiches.impression import contexte_impression
from backend.web.presentation.liste_de_fiches.lignes import modifiable
from exports.formats import nombre, typographier
from fne_roadmaps.domain.errors import RegleViolee

SCRIPT = "js/liste.js"
ENREGISTREE = "cellule"
"""Message of a small form that was saved: the row says it too."""


@dataclass(frozen=True, slots=True)
class Refusee:
    """What a small form said and why it is shown again."""

    saisie: Saisie
    erreurs: tuple[ErreurDeChamp, ...] = ()
    conflit: bool = False


def paires_de(request: Requete) -> tuple[list[tuple[str, str]], bool]:
    """Pairs of the address that mean something to a list, in one order, and whether they were already so."""
    donnes = [(n, v.strip()) for n, v in request.query_params.multi_items() if n in {*PARAMETRES, *SAISIS}]
    normales = normaliser(donnes)
    return normales, sorted(normales) == sorted(donnes)


def etat_de(request: Requete, feuille: UUID) -> EtatDeListe:
    """The list an address asks for. Raises ReglesViolees."""
    return lire_etat(feuille, paires_de(request)[0], _enregistree(request))


def _enregistree(request: Requete) -> UUID | None:
    if request.query_params.get("fait") != ENREGISTREE:
        return None
    try:
        return UUID(request.query_params.get("objet") or "")
    except ValueError:
        return None


async def montrer(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    etat: EtatDeListe,
    *,
    refusee: Refusee | None = None,
    nom_refuse: Formulaire | None = None,
    statut: int = 200,
) -> Reponse:
    """The page. Raises NonTrouve, and RegleViolee for a page beyond the last one."""
    papier = etat.presentation is Presentation.IMPRESSION
    tableau = papier or etat.presentation is Presentation.TABLEAU
    vue = await lire_vue_feuille(
        ctx.acteur,
        etat.feuille,
        etat.demande,
        ctx.au,
        colonnes=etat.colonnes if tableau else (),
        epinglee=etat.epinglee,
    )
    if vue.liste and vue.liste.page.total and not vue.liste.page.elements and not etat.epinglee:
        derniere = -(-vue.liste.page.total // etat.demande.par_page)
        raise RegleViolee("page", f"La dernière page de cette liste est la page {nombre(derniere)}.")
    cadre, du_territoire = await _cadre(request, ctx, demo, vue)
    if papier and vue.liste:
        return repondre_page(contexte_impression(vue, vue.liste, cadre, etat, ctx.au), statut)
    ouverte = await _edition(ctx, vue, etat, refusee)
    page = contexte_feuille(vue, cadre, etat, du_territoire, ctx.acteur, ctx.au, edition=ouverte, nom_refuse=nom_refuse)
    return repondre_page(page, statut)


async def _cadre(request: Requete, ctx: Contexte, demo: Demo | None, vue: FeuilleVue) -> tuple[Cadre, str]:
    f = vue.feuille
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, f["gouvernance"]["id"])
    cadre = de_gouvernance(lecture, endroit, typographier(f["titre"]), FEUILLE, (), f"Feuille de route {f['code']}")
    return replace(cadre, scripts=(*cadre.scripts, SCRIPT)), endroit.gouvernance["du_nom"]


async def _edition(ctx: Contexte, vue: FeuilleVue, etat: EtatDeListe, refusee: Refusee | None) -> Edition | None:
    """The small form that is open, for who may write there: nobody else sees one."""
    if etat.modifier is None or vue.liste is None:
        return None
    cle, champ = etat.modifier
    tenues = [*vue.liste.page.elements, *([vue.liste.epinglee] if vue.liste.epinglee else [])]
    f = next((f for f in tenues if f["id"] == cle), None)
    if f is None or not modifiable(f, champ):
        return None
    noms = await noms_de_structures(ctx.acteur) if champ == "pilote" else []
    suite: dict[str, Any] = {}
    if refusee:
        suite = {"saisie": refusee.saisie, "erreurs": refusee.erreurs, "conflit": refusee.conflit}
    return edition(etat, f, champ, noms, **suite)
