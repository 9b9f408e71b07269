"""Fiches action and figures for tests and benches: deterministic, of realistic length, no two fiches alike."""

from __future__ import annotations

from typing import Any

from exports.payloads import (
    ChiffreDoc,
    FicheDoc,
    FinancementDoc,
    IndicateurDoc,
    JalonDoc,
    OrganismeDoc,
)
from fne_roadmaps.domain.dates import DateIncertaine, lire_date
from fne_roadmaps.domain.enums import ComparateurChiffre, NatureChiffre

_VERBES = (
    "Ouvrir",
    "Installer",
    "Expérimenter",
    "Tenir à jour",
    "Faire circuler",
    "Organiser",
    "Diffuser",
    "Animer",
    "Créer",
    "Proposer",
    "Structurer",
    "Partager",
    "Mutualiser",
)
_OBJETS = (
    "une cellule d’animation de la médiation numérique",
    "la cartographie des lieux et des permanences",
    "un bus numérique",
    "un parcours de formation des secrétaires de mairie",
    "un kit d’accueil et d’orientation",
    "un numéro d’appel unique",
    "des visites à domicile",
    "un réseau de référents numériques",
    "un calendrier commun des ateliers",
    "une journée départementale",
    "un guide des arnaques courantes",
)
_LIEUX = (
    "dans les communes sans lieu d’accompagnement",
    "avec les services d’aide à la personne",
    "dans les médiathèques",
    "entre bassins de vie",
    "pour les aidants familiaux",
    "avec les France services",
    "dans les mairies rurales",
)
_CALENDRIERS = (("2025-01", "2027-12"), ("2025-03", "2026-06"), ("2026", None), ("2024-11", "continu"), (None, None))
_CONSTATS = (
    "{n} communes du bassin de vie sont à plus de {m} minutes d'un lieu d'accompagnement.",
    "Les habitants les plus âgés, les familles sans véhicule et les jeunes sortis de l'école renoncent à leurs droits.",
    "Les essais menés à l'été {a} dans {m} communes ont montré qu'une présence régulière compte plus que la durée.",
    "Un agent d'accueil sur {k} dit ne pas savoir vers qui orienter une personne en difficulté.",
    "Les {n} lieux recensés en {a} sont concentrés dans les villes, et {m} d'entre eux ferment en août.",
    "Les associations reçoivent {n} demandes par mois, dont une sur {k} porte sur l'accès à un compte.",
    "Le matériel prêté revient rarement réparé : {m} ordinateurs sur {n} attendent une pièce.",
    "Beaucoup de parents découvrent en {a} l'espace numérique de travail sans aide ni mode d'emploi.",
)
_BUTS = (
    "Offrir une halte toutes les {k} semaines à chaque commune retenue.",
    "Accompagner {n} personnes par an, dont la moitié jamais aidées auparavant.",
    "Orienter vers un lieu permanent chaque personne qui le souhaite.",
    "Former {m} agents avant la fin de {a}.",
    "Faire connaître les lieux à {n} foyers du bassin de vie.",
    "Réduire de {m} % les rendez-vous manqués faute d'adresse électronique.",
)
_DEROULES = (
    "Un véhicule aménagé, équipé de {m} postes et d'une liaison autonome, tourne {k} jours par semaine.",
    "La mairie annonce la halte, prête une prise et une salle en hiver.",
    "Chaque séance commence par un temps libre, suivi d'un atelier sur un thème choisi avec la commune.",
    "Les {m} structures volontaires se réunissent tous les {k} mois et tiennent un tableau commun.",
    "Une évaluation est conduite après {n} séances ; elle est publiée et présentée au COTECH.",
    "Les conseillers numériques préparent les supports, relus par {k} partenaires avant impression.",
    "Le matériel est collecté en {a}, effacé, remis en état puis prêté pour {m} mois.",
)


def _pioche(sac: tuple[str, ...], rang: int, combien: int) -> list[str]:
    """Some sentences of a bag, numbers in them varied: no two fiches say the same, as in life."""
    return [
        sac[(rang * 5 + i * 3) % len(sac)].format(
            n=20 + rang * 7 % 83 + i, m=4 + (rang + i) % 29, k=2 + rang % 4, a=2022 + rang % 3
        )
        for i in range(combien)
    ]


def titre_de_fiche(rang: int) -> str:
    """A credible title, another one for each rank up to a thousand."""
    return f"{_VERBES[rang % 13]} {_OBJETS[rang % 11]} {_LIEUX[rang % 7]}"


def _date(edtf: str | None) -> DateIncertaine | None:
    return lire_date(edtf) if edtf else None


def fiche_courte(numero: str, rang: int = 0, **champs: Any) -> FicheDoc:
    """What most example fiches hold: a title, often a pilote, a calendar, one objective."""
    debut, fin = _CALENDRIERS[rang % len(_CALENDRIERS)]
    continu = fin == "continu"
    pilote = () if rang % 7 == 3 else (OrganismeDoc(nom=f"Association exemple {'ABCDE'[rang % 5]}"),)
    valeurs: dict[str, Any] = {
        "numero": numero,
        "titre": titre_de_fiche(rang),
        "exemple": True,
        "pilotes": pilote,
        "partenaires": (OrganismeDoc(nom="Commune exemple"),) if rang % 2 else (),
        "debut": _date(debut),
        "fin": None if continu else _date(fin),
        "en_continu": continu,
        "territoires": ("Eure-et-Loir",),
        "objectifs": _pioche(_BUTS, rang, 1)[0],
        "description": " ".join(_pioche(_DEROULES, rang, 1 + rang % 2)),
    }
    return FicheDoc(**(valeurs | champs))


