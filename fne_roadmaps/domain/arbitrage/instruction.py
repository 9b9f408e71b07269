"""What the arbitration asks beside the moves of ``fiches_action.vie``: reasons, merges, deletions."""

from __future__ import annotations

from fne_roadmaps.domain.enums import Instruction
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.fiches_action.vie import changer_instruction

_I = Instruction
FUSIONNABLES = (_I.PROPOSEE, _I.EN_INSTRUCTION, _I.RETENUE)
"""States from which a fiche may enter a merge, or receive others."""
SUPPRIMABLES = (_I.BROUILLON, _I.PROPOSEE, _I.ECARTEE)
"""States in which a fiche commits nobody, and may be thrown away."""
NUMERO_SIGNE = (
    "La fiche {numero} figure sous ce numéro dans un texte publié : elle ne change ni d’axe ni de rang. "
    "Elle peut être abandonnée ; une fiche nouvelle prendra un autre numéro."
)


def exiger_motif(vers: Instruction, pourquoi: str | None) -> None:
    """Setting a fiche aside says why: its author will read it. Raises RegleViolee."""
    if vers is _I.ECARTEE and not (pourquoi or "").strip():
        raise RegleViolee("pourquoi", "Dites pourquoi cette fiche est écartée : qui l’a proposée le lira.")


def refuser_fusion_nue(de: Instruction, vers: Instruction) -> None:
    """A merge says into which fiche, and is undone whole: neither is a mere move. Raises RegleViolee."""
    if vers is _I.FUSIONNEE:
        raise RegleViolee("instruction", "Fusionner dit dans quelle fiche : c’est un acte à part.")
    if de is _I.FUSIONNEE:
        raise RegleViolee("instruction", "Cette fiche est fusionnée : défaites la fusion pour la reprendre.")


def vers_la_fusion(de: Instruction, *, signee: bool, champ: str = "fiches") -> tuple[Instruction, ...]:
    """The moves that lead a source to « fusionnée », each allowed. Raises RegleViolee on ``champ``."""
    if de not in FUSIONNABLES:
        possibles = ", ".join(f"« {etat.libelle} »" for etat in FUSIONNABLES)
        raise RegleViolee(champ, f"Une fiche à l’état « {de.libelle} » ne se fusionne pas ; possible : {possibles}.")
    chemin = (_I.FUSIONNEE,) if de is _I.EN_INSTRUCTION else (_I.EN_INSTRUCTION, _I.FUSIONNEE)
    etat = de
    for suivant in chemin:
        changer_instruction(etat, suivant, signee=signee)
        etat = suivant
    return chemin


def verifier_supprimable(instruction: Instruction) -> None:
    """Only what commits nobody is thrown away. Raises RegleViolee."""
    if instruction not in SUPPRIMABLES:
        possibles = ", ".join(f"« {etat.libelle} »" for etat in SUPPRIMABLES)
        raise RegleViolee(
            "instruction",
            f"Une fiche à l’état « {instruction.libelle} » ne se supprime pas ; possible : {possibles}.",
        )
