"""Bad input: always a French sentence that names the field and the cause, never a failure, nothing half-written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from exports.formats import typographier
from tests.api.conftest import DIANE, Site
from tests.support.etat import contenu_de_la_base

FICHE = {"feuille_de_route": "28-2024", "axe": "28-2024/1", "titre": "Une fiche"}
INSTANCE = {"gouvernance": "28", "slug": "gt-essai", "type": "groupe_de_travail", "nom": "Essai"}
FEUILLE = {"gouvernance": "28", "titre": "Suite", "perimetre": "departemental", "annee": 2026}
REUNION = {"instance": "28/copil", "date": "2025-10"}
DECISION = {"instance": "28/copil", "annee": 2025, "texte": "Décidé."}
CHIFFRE = {"gouvernance": "28", "usage": "diagnostic", "libelle": "Indice", "valeur": "6.4"}


def _avec(modele: dict[str, Any]) -> Callable[..., dict[str, Any]]:
    """The same input with other values."""
    return lambda **valeurs: {**modele, **valeurs}


fiche, instance, feuille = _avec(FICHE), _avec(INSTANCE), _avec(FEUILLE)
reunion, decision, chiffre = _avec(REUNION), _avec(DECISION), _avec(CHIFFRE)
PORTEUR = {"role": "porteur"}

CREATIONS: list[tuple[str, str, dict[str, Any], str, str]] = [
    # unknown codes
    ("code de feuille inconnu", "fiches-action", fiche(feuille_de_route="99-2024"), "feuille_de_route", "existe"),
    ("code d’axe inconnu", "fiches-action", fiche(axe="28-2024/9"), "axe", "existe"),
    ("structure inconnue", "fiches-action", fiche(acteurs=[{"role": "pilote", "structure": "zz"}]), "acteurs.0", "zz"),
    ("gouvernance inconnue", "feuilles-de-route", feuille(gouvernance="99"), "gouvernance", "99"),
    ("gouvernance inconnue, chiffre", "chiffres", chiffre(gouvernance="99"), "gouvernance", "99"),
    ("instance inconnue", "reunions", reunion(instance="28/zz"), "instance", "28/zz"),
    ("réunion inconnue", "decisions", decision(reunion="28/copil/r99"), "reunion", "28/copil/r99"),
    ("fiche inconnue", "decisions", decision(fiches=["28-2024/1.3", "28-2024/9.9"]), "fiches.1", "9.9"),
    ("code mal écrit", "fiches-action", fiche(feuille_de_route="28 2024 ?"), "feuille_de_route", "existe"),
    ("rien ne désigne", "reunions", {"date": "2025-10"}, "gouvernance", "instance"),
    # wrong types
    ("champ absent", "fiches-action", {"feuille_de_route": "28-2024"}, "titre", "obligatoire"),
    ("champ inconnu", "fiches-action", fiche(titel="x"), "titel", "existe"),
    ("nombre pour un texte", "fiches-action", fiche(titre=12), "titre", "texte"),
    ("liste pour un texte", "fiches-action", fiche(titre=["a"]), "titre", "texte"),
    ("rien pour un texte", "fiches-action", fiche(titre=None), "titre", "null"),
    ("vide pour un texte", "fiches-action", fiche(titre="  "), "titre", "obligatoire"),
    ("texte pour un nombre", "fiches-action", fiche(besoin="1000"), "besoin", "nombre"),
    ("décimales pour des centimes", "fiches-action", fiche(besoin=12.5), "besoin", "entier"),
    ("vrai pour un nombre", "fiches-action", fiche(besoin=True), "besoin", "nombre"),
    ("nombre pour un jour", "fiches-action", fiche(nouvelles_le=20250617), "nouvelles_le", "jour"),
    ("objet pour une liste", "fiches-action", fiche(jalons={"titre": "x"}), "jalons", "liste"),
    ("texte pour un objet", "fiches-action", fiche(jalons=["x"]), "jalons.0", "objet"),
    ("nombre pour une date", "fiches-action", fiche(fin=2025), "fin", "EDTF"),
    ("date sans texte", "fiches-action", fiche(fin={"recu": "bientôt"}), "fin", "EDTF"),
    # too long, unknown codes of vocabularies, impossible dates
    ("titre trop long", "fiches-action", fiche(titre="a" * 301), "titre", "301"),
    ("texte trop long", "fiches-action", fiche(contexte="a" * 20001), "contexte", "20"),
    ("trop de publics", "fiches-action", fiche(publics=["a"] * 51), "publics", "51"),
    ("code fermé inconnu", "fiches-action", fiche(instruction="peut-etre"), "instruction", "retenue"),
    (
        "code fermé imbriqué",
        "fiches-action",
        fiche(acteurs=[{"role": "chef", "structure": "cd-28"}]),
        "acteurs.0.role",
        "pilote",
    ),
    ("30 février", "fiches-action", fiche(fin="2024-02-30"), "fin", "30 février"),
    ("jour impossible", "fiches-action", fiche(nouvelles_le="2025-02-29"), "nouvelles_le", "calendrier"),
    ("année lointaine", "fiches-action", fiche(nouvelles_le="9999-12-31"), "nouvelles_le", "9999"),
    ("date illisible", "fiches-action", fiche(fin="bientôt"), "fin", "chiffres"),
    ("la fin avant le début", "fiches-action", fiche(debut="2026", fin="2025"), "fin", "avant"),
    ("13e mois", "reunions", reunion(date="2025-13"), "date", "13"),
    ("25 heures", "reunions", reunion(date="2025-10-02", heure_debut="25:00"), "heure_debut", "heure"),
    ("heure sans jour exact", "reunions", reunion(heure_debut="09:30"), "heure_debut", "jour"),
    ("jour de semaine inventé", "reunions", reunion(jour_annonce="mardredi"), "jour_annonce", "semaine"),
    ("déjà tenue dans l’avenir", "reunions", reunion(etat="tenue"), "etat", "venir"),
    ("annulée sans dire pourquoi", "reunions", reunion(etat="annulee"), "motif", "pourquoi"),
    ("année sans sens", "feuilles-de-route", feuille(annee=26), "annee", "1"),
    ("fin avant le début, jours", "feuilles-de-route", feuille(debut="2026-02-01", fin="2026-01-01"), "fin", "avant"),
    # trees, other roadmaps, numbers already taken
    (
        "axe d’une autre feuille",
        "fiches-action",
        fiche(feuille_de_route="28-2024", axe="41-2024/1"),
        "axe",
        "41-2024/1",
    ),
    ("instance d’une autre gouvernance", "instances", instance(parent="41/copil"), "parent", "41/copil"),
    ("code court pris", "instances", instance(slug="copil"), "slug", "existe déjà"),
    ("code court réservé", "instances", instance(slug="r12"), "slug", "réservé"),
    ("code court mal écrit", "instances", instance(slug="GT Santé"), "slug", "minuscules"),
    ("numéro de fiche pris", "fiches-action", fiche(instruction="retenue", rang=3), "rang", "3"),
    ("rang d’axe pris", "axes", {"feuille_de_route": "28-2024", "titre": "x", "rang": 1}, "rang", "1"),
    ("numéro de décision pris", "decisions", decision(numero=1), "numero", "existe déjà"),
    # money and numbers
    ("montant négatif", "fiches-action", fiche(besoin=-1), "besoin", "au moins 0"),
    ("10^26 centimes", "fiches-action", fiche(besoin=10**26), "besoin", "au plus"),
    (
        "montant négatif imbriqué",
        "fiches-action",
        fiche(financements=[{"financeur": "État", "annee": 2025, "promis": -5}]),
        "financements.0.promis",
        "au moins",
    ),
    (
        "financeur donné deux fois",
        "fiches-action",
        fiche(financements=[{"financeur": "État", "annee": 2025}] * 2),
        "financements.1",
        "déjà",
    ),
    ("101 %", "fiches-action", fiche(progression_declaree=101), "progression_declaree", "100"),
    ("chiffre en lettres", "chiffres", chiffre(valeur="beaucoup"), "valeur", "nombre"),
    ("10^26", "chiffres", chiffre(valeur="1" + "0" * 26), "valeur", "grand"),
    ("infini", "chiffres", chiffre(valeur="Infinity"), "valeur", "grand"),
    # characters
    ("caractère nul", "fiches-action", fiche(titre="a\x00b"), "titre", "nul"),
    ("retour arrière", "fiches-action", fiche(contexte="a\x08b"), "contexte", "U+0008"),
    ("fin de ligne dans un titre", "fiches-action", fiche(titre="a\nb"), "titre", "fin de ligne"),
    ("sens d’écriture renversé", "fiches-action", fiche(titre="a\u202eb"), "titre", "U+202E"),
    ("demi-caractère", "fiches-action", fiche(titre="a\ud800"), "titre", "U+D800"),
    ("référence invisible", "fiches-action", fiche(axe="28-2024/1\u200b\x07"), "axe", "invisible"),
    (
        "adresse sans protocole",
        "fiches-action",
        fiche(liens=[{"libelle": "x", "url": "javascript:alert(1)"}]),
        "liens.0.url",
        "https",
    ),
]
INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\u202a-\u202e]")


def verifier_refus(reponse: Any, champ: str, mot: str) -> None:
    """The answer is a French refusal of that field, for that cause, fit to be printed."""
    assert reponse.status_code == 422, reponse.text
    assert reponse.headers["content-type"] == "application/problem+json"
    probleme = reponse.json()
    assert set(probleme) == {"type", "title", "status", "detail", "instance", "erreurs"}
    assert champ in {e["champ"] for e in probleme["erreurs"]}, probleme
    message = next(e["message"] for e in probleme["erreurs"] if e["champ"] == champ)
    assert mot in message.replace("\u202f", " ").replace("\u00a0", " "), message
    assert message[0].isupper() or message[0] in "«0123456789"
    assert message.endswith((".", "…"))
    assert message == typographier(message)
    assert probleme["detail"].replace("\u202f", " ").replace("\u00a0", " ").startswith("« ")
    assert not INVISIBLE.search(reponse.text)


@pytest.mark.parametrize(
    ("adresse", "corps", "champ", "mot"), [c[1:] for c in CREATIONS], ids=[c[0] for c in CREATIONS]
)
async def test_une_saisie_fautive_est_refusee_en_disant_ou_et_pourquoi(
    site_lu: Site, adresse: str, corps: dict[str, Any], champ: str, mot: str
) -> None:
    """On the database every test shares: a write would be found out at the end."""
    entetes = {"idempotency-key": "essai", "content-type": "application/json"}
    reponse = await site_lu.demander("POST", adresse, content=json.dumps(corps), entetes=entetes)
    verifier_refus(reponse, champ, mot)


CHANGEMENTS: list[tuple[str, str, dict[str, Any], str, str]] = [
    ("arbre circulaire", "instances/28/copil", {"parent": "28/cotech"}, "parent", "dépendent"),
    ("sous soi-même", "instances/28/copil", {"parent": "28/copil"}, "parent", "lui-même"),
    ("axe d’une autre feuille", "fiches-action/28-2024/1.3", {"axe": "41-2024/1"}, "axe", "existe"),
    ("sans axe", "fiches-action/28-2024/1.3", {"axe": None}, "axe", "axe"),
    ("numéro d’un texte signé", "fiches-action/28-2024/1.3", {"rang": 4}, "rang", "publié"),
    (
        "champ qui ne se change pas",
        "fiches-action/28-2024/1.3",
        {"instruction": "ecartee"},
        "instruction",
        "change pas",
    ),
    ("code qui ne se change pas", "gouvernances/28", {"code": "29"}, "code", "change pas"),
    ("rang d’un axe d’un texte signé", "axes/28-2024/2", {"rang": 1}, "rang", "publié"),
    ("texte signé", "feuilles-de-route/28-2024", {"signataires": []}, "signataires", "publié"),
    (
        "rôle en double",
        "gouvernances/28",
        {"membres": [{"structure": "cd-28", "roles": [PORTEUR] * 2}]},
        "membres.0.roles",
        "deux fois",
    ),
    (
        "membre en double",
        "gouvernances/28",
        {"membres": [{"structure": "cd-28", "roles": [PORTEUR]}] * 2},
        "membres",
        "une seule fois",
    ),
    (
        "membre sans rôle",
        "gouvernances/28",
        {"membres": [{"structure": "cd-28", "roles": []}]},
        "membres.0.roles",
        "au moins 1",
    ),
    (
        "cadence à l’envers",
        "instances/28/copil",
        {"cadences": [{"texte": "x", "min_par_an": 6, "max_par_an": 4}]},
        "cadences.0.max_par_an",
        "petit",
    ),
    ("siège de personne", "instances/28/copil", {"sieges": [{"college": "x"}]}, "sieges.0.structure", "siège"),
    ("une autre instance", "reunions/28/cotech/r7", {"instance": "28/copil"}, "instance", "numérotée"),
]


@pytest.mark.parametrize(
    ("adresse", "corps", "champ", "mot"), [c[1:] for c in CHANGEMENTS], ids=[c[0] for c in CHANGEMENTS]
)
async def test_un_changement_fautif_est_refuse_en_disant_ou_et_pourquoi(
    site: Site, adresse: str, corps: dict[str, Any], champ: str, mot: str
) -> None:
    if champ == "parent" and corps["parent"] == "28/cotech":
        assert (await site.changer("instances/28/cotech", {"parent": "28/copil"})).status_code == 200
    avant = await contenu_de_la_base()
    version = (await site.lire(adresse)).json()["version"]
    verifier_refus(await site.changer(adresse, corps, version), champ, mot)
    assert await contenu_de_la_base() == avant


async def test_un_axe_qu_on_voit_mais_d_une_autre_feuille_est_refuse(site_lu: Site) -> None:
    """diane sees both roadmaps, and may propose in each."""
    reponse = await site_lu.creer("fiches-action", {**FICHE, "axe": "41-2024/1"}, DIANE)
    assert reponse.status_code == 422
    assert [e["champ"] for e in reponse.json()["erreurs"]] == ["axe"]


async def test_plusieurs_fautes_sont_dites_ensemble(site_lu: Site) -> None:
    reponse = await site_lu.creer("fiches-action", {"titre": "", "besoin": -1, "instruction": "x"})
    assert {e["champ"] for e in reponse.json()["erreurs"]} == {"feuille_de_route", "titre", "besoin", "instruction"}
    assert "3 autres valeurs sont refusées" in reponse.json()["detail"].replace("\u00a0", " ").replace("\u202f", " ")
