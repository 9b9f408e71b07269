"""Every setting is documented with its default, and no documented setting is made up."""

from __future__ import annotations

import re

from pydantic import SecretStr

from backend.settings import Settings
from tests.support.markdown import GUIDE, code, pages, tables, texte_de
from tests.support.outils import RACINE

REGLAGES = GUIDE / "reglages.md"
ENTETES = ("Variable", "Par défaut", "Rôle")
DES_TESTS = "FNE_TEST_POSTGRES_URL"
_NOM = re.compile(r"\bFNE_[A-Z][A-Z_]*[A-Z]\b")


def documentes() -> dict[str, str]:
    """Each documented variable, and its default as written."""
    lignes = [ligne for t in tables(REGLAGES) if t.entetes == ENTETES for ligne in t.lignes]
    return {code(variable): defaut for variable, defaut, _ in lignes}


def test_every_setting_is_documented_with_its_default() -> None:
    attendus = {
        f"FNE_{nom.upper()}": champ.default.get_secret_value()
        if isinstance(champ.default, SecretStr)
        else champ.default
        for nom, champ in Settings.model_fields.items()
    }
    trouves = documentes()
    assert trouves.pop(DES_TESTS) == "vide"
    assert {nom: "" if defaut == "vide" else code(defaut) for nom, defaut in trouves.items()} == attendus


def test_no_page_names_an_unknown_setting() -> None:
    connus = documentes().keys()
    for page in pages():
        assert set(_NOM.findall(texte_de(page))) <= connus, page


def test_no_setting_is_read_beside_the_documented_ones() -> None:
    lus = {
        nom
        for paquet in ("backend", "exports", "fne_roadmaps", "piccolo_conf.py")
        for fichier in ([RACINE / paquet] if paquet.endswith(".py") else (RACINE / paquet).rglob("*.py"))
        for nom in _NOM.findall(fichier.read_text(encoding="utf-8"))
    }
    assert lus
    assert lus <= documentes().keys()
