"""The order of a roadmap as its page shows it, stored or not yet."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from backend.queries.lecture import Ligne
from backend.web import adresses
from backend.web.adresses import arbitrage as acces
from backend.web.contexts import Cadre, ErreurDeChamp, Formulaire, OrdreContexte
from backend.web.contexts.rangement import AxeRange, FicheRangee
from backend.web.presentation.mots import texte
from exports.formats import typographier
from fne_roadmaps.domain.fiches_action import numero

Ordre = dict[UUID, list[UUID]]


def contexte_ordre(
    cadre: Cadre,
    feuille: Ligne,
    objets: Mapping[UUID, Ligne],
    voulu: Ordre,
    *,
    signees: Collection[UUID],
    reserves: Mapping[UUID, Collection[int]],
    axes_fixes: bool,
    modifie: bool,
    version: int | None,
    erreurs: tuple[ErreurDeChamp, ...],
    bouge: UUID | None,
    avant: Ordre | None,
    focus: str | None,
) -> OrdreContexte:
    """The page. ``objets`` are the rows of axes and fiches by key; ``bouge`` is what has just moved, from ``avant``."""
    axes = _axes(objets, voulu, signees, reserves, axes_fixes)
    return OrdreContexte(
        cadre=cadre,
        feuille=typographier(feuille["titre"]),
        mot=feuille["mot_niveau_1"],
        axes=axes,
        axes_fixes=axes_fixes,
        modifie=modifie,
        signees=len(signees),
        annonce=annoncer(axes, bouge, avant, voulu),
        formulaire=Formulaire(
            action=acces.ordre(feuille["id"]),
            retour=acces.arbitrage(feuille["id"]),
            erreurs=erreurs,
            version=version,
            focus=focus,
        ),
    )


def _axes(
    objets: Mapping[UUID, Ligne],
    voulu: Ordre,
    signees: Collection[UUID],
    reserves: Mapping[UUID, Collection[int]],
    fixes: bool,
) -> tuple[AxeRange, ...]:
    return tuple(
        AxeRange(
            cle=str(axe),
            rang=_rang(place, objets[axe], fixes),
            titre=texte(objets[axe]["titre"]) or "titre non publié",
            premier=_premier(reserves.get(axe, ())),
            fiches=_fiches(_rang(place, objets[axe], fixes), fiches, objets, signees, reserves.get(axe, ())),
        )
        for place, (axe, fiches) in enumerate(voulu.items(), start=1)
    )


def _rang(place: int, axe: Ligne, fixes: bool) -> int:
    """The rank an axe takes: its place, or its own for ever once a text is published."""
    return int(axe["rang"]) if fixes else place


def _premier(reserves: Collection[int]) -> int:
    return max(reserves, default=0) + 1


def _fiches(
    rang_axe: int,
    fiches: list[UUID],
    objets: Mapping[UUID, Ligne],
    signees: Collection[UUID],
    reserves: Collection[int],
) -> tuple[FicheRangee, ...]:
    suivant = _premier(reserves)
    rangees = []
    for cle in fiches:
        f = objets[cle]
        actuel = numero(f["axe_rang"], f["rang"])
        fixe = cle in signees
        rangees.append(
            FicheRangee(
                cle=str(cle),
                numero=actuel if fixe else numero(rang_axe, suivant),
                actuel=actuel,
                titre=typographier(f["titre"]),
                href=adresses.fiche_action(cle),
                exemple=f["exemple"],
                fixe=fixe,
            )
        )
        suivant += not fixe
    return tuple(rangees)


def annoncer(axes: Collection[AxeRange], bouge: UUID | None, avant: Ordre | None, apres: Ordre) -> str | None:
    """What a move did, for those who hear the page: where the thing is now; None when none was made."""
    if avant is None:
        return None
    if bouge is None or list(avant.items()) == list(apres.items()):
        return typographier("Rien n’a bougé : il n’y a pas de place de ce côté.")
    for rang, axe in enumerate(axes, start=1):
        if axe.cle == str(bouge):
            return typographier(f"« {axe.titre} » est en place {rang}. L’ordre n’est pas encore enregistré.")
        for place, f in enumerate(axe.fiches, start=1):
            if f.cle == str(bouge):
                ou = f"numéro {f.numero}, place {place} sur {len(axe.fiches)}"
                return typographier(f"« {f.titre} » : {ou}. L’ordre n’est pas encore enregistré.")
    return None
