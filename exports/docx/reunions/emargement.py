"""The attendance sheet: one row to sign for each seat, by college, guests last, then free rows."""

from __future__ import annotations

from collections.abc import Iterator

from exports.docx.ooxml import Bloc
from exports.docx.reunions.page import Fichier, bande, ecrire, titre
from exports.docx.reunions.presences import feuille_a_signer
from exports.docx.textes import SOURCE
from exports.docx.titres import ANCRE_REUNIONS, Signets
from exports.payloads import EmargementDoc
from exports.sections.reunions import identite
from exports.sections.reunions.presences import LISTE_A_SIGNER as NOM, PHRASE_EMARGEMENT
from exports.sections.textes import preparer


def rendre_emargement(doc: EmargementDoc) -> bytes:
    """The DOCX of the sheet to print and sign."""
    pret = preparer(doc)
    r = pret.reunion
    fichier = Fichier(
        identite.titre_de_fichier(NOM, identite.titre(r), exemple=r.exemple),
        identite.titre_courant(r),
        identite.pied_de(r, "feuille d’émargement", pret.conservation),
    )
    return ecrire(r, fichier, _blocs(pret))


def _blocs(doc: EmargementDoc) -> Iterator[Bloc]:
    r = doc.reunion
    yield from titre(NOM, identite.titre(r), Signets(), ANCRE_REUNIONS)
    yield from bande(identite.a_signer_ou(r), "Circonstances")
    yield feuille_a_signer(doc)
    yield SOURCE.avec(PHRASE_EMARGEMENT)
