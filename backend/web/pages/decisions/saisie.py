"""From the form of a decision to its command, and from a decision to the form."""

from __future__ import annotations

import json
import re
from typing import Any

from backend.queries.lecture import Ligne
from backend.web.dates_saisies import dire_date, lire_date
from backend.web.edition.choix import Choix
from backend.web.formulaires import Saisie
from fne_roadmaps.domain.dates import lire_jour_dit
from fne_roadmaps.domain.enums import GenreEffet
from fne_roadmaps.domain.errors import ReglesViolees, RegleViolee

LIBELLES = {
    "point": "Point de l’ordre du jour",
    "texte": "Texte de la décision",
    "nature": "Nature",
    "mode_decision": "Comment elle est prise",
    "adoption": "Adoption",
    "date": "Date",
    "responsable": "Qui en répond",
    "echeance": "Échéance",
    "fiches": "Fiches concernées",
    "retenir": "Fiches à retenir",
    "retenir_axe": "Axe d’arrivée",
    "ecarter": "Fiches à écarter",
    "ecarter_motif": "Motif",
    "avancement_fiches": "Fiches dont l’avancement change",
    "avancement": "Nouvel avancement",
    "cadence": "Nouvelle cadence",
    "cadence_min": "Au moins, par an",
    "cadence_max": "Au plus, par an",
    "cadence_debut": "À partir du",
    "effets": "Ce que porte la décision",
    "effets.*": "Ce que porte la décision",
}
D_EFFETS = (
    *("retenir", "retenir_axe", "ecarter", "ecarter_motif", "avancement_fiches", "avancement"),
    *("cadence", "cadence_min", "cadence_max", "cadence_debut"),
)
"""Fields that say what the decision carries."""
_SIMPLES = ("texte", "nature", "mode_decision", "adoption")
_SEPARATEURS = re.compile(r"[\s,;]+")


def donnees(saisie: Saisie, choix: Choix, feuilles: list[Ligne], *, effets: bool) -> dict[str, Any]:
    """What was typed, as the commands read it. Raises ReglesViolees naming every field that cannot be read."""
    refus: list[RegleViolee] = []
    lues: dict[str, Any] = {champ: saisie.un(champ).strip() or None for champ in _SIMPLES if champ in saisie}

    def essayer(champ: str, lire: Any) -> None:
        try:
            lues[champ] = lire()
        except RegleViolee as violation:
            refus.append(violation)

    essayer("date", lambda: lire_date(saisie.un("date"), "date"))
    essayer("echeance", lambda: lire_date(saisie.un("echeance"), "echeance"))
    nom = saisie.un("responsable").strip()
    essayer("responsable", lambda: str(choix.lire_structure(nom, "responsable")) if nom else None)
    lues["fiches"] = codes_de_fiches(saisie.un("fiches"), feuilles)
    if effets:
        essayer("effets", lambda: _effets(saisie, feuilles))
    if refus:
        raise ReglesViolees(refus)
    return lues


def codes_de_fiches(texte: str, feuilles: list[Ligne]) -> list[str]:
    """« 1.3, p12 » as codes: a bare number is of the newest roadmap; a whole code stays as typed."""
    feuille = feuilles[0]["code"] if feuilles else ""
    mots = [mot for mot in _SEPARATEURS.split(texte.strip()) if mot]
    return list(dict.fromkeys(mot if "/" in mot or not feuille else f"{feuille}/{mot}" for mot in mots))


def _effets(saisie: Saisie, feuilles: list[Ligne]) -> list[dict[str, Any]]:
    suites: tuple[tuple[str, dict[str, Any]], ...] = (
        ("retenir", {"genre": "retenir", "axe": saisie.un("retenir_axe") or None}),
        ("ecarter", {"genre": "ecarter", "motif": saisie.un("ecarter_motif").strip() or None}),
        ("avancement_fiches", {"genre": "avancement", "avancement": saisie.un("avancement") or None}),
    )
    effets: list[dict[str, Any]] = [
        {**effet, "fiche": fiche} for champ, effet in suites for fiche in codes_de_fiches(saisie.un(champ), feuilles)
    ]
    if cadence := saisie.un("cadence").strip():
        debut = saisie.un("cadence_debut").strip()
        effets.append(
            {
                "genre": "cadence",
                "cadence": {
                    "texte": cadence,
                    "min_par_an": _nombre(saisie, "cadence_min"),
                    "max_par_an": _nombre(saisie, "cadence_max"),
                    "debut": lire_jour_dit(debut, "cadence_debut") if debut else None,
                },
            }
        )
    return effets


def _nombre(saisie: Saisie, champ: str) -> int | None:
    texte = saisie.un(champ).strip()
    if not texte:
        return None
    if not (texte.isascii() and texte.isdigit() and len(texte) < 4):
        raise RegleViolee(champ, f"« {texte[:20]} » n’est pas un nombre de réunions par an.")
    return int(texte)


def valeurs_de(decision: Ligne, choix: Choix, axes: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """What the form of a stored decision holds; ``axes`` gives the code of an axe by its key."""
    valeurs = {
        "texte": decision["texte"] or "",
        "nature": decision["nature"].value,
        "mode_decision": decision["mode_decision"].value if decision["mode_decision"] else "",
        "date": dire_date(decision["date"]),
        "echeance": dire_date(decision["echeance"]),
        "responsable": choix.structures.nommer(decision["responsable"]["id"], decision["responsable"]["nom"])
        if decision["responsable"]
        else "",
        "fiches": ", ".join(f["code"] or str(f["id"]) for f in decision["fiches"]),
    }
    for champ, genre in (("retenir", "retenir"), ("ecarter", "ecarter"), ("avancement_fiches", "avancement")):
        siens = [e for e in decision["effets"] if e["genre"] == genre and e["fiche"]]
        valeurs[champ] = ", ".join(e["fiche"]["code"] or str(e["fiche"]["id"]) for e in siens)
        if siens and genre == "retenir":
            valeurs["retenir_axe"] = axes.get(siens[0]["valeur"] or "", "")
        if siens and genre == "ecarter":
            valeurs["ecarter_motif"] = siens[0]["motif"] or ""
        if siens and genre == "avancement":
            valeurs["avancement"] = siens[0]["valeur"]
    for effet in decision["effets"]:
        if effet["genre"] is GenreEffet.CADENCE:
            cadence = json.loads(effet["valeur"])
            valeurs |= {"cadence": cadence["texte"], "cadence_debut": cadence.get("debut", "")}
            valeurs |= {f"cadence_{b}": str(cadence.get(f"{b}_par_an", "")) for b in ("min", "max")}
    return {nom: (valeur,) for nom, valeur in valeurs.items()}
