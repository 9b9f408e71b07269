"""The page of a conflict: both texts of each field two people changed, and something to start from."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from backend.queries.lecture import Ligne
from backend.web.contexts import ConflitDeChamp, ErreurDeChamp
from backend.web.edition.demeler import (
    CHOIX,
    COMPOSE,
    LU,
    MIEN,
    empreintes,
    en_clair,
    listes_reunies,
    miens,
    textes_du_champ,
)
from backend.web.edition.ouverte import Ouverte, Saisi, options_de
from backend.web.edition.sections import Champ, Nature, Section
from backend.web.edition.textes import Textes
from exports.formats import typographier
from fne_roadmaps.domain.enums import RoleActeur
from fne_roadmaps.domain.fusion import comparer, fusionner

CHANGE = "le texte a changé pendant votre saisie"
_COLONNES_DE_DATE = {"debut": ("debut_edtf", "debut_recu"), "fin": ("fin_edtf", "fin_recu")}


def mettre_en_conflit(
    ouverte: Ouverte, saisi: Saisi, journal: Sequence[Ligne]
) -> tuple[Saisi, dict[str, ConflitDeChamp]]:
    """The form of a conflict: a merge to start from in each new one, and both texts of each.

    The person now sees what is saved: the form carries the stored version and its digests.
    """
    textes = dict(saisi.textes)
    conflits: dict[str, ConflitDeChamp] = {}
    for nom in (*saisi.nouveaux, *saisi.en_cours):
        champ = ouverte.section.champ(nom)
        neuf = nom in saisi.nouveaux
        mien = textes_du_champ(champ, saisi.textes) if neuf else miens(champ, saisi.textes)
        leur = textes_du_champ(champ, ouverte.textes)
        sure = False
        if neuf:
            compose, sure = _composer(champ, mien, leur, saisi, journal)
            textes = {n: v for n, v in textes.items() if n not in mien} | compose
        choix = COMPOSE if neuf else next(iter(saisi.textes.get(f"{CHOIX}{nom}", ())), COMPOSE)
        # An empty list or an unticked box leaves no field behind: one says that it was there.
        mien = mien or {nom: ("",)}
        textes = {n: v for n, v in textes.items() if not _a_moi(champ, n)}
        textes |= {f"{MIEN}{n}": v for n, v in mien.items()} | {f"{CHOIX}{nom}": (choix,)}
        conflits[nom] = _conflit(ouverte, champ, mien, leur, journal, sure=sure, choix=choix)
    neuf_saisi = replace(
        saisi,
        textes=textes,
        version=ouverte.fiche["version"],
        lus=empreintes(ouverte.section, ouverte.textes),
        erreurs=(*_dits(conflits, saisi.nouveaux), *saisi.erreurs),
    )
    return neuf_saisi, conflits


def _dits(conflits: Mapping[str, ConflitDeChamp], nouveaux: Sequence[str]) -> tuple[ErreurDeChamp, ...]:
    return tuple(
        ErreurDeChamp(champ=f"conflit.{nom}", libelle=conflits[nom].libelle, message=CHANGE) for nom in nouveaux
    )


def _a_moi(champ: Champ, nom: str) -> bool:
    racine = nom.removeprefix(MIEN).partition(".")[0]
    return nom.startswith(MIEN) and racine == champ.nom


def _composer(champ: Champ, mien: Textes, leur: Textes, saisi: Saisi, journal: Sequence[Ligne]) -> tuple[Textes, bool]:
    """What to start from: both changes together; for a choice or a date, one's own."""
    if champ.nature is Nature.LISTE:
        lus = {nom: (lu,) for nom, lu in saisi.lus.items()}
        return listes_reunies(champ, mien, leur, lus), False
    if champ.nature not in {Nature.TEXTE, Nature.MOT}:
        return mien, False
    un, autre = (next(iter(t.get(champ.nom, ())), "") for t in (mien, leur))
    fusion = fusionner(_depart(champ, saisi.lus.get(f"{LU}{champ.nom}"), journal), un, autre)
    texte = fusion.texte if champ.nature is Nature.TEXTE else fusion.texte.replace("\n", " ")
    return {champ.nom: (texte,)}, fusion.sure


def _depart(champ: Champ, lu: str | None, journal: Sequence[Ligne]) -> str | None:
    """The text both started from, found again in the journal by its digest."""
    if lu is None:
        return None
    seul = Section(code="", titre="", objet="", champs=(champ,))
    for entree in journal:
        if entree["champ"] == champ.nom and entree["action"] != "conflit":
            for stocke in (entree["avant"], entree["apres"]):
                texte = json.loads(stocke) if stocke else ""
                if isinstance(texte, str) and empreintes(seul, {champ.nom: (texte,)})[f"{LU}{champ.nom}"] == lu:
                    return texte
    return None


def _conflit(
    ouverte: Ouverte,
    champ: Champ,
    mien: Textes,
    leur: Textes,
    journal: Sequence[Ligne],
    *,
    sure: bool,
    choix: str,
) -> ConflitDeChamp:
    colonnes = _COLONNES_DE_DATE.get(champ.nom, (champ.nom,))
    ecriture = next((e for e in journal if e["champ"] in colonnes and e["action"] != "conflit"), None)
    cote_mien, cote_leur = comparer(_lisible(ouverte, champ, mien), _lisible(ouverte, champ, leur))
    return ConflitDeChamp(
        champ=champ.nom,
        libelle=champ.libelle,
        mien=cote_mien,
        enregistre=cote_leur,
        miens=tuple((f"{MIEN}{n}", v) for n, valeurs in mien.items() for v in valeurs),
        auteur=auteur_de(ecriture),
        le=ouverte.local(ecriture["le"]) if ecriture else None,
        liste=champ.nature is Nature.LISTE,
        sure=sure,
        choix=choix,
    )


def _lisible(ouverte: Ouverte, champ: Champ, textes: Textes) -> str:
    """What a person reads: labels of what was chosen, dates and texts as they are."""
    if champ.nature is Nature.CASE:
        return "Oui" if textes.get(champ.nom) else "Non"
    options = dict(options_de(ouverte.section, ouverte.choix).get(champ.nom, ()))
    if champ.nature in {Nature.CHOIX, Nature.CASES}:
        return ", ".join(options.get(v, v) for v in textes.get(champ.nom, ()) if v)
    if champ.nature is Nature.LISTE:
        roles = {r.value: r.libelle for r in RoleActeur}
        return en_clair(champ, {n: tuple(roles.get(v, v) for v in vs) for n, vs in textes.items()})
    return next(iter(textes.get(champ.nom, ())), "")


def auteur_de(ecriture: Ligne | None) -> str | None:
    """Who wrote, by organisation and function; None when the journal does not tell."""
    if ecriture is None or not ecriture["structure"]:
        return None
    fonction = ecriture["fonction"]
    return typographier(f"{ecriture['structure']}, {fonction}" if fonction else str(ecriture["structure"]))
