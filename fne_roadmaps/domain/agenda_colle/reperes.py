"""Where words of a date stand in a folded line (``signes.plier``): patterns only, read by ``datation``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from fne_roadmaps.domain.dates import JOURS, MOIS
from fne_roadmaps.domain.textes import replier

_ABREGES = {"janv": 1, "jan": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "sept": 9, "sep": 9, "oct": 10, "nov": 11}
RANGS: Final = {**{replier(nom): n for n, nom in enumerate(MOIS, start=1)}, **_ABREGES, "dec": 12}
"""Names of months, whole or short, folded."""
AN: Final = r"(?:19|20|21)[0-9]{2}(?![0-9])"
_E, _B = " {0,4}", " {1,4}"
JOUR_DE_SEMAINE: Final = rf"({'|'.join(JOURS)}|{'|'.join(j[:3] for j in JOURS)})\b\.?,?{_E}(?=1er|[0-9])"
_SEM = JOUR_DE_SEMAINE.replace("(", "(?:", 1)
_N = rf"(?<![0-9])(?:1er|[0-9]{{1,2}})(?![0-9]|{_E}h(?![a-z])|:[0-9])"
_MOIS = rf"(?:{'|'.join(sorted(RANGS, key=len, reverse=True))})\b\.?"
_JM = rf"(?:{_SEM})?{_N}{_E}{_MOIS}(?:,?{_E}(?:de{_B})?{AN})?"
_NUM = (
    rf"(?:{_SEM})?(?<![0-9/.])[0-9]{{1,2}}"
    rf"(?:/[0-9]{{1,2}}(?:/(?:{AN}|[0-9]{{2}}(?![0-9])))?|\.[0-9]{{1,2}}\.{AN}|-[0-9]{{1,2}}-{AN})(?![0-9/])"
)
_JOUR = rf"(?:(?<![0-9]){AN}-[0-9]{{2}}-[0-9]{{2}}(?![0-9-])|{_JM}|{_NUM})"
_DEMI = rf"(?:{_SEM})?{_N}"
_LIEN = (
    rf"(?:{_B}(?:ou|et|au|a|jusqu'au)(?:{_B}bien)?(?={_B})|{_E}[,/&-](?:{_E}(?:ou|et)(?={_B}))?)"
    rf"{_E}(?:(?:le|les|du|l')(?:{_B}|(?<=')))?"
)
_JOURS = rf"(?:(?:{_JOUR}|{_DEMI}){_LIEN}){{0,11}}{_JOUR}"
_DEMIS = rf"(?:{_DEMI}{_LIEN}){{0,11}}{_DEMI}"
_LARGE = (
    rf"(?:(?:(?:debut|mi|milieu|courant|fin)[ -]{{1,3}}(?:de{_B}|d')?)?(?:mois{_B}(?:de{_B}|d'))?{_MOIS}(?:{_B}{AN})?"
    rf"|(?<![0-9/])(?:0?[1-9]|1[0-2])/{AN}"
    rf"|(?:printemps|ete|automne|hiver)\b(?:{_B}{AN}(?:[/-](?:{AN}|[0-9]{{2}}(?![0-9])))?)?"
    rf"|(?:(?:[1-4](?:er|re|e|eme|nde?)?|premier|deuxieme|second|troisieme|quatrieme|dernier){_B}(?:trimestre|semestre)"
    rf"|[ts][1-4]\b)(?:{_B}(?:de{_B})?{AN})?)"
)
_LARGES = rf"{_LARGE}(?:{_LIEN}{_LARGE}){{0,5}}"
_SEMAINE = rf"semaine{_B}(?:du{_B}{_JOURS}|(?:n°?{_E})?[0-9]{{1,2}}(?![0-9])(?:{_E}(?:de{_B}|/)?{_E}{AN})?)"
_TETE = (
    rf"(?:(?:entre|d[eu]|a{_B}partir{_B}du|a{_B}partir{_B}de|a{_B}compter{_B}du|des|depuis|avant|jusqu'(?:au|a|en)"
    rf"|au{_B}plus{_B}tard|vers|courant|les?|la|en|au|a|ce){_B}|a{_B}partir{_B}d'|(?:a{_B}|d'ici{_B})?l'|d'ici{_B}|d'){{0,4}}"
)
_APRES = "(?![0-9a-z])"
_DATE = re.compile(rf"(?P<tete>{_TETE})(?:(?P<semaine>{_SEMAINE})|(?P<jours>{_JOURS})|(?P<large>{_LARGES})){_APRES}")
_JOUR_DU_MOIS = re.compile(rf"(?P<tete>{_TETE})(?P<jours>{_DEMIS}){_APRES}(?={_E}(?:$|[:,;|(\t>-]))")
_ANNEE = re.compile(rf"(?P<tete>(?:en|annee|courant){_B})?(?P<annee>{AN}){_APRES}")
_QUELQUE_PART = re.compile(rf"(?<![0-9a-z/.'-]){_DATE.pattern}")
_CADENCE = re.compile(
    rf"(?<![0-9a-z])(?:(?:[0-9]{{1,2}}|une?|deux|trois|quatre|cinq|six){_E}(?:[a-z]{{1,14}})?{_E}(?:/|par{_B}){_E}"
    rf"(?:mois|an|annee|trimestre|semestre|semaine|quinzaine)"
    rf"|(?:tous|toutes){_B}les{_B}(?:(?:[0-9]{{1,2}}|deux|trois|quatre|six|premiers?|derniers?){_B})?"
    rf"(?:mois|ans|trimestres?|semestres?|semaines?|{'|'.join(f'{j}s?' for j in JOURS)})(?:{_B}du{_B}mois)?"
    rf"|chaque{_B}(?:mois|an|annee|trimestre|semestre|semaine|{'|'.join(JOURS)})"
    rf"|(?:hebdomadaire|mensuel|bimestriel|bimensuel|trimestriel|semestriel|annuel)(?:le)?(?:ment)?s?){_APRES}"
)
_SANS_DATE = re.compile(
    rf"(?<![0-9a-z])(?:dates?{_E}:?{_E}(?:a{_B}(?:definir|fixer|preciser|venir|determiner|caler)|non{_B}(?:connues?|fixees?))"
    rf"|a{_B}(?:dater|definir|fixer|planifier|programmer|caler)|tbd|tba){_APRES}"
)
_BORNE = re.compile(rf"{_E}(?:$|[:;,|()\t>\]-]|\.(?:$| ))")


@dataclass(frozen=True, slots=True)
class Repere:
    """Words of a date in a folded text, from ``debut`` to ``fin``; ``nature`` says which reading they ask."""

    debut: int
    fin: int
    nature: str
    tete: str = ""


def au_debut(plie: str, debut: int = 0, *, mois_connu: bool = False) -> Repere | None:
    """The date a text begins with at ``debut``; a day alone only when the month is known from above."""
    trouve = _DATE.match(plie, debut)
    if trouve and (_precise(trouve) or _BORNE.match(plie, trouve.end())):
        return _repere(trouve)
    if mois_connu and (trouve := _JOUR_DU_MOIS.match(plie, debut)):
        return Repere(trouve.start(), trouve.end(), "jour_du_mois", trouve["tete"])
    if (trouve := _ANNEE.match(plie, debut)) and _BORNE.match(plie, trouve.end()):
        return Repere(trouve.start(), trouve.end(), "annee")
    return sans_jour(plie, debut, au_debut=True)


def sans_jour(plie: str, debut: int = 0, *, au_debut: bool = False) -> Repere | None:
    """A cadence, or words that say that the date is not known."""
    for nature, motif in (("cadence", _CADENCE), ("sans_date", _SANS_DATE)):
        trouve = motif.match(plie, debut) if au_debut else motif.search(plie, debut)
        if trouve:
            return Repere(trouve.start(), trouve.end(), nature)
    return None


def ailleurs(plie: str, debut: int = 0) -> Repere | None:
    """The first date inside a text: there, a day without month or year, or a season, may be something else."""
    for trouve in _QUELQUE_PART.finditer(plie, debut):
        fini = bool(_BORNE.match(plie, trouve.end()))
        if _ecrite(trouve) or (trouve["tete"] and fini) or (trouve["jours"] and "/" not in trouve["jours"]):
            return _repere(trouve)
    return None


def annee_finale(plie: str) -> tuple[int, int, int | None] | None:
    """Where a text's last year begins, that year, and the second one of « 2023-2024 »; None when it ends otherwise."""
    trouve = re.search(
        rf"[ (]({AN})(?:{_E}[-/]{_E}({AN}|[0-9]{{2}}(?![0-9])))?\)?{_E}:?$|^({AN})(?:{_E}[-/]{_E}({AN}))?{_E}:?$", plie
    )
    if trouve is None:
        return None
    an, suite = int(trouve[1] or trouve[3]), trouve[2] or trouve[4]
    seconde = None if suite is None else int(suite) if len(suite) == 4 else an - an % 100 + int(suite)
    return trouve.start(), an, seconde if seconde == an + 1 else None


def _repere(trouve: re.Match[str]) -> Repere:
    nature = "semaine" if trouve["semaine"] else "jours" if trouve["jours"] else "large"
    return Repere(trouve.start(), trouve.end(), nature, trouve["tete"])


def _ecrite(trouve: re.Match[str]) -> bool:
    """The year is written."""
    return re.search(AN, trouve[0]) is not None


def _precise(trouve: re.Match[str]) -> bool:
    """It is a date whatever follows: a day with its month, or anything with its year."""
    return bool(trouve["jours"] or trouve["semaine"]) or _ecrite(trouve)
