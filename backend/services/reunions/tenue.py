"""Meetings: created, moved, postponed, cancelled, deleted — keeping for life their code and calendar identity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.invitations import invitations_de
from backend.queries.lecture import Ligne, ligne
from backend.queries.references import charger, cle_de, cles_de
from backend.queries.reunions.droits import droits_a_la_reunion
from backend.services.commands.champs import Commande
from backend.services.commands.reunions import ChangerEtatReunion, CreerReunion
from backend.services.ecriture import changer, colonnes_date, creer, ecriture, inserer, verrouiller
from backend.services.listes import Liste, changer_avec_listes, ecrire_liste
from backend.services.reunions.options import ecrire_options
from fne_roadmaps.domain.dates import DateIncertaine, depuis_colonnes
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, droits_sur_instance, exiger
from fne_roadmaps.domain.enums import EtatReunion, GenreReunion
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.invitations import verifier_suppression
from fne_roadmaps.domain.reunions import (
    Placement,
    changer_etat as permettre_etat,
    code_reunion,
    sequence_suivante,
    verifier_heures,
    verifier_tenue,
)
from fne_roadmaps.tables.gouvernances import Gouvernance
from fne_roadmaps.tables.reunions import DateAnterieure, Reunion, ReunionAssociee, RoleEnReunion

QUOI = "Cette réunion"
_LISTES = {"gouvernances_associees", "roles"}
_HORS_LIGNE = _LISTES | {"date", "gouvernance", "instance", "territoire", "titre", "motif"}
_MOTIVES = frozenset({EtatReunion.REPORTEE, EtatReunion.ANNULEE})


async def creer_reunion(ctx: Contexte, commande: CreerReunion) -> UUID:
    """Add a meeting of an instance, or of a governance without instance."""
    async with ecriture():
        return await _creer(ctx, commande)


async def _creer(ctx: Contexte, commande: CreerReunion) -> UUID:
    gouvernance, instance = await cadre(ctx, commande.gouvernance, commande.instance)
    await verrouiller(Gouvernance, gouvernance["id"])
    prefixe = instance["code"] if instance else gouvernance["code"]
    numero = await _prochain_numero(gouvernance["id"], instance["id"] if instance else None)
    code = code_reunion(prefixe, numero)
    titre = commande.titre or (instance and instance["nom"])
    if titre is None:
        raise RegleViolee("titre", "Une réunion sans instance porte un titre.")
    _exiger_genre(commande.genre, instance)
    territoire = await cle_de(ctx.acteur, "territoire", commande.territoire, "territoire")
    fuseau = await _fuseau(territoire, gouvernance["id"])
    verifier_heures(commande.heure_debut, commande.heure_fin, commande.date)
    if commande.etat is EtatReunion.TENUE:
        verifier_tenue(commande.date, ctx.au)
    _exiger_motif(commande.etat, commande.motif)
    cle_uid = ctx.cle(f"uid:{code}")
    valeurs = {
        **commande.model_dump(exclude=_HORS_LIGNE),
        **colonnes_date("date", commande.date),
        "motif": commande.motif,
        "titre": titre,
        "code": code,
        "numero": numero,
        "gouvernance": gouvernance["id"],
        "instance": instance and instance["id"],
        "territoire": territoire,
        "fuseau": fuseau,
        "uid": f"{cle_uid}@fne-roadmaps",
    }
    cle = await creer(ctx, Reunion, code, valeurs, gouvernance=gouvernance["id"], saisie=commande)
    await ecrire_options(ctx, cle, code, commande.date)
    for champ in sorted(_LISTES):
        await ecrire_liste(await _liste(ctx, cle, code, champ, gouvernance["id"], commande.lire(champ)))
    return cle


async def modifier_reunion(ctx: Contexte, reference: str, version: int | None, commande: Commande) -> int:
    """Change a meeting (``ModifierReunion``). A new date moves it; the former one goes to its history."""
    async with ecriture():
        return await _modifier(ctx, reference, version, commande)


async def _modifier(ctx: Contexte, reference: str, version: int | None, commande: Commande) -> int:
    avant = await _charger(ctx, reference)
    if avant["etat"] == EtatReunion.ANNULEE:
        raise RegleViolee("etat", "Une réunion annulée ne change plus.")
    donnees = commande.model_fields_set
    valeurs = commande.model_dump(exclude_unset=True, exclude=_LISTES | {"date", "instance", "territoire"})
    if "instance" in donnees:
        await _exiger_meme_instance(ctx, avant, commande.lire("instance"))
    if "territoire" in donnees:
        valeurs["territoire"] = await cle_de(ctx.acteur, "territoire", commande.lire("territoire"), "territoire")
        valeurs["fuseau"] = await _fuseau(valeurs["territoire"], avant["gouvernance"])
    if valeurs.get("titre", avant["titre"]) is None:
        raise RegleViolee("titre", "Une réunion porte un titre.")
    _exiger_genre(commande.lire("genre") if "genre" in donnees else avant["genre"], avant["instance"])
    date_avant = depuis_colonnes(*(avant[f"date_{c}"] for c in ("edtf", "premier", "dernier", "recu")))
    date_apres: DateIncertaine | None = commande.lire("date") if "date" in donnees else date_avant
    valeurs.update(colonnes_date("date", date_apres))
    verifier_heures(
        valeurs.get("heure_debut", avant["heure_debut"]), valeurs.get("heure_fin", avant["heure_fin"]), date_apres
    )
    if avant["etat"] == EtatReunion.TENUE:
        verifier_tenue(date_apres, ctx.au)
    if date_apres is not None and avant["etat"] == EtatReunion.REPORTEE:
        valeurs["etat"] = EtatReunion.CONVOQUEE.value
    nom = f"{avant['code']}:v{avant['version'] + 1}"
    listes = {
        champ: await _liste(ctx, avant["id"], nom, champ, avant["gouvernance"], commande.lire(champ))
        for champ in sorted(donnees & _LISTES)
    }
    nouvelle = await _changer(ctx, avant, version, valeurs, listes, "modifier")
    if date_avant and (date_apres is None or date_avant.edtf != date_apres.edtf):
        await _historiser(ctx, avant, nom, commande.lire("motif") if "motif" in donnees else None)
    if "date" in donnees:
        await ecrire_options(ctx, avant["id"], nom, date_apres)
    return nouvelle


async def changer_etat_reunion(ctx: Contexte, reference: str, version: int | None, commande: ChangerEtatReunion) -> int:
    """Convene, open, hold, postpone or cancel. Postponed, its date is withdrawn and kept in its history."""
    async with ecriture():
        return await _changer_etat(ctx, reference, version, commande)


async def _changer_etat(ctx: Contexte, reference: str, version: int | None, commande: ChangerEtatReunion) -> int:
    avant = await _charger(ctx, reference)
    date = depuis_colonnes(*(avant[f"date_{c}"] for c in ("edtf", "premier", "dernier", "recu")))
    permettre_etat(EtatReunion(avant["etat"]), commande.etat, date_connue=date, au=ctx.au)
    _exiger_motif(commande.etat, commande.motif)
    valeurs: dict[str, Any] = {"etat": commande.etat.value}
    if commande.motif:
        valeurs["motif"] = commande.motif
    retiree = commande.etat is EtatReunion.REPORTEE and date is not None
    if retiree:
        valeurs |= {**colonnes_date("date", None), "heure_debut": None, "heure_fin": None}
    nouvelle = await _changer(ctx, avant, version, valeurs, {}, "changer_etat", commande.motif)
    if retiree:
        await _historiser(ctx, avant, f"{avant['code']}:v{nouvelle}", commande.motif)
        await ecrire_options(ctx, avant["id"], f"{avant['code']}:v{nouvelle}", None)
    return nouvelle


async def supprimer_reunion(ctx: Contexte, reference: str, version: int | None, motif: str) -> None:
    """Mark a meeting as deleted: it leaves the pages and stays in calendars as cancelled."""
    async with ecriture():
        avant = await _charger(ctx, reference)
        if avant["etat"] != EtatReunion.ANNULEE:
            verifier_suppression(i["sequence_envoyee"] for i in await invitations_de(avant["id"]))
        valeurs = {"supprime_le": ctx.maintenant, "sequence": avant["sequence"] + 1}
        await changer(
            ctx, Reunion, avant, version, valeurs, gouvernance=avant["gouvernance"], action="supprimer", pourquoi=motif
        )


async def cadre(ctx: Contexte, gouvernance: str | None, instance: str | None) -> tuple[Ligne, Ligne | None]:
    """The governance and instance a meeting or decision belongs to, with the right to write there.

    Raises RegleViolee when neither is given or when they disagree.
    """
    trouvee = await charger(ctx.acteur, "instance", instance) if instance else None
    if trouvee is None and gouvernance is None:
        raise RegleViolee("gouvernance", "Dites de quelle instance ou de quelle gouvernance il s’agit.")
    chargee = await charger(ctx.acteur, "gouvernance", gouvernance or trouvee["gouvernance"])  # type: ignore[index]
    if trouvee is not None and trouvee["gouvernance"] != chargee["id"]:
        raise RegleViolee("instance", "Cette instance appartient à une autre gouvernance.")
    droits = (
        droits_sur_instance(ctx.acteur, chargee["id"], trouvee["id"])
        if trouvee
        else droits_sur_gouvernance(ctx.acteur, chargee["id"])
    )
    exiger(droits, Droit.REUNIR, "Cette instance" if trouvee else "Cette gouvernance")
    return chargee, trouvee


async def _charger(ctx: Contexte, reference: str) -> Ligne:
    reunion = await charger(ctx.acteur, "reunion", reference)
    exiger(await droits_a_la_reunion(ctx.acteur, reunion), Droit.REUNIR, QUOI)
    return reunion


async def _changer(
    ctx: Contexte,
    avant: Ligne,
    version: int | None,
    valeurs: dict[str, Any],
    listes: Mapping[str, Liste],
    action: str,
    pourquoi: str | None = None,
) -> int:
    """One guarded change; SEQUENCE rises when guests must see it."""
    valeurs["sequence"] = sequence_suivante(avant["sequence"], _placement(avant), _placement({**avant, **valeurs}))
    return await changer_avec_listes(
        ctx,
        Reunion,
        avant,
        version,
        valeurs,
        listes,
        gouvernance=avant["gouvernance"],
        action=action,
        pourquoi=pourquoi,
    )


def _placement(rangee: Ligne) -> Placement:
    return Placement(
        rangee["date_edtf"],
        rangee["heure_debut"],
        rangee["heure_fin"],
        rangee["fuseau"],
        rangee["lieu"],
        rangee["lien_visio"],
        EtatReunion(rangee["etat"]),
        bool(rangee["confirmee"]),
    )


async def _historiser(ctx: Contexte, avant: Ligne, nom: str, motif: str | None) -> None:
    """Keep the date the meeting had."""
    valeurs = {
        "id": ctx.cle(f"date_anterieure:{nom}"),
        "cree_le": ctx.maintenant,
        "maj_le": ctx.maintenant,
        "reunion": avant["id"],
        "motif": motif,
        **{c: avant[c] for c in ("date_edtf", "date_premier", "date_dernier", "date_recu", "heure_debut", "heure_fin")},
    }
    await inserer(DateAnterieure, [valeurs])


async def _exiger_meme_instance(ctx: Contexte, avant: Ligne, reference: str | None) -> None:
    """A meeting keeps the code its instance numbered. Raises RegleViolee."""
    if await cle_de(ctx.acteur, "instance", reference, "instance") != avant["instance"]:
        raise RegleViolee("instance", "Une réunion garde l’instance qui l’a numérotée.")


async def _prochain_numero(gouvernance: UUID, instance: UUID | None) -> int:
    """Numbers are given once: deleted meetings keep theirs."""
    if instance:
        trouve = await ligne("SELECT MAX(numero) AS n FROM reunion WHERE instance = {}", instance)
    else:
        trouve = await ligne(
            "SELECT MAX(numero) AS n FROM reunion WHERE gouvernance = {} AND instance IS NULL", gouvernance
        )
    return int((trouve and trouve["n"]) or 0) + 1


async def _fuseau(territoire: UUID | None, gouvernance: UUID) -> str:
    """The zone of the ground a meeting is held on, else that of its governance."""
    trouve = await ligne(
        "SELECT t.fuseau FROM gouvernance g JOIN territoire t ON t.id = COALESCE({}, g.territoire) WHERE g.id = {}",
        territoire,
        gouvernance,
    )
    return str(trouve["fuseau"]) if trouve else "Europe/Paris"


def _exiger_genre(genre: str, instance: object) -> None:
    if instance is None and genre == GenreReunion.INSTANCE:
        raise RegleViolee("genre", "Dites de quel genre est cette réunion, puisqu’elle n’est pas celle d’une instance.")


def _exiger_motif(etat: EtatReunion, motif: str | None) -> None:
    if etat in _MOTIVES and not motif:
        raise RegleViolee("motif", "Dites pourquoi : les personnes convoquées le liront.")


async def _liste(ctx: Contexte, reunion: UUID, nom: str, champ: str, principale: UUID, valeurs: Sequence[Any]) -> Liste:
    """The rows of one list of a meeting. Raises RegleViolee on the line that names nothing."""
    if champ == "gouvernances_associees":
        cles = await cles_de(ctx.acteur, "gouvernance", valeurs, champ)
        rangees = [
            {"id": ctx.cle(f"reunion_associee:{nom}:{g}"), "reunion": reunion, "gouvernance": g}
            for g in dict.fromkeys(cles)
            if g != principale
        ]
        return Liste(ReunionAssociee, "reunion", rangees)
    structures = await cles_de(ctx.acteur, "structure", [r.structure for r in valeurs], champ)
    rangees = [
        {
            "id": ctx.cle(f"role_en_reunion:{nom}:{i}"),
            "reunion": reunion,
            **role.model_dump(),
            "structure": structure,
        }
        for i, (role, structure) in enumerate(zip(valeurs, structures, strict=True), start=1)
    ]
    return Liste(RoleEnReunion, "reunion", rangees)
