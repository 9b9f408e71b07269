"""What is said on an item: saved as it is typed, and settled when two people wrote on the same words."""

from __future__ import annotations

from uuid import UUID

from litestar import MediaType, Response, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from backend.context import Contexte
from backend.errors.reponses import veut_du_json
from backend.queries.lecture import Ligne
from backend.queries.seances import charger_point
from backend.queries.vues.seances import SeanceVue
from backend.services.brouillons import abandonner_brouillon, garder_brouillon
from backend.services.commands.seances import ChangerEtatPoint, NoterPoint
from backend.services.reunions import changer_etat_point, noter_point
from backend.web.adresses import seances as acces
from backend.web.contexts import ConflitDeChamp, Demo, ErreurDeChamp, Formulaire
from backend.web.contexts.seances import NotesContexte
from backend.web.demonstration import DemoDePage
from backend.web.edition.demeler import CHOIX, COMPOSE, MIEN
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.seances.commun import cadre_de_seance, ouvrir_seance
from backend.web.presentation.seances.points import LU, NOTES, en_tete
from exports.formats import typographier
from fne_roadmaps.domain.enums import EtatPoint
from fne_roadmaps.domain.errors import Conflit, RegleViolee
from fne_roadmaps.domain.fusion import comparer, fusionner

GESTE, TRAITE = "geste", "traite"
CHANGE = "quelqu’un d’autre a écrit sur les mêmes mots"
LIBELLES = {NOTES: "Notes", "etat": "Point"}


@post("/points/{cle:uuid}/notes", include_in_schema=False, status_code=303)
async def noter(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Keep the notes, and treat the item when asked. A script reads them back as they are now."""
    saisie = await lire_saisie(request)
    point, reunion = await charger_point(ctx.acteur, cle)
    vue = await ouvrir_seance(ctx, reunion["id"])
    try:
        gardees = await noter_point(ctx, cle, _commande(saisie, point))
    except (Conflit, *REFUS) as refus:
        if veut_du_json(request):
            raise
        await _garder(ctx, cle, saisie)
        point, _ = await charger_point(ctx.acteur, cle)
        return await _page(request, ctx, demo, vue, point, saisie, refus)
    await abandonner_brouillon(ctx, cle, NOTES)
    if veut_du_json(request):
        entetes = {"cache-control": "no-store"}
        return Response(content={NOTES: gardees}, status_code=200, media_type=MediaType.JSON, headers=entetes)
    if saisie.un(GESTE) == TRAITE:
        if point["etat"] is EtatPoint.A_TRAITER:
            await changer_etat_point(ctx, cle, ChangerEtatPoint(etat=EtatPoint.TRAITE))
        return vers(acces.seance(reunion["id"], point=_suivant(vue, cle)))
    return vers(acces.seance(reunion["id"], point=cle, fait=NOTES))


def _commande(saisie: Saisie, point: Ligne) -> NoterPoint:
    """What to keep: as typed, or as settled. Raises ValidationError."""
    stocke, choix = point["notes"] or "", saisie.un(CHOIX + NOTES)
    mien, texte = saisie.un(MIEN + NOTES), saisie.un(NOTES)
    if choix == "mien":
        texte, ecarte = mien, stocke
    elif choix == "enregistre":
        texte, ecarte = saisie.un(LU), mien
    else:
        ecarte = mien if choix else ""
    return lire_commande(NoterPoint, {"notes": texte.strip("\n"), LU: saisie.un(LU), "ecarte": ecarte})


def _suivant(vue: SeanceVue, cle: UUID) -> UUID:
    """The next item to treat after this one; itself when it is the last."""
    vivants = vue.vivants
    place = next((i for i, p in enumerate(vivants) if p["id"] == cle), 0)
    suite = [p["id"] for p in (*vivants[place + 1 :], *vivants[:place]) if p["etat"] is EtatPoint.A_TRAITER]
    return UUID(str(suite[0])) if suite else cle


async def _garder(ctx: Contexte, cle: UUID, saisie: Saisie) -> None:
    try:
        await garder_brouillon(ctx, cle, NOTES, None, saisie.paires)
    except RegleViolee:
        return  # too long to be kept: the page itself still holds it


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    vue: SeanceVue,
    point: Ligne,
    saisie: Saisie,
    refus: Exception,
) -> Reponse:
    cadre = await cadre_de_seance(request, ctx, demo, vue, "Notes", refuse=True)
    stocke = point["notes"] or ""
    mien = saisie.un(MIEN + NOTES) if saisie.un(CHOIX + NOTES) == "mien" else saisie.un(NOTES)
    conflit, valeurs = None, saisie.valeurs
    if isinstance(refus, Conflit):
        fusion = fusionner(saisie.un(LU), mien, stocke)
        cote_mien, cote_leur = comparer(mien, stocke)
        conflit = ConflitDeChamp(
            champ=NOTES,
            libelle="Notes",
            mien=cote_mien,
            enregistre=cote_leur,
            miens=((MIEN + NOTES, mien),),
            sure=fusion.sure,
            choix=COMPOSE,
        )
        valeurs = {NOTES: (fusion.texte,)}
        erreurs: tuple[ErreurDeChamp, ...] = (ErreurDeChamp(champ=f"conflit.{NOTES}", libelle="Notes", message=CHANGE),)
    else:
        erreurs = erreurs_de(refus, LIBELLES)
    contexte = NotesContexte(
        cadre=cadre,
        tete=en_tete(vue),
        point=typographier(point["titre"]),
        formulaire=Formulaire(
            action=acces.notes(point["id"]),
            retour=acces.seance(vue.reunion["id"], point=point["id"]),
            valeurs=valeurs,
            erreurs=erreurs,
        ),
        conflit=conflit,
        lu=stocke if conflit else saisie.un(LU),
    )
    return repondre_page(contexte, 409 if conflit else 422)


NOTES_PRISES: tuple[HTTPRouteHandler, ...] = (noter,)
