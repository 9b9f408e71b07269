"""Samples: a fiche with every field, and one barely begun."""

from __future__ import annotations

from datetime import date

from backend.web import adresses
from backend.web import contexts as c
from fne_roadmaps.domain.enums import Avancement, Instruction, Meteo, Priorite
from fne_roadmaps.domain.fiches_action.finances import Solde
from fne_roadmaps.domain.fiches_action.retard import Retard
from tests.web.echantillons.cadre import EURE_ET_LOIR, REGION, de_gouvernance, jour

_FIL = (
    REGION,
    EURE_ET_LOIR,
    c.Lien(libelle="Feuille de route 28-2024", href=adresses.feuille_de_route("28-2024")),
)
_SOURCE = "relevé mensuel des permanences"


def complete() -> c.FicheActionContexte:
    """Every field filled."""
    return c.FicheActionContexte(
        cadre=de_gouvernance("Organiser des permanences mobiles", "Feuille de route", _FIL, "Fiche 1.4"),
        titre="Organiser des permanences mobiles dans les communes sans lieu d’accueil",
        code="28-2024/1.4",
        numero="1.4",
        exemple=True,
        instruction=Instruction.RETENUE,
        avancement=Avancement.EN_COURS,
        axe="Axe 1, Coordonner, animer et structurer la médiation numérique",
        axe_href=adresses.feuille_de_route("28-2024", {"axe": 1}, "fiches"),
        retard=Retard(17, "jalon"),
        meteo=Meteo.APPUIS_NECESSAIRES,
        priorite=Priorite.ELEVE,
        nouvelles=date(2025, 6, 3),
        pourcentage_declare=40,
        pilotes=(c.Acteur(nom="Collectivité exemple B", fonction="cheffe de projet inclusion numérique"),),
        co_pilotes=(c.Acteur(nom="Association exemple A"),),
        partenaires=(c.Acteur(nom="Association exemple C"), c.Acteur(nom="Opérateur exemple D")),
        contributeurs=(c.Acteur(nom="Médiathèque exemple E"),),
        proposee_par=(c.Acteur(nom="Groupe de travail Inclusion et précarité"),),
        aide_redaction=(c.Acteur(nom="Hub régional"),),
        debut=jour("2025-01-06"),
        fin=jour("2025-12-31"),
        territoires=("Bassins de Nogent-le-Rotrou, Châteaudun et Chartres",),
        publics=("seniors", "personnes sans véhicule", "demandeurs d’emploi"),
        axes_servis=("Axe 4",),
        contexte="Dans le Perche et en Beauce, plusieurs communes n’ont ni France services ni médiathèque. "
        "Les habitants renoncent à des démarches ou parcourent plus de 20 km pour être aidés.",
        objectifs="- Ouvrir douze points de permanence, deux demi-journées par mois chacun.\n"
        "- Accompagner 900 personnes avant la fin de 2025.",
        description="Un véhicule équipé tourne chaque semaine.\n\nLes communes prêtent une salle.",
        moyens_humains="Deux médiateurs à mi-temps.",
        livrables="Un calendrier de passage par trimestre.",
        lien_diagnostic="80 structures recensées en Eure-et-Loir, 2024",
        difficultes="Trois communes attendent leur conseil municipal.",
        prochaine_etape="Trois délibérations municipales, attendues en juillet 2025",
        liens=(c.Lien(libelle="Calendrier de passage", href="https://exemple.invalid/passages"),),
        jalons=(
            c.Jalon(
                titre="Cartographie des communes",
                etat="fait",
                date=jour("2025-01-31"),
                fait_le=date(2025, 1, 24),
            ),
            c.Jalon(
                titre="Conventions signées avec les douze communes",
                etat="depasse",
                date=jour("2025-05-31"),
                retard=17,
            ),
            c.Jalon(
                titre="Bilan des six premiers mois",
                etat="a_venir",
                date=jour("2025-09"),
                livrable="note au COTECH",
            ),
            c.Jalon(titre="900 personnes accompagnées", etat="a_venir", date=jour("2025-12-31")),
        ),
        financements=(
            c.Financement(financeur="État", annee=2025, demande=2_400_000, promis=2_400_000, obtenu=1_800_000),
            c.Financement(
                financeur="Collectivité exemple B",
                annee=2025,
                demande=1_250_000,
                promis=1_250_000,
                obtenu=1_250_050,
            ),
            c.Financement(financeur="Fondation exemple", annee=2025, demande=400_000),
        ),
        solde=Solde(4_800_000, 4_050_000, 3_650_000, 3_050_050, None, 1_749_950),
        indicateurs=(
            c.IndicateurSuivi(
                libelle="personnes accompagnées",
                unite="personnes",
                depart=c.Mesure(valeur="0", date=jour("2025-01-06"), source=_SOURCE),
                cible=c.Mesure(valeur="900", date=jour("2025-12-31")),
                mesures=(
                    c.Mesure(valeur="118", date=jour("2025-03-31"), source=_SOURCE),
                    c.Mesure(valeur="187", date=jour("2025-04-30"), source=_SOURCE),
                    c.Mesure(valeur="264", date=jour("2025-05-31"), source=_SOURCE),
                ),
            ),
            c.IndicateurSuivi(libelle="taux de satisfaction", unite="%", cible=c.Mesure(valeur="80", periode="2026")),
            c.IndicateurSuivi(libelle="communes desservies"),
        ),
        decisions=(
            c.DecisionLiee(
                libelle="COPIL du 11 mars 2025, décision D3",
                href=adresses.reunion("28/copil/r2", "D3"),
                texte="passer de huit à douze communes",
            ),
            c.DecisionLiee(
                libelle="COPIL du 17 juin 2025, décision D3",
                href=adresses.reunion("28/copil/r3", "D3"),
                texte="arrêter le plan de financement",
                echeance=jour("2025-07-15"),
            ),
        ),
        fiches_liees=(c.FicheLiee(relation="Reprise par", titre="Une fiche du Loiret"),),
        historique=(
            c.EntreeHistorique(
                le=date(2025, 3, 11), champ="Cible", avant="600", apres="900", motif="décision D3 du COPIL"
            ),
            c.EntreeHistorique(le=date(2024, 11, 4), champ="Signée dans la version 1 de la feuille de route"),
        ),
    )


def courte() -> c.FicheActionContexte:
    """A title and its axis, still in instruction."""
    return c.FicheActionContexte(
        cadre=de_gouvernance("Prêter du matériel reconditionné", "Feuille de route", _FIL, "Fiche p12"),
        titre="Prêter du matériel reconditionné aux familles",
        code="28-2024/p12",
        instruction=Instruction.EN_INSTRUCTION,
        axe="Axe 5, titre non publié",
        axe_href=adresses.feuille_de_route("28-2024", {"axe": 5}, "fiches"),
    )
