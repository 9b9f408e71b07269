"""A bulk change in words: its form, its preview, its outcome."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from backend.queries.lecture import Ligne
from backend.services.changements_groupes import Apercu, LigneApercu
from backend.web import adresses
from backend.web.adresses import liste_de_fiches as acces
from backend.web.contexts import (
    ApercuDeChangement,
    Cadre,
    ChangementFaitContexte,
    ChangementRecent,
    ErreurDeChamp,
    FicheChangee,
    Formulaire,
)
from backend.web.formulaires import Saisie, nouvelle_cle
from backend.web.presentation.mots import texte
from exports.formats import majuscule, typographier
from fne_roadmaps.domain.changements_groupes import ChampGroupe, GesteDePilote, Sort
from fne_roadmaps.domain.enums import Avancement, Meteo, Priorite

LIBELLES = {
    "champ": "Ce qui change",
    "avancement": "Nouveau statut",
    "priorite": "Priorité",
    "meteo": "Météo",
    "axe": "Axe",
    "fin": "Échéance",
    "structure": "Structure",
    "geste": "Pilote",
    "pourquoi": "Pourquoi",
    "fiches": "Fiches",
}
VALEURS = ("avancement", "priorite", "meteo", "axe", "fin", "structure", "geste")
VERS = "vers_{}"
"""Name of the field of a new value: without the prefix, it is a filter of the list."""


def lire_valeurs(saisie: Saisie) -> dict[str, str]:
    """What the form asks, under the names of the command."""
    valeurs = {nom: saisie.un(VERS.format(nom)) for nom in VALEURS}
    return {"champ": saisie.un("champ"), "pourquoi": saisie.un("pourquoi"), **valeurs}


def champ_du_formulaire(erreur: ErreurDeChamp) -> ErreurDeChamp:
    """A refusal under the name its field has in the form."""
    return replace(erreur, champ=VERS.format(erreur.champ)) if erreur.champ in VALEURS else erreur


def champs(mot: str) -> tuple[tuple[str, str], ...]:
    """Codes and words of what may change."""
    return tuple((c.value, majuscule(mot) if c is ChampGroupe.AXE else c.libelle) for c in ChampGroupe)


def options(axes: Iterable[Ligne]) -> dict[str, tuple[tuple[str, str], ...]]:
    """The choices of each field that has some."""
    return {
        "avancement": tuple((a.value, a.libelle) for a in Avancement),
        "priorite": tuple((p.value, p.libelle) for p in Priorite),
        "meteo": tuple((m.value, m.libelle) for m in Meteo),
        "geste": tuple((g.value, g.libelle) for g in GesteDePilote),
        "axe": tuple((str(a["id"]), f"{a['rang']}. {texte(a['titre']) or 'titre non publié'}") for a in axes),
    }


def apercu_en_mots(apercu: Apercu, feuille: UUID, saisie: Saisie, requete: Mapping[str, str]) -> ApercuDeChangement:
    """The preview and the form that does it: it carries every fiche that would change, at the version seen."""
    changent = apercu.de(Sort.CHANGE)
    noms = ("champ", "pourquoi", *(VERS.format(n) for n in VALEURS))
    gardees = {nom: (saisie.un(nom),) for nom in noms if saisie.un(nom)}
    return ApercuDeChangement(
        changent=tuple(_ligne(x) for x in changent),
        refusees=tuple(_ligne(x) for x in apercu.de(Sort.REFUSEE)),
        inchangees=tuple(_ligne(x) for x in apercu.de(Sort.INCHANGEE)),
        lues=" ".join(f"{x.fiche}:{x.version}" for x in (*changent, *apercu.de(Sort.REFUSEE))),
        executer=Formulaire(
            action=acces.changement(feuille, requete),
            retour="",
            valeurs=gardees,
            cle=nouvelle_cle(),
        ),
    )


def _ligne(x: LigneApercu) -> FicheChangee:
    return FicheChangee(
        titre=typographier(x.titre),
        href=adresses.fiche_action(x.fiche),
        numero=x.numero,
        avant=x.avant,
        apres=x.apres,
        cause=typographier(x.cause) if x.cause else None,
    )


def contexte_fait(fait: Ligne, contenu: Mapping[str, Any], cadre: Cadre, *, le_mien: bool) -> ChangementFaitContexte:
    """The outcome; only its author is offered to undo it."""
    annulation = contenu.get("annulation") or {}
    return ChangementFaitContexte(
        cadre=cadre,
        libelle=typographier(fait["libelle"]),
        fait_le=fait["fait_le"],
        retour=adresses.feuille_de_route(fait["feuille_de_route"], None, "fiches"),
        faites=tuple(_tenue(f) for f in contenu["faites"]),
        refusees=tuple(_tenue(f) for f in contenu["refusees"]),
        inchangees=contenu["inchangees"],
        pourquoi=texte(contenu["pourquoi"]),
        annuler=acces.annuler_changement(fait["id"]) if le_mien and fait["annule_le"] is None else None,
        annule_le=fait["annule_le"],
        retablies=len(annulation.get("retablies", ())),
        restees=tuple(_tenue(f) for f in annulation.get("restees", ())),
    )


def _tenue(f: Mapping[str, Any]) -> FicheChangee:
    return FicheChangee(
        titre=typographier(f["titre"]),
        href=adresses.fiche_action(f["fiche"]),
        numero=f["numero"],
        avant=f.get("de"),
        apres=f.get("a"),
        cause=typographier(f["cause"]) if f.get("cause") else None,
    )


def recents_en_mots(recents: Iterable[Ligne]) -> tuple[ChangementRecent, ...]:
    """The last bulk changes of the reader."""
    return tuple(
        ChangementRecent(
            libelle=typographier(r["libelle"]),
            href=acces.changement_fait(r["id"]),
            fait_le=r["fait_le"],
            annule=r["annule_le"] is not None,
        )
        for r in recents
    )


def lire_lues(brut: str) -> list[dict[str, Any]]:
    """« clé:version clé:version » as the form carries it; what cannot be read is left to the command to refuse."""
    return [
        {"fiche": cle, "version": int(version) if version.isascii() and version.isdigit() else 0}
        for cle, _, version in (morceau.partition(":") for morceau in brut.split())
    ]


def cochees(valeurs: Collection[str]) -> list[UUID]:
    """Keys of the ticked fiches, each once; what is no key is left out."""
    cles = []
    for valeur in dict.fromkeys(valeurs):
        try:
            cles.append(UUID(valeur))
        except ValueError:
            continue
    return cles
