"""Lists of fiches kept under a name: each belongs to one account, and only that account sees it."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlencode
from uuid import UUID

from backend.context import Contexte
from backend.queries.fiches_action import FICHES
from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.references import QUOI, charger
from backend.services.ecriture import changer, creer, ecriture
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.domain.textes import replier, texte_propre
from fne_roadmaps.tables.espace import VueEnregistree

NOM_MAX = 80
VUES_MAX = 100
PRESENTATION = ("tri", "presentation", "echelle", "colonnes")
_QUOI = "Cette vue"


async def enregistrer_vue(ctx: Contexte, feuille: UUID, nom: str, requete: str) -> UUID:
    """Keep the query of a list under a name. Raises RegleViolee on ``nom`` when it is taken, NonTrouve, Interdit."""
    async with ecriture():
        return await _enregistrer(ctx, feuille, nom, requete)


async def _enregistrer(ctx: Contexte, feuille: UUID, nom: str, requete: str) -> UUID:
    rangee = await charger(ctx.acteur, "feuille_de_route", feuille)
    _exiger_un_compte(ctx, rangee)
    siennes = await _siennes(ctx, feuille)
    if len(siennes) >= VUES_MAX:
        raise RegleViolee("nom", f"Vous gardez déjà {VUES_MAX} vues ici : retirez-en une.")
    propre = _nom_libre(nom, siennes)
    valeurs = {
        "compte": ctx.acteur.cle,
        "feuille_de_route": feuille,
        "nom": propre,
        "requete": _requete_propre(requete),
    }
    return await creer(
        ctx, VueEnregistree, f"{ctx.acteur.identifiant}:{rangee['code']}:{propre}", valeurs,
        gouvernance=rangee["gouvernance"], saisie={"nom": propre, "requete": valeurs["requete"]},
    )  # fmt: skip


async def renommer_vue(ctx: Contexte, feuille: UUID, cle: UUID, version: int | None, nom: str) -> None:
    """Give a view of a roadmap another name. Raises as ``enregistrer_vue``, and Conflit."""
    async with ecriture():
        vue = await _charger(ctx, cle)
        if vue["feuille_de_route"] != feuille:
            raise NonTrouve(_QUOI)
        siennes = [v for v in await _siennes(ctx, feuille) if v["id"] != cle]
        await _changer(ctx, vue, version, {"nom": _nom_libre(nom, siennes)}, "renommer")


async def retirer_vue(ctx: Contexte, cle: UUID) -> UUID:
    """Remove a view; asked twice, it is removed once. Returns the key of its roadmap."""
    async with ecriture():
        vue = await _charger(ctx, cle, retiree=None)
        if vue["supprime_le"] is None:
            await _changer(ctx, vue, None, {"supprime_le": ctx.maintenant}, "supprimer")
        return UUID(str(vue["feuille_de_route"]))


async def retablir_vue(ctx: Contexte, cle: UUID) -> UUID:
    """Bring a removed view back. Raises RegleViolee when its name was taken meanwhile."""
    async with ecriture():
        vue = await _charger(ctx, cle, retiree=None)
        if vue["supprime_le"] is not None:
            _nom_libre(vue["nom"], await _siennes(ctx, vue["feuille_de_route"]))
            await _changer(ctx, vue, None, {"supprime_le": None}, "retablir")
        return UUID(str(vue["feuille_de_route"]))


def _exiger_un_compte(ctx: Contexte, feuille: Ligne) -> None:
    exiger(droits_sur_gouvernance(ctx.acteur, feuille["gouvernance"]), Droit.SUIVRE, QUOI["feuille_de_route"])
    if ctx.acteur.cle is None:
        raise Interdit("Une vue se garde dans un compte : entrez d’abord avec le vôtre.")


async def _charger(ctx: Contexte, cle: UUID, *, retiree: bool | None = False) -> Ligne:
    """A view of the account, for who still follows its roadmap; ``retiree`` None takes both kinds."""
    vue = await ligne(
        "SELECT v.*, f.gouvernance FROM vue_enregistree v JOIN feuille_de_route f ON f.id = v.feuille_de_route "
        "WHERE v.id = {} AND v.compte = {} AND f.supprime_le IS NULL",
        cle,
        ctx.acteur.cle,
    )
    if vue is None or (retiree is False and vue["supprime_le"] is not None):
        raise NonTrouve(_QUOI)
    exiger(droits_sur_gouvernance(ctx.acteur, vue["gouvernance"]), Droit.SUIVRE, _QUOI)
    return vue


async def _siennes(ctx: Contexte, feuille: UUID) -> list[Ligne]:
    return await lignes(
        "SELECT id, nom FROM vue_enregistree WHERE compte = {} AND feuille_de_route = {} AND supprime_le IS NULL",
        ctx.acteur.cle,
        feuille,
    )


async def _changer(ctx: Contexte, vue: Ligne, version: int | None, valeurs: dict[str, Any], action: str) -> None:
    await changer(ctx, VueEnregistree, vue, version, valeurs, gouvernance=vue["gouvernance"], action=action)


def _nom_libre(nom: str, siennes: list[Ligne]) -> str:
    """The name, if no other view of the account has it, accents and capitals aside."""
    propre = texte_propre(nom, "nom", NOM_MAX, obligatoire=True)
    if any(replier(v["nom"]) == replier(propre) for v in siennes):
        raise RegleViolee("nom", f"Vous gardez déjà une vue sous le nom « {propre} » : donnez-en un autre.")
    return propre


def _requete_propre(requete: str) -> str:
    """Only what a list understands is kept; values are checked again each time the view is opened."""
    permis = {*FICHES.filtres, *PRESENTATION} - {"feuille_de_route"}
    paires = [(nom, valeur[:200]) for nom, valeur in parse_qsl(requete[:4000]) if nom in permis]
    return urlencode(list(dict(paires).items()))
