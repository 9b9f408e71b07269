"""The documents of a meeting, as the tests render them, and the largest meeting one must hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from exports.docx import (
    rendre_compilation,
    rendre_compte_rendu,
    rendre_convocation,
    rendre_emargement,
    rendre_releve_de_decisions,
)
from exports.payloads import (
    CompilationDoc,
    ConvocationDoc,
    DestinataireDoc,
    EmargementDoc,
    PointDoc,
    QuorumDoc,
    ReunionDoc,
    SignataireDoc,
)
from fne_roadmaps.domain.dates import lire_date
from fne_roadmaps.domain.enums import (
    EtatAdoption,
    EtatPoint,
    EtatPresence,
    ModeDecision,
    NaturePoint,
)
from tests.exports.reunions import DIFFUSE, MENTION, POINTS, PORTEURS, decision, presence, reunion


def grande_reunion(participants: int = 200, decisions: int = 60) -> ReunionDoc:
    """A plenary: four colleges, two hundred people, sixty decisions, one of them of several pages."""
    etats = (*[EtatPresence.PRESENT] * 6, EtatPresence.EXCUSE, EtatPresence.ABSENT, EtatPresence.REPRESENTE)
    colleges = ("Consortium", "Institutions", "Partenaires associés", "Communautés")
    presences = tuple(
        presence(
            f"Structure {i} de la communauté de communes de l’aller-vers",
            etats[i % len(etats)],
            college=colleges[i % len(colleges)],
            personne="Prénom NOM-DE-FAMILLE" if i % 3 else None,
            fonction="chargée de mission" if i % 2 else None,
            represente_par="Structure 1" if etats[i % len(etats)] is EtatPresence.REPRESENTE else None,
        )
        for i in range(participants)
    )
    long = decision(99, "Le COPIL adopte le règlement. " + "Chacun vient, propose et rend compte. " * 160)
    prises = tuple(decision(i, f"Décision d’exemple numéro {i}, assez longue pour tenir sur deux lignes du tableau.")
                   for i in range(1, decisions))  # fmt: skip
    rejetee = decision(100, "Réunir l’instance chaque semaine.", adoption=EtatAdoption.REJETEE, voix_pour=3,
                       voix_contre=12, abstentions=1, mode=ModeDecision.MAJORITE)  # fmt: skip
    points = tuple(
        PointDoc(
            rang=i,
            titre=f"Point {i} : une question au titre si long qu’il occupe plus d’une ligne de la page, comme souvent",
            nature=NaturePoint.AVIS,
            texte="Ce qui est proposé. " * 30,
            notes="Ce qui est dit. " * 60,
            etat=EtatPoint.TRAITE,
            decisions=prises[6 * i - 6 : 6 * i],
        )
        for i in range(1, 11)
    )
    quorum = QuorumDoc(requis=100, presents=134, representes=22, atteint=True)
    return reunion(presences=presences, points=points, decisions=(long, rejetee), quorum=quorum)


def convocation(r: ReunionDoc | None = None, **champs: Any) -> ConvocationDoc:
    """The letter to one member."""
    valeurs: dict[str, Any] = {
        "reunion": r
        or reunion(
            date=lire_date("2024-11-04"), heure_debut="10:00", heure_fin="12:00", lieu="Préfecture, salle à confirmer"
        ),
        "date": date(2024, 10, 7),
        "ville": "Chartres",
        "destinataire": DestinataireDoc(
            lignes=(
                "Prénom NOM",
                "Chargée de mission inclusion numérique",
                "Organisation destinataire",
                "12, rue de l'Exemple",
                "28000 Chartres",
            )
        ),
        "civilite": "Madame",
        "pieces_jointes": (
            "projet de feuille de route",
            "relevé de décisions du 18 juin 2024",
            "invitation d’agenda (.ics)",
        ),
        "repondre_avant": date(2024, 10, 25),
        "signataires": (
            SignataireDoc(organisme="la préfecture", nom="Prénom NOM"),
            SignataireDoc(organisme="le conseil départemental", nom="Prénom NOM"),
        ),
    }
    return ConvocationDoc(**valeurs | champs)


def emargement(r: ReunionDoc | None = None, **champs: Any) -> EmargementDoc:
    """The sheet of the COPIL."""
    conservation = "Données conservées pour établir la présence, puis supprimées après trois ans (durée d’exemple)."
    return EmargementDoc(reunion=r or reunion(), conservation=conservation, **champs)


def compilation(**champs: Any) -> CompilationDoc:
    """Three meetings of 2024, the second one not approved yet."""
    valeurs: dict[str, Any] = {
        "reference": "28/copil/2024",
        "gouvernance_nom": "Numérique 28 Ensemble",
        "instance": "Comité de pilotage",
        "annee": 2024,
        "porteurs": PORTEURS,
        "reunions": (
            reunion(),
            reunion(reference="28/copil/r4", date=lire_date("2024-10-01"), compte_rendu=DIFFUSE, points=POINTS[2:]),
            reunion(reference="28/copil/r5", date=lire_date("2024-11-04"), points=POINTS[:1], presences=()),
        ),
        "arrete_au": date(2024, 12, 31),
        "exemple": True,
        "mention": MENTION,
    }
    return CompilationDoc(**valeurs | champs)


DOCUMENTS_DE_REUNION: dict[str, Callable[[], bytes]] = {
    "compte_rendu": lambda: rendre_compte_rendu(reunion()),
    "releve": lambda: rendre_releve_de_decisions(reunion()),
    "convocation": lambda: rendre_convocation(convocation()),
    "emargement": lambda: rendre_emargement(emargement(grande_reunion())),
    "compilation": lambda: rendre_compilation(compilation()),
}
