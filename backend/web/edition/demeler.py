"""What one person typed against what another saved meanwhile: settled field by field, or shown as a conflict.

A form carries a digest of each field as it was read (« lu.titre »; one digest a line for a list). A field changed on
one side only is taken from that side; a field changed on both is for the person to settle.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from backend.web.edition.sections import Champ, Nature, Section
from backend.web.edition.textes import Textes, a_plat, lignes_de, nu
from fne_roadmaps.domain.fusion import fusionner_lignes

LU, MIEN, CHOIX = "lu.", "mien.", "choix."
LE_MIEN, L_ENREGISTRE, COMPOSE = "mien", "enregistre", "compose"
_LONGUEUR = 16


@dataclass(frozen=True, slots=True)
class Demele:
    """``textes`` is what stands after what could be settled; ``a_ecrire`` the fields to save from it.

    ``conflits`` are the fields both sides changed: they keep the typed texts.
    """

    textes: Textes
    a_ecrire: tuple[str, ...]
    conflits: tuple[str, ...] = ()


def textes_du_champ(champ: Champ, textes: Textes) -> Textes:
    """The texts of one field, with the lines of a list."""
    debut = f"{champ.nom}."
    return {n: v for n, v in textes.items() if n == champ.nom or n.startswith(debut)}


def empreintes(section: Section, textes: Textes) -> dict[str, str]:
    """Digests of each field as it is shown, under the names of the hidden fields that carry them."""
    return {f"{LU}{champ.nom}": _empreinte(champ, textes) for champ in section.champs}


def demeler(
    section: Section, noms: Iterable[str], textes: Textes, enregistres: Textes, lus: Mapping[str, tuple[str, ...]]
) -> Demele:
    """Settle the fields ``noms``. A field that differs and has no digest is a conflict: nobody knows who changed it."""
    resultat, a_ecrire, conflits = dict(textes), [], []
    for nom in noms:
        champ = section.champ(nom)
        mien, leur = _empreinte(champ, textes), _empreinte(champ, enregistres)
        lu = next(iter(lus.get(f"{LU}{nom}", ())), None)
        if mien == leur:
            continue
        if lu == leur:
            a_ecrire.append(nom)
        elif lu == mien:
            resultat = _remplacer(champ, resultat, textes_du_champ(champ, enregistres))
        else:
            conflits.append(nom)
    return Demele(resultat, tuple(a_ecrire), tuple(conflits))


def trancher(section: Section, textes: Textes, enregistres: Textes) -> Textes:
    """The texts once the choices made on the page of a conflict are applied.

    A composed text is as typed; so is a field whose author's own text did not come with the choice.
    """
    resultat = dict(textes)
    for champ in section.champs:
        choix = next(iter(textes.get(f"{CHOIX}{champ.nom}", ())), None)
        if choix == LE_MIEN and (mien := miens(champ, textes)):
            resultat = _remplacer(champ, resultat, mien)
        elif choix == L_ENREGISTRE:
            resultat = _remplacer(champ, resultat, textes_du_champ(champ, enregistres))
    return resultat


def miens(champ: Champ, textes: Textes) -> Textes:
    """The texts of a field as its author had typed them when the conflict came up."""
    return textes_du_champ(champ, {n.removeprefix(MIEN): v for n, v in textes.items() if n.startswith(MIEN)})


def ecartes(section: Section, poses: Textes, finaux: Textes, enregistres: Textes) -> dict[str, tuple[Any, Any]]:
    """For the journal: by settled field, the text set aside and the one kept.

    A composed text sets aside the typed one; the saved one is in the journal of the change itself.
    """
    trouves = {}
    for champ in section.champs:
        choix = next(iter(poses.get(f"{CHOIX}{champ.nom}", ())), None)
        if choix in {LE_MIEN, L_ENREGISTRE, COMPOSE}:
            perdant = enregistres if choix == LE_MIEN else miens(champ, poses)
            garde = en_clair(champ, finaux)
            if (ecarte := en_clair(champ, perdant)) != garde:
                trouves[champ.nom] = (ecarte or None, garde or None)
    return trouves


def en_clair(champ: Champ, textes: Textes) -> str:
    """A field as one text: a list is one line a line."""
    if champ.nature is Nature.LISTE:
        return "\n".join(_dire(ligne) for ligne in lignes_de(champ, textes))
    return ", ".join(nu(v) for v in textes.get(champ.nom, ()))


def listes_reunies(champ: Champ, textes: Textes, enregistres: Textes, lus: Mapping[str, tuple[str, ...]]) -> Textes:
    """Both versions of a list in one, to start from: lines added come, removed go, changed by both come twice."""
    lu = next(iter(lus.get(f"{LU}{champ.nom}", ())), None)
    miennes, leurs = lignes_de(champ, textes), lignes_de(champ, enregistres)
    ordre = fusionner_lignes(lu.split() if lu is not None else None, [*map(_resume, miennes)], [*map(_resume, leurs)])
    return a_plat(champ.nom, [(miennes if a_moi else leurs)[place] for a_moi, place in ordre])


def _remplacer(champ: Champ, textes: Textes, par: Textes) -> Textes:
    retires = textes_du_champ(champ, textes)
    return {n: v for n, v in textes.items() if n not in retires} | par


def _empreinte(champ: Champ, textes: Textes) -> str:
    if champ.nature is Nature.LISTE:
        return " ".join(_resume(ligne) for ligne in lignes_de(champ, textes))
    valeurs = [nu(v) for v in textes.get(champ.nom, ()) if nu(v)]
    return _hacher("\x1f".join(sorted(valeurs) if champ.nature is Nature.CASES else valeurs))


def _resume(ligne: Mapping[str, Any]) -> str:
    return _hacher("\x1f".join(_valeurs(ligne)))


def _valeurs(ligne: Mapping[str, Any]) -> list[str]:
    return [
        f"{nom}\x1e" + ("\x1d".join(map(_resume, valeur)) if isinstance(valeur, list) else nu(valeur))
        for nom, valeur in sorted(ligne.items())
    ]


def _dire(ligne: Mapping[str, Any]) -> str:
    dits = [nu(v) for v in ligne.values() if isinstance(v, str) and nu(v)]
    dedans = [_dire(sous) for v in ligne.values() if isinstance(v, list) for sous in v]
    return " · ".join([*dits, *dedans])


def _hacher(texte: str) -> str:
    return sha256(texte.encode("utf-8", "replace")).hexdigest()[:_LONGUEUR]
