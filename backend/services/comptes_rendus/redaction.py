"""Drafting the minutes of a meeting, and letting them go out to those who were there."""

from __future__ import annotations

from uuid import UUID

from backend.context import Contexte
from backend.queries.comptes_rendus import compte_rendu_de
from backend.queries.lecture import Ligne, ligne
from backend.queries.references import charger
from backend.queries.reunions.droits import droits_a_la_reunion
from backend.services.commands.comptes_rendus import DiffuserCompteRendu, RedigerCompteRendu
from backend.services.comptes_rendus.acces import figer_version, tenir_compte_rendu
from backend.services.ecriture import changer, creer, ecriture, journaliser, verrouiller
from fne_roadmaps.domain.comptes_rendus import changer_etat, verifier_redaction
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.enums import EtatCompteRendu, EtatReunion
from fne_roadmaps.domain.errors import Conflit, RegleViolee
from fne_roadmaps.domain.fusion import fusionner
from fne_roadmaps.tables.comptes_rendus import CompteRendu
from fne_roadmaps.tables.reunions import Reunion

TEXTES = ("introduction", "conclusion")
CHANGE = "Quelqu’un d’autre a écrit sur les mêmes mots : les deux textes sont ci-dessous, rien n’est perdu."
_TENUES = frozenset({EtatReunion.EN_SEANCE, EtatReunion.TENUE})


async def ouvrir_compte_rendu(ctx: Contexte, reunion: str) -> UUID:
    """The minutes of a meeting, begun when there are none yet: asked twice, they are the same. Returns their key."""
    async with ecriture():
        return await _ouvrir(ctx, reunion)


async def _ouvrir(ctx: Contexte, reunion: str) -> UUID:
    tenue = await charger(ctx.acteur, "reunion", reunion)
    exiger(await droits_a_la_reunion(ctx.acteur, tenue), Droit.REUNIR, "Cette réunion")
    await verrouiller(Reunion, tenue["id"])
    deja = await compte_rendu_de(tenue["id"])
    if deja:
        return UUID(str(deja["id"]))
    if EtatReunion(tenue["etat"]) not in _TENUES:
        raise RegleViolee("etat", "Un compte rendu commence quand la réunion est en séance, ou tenue.")
    valeurs = {"reunion": tenue["id"], "etat": EtatCompteRendu.BROUILLON.value, "exemple": tenue["exemple"]}
    return await creer(
        ctx,
        CompteRendu,
        tenue["code"],
        valeurs,
        gouvernance=tenue["gouvernance"],
        saisie={"reunion": tenue["code"]},
    )


async def rediger_compte_rendu(ctx: Contexte, cle: UUID, version: int | None, commande: RedigerCompteRendu) -> int:
    """Write what opens and closes the minutes, until they go out. Returns the new version. Raises Conflit.

    Told the texts they were started from, changes to other words are put together whatever the ``version``; those to
    the same words raise Conflit with both texts.
    """
    async with ecriture():
        return await _rediger(ctx, cle, version, commande)


async def _rediger(ctx: Contexte, cle: UUID, version: int | None, commande: RedigerCompteRendu) -> int:
    avant, reunion, _ = await tenir_compte_rendu(ctx, cle)
    verifier_redaction(EtatCompteRendu(avant["etat"]))
    valeurs = {champ: commande.lire(champ) for champ in TEXTES}
    if any(f"lu_{champ}" in commande.model_fields_set for champ in TEXTES):
        version, valeurs = None, _reunir(avant, commande)
    nouvelle = await changer(ctx, CompteRendu, avant, version, valeurs, gouvernance=reunion["gouvernance"])
    ecartes = {champ: (commande.lire(f"ecarte_{champ}"), valeurs[champ]) for champ in TEXTES}
    changements = {champ: (ecarte, garde) for champ, (ecarte, garde) in ecartes.items() if ecarte and ecarte != garde}
    if changements:
        await journaliser(
            ctx, "compte_rendu", cle, "conflit", gouvernance=reunion["gouvernance"], changements=changements
        )
    return nouvelle


def _reunir(avant: Ligne, commande: RedigerCompteRendu) -> dict[str, str | None]:
    """Both writers' changes, text by text. Raises Conflit on the first words both changed."""
    valeurs: dict[str, str | None] = {}
    for champ in TEXTES:
        stocke, mien, lu = (t or "" for t in (avant[champ], commande.lire(champ), commande.lire(f"lu_{champ}")))
        texte = mien
        if stocke not in {lu, mien}:
            fusion = fusionner(lu, mien, stocke)
            if not fusion.sure:
                raise Conflit(CHANGE, {c: avant[c] for c in TEXTES}, {c: commande.lire(c) for c in TEXTES})
            texte = fusion.texte
        valeurs[champ] = texte or None
    return valeurs


async def diffuser_compte_rendu(ctx: Contexte, cle: UUID, version: int | None, commande: DiffuserCompteRendu) -> int:
    """The minutes go out: frozen, and open to amendments. Returns the new version."""
    async with ecriture():
        return await _diffuser(ctx, cle, version, commande)


async def _diffuser(ctx: Contexte, cle: UUID, version: int | None, commande: DiffuserCompteRendu) -> int:
    avant, reunion, _ = await tenir_compte_rendu(ctx, cle)
    changer_etat(EtatCompteRendu(avant["etat"]), EtatCompteRendu.DIFFUSE, EtatReunion(reunion["etat"]))
    jusqu_au = commande.amendements_jusqu_au
    if jusqu_au is not None and jusqu_au < ctx.au:
        raise RegleViolee("amendements_jusqu_au", "Ce jour est passé : laissez le temps de relire.")
    valeurs = {
        "etat": EtatCompteRendu.DIFFUSE.value,
        "diffuse_le": ctx.maintenant,
        "amendements_jusqu_au": jusqu_au,
    }
    nouvelle = await changer(
        ctx, CompteRendu, avant, version, valeurs, gouvernance=reunion["gouvernance"], action="diffuser"
    )
    await figer_version(ctx, cle, EtatCompteRendu.DIFFUSE, None)
    return nouvelle


async def reprendre_compte_rendu(ctx: Contexte, cle: UUID, version: int | None) -> int:
    """Take circulated minutes back to write them again, as long as nobody asked for a change. Returns the new version.

    The version that went out stays among the versions.
    """
    async with ecriture():
        avant, reunion, _ = await tenir_compte_rendu(ctx, cle)
        changer_etat(EtatCompteRendu(avant["etat"]), EtatCompteRendu.BROUILLON, EtatReunion(reunion["etat"]))
        demande = await ligne("SELECT id FROM amendement WHERE compte_rendu = {} AND supprime_le IS NULL LIMIT 1", cle)
        if demande:
            raise RegleViolee("etat", "Un amendement est demandé : répondez-y plutôt que de reprendre le texte.")
        valeurs = {"etat": EtatCompteRendu.BROUILLON.value, "diffuse_le": None, "amendements_jusqu_au": None}
        return await changer(
            ctx, CompteRendu, avant, version, valeurs, gouvernance=reunion["gouvernance"], action="reprendre"
        )
