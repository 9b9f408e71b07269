"""Real organisations of the public documents, and the functions of the hub. Nobody's name, and no SIRET."""

from __future__ import annotations

from fne_roadmaps.demo.saisie import Acte, Donnee, actes
from fne_roadmaps.demo.territoires import DEPARTEMENTS

_INSTITUTIONS: tuple[Donnee, ...] = tuple(
    institution
    for code, _, du_nom in DEPARTEMENTS
    for institution in (
        {"code": f"prefecture-{code}", "nom": f"Préfecture {du_nom}", "type": "etat", "territoire": code},
        {
            "code": f"cd-{code}",
            "nom": f"Conseil départemental {du_nom}",
            "sigle": f"CD {code}",
            "type": "departement",
            "territoire": code,
        },
    )
)

_HUB: Donnee = {
    "code": "hub-lo",
    "nom": "Hub régional Centre-Val de Loire",
    "sigle": "Hub-Lo",
    "type": "hub",
    "territoire": "R24",
    "note": "Consortium de quatre réseaux ; siège dans les six gouvernances départementales.",
}

_AUTRES: tuple[Donnee, ...] = (
    {
        "code": "region-centre-val-de-loire",
        "nom": "Région Centre-Val de Loire",
        "type": "region",
        "territoire": "R24",
    },
    {"code": "orleans-metropole", "nom": "Orléans Métropole", "type": "epci", "territoire": "45"},
    {
        "code": "ligue-enseignement-36",
        "nom": "Ligue de l’enseignement 36",
        "type": "association",
        "territoire": "36",
    },
    {"code": "emmaus-connect", "nom": "Emmaüs Connect", "type": "association"},
    {"code": "carsat", "nom": "CARSAT", "type": "autre"},
    {"code": "cpam-45", "nom": "CPAM", "type": "autre", "territoire": "45"},
    {"code": "caf-45", "nom": "CAF", "type": "autre", "territoire": "45"},
    {"code": "cria-45", "nom": "CRIA 45", "type": "autre", "territoire": "45"},
    {"code": "fondation-orleans", "nom": "Fondation Orléans", "type": "fondation", "territoire": "45"},
    {"code": "universite-orleans", "nom": "Université d’Orléans", "type": "enseignement", "territoire": "45"},
    {"code": "ag2r", "nom": "AG2R", "type": "autre"},
    {"code": "france-travail", "nom": "France Travail", "type": "operateur"},
)

_POSTES: tuple[Donnee, ...] = (
    *(
        {
            "code": f"hub-lo/charge-mission-{code}",
            "structure": "hub-lo",
            "fonction": f"Chargé·e de mission du hub, {nom}",
        }
        for code, nom, _ in DEPARTEMENTS
    ),
    *(
        {
            "code": f"hub-lo/responsable-{echelle}-{rang}",
            "structure": "hub-lo",
            "fonction": f"Responsable {fonction} du hub (poste {rang} sur 2)",
        }
        for echelle, fonction in (("interdepartemental", "interdépartemental·e"), ("regional", "régional·e"))
        for rang in (1, 2)
    ),
)

ACTES: tuple[Acte, ...] = (
    *actes("creer_structure", (*_INSTITUTIONS, _HUB, *_AUTRES)),
    *actes("creer_poste", _POSTES),
)
