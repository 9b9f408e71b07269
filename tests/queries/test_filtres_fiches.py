"""Each filter of the list of fiches keeps what the same filter, written naively over whole fiches, keeps."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from typing import Any

import pytest

from backend.context import Contexte
from backend.queries.fiches_action import FICHES, lire_fiche
from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.listes import lire_demande, lister
from backend.queries.references import charger
from backend.services.commands.fiches_action import ModifierFicheAction
from backend.services.fiches_action import modifier_fiche_action
from fne_roadmaps.demo import AU
from fne_roadmaps.domain.dates import DateIncertaine, ajouter_mois
from fne_roadmaps.domain.droits import SYSTEME
from fne_roadmaps.domain.enums import Avancement, Instruction, Meteo, Priorite, RoleActeur
from fne_roadmaps.domain.errors import ReglesViolees
from fne_roadmaps.domain.fiches_action import TERMINES
from fne_roadmaps.domain.textes import replier
from fne_roadmaps.tables.engines import Moteur
from tests.support.fabriques import Bases, ouverte
from tests.support.requetes import requetes_de

Naif = Callable[[Ligne], bool]
FEUILLE = ("feuille_de_route", "28-2024")


@pytest.fixture
async def fiches(bases: Bases) -> AsyncIterator[list[Ligne]]:
    """Every fiche of the demonstration, whole, with its open database, on each engine."""
    with bases.copie("demo") as url:
        async with ouverte(url):
            rangees = await lignes("SELECT id FROM fiche_action WHERE supprime_le IS NULL")
            lues = [await lire_fiche(SYSTEME, r["id"], AU) for r in rangees]
            recherches = {r["id"]: r["recherche"] for r in await lignes("SELECT id, recherche FROM fiche_action")}
            yield [{**f, "recherche": recherches[f["id"]] or ""} for f in lues]


def _roles(f: Ligne, *roles: RoleActeur) -> set[str]:
    return {a["structure"]["code"] for a in f["acteurs"] if not roles or a["role"] in roles}


def _suivie(f: Ligne) -> bool:
    return f["instruction"] is Instruction.RETENUE and f["avancement"] not in TERMINES


def _retard(f: Ligne) -> bool:
    passes = [d["date"] for d in f["jalons"] if d["fait_le"] is None] + [f["fin"]]
    return _suivie(f) and any(d and d.dernier and d.dernier < AU for d in passes)


def _silencieuse(mois: int) -> Naif:
    return lambda f: _suivie(f) and (f["nouvelles_le"] is None or f["nouvelles_le"] < ajouter_mois(AU, -mois))


def _jalon_dans(jours: int) -> Naif:
    return lambda f: _suivie(f) and any(j["fait_le"] is None and _tombe(j["date"], jours) for j in f["jalons"])


def _echeance_dans(jours: int) -> Naif:
    return lambda f: (_suivie(f) and _tombe(f["fin"], jours)) or _jalon_dans(jours)(f)


def _tombe(d: DateIncertaine | None, jours: int) -> bool:
    """A date, when something of it is known, may fall in so many days."""
    if d is None or not (d.premier or d.dernier):
        return False
    return (d.premier or date.min) <= AU + timedelta(days=jours) and (d.dernier or date.max) >= AU


CHAMPS: dict[str, Naif] = {
    "axe=28-2024/3": lambda f: bool(f["axe"]) and f["axe"]["code"] == "28-2024/3",
    "texte=médiateurs": lambda f: "mediateurs" in f["recherche"],
    "texte=ATELIERS numérique": lambda f: all(m in f["recherche"] for m in ("ateliers", "numerique")),
    "instruction=proposee,en_instruction": lambda f: (
        f["instruction"] in {Instruction.PROPOSEE, Instruction.EN_INSTRUCTION}
    ),
    "avancement=en_cours,bloquee": lambda f: f["avancement"] in {Avancement.EN_COURS, Avancement.BLOQUEE},
    "priorite=eleve": lambda f: f["priorite"] is Priorite.ELEVE,
    "meteo=appuis_necessaires": lambda f: f["meteo"] is Meteo.APPUIS_NECESSAIRES,
    "pilote=association-exemple-a": lambda f: "association-exemple-a" in _roles(f, RoleActeur.PILOTE),
    "partenaire=association-exemple-b": lambda f: "association-exemple-b" in _roles(f, RoleActeur.PARTENAIRE),
    "structure=association-exemple-c": lambda f: "association-exemple-c" in _roles(f),
    "territoire=bv-dreux": lambda f: "bv-dreux" in {t["code"] for t in f["territoires"]},
    "public=Personnes âgées": lambda f: "Personnes âgées" in f["publics"],
    "financeur=Collectivité exemple A": lambda f: (
        "Collectivité exemple A" in {x["financeur"] for x in f["financements"]}
    ),
    "en_retard=oui": _retard,
    "en_retard=non": lambda f: not _retard(f),
    "sans_pilote=oui": lambda f: not _roles(f, RoleActeur.PILOTE),
    "sans_pilote=non": lambda f: bool(_roles(f, RoleActeur.PILOTE)),
    "sans_nouvelles=3": _silencieuse(3),
    "sans_nouvelles=6": _silencieuse(6),
    "jalon_dans=1": _jalon_dans(1),
    "jalon_dans=30": _jalon_dans(30),
    "jalon_dans=400": _jalon_dans(400),
    "echeance_dans=30": lambda f: _echeance_dans(30)(f),
    "echeance_dans=400": lambda f: _echeance_dans(400)(f),
    "sans_meteo=oui": lambda f: f["meteo"] is None,
    "sans_besoin=non": lambda f: f["besoin"] is not None,
    "finance_en=2025": lambda f: 2025 in {x["annee"] for x in f["financements"]},
    "exemple=oui": lambda f: f["exemple"],
    "exemple=non": lambda f: not f["exemple"],
    "modifiee_depuis=2025-06-16": lambda f: f["maj_le"] >= datetime(2025, 6, 15, 22, tzinfo=UTC),
    "modifiee_depuis=2025-06-18": lambda f: f["maj_le"] >= datetime(2025, 6, 17, 22, tzinfo=UTC),
}
SEULS = {"exemple=non", "jalon_dans=1", "instruction=proposee,en_instruction"}
"""What may keep nothing inside 28-2024: tested over the whole base."""


def _paires(requete: str) -> list[tuple[str, str]]:
    return [tuple(p.split("=", 1)) for p in requete.split("&")]  # type: ignore[misc]


async def _cles(requete: str, *suite: tuple[str, str]) -> set[Any]:
    demande = lire_demande(FICHES, [*_paires(requete), *suite, ("par_page", "200")])
    page = await lister(SYSTEME, FICHES, demande, AU)
    assert page.total == len(page.elements)
    return {f["id"] for f in page.elements}


async def test_chaque_filtre_garde_ce_que_garde_le_filtre_naif(fiches: list[Ligne]) -> None:
    for requete, naif in CHAMPS.items():
        attendues = {f["id"] for f in fiches if naif(f)}
        assert await _cles(requete) == attendues, requete
        if requete not in SEULS and not requete.startswith("modifiee_depuis=2025-06-18"):
            assert 0 < len(attendues) < len(fiches) or requete in {"exemple=oui", "modifiee_depuis=2025-06-16"}, requete


async def test_les_filtres_se_combinent(fiches: list[Ligne]) -> None:
    par_nom: dict[str, tuple[str, Naif]] = {}
    for requete, naif in CHAMPS.items():
        par_nom.setdefault(requete.partition("=")[0], (requete, naif))
    for (a, naif_a), (b, naif_b) in combinations(par_nom.values(), 2):
        attendues = {f["id"] for f in fiches if naif_a(f) and naif_b(f)}
        assert await _cles(f"{a}&{b}") == attendues, f"{a}&{b}"


async def test_depuis_le_dernier_copil_et_la_signature_et_par_financeur(fiches: list[Ligne]) -> None:
    copil = await ligne(
        "SELECT MAX(r.date_premier) AS jour FROM reunion r JOIN instance i ON i.id = r.instance "
        "JOIN gouvernance g ON g.id = r.gouvernance WHERE g.code = '28' AND i.type = 'copil' AND r.etat = 'tenue'"
    )
    assert str((copil or {})["jour"]) == "2025-01-28"
    ici = [f for f in fiches if f["feuille_de_route"]["code"] == "28-2024"]
    for repere, debut in (
        ("copil", datetime(2025, 1, 27, 23, tzinfo=UTC)),
        ("signature", datetime(2024, 11, 3, 23, tzinfo=UTC)),
    ):
        modifiees = {f["id"] for f in ici if f["maj_le"] >= debut}
        assert await _cles(f"modifiee_depuis={repere}", FEUILLE) == modifiees
        assert 0 < len(modifiees) < len(ici)
    # 41-2024 is neither signed nor presented: nothing is « since » what never happened.
    assert await _cles("modifiee_depuis=signature", ("feuille_de_route", "41-2024")) == set()
    # A financer is named by its structure too.
    attendues = {
        f["id"]
        for f in fiches
        if any(x["structure"] and x["structure"]["code"] == "collectivite-exemple-a" for x in f["financements"])
    }
    nommees = {f["id"] for f in fiches if any(x["financeur"] == "collectivite-exemple-a" for x in f["financements"])}
    assert await _cles("financeur=collectivite-exemple-a") == attendues | nommees


async def test_une_fiche_ecrite_avant_n_est_pas_modifiee_depuis(monde: Moteur) -> None:
    """The small world is written on 17 June 2025, and holds a COPIL convened but not held."""
    assert await _cles("modifiee_depuis=2025-06-18") == set()
    assert len(await _cles("modifiee_depuis=2025-06-17")) == 5
    assert await _cles("modifiee_depuis=copil") == set()
    for date_tenue, attendues in (("2025-06-17", 3), ("2025-06-18", 0)):
        await _tenir_le_copil(date.fromisoformat(date_tenue))
        demande = lire_demande(FICHES, [("modifiee_depuis", "copil"), FEUILLE])
        page = await lister(SYSTEME, FICHES, demande, date(2025, 6, 30))
        assert page.total == attendues
        veille = await lister(SYSTEME, FICHES, demande, date(2025, 6, 16))
        assert veille.total == 0


async def _tenir_le_copil(jour: date) -> None:
    from fne_roadmaps.tables.reunions import Reunion

    await (
        Reunion.update({"etat": "tenue", "date_premier": jour, "date_dernier": jour, "date_edtf": jour.isoformat()})
        .where(Reunion.code == "28/copil/r1")
        .run()
    )


async def test_un_jalon_du_jour_meme_et_du_dernier_jour_sont_a_venir(monde: Moteur, alice: Contexte) -> None:
    attendus = {"2025-06-16": set(), "2025-06-17": {1, 2}, "2025-06-18": {1, 2}, "2025-06-19": {2}}
    cle = (await charger(SYSTEME, "fiche_action", "28-2024/1.1"))["id"]
    for jour, delais in attendus.items():
        commande = ModifierFicheAction.model_validate({"jalons": [{"titre": "Étape", "date": jour}]})
        version = (await charger(SYSTEME, "fiche_action", cle))["version"]
        await modifier_fiche_action(alice, str(cle), version, commande)
        assert {n for n in (1, 2) if cle in await _cles(f"jalon_dans={n}")} == delais, jour


async def test_le_nombre_de_requetes_ne_depend_pas_des_filtres(monde: Moteur) -> None:
    comptes = set()
    for requete in (
        "exemple=non",
        "exemple=non&sans_pilote=oui&texte=bus&modifiee_depuis=2025-01-01&instruction=retenue",
    ):
        with requetes_de(monde) as passees:
            await _cles(requete, FEUILLE)
        comptes.add(len(passees))
    assert comptes == {5}


@pytest.mark.parametrize(
    ("nom", "valeur"),
    [
        ("modifiee_depuis", "hier"),
        ("modifiee_depuis", "0001-01-01"),
        ("modifiee_depuis", "2025-02-30"),
        ("jalon_dans", "0"),
        ("jalon_dans", "100000"),
        ("sans_nouvelles", "-1"),
        ("public", "x" * 201),
        ("financeur", "\x00"),
        ("priorite", "urgente"),
    ],
)
def test_une_valeur_impossible_est_refusee_en_nommant_le_filtre(nom: str, valeur: str) -> None:
    with pytest.raises(ReglesViolees) as refus:
        lire_demande(FICHES, [(nom, valeur)])
    assert [v.champ for v in refus.value.violations] == [nom]


def test_le_repli_du_texte_est_celui_de_la_recherche() -> None:
    assert replier("Médiateurs") == "mediateurs"
