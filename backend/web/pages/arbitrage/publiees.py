"""Published fiches: searching them, reading one, taking one up."""

from __future__ import annotations

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.fiches_publiees import chercher_fiches_publiees, feuilles_ou_reprendre, lire_fiche_publiee
from backend.queries.lecture import Ligne, date_de
from backend.services.commands.arbitrage import ReprendreFiche
from backend.services.idempotence import creer_une_fois
from backend.web import adresses
from backend.web.adresses import arbitrage as acces
from backend.web.contexts import (
    Cadre,
    Demo,
    ErreurDeChamp,
    FichePublieeContexte,
    FichesPublieesContexte,
    Formulaire,
    Lien,
    ReprendreContexte,
)
from backend.web.contexts.arbitrage import Options
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, nouvelle_cle, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.arbitrage.commun import en_erreur
from backend.web.pages.commun import Reponse, Requete, parametres_connus, preparer, repondre_page
from backend.web.presentation.arbitrage.publiees import copie_de, points_de, reperes_de, textes_publies
from backend.web.presentation.cadre import de_region
from backend.web.presentation.mots import texte
from exports.formats import majuscule, typographier
from fne_roadmaps.domain.enums import Instruction
from fne_roadmaps.domain.errors import NonTrouve
from fne_roadmaps.domain.textes import replier

TITRE = "Fiches publiées"
_LIBELLES = {
    "feuille_de_route": "Feuille de route",
    "axe": "Place",
    "instruction": "État",
    "note": "Pourquoi la reprendre",
}
_ETATS = (
    (Instruction.BROUILLON.value, "Un brouillon, à adapter avant de la proposer"),
    (Instruction.PROPOSEE.value, "Une proposition, à arbitrer"),
)
_LONGUEUR = 200


