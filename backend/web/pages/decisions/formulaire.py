"""The form of a decision: a new one of a meeting, or one that changes."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.lecture import Ligne, date_de
from backend.queries.references import QUOI, charger
from backend.queries.reunions import lire_decision
from backend.queries.reunions.droits import droits_a_la_reunion
from backend.queries.seances import objets_de, points_de
from backend.queries.vues.decisions import ChoixDeDecision, choix_de_decision
from backend.services.commands.decisions import CreerDecision, ModifierDecision
from backend.services.idempotence import creer_une_fois
from backend.services.reunions import modifier_decision
from backend.web import adresses
from backend.web.adresses import decisions as ici, seances
from backend.web.contexts import Demo, ErreurDeChamp, Formulaire, Lien
from backend.web.dates_saisies import dire_date
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, nouvelle_cle, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.decisions.lecture import cadre_de_decision
from backend.web.pages.decisions.saisie import D_EFFETS, LIBELLES, donnees, valeurs_de
from backend.web.pages.seances.commun import choix_de_structures
from backend.web.presentation.mots import titre_sans_mention
from backend.web.presentation.page_de_decision import contexte_formulaire
from fne_roadmaps.domain.dates import NatureDate
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.enums import EtatAdoption, EtatPoint, EtatReunion
from fne_roadmaps.domain.errors import Conflit, RegleViolee

CHANGE = "Quelqu’un a modifié cette décision entre-temps : comparez avec sa page, puis enregistrez de nouveau."


@get("/reunions/{cle:uuid}/decisions/nouvelle", include_in_schema=False)
async def formulaire_d_une_decision(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]
) -> Reponse:
    """A decision of a meeting, proposed until it is taken."""
    reunion = await _reunion(ctx, cle)
    return await _nouvelle(request, ctx, demo, reunion, None, ())


@post("/reunions/{cle:uuid}/decisions/nouvelle", include_in_schema=False, status_code=303)
async def ecrire_une_decision(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Number it, once however often the form is sent; taken at once, what it carries is done."""
    reunion = await _reunion(ctx, cle)
    saisie = await lire_saisie(request)
    try:
        choix = await choix_de_decision(reunion["gouvernance"])
        lues = donnees(saisie, await choix_de_structures(), choix.feuilles, effets=True)
        quand = date_de(reunion)
        annee = (quand.premier if quand and quand.premier else ctx.au).year
        propres = {"reunion": str(cle), "annee": annee, "exemple": reunion["exemple"]}
        commande = lire_commande(CreerDecision, {**lues, **propres, "point": saisie.un("point") or None})
        faite = await creer_une_fois(ctx, "decision", saisie.cle, commande)
    except REFUS as refus:
        return await _nouvelle(request, ctx, demo, reunion, saisie, erreurs_de(refus, LIBELLES))
    if commande.adoption is EtatAdoption.ADOPTEE and reunion["etat"] == EtatReunion.EN_SEANCE:
        return vers(seances.seance(cle, point=commande.point, fait="decision"))
    return vers(ici.decision(faite.texte, fait="decision-ecrite"))


