"""Giving news of a fiche, with what they change of it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID
from zoneinfo import ZoneInfo

from litestar import get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.brouillons import Brouillon, lire_brouillon
from backend.queries.lecture import Ligne
from backend.queries.vues.cadre import lieu
from backend.services.brouillons import abandonner_brouillon, garder_brouillon
from backend.services.commands.suivi import DonnerNouvelles
from backend.services.idempotence import creer_une_fois
from backend.web import adresses
from backend.web.adresses import edition, fiches_action as acces
from backend.web.adresses.textes import apercu
from backend.web.contexts import (
    BrouillonRepris,
    Demo,
    ErreurDeChamp,
    Formulaire,
    NouvellesContexte,
)
from backend.web.demonstration import DemoDePage
from backend.web.edition.gestes import GESTE
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, nouvelle_cle, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.fiches_action.commun import FicheOuverte, cadre_de_fiche, ouvrir_fiche
from exports.formats import date_longue
from fne_roadmaps.domain.dates import lire_date_dite, lire_jour_dit
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import Avancement, Meteo
from fne_roadmaps.domain.errors import Conflit, ReglesViolees, RegleViolee
from fne_roadmaps.domain.fiches_action import avancements_permis

SECTION = "nouvelles"
LIBELLES = {
    "texte": "Nouvelles",
    "le": "Date",
    "avancement": "Statut",
    "pourquoi": "Pourquoi",
    "progression": "Progression",
    "meteo": "Météo",
    "difficultes": "Difficultés",
    "prochaine_etape": "Prochaine étape",
    "fin": "Nouvelle échéance",
}
DEJA = "Ce formulaire a déjà publié des nouvelles, sous un autre texte : elles sont dans la fiche."
LU = "lu."
"""Hidden fields: what the fiche said of a field when the form was read."""
_PREREMPLIS = ("meteo", "difficultes", "prochaine_etape")
_DIRE = {"meteo": lambda v: Meteo(v).libelle}


@get("/fiches-action/{cle:uuid}/nouvelles", include_in_schema=False)
async def donner_nouvelles(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The form, with what the fiche says now, or as its writer left it."""
    return await _page(request, ctx, demo, await ouvrir_fiche(ctx, cle, Droit.RENSEIGNER), None, ())


