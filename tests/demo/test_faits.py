"""The real facts, as the public documents give them: nothing more, nothing rounded, nothing completed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from fne_roadmaps.demo.territoires import BASSINS
from fne_roadmaps.domain.dates import NatureDate, jour_contredit, lire_date
from tests.demo.rejeu import de, rejouer

REELLES = [reunion for reunion in de("creer_reunion") if not reunion.get("exemple")]
PORTEURS = {"porteur", "co_porteur"}


def _edtf(valeur: Any) -> str:
    return str(valeur["edtf"] if isinstance(valeur, dict) else valeur)


def _porteurs(gouvernance: dict[str, Any]) -> list[str]:
    return [
        membre["structure"]
        for membre in gouvernance["membres"]
        if PORTEURS & {role["role"] for role in membre["roles"]}
    ]


def _par_type(feuille: str) -> dict[str, int]:
    types = {f"{i['gouvernance']}/{i['slug']}": i["type"] for i in de("creer_instance")}
    return Counter(
        types[reunion["instance"]]
        for reunion in REELLES
        if reunion.get("instance", "").startswith(f"{feuille}/")
        and reunion["etat"] == "tenue"
        and _edtf(reunion["date"]).startswith("2024")
    )


def test_six_gouvernances_et_leurs_porteurs_dans_l_ordre() -> None:
    gouvernances = {g["code"]: g for g in de("creer_gouvernance")}
    assert {code: _porteurs(g) for code, g in gouvernances.items()} == {
        "18": ["cd-18", "prefecture-18"],
        "28": ["prefecture-28", "cd-28"],
        "36": ["prefecture-36"],
        "37": ["prefecture-37", "cd-37"],
        "41": ["cd-41", "prefecture-41"],
        "45": ["cd-45", "orleans-metropole", "prefecture-45"],
        "hub-lo": ["hub-lo"],
    }
    assert "déduits" in gouvernances["28"]["porteurs_source"]
    assert [g["code"] for g in gouvernances.values() if g["type"] == "hub"] == ["hub-lo"]


def test_les_partenaires_cles_du_loiret_sont_dix_et_le_hub() -> None:
    loiret = next(g for g in de("creer_gouvernance") if g["code"] == "45")
    cles = [m["structure"] for m in loiret["membres"] if any(r["role"] == "partenaire_cle" for r in m["roles"])]
    assert len(cles) == 11
    assert cles[-1] == "hub-lo"


def test_les_roles_du_hub_sont_ceux_des_sources() -> None:
    roles = {
        g["code"]: {r["role"] for m in g["membres"] if m["structure"] == "hub-lo" for r in m["roles"]}
        for g in de("creer_gouvernance")
    }
    assert {code for code, tenus in roles.items() if "signataire" in tenus} == {"18", "28", "37"}
    assert roles["45"] == {"partenaire_cle", "animateur", "invite"}


def test_les_signataires_connus_et_eux_seuls() -> None:
    feuilles = {f["gouvernance"]: f for f in de("creer_feuille_de_route")}
    signataires = {code: [s["structure"] for s in f.get("signataires", ())] for code, f in feuilles.items()}
    assert signataires == {
        "18": ["hub-lo"],
        "28": ["hub-lo"],
        "36": [],
        "37": ["hub-lo"],
        "41": [],
        "45": ["cd-45", "orleans-metropole", "prefecture-45"],
    }
    assert all(s["source"] and "qualite" not in s for f in feuilles.values() for s in f.get("signataires", ()))
    assert all("non documenté" in feuilles[code]["signataires_note"] for code in ("18", "28", "37", "41"))


def test_chaque_feuille_garde_son_mot_et_ses_axes() -> None:
    feuilles = {f["gouvernance"]: f for f in de("creer_feuille_de_route")}
    assert {c: f.get("mot_niveau_1", "axe") for c, f in feuilles.items()} == {
        "18": "axe",
        "28": "axe",
        "36": "axe",
        "37": "axe",
        "41": "orientation stratégique",
        "45": "objectif",
    }
    axes = Counter(axe["feuille_de_route"] for axe in de("creer_axe"))
    assert axes == {"18-2024": 3, "28-2024": 5, "37-2024": 1, "41-2024": 6, "45-2024": 6}
    assert feuilles["18"]["axes_declares"] == 3


def test_les_titres_des_axes_d_eure_et_loir_mot_pour_mot() -> None:
    assert [a["titre"] for a in de("creer_axe") if a["feuille_de_route"] == "28-2024"] == [
        "Coordonner, animer et structurer la médiation numérique et développer l’aller-vers",
        "Favoriser et renforcer les compétences numériques tout au long de la vie",
        "Prévenir les risques et sécuriser l’usage numérique (équipements et pratiques)",
        "Promouvoir le numérique capacitant, pour vivre sa vie en autonomie",
        "Structurer une filière de reconditionnement et faciliter l’accès à l’outillage numérique et "
        "l’entretien des outils numériques",
    ]


def test_un_axe_sans_titre_public_reste_sans_titre() -> None:
    assert {a["feuille_de_route"] for a in de("creer_axe") if a["titre"] is None} == {"18-2024"}
    assert [a["feuille_de_route"] for a in de("creer_axe") if a.get("transversal")] == ["37-2024"]


def test_les_dates_de_signature_et_de_presentation() -> None:
    assert {a["feuille_de_route"]: _edtf(a["date"]) for a in de("signer")} == {
        "18-2024": "[2024-11..2024-12]",
        "28-2024": "2024-11-04",
        "37-2024": "2024-12-02",
        "45-2024": "2024-11-04",
    }
    assert {a["feuille_de_route"]: a["date"] for a in de("presenter")} == {"36-2024": "2024-10-31"}


def test_les_reunions_de_2024_par_type_d_instance() -> None:
    assert _par_type("28") == {"copil": 2, "cotech": 6, "groupe_de_travail": 5}
    assert _par_type("37") == {"copil": 6, "cotech": 6, "groupe_de_travail": 3}
    assert [_par_type(code) for code in ("18", "36", "41", "45")] == [{}, {}, {}, {}]
    hors_instance = Counter(r["gouvernance"] for r in REELLES if r.get("gouvernance") and r["date"] == "2024")
    assert hors_instance == {"18": 3, "36": 4}


def test_les_groupes_de_travail_disent_que_leur_nombre_est_inconnu() -> None:
    groupes = [r for r in REELLES if r.get("instance", "").startswith("28/gt-")]
    assert len({r["instance"] for r in groupes}) == len(groupes) == 5
    assert all("nombre non précisé" in r["note"] for r in groupes)


def test_le_hub_a_un_role_a_chaque_reunion_de_2024() -> None:
    copil = [r["roles"][0]["role"] for r in REELLES if r.get("instance") == "37/copil"]
    assert Counter(copil) == {"co_animateur": 3, "participant": 3}
    assert all(r["roles"][0]["structure"] == "hub-lo" for r in REELLES if r["date"] == "2024")


def test_dix_reunions_d_indre_et_loire_en_2023() -> None:
    agenda = [r for r in REELLES if r.get("gouvernance") == "37"]
    assert [_edtf(r["date"]) for r in agenda] == [
        "2023-06-22",
        "2023-06-22",
        "2023-06-26",
        "2023-07-07",
        "2023-09-08",
        "[2023-09-14,2023-09-21]",
        "2023-09-22",
        "2023-10-10",
        "2023-11-09",
        "2023-12-05",
    ]
    assert [r["territoire"] for r in agenda[:2]] == ["bv-chinon", "bv-loches"]
    assert all("une ligne" in r["note"].lower() for r in agenda[:2])
    assert lire_date(_edtf(agenda[5]["date"])).nature is NatureDate.OPTIONS
    assert agenda[5]["date"]["recu"] == "14 ou 21 septembre 2023"
    assert all(r["etat"] != "tenue" for r in agenda)
    assert not any("heure_debut" in r for r in agenda)


def test_cinq_reunions_du_loiret_en_2023_avec_leur_jour() -> None:
    agenda = [r for r in REELLES if r.get("gouvernance") == "45"]
    assert len(agenda) == 5
    for reunion in agenda:
        assert jour_contredit(lire_date(_edtf(reunion["date"])), reunion["jour_annonce"]) is None


def test_le_total_imprime_reste_a_cote_de_la_somme() -> None:
    structures = [c for c in de("ajouter_chiffre") if c["libelle"].startswith("Structures recensées")]
    departements = [int(c["valeur"]) for c in structures if c["gouvernance"] != "hub-lo"]
    region = {c.get("nature", "declare"): int(c["valeur"]) for c in structures if c["gouvernance"] == "hub-lo"}
    assert len(departements) == 6
    assert region == {"declare": 553, "calcule": sum(departements)}


def test_chaque_chiffre_a_une_source() -> None:
    assert all(c["source"] for c in de("ajouter_chiffre"))
    plus_de = [c for c in de("ajouter_chiffre") if c.get("comparateur") == "plus_de"]
    assert [(c["gouvernance"], c["valeur"]) for c in plus_de] == [("41", "10")]


def test_la_decision_du_9_juillet_change_les_cadences_de_l_indre() -> None:
    decision = "hub-lo/comite-36/2024-1"
    assert ("decision", decision) in {nouveau for _, _, nouveau, _ in rejouer()}
    nouvelles = {c["instance"]: c for c in de("ajouter_cadence")}
    bassins = {f"hub-lo/{code}" for departement, code, _, _ in BASSINS if departement == "36"}
    assert set(nouvelles) == {"hub-lo/comite-36", *bassins}
    assert all(c["decision"] == decision and c["debut"] == date(2024, 7, 9) for c in nouvelles.values())
    anciennes = [
        cadence
        for instance in de("creer_instance")
        if f"hub-lo/{instance['slug']}" in bassins
        for cadence in instance["cadences"]
    ]
    assert [(c["intervalle_demi_mois"], c["fin"]) for c in anciennes] == [(5, date(2024, 7, 8))] * 5


def test_amboise_a_une_periode_et_une_source() -> None:
    amboise = next(t for t in de("creer_territoire") if t["code"] == "bv-amboise")
    assert amboise["valide_au"] == date(2022, 12, 31)
    assert amboise["source"]
    assert "décembre 2022" in amboise["note"]
