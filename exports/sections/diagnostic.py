"""Figures of the diagnostic, theme by theme: each keeps its source; a declared total never passes for a sum.

Two shapes: figures of several territories that share one period stand in a table of territories (with bars from four
values on); all others in a list of figures.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from exports.formats import FINE, INSECABLE, nombre, pourcent
from exports.payloads import ChiffreDoc, FeuilleDeRouteDoc
from exports.sections.modele import ABSENT, Tableau
from fne_roadmaps.domain.enums import NatureChiffre

CHAPO = (
    "Chaque chiffre est donné avec sa source\u202f; deux sources qui se contredisent sont imprimées toutes les deux."
)
BARRES_A_PARTIR_DE = 4
_COLONNES_MAX = 3
_EN_TETE_MAX = 3


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme: its table, bars for its lines (shares of the longest; empty when none), the line to stress."""

    titre: str
    tableau: Tableau
    barres: tuple[float, ...] = ()
    en_avant: int | None = None


@dataclass(frozen=True, slots=True)
class ChiffreCle:
    """A figure of the roadmap's own territory, shown large."""

    valeur: str
    libelle: str
    source: str


def valeur_en_mots(c: ChiffreDoc) -> str:
    """« plus de 10 », « 19 % », « 6,4 »."""
    texte = pourcent(c.valeur) if c.unite == "%" else nombre(c.valeur)
    if c.unite == "€":
        texte += f"{FINE}€"
    return f"{c.comparateur.libelle} {texte}".strip()


def chiffres_cles(doc: FeuilleDeRouteDoc) -> list[ChiffreCle]:
    """Up to three declared figures of the territory, in the order of the diagnostic; fewer than two make no strip."""
    du_territoire = [c for c in doc.diagnostic if c.territoire == doc.territoire and not _est_total(c)]
    if len(du_territoire) < 2:
        return []
    return [
        ChiffreCle(
            valeur_en_mots(c), _libelle(c), ", ".join(filter(None, (c.source, c.periode))) or "source non documentée"
        )
        for c in du_territoire[:_EN_TETE_MAX]
    ]


def themes(doc: FeuilleDeRouteDoc) -> list[Theme]:
    """Themes in the order of their first figure."""
    par_theme: dict[str, list[ChiffreDoc]] = {}
    for chiffre in doc.diagnostic:
        par_theme.setdefault(chiffre.theme, []).append(chiffre)
    return [t for nom, chiffres in par_theme.items() for t in _theme(doc, nom, chiffres)]


def _theme(doc: FeuilleDeRouteDoc, nom: str, chiffres: list[ChiffreDoc]) -> list[Theme]:
    lignes = [c for c in chiffres if not _est_total(c)]
    totaux = [c for c in chiffres if _est_total(c)]
    if not _se_croisent(lignes):
        return [Theme(nom, _liste(nom, chiffres))]
    colonnes = list(dict.fromkeys(_libelle(c) for c in lignes))
    if len(colonnes) > 1 and totaux:
        return [_croise(doc, nom, lignes, []), Theme(f"{nom}\u00a0: totaux", _liste(nom, totaux))]
    return [_croise(doc, nom, lignes, totaux)]


def _se_croisent(lignes: list[ChiffreDoc]) -> bool:
    """Several territories, few kinds of figures, one period, one value per territory and kind, nothing else to say."""
    paires = [(c.territoire, _libelle(c)) for c in lignes]
    return (
        all(c.territoire for c in lignes)
        and len({c.territoire for c in lignes}) > 1
        and len({_libelle(c) for c in lignes}) <= _COLONNES_MAX
        and len({c.periode for c in lignes}) == 1
        and len(set(paires)) == len(paires)
    )


def _croise(doc: FeuilleDeRouteDoc, nom: str, lignes: list[ChiffreDoc], totaux: list[ChiffreDoc]) -> Theme:
    colonnes = list(dict.fromkeys(_libelle(c) for c in lignes))
    territoires = list(dict.fromkeys(c.territoire or "" for c in lignes))
    cases = {(c.territoire, _libelle(c)): c for c in lignes}
    corps = tuple(
        (t, *(valeur_en_mots(cases[t, col]) if (t, col) in cases else ABSENT for col in colonnes)) for t in territoires
    )
    periode = lignes[0].periode
    tableau = Tableau(
        nom,
        f"{', '.join(colonnes)}, par territoire.",
        ("Territoire", *colonnes),
        corps,
        chiffres=len(colonnes),
        totaux=tuple((_nom_total(c), valeur_en_mots(c)) for c in totaux),
        source=_sources(lignes + totaux),
    )
    return Theme(
        nom if not periode or periode in nom else f"{nom}, {periode}",
        tableau,
        barres=_barres([cases.get((t, colonnes[0])) for t in territoires]),
        en_avant=territoires.index(doc.territoire) if doc.territoire in territoires else None,
    )


