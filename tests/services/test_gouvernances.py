"""Governances: members with their dated roles, contributions, figures; and the structures, posts and people around."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from backend.context import Contexte
from backend.queries.lecture import lignes
from backend.services import comptes, gouvernances, structures, territoires
from backend.services.commands import gouvernances as cg, structures as cs, territoires as ct
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import contenu_de_la_base, lignes_du_journal, valeur


async def modifier(ctx: Contexte, version: int, **champs: Any) -> int:
    """Change the governance of 28."""
    return await gouvernances.modifier_gouvernance(ctx, "28", version, cg.ModifierGouvernance.model_validate(champs))


@pytest.mark.parametrize(
    ("membres", "champ"),
    [
        ([{"structure": "nulle-part", "roles": [{"role": "porteur"}]}], "membres.0"),
        ([{"structure": "cd-28", "roles": [{"role": role}]} for role in ("porteur", "invite")], "membres"),
        ([{"structure": "cd-28", "roles": [{"role": "porteur"}, {"role": "porteur"}]}], "membres.0.roles"),
        (
            [{"structure": "cd-28", "roles": [{"role": "porteur", "debut": "2025-02-01", "fin": "2025-01-01"}]}],
            "membres.0.roles.0.fin",
        ),
    ],
)
async def test_un_membre_a_chaque_role_une_fois(
    monde: Moteur, alice: Contexte, membres: list[dict[str, Any]], champ: str
) -> None:
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee) as refus:
        await modifier(alice, 1, membres=membres)
    assert refus.value.champ == champ
    assert await contenu_de_la_base() == avant


async def test_un_role_se_reprend_a_une_autre_periode(monde: Moteur, alice: Contexte) -> None:
    roles = [{"role": "porteur", "fin": "2024-12-31"}, {"role": "porteur", "debut": "2025-03-01"}]
    await modifier(alice, 1, membres=[{"structure": "cd-28", "roles": roles}])
    stockes = await lignes(
        "SELECT r.debut, r.fin FROM role_de_membre r JOIN membre m ON m.id = r.membre "
        "WHERE m.supprime_le IS NULL AND r.role = 'porteur' AND r.debut IS NOT NULL"
    )
    assert stockes == [{"debut": date(2025, 3, 1), "fin": None}]


async def test_un_membre_retire_garde_sa_trace_et_peut_revenir(monde: Moteur, alice: Contexte) -> None:
    seul = [{"structure": "cd-28", "roles": [{"role": "porteur"}]}]
    await modifier(alice, 1, membres=seul)
    await modifier(alice, 2, membres=[*seul, {"structure": "prefecture-28", "roles": [{"role": "co_porteur"}]}])
    tenus = await lignes(
        "SELECT s.code, m.supprime_le FROM membre m JOIN structure s ON s.id = m.structure "
        "JOIN gouvernance g ON g.id = m.gouvernance WHERE g.code = '28'"
    )
    assert sorted(m["code"] for m in tenus if m["supprime_le"] is None) == ["cd-28", "prefecture-28"]
    assert len([m for m in tenus if m["supprime_le"]]) == 3


@pytest.mark.parametrize("code", ["28", "99", "Hub", "28_a"])
async def test_un_code_de_gouvernance_est_lisible_et_unique(monde: Moteur, systeme: Contexte, code: str) -> None:
    commande = cg.CreerGouvernance.model_validate({"code": code, "type": "pnt", "nom": "x", "territoire": "28"})
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee) as refus:
        await gouvernances.creer_gouvernance(systeme, commande)
    assert refus.value.champ == "code"
    assert await contenu_de_la_base() == avant


async def test_les_chiffres_et_les_contributions_gardent_l_ordre_de_saisie(monde: Moteur, alice: Contexte) -> None:
    for libelle, saisi in (("Indice", "6,40"), ("Structures", "1\u202f310")):
        await gouvernances.ajouter_chiffre(
            alice,
            cg.AjouterChiffre.model_validate(
                {"gouvernance": "28", "usage": "diagnostic", "libelle": libelle, "valeur": saisi, "date": "2024"}
            ),
        )
        await gouvernances.ajouter_contribution(
            alice,
            cg.AjouterContribution.model_validate(
                {"gouvernance": "28", "structure": "hub-lo", "type": "conseil", "description": libelle}
            ),
        )
    chiffres = await lignes("SELECT rang, valeur, date_premier FROM chiffre ORDER BY rang")
    assert [(c["rang"], c["valeur"], c["date_premier"]) for c in chiffres] == [
        (1, "6.4", date(2024, 1, 1)),
        (2, "1310", date(2024, 1, 1)),
    ]
    assert [c["rang"] for c in await lignes("SELECT rang FROM contribution ORDER BY rang")] == [1, 2]


@pytest.mark.parametrize("valeur_saisie", ["beaucoup", "1e400", "NaN", str(10**26), True, "0.1234567"])
def test_un_chiffre_est_un_nombre_raisonnable(valeur_saisie: Any) -> None:
    with pytest.raises(ValidationError):
        cg.AjouterChiffre.model_validate(
            {"gouvernance": "28", "usage": "diagnostic", "libelle": "x", "valeur": valeur_saisie}
        )


async def test_une_passation_ferme_une_periode_et_en_ouvre_une(monde: Moteur, systeme: Contexte) -> None:
    une, autre = [
        str(await structures.creer_personne(systeme, cs.CreerPersonne(nom=nom, courriel="exemple@exemple.fr")))
        for nom in ("Première", "Seconde")
    ]

    async def occuper(personne: str, debut: date) -> Any:
        commande = cs.OccuperPoste(poste="hub-lo/mission-28", personne=personne, debut=debut)
        return await structures.occuper_poste(systeme, commande)

    await occuper(une, date(2024, 1, 1))
    await occuper(autre, date(2025, 3, 1))
    periodes = await lignes("SELECT debut, fin FROM occupation ORDER BY debut")
    assert [(p["debut"], p["fin"]) for p in periodes] == [
        (date(2024, 1, 1), date(2025, 2, 28)),
        (date(2025, 3, 1), None),
    ]
    for debut in (date(2025, 3, 1), date(2025, 2, 1), date(2023, 1, 1)):
        with pytest.raises(RegleViolee, match="occupe déjà ce poste"):
            await occuper(une, debut)
    with pytest.raises(NonTrouve):
        await occuper("personne", date(2026, 1, 1))
    assert len(await lignes("SELECT id FROM occupation")) == 2
    assert "Première" not in str(await lignes_du_journal())


async def test_une_occupation_deja_bornee_est_ecourtee_par_la_suivante(monde: Moteur, systeme: Contexte) -> None:
    personnes = [str(await structures.creer_personne(systeme, cs.CreerPersonne(nom=f"P{i}"))) for i in range(3)]
    jours = (date(2024, 1, 1), date(2025, 1, 1), date(2024, 6, 1))
    for personne, debut in zip(personnes[:2], jours[:2], strict=True):
        await structures.occuper_poste(
            systeme, cs.OccuperPoste(poste="hub-lo/mission-28", personne=personne, debut=debut)
        )
    with pytest.raises(RegleViolee):
        await structures.occuper_poste(
            systeme, cs.OccuperPoste(poste="hub-lo/mission-28", personne=personnes[2], debut=jours[2])
        )
    assert [o["fin"] for o in await lignes("SELECT fin FROM occupation ORDER BY debut")] == [date(2024, 12, 31), None]


@pytest.mark.parametrize(
    ("numeros", "champ"),
    [
        ({"siret": "12345678901234"}, "siret"),
        ({"ridet": "12"}, "ridet"),
        ({"rna": "X"}, "rna"),
        ({"code": "cd-28"}, "code"),
    ],
)
async def test_une_structure_a_des_numeros_justes(
    monde: Moteur, systeme: Contexte, numeros: dict[str, str], champ: str
) -> None:
    commande = cs.CreerStructure.model_validate({"code": "asso-z", "nom": "Z", "type": "association", **numeros})
    avant = await contenu_de_la_base()
    with pytest.raises(RegleViolee) as refus:
        await structures.creer_structure(systeme, commande)
    assert refus.value.champ == champ
    assert await contenu_de_la_base() == avant


async def test_les_numeros_sont_ranges_sans_espace(monde: Moteur, systeme: Contexte) -> None:
    commande = cs.CreerStructure.model_validate(
        {"code": "poste", "nom": "Bureau", "type": "entreprise", "siret": "356 000 000 00048", "rna": "w123456789"}
    )
    await structures.creer_structure(systeme, commande)
    (rangee,) = await lignes("SELECT siret, rna FROM structure WHERE code = 'poste'")
    assert rangee == {"siret": "35600000000048", "rna": "W123456789"}


@pytest.mark.parametrize(
    ("saisie", "fuseau"),
    [
        ({"code": "974", "type": "departement"}, "Indian/Reunion"),
        ({"code": "2A", "type": "departement"}, "Europe/Paris"),
        ({"code": "bv-dreux", "type": "bassin_de_vie", "parent": "28"}, "Europe/Paris"),
        ({"code": "bv-est", "type": "bassin_de_vie", "fuseau": "Pacific/Tahiti"}, "Pacific/Tahiti"),
    ],
)
async def test_un_territoire_a_son_fuseau(
    monde: Moteur, systeme: Contexte, saisie: dict[str, str], fuseau: str
) -> None:
    await territoires.creer_territoire(
        systeme, ct.CreerTerritoire.model_validate({"nom": "x", "du_nom": "x", **saisie})
    )
    assert await valeur("SELECT fuseau FROM territoire WHERE code = {}", saisie["code"]) == fuseau


@pytest.mark.parametrize(
    ("saisie", "champ"),
    [
        ({"code": "20", "type": "departement"}, "code"),
        ({"code": "bv", "type": "bassin_de_vie"}, "code"),
        ({"code": "28", "type": "departement"}, "code"),
        ({"code": "75", "type": "departement", "fuseau": "Mars"}, "fuseau"),
        ({"code": "75", "type": "departement", "valide_du": "2025-01-02", "valide_au": "2025-01-01"}, "valide_au"),
    ],
)
async def test_un_territoire_impossible_est_refuse(
    monde: Moteur, systeme: Contexte, saisie: dict[str, str], champ: str
) -> None:
    commande = ct.CreerTerritoire.model_validate({"nom": "x", "du_nom": "x", **saisie})
    with pytest.raises(RegleViolee) as refus:
        await territoires.creer_territoire(systeme, commande)
    assert refus.value.champ == champ


async def test_un_compte_a_ses_profils_ou_n_est_pas_cree(monde: Moteur, systeme: Contexte) -> None:
    avant = await contenu_de_la_base()
    with pytest.raises(NonTrouve):
        await comptes.creer_compte(systeme, "eve", "Ève", {"28": Profil.LECTEUR, "99": Profil.LECTEUR})
    assert await contenu_de_la_base() == avant
    voulus = {"28": Profil.LECTEUR, "41": Profil.PORTEUR}
    await comptes.creer_compte(systeme, "eve", "Ève", voulus, comptes.Identite("cd-41"))
    profils = await lignes(
        "SELECT g.code, p.profil FROM profil_de_compte p JOIN gouvernance g ON g.id = p.gouvernance ORDER BY g.code"
    )
    assert profils == [{"code": "28", "profil": "lecteur"}, {"code": "41", "profil": "porteur"}]


async def ouvrir(ctx: Contexte, **champs: Any) -> Any:
    """Open a governance of the Pays de Dreux."""
    base = {"code": "28-dreux", "type": "infra_departementale", "nom": "Dreux", "territoire": "28-dreux"}
    return await gouvernances.creer_gouvernance(ctx, cg.CreerGouvernance.model_validate({**base, **champs}))


async def test_qui_administre_un_territoire_ouvre_une_gouvernance_dedans(
    monde: Moteur, systeme: Contexte, alice: Contexte, bob: Contexte, charlie: Contexte
) -> None:
    avant = await contenu_de_la_base()
    for ctx in (bob, charlie):
        with pytest.raises(Interdit):
            await ouvrir(ctx)
    with pytest.raises(Interdit):
        await ouvrir(alice, code="r24", territoire="R24")
    with pytest.raises(RegleViolee) as refus:
        await ouvrir(alice, code="41-dreux")
    assert refus.value.champ == "code"
    assert await contenu_de_la_base() == avant
    await comptes.creer_compte(systeme, "alice-28", "Alice", {"28": Profil.PORTEUR})
    cle = await ouvrir(alice)
    profils = await lignes("SELECT profil FROM profil_de_compte WHERE gouvernance = {}", cle)
    assert profils == [{"profil": "administrateur"}]
    with pytest.raises(RegleViolee, match="existe déjà"):
        await ouvrir(alice)


async def test_un_meme_code_ouvert_huit_fois_l_est_une_fois(monde: Moteur, alice: Contexte) -> None:
    resultats = await asyncio.gather(*(ouvrir(alice) for _ in range(8)), return_exceptions=True)
    assert Counter(type(r).__name__ for r in resultats) == {"UUID": 1, "RegleViolee": 7}
