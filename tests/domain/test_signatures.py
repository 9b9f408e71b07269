"""Canonical bytes and digests."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.signatures import SCHEMA_FEUILLE, canonique, empreinte

feuilles = st.one_of(st.none(), st.booleans(), st.integers(-(2**53) + 1, 2**53 - 1), st.text(max_size=10))
valeurs = st.recursive(
    feuilles,
    lambda v: st.one_of(st.lists(v, max_size=4), st.dictionaries(st.text(max_size=5), v, max_size=4)),
    max_leaves=6,
)
contenus = st.dictionaries(st.text(max_size=5), valeurs, max_size=3)


def inverser(valeur: Any) -> Any:
    """The same content with the keys of every object in the opposite order."""
    if isinstance(valeur, dict):
        return {cle: inverser(valeur[cle]) for cle in reversed(valeur)}
    return [inverser(v) for v in valeur] if isinstance(valeur, list) else valeur


def meme(a: Any, b: Any) -> bool:
    """Same JSON, where ``true`` is not 1."""
    return json.dumps(a, sort_keys=True) == json.dumps(b, sort_keys=True)


@given(contenus, contenus)
def test_the_digest_changes_exactly_when_the_content_does(a: dict[str, Any], b: dict[str, Any]) -> None:
    assert (empreinte(a) == empreinte(b)) == meme(a, b)


@given(contenus, st.text(max_size=5), feuilles)
def test_one_changed_value_changes_the_digest(contenu: dict[str, Any], cle: str, valeur: Any) -> None:
    autre = {**contenu, cle: valeur}
    assert (empreinte(autre) == empreinte(contenu)) == meme(autre, contenu)


@given(contenus)
def test_key_order_does_not_matter_and_nothing_is_lost(contenu: dict[str, Any]) -> None:
    assert empreinte(inverser(contenu)) == empreinte(contenu)
    assert json.loads(canonique(contenu)) == contenu
    assert len(empreinte(contenu)) == 64


def test_known_bytes_and_digest() -> None:
    contenu = {"schema": SCHEMA_FEUILLE, "titre": "Numérique 28 Ensemble", "axes": []}
    assert canonique(contenu) == '{"axes":[],"schema":1,"titre":"Numérique 28 Ensemble"}'.encode()
    assert empreinte({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


@pytest.mark.parametrize("valeur", [2**53, -(2**53), 10**26, float("nan"), float("inf"), "\ud800", object()])
def test_what_json_cannot_hold_exactly_is_refused(valeur: Any) -> None:
    with pytest.raises(RegleViolee) as refus:
        empreinte({"axes": [{"montant": valeur}]})
    assert refus.value.champ == "contenu"
