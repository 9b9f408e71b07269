"""Pasted agendas: what people really write is understood, what is not is told, and nothing is lost."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given, settings, strategies as st

from fne_roadmaps.domain.agenda_colle import Proposition, lire_agenda
from fne_roadmaps.domain.enums import EtatReunion, GenreReunion
from fne_roadmaps.domain.errors import RegleViolee

INDRE_ET_LOIRE = """Indre-et-Loire — 22 juin 2023 : 2 visios, organisation de mini-carrefours de l’inclusion (bassins de
vie de Chinon et Loches) · 26 juin 2023 : réunion de co-construction du prochain carrefour de
l’inclusion · 7 juillet 2023 : visio, organisation du mini-carrefour du bassin de vie d’Amboise · 8
septembre 2023 :
réunion de co-construction · 14 ou 21 septembre 2023 : rencontre des médiateurs numériques · 22
septembre 2023 : réunion des partenaires du Projet Informatique pour tous · 10 octobre 2023 :
mini-carrefour de Loches · 9 novembre 2023 : mini-carrefour de Chinon · 5 décembre 2023 : Carrefour
de l’inclusion numérique."""
LOIRET = """Loiret
• jeudi 29 juin 2023 : comité partenarial CRIA 45
• mardi 4 juillet 2023 : réunion du bassin de vie de Montargis
• mardi 11 juillet 2023 : réunion du bassin de vie de Pithiviers
• mardi 12 septembre 2023 : rencontre des médiateurs numériques du Loiret
• jeudi 28 septembre 2023 : inauguration Connect'Obus"""

G = GenreReunion
_ORGANISATION = "Visio, organisation de mini-carrefours de l’inclusion (bassin de vie de {})"
TABLE = [
    ("2023-06-22", _ORGANISATION.format("Chinon"), G.VISIO, "Indre-et-Loire"),
    ("2023-06-22", _ORGANISATION.format("Loches"), G.VISIO, "Indre-et-Loire"),
    (
        "2023-06-26",
        "Réunion de co-construction du prochain carrefour de l’inclusion",
        G.CO_CONSTRUCTION,
        "Indre-et-Loire",
    ),
    ("2023-07-07", "Visio, organisation du mini-carrefour du bassin de vie d’Amboise", G.VISIO, "Indre-et-Loire"),
    ("2023-09-08", "Réunion de co-construction", G.CO_CONSTRUCTION, "Indre-et-Loire"),
    ("[2023-09-14,2023-09-21]", "Rencontre des médiateurs numériques", G.RENCONTRE, "Indre-et-Loire"),
    ("2023-09-22", "Réunion des partenaires du Projet Informatique pour tous", G.AUTRE, "Indre-et-Loire"),
    ("2023-10-10", "Mini-carrefour de Loches", G.EVENEMENT, "Indre-et-Loire"),
    ("2023-11-09", "Mini-carrefour de Chinon", G.EVENEMENT, "Indre-et-Loire"),
    ("2023-12-05", "Carrefour de l’inclusion numérique", G.EVENEMENT, "Indre-et-Loire"),
    ("2023-06-29", "Comité partenarial CRIA 45", G.AUTRE, "Loiret"),
    ("2023-07-04", "Réunion du bassin de vie de Montargis", G.INSTANCE, "Loiret"),
    ("2023-07-11", "Réunion du bassin de vie de Pithiviers", G.INSTANCE, "Loiret"),
    ("2023-09-12", "Rencontre des médiateurs numériques du Loiret", G.RENCONTRE, "Loiret"),
    ("2023-09-28", "Inauguration Connect'Obus", G.INAUGURATION, "Loiret"),
]
"""The two agendas of the hub, as they are: (date, title, kind, territory)."""


def _seule(ligne: str, annee: int | None = 2023) -> Proposition:
    (proposition,) = lire_agenda(ligne, annee).propositions
    return proposition


