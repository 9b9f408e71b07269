"""The example fiches of Eure-et-Loir as they lived: written in September 2024, then followed day by day.

``fiches_28`` says each fiche as it stands on the reference day. Here each is created with what was known when it was
written, and what happened since comes on its own day: begun, milestones done, measures, last news.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from fne_roadmaps.demo import fiches_28
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.demo.saisie import Acte, ActeDate, Donnee
from fne_roadmaps.domain.dates import lire_date

ECRITES_LE = date(2024, 9, 16)
_MATIN, _PAS = time(5, 0, tzinfo=UTC), timedelta(seconds=20)
_VIVANTS = ("nouvelles_le", "progression_declaree", "meteo", "difficultes", "prochaine_etape")
"""Fields that only news tell."""

COMPOSES = frozenset({"cocher_jalon"})
"""Acts whose data are not those of one command."""

_MOTIFS = {
    "en_pause": "Le pilote suspend l’action (exemple).",
    "bloquee": "Le pilote attend une décision (exemple).",
    "abandonnee": "L’action n’a plus lieu d’être (exemple).",
}


def _jours(valeur: str | Donnee) -> tuple[date, date]:
    """First and last possible days; that of the writing where a side is open."""
    lue = lire_date(valeur["edtf"] if isinstance(valeur, dict) else valeur)
    return lue.premier or ECRITES_LE, lue.dernier or ECRITES_LE


def _ecrite(fiche: Donnee) -> Donnee:
    """The fiche on the day it is written."""
    ecrite = {**fiche, "avancement": _depart(fiche)}
    if "jalons" in fiche:
        ecrite["jalons"] = tuple({**j, "fait_le": None if _depuis(j) else j["fait_le"]} for j in fiche["jalons"])
    if "indicateurs" in fiche:
        ecrite["indicateurs"] = tuple(
            {**i, "mesures": tuple(m for m in i["mesures"] if _jours(m["date"])[1] <= ECRITES_LE)}
            for i in fiche["indicateurs"]
        )
    if fiche["nouvelles_le"]:
        ecrite |= dict.fromkeys(_VIVANTS)
    return ecrite


def _depuis(jalon: Donnee) -> bool:
    return jalon["fait_le"] is not None and jalon["fait_le"] > ECRITES_LE


def _depart(fiche: Donnee) -> str:
    """Begun already when it is written, or still to come."""
    return "en_cours" if fiche["avancement"] != "a_venir" and _debut(fiche) <= ECRITES_LE else "a_venir"


def _debut(fiche: Donnee) -> date:
    return _jours(fiche["debut"])[0]


def _vecue(code: str, fiche: Donnee) -> Iterator[tuple[date, Acte]]:
    """What happened to a fiche, each on its day; its last news come last."""
    dernieres: date | None = fiche["nouvelles_le"]
    if dernieres is None:
        return
    faits = [*_commencee(code, fiche, dernieres), *_jalons(code, fiche), *_mesures(code, fiche, dernieres)]
    if fiche["avancement"] not in {"a_venir", "en_cours"}:
        vers: str = fiche["avancement"]
        faits.append((dernieres, _acte("changer_avancement", code, avancement=vers, pourquoi=_MOTIFS.get(vers))))
    dites = {champ: fiche[champ] for champ in _VIVANTS if fiche.get(champ) is not None}
    if len(dites) > 1 or dernieres not in {jour for jour, _ in faits}:
        faits.append((dernieres, _acte("suivre_fiche", code, **dites)))
    yield from faits


def _commencee(code: str, fiche: Donnee, dernieres: date) -> Iterator[tuple[date, Acte]]:
    if fiche["avancement"] != "a_venir" and _depart(fiche) == "a_venir":
        yield min(_debut(fiche), dernieres), _acte("changer_avancement", code, avancement="en_cours")


def _jalons(code: str, fiche: Donnee) -> Iterator[tuple[date, Acte]]:
    for rang, jalon in enumerate(fiche.get("jalons", ()), start=1):
        if _depuis(jalon):
            cle = str(cle_fixe(f"jalon:{code}:{rang}"))
            yield jalon["fait_le"], _acte("cocher_jalon", code, jalon=cle, fait_le=jalon["fait_le"])


def _mesures(code: str, fiche: Donnee, dernieres: date) -> Iterator[tuple[date, Acte]]:
    """A measure of a month is known at its end, or with the last news when they came before."""
    for rang, indicateur in enumerate(fiche.get("indicateurs", ()), start=1):
        cle = str(cle_fixe(f"indicateur:{code}:{rang}"))
        for mesure in indicateur["mesures"]:
            if (le := _jours(mesure["date"])[1]) > ECRITES_LE:
                yield min(le, dernieres), _acte("ajouter_mesure", code, indicateur=cle, **mesure)


def _acte(nom: str, code: str, **champs: Any) -> Acte:
    return nom, {"fiche": code, **champs}


def _codes() -> Iterator[tuple[str, Donnee]]:
    """The fiches in order, each with its number."""
    rangs: dict[str, int] = {}
    for _, fiche in fiches_28.ACTES:
        rangs[fiche["axe"]] = rangs.get(fiche["axe"], 0) + 1
        yield f"{fiche['axe']}.{rangs[fiche['axe']]}", fiche


def _datees() -> Iterator[ActeDate]:
    """One morning for all that a day brings, in the order of the fiches."""
    vecus = sorted(
        ((jour, acte) for code, fiche in _codes() for jour, acte in _vecue(code, fiche)), key=lambda vecu: vecu[0]
    )
    rangs: dict[date, int] = {}
    for jour, (nom, donnee) in vecus:
        rangs[jour] = rangs.get(jour, -1) + 1
        yield nom, donnee, datetime.combine(jour, _MATIN) + rangs[jour] * _PAS


CREATIONS: tuple[Acte, ...] = tuple(("creer_fiche_action", _ecrite(fiche)) for _, fiche in fiches_28.ACTES)
SUITES: tuple[ActeDate, ...] = tuple(_datees())
