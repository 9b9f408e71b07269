"""Writing the bodies of the comitology: their tree, seats, cadences and roles."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne, lignes, parmi
from backend.queries.references import charger, cle_de, cles_de
from backend.services.commands.champs import Commande
from backend.services.commands.instances import CadenceSaisie, CreerInstance, FermerInstance, RoleSaisi
from backend.services.ecriture import changer, creer, ecriture, verrouiller
from backend.services.listes import Liste, changer_avec_listes, changer_une_rangee, ecrire_liste
from backend.services.sieges import preparer_sieges, sieges_tenus, tenir_instance, voix_de
from fne_roadmaps.domain.dates import jour_en_lettres
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, droits_sur_instance, exiger
from fne_roadmaps.domain.enums import EtatReunion
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.instances import (
    Cadence as CadenceTenue,
    code_instance,
    verifier_arbre,
    verifier_cadence,
    verifier_slug,
)
from fne_roadmaps.domain.periodes import verifier_periode
from fne_roadmaps.domain.sieges import verifier_quorum, verifier_quorum_apres
from fne_roadmaps.tables.gouvernances import Gouvernance
from fne_roadmaps.tables.instances import Cadence, Instance, RoleEnInstance

QUOI = "Cette instance"


async def creer_instance(ctx: Contexte, commande: CreerInstance) -> UUID:
    """Open a body of the comitology under its governance and, when given, under another body."""
    async with ecriture():
        return await _creer(ctx, commande)


async def _creer(ctx: Contexte, commande: CreerInstance) -> UUID:
    gouvernance = await charger(ctx.acteur, "gouvernance", commande.gouvernance)
    exiger(droits_sur_gouvernance(ctx.acteur, gouvernance["id"]), Droit.REUNIR, "Cette gouvernance")
    verifier_slug(commande.slug, "slug")
    verifier_periode(commande.debut, commande.fin)
    await verrouiller(Gouvernance, gouvernance["id"])
    voisines = await _instances(gouvernance["id"])
    code = code_instance(gouvernance["code"], commande.slug)
    if any(v["code"] == code for v in voisines):
        raise RegleViolee("slug", f"L’instance {code} existe déjà.")
    parent = await _parent(ctx, gouvernance["id"], commande.parent)
    rang = commande.rang or max((v["rang"] for v in voisines if v["parent"] == parent), default=0) + 1
    valeurs = {
        **commande.model_dump(exclude={*_LISTES, "slug"}),
        "code": code,
        "gouvernance": gouvernance["id"],
        "parent": parent,
        "rang": rang,
        "territoire": await cle_de(ctx.acteur, "territoire", commande.territoire, "territoire"),
    }
    await _faire_place(gouvernance["id"], parent, rang, None)
    cle = await creer(ctx, Instance, code, valeurs, gouvernance=gouvernance["id"], saisie=commande)
    for champ, preparer in _LISTES.items():
        liste = await preparer(ctx, cle, code, commande.lire(champ))
        if champ == "sieges":
            verifier_quorum(commande.quorum, voix_de(ctx, liste.rangees))
        await ecrire_liste(liste)
    return cle


async def modifier_instance(ctx: Contexte, reference: str, version: int, commande: Commande) -> int:
    """Change an instance (``ModifierInstance``); a given list replaces the former one. Returns the new version."""
    async with ecriture():
        avant = await charger(ctx.acteur, "instance", reference)
        exiger(droits_sur_instance(ctx.acteur, avant["gouvernance"], avant["id"]), Droit.REUNIR, QUOI)
        await verrouiller(Gouvernance, avant["gouvernance"])
        valeurs = commande.model_dump(exclude_unset=True, exclude=set(_LISTES))
        verifier_periode(valeurs.get("debut", avant["debut"]), valeurs.get("fin", avant["fin"]))
        if "parent" in valeurs:
            valeurs["parent"] = await _parent(ctx, avant["gouvernance"], valeurs["parent"])
            arbre = {i["id"]: i["parent"] for i in await _instances(avant["gouvernance"])}
            verifier_arbre(arbre, avant["id"], valeurs["parent"])
        if "territoire" in valeurs:
            valeurs["territoire"] = await cle_de(ctx.acteur, "territoire", valeurs["territoire"], "territoire")
        if valeurs.get("rang", avant["rang"]) is None:
            raise RegleViolee("rang", "Une instance garde toujours un rang.")
        await _replacer(avant, valeurs)
        if valeurs.get("fin") not in {None, avant["fin"]}:
            await _verifier_fin(avant["id"], valeurs["fin"])
        nom = f"{avant['code']}:v{avant['version'] + 1}"
        listes = {
            champ: await _LISTES[champ](ctx, avant["id"], nom, commande.lire(champ))
            for champ in sorted(commande.model_fields_set & _LISTES.keys())
        }
        await _verifier_quorum(ctx, avant, valeurs, listes.get("sieges"))
        return await changer_avec_listes(
            ctx, Instance, avant, version, valeurs, listes, gouvernance=avant["gouvernance"]
        )


async def _replacer(avant: Ligne, valeurs: Ligne) -> None:
    """Put an instance that moves last under its new parent, or at the rank it is given, where the others make room."""
    parent = valeurs.get("parent", avant["parent"])
    if parent != avant["parent"] and "rang" not in valeurs:
        voisines = [v for v in await _instances(avant["gouvernance"]) if v["parent"] == parent]
        valeurs["rang"] = max((v["rang"] for v in voisines), default=0) + 1
    elif (parent, valeurs.get("rang", avant["rang"])) != (avant["parent"], avant["rang"]):
        await _faire_place(avant["gouvernance"], parent, valeurs["rang"], avant["id"])


async def _faire_place(gouvernance: UUID, parent: UUID | None, rang: int, sauf: UUID | None) -> None:
    """Move the siblings that stand at a rank or after, when one of them has it already."""
    voisines = [v for v in await _instances(gouvernance) if v["parent"] == parent and v["id"] != sauf]
    if any(v["rang"] == rang for v in voisines):
        suivantes = parmi("id", [v["id"] for v in voisines if v["rang"] >= rang])
        await Instance.raw(f"UPDATE instance SET rang = rang + 1 WHERE {suivantes.sql}", *suivantes.valeurs).run()


async def _verifier_quorum(ctx: Contexte, avant: Ligne, valeurs: Ligne, sieges: Liste | None) -> None:
    """A quorum that changes can be reached; seats that change still reach the one there is. Raises RegleViolee."""
    if "quorum" not in valeurs and sieges is None:
        return
    tenus = voix_de(ctx, await sieges_tenus(avant["id"]))
    apres = tenus if sieges is None else voix_de(ctx, sieges.rangees)
    quorum = valeurs.get("quorum", avant["quorum"])
    if quorum != avant["quorum"]:
        verifier_quorum(quorum, apres)
    else:
        verifier_quorum_apres(quorum, tenus, apres)


async def _verifier_fin(instance: UUID, fin: date) -> None:
    """No meeting is still to come after the last day of its instance. Raises RegleViolee."""
    vivants = [e.value for e in EtatReunion if e not in {EtatReunion.TENUE, EtatReunion.ANNULEE}]
    apres = parmi("etat", vivants)
    reunion = await ligne(
        "SELECT code FROM reunion WHERE instance = {} AND supprime_le IS NULL AND exemple = {} "
        f"AND date_premier > {{}} AND {apres.sql} ORDER BY date_premier, code LIMIT 1",
        instance,
        False,
        fin,
        *apres.valeurs,
    )
    if reunion:
        raise RegleViolee(
            "fin",
            f"La réunion {reunion['code']} vient après le {jour_en_lettres(fin)} : annulez-la, déplacez-la, "
            "ou fermez l’instance plus tard.",
        )


async def fermer_instance(ctx: Contexte, reference: str, version: int | None, commande: FermerInstance) -> int:
    """Say the last day of an instance: it stays to be read, and nothing is due any more. Returns the new version."""
    async with ecriture():
        avant = await tenir_instance(ctx, reference)
        fin = commande.fin or ctx.au
        if avant["fin"] is not None and avant["fin"] <= ctx.au:
            raise RegleViolee("fin", f"Cette instance est fermée depuis le {jour_en_lettres(avant['fin'])}.")
        verifier_periode(avant["debut"], fin)
        await _verifier_fin(avant["id"], fin)
        return await _finir(ctx, avant, version, fin, "fermer", commande.pourquoi)


async def rouvrir_instance(ctx: Contexte, reference: str, version: int | None = None) -> int:
    """Undo a closing: the last day said before comes back, none if there was none. Returns the new version."""
    async with ecriture():
        avant = await tenir_instance(ctx, reference)
        if avant["fin"] is None:
            raise RegleViolee("fin", "Cette instance n’est pas fermée.")
        acte = await ligne(
            "SELECT avant, apres FROM entree_journal WHERE concept = {} AND objet = {} AND champ = {} "
            "ORDER BY le DESC, id LIMIT 1",
            "instance",
            avant["id"],
            "fin",
        )
        ferme = acte is not None and json.loads(acte["apres"] or "null") == avant["fin"].isoformat()
        dite = json.loads(acte["avant"] or "null") if acte is not None and ferme else None
        fin = date.fromisoformat(dite) if dite and date.fromisoformat(dite) > ctx.au else None
        return await _finir(ctx, avant, version, fin, "rouvrir", None)


async def _finir(
    ctx: Contexte, avant: Ligne, version: int | None, fin: date | None, action: str, pourquoi: str | None
) -> int:
    return await changer(
        ctx,
        Instance,
        avant,
        version,
        {"fin": fin},
        gouvernance=avant["gouvernance"],
        action=action,
        pourquoi=pourquoi,
    )


async def ajouter_cadence(ctx: Contexte, reference: str, commande: CadenceSaisie) -> int:
    """A cadence begins, usually by a decision; the one before keeps its period. Returns the instance's new version."""
    async with ecriture():
        return await _ajouter_cadence(ctx, reference, commande)


