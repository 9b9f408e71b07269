"""Writing back what a fiche says: from plain values (``queries.fiches_action.contenus``) to the command."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne
from backend.services.commands.fiches_action import CreerFicheAction, ModifierFicheAction
from backend.services.fiches_action import redaction
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import Instruction

Contenu = Mapping[str, Any]


async def ecrire_contenu(
    ctx: Contexte, feuille: Ligne, avant: Ligne, contenu: Contenu, *, action: str, pourquoi: str | None = None
) -> int:
    """Give these fields of a fiche these values; those that stand as they are change nothing. Returns the version."""
    champs = {champ: valeur for champ, valeur in _dates(contenu).items() if champ != "axe" or valeur != _axe(avant)}
    if not champs:
        return int(avant["version"])
    commande = ModifierFicheAction.model_validate(champs)
    return await redaction._modifier(ctx, feuille, avant, None, commande, action=action, pourquoi=pourquoi)


async def fiche_depuis(
    ctx: Contexte, feuille: Ligne, contenu: Contenu, instruction: Instruction, *, exemple: bool
) -> UUID:
    """A new fiche of the roadmap that says this, with a proposal number."""
    saisie = {**_dates(contenu), "feuille_de_route": str(feuille["id"]), "instruction": instruction, "exemple": exemple}
    return await redaction._creer(ctx, CreerFicheAction.model_validate(saisie))


def _axe(avant: Ligne) -> str | None:
    return str(avant["axe"]) if avant["axe"] else None


def _dates(valeur: Any) -> Any:
    """The same, whose dates known by their words only are dates: as text, nothing could be read of them."""
    if isinstance(valeur, Mapping):
        if set(valeur) == {"edtf", "recu"}:
            return DateIncertaine("", None, None, valeur["recu"]) if not valeur["edtf"] else dict(valeur)
        return {champ: _dates(v) for champ, v in valeur.items()}
    return [_dates(v) for v in valeur] if isinstance(valeur, list | tuple) else valeur


async def relire(cle: UUID) -> Ligne:
    """The row of a fiche as it stands in this transaction, deleted or not. Raises LookupError."""
    trouvee = await ligne("SELECT * FROM fiche_action WHERE id = {}", cle)
    if trouvee is None:
        raise LookupError(f"fiche_action {cle}")
    return trouvee
