"""Life of a decision: taken or not, followed until done, superseded by another; what it may change when taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fne_roadmaps.domain.arbres import verifier_arbre
from fne_roadmaps.domain.cycles import exiger_passage
from fne_roadmaps.domain.enums import EtatAdoption, GenreEffet, ModeDecision, SuiviDecision
from fne_roadmaps.domain.errors import RegleViolee

_A = EtatAdoption
PASSAGES: dict[EtatAdoption, frozenset[EtatAdoption]] = {
    _A.PROPOSEE: frozenset({_A.ADOPTEE, _A.REJETEE, _A.AJOURNEE}),
    _A.AJOURNEE: frozenset({_A.PROPOSEE, _A.ADOPTEE, _A.REJETEE}),
    _A.ADOPTEE: frozenset(),
    _A.REJETEE: frozenset({_A.PROPOSEE}),
}
"""What was adopted stays so: it is superseded by another decision, never undone."""
OUVERTS = frozenset({SuiviDecision.A_FAIRE, SuiviDecision.EN_COURS})
DE_FICHE = frozenset({GenreEffet.RETENIR, GenreEffet.ECARTER, GenreEffet.AVANCEMENT})


@dataclass(frozen=True, slots=True)
class Votes:
    """Voices for, against, and withheld; None when nobody counted."""

    pour: int | None = None
    contre: int | None = None
    abstentions: int | None = None


def changer_adoption(de: EtatAdoption, vers: EtatAdoption, mode: ModeDecision | None, votes: Votes) -> None:
    """Allow a move, with the count its mode asks for. Raises RegleViolee."""
    exiger_passage("adoption", de, vers, PASSAGES[de])
    verifier_votes(vers, mode, votes)


def verifier_votes(adoption: EtatAdoption, mode: ModeDecision | None, votes: Votes) -> None:
    """A majority that is counted carries what it adopts, and does not carry what it rejects. Raises RegleViolee.

    A consensus has no voice against. Counting is never required: few instances do.
    """
    if mode is ModeDecision.CONSENSUS and votes.contre:
        raise RegleViolee("voix_contre", "Un consensus n’a pas de voix contre : dites « majorité », ou rejetez.")
    if mode is not ModeDecision.MAJORITE or votes.pour is None or votes.contre is None:
        return
    if adoption is EtatAdoption.ADOPTEE and votes.pour <= votes.contre:
        raise RegleViolee(
            "voix_pour", "Une décision adoptée à la majorité compte plus de voix pour que de voix contre."
        )
    if adoption is EtatAdoption.REJETEE and votes.pour > votes.contre:
        raise RegleViolee("voix_contre", "Une décision rejetée à la majorité ne compte pas plus de voix pour.")


def retard(adoption: EtatAdoption, suivi: SuiviDecision, echeance: date | None, au: date) -> int:
    """Days since the last possible day a decision taken was due, while it is not done; 0 when it is not late."""
    if adoption is not EtatAdoption.ADOPTEE or suivi not in OUVERTS or echeance is None:
        return 0
    return max(0, (au - echeance).days)


def verifier_remplacement(
    remplacees: Mapping[UUID, UUID | None], decision: UUID, ancienne: UUID, adoption: EtatAdoption
) -> None:
    """``decision`` may supersede ``ancienne``: another one, taken, and superseded once only. Raises RegleViolee.

    ``remplacees`` gives what each decision supersedes.
    """
    if adoption is not EtatAdoption.ADOPTEE:
        raise RegleViolee("remplace", "On ne remplace qu’une décision adoptée.")
    if any(vieille == ancienne and neuve != decision for neuve, vieille in remplacees.items()):
        raise RegleViolee("remplace", "Cette décision est déjà remplacée par une autre.")
    verifier_arbre(remplacees, decision, ancienne, "remplace")


def verifier_effet(genre: GenreEffet, *, fiche: bool, valeur: str | None, motif: str | None, champ: str) -> None:
    """A change names what it changes, and says why where the change asks it. Raises RegleViolee on its line."""
    if genre in DE_FICHE and not fiche:
        raise RegleViolee(f"{champ}.fiche", "Dites quelle fiche cette décision change.")
    if genre is GenreEffet.CADENCE and fiche:
        raise RegleViolee(f"{champ}.fiche", "Une cadence est celle d’une instance : ne nommez pas de fiche.")
    if genre is GenreEffet.ECARTER and not motif:
        raise RegleViolee(f"{champ}.motif", "Dites pourquoi la fiche est écartée : qui l’a proposée le lira.")
    if genre is GenreEffet.AVANCEMENT and not valeur:
        raise RegleViolee(f"{champ}.valeur", "Dites à quel avancement la fiche passe.")
    if genre is GenreEffet.CADENCE and not valeur:
        raise RegleViolee(f"{champ}.valeur", "Dites la nouvelle cadence.")
