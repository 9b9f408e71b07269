"""What a person reads of their own account, and an administrator of those of a governance."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from backend.queries.lecture import Ligne, ligne, lignes
from fne_roadmaps.domain.comptes import INACTIVITE
from fne_roadmaps.domain.errors import NonTrouve


async def mon_compte(compte: UUID | None, au: date) -> tuple[Ligne, list[Ligne]]:
    """The account and its profiles in force, by governance. Two statements. Raises NonTrouve."""
    trouve = await ligne(
        "SELECT c.id, c.identifiant, c.nom, c.courriel, c.version, c.mot_de_passe IS NOT NULL AS a_mot_de_passe, "
        "s.nom AS structure, p.fonction FROM compte c LEFT JOIN structure s ON s.id = c.structure "
        "LEFT JOIN poste p ON p.id = c.poste WHERE c.id = {} AND c.supprime_le IS NULL",
        compte,
    )
    if trouve is None:
        raise NonTrouve("Ce compte")
    profils = await lignes(
        "SELECT p.profil, g.id, g.code, g.nom FROM profil_de_compte p JOIN gouvernance g ON g.id = p.gouvernance "
        "WHERE p.compte = {} AND (p.fin IS NULL OR p.fin >= {}) AND g.supprime_le IS NULL ORDER BY g.code",
        compte,
        au,
    )
    return trouve, profils


async def sessions_de(compte: UUID | None, instant: datetime) -> list[Ligne]:
    """Open sessions of an account, the last used first. One statement."""
    return await lignes(
        "SELECT id, empreinte, appareil, ouverte_le, vue_le FROM session_de_compte WHERE compte = {} "
        "AND fermee_le IS NULL AND expire_le > {} AND vue_le > {} ORDER BY vue_le DESC, id",
        compte,
        instant,
        instant - INACTIVITE,
    )


async def comptes_de_gouvernance(gouvernance: UUID, au: date) -> list[Ligne]:
    """Accounts with a profile in force there, with organisation and post, and whether they were ever opened."""
    return await lignes(
        "SELECT c.id, c.identifiant, c.nom, c.courriel, c.mot_de_passe IS NOT NULL AS ouvert, p.profil, "
        "s.nom AS structure, po.id AS poste, po.fonction FROM profil_de_compte p JOIN compte c ON c.id = p.compte "
        "LEFT JOIN structure s ON s.id = c.structure LEFT JOIN poste po ON po.id = c.poste "
        "WHERE p.gouvernance = {} AND c.supprime_le IS NULL AND (p.debut IS NULL OR p.debut <= {}) "
        "AND (p.fin IS NULL OR p.fin >= {}) ORDER BY s.nom NULLS LAST, c.nom, c.id",
        gouvernance,
        au,
        au,
    )


async def structures_a_servir() -> list[Ligne]:
    """Organisations an account may serve, by name. One statement."""
    return await lignes("SELECT id, nom FROM structure WHERE supprime_le IS NULL ORDER BY nom, id")
