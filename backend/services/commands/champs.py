"""Checked field types of the commands: every length, range and format is refused here, at the door."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from copy import copy
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, create_model
from pydantic_core import PydanticCustomError

from fne_roadmaps.domain.dates import JOURS, DateIncertaine, lire_date
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.textes import texte_propre

MAX_CENTIMES = 10**13
MAX_LISTE = 200
MAX_LONG = 20_000
ANNEE_MIN, ANNEE_MAX = 1900, 2200

T = TypeVar("T")
R = TypeVar("R")


class Commande(BaseModel):
    """Base of every command: frozen, and an unknown field is refused instead of silently dropped."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def lire(self, champ: str) -> Any:
        """A field of a command made by ``partielle``, whose fields no type checker knows."""
        return getattr(self, champ)


def garde(verifier: Callable[[T], R]) -> Callable[[T], R]:
    """Let a domain rule speak from inside a validator: its French sentence becomes the field's error."""

    def valider(valeur: T) -> R:
        try:
            return verifier(valeur)
        except RegleViolee as refus:
            raise PydanticCustomError("regle", "{message}", {"message": refus.message}) from refus

    return valider


def _propre(maxi: int, *, lignes: bool = False) -> AfterValidator:
    return AfterValidator(garde(lambda valeur: texte_propre(valeur, "texte", maxi, obligatoire=True, lignes=lignes)))


def _vide_est_rien(valeur: Any) -> Any:
    return None if isinstance(valeur, str) and not valeur.strip() else valeur


def _lire_date(valeur: Any) -> DateIncertaine:
    if isinstance(valeur, DateIncertaine):
        return valeur
    if isinstance(valeur, str):
        return lire_date(valeur)
    if isinstance(valeur, dict) and set(valeur) <= {"edtf", "recu"} and isinstance(valeur.get("edtf"), str):
        recu = valeur.get("recu")
        if recu is not None and not isinstance(recu, str):
            raise RegleViolee("recu", "Les mots reçus sont un texte.")
        mots = texte_propre(recu, "recu", 200, obligatoire=False) if recu is not None else None
        return lire_date(valeur["edtf"], recu=mots)
    raise RegleViolee(
        "date",
        "Une date s’écrit en texte EDTF, par exemple « 2024-06-18 », « [2023-09-14,2023-09-21] » ou « 2023-23 ».",
    )


def _lire_jour(valeur: Any) -> dt.date:
    """A day written AAAA-MM-JJ, from 1900 to 2200; never a number taken for an instant."""
    if isinstance(valeur, dt.date) and not isinstance(valeur, dt.datetime):
        return valeur
    if not isinstance(valeur, str):
        raise RegleViolee("jour", "Un jour s’écrit en texte, AAAA-MM-JJ.")
    try:
        jour = dt.date.fromisoformat(valeur) if _JOUR.fullmatch(valeur) else None
    except ValueError:
        jour = None
    if jour is None:
        raise RegleViolee("jour", f"« {valeur[:20]} » n’est pas un jour du calendrier ; écrivez AAAA-MM-JJ.")
    if not ANNEE_MIN <= jour.year <= ANNEE_MAX:
        raise RegleViolee("jour", f"L’année {jour.year} sort des bornes : de {ANNEE_MIN} à {ANNEE_MAX}.")
    return jour


def _lire_valeur(valeur: Any) -> str:
    """Canonical decimal text of a figure: at most 15 digits before and 6 after the point."""
    if isinstance(valeur, bool) or not isinstance(valeur, str | int | Decimal):
        raise RegleViolee("valeur", "Un chiffre s’écrit en texte décimal, par exemple « 6.4 ».")
    try:
        nombre = Decimal(str(valeur).replace(",", ".").replace("\u202f", "").replace("\u00a0", "").strip())
    except InvalidOperation:
        raise RegleViolee("valeur", f"« {str(valeur)[:40]} » n’est pas un nombre.") from None
    if not nombre.is_finite() or abs(nombre) >= 10**15 or nombre != round(nombre, 6):
        raise RegleViolee("valeur", "Ce nombre est trop grand ou trop précis (15 chiffres, 6 décimales au plus).")
    texte = format(nombre.normalize(), "f")
    return "0" if texte in {"-0", ""} else texte


_JOUR = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_HEURE = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)


def _verifier_heure(valeur: str) -> str:
    if not _HEURE.fullmatch(valeur):
        raise RegleViolee("heure", f"« {valeur[:20]} » n’est pas une heure : écrivez « 09:30 ».")
    return valeur


def _verifier_jour(valeur: str) -> str:
    """A weekday as received, in lower case; whether it agrees with the date is told later, never corrected."""
    jour = valeur.strip().lower()
    if jour not in JOURS:
        raise RegleViolee("jour_annonce", f"« {valeur.strip()[:20]} » n’est pas un jour de la semaine.")
    return jour


