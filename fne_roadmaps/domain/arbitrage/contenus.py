"""What a fiche says, as plain values: one mapping from field to value, in the shape of the command that writes it.

Texts are text or None; lists are lists of texts or of mappings, dates are ``{"edtf", "recu"}``, amounts centimes.
Two elements of a list are the same thing when they have the same key: a role and a structure, a title and a date…
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fne_roadmaps.domain.textes import replier

Contenu = Mapping[str, Any]
Element = Any

TEXTES = (
    "titre",
    "contexte",
    "objectifs",
    "description",
    "moyens_humains",
    "livrables",
    "lien_diagnostic",
    "difficultes",
    "prochaine_etape",
)
CALENDRIER = ("debut", "fin", "en_continu")
"""Chosen together: the beginning of one action and the end of another make no calendar."""
VALEURS = ("axe", "priorite", "besoin")
LISTES = (
    "axes_servis",
    "acteurs",
    "publics",
    "territoires",
    "jalons",
    "financements",
    "indicateurs",
    "liens",
)
CHAMPS = (*TEXTES, *CALENDRIER, *VALEURS, *LISTES)
"""Everything a merge or a split moves; progress, météo and news stay with the fiche they tell of."""
MONTANTS = ("demande", "promis", "obtenu", "depense")


def cle_d_element(champ: str, element: Element) -> Hashable:
    """What makes two elements of the list ``champ`` the same thing."""
    if champ == "acteurs":
        return element["role"], element["structure"]
    if champ == "publics":
        return replier(element)
    if champ == "jalons":
        return replier(element["titre"]), (element["date"] or {}).get("edtf")
    if champ == "financements":
        return replier(element["financeur"]), element["annee"]
    if champ == "indicateurs":
        return replier(element["libelle"]), replier(element["unite"] or "")
    return str(element["url"] if champ == "liens" else element)


@dataclass(frozen=True, slots=True)
class Reuni:
    """An element of a joined list, and the places (from 0) of the fiches it comes from.

    ``partage`` when they give different amounts for the same financer and year.
    """

    element: Element
    de: tuple[int, ...]
    partage: bool = False


def reunir(champ: str, listes: Sequence[Sequence[Element]], *, sommer: bool = False) -> tuple[Reuni, ...]:
    """All the elements of several lists, in order, each thing once, completed by what every list knows of it.

    Amounts of one financer and year are the greatest given, or their sum when ``sommer``.
    """
    reunis: dict[Hashable, Reuni] = {}
    for place, liste in enumerate(listes):
        for element in liste:
            cle = cle_d_element(champ, element)
            deja = reunis.get(cle)
            if deja is None:
                reunis[cle] = Reuni(element, (place,))
                continue
            partage = champ == "financements" and any(deja.element[m] != element[m] for m in MONTANTS)
            reunis[cle] = Reuni(
                _completer(champ, deja.element, element, sommer),
                deja.de if place in deja.de else (*deja.de, place),
                deja.partage or partage,
            )
    return tuple(reunis.values())


def _completer(champ: str, un: Element, autre: Element, sommer: bool) -> Element:
    if not isinstance(un, Mapping):
        return un
    complet = {nom: valeur if valeur not in (None, "", []) else autre[nom] for nom, valeur in un.items()}
    if champ == "financements":
        complet |= {nom: _montant(un[nom], autre[nom], sommer) for nom in MONTANTS}
    if champ == "indicateurs":
        complet["mesures"] = [*un["mesures"], *(m for m in autre["mesures"] if m not in un["mesures"])]
    return complet


def _montant(un: int | None, autre: int | None, sommer: bool) -> int | None:
    connus = [montant for montant in (un, autre) if montant is not None]
    if not connus:
        return None
    return sum(connus) if sommer else max(connus)


@dataclass(frozen=True, slots=True)
class Defait:
    """What undoing gives back: ``rendu`` (field → value before), and ``retouches`` (field → before, today)."""

    rendu: dict[str, Any]
    retouches: dict[str, tuple[Any, Any]]


def defaire(avant: Contenu, apres: Contenu, actuel: Contenu) -> Defait:
    """Give back what an act changed where nobody has touched it since; the rest is told, never overwritten."""
    changes = [champ for champ in avant if avant[champ] != apres[champ]]
    return Defait(
        rendu={c: avant[c] for c in changes if actuel[c] == apres[c]},
        retouches={c: (avant[c], actuel[c]) for c in changes if actuel[c] not in (apres[c], avant[c])},
    )
