"""Meetings for tests: the public facts of Eure-et-Loir, with marked examples, its minutes and its decisions."""

from __future__ import annotations

from datetime import date
from typing import Any

from exports.payloads import (
    CompteRenduDoc,
    DecisionDoc,
    OrganismeDoc,
    PointDoc,
    PresenceDoc,
    ProchaineDoc,
    ReunionDoc,
)
from fne_roadmaps.domain.dates import lire_date
from fne_roadmaps.domain.enums import (
    EtatCompteRendu,
    EtatPoint,
    EtatPresence,
    ModeDecision,
    NatureDecision,
    NaturePoint,
    SuiviDecision,
)
from tests.exports.feuilles import EMPREINTE

PORTEURS = (
    OrganismeDoc(nom="Préfecture d’Eure-et-Loir"),
    OrganismeDoc(nom="Conseil départemental d’Eure-et-Loir"),
)
MENTION = "Document d’exemple : instance, date et axes réels ; participants, échanges et décisions fictifs."
APPROUVE = CompteRenduDoc(
    etat=EtatCompteRendu.APPROUVE,
    version=2,
    diffuse_le=date(2024, 6, 25),
    amendements_jusqu_au=date(2024, 7, 2),
    approuve_le=date(2024, 7, 5),
    empreinte=EMPREINTE,
)
DIFFUSE = CompteRenduDoc(
    etat=EtatCompteRendu.DIFFUSE,
    version=1,
    diffuse_le=date(2024, 6, 25),
    amendements_jusqu_au=date(2024, 7, 2),
    empreinte=EMPREINTE,
)


def decision(numero: int, texte: str, **champs: Any) -> DecisionDoc:
    """A decision of the COPIL of 2024, taken by consensus."""
    valeurs: dict[str, Any] = {
        "code": f"28/copil/2024-{numero}",
        "texte": texte,
        "nature": NatureDecision.VALIDATION,
        "mode": ModeDecision.CONSENSUS,
        "responsable": "Préfecture",
        "echeance": lire_date("2024-09-30"),
        "suivi": SuiviDecision.EN_COURS,
    }
    return DecisionDoc(**valeurs | champs)


DECISIONS = (
    decision(
        1, "Désigner un animateur par groupe de travail.", echeance=lire_date("2024-07-05"), suivi=SuiviDecision.FAITE,
        fiches=("1.1",),
    ),
    decision(
        2, "Transmettre au hub la liste des lieux d'accueil tenus par les communes.",
        responsable="EPCI du département", echeance=lire_date("2024-07-31"), en_retard=True, fiches=("1.2",),
    ),
    decision(
        3, "Le COPIL retient le projet de bus numérique (fiche 1.3) et en confie le pilotage au conseil départemental.",
        responsable="Conseil départemental", echeance=lire_date("2025-01-31"), fiches=("1.3",),
        nature=NatureDecision.ARBITRAGE,
    ),
    decision(4, "Le COPIL valide les cinq axes ; l'axe 5 porte sur la filière de reconditionnement."),
)  # fmt: skip


def presence(organisme: str, etat: EtatPresence = EtatPresence.PRESENT, **champs: Any) -> PresenceDoc:
    """One line of attendance."""
    return PresenceDoc(organisme=organisme, etat=etat, **champs)


