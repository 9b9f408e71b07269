"""Small turns of phrase several pages share."""

from __future__ import annotations

from collections.abc import Iterable

from exports.formats import compte, de, typographier
from fne_roadmaps.domain.enums import TypeGouvernance


def texte(valeur: str | None) -> str | None:
    """A stored text with French typography, None when there is nothing to say."""
    return typographier(valeur) if valeur and valeur.strip() else None


def titre_sans_mention(valeur: str, exemple: bool) -> str:
    """A title; « (exemple) » at its end is left to the badge that pages put beside it."""
    return typographier(valeur.removesuffix(" (exemple)") if exemple else valeur)


def nom_court(nom: str, du_territoire: str) -> str:
    """« Préfecture d’Eure-et-Loir » under the title « Eure-et-Loir » is « préfecture »; other names stay whole."""
    court = nom.removesuffix(f" {du_territoire}")
    return nom if court == nom else court[:1].lower() + court[1:]


def lieu_dit(gouvernance: str, type_: str, territoire: str) -> str:
    """How a governance is called in titles: by its territory, or by its own name when others share it."""
    if type_ in {TypeGouvernance.DEPARTEMENTALE, TypeGouvernance.REGIONALE, TypeGouvernance.INFRA_DEPARTEMENTALE}:
        return territoire
    return typographier(gouvernance)


def niveau_1(mot: str, mots: str, axes: int, transversaux: int) -> str | None:
    """« 6 orientations stratégiques »; None without any.

    A transversal heading crosses others: alone, it says that the titles of the others are not published.
    """
    if not axes:
        return None
    if axes == transversaux:
        return compte(axes, f"titre {de(mot)} publié", f"titres {de(mots)} publiés")
    return compte(axes, mot, mots)


def source_commune(sources: Iterable[str | None]) -> str | None:
    """The source all lines share, so that it is said once; None when they differ or have none."""
    toutes = set(sources)
    return toutes.pop() if len(toutes) == 1 else None
