"""A meeting prepared and held: its agenda, its items, its attendance, its decisions."""

from __future__ import annotations

from dataclasses import dataclass, field

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.commun import DecisionPrise
from backend.web.contexts.edition import ConflitDeChamp, Options
from backend.web.contexts.formulaire import Formulaire
from fne_roadmaps.domain.enums import EtatPoint, EtatReunion, NaturePoint
from fne_roadmaps.domain.seances import Quorum, Tenue


@dataclass(frozen=True, slots=True, kw_only=True)
class EnTeteDeSeance:
    """What stands at the head of every page of a meeting. ``quand`` is its date and hours in words."""

    titre: str
    etat: EtatReunion
    quand: str
    href: str
    exemple: bool = False
    lieu: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjetLie:
    """What an item is about: « Fiche 1.3 » and its title; ``valeur`` is what the form sends."""

    libelle: str
    titre: str
    href: str | None
    valeur: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointLigne:
    """An item. ``horaire`` is « 14 h 10 – 14 h 30 »; ``avant``, ``apres`` are what moving it up or down comes before.

    ``origines`` are the meetings it was carried over from, newest first; ``suite`` the one that goes on with it.
    ``brouillon`` are notes typed and never saved; ``lu`` is the text what is typed starts from.
    """

    cle: str
    rang: int
    titre: str
    nature: NaturePoint
    etat: EtatPoint
    duree: int | None = None
    horaire: str | None = None
    presentateur: str | None = None
    texte: str | None = None
    notes: str = ""
    objets: tuple[ObjetLie, ...] = ()
    origines: tuple[Lien, ...] = ()
    suite: Lien | None = None
    decisions: tuple[DecisionPrise, ...] = ()
    monter: str | None = None
    descendre: str | None = None
    brouillon: str | None = None
    lu: str = ""
    courant: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdreDuJourContexte:
    """The agenda; ``retires`` are the items taken off it, which can come back."""

    cadre: Cadre
    tete: EnTeteDeSeance
    cle: str
    points: tuple[PointLigne, ...]
    retires: tuple[PointLigne, ...]
    tenue: Tenue
    ecrit: bool
    formulaire: Formulaire
    structures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PointContexte:
    """Changing one item. ``trouves`` are what the search found; ``autre`` fields somebody changed meanwhile."""

    cadre: Cadre
    tete: EnTeteDeSeance
    formulaire: Formulaire
    objets: tuple[ObjetLie, ...]
    trouves: tuple[ObjetLie, ...] | None
    structures: tuple[str, ...]
    autre: tuple[tuple[str, str], ...] = ()
    apercu: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FaitPropose:
    """One thing to treat, to be ticked, and what makes it wait."""

    cle: str
    libelle: str
    precision: str | None
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupePropose:
    """Things of one kind; ``nom`` is the field of the form. ``plein``: more wait than the page shows."""

    nom: str
    titre: str
    aide: str
    faits: tuple[FaitPropose, ...]
    plein: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationContexte:
    """The agenda proposed to the secretary."""

    cadre: Cadre
    tete: EnTeteDeSeance
    groupes: tuple[GroupePropose, ...]
    formulaire: Formulaire


@dataclass(frozen=True, slots=True, kw_only=True)
class SiegeLigne:
    """A seat and what is said of it: ``etat`` is its code (« a_distance » for who is there by video), or empty.

    ``dit`` says it in words, ``icone`` shows it; ``compte`` when it counts for the quorum. ``annonce`` is what was
    answered to its invitation.
    """

    cle: str
    nom: str
    fonction: str | None
    suppleance: str | None
    college: str | None
    voix: bool
    etat: str
    dit: str
    icone: str
    compte: bool
    annonce: str | None = None
    version: int | None = None
    represente_par: str = ""
    representant: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteLigne:
    """A guest."""

    cle: str
    nom: str
    etat: str
    dit: str
    icone: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PresencesDites:
    """Attendance: seats, guests, and the quorum; ``alerte`` says why a quorum cannot be counted."""

    sieges: tuple[SiegeLigne, ...] = ()
    invites: tuple[InviteLigne, ...] = ()
    quorum: Quorum | None = None
    alerte: str | None = None
    restants: int = 0
    presents: int = 0

    @property
    def carres(self) -> tuple[str, ...]:
        """One mark per seat with a voice, those that count first: « plein », « pouvoir », « libre »."""
        voix = [s for s in self.sieges if s.voix]
        marques = (("pouvoir" if s.etat == "represente" else "plein") if s.compte else "libre" for s in voix)
        return tuple(sorted(marques, key=("plein", "pouvoir", "libre").index))


@dataclass(frozen=True, slots=True, kw_only=True)
class MarquesDeSeance:
    """Two marks that change with the attendance, and with everything else but notes."""

    presences: str
    suite: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeanceContexte:
    """The meeting as it is held. ``traites`` counts the items treated; ``decider`` is the form of a decision."""

    cadre: Cadre
    tete: EnTeteDeSeance
    cle: str
    points: tuple[PointLigne, ...]
    tenue: Tenue
    traites: int
    presences: PresencesDites
    sans_point: tuple[DecisionPrise, ...]
    decisions: int
    ecrit: bool
    decider: Formulaire
    inviter: Formulaire
    pointer: Formulaire
    numero: int
    structures: tuple[str, ...] = ()
    options_de_points: Options = ()
    suivantes: Options = ()
    ouvrir: str | None = None
    clore: str | None = None
    a_approuver: tuple[Lien, ...] = ()
    rediger: str | None = None
    vif: str | None = None
    marques: MarquesDeSeance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesContexte:
    """Notes of an item two people wrote: both texts, and one to start from."""

    cadre: Cadre
    tete: EnTeteDeSeance
    point: str
    formulaire: Formulaire
    conflit: ConflitDeChamp | None
    lu: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageEnReunion:
    """A meeting a fiche went through: the item, and what was decided there about it."""

    reunion: Lien
    point: str
    nature: NaturePoint
    etat: EtatPoint
    decisions: tuple[Lien, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeanceResume:
    """Agenda and attendance of a meeting on its own page; ``pointee``: somebody said who was there.

    ``pointes``: seats among them. ``mot`` names the way to the sitting.
    """

    points: tuple[PointLigne, ...]
    tenue: Tenue
    presences: PresencesDites
    ordre: str
    seance: str
    mot: str
    ecrit: bool = False
    pointee: bool = False
    pointes: bool = False
