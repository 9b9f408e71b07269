"""The whole OpenAPI document."""

from __future__ import annotations

from importlib.metadata import version as version_installee
from typing import Any

from backend.api.catalogue import RESSOURCES
from backend.api.description.operations import corps, dans_le_chemin, operations, pages, refus
from backend.api.description.schemas import Json, definitions, vers
from backend.api.journal import COLLECTIONS
from backend.api.ressources import RACINE
from backend.api.schemas.base import Page
from backend.api.schemas.communs import EntreeJournal
from backend.api.schemas.feuilles_de_route import Version, VersionEntiere
from backend.api.schemas.gouvernances import Chiffre
from backend.errors import Nature
from backend.errors.probleme import TYPE
from backend.errors.reponses import TYPE_PROBLEME
from exports.formats import typographier

INTRODUCTION = """Gouvernances, feuilles de route, fiches action, instances et réunions France Numérique Ensemble.

**Clé.** Chaque demande porte l’en-tête `Authorization: Bearer CLÉ`. Sur une base de démonstration : `alice-28` écrit
dans la gouvernance 28, `bob-28` la lit, `charlie-41` et `diane-hub` sont d’ailleurs. Ce qu’on ne peut pas voir répond
404.

**Références.** Un objet se désigne par sa clé (UUID) ou par son code : `28-2024`, `28-2024/1.3`, `28/copil/r7`.

**Écrire.** Une création porte `Idempotency-Key` ; un changement porte `If-Match` avec l’ETag lu (428 sans lui, 412 avec
les deux versions s’il est périmé). L’ETag est la version de l’objet : ce qui est calculé au jour de référence (retard,
progression, échéance) peut changer sans elle.

**Valeurs.** Un champ `x` d’un vocabulaire fermé porte un code, `x_libelle` son libellé. Les montants sont en centimes.
Une date incertaine est un objet `{edtf, premier, dernier, recu, texte}` ; elle se saisit en texte EDTF (ISO 8601-2).

**Erreurs.** `application/problem+json` (RFC 9457) ; `erreurs` nomme chaque champ refusé et la cause."""

_LUS = frozenset({"summary", "description"})
_DETAILS = {
    400: "Demande illisible, ou clé d’idempotence absente",
    401: "Clé absente ou inconnue",
    403: "Visible, mais pas modifiable avec ce profil",
    404: "N’existe pas, ou n’est pas visible avec cette clé",
    409: "La clé d’idempotence a servi à une autre demande",
    412: "Version périmée : « actuel » et « propose » portent les deux textes",
    413: "Plus d’un million d’octets",
    415: "Autre chose que du JSON en UTF-8",
    422: "Une ou plusieurs valeurs sont refusées",
    428: "If-Match absent",
}


def document() -> Json:
    """The document, in OpenAPI 3.1."""
    chemins: dict[str, Json] = {}
    for ressource in RESSOURCES:
        chemins |= operations(ressource)
    dit: Json = _typographie(
        {
            "openapi": "3.1.0",
            "info": {
                "title": "Feuilles de route France Numérique Ensemble",
                "version": version_installee("fne-roadmaps"),
                "description": INTRODUCTION,
                "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
            },
            "servers": [{"url": "/"}],
            "security": [{"cle": []}],
            "tags": [{"name": r.des} for r in RESSOURCES] + [{"name": "journal"}],
            "paths": {**chemins, **_annexes()},
            "components": {
                "securitySchemes": {
                    "cle": {"type": "http", "scheme": "bearer", "description": "Identifiant du compte"}
                },
                "responses": {str(statut): _probleme(statut, detail) for statut, detail in _DETAILS.items()},
                "schemas": {**definitions(), "Probleme": _PROBLEME},
            },
        }
    )
    return dit


def _typographie(noeud: Any) -> Any:
    """What people read in French typography; code between backquotes is left alone."""
    if isinstance(noeud, list):
        return [_typographie(enfant) for enfant in noeud]
    if not isinstance(noeud, dict):
        return noeud
    return {
        cle: _hors_code(valeur) if cle in _LUS and isinstance(valeur, str) else _typographie(valeur)
        for cle, valeur in noeud.items()
    }


def _hors_code(texte: str) -> str:
    return "`".join(t if i % 2 else typographier(t) for i, t in enumerate(texte.split("`")))


_PROBLEME: Json = {
    "type": "object",
    "description": "RFC 9457",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "enum": [TYPE.format(nature.nom) for nature in Nature]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "Une phrase pour la personne, qui nomme le champ et la cause"},
        "instance": {"type": "string", "description": "Adresse demandée"},
        "erreurs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["champ", "message"],
                "properties": {
                    "champ": {"type": "string", "examples": ["financements.0.promis"]},
                    "message": {"type": "string", "examples": ["Ce nombre doit être au moins 0."]},
                    "recu": {"type": "string", "examples": ["-400"]},
                },
            },
        },
        "actuel": {"type": "object", "description": "412 : l’objet tel qu’il est enregistré"},
        "propose": {"type": "object", "description": "412 : ce qui était demandé"},
        "repere": {"type": "string", "description": "500 : ce qu’il faut citer pour signaler le problème"},
    },
}


def _probleme(statut: int, detail: str) -> Json:
    contenu = {TYPE_PROBLEME: {"schema": {"$ref": "#/components/schemas/Probleme"}}}
    return {"description": f"{detail}.", "content": contenu}


def _annexes() -> dict[str, Json]:
    """What hangs on a roadmap, and the journal."""
    reference = dans_le_chemin("reference", "Clé ou code de la feuille de route", "28-2024")
    numero = dans_le_chemin("numero", "Numéro de la version", 1, {"type": "integer", "minimum": 1, "maximum": 9999})
    collection = dans_le_chemin("collection", "Collection de l’objet", "fiches-action", {"enum": [*COLLECTIONS]})
    objet = dans_le_chemin("reference", "Clé ou code de l’objet", "28-2024/1.3")
    une = f"{RACINE}/feuilles-de-route/{{reference}}"

    def lire(
        nom: str, resume: str, etiquette: str, parametres: list[Json], schema: dict[str, Any], *codes: int
    ) -> Json:
        reponses = {"200": {"description": "Trouvé", "content": corps(schema)}, **refus(401, 404, *codes)}
        return {
            "get": {
                "operationId": nom,
                "summary": resume,
                "tags": [etiquette],
                "parameters": parametres,
                "responses": reponses,
            }
        }

    return {
        f"{une}/versions": lire(
            "lister_versions",
            "Lister les textes présentés ou signés",
            "feuilles de route",
            [reference],
            {"type": "array", "items": vers(Version)},
        ),
        f"{une}/versions/{{numero}}": lire(
            "lire_version",
            "Lire un texte présenté ou signé, avec son empreinte",
            "feuilles de route",
            [reference, numero],
            vers(VersionEntiere),
        ),
        f"{une}/diagnostic": lire(
            "lire_diagnostic",
            "Lire les chiffres du diagnostic",
            "feuilles de route",
            [reference],
            {"type": "array", "items": vers(Chiffre)},
        ),
        f"{RACINE}/journal/{{collection}}/{{reference}}": lire(
            "lire_journal",
            "Lire le journal d’un objet, le plus récent d’abord",
            "journal",
            [collection, objet, *pages()],
            vers(Page[EntreeJournal]),
            422,
        ),
    }
