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

from fne_roadmaps.domain.enums import EtatDemande, EtatDepot, EtatReunion, Instruction, Profil, Vocabulaire
from fne_roadmaps.domain.errors import Interdit, NonTrouve


class Droit(Vocabulaire):
    """A right, named by what it lets do."""

    LIRE = "lire", "lire l’identité, l’état et les versions publiées"
    SUIVRE = "suivre", "lire tout ce qui vit : fiches, instances, réunions"
    PROPOSER = "proposer", "proposer une fiche"
    RENSEIGNER = "renseigner", "donner des nouvelles d’une fiche : avancement, jalons, mesures"
    REDIGER = "rediger", "écrire la feuille de route, ses axes et ses fiches"
    REUNIR = "reunir", "tenir les instances, les réunions et les décisions"
    ARBITRER = "arbitrer", "instruire les fiches, les numéroter, les ranger"
    SIGNER = "signer", "présenter ou signer la feuille de route"
    ADMINISTRER = "administrer", "modifier la gouvernance, ses membres et ses comptes"


_TOUS = frozenset(Droit)
_SUIVI = frozenset({Droit.LIRE, Droit.SUIVRE})
_DROITS_DU_PROFIL: Mapping[Profil, frozenset[Droit]] = {
    # Keeping accounts and settings commits nobody: an administrator does not sign.
    Profil.ADMINISTRATEUR: _TOUS - {Droit.SIGNER},
    Profil.PORTEUR: _TOUS,
    Profil.REDACTEUR: _TOUS - {Droit.SIGNER, Droit.ADMINISTRER},
    Profil.ANIMATEUR: _SUIVI | {Droit.PROPOSER, Droit.REUNIR},
    Profil.CONTRIBUTEUR: _SUIVI | {Droit.PROPOSER},
    Profil.LECTEUR: _SUIVI,
}
_DROITS_DE_FICHE = _SUIVI | {Droit.RENSEIGNER, Droit.REDIGER, Droit.ARBITRER}
_ECRITURES_DE_FICHE = _DROITS_DE_FICHE - _SUIVI
_REPRISES = frozenset({Instruction.BROUILLON, Instruction.PROPOSEE})
CHAMPS_DE_SUIVI = frozenset(
    {"meteo", "progression_declaree", "difficultes", "prochaine_etape", "nouvelles_le", "jalons", "indicateurs", "fin"}
)
"""Fields of a fiche that giving news of it changes."""


def droits_du_profil(profil: Profil) -> frozenset[Droit]:
    """What a profile lets do in its governance."""
    return _DROITS_DU_PROFIL[profil]


def profil_le_plus_large(actuel: Profil | None, voulu: Profil) -> Profil:
    """Of two profiles in one governance, the one that lets do more: nobody loses rights by arriving."""
    if actuel is not None and _DROITS_DU_PROFIL[actuel] >= _DROITS_DU_PROFIL[voulu]:
        return actuel
    return voulu


@dataclass(frozen=True, slots=True)
class Acteur:
    """Who asks. ``profils`` by governance; ``sieges`` are instances, ``invitations`` meetings.

    ``cle`` is the account, ``structure`` the organisation it serves. ``liens`` are the deposits and requests for news a
    personal link opens. ``systeme`` is the command line of the machine that holds the database. Without ``compte``, the
    public.
    """

    identifiant: str
    nom: str
    profils: Mapping[UUID, Profil] = field(default_factory=lambda: MappingProxyType({}))
    sieges: frozenset[UUID] = frozenset()
    invitations: frozenset[UUID] = frozenset()
    cle: UUID | None = None
    structure: UUID | None = None
    liens: frozenset[UUID] = frozenset()
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


@dataclass(frozen=True, slots=True)
class FicheTenue:
    """What the rights on a fiche depend on: its state, and the structures that pilot it, or propose and help write."""

    instruction: Instruction
    feuille_close: bool = False
    pilotes: frozenset[UUID] = frozenset()
    auteurs: frozenset[UUID] = frozenset()


def droits_sur_fiche(acteur: Acteur, gouvernance: UUID, fiche: FicheTenue) -> frozenset[Droit]:
    """Rights on a fiche: those of the governance, and those of a structure on what it pilots or proposed.

    A structure that may propose gives news of what it pilots, and rewrites what it proposed (or helps write) until the
    arbitration begins. A fiche set aside or merged is only arbitrated again; the fiches of a closed roadmap are only
    read.
    """
    droits = droits_sur_gouvernance(acteur, gouvernance)
    if Droit.PROPOSER in droits and acteur.structure in fiche.pilotes:
        droits |= {Droit.RENSEIGNER}
    if Droit.PROPOSER in droits and acteur.structure in fiche.auteurs and fiche.instruction in _REPRISES:
        droits |= {Droit.REDIGER}
    droits &= _DROITS_DE_FICHE
    if fiche.feuille_close:
        return droits - _ECRITURES_DE_FICHE
    if fiche.instruction in {Instruction.ECARTEE, Instruction.FUSIONNEE}:
        droits -= {Droit.REDIGER, Droit.RENSEIGNER}
    return droits


