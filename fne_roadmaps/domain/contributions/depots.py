"""A deposit: written in short steps, complete or not, submitted once, withdrawn until it is looked into."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fne_roadmaps.domain.cycles import exiger_passage
from fne_roadmaps.domain.enums import EtatDepot, Instruction
from fne_roadmaps.domain.errors import NonTrouve, ReglesViolees, RegleViolee

_D = EtatDepot
PASSAGES_DEPOT: dict[EtatDepot, frozenset[EtatDepot]] = {
    _D.EN_COURS: frozenset({_D.SOUMIS, _D.RETIRE}),
    _D.SOUMIS: frozenset({_D.RETIRE}),
    _D.RETIRE: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Etape:
    """One page of the deposit: its place in the address, its title, and the fields typed there."""

    code: str
    titre: str
    champs: tuple[str, ...]

    def tient(self, nom: str) -> bool:
        """The name is one of its fields, or of a cell of its lines (« financements.0.annee »)."""
        return nom in self.champs or ("financements" in self.champs and _CELLULE.fullmatch(nom) is not None)


_CELLULE = re.compile(r"financements\.[0-9]{1,2}\.(?:financeur|annee|demande)")

ETAPES: tuple[Etape, ...] = (
    Etape("structure", "Qui vous êtes", ("structure_nom", "fonction", "courriel", "aide")),
    Etape("besoin", "Le besoin et les objectifs", ("titre", "axe", "contexte", "objectifs")),
    Etape("action", "L’action", ("description", "publics", "territoires", "debut", "fin", "en_continu")),
    Etape("moyens", "Les moyens", ("moyens_humains", "partenaires", "besoin", "financements")),
    Etape("relire", "Relire et proposer", ()),
)

_NECESSAIRES: Mapping[str, str] = {
    "titre": "Donnez un titre à la fiche.",
    "contexte": "Dites à quel besoin la fiche répond.",
    "description": "Décrivez l’action en quelques phrases.",
}


def etape_de(code: str) -> Etape:
    """The step of an address. Raises NonTrouve."""
    trouvee = next((e for e in ETAPES if e.code == code), None)
    if trouvee is None:
        raise NonTrouve("Cette étape")
    return trouvee


def etape_du_champ(champ: str) -> str:
    """The step where a field is typed (« financements.0.annee » → « moyens »); the last one for anything else."""
    racine = champ.partition(".")[0]
    return next((e.code for e in ETAPES if racine in e.champs), ETAPES[-1].code)


def changer_depot(de: EtatDepot, vers: EtatDepot) -> None:
    """Allow a move of a deposit. Raises RegleViolee."""
    exiger_passage("etat", de, vers, PASSAGES_DEPOT[de])


def exiger_complet(contenu: Mapping[str, Any]) -> None:
    """What a proposal cannot do without: a title, a need, a description. Raises ReglesViolees, all at once."""
    absents = [RegleViolee(champ, message) for champ, message in _NECESSAIRES.items() if not contenu.get(champ)]
    if absents:
        raise ReglesViolees(absents)


def retirable(etat: EtatDepot, instruction: Instruction | None) -> bool:
    """Its author may still take it back: nobody has begun to look into the fiche it became."""
    if etat is EtatDepot.EN_COURS:
        return True
    return etat is EtatDepot.SOUMIS and instruction in {Instruction.BROUILLON, Instruction.PROPOSEE}