PRESENCES = (
    presence("Préfecture", personne="Prénom NOM", fonction="secrétaire générale", qualite="Co-porteur"),
    presence("Préfecture", personne="Prénom NOM", qualite="Co-porteur"),
    presence("Conseil départemental", personne="Prénom NOM", qualite="Co-porteur"),
    presence("Conseil départemental", personne="Prénom NOM", qualite="Co-porteur", a_distance=True),
    presence("Hub régional", personne="Prénom NOM", qualite="Expert, animateur"),
    presence("CAF (exemple)", qualite="Partenaire clé"),
    presence("CPAM (exemple)", qualite="Partenaire clé"),
    presence("France Travail (exemple)", qualite="Partenaire clé", a_distance=True),
    presence("Chartres métropole (exemple)", qualite="EPCI"),
    presence("CARSAT (exemple)", EtatPresence.REPRESENTE, represente_par="CPAM (exemple)", qualite="Partenaire clé"),
    presence("Région (exemple)", EtatPresence.EXCUSE, qualite="Financeur"),
    presence("MSA (exemple)", EtatPresence.INVITE, personne="Prénom NOM", fonction="conseillère"),
)
POINTS = (
    PointDoc(
        rang=1,
        titre="Point d'étape des cinq groupes de travail",
        nature=NaturePoint.INFORMATION,
        duree=20,
        presente_par="COTECH",
        notes="Les cinq groupes ont tenu une réunion chacun. Le groupe Inclusion, précarité rend compte de l'essai de "
        "bus dans six communes : une présence régulière, annoncée par la mairie, compte plus que la durée de la halte. "
        "Le groupe Santé demande un interlocuteur par hôpital.",
        etat=EtatPoint.TRAITE,
        decisions=DECISIONS[:2],
    ),
    PointDoc(
        rang=2,
        titre="Arbitrage des axes et des fiches proposées",
        nature=NaturePoint.ARBITRAGE,
        duree=60,
        presente_par="Préfecture",
        references=("fiche 1.3", "axe 5"),
        texte="Le COTECH propose **cinq axes**. Deux questions restent ouvertes :\n- la place du reconditionnement ;\n"
        "- le rapprochement de deux fiches voisines sur les aidants.",
        notes="Le conseil départemental souhaite que le reconditionnement forme un axe à part entière ; la préfecture "
        "en convient. Deux fiches voisines sur les aidants sont rapprochées.",
        etat=EtatPoint.TRAITE,
        decisions=DECISIONS[2:],
    ),
    PointDoc(
        rang=3,
        titre="Calendrier de la signature",
        nature=NaturePoint.DECISION,
        duree=20,
        presente_par="Co-porteurs",
        notes="La préfecture proposera trois dates avant la fin du mois d'août. Le conseil départemental doit "
        "délibérer avant de signer ; sa séance d'octobre convient.",
        etat=EtatPoint.TRAITE,
    ),
    PointDoc(
        rang=4,
        titre="Numéro d'appel unique",
        nature=NaturePoint.AVIS,
        duree=15,
        etat=EtatPoint.REPORTE,
        reporte_a="COTECH de septembre 2024",
    ),
)


def reunion(**champs: Any) -> ReunionDoc:
    """The COPIL of 18 June 2024, its minutes approved."""
    valeurs: dict[str, Any] = {
        "reference": "28/copil/r3",
        "gouvernance_nom": "Numérique 28 Ensemble",
        "instance": "Comité de pilotage",
        "date": lire_date("2024-06-18"),
        "heure_debut": "14:00",
        "heure_fin": "16:30",
        "lieu": "Préfecture, Chartres",
        "lien_visio": "https://visio.exemple.fr/copil-28?salle=a&b=1",
        "porteurs": PORTEURS,
        "presidence": "Préfecture",
        "secretariat": "Hub régional",
        "mode_decision": ModeDecision.CONSENSUS,
        "presences": PRESENCES,
        "points": POINTS,
        "prochaines": (
            ProchaineDoc(titre="Comité technique", date=lire_date("2024-09")),
            ProchaineDoc(
                titre="Comité de pilotage", date=lire_date("[2024-11-04,2024-11-14]"), lieu="lieu à confirmer"
            ),
        ),
        "compte_rendu": APPROUVE,
        "arrete_au": date(2024, 9, 12),
        "exemple": True,
        "mention": MENTION,
    }
    return ReunionDoc(**valeurs | champs)


def reunion_nue(**champs: Any) -> ReunionDoc:
    """Nothing but what every meeting has: no date, nobody, no item, no decision."""
    return ReunionDoc(reference="28/r1", gouvernance_nom="28", arrete_au=date(2024, 9, 12), **champs)
