"""A fiche action: everything its people write and follow."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.seances import PassageEnReunion
from backend.web.presentation.graphiques import Courbe
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import Avancement, Instruction, Meteo, Priorite
from fne_roadmaps.domain.fiches_action.finances import Montants, Reste, Solde
from fne_roadmaps.domain.fiches_action.retard import Retard


@dataclass(frozen=True, slots=True, kw_only=True)
class Acteur:
    """An organisation and the function that speaks for it."""

    nom: str
    fonction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Jalon:
    """``etat`` is ``fait``, ``depasse`` (computed, with ``retard`` in days) or ``a_venir``; ``cocher`` changes it."""

    titre: str
    etat: str
    date: DateIncertaine | None = None
    fait_le: datetime.date | None = None
    retard: int | None = None
    livrable: str | None = None
    cocher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Financement:
    """One financer and one year; amounts are centimes, None when not known."""

    financeur: str
    annee: int
    demande: int | None = None
    promis: int | None = None
    obtenu: int | None = None
    depense: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mesure:
    """A value of an indicator (decimal text), its day or else its period in words, and its source."""

    valeur: str
    date: DateIncertaine | None = None
    periode: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicateurSuivi:
    """An indicator: baseline, target, and measures from the oldest to the newest.

    ``phrase`` says where it stands; ``mesurer`` is where a measure is added.
    """

    libelle: str
    unite: str | None = None
    depart: Mesure | None = None
    cible: Mesure | None = None
    mesures: tuple[Mesure, ...] = ()
    source: str | None = None
    courbe: Courbe | None = None
    courbe_etroite: Courbe | None = None
    phrase: str | None = None
    mesurer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLiee:
    """A decision that concerns the fiche; ``libelle`` names its meeting (« COPIL du 11 mars 2025, décision D3
    »).
    """

    libelle: str
    texte: str
    href: str | None = None
    echeance: DateIncertaine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheLiee:
    """A link between fiches in words (« Reprise par »); ``href`` is None when the other one is not open to
    the reader. ``precision`` tells what came from it; ``detail`` is the page that tells it whole.
    """

    relation: str
    titre: str
    href: str | None = None
    precision: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangementCourt:
    """A field an act changed, with its values in words when they hold in one line."""

    champ: str
    avant: str | None = None
    apres: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntreeHistorique:
    """One act, or one publication: ``acte`` names it when its changes do not; ``autres`` changes are not told here."""

    le: datetime.date | None
    quand: str
    acte: str | None = None
    changements: tuple[ChangementCourt, ...] = ()
    autres: int = 0
    motif: str | None = None
    auteur: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NouvelleLigne:
    """News, dated and signed by an organisation and a function.

    ``corriger`` for who signed them, ``retirer`` for who may take them back.
    """

    le: datetime.date
    texte: str
    auteur: str
    avancement: Avancement | None = None
    progression: int | None = None
    exemple: bool = False
    corrigee: bool = False
    corriger: str | None = None
    retirer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProchainJalon:
    """The milestone to watch: the most overdue one (``retard`` in days), else the first to come."""

    titre: str
    date: DateIncertaine
    retard: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FinancementDit:
    """The table by financer and year, what the sums say, and the bar that shows it.

    ``annees`` are (year, totals) when there are several; ``segments`` are (kind, start, length) in percent of a bar.
    """

    lignes: tuple[Financement, ...] = ()
    annees: tuple[tuple[int, Montants], ...] = ()
    totaux: Solde | None = None
    reste: Reste | None = None
    segments: tuple[tuple[str, float, float], ...] = ()
    discordances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionVide:
    """What the fiche does not say yet, why it helps, and where its reader may write it."""

    titre: str
    aide: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Droits:
    """Where the reader may write; None where they may not. ``autres`` are the less frequent acts."""

    nouvelles: str | None = None
    modifier: Mapping[str, str] = field(default_factory=dict)
    autres: tuple[Lien, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheActionContexte:
    """Every field of a fiche; empty ones do not print; long texts are plain, « - » opens a list item."""

    cadre: Cadre
    titre: str
    code: str
    instruction: Instruction
    axe: str
    axe_href: str
    exemple: bool = False
    numero: str | None = None
    avancement: Avancement | None = None
    retard: Retard | None = None
    meteo: Meteo | None = None
    priorite: Priorite | None = None
    nouvelles: datetime.date | None = None
    pourcentage_declare: int | None = None
    pilotes: tuple[Acteur, ...] = ()
    co_pilotes: tuple[Acteur, ...] = ()
    partenaires: tuple[Acteur, ...] = ()
    contributeurs: tuple[Acteur, ...] = ()
    proposee_par: tuple[Acteur, ...] = ()
    aide_redaction: tuple[Acteur, ...] = ()
    debut: DateIncertaine | None = None
    fin: DateIncertaine | None = None
    en_continu: bool = False
    territoires: tuple[str, ...] = ()
    publics: tuple[str, ...] = ()
    axes_servis: tuple[str, ...] = ()
    contexte: str | None = None
    objectifs: str | None = None
    description: str | None = None
    moyens_humains: str | None = None
    livrables: str | None = None
    lien_diagnostic: str | None = None
    difficultes: str | None = None
    prochaine_etape: str | None = None
    liens: tuple[Lien, ...] = ()
    jalons: tuple[Jalon, ...] = ()
    prochain_jalon: ProchainJalon | None = None
    finances: FinancementDit = field(default_factory=FinancementDit)
    indicateurs: tuple[IndicateurSuivi, ...] = ()
    decisions: tuple[DecisionLiee, ...] = ()
    passages: tuple[PassageEnReunion, ...] = ()
    fiches_liees: tuple[FicheLiee, ...] = ()
    historique: tuple[EntreeHistorique, ...] = ()
    historique_href: str = ""
    fil: tuple[NouvelleLigne, ...] = ()
    fil_total: int = 0
    fil_recent: str | None = None
    fil_ancien: str | None = None
    comparer: str | None = None
    vides: tuple[SectionVide, ...] = ()
    droits: Droits = field(default_factory=Droits)
