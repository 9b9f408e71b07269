"""Entering, one's account, the accounts of a governance, and handing a post over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from backend.web.contexts.appels import LienACopier
from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.formulaire import Formulaire
from fne_roadmaps.domain.enums import Profil, UsageAcces


@dataclass(frozen=True, slots=True, kw_only=True)
class SaisieGardee:
    """What was posted when the session had ended: where it was going, and every field but passwords."""

    adresse: str
    champs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnexionContexte:
    """The form one enters with; ``oublie`` is where to ask for a new password.

    ``requis``: the page that was asked for needs an account. ``gardee`` is what the form carries until one is in.
    ``essai`` is the password of every account of a demonstration.
    """

    cadre: Cadre
    formulaire: Formulaire
    oublie: str
    requis: bool = False
    gardee: SaisieGardee | None = None
    essai: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaisieGardeeContexte:
    """Once in: what was typed before, to be sent where it was going. ``textes`` are those worth reading again."""

    cadre: Cadre
    gardee: SaisieGardee
    textes: tuple[str, ...]
    abandonner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccesMortContexte:
    """A personal link that opens nothing, and why when it did once."""

    cadre: Cadre
    explication: str
    connexion: str
    oublie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OublieContexte:
    """Asking for a new password; ``envoye`` says the same whether the address is known or not."""

    cadre: Cadre
    formulaire: Formulaire
    envoye: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AccesContexte:
    """Choosing a password from a personal link."""

    cadre: Cadre
    usage: UsageAcces
    nom: str
    courriel: str
    formulaire: Formulaire


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLigne:
    """An open session; ``fermer`` is empty for the one in hand."""

    appareil: str
    ouverte_le: datetime
    vue_le: datetime
    fermer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfilLigne:
    """A profile in a governance."""

    gouvernance: Lien
    profil: Profil


@dataclass(frozen=True, slots=True, kw_only=True)
class CompteContexte:
    """One's own account."""

    cadre: Cadre
    nom: str
    courriel: str | None
    structure: str | None
    fonction: str | None
    profils: tuple[ProfilLigne, ...]
    sessions: tuple[SessionLigne, ...]
    fermer_les_autres: str | None
    deconnexion: str
    formulaire: Formulaire


@dataclass(frozen=True, slots=True, kw_only=True)
class CompteLigne:
    """An account of a governance. ``inviter`` is set while it was never opened; ``moi`` for the reader's own."""

    nom: str
    courriel: str | None
    structure: str | None
    fonction: str | None
    profil: Profil
    ouvert: bool
    moi: bool
    changer: str
    retirer: str
    inviter: str | None
    passer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PosteLigne:
    """A post that can be handed over, and who serves it by an account."""

    structure: str
    fonction: str
    compte: str | None
    passer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComptesContexte:
    """The accounts of a governance. ``lien`` is an invitation just made, shown once to be copied."""

    cadre: Cadre
    comptes: tuple[CompteLigne, ...]
    postes: tuple[PosteLigne, ...]
    profils: tuple[tuple[str, str], ...]
    choix_structures: tuple[tuple[str, str], ...]
    choix_postes: tuple[tuple[str, str], ...]
    formulaire: Formulaire
    courriels: str
    lien: LienACopier | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassationFaiteLigne:
    """The last handing over: ``le`` its day. ``annuler`` is where it is undone, None once it is too late.

    ``lien`` is the invitation, shown once. ``sortie``: it was one’s own post, the session is over.
    """

    le: date
    vacant: bool
    annuler: str | None
    lien: LienACopier | None = None
    sortie: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PassationContexte:
    """A post to hand over, and what goes with it. ``faite`` is the last time, ``fraiche`` when it has just been done.

    ``mien``: it is the reader’s own post.
    """

    cadre: Cadre
    poste: str
    structure: str
    part: str | None
    profils: tuple[str, ...]
    sieges: tuple[Lien, ...]
    fiches: tuple[Lien, ...]
    demandes: tuple[str, ...]
    formulaire: Formulaire
    mien: bool
    faite: PassationFaiteLigne | None = None
    fraiche: bool = False
