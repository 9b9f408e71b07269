"""From what people type (a key or a readable code) to the stored row, with the reader's visibility inside.

A reference that does not exist and one that may not be seen give the same answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from backend.queries.lecture import (
    RIEN,
    TOUT,
    Clause,
    Ligne,
    cle_ou_code,
    gouvernance_lisible,
    gouvernance_suivie,
    instance_suivie,
    ligne,
    lignes,
    reunion_suivie,
)
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import UsageChiffre
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.domain.fiches_action import lire_code_fiche

LONGUEUR_REFERENCE = 200
_VIVANT = "SELECT {colonnes} FROM {table} {jointures} WHERE {table}.supprime_le IS NULL AND "
_OUVERTES = ("territoire", "structure", "poste", "personne")
_SANS_CODE = ("personne", "chiffre", "contribution", "point_ordre_du_jour", "presence")
QUOI = {
    "territoire": "Ce territoire",
    "structure": "Cette structure",
    "poste": "Ce poste",
    "personne": "Cette personne",
    "gouvernance": "Cette gouvernance",
    "feuille_de_route": "Cette feuille de route",
    "axe": "Cet axe",
    "fiche_action": "Cette fiche action",
    "instance": "Cette instance",
    "reunion": "Cette réunion",
    "decision": "Cette décision",
    "point_ordre_du_jour": "Ce point de l’ordre du jour",
    "presence": "Cette présence",
    "chiffre": "Ce chiffre",
    "contribution": "Cette contribution",
}


def visible(acteur: Acteur, table: str) -> Clause:
    """Rows of ``table`` the reader may see; ``axe`` and ``fiche_action`` through their roadmap, what
    hangs on a meeting through it.
    """
    if table in _OUVERTES:
        return TOUT if acteur.compte else RIEN
    if table == "gouvernance":
        return gouvernance_lisible(acteur)
    if table == "feuille_de_route":
        lisible = gouvernance_lisible(acteur, "g")
        return Clause(
            "feuille_de_route.gouvernance IN (SELECT g.id FROM gouvernance g "
            f"WHERE g.supprime_le IS NULL AND {lisible.sql})",
            lisible.valeurs,
        )
    if table in {"axe", "fiche_action"}:
        suivie = gouvernance_suivie(acteur, "f.gouvernance")
        return Clause(
            f"{table}.feuille_de_route IN (SELECT f.id FROM feuille_de_route f "
            f"WHERE f.supprime_le IS NULL AND {suivie.sql})",
            suivie.valeurs,
        )
    if table == "instance":
        return instance_suivie(acteur)
    if table == "reunion":
        return reunion_suivie(acteur)
    if table in {"point_ordre_du_jour", "presence"}:
        suivie = reunion_suivie(acteur, "r")
        return Clause(
            f"{table}.reunion IN (SELECT r.id FROM reunion r WHERE r.supprime_le IS NULL AND ({suivie.sql}))",
            suivie.valeurs,
        )
    if table == "chiffre":
        return chiffre_lisible(acteur)
    if table == "contribution":
        return gouvernance_suivie(acteur, "contribution.gouvernance")
    return decision_suivie(acteur)


def chiffre_lisible(acteur: Acteur) -> Clause:
    """Figures of governances: the diagnostic with the governance's identity, what else is declared with its life."""
    lisible = gouvernance_lisible(acteur, "g")
    diagnostic = Clause("chiffre.usage = {}", (UsageChiffre.DIAGNOSTIC.value,)) & Clause(
        f"chiffre.gouvernance IN (SELECT g.id FROM gouvernance g WHERE g.supprime_le IS NULL AND {lisible.sql})",
        lisible.valeurs,
    )
    return Clause("chiffre.gouvernance IS NOT NULL") & (gouvernance_suivie(acteur, "chiffre.gouvernance") | diagnostic)


def decision_suivie(acteur: Acteur) -> Clause:
    """Rows of ``decision`` the reader may see: by the governance, or by a seat in its instance."""
    return gouvernance_suivie(acteur, "decision.gouvernance") | Clause(
        "decision.instance IN (SELECT instance.id FROM instance WHERE " + instance_suivie(acteur).sql + ")",
        instance_suivie(acteur).valeurs,
    )


