"""What came in and waits: for those who write a roadmap, and for those who help to write."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from backend.queries.contributions.demandes import COLONNES, DEPUIS, former_demande
from backend.queries.fiches_action.liste import numero_de_fiche
from backend.queries.lecture import RIEN, Clause, Ligne, lignes
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import EtatDemande, EtatDepot, Instruction

_DEPOTS = (
    "SELECT d.id, d.structure_nom, d.fonction, d.etat, d.soumis_le, d.maj_le, d.exemple, d.contenu, fa.id AS fiche, "
    "fa.titre, fa.rang, fa.numero_proposition, fa.instruction, x.rang AS axe_rang, x.titre AS axe_titre, "
    "a.titre AS appel_titre, a.id AS appel, s.nom AS aide_nom FROM depot d "
    "JOIN appel_a_fiches a ON a.id = d.appel LEFT JOIN fiche_action fa ON fa.id = d.fiche_action "
    "LEFT JOIN axe x ON x.id = fa.axe LEFT JOIN structure s ON s.id = d.aide "
    "WHERE a.feuille_de_route = {} AND d.supprime_le IS NULL AND d.etat = {}"
)


@dataclass(frozen=True, slots=True)
class Boite:
    """``depots`` submitted and not yet looked into, ``reponses`` to read again, ``attendues`` not yet answered,
    ``aidees`` being written with the help of the reader's structure.
    """

    depots: list[Ligne]
    reponses: list[Ligne]
    attendues: list[Ligne]
    aidees: list[Ligne]

    @property
    def a_traiter(self) -> int:
        """What awaits somebody who writes the roadmap."""
        return len(self.depots) + len(self.reponses)


async def lire_boite(acteur: Acteur, feuille: UUID) -> Boite:
    """The box of one roadmap. Four statements."""
    depots = await lignes(
        f"{_DEPOTS} AND fa.instruction = {{}} AND fa.supprime_le IS NULL ORDER BY d.soumis_le, d.id",
        feuille,
        EtatDepot.SOUMIS.value,
        Instruction.PROPOSEE.value,
    )
    aidee = Clause("d.aide = {}", (acteur.structure,)) if acteur.structure else RIEN
    aidees = await lignes(
        f"{_DEPOTS} AND {aidee.sql} ORDER BY d.maj_le DESC, d.id", feuille, EtatDepot.EN_COURS.value, *aidee.valeurs
    )
    return Boite(
        depots=[{**d, "numero": numero_de_fiche(d)} for d in depots],
        reponses=await _demandes(feuille, EtatDemande.REPONDUE, "d.repondue_le"),
        attendues=await _demandes(feuille, EtatDemande.ENVOYEE, "(d.echeance IS NULL), d.echeance"),
        aidees=aidees,
    )


async def _demandes(feuille: UUID, etat: EtatDemande, ordre: str) -> list[Ligne]:
    rangees = await lignes(
        f"SELECT {COLONNES} {DEPUIS} AND f.id = {{}} AND d.etat = {{}} ORDER BY {ordre}, d.id", feuille, etat.value
    )
    return [former_demande(r) for r in rangees]
