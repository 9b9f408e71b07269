"""Samples: a governance open or closed to the reader, and the meetings other samples list."""

from __future__ import annotations

from dataclasses import replace

from backend.web import adresses, contexts as c
from fne_roadmaps.domain.enums import (
    ComparateurChiffre,
    EtatFeuille,
    EtatReunion,
    ModeDecision,
    Perimetre,
    TypeGouvernance,
    TypeStructure,
)
from fne_roadmaps.domain.gouvernances import peut_porter
from tests.web.echantillons.cadre import REGION, de_gouvernance, jour, repartition

PREFECTURE = c.Porteur(nom="préfecture", role="porteur")
CONSEIL = c.Porteur(nom="conseil départemental", role="co-porteur")
DEDUIT = c.Porteur(nom="préfecture", role="co-porteur", deduit=True, source="lettre du hub, 2024")
PROGRES = repartition(22, 64, 6, 5, 31, 3)


COPIL = c.LigneReunion(
    titre="COPIL d’Eure-et-Loir",
    href=adresses.reunion("28/copil/r3"),
    date=jour("2025-06-17"),
    etat=EtatReunion.EN_SEANCE,
    debut="14:00",
    fin="16:00",
    precisions=("Préfecture, Chartres", "visio"),
    exemple=True,
)
ANNULEE = c.LigneReunion(
    titre="COTECH d’Eure-et-Loir",
    href=adresses.reunion("28/cotech/r8"),
    date=jour("2025-06-27"),
    etat=EtatReunion.ANNULEE,
    debut="10:00",
    precisions=("Visio",),
    suite="Remplacée par la réunion du vendredi 4 juillet.",
    exemple=True,
)
OPTIONS = c.LigneReunion(
    titre="COPIL du Loir-et-Cher",
    href=adresses.reunion("41/copil/r2"),
    date=jour("[2025-10-14,2025-10-21]"),
    etat=EtatReunion.A_DATER,
    debut="14:00",
    precisions=("Blois",),
    exemple=True,
)
STRATEGIQUE = c.LigneReunion(
    titre="Comité stratégique du Loiret",
    href=adresses.reunion("45/strategique/r1"),
    date=jour("2025-06-25"),
    etat=EtatReunion.CONVOQUEE,
    debut="10:00",
    fin="12:00",
    precisions=("Orléans", "conseil départemental, préfecture, métropole"),
)


DECISION = c.DecisionPrise(
    href="/decisions/28/copil/2025-1",
    marque="D2",
    code="28/copil/2025-2",
    texte="La fiche 1.3, cartographie des lieux de médiation, est prolongée au 30 septembre 2025.",
    date=jour("2025-06-17"),
    origine=c.Lien(libelle="COPIL du 17 juin 2025", href=adresses.reunion("28/copil/r3")),
    mode=ModeDecision.CONSENSUS,
    suivi="hub régional",
    exemple=True,
)


def noeuds() -> tuple[c.NoeudInstance, ...]:
    """A tree of three levels."""
    noms = (
        "Autonomie et dépendance",
        "Santé",
        "Inclusion et précarité",
        "Emploi et insertion",
        "Éducation et jeunesse",
    )
    groupes = tuple(
        c.NoeudInstance(
            nom=f"Groupe de travail {nom}",
            href=adresses.instance(f"28/gt-{rang}"),
            tenues="au moins 1 en 2024",
        )
        for rang, nom in enumerate(noms)
    )
    cotech = c.NoeudInstance(
        nom="COTECH",
        href=adresses.instance("28/cotech"),
        tenues="6 en 2024",
        enfants=groupes,
    )
    mensuelle = c.NoeudInstance(
        nom="Point mensuel hub, préfecture, conseil départemental",
        href=adresses.instance("28/point-mensuel"),
        cadence="chaque mois",
    )
    copil = c.NoeudInstance(
        nom="COPIL",
        href=adresses.instance("28/copil"),
        tenues="2 en 2024",
        enfants=(cotech,),
    )
    return (copil, mensuelle)


def ouverte() -> c.GouvernanceContexte:
    """Eure-et-Loir for one of its members."""
    return c.GouvernanceContexte(
        cadre=de_gouvernance("Eure-et-Loir", "Vue d’ensemble", (REGION,), "Eure-et-Loir"),
        nom="Eure-et-Loir",
        code="28",
        type=TypeGouvernance.DEPARTEMENTALE,
        ouverte=True,
        avertissements=(peut_porter(TypeGouvernance.DEPARTEMENTALE, TypeStructure.SYNDICAT_MIXTE) or "",),
        porteurs=(DEDUIT, replace(CONSEIL, deduit=True, source="lettre du hub, 2024")),
        membres=(
            c.MembreLigne(nom="Préfecture d’Eure-et-Loir", roles=("Co-porteur", "Signataire"), source="déduit"),
            c.MembreLigne(nom="Hub régional", roles=("Expert, conseil (depuis 2023)", "Signataire")),
        ),
        feuilles=(
            c.FeuilleResume(
                titre="Numérique 28 Ensemble",
                code="28-2024",
                href=adresses.feuille_de_route("28-2024"),
                etat=EtatFeuille.SIGNEE,
                perimetre=Perimetre.DEPARTEMENTAL,
                date_etat=jour("2024-11-04"),
                niveau_1="5 axes",
                fiches=131,
                fiches_exemple=131,
                progres=PROGRES,
                en_retard=14,
                versions=(
                    c.VersionPubliee(
                        numero=1,
                        etat=EtatFeuille.SIGNEE,
                        date=jour("2024-11-04"),
                        documents=(c.Lien(libelle="Texte signé (DOCX)", href=adresses.version("28-2024", 1, "docx")),),
                    ),
                ),
            ),
        ),
        nom_complet="Gouvernance France Numérique Ensemble d’Eure-et-Loir",
        presentation="Cinq axes, trois instances.",
        membres_source="documents publics",
        signataires=(c.Signataire(organisme="Hub régional", source="lettre du hub, 2024"),),
        signataires_note="Les autres signataires ne sont pas documentés.",
        instances=noeuds(),
        contributions=(
            c.Contribution(
                type="Conseil",
                texte="Conseil à la rédaction ; animation des groupes de travail.",
                structure="Hub",
            ),
        ),
        activite=(
            c.Chiffre(
                libelle="Réunions officielles",
                valeur="10",
                comparateur=ComparateurChiffre.PLUS_DE,
                periode="2024",
                source="rapport du hub, 2024",
            ),
        ),
        diagnostic=(
            c.Chiffre(
                libelle="Structures recensées",
                theme="Offre",
                valeur="80",
                periode="2024",
                source="rapport du hub, 2024",
            ),
            c.Chiffre(libelle="Accompagnements", valeur="6387", periode="2024", source="tableau de pilotage, ANCT"),
            c.Chiffre(
                libelle="Illectronisme",
                valeur="19",
                unite="%",
                territoire="Région",
                periode="2019",
                source="Insee",
            ),
        ),
        decisions=(DECISION,),
        reunions=(COPIL, ANNULEE),
        agenda_href=adresses.agenda({"gouvernance": "28"}),
        bassins=("Chartres", "Châteaudun", "Dreux", "Nogent-le-Rotrou"),
    )


def fermee() -> c.GouvernanceContexte:
    """The same one for an account elsewhere."""
    return replace(ouverte(), ouverte=False, instances=(), decisions=(), reunions=(), activite=(), contributions=())
