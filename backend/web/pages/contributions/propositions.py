"""What came in for a roadmap and waits: deposits to look into, answers to read again, requests nobody answered yet."""

from __future__ import annotations

import json
from uuid import UUID

from litestar import get
from litestar.params import FromPath

from backend.queries.contributions import lire_boite
from backend.queries.lecture import Ligne
from backend.queries.references import charger
from backend.services.feuilles_de_route import QUOI
from backend.web import adresses
from backend.web.adresses import contributions as ici
from backend.web.contexts import PropositionLigne, PropositionsContexte
from backend.web.demonstration import DemoDePage
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.contributions.appels import cadre_de_feuille
from backend.web.presentation.contributions.demandes import ligne
from backend.web.presentation.mots import texte
from exports.formats import majuscule, typographier
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger


@get("/feuilles-de-route/{cle:uuid}/propositions", include_in_schema=False)
async def propositions(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The box of who writes the roadmap; who only helps some deposits finds those."""
    feuille = await charger(ctx.acteur, "feuille_de_route", cle)
    droits = droits_sur_gouvernance(ctx.acteur, feuille["gouvernance"])
    redige = Droit.REDIGER in droits
    exiger(droits, Droit.PROPOSER, QUOI)
    boite = await lire_boite(ctx.acteur, cle)
    if not redige and not boite.aidees:
        exiger(droits, Droit.REDIGER, QUOI)
    contexte = PropositionsContexte(
        cadre=await cadre_de_feuille(request, ctx, demo, feuille, "Propositions"),
        feuille=typographier(feuille["titre"]),
        redige=redige,
        depots=tuple(_depose(d, feuille) for d in boite.depots) if redige else (),
        reponses=tuple(ligne(d, ctx.au) for d in boite.reponses) if redige else (),
        attendues=tuple(ligne(d, ctx.au) for d in boite.attendues) if redige else (),
        aidees=tuple(_aidee(d) for d in boite.aidees),
        appels=ici.appels(cle) if redige else None,
    )
    return repondre_page(contexte)


def _depose(d: Ligne, feuille: Ligne) -> PropositionLigne:
    axe = None
    if d["axe_rang"] is not None:
        axe = f"{majuscule(str(feuille['mot_niveau_1']))} {d['axe_rang']}"
    return PropositionLigne(
        titre=typographier(d["titre"]),
        href=adresses.fiche_action(d["fiche"]),
        numero=d["numero"],
        structure=_qui(d),
        aide=texte(d["aide_nom"]),
        axe=axe,
        le=d["soumis_le"],
        exemple=d["exemple"],
    )


def _aidee(d: Ligne) -> PropositionLigne:
    """A deposit being written: its title is what was typed so far."""
    titres = json.loads(d["contenu"] or "{}").get("besoin", {"valeurs": {}})["valeurs"].get("titre", [""])
    return PropositionLigne(
        titre=typographier(titres[0][:300]) or "Fiche sans titre encore",
        href=ici.aider(d["id"]),
        numero=None,
        structure=_qui(d),
        aide=None,
        axe=None,
        le=d["maj_le"],
        exemple=d["exemple"],
    )


def _qui(d: Ligne) -> str:
    return typographier(d["structure_nom"] + (f", {d['fonction']}" if d["fonction"] else ""))
