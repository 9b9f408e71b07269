"""What waits to be treated in a meeting: read as facts, from which ``domain.seances`` makes an agenda."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from backend.queries.fiches_action.liste import numero_de_fiche
from backend.queries.fiches_action.signaux import a_suivre, sans_nouvelles
from backend.queries.lecture import Clause, Ligne, date_de, gouvernance_suivie, lignes, parmi
from backend.queries.references import decision_suivie
from backend.queries.seances.approbations import a_approuver
from exports.formats import complement_de_date
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import EtatAdoption, EtatFeuille, EtatPoint, EtatReunion, Instruction, SuiviDecision
from fne_roadmaps.domain.seances import Fait, GenreProposition

MOIS_SANS_NOUVELLES = 6
JOURS_DE_JALONS = 30
"""A jalon is due when it may fall within so many days after the meeting."""
FAITS_MAX = 100
"""Of each kind: an agenda treats no more, and the page says how many it left out."""

_G = GenreProposition
_FICHE = (
    "fiche_action.id AS cle, fiche_action.titre, fiche_action.rang, fiche_action.numero_proposition, "
    "axe.rang AS axe_rang, fiche_action.instruction, fiche_action.nouvelles_le"
)
_DE_FICHE = (
    "FROM fiche_action JOIN feuille_de_route f ON f.id = fiche_action.feuille_de_route "
    "LEFT JOIN axe ON axe.id = fiche_action.axe"
)
_ORDRE = "ORDER BY f.code, axe.rang NULLS LAST, fiche_action.rang NULLS LAST, fiche_action.numero_proposition LIMIT {}"


async def faits_a_traiter(acteur: Acteur, reunion: Ligne, au: date) -> tuple[list[Fait], set[UUID]]:
    """The same as ``a_traiter``, as the domain reads it."""
    trouves, deja = await a_traiter(acteur, reunion, au)
    return [Fait(t["genre"], t["cle"], t["titre"]) for t in trouves], deja


async def a_traiter(acteur: Acteur, reunion: Ligne, au: date) -> tuple[list[Ligne], set[UUID]]:
    """What waits, by kind: ``genre``, ``cle``, ``titre``, ``code``, and ``jour``, the day that makes it wait.

    Then the keys the agenda of the meeting already speaks of; minutes are told by
    the title of the item that approves them. Seven statements.
    """
    ici = await lignes(
        "SELECT p.titre, p.reporte_de, o.fiche_action, o.decision FROM point_ordre_du_jour p "
        "LEFT JOIN objet_de_point o ON o.point = p.id WHERE p.reunion = {} AND p.supprime_le IS NULL AND p.etat <> {}",
        reunion["id"],
        EtatPoint.RETIRE.value,
    )
    deja = {r[c] for r in ici for c in ("reporte_de", "fiche_action", "decision") if r[c] is not None}
    trouves = [
        *await _approbations(acteur, reunion),
        *await _points(reunion),
        *await _decisions(acteur, reunion, au),
        *await _fiches(acteur, reunion, _arbitrage(), _G.ARBITRAGE),
        *await _fiches(acteur, reunion, sans_nouvelles(MOIS_SANS_NOUVELLES, au), _G.SANS_NOUVELLES),
        *await _jalons(acteur, reunion, au),
    ]
    titres = {r["titre"] for r in ici}
    return trouves, deja | {t["cle"] for t in trouves if t["genre"] is _G.APPROBATION and t["titre"] in titres}


async def _approbations(acteur: Acteur, reunion: Ligne) -> list[Ligne]:
    """« Approbation du compte rendu du 18 juin 2024 », for each minutes of the body that circulates."""
    rangees = await a_approuver(acteur, reunion["id"], reunion["instance"], reunion["date_dernier"])
    return [
        {
            "genre": _G.APPROBATION,
            "cle": r["cle"],
            "titre": complement_de_date("Approbation du compte rendu", date_de(r)),
            "code": r["code"],
            "jour": r["diffuse_le"].date() if r["diffuse_le"] else None,
        }
        for r in rangees[:FAITS_MAX]
    ]


async def _points(reunion: Ligne) -> list[Ligne]:
    """Items nobody finished in the meetings of the same body held before, that none has taken up since."""
    meme = (
        Clause("r.instance = {}", (reunion["instance"],))
        if reunion["instance"]
        else Clause("r.gouvernance = {} AND r.instance IS NULL", (reunion["gouvernance"],))
    )
    avant = Clause("1 = 1")
    if reunion["date_dernier"] is not None:
        avant = Clause("r.date_premier IS NULL OR r.date_premier <= {}", (reunion["date_dernier"],))
    clause = meme & avant & parmi("r.etat", [EtatReunion.TENUE.value, EtatReunion.ANNULEE.value])
    rangees = await lignes(
        "SELECT p.id AS cle, p.titre, r.code, r.date_premier AS jour FROM point_ordre_du_jour p "
        "JOIN reunion r ON r.id = p.reunion WHERE p.supprime_le IS NULL AND r.supprime_le IS NULL AND r.id <> {} "
        "AND p.etat IN ({}, {}) AND NOT EXISTS (SELECT 1 FROM point_ordre_du_jour q JOIN reunion s ON s.id = q.reunion "
        "WHERE q.reporte_de = p.id AND q.supprime_le IS NULL AND q.etat <> {} AND s.supprime_le IS NULL) "
        f"AND {clause.sql} ORDER BY r.date_premier DESC NULLS LAST, r.code, p.rang LIMIT {{}}",
        reunion["id"],
        EtatPoint.A_TRAITER.value,
        EtatPoint.REPORTE.value,
        EtatPoint.RETIRE.value,
        *clause.valeurs,
        FAITS_MAX,
    )
    return [{**r, "genre": _G.POINT} for r in rangees]


async def _decisions(acteur: Acteur, reunion: Ligne, au: date) -> list[Ligne]:
    """Decisions of the governance taken, not done, whose last possible due day is past; those of its body first."""
    clause = (
        decision_suivie(acteur)
        & Clause("decision.gouvernance = {} AND decision.echeance_dernier < {}", (reunion["gouvernance"], au))
        & Clause("decision.adoption = {}", (EtatAdoption.ADOPTEE.value,))
        & parmi("decision.suivi", [SuiviDecision.A_FAIRE.value, SuiviDecision.EN_COURS.value])
    )
    rangees = await lignes(
        "SELECT decision.id AS cle, decision.texte AS titre, decision.code, decision.echeance_dernier AS jour, "
        "decision.instance FROM decision "
        f"WHERE decision.supprime_le IS NULL AND {clause.sql} ORDER BY decision.echeance_dernier, decision.code "
        "LIMIT {}",
        *clause.valeurs,
        FAITS_MAX,
    )
    siennes = sorted(rangees, key=lambda d: d["instance"] != reunion["instance"])
    return [{**d, "genre": _G.DECISION} for d in siennes]


def _arbitrage() -> Clause:
    attente = [Instruction.PROPOSEE.value, Instruction.EN_INSTRUCTION.value]
    return parmi("fiche_action.instruction", attente)


def _vivante(acteur: Acteur, reunion: Ligne) -> Clause:
    """Fiches of the open roadmaps of the meeting's governance."""
    return (
        gouvernance_suivie(acteur, "f.gouvernance")
        & Clause("f.gouvernance = {} AND f.etat <> {}", (reunion["gouvernance"], EtatFeuille.CLOSE.value))
        & Clause("f.supprime_le IS NULL AND fiche_action.supprime_le IS NULL")
    )


