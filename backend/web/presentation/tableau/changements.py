"""What changed in the fiches since a day: the last acts, then every one, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from backend.queries.vues.actes import ActeDeFiche, ActesDeFiches
from backend.queries.vues.tableau import Repere
from backend.web.adresses import suivi as acces
from backend.web.contexts import Cadre, ChangementDepuis, ChangementsContexte, ChangementsSuivi, Lien
from backend.web.presentation.actes import phrase_de
from backend.web.presentation.tableau.faits import lien_de_fiche
from exports.formats import date_longue, majuscule, typographier
from exports.formats.agenda import date_proche, mois_annee

PAR_PAGE = 50


@dataclass(frozen=True, slots=True)
class Lu:
    """How the page is read: what its address asks, the reference day, the time zone of the governance."""

    depuis: str | None
    au: date
    fuseau: str


def depuis_quand(repere: Repere, au: date) -> str:
    """« depuis le COPIL du 28 janvier »."""
    quand = date_proche(repere.jour, au) if repere.exact else f"au plus tôt de {mois_annee(repere.jour)}"
    if repere.nom == "copil":
        return f"depuis le COPIL du {quand}" if repere.exact else f"depuis le dernier COPIL, {quand}"
    if repere.nom == "signature":
        return f"depuis la signature ou la présentation ({quand})"
    return f"depuis le {date_longue(repere.jour)}"


def changements_recents(feuille: UUID, repere: Repere, actes: ActesDeFiches, au: date, fuseau: str) -> ChangementsSuivi:
    """The last acts since the COPIL; creations are counted apart."""
    return ChangementsSuivi(
        titre=typographier(f"Ce qui a changé {depuis_quand(repere, au)}"),
        lignes=tuple(_ligne(a, fuseau) for a in actes.actes),
        total=actes.total,
        creations=actes.creations,
        href=acces.changements(feuille),
    )


def contexte_changements(
    cadre: Cadre, feuille: UUID, repere: Repere, connus: Sequence[Repere], actes: ActesDeFiches, page: int, lecture: Lu
) -> ChangementsContexte:
    """One page of every act since ``repere``; ``connus`` are the days one may also tell from."""

    def lien(n: int) -> str:
        return acces.changements(feuille, lecture.depuis, n)

    return ChangementsContexte(
        cadre=cadre,
        depuis=typographier(depuis_quand(repere, lecture.au)),
        lignes=tuple(_ligne(a, lecture.fuseau) for a in actes.actes),
        total=actes.total,
        premier=(page - 1) * PAR_PAGE + 1,
        precedente=lien(page - 1) if page > 1 else None,
        suivante=lien(page + 1) if page * PAR_PAGE < actes.total else None,
        reperes=tuple(
            Lien(libelle=majuscule(typographier(depuis_quand(r, lecture.au))), href=acces.changements(feuille, r.nom))
            for r in connus
            if r != repere
        ),
        action=acces.changements(feuille),
        retour=acces.suivi(feuille),
    )


def _ligne(acte: ActeDeFiche, fuseau: str) -> ChangementDepuis:
    return ChangementDepuis(
        le=acte.le.astimezone(ZoneInfo(fuseau)).date(), fiche=lien_de_fiche(acte.fiche), texte=phrase_de(acte)
    )
