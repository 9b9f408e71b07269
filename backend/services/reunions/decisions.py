"""Decisions: numbered once per year and instance (or governance), tied to fiches."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne
from backend.queries.references import charger, cle_de, cles_de
from backend.services.commands.champs import Commande
from backend.services.commands.decisions import CreerDecision, EffetSaisi
from backend.services.ecriture import colonnes_date, creer, ecriture, verrouiller
from backend.services.listes import Liste, changer_avec_listes, differences, ecrire_liste
from backend.services.reunions.effets import appliquer_effets, preparer_effets
from backend.services.reunions.tenue import cadre
from fne_roadmaps.domain.droits import Droit, droits_sur_instance, exiger
from fne_roadmaps.domain.enums import EtatAdoption
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.reunions import code_decision
from fne_roadmaps.domain.textes import replier
from fne_roadmaps.tables.gouvernances import Gouvernance
from fne_roadmaps.tables.reunions import Decision, DecisionFiche

QUOI = "Cette décision"
_HORS_LIGNE = {"fiches", "effets", "date", "echeance", "gouvernance", "instance", "reunion", "responsable"}


async def creer_decision(ctx: Contexte, commande: CreerDecision) -> UUID:
    """Record a decision under the next number of its year, or the number its source gives."""
    async with ecriture():
        return await _creer(ctx, commande)


async def _creer(ctx: Contexte, commande: CreerDecision) -> UUID:
    reunion = await charger(ctx.acteur, "reunion", commande.reunion) if commande.reunion else None
    instance_de_reunion = str(reunion["instance"]) if reunion and reunion["instance"] else None
    gouvernance_de_reunion = str(reunion["gouvernance"]) if reunion else None
    gouvernance, instance = await cadre(
        ctx, commande.gouvernance or gouvernance_de_reunion, commande.instance or instance_de_reunion
    )
    if reunion and reunion["instance"] != (instance and instance["id"]):
        raise RegleViolee("reunion", "Cette réunion est celle d’une autre instance.")
    await _exiger_point(reunion, commande.point)
    await verrouiller(Gouvernance, gouvernance["id"])
    numero = await _numero(gouvernance["id"], instance["id"] if instance else None, commande)
    code = code_decision(instance["code"] if instance else gouvernance["code"], commande.annee, numero)
    valeurs = {
        **commande.model_dump(exclude=_HORS_LIGNE),
        **colonnes_date("date", commande.date),
        **colonnes_date("echeance", commande.echeance),
        "recherche": replier(commande.texte),
        "code": code,
        "numero": numero,
        "gouvernance": gouvernance["id"],
        "instance": instance and instance["id"],
        "reunion": reunion and reunion["id"],
        "responsable": await cle_de(ctx.acteur, "structure", commande.responsable, "responsable"),
    }
    cle = await creer(ctx, Decision, code, valeurs, gouvernance=gouvernance["id"], saisie=commande)
    await ecrire_liste(await _fiches(ctx, cle, code, _toutes(commande.fiches, commande.effets)))
    await ecrire_liste(await preparer_effets(ctx, cle, code, valeurs["instance"], commande.effets))
    if commande.adoption is EtatAdoption.ADOPTEE and commande.effets:
        await appliquer_effets(ctx, {"id": cle, "code": code})
    return cle


async def modifier_decision(ctx: Contexte, reference: str, version: int, commande: Commande) -> int:
    """Change a decision (``ModifierDecision``); its number never changes. Returns the new version."""
    async with ecriture():
        avant = await charger(ctx.acteur, "decision", reference)
        exiger(droits_sur_instance(ctx.acteur, avant["gouvernance"], avant["instance"]), Droit.REUNIR, QUOI)
        donnees = commande.model_fields_set
        valeurs = commande.model_dump(exclude_unset=True, exclude=_HORS_LIGNE)
        for champ in ("date", "echeance"):
            if champ in donnees:
                valeurs |= colonnes_date(champ, commande.lire(champ))
        if "responsable" in donnees:
            structure = await cle_de(ctx.acteur, "structure", commande.lire("responsable"), "responsable")
            valeurs["responsable"] = structure
        if "reunion" in donnees:
            valeurs["reunion"] = await _reunion_de(ctx, avant, commande.lire("reunion"))
        if "texte" in donnees:
            valeurs["recherche"] = replier(commande.lire("texte"))
        listes = await _listes(ctx, avant, commande)
        return await changer_avec_listes(
            ctx, Decision, avant, version, valeurs, listes, gouvernance=avant["gouvernance"]
        )


async def _listes(ctx: Contexte, avant: Ligne, commande: Commande) -> dict[str, Liste]:
    """The lists given with a change. What a decision taken carried is done: it no longer changes."""
    donnees = commande.model_fields_set
    nom = f"{avant['code']}:v{avant['version'] + 1}"
    listes = {}
    if "fiches" in donnees:
        listes["fiches"] = await _fiches(ctx, avant["id"], nom, commande.lire("fiches"))
    if "effets" in donnees:
        listes["effets"] = await preparer_effets(ctx, avant["id"], nom, avant["instance"], commande.lire("effets"))
        if avant["adoption"] == EtatAdoption.ADOPTEE and await differences({"effets": listes["effets"]}, avant["id"]):
            raise RegleViolee(
                "effets",
                "Cette décision est adoptée : ce qu’elle portait est fait. Prenez-en une autre, qui la remplace.",
            )
    return listes


def _toutes(fiches: Sequence[str], effets: Sequence[EffetSaisi]) -> list[str]:
    """A decision is about the fiches it changes too."""
    return list(dict.fromkeys((*fiches, *(e.fiche for e in effets if e.fiche))))


async def _reunion_de(ctx: Contexte, decision: Ligne, reference: str | None) -> UUID | None:
    if reference is None:
        return None
    reunion = await charger(ctx.acteur, "reunion", reference)
    if (reunion["gouvernance"], reunion["instance"]) != (decision["gouvernance"], decision["instance"]):
        raise RegleViolee("reunion", "Cette réunion est celle d’une autre instance.")
    return UUID(str(reunion["id"]))


async def _exiger_point(reunion: Ligne | None, point: UUID | None) -> None:
    """A decision is taken on an item of its own meeting. Raises RegleViolee."""
    if point is None:
        return
    trouve = await ligne("SELECT reunion FROM point_ordre_du_jour WHERE id = {} AND supprime_le IS NULL", point)
    if trouve is None or reunion is None or trouve["reunion"] != reunion["id"]:
        raise RegleViolee("point", "Ce point n’est pas à l’ordre du jour de cette réunion.")


async def _numero(gouvernance: UUID, instance: UUID | None, commande: CreerDecision) -> int:
    ou, cle = ("instance = {}", instance) if instance else ("gouvernance = {} AND instance IS NULL", gouvernance)
    if commande.numero is not None:
        if await ligne(
            f"SELECT id FROM decision WHERE {ou} AND annee = {{}} AND numero = {{}}",
            cle,
            commande.annee,
            commande.numero,
        ):
            raise RegleViolee("numero", f"La décision {commande.annee}-{commande.numero} existe déjà.")
        return commande.numero
    trouve = await ligne(f"SELECT MAX(numero) AS n FROM decision WHERE {ou} AND annee = {{}}", cle, commande.annee)
    return int((trouve and trouve["n"]) or 0) + 1


async def _fiches(ctx: Contexte, decision: UUID, nom: str, references: Sequence[str]) -> Liste:
    """The fiches a decision is about, each once. Raises RegleViolee on the line that names nothing visible."""
    cles = await cles_de(ctx.acteur, "fiche_action", references, "fiches")
    rangees = [
        {"id": ctx.cle(f"decision_fiche:{nom}:{i}"), "decision": decision, "fiche_action": f}
        for i, f in enumerate(dict.fromkeys(cles), start=1)
    ]
    return Liste(DecisionFiche, "decision", rangees)
