"""The routes of a concept, made from its declaration: list, read, create, change, act, delete."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from litestar import Response, delete, get, patch, post
from litestar.handlers import HTTPRouteHandler
from pydantic import TypeAdapter

from backend.api.acces import contexte_api
from backend.api.conditions import cle_idempotence, deja_lue, etag, version_lue
from backend.api.corps import lire_json
from backend.api.ressources import Acte, Ressource
from backend.api.schemas.base import Page, Rendu
from backend.context import Contexte
from backend.errors import Nature, Refus
from backend.errors.reponses import Requete
from backend.queries.listes import lire_demande, lister
from backend.queries.references import charger, cle_de
from backend.services.idempotence import creer_une_fois
from exports.formats import enumeration
from fne_roadmaps.domain.errors import Conflit, NonTrouve
from fne_roadmaps.domain.textes import texte_propre

JSON = "application/json"
MOTIF_MAX = 2000

Reponse = Response[bytes]
Traitement = Callable[[Requete], Awaitable[Reponse]]


def repondre(texte: str | bytes, *, statut: int = 200, **entetes: str) -> Reponse:
    """A JSON answer that only its reader's browser may keep, and must check again."""
    communs = {"cache-control": "private, no-cache", "vary": "Authorization"}
    donnees = {nom.replace("_", "-"): valeur for nom, valeur in entetes.items()}
    corps = texte.encode() if isinstance(texte, str) else texte
    return Response(content=corps, status_code=statut, media_type=JSON, headers={**communs, **donnees})


def reference_de(requete: Requete) -> str:
    """The reference in the address, slashes included."""
    return str(requete.path_params["reference"]).strip("/")


def routes_de(ressource: Ressource) -> list[HTTPRouteHandler]:
    """Every route of a concept."""
    genre = "path" if ressource.a_barres else "str"
    un = f"{ressource.adresse}/{{reference:{genre}}}"
    nom = ressource.chemin
    routes = [
        get(ressource.adresse, name=f"api-{nom}-liste")(_lister(ressource)),
        get(un, name=f"api-{nom}")(_lire(ressource)),
    ]
    if ressource.creation:
        routes.append(post(ressource.adresse, name=f"api-{nom}-creation", status_code=201)(_creer(ressource)))
    if ressource.modification:
        routes.append(patch(un, name=f"api-{nom}-modification")(_modifier(ressource)))
    if ressource.supprimer:
        routes.append(delete(un, name=f"api-{nom}-suppression", status_code=204)(_supprimer(ressource)))
    if ressource.a_barres and ressource.actes:
        routes.append(post(un, name=f"api-{nom}-acte", status_code=200)(_agir_au_bout(ressource)))
    elif ressource.actes:
        routes += [
            post(f"{un}/{acte.nom}", name=f"api-{nom}-{acte.nom}", status_code=200)(_agir(ressource, acte))
            for acte in ressource.actes
        ]
    return routes


def _lister(ressource: Ressource) -> Traitement:
    page = TypeAdapter(Page[ressource.resume])  # type: ignore[name-defined]

    async def lister_(request: Requete) -> Reponse:
        ctx = await contexte_api(request)
        demande = lire_demande(ressource.liste, request.query_params.multi_items())
        trouvee = await lister(ctx.acteur, ressource.liste, demande, ctx.au)
        return repondre(page.dump_json(page.validate_python(trouvee, from_attributes=True)))

    return lister_


def _lire(ressource: Ressource) -> Traitement:
    async def lire(request: Requete) -> Reponse:
        ctx = await contexte_api(request)
        objet = await _entier(ressource, ctx, reference_de(request))
        return _rendre(request, objet)

    return lire


async def _entier(ressource: Ressource, ctx: Contexte, reference: str | UUID) -> Rendu:
    return ressource.entier.model_validate(await ressource.lire(ctx.acteur, reference, ctx.au))


def _rendre(request: Requete, objet: Any) -> Reponse:
    etiquette = etag(objet.version)
    if request.method == "GET" and deja_lue(request, etiquette):
        return repondre(b"", statut=304, etag=etiquette)
    return repondre(objet.model_dump_json(), etag=etiquette)


