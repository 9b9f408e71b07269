"""What is done of a decision from its page: taken, followed, superseded."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from uuid import UUID

from litestar import post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.references import QUOI, charger
from backend.services.commands.champs import Commande
from backend.services.commands.decisions import ChangerAdoption, ChangerSuivi, RemplacerDecision
from backend.services.reunions import changer_adoption, changer_suivi, remplacer_decision
from backend.web.adresses import decisions as ici
from backend.web.contexts import Demo, Formulaire
from backend.web.dates_saisies import lire_date
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.decisions.lecture import page_de_decision
from fne_roadmaps.domain.droits import Droit, droits_sur_instance, exiger
from fne_roadmaps.domain.errors import Conflit, RegleViolee

CHANGE = "La décision a changé pendant votre saisie : vérifiez où elle en est, puis enregistrez."
_LIBELLES = {
    "adoption": "Adoption",
    "date": "Date",
    "voix_pour": "Voix pour",
    "voix_contre": "Voix contre",
    "abstentions": "Abstentions",
    "pourquoi": "Pourquoi",
    "effets": "Ce que porte la décision",
    "effets.*": "Ce que porte la décision, ligne {n}",
    "suivi": "Suivi",
    "suivi_note": "Note de suivi",
    "remplace": "Décision remplacée",
}
Lire = Callable[[Saisie], Mapping[str, Any]]
Faire = Callable[[Contexte, str, int | None, Any], Awaitable[object]]


@post("/decisions/{cle:uuid}/adoption", include_in_schema=False, status_code=303)
async def changer_l_adoption(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Take it, with what it carries; reject it; put it off."""

    def lire(saisie: Saisie) -> Mapping[str, Any]:
        champs = ("adoption", "voix_pour", "voix_contre", "abstentions", "pourquoi")
        return {**{c: saisie.un(c).strip() for c in champs}, "date": lire_date(saisie.un("date"), "date") or ""}

    return await _faire(request, ctx, demo, cle, "adoption", ici.adoption(cle), ChangerAdoption, lire, changer_adoption)


@post("/decisions/{cle:uuid}/suivi", include_in_schema=False, status_code=303)
async def dire_le_suivi(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Say where it stands."""

    def lire(saisie: Saisie) -> Mapping[str, Any]:
        return {c: saisie.un(c).strip() for c in ("suivi", "suivi_note")}

    return await _faire(request, ctx, demo, cle, "suivi", ici.suivi(cle), ChangerSuivi, lire, changer_suivi)


@post("/decisions/{cle:uuid}/remplacement", include_in_schema=False, status_code=303)
async def dire_le_remplacement(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Say which decision it supersedes, or none any more."""

    def lire(saisie: Saisie) -> Mapping[str, Any]:
        return {"remplace": saisie.un("remplace").strip()}

    adresse = ici.remplacement(cle)
    return await _faire(request, ctx, demo, cle, "remplacement", adresse, RemplacerDecision, lire, remplacer_decision)


async def _faire(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    cle: UUID,
    nom: str,
    action: str,
    modele: type[Commande],
    lire: Lire,
    faire: Faire,
) -> Reponse:
    decision = await charger(ctx.acteur, "decision", cle)
    droits = droits_sur_instance(ctx.acteur, decision["gouvernance"], decision["instance"])
    exiger(droits, Droit.PROPOSER if modele is ChangerSuivi else Droit.REUNIR, QUOI["decision"])
    saisie = await lire_saisie(request)
    try:
        await faire(ctx, str(cle), saisie.version, lire_commande(modele, lire(saisie)))
    except (Conflit, *REFUS) as refus:
        dit = RegleViolee(nom, CHANGE) if isinstance(refus, Conflit) else refus
        formulaire = Formulaire(
            action=action,
            retour=ici.decision(cle),
            valeurs=saisie.valeurs,
            erreurs=erreurs_de(dit, _LIBELLES),
            version=decision["version"],
        )
        return await page_de_decision(request, ctx, demo, cle, (nom, formulaire))
    return vers(ici.decision(cle, fait=nom))
