"""The hub's own comitology, and the decision of the Indre that changed its cadences on 9 July 2024."""

from __future__ import annotations

from datetime import date
from typing import Any

from fne_roadmaps.demo import sources
from fne_roadmaps.demo.saisie import Acte, Donnee, actes
from fne_roadmaps.demo.territoires import BASSINS, DEPARTEMENTS

_DECISION = "hub-lo/comite-36/2024-1"
_JOUR = date(2024, 7, 9)
_VEILLE = date(2024, 7, 8)


def _cadence(texte: str, minimum: int | None = None, maximum: int | None = None, **champs: Any) -> Donnee:
    return {
        "texte": texte,
        "min_par_an": minimum,
        "max_par_an": maximum,
        "source": sources.HUB,
        **champs,
    }


def _instance(slug: str, type_: str, nom: str, **champs: Any) -> Donnee:
    return {
        "gouvernance": "hub-lo",
        "slug": slug,
        "type": type_,
        "nom": nom,
        "source": sources.HUB,
        **champs,
    }


_COPIL = _instance(
    "copil",
    "copil",
    "COPIL régional",
    role="Fixe les objectifs et consolide les résultats.",
    territoire="R24",
    mode_decision="consensus",
    sieges=tuple(
        {"libelle": libelle, "college": college, "source": sources.HUB}
        for libelle, college in (
            ("Les quatre réseaux du consortium", "Consortium"),
            ("Institutions", "Institutions"),
            ("Partenaires associés", "Partenaires associés"),
            ("Représentants désignés par le réseau régional", "Représentants des communautés"),
        )
    ),
    cadences=(_cadence("4 à 6 par an", 4, 6),),
)

_RESEAU = _instance(
    "reseau",
    "reseau",
    "Réseau régional des structures",
    role="Réunit les communautés et désigne leurs représentants au COPIL régional.",
    territoire="R24",
    sieges=tuple(
        {"libelle": libelle, "source": sources.HUB}
        for libelle in (
            "EPN",
            "Fablabs",
            "Tiers-lieux",
            "Médiathèques",
            "France services (anciennes MSAP)",
            "Clubs informatiques",
            "Espaces de coworking",
            "Fabriques de territoire",
            "Promeneurs du Net",
        )
    ),
    cadences=(_cadence("1 à 2 par an", 1, 2),),
)


def _comite(code: str, du_nom: str) -> Donnee:
    indre = code == "36"
    return _instance(
        f"comite-{code}",
        "comite_departemental",
        f"Comité départemental {du_nom}",
        parent="hub-lo/copil",
        role="Alimente l’ordre du jour du COPIL régional.",
        territoire=code,
        cadences=(_cadence("2 à 3 par an", 2, 3, fin=_VEILLE if indre else None),),
    )


def _bassin(departement: str, code: str, du_nom: str) -> Donnee:
    """A bassin de vie, as frequent as first wanted, save in the Indre, which says how often it met."""
    if departement == "36":
        cadence = _cadence("Tous les deux mois et demi", intervalle_demi_mois=5, fin=_VEILLE)
    else:
        cadence = _cadence("6 à 10 par an, au début", 6, 10)
    return _instance(
        code,
        "bassin_de_vie",
        f"Réunion du bassin de vie {du_nom}",
        parent=f"hub-lo/comite-{departement}",
        territoire=code,
        cadences=(cadence,),
        note="Cadence générale du hub à l’origine : 6 à 10 par an." if departement == "36" else None,
    )


# « Cœur de Beauce » is a territory of other documents: the hub's comitology counts four in Eure-et-Loir.
_BASSINS = tuple(b for b in BASSINS if b[1] != "bv-coeur-de-beauce")

_INSTANCES: tuple[Donnee, ...] = (
    _COPIL,
    _RESEAU,
    *(_comite(code, du_nom) for code, _, du_nom in DEPARTEMENTS),
    *(_bassin(departement, code, du_nom) for departement, code, _, du_nom in _BASSINS),
)

_SEANCE: Donnee = {
    "instance": "hub-lo/comite-36",
    "portee": "instance",
    "etat": "tenue",
    "date": "2024-07-09",
    "note": "Séance connue par la décision qu’elle a prise.",
    "source": sources.HUB,
}

_DECISION_DU_9_JUILLET: Donnee = {
    "instance": "hub-lo/comite-36",
    "reunion": "hub-lo/comite-36/r1",
    "annee": 2024,
    "texte": "Les cinq bassins de vie de l’Indre, réunis chacun tous les deux mois et demi, le sont trop "
    "souvent. Désormais : une réunion par an pour chaque bassin de vie ; une réunion départementale tous "
    "les six mois ; des groupes de travail par projet, autant que nécessaire.",
    "date": "2024-07-09",
    "source": sources.HUB,
}


def _nouvelle(instance: str, texte: str, minimum: int, maximum: int, demi_mois: int) -> Donnee:
    return {
        "instance": instance,
        **_cadence(texte, minimum, maximum, intervalle_demi_mois=demi_mois, debut=_JOUR, decision=_DECISION),
    }


_GROUPES_36 = _instance(
    "gt-projets-36",
    "groupe_de_travail",
    "Groupes de travail par projet de l’Indre",
    parent="hub-lo/comite-36",
    territoire="36",
    debut=_JOUR,
    cadences=(_cadence("À la demande : autant que nécessaire", debut=_JOUR, decision=_DECISION),),
)

ACTES: tuple[Acte, ...] = (
    *actes("creer_instance", _INSTANCES),
    ("creer_reunion", _SEANCE),
    ("creer_decision", _DECISION_DU_9_JUILLET),
    ("ajouter_cadence", _nouvelle("hub-lo/comite-36", "Tous les six mois", 2, 2, 12)),
    *actes(
        "ajouter_cadence",
        (
            _nouvelle(f"hub-lo/{code}", "Une par an", 1, 1, 24)
            for departement, code, _, _ in _BASSINS
            if departement == "36"
        ),
    ),
    ("creer_instance", _GROUPES_36),
)