def _liste(nom: str, chiffres: list[ChiffreDoc]) -> Tableau:
    """Figure · territory · period · source · value; columns without anything are left out."""
    colonnes = [
        ("Territoire", [c.territoire or ABSENT for c in chiffres]),
        ("Période", [c.periode or ABSENT for c in chiffres]),
        ("Source", [c.source or "non documentée" for c in chiffres]),
    ]
    utiles = [(entete, valeurs) for entete, valeurs in colonnes if set(valeurs) != {ABSENT}]
    noms = [_nom_total(c) if _est_total(c) else _libelle(c) for c in chiffres]
    valeurs = [valeur_en_mots(c) for c in chiffres]
    return Tableau(
        nom,
        "Chaque chiffre avec son territoire, sa période et sa source.",
        ("Chiffre", *(entete for entete, _ in utiles), "Valeur"),
        tuple(zip(noms, *(v for _, v in utiles), valeurs, strict=True)),
        chiffres=1,
        source=_notes(chiffres) or None,
    )


def _barres(chiffres: list[ChiffreDoc | None]) -> tuple[float, ...]:
    try:
        nombres = [Decimal(c.valeur) if c else Decimal(0) for c in chiffres]
    except InvalidOperation:
        return ()
    plus_long = max(nombres)
    if len(nombres) < BARRES_A_PARTIR_DE or min(nombres) < 0 or plus_long <= 0:
        return ()
    return tuple(float(n / plus_long) for n in nombres)


def _est_total(c: ChiffreDoc) -> bool:
    return c.nature is NatureChiffre.CALCULE or c.libelle.casefold().startswith("total")


def _nom_total(c: ChiffreDoc) -> str:
    """A sum of ours is « Total calculé »; a printed total says that it is declared."""
    if c.nature is NatureChiffre.CALCULE:
        return "Total calculé"
    return f"{c.libelle} (déclaré)"


def _libelle(c: ChiffreDoc) -> str:
    if not c.unite or c.unite in {"%", "€"} or c.unite.casefold() in c.libelle.casefold():
        return c.libelle
    return f"{c.libelle} ({c.unite})"


def _sources(chiffres: list[ChiffreDoc]) -> str:
    """« Source : hub régional. », or each source with what it covers; then the notes."""
    par_source: dict[str, list[str]] = {}
    for c in chiffres:
        par_source.setdefault(c.source or "non documentée", []).append(
            _nom_total(c) if _est_total(c) else c.territoire or ""
        )
    if len(par_source) == 1:
        sources = f"Source{INSECABLE}: {next(iter(par_source))}."
    else:
        detail = f"{FINE}; ".join(f"{s} ({', '.join(dict.fromkeys(quoi))})" for s, quoi in par_source.items())
        sources = f"Sources{INSECABLE}: {detail}."
    return " ".join(filter(None, (sources, _ecart(chiffres), _notes(chiffres))))


def _ecart(chiffres: list[ChiffreDoc]) -> str:
    """Says that a printed total and our sum disagree, since both are printed."""
    totaux = [c for c in chiffres if _est_total(c)]
    declares = {c.valeur for c in totaux if c.nature is NatureChiffre.DECLARE}
    calcules = {c.valeur for c in totaux if c.nature is NatureChiffre.CALCULE}
    if not declares or not calcules or declares == calcules:
        return ""
    return f"Le total déclaré n’est pas la somme des lignes{INSECABLE}: les deux sont conservés."


def _notes(chiffres: Iterable[ChiffreDoc]) -> str:
    par_note: dict[str, list[str]] = {}
    for c in chiffres:
        if c.note:
            par_note.setdefault(c.note, []).append(_nom_total(c) if _est_total(c) else c.territoire or _libelle(c))
    if len(par_note) == 1:
        return next(iter(par_note))
    return " ".join(f"{', '.join(dict.fromkeys(quoi))}{INSECABLE}: {note}" for note, quoi in par_note.items())
