"""What a roadmap's document says on the demonstration, and in how many statements."""

from __future__ import annotations

import pytest

from backend.context import Contexte
from backend.queries.documents import contenu
from backend.queries.references import charger
from backend.queries.versions import document
from backend.services import fiches_action, gouvernances
from backend.services.commands.fiches_action import ChangerInstruction, CreerFicheAction, ModifierFicheAction
from backend.services.commands.gouvernances import AjouterChiffre
from exports.payloads import FeuilleDeRouteDoc
from fne_roadmaps.demo import AU
from fne_roadmaps.domain.droits import PUBLIC, SYSTEME
from fne_roadmaps.domain.enums import EtatFeuille
from fne_roadmaps.domain.errors import NonTrouve
from fne_roadmaps.tables.engines import Moteur
from tests.support.personnes import ALICE, CHARLIE
from tests.support.requetes import requetes_de

REQUETES_DU_CONTENU = 19


async def lire(code: str) -> FeuilleDeRouteDoc:
    """The text as it stands now."""
    feuille = await charger(SYSTEME, "feuille_de_route", code)
    return await contenu(
        feuille["id"],
        etat=EtatFeuille(feuille["etat"]),
        version=None,
        date_etat=None,
        occasion=None,
        arrete_au=AU,
    )


async def test_l_eure_et_loir_a_cinq_axes_et_cent_trente_et_une_fiches_en_ordre(base_demo_lecture: Moteur) -> None:
    doc, _ = await document(ALICE, "28-2024", version=None, au=AU)
    assert [axe.rang for axe in doc.axes] == [1, 2, 3, 4, 5]
    assert [len(axe.fiches) for axe in doc.axes] == [31, 34, 22, 26, 18]
    numeros = [fiche.numero for axe in doc.axes for fiche in axe.fiches]
    assert numeros == [f"{axe.rang}.{i}" for axe in doc.axes for i in range(1, len(axe.fiches) + 1)]
    assert all(fiche.exemple for axe in doc.axes for fiche in axe.fiches)
    assert (doc.exemple, doc.projet, doc.version, doc.etat) == (True, False, 1, EtatFeuille.SIGNEE)
    assert [p.nom for p in doc.porteurs] == ["Préfecture d’Eure-et-Loir", "Conseil départemental d’Eure-et-Loir"]
    assert doc.arrete_au.isoformat() == "2024-11-04"


async def test_chaque_departement_garde_son_mot_et_son_etat(base_demo_lecture: Moteur) -> None:
    lus = {code: await lire(f"{code}-2024") for code in ("18", "28", "36", "37", "41", "45")}
    assert {code: doc.mot_niveau_1 for code, doc in lus.items()} == {
        "18": "axe",
        "28": "axe",
        "36": "axe",
        "37": "axe",
        "41": "orientation stratégique",
        "45": "objectif",
    }
    assert {code: (len(doc.axes), sum(len(a.fiches) for a in doc.axes)) for code, doc in lus.items()} == {
        "18": (3, 0),
        "28": (5, 131),
        "36": (0, 0),
        "37": (1, 0),
        "41": (6, 4),
        "45": (6, 12),
    }
    assert [axe.titre for axe in lus["18"].axes] == [None, None, None]
    assert [code for code, doc in lus.items() if doc.projet] == ["41"]
    assert [axe.transversal for axe in lus["37"].axes] == [True]


async def test_le_nombre_de_requetes_ne_depend_pas_du_nombre_de_fiches(
    base_demo_lecture: Moteur,
) -> None:
    nombres = {}
    for code in ("36-2024", "41-2024", "28-2024"):
        with requetes_de(base_demo_lecture) as passees:
            doc = await lire(code)
        nombres[sum(len(axe.fiches) for axe in doc.axes)] = len(passees) - 1
    assert nombres == {0: REQUETES_DU_CONTENU, 4: REQUETES_DU_CONTENU, 131: REQUETES_DU_CONTENU}


async def test_le_document_ne_dit_que_ce_qui_est_retenu_et_rien_de_l_avancement(monde: Moteur, alice: Contexte) -> None:
    assert [f.titre for a in (await lire("28-2024")).axes for f in a.fiches] == ["Bus numérique", "Permanences"]
    await fiches_action.changer_instruction(
        alice, "28-2024/1.1", 1, ChangerInstruction.model_validate({"instruction": "en_instruction"})
    )
    doc = await lire("28-2024")
    assert [(f.numero, f.titre) for a in doc.axes for f in a.fiches] == [("1.2", "Permanences")]
    assert not {"avancement", "meteo", "retard", "progression_declaree", "difficultes"} & set(
        doc.axes[0].fiches[0].model_dump()
    )


