"""What stands around every page: the region, the hub's own comitology, and the governance one is in."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from backend.queries.lecture import Ligne, gouvernance_lisible, ligne
from backend.queries.references import charger
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_gouvernance
from fne_roadmaps.domain.enums import EtatDemande, EtatDepot, Instruction, TypeGouvernance, TypeTerritoire


@dataclass(frozen=True, slots=True)
class Reperes:
    """``region`` is None unless the database holds exactly one; ``hub`` is the code of the hub's comitology."""

    region: str | None
    hub: str | None
    gouvernances: int


async def reperes(acteur: Acteur) -> Reperes:
    """One statement."""
    lisible = gouvernance_lisible(acteur, "g")
    visible = f"FROM gouvernance g WHERE g.supprime_le IS NULL AND {lisible.sql} AND g.type"
    trouvee = await ligne(
        "SELECT (SELECT COUNT(*) FROM territoire WHERE type = {} AND supprime_le IS NULL) AS regions, "
        "(SELECT MIN(nom) FROM territoire WHERE type = {} AND supprime_le IS NULL) AS region, "
        f"(SELECT MIN(g.code) {visible} = {{}}) AS hub, (SELECT COUNT(*) {visible} <> {{}}) AS gouvernances",
        TypeTerritoire.REGION.value,
        TypeTerritoire.REGION.value,
        *lisible.valeurs,
        TypeGouvernance.HUB.value,
        *lisible.valeurs,
        TypeGouvernance.HUB.value,
    )
    if trouvee is None:
        raise LookupError("une lecture sans table ne rend rien")
    return Reperes(
        region=trouvee["region"] if trouvee["regions"] == 1 else None,
        hub=trouvee["hub"],
        gouvernances=trouvee["gouvernances"],
    )


@dataclass(frozen=True, slots=True)
class Lieu:
    """A governance as the band of its pages shows it; ``feuille`` is its latest roadmap.

    ``propositions`` counts what waits there for the reader: what came in without an account, or what its structure
    helps to write; None when that is no business of the reader.
    """

    gouvernance: Ligne
    ouverte: bool
    feuille: UUID | None
    propositions: int | None = None


_A_RELIRE = (
    "(SELECT COUNT(*) FROM depot d JOIN appel_a_fiches a ON a.id = d.appel JOIN fiche_action fa "
    "ON fa.id = d.fiche_action AND fa.supprime_le IS NULL WHERE a.feuille_de_route = f.id AND d.supprime_le IS NULL "
    "AND d.etat = {} AND fa.instruction = {}) + (SELECT COUNT(*) FROM demande_de_nouvelles d JOIN fiche_action fa "
    "ON fa.id = d.fiche_action AND fa.supprime_le IS NULL WHERE fa.feuille_de_route = f.id "
    "AND d.supprime_le IS NULL AND d.etat = {}) AS a_relire"
)
_AIDES = (
    "(SELECT COUNT(*) FROM depot d JOIN appel_a_fiches a ON a.id = d.appel WHERE a.feuille_de_route = f.id "
    "AND d.supprime_le IS NULL AND d.etat = {} AND d.aide = {}) AS aides"
)


async def lieu(acteur: Acteur, gouvernance: UUID) -> Lieu:
    """The governance of a page the reader already has the right to. One statement. Raises LookupError."""
    trouvee = await ligne(
        "SELECT g.id, g.code, g.nom, g.type, t.nom AS t_nom, t.du_nom, t.fuseau, f.id AS feuille, "
        f"{_A_RELIRE}, {_AIDES} FROM gouvernance g "
        "JOIN territoire t ON t.id = g.territoire LEFT JOIN feuille_de_route f ON f.gouvernance = g.id "
        "AND f.supprime_le IS NULL WHERE g.id = {} ORDER BY f.annee DESC, f.code DESC LIMIT 1",
        EtatDepot.SOUMIS.value,
        Instruction.PROPOSEE.value,
        EtatDemande.REPONDUE.value,
        EtatDepot.EN_COURS.value,
        acteur.structure,
        gouvernance,
    )
    if trouvee is None:
        raise LookupError(f"gouvernance {gouvernance}")
    droits = droits_sur_gouvernance(acteur, gouvernance)
    propositions = trouvee["a_relire"] if Droit.REDIGER in droits else None
    if propositions is None and Droit.PROPOSER in droits:
        propositions = trouvee["aides"] or None
    return Lieu(trouvee, Droit.SUIVRE in droits, trouvee["feuille"], propositions)


async def lieu_de(acteur: Acteur, reference: str) -> Lieu:
    """The governance a key or a code names. Two statements. Raises NonTrouve."""
    return await lieu(acteur, (await charger(acteur, "gouvernance", reference))["id"])
