"""The minutes of a year as one document: of a body, or of a whole governance."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from backend.queries.comptes_rendus.liste import comptes_rendus_de, comptes_rendus_par_instance, d_une_instance
from backend.queries.gouvernances import lire_gouvernance
from backend.queries.instances import lire_instance
from backend.queries.lecture import Ligne
from exports.payloads import CompilationDoc, GroupeDoc, OrganismeDoc
from fne_roadmaps.domain.droits import Acteur, Droit, exiger
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee


async def compilation_d_une_instance(acteur: Acteur, reference: str | UUID, annee: int, au: date) -> CompilationDoc:
    """Minutes of a body that went out. Raises NonTrouve, RegleViolee for a year without any."""
    instance = await lire_instance(acteur, reference, au)
    exiger(instance["droits"], Droit.SUIVRE, "Cette instance")
    docs = await comptes_rendus_de(acteur, d_une_instance(instance["id"]), annee)
    if not docs:
        raise RegleViolee("annee", f"Aucun compte rendu de {annee} n’est diffusé pour cette instance.")
    return CompilationDoc(
        reference=instance["code"],
        gouvernance_nom=instance["gouvernance"]["nom"],
        instance=instance["nom"],
        annee=annee,
        porteurs=docs[0].porteurs,
        reunions=tuple(docs),
        arrete_au=au,
        exemple=any(d.exemple for d in docs),
    )


async def compilation_d_une_gouvernance(acteur: Acteur, reference: str | UUID, annee: int, au: date) -> CompilationDoc:
    """Minutes of a governance the reader may open, body by body. Raises NonTrouve, RegleViolee for a year without."""
    gouvernance = await lire_gouvernance(acteur, reference, au)
    groupes = await groupes_lisibles(acteur, gouvernance, annee)
    if not groupes:
        raise RegleViolee("annee", f"Aucun compte rendu de {annee} n’est diffusé dans cette gouvernance.")
    return CompilationDoc(
        reference=gouvernance["code"],
        gouvernance_nom=gouvernance["nom"],
        annee=annee,
        porteurs=tuple(OrganismeDoc(nom=p["nom"]) for p in gouvernance["porteurs"]),
        groupes=tuple(GroupeDoc(nom=g["nom"], reunions=tuple(r["doc"] for r in g["rendus"])) for g in groupes),
        arrete_au=au,
        exemple=any(r["doc"].exemple for g in groupes for r in g["rendus"]),
    )


async def groupes_lisibles(acteur: Acteur, gouvernance: Ligne, annee: int) -> list[Ligne]:
    """Minutes of the year by body; none is an answer for who follows the governance only. Raises NonTrouve."""
    groupes = await comptes_rendus_par_instance(acteur, gouvernance["id"], annee)
    if not groupes and Droit.SUIVRE not in gouvernance["droits"]:
        raise NonTrouve("Ces comptes rendus")
    return groupes
