"""A meeting held for writing: found, the right checked, its row locked, and still open to what is written."""

from __future__ import annotations

from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne
from backend.queries.references import charger
from backend.services.ecriture import verrouiller
from fne_roadmaps.domain.droits import Droit, droits_sur_reunion, exiger
from fne_roadmaps.domain.enums import EtatCompteRendu, EtatReunion
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.tables.reunions import Reunion

QUOI = "Cette réunion"
QUOI_POINT = "Ce point de l’ordre du jour"


async def tenir_reunion(ctx: Contexte, reference: str | UUID) -> Ligne:
    """The meeting, locked until the end of the transaction, for who may hold it.

    Raises NonTrouve or Interdit; RegleViolee once cancelled, or once its minutes have gone out.
    """
    trouvee = await charger(ctx.acteur, "reunion", reference)
    droits = droits_sur_reunion(
        ctx.acteur, [trouvee["gouvernance"]], trouvee["id"], trouvee["instance"], EtatReunion(trouvee["etat"])
    )
    exiger(droits, Droit.REUNIR, QUOI)
    await verrouiller(Reunion, trouvee["id"])
    # Read again under the lock: somebody else's act may have been written while this one waited.
    reunion = await charger(ctx.acteur, "reunion", trouvee["id"])
    if reunion["etat"] == EtatReunion.ANNULEE:
        raise RegleViolee("etat", "Une réunion annulée ne change plus.")
    await _exiger_compte_rendu_ouvert(reunion["id"])
    return reunion


async def tenir_point(ctx: Contexte, point: UUID) -> tuple[Ligne, Ligne]:
    """An item and its meeting, locked. Raises NonTrouve, Interdit or RegleViolee."""
    trouve = await ligne("SELECT reunion FROM point_ordre_du_jour WHERE id = {} AND supprime_le IS NULL", point)
    if trouve is None:
        raise NonTrouve(QUOI_POINT)
    try:
        reunion = await tenir_reunion(ctx, trouve["reunion"])
    except NonTrouve:
        raise NonTrouve(QUOI_POINT) from None
    tenu = await ligne("SELECT * FROM point_ordre_du_jour WHERE id = {}", point)
    if tenu is None:
        raise NonTrouve(QUOI_POINT)
    return tenu, reunion


async def _exiger_compte_rendu_ouvert(reunion: UUID) -> None:
    rendu = await ligne(
        "SELECT etat FROM compte_rendu WHERE reunion = {} AND supprime_le IS NULL AND etat <> {}",
        reunion,
        EtatCompteRendu.BROUILLON.value,
    )
    if rendu is not None:
        etat = EtatCompteRendu(rendu["etat"]).libelle.lower()
        raise RegleViolee("etat", f"Le compte rendu de cette réunion est {etat} : ce qui s’y est dit ne change plus.")
