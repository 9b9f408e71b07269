"""Reading governances, what is contributed to them, and their figures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from backend.queries.filtres import choix, exemples, oui_non, vers
from backend.queries.lecture import Clause, Ligne, lignes, par_cle, parmi
from backend.queries.listes import Liste
from backend.queries.references import charger
from backend.queries.valeurs import Forme, former, former_toutes
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_gouvernance
from fne_roadmaps.domain.enums import EtatFeuille, RoleMembre, TypeGouvernance, TypeStructure
from fne_roadmaps.domain.gouvernances import RoleDate, peut_porter, roles_au

PORTEURS = (RoleMembre.PORTEUR, RoleMembre.CO_PORTEUR)
FORME = Forme(mots={"type": TypeGouvernance}, refs=("territoire",))
COLONNES = "gouvernance.*, territoire.code AS territoire_code, territoire.nom AS territoire_nom"
JOINTURES = "JOIN territoire ON territoire.id = gouvernance.territoire"


async def lire_gouvernance(acteur: Acteur, reference: str | UUID, au: date) -> Ligne:
    """The whole governance; its notes are for those who follow it. Three statements. Raises NonTrouve."""
    rangee = await charger(acteur, "gouvernance", reference, colonnes=COLONNES, jointures=JOINTURES)
    cle = rangee["id"]
    membres = (await membres_de([cle], au)).get(cle, [])
    droits = droits_sur_gouvernance(acteur, cle)
    gouvernance = former(rangee, FORME)
    return {
        **gouvernance,
        "note": gouvernance["note"] if Droit.SUIVRE in droits else None,
        "membres": membres,
        "porteurs": porteurs(membres),
        "feuilles_de_route": (await _feuilles([cle])).get(cle, []),
        "avertissements": _avertissements(gouvernance["type"], membres),
        "au": au,
        "droits": droits,
    }


async def membres_de(gouvernances: Iterable[UUID], au: date) -> dict[UUID, list[Ligne]]:
    """Members by governance, in protocol order, with their dated roles and those held on that day. One statement."""
    clause = parmi("m.gouvernance", gouvernances)
    rangees = await lignes(
        "SELECT m.id, m.gouvernance, m.precision, m.structure, s.code AS structure_code, s.nom AS structure_nom, "
        "s.type AS structure_type, r.role, r.debut, r.fin, r.source FROM membre m "
        "JOIN structure s ON s.id = m.structure LEFT JOIN role_de_membre r ON r.membre = m.id "
        f"WHERE m.supprime_le IS NULL AND {clause.sql} "
        "ORDER BY m.gouvernance, m.rang, s.code, r.role, r.debut NULLS FIRST",
        *clause.valeurs,
    )
    membres: dict[UUID, list[Ligne]] = {}
    for groupe in par_cle(rangees, "id").values():
        premier = former(groupe[0], Forme(mots={"structure_type": TypeStructure}, refs=("structure",)))
        roles = [
            {"role": RoleMembre(r["role"]), "debut": r["debut"], "fin": r["fin"], "source": r["source"]}
            for r in groupe
            if r["role"]
        ]
        tenus = roles_au([RoleDate(r["role"], r["debut"], r["fin"]) for r in roles], au)
        membres.setdefault(premier["gouvernance"], []).append({**premier, "roles": roles, "roles_au": tenus})
    return membres


def porteurs(membres: list[Ligne]) -> list[Ligne]:
    """Structures that carry the governance on the day the members were read at."""
    return [m["structure"] for m in membres if any(role in PORTEURS for role in m["roles_au"])]


def _avertissements(type_: TypeGouvernance, membres: list[Ligne]) -> list[str]:
    """Unusual porteurs, told and never refused."""
    types = [m["structure_type"] for m in membres if any(role in PORTEURS for role in m["roles_au"])]
    return list(dict.fromkeys(texte for t in types if (texte := peut_porter(type_, t))))


async def _feuilles(gouvernances: Iterable[UUID]) -> dict[UUID, list[Ligne]]:
    clause = parmi("gouvernance", gouvernances)
    rangees = await lignes(
        "SELECT id, code, titre AS nom, etat, gouvernance FROM feuille_de_route "
        f"WHERE supprime_le IS NULL AND {clause.sql} ORDER BY code",
        *clause.valeurs,
    )
    return par_cle(former_toutes(rangees, Forme(mots={"etat": EtatFeuille})), "gouvernance")


async def _completer(acteur: Acteur, au: date, rangees: list[Ligne]) -> list[Ligne]:
    """Porteurs and roadmaps, one statement each."""
    cles = [r["id"] for r in rangees]
    membres, feuilles = await membres_de(cles, au), await _feuilles(cles)
    return [
        {
            **gouvernance,
            "porteurs": porteurs(membres.get(gouvernance["id"], [])),
            "feuilles_de_route": feuilles.get(gouvernance["id"], []),
        }
        for gouvernance in former_toutes(rangees, FORME)
    ]


_PORTEE_PAR = (
    "EXISTS (SELECT 1 FROM membre m JOIN role_de_membre r ON r.membre = m.id WHERE m.gouvernance = gouvernance.id "
    f"AND m.supprime_le IS NULL AND m.structure = § AND r.role IN ('{PORTEURS[0].value}', '{PORTEURS[1].value}'))"
)

GOUVERNANCES = Liste(
    table="gouvernance",
    colonnes=COLONNES,
    jointures=JOINTURES,
    filtres={
        "type": choix(TypeGouvernance, "gouvernance.type", "Type de gouvernance."),
        "territoire": vers("territoire", "gouvernance.territoire = §", "Territoire gouverné, par clé ou code."),
        "structure": vers(
            "structure",
            "EXISTS (SELECT 1 FROM membre m WHERE m.gouvernance = gouvernance.id AND m.supprime_le IS NULL "
            "AND m.structure = §)",
            "Structure membre, par clé ou code.",
        ),
        "porteur": vers("structure", _PORTEE_PAR, "Structure qui porte ou co-porte la gouvernance."),
        "publique": oui_non(lambda au: Clause("gouvernance.publique = {}", (True,)), "Ouvertes au public."),
        "exemple": exemples("gouvernance"),
    },
    tris={"code": ("gouvernance.code",), "nom": ("gouvernance.nom",), "maj": ("gouvernance.maj_le",)},
    completer=_completer,
)