async def test_une_fiche_complete_dit_tout_ce_qui_est_saisi(monde: Moteur, alice: Contexte) -> None:
    saisie = {
        "titre": "Complète",
        "contexte": "Un besoin.",
        "debut": "2025-09",
        "fin": {"edtf": "2026-23", "recu": "à l’automne"},
        "priorite": "eleve",
        "besoin": 120_000,
        "axes_servis": ["28-2024/2"],
        "acteurs": [
            {"role": "pilote", "structure": "hub-lo", "poste": "hub-lo/mission-28"},
            {"role": "partenaire", "structure": "cd-28"},
            {"role": "partenaire", "structure": "asso-a"},
        ],
        "publics": ["Aînés", "Aidants"],
        "territoires": ["bv-chartres", "28"],
        "jalons": [{"titre": "Second", "date": "2026"}, {"titre": "Premier", "date": "2025", "fait_le": "2025-06-01"}],
        "financements": [{"financeur": "État", "annee": 2025, "demande": 100, "obtenu": 0}],
        "indicateurs": [
            {"libelle": "Voyageurs", "cible": {"valeur": "100", "periode": "2026"}, "mesures": [{"valeur": "3"}]},
            {"libelle": "Bus", "depart": {"valeur": "1"}},
        ],
        "liens": [{"libelle": "Page", "url": "https://exemple.fr"}],
    }
    commande = ModifierFicheAction.model_validate(saisie)
    await fiches_action.modifier_fiche_action(alice, "28-2024/1.1", 1, commande)
    fiche = (await lire("28-2024")).axes[0].fiches[0]
    assert (fiche.numero, fiche.titre, fiche.priorite, fiche.besoin) == ("1.1", "Complète", "Élevée", 120_000)
    assert [(p.nom, p.fonction) for p in fiche.pilotes] == [("Hub régional", "Chargé de mission")]
    assert [p.nom for p in fiche.partenaires] == ["Conseil départemental d’Eure-et-Loir", "Association exemple A"]
    assert (fiche.publics, fiche.territoires, fiche.axes_servis) == (
        ("Aînés", "Aidants"),
        ("Chartres", "Eure-et-Loir"),
        (2,),
    )
    assert [(j.titre, j.date and j.date.edtf) for j in fiche.jalons] == [("Second", "2026"), ("Premier", "2025")]
    assert [(f.financeur, f.demande, f.promis, f.obtenu) for f in fiche.financements] == [("État", 100, None, 0)]
    assert [(i.libelle, i.depart, i.cible, i.cible_periode) for i in fiche.indicateurs] == [
        ("Voyageurs", None, "100", "2026"),
        ("Bus", "1", None, None),
    ]
    assert fiche.fin
    assert (fiche.fin.edtf, fiche.fin.recu) == ("2026-23", "à l’automne")
    assert fiche.decisions == ("Comité de pilotage, décision 2025-1",)


async def test_les_chiffres_gardent_leur_nature_et_leur_source(monde: Moteur, alice: Contexte) -> None:
    for nature, valeur, source in (("declare", "553", "Hub, 2024"), ("calcule", "585", None)):
        await gouvernances.ajouter_chiffre(
            alice,
            AjouterChiffre.model_validate(
                {
                    "gouvernance": "28",
                    "usage": "diagnostic",
                    "nature": nature,
                    "libelle": "Structures",
                    "valeur": valeur,
                    "date": "2024",
                    "source": source,
                }
            ),
        )
    doc = await lire("28-2024")
    assert [(c.valeur, c.nature.value, c.source, c.theme) for c in doc.diagnostic] == [
        ("553", "declare", "Hub, 2024", "Diagnostic"),
        ("585", "calcule", None, "Diagnostic"),
    ]


async def test_les_instances_descendent_de_leur_parent(base_demo_lecture: Moteur) -> None:
    doc = await lire("28-2024")
    codes = [i.code for i in doc.instances]
    vues: set[str | None] = {None}
    for instance in doc.instances:
        assert instance.parent in vues
        vues.add(instance.code)
    assert codes.index("28/copil") < codes.index("28/cotech") < codes.index("28/gt-autonomie")
    assert {i.code: i.tenues for i in doc.instances if i.code in {"28/copil", "28/cotech"}} == {
        "28/copil": 2,
        "28/cotech": 6,
    }


async def test_un_texte_signe_se_lit_de_tout_compte_et_du_public_invite(base_demo_lecture: Moteur) -> None:
    for lecteur in (CHARLIE, PUBLIC):
        doc, empreinte = await document(lecteur, "28-2024", version=1, au=AU)
        assert doc.version == 1
        assert len(empreinte) == 64
    assert (await document(CHARLIE, "37-2024", version=None, au=AU))[0].version == 1
    for lecteur, code in ((PUBLIC, "37-2024"), (ALICE, "41-2024"), (PUBLIC, "41-2024")):
        with pytest.raises(NonTrouve):
            await document(lecteur, code, version=None, au=AU)


async def test_une_fiche_nouvelle_n_entre_pas_dans_un_texte_signe(base_demo: Moteur, alice: Contexte) -> None:
    avant, _ = await document(ALICE, "28-2024", version=None, au=AU)
    commande = CreerFicheAction.model_validate(
        {"feuille_de_route": "28-2024", "axe": "28-2024/1", "titre": "Après", "instruction": "retenue"}
    )
    await fiches_action.creer_fiche_action(alice, commande)
    assert (await document(ALICE, "28-2024", version=None, au=AU))[0] == avant
    assert (await lire("28-2024")).axes[0].fiches[-1].numero == "1.32"
