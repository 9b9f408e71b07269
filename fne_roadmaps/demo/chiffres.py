"""Diagnostic figures and declared totals, each with its source; what contradicts is kept and said."""

from __future__ import annotations

from typing import Any

from fne_roadmaps.demo import sources
from fne_roadmaps.demo.saisie import Acte, Donnee, actes

_INDICE_NOTE = "Échelle de 1 (risque faible) à 10 (risque élevé). Année non précisée."
_PARTIELLES = "Données partielles, selon la source elle-même."
_PROJETS = "Appel à projets 2024 (État et Région)"

_STRUCTURES = (("18", "69"), ("28", "80"), ("36", "67"), ("37", "92"), ("41", "105"), ("45", "172"))
_STRUCTURES_NOTES = {
    "28": "La source classe l’Eure-et-Loir troisième par le nombre de structures ; avec 80, il est quatrième.",
}
_ACCOMPAGNEMENTS = (
    ("18", "10732", "7581"),
    ("28", "6387", "4027"),
    ("36", "13637", "8337"),
    ("37", "10430", "7289"),
    ("41", "9946", "7521"),
    ("45", "11062", "8629"),
)
_INDICES = (
    ("41", "41", "6.4"),
    ("41", "41-agglopolys", "5.6"),
    ("41", "41-beauce-val-de-loire", "6.2"),
    ("41", "41-grand-chambord", "6.2"),
    ("45", "45", "5.3"),
    ("36", "36-brenne-val-de-creuse", "7.3"),
    ("36", "36-marche-occitane-val-d-anglin", "7.8"),
    ("36", "36-coeur-de-brenne", "7.9"),
)
_DEPOSES = (("18", "18"), ("28", "16"), ("36", "11"), ("37", "17"), ("45", "18"))
_DEPOSES_NOTES = {
    "18": "La source dit le Cher premier par le nombre de projets ; le Loiret en compte autant.",
    "28": "Nombre de lauréats non précisé.",
}
_LAUREATS = (("18", "7"), ("36", "8"), ("37", "7"), ("41", "4"), ("45", "12"))
_LAUREATS_NOTES = {"41": "Nombre de projets déposés non précisé."}


def _diagnostic(gouvernance: str, territoire: str, theme: str, libelle: str, valeur: str, **champs: Any) -> Donnee:
    return {
        "gouvernance": gouvernance,
        "territoire": territoire,
        "usage": "diagnostic",
        "theme": theme,
        "libelle": libelle,
        "valeur": valeur,
        **champs,
    }


def _de_2024(gouvernance: str, territoire: str, theme: str, libelle: str, valeur: str, **champs: Any) -> Donnee:
    return _diagnostic(gouvernance, territoire, theme, libelle, valeur, **{"periode": "2024", "date": "2024", **champs})


def _structures() -> tuple[Donnee, ...]:
    theme, unite = "Offre de médiation", "structures"
    return (
        *(
            _de_2024(
                code,
                code,
                theme,
                "Structures recensées",
                valeur,
                unite=unite,
                source=sources.HUB_STRUCTURES,
                note=_STRUCTURES_NOTES.get(code),
            )
            for code, valeur in _STRUCTURES
        ),
        _de_2024(
            "hub-lo",
            "R24",
            theme,
            "Structures recensées : total imprimé par la source",
            "553",
            unite=unite,
            source=sources.HUB_STRUCTURES,
            note="Ce total n’est pas la somme des six départements (585).",
        ),
        _de_2024(
            "hub-lo",
            "R24",
            theme,
            "Structures recensées : somme des six départements",
            "585",
            nature="calcule",
            unite=unite,
            source="Somme des six nombres départementaux du même recensement",
            note="Calcul : 69 + 80 + 67 + 92 + 105 + 172 = 585. La source imprime 553.",
        ),
    )


def _accompagnements() -> tuple[Donnee, ...]:
    theme = "Conseillers numériques"
    return tuple(
        _de_2024(code, code, theme, libelle, valeur, unite=unite, source=sources.ANCT, note=_PARTIELLES)
        for code, nombre, personnes in _ACCOMPAGNEMENTS
        for libelle, valeur, unite in (
            ("Accompagnements", nombre, "accompagnements"),
            ("Personnes accompagnées", personnes, "personnes"),
        )
    )


def _fragilite() -> tuple[Donnee, ...]:
    theme = "Fragilité numérique"
    illectronisme = {"unite": "%", "source": sources.HUB, "note": "Année et source d’origine non précisées."}
    return (
        *(
            _diagnostic(
                gouvernance,
                territoire,
                theme,
                "Indice de fragilité numérique",
                valeur,
                source=sources.HUB,
                note=_INDICE_NOTE,
            )
            for gouvernance, territoire, valeur in _INDICES
        ),
        _diagnostic(
            "hub-lo",
            "R24",
            theme,
            "Taux d’illectronisme",
            "19",
            unite="%",
            periode="2019",
            date="2019",
            source="INSEE, 2019",
        ),
        _diagnostic("36", "bv-le-blanc", theme, "Taux d’illectronisme", "30", **illectronisme),
        _diagnostic("41", "bv-blaisois", theme, "Taux d’illectronisme", "17", **illectronisme),
    )


def _projets() -> tuple[Donnee, ...]:
    commun = {"unite": "projets", "source": sources.HUB}
    return (
        _de_2024("hub-lo", "R24", _PROJETS, "Projets", "98", **commun),
        _de_2024("hub-lo", "R24", _PROJETS, "Projets accompagnés par le hub", "52", **commun),
        *(
            _de_2024(code, code, _PROJETS, "Projets déposés", valeur, note=_DEPOSES_NOTES.get(code), **commun)
            for code, valeur in _DEPOSES
        ),
        *(
            _de_2024(code, code, _PROJETS, "Projets lauréats", valeur, note=_LAUREATS_NOTES.get(code), **commun)
            for code, valeur in _LAUREATS
        ),
    )


def _activite(gouvernance: str, libelle: str, valeur: str, unite: str, **champs: Any) -> Donnee:
    return {
        "gouvernance": gouvernance,
        "territoire": gouvernance,
        "usage": "activite",
        "theme": "Concertation de 2024",
        "libelle": libelle,
        "valeur": valeur,
        "unite": unite,
        "periode": "2024",
        "date": "2024",
        "source": sources.HUB_2024,
        **champs,
    }


_ACTIVITE: tuple[Donnee, ...] = (
    _activite("18", "Échanges auxquels le hub a pris part", "11", "échanges"),
    _activite(
        "41",
        "Réunions officielles",
        "10",
        "réunions",
        comparateur="plus_de",
        note="Le COPIL et le COTECH existent ; la source ne dit pas lequel s’est réuni.",
    ),
    _activite("41", "Autres réunions", "10", "réunions", note="Instance non précisée."),
)

ACTES: tuple[Acte, ...] = actes(
    "ajouter_chiffre", (*_structures(), *_accompagnements(), *_fragilite(), *_projets(), *_ACTIVITE)
)
