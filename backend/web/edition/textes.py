"""A stored fiche as the texts its forms show, field by field, and what must be remembered to read them back."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from backend.queries.lecture import Ligne
from backend.web.dates_saisies import dire_date
from backend.web.edition.choix import Choix
from backend.web.edition.sections import Champ, Nature, Section
from exports.formats import date_longue, euros, nombre
from fne_roadmaps.domain.dates import DateIncertaine

CHIFFRES_MAX = 3
"""Of the number of a line in a form: more lines than that are not typed."""

Textes = dict[str, tuple[str, ...]]
"""By name of field, dotted for the lines of a list (« jalons.0.titre »)."""


@dataclass(frozen=True, slots=True)
class Souvenirs:
    """What texts stand for when they say less than what is stored: dates with other words, sources of figures…

    A text left as it was shown gives back exactly what was stored.
    """

    dates: dict[str, DateIncertaine] = field(default_factory=dict)
    mesures: dict[tuple[str, ...], Ligne] = field(default_factory=dict)
    financeurs: dict[str, UUID] = field(default_factory=dict)


def nu(texte: str) -> str:
    """A text as it is compared: composed, with plain spaces, trimmed."""
    return unicodedata.normalize("NFC", texte).replace("\u00a0", " ").replace("\u202f", " ").strip()


def textes_de(section: Section, fiche: Ligne, choix: Choix) -> tuple[Textes, Souvenirs]:
    """Every field of a section of the fiche ``lire_fiche`` gave, as shown, and what is to be remembered."""
    souvenirs = Souvenirs()
    textes: Textes = {}
    for champ in section.champs:
        if champ.nature is Nature.LISTE:
            lignes = [_LIGNES[champ.nom](element, choix, souvenirs) for element in fiche[champ.nom]]
            textes |= a_plat(champ.nom, lignes)
        elif champ.nature is Nature.CASES:
            textes[champ.nom] = tuple(str(axe["id"]) for axe in fiche[champ.nom])
        else:
            texte = _SIMPLES[champ.nature](fiche[champ.nom], souvenirs)
            textes[champ.nom] = (texte,) if texte or champ.nature is not Nature.CASE else ()
    return textes, souvenirs


def a_plat(liste: str, lignes: Iterable[Mapping[str, Any]]) -> Textes:
    """Lines of a list as dotted fields; a value that is a list is one of lines too."""
    textes: Textes = {}
    for i, ligne in enumerate(lignes):
        for nom, valeur in ligne.items():
            if isinstance(valeur, list):
                textes |= a_plat(f"{liste}.{i}.{nom}", valeur)
            else:
                textes[f"{liste}.{i}.{nom}"] = (valeur,)
    return textes


def _date(d: DateIncertaine | None, souvenirs: Souvenirs) -> str:
    texte = dire_date(d)
    if d is not None:
        souvenirs.dates[nu(texte)] = d
    return texte


def _choisi(valeur: Any, _: Souvenirs) -> str:
    if isinstance(valeur, dict):
        return str(valeur["id"])
    return str(valeur.value) if valeur is not None else ""


def montant(centimes: int | None) -> str:
    """« 12 500 », without the sign the label gives."""
    return "" if centimes is None else euros(centimes).removesuffix("€").strip("\u202f")


_SIMPLES: Mapping[Nature, Callable[[Any, Souvenirs], str]] = {
    Nature.MOT: lambda v, _: v or "",
    Nature.TEXTE: lambda v, _: v or "",
    Nature.CHOIX: _choisi,
    Nature.CASE: lambda v, _: "oui" if v else "",
    Nature.DATE: _date,
    Nature.EUROS: lambda v, _: montant(v),
    Nature.POURCENT: lambda v, _: "" if v is None else str(v),
}


def _acteur(a: Ligne, choix: Choix, _: Souvenirs) -> dict[str, Any]:
    structure, poste = a["structure"], a["poste"]
    connus = choix.postes.get(structure["id"])
    return {
        "role": a["role"].value,
        "structure": choix.structures.nommer(structure["id"], structure["code"]),
        "poste": (connus.nommer(poste["id"], poste["code"]) if connus else poste["code"]) if poste else "",
    }


def _jalon(j: Ligne, _: Choix, souvenirs: Souvenirs) -> dict[str, Any]:
    return {
        "titre": j["titre"],
        "date": _date(j["date"], souvenirs),
        "livrable": j["livrable"] or "",
        "fait_le": date_longue(j["fait_le"]) if j["fait_le"] else "",
    }


def _financement(f: Ligne, _: Choix, souvenirs: Souvenirs) -> dict[str, Any]:
    if f["structure"]:
        souvenirs.financeurs[nu(f["financeur"])] = f["structure"]["id"]
    montants = {c: montant(f[c]) for c in ("demande", "promis", "obtenu", "depense")}
    return {"financeur": f["financeur"], "annee": str(f["annee"]), **montants}


def _quand(c: Ligne, souvenirs: Souvenirs) -> str:
    return _date(c["date"], souvenirs) if c["date"] else c["periode"] or ""


def cle_de_pose(usage: str, libelle: str, valeur: str, quand: str) -> tuple[str, ...]:
    """What a baseline or a target is remembered by."""
    return usage, nu(libelle), nu(valeur), nu(quand)


def cle_de_mesure(valeur: str, quand: str, source: str) -> tuple[str, ...]:
    """What a measure is remembered by."""
    return nu(valeur), nu(quand), nu(source)


def _pose(i: Ligne, usage: str, souvenirs: Souvenirs) -> tuple[str, str]:
    """Value and moment of a baseline or a target, whose source the form does not show."""
    c = i[usage]
    if c is None:
        return "", ""
    valeur, quand = nombre(c["valeur"]), _quand(c, souvenirs)
    souvenirs.mesures[cle_de_pose(usage, i["libelle"], valeur, quand)] = c
    return valeur, quand


def _mesure(c: Ligne, souvenirs: Souvenirs) -> dict[str, Any]:
    ligne = {"valeur": nombre(c["valeur"]), "quand": _quand(c, souvenirs), "source": c["source"] or ""}
    souvenirs.mesures[cle_de_mesure(ligne["valeur"], ligne["quand"], ligne["source"])] = c
    return ligne


def _indicateur(i: Ligne, _: Choix, souvenirs: Souvenirs) -> dict[str, Any]:
    depart, cible = _pose(i, "depart", souvenirs), _pose(i, "cible", souvenirs)
    return {
        "libelle": i["libelle"],
        "unite": i["unite"] or "",
        "source": i["source"] or "",
        "depart": depart[0],
        "depart_quand": depart[1],
        "cible": cible[0],
        "cible_quand": cible[1],
        "mesures": [_mesure(c, souvenirs) for c in i["mesures"]],
    }


_LIGNES: Mapping[str, Callable[[Any, Choix, Souvenirs], dict[str, Any]]] = {
    "acteurs": _acteur,
    "publics": lambda p, *_: {"libelle": p},
    "territoires": lambda t, choix, _: {"territoire": choix.territoires.nommer(t["id"], t["code"])},
    "liens": lambda lien, *_: {"libelle": lien["libelle"], "url": lien["url"]},
    "financements": _financement,
    "jalons": _jalon,
    "indicateurs": _indicateur,
}


def lignes_de(liste: Champ, textes: Mapping[str, tuple[str, ...]]) -> list[dict[str, Any]]:
    """Lines of a list back from its dotted fields, in order, each with every column, and the lines it holds."""
    debut = f"{liste.nom}."
    noms = {nom.removeprefix(debut).partition(".")[0] for nom in textes if nom.startswith(debut)}
    numeros = sorted(int(n) for n in noms if n.isascii() and n.isdigit() and len(n) <= CHIFFRES_MAX)
    return [_ligne(liste, textes, f"{debut}{n}") for n in numeros]


def _ligne(liste: Champ, textes: Mapping[str, tuple[str, ...]], prefixe: str) -> dict[str, Any]:
    ligne: dict[str, Any] = {c: next(iter(textes.get(f"{prefixe}.{c}", ())), "") for c in liste.colonnes}
    if liste.sous:
        dedans = {n.removeprefix(f"{prefixe}."): v for n, v in textes.items() if n.startswith(f"{prefixe}.")}
        ligne[liste.sous.nom] = lignes_de(liste.sous, dedans)
    return ligne


def est_vide(ligne: Mapping[str, Any]) -> bool:
    """Nothing was typed in it: a role is always chosen, and lines that hold nothing say nothing."""
    valeurs = (valeur for nom, valeur in ligne.items() if nom != "role")
    return all(all(map(est_vide, v)) if isinstance(v, list) else not v.strip() for v in valeurs)


def completer(section: Section, textes: Textes, enregistres: Textes) -> Textes:
    """The same with the stored texts of fields that did not come at all: only an unticked box says nothing."""
    venus = {nom.partition(".")[0] for nom in textes}
    absents = {c.nom for c in section.champs if c.nature not in {Nature.CASE, Nature.CASES}} - venus
    return textes | {n: v for n, v in enregistres.items() if n.partition(".")[0] in absents}


def sans_lignes_vides(section: Section, textes: Textes) -> Textes:
    """The same with its lists renumbered from 0, without their empty lines."""
    listes = section.listes
    autres = {n: v for n, v in textes.items() if n.partition(".")[0] not in {c.nom for c in listes}}
    for liste in listes:
        autres |= a_plat(liste.nom, _pleines(lignes_de(liste, textes)))
    return autres


def _pleines(lignes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {nom: _pleines(valeur) if isinstance(valeur, list) else valeur for nom, valeur in ligne.items()}
        for ligne in lignes
        if not est_vide(ligne)
    ]
