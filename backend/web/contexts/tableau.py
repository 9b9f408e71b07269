"""The follow-up of a roadmap, what changed in it, and what one has to do."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.commun import Repartition
from backend.web.presentation.graphiques import Courbe
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import Avancement, Meteo
from fne_roadmaps.domain.suivi import Financement


@dataclass(frozen=True, slots=True, kw_only=True)
class Preuve:
    """A count, and the list that proves it; none for nothing."""

    n: int
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChiffreCle:
    """A key figure: ``precision`` tells what it was at the last COPIL; ``agir`` when somebody must act."""

    valeur: int
    libelle: str
    href: str
    sur: int | None = None
    precision: str = ""
    agir: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AxeSuivi:
    """An axe, or all of them together: its fiches by avancement, and the late ones."""

    nom: str
    rang: int | None
    repartition: Repartition
    comptes: Mapping[Avancement, Preuve]
    en_retard: Preuve
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeteoLigne:
    """Fiches that say this weather (None: none said), by axe and in all; ``part`` in percent of all."""

    meteo: Meteo | None
    par_axe: tuple[Preuve, ...]
    total: Preuve
    part: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheSignalee:
    """A fiche in a short list; ``fait`` says why it is there, ``agir`` when it is late."""

    numero: str
    titre: str
    href: str
    fait: str
    precision: str = ""
    agir: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListeSignalee:
    """The first fiches of a signal, and where all of them are."""

    titre: str
    id: str
    total: Preuve
    fiches: tuple[FicheSignalee, ...]
    vide: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EcheanceProche:
    """An end or a step that may fall within thirty days."""

    quoi: str
    date: DateIncertaine | None
    fiche: Lien


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneFinancement:
    """Money of an axe, of a year, or of all; an amount is None where nobody told it. ``href`` lists its fiches."""

    nom: str
    montants: Financement
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgentSuivi:
    """Needs and what answers them, by axe then by year; fiches that tell no need are counted apart."""

    axes: tuple[LigneFinancement, ...]
    total: LigneFinancement
    annees: tuple[LigneFinancement, ...]
    sans_besoin: Preuve


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangementDepuis:
    """What one act changed of a fiche, in one sentence."""

    le: datetime.date
    fiche: Lien
    texte: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangementsSuivi:
    """``titre`` says since when. ``creations`` are told apart, they would hide the rest; ``href`` tells them all."""

    titre: str
    lignes: tuple[ChangementDepuis, ...]
    total: int
    creations: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CumulSuivi:
    """Planned and done by month: two drawings of one chart, and its rows (month, planned, done)."""

    courbe: Courbe
    etroite: Courbe
    mois: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SuiviContexte:
    """``compare`` says what the figures are compared with. ``cumul`` None: nothing is planned nor done yet."""

    cadre: Cadre
    titre: str
    compare: str
    vide: bool
    chiffres: tuple[ChiffreCle, ...]
    formule: str
    mot_axe: str
    axes: tuple[AxeSuivi, ...]
    ensemble: AxeSuivi
    cumul: CumulSuivi | None
    meteos: tuple[MeteoLigne, ...]
    suivies: Preuve
    echeances: tuple[EcheanceProche, ...]
    autres_echeances: int
    echeances_href: str
    argent: ArgentSuivi
    changements: ChangementsSuivi
    listes: tuple[ListeSignalee, ...]
    csv: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangementsContexte:
    """Every act on the fiches of a roadmap since a day, page by page.

    ``depuis`` says that day in words; ``premier`` is the rank of the first line, ``reperes`` are other days
    to tell from.
    """

    cadre: Cadre
    depuis: str
    lignes: tuple[ChangementDepuis, ...]
    total: int
    premier: int
    precedente: str | None
    suivante: str | None
    reperes: tuple[Lien, ...]
    action: str
    retour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TacheLigne:
    """Something that awaits: the object that leads to it, ``fait`` says why; ``agir`` when it is overdue."""

    lien: Lien
    fait: str = ""
    precision: str = ""
    agir: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupeDeTaches:
    """Tasks of one kind in one governance; ``suite`` is where all of them are, when the page does not hold them."""

    titre: str
    taches: tuple[TacheLigne, ...]
    total: int
    suite: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GouvernanceSuivie:
    """A governance where the reader has a profile; ``repos`` is said when nothing awaits there."""

    nom: str
    profil: str
    id: str
    liens: tuple[Lien, ...]
    groupes: tuple[GroupeDeTaches, ...]
    repos: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeuilleEnBref:
    """A roadmap at a glance, for who follows several."""

    nom: Lien
    repartition: Repartition
    realisees: Preuve
    en_retard: Preuve
    orphelines: Preuve
    muettes: Preuve
    a_instruire: Preuve


@dataclass(frozen=True, slots=True, kw_only=True)
class MaReunion:
    """A meeting to come; ``siege``: one's organisation sits there."""

    quand: str
    lien: Lien
    precision: str = ""
    siege: bool = False
    exemple: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MonSuiviContexte:
    """What one has to do, governance by governance; ``structure`` is the organisation one serves.

    ``feuilles`` is empty for who follows one roadmap only.
    """

    cadre: Cadre
    nom: str
    au: datetime.date
    structure: str | None
    participation: str | None
    feuilles: tuple[FeuilleEnBref, ...]
    gouvernances: tuple[GouvernanceSuivie, ...]
    reunions: tuple[MaReunion, ...]
