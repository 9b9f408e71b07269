"""Date polls: the one of a meeting, its possible days, what was answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne, lignes, par_cle
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import AvisDeDate, EtatSondage
from fne_roadmaps.domain.errors import NonTrouve
from fne_roadmaps.domain.jetons import QUOI, cle_du_jeton, verifier_jeton
from fne_roadmaps.domain.sondages import Bilan, compter, est_ouvert

SONDAGE, REPONSE = "sondage", "reponse_sondage"


@dataclass(frozen=True, slots=True)
class SondageVue:
    """A poll with its open or kept days in order, its answers by time, and the count of each day."""

    sondage: Ligne
    reunion: Ligne
    options: list[Ligne]
    reponses: list[Ligne]
    bilans: dict[UUID, Bilan]
    ouvert: bool


async def sondage_de(reunion: UUID) -> Ligne | None:
    """The last poll of a meeting already found, if any. One statement."""
    return await ligne(
        "SELECT * FROM sondage WHERE reunion = {} AND supprime_le IS NULL ORDER BY cree_le DESC, id LIMIT 1", reunion
    )


async def reunion_du_sondage(cle: UUID) -> UUID:
    """The key of the meeting a poll is about; rights come after. One statement. Raises NonTrouve."""
    trouve = await ligne("SELECT reunion FROM sondage WHERE id = {} AND supprime_le IS NULL", cle)
    if trouve is None:
        raise NonTrouve("Ce sondage")
    return UUID(str(trouve["reunion"]))


async def lire_sondage(cle: UUID, au: date) -> SondageVue:
    """A poll, for who was let in by its meeting or by its link. Five statements. Raises NonTrouve."""
    sondage = await ligne("SELECT * FROM sondage WHERE id = {} AND supprime_le IS NULL", cle)
    if sondage is None:
        raise NonTrouve("Ce sondage")
    reunion = await ligne(
        "SELECT r.*, i.nom AS i_nom, g.nom AS g_nom FROM reunion r JOIN gouvernance g ON g.id = r.gouvernance "
        "LEFT JOIN instance i ON i.id = r.instance WHERE r.id = {}",
        sondage["reunion"],
    )
    if reunion is None or reunion["supprime_le"] is not None:
        raise NonTrouve("Ce sondage")
    options = await lignes(
        "SELECT id, date_premier, etat FROM option_de_date WHERE reunion = {} AND (etat = 'ouverte' OR id = {} "
        "OR id IN (SELECT a.option FROM avis_sur_option a JOIN reponse_sondage s ON s.id = a.reponse "
        "WHERE s.sondage = {})) ORDER BY date_premier, rang",
        sondage["reunion"],
        sondage["option_retenue"],
        cle,
    )
    reponses = await lignes(
        "SELECT id, nom, structure_nom, commentaire, generation FROM reponse_sondage WHERE sondage = {} "
        "AND supprime_le IS NULL ORDER BY cree_le, id",
        cle,
    )
    avis = await lignes(
        "SELECT a.reponse, a.option, a.avis FROM avis_sur_option a JOIN reponse_sondage s ON s.id = a.reponse "
        "WHERE s.sondage = {} AND s.supprime_le IS NULL",
        cle,
    )
    par_reponse = par_cle(avis, "reponse")
    for reponse in reponses:
        reponse["avis"] = {a["option"]: AvisDeDate(a["avis"]) for a in par_reponse.get(reponse["id"], ())}
    return SondageVue(
        sondage=sondage,
        reunion=reunion,
        options=options,
        reponses=reponses,
        bilans=compter((a["option"], AvisDeDate(a["avis"])) for a in avis),
        ouvert=est_ouvert(EtatSondage(sondage["etat"]), sondage["ferme_le"], au),
    )


async def sondage_du_lien(ctx: Contexte, jeton: str) -> tuple[Contexte, UUID]:
    """The poll its shared link opens, read as who holds it. One statement. Raises NonTrouve."""
    cle = _cle(jeton)
    trouve = await ligne("SELECT generation FROM sondage WHERE id = {} AND supprime_le IS NULL", cle)
    if trouve is None:
        raise NonTrouve(QUOI)
    verifier_jeton(ctx.secret, SONDAGE, jeton, trouve["generation"])
    return _porteur(ctx, SONDAGE, cle, frozenset({cle})), cle


async def reponse_du_lien(ctx: Contexte, jeton: str) -> tuple[Contexte, UUID, UUID]:
    """The poll and the answer a personal link opens. One statement. Raises NonTrouve."""
    cle = _cle(jeton)
    trouve = await ligne(
        "SELECT r.generation, r.sondage FROM reponse_sondage r JOIN sondage s ON s.id = r.sondage "
        "WHERE r.id = {} AND r.supprime_le IS NULL AND s.supprime_le IS NULL",
        cle,
    )
    if trouve is None:
        raise NonTrouve(QUOI)
    verifier_jeton(ctx.secret, REPONSE, jeton, trouve["generation"])
    return _porteur(ctx, REPONSE, cle, frozenset({cle, trouve["sondage"]})), trouve["sondage"], cle


def _cle(jeton: str) -> UUID:
    if not jeton.isascii():
        raise NonTrouve(QUOI)
    return cle_du_jeton(jeton)


def _porteur(ctx: Contexte, usage: str, cle: UUID, liens: frozenset[UUID]) -> Contexte:
    """The same request, by whoever holds the link: no account, no right but to answer this poll."""
    return replace(ctx, acteur=Acteur(f"lien:{usage}:{cle}", "Sondage", liens=liens, compte=False))
