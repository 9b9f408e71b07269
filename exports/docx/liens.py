"""Web addresses as links named by their text; only http and https open, anything else is printed and stays inert."""

from __future__ import annotations

from exports.docx.ooxml import VARIABLE, Modele, Piece, paragraphe, run, style_de_run, w
from exports.payloads import LienDoc

_LIEN = Modele(paragraphe("FNETexteFiche", w("fldSimple", run(rpr=[style_de_run("Hyperlink")]), instr=VARIABLE)))
_INERTE = Modele(paragraphe("FNETexteFiche"))


def lien(a: LienDoc) -> Piece:
    """One paragraph for one address."""
    if not a.url.lower().startswith(("https://", "http://")):
        return _INERTE.avec(f"{a.libelle} ({a.url})")
    return _LIEN.avec(f' HYPERLINK "{_sans_guillemet(a.url)}" ', a.libelle)


def _sans_guillemet(url: str) -> str:
    """A quote or a backslash would end or escape the instruction of the field; an address writes both in percent."""
    return url.replace("\\", "%5C").replace('"', "%22")
