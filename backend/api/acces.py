"""Who calls the API: a key in « Authorization: Bearer … ». On a demonstration, the key is an account's identifier."""

from __future__ import annotations

from backend.context import Contexte, jour_de_reference, maintenant
from backend.database import Base
from backend.errors import Nature, Refus
from backend.errors.reponses import Requete, repere_de
from backend.queries.comptes import acteur_de, comptes
from exports.formats import enumeration

_SCHEMA = "bearer"
_CLE_MAX = 80


async def contexte_api(requete: Requete) -> Contexte:
    """The context of an API request. Raises Refus (401) without a key that opens an account."""
    base: Base = requete.app.state.base
    if not base.demo:
        raise _refus("Cette base n’a pas encore de comptes : l’API n’y est pas ouverte.")
    instant = maintenant()
    au = jour_de_reference(base.au, instant)
    acteur = await acteur_de(await _cle(requete), au)
    if acteur is None:
        raise _refus(f"Cette clé n’ouvre aucun compte. {await _mode_d_emploi()}")
    return Contexte(acteur, instant, au, repere_de(requete), secret=requete.app.state.secret)


async def _cle(requete: Requete) -> str:
    schema, _, cle = requete.headers.get("authorization", "").strip().partition(" ")
    cle = cle.strip()
    if schema.lower() != _SCHEMA or not cle or len(cle) > _CLE_MAX or not (cle.isascii() and cle.isprintable()):
        raise _refus(f"Il faut une clé pour lire l’API. {await _mode_d_emploi()}")
    return cle


async def _mode_d_emploi() -> str:
    cles = list(dict.fromkeys(compte["identifiant"] for compte in await comptes()))
    return (
        "Sur cette base de démonstration, donnez l’en-tête « Authorization » avec la valeur « Bearer CLÉ », "
        f"où CLÉ est {enumeration(cles, 'ou')}."
    )


def _refus(detail: str) -> Refus:
    return Refus(Nature.NON_AUTHENTIFIE, detail, entetes={"www-authenticate": 'Bearer realm="fne-roadmaps"'})
