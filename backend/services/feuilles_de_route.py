"""Writing roadmaps and their axes, and moving a roadmap through its life."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from piccolo.table import Table

from backend.context import Contexte
from backend.queries.fiches_action.rangs import rangs_signes
from backend.queries.lecture import Ligne, lignes
from backend.queries.references import charger, cle_de, cles_de
from backend.services.commands.champs import Commande
from backend.services.commands.feuilles_de_route import ChangerEtat, CreerAxe, CreerFeuilleDeRoute
from backend.services.ecriture import changer, colonnes_date, creer, ecriture, verrouiller
from backend.services.listes import Liste, changer_avec_listes, differences, ecrire_liste
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.enums import EtatFeuille, Perimetre
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.feuilles_de_route import (
    Couverture,
    changer_etat as permettre_etat,
    chevauchement,
    prochain_code,
    verifier_axe_publie,
    verifier_parent_axe,
)
from fne_roadmaps.domain.periodes import Periode, verifier_periode
from fne_roadmaps.tables.feuilles_de_route import (
    Appui,
    Axe,
    Etape,
    FeuilleDeRoute,
    FeuilleTerritoire,
    Signataire,
)
from fne_roadmaps.tables.gouvernances import Gouvernance
from fne_roadmaps.tables.territoires import Territoire

QUOI = "Cette feuille de route"
_LISTES = {"territoires", "appuis", "signataires"}
_PUBLIEES = frozenset({EtatFeuille.PRESENTEE, EtatFeuille.SIGNEE})


async def charger_feuille(ctx: Contexte, reference: str | UUID, droit: Droit) -> Ligne:
    """A roadmap the writer may ``droit``. Raises NonTrouve or Interdit."""
    feuille = await charger(ctx.acteur, "feuille_de_route", reference)
    exiger(droits_sur_gouvernance(ctx.acteur, feuille["gouvernance"]), droit, QUOI)
    return feuille


async def creer_feuille_de_route(ctx: Contexte, commande: CreerFeuilleDeRoute) -> UUID:
    """Open a roadmap under élaboration; its code follows from the governance and the year."""
    async with ecriture():
        return await _creer(ctx, commande)


async def _creer(ctx: Contexte, commande: CreerFeuilleDeRoute) -> UUID:
    gouvernance = await charger(ctx.acteur, "gouvernance", commande.gouvernance)
    exiger(droits_sur_gouvernance(ctx.acteur, gouvernance["id"]), Droit.REDIGER, "Cette gouvernance")
    verifier_periode(commande.debut, commande.fin)
    await verrouiller(Gouvernance, gouvernance["id"])
    existants = {r["code"] for r in await lignes("SELECT code FROM feuille_de_route")}
    code = prochain_code(gouvernance["code"], commande.annee, existants)
    territoires = await cles_de(ctx.acteur, "territoire", commande.territoires, "territoires")
    await _refuser_chevauchement(code, commande.perimetre, territoires, Periode(commande.debut, commande.fin))
    valeurs = {
        **commande.model_dump(exclude=_LISTES),
        "gouvernance": gouvernance["id"],
        "code": code,
        "etat": EtatFeuille.ELABORATION,
    }
    cle = await creer(ctx, FeuilleDeRoute, code, valeurs, gouvernance=gouvernance["id"], saisie=commande)
    for champ in sorted(_LISTES):
        await ecrire_liste(await _liste(ctx, cle, code, champ, commande.lire(champ)))
    return cle


async def modifier_feuille_de_route(ctx: Contexte, reference: str, version: int, commande: Commande) -> int:
    """Change a roadmap (``ModifierFeuilleDeRoute``); a given list replaces the former one."""
    async with ecriture():
        avant = await charger_feuille(ctx, reference, Droit.REDIGER)
        valeurs = commande.model_dump(exclude_unset=True, exclude=_LISTES)
        periode = verifier_periode(valeurs.get("debut", avant["debut"]), valeurs.get("fin", avant["fin"]))
        nom = f"{avant['code']}:v{avant['version'] + 1}"
        listes = {
            champ: await _liste(ctx, avant["id"], nom, champ, commande.lire(champ))
            for champ in sorted(commande.model_fields_set & _LISTES)
        }
        if avant["etat"] in _PUBLIEES | {EtatFeuille.CLOSE} and (changees := await differences(listes, avant["id"])):
            raise RegleViolee(
                min(changees), "Le texte publié ne change plus : un avenant ou une nouvelle feuille de route le fera."
            )
        couverts = (
            listes["territoires"].rangees
            if "territoires" in listes
            else await lignes("SELECT territoire FROM feuille_territoire WHERE feuille_de_route = {}", avant["id"])
        )
        perimetre = Perimetre(str(valeurs.get("perimetre", avant["perimetre"])))
        await _refuser_chevauchement(avant["code"], perimetre, [c["territoire"] for c in couverts], periode)
        return await changer_avec_listes(
            ctx, FeuilleDeRoute, avant, version, valeurs, listes, gouvernance=avant["gouvernance"]
        )


async def _refuser_chevauchement(
    code: str, perimetre: Perimetre, territoires: Sequence[UUID], periode: Periode
) -> None:
    """Two infra-départementales may not cover the same territory at the same time. Raises RegleViolee."""
    if perimetre is not Perimetre.INFRA_DEPARTEMENTAL:
        return
    # Two governances may do this at the same time: each waits for the other's ground, always in the same order.
    for territoire in sorted(territoires):
        await verrouiller(Territoire, territoire)
    autres: dict[str, Couverture] = {}
    for r in await lignes(
        "SELECT f.code, f.debut, f.fin, t.territoire FROM feuille_de_route f "
        "JOIN feuille_territoire t ON t.feuille_de_route = f.id "
        "WHERE f.perimetre = {} AND f.supprime_le IS NULL AND f.code <> {} ORDER BY f.code",
        perimetre.value,
        code,
    ):
        deja = autres[r["code"]].territoires if r["code"] in autres else frozenset()
        autres[r["code"]] = Couverture(
            r["code"], perimetre, deja | {str(r["territoire"])}, Periode(r["debut"], r["fin"])
        )
    celle_ci = Couverture(code, perimetre, frozenset(map(str, territoires)), periode)
    for paire in chevauchement([*autres.values(), celle_ci]):
        if code in paire:
            autre = next(c for c in paire if c != code)
            raise RegleViolee(
                "territoires", f"La feuille de route {autre} couvre déjà un de ces territoires à cette période."
            )


async def _liste(ctx: Contexte, feuille: UUID, nom: str, champ: str, valeurs: Sequence[Any]) -> Liste:
    """The rows of one list of a roadmap. Raises RegleViolee on the line that names nothing."""

    def rangees(table: type[Table], contenus: Sequence[Mapping[str, Any]]) -> Liste:
        return Liste(
            table,
            "feuille_de_route",
            [
                {
                    "id": ctx.cle(f"{table._meta.tablename}:{nom}:{i}"),
                    "feuille_de_route": feuille,
                    "rang": i,
                    **contenu,
                }
                for i, contenu in enumerate(contenus, start=1)
            ],
        )

    if champ == "territoires":
        cles = await cles_de(ctx.acteur, "territoire", valeurs, "territoires")
        return rangees(FeuilleTerritoire, [{"territoire": cle} for cle in dict.fromkeys(cles)])
    if champ == "appuis":
        return rangees(Appui, [appui.model_dump() for appui in valeurs])
    structures = await cles_de(ctx.acteur, "structure", [s.structure for s in valeurs], "signataires")
    saisis = zip(valeurs, structures, strict=True)
    return rangees(Signataire, [{**saisi.model_dump(), "structure": structure} for saisi, structure in saisis])


async def changer_etat(ctx: Contexte, reference: str, version: int | None, commande: ChangerEtat) -> int:
    """Move through the life cycle, except into présentée or signée, which freeze a version (``signatures``)."""
    async with ecriture():
        if commande.etat in _PUBLIEES:
            raise RegleViolee("etat", "Présenter ou signer fige une version : c’est un acte à part.")
        return await _changer_etat(ctx, reference, version, commande)


async def _changer_etat(ctx: Contexte, reference: str, version: int | None, commande: ChangerEtat) -> int:
    droit = Droit.SIGNER if commande.etat in _PUBLIEES | {EtatFeuille.CLOSE} else Droit.REDIGER
    feuille = await charger_feuille(ctx, reference, droit)
    permettre_etat(EtatFeuille(feuille["etat"]), commande.etat)
    nouvelle = await changer(
        ctx,
        FeuilleDeRoute,
        feuille,
        version,
        {"etat": commande.etat.value},
        gouvernance=feuille["gouvernance"],
        action="changer_etat",
    )
    valeurs = {
        "feuille_de_route": feuille["id"],
        "etat": commande.etat,
        "occasion": commande.occasion,
        "source": commande.source,
        **colonnes_date("date", commande.date),
    }
    await creer(
        ctx, Etape, f"{feuille['code']}:v{nouvelle}", valeurs, gouvernance=feuille["gouvernance"], saisie=commande
    )
    return nouvelle


async def creer_axe(ctx: Contexte, commande: CreerAxe) -> UUID:
    """Add a level-1 heading, last unless a free rank is given."""
    async with ecriture():
        return await _creer_axe(ctx, commande)


async def _creer_axe(ctx: Contexte, commande: CreerAxe) -> UUID:
    feuille = await charger_feuille(ctx, commande.feuille_de_route, Droit.REDIGER)
    await verrouiller(FeuilleDeRoute, feuille["id"])
    axes = await _axes(feuille["id"])
    parent = await _parent_d_axe(ctx, feuille["id"], commande.parent)
    rang = commande.rang or max((a["rang"] for a in axes if a["parent"] == parent), default=0) + 1
    _refuser_rang_pris(axes, None, parent, rang)
    valeurs = {**commande.model_dump(), "feuille_de_route": feuille["id"], "parent": parent, "rang": rang}
    nom = f"{feuille['code']}/{rang}" if parent is None else f"{feuille['code']}/{parent}/{rang}"
    return await creer(ctx, Axe, nom, valeurs, gouvernance=feuille["gouvernance"], saisie=commande)


async def modifier_axe(ctx: Contexte, reference: str, version: int, commande: Commande) -> int:
    """Change an axe (``ModifierAxe``): its rank stays unique among its siblings, its parent in the same roadmap.

    What a published text prints keeps both. Raises RegleViolee.
    """
    async with ecriture():
        avant = await charger(ctx.acteur, "axe", reference)
        feuille = await charger_feuille(ctx, avant["feuille_de_route"], Droit.REDIGER)
        await verrouiller(FeuilleDeRoute, feuille["id"])
        valeurs = commande.model_dump(exclude_unset=True)
        axes = await _axes(feuille["id"])
        if "parent" in valeurs:
            valeurs["parent"] = await _parent_d_axe(ctx, feuille["id"], valeurs["parent"])
            verifier_parent_axe(
                {a["id"]: a["parent"] for a in axes},
                {a["id"]: feuille["id"] for a in axes},
                avant["id"],
                valeurs["parent"],
            )
            if valeurs["parent"] and await lignes("SELECT id FROM fiche_action WHERE axe = {} LIMIT 1", avant["id"]):
                raise RegleViolee("parent", "Cet axe porte des fiches : leur numéro le garde au premier niveau.")
        rang: int | None = valeurs.get("rang", avant["rang"])
        if rang is None:
            raise RegleViolee("rang", "Un axe garde toujours un rang.")
        parent = valeurs.get("parent", avant["parent"])
        verifier_axe_publie((avant["parent"], avant["rang"]), (parent, rang), await rangs_signes(feuille["id"]))
        _refuser_rang_pris(axes, avant["id"], parent, rang)
        return await changer(ctx, Axe, avant, version, valeurs, gouvernance=feuille["gouvernance"])


async def _axes(feuille: UUID) -> list[Ligne]:
    return await lignes("SELECT * FROM axe WHERE feuille_de_route = {} AND supprime_le IS NULL", feuille)


async def _parent_d_axe(ctx: Contexte, feuille: UUID, reference: str | None) -> UUID | None:
    cle = await cle_de(ctx.acteur, "axe", reference, "parent")
    if cle is not None:
        await exiger_axe_de(feuille, cle, "parent")
    return cle


async def exiger_axe_de(feuille: UUID, axe: UUID, champ: str) -> None:
    """The axe belongs to the roadmap. Raises RegleViolee on ``champ``."""
    if axe not in {a["id"] for a in await _axes(feuille)}:
        raise RegleViolee(champ, "Cet axe appartient à une autre feuille de route.")


def _refuser_rang_pris(axes: Sequence[Ligne], sauf: UUID | None, parent: UUID | None, rang: int) -> None:
    if any(a["rang"] == rang and a["parent"] == parent and a["id"] != sauf for a in axes):
        raise RegleViolee("rang", f"Le rang {rang} est déjà pris dans cette feuille de route.")
