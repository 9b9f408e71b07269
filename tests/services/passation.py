"""A post of the small world, all that hangs on it, and how it is handed over and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.comptes import Passation, lire_passation
from backend.services import comptes, contributions as co, fiches_action, instances, structures
from backend.services.commands.comptes import PasserLaMain
from backend.services.commands.contributions import DemanderDesNouvelles
from backend.services.commands.fiches_action import ModifierFicheAction
from backend.services.commands.instances import ModifierInstance
from backend.services.commands.structures import CreerPersonne, OccuperPoste
from fne_roadmaps.domain.enums import Profil
from tests.services.comptes import adresse, entre
from tests.support.etat import valeur
from tests.support.personnes import GOUVERNANCE_28

CODE = "hub-lo/mission-28"
ARRIVE = "Hector"


async def poste() -> UUID:
    """The post that is handed over."""
    return UUID(str(await valeur("SELECT id FROM poste WHERE code = {}", CODE)))


async def installer(alice: Contexte, systeme: Contexte, profil: Profil = Profil.REDACTEUR) -> str:
    """Gaston holds the post: a seat, a fiche to pilot, a request for news that waits. Returns his session's cookie."""
    temoin = await entre(replace(alice, requete="arrivee"), "Gaston", profil, poste=CODE)
    personne = await structures.creer_personne(systeme, CreerPersonne(nom="Exemple"))
    await structures.occuper_poste(systeme, OccuperPoste(poste=CODE, personne=str(personne), debut=date(2024, 9, 1)))
    sieges = ModifierInstance.model_validate({"sieges": [{"poste": CODE}, {"structure": "cd-28"}]})
    await instances.modifier_instance(alice, "28/cotech", 1, sieges)
    pilote = ModifierFicheAction.model_validate({"acteurs": [{"role": "pilote", "structure": "hub-lo", "poste": CODE}]})
    await fiches_action.modifier_fiche_action(alice, "28-2024/1.1", 1, pilote)
    demande = DemanderDesNouvelles(courriel=adresse("Gaston"))
    await co.demander_des_nouvelles(replace(alice, requete="demande"), ["28-2024/1.1"], demande)
    return temoin


async def vue(alice: Contexte) -> Passation:
    """What the post holds in 28."""
    return await lire_passation(GOUVERNANCE_28, await poste(), alice.au)


async def passer(ctx: Contexte, **champs: Any) -> str | None:
    """Hand it over to Hector on this day, unless told otherwise."""
    donnees = {"le": ctx.au, "nom": ARRIVE, "courriel": adresse(ARRIVE), **champs}
    return await comptes.passer_la_main(
        replace(ctx, requete="passation", maintenant=ctx.maintenant + timedelta(hours=1)),
        "28",
        await poste(),
        PasserLaMain.model_validate(donnees),
    )


async def annuler(ctx: Contexte) -> None:
    """Undo it."""
    plus_tard = replace(ctx, requete="retour", maintenant=ctx.maintenant + timedelta(hours=2))
    await comptes.annuler_passation(plus_tard, "28", await poste())
