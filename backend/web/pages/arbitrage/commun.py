"""What the pages of the arbitration have in common: the roadmap found, and a frame around the page."""

from __future__ import annotations

from dataclasses import replace

from backend.context import Contexte
from backend.queries.lecture import Ligne
from backend.queries.references import charger
from backend.queries.vues.cadre import lieu
from backend.web import adresses
from backend.web.contexts import Cadre, Demo, Lien
from backend.web.formulaires import VERSION, Saisie
from backend.web.pages.commun import Requete, preparer
from backend.web.presentation.cadre import FEUILLE, de_gouvernance
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.errors import Conflit, RegleViolee

QUOI = "Cette page de la feuille de route"
CHANGE = "Quelqu’un a changé cela pendant votre saisie : vérifiez ce qui suit, puis enregistrez."


async def ouvrir_feuille(ctx: Contexte, reference: str, droit: Droit) -> Ligne:
    """The roadmap, for who may ``droit``. One statement. Raises NonTrouve or Interdit."""
    feuille = await charger(ctx.acteur, "feuille_de_route", reference)
    exiger(droits_sur_gouvernance(ctx.acteur, feuille["gouvernance"]), droit, QUOI)
    return feuille


async def cadre_de_feuille(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    feuille: Ligne,
    titre: str,
    *suite: Lien,
    scripts: tuple[str, ...] = (),
    refuse: bool = False,
) -> Cadre:
    """Frame of a page under a roadmap; ``refuse`` when its form is shown again. Two statements."""
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, feuille["gouvernance"])
    code = feuille["code"]
    parent = Lien(libelle=f"Feuille de route {code}", href=adresses.feuille_de_route(feuille["id"]))
    cadre = de_gouvernance(lecture, endroit, f"{titre}, feuille de route {code}", FEUILLE, (parent, *suite), titre)
    return replace(en_erreur(cadre) if refuse else cadre, scripts=scripts)


def en_erreur(cadre: Cadre) -> Cadre:
    """The frame of a refused form: its title says so first."""
    return replace(cadre, titre=f"Erreur : {cadre.titre}")


def relire(refus: Exception, saisie: Saisie, version: int, champ: str) -> tuple[Exception, Saisie]:
    """A conflict as a refusal of the form, whose next sending is on what is stored now; another refusal as it is.

    A version that is not one is a conflict too: nobody knows what the form was read on.
    """
    illisible = isinstance(refus, RegleViolee) and refus.champ == VERSION
    if not (illisible or isinstance(refus, Conflit)):
        return refus, saisie
    return RegleViolee(champ, CHANGE), saisie.a_version(version)
