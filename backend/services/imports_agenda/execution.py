"""Creating the meetings of an agenda: all together, each once however often the same agenda comes."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.imports_agenda import Terrain, lire_terrain
from backend.queries.references import charger, cle_de
from backend.services.commands.imports_agenda import ImporterAgenda, ReunionImportee
from backend.services.commands.reunions import ChangerEtatReunion, CreerReunion, ModifierReunion
from backend.services.ecriture import ecriture, inserer, verrouiller
from backend.services.reunions import tenue
from fne_roadmaps.domain.dates import DateIncertaine, NatureDate
from fne_roadmaps.domain.enums import EtatReunion, PorteeReunion, TypeTerritoire
from fne_roadmaps.domain.errors import ReglesViolees, RegleViolee
from fne_roadmaps.tables.gouvernances import Gouvernance
from fne_roadmaps.tables.imports_agenda import ImportAgenda

RIEN = "Rien n’est choisi : cochez au moins une réunion."
_PORTEES = {
    TypeTerritoire.PAYS: PorteeReunion.NATIONALE,
    TypeTerritoire.REGION: PorteeReunion.REGIONALE,
    TypeTerritoire.BASSIN_DE_VIE: PorteeReunion.BASSIN_DE_VIE,
}


def etat_a_la_creation(date_connue: DateIncertaine | None, au: date) -> EtatReunion:
    """A day that has passed was held, a day to come is convened, everything less exact waits for its date.

    An agenda does not say whether a meeting took place: the person corrects the few that did not.
    """
    if date_connue is None or date_connue.nature not in {NatureDate.JOUR, NatureDate.DUREE}:
        return EtatReunion.A_DATER
    passee = date_connue.dernier is not None and date_connue.dernier < au
    return EtatReunion.TENUE if passee else EtatReunion.CONVOQUEE


async def importer_agenda(ctx: Contexte, commande: ImporterAgenda) -> UUID:
    """Create what is not there yet; the key of the import tells what was done. Raises ReglesViolees by meeting."""
    async with ecriture():
        return await _importer(ctx, commande)


async def _importer(ctx: Contexte, commande: ImporterAgenda) -> UUID:
    gouvernance = await charger(ctx.acteur, "gouvernance", commande.gouvernance)
    await verrouiller(Gouvernance, gouvernance["id"])
    terrain = await lire_terrain(ctx.acteur, gouvernance["id"])
    if not commande.reunions:
        raise RegleViolee("reunions", RIEN)
    connues = {r["source"]: r for r in terrain.reunions if r["source"]}
    creees: list[dict[str, Any]] = []
    laissees: list[dict[str, Any]] = []
    refus: list[RegleViolee] = []
    for rang, reunion in enumerate(commande.reunions):
        deja = connues.get(reunion.source)
        if deja is not None:
            laissees.append({"titre": reunion.titre, "code": deja["code"]})
            continue
        try:
            creee = await _creer(ctx, terrain, reunion)
        except RegleViolee as cause:
            refus.append(RegleViolee(f"reunions.{rang}.{cause.champ}", cause.message))
            continue
        creees.append(creee)
        if reunion.source:
            connues[reunion.source] = creee
    if refus:
        raise ReglesViolees(refus)
    cle = ctx.cle(f"import_agenda:{gouvernance['code']}:{ctx.requete}")
    contenu = json.dumps({"reunions": creees, "laissees": laissees, "restes": commande.restes}, ensure_ascii=False)
    trace = {"id": cle, "auteur": ctx.acteur.identifiant, "gouvernance": gouvernance["id"], "contenu": contenu}
    await inserer(ImportAgenda, [{**trace, "fait_le": ctx.maintenant}])
    return cle


async def _creer(ctx: Contexte, terrain: Terrain, r: ReunionImportee) -> dict[str, Any]:
    """One meeting, through the same doors as if it were typed: created, then moved or postponed when it was."""
    instance = await cle_de(ctx.acteur, "instance", r.instance, "instance")
    motif = f"Selon l’agenda importé : « {r.titre} » est {r.etat.libelle.lower()}." if r.etat else None
    etat = etat_a_la_creation(r.date, ctx.au)
    if r.etat is EtatReunion.ANNULEE:
        etat = EtatReunion.ANNULEE
    elif r.etat is EtatReunion.REPORTEE and etat is EtatReunion.TENUE:
        etat = EtatReunion.CONVOQUEE
    deplacee = r.date_avant is not None and r.date is not None and r.etat is None
    cle = await tenue._creer(
        ctx,
        CreerReunion(
            gouvernance=str(terrain.gouvernance["id"]),
            instance=str(instance) if instance else None,
            genre=r.genre,
            portee=await _portee(ctx, terrain, r),
            territoire=r.territoire,
            titre=r.titre,
            etat=EtatReunion.CONVOQUEE if deplacee else etat,
            motif=motif if etat is EtatReunion.ANNULEE else None,
            date=r.date_avant if deplacee else r.date,
            confirmee=r.confirmee,
            heure_debut=None if deplacee else r.heure_debut,
            heure_fin=None if deplacee else r.heure_fin,
            jour_annonce=None if deplacee else r.jour_annonce,
            lieu=r.lieu,
            lien_visio=r.lien_visio,
            note=r.note,
            source=r.source,
        ),
    )
    if deplacee:
        await _deplacer(ctx, cle, r, etat)
    if r.etat is EtatReunion.REPORTEE:
        await tenue._changer_etat(ctx, str(cle), None, ChangerEtatReunion(etat=r.etat, motif=motif))
    rangee = await charger(ctx.acteur, "reunion", cle)
    return {"reunion": str(cle), "code": rangee["code"], "titre": rangee["titre"], "version": rangee["version"]}


async def _deplacer(ctx: Contexte, cle: UUID, r: ReunionImportee, etat: EtatReunion) -> None:
    """The day it moved from goes to its history."""
    motif = "Reportée, selon l’agenda importé."
    nouvelle = {"date": r.date, "heure_debut": r.heure_debut, "heure_fin": r.heure_fin, "motif": motif}
    await tenue._modifier(ctx, str(cle), None, ModifierReunion(**nouvelle))
    if etat is EtatReunion.TENUE:
        await tenue._changer_etat(ctx, str(cle), None, ChangerEtatReunion(etat=etat))


async def _portee(ctx: Contexte, terrain: Terrain, r: ReunionImportee) -> PorteeReunion:
    if r.instance:
        return PorteeReunion.INSTANCE
    type_ = terrain.territoire["type"]
    if r.territoire:
        type_ = (await charger(ctx.acteur, "territoire", r.territoire))["type"]
    return _PORTEES.get(TypeTerritoire(type_), PorteeReunion.DEPARTEMENTALE)
