"""One seat: who it belongs to, who holds it, its college, its voice and its mandate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.lecture import Ligne
from backend.services.commands.instances import AjouterSiege, SiegeSaisi
from backend.services.idempotence import creer_une_fois
from backend.services.sieges import QUOI, deplacer_siege, modifier_siege, sieges_tenus
from backend.web.adresses import instances as ici
from backend.web.contexts import Demo, ErreurDeChamp, Formulaire, Lien, SiegeFormulaireContexte
from backend.web.demonstration import DemoDePage
from backend.web.edition.choix import Choix, charger_organisations
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_saisie, nouvelle_cle, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.instances.commun import Lecture, cadre_d_instance, changee, en_texte, enregistres, tenue
from exports.formats import typographier
from fne_roadmaps.domain.errors import Conflit, NonTrouve, RegleViolee

LIBELLES = {
    "structure": "Organisation",
    "libelle": "Nom du siège",
    "poste": "Titulaire",
    "suppleant": "Suppléant",
    "college": "Collège",
    "voix": "Voix",
    "debut": "Début du mandat",
    "fin": "Fin du mandat",
    "place": "Place dans la liste",
    "source": "Source",
    "quorum": "Quorum",
}
_DIRECTS = ("libelle", "college", "voix", "debut", "fin", "source", "place")
_CHANGE = "Quelqu’un a modifié ce siège entre-temps : vérifiez votre texte, puis enregistrez de nouveau."


@get("/instances/{cle:uuid}/sieges/nouveau", include_in_schema=False)
async def nouveau_siege(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The form of a new seat."""
    return await _page(request, ctx, demo, await tenue(ctx, cle), None, None, ())


