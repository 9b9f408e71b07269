"""What the command line says: results on standard output, progress and refusals on standard error."""

from __future__ import annotations

import json
import sys
from typing import Any

import click


class Arret(click.ClickException):
    """A refusal in one French line, with a non-zero exit."""

    def show(self, file: Any = None) -> None:
        """Print the line on standard error."""
        click.echo(f"Erreur : {self.message}", err=True)


def dire(texte: str) -> None:
    """Tell on standard error what is being done."""
    click.echo(texte, err=True)


def resultat(texte: str) -> None:
    """Print a result on standard output."""
    click.echo(texte)


def resultat_json(objet: dict[str, Any]) -> None:
    """Print one JSON object on standard output."""
    click.echo(json.dumps(objet, ensure_ascii=False))


class Avancee:
    """Progress of a long step on one line of a terminal; a plain line at the end elsewhere."""

    def __init__(self, quoi: str) -> None:
        self.quoi = quoi
        self.terminal = sys.stderr.isatty()

    def __call__(self, fait: int, total: int) -> None:
        """Show how much of ``total`` is done."""
        if self.terminal:
            click.echo(f"\r{self.quoi} : {fait} sur {total}", err=True, nl=fait == total)
        elif fait == total:
            dire(f"{self.quoi} : {total} sur {total}")
