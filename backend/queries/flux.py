"""Calendar feeds: those of an account, and the meetings one shows to who reads it now.

Rights are those of the account at the moment of reading: a feed never shows more than its pages would.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from hmac import compare_digest
from uuid import UUID

from backend.queries.agendas import (
    Adresses,
    Portee,
    evenements,
    portee_gouvernance,
    portee_instance,
    portee_region,
    portee_reunion,
)
from backend.queries.comptes import acteur_de
from backend.queries.lecture import Clause, Ligne, ligne, lignes, parmi, reunion_suivie
from backend.queries.references import charger
from exports.payloads import EvenementDoc
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import EtatReunion, PorteeFlux, TypeTerritoire
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee

FUSEAU = "Europe/Paris"
PAR_LOT = 400


@dataclass(frozen=True, slots=True)
class Selection:
    """What a feed shows: its name and zone, then each meeting by its key, with the marks of what its event prints."""

    portee: Portee
    reunions: list[Ligne]

    def nommee(self, nom: str) -> Selection:
        """The same, under the name its owner gave it."""
        return replace(self, portee=replace(self.portee, nom=nom))


async def flux_de(acteur: Acteur) -> list[Ligne]:
    """Feeds of an account, newest first; revoked ones too. One statement."""
    return await lignes(
        "SELECT * FROM flux_agenda WHERE compte = {} AND supprime_le IS NULL ORDER BY cree_le DESC, id", acteur.cle
    )


async def flux_du_secret(empreinte: str, au: date) -> tuple[Ligne, Acteur] | None:
    """The living feed of a secret, and the account it reads for. Three statements."""
    trouve = await ligne(
        "SELECT * FROM flux_agenda WHERE empreinte = {} AND revoque_le IS NULL AND supprime_le IS NULL", empreinte
    )
    if trouve is None or not compare_digest(trouve["empreinte"], empreinte):
        return None
    acteur = await acteur_de(trouve["compte"], au)
    return (trouve, acteur) if acteur else None


async def portee_du_flux(acteur: Acteur, portee: PorteeFlux, cible: UUID | str | None) -> Portee:
    """What a feed shows. Raises NonTrouve, or RegleViolee when it names nothing."""
    if portee is PorteeFlux.MES_REUNIONS:
        return Portee("Mes réunions", "Les réunions où siège ou intervient ma structure", FUSEAU, _miennes(acteur))
    if cible is None:
        raise RegleViolee("cible", "Dites de quoi ce flux est l’agenda.")
    reference = str(cible)
    if portee is PorteeFlux.INSTANCE:
        return await portee_instance(acteur, reference)
    if portee is PorteeFlux.GOUVERNANCE:
        return await portee_gouvernance(acteur, reference)
    if portee is PorteeFlux.REGION:
        return await portee_region(acteur, reference)
    if portee is PorteeFlux.STRUCTURE:
        structure = await charger(acteur, "structure", reference)
        return Portee(structure["nom"], f"Réunions : {structure['nom']}", FUSEAU, _de_structure(structure["id"]))
    return await portee_reunion(acteur, reference)


async def selection(acteur: Acteur, portee: Portee) -> Selection:
    """The meetings of a scope the reader follows, drafts left out, deleted ones kept as cancelled. One statement."""
    clause = reunion_suivie(acteur, "r") & portee.clause & Clause("r.etat <> {}", (EtatReunion.BROUILLON.value,))
    return Selection(portee, await _choisies(clause))


async def selection_publique(code: str) -> Selection:
    """The meetings of a governance that opened itself to the public. Raises NonTrouve when it did not."""
    trouvee = await ligne(
        "SELECT g.id, g.nom, t.fuseau FROM gouvernance g JOIN territoire t ON t.id = g.territoire "
        "WHERE g.code = {} AND g.publique = {} AND g.supprime_le IS NULL",
        code,
        True,
    )
    if trouvee is None:
        raise NonTrouve("Cet agenda")
    clause = Clause("r.gouvernance = {}", (trouvee["id"],)) & Clause("r.etat <> {}", (EtatReunion.BROUILLON.value,))
    portee = Portee(trouvee["nom"], f"Réunions : {trouvee['nom']}", trouvee["fuseau"], clause)
    return Selection(portee, await _choisies(clause, contenu=False))


async def _choisies(clause: Clause, *, contenu: bool = True) -> list[Ligne]:
    """Every meeting, with the marks of all that its event prints; ``contenu``: its agenda and minutes are of it."""
    de_plus = (
        ", (SELECT MAX(p.maj_le) FROM point_ordre_du_jour p WHERE p.reunion = r.id) AS points"
        ", (SELECT MAX(c.maj_le) FROM compte_rendu c WHERE c.reunion = r.id) AS compte_rendu"
    )
    return await lignes(
        "SELECT r.id, r.version, i.version AS i_version, t.version AS t_version, gt.version AS gt_version"
        f"{de_plus if contenu else ''} FROM reunion r "
        "LEFT JOIN instance i ON i.id = r.instance LEFT JOIN territoire t ON t.id = r.territoire "
        "JOIN gouvernance g ON g.id = r.gouvernance JOIN territoire gt ON gt.id = g.territoire "
        f"WHERE {clause.sql} ORDER BY r.id",
        *clause.valeurs,
    )


async def evenements_par_lots(cles: list[UUID], adresses: Adresses, *, publique: bool) -> dict[UUID, EvenementDoc]:
    """What a calendar is told of each meeting already chosen; five statements for every four hundred."""
    docs: dict[UUID, EvenementDoc] = {}
    for debut in range(0, len(cles), PAR_LOT):
        docs |= await evenements(cles[debut : debut + PAR_LOT], adresses, publique=publique)
    return docs


def _de_structure(structure: UUID) -> Clause:
    """Meetings where the structure holds a role, or of a body where it, or one of its posts, sits."""
    return Clause(
        "(r.id IN (SELECT reunion FROM role_en_reunion WHERE structure = {}) OR r.instance IN "
        "(SELECT s.instance FROM siege s LEFT JOIN poste p ON p.id = s.poste WHERE s.supprime_le IS NULL "
        "AND (s.structure = {} OR p.structure = {})))",
        (structure, structure, structure),
    )


def _miennes(acteur: Acteur) -> Clause:
    siennes = parmi("r.instance", acteur.sieges) | parmi("r.id", acteur.invitations)
    return siennes | _de_structure(acteur.structure) if acteur.structure else siennes


async def regions() -> list[Ligne]:
    """Regions a feed may be of. One statement."""
    return await lignes(
        "SELECT id, code, nom FROM territoire WHERE type = {} AND supprime_le IS NULL ORDER BY nom",
        TypeTerritoire.REGION.value,
    )