def _creer(ressource: Ressource) -> Traitement:
    creation = ressource.creation
    assert creation is not None  # noqa: S101 - routes_de asks for it only then

    async def creer(request: Requete) -> Reponse:
        ctx = await contexte_api(request)
        cle = cle_idempotence(request)
        commande = creation.commande.model_validate(await lire_json(request))

        async def ecrire(objet: UUID) -> str:
            return (await _entier(ressource, ctx, objet)).model_dump_json()

        try:
            reponse = await creer_une_fois(ctx, ressource.concept, cle, commande, ecrire)
        except NonTrouve:
            # What the body names and does not exist is a refused field; the rest is not to be found.
            for champ, table in creation.references.items():
                await cle_de(ctx.acteur, table, getattr(commande, champ), champ)
            raise
        objet = json.loads(reponse.texte)
        rejouee = {"idempotency-replayed": "true"} if reponse.rejouee else {}
        return repondre(
            reponse.texte,
            statut=201,
            location=f"{ressource.adresse}/{objet['id']}",
            etag=etag(objet["version"]),
            **rejouee,
        )

    return creer


async def _changer(
    ressource: Ressource, request: Requete, reference: str, commande: Any, appliquer: Callable[..., Awaitable[object]]
) -> Reponse:
    """Apply a guarded change to the object of a reference and answer with what it has become."""
    ctx = await contexte_api(request)
    cle = (await charger(ctx.acteur, ressource.concept, reference))["id"]
    version = version_lue(request)
    brut = await lire_json(request)
    saisie = commande.model_validate(brut)
    try:
        await appliquer(ctx, str(cle), version, saisie)
    except Conflit as conflit:
        actuel = (await _entier(ressource, ctx, cle)).model_dump(mode="json")
        raise Conflit(str(conflit), actuel=actuel, propose=brut) from conflit
    return _rendre(request, await _entier(ressource, ctx, cle))


def _modifier(ressource: Ressource) -> Traitement:
    modification = ressource.modification
    assert modification is not None  # noqa: S101 - routes_de asks for it only then

    async def modifier(request: Requete) -> Reponse:
        return await _changer(
            ressource, request, reference_de(request), modification.commande, modification.appliquer
        )

    return modifier


def _agir(ressource: Ressource, acte: Acte) -> Traitement:
    async def agir(request: Requete) -> Reponse:
        return await _changer(ressource, request, reference_de(request), acte.commande, acte.appliquer)

    return agir


def _agir_au_bout(ressource: Ressource) -> Traitement:
    """The act is the last part of an address whose reference holds slashes."""
    actes = {acte.nom: acte for acte in ressource.actes}
    permises = ["GET", "HEAD", *(["PATCH"] if ressource.modification else [])]
    permises += ["DELETE"] if ressource.supprimer else []
    possibles = enumeration([f"« …/{nom} »" for nom in actes], "ou")

    async def agir(request: Requete) -> Reponse:
        reference, _, nom = reference_de(request).rpartition("/")
        if nom not in actes or not reference:
            detail = f"Un acte s’envoie à {possibles} ; un changement de texte, par PATCH."
            raise Refus(Nature.METHODE, detail, entetes={"allow": ", ".join(permises)})
        return await _changer(ressource, request, reference, actes[nom].commande, actes[nom].appliquer)

    return agir


def _supprimer(ressource: Ressource) -> Traitement:
    supprimer = ressource.supprimer
    assert supprimer is not None  # noqa: S101 - routes_de asks for it only then

    async def retirer(request: Requete) -> None:
        ctx = await contexte_api(request)
        cle = (await charger(ctx.acteur, ressource.concept, reference_de(request)))["id"]
        version = version_lue(request)
        motif = texte_propre(request.query_params.get("motif"), "motif", MOTIF_MAX, obligatoire=True)
        try:
            await supprimer(ctx, str(cle), version, motif)
        except Conflit as conflit:
            actuel = (await _entier(ressource, ctx, cle)).model_dump(mode="json")
            raise Conflit(str(conflit), actuel=actuel, propose={"supprime": True, "motif": motif}) from conflit

    return retirer
