"""A governance body: its page, and those where it is opened, changed, composed, closed and written to."""

from __future__ import annotations

from litestar.handlers import HTTPRouteHandler

from backend.web.pages.instances.adresses import adresses_csv, adresses_d_instance
from backend.web.pages.instances.cadence import (
    ajouter_une_cadence,
    enregistrer_la_cadence,
    modifier_la_cadence,
    nouvelle_cadence,
    retablir_une_cadence,
    retirer_une_cadence,
)
from backend.web.pages.instances.composition import composition, ranger_la_composition, retablir_un_siege
from backend.web.pages.instances.fermeture import fermer, fermer_une_instance, rouvrir_une_instance
from backend.web.pages.instances.formulaire import (
    enregistrer_l_instance,
    modifier_une_instance,
    nouvelle_instance,
    ouvrir_l_instance,
)
from backend.web.pages.instances.lecture import instance, instance_par_code
from backend.web.pages.instances.roles import enregistrer_les_roles, roles
from backend.web.pages.instances.siege import (
    ajouter_un_siege,
    enregistrer_le_siege,
    modifier_le_siege,
    nouveau_siege,
)

INSTANCES: tuple[HTTPRouteHandler, ...] = (
    adresses_csv,
    adresses_d_instance,
    ajouter_un_siege,
    ajouter_une_cadence,
    composition,
    enregistrer_l_instance,
    enregistrer_la_cadence,
    enregistrer_le_siege,
    enregistrer_les_roles,
    fermer,
    fermer_une_instance,
    instance,
    instance_par_code,
    modifier_la_cadence,
    modifier_le_siege,
    modifier_une_instance,
    nouveau_siege,
    nouvelle_cadence,
    nouvelle_instance,
    ouvrir_l_instance,
    ranger_la_composition,
    retablir_un_siege,
    retablir_une_cadence,
    retirer_une_cadence,
    roles,
    rouvrir_une_instance,
)
