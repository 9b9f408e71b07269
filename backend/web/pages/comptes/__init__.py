"""Entering, one's account, the accounts of a governance, and handing a post over."""

from __future__ import annotations

from litestar.handlers import HTTPRouteHandler

from backend.web.pages.comptes.connexion import (
    acces,
    connexion,
    deconnexion,
    demander_un_mot_de_passe,
    entrer,
    mot_de_passe_oublie,
    utiliser,
)
from backend.web.pages.comptes.gestion import changer, comptes, inviter_quelqu_un, reinviter, retirer
from backend.web.pages.comptes.mien import changer_le_mien, compte, fermer_autres, fermer_une
from backend.web.pages.comptes.passation import annuler, passation, passer, reprendre

COMPTES: tuple[HTTPRouteHandler, ...] = (
    acces,
    annuler,
    changer,
    changer_le_mien,
    compte,
    comptes,
    connexion,
    deconnexion,
    demander_un_mot_de_passe,
    entrer,
    fermer_autres,
    fermer_une,
    inviter_quelqu_un,
    mot_de_passe_oublie,
    passation,
    passer,
    reinviter,
    reprendre,
    retirer,
    utiliser,
)
