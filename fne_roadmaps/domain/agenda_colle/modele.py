"""What reading a pasted agenda gives: propositions, headings, and lines that were not understood."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import EtatReunion, GenreReunion, TypeInstance

TAILLE_MAX = 200_000
"""Characters of a pasted text; a year of agendas holds a tenth of it."""
LIGNES_MAX = 5_000
TITRE_MAX = 300
_PROVENANCE_MAX = 2_000
CHEMIN = " / "
"""Between the headings above a line."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """A meeting a line speaks of, as far as it was understood; ``alertes`` are French sentences on the rest.

    ``rang`` is the line's number from 1 and ``ligne`` what was received (joined lines by ``\\n``). A line that stands
    for several meetings gives several propositions: ``numero`` of ``nombre``. ``etat`` is only told when the line says
    it (reportée, annulée); ``date_avant`` is the day a meeting moved from. ``territoire`` is the known territory of
    the heading, ``intitule`` the whole of the headings above. ``deja`` names what it would repeat.
    """

    rang: int
    ligne: str
    titre: str
    date: DateIncertaine | None = None
    jour_annonce: str | None = None
    confirmee: bool = True
    heure_debut: str | None = None
    heure_fin: str | None = None
    lieu: str | None = None
    lien_visio: str | None = None
    genre: GenreReunion = GenreReunion.AUTRE
    type_instance: TypeInstance | None = None
    etat: EtatReunion | None = None
    date_avant: DateIncertaine | None = None
    territoire: str | None = None
    intitule: str | None = None
    note: str | None = None
    numero: int = 1
    nombre: int = 1
    identifiant: str | None = None
    alertes: tuple[str, ...] = ()
    deja: str | None = None

    @property
    def provenance(self) -> str:
        """What tells this meeting from every other of the same agenda: the same line gives the same text again."""
        if self.identifiant:
            return f"Fichier d’agenda, identifiant {self.identifiant}"
        chemin = f"{self.intitule}{CHEMIN}" if self.intitule else ""
        part = f" ({self.numero} sur {self.nombre})" if self.nombre > 1 else ""
        dite = f"{chemin}{' '.join(self.ligne.split())}"
        if len(dite) > _PROVENANCE_MAX:
            dite = f"{dite[:_PROVENANCE_MAX]}… {sha256(dite.encode()).hexdigest()[:16]}"
        return f"Agenda collé : « {dite} »{part}"


@dataclass(frozen=True, slots=True)
class LigneLue:
    """A line that is no meeting: a heading and what it means, or a line that says nothing we know, and why."""

    rang: int
    ligne: str
    sens: str


@dataclass(frozen=True, slots=True)
class AgendaColle:
    """Every line that is not blank is in one of the three."""

    propositions: tuple[Proposition, ...] = ()
    intitules: tuple[LigneLue, ...] = ()
    non_compris: tuple[LigneLue, ...] = ()
