"""Pages where a meeting is prepared and held, in the states worth looking at."""

from __future__ import annotations

from backend.web.adresses import seances as acces
from fne_roadmaps.demo.cles import cle_fixe

TENUE, CONVOQUEE = cle_fixe("reunion:28/copil/r3"), cle_fixe("reunion:28/copil/r4")
AVEC_SIEGES = cle_fixe("reunion:45/comite-technique/r1")
POINT = cle_fixe("point_ordre_du_jour:28/copil/r4:p2")

SEANCES: dict[str, tuple[str, str]] = {
    "ordre-du-jour": ("alice", acces.ordre_du_jour(CONVOQUEE)),
    "ordre-du-jour-lu": ("bob", acces.ordre_du_jour(TENUE)),
    "point": ("alice", acces.modifier_point(POINT)),
    "preparation": ("alice", acces.preparation(CONVOQUEE)),
    "seance": ("alice", acces.seance(CONVOQUEE)),
    "seance-tenue": ("alice", acces.seance(TENUE)),
    "seance-lue": ("bob", acces.seance(TENUE, point=cle_fixe("point_ordre_du_jour:28/copil/r3:p2"))),
    "seance-vide": ("diane", acces.seance(AVEC_SIEGES)),
}
