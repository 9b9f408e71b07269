"""A deposit in words: its steps, what was typed in each, what keeps it from being submitted, what became of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from backend.queries.lecture import Ligne
from backend.services.contributions.soumission import saisies_de
from backend.web.contexts import ErreurDeChamp, EtapeLigne, Manque, Partie, SortDuDepot
from backend.web.formulaires import libelle_de
from backend.web.presentation.mots import texte
from exports.formats import euros, majuscule, typographier
from fne_roadmaps.domain.contributions import (
    ETAPES,
    Etape,
    Saisies,
    etape_du_champ,
    exiger_complet,
    lire_contenu,
    montant,
)
from fne_roadmaps.domain.errors import ReglesViolees, RegleViolee

LIBELLES: Mapping[str, str] = {
    "structure_nom": "Votre structure",
    "fonction": "Votre fonction",
    "courriel": "Votre courriel",
    "aide": "Qui vous aide à écrire",
    "titre": "Titre de la fiche",
    "axe": "Axe",
    "contexte": "Le besoin",
    "objectifs": "Les objectifs",
    "description": "L’action",
    "publics": "Publics",
    "territoires": "Territoires",
    "debut": "Début",
    "fin": "Fin",
    "en_continu": "En continu",
    "moyens_humains": "Moyens humains",
    "partenaires": "Partenaires",
    "besoin": "Coût de l’action",
    "financements": "Financements",
    "financements.*.financeur": "Financement {n}, qui",
    "financements.*.annee": "Financement {n}, année",
    "financements.*.demande": "Financement {n}, montant",
    "appel": "Appel à fiches",
}
_LONGS = frozenset({"contexte", "objectifs", "description", "moyens_humains", "financements"})
"""Texts typed in Markdown, and the list of who would pay."""


def lire(depot: Ligne) -> tuple[Saisies, Mapping[str, object], tuple[RegleViolee, ...]]:
    """What was typed, what can be read of it, and what cannot."""
    saisies = saisies_de(depot)
    return (saisies, *lire_contenu(saisies))


def axe_dit(axe: Ligne, mot: str) -> str:
    """« Axe 2, Former », or its rank alone while its title is not published."""
    return f"{majuscule(mot)} {axe['rang']}, {texte(axe['titre']) or 'titre non publié'}"


def etapes(
    depot: Ligne,
    refus: Iterable[RegleViolee],
    courante: str | None,
    vers: Callable[[str], str] | None,
    saisies: Collection[str],
) -> tuple[EtapeLigne, ...]:
    """The steps in order; they lead somewhere while ``vers`` says where. ``saisies`` were typed in, and not saved."""
    fautives = {etape_du_champ(r.champ) for r in refus}
    faites = {code for code, etape in depot["contenu"].items() if etape["valeurs"]} | {"structure"}
    return tuple(
        EtapeLigne(
            titre=e.titre,
            href=vers(e.code) if vers else None,
            courante=e.code == courante,
            faite=e.code in faites,
            a_corriger=e.code in fautives and e.champs != (),
            saisie=e.code in saisies,
        )
        for e in ETAPES
    )


def etapes_d_un_debut() -> tuple[EtapeLigne, ...]:
    """The steps before there is a deposit: only the first one is open."""
    return tuple(
        EtapeLigne(titre=e.titre, href=None, courante=i == 0, faite=False, a_corriger=False)
        for i, e in enumerate(ETAPES)
    )


def erreurs_de_l_etape(etape: Etape, refus: Iterable[RegleViolee]) -> tuple[ErreurDeChamp, ...]:
    """What cannot be read of a step, field by field."""
    return tuple(
        ErreurDeChamp(champ=r.champ, libelle=libelle_de(r.champ, LIBELLES), message=typographier(r.message))
        for r in refus
        if r.champ.partition(".")[0] in etape.champs
    )


def manques(lus: Mapping[str, object], refus: Sequence[RegleViolee], vers: Callable[[str], str]) -> tuple[Manque, ...]:
    """Everything that keeps the deposit from being submitted, with the step to mend it in."""
    tous = list(refus)
    try:
        exiger_complet({**lus, **{r.champ: True for r in refus}})
    except ReglesViolees as absents:
        tous += absents.violations
    return tuple(
        Manque(
            message=f"{libelle_de(r.champ, LIBELLES)}\u00a0: {typographier(r.message)}",
            href=vers(etape_du_champ(r.champ)),
        )
        for r in tous
    )


def parties(
    depot: Ligne,
    axes: Sequence[Ligne],
    territoires: Sequence[Ligne],
    vers: Callable[[str], str] | None,
    *,
    courriel: bool,
) -> tuple[Partie, ...]:
    """What was typed, step by step, as typed; choices by their names. The address is for its author only."""
    saisies = saisies_de(depot)
    noms_axes = {str(a["id"]): axe_dit(a, depot["mot_niveau_1"]) for a in axes}
    noms_lieux = {t["code"]: t["nom"] for t in territoires}
    presente = {c: (depot[c],) for c in ("structure_nom", "fonction", *(("courriel",) if courriel else ())) if depot[c]}
    if depot["aide_nom"]:
        presente["aide"] = (depot["aide_nom"],)
    toutes: dict[str, tuple[str, ...]] = {**presente, **saisies}
    if "axe" in toutes:
        toutes["axe"] = tuple(noms_axes.get(v, "à choisir de nouveau") for v in toutes["axe"])
    if "territoires" in toutes:
        toutes["territoires"] = (", ".join(noms_lieux.get(v, v) for v in toutes["territoires"]),)
    if "en_continu" in toutes:
        toutes["en_continu"] = ("oui",)
    if "besoin" in toutes:
        toutes["besoin"] = (_montant("".join(toutes["besoin"])),)
    if financements := _financements(saisies):
        toutes["financements"] = (financements,)
    return tuple(
        Partie(
            titre=e.titre,
            modifier=vers(e.code) if vers else None,
            valeurs=tuple(
                (_libelle(c, depot), v if c in _LONGS else typographier(v), c in _LONGS)
                for c in e.champs
                if (v := "".join(toutes.get(c, ())).strip())
            ),
        )
        for e in ETAPES
        if e.champs
    )


def _libelle(champ: str, depot: Ligne) -> str:
    return majuscule(str(depot["mot_niveau_1"])) if champ == "axe" else LIBELLES[champ]


def _financements(saisies: Saisies) -> str:
    rangs = sorted({int(nom.split(".")[1]) for nom in saisies if nom.startswith("financements.")})
    lignes = []
    for rang in rangs:
        dits = ["".join(saisies.get(f"financements.{rang}.{c}", ())).strip() for c in ("financeur", "annee", "demande")]
        lignes.append(", ".join(dit for dit in (*dits[:2], _montant(dits[2])) if dit))
    return "\n".join(f"- {ligne}" for ligne in lignes if ligne)


def _montant(tape: str) -> str:
    """An amount in euros, or what was typed when it is not one."""
    try:
        centimes = montant(tape, "besoin")
    except RegleViolee:
        return tape
    return "" if centimes is None else euros(centimes)


def sort(s: Ligne, mot: str) -> SortDuDepot:
    """What became of the fiche, in what a personal link may tell."""
    axe = None
    if s["axe_rang"] is not None:
        axe = f"{mot} {s['axe_rang']}" + (f", {typographier(s['axe_titre'])}" if s["axe_titre"] else "")
    fusion = None
    if s["fusion"]:
        numero = f"{s['fusion_numero']}, " if s["fusion_numero"] else ""
        fusion = f"{numero}{typographier(s['fusion'])}"
    return SortDuDepot(
        instruction=s["instruction"], numero=s["numero"], axe=axe, motif=texte(s["motif"]), fusion=fusion
    )
