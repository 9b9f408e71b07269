"""Date polls: opened on a meeting, answered with or without an account, closed by the day that is kept."""

from __future__ import annotations

from uuid import UUID

from backend.context import Contexte
from backend.queries.invitations import invitations_de
from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.references import charger
from backend.queries.reunions.droits import droits_a_la_reunion
from backend.queries.sondages import sondage_de
from backend.services.commands.reunions import ChangerEtatReunion, ModifierReunion
from backend.services.commands.sondages import ChoisirLaDate, OuvrirSondage, RepondreSondage
from backend.services.ecriture import changer, creer, ecriture, inserer, journaliser, verrouiller
from backend.services.reunions import tenue
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.enums import EtatOption, EtatReunion, EtatSondage
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.domain.invitations import verifier_avant_sondage
from fne_roadmaps.domain.sondages import exiger_a_clore, exiger_ouvert, verifier_ouverture
from fne_roadmaps.tables.reunions import Reunion
from fne_roadmaps.tables.sondages import AvisSurOption, ReponseSondage, Sondage

QUOI = "Ce sondage"


async def ouvrir_sondage(ctx: Contexte, commande: OuvrirSondage) -> UUID:
    """Ask about a few days: they become the possible days of the meeting. Returns the key of the poll."""
    async with ecriture():
        return await _ouvrir(ctx, commande)


async def _ouvrir(ctx: Contexte, commande: OuvrirSondage) -> UUID:
    reunion = await charger(ctx.acteur, "reunion", commande.reunion)
    exiger(await droits_a_la_reunion(ctx.acteur, reunion), Droit.REUNIR, tenue.QUOI)
    await verrouiller(Reunion, reunion["id"])
    jours = sorted(set(commande.jours))
    verifier_ouverture(EtatReunion(reunion["etat"]), jours, ctx.au, commande.ferme_le)
    envois = [i["sequence_envoyee"] for i in await invitations_de(reunion["id"])]
    verifier_avant_sondage(EtatReunion(reunion["etat"]), reunion["sequence"], envois)
    deja = await sondage_de(reunion["id"])
    if deja and deja["etat"] == EtatSondage.OUVERT:
        raise RegleViolee("etat", "Un sondage est déjà ouvert sur cette réunion : fermez-le d’abord.")
    edtf = f"[{','.join(jour.isoformat() for jour in jours)}]"
    changements = {"date": edtf, "heure_debut": None, "heure_fin": None}
    await tenue._modifier(ctx, str(reunion["id"]), None, ModifierReunion.model_validate(changements))
    valeurs = {
        "reunion": reunion["id"],
        "message": commande.message,
        "ferme_le": commande.ferme_le,
        "etat": EtatSondage.OUVERT.value,
        "exemple": reunion["exemple"],
    }
    nom = f"{reunion['code']}:{ctx.maintenant.isoformat()}"
    return await creer(ctx, Sondage, nom, valeurs, gouvernance=reunion["gouvernance"], saisie=commande)


async def repondre_sondage(ctx: Contexte, commande: RepondreSondage) -> UUID:
    """Answer, or change one's answer, by a link or as an account that follows the meeting. Returns its key."""
    async with ecriture():
        return await _repondre(ctx, commande)


async def _repondre(ctx: Contexte, commande: RepondreSondage) -> UUID:
    sondage, reunion = await _ouvert_a(ctx, commande.sondage, commande.reponse)
    await verrouiller(Sondage, sondage["id"])
    sondage = await ligne("SELECT * FROM sondage WHERE id = {}", sondage["id"]) or sondage
    exiger_ouvert(EtatSondage(sondage["etat"]), sondage["ferme_le"], ctx.au)
    options = {
        o["id"]
        for o in await lignes(
            "SELECT id FROM option_de_date WHERE reunion = {} AND etat = {}", reunion["id"], EtatOption.OUVERTE.value
        )
    }
    dits = {a.option: a.avis for a in commande.avis}
    if not dits or not dits.keys() <= options:
        raise RegleViolee("avis", "Les jours proposés ont changé : rechargez la page, puis répondez.")
    valeurs = {
        "nom": commande.nom,
        "structure_nom": commande.structure_nom,
        "commentaire": commande.commentaire,
    }
    if commande.reponse is None:
        nom = f"{sondage['id']}:{ctx.requete}"
        saisie = {"avis": {str(option): avis for option, avis in dits.items()}}
        neuves = {**valeurs, "sondage": sondage["id"], "exemple": sondage["exemple"]}
        cle = await creer(ctx, ReponseSondage, nom, neuves, gouvernance=reunion["gouvernance"], saisie=saisie)
    else:
        avant = await ligne(
            "SELECT * FROM reponse_sondage WHERE id = {} AND sondage = {}", commande.reponse, sondage["id"]
        )
        if avant is None:
            raise NonTrouve("Cette réponse")
        cle = commande.reponse
        await changer(ctx, ReponseSondage, avant, None, valeurs, gouvernance=reunion["gouvernance"])
        await AvisSurOption.delete().where(AvisSurOption.reponse == cle).run()
    await inserer(
        AvisSurOption,
        [
            {"id": ctx.cle(f"avis_sur_option:{cle}:{option}"), "reponse": cle, "option": option, "avis": avis.value}
            for option, avis in dits.items()
        ],
    )
    return cle


