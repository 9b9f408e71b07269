"""What a structure did in the comitology over a year, and saying it."""

from __future__ import annotations

from uuid import UUID

from litestar import get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.lecture import parmi
from backend.queries.participation import lire_participation
from backend.queries.references import QUOI, charger
from backend.queries.reunions.droits import droits_a_la_reunion
from backend.queries.vues.gouvernances import gouvernances
from backend.services.commands.gouvernances import AjouterContribution
from backend.services.commands.reunions import DireLeRole
from backend.services.gouvernances import remettre_contribution, retirer_contribution
from backend.services.idempotence import creer_une_fois
from backend.services.reunions import dire_le_role
from backend.web import adresses
from backend.web.adresses import participation as ici
from backend.web.contexts import Demo, ErreurDeChamp, Formulaire
from backend.web.dates_saisies import lire_date
from backend.web.demonstration import DemoDePage
from backend.web.fichiers import repondre_fichier
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, nouvelle_cle, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, cle_canonique, preparer, repondre_page, vers_la_cle
from backend.web.presentation.cadre import de_region
from backend.web.presentation.participation import ENTETES_CSV, contexte_participation, lignes_csv
from exports.formats import typographier
from exports.tableur import rendre_csv
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.errors import Interdit, RegleViolee

_LIBELLES = {
    "gouvernance": "Gouvernance",
    "type": "Nature",
    "description": "Ce qui a été apporté",
    "date": "Date",
    "temps_minutes": "Temps passé, en minutes",
}
_ROLES = {"structure": "Structure", "roles": "Rôle", "temps_minutes": "Temps passé, en minutes"}
CSV = "text/csv; charset=utf-8"


@get("/structures/{reference:str}/participation", include_in_schema=False)
async def participation(request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]) -> Reponse:
    """The year of the address, or the last one."""
    cle = cle_canonique(reference)
    if cle is None:
        return await vers_la_cle(request, ctx, "structure", reference, ici.participation)
    return await _page(request, ctx, demo, cle, None, ())


@get("/structures/{cle:uuid}/participation.csv", include_in_schema=False)
async def participation_csv(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """The meetings of the year as a table."""
    vue = await lire_participation(ctx.acteur, str(cle), _annee(request), ctx.au)
    octets = rendre_csv(ENTETES_CSV, lignes_csv(vue))
    return repondre_fichier(request, octets, f"participation-{vue.structure['code']}-{vue.annee}.csv", CSV)


@post("/structures/{cle:uuid}/contributions", include_in_schema=False, status_code=303)
async def ajouter(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Say what the structure brought, once however often it is sent."""
    await charger(ctx.acteur, "structure", cle)
    if not ctx.acteur.gouvernances(Droit.REUNIR):
        raise Interdit("Dire ce qu’une structure apporte revient à qui tient les réunions d’une gouvernance.")
    saisie = await lire_saisie(request)
    try:
        champs = {nom: saisie.un(nom) for nom in _LIBELLES if nom != "date"}
        commande = lire_commande(
            AjouterContribution, {**champs, "structure": str(cle), "date": lire_date(saisie.un("date"), "date") or ""}
        )
        await creer_une_fois(ctx, "contribution", saisie.cle, commande)
    except REFUS as refus:
        return await _page(request, ctx, demo, cle, saisie, erreurs_de(refus, _LIBELLES))
    return vers(ici.participation(cle, _annee(request), fait="contribution-ajoutee"))


@post("/contributions/{cle:uuid}/retirer", include_in_schema=False, status_code=303)
async def retirer(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Take a contribution back; the page offers to put it again."""
    contribution = await charger(ctx.acteur, "contribution", cle)
    await retirer_contribution(ctx, cle)
    return vers(ici.participation(contribution["structure"], fait="contribution-retiree", objet=cle))


@post("/contributions/{cle:uuid}/remettre", include_in_schema=False, status_code=303)
async def remettre(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Put it again."""
    await remettre_contribution(ctx, cle)
    contribution = await charger(ctx.acteur, "contribution", cle)
    return vers(ici.participation(contribution["structure"], fait="contribution-remise"))


@post("/reunions/{cle:uuid}/roles", include_in_schema=False, status_code=303)
async def dire_les_roles(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Say what a structure did at a meeting, from its page."""
    reunion = await charger(ctx.acteur, "reunion", cle)
    exiger(await droits_a_la_reunion(ctx.acteur, reunion), Droit.PROPOSER, QUOI["reunion"])
    saisie = await lire_saisie(request)
    try:
        commande = lire_commande(
            DireLeRole,
            {
                "structure": saisie.un("structure"),
                "roles": saisie.tous("roles"),
                "temps_minutes": saisie.un("temps_minutes").strip(),
            },
        )
    except REFUS as refus:
        erreur = erreurs_de(refus, _ROLES)[0]
        raise RegleViolee(erreur.libelle, erreur.message) from refus
    await dire_le_role(ctx, str(cle), commande)
    return vers(adresses.reunion(cle, fait="role-dit"))


def _annee(request: Requete) -> int | None:
    """The year of the address. Raises RegleViolee."""
    annee = request.query_params.get("annee", "").strip()
    if not annee:
        return None
    if not (annee.isascii() and annee.isdigit() and len(annee) == 4 and 1900 <= int(annee) <= 2200):
        raise RegleViolee("annee", f"« {annee[:40]} » n’est pas une année ; exemple : « 2024 ».")
    return int(annee)


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    cle: UUID,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    vue = await lire_participation(ctx.acteur, str(cle), _annee(request), ctx.au)
    lecture = await preparer(request, ctx, demo)
    choix = await gouvernances(ctx.acteur, parmi("g.id", ctx.acteur.gouvernances(Droit.REUNIR)))
    formulaire = (
        Formulaire(
            action=ici.contribution(cle, vue.annee),
            retour=ici.participation(cle, vue.annee),
            valeurs=saisie.valeurs if saisie else {},
            erreurs=erreurs,
            cle=saisie.cle if saisie else nouvelle_cle(),
        )
        if choix
        else None
    )
    cadre = de_region(lecture, f"Rôles et contributions, {typographier(vue.structure['nom'])}", None)
    return repondre_page(contexte_participation(vue, ctx.acteur, cadre, formulaire, choix), 422 if erreurs else 200)


PARTICIPATION: tuple[HTTPRouteHandler, ...] = (
    ajouter,
    dire_les_roles,
    participation,
    participation_csv,
    remettre,
    retirer,
)
