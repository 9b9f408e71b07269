"""What the pages of a meeting have in common: found, the right checked, and a frame around the page."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from backend.context import Contexte
from backend.queries.vues.cadre import lieu
from backend.queries.vues.edition import structures
from backend.queries.vues.seances import SeanceVue, lire_seance
from backend.services.reunions.acces import QUOI
from backend.web import adresses
from backend.web.contexts import Cadre, Demo, Lien
from backend.web.demonstration import DemoDePage
from backend.web.edition.choix import Choix, noms_de
from backend.web.formulaires import Saisie
from backend.web.pages.commun import Requete, preparer
from backend.web.presentation.cadre import INSTANCES, de_gouvernance
from backend.web.presentation.mots import titre_sans_mention
from exports.formats import date_sans_preposition, majuscule, typographier
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.errors import RegleViolee

__all__ = ["DemoDePage", "cadre_de_seance", "choix_de_structures", "lire_duree", "lire_structure", "ouvrir_seance"]

DUREE_MAX = 1440


async def ouvrir_seance(ctx: Contexte, reunion: UUID, droit: Droit = Droit.REUNIR) -> SeanceVue:
    """The meeting, for who may ``droit``. Raises NonTrouve or Interdit."""
    vue = await lire_seance(ctx.acteur, reunion, ctx.au)
    exiger(vue.droits, droit, QUOI)
    return vue


async def cadre_de_seance(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    vue: SeanceVue,
    titre: str,
    *,
    scripts: tuple[str, ...] = (),
    refuse: bool = False,
) -> Cadre:
    """Frame of a page under a meeting; ``refuse`` when its form is shown again. Two statements."""
    lecture = await preparer(request, ctx, demo)
    r = vue.reunion
    endroit = await lieu(ctx.acteur, r["gouvernance"])
    nom = titre_sans_mention(r["titre"], r["exemple"])
    parents: list[Lien] = []
    if r["instance"]:
        parents.append(Lien(libelle=typographier(r["instance_nom"]), href=adresses.instance(r["instance"])))
    quand = majuscule(date_sans_preposition(r["date"])) if r["date"] else nom
    parents.append(Lien(libelle=quand, href=adresses.reunion(r["id"])))
    complet = f"{titre}, {nom}"
    cadre = de_gouvernance(lecture, endroit, complet, INSTANCES, tuple(parents), titre)
    return replace(cadre, scripts=scripts, titre=f"Erreur : {complet}" if refuse else complet)


async def choix_de_structures() -> Choix:
    """Organisations a form lets choose. One statement."""
    return Choix(structures=noms_de(await structures()))


def lire_structure(choix: Choix, texte: str, champ: str) -> str | None:
    """The key of the organisation typed, None for nothing. Raises RegleViolee."""
    return str(choix.lire_structure(texte, champ)) if texte.strip() else None


def lire_duree(saisie: Saisie, champ: str = "duree") -> int | None:
    """Minutes typed, None for nothing. Raises RegleViolee."""
    texte = saisie.un(champ).strip().removesuffix("min").removesuffix("minutes").strip()
    if not texte:
        return None
    if not (texte.isascii() and texte.isdigit() and len(texte) < 5 and 1 <= int(texte) <= DUREE_MAX):
        raise RegleViolee(champ, "Une durée se compte en minutes, de 1 à 1 440.")
    return int(texte)
