"""Pages of the arbitration: what is to be decided, merges, splits, order, bin, and what others have published."""

from __future__ import annotations

from dataclasses import dataclass

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.formulaire import Formulaire
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import Instruction

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoublonProbable:
    """A fiche whose title is close; ``fusion`` is where both are merged, for who may."""

    fiche: Lien
    instruction: Instruction
    fusion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheAInstruire:
    """A fiche to decide on. ``besoin`` is centimes. ``retenir`` names the axe it aims at, with the number it takes.

    ``action`` is where its moves are sent; None for who only reads.
    """

    cle: str
    code: str
    titre: str
    href: str
    instruction: Instruction
    version: int
    exemple: bool = False
    proposee_par: tuple[str, ...] = ()
    pilotes: tuple[str, ...] = ()
    contexte: str | None = None
    besoin: int | None = None
    doublons: tuple[DoublonProbable, ...] = ()
    motif: str | None = None
    dans: Lien | None = None
    action: str | None = None
    axe: str | None = None
    retenir: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AxeAArbitrer:
    """Fiches that aim at one axe; ``rang`` None for those that aim at none."""

    rang: int | None
    titre: str
    fiches: tuple[FicheAInstruire, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArbitrageContexte:
    """``places`` are the axes to choose from, with the number each gives."""

    cadre: Cadre
    feuille: str
    mot: str
    axes: tuple[AxeAArbitrer, ...]
    ecartees: tuple[FicheAInstruire, ...]
    fusionnees: tuple[FicheAInstruire, ...]
    places: Options
    proposees: int
    en_instruction: int
    arbitre: bool
    fusion: str
    retour: str
    liens: tuple[Lien, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstructionContexte:
    """Moving one fiche; ``permis`` are the moves the domain allows, ``places`` the axes."""

    cadre: Cadre
    fiche: str
    actuelle: Instruction
    permis: Options
    places: Options
    mot: str
    formulaire: Formulaire


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheAReunir:
    """A fiche that may enter a merge, on the page where one chooses."""

    cle: str
    libelle: str
    precision: str
    choisie: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoixDesFichesContexte:
    """Choosing which fiches to merge: at least two."""

    cadre: Cadre
    feuille: str
    fiches: tuple[FicheAReunir, ...]
    action: str
    retour: str
    erreur: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dit:
    """What one of the fiches says of a point. ``valeur`` is what choosing it sends."""

    fiche: str
    texte: str | None
    valeur: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointAChoisir:
    """One field of a merge: what each fiche says, and the gestures it allows beside keeping one."""

    nom: str
    libelle: str
    dits: tuple[Dit, ...]
    ajouter: str | None = None
    composer: bool = False
    long: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementReuni:
    """A line of a joined list, and the fiches it comes from; unticked, it is left out."""

    place: int
    texte: str
    de: str
    partage: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListeReunie:
    """A list of the merged fiche."""

    nom: str
    libelle: str
    elements: tuple[ElementReuni, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PointDit:
    """A point of a fiche in words: one text, or lines."""

    libelle: str
    texte: str | None = None
    lignes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FusionContexte:
    """Merging: ``cibles`` are the fiches that may receive; ``apercu`` is what would result, once asked for."""

    cadre: Cadre
    feuille: str
    fiches: tuple[Lien, ...]
    cibles: Options
    points: tuple[PointAChoisir, ...]
    identiques: tuple[str, ...]
    listes: tuple[ListeReunie, ...]
    partage: bool
    apercu: tuple[PointDit, ...]
    formulaire: Formulaire
    caches: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Apport:
    """What came from one fiche."""

    fiche: Lien
    venu: tuple[PointDit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retouche:
    """A point changed since the merge: what it said before, and what it says today."""

    nom: str
    libelle: str
    avant: PointDit
    actuel: PointDit


@dataclass(frozen=True, slots=True, kw_only=True)
class FusionFaiteContexte:
    """A merge that stands. ``rendu`` names what undoing gives back; ``annuler`` None for who only reads."""

    cadre: Cadre
    cible: Lien
    date: DateIncertaine | None
    pourquoi: str | None
    apports: tuple[Apport, ...]
    rendu: tuple[str, ...]
    retouches: tuple[Retouche, ...]
    annuler: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartAScinder:
    """A part of a fiche: ``nom`` is what the form sends of where it goes, ``cle`` tells this line from the others."""

    nom: str
    cle: str
    libelle: str
    texte: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScissionContexte:
    """Splitting a fiche into itself and ``nouvelles`` new ones."""

    cadre: Cadre
    fiche: str
    nouvelles: int
    nouvelles_max: int
    textes: tuple[PartAScinder, ...]
    listes: tuple[tuple[str, tuple[PartAScinder, ...]], ...]
    destinations: Options
    formulaire: Formulaire
