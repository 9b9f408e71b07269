"""What a structure did at a meeting, and the time it took: said in one act, changed or taken back by the next."""

from __future__ import annotations

from backend.context import Contexte
from backend.queries.lecture import lignes
from backend.queries.references import charger, cle_de
from backend.queries.reunions.droits import droits_a_la_reunion
from backend.services.commands.reunions import DireLeRole
from backend.services.ecriture import ecriture, verrouiller
from backend.services.listes import Liste, changer_avec_listes
from backend.services.reunions.tenue import QUOI
from fne_roadmaps.domain.droits import Droit, exiger, peut_dire_un_role
from fne_roadmaps.domain.errors import Interdit
from fne_roadmaps.tables.reunions import Reunion, RoleEnReunion


async def dire_le_role(ctx: Contexte, reference: str, commande: DireLeRole) -> int:
    """Say the roles a structure held at a meeting, in place of what was said of it; none takes them back.

    The roles of other structures stay. Returns the new version of the meeting. Raises NonTrouve, Interdit, RegleViolee.
    """
    async with ecriture():
        avant = await charger(ctx.acteur, "reunion", reference)
        droits = await droits_a_la_reunion(ctx.acteur, avant)
        exiger(droits, Droit.SUIVRE, QUOI)
        structure = await cle_de(ctx.acteur, "structure", commande.structure, "structure")
        if structure is None or not peut_dire_un_role(ctx.acteur, droits, structure):
            raise Interdit("Vous ne pouvez dire le rôle que de votre structure, là où elle contribue.")
        await verrouiller(Reunion, avant["id"])
        avant = await charger(ctx.acteur, "reunion", str(avant["id"]))
        autres = await lignes(
            "SELECT id, reunion, structure, role, temps_minutes, source FROM role_en_reunion "
            "WHERE reunion = {} AND structure <> {} ORDER BY structure, role",
            avant["id"],
            structure,
        )
        nom = f"{avant['code']}:{structure}:v{avant['version'] + 1}"
        siens = [
            {
                "id": ctx.cle(f"role_en_reunion:{nom}:{rang}"),
                "reunion": avant["id"],
                "structure": structure,
                "role": role.value,
                "temps_minutes": commande.temps_minutes if rang == 1 else None,
                "source": commande.source,
            }
            for rang, role in enumerate(dict.fromkeys(commande.roles), start=1)
        ]
        liste = Liste(RoleEnReunion, "reunion", [*autres, *siens])
        return await changer_avec_listes(
            ctx,
            Reunion,
            avant,
            None,
            {},
            {"roles": liste},
            gouvernance=avant["gouvernance"],
            action="dire_le_role",
        )
