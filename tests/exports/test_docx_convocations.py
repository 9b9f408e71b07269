"""The letter, the sheet to sign, the minutes of a year, reopened; and the documents of a meeting that holds nothing."""

from __future__ import annotations

from datetime import date

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
    EmargementDoc,
    GroupeDoc,
    PresenceDoc,
)
from fne_roadmaps.domain.enums import (
    EtatPresence,
)
from tests.exports.documents_de_reunion import (
    compilation,
    convocation,
    emargement,
    grande_reunion,
)
from tests.exports.lecture_docx import W, corps, lignes, ouvrir, table, texte, titres
from tests.exports.reunions import DIFFUSE, presence, reunion, reunion_nue


def test_a_meeting_without_anything_prints_every_document() -> None:
    nue = reunion_nue()
    assert titres(ouvrir(rendre_compte_rendu(nue)), 1) == ["Réunion, date à fixer"]
    assert lignes(rendre_releve_de_decisions(nue)) == [
        "Relevé de décisions",
        "Réunion, date à fixer",
        "Aucune décision.",
    ]
    lettre = lignes(rendre_convocation(ConvocationDoc(reunion=nue, date=date(2024, 10, 1))))
    assert lettre[:3] == ["Aux membres", "Réunion", "Le 1er octobre 2024"]
    assert table(rendre_emargement(EmargementDoc(reunion=nue)), "Feuille d’émargement")[1:] == [[""] * 4] * 3
    vide = CompilationDoc(reference="28/2024", gouvernance_nom="28", annee=2024, arrete_au=date(2024, 12, 31))
    assert lignes(rendre_compilation(vide))[-1] == "Aucun compte rendu en 2024."


def test_the_letter_says_when_where_what_and_who_signs() -> None:
    octets = rendre_convocation(convocation())
    lues = lignes(octets)
    for attendue in (
        "Chartres, le 7 octobre 2024",
        "Objet : convocation – Comité de pilotage du 4 novembre 2024, Numérique 28 Ensemble",
        "Madame,",
        "Lundi 4 novembre 2024",
        "Préfecture, salle à confirmer ou visioconférence",
        "Pièces jointes : projet de feuille de route ; relevé de décisions du 18 juin 2024 ; invitation d’agenda "
        "(.ics).",
        "Merci de confirmer votre présence, ou de donner pouvoir à un autre membre, avant le 25 octobre 2024.",
        "Pour le conseil départemental",
        "Annexe : préparation des points",
    ):
        assert attendue in lues
    assert table(octets, "Ordre du jour")[:3] == [
        ["N°", "Point", "Pour", "Présenté par", "Durée"],
        ["1", "Point d’étape des cinq groupes de travail", "Information", "COTECH", "20 min"],
        ["2", "Arbitrage des axes et des fiches proposées fiche 1.3, axe 5", "Arbitrage", "Préfecture", "60 min"],
    ]
    [lien] = corps(octets).iter(f"{W}fldSimple")
    assert lien.get(f"{W}instr") == ' HYPERLINK "https://visio.exemple.fr/copil-28?salle=a&b=1" '


def test_a_video_link_that_is_no_address_stays_inert() -> None:
    octets = rendre_convocation(convocation(reunion(lien_visio="javascript:alert(1)")))
    assert not list(corps(octets).iter(f"{W}fldSimple"))
    assert any("javascript:alert(1)" in ligne for ligne in lignes(octets))


def test_the_sheet_has_a_row_to_sign_for_each_seat_then_free_ones() -> None:
    rangees = table(rendre_emargement(emargement(lignes_libres=5)), "Feuille d’émargement")
    assert rangees[1] == ["Préfecture", "Secrétaire générale Co-porteur", "Prénom NOM", ""]
    assert [r[3] for r in rangees[10:12]] == ["Pouvoir à CPAM (exemple)", "Excusé"]
    assert rangees[12] == ["MSA (exemple)", "Conseillère Invité", "Prénom NOM", ""]
    assert rangees[13:] == [[""] * 4] * 5
    octets = rendre_emargement(emargement(grande_reunion()))
    par_college = table(octets, "Feuille d’émargement")
    assert len(par_college) == 1 + 4 + 200 + 1 + 3
    assert par_college[1] == ["Consortium (50)"]
    assert par_college[-4] == ["Personnes présentes non convoquées"]


