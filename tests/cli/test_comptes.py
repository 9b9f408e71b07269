"""The first administrator of a real database comes in from the machine that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result
from litestar.testing import TestClient

from backend.cli import fne
from backend.settings import Settings
from backend.web.adresses import comptes as ici
from tests.support.application import application
from tests.support.fabriques import BasesSqlite

SECRET = "un-secret-d-essai-de-plus-de-trente-deux-caracteres"
COURRIEL = "camille@prefecture.example"
PHRASE = "une phrase bien à soi"


@pytest.fixture
def url(bases_sqlite: BasesSqlite, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A database of governances without any account, as a real one begins."""
    with bases_sqlite.copie("monde") as copie:
        monkeypatch.setenv("FNE_DATABASE_URL", copie)
        monkeypatch.setenv("FNE_SECRET_KEY", SECRET)
        monkeypatch.setenv("FNE_BASE_URL", "https://fne.example/")
        yield copie


def inviter(**champs: str) -> Result:
    """Run the command."""
    donnees = {
        "gouvernance": "28",
        "profil": "administrateur",
        "nom": "Camille",
        "courriel": COURRIEL,
        **champs,
    }
    return CliRunner().invoke(
        fne, ["compte", "inviter", *(mot for n, v in donnees.items() for mot in (f"--{n}", v))], standalone_mode=False
    )


def test_le_lien_imprime_ouvre_le_premier_compte(url: str) -> None:
    resultat = inviter(structure="prefecture-28")
    assert resultat.exit_code == 0, resultat.output
    (lien,) = [ligne for ligne in resultat.stdout.splitlines() if ligne.startswith("https://")]
    assert lien.startswith("https://fne.example/acces/")
    chemin = urlsplit(lien).path
    with (
        application(Settings(database_url=url, secret_key=SECRET)) as app,
        TestClient(app, base_url="https://fne.example") as site,
    ):
        donnees = {"mot_de_passe": PHRASE, "confirmation": PHRASE}
        assert site.post(chemin, data=donnees, follow_redirects=False).status_code == 303
        compte = site.get(ici.COMPTE).text
        assert "Administrateur" in compte
        assert COURRIEL in compte
        gouvernance = str(site.get("/gouvernances/28").url).split("?")[0]
        assert site.get(f"{gouvernance}/comptes").status_code == 200


def test_la_meme_commande_donne_un_autre_profil_a_un_compte_ouvert(url: str) -> None:
    chemin = urlsplit(inviter().stdout.split()[0]).path
    with (
        application(Settings(database_url=url, secret_key=SECRET)) as app,
        TestClient(app, base_url="https://fne.example") as site,
    ):
        site.post(chemin, data={"mot_de_passe": PHRASE, "confirmation": PHRASE})
    resultat = inviter(gouvernance="41", profil="lecteur")
    assert resultat.exit_code == 0
    assert "/acces/" not in resultat.stdout


@pytest.mark.parametrize(
    ("champs", "dit"),
    [
        ({"gouvernance": "99"}, "n’existe pas"),
        ({"courriel": "pas une adresse"}, "n’est pas une adresse"),
        ({"structure": "inconnue"}, "n’existe pas"),
        ({"nom": " "}, "obligatoire"),
    ],
)
def test_un_refus_est_une_phrase(url: str, champs: dict[str, str], dit: str) -> None:
    resultat = inviter(**champs)
    assert resultat.exit_code != 0 or resultat.exception
    assert dit in f"{resultat.output}{resultat.exception}"
