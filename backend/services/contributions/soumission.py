"""Submitting a deposit, which makes a proposed fiche of it, and taking it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.contributions import axes_de_l_appel, lire_depot, territoires_possibles
from backend.queries.lecture import Ligne, ligne, lignes
from backend.services.commands.fiches_action import CreerFicheAction
from backend.services.commands.structures import CreerStructure
from backend.services.contributions.depots import QUOI, depot_verrouille, ecrire_depot, exiger_ouvert
from backend.services.ecriture import changer, ecriture, verrouiller
from backend.services.fiches_action import redaction
from backend.services.structures import _creer_structure
from fne_roadmaps.domain.contributions import Saisies, changer_depot, exiger_complet, lire_contenu, retirable
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import EtatDepot, Instruction, RoleActeur, TypeStructure
from fne_roadmaps.domain.errors import NonTrouve, ReglesViolees, RegleViolee
from fne_roadmaps.domain.textes import replier, slugifier
from fne_roadmaps.tables.fiches_action import FicheAction

A_VERIFIER = "Nommée par un dépôt sans compte : à vérifier."
_SLUG_MAX = 60


async def soumettre_depot(ctx: Contexte, cle: UUID) -> UUID:
    """Make a proposed fiche of the deposit, once: asked again, the same fiche is given. Returns its key.

    The organisation proposes it; who helped is named as such. Raises ReglesViolees naming every field that cannot be
    read, RegleViolee when the call is closed.
    """
    async with ecriture():
        return await _soumettre(ctx, cle)


async def _soumettre(ctx: Contexte, cle: UUID) -> UUID:
    depot = await depot_verrouille(ctx, cle, Droit.PROPOSER)
    if depot["etat"] is EtatDepot.SOUMIS:
        return UUID(str(depot["fiche_action"]))
    changer_depot(depot["etat"], EtatDepot.SOUMIS)
    exiger_ouvert(ctx, depot)
    lus, refus = lire_contenu(saisies_de(depot))
    if refus:
        raise ReglesViolees(list(refus))
    exiger_complet(lus)
    await _exiger_des_choix(depot, lus)
    # The right was checked on the deposit; the fiche, and the organisation when it is new, are written by the
    # application for whoever holds the link, whom the journal names.
    pour = replace(ctx, acteur=replace(ctx.acteur, compte=True, systeme=True))
    structures = await lignes("SELECT id, code, nom, sigle FROM structure WHERE supprime_le IS NULL")
    commande = await _fiche(pour, depot, lus, structures)
    fiche = await redaction._creer(pour, commande)
    await ecrire_depot(
        ctx,
        depot,
        {"etat": EtatDepot.SOUMIS.value, "soumis_le": ctx.maintenant, "fiche_action": fiche},
        "soumettre",
        {"etat": (depot["etat"], EtatDepot.SOUMIS), "fiche_action": (None, fiche)},
    )
    return fiche


async def retirer_depot(ctx: Contexte, cle: UUID) -> None:
    """Take it back, as long as nobody looks into the fiche it became: the fiche goes with it, kept and marked."""
    async with ecriture():
        depot = await depot_verrouille(ctx, cle, Droit.PROPOSER)
        if depot["etat"] is EtatDepot.RETIRE:
            return
        if depot["fiche_action"]:
            await verrouiller(FicheAction, depot["fiche_action"])
            depot = await lire_depot(cle) or depot
        changer_depot(depot["etat"], EtatDepot.RETIRE)
        if not retirable(depot["etat"], depot["instruction"]):
            raise RegleViolee("etat", "L’instruction de cette fiche a commencé : demandez à qui instruit de l’écarter.")
        if depot["fiche_action"]:
            fiche = await ligne("SELECT * FROM fiche_action WHERE id = {}", depot["fiche_action"])
            if fiche is None:
                raise NonTrouve(QUOI)
            await changer(
                ctx,
                FicheAction,
                fiche,
                None,
                {"supprime_le": ctx.maintenant},
                gouvernance=depot["gouvernance"],
                action="retirer",
                pourquoi="Retirée par qui l’avait proposée.",
            )
        await ecrire_depot(
            ctx, depot, {"etat": EtatDepot.RETIRE.value}, "retirer", {"etat": (depot["etat"], EtatDepot.RETIRE)}
        )


def saisies_de(depot: Ligne) -> Saisies:
    """Everything typed in the steps of a deposit, by field."""
    return {champ: tuple(valeurs) for etape in depot["contenu"].values() for champ, valeurs in etape["valeurs"].items()}


async def _exiger_des_choix(depot: Ligne, lus: Mapping[str, Any]) -> None:
    """What was chosen is among what was offered. Raises RegleViolee."""
    axes = {str(a["id"]) for a in await axes_de_l_appel(depot["appel"], depot["feuille"])}
    if "axe" in lus and lus["axe"] not in axes:
        raise RegleViolee("axe", f"Choisissez parmi ceux que propose l’appel ({depot['mots_niveau_1']}).")
    offerts = {t["code"] for t in await territoires_possibles(depot["territoire"])}
    if not offerts.issuperset(lus.get("territoires", ())):
        raise RegleViolee("territoires", "Choisissez les territoires dans la liste.")


async def _fiche(pour: Contexte, depot: Ligne, lus: Mapping[str, Any], structures: Sequence[Ligne]) -> CreerFicheAction:
    """The fiche as its author wrote it. Partners named in free words are those we know, or stay words."""
    acteurs = [(RoleActeur.PROPOSEUR, await _structure(pour, depot, structures))]
    if depot["aide"] and depot["aide"] != acteurs[0][1]:
        acteurs.append((RoleActeur.AIDE_REDACTION, depot["aide"]))
    inconnus = []
    for nom in lus.get("partenaires", ()):
        connue = _connue(nom, structures)
        if connue:
            acteurs.append((RoleActeur.PARTENAIRE, connue))
        else:
            inconnus.append(nom)
    textes = {champ: valeur for champ, valeur in lus.items() if champ != "partenaires"}
    if inconnus:
        textes["description"] = f"{lus['description']}\n\nPartenaires pressentis : {', '.join(inconnus)}."
    return CreerFicheAction.model_validate(
        {
            **textes,
            "feuille_de_route": str(depot["feuille"]),
            "instruction": Instruction.PROPOSEE,
            "acteurs": [{"role": role, "structure": str(structure)} for role, structure in dict.fromkeys(acteurs)],
            "exemple": depot["exemple"],
        }
    )


async def _structure(pour: Contexte, depot: Ligne, structures: Sequence[Ligne]) -> UUID:
    """The organisation that deposits: the one we know under that name, or a new one, marked to be checked."""
    connue = _connue(depot["structure_nom"], structures)
    if connue:
        return connue
    base = slugifier(depot["structure_nom"])[:_SLUG_MAX].strip("-") or "structure"
    codes = {s["code"] for s in structures}
    code = next(c for c in (base, *(f"{base}-{n}" for n in range(2, len(codes) + 3))) if c not in codes)
    commande = CreerStructure(
        code=code, nom=depot["structure_nom"], type=TypeStructure.AUTRE, note=A_VERIFIER, exemple=depot["exemple"]
    )
    return await _creer_structure(pour, commande)


def _connue(nom: str, structures: Sequence[Ligne]) -> UUID | None:
    """The organisation of that name, or of that short name, accents and case aside; None when several share it."""
    voulu = replier(nom)
    trouvees = {s["id"] for s in structures if voulu in {replier(s["nom"]), replier(s["sigle"] or s["nom"])}}
    return UUID(str(trouvees.pop())) if len(trouvees) == 1 else None
