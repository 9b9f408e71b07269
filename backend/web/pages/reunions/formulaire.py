"""The form of a meeting: a new one, or one that changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.lecture import Ligne, date_de, parmi
from backend.queries.references import QUOI, charger
from backend.queries.reunions.droits import droits_a_la_reunion
from backend.queries.vues.cadre import lieu
from backend.queries.vues.edition import territoires_de
from backend.queries.vues.gouvernances import gouvernances
from backend.queries.vues.instances import comitologie
from backend.queries.vues.reunions import associees_de
from backend.services.commands.reunions import CreerReunion, ModifierReunion
from backend.services.idempotence import creer_une_fois
from backend.services.reunions import modifier_reunion
from backend.web import adresses
from backend.web.adresses import reunions as ici
from backend.web.contexts import Cadre, Demo, ErreurDeChamp, Formulaire, Lien, ReunionFormulaireContexte
from backend.web.dates_saisies import dire_date, lire_date
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, nouvelle_cle, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, preparer, repondre_page
from backend.web.presentation.cadre import INSTANCES, de_gouvernance
from backend.web.presentation.mots import lieu_dit, titre_sans_mention
from exports.formats import typographier
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.enums import GenreReunion
from fne_roadmaps.domain.errors import Conflit, RegleViolee

CHANGE = "Quelqu’un a modifié cette réunion entre-temps : vérifiez sur sa page, puis enregistrez de nouveau."
LIBELLES = {
    "instance": "Instance",
    "genre": "Nature",
    "titre": "Titre",
    "etat": "État",
    "date": "Date",
    "motif": "Pourquoi la date change",
    "heure_debut": "Début",
    "heure_fin": "Fin",
    "lieu": "Lieu",
    "lien_visio": "Lien de visioconférence",
    "territoire": "Où",
    "presidence": "Présidence",
    "secretariat": "Secrétariat",
    "gouvernances_associees": "Réunion commune avec",
    "note": "Note",
}
_TEXTES = (
    *("titre", "heure_debut", "heure_fin", "lieu", "lien_visio", "territoire", "presidence", "secretariat", "note"),
)


@get("/gouvernances/{cle:uuid}/reunions/nouvelle", include_in_schema=False)
async def nouvelle(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """A meeting of a governance, of the instance the address names when it does."""
    gouvernance = await _gouvernance(ctx, cle)
    return await _nouvelle(request, ctx, demo, gouvernance, None, ())


@post("/gouvernances/{cle:uuid}/reunions/nouvelle", include_in_schema=False, status_code=303)
async def creer(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Create it, once however often the form is sent."""
    gouvernance = await _gouvernance(ctx, cle)
    saisie = await lire_saisie(request)
    try:
        instance = saisie.un("instance").strip()
        propres = {"gouvernance": gouvernance["code"], "instance": instance, "etat": saisie.un("etat") or "brouillon"}
        if instance:
            propres["genre"] = GenreReunion.INSTANCE.value
        commande = lire_commande(CreerReunion, {"genre": saisie.un("genre"), **_donnees(saisie), **propres})
        faite = await creer_une_fois(ctx, "reunion", saisie.cle, commande)
    except REFUS as refus:
        return await _nouvelle(request, ctx, demo, gouvernance, saisie, erreurs_de(refus, LIBELLES))
    return vers(adresses.reunion(faite.texte, fait="reunion-creee"))


@get("/reunions/{cle:uuid}/modifier", include_in_schema=False)
async def modifier(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The form of a meeting, as stored."""
    return await _modification(request, ctx, demo, await reunion_a_tenir(ctx, cle), None, ())


@post("/reunions/{cle:uuid}/modifier", include_in_schema=False, status_code=303)
async def enregistrer(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Change it; a new date moves it, and the former one stays in its history."""
    reunion = await reunion_a_tenir(ctx, cle)
    saisie = await lire_saisie(request)
    try:
        lues = {nom: valeur or None for nom, valeur in _donnees(saisie).items() if nom != "gouvernances_associees"}
        lues["gouvernances_associees"] = saisie.tous("gouvernances_associees")
        if reunion["instance"] is None and saisie.un("genre"):
            lues["genre"] = saisie.un("genre")
        if motif := saisie.un("motif").strip():
            lues["motif"] = motif
        await modifier_reunion(ctx, str(cle), saisie.version, ModifierReunion.model_validate(lues))
    except (Conflit, *REFUS) as refus:
        depassee = isinstance(refus, Conflit)
        erreurs = erreurs_de(RegleViolee("titre", CHANGE) if depassee else refus, LIBELLES)
        relue = saisie.a_version(reunion["version"]) if depassee else saisie
        return await _modification(request, ctx, demo, reunion, relue, erreurs)
    return vers(adresses.reunion(cle, fait="reunion-modifiee"))


async def reunion_a_tenir(ctx: Contexte, cle: UUID) -> Ligne:
    """The meeting, for who holds it. Raises NonTrouve or Interdit."""
    reunion = await charger(ctx.acteur, "reunion", cle)
    exiger(await droits_a_la_reunion(ctx.acteur, reunion), Droit.REUNIR, QUOI["reunion"])
    return reunion


async def cadre_de_reunion(request: Requete, ctx: Contexte, demo: Demo | None, reunion: Ligne, titre: str) -> Cadre:
    """Frame of a page under a meeting. Three statements."""
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, reunion["gouvernance"])
    nom = titre_sans_mention(reunion["titre"], reunion["exemple"])
    parent = Lien(libelle=nom, href=adresses.reunion(reunion["id"]))
    return de_gouvernance(lecture, endroit, f"{titre}, {nom}", INSTANCES, (parent,), titre)