async def _ajouter_cadence(ctx: Contexte, reference: str, commande: CadenceSaisie) -> int:
    avant = await tenir_instance(ctx, reference)
    liste = await preparer_cadences(ctx, avant["id"], f"{avant['code']}:v{avant['version'] + 1}", [commande], "cadence")
    nouvelle = await changer(
        ctx,
        Instance,
        avant,
        None,
        {},
        gouvernance=avant["gouvernance"],
        action="ajouter_cadence",
        autres={"cadences": (await _finir_les_precedentes(ctx, avant["id"], commande.debut), commande)},
    )
    await ecrire_liste(liste)
    return nouvelle


async def _finir_les_precedentes(ctx: Contexte, instance: UUID, debut: date | None) -> list[Ligne] | None:
    """A cadence without end that began before ends the day before the new one begins. Returns what they said."""
    if debut is None:
        return None
    avant = await lignes(
        "SELECT id, texte, debut, fin, version FROM cadence WHERE instance = {} AND supprime_le IS NULL "
        "AND fin IS NULL AND (debut IS NULL OR debut < {}) ORDER BY debut NULLS FIRST, texte",
        instance,
        debut,
    )
    for cadence in avant:
        await changer_une_rangee(ctx, Cadence, cadence, {"fin": debut - timedelta(days=1)})
    return [{champ: cadence[champ] for champ in ("texte", "debut", "fin")} for cadence in avant] or None


