"""What every answer is made of: codes with their label, uncertain dates with their words, references.

Models read the plain rows of ``backend.queries`` and drop what they do not declare. Money is integer centimes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, ClassVar, Generic, TypeVar, Union, get_args, get_origin
from uuid import UUID

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    SerializerFunctionWrapHandler,
    SkipValidation,
    WithJsonSchema,
    model_serializer,
)

from exports.formats import date_sans_preposition, typographier
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import Vocabulaire

T = TypeVar("T", bound=BaseModel)


class Rendu(BaseModel):
    """Base of every answer; one that holds codes of a closed vocabulary is a ``RenduDeCodes``."""

    model_config = ConfigDict(frozen=True, extra="ignore", from_attributes=True)
    vocabulaires: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Note which fields hold a code."""
        super().__pydantic_init_subclass__(**kwargs)
        cls.vocabulaires = tuple(nom for nom, champ in cls.model_fields.items() if _code(champ.annotation))
        if cls.vocabulaires and not issubclass(cls, RenduDeCodes):
            raise TypeError(f"{cls.__name__} tient des codes : leur libellé manquerait")


class RenduDeCodes(Rendu):
    """Each code ``x`` comes with ``x_libelle``, its French label."""

    @model_serializer(mode="wrap")
    def _avec_libelles(self, suite: SerializerFunctionWrapHandler) -> dict[str, Any]:
        dit: dict[str, Any] = suite(self)
        for nom in self.vocabulaires:
            code: Vocabulaire | None = getattr(self, nom)
            dit[f"{nom}_libelle"] = code.libelle if code is not None else None
        return dit


def _code(annotation: Any) -> bool:
    """One code, or none; lists of codes carry no label."""
    types = get_args(annotation) if get_origin(annotation) in {Union, UnionType} else (annotation,)
    return any(isinstance(t, type) and issubclass(t, Vocabulaire) for t in types)


@lru_cache(maxsize=8192)
def date_en_json(quand: DateIncertaine) -> dict[str, Any]:
    """An uncertain date as known: EDTF, first and last possible day, words received, words to print.

    A date always reads the same: its words are worked out once. Nobody may change what is given.
    """
    return {
        "edtf": quand.edtf or None,
        "premier": quand.premier.isoformat() if quand.premier else None,
        "dernier": quand.dernier.isoformat() if quand.dernier else None,
        "recu": quand.recu,
        "texte": date_sans_preposition(quand),
    }


_JOUR_OU_RIEN = {"type": ["string", "null"], "format": "date"}
Date = Annotated[
    SkipValidation[DateIncertaine],
    PlainSerializer(date_en_json),
    WithJsonSchema(
        {
            "type": "object",
            "description": "Date telle qu’elle est connue (EDTF, ISO 8601-2), jamais rendue plus exacte.",
            "required": ["edtf", "premier", "dernier", "recu", "texte"],
            "properties": {
                "edtf": {"type": ["string", "null"], "examples": ["[2023-09-14,2023-09-21]"]},
                "premier": {**_JOUR_OU_RIEN, "description": "Premier jour possible"},
                "dernier": {**_JOUR_OU_RIEN, "description": "Dernier jour possible"},
                "recu": {"type": ["string", "null"], "description": "Mots reçus"},
                "texte": {"type": "string", "examples": ["14 ou 21 septembre 2023"]},
            },
        }
    ),
]


def _en_ordre(droits: Iterable[Droit]) -> tuple[Droit, ...]:
    tenus = set(droits)
    return tuple(droit for droit in Droit if droit in tenus)


Droits = Annotated[
    tuple[Droit, ...], BeforeValidator(_en_ordre), Field(description="Ce que le lecteur peut faire de cet objet")
]
Phrase = Annotated[str, BeforeValidator(typographier)]
Centimes = Annotated[int, Field(description="Montant en centimes d’euro")]
AuJour = Annotated[dt.date, Field(description="Jour de référence de ce qui est calculé")]


class Ref(Rendu):
    """Another object: its key, its readable code and its name, when it has them."""

    id: UUID
    code: str | None = None
    nom: str | None = None


class Objet(RenduDeCodes):
    """What every stored object tells; ``version`` is its ETag."""

    id: UUID
    version: int
    cree_le: dt.datetime
    maj_le: dt.datetime
    exemple: bool


class Page(BaseModel, Generic[T]):
    """One page of a list."""

    elements: tuple[T, ...]
    total: int
    page: int
    par_page: int
