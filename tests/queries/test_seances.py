"""A meeting of two hundred items and seats costs the statements of one, on both engines, and its documents say it."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from backend.context import Contexte
from backend.queries.documents_de_reunion import contenu_de_reunion
from backend.queries.lecture import Ligne, ligne
from backend.queries.references import charger
from backend.queries.seances import a_traiter, passages_de_fiche
from backend.queries.vues.seances import SeanceVue, lire_seance, reunions_suivantes
from backend.services import reunions as re
from backend.services.commands import decisions as cd, seances as cs
from backend.services.ecriture import inserer
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import EtatPresence
from fne_roadmaps.domain.errors import NonTrouve
from fne_roadmaps.tables.engines import Moteur
from fne_roadmaps.tables.instances import Siege
from fne_roadmaps.tables.reunions import PointOrdreDuJour
from fne_roadmaps.tables.seances import ObjetDePoint, Presence
from tests.support.requetes import requetes_de

R1 = "28/copil/r1"
FICHE = cle_fixe("fiche_action:28-2024/1.1")
MAINTENANT = datetime(2025, 6, 17, tzinfo=UTC)


async def tout_lire(ctx: Contexte) -> SeanceVue:
    """All that the pages of a meeting and of a fiche ask of it."""
    vue = await lire_seance(ctx.acteur, R1, ctx.au)
    await contenu_de_reunion(vue, ctx.au)
    await reunions_suivantes(ctx.acteur, vue.reunion)
    await passages_de_fiche(ctx.acteur, FICHE)
    await a_traiter(ctx.acteur, await charger(ctx.acteur, "reunion", R1), ctx.au)
    return vue


async def remplir(n: int) -> None:
    """As many items about the fiche, and as many seats, all there."""
    reunion = await ligne("SELECT id, instance FROM reunion WHERE code = {}", R1)
    assert reunion
    suivi: Ligne = {"cree_le": MAINTENANT, "maj_le": MAINTENANT}
    points = [uuid4() for _ in range(n)]
    sieges = [uuid4() for _ in range(n)]
    await inserer(
        PointOrdreDuJour,
        [
            {**suivi, "id": cle, "reunion": reunion["id"], "rang": i, "titre": "P", "nature": "avis", "etat": "traite"}
            for i, cle in enumerate(points, start=2)
        ],
    )
    await inserer(ObjetDePoint, [{"id": uuid4(), "point": cle, "rang": 1, "fiche_action": FICHE} for cle in points])
    await inserer(
        Siege,
        [
            {**suivi, "id": cle, "instance": reunion["instance"], "rang": i, "libelle": f"S{i}", "voix": True}
            for i, cle in enumerate(sieges)
        ],
    )
    await inserer(
        Presence,
        [
            {**suivi, "id": uuid4(), "reunion": reunion["id"], "rang": i, "siege": cle, "etat": "present"}
            for i, cle in enumerate(sieges)
        ],
    )


async def test_deux_cents_points_et_sieges_coutent_les_requetes_d_un_seul(monde: Moteur, alice: Contexte) -> None:
    await remplir(1)
    with requetes_de(monde) as avant:
        await tout_lire(alice)
    await remplir(199)
    with requetes_de(monde) as apres:
        vue = await tout_lire(alice)
    assert (len(vue.points), len(vue.sieges), len(vue.presences)) == (201, 200, 200)
    assert len(await passages_de_fiche(alice.acteur, FICHE)) == 200
    assert len(apres) == len(avant) == 26


async def test_les_documents_disent_la_reunion(monde: Moteur, alice: Contexte) -> None:
    await remplir(2)
    point = cle_fixe(f"point_ordre_du_jour:{R1}:p1")
    await re.modifier_point(
        alice,
        point,
        None,
        cs.ModifierPoint.model_validate({"objets": [{"axe": "28-2024/1"}, {"fiche_action": str(FICHE)}]}),
    )
    await re.creer_decision(
        alice,
        cd.CreerDecision.model_validate(
            {
                "reunion": R1,
                "annee": 2025,
                "texte": "Fait.",
                "point": point,
                "echeance": "2025-05",
                "fiches": ["28-2024/1.1"],
            }
        ),
    )
    await re.ajouter_invite(alice, cs.AjouterInvite(reunion=R1, structure="asso-a", etat=EtatPresence.EXCUSE))
    doc = await contenu_de_reunion(await lire_seance(alice.acteur, R1, alice.au), alice.au)
    assert [p.nom for p in doc.porteurs] == ["Préfecture d’Eure-et-Loir", "Conseil départemental d’Eure-et-Loir"]
    assert [(p.organisme, p.etat) for p in doc.presences] == [
        ("S0", EtatPresence.PRESENT),
        ("S1", EtatPresence.PRESENT),
        ("Association exemple A", EtatPresence.EXCUSE),
    ]
    premier = doc.points[0]
    assert (premier.titre, premier.references) == ("Tour de table", ("axe 1", "fiche 1.1"))
    (decision,) = premier.decisions
    assert (decision.code, decision.fiches, decision.en_retard) == ("28/copil/2025-2", ("1.1",), True)
    assert doc.titre == ""


async def test_charlie_ne_lit_rien_et_qui_siege_lit_sans_les_fiches(
    monde: Moteur, bob: Contexte, charlie: Contexte
) -> None:
    await remplir(1)
    with pytest.raises(NonTrouve):
        await lire_seance(charlie.acteur, R1, charlie.au)
    assert (await lire_seance(bob.acteur, R1, bob.au)).objets
    copil = await ligne("SELECT id FROM instance WHERE code = '28/copil'")
    assert copil
    membre = Acteur("membre", "Membre", sieges=frozenset({copil["id"]}))
    vue = await lire_seance(membre, R1, bob.au)
    assert len(vue.points) == 2
    assert vue.objets == {}
    assert not vue.ecrit
