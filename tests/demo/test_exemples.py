"""The examples: as many as said, credible, and impossible to mistake for real."""

from __future__ import annotations

from collections import Counter
from typing import Any

from fne_roadmaps.demo import AU, fiches_28, fiches_41, fiches_45
from fne_roadmaps.domain.dates import NatureDate, lire_date
from fne_roadmaps.domain.enums import Avancement, Instruction
from fne_roadmaps.domain.fiches_action import JalonEtat, Montants, Retard, en_retard, sans_nouvelles, solde
from tests.demo.rejeu import de

FICHES = [fiche for _, fiche in (*fiches_28.ACTES, *fiches_41.ACTES, *fiches_45.ACTES)]
"""As they stand on the reference day."""

FICHES_28 = [fiche for fiche in FICHES if fiche["feuille_de_route"] == "28-2024"]
COMPLETES = [fiche for fiche in FICHES_28 if "indicateurs" in fiche]
EXEMPLES = {s["code"] for s in de("creer_structure") if s.get("exemple")}
REUNIONS = [reunion for reunion in de("creer_reunion") if reunion.get("exemple")]
SEANCES = [reunion for reunion in REUNIONS if reunion["etat"] != "a_dater"]


def _edtf(valeur: Any) -> str:
    return str(valeur["edtf"] if isinstance(valeur, dict) else valeur)


def _retard(fiche: dict[str, Any]) -> Retard | None:
    return en_retard(
        Instruction(fiche["instruction"]),
        Avancement(fiche["avancement"]),
        lire_date(_edtf(fiche["fin"])) if fiche["fin"] else None,
        [JalonEtat(lire_date(_edtf(jalon["date"])), jalon["fait_le"] is not None) for jalon in fiche.get("jalons", ())],
        AU,
    )


def test_131_fiches_par_axe() -> None:
    assert Counter(fiche["axe"] for fiche in FICHES_28) == {
        "28-2024/1": 31,
        "28-2024/2": 34,
        "28-2024/3": 22,
        "28-2024/4": 26,
        "28-2024/5": 18,
    }


def test_douze_fiches_en_41_et_45_et_aucune_ailleurs() -> None:
    assert Counter(f["feuille_de_route"] for f in FICHES) == {"28-2024": 131, "41-2024": 12, "45-2024": 12}
    instructions = Counter(f["instruction"] for f in FICHES if f["feuille_de_route"] == "41-2024")
    assert instructions == {"proposee": 4, "en_instruction": 4, "retenue": 4}
    assert all(f["instruction"] == "retenue" for f in FICHES if f["feuille_de_route"] != "41-2024")


def test_tout_est_marque_exemple() -> None:
    assert all(fiche["exemple"] for fiche in FICHES)
    mentions = {f["gouvernance"]: f.get("mention") for f in de("creer_feuille_de_route")}
    assert {code for code, mention in mentions.items() if mention} == {"28", "41", "45"}
    assert all(m.startswith("Document d’exemple") for m in mentions.values() if m)


def test_les_titres_sont_tous_differents() -> None:
    titres = [fiche["titre"].casefold() for fiche in FICHES]
    assert len(set(titres)) == len(titres)
    contextes = [fiche["contexte"] for fiche in FICHES]
    assert len(set(contextes)) == len(contextes)


def test_les_organismes_des_fiches_sont_fictifs_et_le_disent() -> None:
    cites = {acteur["structure"] for fiche in FICHES for acteur in fiche["acteurs"]}
    financeurs = {f["structure"] for fiche in FICHES for f in fiche.get("financements", ())}
    assert cites | financeurs <= EXEMPLES
    for structure in de("creer_structure"):
        assert ("exemple" in structure["nom"]) is bool(structure.get("exemple"))
    noms = {s["nom"] for s in de("creer_structure") if s.get("exemple")}
    assert {f["financeur"] for fiche in FICHES for f in fiche.get("financements", ())} <= noms


def test_quinze_fiches_completes() -> None:
    assert len(COMPLETES) == 15
    for fiche in COMPLETES:
        assert all(valeur not in (None, "", ()) for cle, valeur in fiche.items() if cle != "en_continu")
        assert {a["role"] for a in fiche["acteurs"]} == {
            "pilote",
            "co_pilote",
            "partenaire",
            "contributeur",
            "proposeur",
            "aide_redaction",
        }
        assert 400 <= len(fiche["description"]) <= 1000, fiche["titre"]
        assert 3 <= len(fiche["jalons"]) <= 5
        assert all(ligne.startswith("- ") for ligne in fiche["objectifs"].split("\n"))
        assert 2 <= len({f["financeur"] for f in fiche["financements"]}) <= 3
        assert 2 <= len({f["annee"] for f in fiche["financements"]}) <= 3
        assert 2 <= len(fiche["indicateurs"]) <= 3
        assert any(i["mesures"] for i in fiche["indicateurs"])
        assert fiche["axe"] not in fiche["axes_servis"]


