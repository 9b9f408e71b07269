"""Comitologies of the départements: only the bodies, seats and cadences the public documents give."""

from __future__ import annotations

from datetime import date
from typing import Any

from fne_roadmaps.demo import sources
from fne_roadmaps.demo.gouvernances import PARTENAIRES_CLES_45
from fne_roadmaps.demo.saisie import Acte, Donnee, actes

_ROLE_COPIL = "Décide et arbitre."
_ROLE_COTECH = "Prépare le COPIL et assure le suivi."
_COMPOSITION_INCONNUE = "Composition et cadence : non documenté."
_DEPUIS_2025 = "Instance de la comitologie mise en place à partir de 2025 (jour non précisé)."


def _instance(gouvernance: str, slug: str, type_: str, nom: str, **champs: Any) -> Donnee:
    return {
        "gouvernance": gouvernance,
        "slug": slug,
        "type": type_,
        "nom": nom,
        "source": sources.HUB,
        **champs,
    }


def _sieges(*libelles: str) -> tuple[Donnee, ...]:
    return tuple({"libelle": libelle, "source": sources.HUB} for libelle in libelles)


def _sieges_de(*structures: str) -> tuple[Donnee, ...]:
    return tuple({"structure": structure, "source": sources.HUB} for structure in structures)


def _role_du_hub(role: str, source: str = sources.HUB) -> tuple[Donnee, ...]:
    return ({"structure": "hub-lo", "role": role, "source": source},)


def _copil_cotech(gouvernance: str, role_du_hub: tuple[Donnee, ...]) -> tuple[Donnee, Donnee]:
    return (
        _instance(
            gouvernance,
            "copil",
            "copil",
            "Comité de pilotage",
            role=_ROLE_COPIL,
            note=_COMPOSITION_INCONNUE,
            roles=role_du_hub,
        ),
        _instance(
            gouvernance,
            "cotech",
            "cotech",
            "Comité technique",
            parent=f"{gouvernance}/copil",
            role=_ROLE_COTECH,
            note=_COMPOSITION_INCONNUE,
            roles=role_du_hub,
        ),
    )


_EURE_ET_LOIR: tuple[Donnee, ...] = (
    *_copil_cotech("28", _role_du_hub("participant", sources.HUB_2024)),
    *(
        _instance(
            "28",
            slug,
            "groupe_de_travail",
            f"Groupe de travail {theme}",
            parent="28/cotech",
            roles=_role_du_hub("participant", sources.HUB_2024),
        )
        for slug, theme in (
            ("gt-autonomie", "Autonomie/dépendance"),
            ("gt-sante", "Santé"),
            ("gt-inclusion", "Inclusion/précarité"),
            ("gt-emploi", "Emploi/insertion"),
            ("gt-education", "Éducation/jeunesse"),
        )
    ),
    _instance(
        "28",
        "point-mensuel",
        "autre",
        "Point mensuel du hub, de la préfecture et du conseil départemental",
        debut=date(2024, 11, 1),
        note="Depuis novembre 2024 (jour non précisé).",
        sieges=_sieges_de("hub-lo", "prefecture-28", "cd-28"),
        roles=_role_du_hub("membre"),
        cadences=(
            {
                "texte": "Mensuelle",
                "min_par_an": 12,
                "max_par_an": 12,
                "intervalle_demi_mois": 2,
                "debut": date(2024, 11, 1),
                "source": sources.HUB,
            },
        ),
    ),
    _instance(
        "28",
        "conseillers-numeriques",
        "autre",
        "Réunion des conseillers numériques d’Eure-et-Loir",
        sieges=_sieges("Conseillers numériques du département"),
        cadences=(
            {
                "texte": "Trimestrielle",
                "min_par_an": 4,
                "max_par_an": 4,
                "intervalle_demi_mois": 6,
                "source": sources.HUB,
            },
        ),
    ),
)

_INDRE_ET_LOIRE: tuple[Donnee, ...] = (
    _instance(
        "37",
        "copil",
        "copil",
        "Comité de pilotage",
        role=_ROLE_COPIL,
        sieges=(
            *_sieges(
                "Services de l’État",
                "EPCI",
                "Opérateurs de réseaux",
                "Associations, dont la Ligue de l’enseignement, qui anime les France services",
            ),
            *_sieges_de("hub-lo"),
        ),
        roles=(
            *_role_du_hub("participant", sources.HUB_2024),
            *_role_du_hub("co_animateur", "Ateliers co-animés dans trois COPIL de 2024"),
        ),
    ),
    _instance(
        "37",
        "cotech",
        "cotech",
        "Comité technique",
        parent="37/copil",
        role=_ROLE_COTECH,
        note=_COMPOSITION_INCONNUE,
        roles=_role_du_hub("participant", sources.HUB_2024),
    ),
    _instance(
        "37",
        "gt-preparation",
        "groupe_de_travail",
        "Groupes de travail préparatoires",
        parent="37/cotech",
        note="La source compte trois groupes de travail préparatoires, sans dire si c’est le même qui s’est réuni.",
        roles=_role_du_hub("participant", sources.HUB_2024),
    ),
)

_LOIRET: tuple[Donnee, ...] = (
    _instance(
        "45",
        "comite-strategique",
        "comite_strategique",
        "Comité stratégique",
        debut=date(2025, 1, 1),
        note=_DEPUIS_2025,
        sieges=_sieges_de("cd-45", "prefecture-45", "orleans-metropole"),
    ),
    _instance(
        "45",
        "comite-technique",
        "cotech",
        "Comité technique",
        parent="45/comite-strategique",
        debut=date(2025, 1, 1),
        note=_DEPUIS_2025,
        sieges=_sieges_de(*PARTENAIRES_CLES_45, "hub-lo"),
    ),
    _instance(
        "45",
        "got",
        "groupe_operationnel",
        "Groupes opérationnels thématiques",
        parent="45/comite-technique",
        debut=date(2025, 1, 1),
        note=f"{_DEPUIS_2025} Le nombre et les thèmes des groupes ne sont pas publiés.",
        sieges=_sieges("Partenaires clés", "Acteurs de terrain"),
        roles=_role_du_hub("animateur"),
    ),
    _instance(
        "45",
        "comite-consultatif",
        "comite_consultatif",
        "Comité consultatif",
        debut=date(2025, 1, 1),
        note=f"{_DEPUIS_2025} La liste de ses membres reste ouverte.",
        sieges=_sieges(
            "Membres du comité stratégique",
            "Acteurs de l’inclusion",
            "Associations",
            "Citoyens",
            "Conseillers numériques",
            "Secrétaires de mairie",
        ),
    ),
)

ACTES: tuple[Acte, ...] = actes(
    "creer_instance",
    (*_EURE_ET_LOIR, *_INDRE_ET_LOIRE, *_copil_cotech("41", ()), *_LOIRET),
)
