"""What every part of the follow-up page starts from: the retained fiches, and the two days compared."""

from __future__ import annotations

from datetime import date

from backend.queries.fiches_action import numero_de_fiche
from backend.queries.lecture import Ligne
from backend.queries.vues.tableau import Tableau
from backend.web import adresses
from backend.web.contexts import Lien, Preuve
from backend.web.presentation.liste_de_fiches import adresse
from exports.formats import nombre, typographier
from exports.formats.agenda import date_proche
from fne_roadmaps.domain.enums import Avancement, Instruction
from fne_roadmaps.domain.fiches_action import TERMINES
from fne_roadmaps.domain.suivi import Chiffres, FicheSuivie, chiffres, remonter

RETENUES = {"instruction": Instruction.RETENUE.value}
A_SUIVRE = {**RETENUES, "avancement": ",".join(a.value for a in Avancement if a not in TERMINES)}


class Faits:
    """One reading of the roadmap, at ``au``; ``alors`` are its figures at the last COPIL, if the journal knows them."""

    def __init__(self, vue: Tableau, au: date) -> None:
        self.vue, self.au = vue, au
        self.retenues = [f for f in vue.fiches if vue.suivies[f["id"]].retenue]
        self.suivies = [f for f in self.retenues if vue.suivies[f["id"]].a_suivre]
        self.aujourd_hui = chiffres(vue.suivies.values(), au)
        self.alors: Chiffres | None = None
        if vue.changements is not None:
            self.alors = chiffres(remonter(vue.suivies, vue.changements).values(), vue.repere.jour)

    def etat(self, f: Ligne) -> FicheSuivie:
        """What the rules see of a fiche."""
        return self.vue.suivies[f["id"]]

    def dit_alors(self, n: int) -> str:
        """« 15 le 28 janvier », with the year when it is another."""
        return f"{nombre(n)} le {date_proche(self.vue.repere.jour, self.au)}"

    def lien(self, **filtres: str) -> str:
        """The list of fiches these filters give."""
        return adresse(self.vue.feuille["id"], filtres)

    def preuve(self, n: int, **filtres: str) -> Preuve:
        """A count and its list; nothing to show for none."""
        return Preuve(n=n, href=self.lien(**filtres) if n else None)

    def axe(self, a: Ligne) -> dict[str, str]:
        """The filter of an axe."""
        return {"axe": f"{self.vue.feuille['code']}/{a['rang']}"}


def lien_de_fiche(f: Ligne) -> Lien:
    """« 1.3 Haltes itinérantes »."""
    return Lien(libelle=f"{numero(f)} {typographier(f['titre'])}".strip(), href=adresses.fiche_action(f["id"]))


def numero(f: Ligne) -> str:
    """Its number, empty when it has none."""
    return numero_de_fiche(f) or ""
