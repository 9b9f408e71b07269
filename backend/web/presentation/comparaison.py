"""A fiche of today and what a published text says of it, field by field, in words."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from backend.queries.lecture import Ligne
from backend.queries.vues.comparaison import Comparaison
from backend.web import adresses
from backend.web.adresses import fiches_action as acces
from backend.web.contexts import Cadre, ChangementDeChamp, ComparaisonContexte, Lien
from backend.web.presentation.elements import elements_publies
from exports.formats import date_incertaine, date_sans_preposition, euros, typographier
from exports.payloads import FicheDoc
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import EtatFeuille
from fne_roadmaps.domain.fusion import Morceau, comparer
from fne_roadmaps.domain.listes import rapprocher

_ETATS = {EtatFeuille.SIGNEE: "signée", EtatFeuille.PRESENTEE: "présentée"}


def _date(quand: DateIncertaine | None) -> str:
    return date_sans_preposition(quand) if quand else ""


_CHAMPS: tuple[tuple[str, Callable[[FicheDoc], str]], ...] = (
    ("Numéro", lambda f: f.numero),
    ("Titre", lambda f: f.titre),
    ("Contexte", lambda f: f.contexte or ""),
    ("Objectifs", lambda f: f.objectifs or ""),
    ("Description", lambda f: f.description or ""),
    ("Lien avec le diagnostic", lambda f: f.lien_diagnostic or ""),
    ("Moyens humains", lambda f: f.moyens_humains or ""),
    ("Livrables", lambda f: f.livrables or ""),
    ("Début", lambda f: _date(f.debut)),
    ("Fin", lambda f: _date(f.fin)),
    ("En continu", lambda f: "oui" if f.en_continu else "non"),
    ("Priorité", lambda f: f.priorite or ""),
    ("Besoin", lambda f: euros(f.besoin) if f.besoin is not None else ""),
)
"""Fields a text prints, and how they read."""


def contexte_comparaison(lue: Comparaison, cadre: Cadre, fiche: str, cle: UUID, feuille: Ligne) -> ComparaisonContexte:
    """From the published text to the fiche of today."""
    changements, identiques = _comparer(lue.publiee, lue.actuelle or lue.publiee)
    version = lue.version
    return ComparaisonContexte(
        cadre=cadre,
        fiche=fiche,
        version=_nommer(version),
        document=Lien(
            libelle=f"Le texte de la version {version['numero']} (DOCX)",
            href=adresses.version(feuille["code"], version["numero"], "docx"),
        ),
        autres=tuple(
            Lien(libelle=_nommer(v), href=acces.comparaison(cle, v["numero"]))
            for v in lue.versions
            if v["numero"] != version["numero"]
        ),
        sortie=lue.actuelle is None,
        changements=changements,
        identiques=identiques,
    )


def _nommer(version: Ligne) -> str:
    quand = f" {date_incertaine(version['date'])}" if version["date"] else ""
    return f"version {version['numero']}, {_ETATS.get(version['etat'], 'publiée')}{quand}"


def _comparer(publiee: FicheDoc, actuelle: FicheDoc) -> tuple[tuple[ChangementDeChamp, ...], tuple[str, ...]]:
    changements, identiques = [], []
    for libelle, dire in _CHAMPS:
        avant, apres = (typographier(dire(f)) for f in (publiee, actuelle))
        if avant == apres:
            if avant:
                identiques.append(libelle)
            continue
        un, autre = comparer(avant, apres) if avant and apres else (_seul(avant), _seul(apres))
        changements.append(ChangementDeChamp(champ=libelle, avant=un, apres=autre))
    apres_listes = elements_publies(actuelle)
    for libelle, liste in elements_publies(publiee).items():
        ecarts = rapprocher(liste, apres_listes[libelle])
        if ecarts:
            changements.append(ChangementDeChamp(champ=libelle, ecarts=ecarts))
        elif liste:
            identiques.append(libelle)
    return tuple(changements), tuple(identiques)


def _seul(texte: str) -> tuple[Morceau, ...]:
    return (Morceau(texte, propre=True),) if texte else ()
