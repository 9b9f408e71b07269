"""Pages of accounts, in the states worth looking at."""

from __future__ import annotations

from backend.web.adresses import comptes as ici
from fne_roadmaps.demo.cles import cle_fixe

_ICI = cle_fixe("gouvernance:28")

COMPTES: dict[str, tuple[str, str]] = {
    "connexion": ("visiteur", ici.connexion()),
    "connexion-requise": ("visiteur", ici.COMPTE),
    "mot-de-passe-oublie": ("visiteur", ici.MOT_DE_PASSE_OUBLIE),
    "acces-mort": ("visiteur", ici.acces("inconnu")),
    "mon-compte": ("diane", ici.COMPTE),
    "mon-compte-sans-fonction": ("bob", ici.COMPTE),
    "comptes": ("alice", ici.comptes(_ICI)),
    "comptes-interdits": ("bob", ici.comptes(_ICI)),
    "passation": ("alice", ici.passation(_ICI, cle_fixe("poste:association-exemple-a/coordination"))),
    "passation-faite": ("alice", ici.passation(_ICI, cle_fixe("poste:cd-28/mission"))),
    "passation-de-soi": ("alice", ici.passation(_ICI, cle_fixe("poste:prefecture-28/mission"))),
}
"""Name of the state → who reads, and where."""
