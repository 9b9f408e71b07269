"""What the pages where a fiche is written have in common: found, seen, the right checked, and a frame."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from backend.context import Contexte
from backend.queries.fiches_action import code_de_fiche
from backend.queries.fiches_action.droits import droits_de_fiche
from backend.queries.lecture import Ligne
from backend.queries.references import QUOI, charger
from backend.queries.vues.cadre import lieu
from backend.web import adresses
from backend.web.contexts import Cadre, Demo, Lien
from backend.web.pages.commun import Requete, preparer
from backend.web.presentation.cadre import FEUILLE, de_gouvernance
from backend.web.presentation.decisions import nom_de_fiche
from exports.formats import typographier
from fne_roadmaps.domain.droits import Droit, exiger


@dataclass(frozen=True, slots=True)
class FicheOuverte:
    """A fiche somebody is about to write in: its row with ``code``, its roadmap, and what the writer may do."""

    fiche: Ligne
    feuille: Ligne
    droits: frozenset[Droit]

    @property
    def titre(self) -> str:
        """The title as printed."""
        return typographier(self.fiche["titre"])

    @property
    def nom(self) -> str:
        """« Fiche 1.3 », or its title while it has no number."""
        return nom_de_fiche(self.fiche["code"], self.titre)


async def ouvrir_fiche(ctx: Contexte, cle: UUID, droit: Droit) -> FicheOuverte:
    """The fiche, for who may ``droit``. Four statements. Raises NonTrouve or Interdit."""
    fiche = await charger(
        ctx.acteur,
        "fiche_action",
        cle,
        colonnes="fiche_action.*, axe.rang AS axe_rang",
        jointures="LEFT JOIN axe ON axe.id = fiche_action.axe",
    )
    feuille = await charger(ctx.acteur, "feuille_de_route", fiche["feuille_de_route"])
    droits = await droits_de_fiche(ctx.acteur, fiche, feuille)
    exiger(droits, droit, QUOI["fiche_action"])
    return FicheOuverte({**fiche, "code": code_de_fiche(feuille["code"], fiche)}, feuille, droits)


async def cadre_de_fiche(
    request: Requete, ctx: Contexte, demo: Demo | None, ouverte: FicheOuverte, titre: str
) -> Cadre:
    """Frame of a page about a fiche: breadcrumb down to it, then ``titre``."""
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, ouverte.feuille["gouvernance"])
    code = ouverte.feuille["code"]
    parents = (
        Lien(libelle=f"Feuille de route {code}", href=adresses.feuille_de_route(ouverte.feuille["id"])),
        Lien(libelle=ouverte.nom, href=adresses.fiche_action(ouverte.fiche["id"])),
    )
    return de_gouvernance(lecture, endroit, f"{titre}, {ouverte.nom}", FEUILLE, parents, titre)