@post("/instances/{cle:uuid}/sieges/nouveau", include_in_schema=False, status_code=303)
async def ajouter_un_siege(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Add it once however often the form is sent; go on with another one, or back to the composition."""
    instance = await tenue(ctx, cle)
    saisie = await lire_saisie(request)
    try:
        donnees = _donnees(saisie, await charger_organisations())
        commande = AjouterSiege.model_validate({**donnees, "instance": str(cle)})

        recu = await creer_une_fois(ctx, "siege", saisie.cle, commande)
    except REFUS as refus:
        return await _page(request, ctx, demo, instance, None, saisie, erreurs_de(refus, LIBELLES))
    if saisie.un("suite") == "autre":
        return vers(ici.nouveau_siege(cle, fait="siege-ajoute"))
    return vers(ici.composition(cle, recu.texte, fait="siege-ajoute"))


@get("/instances/{cle:uuid}/sieges/{siege:uuid}", include_in_schema=False)
async def modifier_le_siege(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID], siege: FromPath[UUID]
) -> Reponse:
    """The form of a seat, as it stands."""
    instance = await tenue(ctx, cle)
    return await _page(request, ctx, demo, instance, await _siege(cle, siege), None, ())


@post("/instances/{cle:uuid}/sieges/{siege:uuid}", include_in_schema=False, status_code=303)
async def enregistrer_le_siege(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID], siege: FromPath[UUID]
) -> Reponse:
    """Change a seat, and its place in the list."""
    instance = await tenue(ctx, cle)
    tenu = await _siege(cle, siege)
    saisie = await lire_saisie(request)
    try:
        lecture = Lecture(saisie)
        place = lecture.entier("place", 1000)
        lecture.finir()
        commande = SiegeSaisi.model_validate(_donnees(saisie, await charger_organisations()))
        await modifier_siege(ctx, siege, saisie.version, commande)
        if place is not None and place != tenu["place"]:
            await deplacer_siege(ctx, siege, place)
    except Conflit:
        erreurs = changee("structure", "Siège", _CHANGE)
        return await _page(request, ctx, demo, instance, tenu, saisie, erreurs, perime=True)
    except REFUS as refus:
        return await _page(request, ctx, demo, instance, tenu, saisie, erreurs_de(refus, LIBELLES))
    return vers(ici.composition(cle, str(siege), fait="siege-modifie"))


async def _siege(instance: UUID, cle: UUID) -> Ligne:
    """A seat of the instance, with its place among the others. Raises NonTrouve."""
    for place, siege in enumerate(await sieges_tenus(instance), start=1):
        if siege["id"] == cle:
            return {**siege, "place": place}
    raise NonTrouve(QUOI)


def _donnees(saisie: Saisie, choix: Choix) -> dict[str, Any]:
    """Fields of the command; names lead to keys. Raises ReglesViolees naming each field that cannot be read."""
    lecture = Lecture(saisie)
    structure = lecture.avec("structure", lambda texte: choix.lire_structure(texte, "structure"))
    poste = lecture.avec("poste", lambda texte: _poste(choix, structure, texte, "poste"))
    suppleant = lecture.avec("suppleant", lambda texte: _poste(choix, structure, texte, "suppleant"))
    donnees = {
        "structure": structure and str(structure),
        "poste": poste and str(poste),
        "suppleant": suppleant and str(suppleant),
        "libelle": lecture.texte("libelle"),
        "college": lecture.texte("college"),
        "voix": saisie.un("voix") == "oui",
        "debut": lecture.jour("debut"),
        "fin": lecture.jour("fin"),
        "source": lecture.texte("source"),
    }
    lecture.finir()
    return donnees


def _poste(choix: Choix, structure: UUID | None, texte: str, champ: str) -> UUID:
    """A post by its function and organisation, or by its function alone in the organisation of the seat."""
    cle = choix.tous_les_postes().lire(texte)
    if cle is not None:
        return cle
    if structure is not None:
        return choix.lire_poste(structure, texte, champ)
    raise RegleViolee(
        champ, f"« {texte[:80]} » n’est pas un poste connu : choisissez-le dans la liste, ou laissez ce champ vide."
    )


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    instance: Ligne,
    siege: Ligne | None,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
    *,
    perime: bool = False,
) -> Reponse:
    cle = instance["id"]
    choix = await charger_organisations()
    sieges = await sieges_tenus(cle)
    tenues = _valeurs(siege, choix) if siege else {"voix": ("oui",)}
    titre = "Modifier le siège" if siege else "Ajouter un siège"
    version = (siege["version"] if saisie is None or perime else saisie.version) if siege else None
    retour = Lien(libelle="Composition", href=ici.composition(cle))
    contexte = SiegeFormulaireContexte(
        cadre=await cadre_d_instance(request, ctx, demo, instance, titre, retour),
        nom=typographier(instance["nom"]),
        titre=titre,
        bouton="Enregistrer le siège" if siege else "Ajouter le siège",
        neuf=siege is None,
        structures=tuple(choix.structures.libelles.values()),
        postes=tuple(choix.tous_les_postes().libelles.values()),
        colleges=tuple(dict.fromkeys(s["college"] for s in sieges if s["college"])),
        places=len(sieges),
        formulaire=Formulaire(
            action=ici.siege(cle, siege["id"]) if siege else ici.nouveau_siege(cle),
            retour=ici.composition(cle, str(siege["id"]) if siege else ""),
            valeurs=saisie.valeurs if saisie else tenues,
            erreurs=erreurs,
            cle=None if siege else saisie.cle if saisie else nouvelle_cle(),
            version=version,
        ),
        enregistres=enregistres(tenues, LIBELLES) if perime else (),
    )
    return repondre_page(contexte, (409 if perime else 422) if erreurs else 200)


def _valeurs(siege: Ligne, choix: Choix) -> Mapping[str, tuple[str, ...]]:
    postes = choix.tous_les_postes()
    return {
        **{
            champ: en_texte(siege[champ]) for champ in ("libelle", "college", "voix", "debut", "fin", "source", "place")
        },
        "structure": (choix.structures.nommer(siege["structure"], "") if siege["structure"] else "",),
        "poste": (postes.nommer(siege["poste"], "") if siege["poste"] else "",),
        "suppleant": (postes.nommer(siege["suppleant"], "") if siege["suppleant"] else "",),
    }