async def _fiches(acteur: Acteur, reunion: Ligne, choix: Clause, genre: GenreProposition) -> list[Ligne]:
    clause = _vivante(acteur, reunion) & choix
    rangees = await lignes(
        f"SELECT {_FICHE}, fiche_action.nouvelles_le AS jour {_DE_FICHE} WHERE {clause.sql} {_ORDRE}",
        *clause.valeurs,
        FAITS_MAX,
    )
    return [{**r, "code": numero_de_fiche(r), "genre": genre} for r in rangees]


async def _jalons(acteur: Acteur, reunion: Ligne, au: date) -> list[Ligne]:
    """Fiches to follow whose oldest undone jalon may fall before so many days after the meeting."""
    horizon = max(reunion["date_dernier"] or au, au) + timedelta(days=JOURS_DE_JALONS)
    clause = _vivante(acteur, reunion) & a_suivre()
    rangees = await lignes(
        f"SELECT {_FICHE}, MIN(COALESCE(j.date_premier, j.date_dernier)) AS jour {_DE_FICHE} "
        "JOIN jalon j ON j.fiche_action = fiche_action.id AND j.fait_le IS NULL "
        f"WHERE {clause.sql} GROUP BY fiche_action.id, axe.rang, f.code "
        f"HAVING MIN(COALESCE(j.date_premier, j.date_dernier)) <= {{}} {_ORDRE}",
        *clause.valeurs,
        horizon,
        FAITS_MAX,
    )
    return [{**r, "code": numero_de_fiche(r), "genre": _G.JALON, "jour": _jour(r["jour"])} for r in rangees]


def _jour(calcule: date | str) -> date:
    """SQLite gives the text of a day that comes from a calculation."""
    return date.fromisoformat(calcule) if isinstance(calcule, str) else calcule
