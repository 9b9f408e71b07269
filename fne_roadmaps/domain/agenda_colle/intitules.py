"""Headings: territories by their names, and the words that announce an agenda rather than a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from fne_roadmaps.domain.agenda_colle.signes import plier

_DEPARTEMENTS: Final = """
Ain, Aisne, Allier, Alpes-de-Haute-Provence, Hautes-Alpes, Alpes-Maritimes, Ardèche, Ardennes, Ariège, Aube, Aude,
Aveyron, Bouches-du-Rhône, Calvados, Cantal, Charente, Charente-Maritime, Cher, Corrèze, Corse-du-Sud, Haute-Corse,
Côte-d’Or, Côtes-d’Armor, Creuse, Dordogne, Doubs, Drôme, Eure, Eure-et-Loir, Finistère, Gard, Haute-Garonne, Gers,
Gironde, Hérault, Ille-et-Vilaine, Indre, Indre-et-Loire, Isère, Jura, Landes, Loir-et-Cher, Loire, Haute-Loire,
Loire-Atlantique, Loiret, Lot, Lot-et-Garonne, Lozère, Maine-et-Loire, Manche, Marne, Haute-Marne, Mayenne,
Meurthe-et-Moselle, Meuse, Morbihan, Moselle, Nièvre, Nord, Oise, Orne, Pas-de-Calais, Puy-de-Dôme,
Pyrénées-Atlantiques, Hautes-Pyrénées, Pyrénées-Orientales, Bas-Rhin, Haut-Rhin, Rhône, Haute-Saône, Saône-et-Loire,
Sarthe, Savoie, Haute-Savoie, Paris, Seine-Maritime, Seine-et-Marne, Yvelines, Deux-Sèvres, Somme, Tarn,
Tarn-et-Garonne, Var, Vaucluse, Vendée, Vienne, Haute-Vienne, Vosges, Yonne, Territoire de Belfort, Essonne,
Hauts-de-Seine, Seine-Saint-Denis, Val-de-Marne, Val-d’Oise, Guadeloupe, Martinique, Guyane, La Réunion, Mayotte,
Saint-Pierre-et-Miquelon, Nouvelle-Calédonie, Polynésie française, Auvergne-Rhône-Alpes, Bourgogne-Franche-Comté,
Bretagne, Centre-Val de Loire, Corse, Grand Est, Hauts-de-France, Île-de-France, Normandie, Nouvelle-Aquitaine,
Occitanie, Pays de la Loire, Provence-Alpes-Côte d’Azur
"""
_DE = r"(?:de la |de l |du |des |de |d )?"
_PREFIXE = re.compile(
    rf"(?:(?:le |la )?(?:departement|dpt|dept|region|territoire|bassins? de vie) {_DE})?"
    r"(?:[0-9][0-9ab][0-9]? )?"
)
_SUFFIXE = re.compile(r" (?:[0-9][0-9ab][0-9]?|departement)$")
_BASSIN = re.compile(r"bassins? de vie (?:de|du|d'|des)\b")
ENTETE: Final = re.compile(
    r"(?:l'|le |les |nos |notre |votre )?(?:agenda|calendrier|planning|programme|annee|dates?|echeancier|previsionnel"
    r"|rendez-vous a venir|prochaine?s? (?:dates|reunions|rendez-vous)|reunions? (?:prevues|a venir|de l'annee))\b"
)
MISE_A_JOUR: Final = re.compile(
    r"\(?(?:mis(?:e)? a jour|maj|version|actualise|edite|imprime|envoye|de :|a :|cc :|objet)\b"
)
POLITESSE: Final = re.compile(
    r"(?:bonjour|bonsoir|madame|monsieur|chers?|cheres?|cordialement|bien a vous|bonne (?:lecture|reception|journee)"
    r"|merci|nb|ps|pj|voici|veuillez|je |nous |vous )\b"
)


def _cle(nom: str) -> str:
    return re.sub("[^a-z0-9]+", " ", plier(nom)).strip()


_CONNUS: Final[Mapping[str, str]] = {_cle(n): n for n in (" ".join(n.split()) for n in _DEPARTEMENTS.split(","))}


def noms_connus(territoires: Iterable[str]) -> Mapping[str, str]:
    """Folded name → name as written, of the départements and régions of France and of these territories."""
    return {**_CONNUS, **{_cle(nom): nom for nom in territoires if _cle(nom)}}


def territoire_de(texte: str, connus: Mapping[str, str]) -> str | None:
    """The territory a heading names and nothing else: « Loiret », « Département du Loiret (45) », « 45 – Loiret »."""
    if len(texte) > 80:
        return None
    cle = _cle(texte)
    for candidat in (cle, _SUFFIXE.sub("", cle), _SUFFIXE.sub("", _PREFIXE.sub("", cle, count=1))):
        if candidat in connus:
            return connus[candidat]
    return texte.rstrip(" :") if _BASSIN.match(plier(texte)) and len(texte.split()) <= 9 else None
