"""Commands on calls for fiches, deposits and requests for news."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from backend.services.commands.champs import (
    Commande,
    Jour,
    Mot200,
    Mot200Facultatif,
    Mot300,
    Reference,
    ReferenceFacultative,
    Texte,
    TexteFacultatif,
    garde,
    partielle,
)
from fne_roadmaps.domain.comptes import courriel as verifier_courriel


def _vide_est_rien(valeur: object) -> object:
    return None if isinstance(valeur, str) and not valeur.strip() else valeur


Courriel = Annotated[str, AfterValidator(garde(verifier_courriel)), Field(json_schema_extra={"format": "email"})]
CourrielFacultatif = Annotated[Courriel | None, BeforeValidator(_vide_est_rien)]


class CreerAppel(Commande):
    """A call for fiches of a roadmap. Both days are included, either may be left open; no axe means all of them."""

    feuille_de_route: Reference
    titre: Mot300
    consignes: TexteFacultatif = None
    ouvre_le: Jour | None = None
    ferme_le: Jour | None = None
    axes: Annotated[tuple[Reference, ...], Field(max_length=50)] = ()
    exemple: bool = False


ModifierAppel = partielle(CreerAppel, "ModifierAppel", sauf=frozenset({"feuille_de_route", "exemple"}))


class PresenterDepot(Commande):
    """Who writes: an organisation in its own words, a function, where to send the link, who helps."""

    structure_nom: Mot200
    fonction: Mot200Facultatif = None
    courriel: CourrielFacultatif = None
    aide: ReferenceFacultative = None


class CommencerDepot(PresenterDepot):
    """The first step of a deposit under a call, named by its key."""

    appel: Reference
    exemple: bool = False


class DemanderDesNouvelles(Commande):
    """What is asked, until when, and of whom: the first pilote of the fiche unless another structure is named."""

    message: TexteFacultatif = None
    echeance: Jour | None = None
    courriel: CourrielFacultatif = None
    structure: ReferenceFacultative = None
    exemple: bool = False


class DemanderPourUneFiche(DemanderDesNouvelles):
    """The same about one fiche, named here."""

    fiche: Reference


class RelancerDemande(Commande):
    """A second request for the same answer, until a new day when one is given."""

    echeance: Jour | None = None
    courriel: CourrielFacultatif = None


class DeclinerReponse(Commande):
    """An answer is not taken, and why."""

    motif: Texte
