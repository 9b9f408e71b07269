"""Commands on organisations, posts and people."""

from __future__ import annotations

from backend.services.commands.champs import (
    Commande,
    Jour,
    Mot40Facultatif,
    Mot80,
    Mot120,
    Mot120Facultatif,
    Mot200,
    Reference,
    ReferenceFacultative,
    TexteFacultatif,
)
from fne_roadmaps.domain.enums import TypeStructure


class CreerStructure(Commande):
    """An organisation under a readable code (``prefecture-28``)."""

    code: Mot80
    nom: Mot200
    sigle: Mot40Facultatif = None
    type: TypeStructure
    siret: Mot40Facultatif = None
    ridet: Mot40Facultatif = None
    rna: Mot40Facultatif = None
    territoire: ReferenceFacultative = None
    note: TexteFacultatif = None
    exemple: bool = False


class CreerPoste(Commande):
    """A function in an organisation (``hub-lo/charge-mission-28``), with or without somebody in it."""

    code: Mot120
    structure: Reference
    fonction: Mot200
    exemple: bool = False


class CreerPersonne(Commande):
    """A person; needs no account."""

    nom: Mot120
    prenom: Mot120Facultatif = None
    courriel: Mot200 | None = None
    telephone: Mot40Facultatif = None
    exemple: bool = False


class OccuperPoste(Commande):
    """A person takes a post from a day on; the previous holder's period ends the day before."""

    poste: Reference
    personne: Reference
    debut: Jour
