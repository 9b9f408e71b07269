"""Instances as they are read: what is due, whom to write to on a day, and at what cost."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.context import Contexte
from backend.queries.adresses_des_instances import adresses_de
from backend.queries.instances import lire_instance
from backend.queries.vues.instances import comitologie, lire_vue_instance
from backend.services import instances
from backend.services.commands.instances import AjouterSiege, FermerInstance
from backend.services.commands.structures import CreerPersonne, CreerPoste, OccuperPoste
from backend.services.ecriture import inserer
from backend.services.sieges import ajouter_siege
from backend.services.structures import creer_personne, creer_poste, occuper_poste
from fne_roadmaps.demo import AU
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.errors import Interdit, NonTrouve
from fne_roadmaps.tables.engines import Moteur, moteur_courant
from fne_roadmaps.tables.instances import Siege
from tests.support.personnes import ALICE, GOUVERNANCE_28, MAINTENANT, contexte
from tests.support.requetes import requetes_de

COTECH = cle_fixe("instance:28/cotech")


async def occuper(systeme: Contexte, nom: str, courriel: str | None, debut: date) -> None:
    """Somebody takes the post of the department’s project manager."""
    ctx = contexte(systeme.acteur, requete=nom)
    personne = await creer_personne(ctx, CreerPersonne(nom=nom, courriel=courriel))
    await occuper_poste(ctx, OccuperPoste(poste="cd-28/mission", personne=str(personne), debut=debut))


async def test_on_ecrit_a_qui_occupe_les_postes_ce_jour_la(
    monde: Moteur, alice: Contexte, bob: Contexte, charlie: Contexte, systeme: Contexte
) -> None:
    await creer_poste(systeme, CreerPoste(code="cd-28/mission", structure="cd-28", fonction="Chef·fe de projet"))
    siege = {"instance": "28/cotech", "structure": "cd-28", "poste": "cd-28/mission"}
    siege |= {"suppleant": "hub-lo/mission-28", "college": "Porteurs", "debut": "2025-01-01", "fin": "2025-12-31"}
    await ajouter_siege(alice, AjouterSiege.model_validate(siege))
    await occuper(systeme, "Avant", "avant@exemple.fr", date(2024, 1, 1))
    await occuper(systeme, "Maintenant", "maintenant@exemple.fr", date(2025, 6, 17))

    async def lues(au: date) -> list[tuple[str, bool, str | None, str | None]]:
        _, adresses = await adresses_de(alice.acteur, "28/cotech", au)
        return [(a.siege, a.suppleant, a.nom, a.courriel) for a in adresses]

    prefecture, cd = "Préfecture d’Eure-et-Loir", "Conseil départemental d’Eure-et-Loir"
    sans = [(prefecture, False, None, None)]
    assert await lues(AU) == [
        *sans,
        (cd, False, "Maintenant", "maintenant@exemple.fr"),
        (cd, True, None, None),
    ]
    assert (await lues(AU - timedelta(days=1)))[1] == (cd, False, "Avant", "avant@exemple.fr")
    assert await lues(date(2026, 1, 1)) == sans
    with pytest.raises(Interdit):
        await adresses_de(bob.acteur, "28/cotech", AU)
    with pytest.raises(NonTrouve):
        await adresses_de(charlie.acteur, "28/cotech", AU)


async def test_rien_n_est_du_d_une_instance_fermee(monde: Moteur, alice: Contexte) -> None:
    lue = await lire_instance(alice.acteur, "28/cotech", AU)
    assert (lue["prochaine_echeance"], lue["echeance_passee"], lue["voix"]) == (date(2025, 2, 1), True, 1)
    await instances.fermer_instance(alice, "28/cotech", None, FermerInstance())
    lue = await lire_instance(alice.acteur, "28/cotech", AU)
    assert (lue["prochaine_echeance"], lue["echeance_passee"]) == (None, False)


LECTURES: dict[str, tuple[int, Callable[[], Awaitable[Any]]]] = {
    "page": (17, lambda: lire_vue_instance(ALICE, COTECH, AU)),
    "arbre": (5, lambda: comitologie(ALICE, GOUVERNANCE_28, AU)),
    "instance": (6, lambda: lire_instance(ALICE, COTECH, AU)),
    "adresses": (4, lambda: adresses_de(ALICE, COTECH, AU)),
}


async def test_cinq_cents_sieges_coutent_les_requetes_d_un_seul(monde: Moteur, alice: Contexte) -> None:
    async def cout() -> dict[str, int]:
        couts = {}
        for nom, (_, lire) in LECTURES.items():
            with requetes_de(moteur_courant()) as passees:
                await lire()
            couts[nom] = len(passees)
        return couts

    un = await cout()
    assert un == {nom: attendu for nom, (attendu, _) in LECTURES.items()}
    poste = UUID(str(cle_fixe("poste:hub-lo/mission-28")))
    commun = {"instance": COTECH, "cree_le": MAINTENANT, "maj_le": MAINTENANT, "voix": True, "suppleant": poste}
    await inserer(Siege, [{**commun, "id": uuid4(), "rang": i, "libelle": f"Siège {i}"} for i in range(2, 501)])
    assert await cout() == un
    assert len((await adresses_de(ALICE, COTECH, AU))[1]) == 1 + 2 * 499
