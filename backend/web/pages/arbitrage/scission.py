"""Splitting a fiche: every part is shown, and goes where one says."""

from __future__ import annotations

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.fiches_action.contenus import Contenu, contenu_de_fiche
from backend.queries.fiches_action.noms import Noms, noms_de
from backend.services.commands.arbitrage import ScinderFiche
from backend.services.fiches_action import annuler_scission, scinder_fiche
from backend.web import adresses
from backend.web.adresses import arbitrage as acces
from backend.web.contexts import Demo, ErreurDeChamp, Formulaire, ScissionContexte
from backend.web.contexts.arbitrage import PartAScinder
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.arbitrage.commun import en_erreur, relire
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.fiches_action.commun import cadre_de_fiche, ouvrir_fiche
from backend.web.presentation.arbitrage.mots import LIBELLES, dire, dire_element
from fne_roadmaps.domain.arbitrage import FUSIONNABLES, NOUVELLES_MAX
from fne_roadmaps.domain.arbitrage.scission import LISTES_SCINDEES, TEXTES_SCINDES
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import Instruction
from fne_roadmaps.domain.errors import Conflit, RegleViolee

_LIBELLES = {"titres.*": "Titre de la fiche nouvelle {n}", "titres": "Fiches nouvelles", **LIBELLES}
_COPIE = "copie"


@get("/fiches-action/{cle:uuid}/scission", include_in_schema=False)
async def scinder_la_fiche(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The parts of the fiche, all staying where they are."""
    return await _page(request, ctx, demo, cle, None, ())


@post("/fiches-action/{cle:uuid}/scission", include_in_schema=False, status_code=303)
async def enregistrer_la_scission(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]
) -> Reponse:
    """Split, or one more new fiche, or show again what was chosen and why it is refused."""
    saisie = await lire_saisie(request)
    if saisie.un("geste") == "ajouter":
        return await _page(request, ctx, demo, cle, saisie, ())
    try:
        acte = await scinder_fiche(ctx, str(cle), saisie.version, _commande(saisie))
    except (Conflit, *REFUS) as refus:
        fiche = (await ouvrir_fiche(ctx, cle, Droit.ARBITRER)).fiche
        vu, saisie = relire(refus, saisie, fiche["version"], "titres")
        return await _page(request, ctx, demo, cle, saisie, erreurs_de(vu, _LIBELLES))
    return vers(adresses.fiche_action(cle, fait="scission", objet=acte))


@post("/scissions/{cle:uuid}/annuler", include_in_schema=False, status_code=303)
async def defaire_la_scission(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """The parts come back."""
    fiche = await annuler_scission(ctx, cle)
    return vers(adresses.fiche_action(fiche, fait="scission-annulee"))


def _nouvelles(saisie: Saisie | None) -> int:
    """How many new fiches the form shows: one, and one more at each request."""
    if saisie is None:
        return 1
    montrees = sum(1 for n in range(NOUVELLES_MAX) if f"titres.{n}" in saisie)
    return max(1, min(NOUVELLES_MAX, montrees + (saisie.un("geste") == "ajouter")))


def _commande(saisie: Saisie) -> ScinderFiche:
    """The choices of the form; new fiches left without a title are not made. Raises RegleViolee, ValidationError."""
    titres = [saisie.un(f"titres.{n}") for n in range(_nouvelles(saisie))]
    if not any(titre.strip() for titre in titres):
        raise RegleViolee("titres.0", "Donnez un titre à la fiche nouvelle.")
    places = {0: 0}
    for n, titre in enumerate(titres, start=1):
        if titre.strip():
            places[n] = max(places.values()) + 1
    textes = {c: saisie.un(f"ou.{c}") for c in TEXTES_SCINDES}
    return ScinderFiche.model_validate(
        {
            "titres": [titre for titre in titres if titre.strip()],
            "textes": {c: _place(c, ou, places, titres) for c, ou in textes.items() if ou not in {"", _COPIE}},
            "copies": {c for c, ou in textes.items() if ou == _COPIE},
            "elements": {
                c: [_place(c, ou, places, titres) for ou in saisie.tous(f"ou.{c}")]
                for c in LISTES_SCINDEES
                if f"ou.{c}" in saisie
            },
            "pourquoi": saisie.un("pourquoi"),
        }
    )


def _place(champ: str, ou: str, places: dict[int, int], titres: list[str]) -> int:
    """Where a part goes, once the new fiches without a title are left out."""
    n = int(ou) if ou.isascii() and ou.isdigit() and len(ou) < 3 else -1
    if n in places:
        return places[n]
    if 1 <= n <= len(titres):
        raise RegleViolee(f"titres.{n - 1}", "Une part va à cette fiche : donnez-lui un titre.")
    raise RegleViolee(champ, "Cette part va à une fiche que la scission ne crée pas.")


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    cle: UUID,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    ouverte = await ouvrir_fiche(ctx, cle, Droit.ARBITRER)
    if Instruction(ouverte.fiche["instruction"]) not in FUSIONNABLES:
        etat = Instruction(ouverte.fiche["instruction"]).libelle
        raise RegleViolee("titres", f"Une fiche à l’état « {etat} » ne se scinde pas.")
    contenu = await contenu_de_fiche(cle)
    noms = await noms_de([contenu])
    nouvelles = _nouvelles(saisie)
    cadre = await cadre_de_fiche(request, ctx, demo, ouverte, "Scinder la fiche")
    contexte = ScissionContexte(
        cadre=en_erreur(cadre) if erreurs else cadre,
        fiche=f"{ouverte.nom} · {ouverte.titre}" if ouverte.nom != ouverte.titre else ouverte.titre,
        nouvelles=nouvelles,
        nouvelles_max=NOUVELLES_MAX,
        textes=_textes(contenu, noms, ouverte.feuille["mot_niveau_1"]),
        listes=_listes(contenu, noms, ouverte.feuille["mot_niveau_1"]),
        destinations=(("0", "Reste ici"), *((str(n), f"Va à la nouvelle fiche {n}") for n in range(1, nouvelles + 1))),
        formulaire=Formulaire(
            action=acces.scission(cle),
            retour=adresses.fiche_action(cle),
            valeurs=_valeurs(saisie) if saisie else {},
            erreurs=erreurs,
            version=saisie.version if saisie else ouverte.fiche["version"],
        ),
    )
    return repondre_page(contexte, 422 if erreurs else 200)


def _valeurs(saisie: Saisie) -> dict[str, tuple[str, ...]]:
    """What was chosen, the place of each line of a list under its own name."""
    valeurs = saisie.valeurs
    for champ in LISTES_SCINDEES:
        valeurs |= {f"ou.{champ}.{i}": (ou,) for i, ou in enumerate(valeurs.get(f"ou.{champ}", ()))}
    return valeurs


def _textes(contenu: Contenu, noms: Noms, mot: str) -> tuple[PartAScinder, ...]:
    return tuple(
        PartAScinder(nom=f"ou.{c}", cle=f"ou.{c}", libelle=LIBELLES[c], texte=dire(c, contenu[c], noms, mot).texte)
        for c in TEXTES_SCINDES
        if contenu[c]
    )


def _listes(contenu: Contenu, noms: Noms, mot: str) -> tuple[tuple[str, tuple[PartAScinder, ...]], ...]:
    return tuple(
        (
            LIBELLES[c],
            tuple(
                PartAScinder(nom=f"ou.{c}", cle=f"ou.{c}.{i}", libelle=dit)
                for i, dit in enumerate(dire_element(c, e, noms, mot) for e in contenu[c])
            ),
        )
        for c in LISTES_SCINDEES
        if contenu[c]
    )
