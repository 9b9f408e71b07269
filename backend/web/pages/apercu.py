"""A long text as it will read once saved: nothing is saved, and the form it comes from is one button away."""

from __future__ import annotations

from litestar import post

from backend.context import Contexte
from backend.web.adresses import textes as ici
from backend.web.contexts import ApercuContexte, Cadre, Demo
from backend.web.demonstration import DemoDePage
from backend.web.edition.gestes import GESTE
from backend.web.edition.sections import SECTIONS
from backend.web.formulaires import lire_saisie
from backend.web.lecteur import LecteurDePage
from backend.web.origine import chemin_sur
from backend.web.pages.commun import Reponse, Requete, preparer, repondre_page
from backend.web.presentation.cadre import de_region
from exports.formats import compte, nombre
from fne_roadmaps.domain.collage import nettoyer_collage

NOM, TITRE = "apercu", "Aperçu"
LONGUEUR_MAX = 20_000
_LIBELLES = {champ.nom: champ.libelle for section in SECTIONS.values() for champ in section.champs}


@post(ici.APERCU, include_in_schema=False, status_code=200)
async def apercu(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """The text of the field the pressed button names. The same page answers a script, which takes the text alone."""
    saisie = await lire_saisie(request)
    nom = saisie.un(NOM)
    texte = nettoyer_collage(saisie.un(nom))
    vers = chemin_sur(request.query_params.get("vers"))
    contexte = ApercuContexte(
        cadre=await _cadre(request, ctx, demo),
        nom=nom,
        libelle=_LIBELLES.get(nom, "Votre texte"),
        texte=texte,
        champs=tuple((n, v) for n, v in saisie.paires if n not in {nom, NOM, GESTE}),
        vers=vers,
        encore=ici.apercu(vers),
        trop_long=None if len(texte) <= LONGUEUR_MAX else _trop_long(len(texte)),
    )
    return repondre_page(contexte)


async def _cadre(request: Requete, ctx: Contexte, demo: Demo | None) -> Cadre:
    """Somebody without an account comes from a personal link: nothing of the governances stands around."""
    if ctx.acteur.cle:
        return de_region(await preparer(request, ctx, demo), TITRE, None)
    return Cadre(titre=TITRE, au=ctx.au, menu=(), bandeau=None, demo=demo)


def _trop_long(longueur: int) -> str:
    lu = compte(longueur, "caractère")
    return f"Ce texte fait {lu} pour {nombre(LONGUEUR_MAX)} permis : il ne peut pas être enregistré tel quel."
