"""A new fiche of a roadmap: a title and a few words; the rest is written section by section."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID
from zoneinfo import ZoneInfo

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.brouillons import lire_brouillon
from backend.queries.references import QUOI, charger
from backend.queries.structures import lire_structure
from backend.queries.vues.cadre import lieu
from backend.queries.vues.edition import axes_de
from backend.services.brouillons import abandonner_brouillon, garder_brouillon
from backend.services.commands.fiches_action import CreerFicheAction
from backend.services.idempotence import creer_une_fois
from backend.web import adresses
from backend.web.adresses import edition
from backend.web.adresses.textes import apercu
from backend.web.contexts import BrouillonRepris, Demo, ErreurDeChamp, Formulaire, Lien, NouvelleFicheContexte
from backend.web.demonstration import DemoDePage
from backend.web.edition.choix import options_d_axes
from backend.web.edition.gestes import GESTE, REPRENDRE
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, nouvelle_cle, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, preparer, repondre_page
from backend.web.presentation.cadre import FEUILLE, de_gouvernance
from exports.formats import typographier
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.enums import Instruction
from fne_roadmaps.domain.errors import Conflit, RegleViolee

SECTION = "nouvelle"
TITRE = "Nouvelle fiche"
DEJA = "Ce formulaire a déjà créé une fiche, sous un autre texte : vérifiez-la avant d’en créer une seconde."
LIBELLES = {
    "titre": "Titre",
    "axe": "Axe",
    "contexte": "Contexte et besoin",
    "objectifs": "Objectifs",
    "instruction": "Où en est-elle",
    "feuille_de_route": "Feuille de route",
}
_CHAMPS = ("titre", "axe", "contexte", "objectifs", "instruction")
_INSTRUCTIONS = (
    (Instruction.BROUILLON, "Vous la complétez encore."),
    (Instruction.PROPOSEE, "Elle est prête à être instruite."),
    (Instruction.RETENUE, "Elle prend tout de suite son numéro dans l’axe."),
)


@get("/feuilles-de-route/{cle:uuid}/fiches/nouvelle", include_in_schema=False)
async def nouvelle_fiche(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The form, empty or as it was left."""
    return await _page(request, ctx, demo, cle, None, ())


@post("/feuilles-de-route/{cle:uuid}/fiches/nouvelle", include_in_schema=False, status_code=303)
async def creer_la_fiche(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Create it once, however often the form is sent; then go on with its need."""
    saisie = await lire_saisie(request)
    if saisie.un(GESTE).startswith(REPRENDRE):
        await _garder(ctx, cle, saisie)
        return await _page(request, ctx, demo, cle, saisie, ())
    try:
        donnees = {nom: saisie.un(nom).strip() for nom in _CHAMPS}
        commande = lire_commande(CreerFicheAction, {**donnees, "feuille_de_route": str(cle)})
        reponse = await creer_une_fois(ctx, "fiche_action", saisie.cle, commande)
    except (Conflit, *REFUS) as refus:
        await _garder(ctx, cle, saisie)
        dite = RegleViolee("titre", DEJA) if isinstance(refus, Conflit) else refus
        return await _page(
            request, ctx, demo, cle, saisie, erreurs_de(dite, LIBELLES), neuve=isinstance(refus, Conflit)
        )
    await abandonner_brouillon(ctx, cle, SECTION)
    return vers(adresses.fiche_action(reponse.texte, fait="fiche-creee"))


async def _garder(ctx: Contexte, feuille: UUID, saisie: Saisie) -> None:
    try:
        await garder_brouillon(ctx, feuille, SECTION, None, saisie.paires)
    except RegleViolee:
        return  # too long to be kept: the page itself still holds it


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    cle: UUID,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
    *,
    neuve: bool = False,
) -> Reponse:
    """``neuve``: with a key of its own, since the one it came with has already created a fiche."""
    feuille = await charger(ctx.acteur, "feuille_de_route", cle)
    droits = droits_sur_gouvernance(ctx.acteur, feuille["gouvernance"])
    exiger(droits, Droit.PROPOSER, QUOI["feuille_de_route"])
    propose = Droit.REDIGER not in droits
    structure = await lire_structure(ctx.acteur, ctx.acteur.structure, ctx.au) if ctx.acteur.structure else None
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, feuille["gouvernance"])
    parents = (Lien(libelle=f"Feuille de route {feuille['code']}", href=adresses.feuille_de_route(cle)),)
    titre = f"Erreur : {TITRE}" if erreurs else TITRE
    action = edition.nouvelle_fiche(cle)
    brouillon = await lire_brouillon(ctx.acteur, cle, SECTION) if saisie is None else None
    tape = saisie or (Saisie(brouillon.paires) if brouillon else None)
    cadre = de_gouvernance(lecture, endroit, f"{titre}, {feuille['code']}", FEUILLE, parents, TITRE)
    contexte = NouvelleFicheContexte(
        cadre=replace(cadre, scripts=("js/brouillon.js",)),
        feuille=f"Feuille de route {feuille['code']} · {typographier(feuille['titre'])}",
        mot=feuille["mot_niveau_1"],
        apercu=apercu(action),
        formulaire=Formulaire(
            action=action,
            retour=adresses.feuille_de_route(cle),
            valeurs=tape.valeurs if tape else {"instruction": (Instruction.BROUILLON.value,)},
            erreurs=erreurs,
            cle=tape.cle if tape and not neuve else nouvelle_cle(),
            brouillon_vers=edition.brouillon(cle, SECTION),
            brouillon=BrouillonRepris(
                le=brouillon.le.astimezone(ZoneInfo(endroit.gouvernance["fuseau"])),
                abandonner=edition.abandon(cle, SECTION, action),
            )
            if brouillon
            else None,
        ),
        axes=options_d_axes(feuille, await axes_de(cle)),
        instructions=tuple(
            (i.value, i.libelle, aide) for i, aide in _INSTRUCTIONS if not (propose and i is Instruction.RETENUE)
        ),
        propose=propose,
        structure=typographier(structure["nom"]) if propose and structure else None,
    )
    return repondre_page(contexte, 422 if erreurs else 200)
