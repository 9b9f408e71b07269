"""What goes on from one meeting to the next: items carried over with their history, and the agenda prepared."""

from __future__ import annotations

from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.references import charger
from backend.queries.seances.propositions import faits_a_traiter
from backend.services.commands.seances import ObjetSaisi, PreparerOrdreDuJour
from backend.services.ecriture import changer, ecriture, verrouiller
from backend.services.reunions.acces import QUOI_POINT, tenir_reunion
from backend.services.reunions.points import ajouter, copie_de
from fne_roadmaps.domain.droits import Droit, droits_sur_reunion, exiger
from fne_roadmaps.domain.enums import EtatPoint, EtatReunion
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.domain.seances import Fait, GenreProposition, exiger_report, proposer
from fne_roadmaps.tables.reunions import PointOrdreDuJour

_REPRIS = ("titre", "nature", "duree", "presentateur", "presentateur_nom", "texte", "exemple")


async def reporter_point(ctx: Contexte, point: UUID, vers: str) -> UUID:
    """Carry an item over into a later meeting of the same body, with what it is about. Returns the key of the copy.

    Asked twice for the same meeting, it is done once.
    """
    async with ecriture():
        return await _reporter(ctx, point, vers)


async def _reporter(ctx: Contexte, point: UUID, vers: str) -> UUID:
    trouve = await ligne("SELECT * FROM point_ordre_du_jour WHERE id = {} AND supprime_le IS NULL", point)
    if trouve is None:
        raise NonTrouve(QUOI_POINT)
    origine = await _origine(ctx, trouve)
    cible = await tenir_reunion(ctx, vers)
    # Locked after the meeting it goes to: every report takes them in this order.
    await verrouiller(PointOrdreDuJour, point)
    avant = await ligne("SELECT * FROM point_ordre_du_jour WHERE id = {}", point) or trouve
    return await _copier(ctx, avant, origine, cible)


async def _origine(ctx: Contexte, point: Ligne) -> Ligne:
    """The meeting of an item, for who may hold it; its minutes may be out: carrying over changes nothing said there."""
    try:
        reunion = await charger(ctx.acteur, "reunion", point["reunion"])
    except NonTrouve:
        raise NonTrouve(QUOI_POINT) from None
    droits = droits_sur_reunion(
        ctx.acteur, [reunion["gouvernance"]], reunion["id"], reunion["instance"], EtatReunion(reunion["etat"])
    )
    exiger(droits, Droit.REUNIR, QUOI_POINT)
    return reunion


async def _copier(ctx: Contexte, avant: Ligne, origine: Ligne, cible: Ligne) -> UUID:
    copie = await copie_de(avant["id"])
    if copie is not None:
        if copie["reunion"] == cible["id"]:
            return UUID(str(copie["id"]))
        raise RegleViolee("reunion", "Ce point est déjà à l’ordre du jour d’une réunion suivante.")
    exiger_report(
        meme_reunion=origine["id"] == cible["id"],
        meme_instance=(origine["gouvernance"], origine["instance"]) == (cible["gouvernance"], cible["instance"]),
        etat_cible=EtatReunion(cible["etat"]),
        plus_tard=_vient_apres(origine, cible),
    )
    if avant["etat"] not in {EtatPoint.A_TRAITER, EtatPoint.REPORTE}:
        raise RegleViolee("etat", f"Un point {EtatPoint(avant['etat']).libelle.lower()} ne se reporte pas.")
    if avant["etat"] == EtatPoint.A_TRAITER:
        await changer(
            ctx,
            PointOrdreDuJour,
            avant,
            None,
            {"etat": EtatPoint.REPORTE.value},
            gouvernance=origine["gouvernance"],
            action="reporter",
        )
    objets = await lignes(
        "SELECT fiche_action, axe, decision FROM objet_de_point WHERE point = {} ORDER BY rang", avant["id"]
    )
    lies = [ObjetSaisi(**{c: str(v) for c, v in o.items() if v is not None}) for o in objets]
    valeurs = {**{c: avant[c] for c in _REPRIS}, "reporte_de": avant["id"]}
    return await ajouter(ctx, cible, valeurs, lies, {"reporte_de": avant["id"], "titre": avant["titre"]})


def _vient_apres(origine: Ligne, cible: Ligne) -> bool:
    """Later as far as anybody knows: a meeting without a day may still come after."""
    premiere, derniere = origine["date_premier"], cible["date_dernier"]
    return premiere is None or derniere is None or derniere >= premiere


async def preparer_ordre_du_jour(ctx: Contexte, commande: PreparerOrdreDuJour) -> UUID:
    """Add the proposals the secretary kept, in one act. Returns the key of the meeting. Raises RegleViolee.

    What the agenda already holds is left out: asked twice, it is done once.
    """
    async with ecriture():
        return await _preparer(ctx, commande)


async def _preparer(ctx: Contexte, commande: PreparerOrdreDuJour) -> UUID:
    reunion = await tenir_reunion(ctx, commande.reunion)
    faits, deja = await faits_a_traiter(ctx.acteur, reunion, ctx.au)
    voulus: dict[GenreProposition, set[UUID]] = {
        GenreProposition.APPROBATION: set(commande.approbation),
        GenreProposition.POINT: set(commande.points),
        GenreProposition.DECISION: set(commande.decision),
        GenreProposition.ARBITRAGE: set(commande.arbitrage),
        GenreProposition.SANS_NOUVELLES: set(commande.sans_nouvelles),
        GenreProposition.JALON: set(commande.jalon),
    }
    gardes = [f for f in faits if f.cle in voulus[f.genre]]
    if not any(voulus.values()):
        raise RegleViolee("points", "Cochez au moins une proposition.")
    for proposition in proposer(gardes, deja):
        if proposition.genre is GenreProposition.POINT:
            await _reporter(ctx, proposition.faits[0].cle, str(reunion["id"]))
            continue
        valeurs = {"titre": proposition.titre, "nature": proposition.nature.value, "exemple": reunion["exemple"]}
        seul = proposition.genre is GenreProposition.APPROBATION
        objets = [] if seul else [_objet(f) for f in proposition.faits]
        await ajouter(ctx, reunion, valeurs, objets, {"titre": proposition.titre, "objets": objets})
    return UUID(str(reunion["id"]))


def _objet(fait: Fait) -> ObjetSaisi:
    if fait.genre is GenreProposition.DECISION:
        return ObjetSaisi(decision=str(fait.cle))
    return ObjetSaisi(fiche_action=str(fait.cle))
