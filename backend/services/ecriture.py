"""The transaction every write runs in, and the three moves it is made of: insert, guarded change, journal entry."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import asyncpg
from piccolo.table import Table
from pydantic_core import to_jsonable_python

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.errors import Conflit, RegleViolee
from fne_roadmaps.domain.signatures import canonique
from fne_roadmaps.tables.engines import moteur_courant
from fne_roadmaps.tables.journal import EntreeJournal

DEJA_PRIS = "Ce code ou ce numéro vient d’être pris par une autre saisie : rechargez, rien n’a été enregistré."


@asynccontextmanager
async def ecriture() -> AsyncIterator[None]:
    """One transaction; nesting is refused (Piccolo's inner transaction is not a savepoint).

    A uniqueness refused by the database despite the checks becomes a RegleViolee: nothing is half-written.
    """
    try:
        async with moteur_courant().transaction(allow_nested=False):
            yield
    except (sqlite3.IntegrityError, asyncpg.UniqueViolationError) as refus:
        if isinstance(refus, sqlite3.IntegrityError) and "UNIQUE" not in str(refus):
            raise
        raise RegleViolee("code", DEJA_PRIS) from refus


async def verrouiller(table: type[Table], cle: UUID) -> None:
    """Hold the row until the end of the transaction, so that numbers given under it never collide."""
    nom = table._meta.tablename
    await table.raw(f"UPDATE {nom} SET id = id WHERE id = {{}}", cle).run()


def colonnes_date(prefixe: str, date: DateIncertaine | None) -> dict[str, Any]:
    """The four columns of an uncertain date."""
    return {
        f"{prefixe}_edtf": date.edtf if date else None,
        f"{prefixe}_premier": date.premier if date else None,
        f"{prefixe}_dernier": date.dernier if date else None,
        f"{prefixe}_recu": date.recu if date else None,
    }


def en_json(valeur: Any) -> str | None:
    """A value as the journal keeps it: canonical JSON text, None for nothing."""
    if valeur is None:
        return None
    return canonique({"v": to_jsonable_python(valeur)})[5:-1].decode()


async def journaliser(
    ctx: Contexte,
    concept: str,
    objet: UUID,
    action: str,
    *,
    gouvernance: UUID | None,
    changements: Mapping[str, tuple[Any, Any]],
    pourquoi: str | None = None,
) -> None:
    """One entry per changed field, in the transaction of the change. A creation is one entry without field."""
    entrees = [
        EntreeJournal(
            id=ctx.cle(f"journal:{ctx.requete}:{concept}:{objet}:{action}:{champ}:{ctx.maintenant.isoformat()}"),
            le=ctx.maintenant,
            acteur=ctx.acteur.identifiant,
            requete=ctx.requete,
            concept=concept,
            objet=objet,
            gouvernance=gouvernance,
            action=action,
            champ=champ or None,
            avant=en_json(avant),
            apres=en_json(apres),
            pourquoi=pourquoi,
        )
        for champ, (avant, apres) in changements.items()
    ]
    if entrees:
        await EntreeJournal.insert(*entrees).run()


async def inserer(table: type[Table], rangees: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows of one table, in one statement per hundred."""
    objets = [table(**rangee) for rangee in rangees]
    for debut in range(0, len(objets), 100):
        await table.insert(*objets[debut : debut + 100]).run()


async def creer(
    ctx: Contexte,
    table: type[Table],
    nom: str,
    valeurs: Mapping[str, Any],
    *,
    gouvernance: UUID | None,
    saisie: Any,
) -> UUID:
    """Insert one concept under a new key and journal the whole of what was asked. ``nom`` is its readable name."""
    concept = table._meta.tablename
    cle = ctx.cle(f"{concept}:{nom}")
    await inserer(table, [{**valeurs, "id": cle, "cree_le": ctx.maintenant, "maj_le": ctx.maintenant}])
    await journaliser(
        ctx,
        concept,
        cle,
        "creer",
        gouvernance=gouvernance or (cle if concept == "gouvernance" else None),
        changements={"": (None, saisie)},
    )
    return cle


async def changer(
    ctx: Contexte,
    table: type[Table],
    avant: Ligne,
    version: int | None,
    valeurs: Mapping[str, Any],
    *,
    gouvernance: UUID | None,
    action: str = "modifier",
    autres: Mapping[str, tuple[Any, Any]] | None = None,
    pourquoi: str | None = None,
) -> int:
    """Change one row guarded by its version; journal each field that differs. Returns the new version.

    ``version`` None means the version just read in this transaction. ``autres`` are changes of the lists that hang on
    the row (before and after), which the caller writes next. Raises Conflit with both texts when the stored version
    moved on.
    """
    concept = table._meta.tablename
    listes = autres or {}
    attendue = avant["version"] if version is None else version
    differents = {champ: (avant[champ], neuf) for champ, neuf in valeurs.items() if avant[champ] != neuf}
    changements = {**{champ: paire for champ, paire in differents.items() if not _calcule(champ)}, **listes}
    if avant["version"] == attendue and not changements:
        return int(attendue)
    colonnes: dict[Any, Any] = {
        **{champ: neuf for champ, (_, neuf) in differents.items()},
        "version": attendue + 1,
        "maj_le": ctx.maintenant,
    }
    garde = (table.id == avant["id"]) & (table.version == attendue)  # type: ignore[attr-defined]
    if (
        avant["version"] != attendue
        or not await table.update(colonnes).where(garde).returning(table._meta.primary_key).run()
    ):
        actuel = await ligne(f"SELECT * FROM {concept} WHERE id = {{}}", avant["id"]) or avant
        raise Conflit(
            "Quelqu’un a modifié ce texte entre-temps : les deux versions sont ci-dessous, rien n’est perdu.",
            actuel=to_jsonable_python({**actuel, **{champ: tenue for champ, (tenue, _) in listes.items()}}),
            propose=to_jsonable_python({champ: neuf for champ, (_, neuf) in changements.items()}),
        )
    await journaliser(
        ctx, concept, avant["id"], action, gouvernance=gouvernance, changements=changements, pourquoi=pourquoi
    )
    return int(attendue) + 1


def _calcule(champ: str) -> bool:
    """A column worked out from others: it moves with them, and the journal keeps them."""
    return champ in {"recherche", "sequence"} or champ.endswith(("_premier", "_dernier"))
