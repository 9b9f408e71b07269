"""What a bulk change would do, fiche by fiche, before anything is written."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from backend.context import Contexte
from backend.services.changements_groupes.ecrits import Plume
from backend.services.changements_groupes.preparation import Situation, preparer, rangs_pris
from backend.services.commands.changements_groupes import DemandeDeChangement
from backend.services.fiches_action.numerotation import rangs_figes
from fne_roadmaps.domain.changements_groupes import ChampGroupe, Sort


@dataclass(frozen=True, slots=True)
class LigneApercu:
    """One fiche: what becomes of it, from what to what, or why it refuses."""

    fiche: UUID
    version: int
    numero: str | None
    titre: str
    sort: Sort
    avant: str | None = None
    apres: str | None = None
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class Apercu:
    """Every fiche asked for, in the order given."""

    lignes: tuple[LigneApercu, ...]

    def de(self, sort: Sort) -> tuple[LigneApercu, ...]:
        """Those of one kind."""
        return tuple(ligne for ligne in self.lignes if ligne.sort is sort)


async def prevoir_changement(
    ctx: Contexte, feuille: str | UUID, demande: DemandeDeChangement, cles: Collection[UUID]
) -> Apercu:
    """Nothing is written. Raises as ``preparer``."""
    situation = await preparer(ctx, feuille, demande, cles)
    plume = await plume_de(ctx, situation)
    lignes = []
    for fiche in situation.fiches:
        ecrit = plume.ecrire(fiche)
        lignes.append(
            LigneApercu(
                fiche=fiche.rangee["id"],
                version=fiche.rangee["version"],
                numero=fiche.numero,
                titre=fiche.rangee["titre"],
                sort=fiche.jugement.sort,
                avant=ecrit.avant if ecrit else None,
                apres=ecrit.apres if ecrit else None,
                cause=fiche.jugement.cause,
            )
        )
    return Apercu(tuple(lignes))


async def plume_de(ctx: Contexte, situation: Situation) -> Plume:
    """What prepares the writing, with the ranks of the axe fiches go to."""
    if situation.changement.champ is not ChampGroupe.AXE or situation.axe is None:
        return Plume(situation, ctx.au, set(), set())
    figes = await rangs_figes(situation.feuille["id"], situation.axe["rang"])
    return Plume(situation, ctx.au, await rangs_pris(situation.axe["id"]), figes)


def vide(situation: Situation) -> bool:
    """No fiche would change."""
    return all(f.jugement.sort is not Sort.CHANGE for f in situation.fiches)
