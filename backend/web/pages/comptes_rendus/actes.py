"""What moves the minutes of a meeting along, from their page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from uuid import UUID

from litestar import post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.comptes_rendus import charger_compte_rendu
from backend.queries.references import charger
from backend.queries.reunions.droits import droits_a_la_reunion
from backend.services import comptes_rendus as services
from backend.services.commands.champs import Commande
from backend.services.commands.comptes_rendus import (
    ApprouverCompteRendu,
    CorrigerCompteRendu,
    DiffuserCompteRendu,
    RedigerCompteRendu,
)
from backend.services.comptes_rendus.acces import QUOI
from backend.services.comptes_rendus.redaction import TEXTES
from backend.web.adresses import comptes_rendus as ici
from backend.web.contexts import ConflitDeChamp, Demo, ErreurDeChamp, Formulaire
from backend.web.demonstration import DemoDePage
from backend.web.edition.demeler import CHOIX, COMPOSE, L_ENREGISTRE, LE_MIEN, LU, MIEN
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.comptes_rendus.lecture import page_de_compte_rendu
from fne_roadmaps.domain.dates import lire_jour_dit
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.errors import Conflit, RegleViolee
from fne_roadmaps.domain.fusion import comparer, fusionner

CHANGE = "Quelqu’un a changé ce compte rendu entre-temps : relisez-le, votre texte est resté dans le formulaire."
MEMES_MOTS = "quelqu’un d’autre a écrit sur les mêmes mots"
Textes = Mapping[str, tuple[str, ...]]
LIBELLES = {
    "introduction": "Ouverture",
    "conclusion": "Clôture",
    "amendements_jusqu_au": "Amendements jusqu’au",
    "approuve_le": "Approuvé le",
    "approuve_a": "À la réunion",
    "point": "Point",
    "texte": "Texte",
    "motif": "Pourquoi",
    "etat": "État",
}
Lire = Callable[[Saisie], Mapping[str, Any]]
Faire = Callable[[Contexte, UUID, int | None, Any], Awaitable[object]]


@post("/reunions/{cle:uuid}/compte-rendu", include_in_schema=False, status_code=303)
async def ouvrir(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Begin the minutes of a meeting, or find them."""
    return vers(ici.compte_rendu(await services.ouvrir_compte_rendu(ctx, str(cle))))


