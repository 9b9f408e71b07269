"""Agendas brought in from the machine that holds the database: a pasted text, or a calendar file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from backend.cli.sortie import Arret
from backend.context import contexte_systeme
from backend.database import base_ouverte
from backend.queries.imports_agenda import Terrain, lire_import, lire_terrain
from backend.services.commands.imports_agenda import REUNIONS_MAX, ImporterAgenda, en_restes
from backend.services.imports_agenda import Prevue, commandes, confronter, importer_agenda
from backend.settings import Settings
from exports.formats import date_incertaine, pluriel, typographier
from exports.ical.lecture import OCTETS_MAX, lire_ics
from fne_roadmaps.domain.agenda_colle import AgendaColle, LigneLue, lire_agenda
from fne_roadmaps.domain.textes import grouper


@dataclass(frozen=True, slots=True)
class AgendaLu:
    """What was read and set against the governance, and what was created (nothing on a dry run)."""

    code: str
    colle: AgendaColle
    prevues: tuple[Prevue, ...]
    creees: tuple[dict[str, Any], ...] = ()
    essai: bool = True


async def importer_un_agenda(chemin: Path, gouvernance: str, annee: int | None, *, essai: bool) -> AgendaLu:
    """Read, set against the governance, and create unless it is a dry run. Raises as its parts."""
    octets = _octets(chemin)
    async with base_ouverte(Settings().database_url) as base:
        ctx = contexte_systeme(base.au)
        terrain = await lire_terrain(ctx.acteur, gouvernance)
        colle = _lire(chemin, octets, annee, terrain)
        prevues = confronter(colle, terrain)
        lu = AgendaLu(terrain.gouvernance["code"], colle, prevues, essai=essai)
        gardees = commandes(prevues)
        if essai or not gardees:
            return lu
        if len(gardees) > REUNIONS_MAX:
            permis = f"{grouper(REUNIONS_MAX)} au plus : coupez le fichier."
            raise Arret(f"{grouper(len(gardees))} réunions à la fois, {permis}")
        cle = await importer_agenda(ctx, ImporterAgenda(gouvernance=lu.code, reunions=gardees, restes=_restes(lu)))
        _, contenu = await lire_import(ctx.acteur, cle)
        return replace(lu, creees=tuple(contenu["reunions"]))


def _restes(lu: AgendaLu) -> tuple[str, ...]:
    """The lines that give no meeting here, each once."""
    laissees = [p.proposition.ligne for p in lu.prevues if not p.garder]
    return en_restes([*laissees, *(x.ligne for x in lu.colle.non_compris)])


def _octets(chemin: Path) -> bytes:
    if not chemin.exists():
        raise Arret(f"{chemin} n’existe pas.")
    try:
        if chemin.stat().st_size > OCTETS_MAX:
            raise Arret(f"{chemin} dépasse {grouper(OCTETS_MAX)} octets : coupez-le.")
        return chemin.read_bytes()
    except OSError as cause:
        raise Arret(f"Impossible de lire {chemin} : {cause.strerror}.") from cause


def _lire(chemin: Path, octets: bytes, annee: int | None, terrain: Terrain) -> AgendaColle:
    debut = octets[:200].lstrip(b"\xef\xbb\xbf \r\n").upper()
    if chemin.suffix.lower() in {".ics", ".ical", ".icalendar"} or debut.startswith(b"BEGIN:VCALENDAR"):
        return lire_ics(octets, terrain.territoire["fuseau"])
    try:
        texte = octets.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Arret(f"{chemin} n’est pas du texte UTF-8 : enregistrez-le en UTF-8 et recommencez.") from None
    return lire_agenda(texte, annee, (v["nom"] for v in terrain.voisins))


def en_objet(lu: AgendaLu) -> dict[str, Any]:
    """The answer of ``--json``."""
    return {
        "gouvernance": lu.code,
        "propositions": [_proposition(p) for p in lu.prevues],
        "intitules": [_ligne(i) for i in lu.colle.intitules],
        "non_compris": [x.ligne for x in lu.colle.non_compris],
        "creees": [r["code"] for r in lu.creees],
    }


def _proposition(prevue: Prevue) -> dict[str, Any]:
    p = prevue.proposition
    return {
        "ligne": p.ligne,
        "numero_de_ligne": p.rang,
        "date_edtf": (p.date.edtf or None) if p.date else None,
        "date_recue": p.date.recu if p.date else None,
        "titre": p.titre,
        "alertes": [typographier(a) for a in prevue.alertes],
        "heure_debut": p.heure_debut,
        "heure_fin": p.heure_fin,
        "lieu": p.lieu,
        "lien_visio": p.lien_visio,
        "genre": p.genre.value,
        "instance": prevue.instance["code"] if prevue.instance else None,
        "territoire": p.territoire,
        "intitule": p.intitule,
        "etat": p.etat.value if p.etat else None,
        "confirmee": p.confirmee,
        "note": p.note,
        "retenue": prevue.garder,
    }


def _ligne(lue: LigneLue) -> dict[str, Any]:
    return {"ligne": lue.ligne, "numero_de_ligne": lue.rang, "sens": typographier(lue.sens)}


def en_lignes(lu: AgendaLu) -> Iterable[str]:
    """The answer for a person: each meeting, its alerts below, then what was not understood."""
    for prevue in lu.prevues:
        p = prevue.proposition
        recue = (p.date and p.date.recu) or "sans date"
        date = date_incertaine(p.date) if p.date and p.date.edtf else recue
        heures = " ".join(h for h in (p.heure_debut, p.heure_fin) if h)
        laissee = "" if prevue.garder else " (laissée de côté)"
        yield typographier(" · ".join(x for x in (date, heures, p.titre) if x) + laissee)
        for alerte in prevue.alertes:
            yield typographier(f"    ! {alerte}")
    for ligne in lu.colle.non_compris:
        yield typographier(f"Non compris, ligne {ligne.rang} : {ligne.ligne}")
    if lu.essai:
        retenues = sum(p.garder for p in lu.prevues)
        yield typographier(f"Essai : {retenues} {pluriel(retenues, 'réunion')} à créer, rien n’est enregistré.")
    else:
        codes = ", ".join(r["code"] for r in lu.creees)
        yield typographier(f"Réunions créées : {len(lu.creees)}" + (f" ({codes})." if codes else "."))