@get("/fiches-publiees", include_in_schema=False)
async def fiches_publiees(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """Fiches of the last published texts that hold the words, without accents, of one governance or all."""
    lus = dict(parametres_connus(request, ("texte", "gouvernance")))
    cherche, gouvernance = lus.get("texte", "")[:_LONGUEUR], lus.get("gouvernance", "")
    versions, toutes = await chercher_fiches_publiees(ctx.acteur, replier(cherche).split(), gouvernance or None)
    codes = {v["gouvernance_code"]: f"{v['territoire']} ({v['gouvernance_code']})" for v in toutes}
    contexte = FichesPublieesContexte(
        cadre=await _cadre(request, ctx, demo, TITRE),
        textes=textes_publies(versions),
        total=sum(len(v.fiches) for v in versions),
        choix=tuple(codes.items()),
        formulaire=Formulaire(
            action=acces.FICHES_PUBLIEES,
            retour=acces.FICHES_PUBLIEES,
            valeurs={"texte": (cherche,), "gouvernance": (gouvernance,)},
        ),
        cherche=bool(cherche or gouvernance),
    )
    return repondre_page(contexte)


@get("/fiches-publiees/{version:uuid}/{numero:str}", include_in_schema=False)
async def fiche_publiee(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, version: FromPath[UUID], numero: FromPath[str]
) -> Reponse:
    """One fiche as its text says it."""
    publiee = await lire_fiche_publiee(ctx.acteur, version, numero)
    ailleurs = [f for f in await feuilles_ou_reprendre(ctx.acteur) if f["id"] != publiee.version["feuille"]]
    v = publiee.version
    contexte = FichePublieeContexte(
        cadre=await _cadre(request, ctx, demo, f"Fiche {numero} publiée, {v['feuille_code']}", _RETOUR),
        titre=typographier(publiee.fiche.titre),
        numero=numero,
        territoire=v["territoire"],
        texte=Lien(libelle=typographier(v["feuille_titre"]), href=adresses.feuille_de_route(v["feuille"])),
        etat=v["etat"],
        date=date_de(v),
        version=v["numero"],
        axe=f"{majuscule(v['mot_niveau_1'])} {numero.partition('.')[0]}, {texte(publiee.axe) or 'titre non publié'}",
        exemple=publiee.fiche.exemple,
        points=points_de(publiee.fiche),
        reperes=reperes_de(publiee.fiche),
        reprendre=acces.reprise(version, numero) if ailleurs else None,
    )
    return repondre_page(contexte)


@get("/fiches-publiees/{version:uuid}/{numero:str}/reprise", include_in_schema=False)
async def reprendre_la_fiche(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, version: FromPath[UUID], numero: FromPath[str]
) -> Reponse:
    """Where to take it up, and as what."""
    return await _page(request, ctx, demo, version, numero, None, ())


@post("/fiches-publiees/{version:uuid}/{numero:str}/reprise", include_in_schema=False, status_code=303)
async def enregistrer_la_reprise(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, version: FromPath[UUID], numero: FromPath[str]
) -> Reponse:
    """Take it up, once however often the form is sent."""
    saisie = await lire_saisie(request)
    try:
        champs = {nom: saisie.un(nom) for nom in ("feuille_de_route", "instruction", "note")}
        axe = saisie.un(f"axe.{champs['feuille_de_route']}")
        donnees = {"version": version, "numero": numero, **champs, "axe": axe}
        commande = lire_commande(ReprendreFiche, donnees)
        reponse = await creer_une_fois(ctx, "reprise", saisie.cle, commande)
    except REFUS as refus:
        return await _page(request, ctx, demo, version, numero, saisie, erreurs_de(refus, _LIBELLES))
    return vers(adresses.fiche_action(reponse.texte, fait="reprise"))


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    version: UUID,
    numero: str,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    publiee = await lire_fiche_publiee(ctx.acteur, version, numero)
    feuilles = [f for f in await feuilles_ou_reprendre(ctx.acteur) if f["id"] != publiee.version["feuille"]]
    if not feuilles:
        raise NonTrouve("Cette reprise")
    defaut = {"feuille_de_route": (feuilles[0]["code"],), "instruction": (Instruction.BROUILLON.value,)}
    parent = Lien(libelle=f"Fiche {numero} publiée", href=acces.fiche_publiee(version, numero))
    cadre = await _cadre(request, ctx, demo, "Reprendre cette fiche", _RETOUR, parent)
    contexte = ReprendreContexte(
        cadre=en_erreur(cadre) if erreurs else cadre,
        fiche=f"{publiee.version['territoire']}, {publiee.version['feuille_code']}/{numero}",
        titre=typographier(publiee.fiche.titre),
        feuilles=tuple((f["code"], typographier(f"{f['territoire']}, {f['titre']} ({f['code']})")) for f in feuilles),
        axes={f["code"]: _axes(f) for f in feuilles},
        copie=copie_de(publiee),
        etats=_ETATS,
        formulaire=Formulaire(
            action=acces.reprise(version, numero),
            retour=acces.fiche_publiee(version, numero),
            valeurs=saisie.valeurs if saisie else defaut,
            erreurs=erreurs,
            cle=saisie.cle if saisie else nouvelle_cle(),
        ),
    )
    return repondre_page(contexte, 422 if erreurs else 200)


def _axes(feuille: Ligne) -> Options:
    mot = majuscule(feuille["mot_niveau_1"])
    return tuple(
        (str(a["id"]), typographier(f"{mot} {a['rang']}, {texte(a['titre']) or 'titre non publié'}"))
        for a in feuille["axes"]
    )


_RETOUR = Lien(libelle=TITRE, href=acces.FICHES_PUBLIEES)


async def _cadre(request: Requete, ctx: Contexte, demo: Demo | None, titre: str, *parents: Lien) -> Cadre:
    """These pages are of the region: a published fiche is read by all."""
    lecture = await preparer(request, ctx, demo)
    region = Lien(libelle="Région", href=adresses.REGION)
    return de_region(lecture, titre, None, (region, *parents), titre)
