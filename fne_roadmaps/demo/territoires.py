"""The region, its départements, the bassins de vie as the hub draws them, and the EPCI its figures name."""

from __future__ import annotations

from datetime import date

from fne_roadmaps.demo import sources
from fne_roadmaps.demo.saisie import Acte, Donnee, actes

_REGION: Donnee = {
    "code": "R24",
    "type": "region",
    "nom": "Centre-Val de Loire",
    "du_nom": "du Centre-Val de Loire",
    "fuseau": "Europe/Paris",
    "note": "Les textes de la Région parlent de 23 bassins de vie ; le découpage du hub, repris ici, en "
    "nomme davantage.",
}

DEPARTEMENTS = (
    ("18", "Cher", "du Cher"),
    ("28", "Eure-et-Loir", "d’Eure-et-Loir"),
    ("36", "Indre", "de l’Indre"),
    ("37", "Indre-et-Loire", "d’Indre-et-Loire"),
    ("41", "Loir-et-Cher", "de Loir-et-Cher"),
    ("45", "Loiret", "du Loiret"),
)

BASSINS = (
    ("18", "bv-vierzon-bourges", "Vierzon/Bourges", "de Vierzon/Bourges"),
    ("18", "bv-saint-amandois", "Saint-Amandois", "du Saint-Amandois"),
    ("18", "bv-aubigny-sur-nere", "Aubigny-sur-Nère", "d’Aubigny-sur-Nère"),
    ("18", "bv-loire-val-d-aubois", "Loire Val d’Aubois", "de Loire Val d’Aubois"),
    ("28", "bv-chartres", "Chartres", "de Chartres"),
    ("28", "bv-chateaudun", "Châteaudun", "de Châteaudun"),
    ("28", "bv-dreux", "Dreux", "de Dreux"),
    ("28", "bv-nogent-le-rotrou", "Nogent-le-Rotrou", "de Nogent-le-Rotrou"),
    ("28", "bv-coeur-de-beauce", "Cœur de Beauce", "de Cœur de Beauce"),
    ("36", "bv-chateauroux", "Châteauroux", "de Châteauroux"),
    ("36", "bv-le-blanc", "Le Blanc", "du Blanc"),
    ("36", "bv-issoudun", "Issoudun", "d’Issoudun"),
    ("36", "bv-la-chatre", "La Châtre", "de La Châtre"),
    ("36", "bv-valencay", "Valençay", "de Valençay"),
    ("37", "bv-loches", "Loches", "de Loches"),
    ("37", "bv-chinon", "Chinon", "de Chinon"),
    ("37", "bv-tours", "Tours", "de Tours"),
    ("37", "bv-amboise", "Amboise", "d’Amboise"),
    ("41", "bv-blaisois", "Blaisois", "du Blaisois"),
    ("41", "bv-romorantinais-controis", "Romorantinais-Controis", "du Romorantinais-Controis"),
    ("41", "bv-vendomois", "Vendômois", "du Vendômois"),
    ("41", "bv-grande-sologne", "Grande Sologne", "de Grande Sologne"),
    ("45", "bv-orleans", "Orléans", "d’Orléans"),
    ("45", "bv-pithiviers", "Pithiviers", "de Pithiviers"),
    ("45", "bv-gien", "Gien", "de Gien"),
    ("45", "bv-montargis", "Montargis", "de Montargis"),
)

_PARTICULIERS: dict[str, Donnee] = {
    "bv-coeur-de-beauce": {
        "note": "Nommé dans d’autres documents seulement : le découpage courant du hub compte quatre bassins de vie.",
    },
    "bv-tours": {
        "note": "Depuis décembre 2022, comprend officiellement l’ancien bassin de vie d’Amboise ; "
        "le hub garde l’ancien découpage.",
    },
    "bv-amboise": {
        "valide_au": date(2022, 12, 31),
        "note": "Officiellement fusionné dans le bassin de Tours en décembre 2022 (jour non précisé : le "
        "dernier du mois est retenu) ; le hub garde l’ancien découpage et continue de s’y réunir.",
    },
}

_EPCI = (
    ("36", "36-brenne-val-de-creuse", "Brenne Val de Creuse", "de Brenne Val de Creuse"),
    (
        "36",
        "36-marche-occitane-val-d-anglin",
        "Marche Occitane Val d’Anglin",
        "de Marche Occitane Val d’Anglin",
    ),
    ("36", "36-coeur-de-brenne", "Cœur de Brenne", "de Cœur de Brenne"),
    ("41", "41-agglopolys", "Agglopolys", "d’Agglopolys"),
    ("41", "41-beauce-val-de-loire", "Beauce Val de Loire", "de Beauce Val de Loire"),
    ("41", "41-grand-chambord", "Grand Chambord", "du Grand Chambord"),
)

ACTES: tuple[Acte, ...] = actes(
    "creer_territoire",
    (
        _REGION,
        *(
            {"code": code, "type": "departement", "nom": nom, "du_nom": du_nom, "parent": "R24"}
            for code, nom, du_nom in DEPARTEMENTS
        ),
        *(
            {
                "code": code,
                "type": "bassin_de_vie",
                "nom": nom,
                "du_nom": du_nom,
                "parent": parent,
                "source": sources.HUB,
                **_PARTICULIERS.get(code, {}),
            }
            for parent, code, nom, du_nom in BASSINS
        ),
        *(
            {
                "code": code,
                "type": "epci",
                "nom": nom,
                "du_nom": du_nom,
                "parent": parent,
                "note": "Nommée dans les chiffres du diagnostic ; son numéro SIREN n’y est pas donné.",
            }
            for parent, code, nom, du_nom in _EPCI
        ),
    ),
)
