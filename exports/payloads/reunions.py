"""What the documents of a meeting say: minutes, decisions, letter, attendance sheet, and the minutes of a year.

``ReunionDoc`` holds the meeting itself; what only one document needs is beside it. Free texts are Markdown where their
docstring says so. Persons are named only where the meeting names them.
"""

from __future__ import annotations

import datetime

from exports.payloads.base import OrganismeDoc, Payload, SignataireDoc
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import (
    EtatAdoption,
    EtatCompteRendu,
    EtatPoint,
    EtatPresence,
    ModeDecision,
    NatureDecision,
    NaturePoint,
    SuiviDecision,
)


class PresenceDoc(Payload):
    """A seat or a guest: organisation, then who speaks for it and as what (« Co-porteur ») when known.

    ``etat`` is None as long as nobody told; ``represente_par`` is who holds the voice or sits in the place.
    """

    organisme: str
    fonction: str | None = None
    personne: str | None = None
    qualite: str | None = None
    college: str | None = None
    etat: EtatPresence | None = None
    represente_par: str | None = None
    a_distance: bool = False


class QuorumDoc(Payload):
    """Seats with a voice that are needed, there themselves, represented; ``atteint`` is told by the rule, not here."""

    requis: int
    presents: int
    representes: int = 0
    atteint: bool


class DecisionDoc(Payload):
    """A decision. ``en_retard`` holds on the day of the document; ``fiches`` are their printed numbers (« 1.3 »).

    ``remplace`` and ``remplacee_par`` are codes of decisions.
    """

    code: str
    texte: str
    nature: NatureDecision
    adoption: EtatAdoption = EtatAdoption.ADOPTEE
    mode: ModeDecision | None = None
    voix_pour: int | None = None
    voix_contre: int | None = None
    abstentions: int | None = None
    responsable: str | None = None
    echeance: DateIncertaine | None = None
    suivi: SuiviDecision = SuiviDecision.A_FAIRE
    en_retard: bool = False
    fiches: tuple[str, ...] = ()
    remplace: str | None = None
    remplacee_par: str | None = None


class PointDoc(Payload):
    """An item of the agenda. ``duree`` in minutes; ``texte`` (prepared) and ``notes`` (said) are Markdown.

    ``references`` are printed as they are: « fiche 1.3 », « axe 2 ». ``reporte_a`` names the meeting it goes to.
    """

    rang: int
    titre: str
    nature: NaturePoint
    duree: int | None = None
    presente_par: str | None = None
    references: tuple[str, ...] = ()
    texte: str | None = None
    notes: str | None = None
    etat: EtatPoint = EtatPoint.A_TRAITER
    reporte_a: str | None = None
    decisions: tuple[DecisionDoc, ...] = ()


class ProchaineDoc(Payload):
    """A meeting to come: its name, its date as known, its place."""

    titre: str
    date: DateIncertaine | None = None
    heure_debut: str | None = None
    heure_fin: str | None = None
    lieu: str | None = None


class CompteRenduDoc(Payload):
    """Where the minutes stand. ``version`` is None for a text never circulated, ``empreinte`` is its SHA-256.

    ``approuve_a`` names the meeting that approved them; ``motif`` says what a new version corrects.
    """

    etat: EtatCompteRendu
    version: int | None = None
    diffuse_le: datetime.date | None = None
    amendements_jusqu_au: datetime.date | None = None
    approuve_le: datetime.date | None = None
    approuve_a: str | None = None
    publie_le: datetime.date | None = None
    motif: str | None = None
    empreinte: str | None = None

    @property
    def projet(self) -> bool:
        """Whether « PROJET » prints on every page: not approved yet."""
        return self.etat not in {EtatCompteRendu.APPROUVE, EtatCompteRendu.PUBLIE}


class ReunionDoc(Payload):
    """A meeting. Hours are local « HH:MM » in ``fuseau``; ``arrete_au`` is the day the document tells.

    ``titre`` is empty for a plain sitting of its ``instance`` (its printed name, « Comité de pilotage »);
    ``decisions`` are those taken outside any item. ``introduction`` and ``conclusion`` are Markdown.
    Without ``compte_rendu`` the minutes are a project of the day ``arrete_au``.
    """

    reference: str
    gouvernance_nom: str
    instance: str | None = None
    titre: str = ""
    date: DateIncertaine | None = None
    heure_debut: str | None = None
    heure_fin: str | None = None
    fuseau: str = "Europe/Paris"
    lieu: str | None = None
    lien_visio: str | None = None
    porteurs: tuple[OrganismeDoc, ...] = ()
    co_organisateurs: tuple[str, ...] = ()
    presidence: str | None = None
    secretariat: str | None = None
    mode_decision: ModeDecision | None = None
    presences: tuple[PresenceDoc, ...] = ()
    quorum: QuorumDoc | None = None
    introduction: str | None = None
    points: tuple[PointDoc, ...] = ()
    decisions: tuple[DecisionDoc, ...] = ()
    conclusion: str | None = None
    prochaines: tuple[ProchaineDoc, ...] = ()
    compte_rendu: CompteRenduDoc | None = None
    arrete_au: datetime.date
    exemple: bool = False
    mention: str | None = None

    @property
    def projet(self) -> bool:
        """Whether its minutes are still a project."""
        return self.compte_rendu is None or self.compte_rendu.projet

    @property
    def toutes_les_decisions(self) -> tuple[DecisionDoc, ...]:
        """Those of the items in order, then those outside any item."""
        return (*(d for point in self.points for d in point.decisions), *self.decisions)


class DestinataireDoc(Payload):
    """Who a letter goes to: the lines of the address as they print, the first one stronger."""

    lignes: tuple[str, ...]


class ConvocationDoc(Payload):
    """The letter that convenes. Without ``destinataire`` it addresses all the members.

    ``message`` (Markdown) replaces the sentence of invitation; ``signataires`` sign « Pour … ».
    """

    reunion: ReunionDoc
    date: datetime.date
    ville: str | None = None
    destinataire: DestinataireDoc | None = None
    civilite: str = "Madame, Monsieur"
    message: str | None = None
    pieces_jointes: tuple[str, ...] = ()
    repondre_avant: datetime.date | None = None
    signataires: tuple[SignataireDoc, ...] = ()


class EmargementDoc(Payload):
    """The sheet to sign. ``conservation`` tells, in the footer, how long it is kept and why."""

    reunion: ReunionDoc
    lignes_libres: int = 3
    conservation: str | None = None


class GroupeDoc(Payload):
    """The minutes of one body; ``nom`` is None for meetings of no body."""

    nom: str | None
    reunions: tuple[ReunionDoc, ...]


class CompilationDoc(Payload):
    """The minutes of a year, in order. ``instance`` is None for all the meetings of a governance.

    Those of a governance stand in ``groupes``, body by body; ``reunions`` holds those of one body.
    """

    reference: str
    gouvernance_nom: str
    instance: str | None = None
    annee: int
    porteurs: tuple[OrganismeDoc, ...] = ()
    reunions: tuple[ReunionDoc, ...] = ()
    groupes: tuple[GroupeDoc, ...] = ()
    arrete_au: datetime.date
    exemple: bool = False
    mention: str | None = None

    @property
    def toutes_les_reunions(self) -> tuple[ReunionDoc, ...]:
        """Those of one body, or of each group in order."""
        return (*self.reunions, *(r for g in self.groupes for r in g.reunions))
