"""Reading the bodies of the comitology: seats, cadences, roles, and the day by which each must next meet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from backend.queries.filtres import choix, exemples, vers
from backend.queries.lecture import Clause, Ligne, instance_suivie, lignes, par_cle, parmi
from backend.queries.listes import Liste
from backend.queries.references import charger
from backend.queries.valeurs import Forme, former, former_toutes
from fne_roadmaps.domain.droits import Acteur, droits_sur_instance
from fne_roadmaps.domain.enums import EtatReunion, ModeDecision, RoleInstance, TypeInstance
from fne_roadmaps.domain.instances import Cadence, cadence_au, prochaine_echeance
from fne_roadmaps.domain.periodes import Periode

FORME = Forme(mots={"type": TypeInstance, "mode_decision": ModeDecision}, refs=("gouvernance", "parent", "territoire"))
COLONNES = (
    "instance.*, gouvernance.code AS gouvernance_code, gouvernance.nom AS gouvernance_nom, p.code AS parent_code, "
    "p.nom AS parent_nom, territoire.code AS territoire_code, territoire.nom AS territoire_nom"
)
JOINTURES = (
    "JOIN gouvernance ON gouvernance.id = instance.gouvernance LEFT JOIN instance p ON p.id = instance.parent "
    "LEFT JOIN territoire ON territoire.id = instance.territoire"
)


async def lire_instance(acteur: Acteur, reference: str | UUID, au: date) -> Ligne:
    """The whole body, with the cadence in force and the day it is due. Six statements. Raises NonTrouve."""
    rangee = await charger(acteur, "instance", reference, colonnes=COLONNES, jointures=JOINTURES)
    cle = rangee["id"]
    echeances = await echeances_de([cle], au)
    sieges = await _sieges(cle)
    return {
        **former(rangee, FORME),
        **echeances[cle],
        "sieges": sieges,
        "voix": sum(1 for s in sieges if s["voix"] and Periode(s["debut"], s["fin"]).contient(au)),
        "roles": await _roles(cle),
        "enfants": await _enfants(acteur, cle),
        "au": au,
        "droits": droits_sur_instance(acteur, rangee["gouvernance"], cle),
    }


async def _sieges(instance: UUID) -> list[Ligne]:
    rangees = await lignes(
        "SELECT g.id, g.rang, g.libelle, g.college, g.voix, g.debut, g.fin, g.source, g.structure, "
        "s.code AS structure_code, s.nom AS structure_nom, g.poste, p.code AS poste_code, p.fonction AS poste_nom, "
        "g.suppleant, q.code AS suppleant_code, q.fonction AS suppleant_nom "
        "FROM siege g LEFT JOIN structure s ON s.id = g.structure LEFT JOIN poste p ON p.id = g.poste "
        "LEFT JOIN poste q ON q.id = g.suppleant "
        "WHERE g.instance = {} AND g.supprime_le IS NULL ORDER BY g.rang, g.cree_le, g.id",
        instance,
    )
    return former_toutes(rangees, Forme(refs=("structure", "poste", "suppleant")))


async def _roles(instance: UUID) -> list[Ligne]:
    rangees = await lignes(
        "SELECT r.role, r.debut, r.fin, r.source, r.structure, s.code AS structure_code, s.nom AS structure_nom "
        "FROM role_en_instance r JOIN structure s ON s.id = r.structure WHERE r.instance = {} ORDER BY s.code, r.role",
        instance,
    )
    return former_toutes(rangees, Forme(mots={"role": RoleInstance}, refs=("structure",)))


async def _enfants(acteur: Acteur, instance: UUID) -> list[Ligne]:
    suivie = instance_suivie(acteur)
    return await lignes(
        "SELECT instance.id, instance.code, instance.nom FROM instance "
        f"WHERE instance.parent = {{}} AND instance.supprime_le IS NULL AND ({suivie.sql}) ORDER BY rang, code",
        instance,
        *suivie.valeurs,
    )


async def echeances_de(instances: Iterable[UUID], au: date) -> dict[UUID, dict[str, Any]]:
    """Cadences of each body, the one in force, its last meeting held, and the next one due. Two statements.

    Counted from the last possible day of the last meeting held, never after ``au``; examples do not count. Nothing is
    due of a body that is closed, or will be before.
    """
    cles = list(instances)
    cadences = parmi("c.instance", cles)
    rangees = await lignes(
        "SELECT c.id, c.instance, c.texte, c.min_par_an, c.max_par_an, c.intervalle_demi_mois, c.debut, c.fin, "
        "c.source, c.decision, d.code AS decision_code, d.texte AS decision_nom, i.fin AS close FROM cadence c "
        "JOIN instance i ON i.id = c.instance LEFT JOIN decision d ON d.id = c.decision "
        f"WHERE c.supprime_le IS NULL AND {cadences.sql} "
        "ORDER BY c.debut NULLS FIRST, c.texte",
        *cadences.valeurs,
    )
    tenues = parmi("r.instance", cles) & Clause(
        "r.etat = {} AND r.exemple = {} AND r.supprime_le IS NULL", (EtatReunion.TENUE.value, False)
    )
    jours = par_cle(
        await lignes(
            f"SELECT r.instance, r.date_premier, r.date_dernier FROM reunion r WHERE {tenues.sql}", *tenues.valeurs
        ),
        "instance",
    )
    par_instance = par_cle(former_toutes(rangees, Forme(refs=("decision",))), "instance")
    return {cle: _echeance(par_instance.get(cle, []), jours.get(cle, []), au) for cle in cles}


def _echeance(cadences: list[Ligne], tenues: list[Ligne], au: date) -> dict[str, Any]:
    derniere = max((min(r["date_dernier"] or r["date_premier"], au) for r in tenues), default=None)
    courante = cadence_au([_cadence(c) for c in cadences], au)
    echeance = prochaine_echeance(courante, derniere, au) if courante else None
    if echeance and any(c["close"] and (c["close"] <= au or c["close"] < echeance) for c in cadences):
        echeance = None
    return {
        "cadences": [{champ: c[champ] for champ in c if champ != "close"} for c in cadences],
        "cadence": courante.texte if courante else None,
        "derniere_reunion": derniere,
        "prochaine_echeance": echeance,
        "echeance_passee": echeance is not None and echeance < au,
    }


def _cadence(rangee: Ligne) -> Cadence:
    champs = ("texte", "min_par_an", "max_par_an", "intervalle_demi_mois", "debut", "fin")
    return Cadence(**{champ: rangee[champ] for champ in champs})


async def _completer(acteur: Acteur, au: date, rangees: list[Ligne]) -> list[Ligne]:
    echeances = await echeances_de([r["id"] for r in rangees], au)
    return [{**instance, **echeances[instance["id"]]} for instance in former_toutes(rangees, FORME)]


INSTANCES = Liste(
    table="instance",
    colonnes=COLONNES,
    jointures=JOINTURES,
    filtres={
        "gouvernance": vers("gouvernance", "instance.gouvernance = §", "Gouvernance, par clé ou code."),
        "type": choix(TypeInstance, "instance.type", "Type d’instance."),
        "parent": vers("instance", "instance.parent = §", "Instance dont elles dépendent, par clé ou code."),
        "territoire": vers("territoire", "instance.territoire = §", "Territoire, par clé ou code."),
        "structure": vers(
            "structure",
            "EXISTS (SELECT 1 FROM siege g LEFT JOIN poste p ON p.id = g.poste WHERE g.instance = instance.id "
            "AND g.supprime_le IS NULL AND COALESCE(g.structure, p.structure) = §)",
            "Structure qui y siège, par clé ou code.",
        ),
        "exemple": exemples("instance"),
    },
    tris={
        "rang": ("gouvernance.code", "instance.rang", "instance.code"),
        "code": ("instance.code",),
        "nom": ("instance.nom",),
        "maj": ("instance.maj_le",),
    },
    completer=_completer,
)
