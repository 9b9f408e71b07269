"""The fiches of Eure-et-Loir, followed from their writing to the reference day: each fact on its own day."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.vues.actes import lire_actes
from backend.queries.vues.tableau import charger_suivie, lire_tableau
from backend.web.contexts import Cadre
from backend.web.presentation.actes import phrase_de
from backend.web.presentation.tableau import contexte_suivi
from fne_roadmaps.demo import ACTES, AU, fiches_28, vie_28
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.droits import SYSTEME
from fne_roadmaps.domain.signatures import empreinte
from fne_roadmaps.tables.engines import Moteur

FEUILLE = cle_fixe("feuille_de_route:28-2024")
COPIL = date(2025, 1, 28)
SIGNATURE = date(2024, 11, 4)
PARIS = "Europe/Paris"


def codes() -> list[tuple[str, dict[str, Any]]]:
    """The declared fiches with their numbers."""
    rangs: Counter[str] = Counter()
    trouves = []
    for _, fiche in fiches_28.ACTES:
        rangs[fiche["axe"]] += 1
        trouves.append((f"{fiche['axe']}.{rangs[fiche['axe']]}", fiche))
    return trouves


async def test_au_jour_de_reference_chaque_fiche_est_comme_elle_est_dite(base_demo_lecture: Moteur) -> None:
    lues = {r["id"]: r for r in await lignes("SELECT id, avancement, nouvelles_le, besoin FROM fiche_action")}
    faits: dict[Any, list[date | None]] = {}
    for jalon in await lignes("SELECT fiche_action, fait_le FROM jalon ORDER BY fiche_action, rang"):
        faits.setdefault(jalon["fiche_action"], []).append(jalon["fait_le"])
    mesures: Counter[Any] = Counter()
    for mesure in await lignes(
        "SELECT i.fiche_action FROM chiffre c JOIN indicateur i ON i.id = c.indicateur WHERE c.usage = 'mesure'"
    ):
        mesures[mesure["fiche_action"]] += 1
    d_exemple = Counter(donnee["fiche"] for nom, donnee, _ in ACTES if nom == "ajouter_mesure")
    d_exemple -= Counter(donnee["fiche"] for nom, donnee, _ in vie_28.SUITES if nom == "ajouter_mesure")
    for code, fiche in codes():
        cle = cle_fixe(f"fiche_action:{code}")
        assert (lues[cle]["avancement"], lues[cle]["nouvelles_le"]) == (fiche["avancement"], fiche["nouvelles_le"])
        assert faits.get(cle, []) == [jalon["fait_le"] for jalon in fiche.get("jalons", ())], code
        dites = sum(len(i["mesures"]) for i in fiche.get("indicateurs", ()))
        assert mesures[cle] == dites + d_exemple[code], code


async def test_les_fiches_sont_ecrites_avant_la_signature_et_suivies_depuis(base_demo_lecture: Moteur) -> None:
    ecrites = await lignes("SELECT cree_le FROM fiche_action WHERE feuille_de_route = {}", FEUILLE)
    assert len(ecrites) == 131
    assert {f["cree_le"].date() for f in ecrites} == {vie_28.ECRITES_LE}
    assert vie_28.ECRITES_LE < SIGNATURE
    journal = await lignes(
        "SELECT j.le, j.champ FROM entree_journal j JOIN fiche_action f ON f.id = j.objet "
        "WHERE j.concept = 'fiche_action' AND f.feuille_de_route = {} AND j.champ IN ('avancement', 'jalon')",
        FEUILLE,
    )
    jours = {j["le"].date() for j in journal}
    assert len(jours) > 30
    assert min(jours) < COPIL < max(jours) < AU


async def test_le_texte_signe_est_celui_du_jour_de_la_signature(base_demo_lecture: Moteur) -> None:
    version: Ligne | None = await ligne(
        "SELECT contenu, empreinte, fige_le FROM version_publiee WHERE feuille_de_route = {}", FEUILLE
    )
    assert version
    assert str(version["fige_le"])[:10] == SIGNATURE.isoformat()
    fige = json.loads(version["contenu"])
    assert empreinte(fige) == version["empreinte"]
    assert fige["arrete_au"] == SIGNATURE.isoformat()
    assert [len(axe["fiches"]) for axe in fige["axes"]] == [31, 34, 22, 26, 18]
    crees = await lignes(
        "SELECT objet FROM entree_journal WHERE action = 'creer' AND concept = 'fiche_action' AND le < {}",
        next(instant for nom, donnee, instant in ACTES if nom == "signer" and donnee["feuille_de_route"] == "28-2024"),
    )
    assert len({c["objet"] for c in crees}) == 131


async def test_le_suivi_se_compare_au_copil(base_demo_lecture: Moteur) -> None:
    feuille = await charger_suivie(SYSTEME, FEUILLE)
    vue = await lire_tableau(feuille, AU, PARIS)
    assert (vue.repere.nom, vue.repere.jour) == ("copil", COPIL)
    assert vue.changements
    actes = await lire_actes(FEUILLE, vue.repere.debut(PARIS), par_page=8, creations=False)
    page = contexte_suivi(vue, actes, Cadre(titre="Essai", au=AU, menu=(), bandeau=None), AU, PARIS)
    assert "comparée au COPIL du 28 janvier 2025" in page.compare.replace("\u00a0", " ")
    # Those that became réalisées before, told from what is declared and not from the journal.
    avant = [f for _, f in fiches_28.ACTES if f["avancement"] == "realisee" and f["nouvelles_le"] < COPIL]
    realisees = next(c for c in page.chiffres if c.libelle == "fiches réalisées")
    assert realisees.valeur == 22
    assert realisees.precision.startswith(f"{len(avant)} le 28")
    assert 0 < len(avant) < 22


async def test_chaque_changement_depuis_le_copil_se_dit(base_demo_lecture: Moteur) -> None:
    vue = await lire_tableau(await charger_suivie(SYSTEME, FEUILLE), AU, PARIS)
    actes = await lire_actes(FEUILLE, vue.repere.debut(PARIS), par_page=120, creations=False)
    phrases = [phrase_de(acte) for acte in actes.actes]
    assert len(phrases) == 120
    assert all(phrases)
    assert any(phrase.startswith("dernières nouvelles\u00a0: ") for phrase in phrases)
