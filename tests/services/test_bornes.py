"""What the door accepts, both databases hold: the longest texts, codes and dates, the largest numbers."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel

from backend.context import Contexte
from backend.queries.lecture import lignes
from backend.services import feuilles_de_route, fiches_action, gouvernances, instances, reunions, structures
from backend.services.commands import (
    decisions as cd,
    feuilles_de_route as cf,
    fiches_action as ca,
    gouvernances as cg,
    instances as ci,
    reunions as cr,
    structures as cs,
)
from fne_roadmaps.domain.dates.incertaine import LONGUEUR_MAX
from fne_roadmaps.domain.instances import LONGUEUR_SLUG
from fne_roadmaps.tables.engines import Moteur
from tests.support.etat import valeur

DATE = {"edtf": "[" + ",".join(f"2025-09-{jour:02d}" for jour in range(1, 10)) + "]", "recu": "é" * 200}


def au_plus_long(modele: type[BaseModel], **champs: Any) -> Any:
    """The command with every text as long as its schema allows; ``champs`` are given."""
    textes = {}
    for nom, schema in modele.model_json_schema()["properties"].items():
        formes = [schema, *schema.get("anyOf", ())]
        longueurs = [forme["maxLength"] for forme in formes if "maxLength" in forme]
        if longueurs:
            textes[nom] = "é" * max(longueurs)
    return modele.model_validate({**textes, **champs})


def test_la_date_de_ces_essais_est_la_plus_longue() -> None:
    assert len(DATE["edtf"]) == LONGUEUR_MAX


async def test_les_saisies_les_plus_longues_tiennent(monde: Moteur, systeme: Contexte) -> None:
    gouvernance = "g" * 40
    slug = "s" * LONGUEUR_SLUG
    commande = au_plus_long(
        cg.CreerGouvernance,
        code=gouvernance,
        type="pnt",
        territoire="28",
        membres=[au_plus_long(cg.MembreSaisi, structure="cd-28", roles=[au_plus_long(cg.RoleDate, role="porteur")])],
    )
    await gouvernances.creer_gouvernance(systeme, commande)
    await gouvernances.ajouter_chiffre(
        systeme,
        au_plus_long(
            cg.AjouterChiffre, gouvernance=gouvernance, usage="diagnostic", valeur="-" + "9" * 15 + ".999999", date=DATE
        ),
    )
    await gouvernances.ajouter_contribution(
        systeme,
        au_plus_long(cg.AjouterContribution, gouvernance=gouvernance, structure="cd-28", type="conseil", date=DATE),
    )
    for _ in range(2):
        await feuilles_de_route.creer_feuille_de_route(
            systeme,
            au_plus_long(
                cf.CreerFeuilleDeRoute,
                gouvernance=gouvernance,
                perimetre="bassin_de_vie",
                annee=2199,
                axes_declares=99,
                appuis=[au_plus_long(cf.AppuiSaisi, type="autre")],
                signataires=[au_plus_long(cf.SignataireSaisi, structure="cd-28")],
            ),
        )
    feuille = f"{gouvernance}-2199-b"
    await feuilles_de_route.creer_axe(systeme, au_plus_long(cf.CreerAxe, feuille_de_route=feuille, rang=9999))
    mesure = au_plus_long(ca.MesureSaisie, valeur="9" * 15, date=DATE)
    await fiches_action.creer_fiche_action(
        systeme,
        au_plus_long(
            ca.CreerFicheAction,
            feuille_de_route=feuille,
            axe=f"{feuille}/9999",
            rang=9999,
            instruction="retenue",
            besoin=10**13,
            debut=DATE,
            fin=DATE,
            publics=["é" * 200],
            jalons=[au_plus_long(ca.JalonSaisi, date=DATE)],
            financements=[au_plus_long(ca.FinancementSaisi, annee=2200, demande=10**13, depense=10**13)],
            indicateurs=[au_plus_long(ca.IndicateurSaisi, depart=mesure, cible=mesure, mesures=[mesure])],
            liens=[au_plus_long(ca.LienSaisi, url="https://exemple.fr/" + "a" * 1981)],
        ),
    )
    await instances.creer_instance(
        systeme,
        au_plus_long(
            ci.CreerInstance,
            gouvernance=gouvernance,
            slug=slug,
            type="autre",
            sieges=[au_plus_long(ci.SiegeDeListe)],
            cadences=[au_plus_long(ci.CadenceSaisie, min_par_an=366, max_par_an=366)],
            roles=[au_plus_long(ci.RoleSaisi, structure="cd-28", role="co_organisateur")],
        ),
    )
    instance = f"{gouvernance}/{slug}"
    await reunions.creer_reunion(
        systeme,
        au_plus_long(
            cr.CreerReunion,
            instance=instance,
            date=DATE,
            jour_annonce="Mercredi",
            lien_visio="https://exemple.fr/" + "a" * 1981,
            roles=[au_plus_long(cr.RoleDeReunion, structure="cd-28", role="membre", temps_minutes=60_000)],
        ),
    )
    await reunions.creer_decision(
        systeme,
        au_plus_long(
            cd.CreerDecision,
            reunion=f"{instance}/r1",
            annee=2200,
            numero=9999,
            date=DATE,
            echeance=DATE,
            fiches=[f"{feuille}/9999.9999"],
        ),
    )
    await structures.creer_structure(
        systeme, au_plus_long(cs.CreerStructure, type="autre", siret=None, ridet=None, rna=None)
    )
    await structures.creer_personne(systeme, au_plus_long(cs.CreerPersonne))

    assert await valeur("SELECT code FROM decision WHERE annee = 2200") == f"{instance}/2200-9999"
    assert await valeur("SELECT LENGTH(code) AS n FROM reunion WHERE jour_annonce = 'mercredi'") == len(instance) + 3
    (fiche,) = await lignes(
        "SELECT titre, contexte, debut_edtf, debut_recu, besoin FROM fiche_action WHERE rang = 9999"
    )
    assert {c: len(str(v)) for c, v in fiche.items()} == {
        "titre": 300,
        "contexte": 20_000,
        "debut_edtf": len(DATE["edtf"]),
        "debut_recu": 200,
        "besoin": 14,
    }


@pytest.mark.parametrize("texte", ["🦉 « Œuvre » — l’été\u202f!", "עברית", "a\u0301", "', \"; DROP TABLE axe; --{}"])
async def test_un_texte_revient_comme_il_a_ete_ecrit(monde: Moteur, alice: Contexte, texte: str) -> None:
    commande = ca.CreerFicheAction.model_validate(
        {"feuille_de_route": "28-2024", "titre": texte, "contexte": f"{texte}\n\t{texte}"}
    )
    cle = await fiches_action.creer_fiche_action(alice, commande)
    (fiche,) = await lignes("SELECT titre, contexte FROM fiche_action WHERE id = {}", cle)
    assert fiche == {"titre": commande.lire("titre"), "contexte": commande.lire("contexte")}
    assert await lignes("SELECT id FROM axe")
