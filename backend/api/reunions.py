"""The API of meetings and decisions."""

from __future__ import annotations

from backend.api.ressources import Acte, Creation, Modification, Ressource
from backend.api.schemas import reunions as formes
from backend.queries import reunions as lectures
from backend.queries.seances.listes import lire_quorum_et_reunion
from backend.services import reunions as services
from backend.services.commands import decisions, reunions as commandes

REUNIONS = Ressource(
    chemin="reunions",
    concept="reunion",
    un="une réunion",
    des="réunions",
    exemple="28/copil/r1",
    liste=lectures.REUNIONS,
    resume=formes.ReunionResume,
    entier=formes.Reunion,
    lire=lire_quorum_et_reunion,
    a_barres=True,
    creation=Creation(
        commandes.CreerReunion,
        {
            "instance": "28/copil",
            "etat": "convoquee",
            "date": {"edtf": "[2025-09-14,2025-09-21]", "recu": "14 ou 21 septembre 2025"},
            "lieu": "Préfecture, Chartres",
        },
        {"gouvernance": "gouvernance", "instance": "instance"},
    ),
    modification=Modification(
        commandes.ModifierReunion,
        services.modifier_reunion,
        {"date": "2025-09-21", "heure_debut": "09:30", "heure_fin": "12:00", "motif": "Date retenue"},
    ),
    actes=(
        Acte(
            "etat",
            "Convoquer, tenir, reporter ou annuler une réunion ; reporter et annuler disent pourquoi.",
            commandes.ChangerEtatReunion,
            services.changer_etat_reunion,
            {"etat": "annulee", "motif": "Salle indisponible"},
        ),
    ),
    supprimer=services.supprimer_reunion,
)
DECISIONS = Ressource(
    chemin="decisions",
    concept="decision",
    un="une décision",
    des="décisions",
    exemple="28/copil/2025-1",
    liste=lectures.DECISIONS,
    resume=formes.DecisionResume,
    entier=formes.Decision,
    lire=lectures.lire_decision,
    a_barres=True,
    creation=Creation(
        decisions.CreerDecision,
        {
            "instance": "28/copil",
            "annee": 2025,
            "texte": "Le comité retient la fiche 1.3 et demande un point en décembre.",
            "date": "2025-06-17",
            "mode_decision": "consensus",
            "fiches": ["28-2024/1.3"],
        },
        {"gouvernance": "gouvernance", "instance": "instance", "reunion": "reunion"},
    ),
    modification=Modification(
        decisions.ModifierDecision, services.modifier_decision, {"echeance": "2025-12", "responsable": "cd-28"}
    ),
    actes=(
        Acte(
            "suivi",
            "Dire où en est ce qui a été décidé.",
            decisions.ChangerSuivi,
            services.changer_suivi,
            {"suivi": "faite", "suivi_note": "Le calendrier est publié."},
        ),
        Acte(
            "adoption",
            "Prendre une décision proposée, la rejeter ou l’ajourner ; prise, elle applique ce qu’elle porte.",
            decisions.ChangerAdoption,
            services.changer_adoption,
            {"adoption": "adoptee", "date": "2025-06-17"},
        ),
        Acte(
            "remplacement",
            "Dire quelle décision celle-ci remplace, ou plus aucune.",
            decisions.RemplacerDecision,
            services.remplacer_decision,
            {"remplace": None},
        ),
    ),
)
