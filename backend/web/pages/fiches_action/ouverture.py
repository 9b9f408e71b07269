"""Opening a section of a fiche to write it: found, seen, something in it open to the writer."""

from __future__ import annotations

from uuid import UUID

from backend.context import Contexte
from backend.queries.fiches_action import lire_fiche
from backend.queries.references import QUOI
from backend.queries.vues.cadre import lieu
from backend.web.edition.choix import charger_choix
from backend.web.edition.ouverte import Ouverte, champs_ouverts
from backend.web.edition.sections import Section
from backend.web.edition.textes import textes_de
from backend.web.pages.fiches_action.commun import ouvrir_fiche
from fne_roadmaps.domain.droits import Droit, exiger


async def ouvrir_section(ctx: Contexte, cle: UUID, section: Section) -> Ouverte:
    """The section with what is stored in it. A fixed number of statements. Raises NonTrouve or Interdit."""
    ouverte = await ouvrir_fiche(ctx, cle, Droit.SUIVRE)
    noms = champs_ouverts(section, ouverte.droits)
    if not noms:
        exiger(ouverte.droits, Droit.REDIGER, QUOI["fiche_action"])
    fiche = await lire_fiche(ctx.acteur, cle, ctx.au)
    choix = await charger_choix(ouverte.feuille, cle, [c.nom for c in section.champs])
    textes, souvenirs = textes_de(section, fiche, choix)
    endroit = await lieu(ctx.acteur, ouverte.feuille["gouvernance"])
    return Ouverte(
        fiche=fiche,
        feuille=ouverte.feuille,
        droits=ouverte.droits,
        section=section,
        noms=noms,
        choix=choix,
        textes=textes,
        souvenirs=souvenirs,
        fuseau=endroit.gouvernance["fuseau"],
    )