def droits_sur_nouvelle(
    acteur: Acteur, sur_la_fiche: frozenset[Droit], donnee_par: str | None, structure: UUID | None
) -> frozenset[Droit]:
    """Rights on news, from those on their fiche: correcting them (RENSEIGNER), taking them back (REDIGER).

    They are corrected by the organisation that signed them (by the account that gave them when none did), while it may
    give news: nobody else rewrites its words. Whoever writes the fiche may take them back.
    """
    siennes = structure == acteur.structure if structure else donnee_par == acteur.identifiant
    droits = sur_la_fiche & (_SUIVI | {Droit.REDIGER})
    if Droit.RENSEIGNER in sur_la_fiche and (siennes or acteur.systeme):
        droits |= {Droit.RENSEIGNER, Droit.REDIGER}
    return droits


def droit_d_ecrire(droits: frozenset[Droit], champs: Collection[str]) -> Droit:
    """The right that changing these fields of a fiche asks of somebody who has ``droits`` on it."""
    suivi = Droit.REDIGER not in droits and CHAMPS_DE_SUIVI.issuperset(champs)
    return Droit.RENSEIGNER if suivi else Droit.REDIGER


@dataclass(frozen=True, slots=True)
class DepotTenu:
    """What the rights on a deposit depend on: its key, its state, and the structure named to help write it."""

    cle: UUID
    etat: EtatDepot
    aide: UUID | None = None


def droits_sur_depot(acteur: Acteur, gouvernance: UUID, depot: DepotTenu) -> frozenset[Droit]:
    """Rights on a deposit: all of them by its personal link, writing for who was named to help, reading once submitted.

    An unfinished deposit is its author's: those who write the roadmap know that it exists, and no more.
    """
    ici = droits_sur_gouvernance(acteur, gouvernance)
    if acteur.systeme or depot.cle in acteur.liens:
        droits = frozenset({Droit.SUIVRE, Droit.REDIGER, Droit.PROPOSER})
    elif Droit.PROPOSER in ici and depot.aide is not None and acteur.structure == depot.aide:
        droits = frozenset({Droit.SUIVRE, Droit.REDIGER})
    else:
        lisible = Droit.REDIGER in ici and depot.etat is EtatDepot.SOUMIS
        droits = frozenset({Droit.SUIVRE}) if lisible else frozenset()
    return droits if depot.etat is EtatDepot.EN_COURS else droits - {Droit.REDIGER}


def droits_sur_demande(acteur: Acteur, demande: UUID, etat: EtatDemande) -> frozenset[Droit]:
    """Rights a personal link gives on a request for news: reading it, and answering while it waits."""
    if demande not in acteur.liens:
        return frozenset()
    return frozenset({Droit.SUIVRE, Droit.RENSEIGNER} if etat is EtatDemande.ENVOYEE else {Droit.SUIVRE})


def peut_demander_des_nouvelles(acteur: Acteur, gouvernance: UUID, fiche: FicheTenue) -> bool:
    """May ask for news of a retained fiche: who writes it, and who animates here and helped to write it."""
    if fiche.instruction is not Instruction.RETENUE or fiche.feuille_close:
        return False
    if Droit.REDIGER in droits_sur_fiche(acteur, gouvernance, fiche):
        return True
    anime = Droit.REUNIR in droits_sur_gouvernance(acteur, gouvernance)
    return anime and acteur.structure in fiche.auteurs


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


def peut_tenir_le_suivi(acteur: Acteur, droits: frozenset[Droit], responsable: UUID | None) -> bool:
    """May say where a decision stands: who holds the instance, and the structure in charge where it contributes."""
    sienne = Droit.SUIVRE in droits and Droit.PROPOSER in droits and acteur.structure is not None
    return Droit.REUNIR in droits or (sienne and responsable == acteur.structure)


def peut_amender(acteur: Acteur, droits: frozenset[Droit], *, present: bool) -> bool:
    """May ask for a change in circulated minutes: who holds the meeting, an account whose organisation was there."""
    return Droit.SUIVRE in droits and acteur.compte and (present or Droit.REUNIR in droits)


def peut_dire_un_role(acteur: Acteur, droits: frozenset[Droit], structure: UUID) -> bool:
    """May say what a structure did at a meeting: who holds it, and that structure itself where it contributes."""
    sien = Droit.SUIVRE in droits and Droit.PROPOSER in droits and structure == acteur.structure
    return Droit.REUNIR in droits or sien


def exiger(droits: frozenset[Droit], droit: Droit, quoi: str) -> None:
    """Raise NonTrouve when the object may not even be followed, Interdit when it is seen but not to be changed so."""
    if droit in droits:
        return
    if Droit.SUIVRE not in droits:
        raise NonTrouve(quoi)
    raise Interdit(f"{quoi} vous est accessible en lecture, mais il vous manque un droit : {droit.libelle}.")
