"""The list of fiches: five statements, whatever the number of fiches, of filters and of roadmaps."""

from __future__ import annotations

from datetime import date

from backend.queries.fiches_action import signaux
from backend.queries.filtres import choix, entier, exemples, mots, oui_non, vers
from backend.queries.lecture import Clause, Ligne, date_de, lignes, par_cle, parmi
from backend.queries.listes import Liste
from backend.queries.valeurs import Forme, former
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import Avancement, Instruction, Meteo, Priorite, RoleActeur
from fne_roadmaps.domain.fiches_action import JalonEtat, code_fiche, en_retard, numero, numero_proposition

FORME = Forme(
    mots={"instruction": Instruction, "avancement": Avancement, "priorite": Priorite, "meteo": Meteo},
    dates=("debut", "fin"),
    refs=("feuille_de_route", "axe"),
)
COLONNES = (
    "feuille_de_route.code AS feuille_de_route_code, feuille_de_route.titre AS feuille_de_route_nom, "
    "feuille_de_route.gouvernance, axe.rang AS axe_rang, axe.titre AS axe_nom"
)
JOINTURES = (
    "JOIN feuille_de_route ON feuille_de_route.id = fiche_action.feuille_de_route "
    "LEFT JOIN axe ON axe.id = fiche_action.axe"
)
_NARROW = ", ".join(
    f"fiche_action.{colonne}"
    for colonne in (
        *("id", "version", "cree_le", "maj_le", "exemple", "titre", "rang", "numero_proposition", "instruction"),
        *("avancement", "priorite", "meteo", "en_continu", "nouvelles_le", "progression_declaree", "besoin"),
        *("feuille_de_route", "axe", "debut_edtf", "debut_premier", "debut_dernier", "debut_recu"),
        *("fin_edtf", "fin_premier", "fin_dernier", "fin_recu"),
    )
)


def numero_de_fiche(rangee: Ligne) -> str | None:
    """« 1.3 », or « p12 » before it is numbered; ``axe_rang``, ``rang`` and ``numero_proposition`` are read."""
    if rangee["rang"] is not None and rangee["axe_rang"] is not None:
        return numero(rangee["axe_rang"], rangee["rang"])
    return numero_proposition(rangee["numero_proposition"]) if rangee["numero_proposition"] else None


def code_de_fiche(feuille: str, rangee: Ligne) -> str | None:
    """« 28-2024/1.3 » or « 28-2024/p12 »."""
    trouve = numero_de_fiche(rangee)
    return code_fiche(feuille, trouve) if trouve else None


def former_fiche(rangee: Ligne) -> Ligne:
    """A row with its number, its code, and its roadmap and axe as references."""
    nombre, code = numero_de_fiche(rangee), code_de_fiche(rangee["feuille_de_route_code"], rangee)
    axe_code = f"{rangee['feuille_de_route_code']}/{rangee['axe_rang']}" if rangee["axe"] else None
    fiche = former({**rangee, "axe_code": axe_code}, FORME)
    return {**fiche, "numero": nombre, "code": code}


async def _completer(acteur: Acteur, au: date, rangees: list[Ligne]) -> list[Ligne]:
    """Pilots, territories and lateness, one statement each."""
    cles = [r["id"] for r in rangees]
    pilotes = await _attachees(
        "SELECT x.fiche_action, s.id, s.code, s.nom, p.fonction FROM acteur x JOIN structure s ON s.id = x.structure "
        "LEFT JOIN poste p ON p.id = x.poste",
        Clause("x.role = {}", (RoleActeur.PILOTE.value,)) & parmi("x.fiche_action", cles),
        "x.rang",
    )
    territoires = await _attachees(
        "SELECT x.fiche_action, t.id, t.code, t.nom FROM fiche_territoire x JOIN territoire t ON t.id = x.territoire",
        parmi("x.fiche_action", cles),
        "x.rang",
    )
    jalons = await _attachees("SELECT x.* FROM jalon x", parmi("x.fiche_action", cles), "x.rang")
    return [
        {
            **fiche,
            "pilotes": pilotes.get(fiche["id"], []),
            "territoires": territoires.get(fiche["id"], []),
            "retard": en_retard(
                fiche["instruction"],
                fiche["avancement"],
                fiche["fin"],
                [JalonEtat(date_de(j), j["fait_le"] is not None) for j in jalons.get(fiche["id"], ())],
                au,
            ),
        }
        for fiche in map(former_fiche, rangees)
    ]


async def _attachees(select: str, clause: Clause, ordre: str) -> dict[object, list[Ligne]]:
    rangees = await lignes(f"{select} WHERE {clause.sql} ORDER BY {ordre}", *clause.valeurs)
    return par_cle(rangees, "fiche_action")


_ACTEUR = "EXISTS (SELECT 1 FROM acteur x WHERE x.fiche_action = fiche_action.id AND x.structure = §{encore})"

FICHES = Liste(
    table="fiche_action",
    colonnes=f"{_NARROW}, {COLONNES}",
    jointures=JOINTURES,
    filtres={
        "feuille_de_route": vers(
            "feuille_de_route", "fiche_action.feuille_de_route = §", "Feuille de route, par clé ou code (28-2024)."
        ),
        "axe": vers("axe", "fiche_action.axe = §", "Axe, par clé ou code (28-2024/1)."),
        "texte": mots("fiche_action.recherche", "Mots du titre et des textes, sans accents ni majuscules."),
        "instruction": choix(Instruction, "fiche_action.instruction", "Où en est l’instruction."),
        "avancement": choix(Avancement, "fiche_action.avancement", "Où en est l’action."),
        "priorite": choix(Priorite, "fiche_action.priorite", "Priorité."),
        "meteo": choix(Meteo, "fiche_action.meteo", "Météo."),
        "pilote": vers(
            "structure",
            _ACTEUR.format(encore=f" AND x.role = '{RoleActeur.PILOTE.value}'"),
            "Structure pilote, par clé ou code.",
        ),
        "structure": vers("structure", _ACTEUR.format(encore=""), "Structure dans un rôle quelconque."),
        "territoire": vers(
            "territoire",
            "EXISTS (SELECT 1 FROM fiche_territoire x WHERE x.fiche_action = fiche_action.id AND x.territoire = §)",
            "Territoire de l’action, par clé ou code.",
        ),
        "en_retard": oui_non(
            signaux.en_retard, "Fiches retenues dont la fin, ou un jalon non fait, est passé au jour de référence."
        ),
        "sans_pilote": oui_non(lambda au: signaux.sans_pilote(), "Fiches dont aucune structure n’est pilote."),
        "sans_nouvelles": entier(
            1, 120, signaux.sans_nouvelles, "Fiches retenues et non terminées, sans nouvelles depuis ce nombre de mois."
        ),
        "exemple": exemples("fiche_action"),
    },
    tris={
        "numero": ("feuille_de_route.code", "axe.rang?", "fiche_action.rang?", "fiche_action.numero_proposition?"),
        "titre": ("fiche_action.recherche?",),
        "avancement": ("fiche_action.avancement",),
        "debut": ("fiche_action.debut_premier?",),
        "fin": ("fiche_action.fin_dernier?",),
        "nouvelles": ("fiche_action.nouvelles_le?",),
        "besoin": ("fiche_action.besoin?",),
        "maj": ("fiche_action.maj_le",),
    },
    completer=_completer,
)