@post("/fiches-action/{cle:uuid}/nouvelles", include_in_schema=False, status_code=303)
async def enregistrer_nouvelles(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Add them, once however often the form is sent."""
    saisie = await lire_saisie(request)
    ouverte = await ouvrir_fiche(ctx, cle, Droit.RENSEIGNER)
    if saisie.un(GESTE):
        return await _page(request, ctx, demo, ouverte, saisie, ())
    try:
        commande = lire_commande(DonnerNouvelles, _donnees(ctx, ouverte.fiche, saisie))
        await creer_une_fois(ctx, "nouvelle", saisie.cle, commande)
    except (Conflit, *REFUS) as refus:
        await _garder(ctx, cle, saisie)
        neuve = isinstance(refus, Conflit)
        dit = RegleViolee("texte", DEJA) if neuve else refus
        relue = await ouvrir_fiche(ctx, cle, Droit.RENSEIGNER)
        return await _page(request, ctx, demo, relue, saisie, erreurs_de(dit, LIBELLES), neuve=neuve)
    await abandonner_brouillon(ctx, cle, SECTION)
    return vers(adresses.fiche_action(cle, "nouvelles", fait="nouvelles"))


async def _garder(ctx: Contexte, cle: UUID, saisie: Saisie) -> None:
    try:
        await garder_brouillon(ctx, cle, SECTION, None, saisie.paires)
    except RegleViolee:
        return  # too long to be kept: the page itself still holds it


def _donnees(ctx: Contexte, fiche: Ligne, saisie: Saisie) -> dict[str, object]:
    """What was typed, as the command reads it. Raises ReglesViolees naming every field that cannot be read.

    What stays as the form showed it is left out: somebody else may have changed it since.
    """
    refus: list[RegleViolee] = []
    donnees: dict[str, object] = {"fiche_action": str(fiche["id"])}
    donnees |= {champ: saisie.un(champ) for champ in ("texte", "avancement", "pourquoi")}
    for champ in _PREREMPLIS:
        try:
            if _retape(fiche, saisie, champ):
                donnees[champ] = saisie.un(champ).strip() or None
        except RegleViolee as change:
            refus.append(change)
    for champ, lire in (("progression", _pourcentage), ("le", lire_jour_dit), ("fin", lire_date_dite)):
        try:
            if texte := saisie.un(champ).strip():
                donnees[champ] = lire(texte, champ)
        except RegleViolee as incompris:
            refus.append(incompris)
    if refus:
        raise ReglesViolees(refus)
    return donnees


def _retape(fiche: Ligne, saisie: Saisie, champ: str) -> bool:
    """The field was typed over. Raises RegleViolee when the fiche says something else than what was read."""
    actuel, tape = (fiche[champ] or "").strip(), saisie.un(champ).strip()
    if champ not in saisie or tape == actuel:
        return False
    lu = saisie.un(LU + champ).strip() if LU + champ in saisie else actuel
    if tape == lu:
        return False
    if actuel != lu:
        dit = _DIRE[champ](actuel) if champ in _DIRE and actuel else actuel
        raise RegleViolee(
            champ,
            f"La fiche dit maintenant : « {dit} ». Gardez votre texte ou reprenez celui-là, puis publiez."
            if dit
            else "Ce champ vient d’être vidé par quelqu’un d’autre. Gardez votre texte ou videz-le, puis publiez.",
        )
    return True


def _pourcentage(texte: str, champ: str) -> int:
    nu = texte.removesuffix("%").strip()
    if not (nu.isascii() and nu.isdigit() and len(nu) < 4 and int(nu) <= 100):
        raise RegleViolee(champ, "Indiquez un nombre entier de 0 à 100.")
    return int(nu)


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    ouverte: FicheOuverte,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
    *,
    neuve: bool = False,
) -> Reponse:
    """``neuve``: with a key of its own, since the one it came with has already been used."""
    fiche, cle = ouverte.fiche, ouverte.fiche["id"]
    brouillon = await lire_brouillon(ctx.acteur, cle, SECTION) if saisie is None else None
    tape = saisie or (Saisie(brouillon.paires) if brouillon else None)
    connus: dict[str, tuple[str, ...]] = {champ: (fiche[champ] or "",) for champ in _PREREMPLIS}
    lus = {LU + champ: valeur for champ, valeur in connus.items()}
    if brouillon and tape:
        lus = {nom: tape.valeurs.get(nom, valeur) for nom, valeur in lus.items()}
    actuel = Avancement(fiche["avancement"])
    action = acces.nouvelles(cle)
    cadre = await cadre_de_fiche(request, ctx, demo, ouverte, "Donner des nouvelles")
    contexte = NouvellesContexte(
        cadre=replace(cadre, scripts=("js/brouillon.js",), titre=titre_de_page(cadre.titre, erreurs)),
        fiche=nommer(ouverte),
        actuel=actuel,
        permis=tuple((a.value, a.libelle) for a in avancements_permis(actuel)),
        meteos=tuple((m.value, m.libelle) for m in Meteo),
        lus=tuple((nom, valeur) for nom, (valeur, *_) in lus.items()),
        apercu=apercu(action),
        formulaire=Formulaire(
            action=action,
            retour=adresses.fiche_action(cle),
            valeurs=tape.valeurs if tape else {**connus, "le": (date_longue(ctx.au),)},
            erreurs=erreurs,
            cle=tape.cle if tape and not neuve else nouvelle_cle(),
            focus="texte" if saisie and not erreurs else None,
            brouillon_vers=edition.brouillon(cle, SECTION),
            brouillon=await _repris(ctx, ouverte, brouillon, action) if brouillon else None,
        ),
    )
    return repondre_page(contexte, 422 if erreurs else 200)


async def _repris(ctx: Contexte, ouverte: FicheOuverte, brouillon: Brouillon, action: str) -> BrouillonRepris:
    fuseau = (await lieu(ctx.acteur, ouverte.feuille["gouvernance"])).gouvernance["fuseau"]
    return BrouillonRepris(
        le=brouillon.le.astimezone(ZoneInfo(fuseau)), abandonner=edition.abandon(ouverte.fiche["id"], SECTION, action)
    )


def nommer(ouverte: FicheOuverte) -> str:
    """« Fiche 1.3 · Title », above the title of a page about it."""
    return f"{ouverte.nom} · {ouverte.titre}" if ouverte.nom != ouverte.titre else ouverte.titre


def titre_de_page(titre: str, erreurs: tuple[ErreurDeChamp, ...]) -> str:
    """It says first that nothing is saved, when it is so."""
    return f"Erreur : {titre}" if erreurs else titre


NOUVELLES: tuple[HTTPRouteHandler, ...] = (donner_nouvelles, enregistrer_nouvelles)
