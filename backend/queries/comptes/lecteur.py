"""Accounts: from a key to the reader, with its profiles and the seats its structure holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from backend.queries.lecture import Clause, Ligne, ligne, lignes
from fne_roadmaps.domain.comptes import SessionTenue
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import Profil


@dataclass(frozen=True, slots=True)
class Session:
    """An open session: its key, its account, and whether its last use is to be written again."""

    cle: UUID
    compte: UUID
    a_rafraichir: bool


async def session_de(empreinte: str, instant: datetime) -> Session | None:
    """The open session of a cookie; None when it is closed, expired, unused too long, or never was. One statement."""
    trouvee = await ligne(
        "SELECT s.id, s.compte, s.vue_le, s.expire_le, s.fermee_le FROM session_de_compte s "
        "JOIN compte c ON c.id = s.compte WHERE s.empreinte = {} AND c.supprime_le IS NULL",
        empreinte,
    )
    if trouvee is None:
        return None
    tenue = SessionTenue(trouvee["vue_le"], trouvee["expire_le"], trouvee["fermee_le"])
    if not tenue.ouverte(instant):
        return None
    return Session(trouvee["id"], trouvee["compte"], tenue.a_rafraichir(instant))


async def acteur_de(cle: UUID | str, au: date) -> Acteur | None:
    """The reader an account stands for, by key or identifier; None when there is no such account. Two statements."""
    designe = Clause("c.id = {}", (cle,)) if isinstance(cle, UUID) else Clause("c.identifiant = {}", (cle,))
    rangees = await lignes(
        "SELECT c.id, c.identifiant, c.nom, c.structure, c.courriel, c.poste, p.gouvernance, p.profil FROM compte c "
        "LEFT JOIN profil_de_compte p ON p.compte = c.id AND (p.debut IS NULL OR p.debut <= {}) "
        "AND (p.fin IS NULL OR p.fin >= {}) "
        f"WHERE c.supprime_le IS NULL AND {designe.sql}",
        au,
        au,
        *designe.valeurs,
    )
    if not rangees:
        return None
    compte = rangees[0]
    sieges, invitations = await _convie_a(compte, au)
    return Acteur(
        identifiant=compte["identifiant"],
        nom=compte["nom"],
        profils={r["gouvernance"]: Profil(r["profil"]) for r in rangees if r["profil"]},
        sieges=sieges,
        invitations=invitations,
        cle=compte["id"],
        structure=compte["structure"],
    )


async def _convie_a(compte: Ligne, au: date) -> tuple[frozenset[UUID], frozenset[UUID]]:
    """Instances where the structure, or one of its posts, holds a seat on that day; meetings the account was mailed
    an invitation to, at its address or for its post.
    """
    rangees = await lignes(
        "SELECT 'siege' AS par, g.instance AS cle FROM siege g JOIN instance i ON i.id = g.instance "
        "LEFT JOIN poste p ON p.id = g.poste WHERE g.supprime_le IS NULL AND i.supprime_le IS NULL "
        "AND (g.structure = {} OR p.structure = {}) AND (g.debut IS NULL OR g.debut <= {}) "
        "AND (g.fin IS NULL OR g.fin >= {}) "
        "UNION SELECT 'invitation' AS par, v.reunion AS cle FROM invitation v WHERE v.supprime_le IS NULL "
        "AND v.envoyee_le IS NOT NULL AND (v.courriel = {} OR v.poste = {})",
        compte["structure"],
        compte["structure"],
        au,
        au,
        compte["courriel"],
        compte["poste"],
    )
    return (
        frozenset(r["cle"] for r in rangees if r["par"] == "siege"),
        frozenset(r["cle"] for r in rangees if r["par"] == "invitation"),
    )


async def comptes() -> list[Ligne]:
    """Every account, with its profile and territory in each governance; what a demonstration offers. One statement."""
    return await lignes(
        "SELECT c.id, c.identifiant, c.nom, p.profil, g.code, t.nom AS territoire FROM compte c "
        "LEFT JOIN profil_de_compte p ON p.compte = c.id LEFT JOIN gouvernance g ON g.id = p.gouvernance "
        "LEFT JOIN territoire t ON t.id = g.territoire WHERE c.supprime_le IS NULL ORDER BY c.identifiant, g.code"
    )
