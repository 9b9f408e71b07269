"""The API of what a meeting is made of: the items of its agenda, and who was there."""

from __future__ import annotations

from uuid import UUID

from backend.api.ressources import Acte, Creation, Modification, Ressource
from backend.api.schemas import seances as formes
from backend.context import Contexte
from backend.queries.seances import listes as lectures
from backend.services import reunions as services
from backend.services.commands import seances as commandes
from backend.services.commands.champs import Commande


async def _modifier_point(ctx: Contexte, cle: str, version: int, commande: Commande) -> None:
    await services.modifier_point(ctx, UUID(cle), version, commande)


async def _changer_etat(ctx: Contexte, cle: str, version: int, commande: commandes.ChangerEtatPoint) -> None:
    await services.changer_etat_point(ctx, UUID(cle), commande, version)


async def _placer(ctx: Contexte, cle: str, version: int, commande: commandes.PlacerPoint) -> None:
    await services.placer_point(ctx, UUID(cle), commande.avant, version)


async def _modifier_presence(ctx: Contexte, cle: str, version: int, commande: Commande) -> None:
    await services.modifier_presence(ctx, UUID(cle), version, commande)


POINTS = Ressource(
    chemin="points",
    concept="point_ordre_du_jour",
    un="un point d’ordre du jour",
    des="points d’ordre du jour",
    exemple="3ad5fcca-2ea2-5450-ba8a-e0e10955a464",
    liste=lectures.POINTS,
    resume=formes.PointResume,
    entier=formes.Point,
    lire=lectures.lire_point,
    creation=Creation(
        commandes.CreerPoint,
        {
            "reunion": "28/copil/r4",
            "titre": "Calendrier des permanences numériques",
            "nature": "decision",
            "duree": 15,
            "presentateur": "cd-28",
            "objets": [{"fiche_action": "28-2024/1.3"}],
        },
        {"reunion": "reunion"},
    ),
    modification=Modification(
        commandes.ModifierPoint, _modifier_point, {"duree": 25, "texte": "Trois communes le présentent."}
    ),
    actes=(
        Acte(
            "etat",
            "Traiter un point, le retirer de l’ordre du jour ou l’y remettre ; le reporter se fait sur le site.",
            commandes.ChangerEtatPoint,
            _changer_etat,
            {"etat": "retire", "pourquoi": "Traité par courriel."},
        ),
        Acte(
            "place",
            "Placer un point juste avant un autre, ou à la fin.",
            commandes.PlacerPoint,
            _placer,
            {"avant": None},
        ),
    ),
)
PRESENCES = Ressource(
    chemin="presences",
    concept="presence",
    un="une présence",
    des="présences",
    exemple="7b0e8f3a-6a0f-4d8e-9d0c-6b9d1f0a2c13",
    liste=lectures.PRESENCES,
    resume=formes.PresenceResume,
    entier=formes.Presence,
    lire=lectures.lire_presence,
    creation=Creation(
        commandes.DirePresence,
        {"reunion": "28/copil/r4", "structure": "hub-lo", "etat": "invite", "a_distance": True},
        {"reunion": "reunion"},
    ),
    modification=Modification(commandes.ModifierPresence, _modifier_presence, {"etat": "excuse"}),
)
