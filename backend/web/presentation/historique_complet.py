"""The history of a fiche in words, act by act: lists element by element, long texts word by word."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from backend.queries.lecture import Ligne
from backend.web.adresses import fiches_action as acces
from backend.web.contexts import ActeDHistorique, ChangementDeChamp
from backend.web.presentation.elements import elements_du_journal
from backend.web.presentation.historique import TEXTES_LONGS, auteur, champ_dit, nom_d_acte
from exports.formats import date_longue, typographier
from exports.formats.markdown import markdown_en_texte
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_nouvelle
from fne_roadmaps.domain.fusion import Morceau, comparer
from fne_roadmaps.domain.listes import rapprocher

MIS_DE_COTE = "conflit"


def acte_en_mots(
    entrees: Sequence[Ligne], noms: Mapping[str, str], fuseau: str, lecteur: Acteur, droits: frozenset[Droit]
) -> ActeDHistorique:
    """One act, told in the time zone of the governance; authors by organisation and function, never by name."""
    premiere = entrees[0]
    return ActeDHistorique(
        le=premiere["le"].astimezone(ZoneInfo(fuseau)),
        acte=nom_d_acte(entrees),
        auteur=auteur(entrees),
        pourquoi=typographier(premiere["pourquoi"]) if premiere["pourquoi"] else None,
        changements=tuple(c for e in entrees for c in _changements(e, noms)),
        retablir=_retablir(entrees, lecteur, droits),
    )


def _retablir(entrees: Sequence[Ligne], lecteur: Acteur, droits: frozenset[Droit]) -> str | None:
    """Where news that were taken back come back, for who may."""
    for e in entrees:
        if e["concept"] == "nouvelle" and e["action"] == "creer" and e["retiree"]:
            signataire: UUID | None = e["signataire"]
            if Droit.REDIGER in droits_sur_nouvelle(lecteur, droits, e["acteur"], signataire):
                return acces.retablir_nouvelle(e["objet"])
    return None


def _changements(e: Ligne, noms: Mapping[str, str]) -> list[ChangementDeChamp]:
    avant, apres = (json.loads(e[sens]) if e[sens] is not None else None for sens in ("avant", "apres"))
    if e["concept"] == "nouvelle":
        return _nouvelle(e, avant, apres)
    dit = champ_dit(e["champ"])
    if dit is None:
        return []
    if e["action"] == MIS_DE_COTE:
        cote = typographier(f"{dit.libelle} : texte mis de côté")
        return [ChangementDeChamp(champ=cote, avant=(Morceau(_dire(e["champ"], avant, noms), propre=True),))]
    return [changement(dit.libelle, e["champ"], avant, apres, noms)]


def changement(libelle: str, champ: str, avant: Any, apres: Any, noms: Mapping[str, str]) -> ChangementDeChamp:
    """A field before and after."""
    if isinstance(avant, list) or isinstance(apres, list):
        listes = (elements_du_journal(champ, liste or (), noms) for liste in (avant, apres))
        ecarts = rapprocher(*listes)
        return ChangementDeChamp(champ=libelle, ecarts=ecarts, note=None if ecarts else "Ordre changé")
    if isinstance(avant, dict) or isinstance(apres, dict):
        unes = (elements_du_journal(champ, [v] if v else (), noms) for v in (avant, apres))
        return ChangementDeChamp(champ=libelle, ecarts=rapprocher(*unes))
    if champ in TEXTES_LONGS and isinstance(avant, str) and isinstance(apres, str):
        un, autre = comparer(typographier(avant), typographier(apres))
        return ChangementDeChamp(champ=libelle, avant=un, apres=autre)
    seuls = [(Morceau(_dire(champ, v, noms), propre=True),) if v is not None else () for v in (avant, apres)]
    return ChangementDeChamp(champ=libelle, avant=seuls[0], apres=seuls[1], note=None if any(seuls) else "Vidé")


def _dire(champ: str, valeur: Any, noms: Mapping[str, str]) -> str:
    dit = champ_dit(champ)
    if str(valeur) in noms:
        return typographier(noms[str(valeur)])
    if dit and dit.dire and not isinstance(valeur, list | dict):
        return dit.dire(valeur)
    if isinstance(valeur, list | dict):
        elements = elements_du_journal(champ, valeur if isinstance(valeur, list) else [valeur], noms)
        return " ; ".join(e.phrase for e in elements)
    return typographier(str(valeur))


def _nouvelle(e: Ligne, avant: Any, apres: Any) -> list[ChangementDeChamp]:
    """What news said; nothing of those that were taken back."""
    if e["retiree"]:
        return []
    if e["action"] == "creer":
        return [ChangementDeChamp(champ="Nouvelles", apres=(Morceau(typographier(markdown_en_texte(apres["texte"]))),))]
    if e["champ"] == "texte":
        un, autre = comparer(typographier(avant or ""), typographier(apres or ""))
        return [ChangementDeChamp(champ="Nouvelles", avant=un, apres=autre)]
    if e["champ"] == "le":
        jours = [(Morceau(date_longue(date.fromisoformat(v)), propre=True),) for v in (avant, apres)]
        return [ChangementDeChamp(champ="Date", avant=jours[0], apres=jours[1])]
    return []
