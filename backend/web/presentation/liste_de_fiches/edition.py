"""The small form that changes one field of a fiche without leaving the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from backend.queries.lecture import Ligne
from backend.web.adresses import liste_de_fiches as acces
from backend.web.contexts import ConflitDeCellule, Edition, ErreurDeChamp, Formulaire, Option
from backend.web.dates_saisies import dire_date
from backend.web.formulaires import Saisie
from backend.web.presentation.liste_de_fiches.etat import EtatDeListe
from backend.web.presentation.liste_de_fiches.lignes import LIBELLES, ancre
from exports.formats import typographier
from fne_roadmaps.domain.enums import Avancement, Meteo, Priorite, Vocabulaire
from fne_roadmaps.domain.fiches_action import avancements_permis

_VOCABULAIRES: Mapping[str, type[Vocabulaire]] = {"priorite": Priorite, "meteo": Meteo, "avancement": Avancement}
LIBELLES_DES_CHAMPS = {
    "avancement": "Nouveau statut",
    "pourquoi": "Pourquoi",
    "garder": "Pilotes",
    "ajouter": "Structure à ajouter",
    "debut": "Début",
    "fin": "Échéance",
    "en_continu": "En continu",
    "priorite": "Priorité",
    "meteo": "Météo",
    "version": "Formulaire",
}


_PREMIERS = {"pilote": "ajouter", "dates": "debut"}
"""The field where the form opens, where it is not the one it changes."""


def edition(
    etat: EtatDeListe,
    f: Ligne,
    champ: str,
    noms: Sequence[str] = (),
    *,
    saisie: Saisie | None = None,
    erreurs: tuple[ErreurDeChamp, ...] = (),
    conflit: bool = False,
) -> Edition:
    """The form on the row ``f`` of the list, holding what was typed when it comes back refused.

    After a conflict it is read at the version stored now: sent again, it is a choice made knowingly.
    """
    valeurs = saisie.valeurs if saisie else _tenues(f, champ)
    version = saisie.version if saisie and not conflit else f["version"]
    return Edition(
        champ=champ,
        libelle=LIBELLES[champ],
        formulaire=Formulaire(
            action=acces.cellule(etat.feuille, f["id"], champ, etat.ici),
            retour=etat.lien(ancre(f["id"]), page=etat.valeurs.get("page")),
            valeurs=valeurs,
            erreurs=erreurs,
            version=version,
            focus=None if erreurs or conflit else _PREMIERS.get(champ, champ),
        ),
        options=_options(f, champ),
        noms=tuple(noms),
        conflit=ConflitDeCellule(enregistre=_dite(f, champ), propose=_proposee(saisie, champ))
        if conflit and saisie
        else None,
    )


def _tenues(f: Ligne, champ: str) -> dict[str, tuple[str, ...]]:
    """What is stored, as the fields of the form show it."""
    if champ == "pilote":
        return {"garder": tuple(p["code"] for p in f["pilotes"]), "ajouter": ("",)}
    if champ == "dates":
        continu = {"en_continu": ("oui",)} if f["en_continu"] else {}
        return {"debut": (dire_date(f["debut"]),), "fin": (dire_date(f["fin"]),), **continu}
    if champ == "avancement":
        return {}
    return {champ: (f[champ].value if f[champ] else "",)}


def _options(f: Ligne, champ: str) -> tuple[Option, ...]:
    if champ == "pilote":
        return tuple(Option(valeur=p["code"], libelle=typographier(p["nom"])) for p in f["pilotes"])
    if champ == "avancement":
        return tuple(Option(valeur=a.value, libelle=a.libelle) for a in avancements_permis(f["avancement"]))
    if champ == "dates":
        return ()
    return tuple(Option(valeur=m.value, libelle=m.libelle) for m in _VOCABULAIRES[champ])


def _dite(f: Ligne, champ: str) -> str:
    """What is stored, in words."""
    if champ == "pilote":
        return ", ".join(typographier(p["nom"]) for p in f["pilotes"]) or "sans pilote"
    if champ == "dates":
        fin = "en continu" if f["en_continu"] else dire_date(f["fin"]) or "échéance à fixer"
        return f"{dire_date(f['debut']) or 'début à fixer'}, {fin}"
    return f[champ].libelle if f[champ] else "non renseignée"


def _proposee(saisie: Saisie, champ: str) -> str:
    """What was about to be written, in words."""
    if champ == "pilote":
        return ", ".join([*saisie.tous("garder"), *saisie.tous("ajouter")]) or "sans pilote"
    if champ == "dates":
        fin = "en continu" if saisie.un("en_continu") else saisie.un("fin") or "échéance à fixer"
        return f"{saisie.un('debut') or 'début à fixer'}, {fin}"
    codes = {m.value: m.libelle for m in _VOCABULAIRES[champ]}
    return codes.get(saisie.un(champ), "non renseignée")
