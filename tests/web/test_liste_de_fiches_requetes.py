"""The list costs the same statements for one fiche and for five hundred, in each of its presentations."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from uuid import uuid4

import pytest

from backend.web.presentation.liste_de_fiches.colonnes import COLONNES
from fne_roadmaps.tables.engines import chemin_sqlite, moteur_courant
from tests.support.fabriques import BasesSqlite
from tests.support.requetes import requetes_de
from tests.web.conftest import Site, lire_comme, ouvrir_site

FEUILLE = "/feuilles-de-route/28-2024"
FICHES = 500


@pytest.fixture(scope="module")
def grande(bases_sqlite: BasesSqlite) -> Iterator[Site]:
    """A demonstration whose roadmap 28-2024 holds five hundred fiches, each with its actors and milestones."""
    with bases_sqlite.copie("demo") as url:
        fichier = chemin_sqlite(url)
        assert fichier
        with closing(sqlite3.connect(fichier)) as base:
            _grossir(base)
        with ouvrir_site(url) as site:
            lire_comme(site, "alice")
            yield site


def _grossir(base: sqlite3.Connection) -> None:
    """Copy fiches until there are five hundred, at ranks nobody has."""
    base.row_factory = sqlite3.Row
    modeles = base.execute(
        "SELECT x.* FROM fiche_action x JOIN feuille_de_route f ON f.id = x.feuille_de_route WHERE f.code = '28-2024'"
    ).fetchall()
    for rang in range(FICHES - len(modeles)):
        modele = modeles[rang % len(modeles)]
        cle = str(uuid4())
        _inserer(base, "fiche_action", {**dict(modele), "id": cle, "rang": 1000 + rang})
        for table in ("acteur", "jalon", "public_cible", "financement", "fiche_territoire"):
            for ligne in base.execute(f"SELECT * FROM {table} WHERE fiche_action = ?", (modele["id"],)).fetchall():  # noqa: S608 - our own table names
                _inserer(base, table, {**dict(ligne), "id": str(uuid4()), "fiche_action": cle})
    base.commit()


def _inserer(base: sqlite3.Connection, table: str, ligne: dict[str, object]) -> None:
    colonnes = ", ".join(ligne)
    marques = ", ".join("?" * len(ligne))
    base.execute(f"INSERT INTO {table} ({colonnes}) VALUES ({marques})", tuple(ligne.values()))  # noqa: S608 - same


def requetes(site: Site, requete: str) -> int:
    """Statements of the list at an address, followed to where it lives."""
    lieu = site.get(f"{FEUILLE}{requete}", follow_redirects=False).headers["location"].split("#")[0]
    with requetes_de(moteur_courant()) as passees:
        assert site.get(lieu).status_code == 200
    return len(_de_la_page(passees))


def _de_la_page(passees: list[str]) -> list[str]:
    """Statements of the page itself: a session noted as in use, and mails looked for, come now and then."""
    return [sql for sql in passees if "session_de_compte" not in sql and "courriel" not in sql]


@pytest.mark.parametrize(
    "suite",
    [
        "tri=-fin",
        f"colonnes={','.join(COLONNES)}",
        "presentation=statut",
        "presentation=frise",
        "presentation=frise&echelle=mois",
        "presentation=axe",
        "presentation=impression",
        "selection=oui",
    ],
)
def test_une_presentation_coute_autant_pour_une_fiche_que_pour_cinq_cents(grande: Site, suite: str) -> None:
    une, toutes = f"?texte=cellule+departementale&axe=28-2024/1&{suite}", f"?exemple=oui&sans_pilote=non&{suite}"
    assert requetes(grande, toutes) == requetes(grande, une)


def test_les_cinq_cents_fiches_sont_la(grande: Site) -> None:
    assert grande.get(f"{FEUILLE}?presentation=impression").text.count('role="rowheader"') == FICHES
    assert len(grande.get(f"{FEUILLE}/fiches.csv").text.splitlines()) == 1 + FICHES


def test_le_fichier_et_l_apercu_coutent_autant_pour_une_fiche_que_pour_cinq_cents(grande: Site) -> None:
    canonique = grande.get(FEUILLE, follow_redirects=False).headers["location"]
    for chemin in (f"{canonique}/fiches.csv?", f"{canonique}/changement?champ=priorite&vers_priorite=bas&"):
        comptes = set()
        for filtres in ("texte=cellule+departementale&axe=28-2024/1", "exemple=oui&sans_pilote=non"):
            with requetes_de(moteur_courant()) as passees:
                assert grande.get(f"{chemin}{filtres}").status_code == 200
            comptes.add(len(_de_la_page(passees)))
        assert len(comptes) == 1, chemin
