"""The filtered set as a file for a spreadsheet."""

from __future__ import annotations

from litestar import get
from litestar.params import FromPath

from backend.queries.references import charger
from backend.queries.vues.liste_de_fiches import completer_colonnes, lire_toutes
from backend.web.fichiers import repondre_fichier
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.liste_de_fiches.rendu import etat_de
from backend.web.presentation.liste_de_fiches.export import cellules, entetes
from backend.web.presentation.liste_de_fiches.lignes import Lignes
from exports.tableur import rendre_csv
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger

CSV = "text/csv"
LIGNES_MAX = 20_000


@get("/feuilles-de-route/{reference:str}/fiches.csv", include_in_schema=False)
async def fiches_csv(request: Requete, ctx: LecteurDePage, reference: FromPath[str]) -> Reponse:
    """Every fiche that answers the filters, with the chosen columns, in the chosen order."""
    feuille = await charger(ctx.acteur, "feuille_de_route", reference)
    exiger(droits_sur_gouvernance(ctx.acteur, feuille["gouvernance"]), Droit.SUIVRE, "Cette liste de fiches")
    etat = etat_de(request, feuille["id"])
    page = await lire_toutes(ctx.acteur, feuille["id"], etat.demande, ctx.au, LIGNES_MAX)
    completes = await completer_colonnes(page.elements, etat.colonnes)
    fabrique = Lignes(etat, ())
    rangees = [fabrique.une({**f, "droits": frozenset()}) for f in completes]
    octets = rendre_csv(entetes(etat.colonnes, feuille["mot_niveau_1"]), [cellules(f, etat.colonnes) for f in rangees])
    return repondre_fichier(request, octets, f"{feuille['code']}-fiches.csv", CSV)
