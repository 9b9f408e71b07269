"""How two copies are told to be the same text: what is true today, and no more."""

from __future__ import annotations

from exports.formats import date_longue
from exports.payloads import FeuilleDeRouteDoc

COMMENT_FAIRE = (
    "L’empreinte est celle du texte enregistré de cette version, non celle du fichier. L’application l’affiche avec la "
    "référence, et chaque exemplaire l’imprime sur cette page\u00a0: mêmes référence et empreinte, même texte\u202f; "
    "empreintes différentes, textes différents. La comparaison ne dit pas si un fichier a été retouché après son "
    "export\u00a0: en cas de doute, exporter de nouveau cette version et comparer les deux fichiers."
)


def reference(doc: FeuilleDeRouteDoc) -> str:
    """« 28-2024, version 1 », or the day of a project."""
    if doc.version is not None and not doc.projet:
        return f"{doc.reference}, version {doc.version}"
    return f"{doc.reference}, projet du {date_longue(doc.arrete_au)}"
