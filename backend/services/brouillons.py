"""Drafts: a section being typed, kept as it is typed, for its author alone.

Keeping a draft is not yet a write of the field: nothing of the object changes, nobody else sees it, no rule is asked
and the journal says nothing of it. Saving the section, or dropping the draft, erases it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from uuid import UUID

from backend.context import Contexte
from backend.queries.fiches_action.droits import droits_de_fiche
from backend.queries.lecture import ligne
from backend.queries.references import charger
from backend.services.ecriture import ecriture
from fne_roadmaps.domain.droits import (
    COMPTE_SANS_PROFIL,
    PUBLIC,
    Droit,
    droits_sur_gouvernance,
    droits_sur_reunion,
    exiger,
)
from fne_roadmaps.domain.enums import EtatReunion
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.tables.espace import Brouillon

CARACTERES_MAX = 300_000
"""Of a draft: every field of the longest section, full, and half as much again."""

BROUILLONS_MAX = 200
"""Of one author: more are the work of a machine."""

SECTION_MAX = 40
QUOI = "Ce brouillon"
_SANS_NOM = frozenset({COMPTE_SANS_PROFIL.identifiant, PUBLIC.identifiant})

Paires = Sequence[tuple[str, str]]


async def garder_brouillon(ctx: Contexte, objet: UUID, section: str, version_lue: int | None, paires: Paires) -> None:
    """Keep what is typed in a section, in place of what was kept before.

    Raises NonTrouve when the object is not one the author may write about, RegleViolee when there is too much.
    """
    async with ecriture():
        await _garder(ctx, objet, section, version_lue, paires)


async def _garder(ctx: Contexte, objet: UUID, section: str, version_lue: int | None, paires: Paires) -> None:
    contenu = json.dumps([list(paire) for paire in paires])
    if len(contenu) > CARACTERES_MAX:
        raise RegleViolee("contenu", "Cette saisie est trop longue pour être gardée à mesure : enregistrez-la.")
    if not 0 < len(section) <= SECTION_MAX or not section.isidentifier() or not section.isascii():
        raise NonTrouve(QUOI)
    await _exiger_un_auteur(ctx, objet)
    await _exiger_peu(ctx, objet, section)
    rangee = Brouillon(
        id=ctx.cle(f"brouillon:{ctx.acteur.identifiant}:{objet}:{section}"),
        auteur=ctx.acteur.identifiant,
        objet=objet,
        section=section,
        version_lue=version_lue or 0,
        contenu=contenu,
        maj_le=ctx.maintenant,
    )
    await (
        Brouillon.insert(rangee)
        .on_conflict(
            target=(Brouillon.auteur, Brouillon.objet, Brouillon.section),
            action="DO UPDATE",
            values=[Brouillon.version_lue, Brouillon.contenu, Brouillon.maj_le],
        )
        .run()
    )


async def abandonner_brouillon(ctx: Contexte, objet: UUID, section: str | None = None) -> None:
    """Erase the draft its author left in a section, if any: it was saved, or is not wanted any more.

    Without a section, all those left about the object.
    """
    lesquels = (Brouillon.auteur == ctx.acteur.identifiant) & (Brouillon.objet == objet)
    if section is not None:
        lesquels &= Brouillon.section == section
    async with ecriture():
        await Brouillon.delete().where(lesquels).run()


async def _exiger_un_auteur(ctx: Contexte, objet: UUID) -> None:
    """Drafts are for who may write: of a fiche, in a roadmap, on an item of a meeting, or of what a link opens."""
    acteur = ctx.acteur
    if objet in acteur.liens:
        return
    if acteur.identifiant in _SANS_NOM:
        raise NonTrouve(QUOI)
    point = await ligne("SELECT reunion FROM point_ordre_du_jour WHERE id = {} AND supprime_le IS NULL", objet)
    if point is not None:
        await _exiger_de_reunir(ctx, point["reunion"])
        return
    try:
        fiche = await charger(acteur, "fiche_action", objet)
    except NonTrouve:
        feuille = await charger(acteur, "feuille_de_route", objet)
        exiger(droits_sur_gouvernance(acteur, feuille["gouvernance"]), Droit.PROPOSER, QUOI)
        return
    feuille = await charger(acteur, "feuille_de_route", fiche["feuille_de_route"])
    droits = await droits_de_fiche(acteur, fiche, feuille)
    if Droit.REDIGER not in droits:
        exiger(droits, Droit.RENSEIGNER, QUOI)


async def _exiger_de_reunir(ctx: Contexte, cle: UUID) -> None:
    try:
        reunion = await charger(ctx.acteur, "reunion", cle)
    except NonTrouve:
        raise NonTrouve(QUOI) from None
    etat = EtatReunion(reunion["etat"])
    droits = droits_sur_reunion(ctx.acteur, [reunion["gouvernance"]], cle, reunion["instance"], etat)
    exiger(droits, Droit.REUNIR, QUOI)


async def _exiger_peu(ctx: Contexte, objet: UUID, section: str) -> None:
    compte = await ligne(
        "SELECT COUNT(*) AS n FROM brouillon WHERE auteur = {} AND NOT (objet = {} AND section = {})",
        ctx.acteur.identifiant,
        objet,
        section,
    )
    if compte and compte["n"] >= BROUILLONS_MAX:
        raise RegleViolee("contenu", "Vous gardez déjà 200 saisies commencées : enregistrez-en, ou abandonnez-en.")
