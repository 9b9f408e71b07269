"""The API of governances, their figures and what is contributed to them."""

from __future__ import annotations

from backend.api.ressources import Creation, Modification, Ressource
from backend.api.schemas import gouvernances as formes
from backend.queries import chiffres, gouvernances
from backend.services.commands import gouvernances as commandes
from backend.services.gouvernances import modifier_gouvernance

GOUVERNANCES = Ressource(
    chemin="gouvernances",
    concept="gouvernance",
    un="une gouvernance",
    des="gouvernances",
    exemple="28",
    liste=gouvernances.GOUVERNANCES,
    resume=formes.GouvernanceResume,
    entier=formes.Gouvernance,
    lire=gouvernances.lire_gouvernance,
    creation=Creation(
        commandes.CreerGouvernance,
        {
            "code": "28-dreux",
            "type": "infra_departementale",
            "nom": "Gouvernance du pays de Dreux",
            "territoire": "28",
            "membres": [{"structure": "cd-28", "roles": [{"role": "porteur"}]}],
        },
    ),
    modification=Modification(
        commandes.ModifierGouvernance, modifier_gouvernance, {"presentation": "Préfecture et conseil départemental."}
    ),
)
CHIFFRES = Ressource(
    chemin="chiffres",
    concept="chiffre",
    un="un chiffre",
    des="chiffres",
    exemple="7b0e8f3a-6a0f-4d8e-9d0c-6b9d1f0a2c11",
    liste=chiffres.CHIFFRES,
    resume=formes.Chiffre,
    entier=formes.Chiffre,
    lire=chiffres.lire_chiffre,
    creation=Creation(
        commandes.AjouterChiffre,
        {
            "gouvernance": "28",
            "usage": "diagnostic",
            "theme": "Offre",
            "libelle": "Structures de médiation numérique",
            "valeur": "80",
            "unite": "structures",
            "date": "2024",
            "source": "Recensement du hub, 2024",
        },
        {"gouvernance": "gouvernance"},
    ),
)
CONTRIBUTIONS = Ressource(
    chemin="contributions",
    concept="contribution",
    un="une contribution",
    des="contributions",
    exemple="7b0e8f3a-6a0f-4d8e-9d0c-6b9d1f0a2c12",
    liste=chiffres.CONTRIBUTIONS,
    resume=formes.Contribution,
    entier=formes.Contribution,
    lire=chiffres.lire_contribution,
    creation=Creation(
        commandes.AjouterContribution,
        {
            "gouvernance": "28",
            "structure": "hub-lo",
            "type": "animation",
            "description": "Animation de deux ateliers de concertation.",
            "date": "2024-09",
        },
        {"gouvernance": "gouvernance"},
    ),
)
