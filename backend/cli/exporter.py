"""Documents and calendars out of an open database."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from backend.context import contexte_systeme
from backend.queries.agendas import Adresses, Portee, agenda, portee_gouvernance, portee_instance, portee_region
from backend.queries.comptes_rendus import compilation_d_une_gouvernance, compilation_d_une_instance
from backend.queries.versions import document, en_dict
from backend.settings import Settings
from exports.docx import rendre_compilation, rendre_feuille_de_route
from exports.ical import EvenementEcarte, rendre_agenda

FORMATS = ("docx", "json")


async def exporter_feuille(code: str, format_: str, version: int | None, au: date | None) -> bytes:
    """A roadmap as DOCX, or its content and digest as JSON. Raises NonTrouve."""
    ctx = contexte_systeme(au)
    doc, empreinte = await document(ctx.acteur, code, version=version, au=ctx.au)
    if format_ == "docx":
        return rendre_feuille_de_route(doc, empreinte)
    objet = {"empreinte": empreinte, "contenu": en_dict(doc)}
    return json.dumps(objet, ensure_ascii=False, indent=2).encode() + b"\n"


async def exporter_comptes_rendus(code: str, annee: int | None, au: date | None) -> tuple[bytes, int]:
    """The minutes of a year of a governance (« 28 ») or of a body (« 28/copil »), and that year: this one by default.

    Raises NonTrouve, RegleViolee for a year without any.
    """
    ctx = contexte_systeme(au)
    de = compilation_d_une_instance if "/" in code else compilation_d_une_gouvernance
    doc = await de(ctx.acteur, code, annee or ctx.au.year, ctx.au)
    return rendre_compilation(doc), doc.annee


@dataclass(frozen=True, slots=True)
class AgendaExporte:
    """The calendar file, and the meetings that have no place in one."""

    octets: bytes
    ecartes: tuple[EvenementEcarte, ...]


async def exporter_agenda(*, region: str | None, departement: str | None, instance: str | None) -> AgendaExporte:
    """The calendar of exactly one scope. Raises NonTrouve."""
    ctx = contexte_systeme()
    portee: Portee
    if instance is not None:
        portee = await portee_instance(ctx.acteur, instance)
    elif departement is not None:
        portee = await portee_gouvernance(ctx.acteur, departement)
    else:
        portee = await portee_region(ctx.acteur, region or "")
    base = Settings().base_url.rstrip("/")
    adresses = Adresses(
        lambda code: f"{base}/reunions/{code}" if base else None,
        lambda cle: f"{base}/comptes-rendus/{cle}" if base else None,
    )
    rendu = rendre_agenda(await agenda(ctx.acteur, portee, adresses))
    return AgendaExporte(rendu.octets, rendu.ecartes)
