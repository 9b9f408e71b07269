"""What the address asks of a list of fiches: filters, order, page, presentation, columns, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from backend.queries.fiches_action import FICHES
from backend.queries.listes import Demande, lire_demande
from backend.queries.vues.liste_de_fiches import TOUT_MAX
from backend.web import adresses
from backend.web.presentation.liste_de_fiches.colonnes import COLONNES, PAR_DEFAUT
from fne_roadmaps.domain.errors import ReglesViolees, RegleViolee

T = TypeVar("T", bound=StrEnum)

ANCRE = "fiches"


class Presentation(StrEnum):
    """How the filtered set is shown."""

    TABLEAU = "tableau"
    STATUT = "statut"
    FRISE = "frise"
    AXE = "axe"
    IMPRESSION = "impression"


class Echelle(StrEnum):
    """Width of the timeline: everything by quarters, or a year around the reference day by months."""

    TRIMESTRES = "trimestres"
    MOIS = "mois"


FILTRES = tuple(nom for nom in FICHES.filtres if nom != "feuille_de_route")
MODIFIABLES = ("avancement", "pilote", "dates", "priorite", "meteo")
"""Fields with a small form in the list."""
GARDES = (*FILTRES, "tri", "presentation", "echelle", "colonnes")
"""What a saved view keeps."""
PARAMETRES = (*FILTRES, "tri", "page", "presentation", "echelle", "colonnes", "selection", "modifier")
SAISIS = {"colonne": "colonnes", "modifiee_depuis_jour": "modifiee_depuis"}
"""Fields of forms that stand for a parameter: boxes ticked one by one, a day picked beside a list."""


def adresse(feuille: UUID | str, requete: Mapping[str, object] | None = None, ancre: str = ANCRE) -> str:
    """The list of a roadmap with these parameters."""
    return adresses.feuille_de_route(feuille, requete, ancre)


@dataclass(frozen=True, slots=True)
class EtatDeListe:
    """``valeurs`` are the accepted parameters as typed, without defaults: what every link starts from.

    ``modifier`` is the fiche and the field of the small form that is open; ``epinglee`` the fiche to show even when it
    does not answer the filters.
    """

    feuille: UUID
    valeurs: Mapping[str, str]
    demande: Demande
    presentation: Presentation = Presentation.TABLEAU
    echelle: Echelle = Echelle.TRIMESTRES
    colonnes: tuple[str, ...] = PAR_DEFAUT
    selection: bool = False
    modifier: tuple[UUID, str] | None = None
    enregistree: UUID | None = None

    @property
    def epinglee(self) -> UUID | None:
        """The fiche being changed, or just changed."""
        return self.modifier[0] if self.modifier else self.enregistree

    @property
    def filtres(self) -> dict[str, str]:
        """The filters among the parameters."""
        return {nom: valeur for nom, valeur in self.valeurs.items() if nom in FILTRES}

    @property
    def requete(self) -> dict[str, str]:
        """Filters, order, presentation and columns: what a saved view, an export or a bulk change keep."""
        return {nom: valeur for nom, valeur in self.valeurs.items() if nom in GARDES}

    @property
    def ici(self) -> dict[str, str]:
        """The list as it is shown, page included, without the small form that may be open."""
        return {nom: valeur for nom, valeur in self.valeurs.items() if nom != "modifier"}

    def lien(self, ancre: str = ANCRE, /, **changements: object) -> str:
        """The same list, otherwise; the first page unless asked, defaults left out."""
        voulus = {**self.ici, "page": None, "selection": None, **changements}
        return adresse(self.feuille, {n: v for n, v in voulus.items() if v != _DEFAUTS.get(n)}, ancre)


_DEFAUTS = {
    "tri": FICHES.tri,
    "presentation": Presentation.TABLEAU.value,
    "echelle": Echelle.TRIMESTRES.value,
    "colonnes": ",".join(PAR_DEFAUT),
    "page": "1",
}


def normaliser(paires: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Pairs of an address with the fields of forms turned into the parameters they stand for, empties dropped.

    A day picked wins over the choice of the list beside it. Order is that of ``PARAMETRES``.
    """
    gardees: list[tuple[str, str]] = []
    cochees = [v for n, v in paires if n == "colonne" and v]
    jour = next((v for n, v in paires if n == "modifiee_depuis_jour" and v), None)
    for nom in PARAMETRES:
        if nom == "colonnes" and cochees:
            gardees.append((nom, ",".join(c for c in COLONNES if c in cochees) or cochees[0]))
        elif nom == "modifiee_depuis" and jour:
            gardees.append((nom, jour))
        else:
            gardees += [(n, v) for n, v in paires if n == nom and v]
    return [(n, v) for n, v in gardees if v != _DEFAUTS.get(n)]


