"""Opening and closing the database: engine, migrations, stored settings."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date

from backend.queries.lecture import ligne
from backend.queries.reglages import lire_reglages
from backend.settings import Settings
from fne_roadmaps.tables.engines import Moteur, MoteurPostgres, brancher, chemin_sqlite, creer_moteur
from fne_roadmaps.tables.migrations import BaseTropRecente, a_passer


class BaseAbsente(Exception):
    """There is no usable database at the address; the message says how to get one."""


@dataclass(frozen=True, slots=True)
class Base:
    """An open database: whether it is a demonstration, and its reference day then."""

    demo: bool
    au: date | None


async def ouvrir_moteur(url: str) -> Moteur:
    """Bind the tables to the engine of ``url``, with its connections ready."""
    moteur = creer_moteur(url)
    brancher(moteur)
    if isinstance(moteur, MoteurPostgres):
        await moteur.start_connection_pool(min_size=1, max_size=8)
    return moteur


@asynccontextmanager
async def base_ouverte(url: str) -> AsyncIterator[Base]:
    """An existing, up-to-date database, closed at the end. Raises BaseAbsente or BaseTropRecente."""
    fichier = chemin_sqlite(url)
    if fichier is not None and not fichier.is_file():
        raise BaseAbsente(
            f"Aucune base de données à l’adresse {fichier}. « make demo » en prépare une d’exemple ; "
            "« fne migrate » en crée une vide ; FNE_DATABASE_URL en désigne une autre."
        )
    moteur = await ouvrir_moteur(url)
    try:
        if await a_passer():
            raise BaseAbsente("Cette base n’est pas à jour : lancez « fne migrate », puis recommencez.")
        reglages = await lire_reglages()
        jour = reglages.get("au")
        yield Base(reglages.get("demo") == "1", date.fromisoformat(jour) if jour else None)
    finally:
        await moteur.fermer()


SECRET_MIN = 32
SECRET_DE_DEMONSTRATION = "demonstration-dont-les-liens-ne-protegent-rien"  # noqa: S105 - protects nothing, on purpose


def secret_de(settings: Settings, base: Base) -> str:
    """What signs personal links. Raises BaseAbsente when a real database is served without a secret worth the name."""
    secret = settings.secret_key.get_secret_value()
    if base.demo and not secret:
        return SECRET_DE_DEMONSTRATION
    if len(secret) < SECRET_MIN:
        raise BaseAbsente(
            f"FNE_SECRET_KEY manque ou compte moins de {SECRET_MIN} caractères : elle signe les liens personnels. "
            "« python3 -c 'import secrets; print(secrets.token_urlsafe(48))' » en donne une, à garder d’un démarrage à "
            "l’autre."
        )
    return secret


async def base_joignable() -> bool:
    """The open database answers."""
    try:
        return await ligne("SELECT 1 AS un") is not None
    except Exception:
        return False


__all__ = ["Base", "BaseAbsente", "BaseTropRecente", "base_joignable", "base_ouverte", "ouvrir_moteur", "secret_de"]
