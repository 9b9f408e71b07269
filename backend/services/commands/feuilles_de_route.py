"""Commands on roadmaps and their axes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from backend.services.commands.champs import (
    MAX_LISTE,
    Annee,
    Commande,
    DateEdtf,
    Jour,
    Mot60,
    Mot200,
    Mot200Facultatif,
    Mot300,
    Mot300Facultatif,
    Rang,
    Reference,
    ReferenceFacultative,
    TexteFacultatif,
    partielle,
)
from fne_roadmaps.domain.enums import EtatFeuille, Perimetre, TypeAppui


class AppuiSaisi(Commande):
    """A contract or scheme the roadmap leans on."""

    type: TypeAppui
    intitule: Mot300
    source: TexteFacultatif = None


class SignataireSaisi(Commande):
    """A signatory; what no source gives stays empty."""

    structure: Reference
    qualite: Mot200Facultatif = None
    mandat: Mot300Facultatif = None
    source: TexteFacultatif = None


class CreerFeuilleDeRoute(Commande):
    """A roadmap; its code (``28-2024``, then ``28-2024-b``) comes from the governance and ``annee``.

    ``mots_niveau_1`` is the plural of the chosen level-1 word. ``axes_declares``: a number a
    source states without titles.
    """

    gouvernance: Reference
    titre: Mot200
    sous_titre: Mot300Facultatif = None
    perimetre: Perimetre
    mot_niveau_1: Mot60 = "axe"
    mots_niveau_1: Mot60 = "axes"
    annee: Annee
    debut: Jour | None = None
    fin: Jour | None = None
    territoires: Annotated[tuple[Reference, ...], Field(max_length=MAX_LISTE)] = ()
    axes_declares: Annotated[int, Field(strict=True, ge=0, le=99)] | None = None
    avant_propos: TexteFacultatif = None
    comitologie_chapo: TexteFacultatif = None
    appuis: Annotated[tuple[AppuiSaisi, ...], Field(max_length=20)] = ()
    signataires: Annotated[tuple[SignataireSaisi, ...], Field(max_length=50)] = ()
    signataires_note: TexteFacultatif = None
    mention: TexteFacultatif = None
    note: TexteFacultatif = None
    source: TexteFacultatif = None
    exemple: bool = False


ModifierFeuilleDeRoute = partielle(
    CreerFeuilleDeRoute, "ModifierFeuilleDeRoute", sauf=frozenset({"gouvernance", "annee", "exemple"})
)


class ChangerEtat(Commande):
    """The roadmap enters a state, when and on which occasion as known."""

    etat: EtatFeuille
    date: DateEdtf | None = None
    occasion: TexteFacultatif = None
    source: TexteFacultatif = None


class CreerAxe(Commande):
    """A level-1 heading; ``titre`` empty prints « non publié »; without ``rang`` it comes last."""

    feuille_de_route: Reference
    rang: Rang | None = None
    titre: Mot300Facultatif = None
    transversal: bool = False
    parent: ReferenceFacultative = None
    chapo: TexteFacultatif = None
    source: TexteFacultatif = None
    exemple: bool = False


ModifierAxe = partielle(CreerAxe, "ModifierAxe", sauf=frozenset({"feuille_de_route", "exemple"}))
