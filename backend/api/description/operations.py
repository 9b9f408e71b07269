"""The operations of one concept, as OpenAPI tells them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from backend.api.description.schemas import Json, vers
from backend.api.ressources import Acte, Ressource, Suite
from backend.api.schemas.base import Page
from backend.queries.listes import PAR_PAGE, PAR_PAGE_MAX, Liste

ETAG = {"description": "Version de l’objet, à rendre dans If-Match", "schema": {"type": "string", "examples": ['"3"']}}
_IF_MATCH = ("If-Match", "Version lue, telle que donnée par ETag", '"3"', True)
_IF_NONE_MATCH = ("If-None-Match", "Version déjà connue : la réponse est alors 304, sans corps", '"3"', False)
_CLE = (
    "Idempotency-Key",
    "Clé au choix de l’appelant : la même demande sous la même clé n’est faite qu’une fois",
    "8c1f7f0e-6d0b-4f61-9d2a-0f6c1f6a1b11",
    True,
)


def corps(schema: Json) -> Json:
    """JSON content."""
    return {"application/json": {"schema": schema}}


def entete(nom: str, description: str, exemple: str, requis: bool) -> Json:
    """A header of the request."""
    return {
        "name": nom,
        "in": "header",
        "required": requis,
        "description": description,
        "schema": {"type": "string"},
        "example": exemple,
    }


def dans_le_chemin(nom: str, description: str, exemple: object, schema: Json | None = None) -> Json:
    """A part of the address."""
    return {
        "name": nom,
        "in": "path",
        "required": True,
        "description": description,
        "schema": schema or {"type": "string", "minLength": 1},
        "example": exemple,
    }


def refus(*statuts: int) -> Json:
    """Answers that are problems."""
    return {str(statut): {"$ref": f"#/components/responses/{statut}"} for statut in statuts}


def _operation(
    nom: str, resume: str, etiquette: str, parametres: Iterable[Json], reponses: Mapping[str, Any], **suite: Any
) -> Json:
    return {
        "operationId": nom,
        "summary": resume,
        "tags": [etiquette],
        "parameters": list(parametres),
        **suite,
        "responses": dict(reponses),
    }


def pages() -> list[Json]:
    """Parameters of every list."""
    return [
        {
            "name": "page",
            "in": "query",
            "description": "Page, à partir de 1",
            "schema": {"type": "integer", "minimum": 1, "default": 1},
        },
        {
            "name": "par_page",
            "in": "query",
            "description": "Nombre d’éléments par page",
            "schema": {"type": "integer", "minimum": 1, "maximum": PAR_PAGE_MAX, "default": PAR_PAGE},
        },
    ]


def _filtres(liste: Liste) -> list[Json]:
    parametres = []
    for nom, filtre in liste.filtres.items():
        parametre: Json = {"name": nom, "in": "query", "description": filtre.description, "schema": dict(filtre.schema)}
        if filtre.schema["type"] == "array":
            parametre |= {"style": "form", "explode": False}
        parametres.append(parametre)
    tris = [signe + tri for tri in liste.tris for signe in ("", "-")]
    parametres.append(
        {
            "name": "tri",
            "in": "query",
            "description": "Ordre ; « - » l’inverse. Ce qui n’est pas connu vient toujours à la fin.",
            "schema": {"type": "string", "enum": tris, "default": liste.tri},
        }
    )
    return [*parametres, *pages()]


def operations(r: Ressource) -> dict[str, Json]:
    """Paths of a concept."""
    reference = dans_le_chemin(
        "reference",
        f"Clé (UUID) ou code d’{r.un}" + (" ; les barres du code s’écrivent telles quelles" if r.a_barres else ""),
        r.exemple,
    )
    un = {"200": {"description": f"{r.un.capitalize()}", "headers": {"ETag": ETAG}, "content": corps(vers(r.entier))}}
    collection: Json = {
        "get": _operation(
            f"lister_{r.concept}",
            f"Lister les {r.des}",
            r.des,
            _filtres(r.liste),
            {"200": {"description": "Une page", "content": corps(vers(Page[r.resume]))}, **refus(401, 422)},  # type: ignore[name-defined]
        )
    }
    objet: Json = {
        "get": _operation(
            f"lire_{r.concept}",
            f"Lire {r.un}",
            r.des,
            [reference, entete(*_IF_NONE_MATCH)],
            {**un, "304": {"description": "Inchangé", "headers": {"ETag": ETAG}}, **refus(401, 404)},
        )
    }
    if r.creation:
        collection["post"] = _operation(
            f"creer_{r.concept}",
            f"Créer {r.un}",
            r.des,
            [entete(*_CLE)],
            {"201": _cree(r.entier), **refus(400, 401, 403, 404, 409, 413, 415, 422)},
            requestBody=_demande(r.creation.commande, r.creation.exemple),
        )
    if r.modification:
        objet["patch"] = _operation(
            f"modifier_{r.concept}",
            f"Changer {r.un} : seuls les champs donnés changent",
            r.des,
            [reference, entete(*_IF_MATCH)],
            {**un, **refus(400, 401, 403, 404, 412, 413, 415, 422, 428)},
            requestBody=_demande(r.modification.commande, r.modification.exemple),
        )
    if r.supprimer:
        motif = {"name": "motif", "in": "query", "required": True, "schema": {"type": "string", "minLength": 1}}
        objet["delete"] = _operation(
            f"supprimer_{r.concept}",
            f"Supprimer {r.un} : elle reste annulée dans les agendas",
            r.des,
            [reference, {**motif, "description": "Pourquoi", "example": "Saisie en double"}, entete(*_IF_MATCH)],
            {"204": {"description": "Supprimée"}, **refus(401, 403, 404, 412, 422, 428)},
        )
    actes = {f"{r.adresse}/{{reference}}/{a.nom}": {"post": _acte(r, a, reference, un)} for a in r.actes}
    suites = {f"{r.adresse}/{{reference}}/{s.nom}": _suite(r, s, reference) for s in r.suites}
    return {r.adresse: collection, f"{r.adresse}/{{reference}}": objet, **actes, **suites}


def _suite(r: Ressource, suite: Suite, reference: Json) -> Json:
    ajoute = _cree(suite.element, "Adresse de la liste")
    del ajoute["headers"]["ETag"]
    return {
        "get": _operation(
            f"lister_{suite.concept}",
            f"Lister les {suite.des} d’{r.un}, les plus récentes d’abord",
            r.des,
            [reference, *pages()],
            {
                "200": {"description": "Une page", "content": corps(vers(Page[suite.element]))},  # type: ignore[name-defined]
                **refus(401, 404, 422),
            },
        ),
        "post": _operation(
            f"creer_{suite.concept}",
            suite.ajouter,
            r.des,
            [reference, entete(*_CLE)],
            {"201": ajoute, **refus(400, 401, 403, 404, 409, 413, 415, 422)},
            requestBody=_demande(suite.corps, suite.exemple),
        ),
    }


def _acte(r: Ressource, acte: Acte, reference: Json, un: Json) -> Json:
    return _operation(
        f"{r.concept}_{acte.nom}",
        acte.resume,
        r.des,
        [reference, entete(*_IF_MATCH)],
        {**un, **refus(400, 401, 403, 404, 412, 413, 415, 422, 428)},
        requestBody=_demande(acte.commande, acte.exemple),
    )


def _cree(forme: type[BaseModel], ou: str = "Adresse de l’objet") -> Json:
    return {
        "description": "Fait ; rendu tel quel si la même demande revient sous la même clé",
        "headers": {
            "Location": {"description": ou, "schema": {"type": "string"}},
            "ETag": ETAG,
            "Idempotency-Replayed": {
                "description": "« true » quand la demande avait déjà été faite",
                "schema": {"type": "string"},
            },
        },
        "content": corps(vers(forme)),
    }


def _demande(commande: type[BaseModel], exemple: Mapping[str, Any]) -> Json:
    return {
        "required": True,
        "content": {"application/json": {"schema": vers(commande), "example": dict(exemple)}},
    }
