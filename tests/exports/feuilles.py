"""Whole roadmaps for tests and benches: the shapes met in the region, from public facts and marked examples."""

from __future__ import annotations

from datetime import date
from typing import Any

from exports.payloads import (
    AppuiDoc,
    AxeDoc,
    FeuilleDeRouteDoc,
    InstanceDoc,
    MembreDoc,
    OrganismeDoc,
    SignataireDoc,
)
from fne_roadmaps.domain.dates import lire_date
from fne_roadmaps.domain.enums import EtatFeuille, TypeInstance
from tests.exports.factories import diagnostic_28, fiche_complete, fiche_courte

EMPREINTE = "7c1e40d29b6f03aa51c8e27d04fb9a36e8d15c7022a94bf16d3e87c5b04ea2e8"
AXES_28 = (
    "Coordonner, animer et structurer la médiation numérique et développer l’aller-vers",
    "Favoriser et renforcer les compétences numériques tout au long de la vie",
    "Prévenir les risques et sécuriser l’usage numérique (équipements et pratiques)",
    "Promouvoir le numérique capacitant, pour vivre sa vie en autonomie",
    "Structurer une filière de reconditionnement et faciliter l’accès à l’outillage numérique et l’entretien des "
    "outils numériques",
)
FICHES_28 = (31, 34, 22, 26, 18)
COMPLETES_PAR_AXE = 3


def axe_28(rang: int, nombre: int | None = None) -> AxeDoc:
    """One of the five real axes, its fiches examples: the first three complete."""
    total = FICHES_28[rang - 1] if nombre is None else nombre
    fiches = tuple(
        fiche_complete(f"{rang}.{i}", rang=40 * rang + i)
        if i <= COMPLETES_PAR_AXE
        else fiche_courte(f"{rang}.{i}", rang=40 * rang + i)
        for i in range(1, total + 1)
    )
    return AxeDoc(rang=rang, titre=AXES_28[rang - 1], fiches=fiches)


def feuille_28(**champs: Any) -> FeuilleDeRouteDoc:
    """« Numérique 28 Ensemble »: signed, five axes, 131 example fiches."""
    groupes = ("Autonomie, dépendance", "Santé", "Inclusion, précarité", "Emploi, insertion", "Éducation, jeunesse")
    valeurs: dict[str, Any] = {
        "schema": 1,
        "reference": "28-2024",
        "gouvernance": "28",
        "departement": "28",
        "territoire": "Eure-et-Loir",
        "du_territoire": "d’Eure-et-Loir",
        "titre": "Numérique 28 Ensemble",
        "sous_titre": "Inclusion numérique en Eure-et-Loir, dans le cadre de France Numérique Ensemble",
        "surtitre": "Feuille de route départementale",
        "mot_niveau_1": "axe",
        "mots_niveau_1": "axes",
        "etat": EtatFeuille.SIGNEE,
        "version": 1,
        "date_etat": lire_date("2024-11-04"),
        "occasion": None,
        "arrete_au": date(2024, 11, 4),
        "periode": None,
        "exemple": True,
        "mention": "Document d'exemple : faits publics de 2024 ; fiches, noms et montants fictifs.",
        "porteurs": (
            OrganismeDoc(nom="Préfecture d’Eure-et-Loir"),
            OrganismeDoc(nom="Conseil départemental d’Eure-et-Loir"),
        ),
        "porteurs_source": "déduit des textes publics",
        "signataires": (
            SignataireDoc(organisme="Préfecture d’Eure-et-Loir", source="hub, bilan 2024"),
            SignataireDoc(organisme="Conseil départemental d’Eure-et-Loir", source="hub, bilan 2024"),
            SignataireDoc(
                organisme="Hub régional pour un numérique inclusif", qualite="Expert, conseil", source="hub, bilan 2024"
            ),
        ),
        "signataires_note": "Les autres signataires ne sont pas documentés.",
        "avant_propos": None,
        "appuis": (AppuiDoc(type="Schéma d’inclusion numérique", intitule="Schéma départemental, 2023"),),
        "membres": (
            MembreDoc(organisme="Préfecture d’Eure-et-Loir", roles=("Co-porteur",), source="déduit"),
            MembreDoc(organisme="Conseil départemental d’Eure-et-Loir", roles=("Co-porteur",), source="déduit"),
            MembreDoc(
                organisme="Hub régional pour un numérique inclusif",
                roles=("Expert, conseil", "Animateur", "Signataire"),
                source="hub, bilan 2024",
            ),
        ),
        "instances": (
            InstanceDoc(
                code="28/copil",
                nom="Comité de pilotage (COPIL)",
                type=TypeInstance.COPIL,
                role="décide et arbitre",
                tenues=2,
            ),
            InstanceDoc(
                code="28/cotech",
                nom="Comité technique (COTECH)",
                type=TypeInstance.COTECH,
                parent="28/copil",
                role="prépare, suit, relance",
                tenues=6,
            ),
            *(
                InstanceDoc(
                    code=f"28/gt-{i}", nom=nom, type=TypeInstance.GROUPE_DE_TRAVAIL, parent="28/cotech", tenues=1
                )
                for i, nom in enumerate(groupes)
            ),
            InstanceDoc(
                code="28/point",
                nom="Point mensuel",
                type=TypeInstance.AUTRE,
                composition=("Préfecture", "conseil départemental", "hub"),
                cadences=("Mensuelle", "depuis nov. 2024"),
            ),
            InstanceDoc(
                code="28/cn",
                nom="Réunion des conseillers numériques",
                type=TypeInstance.RESEAU,
                composition=("Conseillers numériques du département",),
                cadences=("Trimestrielle", "depuis nov. 2024"),
            ),
        ),
        "comitologie_chapo": "Deux co-porteurs, trois niveaux d'instances : le COPIL décide, le COTECH prépare et "
        "suit, les groupes de travail proposent.",
        "annee_reunions": 2024,
        "diagnostic": diagnostic_28(),
        "axes": tuple(axe_28(rang) for rang in range(1, 6)),
    }
    return FeuilleDeRouteDoc(**(valeurs | champs))


