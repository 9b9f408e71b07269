"""Rules of the arbitration: likely duplicates, merges, splits, order of the fiches, what may be thrown away."""

from fne_roadmaps.domain.arbitrage.contenus import CHAMPS, Defait, Reuni, cle_d_element, defaire, reunir
from fne_roadmaps.domain.arbitrage.doublons import doublons_probables, proximite
from fne_roadmaps.domain.arbitrage.fusion import (
    CHOISIS,
    Ajouter,
    Choix,
    ChoixDeFusion,
    Composer,
    Fusion,
    Garder,
    ajoutes,
    choix_par_defaut,
    differe,
    fusionner,
)
from fne_roadmaps.domain.arbitrage.instruction import (
    FUSIONNABLES,
    NUMERO_SIGNE,
    SUPPRIMABLES,
    exiger_motif,
    refuser_fusion_nue,
    verifier_supprimable,
    vers_la_fusion,
)
from fne_roadmaps.domain.arbitrage.rangement import (
    deplacer_axe,
    descendre_fiche,
    monter_fiche,
    placer_fiche,
    ranger,
)
from fne_roadmaps.domain.arbitrage.scission import NOUVELLES_MAX, Partage, scinder

__all__ = [
    "CHAMPS",
    "CHOISIS",
    "FUSIONNABLES",
    "NOUVELLES_MAX",
    "NUMERO_SIGNE",
    "SUPPRIMABLES",
    "Ajouter",
    "Choix",
    "ChoixDeFusion",
    "Composer",
    "Defait",
    "Fusion",
    "Garder",
    "Partage",
    "Reuni",
    "ajoutes",
    "choix_par_defaut",
    "cle_d_element",
    "defaire",
    "deplacer_axe",
    "descendre_fiche",
    "differe",
    "doublons_probables",
    "exiger_motif",
    "fusionner",
    "monter_fiche",
    "placer_fiche",
    "proximite",
    "ranger",
    "refuser_fusion_nue",
    "reunir",
    "scinder",
    "verifier_supprimable",
    "vers_la_fusion",
]
