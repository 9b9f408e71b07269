"""Jinja filters: names for the templates, over ``exports.formats``, the one French formatter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from exports import formats
from exports.formats import agenda
from exports.formats.markdown import NIVEAU, markdown_en_html
from fne_roadmaps.domain.enums import Avancement
from fne_roadmaps.domain.feuilles_de_route import libelle_etat


def markdown(texte: str, niveau: int = NIVEAU) -> Markup:
    """A long text as HTML, already safe; its headings start at ``niveau``."""
    return Markup(markdown_en_html(texte, niveau))  # noqa: S704 - cleaned of everything but a few elements


FILTRES: dict[str, Callable[..., Any]] = {
    "avancement": Avancement,
    "calendrier": formats.calendrier,
    "compte": formats.compte,
    "date_avec_jour": formats.date_avec_jour,
    "date_courte": formats.date_courte,
    "date_incertaine": formats.date_incertaine,
    "date_longue": formats.date_longue,
    "date_nue": formats.date_sans_preposition,
    "duree": formats.duree,
    "empreinte": formats.empreinte_groupes,
    "en_lettres": formats.en_lettres,
    "enumeration": formats.enumeration,
    "euros": formats.euros,
    "heure": formats.heure,
    "horaire": agenda.horaire,
    "instant": formats.instant,
    "jour_semaine": formats.jour_semaine,
    "libelle_etat": libelle_etat,
    "majuscule": formats.majuscule,
    "markdown": markdown,
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
