"""``fne``: the command line. Each command is one act; long ones tell what they do on standard error."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import rich_click as click

from backend.cli.comptes import dire_l_invitation, inviter_du_serveur
from backend.cli.demo import preparer_demo
from backend.cli.exporter import FORMATS, exporter_agenda, exporter_comptes_rendus, exporter_feuille
from backend.cli.fichiers import ecrire_fichier
from backend.cli.importer import en_lignes, en_objet, importer_un_agenda
from backend.cli.serveur import exiger_port, servir
from backend.cli.sortie import Arret, dire, resultat, resultat_json
from backend.database import BaseAbsente, BaseTropRecente, base_ouverte, ouvrir_moteur
from backend.settings import Settings
from exports.formats import pluriel
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import ErreurMetier
from fne_roadmaps.tables.engines import chemin_sqlite, url_sqlite
from fne_roadmaps.tables.migrations import migrer

T = TypeVar("T")


def _executer(travail: Coroutine[Any, Any, T]) -> T:
    """Run one act; what a person can mend becomes one French line and a non-zero exit."""
    try:
        return asyncio.run(travail)
    except (ErreurMetier, BaseAbsente, BaseTropRecente, ValueError) as cause:
        raise Arret(str(cause)) from cause


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def fne() -> None:
    """Feuilles de route France Numérique Ensemble : base, documents, agendas, site."""


@fne.command()
@click.option("--dir", "dossier", type=click.Path(path_type=Path), default="var/demo", help="Dossier où tout écrire.")
@click.option("--no-serve", is_flag=True, help="Préparer sans ouvrir le site.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port du site.")
@click.option("--json", "en_json", is_flag=True, help="Un seul objet JSON sur la sortie standard.")
def demo(dossier: Path, no_serve: bool, port: int, en_json: bool) -> None:
    """Prépare la région d’exemple, ses documents et ses agendas, puis ouvre le site."""
    if not no_serve:
        exiger_port(port)
    compte = preparer_demo(dossier)
    adresse = None if no_serve else f"http://127.0.0.1:{port}"
    url = url_sqlite(dossier / "fne.sqlite")
    if en_json:
        resultat_json({**compte, "adresse": adresse})
        sys.stdout.flush()
    else:
        resultat("\n".join(compte["fichiers"]))
        resultat(f"FNE_DATABASE_URL={url}")
        if adresse:
            resultat(f"Site : {adresse} (Ctrl+C pour arrêter)")
    if not no_serve:
        servir(port, url)


@fne.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port du site.")
def serve(port: int) -> None:
    """Ouvre le site sur la base de FNE_DATABASE_URL."""
    exiger_port(port)
    url = Settings().database_url

    async def verifier() -> None:
        async with base_ouverte(url):
            dire(f"Site : http://127.0.0.1:{port} (Ctrl+C pour arrêter)")

    _executer(verifier())
    servir(port, url)


@fne.command()
def migrate() -> None:
    """Crée la base de FNE_DATABASE_URL, ou la met à jour."""
    url = Settings().database_url
    fichier = chemin_sqlite(url)
    if fichier is not None:
        fichier.parent.mkdir(parents=True, exist_ok=True)

    async def mettre_a_jour() -> int:
        moteur = await ouvrir_moteur(url)
        try:
            return await migrer()
        finally:
            await moteur.fermer()

    faites = _executer(mettre_a_jour())
    resultat("Base à jour." if faites == 0 else f"Base à jour : {faites} {pluriel(faites, 'étape')}.")


@fne.group()
def export() -> None:
    """Écrit un document ou un agenda."""


@export.command("feuille-de-route")
@click.argument("code")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="docx", show_default=True)
@click.option("--version", type=click.IntRange(1), default=None, help="Version publiée (la dernière, sinon).")
@click.option("--au", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Jour de référence, AAAA-MM-JJ.")
@click.option("-o", "sortie", type=click.Path(path_type=Path, dir_okay=False), default=None, help="Fichier à écrire.")
def export_feuille(code: str, format_: str, version: int | None, au: datetime | None, sortie: Path | None) -> None:
    """La feuille de route CODE (par exemple 28-2024)."""

    async def exporter() -> bytes:
        async with base_ouverte(Settings().database_url) as base:
            return await exporter_feuille(code, format_, version, au.date() if au else base.au)

    chemin = sortie or Path(f"{code}.{format_}")
    ecrire_fichier(chemin, _executer(exporter()))
    resultat(str(chemin))


@export.command("comptes-rendus")
@click.argument("code")
@click.option(
    "--annee", type=click.IntRange(1900, 2199), default=None, help="L’année des réunions (celle du jour, sinon)."
)
@click.option("--au", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Jour de référence, AAAA-MM-JJ.")
@click.option("-o", "sortie", type=click.Path(path_type=Path, dir_okay=False), default=None, help="Fichier à écrire.")
def export_comptes_rendus(code: str, annee: int | None, au: datetime | None, sortie: Path | None) -> None:
    """Les comptes rendus d’une année, en Word : CODE est une gouvernance (28) ou une instance (28/copil)."""

    async def exporter() -> tuple[bytes, int]:
        async with base_ouverte(Settings().database_url) as base:
            return await exporter_comptes_rendus(code, annee, au.date() if au else base.au)

    octets, de = _executer(exporter())
    chemin = sortie or Path(f"{code.replace('/', '-')}-comptes-rendus-{de}.docx")
    ecrire_fichier(chemin, octets)
    resultat(str(chemin))


@export.command("agenda")
@click.option("--region", default=None, help="Toute une région, par exemple R24.")
@click.option("--departement", default=None, help="Un département, par exemple 37.")
@click.option("--instance", default=None, help="Une instance, par exemple 28/copil.")
@click.option("-o", "sortie", type=click.Path(path_type=Path, dir_okay=False), default=None, help="Fichier à écrire.")
def export_agenda(region: str | None, departement: str | None, instance: str | None, sortie: Path | None) -> None:
    """Les réunions d’une région, d’un département ou d’une instance."""
    voulus = [v for v in (region, departement, instance) if v is not None]
    if len(voulus) != 1:
        raise Arret("Dites quel agenda : --region R24, --departement 37 ou --instance 28/copil, un seul à la fois.")

    async def exporter() -> Any:
        async with base_ouverte(Settings().database_url):
            return await exporter_agenda(region=region, departement=departement, instance=instance)

    rendu = _executer(exporter())
    chemin = sortie or Path(f"agenda-{voulus[0].replace('/', '-')}.ics")
    ecrire_fichier(chemin, rendu.octets)
    resultat(str(chemin))
    if rendu.ecartes:
        dire("Hors de l’agenda, faute de date assez précise :")
        for ecarte in rendu.ecartes:
            dire(f"  {ecarte.code} {ecarte.titre} : {ecarte.raison}")


@fne.group("import")
def importer() -> None:
    """Fait entrer ce qui existe déjà ailleurs."""


@importer.command("agenda")
@click.argument("fichier", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--gouvernance", required=True, help="Le code de la gouvernance, par exemple 28.")
@click.option(
    "--annee", type=click.IntRange(1900, 2199), default=None, help="L’année des lignes qui ne l’écrivent pas."
)
@click.option("--dry-run", "essai", is_flag=True, help="Montrer ce qui est compris, sans rien enregistrer.")
@click.option("--json", "en_json", is_flag=True, help="Un seul objet JSON sur la sortie standard.")
def import_agenda(fichier: Path, gouvernance: str, annee: int | None, essai: bool, en_json: bool) -> None:
    """Les réunions d’un agenda : un texte (.txt) tel qu’on l’a, ou un fichier d’agenda (.ics)."""
    lu = _executer(importer_un_agenda(fichier, gouvernance, annee, essai=essai))
    if en_json:
        resultat_json(en_objet(lu))
    else:
        for ligne in en_lignes(lu):
            resultat(ligne)


@fne.group()
def compte() -> None:
    """Les comptes, depuis le serveur."""


@compte.command("inviter")
@click.option("--gouvernance", required=True, help="Le code de la gouvernance, par exemple 28.")
@click.option(
    "--profil", type=click.Choice([p.value for p in Profil]), required=True, help="Ce que le compte peut faire."
)
@click.option("--nom", required=True, help="Le nom sous lequel le compte paraît.")
@click.option("--courriel", required=True, help="L’adresse avec laquelle on se connectera.")
@click.option("--structure", default=None, help="Le code de l’organisation, par exemple cd-28.")
@click.option("--poste", default=None, help="Le code de la fonction, par exemple cd-28/mission.")
def compte_inviter(
    gouvernance: str, profil: str, nom: str, courriel: str, structure: str | None, poste: str | None
) -> None:
    """Invite quelqu’un dans une gouvernance et donne le lien où choisir son mot de passe."""
    champs = {"profil": profil, "nom": nom, "courriel": courriel, "structure": structure, "poste": poste}
    lien = _executer(inviter_du_serveur(gouvernance, champs))
    if lien:
        resultat(lien)
    dire(dire_l_invitation(lien, Settings()))


def main() -> None:
    """Run ``fne``; Ctrl-C ends with a sentence."""
    try:
        fne(standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        dire("Interrompu : rien d’incomplet n’a été laissé. La même commande peut être relancée.")
        sys.exit(130)
    except click.ClickException as refus:
        refus.show()
        sys.exit(refus.exit_code)
