"""One act on a fiche in one sentence, for those who follow a whole roadmap; never who by name."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from backend.queries.lecture import Ligne
from backend.queries.vues.actes import ActeDeFiche
from backend.web.presentation.historique import CHAMPS
from exports.formats import date_longue, date_sans_preposition, enumeration, majuscule, typographier
from exports.formats.markdown import markdown_en_lignes
from fne_roadmaps.domain.dates import depuis_colonnes
from fne_roadmaps.domain.enums import Avancement, Instruction, Meteo, RoleActeur

EXTRAIT = 180


def phrase_de(acte: ActeDeFiche) -> str:
    """« réalisée (était en cours). Charte signée par 31 structures. » Empty when the act changed nothing told."""
    dites = [dire for e in acte.entrees if (dire := _dire(e))]
    autres = [mot.lower() for e in acte.entrees if (mot := _autre(e))]
    if autres:
        dites.append(f"modifié : {enumeration(list(dict.fromkeys(autres)))}")
    motif = next((e["pourquoi"] for e in acte.entrees if e["pourquoi"]), None)
    textes = list(dict.fromkeys([*acte.nouvelles, *([motif] if motif else [])]))
    if not dites and not textes:
        dites = [jour for e in acte.entrees if (jour := _nouvelles(e))]
    phrases = [" ; ".join(dites), *(majuscule(_extrait(t)) for t in textes)]
    return typographier(" ".join(_terminee(p) for p in phrases if p))


def _terminee(phrase: str) -> str:
    return phrase if phrase.endswith(("…", ".", "!", "?")) else f"{phrase}."


def _dire(e: Ligne) -> str | None:
    if e["action"] == "creer":
        return _creation(e)
    if e["champ"] not in _PHRASES:
        return None
    avant, apres = _valeurs(e)
    return _PHRASES[e["champ"]](avant, apres)


def _autre(e: Ligne) -> str | None:
    """The name of a field that only says that it changed; the day of the last news goes without saying."""
    champ = e["champ"]
    return CHAMPS[champ].libelle if champ in CHAMPS and champ not in _PHRASES and champ != "nouvelles_le" else None


def _nouvelles(e: Ligne) -> str | None:
    """The day of the last news, told when it is all that an act changed."""
    le = _valeurs(e)[1] if e["champ"] == "nouvelles_le" else None
    return f"dernières nouvelles : {date_longue(date.fromisoformat(le))}" if le else None


def _valeurs(e: Ligne) -> tuple[Any, Any]:
    avant, apres = (json.loads(e[sens]) if e[sens] is not None else None for sens in ("avant", "apres"))
    return avant, apres


def _creation(e: Ligne) -> str:
    saisie = _valeurs(e)[1]
    etat = saisie.get("instruction") if isinstance(saisie, dict) else None
    return f"fiche créée, {Instruction(etat).libelle.lower()}" if etat else "fiche créée"


def _passage(vocabulaire: Callable[[str], Any], sujet: str = "") -> Callable[[Any, Any], str]:
    """« bloquée (était en cours) », « météo : appuis nécessaires (était atteignables) »."""

    def dire(avant: Any, apres: Any) -> str:
        neuf = vocabulaire(apres).libelle.lower() if apres else "non renseignée"
        ancien = f" (était {vocabulaire(avant).libelle.lower()})" if avant else ""
        return f"{sujet}{neuf}{ancien}"

    return dire


def _date(sujet: str) -> Callable[[Any, Any], str]:
    def en_mots(edtf: str) -> str:
        return date_sans_preposition(depuis_colonnes(edtf, None, None))

    def dire(avant: Any, apres: Any) -> str:
        neuve = en_mots(apres) if apres else "retirée"
        ancienne = f" (était {en_mots(avant)})" if avant else ""
        return f"{sujet} : {neuve}{ancienne}"

    return dire


def _acteurs(avant: Any, apres: Any) -> str:
    pilotes = [
        {a.get("structure") for a in liste or () if a.get("role") == RoleActeur.PILOTE} for liste in (avant, apres)
    ]
    if pilotes[0] == pilotes[1]:
        return "organisations modifiées"
    if not pilotes[1]:
        return "plus de pilote"
    return "autre pilote" if pilotes[0] else "un pilote désigné"


def _jalon(avant: Any, apres: Any) -> str:
    return f"jalon « {apres['titre']} » {'fait' if apres.get('fait_le') else 'rouvert'}"


def _mesure(avant: Any, apres: Any) -> str:
    if apres is None:
        return f"{avant['indicateur']} : mesure retirée"
    return f"{apres['indicateur']} : {apres['valeur']}"


def _corbeille(avant: Any, apres: Any) -> str:
    return "mise à la corbeille" if apres else "sortie de la corbeille"


_PHRASES: Mapping[str, Callable[[Any, Any], str]] = {
    "avancement": _passage(Avancement),
    "instruction": _passage(Instruction),
    "meteo": _passage(Meteo, "météo : "),
    "debut_edtf": _date("début"),
    "fin_edtf": _date("échéance"),
    "acteurs": _acteurs,
    "jalon": _jalon,
    "mesure": _mesure,
    "supprime_le": _corbeille,
}


def _d_un_trait(texte: str) -> str:
    """A text on one line: « le véhicule ; les postes. » for a list."""
    lignes = markdown_en_lignes(texte)
    morceaux = []
    for (puce, ligne), (suite, _) in zip(lignes, [*lignes[1:], (False, "")], strict=True):
        morceaux.append(ligne.rstrip(" ;,.") + (" ;" if suite else ".") if puce else ligne)
    return " ".join(" ".join(morceaux).split())


def _extrait(texte: str) -> str:
    """The first sentence of a long text, cut at a word when it runs on."""
    nu = _d_un_trait(texte)
    phrase = nu.partition(". ")[0]
    if len(phrase) <= EXTRAIT:
        return phrase.rstrip(".")
    return phrase[:EXTRAIT].rpartition(" ")[0] + "…"
