"""News of a fiche: dated, signed by organisations, with what the reader may do of each."""

from __future__ import annotations

from uuid import UUID

from backend.queries.fiches_action.droits import droits_de_fiche
from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.listes import Page
from backend.queries.references import charger
from backend.queries.valeurs import Forme, former_toutes
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_nouvelle
from fne_roadmaps.domain.enums import Avancement
from fne_roadmaps.domain.errors import NonTrouve

QUOI = "Cette nouvelle"
PAR_PAGE = 10
_COLONNES = (
    "SELECT n.*, s.code AS structure_code, s.nom AS structure_nom, (SELECT j.acteur FROM entree_journal j "
    "WHERE j.concept = 'nouvelle' AND j.objet = n.id AND j.action = 'creer') AS donnee_par, "
    "(SELECT COUNT(*) FROM entree_journal j WHERE j.concept = 'nouvelle' AND j.objet = n.id "
    "AND j.action = 'corriger') AS corrections FROM nouvelle n LEFT JOIN structure s ON s.id = n.structure WHERE "
)
_FORME = Forme(mots={"avancement": Avancement}, refs=("structure",))


async def nouvelles_de(acteur: Acteur, fiche: UUID, droits: frozenset[Droit], page: int, par_page: int) -> Page:
    """One page of news, newest first, each with ``droits``; the caller has checked who reads. Two statements."""
    rangees = await lignes(
        f"{_COLONNES} n.fiche_action = {{}} AND n.supprime_le IS NULL ORDER BY n.le DESC, n.cree_le DESC, n.id "
        "LIMIT {} OFFSET {}",
        fiche,
        par_page,
        (page - 1) * par_page,
    )
    compte = await ligne(
        "SELECT COUNT(*) AS total FROM nouvelle WHERE fiche_action = {} AND supprime_le IS NULL", fiche
    )
    return Page(_former(acteur, droits, rangees), int(compte["total"]) if compte else 0, page, par_page)


async def lister_nouvelles(acteur: Acteur, reference: str, page: int, par_page: int) -> Page:
    """One page of news of the fiche a reference names. Raises NonTrouve."""
    fiche = await charger(acteur, "fiche_action", reference)
    feuille = await charger(acteur, "feuille_de_route", fiche["feuille_de_route"])
    return await nouvelles_de(acteur, fiche["id"], await droits_de_fiche(acteur, fiche, feuille), page, par_page)


async def lire_nouvelle(acteur: Acteur, cle: UUID, *, retirees: bool = False) -> tuple[Ligne, Ligne, Ligne]:
    """One news with ``droits``, its fiche and its roadmap. Four statements. Raises NonTrouve.

    ``retirees``: one that was taken back is read too.
    """
    trouvees = await lignes(f"{_COLONNES} n.id = {{}}", cle)
    if not trouvees or (trouvees[0]["supprime_le"] is not None and not retirees):
        raise NonTrouve(QUOI)
    try:
        fiche = await charger(acteur, "fiche_action", trouvees[0]["fiche_action"])
    except NonTrouve:
        raise NonTrouve(QUOI) from None
    feuille = await charger(acteur, "feuille_de_route", fiche["feuille_de_route"])
    droits = await droits_de_fiche(acteur, fiche, feuille)
    return _former(acteur, droits, trouvees)[0], fiche, feuille


async def une_nouvelle(acteur: Acteur, cle: UUID) -> Ligne:
    """One news with ``droits``. Four statements. Raises NonTrouve."""
    return (await lire_nouvelle(acteur, cle))[0]


def _former(acteur: Acteur, droits: frozenset[Droit], rangees: list[Ligne]) -> list[Ligne]:
    return [
        {
            **n,
            "exemple": bool(n["exemple"]),
            "corrigee": bool(n["corrections"]),
            "droits": droits_sur_nouvelle(acteur, droits, n["donnee_par"], n["structure"] and n["structure"]["id"]),
        }
        for n in former_toutes(rangees, _FORME)
    ]