async def choisir_la_date(ctx: Contexte, cle: UUID, commande: ChoisirLaDate) -> UUID:
    """Keep one of the days: the others leave calendars, the poll is closed, the meeting is convened.

    Returns the key of the meeting.
    """
    async with ecriture():
        sondage, reunion = await _tenir(ctx, cle)
        exiger_a_clore(EtatSondage(sondage["etat"]))
        option = await ligne(
            "SELECT * FROM option_de_date WHERE id = {} AND reunion = {} AND etat = {}",
            commande.option,
            reunion["id"],
            EtatOption.OUVERTE.value,
        )
        if option is None:
            raise RegleViolee("option", "Ce jour n’est plus proposé : choisissez-en un autre.")
        changements = {
            "date": option["date_premier"].isoformat(),
            "heure_debut": commande.heure_debut,
            "heure_fin": commande.heure_fin,
            "confirmee": True,
            "motif": "Date choisie après sondage.",
        }
        await tenue._modifier(ctx, str(reunion["id"]), None, ModifierReunion.model_validate(changements))
        relue = await charger(ctx.acteur, "reunion", reunion["id"])
        if EtatReunion(relue["etat"]) in {EtatReunion.BROUILLON, EtatReunion.A_DATER}:
            convoquee = ChangerEtatReunion(etat=EtatReunion.CONVOQUEE)
            await tenue._changer_etat(ctx, str(reunion["id"]), None, convoquee)
        await _clore(ctx, sondage, reunion, EtatSondage.CLOS, commande.option)
        return UUID(str(reunion["id"]))


async def abandonner_sondage(ctx: Contexte, cle: UUID) -> UUID:
    """Close a poll without keeping a day: the meeting keeps its possible days. Returns the key of the meeting."""
    async with ecriture():
        sondage, reunion = await _tenir(ctx, cle)
        exiger_a_clore(EtatSondage(sondage["etat"]))
        await _clore(ctx, sondage, reunion, EtatSondage.ABANDONNE, None)
        return UUID(str(reunion["id"]))


async def rouvrir_sondage(ctx: Contexte, cle: UUID) -> UUID:
    """Take answers again, as long as no day was kept. Returns the key of the meeting."""
    async with ecriture():
        sondage, reunion = await _tenir(ctx, cle)
        if sondage["etat"] != EtatSondage.ABANDONNE:
            raise RegleViolee("etat", "Seul un sondage fermé sans date choisie se rouvre ; sinon, ouvrez-en un autre.")
        await changer(
            ctx,
            Sondage,
            sondage,
            None,
            {"etat": EtatSondage.OUVERT.value, "ferme_le": None},
            gouvernance=reunion["gouvernance"],
            action="rouvrir",
        )
        return UUID(str(reunion["id"]))


async def remplacer_le_lien(ctx: Contexte, cle: UUID) -> UUID:
    """Make the shared link open nothing, and give a new one. Returns the key of the meeting."""
    async with ecriture():
        sondage, reunion = await _tenir(ctx, cle)
        generation = {"generation": sondage["generation"] + 1}
        await changer(ctx, Sondage, sondage, None, generation, gouvernance=reunion["gouvernance"], action="revoquer")
        return UUID(str(reunion["id"]))


async def _clore(ctx: Contexte, sondage: Ligne, reunion: Ligne, etat: EtatSondage, option: UUID | None) -> None:
    await changer(
        ctx,
        Sondage,
        sondage,
        None,
        {"etat": etat.value, "option_retenue": option},
        gouvernance=reunion["gouvernance"],
        action="clore",
    )
    await journaliser(
        ctx,
        "reunion",
        reunion["id"],
        "sondage",
        gouvernance=reunion["gouvernance"],
        changements={"sondage": (None, etat.value)},
    )


async def _tenir(ctx: Contexte, cle: UUID) -> tuple[Ligne, Ligne]:
    """The poll and its meeting, locked, for who holds the meeting. Raises NonTrouve or Interdit."""
    trouve = await ligne("SELECT reunion FROM sondage WHERE id = {} AND supprime_le IS NULL", cle)
    if trouve is None:
        raise NonTrouve(QUOI)
    reunion = await charger(ctx.acteur, "reunion", trouve["reunion"])
    exiger(await droits_a_la_reunion(ctx.acteur, reunion), Droit.REUNIR, QUOI)
    await verrouiller(Reunion, reunion["id"])
    sondage = await ligne("SELECT * FROM sondage WHERE id = {}", cle)
    if sondage is None:
        raise NonTrouve(QUOI)
    return sondage, reunion


async def _ouvert_a(ctx: Contexte, cle: UUID, reponse: UUID | None) -> tuple[Ligne, Ligne]:
    """The poll and its meeting, for who holds a link to it or follows the meeting. Raises NonTrouve."""
    sondage = await ligne("SELECT * FROM sondage WHERE id = {} AND supprime_le IS NULL", cle)
    reunion = (
        await ligne("SELECT * FROM reunion WHERE id = {} AND supprime_le IS NULL", sondage["reunion"])
        if sondage
        else None
    )
    if sondage is None or reunion is None:
        raise NonTrouve(QUOI)
    par_lien = cle in ctx.acteur.liens and (reponse is None or reponse in ctx.acteur.liens)
    if not par_lien:
        exiger(await droits_a_la_reunion(ctx.acteur, reunion), Droit.REUNIR if reponse else Droit.SUIVRE, QUOI)
    return sondage, reunion
