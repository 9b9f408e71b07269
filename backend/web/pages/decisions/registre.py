"""The register: every decision the reader may see, whatever the meeting, the instance or the département."""

from __future__ import annotations

from dataclasses import replace

from litestar import get
from litestar.response import Redirect

from backend.queries.lecture import gouvernance_suivie
from backend.queries.listes import Demande, lire_demande, lister
from backend.queries.reunions import DECISIONS
from backend.queries.vues.cadre import lieu_de
from backend.queries.vues.decisions import annees_de_decision
from backend.queries.vues.gouvernances import gouvernances
from backend.queries.vues.listes import tout_lister
from backend.web.adresses import comptes_rendus, decisions as ici
from backend.web.demonstration import DemoDePage
from backend.web.fichiers import repondre_fichier
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, parametres_connus, preparer, repondre_page
from backend.web.presentation.cadre import DECISIONS as RUBRIQUE, INSTANCES, de_gouvernance, de_region
from backend.web.presentation.registre import ENTETES_CSV, contexte_registre, lignes_csv
from exports.tableur import rendre_csv

_FILTRES = (
    *("texte", "gouvernance", "annee", "nature", "adoption", "suivi", "en_retard"),
    *("instance", "responsable", "reunion", "fiche_action"),
)
_PARAMETRES = (*_FILTRES, "tri", "page")
RECENTES = "-date"
CSV = "text/csv"


@get(ici.REGISTRE, include_in_schema=False)
async def registre(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """A page of it, newest first unless the address says otherwise."""
    parametres = parametres_connus(request, _PARAMETRES)
    etat = {nom: valeur for nom, valeur in parametres if valeur}
    demande = _demande(parametres)
    if len(etat) < len(parametres):
        return Redirect(ici.registre(etat), status_code=302)
    page = await lister(ctx.acteur, DECISIONS, demande, ctx.au)
    lecture = await preparer(request, ctx, demo)
    suivies = await gouvernances(ctx.acteur, gouvernance_suivie(ctx.acteur, "g.id"))
    endroit = await lieu_de(ctx.acteur, etat["gouvernance"]) if "gouvernance" in etat else None
    cadre = (
        de_gouvernance(lecture, endroit, f"Décisions {endroit.gouvernance['du_nom']}", INSTANCES, (), "Décisions")
        if endroit
        else de_region(lecture, "Décisions", RUBRIQUE)
    )
    annees = await annees_de_decision(ctx.acteur)
    contexte = contexte_registre(page, cadre, etat, demande, suivies, annees)
    if endroit and endroit.ouverte:
        contexte = replace(contexte, comptes_rendus=comptes_rendus.annee(endroit.gouvernance["id"]))
    return repondre_page(contexte)


@get(f"{ici.REGISTRE}.csv", include_in_schema=False)
async def registre_csv(request: Requete, ctx: LecteurDePage) -> Reponse:
    """Every decision that answers the filters, as a table."""
    demande = _demande(parametres_connus(request, _PARAMETRES))
    toutes = await tout_lister(ctx.acteur, DECISIONS, demande.filtres, ctx.au)
    return repondre_fichier(request, rendre_csv(ENTETES_CSV, lignes_csv(toutes)), "decisions.csv", CSV)


def _demande(parametres: list[tuple[str, str]]) -> Demande:
    """Raises ReglesViolees naming each refused parameter."""
    donnes = [(nom, valeur) for nom, valeur in parametres if valeur]
    return lire_demande(DECISIONS, donnes if any(nom == "tri" for nom, _ in donnes) else [*donnes, ("tri", RECENTES)])
