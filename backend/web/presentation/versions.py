"""Published texts and counts of fiches in words."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from backend.queries.fiches_action import SuiviAxe
from backend.queries.lecture import Ligne
from backend.queries.vues.versions import PlanPublie
from backend.web import adresses
from backend.web.contexts import Lien, Repartition, VersionPubliee
from backend.web.presentation.mots import texte
from fne_roadmaps.domain.enums import Avancement, EtatFeuille, Instruction

_DOCUMENTS = {EtatFeuille.SIGNEE: "Texte signé", EtatFeuille.PRESENTEE: "Texte présenté"}
EN_INSTRUCTION = (Instruction.BROUILLON, Instruction.PROPOSEE, Instruction.EN_INSTRUCTION)


def repartition(suivi: SuiviAxe | None) -> Repartition | None:
    """Retained fiches by avancement, every avancement present; None without any."""
    if suivi is None or not suivi.retenues:
        return None
    return Repartition({a: suivi.retenues.get(a, 0) for a in Avancement})


def en_instruction(suivi: SuiviAxe) -> int:
    """Fiches whose arbitration is not over."""
    return sum(suivi.par_instruction.get(i, 0) for i in EN_INSTRUCTION)


def document(feuille: UUID, version: Ligne) -> Lien:
    """« Texte signé (DOCX) »."""
    libelle = _DOCUMENTS.get(version["etat"], f"Version {version['numero']}")
    return Lien(libelle=f"{libelle} (DOCX)", href=adresses.version(feuille, version["numero"], "docx"))


def publiees(feuille: UUID, versions: Iterable[Ligne], plan: PlanPublie | None = None) -> tuple[VersionPubliee, ...]:
    """Published versions, first to last; ``plan`` is the outline of the last one, when read."""
    lues = list(versions)
    return tuple(
        VersionPubliee(
            numero=v["numero"],
            etat=v["etat"],
            date=v["date"],
            documents=(document(feuille, v),),
            empreinte=v["empreinte"],
            occasion=texte(v["occasion"]),
            fiches=plan.fiches if plan and v is lues[-1] else None,
            fiches_exemple=plan.exemples if plan and v is lues[-1] else 0,
        )
        for v in lues
    )