def _edtf(p: Proposition) -> str | None:
    return (p.date.edtf or None) if p.date else None


@pytest.mark.parametrize("annee", [None, 2031])
def test_les_deux_agendas_du_hub_se_lisent_ligne_pour_ligne(annee: int | None) -> None:
    lu = lire_agenda(f"{INDRE_ET_LOIRE}\n\n{LOIRET}\n", annee)
    assert [(_edtf(p), p.titre, p.genre, p.territoire) for p in lu.propositions] == TABLE
    assert [p.jour_annonce for p in lu.propositions[-5:]] == ["jeudi", "mardi", "mardi", "mardi", "jeudi"]
    assert [p.alertes for p in lu.propositions] == [("La ligne annonce 2 réunions : autant de propositions.",)] * 2 + [
        ()
    ] * 13
    assert lu.non_compris == ()


def test_une_liste_sans_annee_la_prend_de_son_titre_ou_de_qui_importe() -> None:
    texte = (
        "Agenda 2024\n\nLoiret :\nJuin\n  - jeudi 27 : COPIL, 9h30-12h, salle Jeanne d’Arc\n  - 28 : visio\n"
        "Juillet\n- bilan\n"
    )
    lu = lire_agenda(texte, 2023)
    assert [(_edtf(p), p.titre) for p in lu.propositions] == [
        ("2024-06-27", "COPIL"),
        ("2024-06-28", "Visio"),
        ("2024-07", "Bilan"),
    ]
    copil = lu.propositions[0]
    assert (copil.heure_debut, copil.heure_fin, copil.lieu) == ("09:30", "12:00", "salle Jeanne d’Arc")
    assert [i.sens for i in lu.intitules] == ["En-tête", "Territoire : Loiret", "Période : Juin", "Période : Juillet"]
    assert _edtf(_seule("- 27 juin : COPIL", 2024)) == "2024-06-27"
    sans = _seule("- 27 juin : COPIL", None)
    assert (_edtf(sans), sans.date and sans.date.recu) == (None, "27 juin")
    assert "L’année manque" in sans.alertes[0]


@pytest.mark.parametrize(
    ("ligne", "edtf", "titre"),
    [
        ("du 19 au 20 octobre 2024 : forum", "2024-10-19/2024-10-20", "Forum"),
        ("Entre le 11 et le 15 septembre : atelier", "[2023-09-11..2023-09-15]", "Atelier"),
        ("Automne : séminaire", "2023-23", "Séminaire"),
        ("Septembre ou octobre 2023 — atelier", "[2023-09,2023-10]", "Atelier"),
        ("Semaine 42 2023 : permanence", "[2023-10-16..2023-10-22]", "Permanence"),
        ("Semaine du 12 juin 2023 : permanence", "[2023-06-12..2023-06-18]", "Permanence"),
        ("3e trimestre 2025 : bilan", "2025-35", "Bilan"),
        ("* COPIL le 12/06/2023", "2023-06-12", "COPIL"),
        ("12 juin 2023, 9h30-12h : GT santé", "2023-06-12", "GT santé"),
        ("2023-06-12\t14h\tCOTECH\tMairie de Chartres", "2023-06-12", "COTECH"),
        ("Carrefour du 10 octobre 2023 à Loches", "2023-10-10", "Carrefour à Loches"),
        ("COPIL (date à définir)", "2023", "COPIL"),
    ],
)
def test_une_ligne_dit_sa_date_comme_on_l_ecrit(ligne: str, edtf: str, titre: str) -> None:
    p = _seule(ligne)
    assert (_edtf(p), p.titre, p.ligne) == (edtf, titre, ligne)


