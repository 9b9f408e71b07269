"""What a bulk change writes in each fiche, and how it is told, before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from backend.queries.lecture import Ligne
from backend.services.changements_groupes.preparation import FicheLue, Situation
from backend.services.ecriture import colonnes_date
from exports.formats import date_sans_preposition, typographier
from fne_roadmaps.domain.changements_groupes import ChampGroupe, Sort, pilotes_apres
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.fiches_action import prochain_rang


@dataclass(frozen=True, slots=True)
class Ecrit:
    """``colonnes`` are new values of the row; ``pilotes`` the pilots it must have, None when they stay.

    ``avant`` and ``apres`` are told to people.
    """

    colonnes: Mapping[str, Any]
    pilotes: Sequence[Ligne] | None
    avant: str
    apres: str


class Plume:
    """Prepares what to write, fiche after fiche: numbers in an axe are given in that order, each once."""

    def __init__(self, situation: Situation, au: date, pris: set[int], figes: set[int]) -> None:
        """``pris`` and ``figes`` are the ranks of the axe fiches go to, taken today and printed by published texts."""
        self.situation, self.au = situation, au
        self.pris, self.figes = set(pris), figes

    def ecrire(self, fiche: FicheLue) -> Ecrit | None:
        """None for a fiche that does not change."""
        if fiche.jugement.sort is not Sort.CHANGE:
            return None
        return _ECRIRE[self.situation.changement.champ](self, fiche)

    def avancement(self, fiche: FicheLue) -> Ecrit:
        """The day of the change is the last news."""
        vers = self.situation.changement.valeur
        colonnes = {"avancement": str(vers), "nouvelles_le": self.au}
        return Ecrit(colonnes, None, fiche.jugee.avancement.libelle, _libelle(vers))

    def mot(self, fiche: FicheLue) -> Ecrit:
        """Priority or weather; nothing said is « non renseignée »."""
        champ, vers = self.situation.changement.champ.value, self.situation.changement.valeur
        tenue = fiche.jugee.priorite if champ == "priorite" else fiche.jugee.meteo
        return Ecrit({champ: str(vers) if vers else None}, None, _libelle(tenue), _libelle(vers))

    def fin(self, fiche: FicheLue) -> Ecrit:
        """A new end ends « en continu »; no end at all leaves it."""
        vers = self.situation.changement.valeur
        neuve = vers if isinstance(vers, DateIncertaine) else None
        colonnes = colonnes_date("fin", neuve) | ({"en_continu": False} if neuve else {})
        avant = "en continu" if fiche.jugee.en_continu else _date(fiche.jugee.fin)
        return Ecrit(colonnes, None, avant, _date(neuve))

    def axe(self, fiche: FicheLue) -> Ecrit:
        """A numbered fiche takes the next number of its new axe."""
        axe = self.situation.axe or {}
        colonnes: dict[str, Any] = {"axe": axe["id"]}
        apres = str(axe["rang"])
        if fiche.rangee["rang"] is not None:
            rang = prochain_rang(self.pris, self.figes)
            self.pris.add(rang)
            colonnes["rang"] = rang
            apres = f"{axe['rang']}.{rang}"
        return Ecrit(colonnes, None, _numero(fiche), apres)

    def pilote(self, fiche: FicheLue) -> Ecrit:
        """Posts of the pilots that stay are kept."""
        changement = self.situation.changement
        if not isinstance(changement.valeur, UUID):
            raise TypeError("un pilote est une structure")
        voulus = pilotes_apres(changement.geste, fiche.jugee.pilotes, changement.valeur)
        tenus = {a["structure"]: a for a in reversed(fiche.acteurs) if a["role"] == "pilote"}
        pilotes = [{"structure": p, "poste": tenus[p]["poste"] if p in tenus else None} for p in voulus]
        return Ecrit({}, pilotes, self._noms(fiche.jugee.pilotes), self._noms(voulus))

    def nouvelles(self, fiche: FicheLue) -> Ecrit:
        """Nothing of the fiche changes: its pilot is asked."""
        return Ecrit({}, None, "aucune demande en attente", "demande envoyée")

    def _noms(self, cles: Sequence[UUID]) -> str:
        return ", ".join(typographier(self.situation.noms[c]) for c in cles) or "sans pilote"


_ECRIRE = {
    ChampGroupe.AVANCEMENT: Plume.avancement,
    ChampGroupe.PRIORITE: Plume.mot,
    ChampGroupe.METEO: Plume.mot,
    ChampGroupe.AXE: Plume.axe,
    ChampGroupe.FIN: Plume.fin,
    ChampGroupe.PILOTE: Plume.pilote,
    ChampGroupe.NOUVELLES: Plume.nouvelles,
}


def _libelle(valeur: Any) -> str:
    return str(getattr(valeur, "libelle", "")) or "non renseignée"


def _date(d: DateIncertaine | None) -> str:
    return date_sans_preposition(d) if d else "à fixer"


def _numero(fiche: FicheLue) -> str:
    axe = fiche.rangee["axe_rang"]
    return fiche.numero if fiche.rangee["rang"] is not None and fiche.numero else str(axe) if axe else "aucun"