def test_le_besoin_d_une_fiche_complete_couvre_ce_qui_est_trouve() -> None:
    for fiche in COMPLETES:
        montants = [
            Montants(**{k: f.get(k) for k in ("demande", "promis", "obtenu", "depense")}) for f in fiche["financements"]
        ]
        reste = solde(fiche["besoin"], montants).a_trouver
        assert reste is not None
        assert 0 <= reste <= fiche["besoin"], fiche["titre"]
        for ligne in montants:
            assert (ligne.depense or 0) <= (ligne.obtenu or 0), fiche["titre"]


def test_les_avancements_sont_vraisemblables() -> None:
    avancements = Counter(fiche["avancement"] for fiche in FICHES_28)
    assert avancements["realisee"] == 22
    assert avancements["abandonnee"] == 3
    assert avancements["en_pause"] >= 3
    assert avancements["bloquee"] >= 3
    assert avancements["a_venir"] >= 20
    assert avancements["en_cours"] >= 50
    assert len([f for f in FICHES_28 if not any(a["role"] == "pilote" for a in f["acteurs"])]) == 6


def test_quatorze_fiches_sont_en_retard_a_la_date_de_reference() -> None:
    retards = [_retard(fiche) for fiche in FICHES_28]
    assert Counter(retard.motif for retard in retards if retard) == {"fin": 9, "jalon": 5}


def test_plusieurs_fiches_en_cours_sont_sans_nouvelles() -> None:
    muettes = [f for f in FICHES_28 if f["avancement"] == "en_cours" and sans_nouvelles(f["nouvelles_le"], AU, 6)]
    assert len(muettes) >= 3


def test_les_dates_des_fiches_sont_de_bien_des_sortes() -> None:
    natures = {lire_date(_edtf(fiche[cle])).nature for fiche in FICHES for cle in ("debut", "fin") if fiche[cle]} | {
        lire_date(_edtf(j["date"])).nature for fiche in FICHES for j in fiche.get("jalons", ())
    }
    assert natures >= {
        NatureDate.JOUR,
        NatureDate.MOIS,
        NatureDate.DEUX_MOIS,
        NatureDate.SAISON,
        NatureDate.TRIMESTRE,
    }
    assert any(fiche["en_continu"] for fiche in FICHES_28)
    assert all(fiche["en_continu"] is (fiche["fin"] is None) for fiche in FICHES)


def test_huit_reunions_d_exemple_avec_des_heures() -> None:
    assert (len(REUNIONS), len(SEANCES)) == (9, 8)
    assert all("(exemple)" in s["titre"] for s in REUNIONS)
    assert all("(exemple)" in s["titre"] and s["heure_debut"] and s["heure_fin"] for s in SEANCES)
    assert Counter(s["instance"].split("/")[0] for s in SEANCES) == {"28": 5, "37": 1, "45": 1, "hub-lo": 1}
    jours = sorted(lire_date(s["date"]).edtf for s in SEANCES if s["instance"].startswith("28/"))
    assert jours == ["2025-01-28", "2025-06-10", "2025-06-24", "2025-07-03", "2025-09-18"]
    assert [s["instance"] for s in SEANCES if s.get("confirmee") is False] == ["28/gt-sante"]


def test_une_reunion_d_exemple_est_deplacee_et_une_autre_annulee() -> None:
    deplacee, annulee = de("deplacer_reunion"), de("changer_etat_reunion")
    assert [(d["reunion"], d["date"], d["heure_debut"]) for d in deplacee] == [("28/copil/r4", AU.isoformat(), "14:00")]
    assert [(a["reunion"], a["etat"]) for a in annulee] == [("28/gt-emploi/r2", "annulee")]
    assert all(acte["motif"] for acte in (*deplacee, *annulee))


def test_les_decisions_d_exemple_portent_sur_des_fiches() -> None:
    decisions = [decision for decision in de("creer_decision") if decision.get("exemple")]
    assert len(decisions) == 3
    assert all(d["fiches"] and d["responsable"] in EXEMPLES and d["echeance"] for d in decisions)
