"""What the documentation says is true: its commands, links, dates, rights and typography."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from pathlib import Path
from urllib.parse import unquote
from uuid import UUID

import click
import pytest

from backend.cli import fne
from backend.cli.exporter import exporter_feuille
from exports.formats import date_incertaine, typographier
from exports.ical.placement import situer
from fne_roadmaps.demo import ACTES, AU
from fne_roadmaps.demo.comptes import MOT_DE_PASSE
from fne_roadmaps.domain.dates import DateIncertaine, lire_date
from fne_roadmaps.domain.droits import (
    COMPTE_SANS_PROFIL,
    Acteur,
    Droit,
    FicheTenue,
    droits_sur_fiche,
    droits_sur_gouvernance,
)
from fne_roadmaps.domain.enums import Instruction, Profil
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.tables.engines import Moteur
from tests.support.markdown import (
    DOCS,
    GUIDE,
    ancres,
    blocs,
    code,
    codes,
    liens,
    nom,
    pages,
    prose,
    table,
    texte_de,
)
from tests.support.outils import RACINE

SHELL = {"sh", "console"}
PAGES = pages()
ADR = sorted((DOCS / "adr").glob("*.md"))
par_page = pytest.mark.parametrize("page", PAGES, ids=nom)


def lignes_de_shell(page: Path) -> list[str]:
    """Commands of the shell blocks of a page, continued lines joined."""
    texte = "\n".join(b.texte for b in blocs(page) if b.langue in SHELL)
    return [ligne.strip() for ligne in texte.replace("\\\n", " ").splitlines() if ligne.strip()]


def commandes_fne() -> list[str]:
    """Every ``fne …`` line of the documentation, in shell blocks and in sentences, each once."""
    lignes = [ligne for page in PAGES for ligne in (*lignes_de_shell(page), *codes(page))]
    return sorted({ligne for ligne in lignes if ligne.startswith("fne ")})


def commandes(groupe: click.Group) -> Iterator[click.Command]:
    """Every command that does something, under its groups."""
    for commande in groupe.commands.values():
        if isinstance(commande, click.Group):
            yield from commandes(commande)
        else:
            yield commande


def options(commande: click.Command) -> set[str]:
    """The names an option may be called by, one per option: the longest."""
    return {max(p.opts, key=len) for p in commande.params if isinstance(p, click.Option)}


@pytest.mark.parametrize("ligne", commandes_fne())
def test_a_documented_command_parses(ligne: str) -> None:
    commande: click.Command = fne
    _, *mots = shlex.split(ligne, comments=True)
    while isinstance(commande, click.Group) and mots and not mots[0].startswith("-"):
        assert mots[0] in commande.commands, f"« {mots[0]} » n’est pas une commande de « {commande.name} »."
        commande = commande.commands[mots.pop(0)]
    if not isinstance(commande, click.Group) and (mots or not _demande_un_argument(commande)):
        commande.make_context(commande.name, mots)


def _demande_un_argument(commande: click.Command) -> bool:
    """A bare name in a sentence (« fne export feuille-de-route ») names the command without running it."""
    return any(p.required for p in commande.params)


OPTIONS = (GUIDE / "coller-un-agenda.md", GUIDE / "exporter.md", GUIDE / "demarrer.md", GUIDE / "comptes.md")
"""Pages that hold a table of options."""


def test_every_command_and_option_is_in_the_guide() -> None:
    documentes = " ".join(code for page in OPTIONS for code in codes(page)).split()
    noms = {" ".join(ligne.split()[1:]) for ligne in commandes_fne()}
    for commande in commandes(fne):
        assert any(commande.name in ligne.split() for ligne in noms), commande.name
        assert options(commande) <= set(documentes), commande.name


def test_an_option_of_a_table_exists() -> None:
    connues = {option for commande in commandes(fne) for option in options(commande)}
    for page in OPTIONS:
        assert {c.split()[0] for c in codes(page) if c.startswith("-")} <= connues


def test_a_documented_make_target_exists() -> None:
    makefile = (RACINE / "Makefile").read_text(encoding="utf-8")
    cites = {
        ligne.split()[1]
        for page in PAGES
        for ligne in (*lignes_de_shell(page), *codes(page))
        if ligne.startswith("make ")
    }
    assert {"demo", "test"} <= cites
    assert cites <= set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


@par_page
def test_relative_links_resolve(page: Path) -> None:
    for lien in liens(page):
        if re.match(r"[a-z]+:", lien):
            continue
        chemin, _, ancre = lien.partition("#")
        cible = (page.parent / unquote(chemin)).resolve() if chemin else page
        assert cible.exists(), lien
        assert cible.is_relative_to(RACINE), lien
        if ancre:
            assert unquote(ancre) in ancres(cible), lien


def test_every_page_is_reached_from_the_readme() -> None:
    atteintes, suivantes = set(), [RACINE / "README.md"]
    while suivantes:
        page = suivantes.pop()
        if page not in atteintes:
            atteintes.add(page)
            cibles = [(page.parent / unquote(lien.partition("#")[0])).resolve() for lien in liens(page)]
            suivantes += [c for c in cibles if c.suffix == ".md" and c.exists()]
    assert set(PAGES) <= atteintes


@par_page
def test_french_typography(page: Path) -> None:
    fautes = [ligne for ligne in prose(page) if typographier(ligne) != ligne]
    assert not fautes


@par_page
def test_a_path_of_the_project_exists(page: Path) -> None:
    for texte in codes(page):
        if re.fullmatch(r"(backend|benchmarks|docs|exports|fne_roadmaps|tests)/[\w./-]*", texte):
            assert (RACINE / texte).exists(), texte


@pytest.mark.parametrize("page", ADR, ids=nom)
def test_a_decision_is_short_and_complete(page: Path) -> None:
    texte = texte_de(page)
    assert len(texte.splitlines()) <= 60
    assert texte.startswith(f"# {page.name[:4]} — ")
    assert re.findall(r"^## (.+)$", texte, re.MULTILINE) == ["Contexte", "Décision", "Conséquences"]
    assert "**Statut**" in texte


def test_decisions_are_numbered_without_gap() -> None:
    assert [page.name[:4] for page in ADR] == [f"{n:04d}" for n in range(1, len(ADR) + 1)]


@pytest.mark.parametrize("ligne", table(GUIDE / "dates.md", "À écrire", "Se lit", "Dans un agenda").lignes)
def test_a_date_reads_and_lands_as_documented(ligne: tuple[str, ...]) -> None:
    ecrite, lue, agenda = ligne
    date = lire_date(code(ecrite))
    assert date.edtf == code(ecrite)
    assert date_incertaine(date) == lue
    assert re.search(_annonce(date), agenda)


def _annonce(date: DateIncertaine) -> str:
    """What the agenda column must say of a date, as a pattern."""
    repere = situer(date)
    if isinstance(repere, str):
        return "^hors de l’agenda"
    if date.options():
        return "options"
    if repere.mention is None:
        return "^(?!.*(dater|confirmer|provisoire))"
    if "confirmer" in repere.mention:
        return "à confirmer"
    return "provisoire" if repere.premier < repere.dernier else "à dater"


@pytest.mark.parametrize("ligne", table(GUIDE / "dates.md", "Écrit", "Réponse").lignes)
def test_a_date_is_refused_in_the_documented_words(ligne: tuple[str, ...]) -> None:
    ecrite, reponse = ligne
    with pytest.raises(RegleViolee) as refus:
        lire_date(code(ecrite))
    assert typographier(refus.value.message) == reponse


def test_profiles_give_the_documented_rights() -> None:
    droits = ("Lire", "Suivre", "Proposer", "Renseigner", "Réunir", "Rédiger", "Arbitrer", "Signer", "Administrer")
    lignes = {ligne[0]: ligne[1:] for ligne in table(GUIDE / "qui-voit-quoi.md", "Profil", *droits).lignes}
    ici = UUID(int=1)
    acteurs = {p.libelle: Acteur("x", "X", profils={ici: p}) for p in Profil} | {"aucun": COMPTE_SANS_PROFIL}
    attendu = {
        nom_: tuple(_dit(Droit[_sans_accent(d)], acteur, ici) for d in droits) for nom_, acteur in acteurs.items()
    }
    assert lignes == attendu


def _dit(droit: Droit, acteur: Acteur, gouvernance: UUID) -> str:
    """« oui » in the whole governance, « ses fiches » on what the structure of the account pilots or proposed."""
    if droit in droits_sur_gouvernance(acteur, gouvernance):
        return "oui"
    structure = UUID(int=2)
    siennes = FicheTenue(Instruction.PROPOSEE, pilotes=frozenset({structure}), auteurs=frozenset({structure}))
    return (
        "ses fiches" if droit in droits_sur_fiche(replace(acteur, structure=structure), gouvernance, siennes) else "–"
    )


def _sans_accent(droit: str) -> str:
    return droit.upper().replace("É", "E")


def test_the_people_and_the_day_of_the_demonstration_are_told() -> None:
    page = GUIDE / "demarrer.md"
    personnes = {code(ligne[0]) for ligne in table(page, "Nom", "Adresse", "Qui", "Ce qu’elle ou il peut").lignes}
    comptes = [donnee for acte, donnee, _ in ACTES if acte == "creer_compte"]
    assert personnes == {donnee["identifiant"] for donnee in comptes}
    assert all(dit in texte_de(page) for dit in (MOT_DE_PASSE, *(f"`{compte['courriel']}`" for compte in comptes)))
    assert date_incertaine(lire_date(AU.isoformat())).removeprefix("le ") in texte_de(page)


async def test_the_digest_recipe_works(base_demo_lecture: Moteur, tmp_path: Path) -> None:
    (recette,) = [b.texte for b in blocs(GUIDE / "exporter.md") if b.langue == "python"]
    (tmp_path / "28-2024.json").write_bytes(await exporter_feuille("28-2024", "json", None, AU))
    subprocess.run([sys.executable, "-c", recette], cwd=tmp_path, check=True, timeout=60)


def test_the_map_of_the_code_is_true() -> None:
    (plan,) = [b.texte for b in blocs(RACINE / "README.md") if b.langue == "text"]
    dossier = RACINE
    for ligne in plan.splitlines():
        noms = list(takewhile(re.compile(r"\w+(/|\.py)").fullmatch, ligne.split()))
        assert noms, ligne
        if not ligne.startswith(" "):
            dossier = RACINE / noms[0]
        for nom_ in noms if ligne.startswith(" ") else ["."]:
            assert (dossier / nom_).exists(), ligne
