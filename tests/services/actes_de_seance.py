"""Acts on the agenda and the attendance of a meeting: service, arguments, and what each leaves in the journal."""

from __future__ import annotations

from typing import Any

from backend.services import reunions as re
from backend.services.commands import seances as csc
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.enums import EtatPoint

POINT = cle_fixe("point_ordre_du_jour:28/copil/r1:p1")

SEANCES: tuple[tuple[Any, tuple[Any, ...], tuple[tuple[str, str, str | None], ...]], ...] = (
    (
        re.creer_point,
        (csc.CreerPoint(reunion="28/copil/r1", titre="Budget"),),
        (("point_ordre_du_jour", "creer", None),),
    ),
    (
        re.modifier_point,
        (POINT, 1, csc.ModifierPoint.model_validate({"titre": "Bus", "objets": [{"fiche_action": "28-2024/1.1"}]})),
        (("point_ordre_du_jour", "modifier", "titre"), ("point_ordre_du_jour", "modifier", "objets")),
    ),
    (
        re.changer_etat_point,
        (POINT, csc.ChangerEtatPoint(etat=EtatPoint.TRAITE)),
        (("point_ordre_du_jour", "changer_etat", "etat"),),
    ),
    (
        re.ajouter_invite,
        (csc.AjouterInvite(reunion="28/copil/r1", libelle="Une mairie"),),
        (("presence", "creer", None),),
    ),
)
