"""Lines of a list added, removed and moved in a form, and a form taken up again, before anything is saved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from backend.web.edition.sections import Champ, Section
from backend.web.edition.textes import Textes, a_plat, lignes_de
from backend.web.formulaires import Saisie

GESTE, REPRENDRE = "geste", "reprendre"
LIGNES_MAX = 200
_GESTE = re.compile(r"(ajouter|retirer|monter|descendre):([a-z]+)(?:\.(\d{1,3})\.([a-z]+))?(?::(\d{1,3}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Fait:
    """The texts after a gesture, and the field where the person goes on."""

    textes: Textes
    focus: str | None


def faire(section: Section, saisie: Saisie) -> Fait | None:
    """Do what the pressed button says; None when none of them was, or it says nothing that can be done."""
    repris = saisie.un(GESTE).partition(f"{REPRENDRE}:")
    if repris[1] and not repris[0]:
        return Fait(saisie.valeurs, repris[2])
    trouve = _GESTE.fullmatch(saisie.un(GESTE))
    liste = next((c for c in section.listes if trouve and c.nom == trouve[2]), None)
    if trouve is None or liste is None:
        return None
    textes: Textes = saisie.valeurs
    lignes = lignes_de(liste, textes)
    acte, rang = trouve[1], int(trouve[5]) if trouve[5] else len(lignes)
    if trouve[4] is None:
        place = _agir(acte, liste, lignes, rang)
        focus = f"{liste.nom}.{place}.{_premiere(liste)}" if place is not None else None
    else:
        dehors = int(trouve[3])
        if liste.sous is None or liste.sous.nom != trouve[4]:
            return None
        while len(lignes) <= dehors < LIGNES_MAX:
            lignes.append(_neuve(liste))
        if dehors >= len(lignes):
            return None
        dedans: list[dict[str, Any]] = lignes[dehors][liste.sous.nom]
        place = _agir(acte, liste.sous, dedans, int(trouve[5]) if trouve[5] else len(dedans))
        focus = f"{liste.nom}.{dehors}.{liste.sous.nom}.{place}.{_premiere(liste.sous)}" if place is not None else None
    debut = f"{liste.nom}."
    return Fait({n: v for n, v in textes.items() if not n.startswith(debut)} | a_plat(liste.nom, lignes), focus)


def _agir(acte: str, liste: Champ, lignes: list[dict[str, Any]], rang: int) -> int | None:
    """Change ``lignes`` in place; the line to go on with, None when the list is empty."""
    if acte == "ajouter":
        if len(lignes) < LIGNES_MAX:
            lignes.append(_neuve(liste))
        return len(lignes) - 1
    if rang >= len(lignes):
        return None
    if acte == "retirer":
        del lignes[rang]
        return min(rang, len(lignes) - 1) if lignes else None
    voisin = rang - 1 if acte == "monter" else rang + 1
    if 0 <= voisin < len(lignes):
        lignes[rang], lignes[voisin] = lignes[voisin], lignes[rang]
        return voisin
    return rang


def _neuve(liste: Champ) -> dict[str, Any]:
    ligne: dict[str, Any] = dict.fromkeys(liste.colonnes, "")
    return ligne | ({liste.sous.nom: []} if liste.sous else {})


def _premiere(liste: Champ) -> str:
    return next(iter(liste.colonnes))
