"""Presenting and signing: the text is frozen with its digest, and only an avenant or a new roadmap comes after."""

from __future__ import annotations

from uuid import UUID

from backend.context import Contexte
from backend.queries.documents import contenu
from backend.queries.versions import en_dict, versions_de
from backend.services.commands.feuilles_de_route import ChangerEtat
from backend.services.ecriture import colonnes_date, ecriture, inserer, journaliser, verrouiller
from backend.services.feuilles_de_route import _changer_etat, charger_feuille
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import EtatFeuille
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.signatures import SCHEMA_FEUILLE, canonique, empreinte
from fne_roadmaps.tables.feuilles_de_route import FeuilleDeRoute
from fne_roadmaps.tables.signatures import VersionPubliee


async def signer(ctx: Contexte, reference: str, version: int | None, commande: ChangerEtat) -> UUID:
    """The signatories signed: freeze the text. ``commande.etat`` is signée. Returns the key of the version."""
    async with ecriture():
        return await _publier(ctx, reference, version, commande, EtatFeuille.SIGNEE)


async def presenter(ctx: Contexte, reference: str, version: int | None, commande: ChangerEtat) -> UUID:
    """The text was presented officially, which is not a signature: freeze it. Returns the key of the version."""
    async with ecriture():
        return await _publier(ctx, reference, version, commande, EtatFeuille.PRESENTEE)


async def _publier(
    ctx: Contexte, reference: str, version: int | None, commande: ChangerEtat, etat: EtatFeuille
) -> UUID:
    if commande.etat is not etat:
        raise RegleViolee("etat", f"Cet acte mène à l’état « {etat.libelle.lower()} ».")
    feuille = await charger_feuille(ctx, reference, Droit.SIGNER)
    await verrouiller(FeuilleDeRoute, feuille["id"])
    if commande.date and commande.date.premier and commande.date.premier > ctx.au:
        raise RegleViolee("date", "Cette date n’est pas encore passée.")
    await _changer_etat(ctx, reference, version, commande)
    numero = len(await versions_de(feuille["id"])) + 1
    exacte = commande.date and commande.date.premier and commande.date.premier == commande.date.dernier
    doc = await contenu(
        feuille["id"],
        etat=etat,
        version=numero,
        date_etat=commande.date,
        occasion=commande.occasion,
        arrete_au=commande.date.premier if commande.date and exacte and commande.date.premier else ctx.au,
    )
    texte = en_dict(doc)
    cle = ctx.cle(f"version_publiee:{feuille['code']}:{numero}")
    valeurs = {
        "id": cle,
        "feuille_de_route": feuille["id"],
        "numero": numero,
        "etat": etat,
        "occasion": commande.occasion,
        "schema_contenu": SCHEMA_FEUILLE,
        "contenu": canonique(texte).decode(),
        "empreinte": empreinte(texte),
        "fige_le": ctx.maintenant.isoformat(),
        "exemple": doc.exemple,
        **colonnes_date("date", commande.date),
    }
    await inserer(VersionPubliee, [valeurs])
    await journaliser(
        ctx,
        "version_publiee",
        cle,
        "signer" if etat is EtatFeuille.SIGNEE else "presenter",
        gouvernance=feuille["gouvernance"],
        changements={"empreinte": (None, valeurs["empreinte"])},
    )
    return cle
