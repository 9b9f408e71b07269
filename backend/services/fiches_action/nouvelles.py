"""News of a fiche: dated, signed by an organisation and a function, and what they change of the fiche in one act."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.fiches_action.nouvelles import QUOI, lire_nouvelle
from backend.queries.lecture import Ligne, ligne
from backend.queries.references import cle_de
from backend.services.commands.suivi import CorrigerNouvelle, DonnerNouvelles
from backend.services.ecriture import changer, colonnes_date, creer, ecriture
from backend.services.fiches_action import redaction
from backend.services.fiches_action.acces import tenir_fiche
from fne_roadmaps.domain.dates import DateIncertaine, depuis_colonnes
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.enums import Avancement, Instruction
from fne_roadmaps.domain.errors import Interdit, RegleViolee
from fne_roadmaps.domain.fiches_action import changer_avancement as permettre_avancement
from fne_roadmaps.tables.fiches_action import FicheAction, Nouvelle

ACTION = "donner_des_nouvelles"
D_AVANCE = "Des nouvelles ne se datent pas d’avance."
_TEXTES = ("difficultes", "prochaine_etape", "meteo")


async def donner_des_nouvelles(ctx: Contexte, commande: DonnerNouvelles) -> UUID:
    """Add news to a fiche, and change what they say of it. Raises RegleViolee on a field; nothing is half-written."""
    async with ecriture():
        return await _donner(ctx, commande)


async def _donner(ctx: Contexte, commande: DonnerNouvelles) -> UUID:
    fiche, feuille = await tenir_fiche(ctx, commande.fiche_action, Droit.RENSEIGNER)
    if (commande.auteur or commande.structure) and not ctx.acteur.systeme:
        raise Interdit("Des nouvelles se signent de l’organisation qui les donne.")
    if fiche["instruction"] != Instruction.RETENUE:
        raise RegleViolee("texte", "On donne des nouvelles d’une fiche retenue.")
    le = _jour(ctx, commande.le)
    retenues: dict[str, Any] = {c: getattr(commande, c) for c in _TEXTES if c in commande.model_fields_set}
    if commande.progression is not None:
        retenues["progression_declaree"] = commande.progression
    if commande.avancement is not None and commande.avancement != fiche["avancement"]:
        permettre_avancement(
            Instruction(fiche["instruction"]), Avancement(fiche["avancement"]), commande.avancement, commande.pourquoi
        )
        retenues["avancement"] = commande.avancement.value
    if commande.fin is not None:
        retenues |= colonnes_date("fin", commande.fin)
    await changer(
        ctx,
        FicheAction,
        fiche,
        None,
        colonnes_de_nouvelles(fiche, retenues, le),
        gouvernance=feuille["gouvernance"],
        action=ACTION,
        pourquoi=commande.pourquoi,
    )
    auteur, structure = await _signer(ctx, commande)
    nouvelle = {
        "fiche_action": fiche["id"],
        "le": le,
        "texte": commande.texte,
        "auteur": auteur,
        "structure": structure,
        "avancement": retenues.get("avancement"),
        "progression": commande.progression,
        "exemple": fiche["exemple"],
    }
    nom = f"{fiche['id']}:{le}:{ctx.requete}"
    return await creer(ctx, Nouvelle, nom, nouvelle, gouvernance=feuille["gouvernance"], saisie=nouvelle)


def _jour(ctx: Contexte, le: date | None) -> date:
    if le is not None and le > ctx.au:
        raise RegleViolee("le", D_AVANCE)
    return le or ctx.au


async def _signer(ctx: Contexte, commande: DonnerNouvelles) -> tuple[str, UUID | None]:
    if commande.auteur:
        return commande.auteur, await cle_de(ctx.acteur, "structure", commande.structure, "structure")
    return await signature_de(ctx)


def colonnes_de_nouvelles(fiche: Ligne, retenues: Mapping[str, Any], le: date) -> dict[str, Any]:
    """Columns of a fiche that news change; its last news are at least of that day. Raises RegleViolee."""
    valeurs = dict(retenues)
    debut, fin = (_date(fiche, valeurs, champ) for champ in ("debut", "fin"))
    if debut and fin and debut.premier and fin.dernier and fin.dernier < debut.premier:
        raise RegleViolee("fin", "La fin vient avant le début.")
    valeurs["nouvelles_le"] = max(le, fiche["nouvelles_le"] or le)
    valeurs["recherche"] = redaction._recherche({c: valeurs.get(c, fiche[c]) for c in redaction._CHERCHES})
    return valeurs


def _date(fiche: Ligne, valeurs: Mapping[str, Any], champ: str) -> DateIncertaine | None:
    colonnes = [f"{champ}_{suffixe}" for suffixe in ("edtf", "premier", "dernier", "recu")]
    return depuis_colonnes(*(valeurs.get(colonne, fiche[colonne]) for colonne in colonnes))


async def signature_de(ctx: Contexte) -> tuple[str, UUID | None]:
    """Who speaks: an organisation and a function, never a person; and the organisation's key. One statement."""
    trouve = await ligne(
        "SELECT s.id, s.nom, p.fonction FROM compte c LEFT JOIN structure s ON s.id = c.structure "
        "LEFT JOIN poste p ON p.id = c.poste WHERE c.identifiant = {}",
        ctx.acteur.identifiant,
    )
    if trouve is None or trouve["nom"] is None:
        return "Un membre de la gouvernance", None
    dit = f"{trouve['nom']}, {trouve['fonction']}" if trouve["fonction"] else trouve["nom"]
    return str(dit)[:300], trouve["id"]


async def corriger_nouvelle(ctx: Contexte, cle: UUID, version: int | None, commande: CorrigerNouvelle) -> UUID:
    """Change the words or the day of news one signed; the former ones stay in the journal. Returns the fiche's key.

    Raises Conflit when they were corrected meanwhile.
    """
    async with ecriture():
        nouvelle, fiche, feuille = await lire_nouvelle(ctx.acteur, cle)
        exiger(nouvelle["droits"], Droit.RENSEIGNER, QUOI)
        valeurs = {"texte": commande.texte, "le": _jour(ctx, commande.le)}
        await changer(ctx, Nouvelle, nouvelle, version, valeurs, gouvernance=feuille["gouvernance"], action="corriger")
        return UUID(str(fiche["id"]))


async def retirer_nouvelle(ctx: Contexte, cle: UUID) -> UUID:
    """Take back news one signed, or that one may set aside; they can come back. Returns the key of the fiche."""
    return await _basculer(ctx, cle, retiree=True)


async def retablir_nouvelle(ctx: Contexte, cle: UUID) -> UUID:
    """Bring back news taken away. Returns the key of the fiche."""
    return await _basculer(ctx, cle, retiree=False)


async def _basculer(ctx: Contexte, cle: UUID, *, retiree: bool) -> UUID:
    async with ecriture():
        nouvelle, fiche, feuille = await lire_nouvelle(ctx.acteur, cle, retirees=True)
        exiger(nouvelle["droits"], Droit.REDIGER, QUOI)
        if (nouvelle["supprime_le"] is not None) != retiree:
            await changer(
                ctx,
                Nouvelle,
                nouvelle,
                None,
                {"supprime_le": ctx.maintenant if retiree else None},
                gouvernance=feuille["gouvernance"],
                action="retirer" if retiree else "retablir",
            )
        return UUID(str(fiche["id"]))
