"""A meeting as it is prepared and held: agenda, attendance, decisions, in a fixed number of statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.queries.lecture import Clause, Ligne, lignes, reunion_suivie
from backend.queries.references import charger
from backend.queries.reunions import DECISIONS
from backend.queries.seances import (
    chaines_de,
    objets_de,
    points_de,
    presences_de,
    sieges_de,
    suites_de,
)
from backend.queries.valeurs import Forme, former
from backend.queries.vues.listes import tout_lister
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_reunion
from fne_roadmaps.domain.enums import EtatCompteRendu, EtatPoint, EtatReunion, ModeDecision

_FORME = Forme(mots={"etat": EtatReunion, "mode_decision": ModeDecision}, dates=("date",))


@dataclass(frozen=True, slots=True)
class SeanceVue:
    """``reunion`` holds the columns of the row and the names around it; ``points`` those of the agenda, in order.

    ``objets``, ``chaines`` and ``suites`` are by item; ``presences`` those of seats and of guests. ``figee``: the
    meeting is cancelled, or its minutes are out.
    """

    reunion: Ligne
    points: list[Ligne]
    objets: dict[UUID, list[Ligne]]
    chaines: dict[UUID, list[Ligne]]
    suites: dict[UUID, Ligne]
    decisions: list[Ligne]
    sieges: list[Ligne]
    presences: list[Ligne]
    droits: frozenset[Droit]
    figee: bool

    @property
    def vivants(self) -> list[Ligne]:
        """Items that are on the agenda."""
        return [p for p in self.points if p["etat"] is not EtatPoint.RETIRE]

    @property
    def ecrit(self) -> bool:
        """The reader may change what is here."""
        return Droit.REUNIR in self.droits and not self.figee


async def lire_seance(
    acteur: Acteur, reference: str | UUID, au: date, decisions: list[Ligne] | None = None
) -> SeanceVue:
    """Everything the pages of an agenda and of a sitting say. Twelve statements. Raises NonTrouve.

    ``decisions`` are those of the meeting when the page has read them already: two statements less.
    """
    brute = await charger(
        acteur,
        "reunion",
        reference,
        colonnes="reunion.*, instance.nom AS instance_nom, instance.code AS instance_code, instance.quorum, "
        "instance.mode_decision, (SELECT c.etat FROM compte_rendu c WHERE c.reunion = reunion.id "
        "AND c.supprime_le IS NULL) AS compte_rendu",
        jointures="LEFT JOIN instance ON instance.id = reunion.instance",
    )
    cle = brute["id"]
    points = await points_de(cle)
    sorti = brute["compte_rendu"] not in {None, EtatCompteRendu.BROUILLON.value}
    associees = await lignes("SELECT gouvernance FROM reunion_associee WHERE reunion = {}", cle)
    gouvernances = [brute["gouvernance"], *(a["gouvernance"] for a in associees)]
    etat = EtatReunion(brute["etat"])
    return SeanceVue(
        reunion={**former(brute, _FORME), "date_premier": brute["date_premier"]},
        points=points,
        objets=await objets_de(acteur, cle),
        chaines=await chaines_de(acteur, cle),
        suites=await suites_de(acteur, [p["id"] for p in points]),
        decisions=await tout_lister(acteur, DECISIONS, {"reunion": str(cle)}, au) if decisions is None else decisions,
        sieges=await sieges_de(brute, au),
        presences=await presences_de(cle),
        droits=droits_sur_reunion(acteur, gouvernances, cle, brute["instance"], etat),
        figee=sorti or etat is EtatReunion.ANNULEE,
    )


async def reunions_suivantes(acteur: Acteur, reunion: Ligne) -> list[Ligne]:
    """Later living meetings of the same body, into which an item may be carried over. One statement."""
    meme = (
        Clause("r.instance = {}", (reunion["instance"],))
        if reunion["instance"]
        else Clause("r.gouvernance = {} AND r.instance IS NULL", (reunion["gouvernance"],))
    )
    clause = reunion_suivie(acteur, "r") & meme
    if reunion["date_premier"] is not None:
        clause &= Clause("r.date_dernier IS NULL OR r.date_dernier >= {}", (reunion["date_premier"],))
    finies = (EtatReunion.TENUE.value, EtatReunion.ANNULEE.value)
    return await lignes(
        "SELECT r.id, r.code, r.titre, r.date_edtf, r.date_premier, r.date_dernier, r.date_recu, r.exemple "
        "FROM reunion r WHERE r.id <> {} AND r.supprime_le IS NULL AND r.etat NOT IN ({}, {}) "
        f"AND {clause.sql} ORDER BY r.date_premier NULLS LAST, r.code LIMIT 50",
        reunion["id"],
        *finies,
        *clause.valeurs,
    )
