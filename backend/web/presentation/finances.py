"""The money of a fiche: its table by financer and year, and how what is still to be found is worked out."""

from __future__ import annotations

from backend.queries.lecture import Ligne
from backend.web.contexts import Financement, FinancementDit
from backend.web.presentation.graphiques import segments
from exports.formats import typographier
from fne_roadmaps.domain.fiches_action import Montants, Reste, discordances, par_annee, reste

LARGEUR, ECART = 100.0, 0.4
"""Of the bar, in percent of its width."""


def finances_de(fiche: Ligne) -> FinancementDit:
    """Lines as typed, totals worked out, and what the sums say."""
    lignes = [(f, Montants(f["demande"], f["promis"], f["obtenu"], f["depense"])) for f in fiche["financements"]]
    annees = par_annee([(f["annee"], montants) for f, montants in lignes])
    restant = reste(fiche["besoin"], [montants for _, montants in lignes])
    return FinancementDit(
        lignes=tuple(
            Financement(
                financeur=typographier(f["financeur"]),
                annee=f["annee"],
                demande=m.demande,
                promis=m.promis,
                obtenu=m.obtenu,
                depense=m.depense,
            )
            for f, m in lignes
        ),
        annees=tuple(annees.items()) if len(annees) > 1 else (),
        totaux=fiche["solde"],
        reste=restant,
        segments=_segments(restant) if restant and lignes else (),
        discordances=tuple(
            typographier(f"{f['financeur']}, {f['annee']} : {', '.join(ecarts)}.")
            for f, m in lignes
            if (ecarts := discordances(m))
        ),
    )


def _segments(r: Reste) -> tuple[tuple[str, float, float], ...]:
    parts = {"obtenu": r.obtenu, "promis": r.promis, "manque": max(0, r.a_trouver)}
    places = segments(tuple(parts.values()), LARGEUR, ECART)
    return tuple((nom, x, large) for nom, (x, large) in zip(parts, places, strict=True) if large)
