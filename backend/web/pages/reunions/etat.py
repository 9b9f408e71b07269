"""A meeting moved along from its page: convened, held, postponed, cancelled, deleted and taken back."""

from __future__ import annotations

from uuid import UUID

from litestar import post
from litestar.params import FromPath

from backend.queries.references import charger
from backend.services.commands.reunions import ChangerEtatReunion
from backend.services.reunions import changer_etat_reunion, restaurer_reunion, supprimer_reunion
from backend.web import adresses
from backend.web.formulaires import REFUS, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.reunions.formulaire import reunion_a_tenir
from fne_roadmaps.domain.errors import RegleViolee

_LIBELLES = {"etat": "État", "motif": "Pourquoi", "date": "Date"}


@post("/reunions/{cle:uuid}/etat", include_in_schema=False, status_code=303)
async def changer_l_etat(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Convene it, open or close it, postpone or cancel it with a word of why."""
    await reunion_a_tenir(ctx, cle)
    saisie = await lire_saisie(request)
    try:
        champs = {champ: saisie.un(champ).strip() for champ in ("etat", "motif")}
        await changer_etat_reunion(ctx, str(cle), saisie.version, lire_commande(ChangerEtatReunion, champs))
    except REFUS as refus:
        erreur = erreurs_de(refus, _LIBELLES)[0]
        raise RegleViolee(erreur.libelle, erreur.message) from refus
    return vers(adresses.reunion(cle, fait="etat-reunion"))


@post("/reunions/{cle:uuid}/supprimer", include_in_schema=False, status_code=303)
async def supprimer(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Delete it: calendars show it cancelled, and the page one lands on offers to take it back."""
    reunion = await reunion_a_tenir(ctx, cle)
    saisie = await lire_saisie(request)
    motif = saisie.un("motif").strip()
    if not motif:
        raise RegleViolee("Pourquoi", "Dites pourquoi cette réunion disparaît : elle reste annulée dans les agendas.")
    await supprimer_reunion(ctx, str(cle), saisie.version, motif[:2000])
    gouvernance = await charger(ctx.acteur, "gouvernance", reunion["gouvernance"])
    return vers(adresses.agenda({"gouvernance": gouvernance["code"], "fait": "reunion-supprimee", "objet": cle}))


@post("/reunions/{cle:uuid}/restaurer", include_in_schema=False, status_code=303)
async def restaurer(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Take a deleted meeting back."""
    await restaurer_reunion(ctx, cle)
    return vers(adresses.reunion(cle, fait="reunion-retablie"))
