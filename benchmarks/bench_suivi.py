"""The follow-up of one roadmap must cost the same whatever the other départements hold (≤ × 1.3)."""

from __future__ import annotations

from backend.queries.vues.actes import lire_actes
from backend.queries.vues.mon_suivi import lire_mon_suivi
from backend.queries.vues.tableau import charger_suivie, lire_tableau
from backend.web.contexts import Cadre
from backend.web.presentation.mon_suivi import contexte_mon_suivi
from backend.web.presentation.tableau import contexte_suivi
from benchmarks.grande_base import comparer
from fne_roadmaps.demo import AU
from fne_roadmaps.demo.cles import cle_fixe
from tests.support.personnes import ALICE, contexte

TITRE = "Tableau de bord d’une feuille de route et « Mon suivi », avec 131 puis 13 000 fiches dans la base (≤ × 1,30)"
FUSEAU = "Europe/Paris"
CADRE = Cadre(titre="Mesure", au=AU, menu=(), bandeau=None)


async def _suivi() -> object:
    """All that the page reads and works out, up to its template."""
    feuille = await charger_suivie(ALICE, cle_fixe("feuille_de_route:28-2024"))
    vue = await lire_tableau(feuille, AU, FUSEAU)
    actes = await lire_actes(feuille["id"], vue.repere.debut(FUSEAU), par_page=8, creations=False)
    return contexte_suivi(vue, actes, CADRE, AU, FUSEAU)


async def _mon_suivi() -> object:
    return contexte_mon_suivi(await lire_mon_suivi(ALICE, AU), CADRE, contexte(ALICE))


def mesurer() -> list[tuple[str, str]]:
    """Both pages."""
    return comparer({"tableau de bord": _suivi, "mon suivi": _mon_suivi})
