"""A filtered set of fiches in its presentations: table, board by status, timeline, by axe, paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.commun import Repartition
from backend.web.contexts.formulaire import Formulaire
from backend.web.contexts.liste import Colonne, FiltreActif, Onglet, Option
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import Avancement, Instruction, Meteo, Priorite
from fne_roadmaps.domain.fiches_action.retard import Retard


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflitDeCellule:
    """Somebody changed the fiche since it was read: what is stored now, and what was about to be written."""

    enregistre: str
    propose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The small form under a row. ``champ`` is ``avancement``, ``pilote``, ``dates``, ``priorite`` or ``meteo``.

    ``options`` are the choices of a list, or the structures that already pilot; ``noms`` those that may be typed.
    """

    champ: str
    libelle: str
    formulaire: Formulaire
    options: tuple[Option, ...] = ()
    noms: tuple[str, ...] = ()
    conflit: ConflitDeCellule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JalonProche:
    """The next milestone not done."""

    titre: str
    date: DateIncertaine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheLigne:
    """A fiche of a list. ``avancement`` is None until the fiche is retained; ``nouvelles`` is the day of the
    last news; ``territoires`` are those the roadmap does not cover whole.

    ``modifier`` opens the small forms the reader may write in, ``edition`` is the one that is open. ``deplacer`` is
    where a card of the board goes to another column, with the ``permis`` ones.
    """

    titre: str
    href: str
    instruction: Instruction
    cle: str = ""
    version: int = 0
    numero: str | None = None
    avancement: Avancement | None = None
    pilotes: tuple[str, ...] = ()
    debut: DateIncertaine | None = None
    fin: DateIncertaine | None = None
    en_continu: bool = False
    retard: Retard | None = None
    territoires: tuple[str, ...] = ()
    nouvelles: date | None = None
    exemple: bool = False
    axe: str | None = None
    priorite: Priorite | None = None
    meteo: Meteo | None = None
    progression: int | None = None
    besoin: int | None = None
    partenaires: tuple[str, ...] = ()
    publics: tuple[str, ...] = ()
    financeurs: tuple[str, ...] = ()
    jalon: JalonProche | None = None
    maj: date | None = None
    hors_filtre: bool = False
    enregistree: bool = False
    modifier: tuple[Lien, ...] = ()
    edition: Edition | None = None
    deplacer: str | None = None
    permis: tuple[Avancement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ColonneDeStatut:
    """A column of the board; ``avancement`` is None for what the arbitration has not retained."""

    libelle: str
    avancement: Avancement | None
    fiches: tuple[FicheLigne, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupeAxe:
    """The fiches of one axe; ``progres`` counts the retained ones among them. ``titre`` is None when not published."""

    rang: int | None
    titre: str | None
    fiches: tuple[FicheLigne, ...]
    progres: Repartition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """A piece of a timeline row, in percent of its width. ``nature`` names how it is drawn."""

    nature: str
    x: float
    largeur: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Graduation:
    """A period of the timeline, from ``x`` percent; ``libelle`` is empty where a wide label would not fit."""

    x: float
    libelle: str = ""
    annee: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneDeFrise:
    """One fiche on the timeline: its pieces, and the same in words."""

    fiche: FicheLigne
    traits: tuple[Trait, ...]
    jalons: tuple[tuple[str, str, DateIncertaine | None], ...] = ()
    hors_champ: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupeDeFrise:
    """Rows of one axe."""

    titre: str
    lignes: tuple[LigneDeFrise, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frise:
    """``aujourd_hui`` is the place of the reference day in percent, None when it is not in view."""

    debut: date
    fin: date
    graduations: tuple[Graduation, ...]
    graduations_etroites: tuple[Graduation, ...]
    groupes: tuple[GroupeDeFrise, ...]
    echelles: tuple[Onglet, ...]
    aujourd_hui: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VueGardee:
    """A list kept under a name, where it is removed, and the form that renames it."""

    nom: str
    href: str
    retirer: str
    renommer: Formulaire
    courante: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OutilsDeListe:
    """What can be done with the set shown. ``garder`` is the form that keeps it under a name, None for who has no
    account; ``requete`` is what it keeps.

    ``changer`` opens the bulk change of the whole set, ``selection`` the same list with boxes to tick, and
    ``changer_cochees`` receives them; None for who may change nothing.
    """

    csv: str
    impression: str
    choix_colonnes: tuple[Option, ...] = ()
    colonnes_action: str = ""
    caches: tuple[tuple[str, str], ...] = ()
    vues: tuple[VueGardee, ...] = ()
    garder: Formulaire | None = None
    requete: str = ""
    selection: str | None = None
    quitter: str = ""
    changer: str | None = None
    changer_cochees: str | None = None
    en_selection: bool = False
    total: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SansResultat:
    """Which filter to drop and what it would give, when dropping one alone is enough."""

    a_retirer: FiltreActif | None = None
    donnerait: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpressionContexte:
    """The filtered set on paper: every fiche without pages. ``omises`` counts those beyond what one page may hold."""

    cadre: Cadre
    titre: str
    au: date
    filtres: tuple[FiltreActif, ...]
    colonnes: tuple[Colonne, ...]
    fiches: tuple[FicheLigne, ...]
    retour: str
    omises: int = 0
    exemples: int = 0
