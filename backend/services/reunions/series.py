"""A year of meetings in one act, each then a meeting of its own; and deleted meetings taken back."""

from __future__ import annotations

from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne, lignes
from backend.services.commands.reunions import CreerReunion, CreerSerie
from backend.services.ecriture import changer, ecriture
from backend.services.reunions import tenue
from fne_roadmaps.domain.dates import NatureDate
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.enums import EtatReunion
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.tables.reunions import Reunion


async def creer_serie(ctx: Contexte, commande: CreerSerie) -> str:
    """Create the meetings of a series, all of them or none; exact days are convened, the others wait for a date.

    Returns the name of the series. Raises RegleViolee on the line that cannot be.
    """
    nom = f"{commande.instance}:{ctx.requete}"
    async with ecriture():
        for rang, date in enumerate(commande.dates):
            exacte = date.nature is NatureDate.JOUR
            if exacte and date.premier is not None and date.premier < ctx.au:
                raise RegleViolee(f"dates.{rang}", "Ce jour est déjà passé.")
            reunion = CreerReunion.model_validate(
                {
                    "instance": commande.instance,
                    "date": date,
                    "etat": EtatReunion.CONVOQUEE if exacte else EtatReunion.A_DATER,
                    "heure_debut": commande.heure_debut if exacte else None,
                    "heure_fin": commande.heure_fin if exacte else None,
                    "lieu": commande.lieu,
                }
            )
            cle = await tenue._creer(ctx, reunion)
            await Reunion.update({"serie": nom}).where(Reunion.id == cle).run()
    return nom


async def annuler_serie(ctx: Contexte, serie: str) -> int:
    """Take back the meetings of a series that nobody touched since. Returns how many. Raises NonTrouve or Interdit."""
    async with ecriture():
        siennes = await lignes(
            "SELECT * FROM reunion WHERE serie = {} AND supprime_le IS NULL AND version = 1 ORDER BY numero", serie
        )
        if not siennes:
            raise NonTrouve("Cette série de réunions")
        for reunion in siennes:
            exiger(droits_sur_gouvernance(ctx.acteur, reunion["gouvernance"]), Droit.REUNIR, tenue.QUOI)
            await _marquer(ctx, reunion, "Série annulée.", supprimee=True)
    return len(siennes)


async def restaurer_reunion(ctx: Contexte, cle: UUID) -> int:
    """Take back a deleted meeting, as it was; calendars show it again. Returns its new version."""
    async with ecriture():
        reunion = await ligne("SELECT * FROM reunion WHERE id = {}", cle)
        if reunion is None:
            raise NonTrouve(tenue.QUOI)
        exiger(droits_sur_gouvernance(ctx.acteur, reunion["gouvernance"]), Droit.REUNIR, tenue.QUOI)
        return await _marquer(ctx, reunion, "Réunion rétablie.", supprimee=False)


async def _marquer(ctx: Contexte, reunion: Ligne, pourquoi: str, *, supprimee: bool) -> int:
    valeurs = {"supprime_le": ctx.maintenant if supprimee else None, "sequence": reunion["sequence"] + 1}
    return await changer(
        ctx,
        Reunion,
        reunion,
        None,
        valeurs,
        gouvernance=reunion["gouvernance"],
        action="supprimer" if supprimee else "restaurer",
        pourquoi=pourquoi,
    )