def _verifier_url(valeur: str) -> str:
    if len(valeur) > 2000:
        raise RegleViolee("url", f"Cette adresse compte {len(valeur)} caractères, 2 000 au plus.")
    try:
        parties = urlsplit(valeur)
        hote = parties.hostname
    except ValueError:
        hote = None
        parties = None
    correcte = parties is not None and parties.scheme in {"http", "https"} and bool(hote)
    if not correcte or any(c.isspace() or ord(c) < 32 or ord(c) == 127 for c in valeur):
        raise RegleViolee("url", "Une adresse web commence par « https:// » et ne contient pas d’espace.")
    return valeur


Mot40 = Annotated[str, _propre(40), Field(json_schema_extra={"maxLength": 40})]
Mot60 = Annotated[str, _propre(60), Field(json_schema_extra={"maxLength": 60})]
Mot80 = Annotated[str, _propre(80), Field(json_schema_extra={"maxLength": 80})]
Mot120 = Annotated[str, _propre(120), Field(json_schema_extra={"maxLength": 120})]
Mot200 = Annotated[str, _propre(200), Field(json_schema_extra={"maxLength": 200})]
Mot300 = Annotated[str, _propre(300), Field(json_schema_extra={"maxLength": 300})]
Texte = Annotated[str, _propre(MAX_LONG, lignes=True), Field(json_schema_extra={"maxLength": MAX_LONG})]
Mot40Facultatif = Annotated[Mot40 | None, BeforeValidator(_vide_est_rien)]
Mot60Facultatif = Annotated[Mot60 | None, BeforeValidator(_vide_est_rien)]
Mot80Facultatif = Annotated[Mot80 | None, BeforeValidator(_vide_est_rien)]
Mot120Facultatif = Annotated[Mot120 | None, BeforeValidator(_vide_est_rien)]
Mot200Facultatif = Annotated[Mot200 | None, BeforeValidator(_vide_est_rien)]
Mot300Facultatif = Annotated[Mot300 | None, BeforeValidator(_vide_est_rien)]
TexteFacultatif = Annotated[Texte | None, BeforeValidator(_vide_est_rien)]

# The key or the readable code of an object; resolved, with the reader's rights, by ``backend.queries.references``.
Reference = Annotated[str, _propre(140), Field(json_schema_extra={"examples": ["28-2024"]})]
ReferenceFacultative = Annotated[Reference | None, BeforeValidator(_vide_est_rien)]

DateEdtf = Annotated[
    DateIncertaine,
    BeforeValidator(garde(_lire_date)),
    WithJsonSchema(
        {
            "description": "Date EDTF (ISO 8601-2), ou objet avec les mots reçus",
            "anyOf": [
                {"type": "string", "examples": ["2024-06-18", "[2023-09-14,2023-09-21]", "2023-23"]},
                {
                    "type": "object",
                    "required": ["edtf"],
                    "properties": {"edtf": {"type": "string"}, "recu": {"type": ["string", "null"]}},
                },
            ],
        },
        mode="validation",
    ),
]
Valeur = Annotated[str, BeforeValidator(garde(_lire_valeur)), Field(json_schema_extra={"examples": ["6.4"]})]
Heure = Annotated[str, AfterValidator(garde(_verifier_heure)), Field(json_schema_extra={"examples": ["09:30"]})]
JourAnnonce = Annotated[str, AfterValidator(garde(_verifier_jour)), Field(json_schema_extra={"enum": list(JOURS)})]
Url = Annotated[str, AfterValidator(garde(_verifier_url)), Field(json_schema_extra={"format": "uri"})]
Centimes = Annotated[int, Field(strict=True, ge=0, le=MAX_CENTIMES, description="Montant en centimes d’euro")]
Annee = Annotated[int, Field(strict=True, ge=ANNEE_MIN, le=ANNEE_MAX)]
Jour = Annotated[dt.date, BeforeValidator(garde(_lire_jour))]
Rang = Annotated[int, Field(strict=True, ge=1, le=9999)]


def partielle(modele: type[BaseModel], nom: str, *, sauf: frozenset[str] = frozenset()) -> type[Commande]:
    """The command that changes what ``modele`` creates: same fields and checks, all optional, minus ``sauf``.

    Read it with ``model_dump(exclude_unset=True)`` or ``model_fields_set``: an absent field is left alone, and null is
    accepted only where the creation accepts it.
    """
    champs: dict[str, Any] = {}
    for cle, info in modele.model_fields.items():
        if cle not in sauf:
            champ = copy(info)
            champ.default = None
            champ.default_factory = None
            champs[cle] = (info.annotation, champ)
    return create_model(nom, __base__=Commande, **champs)