_VIDE: dict[str, Any] = {
    "occasion": None,
    "exemple": False,
    "mention": None,
    "avant_propos": None,
    "appuis": (),
    "membres": (),
    "instances": (),
    "comitologie_chapo": None,
    "diagnostic": (),
    "axes": (),
    "signataires": (),
    "signataires_note": None,
    "sous_titre": "dans le cadre de France Numérique Ensemble",
}


def feuille_36(**champs: Any) -> FeuilleDeRouteDoc:
    """Presented, not signed; no axis is public: the shortest document."""
    valeurs = {
        "reference": "36-2024",
        "gouvernance": "36",
        "departement": "36",
        "territoire": "Indre",
        "du_territoire": "de l’Indre",
        "titre": "France Numérique Ensemble dans l’Indre",
        "etat": EtatFeuille.PRESENTEE,
        "date_etat": lire_date("2024-10-31"),
        "porteurs": (OrganismeDoc(nom="Préfecture de l’Indre"),),
        "porteurs_source": None,
    }
    return feuille_28(**(_VIDE | valeurs | champs))


def feuille_41(**champs: Any) -> FeuilleDeRouteDoc:
    """Neither presented nor signed: a project of six orientations, twelve example fiches."""
    titres = (
        "Faire du numérique un levier d’égalité",
        "Favoriser l’inclusion sociale et professionnelle grâce au numérique",
        "Rendre le numérique accessible à toutes et tous",
        "Faciliter l’accès aux droits grâce au numérique",
        "Soutenir et accompagner les aidants numériques",
        "Développer, répartir équitablement et promouvoir l’offre numérique sur l’ensemble du territoire",
    )
    valeurs = {
        "reference": "41-2025",
        "gouvernance": "41",
        "departement": "41",
        "territoire": "Loir-et-Cher",
        "du_territoire": "du Loir-et-Cher",
        "titre": "France Numérique Ensemble en Loir-et-Cher",
        "mot_niveau_1": "orientation stratégique",
        "mots_niveau_1": "orientations stratégiques",
        "etat": EtatFeuille.CONCERTATION,
        "version": None,
        "date_etat": None,
        "arrete_au": date(2025, 6, 17),
        "exemple": True,
        "porteurs": (
            OrganismeDoc(nom="Conseil départemental du Loir-et-Cher"),
            OrganismeDoc(nom="Préfecture du Loir-et-Cher"),
        ),
        "porteurs_source": None,
        "axes": tuple(
            AxeDoc(rang=r, titre=t, fiches=tuple(fiche_courte(f"{r}.{i}", rang=r + i) for i in (1, 2)))
            for r, t in enumerate(titres, 1)
        ),
    }
    return feuille_28(**(_VIDE | valeurs | champs))


def feuille_45(**champs: Any) -> FeuilleDeRouteDoc:
    """Signed by its three co-porteurs alone; objectifs, a branched tree of bodies, nine thematic groups."""
    porteurs = ("Conseil départemental du Loiret", "Orléans Métropole", "Préfecture du Loiret")
    groupes = tuple(f"Groupe thématique {i}" for i in range(1, 10))
    valeurs = {
        "reference": "45-2024",
        "gouvernance": "45",
        "departement": "45",
        "territoire": "Loiret",
        "du_territoire": "du Loiret",
        "titre": "France Numérique Ensemble dans le Loiret",
        "mot_niveau_1": "objectif",
        "mots_niveau_1": "objectifs",
        "occasion": "signature commune des trois co-porteurs",
        "porteurs": tuple(OrganismeDoc(nom=n) for n in porteurs),
        "porteurs_source": None,
        "signataires": tuple(SignataireDoc(organisme=n, mandat="Délibération du 18 octobre 2024") for n in porteurs),
        "instances": (
            InstanceDoc(code="s", nom="Comité stratégique", type=TypeInstance.COMITE_STRATEGIQUE, role="décide"),
            InstanceDoc(
                code="t",
                nom="Comité technique",
                type=TypeInstance.COTECH,
                parent="s",
                composition=("partenaires clés",),
            ),
            InstanceDoc(code="c", nom="Comité consultatif", type=TypeInstance.COMITE_CONSULTATIF, parent="s"),
            *(
                InstanceDoc(code=f"g{i}", nom=n, type=TypeInstance.GROUPE_OPERATIONNEL, parent="t")
                for i, n in enumerate(groupes)
            ),
        ),
        "axes": (
            AxeDoc(rang=1, titre="Renforcer l’inclusion numérique et sensibiliser au numérique durable"),
            AxeDoc(rang=2, titre=None),
            AxeDoc(
                rang=3,
                titre="Sensibiliser et éduquer aux usages numériques",
                fiches=(fiche_courte("3.1", rang=1, exemple=False),),
            ),
        ),
    }
    return feuille_28(**(_VIDE | valeurs | champs))
