"""Life of the minutes of a meeting: drafted, circulated, amended by those who were there, approved, published.

Circulated, their text no longer changes by itself: an amendment that is accepted, or a correction once approved, makes
a new version, and every version stays.
"""

from __future__ import annotations

from datetime import date, timedelta

from fne_roadmaps.domain.cycles import exiger_passage
from fne_roadmaps.domain.enums import EtatAmendement, EtatCompteRendu, EtatReunion
from fne_roadmaps.domain.errors import RegleViolee

_E = EtatCompteRendu
PASSAGES: dict[EtatCompteRendu, frozenset[EtatCompteRendu]] = {
    _E.BROUILLON: frozenset({_E.DIFFUSE}),
    _E.DIFFUSE: frozenset({_E.BROUILLON, _E.APPROUVE}),
    _E.APPROUVE: frozenset({_E.PUBLIE}),
    _E.PUBLIE: frozenset(),
}
FIGES = frozenset({_E.APPROUVE, _E.PUBLIE})
DELAI_JOURS = 30
"""After which minutes not circulated are late: the usual delay of a secretariat, ours."""
VAGUE_JOURS = 31
"""Beyond which span of possible days a meeting is a line of the past, taken from a source: no secretary held it."""


def changer_etat(de: EtatCompteRendu, vers: EtatCompteRendu, reunion: EtatReunion) -> None:
    """Allow a move of the minutes; only those of a meeting that was held go out. Raises RegleViolee."""
    exiger_passage("etat", de, vers, PASSAGES[de])
    if vers is EtatCompteRendu.DIFFUSE and reunion is not EtatReunion.TENUE:
        raise RegleViolee("etat", "Dites d’abord que la réunion est tenue : son compte rendu se diffuse ensuite.")


def verifier_redaction(etat: EtatCompteRendu) -> None:
    """The text is written as long as it has not gone out. Raises RegleViolee."""
    if etat is not EtatCompteRendu.BROUILLON:
        raise RegleViolee(
            "etat",
            f"Ce compte rendu est {etat.libelle.lower()} : il se corrige par un amendement ou une nouvelle version.",
        )


def verifier_amendement(etat: EtatCompteRendu, jusqu_au: date | None, au: date) -> None:
    """Amendments are asked for while the minutes circulate, the last day included. Raises RegleViolee."""
    if etat is not EtatCompteRendu.DIFFUSE:
        raise RegleViolee("etat", f"Ce compte rendu est {etat.libelle.lower()} : il ne reçoit pas d’amendement.")
    if jusqu_au is not None and au > jusqu_au:
        raise RegleViolee("etat", "Le délai pour demander un amendement est passé : dites-le à la prochaine réunion.")


def verifier_reponse(etat: EtatAmendement) -> None:
    """An amendment is answered once. Raises RegleViolee."""
    if etat is not EtatAmendement.PROPOSE:
        raise RegleViolee("etat", f"Cet amendement est déjà {etat.libelle.lower()}.")


def verifier_approbation(en_attente: int, approuve_le: date, diffuse_le: date | None, au: date) -> None:
    """Approved once every amendment has its answer, never in advance nor before going out. Raises RegleViolee."""
    if en_attente:
        attend = "Un amendement attend" if en_attente == 1 else f"{en_attente} amendements attendent"
        raise RegleViolee("etat", f"{attend} une réponse : acceptez ou refusez d’abord.")
    if approuve_le > au:
        raise RegleViolee("approuve_le", "Une approbation ne se date pas d’avance.")
    if diffuse_le is not None and approuve_le < diffuse_le:
        raise RegleViolee("approuve_le", "Un compte rendu s’approuve après sa diffusion.")


def verifier_correction(etat: EtatCompteRendu) -> None:
    """Approved minutes are corrected by a new version; the others are still written or amended. Raises RegleViolee."""
    if etat not in FIGES:
        raise RegleViolee("etat", "Seul un compte rendu approuvé se corrige par une nouvelle version.")


def retard(
    reunion: EtatReunion, premier: date | None, dernier: date | None, etat: EtatCompteRendu | None, au: date
) -> int:
    """Days past the usual delay since a meeting was held without its minutes going out; 0 when they are not late.

    Counted from its ``dernier`` possible day. One of which only the season or the year is known owes none.
    """
    if reunion is not EtatReunion.TENUE or etat not in {None, EtatCompteRendu.BROUILLON}:
        return 0
    if premier is None or dernier is None or (dernier - premier).days > VAGUE_JOURS:
        return 0
    return max(0, (au - dernier - timedelta(DELAI_JOURS)).days)