def lire_etat(feuille: UUID, paires: Iterable[tuple[str, str]], enregistree: UUID | None = None) -> EtatDeListe:
    """Read normal pairs. Raises ReglesViolees naming every refused one."""
    donnees = list(paires)
    refus: list[RegleViolee] = []
    demande = Demande(FICHES.tri)
    try:
        demande = lire_demande(FICHES, [(n, v) for n, v in donnees if n in FILTRES or n in {"tri", "page"}])
    except ReglesViolees as violees:
        refus += violees.violations
    valeurs: dict[str, str] = {}
    for nom, valeur in donnees:
        if nom in valeurs and nom not in FILTRES and nom not in {"tri", "page"}:
            refus.append(RegleViolee(nom, "Ce paramètre est donné deux fois."))
        valeurs[nom] = valeur
    presentation = _parmi("presentation", valeurs, Presentation, Presentation.TABLEAU, refus)
    etat = EtatDeListe(
        feuille=feuille,
        valeurs=valeurs,
        demande=demande
        if presentation is Presentation.TABLEAU
        else Demande(demande.tri, demande.decroissant, 1, TOUT_MAX, demande.filtres),
        presentation=presentation,
        echelle=_parmi("echelle", valeurs, Echelle, Echelle.TRIMESTRES, refus),
        colonnes=_colonnes(valeurs.get("colonnes"), refus),
        selection=valeurs.get("selection") == "oui",
        modifier=_modifier(valeurs.get("modifier"), refus),
        enregistree=enregistree,
    )
    if refus:
        raise ReglesViolees(refus)
    return etat


def _parmi(nom: str, valeurs: Mapping[str, str], choix: type[T], defaut: T, refus: list[RegleViolee]) -> T:
    brut = valeurs.get(nom, defaut.value)
    if brut in {c.value for c in choix}:
        return choix(brut)
    permis = ", ".join(c.value for c in choix)
    refus.append(RegleViolee(nom, f"« {brut[:40]} » n’est pas permis ici ; permis : {permis}."))
    return defaut


def _colonnes(brut: str | None, refus: list[RegleViolee]) -> tuple[str, ...]:
    if brut is None:
        return PAR_DEFAUT
    voulues = [c.strip() for c in brut.split(",")]
    for colonne in voulues:
        if colonne not in COLONNES:
            permises = ", ".join(COLONNES)
            refus.append(RegleViolee("colonnes", f"« {colonne[:40]} » n’est pas une colonne ; permises : {permises}."))
    return tuple(c for c in COLONNES if c in voulues) or PAR_DEFAUT


def _modifier(brut: str | None, refus: list[RegleViolee]) -> tuple[UUID, str] | None:
    if brut is None:
        return None
    cle, _, champ = brut.partition(".")
    try:
        if champ in MODIFIABLES:
            return UUID(cle), champ
    except ValueError:
        pass
    refus.append(RegleViolee("modifier", "Cette adresse ne désigne pas ce qu’il faut modifier."))
    return None
