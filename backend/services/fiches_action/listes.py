"""The lists that hang on a fiche: actors, publics, territories, milestones, money, indicators, links."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import UUID

from piccolo.table import Table

from backend.context import Contexte
from backend.queries.lecture import Ligne
from backend.queries.references import cle_de, cles_de
from backend.services.commands.fiches_action import (
    ActeurSaisi,
    FinancementSaisi,
    IndicateurSaisi,
    JalonSaisi,
    LienSaisi,
    MesureSaisie,
)
from backend.services.ecriture import colonnes_date
from backend.services.feuilles_de_route import exiger_axe_de
from backend.services.listes import Details, Liste
from fne_roadmaps.domain.enums import ComparateurChiffre, NatureChiffre, UsageChiffre
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.tables.fiches_action import (
    Acteur,
    AxeServi,
    FicheTerritoire,
    Financement,
    Indicateur,
    Jalon,
    Lien,
    PublicCible,
)
from fne_roadmaps.tables.gouvernances import Chiffre


class _Fiche:
    """The fiche whose lists are written: its key, its roadmap's, and the readable name keys are made from."""

    def __init__(self, ctx: Contexte, fiche: UUID, feuille: UUID, nom: str) -> None:
        self.ctx, self.fiche, self.feuille, self.nom = ctx, fiche, feuille, nom

    def rangee(self, table: type[Table], i: int, **valeurs: Any) -> Ligne:
        """One row of a list, at its place ``i`` counted from 1."""
        cle = self.ctx.cle(f"{table._meta.tablename}:{self.nom}:{i}")
        return {"id": cle, "fiche_action": self.fiche, "rang": i, **valeurs}


async def preparer_liste(
    ctx: Contexte, fiche: UUID, feuille: UUID, nom: str, champ: str, valeurs: Sequence[Any]
) -> Liste:
    """The rows of one list of a fiche, ready to be written. Raises RegleViolee on the faulty line."""
    return await _PREPARER[champ](_Fiche(ctx, fiche, feuille, nom), valeurs)


def _liste(table: type[Table], rangees: Sequence[Ligne], details: Details | None = None) -> Liste:
    return Liste(table, "fiche_action", rangees, details)


async def _axes_servis(fiche: _Fiche, valeurs: Sequence[str]) -> Liste:
    cles = await cles_de(fiche.ctx.acteur, "axe", valeurs, "axes_servis")
    for i, cle in enumerate(cles):
        await exiger_axe_de(fiche.feuille, cle, f"axes_servis.{i}")
    rangees = [fiche.rangee(AxeServi, i, axe=cle) for i, cle in enumerate(dict.fromkeys(cles), start=1)]
    return _liste(AxeServi, [{c: v for c, v in r.items() if c != "rang"} for r in rangees])


async def _acteurs(fiche: _Fiche, valeurs: Sequence[ActeurSaisi]) -> Liste:
    structures = await cles_de(fiche.ctx.acteur, "structure", [a.structure for a in valeurs], "acteurs")
    rangees = []
    for i, (acteur, structure) in enumerate(zip(valeurs, structures, strict=True), start=1):
        poste = await cle_de(fiche.ctx.acteur, "poste", acteur.poste, f"acteurs.{i - 1}.poste")
        rangees.append(fiche.rangee(Acteur, i, role=acteur.role, structure=structure, poste=poste))
    return _liste(Acteur, rangees)


async def _publics(fiche: _Fiche, valeurs: Sequence[str]) -> Liste:
    return _liste(PublicCible, [fiche.rangee(PublicCible, i, libelle=p) for i, p in enumerate(valeurs, start=1)])


async def _territoires(fiche: _Fiche, valeurs: Sequence[str]) -> Liste:
    cles = await cles_de(fiche.ctx.acteur, "territoire", valeurs, "territoires")
    return _liste(
        FicheTerritoire,
        [fiche.rangee(FicheTerritoire, i, territoire=t) for i, t in enumerate(dict.fromkeys(cles), start=1)],
    )


async def _jalons(fiche: _Fiche, valeurs: Sequence[JalonSaisi]) -> Liste:
    return _liste(
        Jalon,
        [
            fiche.rangee(Jalon, i, **jalon.model_dump(exclude={"date"}), **colonnes_date("date", jalon.date))
            for i, jalon in enumerate(valeurs, start=1)
        ],
    )


async def _financements(fiche: _Fiche, valeurs: Sequence[FinancementSaisi]) -> Liste:
    vus: set[tuple[str, int]] = set()
    rangees = []
    for i, f in enumerate(valeurs, start=1):
        if (f.financeur, f.annee) in vus:
            raise RegleViolee(f"financements.{i - 1}", f"« {f.financeur} » est déjà saisi pour {f.annee}.")
        vus.add((f.financeur, f.annee))
        structure = await cle_de(fiche.ctx.acteur, "structure", f.structure, f"financements.{i - 1}.structure")
        rangees.append(fiche.rangee(Financement, i, **{**f.model_dump(), "structure": structure}))
    return _liste(Financement, rangees)


async def _indicateurs(fiche: _Fiche, valeurs: Sequence[IndicateurSaisi]) -> Liste:
    rangees, chiffres = [], []
    for i, indicateur in enumerate(valeurs, start=1):
        rangee = fiche.rangee(
            Indicateur, i, libelle=indicateur.libelle, unite=indicateur.unite, source=indicateur.source
        )
        rangees.append(rangee)
        poses = [(UsageChiffre.DEPART, indicateur.depart), (UsageChiffre.CIBLE, indicateur.cible)]
        poses += [(UsageChiffre.MESURE, mesure) for mesure in indicateur.mesures]
        chiffres += [
            _chiffre(fiche, rangee["id"], indicateur, f"{i}:{j}", usage, mesure, j)
            for j, (usage, mesure) in enumerate(poses, start=1)
            if mesure is not None
        ]
    return _liste(Indicateur, rangees, Details(Chiffre, "indicateur", chiffres))


def _chiffre(
    fiche: _Fiche,
    indicateur: UUID,
    saisi: IndicateurSaisi,
    place: str,
    usage: UsageChiffre,
    mesure: MesureSaisie,
    rang: int,
) -> dict[str, Any]:
    return {
        "id": fiche.ctx.cle(f"chiffre:{fiche.nom}:{place}"),
        "cree_le": fiche.ctx.maintenant,
        "maj_le": fiche.ctx.maintenant,
        "indicateur": indicateur,
        "usage": usage,
        "nature": NatureChiffre.DECLARE,
        "comparateur": ComparateurChiffre.EGAL,
        "libelle": saisi.libelle,
        "unite": saisi.unite,
        "valeur": mesure.valeur,
        "periode": mesure.periode,
        "source": mesure.source,
        "rang": rang,
        **colonnes_date("date", mesure.date),
    }


async def _liens(fiche: _Fiche, valeurs: Sequence[LienSaisi]) -> Liste:
    return _liste(Lien, [fiche.rangee(Lien, i, **lien.model_dump()) for i, lien in enumerate(valeurs, start=1)])


_PREPARER: dict[str, Callable[[_Fiche, Sequence[Any]], Awaitable[Liste]]] = {
    "axes_servis": _axes_servis,
    "acteurs": _acteurs,
    "publics": _publics,
    "territoires": _territoires,
    "jalons": _jalons,
    "financements": _financements,
    "indicateurs": _indicateurs,
    "liens": _liens,
}
LISTES = set(_PREPARER)
