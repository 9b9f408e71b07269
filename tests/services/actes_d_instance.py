"""Acts on a body, its seats and its cadences: service, arguments, and what each leaves in the journal."""

from __future__ import annotations

from typing import Any

from backend.services import cadences, instances, sieges
from backend.services.commands import instances as ci
from fne_roadmaps.demo.cles import cle_fixe


def _commande(modele: type[Any], **champs: Any) -> Any:
    return modele.model_validate(champs)


_SIEGE = cle_fixe("siege:28/cotech:1")
_CADENCE = cle_fixe("cadence:28/cotech:Mensuelle:2025-01-01")
INSTANCES: tuple[tuple[Any, tuple[Any, ...], tuple[tuple[str, str, str | None], ...]], ...] = (
    (
        instances.creer_instance,
        (_commande(ci.CreerInstance, gouvernance="28", slug="gt-sante", type="groupe_de_travail", nom="Santé"),),
        (("instance", "creer", None),),
    ),
    (
        instances.modifier_instance,
        ("28/cotech", 1, _commande(ci.ModifierInstance, nom="COTECH", sieges=[{"structure": "cd-28"}])),
        (("instance", "modifier", "nom"), ("instance", "modifier", "sieges")),
    ),
    (
        sieges.ajouter_siege,
        (_commande(ci.AjouterSiege, instance="28/copil", structure="cd-28", college="Porteurs"),),
        (("instance", "ajouter_siege", "siege"),),
    ),
    (
        sieges.modifier_siege,
        (_SIEGE, 1, _commande(ci.SiegeSaisi, structure="prefecture-28", fin="2025-12-31")),
        (("instance", "modifier_siege", "siege"),),
    ),
    (sieges.deplacer_siege, (_SIEGE, 1), ()),
    (sieges.retirer_siege, (_SIEGE,), (("instance", "retirer_siege", "siege"),)),
    (
        cadences.modifier_cadence,
        (_CADENCE, 1, _commande(ci.CadenceSaisie, texte="Trimestrielle", min_par_an=4)),
        (("instance", "modifier_cadence", "cadence"),),
    ),
    (cadences.retirer_cadence, (_CADENCE,), (("instance", "retirer_cadence", "cadence"),)),
    (
        instances.fermer_instance,
        ("28/cotech", 1, _commande(ci.FermerInstance, pourquoi="Réunie au COPIL.")),
        (("instance", "fermer", "fin"),),
    ),
    (
        instances.ajouter_cadence,
        ("28/copil", _commande(ci.CadenceSaisie, texte="Trimestrielle", min_par_an=4)),
        (("instance", "ajouter_cadence", "cadences"),),
    ),
)
