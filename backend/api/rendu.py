"""Lists as JSON, straight from the rows: what their models would write, at a fraction of the cost.

Models stay the one declaration of what an answer holds, and what single objects are written with; a test compares both
on every list. Here each model is taken apart once into a plan, and the rows go through it without being validated:
they come from our own queries.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import itemgetter
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from litestar.serialization import encode_json
from pydantic import BeforeValidator, PlainSerializer

from backend.api.schemas.base import Rendu
from backend.queries.listes import Page

Ecrire = Callable[[Any], Any]
"""From a value of a row to what JSON may hold; None is never given."""


def rendre_page(modele: type[Rendu], page: Page) -> bytes:
    """One page of a list, as ``schemas.base.Page`` says it."""
    ecrire = _objet(modele)
    elements = [ecrire(element) for element in page.elements]
    return encode_json({"elements": elements, "total": page.total, "page": page.page, "par_page": page.par_page})


@cache
def _objet(modele: type[Rendu]) -> Ecrire:
    """The plan of a model: its fields in order, those that are written otherwise, then the labels of its codes."""
    champs = modele.model_fields
    noms = (*champs, *(() if len(champs) > 1 else champs))
    prendre = itemgetter(*noms)
    defauts = {nom: champ.default for nom, champ in champs.items() if not champ.is_required()}
    conversions = [
        (nom, convertir)
        for nom, champ in champs.items()
        if (convertir := _valeur(champ.annotation, tuple(champ.metadata))) is not None
    ]
    libelles = [(nom, f"{nom}_libelle") for nom in modele.vocabulaires]
    telle_quelle = frozenset(champs) if not conversions and not libelles else None

    def ecrire(source: Any) -> dict[str, Any]:
        rangee = source if isinstance(source, dict) else _attributs(source, modele)
        if rangee.keys() == telle_quelle:
            return rangee
        try:
            dit = dict(zip(noms, prendre(rangee), strict=True))
        except KeyError:
            dit = dict(zip(noms, prendre({**defauts, **rangee}), strict=True))
        for nom, convertir in conversions:
            if dit[nom] is not None:
                dit[nom] = convertir(dit[nom])
        for nom, libelle in libelles:
            code = dit[nom]
            dit[libelle] = code.libelle if code is not None else None
        return dit

    return ecrire


def _attributs(source: object, modele: type[Rendu]) -> dict[str, Any]:
    """An object of the domain (a ``Retard``) as a row."""
    return {nom: getattr(source, nom) for nom in modele.model_fields if hasattr(source, nom)}


def _valeur(annotation: Any, ajouts: tuple[Any, ...] = ()) -> Ecrire | None:
    """How values of a type are written; None for those JSON takes as they are."""
    if get_origin(annotation) is Annotated:
        annotation, *siens = get_args(annotation)
        return _valeur(annotation, (*siens, *ajouts))
    for ajout in ajouts:
        if isinstance(ajout, PlainSerializer | BeforeValidator):
            return ajout.func  # type: ignore[return-value]
    origine, types = get_origin(annotation), get_args(annotation)
    if origine in {Union, UnionType}:
        (seul,) = (t for t in types if t is not NoneType)
        return _valeur(seul)
    if origine is tuple:
        return _plusieurs(types[0])
    return _objet(annotation) if isinstance(annotation, type) and issubclass(annotation, Rendu) else None


def _plusieurs(annotation: Any) -> Ecrire | None:
    """How a list of a type is written: as it is when its rows, which one statement gave, are already as the model says.

    The first row speaks for the others.
    """
    element = _valeur(annotation)
    if element is None:
        return None

    def ecrire(valeurs: Any) -> Any:
        if not valeurs:
            return valeurs
        premier = element(valeurs[0])
        return valeurs if premier is valeurs[0] else [premier, *map(element, valeurs[1:])]

    return ecrire
