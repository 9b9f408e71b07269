"""Jinja filters: names for the templates, over ``exports.formats``, the one French formatter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from exports import formats
from exports.formats import agenda
from fne_roadmaps.domain.enums import Avancement
from fne_roadmaps.domain.feuilles_de_route import libelle_etat


@dataclass(frozen=True, slots=True)
class Bloc:
    """A paragraph (one line per forced break) or a list (one line per item) of a long text."""

    liste: bool
    lignes: tuple[str, ...]


def blocs(texte: str) -> tuple[Bloc, ...]:
    """Cut a plain text: blank lines separate blocks, a line opened by « - », « – » or « • » is an item of a
    list.
    """
    trouves: list[tuple[bool, list[str]]] = []
    ouvert = False
    for ligne in map(str.strip, formats.typographier(texte).splitlines()):
        item = ligne[:2] in {"- ", "– ", "• ", "* "}
        if not ligne:
            ouvert = False
        elif ouvert and trouves[-1][0] == item:
            trouves[-1][1].append(ligne[2:] if item else ligne)
        else:
            trouves.append((item, [ligne[2:] if item else ligne]))
            ouvert = True
    return tuple(Bloc(liste, tuple(lignes)) for liste, lignes in trouves)


FILTRES: dict[str, Callable[..., Any]] = {
    "avancement": Avancement,
    "blocs": blocs,
    "calendrier": formats.calendrier,
    "compte": formats.compte,
    "date_avec_jour": formats.date_avec_jour,
    "date_courte": formats.date_courte,
    "date_incertaine": formats.date_incertaine,
    "date_longue": formats.date_longue,
    "date_nue": formats.date_sans_preposition,
    "empreinte": formats.empreinte_groupes,
    "en_lettres": formats.en_lettres,
    "enumeration": formats.enumeration,
    "euros": formats.euros,
    "horaire": agenda.horaire,
    "jour_semaine": formats.jour_semaine,
    "libelle_etat": libelle_etat,
    "majuscule": formats.majuscule,
    "mention": agenda.mention,
    "mois_annee": agenda.mois_annee,
    "nombre": formats.nombre,
    "pluriel": formats.pluriel,
    "pourcent": formats.pourcent,
    "sous_tete": agenda.sous_tete,
    "tete_du_mois": agenda.tete_du_mois,
    "tete_seule": agenda.tete_seule,
    "typo": formats.typographier,
}
"""Name in the templates → function."""
