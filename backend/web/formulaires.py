"""From a posted form to a command, and from a refusal back to the form with everything that was typed.

Names of fields are those of commands, dotted for the lines of a list (« jalons.0.titre »), so that what a rule refuses
points at the field that holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID, uuid4

from litestar import Request
from litestar.datastructures import UploadFile
from litestar.response import Redirect
from pydantic import BaseModel, ValidationError

from backend.errors import Erreur, traduire
from backend.web.contexts.formulaire import ErreurDeChamp
from fne_roadmaps.domain.errors import ReglesViolees, RegleViolee

REFUS = (RegleViolee, ReglesViolees, ValidationError)
"""What a page catches to show its form again."""

CLE, VERSION = "cle_formulaire", "version"
_RANG_MAX = 500
_NUMERO = re.compile(r"\.(\d+)(?=\.|$)")

C = TypeVar("C", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Saisie:
    """What was typed, whole and in order; nothing is trimmed but line endings."""

    paires: tuple[tuple[str, str], ...]

    @property
    def valeurs(self) -> dict[str, tuple[str, ...]]:
        """By field, as ``Formulaire`` prints them again."""
        valeurs: dict[str, tuple[str, ...]] = {}
        for nom, valeur in self.paires:
            valeurs[nom] = (*valeurs.get(nom, ()), valeur)
        return valeurs

    def un(self, nom: str) -> str:
        """The first value of a field, empty when it is absent."""
        return next((valeur for n, valeur in self.paires if n == nom), "")

    def tous(self, nom: str) -> list[str]:
        """Every non-empty value of a field, in order."""
        return [valeur for n, valeur in self.paires if n == nom and valeur.strip()]

    def __contains__(self, nom: str) -> bool:
        return any(n == nom for n, _ in self.paires)

    def lignes(self, liste: str, champs: Iterable[str]) -> list[dict[str, str]]:
        """Lines of a list that hold something, in order, each with ``champs``; fully empty lines are left out.

        The number of a line in the form is kept under « rang ».
        """
        noms = tuple(champs)
        numeros = sorted(
            {
                int(trouve.group(1))
                for nom, _ in self.paires
                if (trouve := re.match(rf"{re.escape(liste)}\.(\d{{1,3}})\.", nom)) and int(trouve.group(1)) < _RANG_MAX
            }
        )
        toutes = [{"rang": str(n), **{c: self.un(f"{liste}.{n}.{c}") for c in noms}} for n in numeros]
        return [ligne for ligne in toutes if any(ligne[c].strip() for c in noms)]

    @property
    def version(self) -> int | None:
        """The version the form was read at. Raises RegleViolee when it is not one."""
        texte = self.un(VERSION)
        if not texte:
            return None
        if not (texte.isascii() and texte.isdigit() and len(texte) < 10):
            raise RegleViolee(VERSION, "Cette page est trop ancienne : rechargez-la.")
        return int(texte)

    def a_version(self, version: int) -> Saisie:
        """The same, read at another version."""
        return Saisie((*((n, v) for n, v in self.paires if n != VERSION), (VERSION, str(version))))

    @property
    def cle(self) -> str:
        """The key that makes a creation happen once; a fresh one when the form carried none that can be read."""
        try:
            return str(UUID(self.un(CLE)))
        except ValueError:
            return nouvelle_cle()


def nouvelle_cle() -> str:
    """The key of a form about to be shown."""
    return str(uuid4())


async def lire_saisie(request: Request[Any, Any, Any]) -> Saisie:
    """The posted fields. Files are no part of a form read here."""
    formulaire = await request.form()
    return Saisie(
        tuple(
            (str(nom), str(valeur).replace("\r\n", "\n").replace("\r", "\n"))
            for nom, valeur in formulaire.multi_items()
            if not isinstance(valeur, UploadFile)
        )
    )


def lire_commande(modele: type[C], donnees: Mapping[str, Any]) -> C:
    """The command; empty texts are absent values. Raises ValidationError."""
    return modele.model_validate({nom: valeur for nom, valeur in donnees.items() if valeur != ""})


def erreurs_de(refus: Exception, libelles: Mapping[str, str]) -> tuple[ErreurDeChamp, ...]:
    """What a refusal says of each field. ``libelles``: « jalons.*.date » → « Jalon {n}, date »."""
    return tuple(
        ErreurDeChamp(champ=e.champ, libelle=libelle_de(e.champ, libelles), message=e.message) for e in _erreurs(refus)
    )


def _erreurs(refus: Exception) -> tuple[Erreur, ...]:
    return traduire(refus).erreurs


def libelle_de(champ: str, libelles: Mapping[str, str]) -> str:
    """The label of a field; of the nearest enclosing one when it has none of its own."""
    numeros = [int(n) + 1 for n in _NUMERO.findall(champ)]
    motif = _NUMERO.sub(".*", champ)
    while motif:
        if motif in libelles:
            return libelles[motif].format(n=numeros[0] if numeros else "")
        motif = motif.rpartition(".")[0]
    return "Formulaire"


def vers(adresse: str) -> Redirect:
    """After a write: the page to see it on, asked with GET."""
    return Redirect(adresse, status_code=303)
