"""The whole history of a fiche, act by act: who, when, which field, before, after, why; its news among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from backend.queries.lecture import Clause, Ligne, ligne, lignes, par_cle, parmi

PAR_PAGE = 25
CHAMP_NOUVELLE = "nouvelle"
_CLE = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_DE_LA_FICHE = (
    "j.concept = 'fiche_action' AND j.objet = {}",
    "j.concept = 'nouvelle' AND j.objet IN (SELECT n.id FROM nouvelle n WHERE n.fiche_action = {})",
)


@dataclass(frozen=True, slots=True)
class Filtre:
    """One field, or every one (« nouvelle » for the news); between two days included, where the governance is."""

    champ: str | None = None
    depuis: date | None = None
    jusque: date | None = None
    fuseau: str = "Europe/Paris"

    def clause(self, fiche: UUID) -> Clause:
        """Entries of the fiche it keeps; « debut » and « fin » stand for the columns of a date."""
        sienne, nouvelle = (Clause(sql, (fiche,)) for sql in _DE_LA_FICHE)
        if self.champ == CHAMP_NOUVELLE:
            clause = nouvelle
        elif self.champ:
            clause = sienne & Clause("j.champ IN ({}, {})", (self.champ, f"{self.champ}_edtf"))
        else:
            clause = sienne | nouvelle
        zone = ZoneInfo(self.fuseau)
        if self.depuis:
            clause = clause & Clause("j.le >= {}", (datetime.combine(self.depuis, time.min, zone),))
        if self.jusque and self.jusque < date.max:
            fin = datetime.combine(self.jusque + timedelta(days=1), time.min, zone)
            clause = clause & Clause("j.le < {}", (fin,))
        return clause


@dataclass(frozen=True, slots=True)
class Historique:
    """Acts of one page, newest first, each the entries written together; ``noms`` of what the entries point to."""

    actes: list[list[Ligne]]
    total: int
    champs: list[str]
    noms: dict[str, str]


async def lire_historique(fiche: UUID, filtre: Filtre, page: int) -> Historique:
    """One page of acts. Five statements; the caller has checked who reads."""
    clause = filtre.clause(fiche)
    actes = await _actes(clause, clause, PAR_PAGE, (page - 1) * PAR_PAGE)
    noms = await _noms(e for acte in actes for e in acte)
    compte = await ligne(
        f"SELECT COUNT(DISTINCT j.requete) AS total FROM entree_journal j WHERE {clause.sql}", *clause.valeurs
    )
    toutes = Filtre().clause(fiche)
    champs = await lignes(
        f"SELECT DISTINCT j.concept, j.champ FROM entree_journal j WHERE {toutes.sql}", *toutes.valeurs
    )
    presents = {CHAMP_NOUVELLE if c["concept"] == "nouvelle" else c["champ"] for c in champs}
    return Historique(actes, int(compte["total"]) if compte else 0, sorted(filter(None, presents)), noms)


async def derniers_actes(fiche: UUID, combien: int) -> list[list[Ligne]]:
    """The last acts that changed the fiche, news alone aside, newest first. Two statements."""
    sienne = Clause(_DE_LA_FICHE[0], (fiche,)) & Clause("j.champ IS NULL OR j.champ <> 'nouvelles_le'")
    return await _actes(sienne, Filtre().clause(fiche), combien, 0)


async def _actes(clause: Clause, entieres: Clause, combien: int, sauf: int) -> list[list[Ligne]]:
    """Acts of ``clause``, newest first, each the entries of ``entieres`` written by one request.

    Authors are told by organisation and function, never by name; ``retiree`` marks entries about news taken back.
    """
    requetes = await lignes(
        f"SELECT j.requete FROM entree_journal j WHERE {clause.sql} GROUP BY j.requete "
        "ORDER BY MAX(j.le) DESC, j.requete DESC LIMIT {} OFFSET {}",
        *clause.valeurs,
        combien,
        sauf,
    )
    voulues = entieres & parmi("j.requete", [r["requete"] for r in requetes])
    entrees = await lignes(
        "SELECT j.le, j.requete, j.concept, j.objet, j.action, j.champ, j.avant, j.apres, j.pourquoi, j.acteur, "
        "s.nom AS structure, p.fonction, n.structure AS signataire, "
        "CASE WHEN n.supprime_le IS NULL THEN 0 ELSE 1 END AS retiree FROM entree_journal j "
        "LEFT JOIN compte c ON c.identifiant = j.acteur LEFT JOIN structure s ON s.id = c.structure "
        "LEFT JOIN poste p ON p.id = c.poste LEFT JOIN nouvelle n ON n.id = j.objet "
        f"WHERE {voulues.sql} ORDER BY j.concept, j.champ NULLS FIRST, j.id",
        *voulues.valeurs,
    )
    par_requete = par_cle(entrees, "requete")
    return [par_requete[r["requete"]] for r in requetes]


async def _noms(entrees: Iterable[Ligne]) -> dict[str, str]:
    """Names of what the entries point to by key: organisations, functions, territories, axes. One statement."""
    textes = (e[sens] for e in entrees for sens in ("avant", "apres") if e["concept"] == "fiche_action" and e[sens])
    cles = [UUID(cle) for cle in sorted({cle for texte in textes for cle in _CLE.findall(texte)})]
    clause = parmi("id", cles)
    rangees = await lignes(
        f"SELECT id, nom FROM structure WHERE {clause.sql} UNION ALL SELECT id, fonction AS nom FROM poste "
        f"WHERE {clause.sql} UNION ALL SELECT id, nom FROM territoire WHERE {clause.sql} "
        f"UNION ALL SELECT id, titre AS nom FROM axe WHERE {clause.sql}",
        *clause.valeurs * 4,
    )
    return {str(r["id"]): r["nom"] for r in rangees if r["nom"]}
