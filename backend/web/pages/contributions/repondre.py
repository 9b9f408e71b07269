"""Answering a request for news from its link, on one page."""

from __future__ import annotations

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.contributions import demande_du_lien, etat_de_la_fiche, indicateurs_de_la_fiche
from backend.queries.lecture import Ligne
from backend.services.contributions import garder_reponse, repondre as envoyer
from backend.services.contributions.reponses import lire_reponse
from backend.web.adresses import contributions as ici
from backend.web.contexts import Demo, ErreurDeChamp, Formulaire, RepondreContexte, ReponseEnvoyeeContexte
from backend.web.demonstration import DemoDePage
from backend.web.edition.gestes import GESTE, REPRENDRE
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.contributions.commun import LIEN_MORT, cadre_public, repondre_publique
from backend.web.presentation.contributions import demandes as mots
from backend.web.presentation.mots import texte
from exports.formats import majuscule, typographier
from fne_roadmaps.domain.contributions import CHAMPS_DE_NOUVELLES
from fne_roadmaps.domain.enums import EtatDemande


@get("/public/nouvelles/{jeton:str}", include_in_schema=False, exception_handlers=LIEN_MORT)
async def repondre(request: Requete, ctx: LecteurDePage, demo: DemoDePage, jeton: FromPath[str]) -> Reponse:
    """The form, filled with what is known or with what was kept; what became of the answer once it was sent."""
    porteur, d = await demande_du_lien(ctx, jeton)
    if d["etat"] is not EtatDemande.ENVOYEE:
        return await _envoyee(request, porteur, demo, d)
    return await _formulaire(request, porteur, demo, jeton, d, None, ())


@post("/public/nouvelles/{jeton:str}", include_in_schema=False, status_code=303, exception_handlers=LIEN_MORT)
async def envoyer_la_reponse(request: Requete, ctx: LecteurDePage, demo: DemoDePage, jeton: FromPath[str]) -> Reponse:
    """Keep the answer as a draft, or send it."""
    porteur, d = await demande_du_lien(ctx, jeton)
    if d["etat"] is not EtatDemande.ENVOYEE:
        return vers(ici.nouvelles(jeton))
    saisie = await lire_saisie(request)
    if saisie.un(GESTE).startswith(REPRENDRE):
        return await _formulaire(request, porteur, demo, jeton, d, saisie, ())
    valeurs = saisie.premieres
    brouillon = saisie.un("suite") == "plus-tard"
    try:
        await (garder_reponse if brouillon else envoyer)(porteur, d["id"], valeurs)
    except REFUS as refus:
        return await _formulaire(request, porteur, demo, jeton, d, saisie, erreurs_de(refus, mots.LIBELLES))
    return vers(ici.nouvelles(jeton, fait="reponse-gardee" if brouillon else "reponse-envoyee"))


async def _formulaire(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    jeton: str,
    d: Ligne,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    etat = await etat_de_la_fiche(d["fiche_action"])
    connus = mots.connus(etat)
    gardee = d["reponse"].get("saisie")
    actuels = {
        **{f"vu.{champ}": connus[champ] for champ in CHAMPS_DE_NOUVELLES},
        **{f"lu.{champ}": "" if etat[champ] is None else str(etat[champ]) for champ in CHAMPS_DE_NOUVELLES},
    }
    textes = {**connus, **actuels, **(gardee or {})}
    valeurs: dict[str, tuple[str, ...]] = {nom: (valeur,) for nom, valeur in textes.items()}
    if saisie:
        valeurs |= saisie.valeurs
    contexte = RepondreContexte(
        cadre=cadre_public(request, ctx, demo, "Donner des nouvelles"),
        lieu=typographier(f"{d['lieu']} · {d['feuille_titre']}"),
        fiche=f"Fiche action {d['numero']}" if d["numero"] else "Fiche action",
        titre=typographier(d["titre"]),
        axe=_axe(d),
        a_qui=mots.a_qui(d),
        message=texte(d["message"]),
        echeance=d["echeance"],
        depassee=bool(d["echeance"] and d["echeance"] < ctx.au),
        formulaire=Formulaire(
            action=ici.nouvelles(jeton), retour=ici.nouvelles(jeton), valeurs=valeurs, erreurs=erreurs
        ),
        caches=tuple((nom, valeurs[nom][0]) for nom in actuels),
        avancements=mots.avancements(etat["avancement"], valeurs["avancement"][0]),
        indicateurs=mots.indicateurs(await indicateurs_de_la_fiche(d["fiche_action"])),
        gardee=gardee is not None and saisie is None,
    )
    return repondre_publique(contexte, 422 if erreurs else 200)


async def _envoyee(request: Requete, ctx: Contexte, demo: Demo | None, d: Ligne) -> Reponse:
    valeurs: tuple[tuple[str, str, bool], ...] = ()
    if d["repondue_le"]:
        reponse, _ = lire_reponse(d["reponse"]["saisie"])
        unites = {i["libelle"]: i["unite"] for i in await indicateurs_de_la_fiche(d["fiche_action"])}
        valeurs = mots.reponse_dite(reponse, unites)
    contexte = ReponseEnvoyeeContexte(
        cadre=cadre_public(request, ctx, demo, "Votre réponse"),
        lieu=typographier(f"{d['lieu']} · {d['feuille_titre']}"),
        titre=mots.nom_de_la_fiche(d),
        etat=d["etat"],
        repondue_le=d["repondue_le"],
        motif=texte(d["motif"]) if d["etat"] is EtatDemande.DECLINEE else None,
        valeurs=valeurs,
    )
    return repondre_publique(contexte)


def _axe(d: Ligne) -> str | None:
    if d["axe_rang"] is None:
        return None
    return f"{majuscule(str(d['mot_niveau_1']))} {d['axe_rang']}" + (
        f", {typographier(d['axe_titre'])}" if d["axe_titre"] else ""
    )
