"""From what was typed in a section to the data of the command, with every refusal at its field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from backend.web.dates_saisies import lire_date
from backend.web.edition.choix import Choix
from backend.web.edition.sections import Champ, Nature, Section
from backend.web.edition.textes import Souvenirs, Textes, cle_de_mesure, cle_de_pose, lignes_de, nu
from fne_roadmaps.domain.dates import DateIncertaine, DateIncomprise, lire_jour_dit
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.fiches_action import lire_euros
from fne_roadmaps.domain.textes import replier

VIDE_REFUSE = frozenset({"titre"})
"""Fields whose absence is told by the command itself."""


@dataclass(frozen=True, slots=True)
class _Lecture:
    choix: Choix
    souvenirs: Souvenirs
    refus: list[RegleViolee]

    def essayer(self, lire: Callable[[], Any]) -> Any:
        """What is read, None (and a refusal noted) when it cannot be."""
        try:
            return lire()
        except RegleViolee as refus:
            self.refus.append(refus)
            return None

    def date(self, texte: str, champ: str) -> DateIncertaine | None:
        return self.souvenirs.dates.get(nu(texte)) or lire_date(texte, champ)


def lire_section(
    section: Section, noms: Iterable[str], textes: Textes, choix: Choix, souvenirs: Souvenirs
) -> tuple[dict[str, Any], tuple[RegleViolee, ...]]:
    """Data of the fields ``noms``, and what is refused of them; ``textes`` has no empty line left.

    A refused value is left out of the data, so that the command can still be asked about the others.
    """
    lecture = _Lecture(choix, souvenirs, [])
    donnees: dict[str, Any] = {}
    for nom in noms:
        champ = section.champ(nom)
        if champ.nature is Nature.LISTE:
            lues = [_LIGNES[nom](lecture, ligne, f"{nom}.{i}") for i, ligne in enumerate(lignes_de(champ, textes))]
            donnees[nom] = lues
        elif champ.nature is Nature.CASES:
            donnees[nom] = [v for v in textes.get(nom, ()) if v.strip()]
        else:
            texte = next(iter(textes.get(nom, ())), "")
            avant = len(lecture.refus)
            valeur = _valeur(lecture, champ, texte)
            if len(lecture.refus) == avant:
                donnees[nom] = valeur
    return donnees, tuple(lecture.refus)


def champ_montre(section: Section, champ: str) -> str:
    """Where a form shows the field a refusal names: « publics.0 » is typed in « publics.0.libelle »."""
    for motif, montre in _AILLEURS:
        champ = motif.sub(montre, champ)
    racine, _, reste = champ.partition(".")
    liste = next((c for c in section.listes if c.nom == racine), None)
    if liste and reste.isdigit():
        return f"{champ}.{next(c for c in liste.colonnes if c != 'role')}"
    return champ


_AILLEURS = (
    (re.compile(r"^(indicateurs\.\d+\.(?:depart|cible))\.(?:valeur|source)$"), r"\1"),
    (re.compile(r"^(indicateurs\.\d+\.(?:depart|cible))\.(?:date|periode)$"), r"\1_quand"),
    (re.compile(r"^(indicateurs\.\d+\.mesures\.\d+)\.(?:date|periode)$"), r"\1.quand"),
)


def _valeur(lecture: _Lecture, champ: Champ, texte: str) -> Any:
    if champ.nature is Nature.CASE:
        return texte == "oui"
    if not texte.strip():
        return "" if champ.nom in VIDE_REFUSE else None
    if champ.nature is Nature.DATE:
        return lecture.essayer(lambda: lecture.date(texte, champ.nom))
    if champ.nature is Nature.EUROS:
        return lecture.essayer(lambda: lire_euros(texte, champ.nom))
    if champ.nature is Nature.POURCENT:
        return lecture.essayer(lambda: _entier(texte.strip().removesuffix("%"), champ.nom, "un nombre de 0 à 100", 3))
    return texte


def _entier(texte: str, champ: str, attendu: str, chiffres: int) -> int:
    propre = nu(texte)
    if not (propre.isascii() and propre.isdigit() and len(propre) <= chiffres):
        raise RegleViolee(champ, f"Indiquez {attendu}, par exemple « {40 if chiffres == 3 else 2025} ».")
    return int(propre)


def _ou_rien(texte: str) -> str | None:
    return texte if texte.strip() else None


def _acteur(lecture: _Lecture, ligne: Mapping[str, str], champ: str) -> dict[str, Any]:
    choix = lecture.choix
    if not ligne["structure"].strip():
        lecture.refus.append(RegleViolee(f"{champ}.structure", "Choisissez une structure dans la liste."))
        return {"role": ligne["role"], "structure": "-"}
    structure = lecture.essayer(lambda: choix.lire_structure(ligne["structure"], f"{champ}.structure"))
    poste = None
    if structure and ligne["poste"].strip():
        poste = lecture.essayer(lambda: choix.lire_poste(structure, ligne["poste"], f"{champ}.poste"))
    return {"role": ligne["role"], "structure": str(structure or "-"), "poste": poste and str(poste)}


def _jalon(lecture: _Lecture, ligne: Mapping[str, str], champ: str) -> dict[str, Any]:
    fait: date | None = None
    if ligne["fait_le"].strip():
        fait = lecture.essayer(lambda: lire_jour_dit(ligne["fait_le"], f"{champ}.fait_le"))
    return {
        "titre": ligne["titre"],
        "date": lecture.essayer(lambda: lecture.date(ligne["date"], f"{champ}.date")),
        "livrable": _ou_rien(ligne["livrable"]),
        "fait_le": fait,
    }


def _financement(lecture: _Lecture, ligne: Mapping[str, str], champ: str) -> dict[str, Any]:
    montants = {c: _montant(lecture, ligne[c], f"{champ}.{c}") for c in ("demande", "promis", "obtenu", "depense")}
    annee = lecture.essayer(lambda: _entier(ligne["annee"], f"{champ}.annee", "une année", 4))
    nom = ligne["financeur"]
    structure = lecture.choix.structures.lire(nom) or lecture.souvenirs.financeurs.get(nu(nom))
    # A year that cannot be read is already told: the command is asked about the rest of the line.
    return {"financeur": nom, "annee": annee or 2000, "structure": structure and str(structure), **montants}


def _montant(lecture: _Lecture, texte: str, champ: str) -> int | None:
    lu: int | None = lecture.essayer(lambda: lire_euros(texte, champ)) if texte.strip() else None
    return lu


def _chiffre(lecture: _Lecture, cle: tuple[str, ...], valeur: str, quand: str, champs: tuple[str, str]) -> Any:
    """A figure with its day, or else its period; as stored (``cle``) when it is as shown. None when it is refused."""
    tenu = lecture.souvenirs.mesures.get(cle)
    if tenu is not None:
        return {c: tenu[c] for c in ("valeur", "periode", "date", "source")}
    if not valeur.strip():
        lecture.refus.append(RegleViolee(champs[0], "Indiquez la valeur."))
        return None
    moment = lecture.essayer(lambda: _moment(lecture, quand, champs[1])) or {}
    return {"valeur": replier(valeur).replace(" ", ""), **moment}


def _moment(lecture: _Lecture, quand: str, champ: str) -> dict[str, Any]:
    with suppress(DateIncomprise):
        return {"date": lecture.date(quand, champ)} if quand.strip() else {}
    return {"periode": quand}


def _indicateur(lecture: _Lecture, ligne: Mapping[str, Any], champ: str) -> dict[str, Any]:
    poses = {nom: _pose(lecture, ligne, nom, champ) for nom in ("depart", "cible")}
    lues = [_mesure(lecture, m, f"{champ}.mesures.{j}") for j, m in enumerate(ligne["mesures"])]
    mesures = [m for m in lues if m is not None]
    textes = {c: _ou_rien(ligne[c]) for c in ("unite", "source")}
    return {"libelle": ligne["libelle"], **textes, **poses, "mesures": mesures}


def _mesure(lecture: _Lecture, m: Mapping[str, str], champ: str) -> Any:
    cle = cle_de_mesure(m["valeur"], m["quand"], m["source"])
    lue = _chiffre(lecture, cle, m["valeur"], m["quand"], (f"{champ}.valeur", f"{champ}.quand"))
    return lue if lue is None else {**lue, "source": _ou_rien(m["source"])}


def _pose(lecture: _Lecture, ligne: Mapping[str, Any], nom: str, champ: str) -> Any:
    """A baseline or a target, whose source the form does not show; None when nothing is typed."""
    valeur, quand = ligne[nom], ligne[f"{nom}_quand"]
    if not valeur.strip() and not quand.strip():
        return None
    cle = cle_de_pose(nom, ligne["libelle"], valeur, quand)
    return _chiffre(lecture, cle, valeur, quand, (f"{champ}.{nom}", f"{champ}.{nom}_quand"))


_LIGNES: Mapping[str, Callable[[_Lecture, Any, str], Any]] = {
    "acteurs": _acteur,
    "publics": lambda _, ligne, champ: ligne["libelle"],
    "territoires": lambda lecture, ligne, champ: lecture.choix.lire_territoire(ligne["territoire"]),
    "liens": lambda _, ligne, champ: dict(ligne),
    "financements": _financement,
    "jalons": _jalon,
    "indicateurs": _indicateur,
}
