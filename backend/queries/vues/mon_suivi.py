"""What somebody has to do, over every governance where they have a profile, in a fixed number of statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from backend.queries.fiches_action import signaux
from backend.queries.lecture import (
    RIEN,
    TOUT,
    Clause,
    Ligne,
    gouvernance_suivie,
    ligne,
    lignes,
    parmi,
    reunion_suivie,
)
from backend.queries.references import decision_suivie
from backend.queries.vues.reunions import comptes_rendus_en_retard
from fne_roadmaps.domain.dates import ajouter_mois
from fne_roadmaps.domain.droits import Acteur, Droit
from fne_roadmaps.domain.enums import (
    Avancement,
    EtatDemande,
    EtatDepot,
    EtatReunion,
    Instruction,
    RoleActeur,
)
from fne_roadmaps.domain.suivi import SILENCE_MOIS

JOURS = 30
JOURS_DE_REUNIONS = 60
MOIS_DE_DECISIONS = 12
LIGNES_MAX = 200


@dataclass(frozen=True, slots=True)
class MonSuivi:
    """Rows by kind, each with its governance. ``feuilles`` are counts by roadmap, the latest of each governance."""

    structure: Ligne | None
    gouvernances: list[Ligne]
    feuilles: list[Ligne]
    fiches: list[Ligne]
    jalons: list[Ligne]
    demandes: list[Ligne]
    proposees: list[Ligne]
    decisions: list[Ligne]
    reunions: list[Ligne]
    relire: dict[UUID, int]
    aider: dict[UUID, int]
    comptes_rendus: list[Ligne]


async def lire_mon_suivi(acteur: Acteur, au: date) -> MonSuivi:
    """Thirteen statements, whatever there is to do."""
    ici = gouvernance_suivie(acteur, "r.gouvernance")
    return MonSuivi(
        structure=await ligne("SELECT id, code, nom FROM structure WHERE id = {}", acteur.structure),
        gouvernances=await _gouvernances(sorted(acteur.profils)),
        feuilles=await _feuilles(ici, au),
        fiches=await _fiches(acteur, ici, au),
        jalons=await _jalons(acteur, ici, au),
        demandes=await _demandes(acteur, ici),
        proposees=await _proposees(acteur, ici),
        decisions=await _decisions(acteur, au),
        reunions=await _reunions(acteur, au),
        relire=await _relire(parmi("r.gouvernance", sorted(acteur.gouvernances(Droit.REDIGER)))),
        aider=await _aider(acteur),
        comptes_rendus=await comptes_rendus_en_retard(acteur, au),
    )


async def _gouvernances(ids: list[UUID]) -> list[Ligne]:
    clause = parmi("g.id", ids)
    return await lignes(
        "SELECT g.id, g.code, g.nom, g.type, t.nom AS territoire FROM gouvernance g "
        f"JOIN territoire t ON t.id = g.territoire WHERE g.supprime_le IS NULL AND {clause.sql} ORDER BY g.code",
        *clause.valeurs,
    )


_DEPUIS = (
    "FROM fiche_action JOIN feuille_de_route r ON r.id = fiche_action.feuille_de_route AND r.supprime_le IS NULL "
    "LEFT JOIN axe a ON a.id = fiche_action.axe"
)
_COLONNES = (
    "fiche_action.id, fiche_action.titre, fiche_action.rang, fiche_action.numero_proposition, a.rang AS axe_rang, "
    "r.gouvernance, r.id AS feuille"
)
_VIVANTE = Clause("fiche_action.supprime_le IS NULL")


async def _feuilles(ici: Clause, au: date) -> list[Ligne]:
    """Counts of the roadmaps one follows: by avancement, the signals, what is to arbitrate."""
    suivie = signaux.a_suivre()
    instruire = parmi("fiche_action.instruction", [Instruction.PROPOSEE.value, Instruction.EN_INSTRUCTION.value])
    retenue = Clause("fiche_action.instruction = {}", (Instruction.RETENUE.value,))
    sommes = {
        "en_retard": signaux.en_retard(au),
        "orphelines": suivie & signaux.sans_pilote(),
        "muettes": signaux.sans_nouvelles(SILENCE_MOIS, au),
        "a_instruire": instruire,
        **{a.value: retenue & Clause("fiche_action.avancement = {}", (a.value,)) for a in Avancement},
    }
    colonnes = ", ".join(f"COALESCE(SUM(CASE WHEN {c.sql} THEN 1 ELSE 0 END), 0) AS {nom}" for nom, c in sommes.items())
    return await lignes(
        f"SELECT r.id, r.code, r.titre, r.gouvernance, r.annee, {colonnes} FROM feuille_de_route r "
        "LEFT JOIN fiche_action ON fiche_action.feuille_de_route = r.id AND fiche_action.supprime_le IS NULL "
        f"WHERE r.supprime_le IS NULL AND {ici.sql} GROUP BY r.id, r.code, r.titre, r.gouvernance, r.annee "
        "ORDER BY r.annee DESC, r.code",
        *(v for c in sommes.values() for v in c.valeurs),
        *ici.valeurs,
    )


def _tient(acteur: Acteur, *roles: RoleActeur) -> Clause:
    """Fiches where the reader's organisation has one of these roles; none without an organisation."""
    if acteur.structure is None:
        return RIEN
    qui = parmi("x.role", [r.value for r in roles])
    return Clause(
        f"EXISTS (SELECT 1 FROM acteur x WHERE x.fiche_action = fiche_action.id AND x.structure = {{}} AND {qui.sql})",
        (acteur.structure, *qui.valeurs),
    )


