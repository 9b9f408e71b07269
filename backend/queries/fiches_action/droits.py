"""The rights of a reader on a fiche, from what is stored of it."""

from __future__ import annotations

from backend.queries.lecture import Ligne, lignes
from fne_roadmaps.domain.droits import Acteur, Droit, FicheTenue, droits_sur_fiche
from fne_roadmaps.domain.enums import EtatFeuille, Instruction, RoleActeur

_PILOTES = frozenset({RoleActeur.PILOTE, RoleActeur.CO_PILOTE})
_AUTEURS = frozenset({RoleActeur.PROPOSEUR, RoleActeur.AIDE_REDACTION})


async def droits_de_fiche(acteur: Acteur, fiche: Ligne, feuille: Ligne) -> frozenset[Droit]:
    """Rights on a row of ``fiche_action`` of the roadmap ``feuille``. One statement."""
    acteurs = await lignes("SELECT role, structure FROM acteur WHERE fiche_action = {}", fiche["id"])
    return droits_sur_fiche(
        acteur,
        feuille["gouvernance"],
        FicheTenue(
            instruction=Instruction(fiche["instruction"]),
            feuille_close=feuille["etat"] == EtatFeuille.CLOSE,
            pilotes=frozenset(a["structure"] for a in acteurs if a["role"] in _PILOTES),
            auteurs=frozenset(a["structure"] for a in acteurs if a["role"] in _AUTEURS),
        ),
    )
