"""Real meetings: those the hub counts for 2024, known by their year alone, and two of its agendas of 2023."""

from __future__ import annotations

from typing import Any

from fne_roadmaps.demo import sources
from fne_roadmaps.demo.saisie import Acte, Donnee, actes

_AU_MOINS_UNE = "Au moins une, nombre non précisé."
_JOUR_INCONNU = "Réunion comptée par la source ; son jour n’est pas donné."
_TENUE_INCONNUE = "Ligne d’agenda : la source ne dit pas si la réunion a eu lieu."


def _role_du_hub(role: str) -> tuple[Donnee, ...]:
    return ({"structure": "hub-lo", "role": role, "source": sources.HUB_2024},)


def _seance(instance: str, role: str, note: str = _JOUR_INCONNU) -> Donnee:
    """A sitting of 2024 known by its year."""
    return {
        "instance": instance,
        "etat": "tenue",
        "date": "2024",
        "note": note,
        "source": sources.HUB_2024,
        "roles": _role_du_hub(role),
    }


def _hors_instance(gouvernance: str, titre: str, role: str) -> Donnee:
    """A meeting of 2024 without instance, known by its year."""
    return {
        "gouvernance": gouvernance,
        "genre": "autre",
        "portee": "departementale",
        "titre": titre,
        "etat": "tenue",
        "date": "2024",
        "note": _JOUR_INCONNU,
        "source": sources.HUB_2024,
        "roles": _role_du_hub(role),
    }


_ATELIERS_37 = (
    "Réunion comptée par la source ; son jour n’est pas donné. Le hub a co-animé des ateliers dans trois "
    "des six COPIL, sans que la source dise lesquels."
)

_DE_2024: tuple[Donnee, ...] = (
    *(_hors_instance("18", f"Réunion thématique, {rang} sur 3 (thème non publié)", "animateur") for rang in (1, 2, 3)),
    *(_seance("28/copil", "participant") for _ in range(2)),
    *(_seance("28/cotech", "participant") for _ in range(6)),
    *(
        _seance(f"28/{groupe}", "participant", _AU_MOINS_UNE)
        for groupe in ("gt-autonomie", "gt-sante", "gt-inclusion", "gt-emploi", "gt-education")
    ),
    *(
        _hors_instance("36", f"Étape officielle n° {rang} sur 4 (intitulé non publié)", "co_animateur")
        for rang in (1, 2, 3, 4)
    ),
    *(_seance("37/copil", "co_animateur", _ATELIERS_37) for _ in range(3)),
    *(_seance("37/copil", "participant", _ATELIERS_37) for _ in range(3)),
    *(_seance("37/cotech", "participant") for _ in range(6)),
    *(_seance("37/gt-preparation", "participant") for _ in range(3)),
)


def _ligne(
    gouvernance: str, date: str | Donnee, titre: str, genre: str, bassin: str | None = None, **champs: Any
) -> Donnee:
    """A line of an agenda of 2023; its scope is the bassin de vie when it names one, else the département."""
    return {
        "gouvernance": gouvernance,
        "genre": genre,
        "portee": "bassin_de_vie" if bassin else "departementale",
        "territoire": bassin or gouvernance,
        "titre": titre,
        "etat": "convoquee",
        "date": date,
        "note": _TENUE_INCONNUE,
        "source": sources.AGENDA_37 if gouvernance == "37" else sources.AGENDA_45,
        **champs,
    }


_DEUX_VISIOS = f"Une ligne de l’agenda pour deux visios (« 2 visios »). {_TENUE_INCONNUE}"

_AGENDA_37: tuple[Donnee, ...] = (
    *(
        _ligne(
            "37",
            "2023-06-22",
            f"Organisation du mini-carrefour de l’inclusion : bassin de vie de {nom}",
            "visio",
            bassin,
            note=_DEUX_VISIOS,
        )
        for nom, bassin in (("Chinon", "bv-chinon"), ("Loches", "bv-loches"))
    ),
    _ligne(
        "37",
        "2023-06-26",
        "Réunion de co-construction du prochain carrefour de l’inclusion",
        "co_construction",
    ),
    _ligne(
        "37",
        "2023-07-07",
        "Organisation du mini-carrefour du bassin de vie d’Amboise",
        "visio",
        "bv-amboise",
    ),
    _ligne("37", "2023-09-08", "Réunion de co-construction", "co_construction"),
    _ligne(
        "37",
        {"edtf": "[2023-09-14,2023-09-21]", "recu": "14 ou 21 septembre 2023"},
        "Rencontre des médiateurs numériques",
        "rencontre",
        etat="a_dater",
        confirmee=False,
    ),
    _ligne("37", "2023-09-22", "Réunion des partenaires du Projet Informatique pour tous", "autre"),
    _ligne("37", "2023-10-10", "Mini-carrefour de Loches", "evenement", "bv-loches"),
    _ligne("37", "2023-11-09", "Mini-carrefour de Chinon", "evenement", "bv-chinon"),
    _ligne("37", "2023-12-05", "Carrefour de l’inclusion numérique", "evenement"),
)

_AGENDA_45: tuple[Donnee, ...] = (
    _ligne(
        "45",
        {"edtf": "2023-06-29", "recu": "jeudi 29 juin 2023"},
        "Comité partenarial du CRIA 45",
        "autre",
        jour_annonce="jeudi",
    ),
    _ligne(
        "45",
        {"edtf": "2023-07-04", "recu": "mardi 4 juillet 2023"},
        "Réunion du bassin de vie de Montargis",
        "autre",
        "bv-montargis",
        jour_annonce="mardi",
    ),
    _ligne(
        "45",
        {"edtf": "2023-07-11", "recu": "mardi 11 juillet 2023"},
        "Réunion du bassin de vie de Pithiviers",
        "autre",
        "bv-pithiviers",
        jour_annonce="mardi",
    ),
    _ligne(
        "45",
        {"edtf": "2023-09-12", "recu": "mardi 12 septembre 2023"},
        "Rencontre des médiateurs numériques du Loiret",
        "rencontre",
        jour_annonce="mardi",
    ),
    _ligne(
        "45",
        {"edtf": "2023-09-28", "recu": "jeudi 28 septembre 2023"},
        "Inauguration Connect’Obus",
        "inauguration",
        jour_annonce="jeudi",
    ),
)

ACTES: tuple[Acte, ...] = actes("creer_reunion", (*_AGENDA_37, *_AGENDA_45, *_DE_2024))
