"""Where meetings are parted: lines that a mail cut are joined, a line that holds several is cut."""

from __future__ import annotations

import re
from dataclasses import replace

from fne_roadmaps.domain.agenda_colle import indices
from fne_roadmaps.domain.agenda_colle.reperes import AN, RANGS, Repere, au_debut
from fne_roadmaps.domain.agenda_colle.signes import Ligne, plier

_COUPES = re.compile(r" [·•|] | *; *")
_LARGEUR = 60
_JOUR_FINAL, _ANNEE = re.compile(r"(?:^| )(?:1er|[0-9]{1,2})$"), re.compile(rf"{AN}(?: *[:,;-]|$)")
_NOM_DE_MOIS = "|".join(RANGS)
_MOIS, _MOIS_FINAL = re.compile(rf"(?:{_NOM_DE_MOIS})\b"), re.compile(rf" (?:{_NOM_DE_MOIS})$")
_SUSPENDUE = re.compile(r"(?:^|[ '])(?:de|du|des|la|les?|et|ou|a|aux?|en|par|pour|sur|avec|dans|une?)$|[dl]'$")


def recoller(lignes: list[Ligne]) -> list[Ligne]:
    """Lines that a mail cut: what ends on a hanging word, or is as long as a page is wide, goes on below."""
    blocs: list[list[Ligne]] = []
    for ligne in lignes:
        if blocs and not ligne.saut and not ligne.puce and _continue(blocs[-1][-1], ligne):
            blocs[-1].append(ligne)
        else:
            blocs.append([ligne])
    return [
        replace(b[0], recue="\n".join(x.recue for x in b), corps=" ".join(x.corps for x in b)) if len(b) > 1 else b[0]
        for b in blocs
    ]


def _continue(avant: Ligne, ligne: Ligne) -> bool:
    plie, fin = plier(ligne.corps), plier(avant.corps[-12:])
    if (_JOUR_FINAL.search(fin) and _MOIS.match(plie)) or (_MOIS_FINAL.search(fin) and _ANNEE.match(plie)):
        return True
    if au_debut(plie) or indices.parle_d_une_reunion(plie) or avant.titre:
        return False
    if _SUSPENDUE.search(fin):
        return True
    return len(avant.corps) >= _LARGEUR and (ligne.corps[0].islower() or ligne.corps[0] in "(&+")


def coupes(plie: str) -> list[re.Match[str]]:
    """Where one line passes from a meeting to the next: a separator, then a date."""
    return [c for c in _COUPES.finditer(plie) if date_ecrite(au_debut(plie, c.end()))]


def date_ecrite(repere: Repere | None) -> bool:
    return repere is not None and repere.nature in {"jours", "large", "semaine"}
