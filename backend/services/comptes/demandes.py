"""Requests for news of the fiches a post pilots, when the post changes hands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import Ligne
from backend.services.courriels import poster
from backend.services.ecriture import journaliser
from fne_roadmaps.domain.enums import ModeleCourriel
from fne_roadmaps.tables.contributions import DemandeDeNouvelles


async def _adresser_les_demandes(
    ctx: Contexte, gouvernance: UUID, demandes: Sequence[Ligne], adresses: Mapping[UUID, str | None]
) -> None:
    """Links given before stop working; each new answerer whose address is known receives their own.

    The journal says that the request moved, never to which address.
    """
    for demande in demandes:
        adresse = adresses[demande["id"]]
        await (
            DemandeDeNouvelles.update(
                {
                    DemandeDeNouvelles.generation: demande["generation"] + 1,
                    DemandeDeNouvelles.version: demande["version"] + 1,
                    DemandeDeNouvelles.courriel: adresse,
                    DemandeDeNouvelles.maj_le: ctx.maintenant,
                }
            )
            .where(DemandeDeNouvelles.id == demande["id"])
            .run()
        )
        await journaliser(
            ctx,
            "demande_de_nouvelles",
            demande["id"],
            "transmettre",
            gouvernance=gouvernance,
            changements={"generation": (demande["generation"], demande["generation"] + 1)},
        )
        if adresse:
            await poster(
                ctx,
                destinataire=adresse,
                modele=ModeleCourriel.NOUVELLES,
                donnees={"fiche": demande["titre"], "feuille": demande["feuille"]},
                objet_lie=demande["id"],
                gouvernance=gouvernance,
            )