def test_members_of_no_college_and_guests_come_after_the_colleges() -> None:
    presences = (
        presence("Sans collège"),
        PresenceDoc(organisme="Avec", college="Institutions"),
        presence("Invité", EtatPresence.INVITE),
    )
    rangees = table(rendre_emargement(emargement(reunion(presences=presences))), "Feuille d’émargement")
    assert [r[0] for r in rangees[1:-3]] == [
        "Institutions (1)",
        "Avec",
        "Autres membres (1)",
        "Sans collège",
        "Invités (1)",
        "Invité",
        "Personnes présentes non convoquées",
    ]


def test_a_year_lists_its_meetings_and_marks_only_the_projects() -> None:
    octets = rendre_compilation(compilation())
    document = ouvrir(octets)
    assert [t.replace("\u00a0", " ") for t in titres(document, 1)] == [
        "Comité de pilotage, année 2024",
        "Réunions de l’année",
        "Décisions de l’année",
        "Comité de pilotage du 18 juin 2024",
        "Comité de pilotage du 1er octobre 2024",
        "Comité de pilotage du 4 novembre 2024",
    ]
    marques = ["PROJET" in texte(s.header._element) for s in document.sections]
    assert marques == [False, True, False]
    assert lignes(octets)[4] == (
        "Trois comptes rendus, dont un encore en projet. Six décisions, toutes adoptées par consensus. Suivi arrêté au "
        "31 décembre 2024 : deux faites, deux en cours et deux en retard."
    )
    assert table(octets, "Réunions de l’année")[2] == [
        "1er octobre 2024",
        "Préfecture, Chartres et visioconférence",
        "Version 1, diffusé le 25 juin 2024",
        "9",
        "0",
    ]
    seuls = rendre_compilation(compilation(instance=None, reunions=(reunion(compte_rendu=None),)))
    assert ["PROJET" in texte(s.header._element) for s in ouvrir(seuls).sections] == [False, True]
    assert "Réunion" in table(seuls, "Réunions de l’année")[0]


def test_a_year_of_a_governance_goes_body_by_body_and_ends_with_its_decisions() -> None:
    groupes = (
        GroupeDoc(
            nom="Comité de pilotage", reunions=(reunion(), reunion(reference="28/copil/r4", compte_rendu=DIFFUSE))
        ),
        GroupeDoc(nom="Groupe santé", reunions=(reunion(reference="28/gt-sante/r1", titre="Atelier santé"),)),
        GroupeDoc(nom=None, reunions=(reunion(reference="28/r1", instance=None, titre="Rencontre", points=()),)),
    )
    octets = rendre_compilation(compilation(instance=None, reunions=(), groupes=groupes))
    document = ouvrir(octets)
    assert [t.replace("\u00a0", " ") for t in titres(document, 1)] == [
        "Réunions de Numérique 28 Ensemble, année 2024",
        "Réunions de l’année",
        "Comité de pilotage du 18 juin 2024",
        "Comité de pilotage du 18 juin 2024",
        "Atelier santé du 18 juin 2024",
        "Rencontre du 18 juin 2024",
        "Décisions de l’année",
    ]
    assert titres(document, 2)[:4] == ["Sommaire", "Comité de pilotage", "Groupe santé", "Réunions hors instance"]
    assert ["PROJET" in texte(s.header._element) for s in document.sections] == [False, True, False]
    assert "Réunion" not in table(octets, "Réunions de l’année, Comité de pilotage")[0]
    assert table(octets, "Réunions de l’année, Groupe santé")[1][1] == "Atelier santé"
    assert lignes(octets)[4].startswith("Quatre comptes rendus, dont un encore en projet.")
