"""From any exception to a ``Probleme``: one table, and nothing of the inside told to the outside."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import asyncpg
from litestar.exceptions import HTTPException
from pydantic import ValidationError

from backend.errors.probleme import Erreur, Nature, Probleme, Refus, nommer
from backend.errors.validation import erreurs_de_validation
from exports.formats import compte, typographier
from fne_roadmaps.domain.errors import Conflit, ErreurMetier, Interdit, NonTrouve, ReglesViolees, RegleViolee

REESSAYER_S = "5"
_COUPEE = "client disconnected prematurely"
"""How the framework tells that a body stopped before its end: it calls that a failure of its own."""
_PAR_STATUT = {nature.statut: nature for nature in (Nature.NON_TROUVE, Nature.METHODE, Nature.TROP_GRAND)}
_DETAILS = {
    Nature.NON_TROUVE: "Cette adresse ne mène à rien.",
    Nature.METHODE: "Cette adresse n’accepte pas cette méthode ; celles qu’elle accepte sont dans l’en-tête « Allow ».",
    Nature.TROP_GRAND: "Le corps de la demande dépasse un million d’octets.",
    Nature.INDISPONIBLE: "Le service est momentanément indisponible : recommencez dans quelques secondes.",
}


def traduire(erreur: Exception, *, version_donnee: bool = False, repere: str = "") -> Probleme:
    """The answer to an exception.

    ``version_donnee``: the request carried If-Match, so that a stale version is a failed precondition and not a mere
    conflict. ``repere`` is the reference told when something unexpected happened.
    """
    if isinstance(erreur, Refus):
        return erreur.probleme
    if isinstance(erreur, ErreurMetier):
        return _metier(erreur, version_donnee)
    if isinstance(erreur, ValidationError):
        return _saisie(erreurs_de_validation(erreur))
    if isinstance(erreur, HTTPException):
        return _http(erreur, repere)
    if base_injoignable(erreur):
        detail = _DETAILS[Nature.INDISPONIBLE]
        return Probleme(Nature.INDISPONIBLE, typographier(detail), entetes={"retry-after": REESSAYER_S})
    return _panne(repere)


def base_injoignable(erreur: BaseException) -> bool:
    """The database is locked, stopped or out of reach: trying again later may succeed."""
    if isinstance(erreur, sqlite3.OperationalError):
        return any(mot in str(erreur) for mot in ("locked", "busy", "unable to open"))
    refusee = (asyncpg.PostgresConnectionError, asyncpg.CannotConnectNowError, asyncpg.TooManyConnectionsError)
    return isinstance(erreur, (*refusee, ConnectionError))


def _metier(erreur: ErreurMetier, version_donnee: bool) -> Probleme:
    if isinstance(erreur, RegleViolee):
        return _saisie([_violation(erreur)])
    if isinstance(erreur, ReglesViolees):
        return _saisie([_violation(v) for v in erreur.violations])
    detail = typographier(str(erreur))
    if isinstance(erreur, Conflit):
        nature = Nature.VERSION_PERIMEE if version_donnee else Nature.CONFLIT
        complements = {"actuel": erreur.actuel, "propose": erreur.propose}
        return Probleme(nature, detail, complements={cle: v for cle, v in complements.items() if v})
    if isinstance(erreur, NonTrouve):
        return Probleme(Nature.NON_TROUVE, detail)
    return Probleme(Nature.INTERDIT if isinstance(erreur, Interdit) else Nature.SAISIE, detail)


def _violation(violation: RegleViolee) -> Erreur:
    return Erreur(nommer(violation.champ), typographier(nommer(violation.message)))


def _saisie(erreurs: Sequence[Erreur]) -> Probleme:
    premiere = erreurs[0]
    detail = f"« {premiere.champ} » : {premiere.message}"
    if len(erreurs) > 1:
        detail += f" {compte(len(erreurs) - 1, 'autre valeur est refusée', 'autres valeurs sont refusées')}."
    return Probleme(Nature.SAISIE, typographier(detail), tuple(erreurs))


def _http(erreur: HTTPException, repere: str) -> Probleme:
    """Errors the framework raises before a controller runs."""
    entetes = {nom.lower(): valeur for nom, valeur in (erreur.headers or {}).items()}
    if erreur.detail == _COUPEE:
        return Probleme(Nature.ILLISIBLE, typographier("Cette demande s’est interrompue : rien n’a été enregistré."))
    if erreur.status_code >= Nature.PANNE.statut:
        return _panne(repere)
    nature = _PAR_STATUT.get(erreur.status_code, Nature.ILLISIBLE)
    return Probleme(nature, typographier(_DETAILS.get(nature, "Cette demande ne peut pas être lue.")), entetes=entetes)


def _panne(repere: str) -> Probleme:
    detail = "Quelque chose d’inattendu s’est produit, et rien n’a été enregistré."
    if repere:
        detail += f" Pour le signaler, indiquez ce repère : {repere}."
    return Probleme(Nature.PANNE, typographier(detail), complements={"repere": repere} if repere else {})
