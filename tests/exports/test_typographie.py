"""French typography of free text."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings, strategies as st

from exports.formats import FINE, INSECABLE as N, typographier


@pytest.mark.parametrize(
    ("brut", "texte"),
    [
        ("L'école: oui !", f"L’école{N}: oui{FINE}!"),
        ("Quoi? Rien; 19% et 12 €", f"Quoi{FINE}? Rien{FINE}; 19{FINE}% et 12{FINE}€"),
        ("«test» et « test »", f"«{FINE}test{FINE}» et «{FINE}test{FINE}»"),
        ("12 500 €, 1 234 567 k€", f"12{FINE}500{FINE}€, 1{FINE}234{FINE}567{FINE}k€"),
        ("le 4 novembre 2024 à 14 h 30", f"le 4{N}novembre{N}2024 à 14{N}h{N}30"),
        ("n°1 et n° 2", f"n°{N}1 et n°{N}2"),
        ("à 14:30, ratio 1:2", "à 14:30, ratio 1:2"),
        ("voir https://x.fr/a?b=1;c!d et a'b@c.fr", "voir https://x.fr/a?b=1;c!d et a'b@c.fr"),
        ("https://x.fr ?", f"https://x.fr{FINE}?"),
        ("AT&amp; B", "AT&amp; B"),
        ("en 2024 150 personnes", "en 2024 150 personnes"),
        ("tél. 02 37 20 50 60", "tél. 02 37 20 50 60"),
        ("quoi ?!", f"quoi{FINE}?!"),
        ("(sic!)", f"(sic{FINE}!)"),
        ("(?)", "(?)"),
        ("a\n! b", "a\n! b"),
        ("nul\x00 https://x.fr/?", "nul\x00 https://x.fr/?"),
    ],
)
def test_typography(brut: str, texte: str) -> None:
    assert typographier(brut) == texte


SIGNES = ["«", "»", " ", N, FINE, "\n", ";", "!", "?", ":", "%", "€", "'", "’", "(", ")", ".", ",", "@"]
MOTS = ["12", "500", "h", "mai", "2024", "n°", "mot", "é", "\x00", "https://x.fr/?a=b;c", "&eacute;"]
ECRITS = st.lists(st.sampled_from([*SIGNES, *MOTS]), max_size=25).map("".join)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(ECRITS)
@example("»;:")
def test_typography_is_stable_and_touches_only_spaces_and_apostrophes(brut: str) -> None:
    une_fois = typographier(brut)
    assert typographier(une_fois) == une_fois

    def lettres(texte: str) -> str:
        return re.sub(rf"[ {N}{FINE}]", "", texte).replace("'", "’")

    assert lettres(une_fois) == lettres(brut)
    assert une_fois.count("\n") == brut.count("\n")


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.sampled_from(["https://x.fr/a?b=c;d:e!%20", "mailto:a@b.fr?subject=x!", "prenom.nom@exemple.fr"]),
    ECRITS,
    ECRITS,
)
def test_addresses_are_never_touched(adresse: str, avant: str, apres: str) -> None:
    assert f" {adresse} " in typographier(f"{avant} mot {adresse} mot {apres}")