@pytest.mark.parametrize(
    ("ligne", "alerte"),
    [
        ("mardi 13 septembre 2023 : rencontre", "Le 13 septembre 2023 est un mercredi, pas un mardi."),
        ("jeudi 29 juin : COPIL", None),
        ("mercredi 29 juin : COPIL", "C’est un mercredi en 2022."),
        ("31 novembre : réunion", "Le 31 novembre 2023 n’existe pas."),
        ("35/14/2023 : réunion", "Le mois 14 n’existe pas."),
        ("1/mois : réunion du réseau", "« 1/mois » est une cadence, pas une date"),
        ("12 juin : COPIL 14h-9h", "L’heure de fin (09:00) ne vient pas après celle du début (14:00)."),
        ("12 juin : COPIL à 25h", "« 25h » n’est pas une heure."),
        ("juin 2023 : COPIL à 14h", "Des heures demandent un jour exact"),
        ("12 juin, après-midi : COPIL", "« après-midi » n’est pas une heure"),
        ("12 juin : COPIL (à confirmer)", "« à confirmer » : la réunion est notée à confirmer."),
        ("12 juin : préparation du carrefour du 5 décembre", "Une autre date est écrite dans la ligne"),
        ("12/06/23 : COPIL", "L’année « 23 » est lue « 2023 »."),
        ("12 juin 2023 : 300 visios", "une ligne ne donne pas plus de 12 réunions"),
        ("12 juin 2023", "L’intitulé de la réunion manque."),
        ("- réunion du réseau", "Aucune date n’est lue dans cette ligne."),
        ("12 juin 2023 : réunion " + "très " * 80 + "longue", "L’intitulé est trop long"),
    ],
)
def test_ce_qui_se_contredit_ou_manque_se_dit(ligne: str, alerte: str | None) -> None:
    p = _seule(ligne)
    if alerte is None:
        assert p.alertes == ()
    else:
        assert alerte in " ".join(p.alertes).replace("\u00a0", " ")
    assert p.ligne == ligne


def test_plusieurs_reunions_et_plusieurs_jours_dans_une_ligne() -> None:
    lu = lire_agenda(
        "12 et 26 juin 2023 : 2 ateliers\n12, 14 et 20/06/2023 : permanence\n15 juin 2023 : 2 COPIL, 3 visios"
    )
    assert [(p.rang, _edtf(p), p.titre, p.numero, p.nombre) for p in lu.propositions] == [
        (1, "2023-06-12", "Atelier", 1, 2),
        (1, "2023-06-26", "Atelier", 2, 2),
        (2, "2023-06-12", "Permanence", 1, 3),
        (2, "2023-06-14", "Permanence", 2, 3),
        (2, "2023-06-20", "Permanence", 3, 3),
        (3, "2023-06-15", "COPIL, 3 visios", 1, 2),
        (3, "2023-06-15", "COPIL, 3 visios", 2, 2),
    ]
    assert len({p.provenance for p in lu.propositions}) == 7


def test_annulee_reportee_et_reportee_a_une_autre_date() -> None:
    assert _seule("12 juin : COPIL - ANNULÉ").etat is EtatReunion.ANNULEE
    assert _seule("12 juin : COPIL - ANNULÉ").titre == "COPIL"
    assert _seule("12 juin : visio reportée").etat is EtatReunion.REPORTEE
    deplacee = _seule("12 juin : inauguration reportée au 19 septembre")
    assert (_edtf(deplacee), deplacee.etat, deplacee.titre) == ("2023-09-19", None, "Inauguration")
    assert deplacee.date_avant is not None
    assert deplacee.date_avant.edtf == "2023-06-12"


def test_les_mots_autour_d_une_reunion_restent_avec_elle() -> None:
    texte = (
        "Bonjour à tous,\n\n12 juin 2023 : COPIL https://meet.jit.si/x\n    - point sur les axes\n13 juin 2023 : "
        "carrefour de\nl’inclusion\nRomorantinais\nCordialement"
    )
    lu = lire_agenda(texte)
    copil, carrefour = lu.propositions
    assert (copil.note, copil.lien_visio, copil.titre) == ("point sur les axes", "https://meet.jit.si/x", "COPIL")
    assert carrefour.titre == "Carrefour de l’inclusion"
    assert [x.ligne for x in lu.non_compris] == ["Bonjour à tous,", "Romorantinais", "Cordialement"]