@get("/decisions/{cle:uuid}/modifier", include_in_schema=False)
async def modifier_une_decision(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The form of a decision, as stored."""
    return await _modification(request, ctx, demo, await _decision(ctx, cle), None, ())


@post("/decisions/{cle:uuid}/modifier", include_in_schema=False, status_code=303)
async def enregistrer_la_decision(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]
) -> Reponse:
    """Change it; what it carries changes only when the form says otherwise, and as long as it is not taken."""
    decision = await _decision(ctx, cle)
    saisie = await lire_saisie(request)
    choix = await choix_de_decision(decision["gouvernance"]["id"])
    structures = await choix_de_structures()
    tenues = valeurs_de(decision, structures, await _axes(decision))
    effets = decision["adoption"] is not EtatAdoption.ADOPTEE and any(
        saisie.un(champ).strip() != next(iter(tenues.get(champ, ())), "") for champ in D_EFFETS
    )
    try:
        lues = donnees(saisie, structures, choix.feuilles, effets=effets)
        commande = ModifierDecision.model_validate({n: v for n, v in lues.items() if n != "adoption"})
        await modifier_decision(ctx, str(cle), saisie.version or decision["version"], commande)
    except Conflit:
        relue = saisie.a_version(decision["version"])
        return await _modification(
            request, ctx, demo, decision, relue, erreurs_de(RegleViolee("texte", CHANGE), LIBELLES)
        )
    except REFUS as refus:
        return await _modification(request, ctx, demo, decision, saisie, erreurs_de(refus, LIBELLES))
    return vers(ici.decision(cle, fait="decision-modifiee"))


async def _reunion(ctx: Contexte, cle: UUID) -> Ligne:
    """The meeting, for who holds it. Raises NonTrouve or Interdit."""
    reunion = await charger(ctx.acteur, "reunion", cle)
    exiger(await droits_a_la_reunion(ctx.acteur, reunion), Droit.REUNIR, QUOI["reunion"])
    return reunion


async def _decision(ctx: Contexte, cle: UUID) -> Ligne:
    decision = await lire_decision(ctx.acteur, cle, ctx.au)
    exiger(decision["droits"], Droit.REUNIR, QUOI["decision"])
    return decision


async def _axes(decision: Ligne) -> dict[str, str]:
    """The code of each axe a retained fiche goes to, by its key."""
    choix = await choix_de_decision(decision["gouvernance"]["id"])
    return {str(a["id"]): f"{a['code']}/{a['rang']}" for a in choix.axes}


async def _nouvelle(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    reunion: Ligne,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    structures = await choix_de_structures()
    choix = await choix_de_decision(reunion["gouvernance"])
    points = [p for p in await points_de(reunion["id"]) if p["etat"] is not EtatPoint.RETIRE]
    point = next((p["id"] for p in points if str(p["id"]) == request.query_params.get("point")), None)
    en_seance = reunion["etat"] == EtatReunion.EN_SEANCE
    formulaire = Formulaire(
        action=ici.nouvelle(reunion["id"]),
        retour=seances.seance(reunion["id"], point=point) if en_seance else adresses.reunion(reunion["id"]),
        valeurs=saisie.valeurs if saisie else await _debut(ctx, reunion, choix, point, en_seance=en_seance),
        erreurs=erreurs,
        cle=saisie.cle if saisie else nouvelle_cle(),
    )
    nom = titre_sans_mention(reunion["titre"], reunion["exemple"])
    titre = "Écrire une décision"
    seance = Lien(libelle=nom, href=adresses.reunion(reunion["id"]))
    cadre = await cadre_de_decision(request, ctx, demo, reunion["gouvernance"], titre, titre, seance)
    noms = tuple(structures.structures.libelles.values())
    return _repondre_formulaire(contexte_formulaire(cadre, formulaire, choix, noms, nom, None, points), erreurs)


async def _debut(
    ctx: Contexte, reunion: Ligne, choix: ChoixDeDecision, point: UUID | None, *, en_seance: bool
) -> dict[str, tuple[str, ...]]:
    """What the form of a new decision holds first: the day of the meeting, and the fiches its item is about."""
    objets = (await objets_de(ctx.acteur, reunion["id"])).get(point, []) if point else []
    fiches = {o["cle"]: o for o in objets if o["genre"] == "fiche_action"}
    attendues = [f for f in choix.a_arbitrer if f["id"] in fiches]
    autres = fiches.keys() - {f["id"] for f in attendues}
    quand = date_de(reunion)
    return {
        "nature": ("validation",),
        "adoption": ("adoptee" if en_seance else "proposee",),
        "date": (dire_date(quand) if quand and quand.nature is NatureDate.JOUR else "",),
        "point": (str(point or ""),),
        "retenir": (", ".join(f"{f['code']}/{f['numero']}" for f in attendues),),
        "fiches": (", ".join(f"{o['feuille']}/{o['code']}" for cle, o in fiches.items() if cle in autres),),
    }


async def _modification(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    decision: Ligne,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    structures = await choix_de_structures()
    formulaire = Formulaire(
        action=ici.modifier(decision["id"]),
        retour=ici.decision(decision["id"]),
        valeurs=saisie.valeurs if saisie else valeurs_de(decision, structures, await _axes(decision)),
        erreurs=erreurs,
        version=saisie.version if saisie else decision["version"],
    )
    gouvernance = decision["gouvernance"]["id"]
    page = Lien(libelle=decision["code"], href=ici.decision(decision["id"]))
    titre = f"Modifier la décision {decision['code']}"
    cadre = await cadre_de_decision(request, ctx, demo, gouvernance, titre, "Modifier", page)
    choix = await choix_de_decision(gouvernance)
    noms = tuple(structures.structures.libelles.values())
    return _repondre_formulaire(
        contexte_formulaire(cadre, formulaire, choix, noms, decision["code"], decision), erreurs
    )


def _repondre_formulaire(contexte: object, erreurs: tuple[ErreurDeChamp, ...]) -> Reponse:
    if erreurs:
        cadre = contexte.cadre  # type: ignore[attr-defined]
        contexte = replace(contexte, cadre=replace(cadre, titre=f"Erreur : {cadre.titre}"))  # type: ignore[type-var]
    return repondre_page(contexte, 422 if erreurs else 200)
