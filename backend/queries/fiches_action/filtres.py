"""What a list of fiches may be filtered by, for pages, saved views, bulk changes and the API alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from backend.queries.fiches_action import signaux
from backend.queries.fiches_action.signaux import Repere
from backend.queries.filtres import LONGUEUR_MAX, Filtre, choix, entier, exemples, jour, mots, oui_non, vers
from backend.queries.lecture import Clause
from backend.queries.references import designe
from fne_roadmaps.domain.enums import Avancement, Instruction, Meteo, Priorite, RoleActeur
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.textes import texte_propre

MOIS_MAX = 120
JOURS_MAX = 730
ANNEE_MIN = 1900
_DE_LA_FICHE = "EXISTS (SELECT 1 FROM {table} x WHERE x.fiche_action = fiche_action.id AND {{}})"


def _acteur(role: RoleActeur | None, description: str) -> Filtre:
    """A structure in one role, or in any."""
    encore = f" AND x.role = '{role.value}'" if role else ""
    return vers("structure", _DE_LA_FICHE.format(table="acteur").format(f"x.structure = §{encore}"), description)


def _dit(nom: str, brut: str) -> str:
    return texte_propre(brut, nom, LONGUEUR_MAX, obligatoire=True)


def _public(description: str) -> Filtre:
    """A target public, in the very words of the fiche."""
    clause = _DE_LA_FICHE.format(table="public_cible").format("x.libelle = {}")
    return Filtre(
        description, _dit, lambda valeur, au: Clause(clause, (valeur,)), {"type": "string", "maxLength": LONGUEUR_MAX}
    )


def _financeur(description: str) -> Filtre:
    """A financer by its name, or by the key or code of its structure."""

    def choisir(valeur: str, au: date) -> Clause:
        celle_ci = designe("structure", valeur)
        nomme = f"x.financeur = {{}} OR x.structure IN (SELECT structure.id FROM structure WHERE {celle_ci.sql})"
        return Clause(
            _DE_LA_FICHE.format(table="financement").format(f"({nomme})"),
            (valeur, *celle_ci.valeurs),
        )

    return Filtre(description, _dit, choisir, {"type": "string", "maxLength": LONGUEUR_MAX})


def _depuis(description: str) -> Filtre:
    """A day, or what names one."""
    jours = jour(signaux.modifiee_depuis, description)

    def lire(nom: str, brut: str) -> date | Repere:
        if brut in {repere.value for repere in Repere}:
            return Repere(brut)
        try:
            lu: date = jours.lire(nom, brut)
        except RegleViolee:
            lu = date.min
        if lu.year < ANNEE_MIN:
            raise RegleViolee(
                nom, f"« {brut[:20]} » n’est pas permis ici ; écrivez AAAA-MM-JJ, « copil » ou « signature »."
            )
        return lu

    schema = {"type": "string", "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2}|copil|signature)$"}
    return Filtre(description, lire, signaux.modifiee_depuis, schema)


FILTRES: Mapping[str, Filtre] = {
    "feuille_de_route": vers(
        "feuille_de_route", "fiche_action.feuille_de_route = §", "Feuille de route, par clé ou code (28-2024)."
    ),
    "axe": vers("axe", "fiche_action.axe = §", "Axe, par clé ou code (28-2024/1)."),
    "texte": mots("fiche_action.recherche", "Mots du titre et des textes, sans accents ni majuscules."),
    "instruction": choix(Instruction, "fiche_action.instruction", "Où en est l’instruction."),
    "avancement": choix(Avancement, "fiche_action.avancement", "Où en est l’action."),
    "priorite": choix(Priorite, "fiche_action.priorite", "Priorité."),
    "meteo": choix(Meteo, "fiche_action.meteo", "Météo."),
    "pilote": _acteur(RoleActeur.PILOTE, "Structure pilote, par clé ou code."),
    "partenaire": _acteur(RoleActeur.PARTENAIRE, "Structure partenaire, par clé ou code."),
    "structure": _acteur(None, "Structure dans un rôle quelconque."),
    "territoire": vers(
        "territoire",
        _DE_LA_FICHE.format(table="fiche_territoire").format("x.territoire = §"),
        "Territoire de l’action, par clé ou code.",
    ),
    "public": _public("Public visé, dans les mots de la fiche."),
    "financeur": _financeur("Financeur : son nom dans la fiche, ou la clé ou le code de sa structure."),
    "en_retard": oui_non(
        signaux.en_retard, "Fiches retenues dont la fin, ou un jalon non fait, est passé au jour de référence."
    ),
    "sans_pilote": oui_non(lambda au: signaux.sans_pilote(), "Fiches dont aucune structure n’est pilote."),
    "sans_nouvelles": entier(
        1, MOIS_MAX, signaux.sans_nouvelles, "Fiches retenues, non terminées, sans nouvelles depuis ce nombre de mois."
    ),
    "jalon_dans": entier(
        1, JOURS_MAX, signaux.jalon_a_venir, "Fiches dont un jalon non fait peut tomber dans ce nombre de jours."
    ),
    "echeance_dans": entier(
        1,
        JOURS_MAX,
        signaux.echeance_a_venir,
        "Fiches dont la fin, ou un jalon non fait, peut tomber dans ce nombre de jours.",
    ),
    "sans_meteo": oui_non(lambda au: signaux.sans_meteo(), "Fiches dont la météo n’est pas renseignée."),
    "sans_besoin": oui_non(lambda au: signaux.sans_besoin(), "Fiches dont le besoin n’est pas chiffré."),
    "finance_en": entier(
        ANNEE_MIN, 9999, signaux.financee_en, "Fiches dont un financement est saisi pour cette année."
    ),
    "modifiee_depuis": _depuis(
        "Écrites ou modifiées depuis un jour (AAAA-MM-JJ), le dernier COPIL tenu (copil) ou la dernière signature ou "
        "présentation officielle (signature)."
    ),
    "exemple": exemples("fiche_action"),
}
