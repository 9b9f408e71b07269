"""A mail written out: object, plain text and HTML, its personal link signed at that moment and stored nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from backend.queries.courriels import donnees_de, generation_de
from backend.queries.invitations import USAGE as INVITATION
from backend.queries.lecture import Ligne
from backend.web.adresses import comptes, contributions, invitations
from backend.web.gabarits import environment
from exports.formats import date_sans_preposition, typographier
from fne_roadmaps.domain.dates import lire_date
from fne_roadmaps.domain.enums import ModeleCourriel, UsageAcces
from fne_roadmaps.domain.jetons import creer_jeton


@dataclass(frozen=True, slots=True)
class Message:
    """A mail ready to leave, or to be looked at. ``corps`` is what ``html`` holds between its body tags."""

    objet: str
    texte: str
    html: str
    corps: str
    lien: str


_LIENS: dict[ModeleCourriel, tuple[str, Callable[[str], str]]] = {
    ModeleCourriel.INVITATION: (UsageAcces.INVITATION.value, comptes.acces),
    ModeleCourriel.REINITIALISATION: (UsageAcces.REINITIALISATION.value, comptes.acces),
    ModeleCourriel.DEPOT: ("depot", contributions.depot),
    ModeleCourriel.NOUVELLES: ("nouvelles", contributions.nouvelles),
    ModeleCourriel.CONVOCATION: (INVITATION, invitations.publique),
}
_ACTES = {"convier": "Invitation", "changer": "Changement", "annuler": "Annulation"}
_OBJETS = {
    ModeleCourriel.INVITATION: "Votre invitation à suivre la feuille de route",
    ModeleCourriel.REINITIALISATION: "Choisir un nouveau mot de passe",
    ModeleCourriel.DEPOT: "Votre lien pour reprendre votre fiche action",
    ModeleCourriel.NOUVELLES: "Des nouvelles de votre action, s’il vous plaît",
}


async def rediger(courriel: Ligne, base_url: str, secret: str) -> Message:
    """The mail, with its link as an absolute address under ``base_url``. One statement at most."""
    modele = ModeleCourriel(courriel["modele"])
    usage, adresse = _LIENS[modele]
    jeton = creer_jeton(secret, usage, courriel["objet_lie"], await generation_de(courriel))
    lien = f"{base_url.rstrip('/')}{adresse(jeton)}"
    lues = _Donnees(_lisibles(donnees_de(courriel)))
    objet = typographier(_objet(modele, lues))
    donnees = {"objet": objet, "lien": lien, "d": lues}
    corps = _rendre(f"courriels/{modele.value}.html", donnees).strip()
    return Message(
        objet=objet,
        texte=typographier(_rendre(f"courriels/{modele.value}.txt", donnees)).strip() + "\n",
        html=_rendre("courriels/base.html", {**donnees, "corps": Markup(corps)}),  # noqa: S704 - rendered, escaped
        corps=corps,
        lien=lien,
    )


def _objet(modele: ModeleCourriel, donnees: dict[str, Any]) -> str:
    """An invitation names the meeting and its day: one looks for it among others."""
    if modele is not ModeleCourriel.CONVOCATION:
        return _OBJETS[modele]
    quand = f", {date_sans_preposition(donnees['quand'])}" if donnees["quand"] else ""
    return f"{_ACTES[donnees['acte']]} : {donnees['titre'][:100]}{quand}"


def _lisibles(donnees: dict[str, Any]) -> dict[str, Any]:
    """What models read. Texts people typed are each on one line: none of them can pass for a paragraph of the mail.

    A free ``message`` keeps its lines, which models quote one by one. ``echeance`` is a day, ``quand`` the date of a
    meeting.
    """
    lus = {nom: _sur_une_ligne(valeur) if isinstance(valeur, str) else valeur for nom, valeur in donnees.items()}
    if donnees.get("message"):
        lus["message"] = [ligne for brute in donnees["message"].splitlines() if (ligne := _sur_une_ligne(brute))]
    if donnees.get("echeance"):
        lus["echeance"] = date.fromisoformat(donnees["echeance"])
    if donnees.get("quand"):
        lus["quand"] = lire_date(donnees["quand"])
    return lus


def _sur_une_ligne(texte: str) -> str:
    return " ".join(texte.split())


def _rendre(gabarit: str, donnees: dict[str, Any]) -> str:
    return environment().get_template(gabarit).render(**donnees)


class _Donnees(dict[str, Any]):
    """What feeds a model; a text that was not given is nothing, and its sentence is left out."""

    def __missing__(self, cle: str) -> None:
        return None
