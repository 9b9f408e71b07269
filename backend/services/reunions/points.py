"""The agenda: items added, changed, moved, treated, taken off and brought back; what each is about.

Every act first locks the meeting, so that two people at once neither lose nor double anything. Moving says what the
item comes before, not its number: two moves at once both hold, and a move sent twice is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.references import cle_de
from backend.services.commands.champs import Commande
from backend.services.commands.seances import ChangerEtatPoint, CreerPoint, ObjetSaisi
from backend.services.ecriture import changer, creer, ecriture, journaliser
from backend.services.listes import Liste, changer_avec_listes, ecrire_liste
from backend.services.reunions.acces import tenir_point, tenir_reunion
from fne_roadmaps.domain.enums import EtatPoint
from fne_roadmaps.domain.errors import Conflit, RegleViolee
from fne_roadmaps.domain.seances import changer_etat, exiger_un_objet, placer
from fne_roadmaps.tables.reunions import PointOrdreDuJour
from fne_roadmaps.tables.seances import ObjetDePoint

POINTS_MAX = 300
"""Of one agenda: more are the work of a machine."""
_HORS_LIGNE = {"reunion", "presentateur", "objets"}


async def creer_point(ctx: Contexte, commande: CreerPoint) -> UUID:
    """Add an item at the end of the agenda of a meeting."""
    async with ecriture():
        return await _creer(ctx, commande)


async def _creer(ctx: Contexte, commande: CreerPoint) -> UUID:
    reunion = await tenir_reunion(ctx, commande.reunion)
    valeurs = {
        **commande.model_dump(exclude=_HORS_LIGNE),
        "presentateur": await cle_de(ctx.acteur, "structure", commande.presentateur, "presentateur"),
        "exemple": commande.exemple or reunion["exemple"],
    }
    return await ajouter(ctx, reunion, valeurs, commande.objets, commande)


async def ajouter(
    ctx: Contexte, reunion: Ligne, valeurs: dict[str, Any], objets: Sequence[ObjetSaisi], saisie: Any
) -> UUID:
    """Insert an item last, in a meeting already held. Raises RegleViolee when the agenda is full."""
    compte = await ligne("SELECT COUNT(*) AS n FROM point_ordre_du_jour WHERE reunion = {}", reunion["id"])
    n = int(compte["n"]) if compte else 0
    if n >= POINTS_MAX:
        raise RegleViolee(
            "titre", f"Cet ordre du jour compte déjà {POINTS_MAX} points : c’est le plus qu’il peut tenir."
        )
    nom = f"{reunion['code']}:p{n + 1}"
    ici = {**valeurs, "reunion": reunion["id"], "rang": n + 1, "etat": EtatPoint.A_TRAITER.value}
    cle = await creer(ctx, PointOrdreDuJour, nom, ici, gouvernance=reunion["gouvernance"], saisie=saisie)
    await ecrire_liste(await _objets(ctx, cle, nom, objets))
    return cle


async def modifier_point(ctx: Contexte, point: UUID, version: int | None, commande: Commande) -> int:
    """Change an item (``ModifierPoint``) or what it is about. Returns the new version. Raises Conflit."""
    async with ecriture():
        avant, reunion = await tenir_point(ctx, point)
        donnees = commande.model_fields_set
        valeurs = commande.model_dump(exclude_unset=True, exclude=_HORS_LIGNE)
        if "presentateur" in donnees:
            structure = await cle_de(ctx.acteur, "structure", commande.lire("presentateur"), "presentateur")
            valeurs["presentateur"] = structure
        listes = {}
        if "objets" in donnees:
            nom = f"{point}:v{avant['version'] + 1}"
            listes["objets"] = await _objets(ctx, point, nom, commande.lire("objets"))
        return await changer_avec_listes(
            ctx, PointOrdreDuJour, avant, version, valeurs, listes, gouvernance=reunion["gouvernance"]
        )


async def placer_point(ctx: Contexte, point: UUID, avant: UUID | None, version: int | None = None) -> UUID:
    """Put an item just before another one of its agenda, or last. Returns the key of the meeting.

    Two moves at once both hold: only who gives a ``version`` starts from it. Raises Conflit.
    """
    async with ecriture():
        tenu, reunion = await tenir_point(ctx, point)
        if version is not None and tenu["version"] != version:
            raise Conflit("Ce point a changé entre-temps.", {"rang": tenu["rang"]}, {"avant": avant})
        rangees = await lignes(
            "SELECT id, rang FROM point_ordre_du_jour WHERE reunion = {} AND supprime_le IS NULL AND etat <> {} "
            "ORDER BY rang, id",
            reunion["id"],
            EtatPoint.RETIRE.value,
        )
        voulu = placer([r["id"] for r in rangees], point, avant)
        rangs = {cle: rang for rang, cle in enumerate(voulu, start=1)}
        for r in rangees:
            if r["rang"] != rangs[r["id"]]:
                await (
                    PointOrdreDuJour.update(
                        {PointOrdreDuJour.rang: rangs[r["id"]], PointOrdreDuJour.maj_le: ctx.maintenant}
                    )
                    .where(PointOrdreDuJour.id == r["id"])
                    .run()
                )
        if [r["id"] for r in rangees] != list(voulu):
            await journaliser(
                ctx,
                "point_ordre_du_jour",
                point,
                "placer",
                gouvernance=reunion["gouvernance"],
                changements={"rang": (tenu["rang"], rangs[point])},
            )
        return UUID(str(reunion["id"]))


async def changer_etat_point(
    ctx: Contexte, point: UUID, commande: ChangerEtatPoint, version: int | None = None
) -> UUID:
    """Treat an item, take it off the agenda, or bring it back. Returns the key of the meeting.

    Raises RegleViolee, or Conflit from another ``version`` than the one given.
    """
    async with ecriture():
        return await _changer_etat(ctx, point, commande, version)


async def _changer_etat(ctx: Contexte, point: UUID, commande: ChangerEtatPoint, version: int | None = None) -> UUID:
    avant, reunion = await tenir_point(ctx, point)
    actuel = EtatPoint(avant["etat"])
    if commande.etat is EtatPoint.REPORTE:
        raise RegleViolee("etat", "Dites à quelle réunion ce point est reporté.")
    if commande.etat is not actuel:
        changer_etat(actuel, commande.etat, copie_vivante=await copie_de(point) is not None)
        await changer(
            ctx,
            PointOrdreDuJour,
            avant,
            version,
            {"etat": commande.etat.value},
            gouvernance=reunion["gouvernance"],
            action="changer_etat",
            pourquoi=commande.pourquoi,
        )
    return UUID(str(reunion["id"]))


async def copie_de(point: UUID) -> Ligne | None:
    """The live item that goes on with this one in a later meeting, if any. One statement."""
    return await ligne(
        "SELECT p.* FROM point_ordre_du_jour p JOIN reunion r ON r.id = p.reunion "
        "WHERE p.reporte_de = {} AND p.supprime_le IS NULL AND p.etat <> {} AND r.supprime_le IS NULL",
        point,
        EtatPoint.RETIRE.value,
    )


async def _objets(ctx: Contexte, point: UUID, nom: str, objets: Sequence[ObjetSaisi]) -> Liste:
    """Rows of what an item is about, each thing once. Raises RegleViolee on the line that names nothing visible."""
    rangees: list[Ligne] = []
    vus: set[UUID] = set()
    for i, objet in enumerate(objets):
        exiger_un_objet(objet.fiche_action, objet.axe, objet.decision, champ=f"objets.{i}")
        genre = next(g for g in ("fiche_action", "axe", "decision") if getattr(objet, g) is not None)
        cle = await cle_de(ctx.acteur, genre, getattr(objet, genre), f"objets.{i}")
        if cle is None or cle in vus:
            continue
        vus.add(cle)
        autres = dict.fromkeys(("fiche_action", "axe", "decision"))
        rang = len(rangees) + 1
        rangees.append(
            {"id": ctx.cle(f"objet_de_point:{nom}:{rang}"), "point": point, "rang": rang, **autres, genre: cle}
        )
    return Liste(ObjetDePoint, "point", rangees)
