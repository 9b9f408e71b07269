"""Meetings: read, written, moved along, created a year at a time."""

from __future__ import annotations

from litestar.handlers import HTTPRouteHandler

from backend.web.pages.reunions.annee import annuler_l_annee, creer_l_annee, preparer_l_annee
from backend.web.pages.reunions.etat import changer_l_etat, restaurer, supprimer
from backend.web.pages.reunions.formulaire import creer, enregistrer, modifier, nouvelle
from backend.web.pages.reunions.lecture import reunion, reunion_d_instance, reunion_sans_instance

REUNIONS: tuple[HTTPRouteHandler, ...] = (
    annuler_l_annee,
    changer_l_etat,
    creer,
    creer_l_annee,
    enregistrer,
    modifier,
    nouvelle,
    preparer_l_annee,
    restaurer,
    reunion,
    reunion_d_instance,
    reunion_sans_instance,
    supprimer,
)
