"""The six roadmaps: their own words, axes in exact terms, signatories with a source, stages of their life."""

from __future__ import annotations

from typing import Any

from fne_roadmaps.demo import sources
from fne_roadmaps.demo.saisie import Acte, Donnee, actes

_NON_DOCUMENTE = "Autres signataires : non documenté."


def _mention(niveau_1: str) -> str:
    return (
        f"Document d’exemple : {niveau_1}, instances et dates sont des faits publics ; fiches, pilotes, "
        "partenaires et "
        "montants sont fictifs."
    )


def _feuille(code: str, du_nom: str, **champs: Any) -> Donnee:
    return {
        "gouvernance": code,
        "titre": f"Feuille de route {du_nom}",
        "sous_titre": "France Numérique Ensemble",
        "perimetre": "departemental",
        "annee": 2024,
        "territoires": (code,),
        "source": sources.HUB,
        **champs,
    }


def _signataires(*structures: str) -> tuple[Donnee, ...]:
    return tuple({"structure": structure, "source": sources.HUB} for structure in structures)


_FEUILLES: tuple[Donnee, ...] = (
    _feuille(
        "18",
        "du Cher",
        axes_declares=3,
        signataires=_signataires("hub-lo"),
        signataires_note=_NON_DOCUMENTE,
        note="Trois axes, dont les titres ne sont pas publiés. Des fiches action ont été proposées ; leur "
        "nombre n’est pas donné.",
    ),
    _feuille(
        "28",
        "d’Eure-et-Loir",
        titre="Numérique 28 Ensemble",
        sous_titre="Feuille de route France Numérique Ensemble d’Eure-et-Loir",
        signataires=_signataires("hub-lo"),
        signataires_note=_NON_DOCUMENTE,
        mention=_mention("axes"),
        avant_propos="Ce document montre ce que devient une feuille de route quand toute une gouvernance y "
        "écrit : cinq axes, cent trente et une fiches action, un même langage pour dire qui fait quoi, "
        "quand et avec quels moyens.\n\n"
        "Les cinq axes, les instances, les chiffres du diagnostic et la date de signature sont des faits "
        "publics. Les fiches, elles, ont été écrites pour l’exemple : pilotes, partenaires, calendriers et "
        "montants y sont fictifs, et aucune n’engage qui que ce soit.\n\n"
        "Ce que les documents publics ne disent pas est laissé ouvert, avec la mention « non documenté ».",
        comitologie_chapo="Un COPIL, un COTECH et cinq groupes thématiques ; depuis novembre 2024, le hub, "
        "la préfecture et le conseil départemental se retrouvent chaque mois.",
    ),
    _feuille(
        "36",
        "de l’Indre",
        appuis=({"type": "autre", "intitule": "Diagnostic territorial détaillé du hub", "source": sources.HUB},),
        signataires_note="Présentée officiellement ; aucune signature n’est documentée.",
        note="Les titres de niveau 1 ne sont pas publiés et leur nom n’est pas connu : « axe » est ici le "
        "mot par défaut.",
    ),
    _feuille(
        "37",
        "d’Indre-et-Loire",
        appuis=(
            {
                "type": "sdin",
                "intitule": "Schéma départemental d’inclusion numérique (2023)",
                "source": f"{sources.HUB} ; ce schéma nomme le hub",
            },
        ),
        signataires=_signataires("hub-lo"),
        signataires_note=_NON_DOCUMENTE,
        note="Le nombre d’axes n’est pas précisé ; seul l’axe transversal est connu par son titre.",
    ),
    _feuille(
        "41",
        "de Loir-et-Cher",
        mot_niveau_1="orientation stratégique",
        mots_niveau_1="orientations stratégiques",
        appuis=(
            {
                "type": "autre",
                "intitule": "Schéma des solidarités 2024–2028 du conseil départemental",
                "source": sources.HUB,
            },
        ),
        signataires_note="Signataires : non documenté.",
        mention=_mention("orientations"),
        note="Les six orientations stratégiques sont validées ; la signature n’est pas documentée.",
    ),
    _feuille(
        "45",
        "du Loiret",
        mot_niveau_1="objectif",
        mots_niveau_1="objectifs",
        signataires=_signataires("cd-45", "orleans-metropole", "prefecture-45"),
        signataires_note="Signée par les trois co-porteurs seuls ; le hub était invité à la signature.",
        mention=_mention("objectifs"),
    ),
)

