"""The days of a date poll and what was answered, for who holds the meeting and for who answers."""

from __future__ import annotations

from backend.queries.sondages import SondageVue
from backend.web.contexts import JourSonde, ReponseLue
from fne_roadmaps.domain.enums import AvisDeDate, EtatOption
from fne_roadmaps.domain.sondages import Bilan, meilleures

AVIS = tuple((a.value, a.libelle) for a in AvisDeDate)


def jours_sondes(vue: SondageVue) -> tuple[JourSonde, ...]:
    """Possible days in order, with their counts."""
    ouvertes = {o["id"] for o in vue.options if o["etat"] != EtatOption.ECARTEE}
    tetes = meilleures({o: b for o, b in vue.bilans.items() if o in ouvertes})
    return tuple(
        JourSonde(
            cle=str(o["id"]),
            jour=o["date_premier"],
            oui=(bilan := vue.bilans.get(o["id"], Bilan(0, 0, 0))).oui,
            si_besoin=bilan.si_besoin,
            non=bilan.non,
            meilleur=o["id"] in tetes,
            retenu=o["id"] == vue.sondage["option_retenue"],
        )
        for o in vue.options
    )


def reponses_lues(vue: SondageVue) -> tuple[ReponseLue, ...]:
    """Answers by time, day by day in the order of the days."""
    return tuple(
        ReponseLue(
            nom=r["nom"],
            structure=r["structure_nom"],
            commentaire=r["commentaire"],
            avis=tuple(r["avis"].get(o["id"]) for o in vue.options),
        )
        for r in vue.reponses
    )
