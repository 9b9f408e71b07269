"""The translation of errors: every kind pydantic knows reads in French, and every exception has its answer."""

from __future__ import annotations

import re
import sqlite3
from typing import Any, Literal, get_args

import asyncpg
import pytest
from litestar.exceptions import HTTPException  # noqa: TID251 - what the translator receives
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import core_schema

from backend.errors import Nature, Refus, traduire
from backend.errors.probleme import montrer, nommer
from backend.errors.validation import champ_de, erreurs_de_validation, phrase
from exports.formats import typographier
from fne_roadmaps.domain.errors import Conflit, Interdit, NonTrouve, ReglesViolees, RegleViolee

ANGLAIS = re.compile(r"(?i)\b(should|must|input|field|value|valid|expected|is|not|the)\b")
CONTEXTE = {
    **dict.fromkeys(("gt", "ge", "lt", "le", "multiple_of", "min_length", "max_length"), 3),
    "expected": "'un', 'deux' or 'trois'",
}


@pytest.mark.parametrize("type_", get_args(core_schema.ErrorType))
@pytest.mark.parametrize("recu", ["abc", 12, 1.5, True, None, ["a"], {"a": 1}], ids=lambda r: type(r).__name__)
def test_toute_erreur_de_pydantic_se_dit_en_francais(type_: str, recu: Any) -> None:
    dite = phrase({"type": type_, "loc": ("x",), "msg": "Input should be valid", "input": recu, "ctx": CONTEXTE})
    assert not ANGLAIS.search(dite), dite
    assert dite[0].isupper() or dite[0] == "«"
    assert dite.endswith(".")
    assert typographier(typographier(dite)) == typographier(dite)


class Ligne(BaseModel):
    """A line of a form."""

    model_config = ConfigDict(extra="forbid")
    montant: int
    role: Literal["pilote", "partenaire"] = "pilote"


class Formulaire(BaseModel):
    """A form."""

    lignes: tuple[Ligne, ...]


def test_les_champs_imbriques_sont_nommes_comme_saisis() -> None:
    with pytest.raises(ValidationError) as refus:
        Formulaire.model_validate({"lignes": [{"montant": 1}, {"montant": "x", "role": "chef", "zz": 1}]})
    erreurs = {e.champ: e for e in erreurs_de_validation(refus.value)}
    assert set(erreurs) == {"lignes.1.montant", "lignes.1.role", "lignes.1.zz"}
    assert "pilote, partenaire" in erreurs["lignes.1.role"].message
    assert erreurs["lignes.1.role"].recu == "chef"


def test_un_deluge_d_erreurs_est_borne() -> None:
    with pytest.raises(ValidationError) as refus:
        Formulaire.model_validate({"lignes": [{}] * 500})
    assert len(erreurs_de_validation(refus.value)) == 50


def test_ce_qui_vient_de_dehors_se_montre_court_et_sans_piege() -> None:
    assert montrer("a" * 500) == "a" * 80 + "…"
    assert montrer("a\x00\ud800\u202eb") == "a\ufffd\ufffd\ufffdb"
    assert montrer(True) == "true"
    assert montrer(None) is montrer([1]) is montrer({"a": 1}) is None
    assert nommer("12\u202f500\u00a0€") == "12\u202f500\u00a0€"
    assert champ_de(()) == "corps"
    assert champ_de(("fin", "function-before[lire(), str]", 0)) == "fin.0"


@pytest.mark.parametrize(
    ("erreur", "nature"),
    [
        (NonTrouve("Cette fiche action"), Nature.NON_TROUVE),
        (Interdit("Non."), Nature.INTERDIT),
        (RegleViolee("titre", "Trop long."), Nature.SAISIE),
        (ReglesViolees([RegleViolee("a", "Non."), RegleViolee("b", "Non.")]), Nature.SAISIE),
        (Conflit("Changé.", {"a": 1}, {"a": 2}), Nature.CONFLIT),
        (Refus(Nature.VERSION_REQUISE, "Dites la version."), Nature.VERSION_REQUISE),
        (HTTPException(status_code=404), Nature.NON_TROUVE),
        (HTTPException(status_code=405), Nature.METHODE),
        (HTTPException(status_code=413), Nature.TROP_GRAND),
        (HTTPException(status_code=400), Nature.ILLISIBLE),
        (HTTPException(status_code=418), Nature.ILLISIBLE),
        (HTTPException(status_code=500, detail="secret"), Nature.PANNE),
        (HTTPException(status_code=500, detail="client disconnected prematurely"), Nature.ILLISIBLE),
        (sqlite3.OperationalError("database is locked"), Nature.INDISPONIBLE),
        (sqlite3.OperationalError("no such table: secret"), Nature.PANNE),
        (asyncpg.ConnectionDoesNotExistError("secret"), Nature.INDISPONIBLE),
        (ConnectionRefusedError("secret"), Nature.INDISPONIBLE),
        (KeyError("secret"), Nature.PANNE),
        (RecursionError("secret"), Nature.PANNE),
    ],
    ids=lambda v: type(v).__name__ if isinstance(v, Exception) else v.nom,
)
def test_chaque_exception_a_sa_reponse(erreur: Exception, nature: Nature) -> None:
    probleme = traduire(erreur, repere="abc")
    assert probleme.nature is nature
    dit = probleme.en_dict("/x")
    assert "secret" not in str(dit)
    assert dit["status"] == nature.statut
    assert dit["detail"] == typographier(dit["detail"])
    assert ("repere" in dit) is (nature is Nature.PANNE)


def test_une_version_perimee_n_est_pas_un_simple_conflit() -> None:
    conflit = Conflit("Changé.", {"titre": "eux"}, {"titre": "moi"})
    assert traduire(conflit).nature is Nature.CONFLIT
    perimee = traduire(conflit, version_donnee=True)
    assert perimee.nature is Nature.VERSION_PERIMEE
    assert perimee.complements == {"actuel": {"titre": "eux"}, "propose": {"titre": "moi"}}


def test_chaque_nature_a_son_nom() -> None:
    assert len({n.nom for n in Nature}) == len(Nature)
    assert all(n.titre == typographier(n.titre) for n in Nature)