def _pilotees(acteur: Acteur) -> Clause:
    return _tient(acteur, RoleActeur.PILOTE, RoleActeur.CO_PILOTE)


async def _fiches(acteur: Acteur, ici: Clause, au: date) -> list[Ligne]:
    """Late or silent fiches the organisation pilots, the late ones first."""
    retard, silence = signaux.en_retard(au), signaux.sans_nouvelles(SILENCE_MOIS, au)
    voulues = ici & _VIVANTE & _pilotees(acteur) & (retard | silence)
    return await lignes(
        f"SELECT {_COLONNES}, fiche_action.nouvelles_le, fiche_action.fin_dernier, "
        f"CASE WHEN {retard.sql} THEN 1 ELSE 0 END AS en_retard {_DEPUIS} WHERE {voulues.sql} "
        "ORDER BY en_retard DESC, fiche_action.fin_dernier NULLS LAST, fiche_action.nouvelles_le NULLS FIRST, "
        "fiche_action.id LIMIT {}",
        *retard.valeurs,
        *voulues.valeurs,
        LIGNES_MAX,
    )


async def _jalons(acteur: Acteur, ici: Clause, au: date) -> list[Ligne]:
    """Undone steps of fiches the organisation pilots, past or within thirty days."""
    voulues = ici & _VIVANTE & _pilotees(acteur) & signaux.a_suivre()
    return await lignes(
        f"SELECT {_COLONNES}, j.titre AS jalon, j.date_edtf, j.date_premier, j.date_dernier, j.date_recu {_DEPUIS} "
        f"JOIN jalon j ON j.fiche_action = fiche_action.id WHERE {voulues.sql} AND j.fait_le IS NULL "
        "AND COALESCE(j.date_premier, j.date_dernier) <= {} ORDER BY j.date_dernier NULLS LAST, j.id LIMIT {}",
        *voulues.valeurs,
        au + timedelta(days=JOURS),
        LIGNES_MAX,
    )


async def _demandes(acteur: Acteur, ici: Clause) -> list[Ligne]:
    """Requests for news that wait for the organisation."""
    voulues = ici & _VIVANTE & (Clause("d.structure = {}", (acteur.structure,)) if acteur.structure else RIEN)
    return await lignes(
        f"SELECT {_COLONNES}, d.id AS demande, d.generation, d.echeance {_DEPUIS} "
        f"JOIN demande_de_nouvelles d ON d.fiche_action = fiche_action.id WHERE {voulues.sql} AND d.etat = {{}} "
        "AND d.supprime_le IS NULL ORDER BY d.echeance NULLS LAST, d.id LIMIT {}",
        *voulues.valeurs,
        EtatDemande.ENVOYEE.value,
        LIGNES_MAX,
    )


async def _proposees(acteur: Acteur, ici: Clause) -> list[Ligne]:
    """Fiches the organisation proposed, and where they are; those that still wait first."""
    voulues = ici & _VIVANTE & _tient(acteur, RoleActeur.PROPOSEUR)
    return await lignes(
        f"SELECT {_COLONNES}, fiche_action.instruction {_DEPUIS} WHERE {voulues.sql} "
        "ORDER BY CASE WHEN fiche_action.instruction = {} THEN 1 ELSE 0 END, a.rang NULLS FIRST, "
        "fiche_action.rang NULLS FIRST, fiche_action.numero_proposition, fiche_action.id LIMIT {}",
        *voulues.valeurs,
        Instruction.RETENUE.value,
        LIGNES_MAX,
    )


