"""Meetings as lists show them, and one meeting with all that hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from backend.queries.agendas import evenement
from backend.queries.comptes_rendus.un import compte_rendu_de
from backend.queries.instances import echeances_de
from backend.queries.invitations import invitations_de, la_sienne
from backend.queries.lecture import Clause, Ligne, date_de, lignes, parmi, reunion_suivie
from backend.queries.reunions import DECISIONS, lire_reunion
from backend.queries.seances.approbations import a_approuver
from backend.queries.vues.listes import tout_lister
from exports.payloads import EvenementDoc
from fne_roadmaps.domain.comptes_rendus import DELAI_JOURS, retard
from fne_roadmaps.domain.dates import cle_tri
from fne_roadmaps.domain.droits import Acteur, Droit, peut_dire_un_role
from fne_roadmaps.domain.enums import EtatCompteRendu, EtatReunion

AU_MOINS = "Au moins"
"""How the note of a meeting opens that stands for an unknown number of them."""

_COLONNES = (
    "r.*, i.nom AS i_nom, i.type AS i_type, t.nom AS t_nom, g.nom AS g_nom, g.type AS g_type, gt.nom AS gt_nom, "
    "(SELECT c.etat FROM compte_rendu c WHERE c.reunion = r.id AND c.supprime_le IS NULL) AS cr_etat, "
    "d.nom AS d_nom, a.date_edtf AS avant_edtf, a.date_premier AS avant_premier, a.date_dernier AS avant_dernier, "
    "a.date_recu AS avant_recu"
)
_JOINTURES = (
    "FROM reunion r JOIN gouvernance g ON g.id = r.gouvernance JOIN territoire gt ON gt.id = g.territoire "
    "LEFT JOIN instance i ON i.id = r.instance LEFT JOIN territoire t ON t.id = r.territoire "
    "LEFT JOIN territoire l ON l.id = COALESCE(r.territoire, i.territoire, g.territoire) "
    "LEFT JOIN territoire d "
    "ON d.id = CASE l.type WHEN 'departement' THEN l.id WHEN 'region' THEN NULL ELSE l.parent END "
    "LEFT JOIN date_anterieure a ON a.id = (SELECT x.id FROM date_anterieure x WHERE x.reunion = r.id "
    "AND x.supprime_le IS NULL ORDER BY x.cree_le DESC, x.id LIMIT 1)"
)


_A_CLORE = frozenset({EtatReunion.A_DATER, EtatReunion.CONVOQUEE, EtatReunion.EN_SEANCE})


def a_venir(au: date) -> Clause:
    """Meetings ``r`` not yet past on that day: the last possible day is still to come, or no day is known."""
    return Clause(
        "r.etat <> {} AND (COALESCE(r.date_dernier >= {}, {}) OR (r.date_dernier IS NULL AND r.etat <> {}))",
        (EtatReunion.TENUE.value, au, False, EtatReunion.ANNULEE.value),
    )


def sans_suite(au: date) -> Clause:
    """Meetings called for a day that is past, of which nobody said whether they took place. Examples are left out."""
    vivantes = (EtatReunion.A_DATER, EtatReunion.CONVOQUEE, EtatReunion.EN_SEANCE, EtatReunion.REPORTEE)
    return parmi("r.etat", [e.value for e in vivantes]) & Clause("r.date_dernier < {} AND r.exemple = {}", (au, False))


async def reunions(acteur: Acteur, choix: Clause, au: date) -> list[Ligne]:
    """Meetings ``r`` the reader may see among ``choix``, by date as known. Three statements.

    ``cadence`` is the words of the one in force in the instance on that day; ``avant_…`` the last date a meeting had
    before; ``a_venir`` the answer of the rule above; ``d_nom`` the département it is held in, None beyond one;
    ``retard_compte_rendu`` the days its minutes are late, for who holds the meetings of its governance.
    """
    visibles = reunion_suivie(acteur, "r") & choix
    venir = a_venir(au)
    trouvees = await lignes(
        f"SELECT {_COLONNES}, CASE WHEN {venir.sql} THEN 1 ELSE 0 END AS a_venir {_JOINTURES} "
        f"WHERE r.supprime_le IS NULL AND {visibles.sql}",
        *venir.valeurs,
        *visibles.valeurs,
    )
    echeances = await echeances_de({r["instance"] for r in trouvees if r["instance"]}, au)
    tenues = None if acteur.systeme else acteur.gouvernances(Droit.REUNIR)
    for reunion in trouvees:
        tient = tenues is None or reunion["gouvernance"] in tenues
        reunion["retard_compte_rendu"] = _retard(reunion, au) if tient else 0
        reunion["cadence"] = echeances[reunion["instance"]]["cadence"] if reunion["instance"] else None
    return sorted(trouvees, key=_ordre)


def _retard(r: Ligne, au: date) -> int:
    """A body owes the minutes of its meetings; examples owe nothing."""
    if r["exemple"] or r["instance"] is None:
        return 0
    rendu = EtatCompteRendu(r["cr_etat"]) if r["cr_etat"] else None
    return retard(EtatReunion(r["etat"]), r["date_premier"], r["date_dernier"], rendu, au)


async def comptes_rendus_en_retard(acteur: Acteur, au: date) -> list[Ligne]:
    """Meetings of a body whose minutes are late, with ``retard`` in days, the latest first, for who holds them.

    One statement.
    """
    tenues = parmi("r.gouvernance", acteur.gouvernances(Droit.REUNIR))
    rangees = await lignes(
        "SELECT r.id, r.titre, r.gouvernance, r.date_edtf, r.date_premier, r.date_dernier, r.date_recu FROM reunion r "
        "WHERE r.supprime_le IS NULL AND r.instance IS NOT NULL AND r.etat = {} AND r.exemple = {} "
        "AND r.date_dernier < {} AND NOT EXISTS (SELECT 1 FROM compte_rendu c WHERE c.reunion = r.id "
        f"AND c.supprime_le IS NULL AND c.etat <> {{}}) AND {tenues.sql} ORDER BY r.date_dernier DESC, r.code",
        EtatReunion.TENUE.value,
        False,
        au - timedelta(DELAI_JOURS),
        EtatCompteRendu.BROUILLON.value,
        *tenues.valeurs,
    )
    jours = [(r, retard(EtatReunion.TENUE, r["date_premier"], r["date_dernier"], None, au)) for r in rangees]
    return [{**r, "retard": n} for r, n in jours if n]


def _ordre(reunion: Ligne) -> tuple[object, ...]:
    return (*cle_tri(date_de(reunion)), reunion["heure_debut"] or "", reunion["code"])


@dataclass(frozen=True, slots=True)
class ReunionVue:
    """A meeting as ``lire_reunion`` gives it, the line of it in lists, its governances (its own first), its decisions.

    ``evenement`` is what a calendar is told of it, None for a draft. ``structures`` are those whose role the reader
    may say there, by name. ``compte_rendu`` are its minutes. ``invitations`` are those of who holds it, ``sienne`` the
    one the reader answers. ``a_approuver`` are minutes of former meetings that wait, for who is to close this one.
    """

    reunion: Ligne
    ligne: Ligne
    gouvernances: list[Ligne]
    decisions: list[Ligne]
    evenement: EvenementDoc | None
    structures: list[Ligne]
    compte_rendu: Ligne | None
    invitations: list[Ligne]
    sienne: Ligne | None
    a_approuver: list[Ligne]


async def lire_vue_reunion(acteur: Acteur, cle: UUID, au: date) -> ReunionVue:
    """Everything the page of a meeting says, in a fixed number of statements. Raises NonTrouve."""
    reunion = await lire_reunion(acteur, cle, au)
    (ligne,) = await reunions(acteur, Clause("r.id = {}", (cle,)), au)
    siennes = [reunion["gouvernance"]["id"], *(g["id"] for g in reunion["gouvernances_associees"])]
    clause = parmi("g.id", siennes)
    gouvernances = await lignes(
        "SELECT g.id, g.code, g.nom, g.type, t.nom AS t_nom FROM gouvernance g "
        f"JOIN territoire t ON t.id = g.territoire WHERE {clause.sql} ORDER BY g.code",
        *clause.valeurs,
    )
    options = await lignes("SELECT * FROM option_de_date WHERE reunion = {} ORDER BY rang", cle)
    anterieures = await lignes("SELECT * FROM date_anterieure WHERE reunion = {} ORDER BY cree_le, id", cle)
    return ReunionVue(
        reunion=reunion,
        ligne=ligne,
        gouvernances=sorted(gouvernances, key=lambda g: siennes.index(g["id"])),
        decisions=await tout_lister(acteur, DECISIONS, {"reunion": str(cle)}, au),
        compte_rendu=await compte_rendu_de(cle),
        invitations=await invitations_de(cle) if Droit.REUNIR in reunion["droits"] else [],
        sienne=await la_sienne(acteur, cle),
        a_approuver=await a_approuver(acteur, cle, ligne["instance"], ligne["date_dernier"])
        if Droit.REUNIR in reunion["droits"] and reunion["etat"] in _A_CLORE
        else [],
        structures=await _a_dire(acteur, reunion, siennes),
        evenement=evenement(ligne, options, anterieures) if ligne["etat"] != EtatReunion.BROUILLON else None,
    )


async def _a_dire(acteur: Acteur, reunion: Ligne, gouvernances: list[UUID]) -> list[Ligne]:
    """Members of the governances of a meeting, those with a role there, and the reader's own. One statement."""
    membres = parmi("m.gouvernance", gouvernances)
    trouvees = await lignes(
        "SELECT s.id, s.code, s.nom FROM structure s WHERE s.supprime_le IS NULL AND (s.id = {} "
        f"OR s.id IN (SELECT m.structure FROM membre m WHERE m.supprime_le IS NULL AND {membres.sql}) "
        "OR s.id IN (SELECT x.structure FROM role_en_reunion x WHERE x.reunion = {})) ORDER BY s.nom, s.code",
        acteur.structure,
        *membres.valeurs,
        reunion["id"],
    )
    return [s for s in trouvees if peut_dire_un_role(acteur, reunion["droits"], s["id"])]


async def associees_de(reunion: UUID) -> dict[str, Any]:
    """Codes of the ground a meeting is held on, and of the governances it is held with. Two statements."""
    ou = await lignes("SELECT t.code FROM reunion r JOIN territoire t ON t.id = r.territoire WHERE r.id = {}", reunion)
    avec = await lignes(
        "SELECT g.code FROM reunion_associee j JOIN gouvernance g ON g.id = j.gouvernance WHERE j.reunion = {} "
        "ORDER BY g.code",
        reunion,
    )
    return {"territoire": ou[0]["code"] if ou else None, "gouvernances": [g["code"] for g in avec]}
