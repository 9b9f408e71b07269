"""Two doors lead to a deposit: its personal link, and the account of who helps to write it or reads it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from backend.context import Contexte
from backend.queries.contributions import depot_du_lien, lire_depot
from backend.queries.lecture import Ligne
from backend.queries.vues.cadre import lieu
from backend.services.contributions.depots import QUOI, droits_de
from backend.web import adresses
from backend.web.adresses import contributions as ici
from backend.web.contexts import Cadre, Demo, Lien, LienACopier
from backend.web.pages.commun import Requete, preparer
from backend.web.pages.contributions.commun import cadre_public, lien_a_copier
from backend.web.presentation.cadre import PROPOSITIONS, de_gouvernance
from exports.formats import typographier
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.errors import NonTrouve

AIDE_DU_LIEN = (
    "Gardez-le : c’est lui, et lui seul, qui vous ramène à votre fiche. Qui l’a peut écrire à votre place : ne le "
    "confiez qu’aux personnes qui écrivent avec vous."
)


@dataclass(frozen=True, slots=True)
class Porte:
    """A deposit, through one of its doors; ``jeton`` is that of its personal link, None with an account."""

    ctx: Contexte
    depot: Ligne
    droits: frozenset[Droit]
    jeton: str | None = None

    def vers(self, etape: str = "", *, fait: str | None = None) -> str:
        """A step of the deposit, or its own page, through the same door."""
        if self.jeton:
            return ici.depot(self.jeton, etape, fait=fait)
        return ici.aider(self.depot["id"], etape, fait=fait)

    @property
    def par_lien(self) -> bool:
        """Through the personal link."""
        return self.jeton is not None

    def lien(self, request: Requete) -> LienACopier | None:
        """The personal link, shown to whoever came by it and to nobody else."""
        if self.jeton is None:
            return None
        return lien_a_copier(request, "Votre lien personnel", ici.depot(self.jeton), AIDE_DU_LIEN)

    async def cadre(self, request: Requete, demo: Demo | None, titre: str) -> Cadre:
        """The frame of its pages: bare by the link, of the governance with an account."""
        if self.par_lien:
            return cadre_public(request, self.ctx, demo, titre)
        lecture = await preparer(request, self.ctx, demo)
        endroit = await lieu(self.ctx.acteur, self.depot["gouvernance"])
        feuille = self.depot["feuille"]
        parents = (
            Lien(
                libelle=f"Feuille de route {self.depot['feuille_code']}",
                href=adresses.feuille_de_route(feuille),
            ),
            Lien(libelle="Propositions", href=ici.propositions(feuille)),
        )
        return de_gouvernance(lecture, endroit, titre, PROPOSITIONS, parents, typographier(self.depot["structure_nom"]))


async def porte_du_lien(ctx: Contexte, jeton: str) -> Porte:
    """The deposit a personal link opens. Raises NonTrouve."""
    porteur, depot = await depot_du_lien(ctx, jeton)
    return Porte(porteur, depot, droits_de(porteur, depot), jeton)


async def porte_du_compte(ctx: Contexte, cle: UUID) -> Porte:
    """The deposit, for an account that may follow it. Raises NonTrouve."""
    depot = await lire_depot(cle)
    if depot is None:
        raise NonTrouve(QUOI)
    droits = droits_de(ctx, depot)
    exiger(droits, Droit.SUIVRE, QUOI)
    return Porte(ctx, depot, droits)
