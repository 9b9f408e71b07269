"""From a posted form to a command, and from a refusal back to the form with everything that was typed.

Names of fields are those of commands, dotted for the lines of a list (« jalons.0.titre »), so that what a rule refuses
points at the field that holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import parse_qsl
from uuid import UUID, uuid4

from litestar import Request
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.response import Redirect
from pydantic import BaseModel, ValidationError

from backend.errors import Erreur, Nature, Refus, traduire
from backend.web.contexts.formulaire import ErreurDeChamp
from fne_roadmaps.domain.errors import ReglesViolees, RegleViolee
from fne_roadmaps.domain.textes import grouper

REFUS = (RegleViolee, ReglesViolees, ValidationError)
"""What a page catches to show its form again."""

CHAMPS_MAX = 5000
"""Of a form: the longest page shows far fewer; reading more would keep everybody waiting."""

CLE, VERSION = "cle_formulaire", "version"
SAISIE = "saisie"
"""Under which name a request keeps what was posted: the page of an error shows it again."""
MOTS_DE_PASSE = frozenset({"mot_de_passe", "actuel", "nouveau", "confirmation"})
LISIBLE = 12
"""A shorter text is not worth showing again."""
_RANG_MAX = 500
_SURROGAT = re.compile("[\ud800-\udfff]")
ILLISIBLE = "Ce formulaire n’est pas du texte UTF-8 : rien n’a été enregistré."
TROP_DE_CHAMPS = f"Ce formulaire compte plus de {grouper(CHAMPS_MAX)} champs : rien n’a été enregistré."
_NUMERO = re.compile(r"\.(\d+)(?=\.|$)")

C = TypeVar("C", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Saisie:
    """What was typed, whole and in order; nothing is trimmed but line endings."""

    paires: tuple[tuple[str, str], ...]

    @property
    def valeurs(self) -> dict[str, tuple[str, ...]]:
        """By field, as ``Formulaire`` prints them again."""
        valeurs: dict[str, list[str]] = {}
        for nom, valeur in self.paires:
            valeurs.setdefault(nom, []).append(valeur)
        return {nom: tuple(toutes) for nom, toutes in valeurs.items()}

    @property
    def premieres(self) -> dict[str, str]:
        """The first value of every field: what ``un`` says, of all of them at once."""
        return {nom: valeurs[0] for nom, valeurs in self.valeurs.items()}

    @property
    def textes(self) -> tuple[str, ...]:
        """What somebody wrote, in whole words, as it may be shown again: never a password."""
        lisibles = (v for nom, v in self.paires if len(v) > LISIBLE and " " in v and nom not in MOTS_DE_PASSE)
        return tuple(dict.fromkeys(lisibles))

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
        noms, premieres = tuple(champs), self.premieres
        numeros = sorted(
            {
                int(trouve.group(1))
                for nom in premieres
                if (trouve := re.match(rf"{re.escape(liste)}\.(\d{{1,3}})\.", nom)) and int(trouve.group(1)) < _RANG_MAX
            }
        )
        toutes = [{"rang": str(n), **{c: premieres.get(f"{liste}.{n}.{c}", "") for c in noms}} for n in numeros]
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
    """The posted fields, kept with the request. Files are no part of a form read here.

    Raises Refus for what no page of ours sends: bytes that are no text, more fields than ``CHAMPS_MAX``. The
    framework's own reading keeps the last thousand forms in memory, and takes bytes that are no text for some.
    """
    etat = request.scope["state"]
    if SAISIE not in etat:
        etat[SAISIE] = saisie_de(await _recevoir(request))
    lue: Saisie = etat[SAISIE]
    return lue


async def _recevoir(request: Request[Any, Any, Any]) -> list[tuple[str, str]]:
    type_ = request.content_type[0]
    try:
        if type_ == RequestEncodingType.URL_ENCODED:
            return _decoder(await request.body())
        if type_ == RequestEncodingType.MULTI_PART:
            recues = (await request.form()).multi_items()
            return [(str(nom), str(valeur)) for nom, valeur in recues if not isinstance(valeur, UploadFile)]
    except (UnicodeError, LookupError):
        raise Refus(Nature.ILLISIBLE, ILLISIBLE) from None
    return []


def saisie_de(paires: Sequence[tuple[str, str]]) -> Saisie:
    """These fields, wherever they come from. Raises Refus when they are too many, or no text."""
    if len(paires) > CHAMPS_MAX:
        raise Refus(Nature.TROP_GRAND, TROP_DE_CHAMPS)
    if any(_SURROGAT.search(texte) for paire in paires for texte in paire):
        raise Refus(Nature.ILLISIBLE, ILLISIBLE)
    return Saisie(tuple((nom, valeur.replace("\r\n", "\n").replace("\r", "\n")) for nom, valeur in paires))


def _decoder(corps: bytes) -> list[tuple[str, str]]:
    """Fields of an urlencoded body. Raises UnicodeError or Refus."""
    if corps.count(b"&") >= CHAMPS_MAX:
        raise Refus(Nature.TROP_GRAND, TROP_DE_CHAMPS)
    return parse_qsl(corps.decode(), keep_blank_values=True, errors="strict")


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


def exiger_un_formulaire(erreurs: Sequence[ErreurDeChamp], *, montre: bool) -> None:
    """What is refused is told in a form: raises it as RegleViolee when the page has none left to tell it in."""
    if erreurs and not montre:
        raise RegleViolee(erreurs[0].libelle, erreurs[0].message)


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