async def _decisions(acteur: Acteur, au: date) -> list[Ligne]:
    """Decisions the organisation answers for: those with a due date, and the others for a year."""
    if acteur.structure is None:
        voulues = RIEN
    else:
        voulues = Clause("decision.responsable = {}", (acteur.structure,)) & (
            TOUT if acteur.systeme else decision_suivie(acteur)
        )
    return await lignes(
        "SELECT decision.id, decision.code, decision.texte, decision.gouvernance, decision.reunion, decision.numero, "
        "decision.echeance_edtf, decision.echeance_premier, decision.echeance_dernier, decision.echeance_recu "
        f"FROM decision WHERE {voulues.sql} AND decision.supprime_le IS NULL "
        "AND (decision.echeance_dernier IS NOT NULL OR decision.date_dernier >= {}) "
        "ORDER BY decision.echeance_dernier NULLS LAST, decision.code LIMIT {}",
        *voulues.valeurs,
        ajouter_mois(au, -MOIS_DE_DECISIONS),
        LIGNES_MAX,
    )


async def _reunions(acteur: Acteur, au: date) -> list[Ligne]:
    """Meetings to come within sixty days that the reader may follow; ``siege``: its organisation sits there."""
    etats = parmi("m.etat", [e.value for e in (EtatReunion.A_DATER, EtatReunion.CONVOQUEE, EtatReunion.EN_SEANCE)])
    siege = parmi("m.instance", acteur.sieges)
    voulues = reunion_suivie(acteur, "m") & etats
    return await lignes(
        "SELECT m.id, m.titre, m.exemple, m.gouvernance, m.date_edtf, m.date_premier, m.date_dernier, m.date_recu, "
        "m.heure_debut, m.lieu, m.lien_visio, g.nom AS g_nom, g.type AS g_type, t.nom AS g_territoire, "
        f"CASE WHEN {siege.sql} THEN 1 ELSE 0 END AS siege FROM reunion m JOIN gouvernance g ON g.id = m.gouvernance "
        f"JOIN territoire t ON t.id = g.territoire WHERE {voulues.sql} AND m.supprime_le IS NULL "
        "AND m.date_dernier >= {} AND m.date_premier <= {} ORDER BY m.date_premier, m.heure_debut NULLS LAST, m.id "
        "LIMIT {}",
        *siege.valeurs,
        *voulues.valeurs,
        au,
        au + timedelta(days=JOURS_DE_REUNIONS),
        LIGNES_MAX,
    )


async def _relire(ou: Clause) -> dict[UUID, int]:
    """By roadmap one writes: what came in without an account and waits to be read. Two statements."""
    deposees = await lignes(
        "SELECT r.id, COUNT(*) AS n FROM depot d JOIN appel_a_fiches c ON c.id = d.appel "
        "JOIN feuille_de_route r ON r.id = c.feuille_de_route JOIN fiche_action f ON f.id = d.fiche_action "
        f"WHERE {ou.sql} AND d.etat = {{}} AND d.supprime_le IS NULL AND f.supprime_le IS NULL "
        "AND f.instruction = {} GROUP BY r.id",
        *ou.valeurs,
        EtatDepot.SOUMIS.value,
        Instruction.PROPOSEE.value,
    )
    repondues = await lignes(
        "SELECT r.id, COUNT(*) AS n FROM demande_de_nouvelles d JOIN fiche_action f ON f.id = d.fiche_action "
        f"JOIN feuille_de_route r ON r.id = f.feuille_de_route WHERE {ou.sql} AND d.etat = {{}} "
        "AND d.supprime_le IS NULL AND f.supprime_le IS NULL GROUP BY r.id",
        *ou.valeurs,
        EtatDemande.REPONDUE.value,
    )
    comptes: dict[UUID, int] = {}
    for r in (*deposees, *repondues):
        comptes[r["id"]] = comptes.get(r["id"], 0) + r["n"]
    return comptes


async def _aider(acteur: Acteur) -> dict[UUID, int]:
    """By roadmap: deposits being written that name the organisation as their helper."""
    ou = parmi("r.gouvernance", sorted(acteur.gouvernances(Droit.PROPOSER)))
    siens = ou & (Clause("d.aide = {}", (acteur.structure,)) if acteur.structure else RIEN)
    rangees = await lignes(
        "SELECT r.id, COUNT(*) AS n FROM depot d JOIN appel_a_fiches c ON c.id = d.appel "
        f"JOIN feuille_de_route r ON r.id = c.feuille_de_route WHERE {siens.sql} AND d.etat = {{}} "
        "AND d.supprime_le IS NULL GROUP BY r.id",
        *siens.valeurs,
        EtatDepot.EN_COURS.value,
    )
    return {r["id"]: r["n"] for r in rangees}
