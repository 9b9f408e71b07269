"""A decision taken on the spot, on one item of the agenda."""

from __future__ import annotations

from uuid import UUID

from litestar import post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.vues.seances import SeanceVue
from backend.services.commands.decisions import CreerDecision
from backend.services.idempotence import creer_une_fois
from backend.web.adresses import seances as acces
from backend.web.dates_saisies import lire_date
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.seances.commun import choix_de_structures, lire_structure, ouvrir_seance
from backend.web.pages.seances.tenue import page_de_seance
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.errors import Conflit, ReglesViolees, RegleViolee

LIBELLES = {
    "texte": "Texte de la décision",
    "nature": "Nature",
    "mode_decision": "Adoption",
    "responsable": "Qui fait le suivi",
    "echeance": "Pour le",
    "point": "Point",
    "fiches": "Fiches",
}
DEJA = "Cette décision est déjà enregistrée : relisez-la plus haut."


@post("/reunions/{cle:uuid}/decisions", include_in_schema=False, status_code=303)
async def decider(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Number it and tie it to its item and its fiches, once however often the form is sent."""
    saisie = await lire_saisie(request)
    vue = await ouvrir_seance(ctx, cle)
    point = _point(saisie.un("point"))
    try:
        commande = lire_commande(CreerDecision, await _donnees(ctx, vue, saisie, point))
        await creer_une_fois(ctx, "decision", saisie.cle, commande)
    except (Conflit, *REFUS) as refus:
        dit = RegleViolee("texte", DEJA) if isinstance(refus, Conflit) else refus
        valeurs = dict(saisie.valeurs)
        if isinstance(refus, Conflit):
            valeurs.pop("cle_formulaire", None)
        return await page_de_seance(request, ctx, demo, vue, decider=(valeurs, erreurs_de(dit, LIBELLES)), point=point)
    return vers(acces.seance(cle, point=point, fait="decision"))


def _point(texte: str) -> UUID | None:
    try:
        return UUID(texte)
    except ValueError:
        return None


async def _donnees(ctx: Contexte, vue: SeanceVue, saisie: Saisie, point: UUID | None) -> dict[str, object]:
    """What was typed, as the command reads it. Raises ReglesViolees naming every field that cannot be read."""
    r = vue.reunion
    date: DateIncertaine | None = r["date"]
    refus: list[RegleViolee] = []
    donnees: dict[str, object] = {
        "reunion": str(r["id"]),
        "annee": (date.premier if date and date.premier else ctx.au).year,
        "point": point,
        "exemple": r["exemple"],
        **{champ: saisie.un(champ).strip() for champ in ("texte", "nature", "mode_decision")},
    }
    if date is not None and date.edtf:
        donnees["date"] = date
    try:
        if responsable := lire_structure(await choix_de_structures(), saisie.un("responsable"), "responsable"):
            donnees["responsable"] = responsable
    except RegleViolee as inconnu:
        refus.append(inconnu)
    try:
        if echeance := lire_date(saisie.un("echeance"), "echeance"):
            donnees["echeance"] = echeance
    except RegleViolee as incompris:
        refus.append(incompris)
    if saisie.un("lier") and point is not None:
        objets = vue.objets.get(point, ())
        donnees["fiches"] = [str(o["cle"]) for o in objets if o["genre"] == "fiche_action"]
    if refus:
        raise ReglesViolees(refus)
    return donnees


DECISIONS: tuple[HTTPRouteHandler, ...] = (decider,)
