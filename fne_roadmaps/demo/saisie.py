"""Makers that only arrange demonstration data: acts, and the instant each was entered.

An act is (name of the service act, fields of its command). References are readable codes.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

Donnee = dict[str, Any]
Acte = tuple[str, Donnee]
ActeDate = tuple[str, Donnee, datetime]


def saisis(debut: str, actes: Iterable[Acte], secondes: int = 60) -> tuple[ActeDate, ...]:
    """The acts entered one after the other from ``debut`` (« 2025-05-12 07:00 », UTC), ``secondes`` apart."""
    depart = datetime.fromisoformat(debut).replace(tzinfo=UTC)
    return tuple((nom, donnee, depart + timedelta(seconds=secondes * rang)) for rang, (nom, donnee) in enumerate(actes))


def actes(nom: str, donnees: Iterable[Donnee]) -> tuple[Acte, ...]:
    """The same act for each datum."""
    return tuple((nom, donnee) for donnee in donnees)


def acteurs(role: str, codes: Iterable[str]) -> tuple[Donnee, ...]:
    """Actors of a fiche in one role: ``structure/poste`` names a post, ``structure`` no post."""
    return tuple(
        {"role": role, "structure": code.split("/")[0], "poste": code if "/" in code else None} for code in codes
    )


def suivi(
    avancement: str, debut: str | Donnee | None, fin: str | Donnee | None, nouvelles_le: str | None = None
) -> Donnee:
    """Progress, calendar and last news of a fiche; no ``fin`` means that it never stops."""
    return {
        "avancement": avancement,
        "debut": debut,
        "fin": fin,
        "en_continu": fin is None,
        "nouvelles_le": date.fromisoformat(nouvelles_le) if nouvelles_le else None,
    }


def jalon(titre: str, quand: str | Donnee, livrable: str | None = None, fait_le: str | None = None) -> Donnee:
    """A dated step, done when ``fait_le`` is given."""
    return {
        "titre": titre,
        "date": quand,
        "livrable": livrable,
        "fait_le": date.fromisoformat(fait_le) if fait_le else None,
    }


def fiche(
    titre: str,
    contexte: str,
    calendrier: Donnee,
    *,
    pilote: str | None = None,
    co_pilotes: Iterable[str] = (),
    avec: Iterable[str] = (),
    contributeurs: Iterable[str] = (),
    proposee_par: Iterable[str] = (),
    aide: Iterable[str] = (),
    **champs: Any,
) -> Donnee:
    """An example fiche, less its roadmap and its axe; ``calendrier`` comes from ``suivi``.

    ``avec`` are the partners; without ``pilote`` it is still to be named.
    """
    return {
        "titre": titre,
        "contexte": contexte,
        **calendrier,
        "acteurs": (
            *acteurs("pilote", [pilote] if pilote else []),
            *acteurs("co_pilote", co_pilotes),
            *acteurs("partenaire", avec),
            *acteurs("contributeur", contributeurs),
            *acteurs("proposeur", proposee_par),
            *acteurs("aide_redaction", aide),
        ),
        **champs,
    }


def dans_axe(feuille: str, rang: int, fiches: Iterable[Donnee]) -> tuple[Acte, ...]:
    """Creation of example fiches in an axe, in order; retained unless they say otherwise."""
    return actes(
        "creer_fiche_action",
        (
            {
                "feuille_de_route": feuille,
                "axe": f"{feuille}/{rang}",
                "instruction": "retenue",
                "territoires": (feuille.split("-")[0],),
                **donnee,
                "exemple": True,
            }
            for donnee in fiches
        ),
    )


def financement(nom: str, structure: str | None = None, **montants: dict[int, int]) -> tuple[Donnee, ...]:
    """One line per year; ``montants``: ``demande``, ``promis``, ``obtenu``, ``depense``, centimes by year."""
    annees = sorted({annee for par_annee in montants.values() for annee in par_annee})
    return tuple(
        {
            "financeur": nom,
            "structure": structure,
            "annee": annee,
            **{etat: par_annee.get(annee) for etat, par_annee in montants.items()},
        }
        for annee in annees
    )


def indicateur(
    libelle: str,
    unite: str,
    depart: tuple[str, str],
    cible: tuple[str, str],
    *mesures: tuple[str, str],
    source: str,
) -> Donnee:
    """What is measured: baseline, target and measures are (value, when), with one source for all."""
    return {
        "libelle": libelle,
        "unite": unite,
        "source": source,
        "depart": {"valeur": depart[0], "periode": depart[1]},
        "cible": {"valeur": cible[0], "periode": cible[1]},
        "mesures": tuple({"valeur": valeur, "date": quand, "source": source} for valeur, quand in mesures),
    }
