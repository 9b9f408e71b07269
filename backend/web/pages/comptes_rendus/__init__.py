"""The minutes of meetings: read, moved along, amended, and their documents."""

from __future__ import annotations

from litestar.handlers import HTTPRouteHandler

from backend.web.pages.comptes_rendus.actes import (
    approuver,
    corriger,
    diffuser,
    ouvrir,
    publier,
    rediger,
    reprendre,
)
from backend.web.pages.comptes_rendus.amendements import demander, repondre, retirer
from backend.web.pages.comptes_rendus.annee import comptes_rendus_de_l_annee
from backend.web.pages.comptes_rendus.documents import (
    compilation,
    compilation_de_gouvernance,
    compte_rendu_docx,
    releve_docx,
)
from backend.web.pages.comptes_rendus.lecture import compte_rendu

COMPTES_RENDUS: tuple[HTTPRouteHandler, ...] = (
    approuver,
    compilation,
    compilation_de_gouvernance,
    compte_rendu,
    compte_rendu_docx,
    comptes_rendus_de_l_annee,
    corriger,
    demander,
    diffuser,
    ouvrir,
    publier,
    rediger,
    releve_docx,
    repondre,
    reprendre,
    retirer,
)
