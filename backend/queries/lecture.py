"""How every SELECT is run and how rows are filtered by what the reader may see.

Statements are written once in SQL both engines read; ``{}`` marks a value. Rows come back as plain dicts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast
from uuid import UUID

from piccolo.columns import Column
from piccolo.querystring import QueryString

from fne_roadmaps.domain.dates import DateIncertaine, depuis_colonnes
from fne_roadmaps.domain.droits import Acteur, Droit
from fne_roadmaps.domain.enums import EtatReunion
from fne_roadmaps.tables.comptes import Reglage
from fne_roadmaps.tables.engines import Moteur

Ligne = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of SQL and the values of its ``{}`` marks, in order."""

    sql: str
    valeurs: tuple[Any, ...] = ()

    def __and__(self, autre: Clause) -> Clause:
        """Both conditions."""
        return Clause(f"({self.sql}) AND ({autre.sql})", self.valeurs + autre.valeurs)

    def __or__(self, autre: Clause) -> Clause:
        """Either condition."""
        return Clause(f"({self.sql}) OR ({autre.sql})", self.valeurs + autre.valeurs)


TOUT = Clause("1 = 1")
RIEN = Clause("1 = 0")


class _Requete(QueryString):
    """A statement compiled once for each engine: taking it apart at every call costs as much as running it."""

    def process_args(self, args: Sequence[Any]) -> tuple[Sequence[Any], Sequence[Column]]:
        """Values only: no column, no other statement."""
        return args, ()

    def compile_string(self, engine_type: str = "postgres") -> tuple[str, list[Any]]:
        """The text the driver reads, and its values."""
        return _compiler(self.template, engine_type), list(self.args)


@lru_cache(maxsize=1024)
def _compiler(sql: str, moteur: str) -> str:
    debut, *suite = sql.split("{}")
    if moteur == "sqlite":
        return "?".join((debut, *suite))
    return debut + "".join(f"${rang}{morceau}" for rang, morceau in enumerate(suite, start=1))


async def lignes(sql: str, *valeurs: Any) -> list[Ligne]:
    """Run one SELECT, straight on the engine: a query of Piccolo would look for what a SELECT of ours never holds."""
    moteur = cast(Moteur, Reglage._meta.db)
    resultat: list[Ligne] = moteur.transform_response_to_dicts(await moteur.run_querystring(_Requete(sql, *valeurs)))
    return resultat


async def ligne(sql: str, *valeurs: Any) -> Ligne | None:
    """Run one SELECT and return its first row, if any."""
    trouvees = await lignes(sql, *valeurs)
    return trouvees[0] if trouvees else None


def parmi(colonne: str, valeurs: Iterable[Any]) -> Clause:
    """``colonne`` is one of ``valeurs``; nothing when there are none."""
    liste = tuple(valeurs)
    return Clause(f"{colonne} IN ({', '.join(['{}'] * len(liste))})", liste) if liste else RIEN


def date_de(rangee: Ligne, prefixe: str = "date") -> DateIncertaine | None:
    """The uncertain date stored under ``prefixe``, without parsing anything."""
    return depuis_colonnes(
        rangee[f"{prefixe}_edtf"],
        rangee[f"{prefixe}_premier"],
        rangee[f"{prefixe}_dernier"],
        rangee[f"{prefixe}_recu"],
    )


def par_cle(rangees: Iterable[Ligne], colonne: str) -> dict[Any, list[Ligne]]:
    """Rows grouped by a column, order kept."""
    groupes: dict[Any, list[Ligne]] = {}
    for rangee in rangees:
        groupes.setdefault(rangee[colonne], []).append(rangee)
    return groupes


def gouvernance_lisible(acteur: Acteur, table: str = "gouvernance") -> Clause:
    """Rows of ``gouvernance`` whose identity the reader may see."""
    if acteur.systeme or acteur.compte:
        return TOUT
    return Clause(f"{table}.publique = {{}}", (True,))


def gouvernance_suivie(acteur: Acteur, colonne: str) -> Clause:
    """``colonne`` holds a governance whose living things the reader may see."""
    return TOUT if acteur.systeme else parmi(colonne, acteur.gouvernances(Droit.SUIVRE))


def instance_suivie(acteur: Acteur, table: str = "instance") -> Clause:
    """Rows of ``instance`` the reader may see: by the governance or by a seat."""
    if acteur.systeme:
        return TOUT
    return gouvernance_suivie(acteur, f"{table}.gouvernance") | parmi(f"{table}.id", acteur.sieges)


def reunion_suivie(acteur: Acteur, table: str = "reunion") -> Clause:
    """Rows of ``reunion`` the reader may see: governance, joint governance, seat or invitation; drafts for editors."""
    if acteur.systeme:
        return TOUT
    suivies = acteur.gouvernances(Droit.SUIVRE)
    jointe = parmi("ra.gouvernance", suivies)
    ouverte = (
        parmi(f"{table}.gouvernance", suivies)
        | Clause(
            f"EXISTS (SELECT 1 FROM reunion_associee ra WHERE ra.reunion = {table}.id AND {jointe.sql})",
            jointe.valeurs,
        )
        | parmi(f"{table}.instance", acteur.sieges)
        | parmi(f"{table}.id", acteur.invitations)
    )
    brouillon = Clause(f"{table}.etat <> {{}}", (EtatReunion.BROUILLON.value,))
    return ouverte & (brouillon | parmi(f"{table}.gouvernance", acteur.gouvernances(Droit.REUNIR)))


def cle_ou_code(reference: str, colonnes: Collection[str]) -> Clause:
    """The row whose key or readable code is ``reference``; ``colonnes`` = the key column then the code columns."""
    cle, *codes = colonnes
    try:
        return Clause(f"{cle} = {{}}", (UUID(reference),))
    except ValueError:
        clause = RIEN
        for code in codes:
            clause = clause | Clause(f"{code} = {{}}", (reference,))
        return clause
