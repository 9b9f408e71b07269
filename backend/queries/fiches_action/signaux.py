"""What a fiche asks attention for, in SQL: the rules of ``fne_roadmaps.domain.fiches_action``, tested together."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from backend.queries.lecture import Clause, parmi
from fne_roadmaps.domain.dates import ajouter_mois
from fne_roadmaps.domain.enums import Avancement, EtatFeuille, EtatReunion, Instruction, RoleActeur, TypeInstance
from fne_roadmaps.domain.fiches_action import TERMINES
from fne_roadmaps.domain.territoires import FUSEAU_HEXAGONE


class Repere(StrEnum):
    """A day named by what happened: the last COPIL held, the last signature or official presentation."""

    COPIL = "copil"
    SIGNATURE = "signature"


_FINIS = tuple(a.value for a in Avancement if a in TERMINES)


def a_suivre() -> Clause:
    """Retained, neither réalisée nor abandonnée."""
    finie = parmi("fiche_action.avancement", _FINIS)
    # « NOT », so that no engine reads the index of a column that most fiches of every roadmap answer.
    return Clause("fiche_action.instruction = {}", (Instruction.RETENUE.value,)) & Clause(
        f"NOT ({finie.sql})", finie.valeurs
    )


def en_retard(au: date) -> Clause:
    """Late on that day: the last possible day of the end, or of an undone jalon, is past."""
    # The oldest jalon, and not EXISTS: after OR, PostgreSQL would read the jalons of every other roadmap.
    depassee = Clause(
        "fiche_action.fin_dernier < {} OR (SELECT MIN(j.date_dernier) FROM jalon j "
        "WHERE j.fiche_action = fiche_action.id AND j.fait_le IS NULL) < {}",
        (au, au),
    )
    # COALESCE: an unknown end must answer « no », so that the contrary holds too.
    return a_suivre() & Clause(f"COALESCE(({depassee.sql}), {{}})", (*depassee.valeurs, False))


def sans_nouvelles(mois: int, au: date) -> Clause:
    """To follow, and silent for that many months."""
    silence = Clause("fiche_action.nouvelles_le IS NULL OR fiche_action.nouvelles_le < {}", (ajouter_mois(au, -mois),))
    return a_suivre() & silence


def sans_pilote() -> Clause:
    """No organisation pilots it, whatever its state."""
    return Clause(
        "NOT EXISTS (SELECT 1 FROM acteur x WHERE x.fiche_action = fiche_action.id AND x.role = {})",
        (RoleActeur.PILOTE.value,),
    )


def jalon_a_venir(jours: int, au: date) -> Clause:
    """To follow, with an undone jalon that may fall from that day to so many days later, both included."""
    return a_suivre() & Clause(
        "EXISTS (SELECT 1 FROM jalon j WHERE j.fiche_action = fiche_action.id AND j.fait_le IS NULL "
        "AND COALESCE(j.date_premier, j.date_dernier) IS NOT NULL AND (j.date_dernier IS NULL OR j.date_dernier >= {}) "
        "AND (j.date_premier IS NULL OR j.date_premier <= {}))",
        (au, au + timedelta(days=jours)),
    )


def echeance_a_venir(jours: int, au: date) -> Clause:
    """To follow, with an end or an undone jalon that may fall from that day to so many days later, both included."""
    fin = Clause(
        "COALESCE(fiche_action.fin_premier, fiche_action.fin_dernier) IS NOT NULL "
        "AND (fiche_action.fin_dernier IS NULL OR fiche_action.fin_dernier >= {}) "
        "AND (fiche_action.fin_premier IS NULL OR fiche_action.fin_premier <= {})",
        (au, au + timedelta(days=jours)),
    )
    return a_suivre() & (fin | jalon_a_venir(jours, au))


def sans_besoin() -> Clause:
    """Nobody has told what it needs."""
    return Clause("fiche_action.besoin IS NULL")


def sans_meteo() -> Clause:
    """Nobody has told its weather."""
    return Clause("fiche_action.meteo IS NULL")


def financee_en(annee: int, au: date) -> Clause:
    """Some financing of that year is told, whatever the amount."""
    return Clause(
        "EXISTS (SELECT 1 FROM financement x WHERE x.fiche_action = fiche_action.id AND x.annee = {})", (annee,)
    )


def modifiee_depuis(repere: date | Repere, au: date) -> Clause:
    """Written or changed on that day or after; a day named by what happened is its first possible day.

    Nothing when what names the day never happened.
    """
    if isinstance(repere, Repere):
        jour = _REPERES[repere]
        return Clause(f"fiche_action.maj_le >= ({jour})", (au,))
    debut = datetime.combine(repere, time(), ZoneInfo(FUSEAU_HEXAGONE))
    return Clause("fiche_action.maj_le >= {}", (debut,))


_REPERES = {
    Repere.COPIL: (
        "SELECT MAX(r.date_premier) FROM reunion r JOIN instance i ON i.id = r.instance "
        f"WHERE i.type = '{TypeInstance.COPIL.value}' AND r.etat = '{EtatReunion.TENUE.value}' "
        "AND r.supprime_le IS NULL AND r.gouvernance = feuille_de_route.gouvernance AND r.date_premier <= {}"
    ),
    Repere.SIGNATURE: (
        "SELECT MAX(e.date_premier) FROM etape e WHERE e.feuille_de_route = fiche_action.feuille_de_route "
        f"AND e.etat IN ('{EtatFeuille.SIGNEE.value}', '{EtatFeuille.PRESENTEE.value}') "
        "AND e.supprime_le IS NULL AND e.date_premier <= {}"
    ),
}
