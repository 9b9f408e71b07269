"""Six departmental governances, as different as they are, and the hub's own; members in protocol order."""

from __future__ import annotations

from datetime import date
from typing import Any

from fne_roadmaps.demo import sources
from fne_roadmaps.demo.saisie import Acte, Donnee, actes

_LE_4_NOVEMBRE = date(2024, 11, 4)
_LE_2_DECEMBRE = date(2024, 12, 2)


def _role(role: str, debut: date | None = None, fin: date | None = None, source: str = sources.HUB) -> Donnee:
    return {"role": role, "debut": debut, "fin": fin, "source": source}


def _membre(structure: str, *roles: Donnee, precision: str | None = None) -> Donnee:
    return {"structure": structure, "roles": roles, "precision": precision}


def _departementale(code: str, du_nom: str, membres: tuple[Donnee, ...], **champs: Any) -> Donnee:
    return {
        "code": code,
        "type": "departementale",
        "nom": f"Gouvernance France Numérique Ensemble {du_nom}",
        "territoire": code,
        "membres": membres,
        **champs,
    }


_CHER = _departementale(
    "18",
    "du Cher",
    (
        _membre("cd-18", _role("co_porteur")),
        _membre("prefecture-18", _role("co_porteur")),
        _membre(
            "hub-lo",
            _role("animateur"),
            _role("signataire"),
            precision="Réalise le diagnostic avec Emmaüs Connect et anime des réunions thématiques.",
        ),
    ),
    porteurs_source=sources.HUB,
    note="Rédacteur non précisé. Des fiches action ont été proposées ; leur nombre n’est pas donné.",
)

_EURE_ET_LOIR = _departementale(
    "28",
    "d’Eure-et-Loir",
    (
        _membre(
            "prefecture-28",
            _role("co_porteur", source="Déduit des documents publics, sans être écrit"),
            precision="A finalisé la feuille de route.",
        ),
        _membre("cd-28", _role("co_porteur", source="Déduit des documents publics, sans être écrit")),
        _membre(
            "hub-lo",
            _role("expert"),
            _role("signataire", _LE_4_NOVEMBRE),
            precision="Conseille et participe aux groupes de travail.",
        ),
    ),
    publique=True,
    porteurs_source="Porteurs déduits des documents publics du hub : aucun ne l’écrit en toutes lettres.",
    note="Rédacteur non précisé ; la préfecture a finalisé le texte.",
)

_INDRE = _departementale(
    "36",
    "de l’Indre",
    (
        _membre("prefecture-36", _role("porteur"), precision="Porte seule la feuille de route."),
        _membre("ligue-enseignement-36", _role("redacteur")),
        _membre(
            "hub-lo",
            _role("animateur"),
            precision="Co-anime les quatre étapes officielles ; auteur du diagnostic territorial détaillé.",
        ),
    ),
    porteurs_source=sources.HUB,
    note="Au-delà des quatre étapes officielles, la source parle de nombreuses réunions, sans en donner le "
    "nombre. Nombre de fiches action non précisé.",
)

_INDRE_ET_LOIRE = _departementale(
    "37",
    "d’Indre-et-Loire",
    (
        _membre("prefecture-37", _role("co_porteur"), precision="Co-pilote, selon le mot de la source."),
        _membre("cd-37", _role("co_porteur"), precision="Co-pilote, selon le mot de la source."),
        _membre(
            "hub-lo",
            _role("animateur"),
            _role("signataire", _LE_2_DECEMBRE),
            precision="Co-anime des ateliers dans trois COPIL ; nommé dans l’axe transversal.",
        ),
    ),
    porteurs_source=sources.HUB,
    note="Rédacteur non précisé. Nombre de fiches action non précisé.",
)

_LOIR_ET_CHER = _departementale(
    "41",
    "de Loir-et-Cher",
    (
        _membre("cd-41", _role("co_porteur")),
        _membre("prefecture-41", _role("co_porteur")),
        _membre(
            "hub-lo",
            _role("expert"),
            precision="Apporte le diagnostic et ses contacts ; aide des structures à écrire leurs fiches.",
        ),
    ),
    porteurs_source=sources.HUB,
    note="Rédacteur non précisé. Les fiches action sont écrites par les structures de terrain ; "
    "leur nombre n’est pas donné.",
)

PARTENAIRES_CLES_45 = (
    "carsat",
    "cpam-45",
    "cria-45",
    "emmaus-connect",
    "fondation-orleans",
    "universite-orleans",
    "ag2r",
    "france-travail",
    "caf-45",
    "region-centre-val-de-loire",
)

_LOIRET = _departementale(
    "45",
    "du Loiret",
    (
        *(
            _membre(porteur, _role("co_porteur"), _role("signataire", _LE_4_NOVEMBRE))
            for porteur in ("cd-45", "orleans-metropole", "prefecture-45")
        ),
        *(_membre(partenaire, _role("partenaire_cle")) for partenaire in PARTENAIRES_CLES_45),
        _membre(
            "hub-lo",
            _role("partenaire_cle"),
            _role("animateur"),
            _role("invite", _LE_4_NOVEMBRE, _LE_4_NOVEMBRE),
            precision="Nommé parmi les partenaires clés, à côté des dix autres ; anime les groupes "
            "thématiques du COTECH ; invité à la signature, non signataire.",
        ),
    ),
    porteurs_source=sources.HUB,
    note="Rédacteur non précisé. Nombre de fiches action non précisé.",
)

_HUB: Donnee = {
    "code": "hub-lo",
    "type": "hub",
    "nom": "Comitologie du hub régional Centre-Val de Loire",
    "territoire": "R24",
    "presentation": "Consortium de quatre réseaux, le hub compte une chargée ou un chargé de mission par "
    "département, deux responsables interdépartementaux et deux responsables régionaux. Il siège dans les "
    "six gouvernances départementales et souhaite qu’elles se rencontrent et partagent ce qu’elles "
    "produisent.",
    "porteurs_source": sources.HUB,
    "membres": (_membre("hub-lo", _role("porteur")),),
    "note": "Les quatre réseaux du consortium ne sont pas nommés par la source.",
}

ACTES: tuple[Acte, ...] = actes(
    "creer_gouvernance", (_CHER, _EURE_ET_LOIR, _INDRE, _INDRE_ET_LOIRE, _LOIR_ET_CHER, _LOIRET, _HUB)
)