def fiche_complete(numero: str, rang: int = 0, **champs: Any) -> FicheDoc:
    """Every rubrique filled, of the length of the reference page."""
    buts = "\n".join(f"- {but}" for but in _pioche(_BUTS, rang, 3))
    annees = (2025, 2026, 2027)
    valeurs: dict[str, Any] = {
        "numero": numero,
        "titre": titre_de_fiche(rang),
        "exemple": True,
        "pilotes": (OrganismeDoc(nom="Association exemple A", fonction="Direction de l'inclusion"),),
        "co_pilotes": (OrganismeDoc(nom="Association exemple B"),),
        "partenaires": tuple(OrganismeDoc(nom=n) for n in ("Réseau exemple", "EPCI exemple", "Communes d'accueil")),
        "proposee_par": (OrganismeDoc(nom="Groupe Inclusion, précarité"),),
        "debut": lire_date("2025-01"),
        "fin": lire_date("2027-12"),
        "territoires": ("Bassin de Dreux", "Bassin de Nogent-le-Rotrou"),
        "axes_servis": (1, 2, 4),
        "priorite": "Élevée",
        "contexte": " ".join(_pioche(_CONSTATS, rang, 3)) + "\n\n" + _pioche(_CONSTATS, rang + 1, 1)[0],
        "objectifs": buts,
        "description": " ".join(_pioche(_DEROULES, rang, 4)),
        "publics": ("Personnes âgées", "demandeurs d'emploi", "jeunes de 16 à 25 ans", "aidants"),
        "moyens_humains": "2 conseillers numériques (2 ETP), 1 coordinateur (0,3 ETP)",
        "livrables": "Calendrier des haltes, bilan semestriel, kit « accueillir le bus »",
        "lien_diagnostic": "Constat n° 4 : des lieux concentrés dans les villes",
        "decisions": ("COPIL du 18 juin 2024, décision 2024-3",),
        "jalons": (
            JalonDoc(
                titre="Véhicule livré et équipé", date=lire_date("2025-01-31"), livrable="Procès-verbal de réception"
            ),
            JalonDoc(
                titre="Premier circuit ouvert : 12 communes",
                date=lire_date("2025-03"),
                livrable="Calendrier des haltes",
            ),
            JalonDoc(titre="Second circuit ouvert", date=lire_date("2025-23"), livrable="Calendrier des haltes"),
            JalonDoc(titre="Évaluation et choix de la suite", date=lire_date("2026-12"), livrable="Rapport au COPIL"),
        ),
        "besoin": 24_000_000,
        "financements": (
            *(
                FinancementDoc(financeur="Financeur exemple A", annee=a, obtenu=m)
                for a, m in zip(annees, (4_800_000, 4_500_000, 4_500_000), strict=True)
            ),
            *(FinancementDoc(financeur="Financeur exemple B", annee=a, promis=3_000_000) for a in annees[:2]),
            *(FinancementDoc(financeur="Financeur exemple C", annee=a, demande=1_250_000) for a in annees),
        ),
        "indicateurs": (
            IndicateurDoc(
                libelle="Personnes accompagnées par an",
                source="Relevé des haltes",
                depart="0",
                cible="1200",
                cible_periode="2027",
            ),
            IndicateurDoc(
                libelle="Communes desservies",
                source="Calendrier des haltes",
                depart="6",
                cible="24",
                cible_periode="2027",
            ),
            IndicateurDoc(
                libelle="Part de personnes jamais aidées auparavant",
                unite="%",
                source="Fiche d'accueil",
                cible="50",
                cible_periode="2027",
            ),
        ),
        "liens": (),
    }
    return FicheDoc(**(valeurs | champs))


def diagnostic_28() -> tuple[ChiffreDoc, ...]:
    """Public figures of the region, one total declared and one computed."""
    departements = ("Cher", "Eure-et-Loir", "Indre", "Indre-et-Loire", "Loir-et-Cher", "Loiret")
    accompagnements = (10732, 6387, 13637, 10430, 9946, 11062)
    personnes = (7581, 4027, 8337, 7289, 7521, 8629)
    structures = (69, 80, 67, 92, 105, 172)
    ancct = {
        "source": "tableau de pilotage des conseillers numériques, ANCT",
        "periode": "2024",
        "note": "La source se dit partielle.",
    }
    hub = {"source": "hub régional", "periode": "2024"}
    theme = "Accompagnements des conseillers numériques"
    return (
        *(
            ChiffreDoc(theme=theme, libelle="Accompagnements", valeur=str(v), territoire=d, **ancct)
            for d, v in zip(departements, accompagnements, strict=True)
        ),
        *(
            ChiffreDoc(theme=theme, libelle="Personnes", valeur=str(v), territoire=d, **ancct)
            for d, v in zip(departements, personnes, strict=True)
        ),
        *(
            ChiffreDoc(theme="Structures recensées", libelle="Structures", valeur=str(v), territoire=d, **hub)
            for d, v in zip(departements, structures, strict=True)
        ),
        ChiffreDoc(theme="Structures recensées", libelle="Total imprimé par la source", valeur="553", **hub),
        ChiffreDoc(
            theme="Structures recensées",
            libelle="Somme des six lignes",
            valeur="585",
            nature=NatureChiffre.CALCULE,
            **hub,
        ),
        ChiffreDoc(
            theme="Illectronisme",
            libelle="Part de la population",
            valeur="19",
            unite="%",
            territoire="Centre-Val de Loire",
            periode="2019",
            source="INSEE",
        ),
        ChiffreDoc(
            theme="Illectronisme",
            libelle="Réunions tenues",
            valeur="10",
            comparateur=ComparateurChiffre.PLUS_DE,
            territoire="Loir-et-Cher",
            periode="2024",
        ),
    )
