"""Invitations: the page of who holds the meeting, and the one each person answers on."""

from __future__ import annotations

from litestar.handlers import HTTPRouteHandler

from backend.web.pages.invitations.gestion import (
    ajouter_des_invites,
    ajouter_les_sieges,
    envoyer,
    invitations,
    repondre,
    retablir,
    retirer,
)
from backend.web.pages.invitations.publique import invitation_par_lien, repondre_par_lien

INVITATIONS: tuple[HTTPRouteHandler, ...] = (
    ajouter_des_invites,
    ajouter_les_sieges,
    envoyer,
    invitation_par_lien,
    invitations,
    repondre,
    repondre_par_lien,
    retablir,
    retirer,
)
