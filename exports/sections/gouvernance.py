"""Who governs and where they meet: members and roles, bodies with their cadence, and the tree of bodies.

The tree is laid on a grid of leaves: each body spans the leaves below it and stands in their middle. What does not
fit a page (more than seven leaves once groups of the same kind are gathered, or more than five levels) is left to the
table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from exports.formats import compte, en_lettres
from exports.payloads import FeuilleDeRouteDoc, InstanceDoc
from exports.sections.feuilles_de_route import capitale
from exports.sections.modele import ABSENT, Tableau, notes_groupees
from fne_roadmaps.domain.enums import TypeInstance

FEUILLES_MAX, NIVEAUX_MAX = 7, 5
_A_REUNIR = 3
_PLURIELS = {
    TypeInstance.GROUPE_DE_TRAVAIL: "groupes de travail",
    TypeInstance.GROUPE_OPERATIONNEL: "groupes opérationnels",
    TypeInstance.COMITE_DEPARTEMENTAL: "comités départementaux",
    TypeInstance.BASSIN_DE_VIE: "réunions de bassin de vie",
}


@dataclass(slots=True)
class Boite:
    """A body in the tree: its lines of text, the leaves it spans, the boxes under it.

    ``legende`` is the shared caption of the boxes under it; those are then a ``groupe`` of one kind.
    """

    nom: str
    detail: str
    niveau: int
    debut: int = 0
    fin: int = 0
    legende: str | None = None
    groupe: bool = False
    sous: list[Boite] = field(default_factory=list)

    def parcourir(self) -> Iterator[Boite]:
        """Itself, then everything under it."""
        yield self
        for boite in self.sous:
            yield from boite.parcourir()


def arbre(doc: FeuilleDeRouteDoc) -> list[Boite] | None:
    """Root boxes of the bodies that are linked to one another; None when there is nothing to draw, or too much."""
    codes = {i.code for i in doc.instances}
    sous: dict[str | None, list[InstanceDoc]] = {}
    for i in doc.instances:
        sous.setdefault(i.parent if i.parent in codes else None, []).append(i)
    racines = [i for i in sous.get(None, []) if i.code in sous]
    if not racines:
        return None
    for reunir in (False, True):
        boites = [_boite(doc, i, sous, 0, reunir) for i in racines]
        feuilles = _placer(boites, 0)
        if feuilles <= FEUILLES_MAX and max(b.niveau for r in boites for b in r.parcourir()) < NIVEAUX_MAX:
            return boites
    return None


def instances(doc: FeuilleDeRouteDoc, *, dessinees: bool) -> Tableau | None:
    """Body · composition · cadence · held meetings of the year; a column nobody fills is left out.

    When the tree is drawn (``dessinees``) it names every body and its role: alike groups then share one row.
    """
    if not doc.instances:
        return None
    rangs = _rassembler(doc.instances) if dessinees else [[i] for i in doc.instances]
    colonnes: list[tuple[str, list[str]]] = [
        ("Rôle", [] if dessinees else [r[0].role or ABSENT for r in rangs]),
        ("Composition", ["\u202f; ".join(r[0].composition) or ABSENT for r in rangs]),
        ("Cadence", ["\n".join(r[0].cadences) or ABSENT for r in rangs]),
        (f"Tenues en {doc.annee_reunions}", [str(sum(i.tenues for i in r) or ABSENT) for r in rangs]),
    ]
    utiles = [(entete, valeurs) for entete, valeurs in colonnes if set(valeurs) - {ABSENT}]
    noms = [r[0].nom if len(r) == 1 else f"{capitale(_PLURIELS[r[0].type])} ({len(r)})" for r in rangs]
    return Tableau(
        "Instances",
        "Chaque instance, avec ce qui est connu de sa composition, de sa cadence et de ses réunions tenues.",
        ("Instance", *(entete for entete, _ in utiles)),
        tuple(zip(noms, *(valeurs for _, valeurs in utiles), strict=True)),
        chiffres=1 if utiles and utiles[-1][0].startswith("Tenues") else 0,
        source=notes_groupees((i.note, i.nom) for i in doc.instances) or None,
    )


def _rassembler(liste: Sequence[InstanceDoc]) -> list[list[InstanceDoc]]:
    """Bodies in order, those of one plural kind under one parent together when nothing tells them apart."""
    rangs: dict[tuple[object, ...], list[InstanceDoc]] = {}
    for i in liste:
        semblable = i.type in _PLURIELS and not i.note
        cle = (i.type, i.parent, i.composition, i.cadences) if semblable else (i.code,)
        rangs.setdefault(cle, []).append(i)
    return [r for rang in rangs.values() for r in ([rang] if len(rang) >= _A_REUNIR else [[i] for i in rang])]


def membres(doc: FeuilleDeRouteDoc) -> Tableau | None:
    """Organisation · roles · source."""
    if not doc.membres:
        return None
    sources = any(m.source for m in doc.membres)
    lignes = tuple(
        (m.organisme, " · ".join(m.roles) or ABSENT, *((m.source or ABSENT,) if sources else ())) for m in doc.membres
    )
    return Tableau(
        "Membres de la gouvernance",
        "Chaque organisation avec ses rôles" + (" et leur source." if sources else "."),
        ("Organisation", "Rôles", *(("Source",) if sources else ())),
        lignes,
    )


def _boite(
    doc: FeuilleDeRouteDoc, i: InstanceDoc, sous: dict[str | None, list[InstanceDoc]], niveau: int, reunir: bool
) -> Boite:
    enfants = sous.get(i.code, [])
    seuls = [e for e in enfants if e.code not in sous]
    boite = Boite(i.nom, _detail(doc, i.role, i.tenues), niveau)
    meme_genre = len({e.type for e in enfants}) == 1 and len(seuls) == len(enfants) > 1
    if meme_genre and reunir and len(enfants) >= _A_REUNIR:
        noms = ", ".join(e.nom.removeprefix(f"{e.type.libelle} ") for e in enfants)
        boite.sous = [Boite(_groupe(enfants), noms, niveau + 1)]
        return boite
    if meme_genre:
        boite.legende = " · ".join(filter(None, (_groupe(enfants), _tenues(doc, sum(e.tenues for e in enfants)))))
    boite.sous = [_boite(doc, e, sous, niveau + 1, reunir) for e in enfants]
    if meme_genre:
        for b, e in zip(boite.sous, enfants, strict=True):
            b.nom, b.detail, b.groupe = _court(e), _phrase(e.role), True
    return boite


def _placer(boites: Sequence[Boite], depart: int) -> int:
    """Give each box its span of leaves from ``depart``; returns the next free leaf."""
    for b in boites:
        b.debut = depart
        depart = b.fin = _placer(b.sous, depart) if b.sous else depart + 1
    return depart


def _groupe(enfants: Sequence[InstanceDoc]) -> str:
    return f"{capitale(en_lettres(len(enfants)))} {_PLURIELS.get(enfants[0].type, 'instances')}"


def _court(i: InstanceDoc) -> str:
    """Name in a narrow box whose caption tells the kind: « Santé »; it may break after a slash."""
    nom = i.nom.removeprefix(f"{i.type.libelle} ")
    return capitale(nom).replace("/", "/\u200b")


def _phrase(role: str | None) -> str:
    """A role inside a line."""
    return (role or "").rstrip(".")


def _tenues(doc: FeuilleDeRouteDoc, n: int) -> str:
    return f"{compte(n, 'réunion')} en {doc.annee_reunions}" if n else ""


def _detail(doc: FeuilleDeRouteDoc, role: str | None, tenues: int) -> str:
    return " · ".join(filter(None, (_phrase(role), _tenues(doc, tenues))))