_AXES_28 = (
    (
        "Coordonner, animer et structurer la médiation numérique et développer l’aller-vers",
        "Un réseau connu de tous, animé toute l’année, qui va vers celles et ceux qui ne viennent pas.",
    ),
    (
        "Favoriser et renforcer les compétences numériques tout au long de la vie",
        "Apprendre à tout âge, à son rythme, près de chez soi.",
    ),
    (
        "Prévenir les risques et sécuriser l’usage numérique (équipements et pratiques)",
        "Connaître les pièges, protéger ses outils, savoir vers qui se tourner.",
    ),
    (
        "Promouvoir le numérique capacitant, pour vivre sa vie en autonomie",
        "Un numérique qui rend capable, à domicile comme dans la vie publique.",
    ),
    (
        "Structurer une filière de reconditionnement et faciliter l’accès à l’outillage numérique et "
        "l’entretien des outils numériques",
        "Donner une seconde vie aux équipements et en rendre l’usage durable.",
    ),
)

_TITRES_41 = (
    "Faire du numérique un levier d’égalité",
    "Favoriser l’inclusion sociale et professionnelle grâce au numérique",
    "Rendre le numérique accessible à toutes et tous",
    "Faciliter l’accès aux droits grâce au numérique",
    "Soutenir et accompagner les aidants numériques",
    "Développer, répartir équitablement et promouvoir l’offre numérique sur l’ensemble du territoire",
)

_TITRES_45 = (
    "Renforcer l’inclusion numérique et sensibiliser au numérique durable",
    "Développer les formations et ateliers numériques",
    "Sensibiliser et éduquer aux usages numériques",
    "Apporter un soutien et un accompagnement personnalisé",
    "Encourager la collaboration et le partenariat",
    "Assurer un suivi et une évaluation des actions",
)


def _axe(feuille: str, titre: str | None, **champs: Any) -> Donnee:
    return {"feuille_de_route": feuille, "titre": titre, "source": sources.HUB, **champs}


_AXES: tuple[Donnee, ...] = (
    *(_axe("18-2024", None, rang=rang) for rang in (1, 2, 3)),
    *(
        _axe("28-2024", titre, rang=rang, chapo=f"{chapo} (phrase d’exemple)")
        for rang, (titre, chapo) in enumerate(_AXES_28, start=1)
    ),
    _axe(
        "37-2024",
        "Identifier et créer un véritable réseau de l’inclusion numérique en Indre-et-Loire",
        transversal=True,
        source=f"{sources.HUB} ; cet axe nomme le hub",
    ),
    *(_axe("41-2024", titre, rang=rang) for rang, titre in enumerate(_TITRES_41, start=1)),
    *(_axe("45-2024", titre, rang=rang) for rang, titre in enumerate(_TITRES_45, start=1)),
)


def _etat(feuille: str, etat: str, **champs: Any) -> Acte:
    return "changer_etat", {"feuille_de_route": feuille, "etat": etat, **champs}


def _publication(acte: str, feuille: str, date: str | Donnee, occasion: str | None = None) -> tuple[Acte, ...]:
    """The two earlier stages, undated since no source dates them, then the signature or the presentation."""
    return (
        _etat(feuille, "concertation"),
        _etat(feuille, "validee"),
        (acte, {"feuille_de_route": feuille, "date": date, "occasion": occasion, "source": sources.HUB}),
    )


ACTES: tuple[Acte, ...] = (*actes("creer_feuille_de_route", _FEUILLES), *actes("creer_axe", _AXES))

SIGNATURE_28: tuple[Acte, ...] = _publication("signer", "28-2024", "2024-11-04")

# Replayed after the fiches, since what is signed or presented is frozen.
ETATS: tuple[Acte, ...] = (
    *_publication("signer", "18-2024", {"edtf": "[2024-11..2024-12]", "recu": "novembre – décembre 2024"}),
    *_publication("presenter", "36-2024", "2024-10-31", "Présentation officielle"),
    *_publication("signer", "37-2024", "2024-12-02", "À l’ouverture d’un événement public"),
    _etat(
        "41-2024",
        "concertation",
        occasion="Six orientations stratégiques validées ; signature non documentée",
        source=sources.HUB,
    ),
    *_publication("signer", "45-2024", "2024-11-04", "Signature par les trois co-porteurs, le hub étant invité"),
)
