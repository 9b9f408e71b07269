"""Example news and measures of a few fiches of Eure-et-Loir, each given on its own day by the organisations at work.

The last news of each fiche are of the day ``fiches_28`` tells: no fiche speaks later than that.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.demo.saisie import Acte, ActeDate, Donnee

_SIGNATURES = {
    "association-exemple-a": "Association exemple A, Coordination de la médiation (exemple)",
    "association-exemple-b": "Association exemple B",
    "collectivite-exemple-a": "Collectivité exemple A, Mission inclusion numérique (exemple)",
    "collectivite-exemple-b": "Collectivité exemple B",
    "service-exemple-a": "Service de l’État exemple A",
}


def _nouvelle(fiche: str, le: str, structure: str, texte: str, **champs: Any) -> Acte:
    donnee: Donnee = {
        "fiche_action": f"28-2024/{fiche}",
        "le": date.fromisoformat(le),
        "texte": texte,
        "auteur": _SIGNATURES[structure],
        "structure": structure,
        **champs,
    }
    return ("donner_nouvelles", donnee)


def _mesure(fiche: str, rang: int, quand: str, valeur: str) -> Acte:
    indicateur = str(cle_fixe(f"indicateur:28-2024/{fiche}:{rang}"))
    return (
        "ajouter_mesure",
        {
            "fiche": f"28-2024/{fiche}",
            "indicateur": indicateur,
            "date": quand,
            "valeur": valeur,
            "source": "Relevé du pilote (exemple)",
        },
    )


_CELLULE = (
    _nouvelle("1.1", "2025-02-03", "collectivite-exemple-a", "La coordinatrice a pris son poste le 3 février."),
    _nouvelle(
        "1.1",
        "2025-04-15",
        "service-exemple-a",
        "Premier programme commun diffusé à **soixante structures**. Vingt-deux l’ont repris dans leur affichage.",
        progression=30,
    ),
    _nouvelle(
        "1.1",
        "2025-06-11",
        "collectivite-exemple-a",
        "Trois relais de bassin sur quatre sont désignés :\n\n- Chartres, depuis mars\n- Dreux, depuis avril\n"
        "- Nogent-le-Rotrou, depuis juin\n\nCelui de Châteaudun le sera avant l’été.",
        progression=45,
        prochaine_etape="Présenter le premier bilan semestriel au COPIL.",
    ),
)

_RENCONTRES = tuple(
    _nouvelle("1.4", le, "association-exemple-a", texte, **champs)
    for le, texte, champs in (
        ("2024-10-03", "Première rencontre à Chartres : onze médiateurs, sept structures.", {}),
        ("2024-10-17", "Rencontre de Dreux : neuf médiateurs. Ils demandent un agenda partagé.", {}),
        ("2024-11-14", "Rencontre de Châteaudun : six médiateurs, dont deux nouveaux.", {}),
        ("2024-12-05", "Rencontre de Nogent-le-Rotrou reportée à janvier, faute de salle.", {}),
        ("2025-01-16", "Nogent-le-Rotrou enfin réuni : cinq médiateurs.", {}),
        (
            "2025-02-06",
            "Plus de salle à Chartres jusqu’à la fin des travaux : nous suspendons les rencontres.",
            {"avancement": "en_pause", "pourquoi": "La salle de Chartres est fermée pour travaux."},
        ),
        (
            "2025-03-06",
            "La médiathèque prête sa salle. Les rencontres reprennent.",
            {"avancement": "en_cours", "pourquoi": "Une autre salle est trouvée."},
        ),
        ("2025-03-13", "Chartres : quatorze médiateurs, record de participation.", {}),
        ("2025-03-27", "Dreux : atelier commun sur les arnaques en ligne, à transmettre à la fiche 3.1.", {}),
        ("2025-04-10", "Châteaudun : sept médiateurs. Un calendrier d’été se prépare.", {}),
        ("2025-05-15", "Nogent-le-Rotrou : six médiateurs, et la maison France services.", {}),
        (
            "2025-05-22",
            "Les quatre bassins ont tenu leur rencontre du trimestre. L’agenda partagé est ouvert.",
            {"meteo": "securises", "prochaine_etape": "Rencontre commune des quatre bassins en septembre."},
        ),
    )
)

_PARCOURS = (
    _nouvelle(
        "2.1",
        "2025-03-20",
        "association-exemple-a",
        "Quatre groupes ont commencé. Le déroulé commun tient en douze séances, comme prévu.",
    ),
    _nouvelle(
        "2.1",
        "2025-06-05",
        "association-exemple-a",
        "Dix groupes conduits, **quatre sur cinq** des participants vont au bout.",
        prochaine_etape="Ouvrir les inscriptions des groupes de rentrée.",
    ),
    _mesure("2.1", 1, "2025-04-30", "7"),
    _mesure("1.1", 1, "2025-05-15", "27"),
    _mesure("3.1", 1, "2025-04-15", "405"),
    _mesure("4.3", 1, "2025-04-30", "63"),
    _mesure("5.1", 2, "2025-04-30", "171"),
)

_AUTRES = (
    _nouvelle(
        "1.12",
        "2025-05-27",
        "association-exemple-b",
        "Deux employeurs sur cinq n’ont pas encore signé la convention de groupement.",
        difficultes="La convention a demandé plus d’allers-retours que prévu entre les employeurs. "
        "Deux signatures manquent encore.",
    ),
    _nouvelle(
        "4.3",
        "2025-05-26",
        "collectivite-exemple-b",
        "Les quatre groupes se réunissent chaque mois ; celui de Dreux est complet jusqu’en septembre.",
    ),
)

RETOUCHES: tuple[Acte, ...] = (
    (
        "ecrire_une_fiche",
        {
            "compte": "alice-28",
            "fiche": "28-2024/2.1",
            "pourquoi": "Le groupe de travail demande d’ouvrir le parcours aux parents d’élèves.",
            "objectifs": "- Conduire quarante groupes de huit personnes en deux ans, dont dix de parents d’élèves.\n"
            "- Faire aboutir trois quarts des participants.\n- Remettre à chacun un passeport de progression.",
            "publics": ("Grands débutants", "Personnes en insertion", "Personnes âgées", "Parents d’élèves"),
        },
    ),
)
"""What a fiche says since the signature, to be compared with the signed text."""


def _jour(acte: Acte) -> datetime:
    """At noon, after what the same day brought to the fiches."""
    _, donnee = acte
    le = donnee["le"] if "le" in donnee else date.fromisoformat(donnee["date"])
    return datetime.combine(le, time(12, 0, tzinfo=UTC))


_TOUS = sorted((*_CELLULE, *_RENCONTRES, *_PARCOURS, *_AUTRES), key=_jour)
ACTES: tuple[ActeDate, ...] = tuple(
    (nom, donnee, _jour((nom, donnee)) + timedelta(seconds=20 * rang)) for rang, (nom, donnee) in enumerate(_TOUS)
)
"""Each on its own day."""
