"""Governance: the tree of bodies, their composition and cadence, members and roles."""

from __future__ import annotations

from collections.abc import Iterator

from exports.docx.arbre import poser_arbre
from exports.docx.charte import LARGEUR_PORTRAIT
from exports.docx.ooxml import Bloc
from exports.docx.tableaux import Grille, intervalle, tableau_de
from exports.docx.textes import CHAPO, LEGENDE, SOURCE
from exports.docx.titres import ANCRE_GOUVERNANCE, TITRE_1, TITRE_2, Signets
from exports.payloads import FeuilleDeRouteDoc
from exports.sections import gouvernance as section
from exports.sections.modele import Tableau
from exports.sections.plan import GOUVERNANCE

_POIDS = {"Instance": 44.0, "Rôle": 36.0, "Composition": 58.0, "Cadence": 38.0}
_TENUES = 25.0
_MEMBRES = {2: Grille((85.0, 80.0)), 3: Grille((58.0, 52.0, 55.0))}
_INTERVALLE = intervalle(8)


def gouvernance(doc: FeuilleDeRouteDoc, signets: Signets) -> Iterator[Bloc]:
    """Heading, chapô, then only what is known."""
    yield signets.titre(TITRE_1, ANCRE_GOUVERNANCE, GOUVERNANCE)
    if doc.comitologie_chapo:
        yield CHAPO.avec(doc.comitologie_chapo)
    boites = section.arbre(doc)
    if boites:
        yield LEGENDE.avec(f"Les instances {doc.du_territoire}")
        yield poser_arbre(boites)
    instances = section.instances(doc, dessinees=bool(boites))
    if instances:
        yield LEGENDE.avec("Composition et cadence" if len(instances.entetes) > 1 else "Instances")
        yield tableau_de(instances, _grille(instances))
        yield SOURCE.avec(instances.source) if instances.source else _INTERVALLE.avec()
    membres = section.membres(doc)
    if membres:
        yield TITRE_2.avec("Membres et rôles")
        yield tableau_de(membres, _MEMBRES[len(membres.entetes)])
        yield _INTERVALLE.avec()


def _grille(t: Tableau) -> Grille:
    """Widths in the proportions of the reference page, for the columns that are there."""
    poids = [_POIDS[entete] for entete in t.entetes[: len(t.entetes) - t.chiffres]]
    reste = LARGEUR_PORTRAIT - _TENUES * t.chiffres
    largeurs = (*(reste * p / sum(poids) for p in poids), *(_TENUES for _ in range(t.chiffres)))
    return Grille(largeurs, chiffres=t.chiffres, gras=True)
