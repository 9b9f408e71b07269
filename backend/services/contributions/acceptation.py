"""Taking an answer to a request for news, as it came or edited, or declining it: in one transaction, cause told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.contributions import etat_de_la_fiche, indicateurs_de_la_fiche, lire_demande
from backend.queries.lecture import Ligne
from backend.services.commands.contributions import DeclinerReponse
from backend.services.contributions.reponses import QUOI, Reponse, Saisie, lire_reponse
from backend.services.ecriture import changer, colonnes_date, creer, ecriture, inserer, verrouiller
from backend.services.fiches_action.acces import charger_fiche
from backend.services.fiches_action.nouvelles import colonnes_de_nouvelles
from fne_roadmaps.domain.contributions import changer_demande, comparer, retenir
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import (
    Avancement,
    ComparateurChiffre,
    EtatDemande,
    Instruction,
    NatureChiffre,
    UsageChiffre,
)
from fne_roadmaps.domain.errors import Conflit, NonTrouve, ReglesViolees, RegleViolee
from fne_roadmaps.domain.fiches_action import changer_avancement as permettre_avancement
from fne_roadmaps.tables.contributions import DemandeDeNouvelles
from fne_roadmaps.tables.fiches_action import FicheAction, Nouvelle
from fne_roadmaps.tables.gouvernances import Chiffre

ACTE = "accepter_nouvelles"
SANS_COMMENTAIRE = "Réponse à une demande de nouvelles, sans commentaire."


async def accepter_reponse(
    ctx: Contexte,
    cle: UUID,
    version: int | None,
    modifiee: Saisie | None = None,
    choix: Mapping[str, str] | None = None,
) -> UUID:
    """Apply an answer to its fiche, once. Returns the key of the fiche.

    ``modifiee`` are the fields a rédacteur rewrote before taking them; ``choix`` settles those of which the fiche has
    moved since it was answered (« fiche » or « reponse »). ``version`` is that of the fiche as it was read again.
    Raises Conflit when the fiche moved since, ReglesViolees when something cannot be taken as it stands.
    """
    async with ecriture():
        return await _accepter(ctx, cle, version, modifiee or {}, choix or {})


async def _accepter(ctx: Contexte, cle: UUID, version: int | None, modifiee: Saisie, choix: Mapping[str, str]) -> UUID:
    demande, fiche, feuille = await _a_traiter(ctx, cle)
    if demande["etat"] is EtatDemande.ACCEPTEE:
        return UUID(str(fiche["id"]))
    changer_demande(demande["etat"], EtatDemande.ACCEPTEE)
    if fiche["instruction"] != Instruction.RETENUE:
        raise RegleViolee("etat", "Cette fiche n’est plus retenue : sa réponse ne peut plus y être reportée.")
    if version is not None and version != fiche["version"]:
        raise Conflit(
            "La fiche a changé pendant votre relecture : la comparaison ci-dessous est à jour, rien n’est perdu.",
            {},
            {},
        )
    reponse, refus = lire_reponse({**demande["reponse"]["saisie"], **modifiee})
    if refus:
        raise ReglesViolees(list(refus))
    actuel = await etat_de_la_fiche(fiche["id"])
    retenues = retenir(comparer(reponse.lu, reponse.propose, actuel), choix)
    le = date.fromisoformat(demande["reponse"]["le"])
    cause = f"Réponse de {signature(demande, reponse)} à une demande de nouvelles"
    if "avancement" in retenues:
        permettre_avancement(
            Instruction.RETENUE,
            Avancement(fiche["avancement"]),
            Avancement(retenues["avancement"]),
            reponse.texte or retenues.get("difficultes") or cause,
        )
    mesure = await _mesurer(ctx, demande, fiche, reponse, le)
    await changer(
        ctx,
        FicheAction,
        fiche,
        None,
        _colonnes(fiche, retenues, reponse.dates, le),
        gouvernance=feuille["gouvernance"],
        action=ACTE,
        autres={"mesure": (None, mesure)} if mesure else None,
        pourquoi=cause,
    )
    await _annoncer(ctx, demande, feuille, reponse, retenues, le)
    await _clore(ctx, demande, feuille, "accepter", {"etat": EtatDemande.ACCEPTEE.value})
    return UUID(str(fiche["id"]))


async def decliner_reponse(ctx: Contexte, cle: UUID, commande: DeclinerReponse) -> UUID:
    """Do not take an answer: the fiche stays as it is, and who answered reads why. Returns the key of the fiche."""
    async with ecriture():
        demande, fiche, feuille = await _a_traiter(ctx, cle)
        changer_demande(demande["etat"], EtatDemande.DECLINEE)
        valeurs = {"etat": EtatDemande.DECLINEE.value, "motif": commande.motif}
        await _clore(ctx, demande, feuille, "decliner", valeurs)
        return UUID(str(fiche["id"]))


def signature(demande: Ligne, reponse: Reponse) -> str:
    """Who answered: an organisation, and the function it gave or the one that was asked; never a person."""
    nom = demande["structure_nom"] or "la structure pilote"
    fonction = reponse.fonction or demande["poste_nom"]
    return f"{nom}, {fonction}" if fonction else nom


async def _a_traiter(ctx: Contexte, cle: UUID) -> tuple[Ligne, Ligne, Ligne]:
    """The request, its fiche and its roadmap, both rows held, for who writes the roadmap."""
    await verrouiller(DemandeDeNouvelles, cle)
    demande = await lire_demande(cle)
    if demande is None:
        raise NonTrouve(QUOI)
    await verrouiller(FicheAction, demande["fiche_action"])
    fiche, feuille = await charger_fiche(ctx, demande["fiche_action"], Droit.REDIGER)
    return demande, fiche, feuille


def _colonnes(
    fiche: Ligne, retenues: Mapping[str, Any], dates: Mapping[str, DateIncertaine | None], le: date
) -> dict[str, Any]:
    """Columns of the fiche that change; its last news are at least those of the answer. Raises RegleViolee."""
    valeurs: dict[str, Any] = {
        champ: retenues[champ] for champ in ("avancement", "difficultes", "prochaine_etape") if champ in retenues
    }
    if "progression" in retenues:
        valeurs["progression_declaree"] = retenues["progression"]
    for champ in ("debut", "fin"):
        if champ in retenues:
            valeurs |= colonnes_date(champ, dates[champ])
    return colonnes_de_nouvelles(fiche, valeurs, le)


async def _mesurer(ctx: Contexte, demande: Ligne, fiche: Ligne, reponse: Reponse, le: date) -> dict[str, Any] | None:
    """Add the measure of an answer to its indicator; what was added, as the journal keeps it. Raises RegleViolee."""
    mesure = reponse.mesure
    if mesure is None:
        return None
    indicateurs = await indicateurs_de_la_fiche(fiche["id"])
    indicateur = next((i for i in indicateurs if i["libelle"] == mesure["indicateur"]), None)
    if indicateur is None:
        raise RegleViolee("mesure.indicateur", f"L’indicateur « {mesure['indicateur']} » n’est plus dans la fiche.")
    quand: DateIncertaine = mesure["date"] or DateIncertaine(le.isoformat(), le, le)
    rangee = {
        "id": ctx.cle(f"chiffre:{demande['id']}"),
        "cree_le": ctx.maintenant,
        "maj_le": ctx.maintenant,
        "exemple": demande["exemple"],
        "indicateur": indicateur["id"],
        "usage": UsageChiffre.MESURE,
        "nature": NatureChiffre.DECLARE,
        "comparateur": ComparateurChiffre.EGAL,
        "libelle": indicateur["libelle"],
        "unite": indicateur["unite"],
        "valeur": mesure["valeur"],
        "source": signature(demande, reponse),
        "rang": 0,
        **colonnes_date("date", quand),
    }
    await inserer(Chiffre, [rangee])
    return {"indicateur": indicateur["libelle"], "valeur": mesure["valeur"], "date": quand.edtf}


async def _annoncer(
    ctx: Contexte, demande: Ligne, feuille: Ligne, reponse: Reponse, retenues: Mapping[str, Any], le: date
) -> None:
    """The news of the fiche, dated from the answer and signed by the organisation that gave it."""
    valeurs = {
        "fiche_action": demande["fiche_action"],
        "le": le,
        "texte": reponse.texte or retenues.get("difficultes") or retenues.get("prochaine_etape") or SANS_COMMENTAIRE,
        "auteur": signature(demande, reponse)[:300],
        "structure": demande["structure"],
        "avancement": retenues.get("avancement"),
        "progression": retenues.get("progression"),
        "exemple": demande["exemple"],
    }
    await creer(
        ctx,
        Nouvelle,
        str(demande["id"]),
        valeurs,
        gouvernance=feuille["gouvernance"],
        saisie={**valeurs, "demande": demande["id"]},
    )


async def _clore(ctx: Contexte, demande: Ligne, feuille: Ligne, action: str, valeurs: dict[str, Any]) -> None:
    await changer(
        ctx,
        DemandeDeNouvelles,
        demande,
        None,
        {**valeurs, "traitee_le": ctx.maintenant},
        gouvernance=feuille["gouvernance"],
        action=action,
        pourquoi=valeurs.get("motif"),
    )
