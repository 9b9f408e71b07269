"""The two lives of a fiche: instruction (is it retained?) and avancement (how far is it?)."""

from __future__ import annotations

from fne_roadmaps.domain.cycles import exiger_passage
from fne_roadmaps.domain.enums import Avancement, Instruction
from fne_roadmaps.domain.errors import RegleViolee

_I = Instruction
PASSAGES_INSTRUCTION: dict[Instruction, frozenset[Instruction]] = {
    _I.BROUILLON: frozenset({_I.PROPOSEE}),
    _I.PROPOSEE: frozenset({_I.EN_INSTRUCTION, _I.BROUILLON}),
    _I.EN_INSTRUCTION: frozenset({_I.RETENUE, _I.ECARTEE, _I.FUSIONNEE, _I.PROPOSEE}),
    _I.RETENUE: frozenset({_I.EN_INSTRUCTION}),
    _I.ECARTEE: frozenset({_I.EN_INSTRUCTION}),
    _I.FUSIONNEE: frozenset({_I.EN_INSTRUCTION}),
}
TERMINES = frozenset({Avancement.REALISEE, Avancement.ABANDONNEE})
EXPLIQUES = frozenset({Avancement.EN_PAUSE, Avancement.BLOQUEE, Avancement.ABANDONNEE})
"""Where a fiche stops: whoever follows it needs to know why. Reopening asks the same."""


def changer_instruction(de: Instruction, vers: Instruction, *, signee: bool) -> None:
    """Allow a move of the arbitration; what a signed text retains stays retained."""
    permis = PASSAGES_INSTRUCTION[de]
    if de is Instruction.RETENUE and vers in permis and signee:
        raise RegleViolee(
            "instruction",
            "Cette fiche est retenue dans un texte signé : elle ne peut plus revenir en instruction, "
            "mais elle peut être abandonnée.",
        )
    exiger_passage("instruction", de, vers, permis)


def avancements_permis(de: Avancement) -> tuple[Avancement, ...]:
    """Where the progress of a retained fiche may move: anywhere, but an ended one is only reopened."""
    return (Avancement.EN_COURS,) if de in TERMINES else tuple(a for a in Avancement if a is not de)


def changer_avancement(instruction: Instruction, de: Avancement, vers: Avancement, pourquoi: str | None) -> None:
    """Allow a move of the progress of a retained fiche; stopping it, or reopening an ended one, needs a why."""
    if instruction is not Instruction.RETENUE:
        raise RegleViolee(
            "avancement",
            f"Seule une fiche retenue a un avancement ; celle-ci est à l’état « {instruction.libelle} ».",
        )
    exiger_passage("avancement", de, vers, frozenset(avancements_permis(de)))
    if (pourquoi or "").strip():
        return
    if de in TERMINES:
        raise RegleViolee("pourquoi", "Dites pourquoi cette fiche est rouverte.")
    if vers in EXPLIQUES:
        raise RegleViolee("pourquoi", f"Dites pourquoi cette fiche passe à l’état « {vers.libelle} ».")
