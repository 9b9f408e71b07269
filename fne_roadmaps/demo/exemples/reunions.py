"""Eight dated example meetings with hours, out of all counts: winter, summer, tentative, moved, cancelled."""

from __future__ import annotations

from typing import Any

from fne_roadmaps.demo.saisie import Acte, Donnee, actes

_NOTE = "Réunion fictive, pour l’exemple : elle n’entre dans aucun compte."


def _seance(instance: str, titre: str, date: str, debut: str, fin: str, **champs: Any) -> Donnee:
    return {
        "instance": instance,
        "titre": f"{titre} (exemple)",
        "etat": "convoquee",
        "date": date,
        "heure_debut": debut,
        "heure_fin": fin,
        "note": _NOTE,
        "exemple": True,
        **champs,
    }


_HIVER = _seance(
    "28/copil",
    "COPIL : premiers mois de mise en œuvre",
    "2025-01-28",
    "14:00",
    "16:30",
    etat="tenue",
    lieu="Salle d’exemple, Chartres",
    roles=(
        {"structure": "collectivite-exemple-a", "role": "animateur"},
        {"structure": "association-exemple-a", "role": "rapporteur", "temps_minutes": 150},
    ),
)
_REGIONAL = _seance(
    "hub-lo/copil",
    "COPIL régional : partage des fiches entre départements",
    "2025-05-15",
    "10:00",
    "12:30",
    etat="tenue",
    lieu="Salle d’exemple, Orléans",
    lien_visio="https://exemple.fr/visio/copil-regional",
)
# Convened for 10 June, then moved to the 17th (``DEPLACEE``): it keeps its code, 28/copil/r4.
_AVANT_DEPLACEMENT = _seance(
    "28/copil",
    "COPIL : point d’avancement de mi-année",
    "2025-06-10",
    "09:30",
    "11:30",
    lieu="Salle d’exemple, Chartres",
)
_AVANT_ANNULATION = _seance(
    "28/gt-emploi",
    "Groupe Emploi/insertion : parcours des demandeurs d’emploi",
    "2025-06-24",
    "10:00",
    "12:00",
    lieu="Salle d’exemple, Dreux",
)
_ETE = _seance(
    "28/cotech",
    "COTECH : suivi des fiches en retard",
    "2025-07-03",
    "09:30",
    "12:00",
    lieu="Salle d’exemple, Châteaudun",
)
_INCERTAINE = _seance(
    "28/gt-sante",
    "Groupe Santé : accès accompagné à la téléconsultation",
    "2025-09-18",
    "14:00",
    "16:00",
    confirmee=False,
    lien_visio="https://exemple.fr/visio/groupe-sante",
)
_INDRE_ET_LOIRE = _seance(
    "37/copil",
    "COPIL : préparation de l’année suivante",
    "2025-09-25",
    "14:00",
    "16:30",
    lieu="Salle d’exemple, Tours",
)
_LOIRET = _seance(
    "45/comite-technique",
    "Comité technique : programme de travail des groupes",
    "2025-10-07",
    "09:30",
    "12:00",
    lieu="Salle d’exemple, Orléans",
)

ACTES: tuple[Acte, ...] = actes(
    "creer_reunion",
    (
        _HIVER,
        _REGIONAL,
        _AVANT_DEPLACEMENT,
        _AVANT_ANNULATION,
        _ETE,
        _INCERTAINE,
        _INDRE_ET_LOIRE,
        _LOIRET,
    ),
)

CHANGEMENTS: tuple[Acte, ...] = (
    (
        "deplacer_reunion",
        {
            "reunion": "28/copil/r4",
            "date": "2025-06-17",
            "heure_debut": "14:00",
            "heure_fin": "16:00",
            "motif": "Salle indisponible le 10 juin (exemple).",
        },
    ),
    (
        "changer_etat_reunion",
        {
            "reunion": "28/gt-emploi/r2",
            "etat": "annulee",
            "motif": "Sujet traité par écrit avec les membres du groupe (exemple).",
        },
    ),
)
