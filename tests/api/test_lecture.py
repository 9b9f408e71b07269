"""Reading: lists with their filters, sorts and pages, and one object by its key or its code."""

from __future__ import annotations

from typing import Any

import pytest

from backend.api.catalogue import RESSOURCES
from backend.api.ressources import Ressource
from backend.queries.lecture import lignes
from fne_roadmaps.tables.engines import moteur_courant
from tests.api.conftest import ALICE, BOB, DIANE, Site
from tests.support.requetes import requetes_de

chaque_ressource = pytest.mark.parametrize("ressource", RESSOURCES, ids=lambda r: r.chemin)


@chaque_ressource
async def test_une_liste_se_parcourt_page_a_page_sans_rien_perdre(site_lu: Site, ressource: Ressource) -> None:
    tout = (await site_lu.lire(f"{ressource.chemin}?par_page=200", DIANE)).json()
    assert set(tout) == {"elements", "total", "page", "par_page"}
    assert len(tout["elements"]) == min(tout["total"], 200)
    assert tout["total"] > 1
    par_page = max(1, tout["total"] // 3)
    lus: list[str] = []
    for page in range(1, 6):
        trouvee = (await site_lu.lire(f"{ressource.chemin}?page={page}&par_page={par_page}", DIANE)).json()
        assert (trouvee["total"], trouvee["page"], trouvee["par_page"]) == (tout["total"], page, par_page)
        lus += [e["id"] for e in trouvee["elements"]]
    assert lus[: len(tout["elements"])] == [e["id"] for e in tout["elements"]][: len(lus)]
    assert len(set(lus)) == len(lus)


@chaque_ressource
async def test_chaque_tri_se_renverse_et_laisse_l_inconnu_a_la_fin(site_lu: Site, ressource: Ressource) -> None:
    for tri in ressource.liste.tris:
        sens = {
            signe: (await site_lu.lire(f"{ressource.chemin}?tri={signe}{tri}&par_page=200", DIANE)).json()["elements"]
            for signe in ("", "-")
        }
        assert {e["id"] for e in sens[""]} == {e["id"] for e in sens["-"]}
        assert len(sens[""]) > 1


async def test_un_tri_range_et_renverse_les_valeurs(site_lu: Site) -> None:
    for tri, champ in (("fin", "fin"), ("nouvelles", "nouvelles_le"), ("besoin", "besoin")):
        for signe in ("", "-"):
            elements = (await site_lu.lire(f"fiches-action?tri={signe}{tri}&par_page=200")).json()["elements"]
            valeurs = [e[champ]["dernier"] if champ == "fin" and e[champ] else e[champ] for e in elements]
            connues = [v for v in valeurs if v is not None]
            assert valeurs == connues + [None] * (len(valeurs) - len(connues))
            assert connues == sorted(connues, reverse=signe == "-")
            assert len(connues) > 5


@chaque_ressource
async def test_chaque_filtre_repond_et_oui_complete_non(site_lu: Site, ressource: Ressource) -> None:
    total = (await site_lu.lire(ressource.chemin, DIANE)).json()["total"]
    for nom, filtre in ressource.liste.filtres.items():
        if filtre.schema.get("enum") == ["oui", "non"]:
            comptes = [
                (await site_lu.lire(f"{ressource.chemin}?{nom}={mot}", DIANE)).json()["total"] for mot in ("oui", "non")
            ]
            assert sum(comptes) == total, nom
        elif filtre.schema["type"] == "array":
            codes = filtre.schema["items"]["enum"]
            comptes = [
                (await site_lu.lire(f"{ressource.chemin}?{nom}={code}", DIANE)).json()["total"] for code in codes
            ]
            tous = (await site_lu.lire(f"{ressource.chemin}?{nom}={','.join(codes)}", DIANE)).json()["total"]
            assert sum(comptes) == tous <= total, nom
            assert tous > 0 or nom in {"mode"}, nom
        elif filtre.table:
            reponse = await site_lu.lire(f"{ressource.chemin}?{nom}=inconnue-au-bataillon", DIANE)
            assert reponse.status_code == 422
            assert [e["champ"] for e in reponse.json()["erreurs"]] == [nom]
            assert "inconnue-au-bataillon" in reponse.json()["detail"]


@pytest.mark.parametrize(
    ("filtre", "attendu"),
    [
        ("feuille_de_route=28-2024", 131),
        ("axe=28-2024/1", 31),
        ("axe=28-2024/5", 18),
        ("feuille_de_route=28-2024&exemple=non", 0),
        ("texte=HALTES  numériques", 1),
        ("texte=%25", 0),
        ("texte=_", 0),
        ("pilote=intercommunalite-exemple-a&axe=28-2024/1&texte=haltes", 1),
        ("territoire=bv-dreux&texte=haltes numeriques", 1),
    ],
)
async def test_les_filtres_des_fiches_se_composent(site_lu: Site, filtre: str, attendu: int) -> None:
    reponse = await site_lu.lire(f"fiches-action?{filtre}")
    assert reponse.status_code == 200
    assert reponse.json()["total"] == attendu


async def test_ce_qui_appelle_l_attention_se_filtre(site_lu: Site) -> None:
    en_retard = (await site_lu.lire("fiches-action?en_retard=oui&par_page=200")).json()
    assert en_retard["total"] > 0
    assert all(f["retard"]["jours"] > 0 and f["instruction"] == "retenue" for f in en_retard["elements"])
    a_jour = (await site_lu.lire("fiches-action?en_retard=non&par_page=200")).json()["elements"]
    assert all(f["retard"] is None for f in a_jour)
    orphelines = (await site_lu.lire("fiches-action?sans_pilote=oui&par_page=200")).json()
    assert orphelines["total"] > 0
    assert all(f["pilotes"] == [] for f in orphelines["elements"])
    muettes = (await site_lu.lire("fiches-action?sans_nouvelles=6&par_page=200")).json()
    assert muettes["total"] > 0
    assert all(f["nouvelles_le"] is None or f["nouvelles_le"] < "2024-12-17" for f in muettes["elements"])
    suivi = (await site_lu.lire("feuilles-de-route/28-2024")).json()["suivi"]
    assert (suivi["en_retard"], suivi["sans_pilote"]) == (en_retard["total"], orphelines["total"])


@chaque_ressource
async def test_un_objet_se_lit_par_sa_cle_par_son_code_et_une_seule_fois(site_lu: Site, ressource: Ressource) -> None:
    elements = (await site_lu.lire(f"{ressource.chemin}?par_page=3", DIANE)).json()["elements"]
    for element in elements:
        par_cle = await site_lu.lire(f"{ressource.chemin}/{element['id']}", DIANE)
        assert par_cle.status_code == 200
        objet = par_cle.json()
        assert par_cle.headers["etag"] == f'"{objet["version"]}"'
        communs = set(element) & set(objet)
        assert {c: objet[c] for c in communs} == {c: element[c] for c in communs}
        if objet.get("code"):
            assert (await site_lu.lire(f"{ressource.chemin}/{objet['code']}", DIANE)).json() == objet
            barre = objet["code"].replace("/", "%2F")
            assert (await site_lu.lire(f"{ressource.chemin}/{barre}", DIANE)).json() == objet
        inchange = await site_lu.lire(
            f"{ressource.chemin}/{element['id']}", DIANE, entetes={"if-none-match": f'"x", W/{par_cle.headers["etag"]}'}
        )
        assert (inchange.status_code, inchange.content) == (304, b"")
        autre = await site_lu.lire(f"{ressource.chemin}/{element['id']}", DIANE, entetes={"if-none-match": '"999"'})
        assert autre.status_code == 200


@pytest.mark.parametrize(
    "reference", ["inconnu", "28-2024/9.9", "28/copil/r999", "%00", "%ff", "a" * 300, "28-2024/1.3%0a", "..", "é"]
)
@chaque_ressource
async def test_une_reference_inconnue_est_introuvable(site_lu: Site, ressource: Ressource, reference: str) -> None:
    reponse = await site_lu.lire(f"{ressource.chemin}/{reference}", DIANE)
    assert reponse.status_code == 404
    assert reponse.headers["content-type"] == "application/problem+json"


async def _statements(site: Site, adresse: str, qui: str) -> int:
    with requetes_de(moteur_courant()) as passees:
        assert (await site.lire(adresse, qui)).status_code == 200
    return len(passees)


@chaque_ressource
async def test_une_liste_coute_autant_de_requetes_pour_une_ligne_que_pour_beaucoup(
    site_lu: Site, ressource: Ressource
) -> None:
    budgets = {await _statements(site_lu, f"{ressource.chemin}?par_page={n}", DIANE) for n in (1, 10, 200)}
    assert len(budgets) == 1
    # Two of them find out who reads.
    assert budgets.pop() <= 6 + 2


async def test_la_liste_des_fiches_tient_en_sept_requetes(site_lu: Site) -> None:
    for filtres in ("", "&avancement=en_cours&pilote=intercommunalite-exemple-a&tri=-fin&axe=28-2024/1"):
        compte = await _statements(site_lu, f"fiches-action?feuille_de_route=28-2024{filtres}", BOB)
        # Two say who asks: the account and its profiles, then its seats and the meetings it is invited to.
        assert compte == 5 + 2


@chaque_ressource
async def test_un_objet_se_lit_en_un_nombre_fixe_de_requetes(site_lu: Site, ressource: Ressource) -> None:
    elements = (await site_lu.lire(f"{ressource.chemin}?par_page=200", DIANE)).json()["elements"]
    choisis = [elements[0], elements[len(elements) // 2], elements[-1]]
    budgets = {await _statements(site_lu, f"{ressource.chemin}/{e['id']}", DIANE) for e in choisis}
    assert len(budgets) == 1
    assert budgets.pop() <= 16


async def test_une_fiche_se_lit_en_entier(site_lu: Site) -> None:
    fiche = (await site_lu.lire("fiches-action/28-2024/1.3")).json()
    assert fiche["numero"] == "1.3"
    assert fiche["instruction_libelle"] == "Retenue"
    assert fiche["fin"] == {
        "edtf": "2027-12",
        "premier": "2027-12-01",
        "dernier": "2027-12-31",
        "recu": None,
        "texte": "décembre\u00a02027",
    }
    assert isinstance(fiche["besoin"], int)
    assert fiche["solde"]["a_trouver"] == fiche["besoin"] - sum(
        f["obtenu"] if f["obtenu"] is not None else f["promis"] or 0 for f in fiche["financements"]
    )
    assert fiche["feuille_de_route"]["code"] == "28-2024"
    assert fiche["au"] == "2025-06-17"
    assert "rediger" in fiche["droits"]
    assert "rediger" not in (await site_lu.lire("fiches-action/28-2024/1.3", BOB)).json()["droits"]
    for liste in ("acteurs", "jalons", "financements", "indicateurs", "publics", "territoires", "liens"):
        assert fiche[liste], liste


async def test_une_feuille_de_route_dit_ses_axes_sa_progression_et_ses_versions(site_lu: Site) -> None:
    feuille = (await site_lu.lire("feuilles-de-route/28-2024")).json()
    assert [axe["suivi"]["fiches"] for axe in feuille["axes"]] == [31, 34, 22, 26, 18]
    assert feuille["suivi"]["fiches"] == 131
    progression = feuille["suivi"]["progression"]
    retenues = feuille["suivi"]["retenues"]
    assert progression["realisees"] == retenues["realisee"]
    assert progression["base"] == progression["retenues"] - retenues.get("abandonnee", 0)
    (version,) = (await site_lu.lire("feuilles-de-route/28-2024/versions")).json()
    assert feuille["versions"] == [version]
    reponse = await site_lu.lire("feuilles-de-route/28-2024/versions/1")
    entiere = reponse.json()
    assert reponse.headers["etag"] == f'"{version["empreinte"]}"'
    assert entiere["contenu"]["reference"] == "28-2024"
    assert sum(len(axe["fiches"]) for axe in entiere["contenu"]["axes"]) == 131
    inchangee = await site_lu.lire(
        "feuilles-de-route/28-2024/versions/1", entetes={"if-none-match": reponse.headers["etag"]}
    )
    assert inchangee.status_code == 304
    for inconnue in ("0", "2", "99999999999999999999999", "-1", "x"):
        assert (await site_lu.lire(f"feuilles-de-route/28-2024/versions/{inconnue}")).status_code == 404


async def test_une_instance_dit_quand_elle_doit_se_reunir(site_lu: Site) -> None:
    instance = (await site_lu.lire("instances/hub-lo/comite-36", DIANE)).json()
    assert instance["cadences"]
    assert instance["prochaine_echeance"] is not None
    assert instance["echeance_passee"] is (instance["prochaine_echeance"] < instance["au"])
    par_code = {e["code"]: e for e in (await site_lu.lire("instances?par_page=200", DIANE)).json()["elements"]}
    assert par_code["hub-lo/comite-36"]["prochaine_echeance"] == instance["prochaine_echeance"]
    arbre = (await site_lu.lire("instances/45/comite-technique", DIANE)).json()
    assert [e["code"] for e in arbre["enfants"]] == ["45/got"]


async def test_une_reunion_garde_ses_options_et_ses_dates_anterieures(site_lu: Site) -> None:
    deplacee: dict[str, Any] = (await site_lu.lire("reunions/28/copil/r4")).json()
    assert [d["date"]["edtf"] for d in deplacee["dates_anterieures"]] == ["2025-06-10"]
    reunions = (await site_lu.lire("reunions?gouvernance=37&par_page=200", DIANE)).json()["elements"]
    (a_options,) = [r for r in reunions if r["options"]]
    assert a_options["date"]["texte"] == "14 ou 21\u00a0septembre\u00a02023"
    assert [o["date"]["edtf"] for o in a_options["options"]] == ["2023-09-14", "2023-09-21"]


async def test_les_reunions_se_filtrent_par_ce_que_leur_date_peut_etre(site_lu: Site) -> None:
    adresse = "reunions?gouvernance=37&du=2023-09-20&au=2023-09-20&par_page=200"
    trouvees = (await site_lu.lire(adresse, DIANE)).json()["elements"]
    assert "[2023-09-14,2023-09-21]" in {r["date"]["edtf"] for r in trouvees}
    for r in trouvees:
        assert r["date"]["premier"] <= "2023-09-20" <= r["date"]["dernier"]


async def test_le_journal_d_un_objet_dit_qui_quand_quoi(site_lu: Site) -> None:
    journal = (await site_lu.lire("journal/reunions/28/copil/r4?par_page=200")).json()
    champs = {(e["action"], e["champ"]) for e in journal["elements"]}
    assert ("creer", None) in champs
    assert ("modifier", "date_edtf") in champs
    instants = [e["le"] for e in journal["elements"]]
    assert instants == sorted(instants, reverse=True)
    (objet,) = await lignes("SELECT id FROM reunion WHERE code = '28/copil/r4'")
    (compte,) = await lignes("SELECT COUNT(*) AS n FROM entree_journal WHERE objet = {}", objet["id"])
    assert journal["total"] == compte["n"]
    assert (await site_lu.lire("journal/reunions/28/copil/r4?tri=le", ALICE)).status_code == 422
    assert (await site_lu.lire("journal/personnes/28/copil/r4")).status_code == 404
