"""The API of the bodies of the comitology."""

from __future__ import annotations

from backend.api.ressources import Creation, Modification, Ressource
from backend.api.schemas import instances as formes
from backend.queries.instances import INSTANCES as LISTE, lire_instance
from backend.services.commands import instances as commandes
from backend.services.instances import modifier_instance

INSTANCES = Ressource(
    chemin="instances",
    concept="instance",
    un="une instance",
    des="instances",
    exemple="28/copil",
    liste=LISTE,
    resume=formes.InstanceResume,
    entier=formes.Instance,
    lire=lire_instance,
    a_barres=True,
    creation=Creation(
        commandes.CreerInstance,
        {
            "gouvernance": "28",
            "slug": "gt-logement",
            "parent": "28/cotech",
            "type": "groupe_de_travail",
            "nom": "Groupe de travail Logement",
            "cadences": [{"texte": "4 réunions par an", "min_par_an": 4, "max_par_an": 4}],
        },
        {"gouvernance": "gouvernance"},
    ),
    modification=Modification(
        commandes.ModifierInstance, modifier_instance, {"nom": "Groupe de travail Logement et habitat"}
    ),
)
