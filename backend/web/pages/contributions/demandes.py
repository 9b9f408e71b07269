"""A request for news: its link while it waits, its answer beside the fiche once it came, and what is done of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.contributions import etat_de_la_fiche, indicateurs_de_la_fiche
from backend.queries.lecture import Ligne
from backend.services.commands.contributions import DeclinerReponse, RelancerDemande
from backend.services.contributions import accepter_reponse, annuler_demande, decliner_reponse, relancer_demande
from backend.services.contributions.demandes import charger_demande
from backend.services.contributions.reponses import CHAMPS, Reponse, lire_reponse
from backend.web import adresses
from backend.web.adresses import contributions as ici
from backend.web.contexts import DemandeContexte, Demo, ErreurDeChamp, Formulaire, Lien
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, exiger_un_formulaire, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse as Page, Requete, repondre_page
from backend.web.pages.contributions.appels import cadre_de_feuille
from backend.web.pages.contributions.commun import lien_a_copier
from backend.web.presentation.contributions import demandes as mots
from backend.web.presentation.mots import texte
from exports.formats import typographier
from fne_roadmaps.domain.contributions import Ecart, comparer
from fne_roadmaps.domain.dates import lire_jour_dit
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance
from fne_roadmaps.domain.enums import EtatDemande
from fne_roadmaps.domain.errors import Conflit
from fne_roadmaps.domain.jetons import creer_jeton

_AIDE = "Envoyez-le à qui pilote la fiche : il ouvre une page, une seule, où répondre sans compte."
_CHOIX = "choix."


@get("/demandes-de-nouvelles/{cle:uuid}", include_in_schema=False)
async def demande(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Page:
    """The request, with its link or its answer."""
    return await _page(request, ctx, demo, cle)


@get("/demandes-de-nouvelles/{cle:uuid}/modifier", include_in_schema=False)
async def modifier_la_reponse(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Page:
    """The answer, to be rewritten before it is taken."""
    return await _page(request, ctx, demo, cle, modification=True)


@post("/demandes-de-nouvelles/{cle:uuid}/accepter", include_in_schema=False, status_code=303)
async def accepter_la_reponse(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Page:
    """Apply the answer, as it came or as just rewritten."""
    saisie = await lire_saisie(request)
    modifiee = {nom: saisie.un(nom) for nom in CHAMPS if nom in saisie}
    choix = {nom.removeprefix(_CHOIX): valeur for nom, valeur in saisie.paires if nom.startswith(_CHOIX)}
    modification = bool(modifiee)
    try:
        fiche = await accepter_reponse(ctx, cle, saisie.version, modifiee, choix)
    except Conflit as conflit:
        erreur = ErreurDeChamp(champ="etat", libelle="Fiche", message=typographier(str(conflit)))
        return await _page(request, ctx, demo, cle, saisie, (erreur,), 409, modification=modification)
    except REFUS as refus:
        erreurs = erreurs_de(refus, mots.LIBELLES)
        return await _page(request, ctx, demo, cle, saisie, erreurs, modification=modification)
    return vers(adresses.fiche_action(fiche, fait="reponse-acceptee"))


@post("/demandes-de-nouvelles/{cle:uuid}/decliner", include_in_schema=False, status_code=303)
async def decliner_la_reponse(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Page:
    """Leave the fiche as it is, and say why."""
    saisie = await lire_saisie(request)
    try:
        await decliner_reponse(ctx, cle, lire_commande(DeclinerReponse, {"motif": saisie.un("motif")}))
    except REFUS as refus:
        return await _page(request, ctx, demo, cle, saisie, erreurs_de(refus, mots.LIBELLES))
    return vers(ici.demande(cle, fait="reponse-declinee"))


@post("/demandes-de-nouvelles/{cle:uuid}/relancer", include_in_schema=False, status_code=303)
async def relancer_la_demande(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Page:
    """Ask again, until a later day when one is given."""
    saisie = await lire_saisie(request)
    try:
        donnees: dict[str, Any] = {"courriel": saisie.un("courriel")}
        if saisie.un("echeance").strip():
            donnees["echeance"] = lire_jour_dit(saisie.un("echeance"), "echeance")
        await relancer_demande(ctx, cle, lire_commande(RelancerDemande, donnees))
    except REFUS as refus:
        erreurs = erreurs_de(refus, mots.LIBELLES)
        return await _page(request, ctx, demo, cle, saisie, erreurs, pour=EtatDemande.ENVOYEE)
    return vers(ici.demande(cle, fait="demande-relancee"))


@post("/demandes-de-nouvelles/{cle:uuid}/annuler", include_in_schema=False, status_code=303)
async def annuler_la_demande(ctx: LecteurDePage, cle: FromPath[UUID]) -> Page:
    """Call it off: its link says so."""
    await annuler_demande(ctx, cle)
    return vers(ici.demande(cle, fait="demande-annulee"))


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    cle: UUID,
    saisie: Saisie | None = None,
    erreurs: tuple[ErreurDeChamp, ...] = (),
    statut: int = 422,
    *,
    modification: bool = False,
    pour: EtatDemande = EtatDemande.REPONDUE,
) -> Page:
    """``erreurs`` are those of a form the page shows in the state ``pour``."""
    d, feuille = await charger_demande(ctx, cle)
    exiger_un_formulaire(erreurs, montre=d["etat"] is pour)
    etat = await etat_de_la_fiche(d["fiche_action"])
    indicateurs = await indicateurs_de_la_fiche(d["fiche_action"])
    reponse, ecarts = _reponse(d, etat)
    attend, a_relire = d["etat"] is EtatDemande.ENVOYEE, d["etat"] is EtatDemande.REPONDUE
    redige = Droit.REDIGER in droits_sur_gouvernance(ctx.acteur, feuille["gouvernance"])
    tranche = a_relire and redige
    titre = "Relire une réponse" if a_relire else "Demande de nouvelles"
    parents = (
        Lien(libelle="Propositions", href=ici.propositions(feuille["id"])),
        Lien(libelle=f"Fiche {d['numero'] or ''}".strip(), href=adresses.fiche_action(d["fiche_action"])),
    )
    contexte = DemandeContexte(
        cadre=await cadre_de_feuille(request, ctx, demo, feuille, titre, *parents),
        fiche=mots.nom_de_la_fiche(d),
        fiche_href=adresses.fiche_action(d["fiche_action"]),
        titre=titre,
        a_qui=mots.a_qui(d),
        etat=d["etat"],
        message=texte(d["message"]),
        echeance=d["echeance"],
        depassee=bool(attend and d["echeance"] and d["echeance"] < ctx.au),
        cree_le=d["cree_le"],
        repondue_le=d["repondue_le"],
        motif=texte(d["motif"]),
        lien=_lien(request, ctx, d) if attend else None,
        relancer=_formulaire(cle, "relancer", saisie, erreurs) if attend else None,
        courriel=bool(d["courriel"]),
        annuler=ici.demande(cle, "annuler") if attend else None,
        texte=texte(reponse.texte) if reponse else None,
        mesure=mots.mesure_dite(reponse, {i["libelle"]: i["unite"] for i in indicateurs}) if reponse else None,
        changements=mots.changements(ecarts, reponse, etat) if reponse else (),
        inchanges=mots.inchanges(ecarts),
        accepter=_accepter(cle, d, etat, saisie, erreurs, statut, modification) if tranche else None,
        modification=modification and tranche,
        modifier=ici.demande(cle, "modifier") if tranche and not modification else None,
        avancements=mots.avancements(etat["avancement"], reponse.propose["avancement"] if reponse else None),
        decliner=_formulaire(cle, "decliner", saisie, erreurs) if tranche else None,
        indicateurs=mots.indicateurs(indicateurs),
    )
    return repondre_page(contexte, statut if erreurs else 200)


def _reponse(d: Ligne, etat: Ligne) -> tuple[Reponse | None, tuple[Ecart, ...]]:
    """The answer as sent, beside the fiche; nothing while it is only a draft of whoever writes it."""
    if d["repondue_le"] is None:
        return None, ()
    reponse, _ = lire_reponse(d["reponse"]["saisie"])
    return reponse, comparer(reponse.lu, reponse.propose, etat)


def _lien(request: Requete, ctx: Contexte, d: Ligne) -> Any:
    jeton = creer_jeton(ctx.secret, "nouvelles", d["id"], d["generation"])
    return lien_a_copier(request, "Adresse à envoyer", ici.nouvelles(jeton), _AIDE)


def _formulaire(cle: UUID, acte: str, saisie: Saisie | None, erreurs: tuple[ErreurDeChamp, ...]) -> Formulaire:
    return Formulaire(
        action=ici.demande(cle, acte),
        retour=ici.demande(cle),
        valeurs=saisie.valeurs if saisie else {},
        erreurs=erreurs,
    )


def _accepter(
    cle: UUID,
    d: Ligne,
    etat: Mapping[str, Any],
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
    statut: int,
    modification: bool,
) -> Formulaire:
    """The form that takes the answer: as sent, or as just rewritten. A fiche that moved gives its new version."""
    envoyee = {nom: (valeur,) for nom, valeur in d["reponse"]["saisie"].items()}
    valeurs = {**envoyee, **(saisie.valeurs if saisie else {})}
    return Formulaire(
        action=ici.demande(cle, "accepter"),
        retour=ici.demande(cle) if modification else ici.propositions(d["feuille"]),
        valeurs=valeurs,
        erreurs=erreurs,
        version=etat["version"] if saisie is None or statut == 409 else saisie.version,
    )
