"""What the pages that keep an instance share: the instance and the right, their frame, and how fields are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import Ligne
from backend.queries.references import QUOI, charger
from backend.queries.vues.cadre import lieu
from backend.web import adresses
from backend.web.contexts import Cadre, Demo, ErreurDeChamp, Lien, TexteEnregistre
from backend.web.formulaires import Saisie
from backend.web.pages.commun import Requete, preparer
from backend.web.presentation.cadre import INSTANCES, de_gouvernance
from exports.formats import date_longue, typographier
from fne_roadmaps.domain.dates import lire_jour_dit
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, droits_sur_instance, exiger
from fne_roadmaps.domain.errors import ReglesViolees, RegleViolee

T = TypeVar("T")


async def tenue(ctx: Contexte, cle: UUID) -> Ligne:
    """An instance, for who keeps it. One statement. Raises NonTrouve or Interdit."""
    instance = await charger(ctx.acteur, "instance", cle)
    exiger(droits_sur_instance(ctx.acteur, instance["gouvernance"], instance["id"]), Droit.REUNIR, QUOI["instance"])
    return instance


async def gouvernance_tenue(ctx: Contexte, reference: str) -> Ligne:
    """A governance, for who keeps its bodies. One statement. Raises NonTrouve or Interdit."""
    gouvernance = await charger(ctx.acteur, "gouvernance", reference)
    exiger(droits_sur_gouvernance(ctx.acteur, gouvernance["id"]), Droit.REUNIR, QUOI["gouvernance"])
    return gouvernance


async def cadre_d_instance(
    request: Requete, ctx: Contexte, demo: Demo | None, instance: Ligne, titre: str, *suite: Lien
) -> Cadre:
    """Frame of a page below that of an instance. Two statements."""
    tete = Lien(libelle=typographier(instance["nom"]), href=adresses.instance(instance["id"]))
    return await cadre_de_comitologie(request, ctx, demo, instance["gouvernance"], titre, tete, *suite)


async def cadre_de_comitologie(
    request: Requete, ctx: Contexte, demo: Demo | None, gouvernance: UUID, titre: str, *suite: Lien
) -> Cadre:
    """Frame of a page about the bodies of a governance. Two statements."""
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, gouvernance)
    return de_gouvernance(lecture, endroit, titre, INSTANCES, suite, titre)


class Lecture:
    """Fields of a form, read one by one; what is refused is told of all of them at once."""

    def __init__(self, saisie: Saisie) -> None:
        self.saisie = saisie
        self.refus: list[RegleViolee] = []

    def texte(self, champ: str) -> str | None:
        """None for an empty field."""
        return self.saisie.un(champ).strip() or None

    def jour(self, champ: str) -> date | None:
        """A day in words or figures."""
        return self._lire(champ, lambda texte: lire_jour_dit(texte, champ))

    def entier(self, champ: str, maxi: int) -> int | None:
        """A whole number from 1."""

        def lire(texte: str) -> int:
            if not (texte.isascii() and texte.isdigit() and len(texte) < 6 and 1 <= int(texte) <= maxi):
                raise RegleViolee(champ, f"Écrivez un nombre entier de 1 à {maxi}.")
            return int(texte)

        return self._lire(champ, lire)

    def avec(self, champ: str, lire: Callable[[str], T]) -> T | None:
        """Whatever ``lire`` makes of a field that is not empty."""
        return self._lire(champ, lire)

    def _lire(self, champ: str, lire: Callable[[str], T]) -> T | None:
        texte = self.texte(champ)
        if texte is None:
            return None
        try:
            return lire(texte)
        except RegleViolee as refus:
            self.refus.append(refus)
            return None

    def finir(self) -> None:
        """Raises ReglesViolees when something was refused."""
        if self.refus:
            raise ReglesViolees(self.refus)


def en_texte(valeur: Any) -> tuple[str, ...]:
    """A stored value as a form shows it."""
    if valeur is None or valeur is False:
        return ("",) if valeur is None else ()
    if valeur is True:
        return ("oui",)
    return (date_longue(valeur),) if isinstance(valeur, date) else (str(valeur),)


def enregistres(
    valeurs: Mapping[str, tuple[str, ...]],
    libelles: Mapping[str, str],
    options: Mapping[str, Iterable[tuple[str, str]]] | None = None,
) -> tuple[TexteEnregistre, ...]:
    """What is kept, beside what was typed; ``options`` give words to what is chosen."""
    mots = {champ: dict(liste) for champ, liste in (options or {}).items()}
    return tuple(
        TexteEnregistre(libelle=libelle, texte=typographier(mots.get(champ, {}).get(texte, texte)))
        for champ, libelle in libelles.items()
        if (texte := next(iter(valeurs.get(champ, ())), ""))
    )


def changee(champ: str, libelle: str, message: str) -> tuple[ErreurDeChamp, ...]:
    """What a conflict says at the head of the form."""
    return (ErreurDeChamp(champ=champ, libelle=libelle, message=typographier(message)),)
