"""French typography of free text: spaces and apostrophes; letters stay, a second run changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from exports.formats.mots import FINE, INSECABLE
from fne_roadmaps.domain.dates import MOIS

_E = r"[ \u00a0\u202f]"  # the spaces rewritten; tabs and line ends stay
_TENU = "\x00"  # stands for what is never touched: addresses, e-mails, entities (and itself)
_INTOUCHABLE = re.compile(
    r"(?:(?:https?|ftp|webcal)://|mailto:|www\.)[^\s«»<>\"]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|&#?\w+;|\x00"
)
_CHIFFRES = frozenset("0123456789")


def _espaces(signe: str) -> Callable[[re.Match[str]], str]:
    return lambda trouve: re.sub(_E, signe, trouve[0])


@dataclass(frozen=True, slots=True)
class _Regle:
    """A pattern, tried only on texts that hold one of ``indices`` (most texts need few of them)."""

    indices: frozenset[str]
    motif: re.Pattern[str]
    par: str | Callable[[re.Match[str]], str]


_REGLES = (
    _Regle(frozenset("'"), re.compile(r"(?<=[^\W\d_])'(?=[\w«])"), "’"),
    _Regle(frozenset("«"), re.compile(rf"«{_E}*"), f"«{FINE}"),
    _Regle(frozenset("»"), re.compile(rf"{_E}*»"), f"{FINE}»"),
    _Regle(frozenset(";!?"), re.compile(rf"(?<=[^\s(\[;!?:]){_E}*([;!?]+)(?=\s|$|[)\]’.,])"), rf"{FINE}\1"),
    _Regle(frozenset(":"), re.compile(rf"(?<=[^\s(\[;!?:]){_E}*:(?=\s|$)"), f"{INSECABLE}:"),
    _Regle(frozenset("%"), re.compile(rf"(?<=[0-9]){_E}*%(?!\w)"), f"{FINE}%"),
    _Regle(frozenset("€"), re.compile(rf"(?<=[0-9]){_E}*([kM]?€)"), rf"{FINE}\1"),
    _Regle(
        _CHIFFRES,
        re.compile(rf"(?<![\w,.])[0-9]{{1,3}}(?:{_E}[0-9]{{3}})+(?!\w|{_E}[0-9])"),
        _espaces(FINE),
    ),
    _Regle(
        _CHIFFRES,
        re.compile(rf"\b(?:[0-9]{{1,2}}|1er){_E}(?:{'|'.join(MOIS)})\b(?:{_E}[0-9]{{4}}\b)?"),
        _espaces(INSECABLE),
    ),
    _Regle(_CHIFFRES, re.compile(rf"(?<=[0-9]){_E}h(?:{_E}[0-9]{{2}})?(?!\w)"), _espaces(INSECABLE)),
    _Regle(frozenset("°"), re.compile(rf"(?<=[nN]°){_E}*(?=[0-9])"), INSECABLE),
)


def typographier(texte: str) -> str:
    """U+202F before ; ! ? % €, inside « » and 12 500; U+00A0 before « : » and in dates; ’ for '."""
    tenus: list[str] = []
    if any(indice in texte for indice in ("@", "//", "www.", "mailto:", "&", _TENU)):
        tenus = _INTOUCHABLE.findall(texte)
        texte = _INTOUCHABLE.sub(_TENU, texte)
    signes = set(texte)
    for regle in _REGLES:
        if not regle.indices.isdisjoint(signes):
            texte = regle.motif.sub(regle.par, texte)
    if not tenus:
        return texte
    restants = iter(tenus)
    return re.sub(_TENU, lambda _: next(restants), texte)