def test_un_titre_au_dessus_de_jours_seuls_les_nomme_et_ne_deborde_pas() -> None:
    lu = lire_agenda(
        "COPIL\n- 12 juin 2023\n- 14 décembre 2023\n\n15 décembre 2023 : visio\n\n"
        "2023-2024\n- 12 octobre : GT\n- 14 mars : GT"
    )
    assert [(_edtf(p), p.titre, p.intitule) for p in lu.propositions] == [
        ("2023-06-12", "COPIL", "COPIL"),
        ("2023-12-14", "COPIL", "COPIL"),
        ("2023-12-15", "Visio", None),
        ("2023-10-12", "GT", None),
        ("2024-03-14", "GT", None),
    ]


@pytest.mark.parametrize(
    ("texte", "message"),
    [
        ("x" * 200_001, "Texte trop long : 200\u202f001 caractères pour 200\u202f000 permis."),
        ("12 juin\n" * 5_001, "5\u202f001 lignes pour 5\u202f000 permises."),
        (" \n\t\n", "Rien n’a été collé."),
        ("12 juin 2023 : \x00 COPIL", "Le caractère invisible «\u202fnul\u202f», en position 16, n’est pas permis."),
    ],
)
def test_ce_qui_ne_se_lit_pas_est_refuse_en_le_disant(texte: str, message: str) -> None:
    with pytest.raises(RegleViolee) as refus:
        lire_agenda(texte)
    assert refus.value.champ == "texte"
    assert refus.value.message.startswith(message)


_DEBUTS = st.sampled_from(
    [
        "", "- ", "  • ", "\t- ", "12 juin 2023 : ", "jeudi 29 juin : ", "- 14 ou 21 : ", "Juin 2023", "Loiret ",
        "Loiret :", "1/mois ", "22/06/2023\t9h30\t", "COPIL : ", "12 et 26 juin 2023 : 2 visios ", "automne : ",
        "2024", "Agenda 2023-2024 ", "# ", "**", "date à définir ", "reportée au 12 mai ", "12 juin : annulé ",
        "14h-9h ", "(salle ", "a ; 3 mai 2023 : ", "1) ",
    ]
)  # fmt: skip
_MOTS = st.one_of(st.just(""), st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=12))


@settings(max_examples=150)
@given(st.lists(st.tuples(_DEBUTS, _MOTS, _DEBUTS), max_size=12), st.sampled_from(["\n", "\n\n", "\r\n", "\n    "]))
def test_chaque_ligne_se_retrouve_dans_ce_qui_est_rendu(parts: list[tuple[str, str, str]], saut: str) -> None:
    """A mark of its own in each line is found again, once at least, wherever the line went."""
    lignes = [f"{a}{b} zq{i}zq {c}" for i, (a, b, c) in enumerate(parts)]
    try:
        lu = lire_agenda(saut.join(["réunion", *lignes]), 2023)
    except RegleViolee:
        return
    rendu = "\n".join([p.ligne for p in lu.propositions] + [x.ligne for x in lu.intitules + lu.non_compris])
    assert [i for i in range(len(lignes)) if f"zq{i}zq" not in rendu] == []
    for p in lu.propositions:
        assert 1 <= len(p.titre) <= 300
        assert p.heure_debut is None or (p.date is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", p.date.edtf))


@given(st.text(max_size=200), st.one_of(st.none(), st.integers(1900, 2199)))
def test_aucun_texte_ne_fait_tomber_la_lecture(texte: str, annee: int | None) -> None:
    with suppress(RegleViolee):
        lu = lire_agenda(texte, annee, ["Chinon", ""])
        assert lu.propositions or lu.intitules or lu.non_compris
