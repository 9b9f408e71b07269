"""One change asked of many fiches at once: for each, whether it changes, stays as it is, or refuses, and why.

A bulk change never does more than its author could do fiche by fiche.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from fne_roadmaps.domain.arbitrage import NUMERO_SIGNE
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.droits import Droit, droit_d_ecrire
from fne_roadmaps.domain.enums import Avancement, Instruction, Meteo, Priorite, Vocabulaire
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.fiches_action import changer_avancement

FICHES_MAX = 1000
"""Fiches one change may be asked of."""
SANS_DROIT = "Il vous manque un droit sur cette fiche"


class ChampGroupe(Vocabulaire):
    """What can be changed of many fiches at once."""

    AVANCEMENT = "avancement", "Statut"
    PILOTE = "pilote", "Pilote"
    FIN = "fin", "Échéance"
    PRIORITE = "priorite", "Priorité"
    METEO = "meteo", "Météo"
    AXE = "axe", "Axe"
    NOUVELLES = "nouvelles", "Demande de nouvelles"


class GesteDePilote(Vocabulaire):
    """What is done with the structure named."""

    AJOUTER = "ajouter", "Ajouter aux pilotes"
    REMPLACER = "remplacer", "Remplacer les pilotes"
    RETIRER = "retirer", "Retirer des pilotes"


class Sort(Vocabulaire):
    """What becomes of a fiche."""

    CHANGE = "change", "Change"
    INCHANGEE = "inchangee", "Reste comme elle est"
    REFUSEE = "refusee", "Refusée"


Valeur = Avancement | Priorite | Meteo | DateIncertaine | UUID | None


@dataclass(frozen=True, slots=True)
class Changement:
    """``valeur`` is of the kind of ``champ``: a word of its list, a date, the key of an axe or of a structure."""

    champ: ChampGroupe
    valeur: Valeur = None
    geste: GesteDePilote = GesteDePilote.AJOUTER
    pourquoi: str | None = None


@dataclass(frozen=True, slots=True)
class FicheJugee:
    """What the decision on a fiche depends on; ``numero_signe`` is its number when a published text prints it.

    ``attend`` tells that a request for news already waits, ``demandable`` that the author may ask for some.
    """

    droits: frozenset[Droit]
    instruction: Instruction
    avancement: Avancement
    priorite: Priorite | None = None
    meteo: Meteo | None = None
    axe: UUID | None = None
    numero_signe: str | None = None
    debut: DateIncertaine | None = None
    fin: DateIncertaine | None = None
    en_continu: bool = False
    pilotes: tuple[UUID, ...] = ()
    demandable: bool = False
    attend: bool = False


@dataclass(frozen=True, slots=True)
class Jugement:
    """``cause`` tells why a fiche is refused, in French."""

    sort: Sort
    cause: str | None = None


def juger(changement: Changement, fiche: FicheJugee) -> Jugement:
    """The same rules as one by one: right, state of the fiche, then whether anything differs."""
    manquant = droit_manquant(changement.champ, fiche)
    if manquant:
        return Jugement(Sort.REFUSEE, manquant)
    try:
        change = _JUGER[changement.champ](changement, fiche)
    except RegleViolee as refus:
        return Jugement(Sort.REFUSEE, refus.message)
    return Jugement(Sort.CHANGE if change else Sort.INCHANGEE)


def pilotes_apres(geste: GesteDePilote, pilotes: tuple[UUID, ...], structure: UUID) -> tuple[UUID, ...]:
    """Who pilots once the gesture is made, in order, each once."""
    autres = tuple(p for p in dict.fromkeys(pilotes) if p != structure)
    if geste is GesteDePilote.REMPLACER:
        return (structure,)
    if geste is GesteDePilote.RETIRER:
        return autres
    return (*dict.fromkeys(pilotes), structure) if structure not in pilotes else tuple(dict.fromkeys(pilotes))


def droit_manquant(champ: ChampGroupe, fiche: FicheJugee) -> str | None:
    """The sentence that tells which right is missing to change this field of a fiche; None when none is."""
    if champ is ChampGroupe.NOUVELLES:
        retenue = fiche.instruction is Instruction.RETENUE
        voulus = frozenset({Droit.REDIGER}) if retenue and not fiche.demandable else frozenset()
    elif champ is ChampGroupe.AVANCEMENT:
        voulus = frozenset({Droit.RENSEIGNER})
    elif champ is ChampGroupe.AXE:
        voulus = frozenset({Droit.REDIGER, Droit.ARBITRER})
    else:
        voulus = frozenset({droit_d_ecrire(fiche.droits, _ecrits(champ, fiche))})
    manquants = voulus - fiche.droits
    if not manquants:
        return None
    return f"{SANS_DROIT} : {min(manquants, key=list(Droit).index).libelle}."


def _ecrits(champ: ChampGroupe, fiche: FicheJugee) -> frozenset[str]:
    if champ is ChampGroupe.PILOTE:
        return frozenset({"acteurs"})
    if champ is ChampGroupe.FIN and fiche.en_continu:
        return frozenset({"fin", "en_continu"})
    return frozenset({champ.value})


def _avancement(changement: Changement, fiche: FicheJugee) -> bool:
    if fiche.instruction is Instruction.RETENUE and changement.valeur is fiche.avancement:
        return False
    if isinstance(changement.valeur, Avancement):
        changer_avancement(fiche.instruction, fiche.avancement, changement.valeur, changement.pourquoi)
    return True


def _priorite(changement: Changement, fiche: FicheJugee) -> bool:
    return changement.valeur is not fiche.priorite


def _meteo(changement: Changement, fiche: FicheJugee) -> bool:
    return changement.valeur is not fiche.meteo


def _axe(changement: Changement, fiche: FicheJugee) -> bool:
    if changement.valeur == fiche.axe:
        return False
    if fiche.numero_signe:
        raise RegleViolee("axe", NUMERO_SIGNE.format(numero=fiche.numero_signe))
    return True


def _fin(changement: Changement, fiche: FicheJugee) -> bool:
    fin = changement.valeur
    if not isinstance(fin, DateIncertaine):
        return fiche.fin is not None
    if fiche.debut and fiche.debut.premier and fin.dernier and fin.dernier < fiche.debut.premier:
        raise RegleViolee("fin", "La fin viendrait avant le début.")
    return fiche.en_continu or fiche.fin is None or (fiche.fin.edtf, fiche.fin.recu) != (fin.edtf, fin.recu)


def _pilote(changement: Changement, fiche: FicheJugee) -> bool:
    if not isinstance(changement.valeur, UUID):
        return False
    return pilotes_apres(changement.geste, fiche.pilotes, changement.valeur) != fiche.pilotes


def _nouvelles(changement: Changement, fiche: FicheJugee) -> bool:
    if fiche.instruction is not Instruction.RETENUE:
        raise RegleViolee("instruction", "Seule une fiche retenue a des nouvelles à donner.")
    if not fiche.pilotes:
        raise RegleViolee("pilote", "Cette fiche n’a pas de pilote à qui demander.")
    return not fiche.attend


_JUGER = {
    ChampGroupe.AVANCEMENT: _avancement,
    ChampGroupe.PRIORITE: _priorite,
    ChampGroupe.METEO: _meteo,
    ChampGroupe.AXE: _axe,
    ChampGroupe.FIN: _fin,
    ChampGroupe.PILOTE: _pilote,
    ChampGroupe.NOUVELLES: _nouvelles,
}
