"""The sections a fiche is written in: one declaration feeds the pages, the reading, the drafts and the conflicts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from fne_roadmaps.domain.errors import NonTrouve


class Nature(Enum):
    """How a field is typed and read."""

    MOT = "mot"
    TEXTE = "texte"
    CHOIX = "choix"
    CASES = "cases"
    CASE = "case"
    DATE = "date"
    EUROS = "euros"
    POURCENT = "pourcent"
    LISTE = "liste"


@dataclass(frozen=True, slots=True, kw_only=True)
class Champ:
    """A field of the command. ``colonnes`` are those of a list, name → label; ``sous`` a list held by each line.

    ``ligne`` names one line.
    """

    nom: str
    libelle: str
    nature: Nature = Nature.TEXTE
    colonnes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sous: Champ | None = None
    ligne: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """``objet`` completes « Modifier … »."""

    code: str
    titre: str
    objet: str
    champs: tuple[Champ, ...]

    def champ(self, nom: str) -> Champ:
        """A field by its name. Raises KeyError."""
        return {c.nom: c for c in self.champs}[nom]

    @property
    def listes(self) -> tuple[Champ, ...]:
        """Its fields that are lists."""
        return tuple(c for c in self.champs if c.nature is Nature.LISTE)

    @property
    def libelles(self) -> dict[str, str]:
        """Labels by field, as ``formulaires.erreurs_de`` reads them (« jalons.*.date » → « Jalon {n}, date »)."""
        trouves = {c.nom: c.libelle for c in self.champs} | {"pourquoi": "Pourquoi"}
        for liste in self.listes:
            trouves |= {f"{liste.nom}.*": f"{liste.ligne} {{n}}"} | _colonnes(liste, f"{liste.nom}.*", liste.ligne)
            if liste.sous:
                prefixe = f"{liste.nom}.*.{liste.sous.nom}.*"
                trouves |= _colonnes(liste.sous, prefixe, f"{liste.ligne} {{n}}, {liste.sous.ligne}", numero="")
        return trouves


def _colonnes(liste: Champ, prefixe: str, ligne: str, numero: str = " {n}") -> dict[str, str]:
    return {f"{prefixe}.{nom}": f"{ligne}{numero}, {libelle.lower()}" for nom, libelle in liste.colonnes.items()}


def _liste(nom: str, libelle: str, ligne: str, /, *, sous: Champ | None = None, **colonnes: str) -> Champ:
    return Champ(nom=nom, libelle=libelle, nature=Nature.LISTE, ligne=ligne, sous=sous, colonnes=colonnes)


_MESURES = _liste("mesures", "Mesures", "mesure", valeur="Valeur", quand="Date ou période", source="Source")

SECTIONS: Mapping[str, Section] = {
    s.code: s
    for s in (
        Section(
            code="identite",
            titre="Titre et axe",
            objet="le titre et l’axe",
            champs=(
                Champ(nom="titre", libelle="Titre", nature=Nature.MOT),
                Champ(nom="axe", libelle="Axe", nature=Nature.CHOIX),
                Champ(nom="axes_servis", libelle="Sert aussi", nature=Nature.CASES),
                Champ(nom="priorite", libelle="Priorité", nature=Nature.CHOIX),
            ),
        ),
        Section(
            code="besoin",
            titre="Besoin et objectifs",
            objet="le besoin et les objectifs",
            champs=(
                Champ(nom="contexte", libelle="Contexte et besoin"),
                Champ(nom="objectifs", libelle="Objectifs"),
                Champ(nom="description", libelle="Description"),
                Champ(nom="lien_diagnostic", libelle="Lien avec le diagnostic"),
            ),
        ),
        Section(
            code="pilotage",
            titre="Pilotage et partenaires",
            objet="le pilotage et les partenaires",
            champs=(
                _liste("acteurs", "Organismes", "Organisme", role="Rôle", structure="Structure", poste="Fonction"),
            ),
        ),
        Section(
            code="calendrier",
            titre="Calendrier",
            objet="le calendrier",
            champs=(
                Champ(nom="debut", libelle="Début", nature=Nature.DATE),
                Champ(nom="fin", libelle="Fin", nature=Nature.DATE),
                Champ(nom="en_continu", libelle="Action menée en continu", nature=Nature.CASE),
            ),
        ),
        Section(
            code="publics",
            titre="Publics et territoires",
            objet="les publics et les territoires",
            champs=(
                _liste("publics", "Publics", "Public", libelle="Public visé"),
                _liste("territoires", "Territoires", "Territoire", territoire="Territoire"),
            ),
        ),
        Section(
            code="moyens",
            titre="Moyens et livrables",
            objet="les moyens et les livrables",
            champs=(
                Champ(nom="moyens_humains", libelle="Moyens humains"),
                Champ(nom="livrables", libelle="Livrables"),
                _liste("liens", "Liens", "Lien", libelle="Nom du lien", url="Adresse"),
            ),
        ),
        Section(
            code="financements",
            titre="Financement",
            objet="le financement",
            champs=(
                Champ(nom="besoin", libelle="Besoin de financement, en euros", nature=Nature.EUROS),
                _liste(
                    "financements",
                    "Financements",
                    "Financement",
                    financeur="Financeur",
                    annee="Année",
                    demande="Demandé",
                    promis="Promis",
                    obtenu="Obtenu",
                    depense="Dépensé",
                ),
            ),
        ),
        Section(
            code="jalons",
            titre="Jalons",
            objet="les jalons",
            champs=(
                _liste("jalons", "Jalons", "Jalon", titre="Titre", date="Date", livrable="Livrable", fait_le="Fait le"),
            ),
        ),
        Section(
            code="indicateurs",
            titre="Indicateurs",
            objet="les indicateurs",
            champs=(
                _liste(
                    "indicateurs",
                    "Indicateurs",
                    "Indicateur",
                    sous=_MESURES,
                    libelle="Ce qui se mesure",
                    unite="Unité",
                    source="Source",
                    depart="Valeur de départ",
                    depart_quand="Date de départ",
                    cible="Cible",
                    cible_quand="Date de la cible",
                ),
            ),
        ),
        Section(
            code="suivi",
            titre="Suivi",
            objet="le suivi",
            champs=(
                Champ(nom="meteo", libelle="Météo", nature=Nature.CHOIX),
                Champ(nom="progression_declaree", libelle="Progression déclarée, en %", nature=Nature.POURCENT),
                Champ(nom="difficultes", libelle="Difficultés"),
                Champ(nom="prochaine_etape", libelle="Prochaine étape"),
            ),
        ),
    )
}
"""Code → section, in the order of the fiche."""


def section_de(code: str) -> Section:
    """The section an address names. Raises NonTrouve."""
    if code not in SECTIONS:
        raise NonTrouve("Cette page")
    return SECTIONS[code]
