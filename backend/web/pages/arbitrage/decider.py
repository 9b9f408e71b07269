"""Deciding on fiches: the page of a roadmap's arbitration, and the move of one fiche."""

from __future__ import annotations

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.vues.arbitrage import axes_et_numeros, lire_vue_arbitrage
from backend.services.commands.fiches_action import ChangerInstruction
from backend.services.fiches_action import annuler_instruction, changer_instruction
from backend.services.fiches_action.vie import droit_d_instruire, publiee
from backend.web import adresses
from backend.web.adresses import arbitrage as acces
from backend.web.contexts import Demo, ErreurDeChamp, Formulaire, InstructionContexte
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.arbitrage.commun import CHANGE, cadre_de_feuille, en_erreur
from backend.web.pages.commun import Reponse, Requete, cle_canonique, repondre_page, vers_la_cle
from backend.web.pages.fiches_action.commun import FicheOuverte, cadre_de_fiche, ouvrir_fiche
from backend.web.presentation.arbitrage.arbitrage import contexte_arbitrage, places
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import Instruction
from fne_roadmaps.domain.errors import Conflit, RegleViolee
from fne_roadmaps.domain.fiches_action import PASSAGES_INSTRUCTION

LIBELLES = {"instruction": "Décision", "axe": "Place", "pourquoi": "Motif"}
_FAITS = {
    Instruction.BROUILLON: "instruction",
    Instruction.PROPOSEE: "proposee",
    Instruction.EN_INSTRUCTION: "en-instruction",
    Instruction.RETENUE: "retenue",
    Instruction.ECARTEE: "ecartee",
}
_GESTES = {
    Instruction.BROUILLON: "La reprendre en brouillon",
    Instruction.PROPOSEE: "La proposer",
    Instruction.EN_INSTRUCTION: "La mettre en instruction",
    Instruction.RETENUE: "La retenir et lui donner un numéro",
    Instruction.ECARTEE: "L’écarter, avec un motif",
}
_RETOURS = {
    (Instruction.EN_INSTRUCTION, Instruction.PROPOSEE): "La rendre à la proposition",
    (Instruction.RETENUE, Instruction.EN_INSTRUCTION): "La remettre en instruction\u00a0: elle rend son numéro",
    (Instruction.ECARTEE, Instruction.EN_INSTRUCTION): "Reprendre son instruction",
}


@get("/feuilles-de-route/{reference:str}/arbitrage", include_in_schema=False)
async def arbitrage(request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]) -> Reponse:
    """Fiches proposed and under review, by the axe they aim at."""
    if cle_canonique(reference) is None:
        return await vers_la_cle(request, ctx, "feuille_de_route", reference, acces.arbitrage)
    vue = await lire_vue_arbitrage(ctx.acteur, reference)
    cadre = await cadre_de_feuille(request, ctx, demo, vue.feuille, "Arbitrage")
    return repondre_page(contexte_arbitrage(vue, cadre))


@get("/fiches-action/{cle:uuid}/instruction", include_in_schema=False)
async def instruire_la_fiche(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The moves this fiche may make, for who may decide."""
    return await _page(request, ctx, demo, cle, None, ())


@post("/fiches-action/{cle:uuid}/instruction", include_in_schema=False, status_code=303)
async def enregistrer_l_instruction(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]
) -> Reponse:
    """Move it, or show again what was typed and why it is refused."""
    saisie = await lire_saisie(request)
    try:
        commande = lire_commande(ChangerInstruction, {nom: saisie.un(nom) for nom in LIBELLES})
        await changer_instruction(ctx, str(cle), saisie.version, commande)
    except (Conflit, *REFUS) as refus:
        fiche = (await ouvrir_fiche(ctx, cle, Droit.SUIVRE)).fiche
        depassee = saisie.un("version") not in {"", str(fiche["version"])}
        # The same decision, sent twice or made by two people, is made; a merge is no decision of this page.
        if not depassee or fiche["instruction"] != saisie.un("instruction") or fiche["instruction"] not in _FAITS:
            vu = RegleViolee("instruction", CHANGE) if depassee else refus
            relue = saisie.a_version(fiche["version"])
            return await _page(request, ctx, demo, cle, relue, erreurs_de(vu, LIBELLES))
    fait = _FAITS[Instruction(saisie.un("instruction"))]
    if saisie.un("vers") == "arbitrage":
        ouverte = await ouvrir_fiche(ctx, cle, Droit.SUIVRE)
        return vers(acces.arbitrage(ouverte.feuille["id"], fait=fait, objet=cle))
    return vers(adresses.fiche_action(cle, fait=fait, objet=cle))


@post("/fiches-action/{cle:uuid}/instruction/annuler", include_in_schema=False, status_code=303)
async def annuler_l_instruction(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Undo the last move."""
    ouverte = await ouvrir_fiche(ctx, cle, Droit.SUIVRE)
    await annuler_instruction(ctx, str(cle))
    return vers(acces.arbitrage(ouverte.feuille["id"], fait="instruction-annulee"))


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    cle: UUID,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    ouverte = await ouvrir_fiche(ctx, cle, Droit.SUIVRE)
    permis = await _permis(ouverte)
    if not permis:
        # Nothing to decide here for this reader: the same answer as asking to decide.
        ouverte = await ouvrir_fiche(ctx, cle, Droit.ARBITRER)
    axe = str(ouverte.fiche["axe"]) if ouverte.fiche["axe"] else ""
    cadre = await cadre_de_fiche(request, ctx, demo, ouverte, "Instruire la fiche")
    contexte = InstructionContexte(
        cadre=en_erreur(cadre) if erreurs else cadre,
        fiche=f"{ouverte.nom} · {ouverte.titre}" if ouverte.nom != ouverte.titre else ouverte.titre,
        actuelle=Instruction(ouverte.fiche["instruction"]),
        permis=tuple((v.value, _RETOURS.get((ouverte.fiche["instruction"], v)) or _GESTES[v]) for v in permis),
        places=places(await axes_et_numeros(ouverte.feuille["id"]), ouverte.feuille["mot_niveau_1"]),
        mot=ouverte.feuille["mot_niveau_1"],
        formulaire=Formulaire(
            action=acces.instruction(cle),
            retour=adresses.fiche_action(cle),
            valeurs=saisie.valeurs if saisie else {"axe": (axe,)},
            erreurs=erreurs,
            version=saisie.version if saisie else ouverte.fiche["version"],
        ),
    )
    return repondre_page(contexte, 422 if erreurs else 200)


async def _permis(ouverte: FicheOuverte) -> list[Instruction]:
    """Moves the domain and the rights both allow, in the order of the vocabulary."""
    de = Instruction(ouverte.fiche["instruction"])
    if de is Instruction.FUSIONNEE or (de is Instruction.RETENUE and await publiee(ouverte.feuille["id"])):
        return []
    return [
        vers_
        for vers_ in Instruction
        if vers_ in PASSAGES_INSTRUCTION[de]
        and vers_ is not Instruction.FUSIONNEE
        and droit_d_instruire(de, vers_) in ouverte.droits
    ]
