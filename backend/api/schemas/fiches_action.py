"""Answers about fiches action."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from backend.api.schemas.base import AuJour, Centimes, Date, Droits, Objet, Ref, Rendu, RenduDeCodes
from fne_roadmaps.domain.enums import Avancement, Instruction, Meteo, Priorite, RoleActeur, TypeLienFiches


class Retard(Rendu):
    """Days since the last possible day of the end, or of a jalon not done."""

    jours: int
    motif: Literal["fin", "jalon"]


class Pilote(Ref):
    """A structure that pilots the fiche, and the function that speaks for it."""

    fonction: str | None


class FicheResume(Objet):
    """A fiche in a list; ``numero`` is « 1.3 », or « p12 » before it is retained."""

    code: str | None
    numero: str | None
    feuille_de_route: Ref
    axe: Ref | None
    rang: int | None
    titre: str
    instruction: Instruction
    avancement: Avancement
    priorite: Priorite | None
    meteo: Meteo | None
    debut: Date | None
    fin: Date | None
    en_continu: bool
    nouvelles_le: dt.date | None
    progression_declaree: Annotated[int | None, Field(description="Pourcentage déclaré par le pilote, jamais agrégé")]
    besoin: Centimes | None
    pilotes: tuple[Pilote, ...]
    territoires: tuple[Ref, ...]
    retard: Retard | None


class ActeurDeFiche(RenduDeCodes):
    """A structure, and its post when known, in a role of the fiche."""

    role: RoleActeur
    structure: Ref
    poste: Ref | None


class Jalon(Rendu):
    """A dated step, done when ``fait_le`` is given."""

    id: UUID
    titre: str
    date: Date | None
    livrable: str | None
    fait_le: dt.date | None


class Financement(Rendu):
    """One financer and one year; null is not known, which is not zero."""

    id: UUID
    financeur: str
    structure: Ref | None
    annee: int
    demande: Centimes | None
    promis: Centimes | None
    obtenu: Centimes | None
    depense: Centimes | None


class Solde(Rendu):
    """Totals of what is known, and what of the need nobody has promised or given."""

    besoin: Centimes | None
    demande: Centimes | None
    promis: Centimes | None
    obtenu: Centimes | None
    depense: Centimes | None
    a_trouver: Centimes | None


class Mesure(Rendu):
    """A value of an indicator (decimal text) at a date, with its source."""

    valeur: str
    periode: str | None
    date: Date | None
    source: str | None


class Indicateur(Rendu):
    """What is measured; measures from the oldest to the newest."""

    id: UUID
    libelle: str
    unite: str | None
    source: str | None
    depart: Mesure | None
    cible: Mesure | None
    mesures: tuple[Mesure, ...]


class Lien(Rendu):
    """A named web address."""

    libelle: str
    url: str


class FicheLiee(RenduDeCodes):
    """A link with another fiche; ``fiche`` is null when the reader does not follow its governance."""

    type: TypeLienFiches
    sens: Annotated[Literal["vers", "depuis"], Field(description="« vers » : cette fiche est l’origine du lien")]
    fiche: Ref | None
    date: Date | None
    note: str | None


class Fiche(FicheResume):
    """A fiche whole."""

    contexte: str | None
    objectifs: str | None
    description: str | None
    moyens_humains: str | None
    livrables: str | None
    lien_diagnostic: str | None
    difficultes: str | None
    prochaine_etape: str | None
    axes_servis: tuple[Ref, ...]
    acteurs: tuple[ActeurDeFiche, ...]
    publics: tuple[str, ...]
    jalons: tuple[Jalon, ...]
    financements: tuple[Financement, ...]
    solde: Solde
    indicateurs: tuple[Indicateur, ...]
    liens: tuple[Lien, ...]
    decisions: tuple[Ref, ...]
    fiches_liees: tuple[FicheLiee, ...]
    au: AuJour
    droits: Droits


class Nouvelle(Objet):
    """News of a fiche (Markdown), signed by an organisation and a function; ``avancement`` when they changed it."""

    fiche_action: UUID
    le: dt.date
    texte: str
    auteur: Annotated[str, Field(description="Organisation et fonction, jamais une personne")]
    structure: Ref | None
    avancement: Avancement | None
    progression: Annotated[int | None, Field(description="Pourcentage déclaré par le pilote, jamais agrégé")]
    corrigee: Annotated[bool, Field(description="Le texte a été corrigé depuis sa publication")]
    droits: Droits
