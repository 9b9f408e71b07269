"""What a roadmap says.

``FeuilleDeRouteDoc`` is rebuilt from the stored, digested payload of a version and from nothing else, so that the same
version always prints the same bytes.
"""

from __future__ import annotations

from datetime import date

from pydantic import ConfigDict, Field

from exports.payloads.base import OrganismeDoc, Payload, SignataireDoc
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import ComparateurChiffre, EtatFeuille, NatureChiffre, TypeInstance


class AppuiDoc(Payload):
    """A contract or scheme the roadmap leans on (printed label of its type, then its title)."""

    type: str
    intitule: str


class MembreDoc(Payload):
    """A member of the governance with the printed labels of its roles."""

    organisme: str
    roles: tuple[str, ...]
    source: str | None = None


class InstanceDoc(Payload):
    """One body of the comitology. ``parent`` is the code of the body above, ``tenues`` what it held that year."""

    code: str
    nom: str
    type: TypeInstance
    parent: str | None = None
    role: str | None = None
    composition: tuple[str, ...] = ()
    cadences: tuple[str, ...] = ()
    tenues: int = 0
    note: str | None = None


class ChiffreDoc(Payload):
    """A figure with its source. ``valeur`` is decimal text with a point; ``nature`` tells declared from computed."""

    theme: str
    libelle: str
    valeur: str
    unite: str | None = None
    comparateur: ComparateurChiffre = ComparateurChiffre.EGAL
    territoire: str | None = None
    periode: str | None = None
    source: str | None = None
    note: str | None = None
    nature: NatureChiffre = NatureChiffre.DECLARE


class JalonDoc(Payload):
    """A milestone as signed: no done mark."""

    titre: str
    date: DateIncertaine | None = None
    livrable: str | None = None


class FinancementDoc(Payload):
    """One financer and one year; the four amounts are centimes, None when not known."""

    financeur: str
    annee: int
    demande: int | None = None
    promis: int | None = None
    obtenu: int | None = None
    depense: int | None = None


class IndicateurDoc(Payload):
    """An indicator with its baseline and target (decimal text)."""

    libelle: str
    unite: str | None = None
    source: str | None = None
    depart: str | None = None
    cible: str | None = None
    cible_periode: str | None = None


class LienDoc(Payload):
    """A named web address."""

    libelle: str
    url: str


class FicheDoc(Payload):
    """A fiche action as committed to; no avancement, lateness or météo. ``numero`` is « 1.3 »."""

    numero: str
    titre: str
    exemple: bool = False
    pilotes: tuple[OrganismeDoc, ...] = ()
    co_pilotes: tuple[OrganismeDoc, ...] = ()
    partenaires: tuple[OrganismeDoc, ...] = ()
    contributeurs: tuple[OrganismeDoc, ...] = ()
    proposee_par: tuple[OrganismeDoc, ...] = ()
    aide_redaction: tuple[OrganismeDoc, ...] = ()
    debut: DateIncertaine | None = None
    fin: DateIncertaine | None = None
    en_continu: bool = False
    territoires: tuple[str, ...] = ()
    axes_servis: tuple[int, ...] = ()
    priorite: str | None = None
    contexte: str | None = None
    objectifs: str | None = None
    description: str | None = None
    publics: tuple[str, ...] = ()
    moyens_humains: str | None = None
    livrables: str | None = None
    lien_diagnostic: str | None = None
    decisions: tuple[str, ...] = ()
    jalons: tuple[JalonDoc, ...] = ()
    besoin: int | None = None
    financements: tuple[FinancementDoc, ...] = ()
    indicateurs: tuple[IndicateurDoc, ...] = ()
    liens: tuple[LienDoc, ...] = ()


class AxeDoc(Payload):
    """A level-1 heading; ``titre`` is None when no public text gives it (« non publié »)."""

    rang: int
    titre: str | None
    transversal: bool = False
    chapo: str | None = None
    fiches: tuple[FicheDoc, ...] = ()


class FeuilleDeRouteDoc(Payload):
    """The complete content of a roadmap at one version. ``schema_`` (key ``schema``) picks the renderer."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_: int = Field(alias="schema")
    reference: str
    gouvernance: str
    departement: str | None
    territoire: str
    du_territoire: str
    titre: str
    sous_titre: str | None
    surtitre: str
    mot_niveau_1: str
    mots_niveau_1: str
    etat: EtatFeuille
    version: int | None
    date_etat: DateIncertaine | None
    occasion: str | None
    arrete_au: date
    periode: str | None
    exemple: bool
    mention: str | None
    porteurs: tuple[OrganismeDoc, ...]
    porteurs_source: str | None
    signataires: tuple[SignataireDoc, ...]
    signataires_note: str | None
    avant_propos: str | None
    appuis: tuple[AppuiDoc, ...]
    membres: tuple[MembreDoc, ...]
    instances: tuple[InstanceDoc, ...]
    comitologie_chapo: str | None
    annee_reunions: int
    diagnostic: tuple[ChiffreDoc, ...]
    axes: tuple[AxeDoc, ...]

    @property
    def projet(self) -> bool:
        """Whether « PROJET » prints on every page: neither presented nor signed (a closed text was one of them)."""
        return self.etat not in {EtatFeuille.PRESENTEE, EtatFeuille.SIGNEE, EtatFeuille.CLOSE}
