"""A year of meetings of an instance, from its cadence, in one act that can be taken back."""

from __future__ import annotations

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.instances import lire_instance
from backend.queries.lecture import Ligne
from backend.queries.vues.cadre import lieu
from backend.services.commands.reunions import CreerSerie
from backend.services.reunions import annuler_serie, creer_serie
from backend.web import adresses
from backend.web.adresses import reunions as ici
from backend.web.contexts import AnneeDeReunionsContexte, Demo, ErreurDeChamp, Formulaire, Lien
from backend.web.dates_saisies import lire_date
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, preparer, repondre_page
from backend.web.presentation.cadre import INSTANCES, de_gouvernance
from exports.formats import typographier
from exports.formats.agenda import mois_annee
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.instances import Cadence, cadence_au, mois_d_une_annee

_LIBELLES = {
    "dates": "Dates",
    "dates.*": "Dates, ligne {n}",
    "heure_debut": "Début",
    "heure_fin": "Fin",
    "lieu": "Lieu",
}
_CADENCE = ("texte", "min_par_an", "max_par_an", "intervalle_demi_mois", "debut", "fin")


@get("/instances/{cle:uuid}/annee", include_in_schema=False)
async def preparer_l_annee(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The dates the cadence spreads over next year, each to be changed or taken off."""
    return await _page(request, ctx, demo, await _instance(ctx, cle), None, ())


@post("/instances/{cle:uuid}/annee", include_in_schema=False, status_code=303)
async def creer_l_annee(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Create them all, or none when a line cannot be."""
    instance = await _instance(ctx, cle)
    saisie = await lire_saisie(request)
    try:
        lignes = [ligne.strip() for ligne in saisie.un("dates").splitlines() if ligne.strip()]
        if not lignes:
            raise RegleViolee("dates", "Écrivez au moins une date, une par ligne.")
        dates = [lire_date(ligne, f"dates.{rang}") for rang, ligne in enumerate(lignes)]
        commun = {champ: saisie.un(champ).strip() for champ in ("heure_debut", "heure_fin", "lieu")}
        commande = lire_commande(CreerSerie, {"instance": instance["code"], "dates": dates, **commun})
        serie = await creer_serie(ctx, commande)
    except REFUS as refus:
        return await _page(request, ctx, demo, instance, saisie, erreurs_de(refus, _LIBELLES))
    return vers(f"{ici.annee(cle)}?fait=annee-creee&serie={serie.rpartition(':')[2]}")


@post("/instances/{cle:uuid}/annee/annuler", include_in_schema=False, status_code=303)
async def annuler_l_annee(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Take back the meetings just created that nobody touched."""
    instance = await _instance(ctx, cle)
    saisie = await lire_saisie(request)
    await annuler_serie(ctx, f"{instance['code']}:{saisie.un('serie')}")
    return vers(adresses.instance(cle))


async def _instance(ctx: Contexte, cle: UUID) -> Ligne:
    instance = await lire_instance(ctx.acteur, cle, ctx.au)
    exiger(instance["droits"], Droit.REUNIR, "Cette instance")
    return instance


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    instance: Ligne,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, instance["gouvernance"]["id"])
    cadences = [Cadence(**{champ: c[champ] for champ in _CADENCE}) for c in instance["cadences"]]
    mois = mois_d_une_annee(cadence_au(cadences, ctx.au), ctx.au.year + 1)
    serie = request.query_params.get("serie", "")
    parent = Lien(libelle=typographier(instance["nom"]), href=adresses.instance(instance["id"]))
    titre = "Une année de réunions"
    contexte = AnneeDeReunionsContexte(
        cadre=de_gouvernance(lecture, endroit, f"{titre}, {parent.libelle}", INSTANCES, (parent,), titre),
        instance=typographier(instance["nom"]),
        cadence=instance["cadence"],
        creee=serie if serie.isalnum() or "-" in serie else "",
        annuler=ici.annuler_annee(instance["id"]),
        formulaire=Formulaire(
            action=ici.annee(instance["id"]),
            retour=adresses.instance(instance["id"]),
            valeurs=saisie.valeurs if saisie else {"dates": ("\n".join(map(mois_annee, mois)),)},
            erreurs=erreurs,
        ),
    )
    return repondre_page(contexte, 422 if erreurs else 200)
