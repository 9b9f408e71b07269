"""Who may see and do what: rights are named here, computed once per object, and nowhere else.

Identity, state and published versions of a governance are open to every account (to the public where it opted in).
Everything living (fiches, instances, meetings) is for those with a profile in the governance, a seat in the instance or
an invitation. Draft meetings are for those who may edit them. What may not be seen does not exist (``NonTrouve``).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import UUID

from fne_roadmaps.domain.enums import EtatReunion, Profil, Vocabulaire
from fne_roadmaps.domain.errors import Interdit, NonTrouve


class Droit(Vocabulaire):
    """A right, named by what it lets do."""

    LIRE = "lire", "lire l’identité, l’état et les versions publiées"
    SUIVRE = "suivre", "lire tout ce qui vit : fiches, instances, réunions"
    REDIGER = "rediger", "écrire la feuille de route, ses axes et ses fiches"
    REUNIR = "reunir", "tenir les instances, les réunions et les décisions"
    ARBITRER = "arbitrer", "instruire les fiches et suivre leur avancement"
    SIGNER = "signer", "présenter ou signer la feuille de route"
    ADMINISTRER = "administrer", "modifier la gouvernance et ses membres"


_TOUS = frozenset(Droit)
_DROITS_DU_PROFIL: Mapping[Profil, frozenset[Droit]] = {
    Profil.ADMINISTRATEUR: _TOUS,
    Profil.PORTEUR: _TOUS,
    Profil.REDACTEUR: frozenset({Droit.LIRE, Droit.SUIVRE, Droit.REDIGER, Droit.REUNIR, Droit.ARBITRER}),
    Profil.ANIMATEUR: frozenset({Droit.LIRE, Droit.SUIVRE, Droit.REUNIR}),
    Profil.CONTRIBUTEUR: frozenset({Droit.LIRE, Droit.SUIVRE}),
    Profil.LECTEUR: frozenset({Droit.LIRE, Droit.SUIVRE}),
}


@dataclass(frozen=True, slots=True)
class Acteur:
    """Who asks. ``profils`` by governance; ``sieges`` are instances, ``invitations`` meetings.

    ``systeme`` is the command line of the machine that holds the database. Without ``compte``, the public.
    """

    identifiant: str
    nom: str
    profils: Mapping[UUID, Profil] = field(default_factory=lambda: MappingProxyType({}))
    sieges: frozenset[UUID] = frozenset()
    invitations: frozenset[UUID] = frozenset()
    compte: bool = True
    systeme: bool = False

    def gouvernances(self, droit: Droit) -> frozenset[UUID]:
        """Governances where a profile gives ``droit`` (the system has every right without being listed)."""
        return frozenset(g for g, profil in self.profils.items() if droit in _DROITS_DU_PROFIL[profil])


SYSTEME = Acteur("systeme", "Ligne de commande", systeme=True)
COMPTE_SANS_PROFIL = Acteur("compte", "Compte sans profil ici")
PUBLIC = Acteur("public", "Public", compte=False)


def droits_sur_gouvernance(acteur: Acteur, gouvernance: UUID, *, publique: bool = False) -> frozenset[Droit]:
    """Rights on a governance and on what it writes (roadmaps, axes, fiches)."""
    if acteur.systeme:
        return _TOUS
    profil = acteur.profils.get(gouvernance)
    if profil is not None:
        return _DROITS_DU_PROFIL[profil]
    return frozenset({Droit.LIRE}) if acteur.compte or publique else frozenset()


def peut_ouvrir(acteur: Acteur, voisines: Collection[UUID]) -> bool:
    """May open a governance beside ``voisines``: those that govern its ground, or the ground that holds it."""
    return acteur.systeme or not acteur.gouvernances(Droit.ADMINISTRER).isdisjoint(voisines)


def droits_sur_instance(acteur: Acteur, gouvernance: UUID, instance: UUID | None) -> frozenset[Droit]:
    """Rights on a body of the comitology and what it decides: those of its governance, and following from a seat."""
    droits = droits_sur_gouvernance(acteur, gouvernance)
    return droits | {Droit.SUIVRE} if instance in acteur.sieges else droits


def droits_sur_reunion(
    acteur: Acteur, gouvernances: Collection[UUID], reunion: UUID, instance: UUID | None, etat: EtatReunion
) -> frozenset[Droit]:
    """Rights on a meeting; ``gouvernances`` starts with the one that numbers it, joint ones only let follow it."""
    principale, *associees = gouvernances
    droits = droits_sur_gouvernance(acteur, principale)
    if etat is EtatReunion.BROUILLON:
        return droits if Droit.REUNIR in droits else frozenset()
    suivie = (
        reunion in acteur.invitations
        or instance in acteur.sieges
        or any(Droit.SUIVRE in droits_sur_gouvernance(acteur, g) for g in associees)
    )
    return droits | {Droit.SUIVRE} if suivie else droits


def exiger(droits: frozenset[Droit], droit: Droit, quoi: str) -> None:
    """Raise NonTrouve when the object may not even be followed, Interdit when it is seen but not to be changed so."""
    if droit in droits:
        return
    if Droit.SUIVRE not in droits:
        raise NonTrouve(quoi)
    raise Interdit(f"{quoi} vous est accessible en lecture, mais il vous manque un droit : {droit.libelle}.")
