"""Minutes and decisions of a meeting, reopened: what they say, in what state, and the same bytes each time."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from exports.docx import (
    rendre_compte_rendu,
    rendre_releve_de_decisions,
)
from exports.payloads import (
    CompteRenduDoc,
    QuorumDoc,
)
from fne_roadmaps.domain.enums import (
    EtatAdoption,
    EtatCompteRendu,
    ModeDecision,
)
from tests.exports.documents_de_reunion import (
    DOCUMENTS_DE_REUNION,
    grande_reunion,
)
from tests.exports.feuilles import EMPREINTE
from tests.exports.lecture_docx import W, apres, entetes_et_pieds, lignes, ouvrir, table, titres
from tests.exports.reunions import DIFFUSE, POINTS, decision, reunion


@pytest.mark.parametrize("nom", DOCUMENTS_DE_REUNION)
def test_the_same_meeting_gives_the_same_bytes_whatever_came_between(nom: str) -> None:
    premier = DOCUMENTS_DE_REUNION[nom]()
    rendre_compte_rendu(grande_reunion(30, 12))
    assert DOCUMENTS_DE_REUNION[nom]() == premier


@pytest.mark.parametrize(
    ("nom", "titre"),
    [
        ("compte_rendu", "Compte rendu – Comité de pilotage du 18 juin 2024 (exemple)"),
        ("releve", "Relevé de décisions – Comité de pilotage du 18 juin 2024 (exemple)"),
        ("convocation", "Convocation – Comité de pilotage du 4 novembre 2024 (exemple)"),
        ("emargement", "Feuille d’émargement – Comité de pilotage du 18 juin 2024 (exemple)"),
        ("compilation", "Comptes rendus – Comité de pilotage, année 2024 (exemple)"),
    ],
)
def test_the_file_tells_what_it_is_and_its_headings_leave_no_gap(nom: str, titre: str) -> None:
    document = ouvrir(DOCUMENTS_DE_REUNION[nom]())
    proprietes = document.core_properties
    assert proprietes.title.replace("\u00a0", " ") == titre
    assert proprietes.language == "fr-FR"
    assert proprietes.author == "Préfecture d’Eure-et-Loir, Conseil départemental d’Eure-et-Loir"
    niveaux = [n for p in document.paragraphs if (n := _niveau(p.style)) is not None]
    assert niveaux[0] == 0
    assert all(suivant <= precedent + 1 for precedent, suivant in pairwise(niveaux))


def _niveau(style: Any) -> int | None:
    """Outline level of a style, or of the one it is based on."""
    while style is not None:
        trouve = style.element.find(f"{W}pPr/{W}outlineLvl")
        if trouve is not None:
            return int(trouve.get(f"{W}val"))
        style = style.base_style
    return None


def test_minutes_hold_who_was_there_each_item_and_its_decisions_in_place() -> None:
    octets = rendre_compte_rendu(reunion())
    assert titres(ouvrir(octets), 1) == ["Comité de pilotage du 18\u00a0juin\u00a02024"]
    assert titres(ouvrir(octets), 2) == [
        "Ordre du jour",
        *(f"{p.rang}. {p.titre.replace(chr(39), '’')}" for p in POINTS),
        "Prochaines réunions",
    ]
    lues = lignes(octets)
    assert apres(lues, "Présents (9)") == (
        "Préfecture : Prénom NOM (secrétaire générale), Prénom NOM ; Conseil départemental : Prénom NOM, Prénom NOM "
        "(à distance) ; Hub régional : Prénom NOM ; CAF (exemple) ; CPAM (exemple) ; France Travail (exemple) (à "
        "distance) ; Chartres métropole (exemple)."
    )
    assert apres(lues, "Représenté (1)") == "CARSAT (exemple) (par CPAM (exemple))."
    assert apres(lues, "Quorum") == "Non requis ; décisions par consensus."
    assert not [ligne for ligne in lues if ligne.startswith("Absent")]
    deuxieme = _dernier(lues, "2. Arbitrage des axes et des fiches proposées")
    suivant = _dernier(lues, "3. Calendrier de la signature")
    assert lues[deuxieme + 1 : deuxieme + 6] == [
        "Pour arbitrage · présenté par Préfecture · fiche 1.3, axe 5",
        "Présentation",
        "Le COTECH propose cinq axes. Deux questions restent ouvertes :",
        "la place du reconditionnement ;",
        "le rapprochement de deux fiches voisines sur les aidants.",
    ]
    troisieme = lues.index("Décision 28/copil/2024-3")
    assert deuxieme < troisieme < suivant
    assert lues[troisieme + 2] == (
        "Responsable : Conseil départemental · échéance : 31 janvier 2025 · fiche 1.3 · adoptée par consensus"
    )
    assert "Point reporté : COTECH de septembre 2024." in lues
    assert "Comité de pilotage : le 4 ou le 14 novembre 2024, lieu à confirmer." in lues
    assert lues[-1].replace(" ", "") == EMPREINTE


def _dernier(lues: list[str], ligne: str) -> int:
    """Place of the last line of this text: an item is first in the agenda, then a heading."""
    return len(lues) - 1 - lues[::-1].index(ligne)


@pytest.mark.parametrize("etat", EtatCompteRendu)
def test_a_project_says_so_on_every_page_until_approved(etat: EtatCompteRendu) -> None:
    projet = etat in {EtatCompteRendu.BROUILLON, EtatCompteRendu.DIFFUSE}
    cr = CompteRenduDoc(etat=etat, version=1, diffuse_le=date(2024, 6, 25), approuve_le=date(2024, 7, 5))
    octets = rendre_compte_rendu(reunion(compte_rendu=cr))
    textes = entetes_et_pieds(octets)
    assert [("PROJET" in t) for nom, t in textes.items() if "header" in nom] == [projet]
    assert [("n’est pas approuvé" in t) for nom, t in textes.items() if "footer" in nom] == [projet]
    assert ("(projet, exemple)" in ouvrir(octets).core_properties.title) == projet


def test_a_version_tells_its_life() -> None:
    cr = DIFFUSE.model_copy(update={"motif": "le nom d'une structure"})
    lues = lignes(rendre_compte_rendu(reunion(compte_rendu=cr)))
    assert apres(lues, "Compte rendu").endswith(
        "Diffusé le 25 juin 2024, amendements jusqu’au 2 juillet 2024. Pas encore approuvé. Cette version corrige la "
        "précédente : le nom d’une structure."
    )
    approuve = CompteRenduDoc(
        etat=EtatCompteRendu.PUBLIE,
        version=3,
        approuve_le=date(2024, 11, 4),
        approuve_a="Comité de pilotage du 4 novembre 2024",
        publie_le=date(2024, 11, 6),
    )
    octets = rendre_compte_rendu(reunion(compte_rendu=approuve))
    assert (
        "Approuvé le 4 novembre 2024 (Comité de pilotage du 4 novembre 2024). Publié le 6 novembre 2024."
        in " ".join(lignes(octets))
    )
    assert "version 3, approuvé le 4\u00a0novembre\u00a02024" in "".join(entetes_et_pieds(octets).values())


@pytest.mark.parametrize(
    ("quorum", "mode", "phrase"),
    [
        ((7, 8, 1, True), None, "Atteint : 8 présents et 1 représenté, 7 requis."),
        ((7, 1, 0, False), ModeDecision.MAJORITE, "Non atteint : 1 présent, 7 requis ; décisions à la majorité."),
        (None, ModeDecision.AVIS, "Non requis ; l’instance rend des avis."),
    ],
)
def test_the_quorum_is_said(quorum: tuple[int, int, int, bool] | None, mode: ModeDecision | None, phrase: str) -> None:
    compte = None
    if quorum:
        requis, presents, representes, atteint = quorum
        compte = QuorumDoc(requis=requis, presents=presents, representes=representes, atteint=atteint)
    assert apres(lignes(rendre_compte_rendu(reunion(quorum=compte, mode_decision=mode))), "Quorum") == phrase


def test_many_people_are_counted_by_college_then_named_in_a_table() -> None:
    octets = rendre_compte_rendu(grande_reunion())
    lues = lignes(octets)
    assert apres(lues, "Représentés (22)") == (
        "Consortium : 6 ; Institutions : 6 ; Partenaires associés : 5 ; Communautés : 5."
    )
    rangees = table(octets, "Liste de présence")
    assert rangees[0] == ["Organisation", "Personne", "Présence"]
    assert [r[0] for r in rangees if len(r) == 1] == [
        "Consortium (50)",
        "Institutions (50)",
        "Partenaires associés (50)",
        "Communautés (50)",
    ]
    assert len(rangees) == 1 + 4 + 200


def test_the_zone_is_told_only_where_it_is_not_that_of_paris() -> None:
    assert "14 h – 16 h 30 heure de La Réunion" in lignes(rendre_compte_rendu(reunion(fuseau="Indian/Reunion")))
    assert "14 h – 16 h 30" in lignes(rendre_compte_rendu(reunion()))


def test_decisions_print_with_their_follow_up_in_words() -> None:
    octets = rendre_releve_de_decisions(reunion())
    assert lignes(octets)[2] == (
        "Quatre décisions, toutes adoptées par consensus. Suivi arrêté au 12 septembre 2024 : une faite, deux en cours "
        "et une en retard."
    )
    rangees = table(octets, "Décisions adoptées")
    assert rangees[0] == ["N°", "Décision", "Responsable", "Échéance", "Suivi"]
    assert rangees[1] == [
        "2024-1",
        "Désigner un animateur par groupe de travail. Fiche 1.1.",
        "Préfecture",
        "5 juil. 2024",
        "● Faite",
    ]
    assert [r[4] for r in rangees[2:]] == ["En retard", "○ En cours", "○ En cours"]
    assert "Code complet d’une décision : 28/copil/ puis son numéro, par exemple 28/copil/2024-1." in lignes(octets)
    assert "Point 4, Numéro d’appel unique : COTECH de septembre 2024." in lignes(octets)
    assert "PROJET" not in "".join(entetes_et_pieds(octets).values())


def test_decisions_not_taken_stand_apart_and_codes_of_several_instances_are_whole() -> None:
    decisions = (
        decision(1, "Oui.", responsable=None, echeance=None, remplacee_par="28/copil/2025-1"),
        decision(2, "Non.", code="28/cotech/2024-2", adoption=EtatAdoption.REJETEE, voix_pour=3, voix_contre=1),
        decision(3, "Plus tard.", adoption=EtatAdoption.AJOURNEE, mode=None),
    )
    octets = rendre_releve_de_decisions(reunion(points=(), decisions=decisions))
    assert table(octets, "Décisions adoptées")[1] == [
        "2024-1",
        "Oui. Remplacée par 28/copil/2025-1.",
        "À désigner",
        "–",
        "○ En cours",
    ]
    assert table(octets, "Décisions non adoptées")[1:] == [
        ["28/cotech/2024-2", "Non.", "Rejetée 3 pour, 1 contre"],
        ["28/copil/2024-3", "Plus tard.", "Ajournée"],
    ]
    assert lignes(octets)[2].startswith("Trois décisions, dont une adoptée par consensus.")
