"""The possible days of a meeting « on the 14th or the 21st »: each keeps a calendar identity for life."""

from __future__ import annotations

from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import lignes
from backend.services.ecriture import colonnes_date, inserer
from fne_roadmaps.domain.dates import DateIncertaine, NatureDate, lire_date
from fne_roadmaps.domain.enums import EtatOption
from fne_roadmaps.tables.reunions import OptionDeDate


async def ecrire_options(ctx: Contexte, reunion: UUID, nom: str, date: DateIncertaine | None) -> None:
    """Make the stored options say ``date``: new days appear, days no longer possible are set aside, none is lost.

    When one of the days becomes the date, its option is the one retained.
    """
    voulus = list(date.options()) if date and date.nature is NatureDate.OPTIONS else []
    fixe = date.premier if date and date.nature is NatureDate.JOUR else None
    existantes = await lignes("SELECT * FROM option_de_date WHERE reunion = {} ORDER BY rang", reunion)
    for option in existantes:
        jour = option["date_premier"]
        etat = EtatOption.OUVERTE if jour in voulus else EtatOption.RETENUE if jour == fixe else EtatOption.ECARTEE
        if option["etat"] != etat:
            await (
                OptionDeDate.update({"etat": etat.value, "sequence": option["sequence"] + 1})
                .where(OptionDeDate.id == option["id"])
                .run()
            )
    connus = {option["date_premier"] for option in existantes}
    depart = max((option["rang"] for option in existantes), default=0)
    nouveaux = [jour for jour in voulus if jour not in connus]
    await inserer(
        OptionDeDate,
        [
            {
                "id": ctx.cle(f"option_de_date:{nom}:{jour}"),
                "reunion": reunion,
                "rang": depart + i,
                "etat": EtatOption.OUVERTE,
                "uid": f"{ctx.cle(f'uid:{nom}:{jour}')}@fne-roadmaps",
                "sequence": 0,
                **colonnes_date("date", lire_date(jour.isoformat())),
            }
            for i, jour in enumerate(nouveaux, start=1)
        ],
    )
