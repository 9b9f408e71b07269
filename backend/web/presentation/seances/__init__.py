"""Meetings prepared and held, in words."""

from __future__ import annotations

from backend.queries.vues.seances import SeanceVue
from backend.web.adresses import seances as acces
from backend.web.contexts.seances import SeanceResume
from backend.web.presentation.seances.points import points_de_seance, tenue_de
from backend.web.presentation.seances.presences import presences_dites
from fne_roadmaps.domain.enums import EtatReunion


def resume_de_seance(vue: SeanceVue) -> SeanceResume:
    """What the page of a meeting says of its agenda and of who was there."""
    cle = vue.reunion["id"]
    return SeanceResume(
        points=points_de_seance(vue),
        tenue=tenue_de(vue),
        presences=presences_dites(vue),
        ordre=acces.ordre_du_jour(cle),
        seance=acces.seance(cle),
        mot=_mot(vue),
        ecrit=vue.ecrit,
        pointee=bool(vue.presences),
        pointes=any(p["siege"] for p in vue.presences),
    )


def _mot(vue: SeanceVue) -> str:
    if vue.reunion["etat"] is EtatReunion.TENUE:
        return "Revoir la séance"
    return "Tenir la séance" if vue.ecrit else "Suivre la séance"
