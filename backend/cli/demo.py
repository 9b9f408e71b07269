"""The demonstration: a database of the region, its exports, and the site that shows them."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from backend.cli.chargement import charger_demonstration
from backend.cli.exporter import exporter_agenda, exporter_feuille
from backend.cli.fichiers import ecrire_fichier, retirer_provisoires
from backend.cli.sortie import Arret, Avancee, dire
from backend.database import base_ouverte, ouvrir_moteur
from backend.queries.resumes import resumes_des_feuilles
from fne_roadmaps.tables.engines import url_sqlite
from fne_roadmaps.tables.migrations import migrer

AGENDAS = ("18", "28", "36", "37", "41", "45")
REGION = "R24"


def preparer_demo(dossier: Path) -> dict[str, Any]:
    """Make ``dossier/fne.sqlite`` and ``dossier/exports/``; returns what ``--json`` prints, without the address.

    A former demonstration is replaced at the end, in one move; anything else of that name is left alone.
    Raises Arret.
    """
    try:
        dossier.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        raise Arret(f"Impossible de créer le dossier {dossier} : {cause.strerror}.") from cause
    retirer_provisoires(dossier)
    finale = dossier / "fne.sqlite"
    refuser_autre_base(finale)
    provisoire = dossier / ".fne.sqlite.partiel"
    try:
        asyncio.run(_creer_base(provisoire))
        provisoire.replace(finale)
    finally:
        retirer_provisoires(dossier)
    dire(f"Base de démonstration prête : {finale}")
    return asyncio.run(_exporter(finale, dossier / "exports"))


def refuser_autre_base(fichier: Path) -> None:
    """Only a database marked as a demonstration may be replaced. Raises Arret."""
    if not fichier.exists():
        return
    try:
        with closing(sqlite3.connect(f"{fichier.resolve().as_uri()}?mode=ro", uri=True)) as connexion:
            marque = connexion.execute("SELECT valeur FROM reglage WHERE cle = 'demo'").fetchone()
    except sqlite3.Error:
        marque = None
    if marque is None or marque[0] != "1":
        raise Arret(
            f"{fichier} existe et n’est pas une base de démonstration : rien n’a été touché. "
            "Choisissez un autre dossier."
        )


async def _creer_base(fichier: Path) -> None:
    moteur = await ouvrir_moteur(url_sqlite(fichier))
    try:
        dire("Création de la base de démonstration…")
        await migrer()
        await charger_demonstration(Avancee("Chargement de la région Centre-Val de Loire"))
    finally:
        await moteur.fermer()


async def _exporter(base: Path, dossier: Path) -> dict[str, Any]:
    fichiers: list[str] = []
    async with base_ouverte(url_sqlite(base)) as ouverte:
        feuilles = await resumes_des_feuilles()
        for feuille in feuilles:
            chemin = dossier / f"{feuille['code']}.docx"
            ecrire_fichier(chemin, await exporter_feuille(feuille["code"], "docx", None, ouverte.au))
            fichiers.append(str(chemin.resolve()))
            dire(f"Écrit : {chemin}")
        for code in (*AGENDAS, REGION):
            chemin = dossier / f"agenda-{code}.ics"
            rendu = await exporter_agenda(
                region=code if code == REGION else None,
                departement=None if code == REGION else code,
                instance=None,
            )
            ecrire_fichier(chemin, rendu.octets)
            fichiers.append(str(chemin.resolve()))
            dire(f"Écrit : {chemin} (hors de l’agenda, faute de date assez précise : {len(rendu.ecartes)})")
    departements = {f["code"].split("-")[0] for f in feuilles}
    return {"departements": len(departements), "feuilles_de_route": feuilles, "fichiers": fichiers}
