"""The zip of a document: fixed dates, order and level, so that the same parts give the same bytes on any day."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

NIVEAU = 6
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_DROITS = 0o644 << 16


def zipper(parties: Iterable[tuple[str, bytes]]) -> bytes:
    """Bytes of an archive holding these (name, content) in this order."""
    tampon = io.BytesIO()
    with zipfile.ZipFile(tampon, "w", zipfile.ZIP_DEFLATED, compresslevel=NIVEAU) as archive:
        for nom, contenu in parties:
            entree = zipfile.ZipInfo(nom, _DATE)
            entree.create_system = _UNIX
            entree.external_attr = _DROITS
            entree.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entree, contenu, compresslevel=NIVEAU)
    return tampon.getvalue()
