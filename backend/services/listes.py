"""Lists that hang on a row: compared with what is stored, and replaced only when they differ.

What a list held before a change is in the journal, in the shape of what it holds after.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from piccolo.table import Table
from pydantic_core import to_jsonable_python

from backend.context import Contexte
from backend.queries.lecture import Ligne, lignes, par_cle, parmi
from backend.services.ecriture import changer, en_json, inserer

_TUS = frozenset({"id", "cree_le", "maj_le", "version", "supprime_le", "exemple"})


@dataclass(frozen=True, slots=True)
class Details:
    """Rows that hang in turn on the rows of a list."""

    table: type[Table]
    lien: str
    rangees: Sequence[Ligne]


@dataclass(frozen=True, slots=True)
class Liste:
    """A list as it must become: whole rows of ``table``, each naming its owner in the column ``lien``.

    ``par_cle``: other rows point to these. One whose key is stored already is changed in place, never written anew.
    """

    table: type[Table]
    lien: str
    rangees: Sequence[Ligne]
    details: Details | None = None
    par_cle: bool = False

    @property
    def gardee(self) -> bool:
        """Rows that leave the list are marked as deleted, not erased."""
        return any(colonne._meta.name == "supprime_le" for colonne in self.table._meta.columns)


async def ecrire_liste(liste: Liste) -> None:
    """Insert the rows of a list that holds none yet."""
    await inserer(liste.table, liste.rangees)
    if liste.details:
        await inserer(liste.details.table, liste.details.rangees)


async def differences(listes: Mapping[str, Liste], proprietaire: UUID) -> dict[str, tuple[list[Ligne], list[Ligne]]]:
    """Before and after, as the journal keeps them, of the lists that differ from what is stored."""
    paires = {champ: (await _tenue(liste, proprietaire), _dite(liste)) for champ, liste in listes.items()}
    return {champ: paire for champ, paire in paires.items() if paire[0] != paire[1]}


async def changer_avec_listes(
    ctx: Contexte,
    table: type[Table],
    avant: Ligne,
    version: int | None,
    valeurs: Mapping[str, Any],
    listes: Mapping[str, Liste],
    *,
    gouvernance: UUID | None,
    action: str = "modifier",
    pourquoi: str | None = None,
) -> int:
    """``changer`` a row and those of its lists that differ; a list given again as it stands is no change."""
    autres = await differences(listes, avant["id"])
    nouvelle = await changer(
        ctx, table, avant, version, valeurs, gouvernance=gouvernance, action=action, autres=autres, pourquoi=pourquoi
    )
    for champ in autres:
        liste = listes[champ]
        if liste.par_cle:
            await _raccorder(ctx, liste, avant["id"])
        else:
            await _retirer(ctx, liste, avant["id"])
            await ecrire_liste(liste)
    return nouvelle


def _dite(liste: Liste) -> list[Ligne]:
    """What the rows say, without keys nor empty values, in an order that depends on nothing else."""
    details = par_cle(liste.details.rangees, liste.details.lien) if liste.details else {}
    dites = [
        _nue(rangee, liste.lien)
        | ({"details": _rangees_nues(details.get(rangee["id"], []), liste.details.lien)} if liste.details else {})
        for rangee in liste.rangees
    ]
    return sorted(dites, key=lambda dite: en_json(dite) or "")


def _rangees_nues(rangees: Sequence[Ligne], lien: str) -> list[Ligne]:
    return sorted((_nue(rangee, lien) for rangee in rangees), key=lambda nue: en_json(nue) or "")


def _nue(rangee: Ligne, lien: str) -> Ligne:
    nue: Ligne = to_jsonable_python(
        {champ: valeur for champ, valeur in rangee.items() if champ not in _TUS | {lien} and valeur is not None}
    )
    return nue


async def _tenue(liste: Liste, proprietaire: UUID) -> list[Ligne]:
    """What the stored list says."""
    vivantes = " AND supprime_le IS NULL" if liste.gardee else ""
    rangees = await lignes(
        f"SELECT * FROM {liste.table._meta.tablename} WHERE {liste.lien} = {{}}{vivantes}", proprietaire
    )
    if liste.details is None:
        return _dite(Liste(liste.table, liste.lien, rangees))
    clause = parmi(liste.details.lien, [rangee["id"] for rangee in rangees])
    details = await lignes(f"SELECT * FROM {liste.details.table._meta.tablename} WHERE {clause.sql}", *clause.valeurs)
    stockes = Details(liste.details.table, liste.details.lien, details)
    return _dite(Liste(liste.table, liste.lien, rangees, stockes))


async def _raccorder(ctx: Contexte, liste: Liste, proprietaire: UUID) -> None:
    """Change the rows that stay, mark those that leave, insert those that come."""
    nom = liste.table._meta.tablename
    tenues = {
        r["id"]: r
        for r in await lignes(f"SELECT * FROM {nom} WHERE {liste.lien} = {{}} AND supprime_le IS NULL", proprietaire)
    }
    voulues = {r["id"]: r for r in liste.rangees}
    partent = parmi("id", [cle for cle in tenues if cle not in voulues])
    if partent.valeurs:
        await liste.table.raw(
            f"UPDATE {nom} SET supprime_le = {{}}, version = version + 1 WHERE {partent.sql}",
            ctx.maintenant,
            *partent.valeurs,
        ).run()
    for cle in voulues.keys() & tenues.keys():
        await changer_une_rangee(ctx, liste.table, tenues[cle], voulues[cle])
    await inserer(liste.table, [r for cle, r in voulues.items() if cle not in tenues])


async def changer_une_rangee(ctx: Contexte, table: type[Table], tenue: Ligne, voulue: Ligne) -> None:
    """Change what differs in a row of a list; its owner keeps the version and the journal."""
    differents = {champ: valeur for champ, valeur in voulue.items() if champ not in _TUS and tenue[champ] != valeur}
    if differents:
        colonnes: dict[Any, Any] = {**differents, "maj_le": ctx.maintenant, "version": tenue["version"] + 1}
        await table.update(colonnes).where(table.id == tenue["id"]).run()  # type: ignore[attr-defined]


async def _retirer(ctx: Contexte, liste: Liste, proprietaire: UUID) -> None:
    nom = liste.table._meta.tablename
    if liste.gardee:
        await liste.table.raw(
            f"UPDATE {nom} SET supprime_le = {{}} WHERE {liste.lien} = {{}} AND supprime_le IS NULL",
            ctx.maintenant,
            proprietaire,
        ).run()
        return
    if liste.details:
        await liste.details.table.raw(
            f"DELETE FROM {liste.details.table._meta.tablename} "
            f"WHERE {liste.details.lien} IN (SELECT id FROM {nom} WHERE {liste.lien} = {{}})",
            proprietaire,
        ).run()
    await liste.table.raw(f"DELETE FROM {nom} WHERE {liste.lien} = {{}}", proprietaire).run()
