"""Samples: a fiche with every field, and one barely begun."""

from __future__ import annotations

from datetime import date

from backend.web import adresses, contexts as c
from backend.web.presentation.finances import finances_de
from backend.web.presentation.graphiques import Courbe, Point, Serie, dessiner_courbe
from fne_roadmaps.domain.enums import Avancement, Instruction, Meteo, Priorite
from fne_roadmaps.domain.fiches_action.finances import Montants, solde
from fne_roadmaps.domain.fiches_action.retard import Retard
from tests.web.echantillons.cadre import EURE_ET_LOIR, REGION, de_gouvernance, jour

_FIL = (
    REGION,
    EURE_ET_LOIR,
    c.Lien(libelle="Feuille de route 28-2024", href=adresses.feuille_de_route("28-2024")),
)
_SOURCE = "relevé mensuel des permanences"

_FINANCEMENTS = (
    ("État", 2025, Montants(2_400_000, 2_400_000, 1_800_000)),
    ("Collectivité exemple B", 2025, Montants(1_250_000, 1_250_000, 1_250_050)),
    ("Fondation exemple", 2026, Montants(400_000)),
)


def _courbe(largeur: float) -> Courbe | None:
    mesures = (Point(date(2025, 1, 6), 0), Point(date(2025, 5, 31), 264, "264"))
    cible = (mesures[0], Point(date(2025, 12, 31), 900, "Cible\u00a0: 900\n31 déc. 2025"))
    series = (Serie("mesure", mesures), Serie("cible", cible))
    return dessiner_courbe(series, "264 sur 900.", largeur=largeur, hauteur=220.0, marge_droite=120.0)


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
        prochain_jalon=c.ProchainJalon(titre="Conventions signées", date=jour("2025-05-31"), retard=17),
        finances=finances_de(
            {
                "besoin": 4_800_000,
                "solde": solde(4_800_000, [m for _, _, m in _FINANCEMENTS]),
                "financements": [
                    {
                        "financeur": nom,
                        "annee": annee,
                        **{c: getattr(m, c) for c in ("demande", "promis", "obtenu", "depense")},
                    }
                    for nom, annee, m in _FINANCEMENTS
                ],
            }
        ),
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
                courbe=_courbe(640.0),
                courbe_etroite=_courbe(358.0),
                phrase="soit 29 % de la cible.",
                mesurer="/fiches-action/1.4/mesures?indicateur=1",
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
                le=date(2025, 3, 11),
                quand="11 mars 2025",
                changements=(c.ChangementCourt(champ="Cible", avant="600", apres="900"),),
                autres=2,
                motif="décision D3 du COPIL",
                auteur="Préfecture d’Eure-et-Loir",
            ),
            c.EntreeHistorique(
                le=date(2024, 11, 4), quand="4 novembre 2024", acte="Signée dans la version 1 de la feuille de route"
            ),
        ),
        historique_href="/fiches-action/1.4/historique",
        comparer="/fiches-action/1.4/texte-publie",
        fil=(
            c.NouvelleLigne(
                le=date(2025, 6, 3),
                texte="Neuf communes ont **délibéré**.\n\n- Trois attendent juillet.",
                auteur="Collectivité exemple B, cheffe de projet inclusion numérique",
                avancement=Avancement.EN_COURS,
                progression=40,
                exemple=True,
                corrigee=True,
                corriger="/nouvelles/n1/modifier",
                retirer="/nouvelles/n1/retirer",
            ),
        ),
        fil_total=11,
        fil_ancien="/fiches-action/1.4?nouvelles=2#nouvelles",
        droits=c.Droits(
            nouvelles="/fiches-action/1.4/nouvelles",
            modifier={"identite": "/fiches-action/1.4/modifier/identite", "suivi": "/fiches-action/1.4/modifier/suivi"},
            autres=(c.Lien(libelle="Changer le statut", href="/fiches-action/1.4/avancement"),),
        ),
        vides=(c.SectionVide(titre="Moyens et livrables", aide="Qui y travaille.", href="/x"),),
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
