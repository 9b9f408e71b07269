"""The list of meetings, by date as known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from backend.queries.filtres import choix, exemples, jour, oui_non, vers
from backend.queries.lecture import Clause, Ligne, lignes, par_cle, parmi
from backend.queries.listes import Liste
from backend.queries.valeurs import Forme, former_toutes
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import EtatOption, EtatReunion, GenreReunion, PorteeReunion, TypeInstance

FORME = Forme(
    mots={"genre": GenreReunion, "portee": PorteeReunion, "etat": EtatReunion},
    dates=("date",),
    refs=("gouvernance", "instance", "territoire"),
)
COLONNES = (
    "reunion.*, gouvernance.code AS gouvernance_code, gouvernance.nom AS gouvernance_nom, "
    "instance.code AS instance_code, instance.nom AS instance_nom, territoire.code AS territoire_code, "
    "territoire.nom AS territoire_nom"
)
JOINTURES = (
    "JOIN gouvernance ON gouvernance.id = reunion.gouvernance LEFT JOIN instance ON instance.id = reunion.instance "
    "LEFT JOIN territoire ON territoire.id = reunion.territoire"
)
_OPTIONS = Forme(mots={"etat": EtatOption}, dates=("date",))


async def options_de(reunions: Iterable[UUID]) -> dict[UUID, list[Ligne]]:
    """The possible days of each meeting, in order. One statement."""
    clause = parmi("reunion", reunions)
    rangees = await lignes(
        "SELECT reunion, rang, etat, uid, sequence, date_edtf, date_premier, date_dernier, date_recu "
        f"FROM option_de_date WHERE {clause.sql} ORDER BY reunion, rang",
        *clause.valeurs,
    )
    return par_cle(former_toutes(rangees, _OPTIONS), "reunion")


async def _completer(acteur: Acteur, au: date, rangees: list[Ligne]) -> list[Ligne]:
    options = await options_de([r["id"] for r in rangees])
    return [{**r, "options": options.get(r["id"], [])} for r in former_toutes(rangees, FORME)]


_DE_LA_GOUVERNANCE = (
    "(reunion.gouvernance = § OR EXISTS (SELECT 1 FROM reunion_associee j WHERE j.reunion = reunion.id "
    "AND j.gouvernance = §))"
)

REUNIONS = Liste(
    table="reunion",
    colonnes=COLONNES,
    jointures=JOINTURES,
    filtres={
        "gouvernance": vers(
            "gouvernance", _DE_LA_GOUVERNANCE, "Gouvernance qui la numérote ou y est associée, par clé ou code."
        ),
        "instance": vers("instance", "reunion.instance = §", "Instance, par clé ou code."),
        "type": choix(TypeInstance, "instance.type", "Type de l’instance."),
        "etat": choix(EtatReunion, "reunion.etat", "État."),
        "genre": choix(GenreReunion, "reunion.genre", "Genre."),
        "portee": choix(PorteeReunion, "reunion.portee", "Portée."),
        "territoire": vers("territoire", "reunion.territoire = §", "Territoire, par clé ou code."),
        "structure": vers(
            "structure",
            "EXISTS (SELECT 1 FROM role_en_reunion x WHERE x.reunion = reunion.id AND x.structure = §)",
            "Structure qui y tient un rôle, par clé ou code.",
        ),
        "du": jour(
            lambda valeur, au: Clause("reunion.date_dernier >= {}", (valeur,)), "Peut avoir lieu ce jour ou après."
        ),
        "au": jour(
            lambda valeur, au: Clause("reunion.date_premier <= {}", (valeur,)), "Peut avoir lieu ce jour ou avant."
        ),
        "sans_date": oui_non(lambda au: Clause("reunion.date_premier IS NULL"), "Réunions dont la date reste à fixer."),
        "exemple": exemples("reunion"),
    },
    tris={
        "date": ("reunion.date_premier?", "reunion.date_dernier?", "reunion.heure_debut?", "reunion.code"),
        "code": ("gouvernance.code", "instance.code?", "reunion.numero"),
        "maj": ("reunion.maj_le",),
    },
    completer=_completer,
)
