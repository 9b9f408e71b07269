"""Merging fiches, in words: what each says point by point, what would result, and what came from whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from backend.queries.fiches_action.noms import Noms
from backend.queries.fiches_action.reunies import FusionLue
from backend.queries.lecture import Ligne, date_de
from backend.services.fiches_action.fusion import Preparee
from backend.web import adresses
from backend.web.contexts import Lien
from backend.web.contexts.arbitrage import (
    Apport,
    Dit,
    ElementReuni,
    ListeReunie,
    PointAChoisir,
    PointDit,
    Retouche,
)
from backend.web.presentation.arbitrage.mots import LIBELLES, calendrier_de, dire, dire_element, libelle
from backend.web.presentation.decisions import nom_de_fiche
from exports.formats import typographier
from fne_roadmaps.domain.arbitrage import (
    CHOISIS,
    Ajouter,
    Choix,
    Defait,
    Garder,
    ajoutes,
    choix_par_defaut,
    differe,
    reunir,
)
from fne_roadmaps.domain.arbitrage.contenus import CHAMPS, LISTES, TEXTES
from fne_roadmaps.domain.dates import DateIncertaine

LONGS = frozenset(TEXTES) - {"titre"}


def lien_de(fiche: Mapping[str, Any], code: str | None) -> Lien:
    """« Fiche p5, Prêter des ordinateurs »."""
    titre = typographier(fiche["titre"])
    nom = nom_de_fiche(code, titre)
    return Lien(libelle=f"{nom}, {titre}" if code else titre, href=adresses.fiche_action(fiche["id"]))


def court(code: str | None) -> str:
    """« p5 », « 1.3 »: a fiche in the head of a column."""
    return (code or "").rpartition("/")[2]


def points(preparee: Preparee, codes: Sequence[str | None], noms: Noms, mot: str) -> tuple[PointAChoisir, ...]:
    """What there is to choose: only where the fiches differ; the axe of a numbered fiche is another act."""
    numerotee = any(f["rang"] is not None for f in preparee.fiches)
    return tuple(
        _point(champ, preparee, codes, noms, mot)
        for champ in CHOISIS
        if differe(champ, preparee.contenus) and not (champ == "axe" and numerotee)
    )


def _point(champ: str, preparee: Preparee, codes: Sequence[str | None], noms: Noms, mot: str) -> PointAChoisir:
    ajouter = None
    if champ in LONGS:
        ajouter = "Tout garder, l’un après l’autre"
    elif champ == "besoin":
        ajouter = "Additionner les montants"
    return PointAChoisir(
        nom=champ,
        libelle=libelle(champ, mot),
        dits=tuple(
            Dit(
                fiche=court(code),
                texte=dire(champ, calendrier_de(c) if champ == "calendrier" else c[champ], noms, mot).texte,
                valeur=f"garder:{f['id']}",
            )
            for f, c, code in zip(preparee.fiches, preparee.contenus, codes, strict=True)
        ),
        ajouter=ajouter,
        composer=champ in TEXTES,
        long=champ in LONGS,
    )


def identiques(preparee: Preparee, mot: str) -> tuple[str, ...]:
    """Points on which the fiches already say the same thing, and something."""
    dits = []
    for champ in CHOISIS:
        valeur = calendrier_de(preparee.contenus[0]) if champ == "calendrier" else preparee.contenus[0][champ]
        if valeur and not differe(champ, preparee.contenus):
            dits.append(libelle(champ, mot))
    return tuple(dits)


def listes(
    preparee: Preparee, codes: Sequence[str | None], noms: Noms, mot: str, *, sommer: bool
) -> tuple[ListeReunie, ...]:
    """Lists as they would be, each line with the fiches it comes from."""
    lues = []
    for champ in LISTES:
        reunis = reunir(champ, [c[champ] for c in preparee.contenus], sommer=sommer)
        elements = tuple(
            ElementReuni(
                place=i,
                texte=dire_element(champ, r.element, noms, mot),
                de=", ".join(court(codes[place]) for place in r.de),
                partage=r.partage,
            )
            for i, r in enumerate(reunis)
        )
        if elements:
            lues.append(ListeReunie(nom=champ, libelle=libelle(champ, mot), elements=elements))
    return tuple(lues)


def valeurs_par_defaut(preparee: Preparee) -> dict[str, tuple[str, ...]]:
    """What the form holds before anything is chosen."""
    choix = choix_par_defaut(preparee.contenus, preparee.place).champs
    valeurs: dict[str, tuple[str, ...]] = {f"choix.{nom}": (_valeur(c, preparee),) for nom, c in choix.items()}
    for champ in LONGS:
        valeurs[f"texte.{champ}"] = (ajoutes(champ, preparee.contenus, preparee.place) or "",)
    valeurs["texte.titre"] = (preparee.cible["titre"],)
    for champ in LISTES:
        n = len(reunir(champ, [c[champ] for c in preparee.contenus]))
        valeurs[f"garde.{champ}"] = tuple(str(i) for i in range(n))
    return {**valeurs, "cible": (str(preparee.cible["id"]),)}


def _valeur(choix: Choix, preparee: Preparee) -> str:
    if isinstance(choix, Garder):
        return f"garder:{preparee.fiches[choix.place]['id']}"
    return "ajouter" if isinstance(choix, Ajouter) else "composer"


def apports(fusion: FusionLue, noms: Noms, mot: str) -> tuple[Apport, ...]:
    """What came from each fiche merged in."""
    return tuple(
        Apport(
            fiche=lien_de({"id": s["source"], "titre": s["contenu"]["titre"]}, s["contenu"]["code"]),
            venu=_venu(s["contenu"]["apport"], noms, mot),
        )
        for s in fusion.sources
    )


def _venu(apport: Mapping[str, Any], noms: Noms, mot: str) -> tuple[PointDit, ...]:
    """In the order of the page, what says something."""
    dits = [dire(champ, apport[champ], noms, mot) for champ in LIBELLES if champ in apport]
    return tuple(d for d in dits if d.texte or d.lignes)


def retouches(defait: Defait, noms: Noms, mot: str) -> tuple[Retouche, ...]:
    """Points changed since the merge, with both texts."""
    return tuple(
        Retouche(
            nom=champ,
            libelle=libelle(champ, mot),
            avant=dire(champ, avant, noms, mot),
            actuel=dire(champ, actuel, noms, mot),
        )
        for champ, (avant, actuel) in defait.retouches.items()
    )


def rendus(defait: Defait, mot: str) -> tuple[str, ...]:
    """Names of the points undoing gives back, in the order of the page."""
    return tuple(libelle(c, mot) for c in CHAMPS if c in defait.rendu and c in LIBELLES)


def date_de_fusion(fusion: FusionLue) -> DateIncertaine | None:
    """When it was done."""
    return date_de(fusion.sources[0])


def pourquoi(fusion: FusionLue) -> str | None:
    """The reason given."""
    note: Ligne = fusion.sources[0]
    return typographier(note["note"]) if note["note"] else None