def designe(table: str, reference: str) -> Clause:
    """The row of ``table`` that ``reference`` names; text that cannot be a code names nothing."""
    if len(reference) > LONGUEUR_REFERENCE or not reference.isprintable():
        return RIEN
    par_cle = cle_ou_code(reference, (f"{table}.id",))
    if par_cle is not RIEN:
        return par_cle
    if table == "axe":
        code, _, rang = reference.rpartition("/")
        if not (rang.isascii() and rang.isdigit() and len(rang) < 6):
            return RIEN
        return Clause(
            "axe.parent IS NULL AND axe.rang = {} AND axe.feuille_de_route = "
            "(SELECT id FROM feuille_de_route WHERE code = {})",
            (int(rang), code),
        )
    if table == "fiche_action":
        return _designe_fiche(reference)
    if table in _SANS_CODE:
        return RIEN
    return Clause(f"{table}.code = {{}}", (reference,))


def _designe_fiche(reference: str) -> Clause:
    """``28-2024/1.3`` by its number of today, ``28-2024/p12`` by its proposal number."""
    try:
        code = lire_code_fiche(reference)
    except RegleViolee:
        return RIEN
    feuille = Clause(
        "fiche_action.feuille_de_route = (SELECT id FROM feuille_de_route WHERE code = {})", (code.feuille,)
    )
    if code.proposition is not None:
        return feuille & Clause("fiche_action.numero_proposition = {}", (code.proposition,))
    return feuille & Clause(
        "fiche_action.rang = {} AND fiche_action.axe IN (SELECT id FROM axe WHERE rang = {} AND parent IS NULL "
        "AND supprime_le IS NULL AND feuille_de_route = fiche_action.feuille_de_route)",
        (code.rang, code.rang_axe),
    )


async def charger(
    acteur: Acteur, table: str, reference: str | UUID, *, colonnes: str = "*", jointures: str = ""
) -> Ligne:
    """The whole row a reference names (with what is joined to it), if the reader may see it. Raises NonTrouve."""
    clause = designe(table, str(reference)) & visible(acteur, table)
    select = _VIVANT.format(colonnes=colonnes, table=table, jointures=jointures)
    trouvee = await ligne(select + clause.sql, *clause.valeurs)
    if trouvee is None:
        raise NonTrouve(QUOI[table])
    return trouvee


async def cle_de(acteur: Acteur, table: str, reference: str | None, champ: str) -> UUID | None:
    """The key a typed reference names, None for none. Raises RegleViolee on ``champ`` when it names nothing visible."""
    if reference is None:
        return None
    try:
        trouvee = await charger(acteur, table, reference)
    except NonTrouve:
        raise RegleViolee(
            champ, f"« {reference} » : {QUOI[table].lower()} n’existe pas, ou vous n’y avez pas accès."
        ) from None
    return UUID(str(trouvee["id"]))


async def cles_de(acteur: Acteur, table: str, references: Sequence[str], champ: str) -> list[UUID]:
    """Keys of several references, in order, each at most once. Raises RegleViolee on ``champ.N``."""
    if table not in _OUVERTES:
        return await _une_a_une(acteur, table, references, champ)
    if not references:
        return []
    par_reference = await _en_une_fois(table, set(references)) if acteur.compte else {}
    cles: list[UUID] = []
    for i, reference in enumerate(references):
        cle = par_reference.get(reference)
        if cle is None:
            raise RegleViolee(
                f"{champ}.{i}", f"« {reference} » : {QUOI[table].lower()} n’existe pas, ou vous n’y avez pas accès."
            )
        cles.append(cle)
    return cles


async def _une_a_une(acteur: Acteur, table: str, references: Sequence[str], champ: str) -> list[UUID]:
    cles = [await cle_de(acteur, table, r, f"{champ}.{i}") for i, r in enumerate(references)]
    return [cle for cle in cles if cle is not None]


async def _en_une_fois(table: str, references: set[str]) -> dict[str, UUID]:
    """Open reference tables are read in one statement."""
    clause = RIEN
    for reference in sorted(references):
        clause = Clause(
            f"{clause.sql} OR ({designe(table, reference).sql})", clause.valeurs + designe(table, reference).valeurs
        )
    requete = _VIVANT.format(colonnes=f"{table}.id, {table}.code", table=table, jointures="") + f"({clause.sql})"
    trouvees = await lignes(requete, *clause.valeurs)
    return {**{r["code"]: r["id"] for r in trouvees}, **{str(r["id"]): r["id"] for r in trouvees}}
