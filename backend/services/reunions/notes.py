"""What is said on an item, written as it is said: two secretaries at once lose no word of one another."""

from __future__ import annotations

from uuid import UUID

from backend.context import Contexte
from backend.services.commands.seances import NoterPoint
from backend.services.ecriture import changer, ecriture, journaliser
from backend.services.reunions.acces import tenir_point
from fne_roadmaps.domain.errors import Conflit
from fne_roadmaps.domain.fusion import fusionner
from fne_roadmaps.tables.reunions import PointOrdreDuJour

CHANGE = "Quelqu’un d’autre a écrit sur les mêmes mots de ce point : les deux textes sont ci-dessous, rien n’est perdu."


async def noter_point(ctx: Contexte, point: UUID, commande: NoterPoint) -> str:
    """Keep the notes of an item; returns them as they are now.

    The guard is the text they were started from, not a version: notes of one item are written by several people, while
    its title or its place may change beside. Changes that touch other words are put together; those that touch the same
    words raise Conflit with both texts.
    """
    async with ecriture():
        return await _noter(ctx, point, commande)


async def _noter(ctx: Contexte, point: UUID, commande: NoterPoint) -> str:
    avant, reunion = await tenir_point(ctx, point)
    stocke, mien, lu = avant["notes"] or "", commande.notes or "", commande.lu or ""
    texte = mien
    if stocke not in {lu, mien}:
        fusion = fusionner(lu, mien, stocke)
        if not fusion.sure:
            raise Conflit(CHANGE, actuel={"notes": stocke}, propose={"notes": mien})
        texte = fusion.texte
    await changer(
        ctx,
        PointOrdreDuJour,
        avant,
        None,
        {"notes": texte or None},
        gouvernance=reunion["gouvernance"],
        action="noter",
    )
    if commande.ecarte and commande.ecarte != texte:
        await journaliser(
            ctx,
            "point_ordre_du_jour",
            point,
            "conflit",
            gouvernance=reunion["gouvernance"],
            changements={"notes": (commande.ecarte, texte)},
        )
    return texte
