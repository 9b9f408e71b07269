"""What a fiche says, point by point, in words: the same on the pages of merges, splits and published fiches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from backend.queries.fiches_action.noms import Noms
from backend.web.contexts.arbitrage import PointDit
from exports.formats import calendrier, date_sans_preposition, euros, majuscule, nombre, typographier
from fne_roadmaps.domain.arbitrage.contenus import CALENDRIER, CHAMPS, MONTANTS
from fne_roadmaps.domain.dates import DateIncertaine, depuis_colonnes
from fne_roadmaps.domain.enums import Priorite, RoleActeur

LIBELLES: Mapping[str, str] = {
    "titre": "Titre",
    "contexte": "Contexte et besoin",
    "objectifs": "Objectifs",
    "description": "Description",
    "moyens_humains": "Moyens humains",
    "livrables": "Livrables",
    "lien_diagnostic": "Lien avec le diagnostic",
    "difficultes": "Difficultés",
    "prochaine_etape": "Prochaine étape",
    "calendrier": "Calendrier",
    "debut": "Début",
    "fin": "Fin",
    "en_continu": "En continu",
    "axe": "Axe",
    "priorite": "Priorité",
    "besoin": "Besoin de financement",
    "axes_servis": "Axes servis",
    "acteurs": "Organismes",
    "publics": "Publics",
    "territoires": "Territoires",
    "jalons": "Jalons",
    "financements": "Financements",
    "indicateurs": "Indicateurs",
    "liens": "Liens",
}
_ARGENT = {"demande": "demandé", "promis": "promis", "obtenu": "obtenu", "depense": "dépensé"}


def libelle(champ: str, mot: str) -> str:
    """The label of a field; ``mot`` is what the roadmap calls its axes."""
    return majuscule(mot) if champ == "axe" else LIBELLES[champ]


def dire(champ: str, valeur: Any, noms: Noms, mot: str) -> PointDit:
    """One field in words; nothing written gives neither text nor lines."""
    nom = libelle(champ, mot)
    if isinstance(valeur, list | tuple) and champ != "calendrier":
        return PointDit(libelle=nom, lignes=tuple(dire_element(champ, e, noms, mot) for e in valeur))
    return PointDit(libelle=nom, texte=_texte(champ, valeur, noms))


def _texte(champ: str, valeur: Any, noms: Noms) -> str | None:
    if valeur is None or valeur == "":
        return None
    if champ == "calendrier":
        debut, fin, en_continu = valeur
        return calendrier(lire(debut), lire(fin), en_continu)
    if champ in {"debut", "fin"}:
        return date_sans_preposition(lire(valeur))
    if champ == "en_continu":
        return "oui" if valeur else "non"
    if champ == "besoin":
        return euros(valeur)
    if champ == "priorite":
        return Priorite(valeur).libelle
    return typographier(noms.get(valeur, valeur) if champ == "axe" else valeur)


def calendrier_de(contenu: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """The calendar of a content as one value, None when nothing is known of it."""
    return tuple(contenu[c] for c in CALENDRIER) if any(contenu[c] for c in CALENDRIER) else None


def lire(date: Mapping[str, Any] | None) -> DateIncertaine | None:
    """A date as contents keep it, back to a value, trusted and not parsed."""
    return depuis_colonnes(date["edtf"], None, None, date["recu"]) if date else None


def dire_element(champ: str, element: Any, noms: Noms, mot: str) -> str:
    """One line of a list in words."""
    if champ == "acteurs":
        poste = f", {noms.get(element['poste'], '').lower()}" if element["poste"] else ""
        dit = f"{RoleActeur(element['role']).libelle} : {noms.get(element['structure'], '')}{poste}"
    elif champ == "jalons":
        dit = " · ".join(_jalon(element))
    elif champ == "financements":
        dit = " · ".join([f"{element['financeur']}, {element['annee']}", *_montants(element)])
    elif champ == "indicateurs":
        dit = " · ".join(_indicateur(element))
    elif champ == "liens":
        dit = f"{element['libelle']} ({element['url']})"
    elif champ in {"axes_servis", "territoires"}:
        dit = f"{majuscule(mot)} {noms.get(element, '')}" if champ == "axes_servis" else noms.get(element, "")
    else:
        dit = element
    return typographier(dit)


def _jalon(j: Mapping[str, Any]) -> list[str]:
    suite = [date_sans_preposition(lire(j["date"]))] if j["date"] else []
    suite += [j["livrable"]] if j["livrable"] else []
    return [j["titre"], *suite, *(["fait"] if j["fait_le"] else [])]


def _montants(f: Mapping[str, Any]) -> list[str]:
    return [f"{_ARGENT[m]} {euros(f[m])}" for m in MONTANTS if f[m] is not None]


def _indicateur(i: Mapping[str, Any]) -> list[str]:
    nom = f"{i['libelle']} ({i['unite']})" if i["unite"] else i["libelle"]
    cible = [f"cible : {nombre(i['cible']['valeur'])}"] if i["cible"] else []
    mesures = [f"{len(i['mesures'])} mesure{'s' if len(i['mesures']) > 1 else ''}"] if i["mesures"] else []
    return [nom, *cible, *mesures]


def tout_dire(contenu: Mapping[str, Any], noms: Noms, mot: str, champs: Sequence[str] = CHAMPS) -> tuple[PointDit, ...]:
    """The points of a content that say something, in the order of the page; the calendar is one point."""
    dits: list[PointDit] = []
    for champ in champs:
        if champ == "debut":
            if calendrier_de(contenu):
                dits.append(dire("calendrier", calendrier_de(contenu), noms, mot))
        elif champ not in CALENDRIER:
            dits.append(dire(champ, contenu[champ], noms, mot))
    return tuple(d for d in dits if d.texte or d.lignes)
