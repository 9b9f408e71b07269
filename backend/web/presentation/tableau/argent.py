"""Financed and missing: needs and what answers them, by axe and by year."""

from __future__ import annotations

from collections.abc import Iterable

from backend.queries.lecture import Ligne, par_cle
from backend.web.contexts import ArgentSuivi, LigneFinancement
from backend.web.presentation.tableau.avancement import SANS_TITRE
from backend.web.presentation.tableau.faits import RETENUES, Faits
from exports.formats import typographier
from fne_roadmaps.domain.suivi import Financement

COLONNES = {"colonnes": "besoin,financeurs", "tri": "-besoin"}
"""The list that proves an amount shows what it is made of."""


def argent(faits: Faits) -> ArgentSuivi:
    """Retained fiches, abandoned or not: money given stays given."""
    par_axe = par_cle(faits.retenues, "axe")
    total = _somme(faits, faits.retenues)
    return ArgentSuivi(
        axes=tuple(
            LigneFinancement(
                nom=f"{a['rang']} {typographier(a['titre'] or SANS_TITRE)}",
                montants=_somme(faits, par_axe.get(a["id"], [])),
                href=faits.lien(**faits.axe(a), **RETENUES, **COLONNES),
            )
            for a in faits.vue.axes
        ),
        total=LigneFinancement(nom="Total calculé", montants=total, href=faits.lien(**RETENUES, **COLONNES)),
        annees=tuple(
            LigneFinancement(
                nom=str(annee),
                montants=Financement(demande=m.demande, promis=m.promis, obtenu=m.obtenu, depense=m.depense),
                href=faits.lien(**RETENUES, finance_en=str(annee), **COLONNES),
            )
            for annee, m in faits.vue.par_annee.items()
        ),
        sans_besoin=faits.preuve(total.sans_besoin, **RETENUES, sans_besoin="oui"),
    )


def _somme(faits: Faits, fiches: Iterable[Ligne]) -> Financement:
    return sum((faits.vue.financements[f["id"]] for f in fiches), Financement())