@post("/comptes-rendus/{cle:uuid}/redaction", include_in_schema=False, status_code=303)
async def rediger(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Write what opens and closes them."""

    version = await exiger_de_tenir(ctx, cle)
    saisie = await lire_saisie(request)
    try:
        await services.rediger_compte_rendu(
            ctx, cle, saisie.version, lire_commande(RedigerCompteRendu, _redaction(saisie))
        )
    except Conflit as conflit:
        enregistres = {c: str(conflit.actuel.get(c) or "") for c in TEXTES}
        valeurs, conflits = _demeler(saisie, enregistres)
        dites = tuple(
            ErreurDeChamp(champ=f"conflit.{c}", libelle=LIBELLES[c], message=MEMES_MOTS) for c in conflits
        ) or erreurs_de(RegleViolee("etat", CHANGE), LIBELLES)
        refus = ("redaction", _formulaire(cle, "redaction", valeurs, dites, version))
        return await page_de_compte_rendu(request, ctx, demo, cle, refus, conflits)
    except REFUS as cause:
        refus = ("redaction", _formulaire(cle, "redaction", saisie.valeurs, erreurs_de(cause, LIBELLES), version))
        return await page_de_compte_rendu(request, ctx, demo, cle, refus)
    return vers(ici.compte_rendu(cle, fait="cr-redaction"))


def _redaction(saisie: Saisie) -> dict[str, Any]:
    """The texts as typed, or as settled, with those their writer started from when the form tells them."""
    dit: dict[str, Any] = {}
    for champ in TEXTES:
        texte, mien, lu, choix = (saisie.un(debut + champ) for debut in ("", MIEN, LU, CHOIX))
        ecarte = mien if choix else ""
        if choix == LE_MIEN:
            texte, ecarte = mien, lu
        elif choix == L_ENREGISTRE:
            texte = lu
        dit |= {champ: texte.strip(), f"ecarte_{champ}": ecarte}
        if LU + champ in saisie.valeurs:
            dit[f"lu_{champ}"] = lu
    return dit


def _demeler(saisie: Saisie, enregistres: Mapping[str, str]) -> tuple[Textes, dict[str, ConflitDeChamp]]:
    """What the form shows next: each text put together, and both where the same words were changed."""
    valeurs: dict[str, tuple[str, ...]] = {}
    conflits: dict[str, ConflitDeChamp] = {}
    dit = _redaction(saisie)
    for champ, enregistre in enregistres.items():
        mien, lu = dit[champ], dit.get(f"lu_{champ}", "")
        fusion = fusionner(lu, mien, enregistre)
        valeurs |= {champ: (fusion.texte,), LU + champ: (enregistre,)}
        if not fusion.sure and enregistre not in {lu, mien}:
            cote_mien, cote_leur = comparer(mien, enregistre)
            conflits[champ] = ConflitDeChamp(
                champ=champ,
                libelle=LIBELLES[champ],
                mien=cote_mien,
                enregistre=cote_leur,
                miens=((MIEN + champ, mien),),
                choix=COMPOSE,
            )
    return valeurs, conflits


def _formulaire(cle: UUID, nom: str, valeurs: Textes, erreurs: tuple[ErreurDeChamp, ...], version: int) -> Formulaire:
    return Formulaire(
        action=ici.acte(cle, nom), retour=ici.compte_rendu(cle), valeurs=valeurs, erreurs=erreurs, version=version
    )


@post("/comptes-rendus/{cle:uuid}/diffusion", include_in_schema=False, status_code=303)
async def diffuser(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Let them go out."""

    def lire(saisie: Saisie) -> Mapping[str, Any]:
        return {"amendements_jusqu_au": _jour(saisie, "amendements_jusqu_au")}

    return await _faire(request, ctx, demo, cle, "diffusion", DiffuserCompteRendu, lire, services.diffuser_compte_rendu)


@post("/comptes-rendus/{cle:uuid}/reprise", include_in_schema=False, status_code=303)
async def reprendre(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Take them back to write them again."""
    await services.reprendre_compte_rendu(ctx, cle, None)
    return vers(ici.compte_rendu(cle, fait="cr-reprise"))


@post("/comptes-rendus/{cle:uuid}/approbation", include_in_schema=False, status_code=303)
async def approuver(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Approve them, at a later meeting or otherwise."""

    def lire(saisie: Saisie) -> Mapping[str, Any]:
        return {"approuve_le": _jour(saisie, "approuve_le"), "approuve_a": saisie.un("approuve_a")}

    return await _faire(
        request, ctx, demo, cle, "approbation", ApprouverCompteRendu, lire, services.approuver_compte_rendu
    )


@post("/comptes-rendus/{cle:uuid}/publication", include_in_schema=False, status_code=303)
async def publier(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Open them to whoever may read the governance."""
    await services.publier_compte_rendu(ctx, cle, None)
    return vers(ici.compte_rendu(cle, fait="cr-publication"))


@post("/comptes-rendus/{cle:uuid}/correction", include_in_schema=False, status_code=303)
async def corriger(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """A new version of approved minutes: one item, or what opens and closes them."""

    def lire(saisie: Saisie) -> Mapping[str, Any]:
        commun = {"motif": saisie.un("motif").strip()}
        if saisie.un("point"):
            return {**commun, "point": saisie.un("point"), "texte": saisie.un("texte").strip()}
        return {**commun, **{c: saisie.un(c).strip() for c in ("introduction", "conclusion")}}

    return await _faire(
        request, ctx, demo, cle, "correction", CorrigerCompteRendu, lire, services.corriger_compte_rendu
    )


def _jour(saisie: Saisie, champ: str) -> object:
    dit = saisie.un(champ).strip()
    return lire_jour_dit(dit, champ) if dit else ""


async def exiger_de_tenir(ctx: Contexte, cle: UUID, droit: Droit = Droit.REUNIR) -> int:
    """The version of the minutes, for who may ``droit`` at their meeting. Raises NonTrouve or Interdit."""
    rendu = await charger_compte_rendu(ctx.acteur, cle)
    reunion = await charger(ctx.acteur, "reunion", rendu["reunion"])
    exiger(await droits_a_la_reunion(ctx.acteur, reunion), droit, QUOI)
    return int(rendu["version"])


async def _faire(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    cle: UUID,
    nom: str,
    modele: type[Commande],
    lire: Lire,
    faire: Faire,
) -> Reponse:
    version = await exiger_de_tenir(ctx, cle)
    saisie = await lire_saisie(request)
    try:
        await faire(ctx, cle, saisie.version, lire_commande(modele, lire(saisie)))
    except (Conflit, *REFUS) as refus:
        dit = RegleViolee("etat", CHANGE) if isinstance(refus, Conflit) else refus
        formulaire = _formulaire(cle, nom, saisie.valeurs, erreurs_de(dit, LIBELLES), version)
        return await page_de_compte_rendu(request, ctx, demo, cle, (nom, formulaire))
    return vers(ici.compte_rendu(cle, fait=f"cr-{nom}"))
