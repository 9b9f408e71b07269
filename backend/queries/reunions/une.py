"""One meeting with its possible days, the dates it had before, its governances, roles and decisions."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from backend.queries.lecture import Ligne, lignes
from backend.queries.references import charger
from backend.queries.reunions.decisions import de_la_reunion
from backend.queries.reunions.liste import COLONNES, FORME, JOINTURES, options_de
from backend.queries.valeurs import Forme, former, former_toutes
from fne_roadmaps.domain.dates import DateIncertaine, jour_contredit
from fne_roadmaps.domain.droits import Acteur, droits_sur_reunion
from fne_roadmaps.domain.enums import RoleInstance


async def lire_reunion(acteur: Acteur, reference: str | UUID, au: date) -> Ligne:
    """The whole meeting. Six statements. Raises NonTrouve."""
    rangee = await charger(acteur, "reunion", reference, colonnes=COLONNES, jointures=JOINTURES)
    cle = rangee["id"]
    reunion = former(rangee, FORME)
    associees = await lignes(
        "SELECT g.id, g.code, g.nom FROM reunion_associee j JOIN gouvernance g ON g.id = j.gouvernance "
        "WHERE j.reunion = {} ORDER BY g.code",
        cle,
    )
    gouvernances = [rangee["gouvernance"], *(g["id"] for g in associees)]
    return {
        **reunion,
        "gouvernances_associees": associees,
        "options": (await options_de([cle])).get(cle, []),
        "dates_anterieures": await _anterieures(cle),
        "roles": await _roles(cle),
        "decisions": await de_la_reunion(acteur, cle),
        "alertes": _alertes(reunion["date"], reunion["jour_annonce"]),
        "au": au,
        "droits": droits_sur_reunion(acteur, gouvernances, cle, rangee["instance"], reunion["etat"]),
    }


def _alertes(quand: DateIncertaine | None, jour_annonce: str | None) -> list[str]:
    """A weekday received that contradicts the date: told, never corrected."""
    if quand is None or not jour_annonce:
        return []
    alerte = jour_contredit(quand, jour_annonce)
    return [alerte] if alerte else []


async def _anterieures(reunion: UUID) -> list[Ligne]:
    """Dates it had before, oldest first, with the instant each was left."""
    rangees = await lignes(
        "SELECT date_edtf, date_premier, date_dernier, date_recu, heure_debut, heure_fin, motif, cree_le AS changee_le "
        "FROM date_anterieure WHERE reunion = {} AND supprime_le IS NULL ORDER BY cree_le, id",
        reunion,
    )
    return former_toutes(rangees, Forme(dates=("date",)))


async def _roles(reunion: UUID) -> list[Ligne]:
    rangees = await lignes(
        "SELECT x.role, x.temps_minutes, x.source, x.structure, s.code AS structure_code, s.nom AS structure_nom "
        "FROM role_en_reunion x JOIN structure s ON s.id = x.structure WHERE x.reunion = {} ORDER BY s.code, x.role",
        reunion,
    )
    return former_toutes(rangees, Forme(mots={"role": RoleInstance}, refs=("structure",)))
