"""The API of fiches action."""

from __future__ import annotations

from backend.api.ressources import Acte, Creation, Modification, Ressource, Suite
from backend.api.schemas import fiches_action as formes
from backend.queries.fiches_action import FICHES, lire_fiche
from backend.queries.fiches_action.nouvelles import lister_nouvelles, une_nouvelle
from backend.services.commands import fiches_action as commandes
from backend.services.commands.suivi import DonnerNouvelles, Nouvelles
from backend.services.fiches_action import changer_avancement, changer_instruction, modifier_fiche_action

FICHES_ACTION = Ressource(
    chemin="fiches-action",
    concept="fiche_action",
    un="une fiche action",
    des="fiches action",
    exemple="28-2024/1.3",
    liste=FICHES,
    resume=formes.FicheResume,
    entier=formes.Fiche,
    lire=lire_fiche,
    a_barres=True,
    creation=Creation(
        commandes.CreerFicheAction,
        {
            "feuille_de_route": "28-2024",
            "axe": "28-2024/1",
            "titre": "Tenir une permanence numérique dans chaque canton",
            "debut": "2025-09",
            "fin": "2026",
            "besoin": 1250000,
            "acteurs": [{"role": "pilote", "structure": "cd-28"}],
            "jalons": [{"titre": "Première permanence", "date": "[2025-10-14,2025-10-21]"}],
            "financements": [{"financeur": "État", "annee": 2026, "demande": 600000}],
        },
        {"feuille_de_route": "feuille_de_route"},
    ),
    modification=Modification(
        commandes.ModifierFicheAction, modifier_fiche_action, {"prochaine_etape": "Choisir les deux premiers cantons."}
    ),
    actes=(
        Acte(
            "instruction",
            "Faire avancer l’instruction d’une fiche : retenue, elle prend son numéro.",
            commandes.ChangerInstruction,
            changer_instruction,
            {"instruction": "proposee"},
        ),
        Acte(
            "avancement",
            "Dire où en est une fiche retenue ; l’arrêter, ou la rouvrir, demande pourquoi.",
            commandes.ChangerAvancement,
            changer_avancement,
            {"avancement": "en_cours"},
        ),
    ),
    suites=(
        Suite(
            nom="nouvelles",
            concept="nouvelle",
            des="nouvelles",
            ajouter="Donner des nouvelles d’une fiche retenue, avec ce qu’elles y changent, en une fois",
            element=formes.Nouvelle,
            lister=lister_nouvelles,
            lire=une_nouvelle,
            corps=Nouvelles,
            completer=lambda corps, fiche: DonnerNouvelles(
                fiche_action=str(fiche), **{champ: getattr(corps, champ) for champ in corps.model_fields_set}
            ),
            exemple={
                "texte": "Neuf communes ont délibéré. **Trois** attendent leur conseil municipal de juillet.",
                "le": "2025-06-03",
                "progression": 60,
                "meteo": "appuis_necessaires",
                "prochaine_etape": "Trois délibérations, attendues en juillet 2025.",
            },
        ),
    ),
)
