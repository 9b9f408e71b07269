"""Keeping the bodies of a governance: their forms, their composition, whom to write to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from backend.web.contexts.appels import TexteEnregistre
from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.formulaire import Formulaire

Option = tuple[str, str]
"""A value and its label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceFormulaireContexte:
    """Opening an instance (``neuve``), or changing one.

    ``parents`` are those it may be placed under, indented as the tree; ``voix`` counts the seats a quorum is made of.
    """

    cadre: Cadre
    lieu: str
    titre: str
    bouton: str
    neuve: bool
    prefixe: str
    types: tuple[Option, ...]
    modes: tuple[Option, ...]
    parents: tuple[Option, ...]
    territoires: tuple[str, ...]
    voix: int
    formulaire: Formulaire
    enregistres: tuple[TexteEnregistre, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FermetureContexte:
    """Closing an instance: ``dessous`` are open and depend on it."""

    cadre: Cadre
    nom: str
    dessous: tuple[Lien, ...]
    formulaire: Formulaire


@dataclass(frozen=True, slots=True, kw_only=True)
class SiegeRange:
    """A seat of the composition; ``cle`` names it in what the buttons send. ``passe``: the mandate is over."""

    cle: str
    siege: str
    place: int
    titulaire: str | None
    suppleant: str | None
    college: str | None
    voix: bool
    periode: str | None
    passe: bool
    modifier: str
    exemple: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CompositionContexte:
    """Every seat in order. ``voix`` counts those in force with a voice, ``quorum`` is what the instance asks for."""

    cadre: Cadre
    nom: str
    sieges: tuple[SiegeRange, ...]
    voix: int
    quorum: int | None
    fixer_le_quorum: str
    au: date
    action: str
    ajouter: str
    retour: str
    courriels: str
    erreur: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiegeFormulaireContexte:
    """Adding a seat, or changing one (``retirer`` is what the button that takes it out sends, and where)."""

    cadre: Cadre
    nom: str
    titre: str
    bouton: str
    neuf: bool
    structures: tuple[str, ...]
    postes: tuple[str, ...]
    colleges: tuple[str, ...]
    places: int
    formulaire: Formulaire
    enregistres: tuple[TexteEnregistre, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CadenceFormulaireContexte:
    """A cadence that begins, or one to correct; ``retirer`` is where the latter is taken out."""

    cadre: Cadre
    nom: str
    titre: str
    bouton: str
    rythmes: tuple[Option, ...]
    decisions: tuple[Option, ...]
    courante: str | None
    retirer: str | None
    formulaire: Formulaire
    enregistres: tuple[TexteEnregistre, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesContexte:
    """Roles of organisations in an instance, line by line."""

    cadre: Cadre
    nom: str
    roles: tuple[Option, ...]
    structures: tuple[str, ...]
    formulaire: Formulaire
    enregistres: tuple[TexteEnregistre, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AdresseLigne:
    """Somebody of a seat; ``manque`` says why there is no address."""

    siege: str
    college: str | None
    suppleant: bool
    qui: str | None
    courriel: str | None
    manque: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdressesContexte:
    """Addresses of an instance on the day ``au``: ``aux`` is what is copied, ``choix`` (label, address, chosen)."""

    cadre: Cadre
    nom: str
    au: date
    lignes: tuple[AdresseLigne, ...]
    aux: str
    nombre: int
    sans: int
    choix: tuple[tuple[str, str, bool], ...]
    csv: str
    composition: str
