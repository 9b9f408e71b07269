"""Free text of several lines as paragraphs and real bullets."""

from __future__ import annotations

from dataclasses import dataclass

from exports.docx.ooxml import Modele, Piece, paragraphe, w
from exports.sections.textes import paragraphes


@dataclass(frozen=True, slots=True)
class Corps:
    """The two paragraphs that free text is made of."""

    texte: Modele
    puce: Modele

    def pieces(self, texte: str | None) -> list[Piece]:
        """One piece per line that is not blank."""
        return [(self.puce if est_puce else self.texte).avec(ligne) for est_puce, ligne in paragraphes(texte)]


NORMAL = Modele(paragraphe("Normal"))
CHAPO = Modele(paragraphe("FNEChapo"))
SOURCE = Modele(paragraphe("FNESource"))
LEGENDE = Modele(paragraphe("Caption"))
COURANT = Corps(NORMAL, Modele(paragraphe("FNEPuce")))
EDITO = Corps(Modele(paragraphe("FNEEdito")), Modele(paragraphe("FNEPuce", ppr=[w("ind", right=1417)])))
FICHE = Corps(Modele(paragraphe("FNETexteFiche")), Modele(paragraphe("FNEPuceFiche")))
