"""A request for news and its answer: what it would change, and what has changed since it was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from fne_roadmaps.domain.cycles import exiger_passage
from fne_roadmaps.domain.enums import EtatDemande
from fne_roadmaps.domain.errors import ReglesViolees, RegleViolee

_E = EtatDemande
PASSAGES_DEMANDE: dict[EtatDemande, frozenset[EtatDemande]] = {
    _E.ENVOYEE: frozenset({_E.REPONDUE, _E.ANNULEE}),
    _E.REPONDUE: frozenset({_E.ACCEPTEE, _E.DECLINEE}),
    _E.ACCEPTEE: frozenset(),
    _E.DECLINEE: frozenset(),
    _E.ANNULEE: frozenset(),
}
CHAMPS_DE_NOUVELLES = ("avancement", "progression", "difficultes", "prochaine_etape", "debut", "fin")
"""What an answer may change of the fiche, each field with one canonical value (a date by its EDTF text)."""

Etat = Literal["inchange", "deja", "propose", "perime"]


def changer_demande(de: EtatDemande, vers: EtatDemande) -> None:
    """Allow a move of a request. Raises RegleViolee."""
    exiger_passage("etat", de, vers, PASSAGES_DEMANDE[de])


@dataclass(frozen=True, slots=True)
class Ecart:
    """One field: as it was read by who answered, as answered, as the fiche says now.

    ``inchange``: nothing is asked. ``deja``: the fiche says it already. ``propose``: a plain change. ``perime``: the
    fiche has moved since, so somebody must choose.
    """

    champ: str
    lu: Any
    propose: Any
    actuel: Any

    @property
    def etat(self) -> Etat:
        """What accepting would do to the field."""
        if self.propose == self.lu:
            return "inchange"
        if self.propose == self.actuel:
            return "deja"
        return "propose" if self.lu == self.actuel else "perime"


def comparer(lu: Mapping[str, Any], propose: Mapping[str, Any], actuel: Mapping[str, Any]) -> tuple[Ecart, ...]:
    """Each field of the answer beside the fiche; an absent value is None."""
    return tuple(Ecart(c, lu.get(c), propose.get(c), actuel.get(c)) for c in CHAMPS_DE_NOUVELLES)


def retenir(ecarts: tuple[Ecart, ...], choix: Mapping[str, str]) -> dict[str, Any]:
    """What accepting writes. ``choix`` says « reponse » or « fiche » for each field that moved since.

    Nothing the fiche says since is replaced without having been chosen. Raises ReglesViolees on ``choix.<champ>``.
    """
    absents = [
        RegleViolee(f"choix.{e.champ}", "La fiche a changé depuis la réponse : choisissez le texte à garder.")
        for e in ecarts
        if e.etat == "perime" and choix.get(e.champ) not in {"reponse", "fiche"}
    ]
    if absents:
        raise ReglesViolees(absents)
    return {
        e.champ: e.propose
        for e in ecarts
        if e.etat == "propose" or (e.etat == "perime" and choix[e.champ] == "reponse")
    }
