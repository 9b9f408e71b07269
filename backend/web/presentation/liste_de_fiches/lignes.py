"""The lines of a list of fiches."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from backend.queries.lecture import Ligne
from backend.queries.vues.liste_de_fiches import ListeDeFiches
from backend.web import adresses
from backend.web.adresses import liste_de_fiches as acces
from backend.web.contexts import Edition, FicheLigne, JalonProche, Lien
from backend.web.presentation.liste_de_fiches.etat import EtatDeListe, Presentation
from backend.web.presentation.mots import texte
from exports.formats import typographier
from fne_roadmaps.domain.dates import cle_tri
from fne_roadmaps.domain.droits import Droit, droit_d_ecrire
from fne_roadmaps.domain.enums import Instruction
from fne_roadmaps.domain.fiches_action import avancements_permis
from fne_roadmaps.domain.territoires import FUSEAU_HEXAGONE

LIBELLES = {"avancement": "Statut", "pilote": "Pilote", "dates": "Dates", "priorite": "Priorité", "meteo": "Météo"}


_ECRITS = {"pilote": {"acteurs"}, "dates": {"debut", "fin"}, "priorite": {"priorite"}, "meteo": {"meteo"}}


def modifiable(f: Ligne, champ: str) -> bool:
    """Whether the reader may change this field of a row of the list, as on the page of the fiche."""
    droits: frozenset[Droit] = f["droits"]
    if champ == "avancement":
        return f["instruction"] is Instruction.RETENUE and Droit.RENSEIGNER in droits
    return droit_d_ecrire(droits, _ECRITS[champ]) in droits


def ancre(cle: UUID | str) -> str:
    """The name of a fiche's place in the list."""
    return f"fiche-{cle}"


class Lignes:
    """Makes the lines of one list: what it shows, where its links come back, and which small form is open."""

    def __init__(self, etat: EtatDeListe, ici: Collection[str], edition: Edition | None = None) -> None:
        """``ici`` are the codes of the territories the roadmap covers whole: they go without saying."""
        self.etat, self.ici, self.edition = etat, frozenset(ici), edition

    def toutes(self, liste: ListeDeFiches) -> tuple[FicheLigne, ...]:
        """The page of the list."""
        return tuple(self.une(f) for f in liste.page.elements)

    def une(self, f: Ligne, *, hors_filtre: bool = False) -> FicheLigne:
        """One fiche; the territory is said when it is not all the roadmap covers."""
        retenue = f["instruction"] is Instruction.RETENUE
        ouverte = self.etat.modifier is not None and self.etat.modifier[0] == f["id"]
        renseignable = retenue and Droit.RENSEIGNER in f["droits"]
        return FicheLigne(
            titre=typographier(f["titre"]),
            href=adresses.fiche_action(f["id"]),
            cle=str(f["id"]),
            version=f["version"],
            instruction=f["instruction"],
            numero=f["numero"],
            avancement=f["avancement"] if retenue else None,
            pilotes=tuple(typographier(p["nom"]) for p in f["pilotes"]),
            debut=f["debut"],
            fin=f["fin"],
            en_continu=f["en_continu"],
            retard=f["retard"],
            territoires=tuple(t["nom"] for t in f["territoires"] if t["code"] not in self.ici),
            nouvelles=f["nouvelles_le"],
            exemple=f["exemple"],
            axe=_axe(f),
            priorite=f["priorite"],
            meteo=f["meteo"],
            progression=f["progression_declaree"],
            besoin=f["besoin"],
            partenaires=tuple(typographier(nom) for nom in f["partenaires"]),
            publics=tuple(typographier(nom) for nom in f["publics"]),
            financeurs=tuple(typographier(nom) for nom in f["financeurs"]),
            jalon=prochain_jalon(f),
            maj=jour_de(f),
            hors_filtre=hors_filtre,
            enregistree=self.etat.enregistree == f["id"] and not ouverte,
            modifier=() if ouverte else self._modifier(f),
            edition=self.edition if ouverte else None,
            deplacer=self._deplacer(f["id"]) if renseignable else None,
            permis=avancements_permis(f["avancement"]) if renseignable else (),
        )

    def _modifier(self, f: Ligne) -> tuple[Lien, ...]:
        """The small forms the reader may write in; links that stay on the page that is shown."""
        if self.etat.presentation is not Presentation.TABLEAU:
            return ()
        return tuple(
            Lien(libelle=libelle, href=self._ouvrir(f["id"], champ))
            for champ, libelle in LIBELLES.items()
            if modifiable(f, champ)
        )

    def _ouvrir(self, cle: UUID, champ: str) -> str:
        return self.etat.lien(ancre(cle), page=self.etat.valeurs.get("page"), modifier=f"{cle}.{champ}")

    def _deplacer(self, cle: UUID) -> str:
        return acces.cellule(self.etat.feuille, cle, "avancement", self.etat.ici)


def _axe(f: Ligne) -> str | None:
    if f["axe_rang"] is None:
        return None
    titre = texte(f["axe"]["nom"])
    return f"{f['axe_rang']}. {titre}" if titre else str(f["axe_rang"])


def prochain_jalon(f: Ligne) -> JalonProche | None:
    """The first milestone not done, by its date."""
    restants = sorted((j for j in f["jalons"] if j["fait_le"] is None), key=lambda j: cle_tri(j["date"]))
    if not restants:
        return None
    return JalonProche(titre=typographier(restants[0]["titre"]), date=restants[0]["date"])


def jour_de(f: Ligne) -> date:
    """The day of the last change, where most readers are."""
    jour: date = f["maj_le"].astimezone(ZoneInfo(FUSEAU_HEXAGONE)).date()
    return jour
