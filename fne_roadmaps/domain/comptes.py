"""Entering: addresses, passwords, how long a session and a link live, and how wrong passwords slow down."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from fne_roadmaps.domain.enums import Profil, UsageAcces
from fne_roadmaps.domain.errors import RegleViolee

INACTIVITE = timedelta(hours=12)
"""A session nobody used for that long is over."""
DUREE_MAX = timedelta(days=30)
"""A session is over after that long, however used."""
RAFRAICHISSEMENT = timedelta(minutes=5)
"""The last use of a session is written at most that often."""
VALIDITE = {UsageAcces.INVITATION: timedelta(days=14), UsageAcces.REINITIALISATION: timedelta(hours=2)}
"""How long a personal link to an account works."""

ESSAIS_LIBRES = 5
MOT_DE_PASSE_MIN, MOT_DE_PASSE_MAX = 12, 200
NOM_RECONNU = 5
"""A shorter name of an address is found in any sentence: only the whole address is refused then."""
COURRIEL_MAX = 254
_COURRIEL = re.compile(r"[^\s@<>\"'(),:;\[\]\\]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_TENEURS = frozenset({Profil.ADMINISTRATEUR, Profil.PORTEUR})


def courriel(texte: str, champ: str = "courriel") -> str:
    """The address in lower case, as it is compared. Raises RegleViolee: what is not one never reaches a header."""
    propre = texte.strip().lower()
    if len(propre) > COURRIEL_MAX or not propre.isprintable() or not _COURRIEL.fullmatch(propre):
        raise RegleViolee(champ, f"« {texte.strip()[:60]} » n’est pas une adresse de courriel.")
    return propre


def octets_du_mot_de_passe(mot_de_passe: str) -> bytes:
    """What is digested: the same text whatever keyboard composed its accents, cut just past what is allowed."""
    return unicodedata.normalize("NFC", mot_de_passe[: MOT_DE_PASSE_MAX + 1]).encode("utf-8", "replace")


def verifier_mot_de_passe(mot_de_passe: str, adresse: str | None, champ: str = "mot_de_passe") -> None:
    """Long enough to resist, short enough to be computed, and not the address. Raises RegleViolee."""
    if len(mot_de_passe) < MOT_DE_PASSE_MIN:
        raise RegleViolee(champ, f"Il faut au moins {MOT_DE_PASSE_MIN} caractères : une phrase convient très bien.")
    if len(mot_de_passe) > MOT_DE_PASSE_MAX:
        raise RegleViolee(champ, f"Ce mot de passe est trop long : {MOT_DE_PASSE_MAX} caractères au plus.")
    nom = (adresse or "").partition("@")[0]
    tape = mot_de_passe.lower()
    if adresse and (adresse in tape or (len(nom) >= NOM_RECONNU and nom in tape)):
        raise RegleViolee(champ, "Le mot de passe ne doit pas contenir votre adresse.")
    if len(set(mot_de_passe)) < 5:
        raise RegleViolee(champ, "Ce mot de passe répète les mêmes caractères : choisissez-en un autre.")


def attente(echecs: int) -> timedelta:
    """How long no password is tried after so many wrong ones in a row: nothing, then 1, 2, 4… minutes, at most 60."""
    if echecs < ESSAIS_LIBRES:
        return timedelta(0)
    return timedelta(minutes=min(60, 2 ** min(echecs - ESSAIS_LIBRES, 6)))


@dataclass(frozen=True, slots=True)
class SessionTenue:
    """The instants of a session, in UTC."""

    vue_le: datetime
    expire_le: datetime
    fermee_le: datetime | None = None

    def ouverte(self, instant: datetime) -> bool:
        """Neither closed nor expired nor left unused too long."""
        return self.fermee_le is None and instant < self.expire_le and instant - self.vue_le < INACTIVITE

    def a_rafraichir(self, instant: datetime) -> bool:
        """Its last use is old enough to be written again."""
        return instant - self.vue_le >= RAFRAICHISSEMENT


def appareil(agent: str) -> str:
    """« Firefox sur Windows » from a User-Agent: enough to recognise one's own session, nothing more is kept."""
    navigateur = next((nom for cle, nom in _NAVIGATEURS if cle in agent), "Navigateur")
    systeme = next((nom for cle, nom in _SYSTEMES if cle in agent), None)
    return f"{navigateur} sur {systeme}" if systeme else navigateur


_NAVIGATEURS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMES = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


def verifier_dernier_teneur(actuel: Profil, nouveau: Profil | None, autres: Collection[Profil]) -> None:
    """A governance keeps somebody who can manage its accounts.

    ``autres`` are the other profiles in force of accounts already opened. Raises RegleViolee.
    """
    if actuel not in _TENEURS or nouveau in _TENEURS or not _TENEURS.isdisjoint(autres):
        return
    raise RegleViolee(
        "profil",
        "C’est le dernier compte ouvert qui administre cette gouvernance : donnez d’abord ce profil à un autre.",
    )
