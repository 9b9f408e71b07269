"""Web addresses as links named by their text; only http and https open, anything else is printed and stays inert."""

from __future__ import annotations

from collections.abc import Iterable

from exports.docx.ooxml import Element, Modele, W, paragraphe, run, style_de_run, w
from exports.payloads import LienDoc

_CHAMP, _INSTRUCTION = f"{{{W}}}fldSimple", f"{{{W}}}instr"
_LIEN = Modele(
    w("p", w("pPr", w("pStyle", val="FNETexteFiche")), w("fldSimple", run(rpr=[style_de_run("Hyperlink")]), instr=""))
)
_INERTE = Modele(paragraphe("FNETexteFiche"))


def liens(adresses: Iterable[LienDoc]) -> list[Element]:
    """One paragraph per address."""
    return [_lien(a) for a in adresses]


def _lien(a: LienDoc) -> Element:
    if not a.url.lower().startswith(("https://", "http://")):
        return _INERTE.poser(f"{a.libelle} ({a.url})")
    paragraphe_ = _LIEN.poser(a.libelle)
    champ = next(paragraphe_.iter(_CHAMP))
    champ.set(_INSTRUCTION, f' HYPERLINK "{_sans_guillemet(a.url)}" ')
    return paragraphe_


def _sans_guillemet(url: str) -> str:
    """A quote or a backslash would end or escape the instruction of the field; a URL writes both in percent."""
    return url.replace("\\", "%5C").replace('"', "%22")