async def _instances(gouvernance: UUID) -> list[Ligne]:
    return await lignes("SELECT * FROM instance WHERE gouvernance = {} AND supprime_le IS NULL", gouvernance)


async def _parent(ctx: Contexte, gouvernance: UUID, reference: str | None) -> UUID | None:
    cle = await cle_de(ctx.acteur, "instance", reference, "parent")
    if cle is not None and cle not in {i["id"] for i in await _instances(gouvernance)}:
        raise RegleViolee("parent", "Cette instance appartient à une autre gouvernance.")
    return cle


def _commun(ctx: Contexte, instance: UUID) -> Ligne:
    return {"cree_le": ctx.maintenant, "maj_le": ctx.maintenant, "instance": instance}


async def preparer_cadences(
    ctx: Contexte, instance: UUID, nom: str, cadences: Sequence[CadenceSaisie], champ: str = "cadences.{}"
) -> Liste:
    rangees = []
    for i, cadence in enumerate(cadences):
        saisie = cadence.model_dump(exclude={"decision", "source"})
        verifier_cadence(CadenceTenue(**saisie), champ.format(i))
        rangees.append(
            {
                "id": ctx.cle(f"cadence:{nom}:{cadence.texte}:{cadence.debut}"),
                **_commun(ctx, instance),
                **saisie,
                "source": cadence.source,
                "decision": await cle_de(ctx.acteur, "decision", cadence.decision, f"{champ.format(i)}.decision"),
            }
        )
    return Liste(Cadence, "instance", rangees)


async def _roles(ctx: Contexte, instance: UUID, nom: str, roles: Sequence[RoleSaisi]) -> Liste:
    structures = await cles_de(ctx.acteur, "structure", [r.structure for r in roles], "roles")
    rangees = []
    for i, (role, structure) in enumerate(zip(roles, structures, strict=True)):
        verifier_periode(role.debut, role.fin, f"roles.{i}.fin")
        cle = ctx.cle(f"role_en_instance:{nom}:{i + 1}")
        rangees.append({"id": cle, "instance": instance, **role.model_dump(), "structure": structure})
    return Liste(RoleEnInstance, "instance", rangees)


_LISTES: dict[str, Callable[[Contexte, UUID, str, Any], Awaitable[Liste]]] = {
    "sieges": preparer_sieges,
    "cadences": preparer_cadences,
    "roles": _roles,
}
