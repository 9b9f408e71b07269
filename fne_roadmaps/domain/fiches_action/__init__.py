"""Rules of fiches action: their two lives, lateness, progress, numbers, money."""

from fne_roadmaps.domain.fiches_action.finances import (
    CENTIMES_MAX,
    Montants,
    Reste,
    Solde,
    discordances,
    lire_euros,
    par_annee,
    reste,
    solde,
    verifier_montant,
)
from fne_roadmaps.domain.fiches_action.indicateurs import Releve, attendue, part_faite
from fne_roadmaps.domain.fiches_action.numeros import (
    CodeFiche,
    code_fiche,
    lire_code_fiche,
    numero,
    numero_proposition,
    prochain_rang,
)
from fne_roadmaps.domain.fiches_action.progression import Progression, progression
from fne_roadmaps.domain.fiches_action.retard import JalonEtat, Retard, en_retard, sans_nouvelles
from fne_roadmaps.domain.fiches_action.vie import (
    EXPLIQUES,
    PASSAGES_INSTRUCTION,
    TERMINES,
    avancements_permis,
    changer_avancement,
    changer_instruction,
)

__all__ = [
    "CENTIMES_MAX",
    "EXPLIQUES",
    "PASSAGES_INSTRUCTION",
    "TERMINES",
    "CodeFiche",
    "JalonEtat",
    "Montants",
    "Progression",
    "Releve",
    "Reste",
    "Retard",
    "Solde",
    "attendue",
    "avancements_permis",
    "changer_avancement",
    "changer_instruction",
    "code_fiche",
    "discordances",
    "en_retard",
    "lire_code_fiche",
    "lire_euros",
    "numero",
    "numero_proposition",
    "par_annee",
    "part_faite",
    "prochain_rang",
    "progression",
    "reste",
    "sans_nouvelles",
    "solde",
    "verifier_montant",
]
