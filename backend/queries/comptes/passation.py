"""What a post holds in a governance, and would hand over with it; what the last handing over did."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from backend.queries.lecture import Ligne, ligne, lignes, parmi
from fne_roadmaps.domain.enums import EtatDemande, RoleActeur
from fne_roadmaps.domain.errors import NonTrouve

ACTION = "passation"
"""How the journal names a handing over."""

_DANS_LA_GOUVERNANCE = (
    "(po.structure IN (SELECT structure FROM membre WHERE gouvernance = {} AND supprime_le IS NULL) "
    "OR po.id IN (SELECT c.poste FROM compte c JOIN profil_de_compte p ON p.compte = c.id WHERE p.gouvernance = {}))"
)


@dataclass(frozen=True, slots=True)
class Passation:
    """The post, who holds it by an account, and what goes with it: seats, fiches, requests waiting, profiles."""

    poste: Ligne
    compte: Ligne | None
    sieges: list[Ligne]
    fiches: list[Ligne]
    demandes: list[Ligne]
    profils: list[Ligne]


@dataclass(frozen=True, slots=True)
class PassationFaite:
    """The last handing over of a post: ``ouvert`` once whoever arrived has opened their account.

    ``fait`` is what the journal keeps of it, keys and days as text.
    """

    cle: UUID
    le: datetime
    ouvert: bool
    fait: dict[str, Any]


async def postes_de_gouvernance(gouvernance: UUID, au: date) -> list[Ligne]:
    """Posts of the members of a governance, or served by one of its accounts. One statement.

    ``compte`` is who holds it by an account. ``ici``: something here hangs on it, or its structure is a member of this
    governance alone: a structure of several departments has posts that are nobody's business here.
    """
    return await lignes(
        "SELECT po.id, po.code, po.fonction, s.nom AS structure, "
        "(SELECT MIN(c.nom) FROM compte c JOIN profil_de_compte p ON p.compte = c.id WHERE c.poste = po.id "
        "AND c.supprime_le IS NULL AND p.gouvernance = {} AND (p.fin IS NULL OR p.fin >= {})) AS compte, "
        "CASE WHEN po.id IN (SELECT c.poste FROM compte c JOIN profil_de_compte p ON p.compte = c.id "
        "WHERE p.gouvernance = {} AND c.poste IS NOT NULL) "
        "OR po.id IN (SELECT g.poste FROM siege g JOIN instance i ON i.id = g.instance WHERE i.gouvernance = {} "
        "AND g.poste IS NOT NULL AND g.supprime_le IS NULL) "
        "OR po.id IN (SELECT x.poste FROM acteur x JOIN fiche_action f ON f.id = x.fiche_action "
        "JOIN feuille_de_route r ON r.id = f.feuille_de_route WHERE r.gouvernance = {} AND x.poste IS NOT NULL) "
        "OR NOT EXISTS (SELECT 1 FROM membre m WHERE m.structure = po.structure AND m.gouvernance <> {} "
        "AND m.supprime_le IS NULL) THEN 1 ELSE 0 END AS ici "
        "FROM poste po JOIN structure s ON s.id = po.structure "
        f"WHERE po.supprime_le IS NULL AND {_DANS_LA_GOUVERNANCE} ORDER BY s.nom, po.fonction, po.id",
        gouvernance,
        au,
        gouvernance,
        gouvernance,
        gouvernance,
        gouvernance,
        gouvernance,
        gouvernance,
    )


async def lire_passation(gouvernance: UUID, poste: UUID, au: date) -> Passation:
    """What handing the post over would move there. Six statements. Raises NonTrouve."""
    trouve = await ligne(
        "SELECT po.id, po.code, po.fonction, po.structure, po.version, s.nom AS structure_nom FROM poste po "
        "JOIN structure s ON s.id = po.structure WHERE po.id = {} AND po.supprime_le IS NULL "
        f"AND {_DANS_LA_GOUVERNANCE}",
        poste,
        gouvernance,
        gouvernance,
    )
    if trouve is None:
        raise NonTrouve("Ce poste")
    compte = await ligne(
        "SELECT c.* FROM compte c JOIN profil_de_compte p ON p.compte = c.id WHERE c.poste = {} "
        "AND c.supprime_le IS NULL AND p.gouvernance = {} AND (p.fin IS NULL OR p.fin >= {}) ORDER BY c.cree_le DESC",
        poste,
        gouvernance,
        au,
    )
    return Passation(
        trouve,
        compte,
        await _sieges(gouvernance, poste, au),
        await _fiches(gouvernance, poste),
        await _demandes(gouvernance, poste),
        await _profils(compte, au),
    )


async def _sieges(gouvernance: UUID, poste: UUID, au: date) -> list[Ligne]:
    return await lignes(
        "SELECT i.id, i.code, i.nom FROM siege g JOIN instance i ON i.id = g.instance WHERE g.poste = {} "
        "AND i.gouvernance = {} AND g.supprime_le IS NULL AND i.supprime_le IS NULL AND (g.fin IS NULL OR g.fin >= {}) "
        "ORDER BY i.code",
        poste,
        gouvernance,
        au,
    )


async def _fiches(gouvernance: UUID, poste: UUID) -> list[Ligne]:
    return await lignes(
        "SELECT DISTINCT f.id, f.titre FROM acteur x JOIN fiche_action f ON f.id = x.fiche_action "
        "JOIN feuille_de_route r ON r.id = f.feuille_de_route WHERE x.poste = {} AND r.gouvernance = {} "
        "AND f.supprime_le IS NULL AND x.role IN ({}, {}) ORDER BY f.titre, f.id",
        poste,
        gouvernance,
        RoleActeur.PILOTE.value,
        RoleActeur.CO_PILOTE.value,
    )


async def _demandes(gouvernance: UUID, poste: UUID) -> list[Ligne]:
    return await lignes(
        "SELECT d.id, d.courriel, d.generation, d.version, f.titre, r.titre AS feuille FROM demande_de_nouvelles d "
        "JOIN fiche_action f ON f.id = d.fiche_action JOIN feuille_de_route r ON r.id = f.feuille_de_route "
        "WHERE d.poste = {} AND r.gouvernance = {} AND d.etat = {} AND d.supprime_le IS NULL ORDER BY f.titre, d.id",
        poste,
        gouvernance,
        EtatDemande.ENVOYEE.value,
    )


async def _profils(compte: Ligne | None, au: date) -> list[Ligne]:
    return await lignes(
        "SELECT p.id, p.profil, p.gouvernance, g.code, g.nom FROM profil_de_compte p "
        "JOIN gouvernance g ON g.id = p.gouvernance WHERE p.compte = {} AND (p.fin IS NULL OR p.fin >= {}) "
        "ORDER BY g.code",
        compte and compte["id"],
        au,
    )


async def derniere_passation(gouvernance: UUID, poste: UUID) -> PassationFaite | None:
    """The last handing over of the post there, unless it was undone. Two statements at most."""
    trouvee = await ligne(
        "SELECT id, le, action, apres FROM entree_journal WHERE concept = {} AND objet = {} AND gouvernance = {} "
        "AND action IN ({}, {}) ORDER BY le DESC, id DESC LIMIT 1",
        "poste",
        poste,
        gouvernance,
        ACTION,
        "annuler_passation",
    )
    if trouvee is None or trouvee["action"] != ACTION:
        return None
    fait: dict[str, Any] = json.loads(trouvee["apres"])
    arrive = fait.get("arrive")
    compte = await ligne("SELECT mot_de_passe FROM compte WHERE id = {}", UUID(arrive)) if arrive else None
    return PassationFaite(trouvee["id"], trouvee["le"], bool(compte and compte["mot_de_passe"]), fait)


async def demandes_transmises(cles: Sequence[UUID], avant: datetime) -> list[Ligne]:
    """Requests a passation moved and that still wait, with the address each had before. One statement."""
    voulues = parmi("d.id", cles)
    return await lignes(
        "SELECT d.id, d.generation, d.version, f.titre, r.titre AS feuille, "
        "(SELECT c.destinataire FROM courriel c WHERE c.objet_lie = d.id AND c.cree_le < {} "
        "ORDER BY c.cree_le DESC, c.id LIMIT 1) AS ancienne FROM demande_de_nouvelles d "
        "JOIN fiche_action f ON f.id = d.fiche_action JOIN feuille_de_route r ON r.id = f.feuille_de_route "
        f"WHERE {voulues.sql} AND d.etat = {{}} AND d.supprime_le IS NULL ORDER BY f.titre, d.id",
        avant,
        *voulues.valeurs,
        EtatDemande.ENVOYEE.value,
    )
