"""Samples: an agenda to paste, read over, brought in, undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from backend.web import contexts as c
from tests.web.echantillons.cadre import de_gouvernance

_LE = datetime(2025, 6, 17, 9, 30, tzinfo=UTC)
_NOM = "Gouvernance d’Eure-et-Loir"
_ICI = "/gouvernances/28/coller-un-agenda"
_ANNEE = c.ErreurDeChamp(champ="annee", libelle="Année", message="Une année s’écrit en quatre chiffres.")
_DATE = c.ErreurDeChamp(champ="reunions.0.date", libelle="Réunion 1, date", message="Le 32 juin n’existe pas.")
_COPIL = c.ReunionDImport(code="28/copil/r5", titre="COPIL", href="/reunions/28/copil/r5")


def coller() -> c.CollerAgendaContexte:
    """Empty, with what was brought in before."""
    return c.CollerAgendaContexte(
        cadre=de_gouvernance("Coller un agenda", "Agenda", (), "Coller un agenda"),
        gouvernance=_NOM,
        f=c.Formulaire(action=_ICI, retour="/agenda?gouvernance=28"),
        recents=(
            c.ImportRecent(href="/imports-d-agenda/1", fait_le=_LE, annule=False),
            c.ImportRecent(href="/imports-d-agenda/2", fait_le=_LE, annule=True),
        ),
    )


def refuse() -> c.CollerAgendaContexte:
    """A year and a file refused."""
    vierge = coller()
    fichier = c.ErreurDeChamp(champ="fichier", libelle="Fichier d’agenda", message="Ce fichier est vide.")
    f = replace(vierge.f, valeurs={"texte": ("12 juin, COPIL",), "annee": ("25",)}, erreurs=(_ANNEE, fichier))
    return replace(vierge, f=f, recents=())


def relire() -> c.RelireAgendaContexte:
    """Two meetings, one to look at, a heading and a line not understood."""
    valeurs = {
        "texte": ("Agenda 2025",),
        "reunions.0.garder": ("oui",),
        "reunions.0.titre": ("COPIL",),
        "reunions.0.date": ("12 juin 2025",),
        "reunions.0.genre": ("instance",),
        "reunions.0.note": ("Ligne 1",),
        "reunions.1.titre": ("Rencontre",),
        "reunions.1.genre": ("rencontre",),
    }
    return c.RelireAgendaContexte(
        cadre=de_gouvernance("Relire l’agenda", "Agenda", (), "Relire l’agenda"),
        gouvernance=_NOM,
        f=c.Formulaire(action=_ICI, retour=_ICI, valeurs=valeurs, cle="00000000-0000-0000-0000-000000000001"),
        propositions=(
            c.PropositionLue(rang=0, numero=3, ligne="12 juin, COPIL", etat="Tenue", gardes=("Ligne 1",)),
            c.PropositionLue(
                rang=1,
                numero=4,
                ligne="mardi 13 mai, rencontre",
                etat="À dater",
                alertes=("La date n’est pas connue.",),
            ),
        ),
        genres=(("instance", "Réunion d’instance"), ("rencontre", "Rencontre")),
        instances=(("i", "COPIL (28/copil)"),),
        intitules=(c.LigneSansReunion(ligne="Agenda 2025", sens="En-tête"),),
        non_compris=(c.LigneSansReunion(ligne="Bla bla", sens="Ni date, ni intitulé, ni réunion reconnus."),),
    )


def relire_refuse() -> c.RelireAgendaContexte:
    """A date refused; the lines all found their place."""
    lue = relire()
    return replace(lue, f=replace(lue.f, erreurs=(_DATE,)), non_compris=(), intitules=(), instances=())


def rien_de_lu() -> c.RelireAgendaContexte:
    """No line is a meeting."""
    return replace(relire(), propositions=())


def fait() -> c.ImportAgendaContexte:
    """Just brought in."""
    return c.ImportAgendaContexte(
        cadre=de_gouvernance("Agenda importé", "Agenda", (), "Agenda importé"),
        gouvernance=_NOM,
        fait_le=_LE,
        reunions=(_COPIL,),
        laissees=(replace(_COPIL, code="28/copil/r4"),),
        restes=("Bla bla",),
        agenda=c.Lien(libelle="Voir l’agenda", href="/agenda?gouvernance=28"),
        encore=c.Lien(libelle="Coller un autre agenda", href=_ICI),
        annuler="/imports-d-agenda/1/annulation",
    )


def annule() -> c.ImportAgendaContexte:
    """Undone, but for one."""
    reste = replace(_COPIL, cause="Modifiée depuis l’import\u00a0: elle reste.")
    return replace(fait(), annuler=None, annule_le=_LE, restees=(reste,), laissees=(), restes=())


def rien_de_neuf() -> c.ImportAgendaContexte:
    """Everything was there; undone all the same."""
    return replace(fait(), reunions=(), annuler=None, annule_le=_LE)


PAGES: dict[str, Callable[[], Any]] = {
    "coller-un-agenda": coller,
    "coller-refuse": refuse,
    "relire-un-agenda": relire,
    "relire-refuse": relire_refuse,
    "relire-rien": rien_de_lu,
    "agenda-importe": fait,
    "agenda-annule": annule,
    "agenda-deja-la": rien_de_neuf,
}
