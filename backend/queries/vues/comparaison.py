"""A fiche of today beside what a published text says of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from uuid import UUID

from backend.queries.fiches_du_document import fiche_du_document
from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.valeurs import Forme, former_toutes
from exports.payloads import FicheDoc
from fne_roadmaps.domain.enums import EtatFeuille
from fne_roadmaps.domain.errors import NonTrouve

_FORME = Forme(mots={"etat": EtatFeuille}, dates=("date",))


@dataclass(frozen=True, slots=True)
class Comparaison:
    """``version`` among ``versions``, the published texts that hold the fiche.

    ``publiee`` is what it says of the fiche, under the axe ``axe``; ``actuelle`` what a text published today would
    say, None when it would not hold the fiche any more.
    """

    versions: list[Ligne]
    version: Ligne
    publiee: FicheDoc
    axe: str | None
    actuelle: FicheDoc | None


async def versions_de_la_fiche(feuille: UUID, numero: str | None) -> list[Ligne]:
    """Published texts that hold the fiche of this number, first to last, without their content. One statement.

    Numbers never change once published, and are never given again.
    """
    trouvees = await lignes(
        "SELECT id, numero, etat, occasion, date_edtf, date_premier, date_dernier, date_recu FROM version_publiee "
        "WHERE feuille_de_route = {} AND contenu LIKE {} ORDER BY numero",
        feuille,
        f'%"numero":{json.dumps(numero or "")}%',
    )
    return former_toutes(trouvees, _FORME)


async def lire_comparaison(fiche: Ligne, numero: str | None, version: int | None) -> Comparaison:
    """The fiche beside one published text (the last one that holds it by default). Raises NonTrouve.

    The caller has checked who reads.
    """
    versions = await versions_de_la_fiche(fiche["feuille_de_route"], numero)
    choisies = [v for v in versions if version in (None, v["numero"])]
    if not choisies:
        raise NonTrouve("Le texte publié de cette fiche")
    choisie = choisies[-1]
    contenu = await ligne("SELECT contenu FROM version_publiee WHERE id = {}", choisie["id"])
    axes = json.loads(contenu["contenu"])["axes"] if contenu else []
    axe, dite = next((a["titre"], f) for a in axes for f in a["fiches"] if f["numero"] == numero)
    return Comparaison(versions, choisie, FicheDoc.model_validate(dite), axe, await fiche_du_document(fiche["id"]))