async def _gouvernance(ctx: Contexte, cle: UUID) -> Ligne:
    gouvernance = await charger(ctx.acteur, "gouvernance", cle)
    exiger(droits_sur_gouvernance(ctx.acteur, cle), Droit.REUNIR, QUOI["gouvernance"])
    return gouvernance


def _donnees(saisie: Saisie) -> dict[str, Any]:
    """What was typed, as the commands read it. Raises RegleViolee on the date."""
    return {
        **{champ: saisie.un(champ).strip() for champ in _TEXTES},
        "date": lire_date(saisie.un("date"), "date"),
        "confirmee": bool(saisie.un("confirmee")),
        "gouvernances_associees": saisie.tous("gouvernances_associees"),
    }


async def _nouvelle(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    gouvernance: Ligne,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, gouvernance["id"])
    titre = "Nouvelle réunion"
    debut = {"instance": (request.query_params.get("instance", ""),), "etat": ("brouillon",), "confirmee": ("oui",)}
    formulaire = Formulaire(
        action=ici.nouvelle(gouvernance["id"]),
        retour=adresses.gouvernance(gouvernance["id"], "reunions"),
        valeurs=saisie.valeurs if saisie else debut,
        erreurs=erreurs,
        cle=saisie.cle if saisie else nouvelle_cle(),
    )
    arbre = await comitologie(ctx.acteur, gouvernance["id"], ctx.au)
    contexte = ReunionFormulaireContexte(
        cadre=de_gouvernance(lecture, endroit, titre, INSTANCES, (), titre),
        titre=titre,
        sur_titre=typographier(gouvernance["nom"]),
        formulaire=formulaire,
        nouvelle=True,
        instances=tuple(
            (n.instance["code"], typographier(n.instance["nom"]))
            for n in arbre.par_cle.values()
            if n.instance["fin"] is None or n.instance["fin"] >= ctx.au
        ),
        **await _choix(ctx, gouvernance["id"]),
    )
    return _montrer(contexte, erreurs)


async def _modification(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    reunion: Ligne,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    titre = "Modifier la réunion"
    formulaire = Formulaire(
        action=ici.modifier(reunion["id"]),
        retour=adresses.reunion(reunion["id"]),
        valeurs=saisie.valeurs if saisie else await _valeurs(reunion),
        erreurs=erreurs,
        version=saisie.version if saisie else reunion["version"],
    )
    choix = await _choix(ctx, reunion["gouvernance"])
    contexte = ReunionFormulaireContexte(
        cadre=await cadre_de_reunion(request, ctx, demo, reunion, titre),
        titre=titre,
        sur_titre=titre_sans_mention(reunion["titre"], reunion["exemple"]),
        formulaire=formulaire,
        nouvelle=False,
        instances=(),
        **{**choix, "genres": () if reunion["instance"] else choix["genres"]},
    )
    return _montrer(contexte, erreurs)


async def _choix(ctx: Contexte, gouvernance: UUID) -> dict[str, Any]:
    voisines = await gouvernances(ctx.acteur, parmi("g.id", ctx.acteur.gouvernances(Droit.REUNIR)))
    return {
        "genres": tuple((g.value, g.libelle) for g in GenreReunion if g is not GenreReunion.INSTANCE),
        "territoires": tuple((t["code"], typographier(t["nom"])) for t in await territoires_de(gouvernance, None)),
        "voisines": tuple(
            (v["code"], lieu_dit(v["nom"], v["type"], v["t_nom"])) for v in voisines if v["id"] != gouvernance
        ),
    }


async def _valeurs(reunion: Ligne) -> dict[str, tuple[str, ...]]:
    """What the form of a stored meeting holds."""
    associees = await associees_de(reunion["id"])
    valeurs = {champ: (reunion[champ] or "",) for champ in _TEXTES if champ != "territoire"}
    return {
        **valeurs,
        "date": (dire_date(date_de(reunion)),),
        "genre": (reunion["genre"],),
        "confirmee": ("oui",) if reunion["confirmee"] else (),
        "territoire": (associees["territoire"] or "",),
        "gouvernances_associees": tuple(associees["gouvernances"]),
    }


def _montrer(contexte: ReunionFormulaireContexte, erreurs: tuple[ErreurDeChamp, ...]) -> Reponse:
    if erreurs:
        contexte = replace(contexte, cadre=replace(contexte.cadre, titre=f"Erreur : {contexte.cadre.titre}"))
    return repondre_page(contexte, 422 if erreurs else 200)
