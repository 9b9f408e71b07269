"""The routes of a concept, made from its declaration: list, read, create, change, act, delete."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from litestar import Controller, Response, delete, get, patch, post
from litestar.handlers import HTTPRouteHandler
from pydantic import TypeAdapter

from backend.api.acces import contexte_api
from backend.api.conditions import cle_idempotence, deja_lue, etag, version_lue
from backend.api.corps import lire_json
from backend.api.rendu import rendre_page
from backend.api.ressources import Appliquer, Creation, Ressource, Suite
from backend.api.schemas.base import Page, Rendu
from backend.context import Contexte
from backend.errors import Nature, Refus
from backend.errors.reponses import Requete
from backend.queries.listes import lire_demande, lire_page, lister
from backend.queries.references import charger, cle_de
from backend.services.commands.champs import Commande
from backend.services.idempotence import creer_une_fois
from exports.formats import enumeration
from fne_roadmaps.domain.errors import Conflit, NonTrouve
from fne_roadmaps.domain.textes import texte_propre

JSON = "application/json"
MOTIF_MAX = 2000

Reponse = Response[bytes]
Traitement = Callable[[Any, Requete], Awaitable[Reponse]]
"""A handler of a controller, whose ``self`` it does not use."""


def repondre(texte: str | bytes, *, statut: int = 200, **entetes: str) -> Reponse:
    """A JSON answer that only its reader's browser may keep, and must check again."""
    communs = {"cache-control": "private, no-cache", "vary": "Authorization"}
    donnees = {nom.replace("_", "-"): valeur for nom, valeur in entetes.items()}
    corps = texte.encode() if isinstance(texte, str) else texte
    return Response(content=corps, status_code=statut, media_type=JSON, headers={**communs, **donnees})


def reference_de(requete: Requete) -> str:
    """The reference in the address, slashes included."""
    return str(requete.path_params["reference"]).strip("/")


def controleur(ressource: Ressource) -> type[Controller]:
    """The controller of a concept, with every route it declares."""
    un = "/{reference:path}" if ressource.a_barres else "/{reference:str}"
    routes: dict[str, HTTPRouteHandler] = {"lister": get()(_lister(ressource)), "lire": get(un)(_lire(ressource))}
    if ressource.creation:
        routes["creer"] = post(status_code=201)(_creer(ressource, ressource.creation))
    if ressource.modification:
        modification = ressource.modification
        routes["modifier"] = patch(un)(_agir(ressource, modification.commande, modification.appliquer))
    if ressource.supprimer:
        routes["supprimer"] = delete(un, status_code=204)(_supprimer(ressource, ressource.supprimer))
    if ressource.a_barres and (ressource.actes or ressource.suites):
        routes["agir"] = post(un, status_code=200)(_agir_au_bout(ressource))
    elif ressource.actes:
        for acte in ressource.actes:
            agir = _agir(ressource, acte.commande, acte.appliquer)
            routes[f"agir_{acte.nom}"] = post(f"{un}/{acte.nom}", status_code=200)(agir)
    return type(f"Api_{ressource.concept}", (Controller,), {"path": ressource.adresse, **routes})


def _lister(ressource: Ressource) -> Traitement:
    async def lister_(self: Controller, request: Requete) -> Reponse:
        ctx = await contexte_api(request)
        demande = lire_demande(ressource.liste, request.query_params.multi_items())
        return repondre(rendre_page(ressource.resume, await lister(ctx.acteur, ressource.liste, demande, ctx.au)))

    return lister_


def _lire(ressource: Ressource) -> Traitement:
    suites = {suite.nom: suite for suite in ressource.suites}

    async def lire(self: Controller, request: Requete) -> Reponse:
        ctx = await contexte_api(request)
        objet, _, nom = reference_de(request).rpartition("/")
        if objet and nom in suites:
            return await _lister_suite(ctx, request, suites[nom], objet)
        return _rendre(request, await _entier(ressource, ctx, reference_de(request)))

    return lire


async def _entier(ressource: Ressource, ctx: Contexte, reference: str | UUID) -> Rendu:
    return ressource.entier.model_validate(await ressource.lire(ctx.acteur, reference, ctx.au))


def _rendre(request: Requete, objet: Any) -> Reponse:
    etiquette = etag(objet.version)
    if request.method == "GET" and deja_lue(request, etiquette):
        return repondre(b"", statut=304, etag=etiquette)
    return repondre(objet.model_dump_json(), etag=etiquette)


def _creer(ressource: Ressource, creation: Creation) -> Traitement:
    async def creer(self: Controller, request: Requete) -> Reponse:
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


async def _lister_suite(ctx: Contexte, request: Requete, suite: Suite, objet: str) -> Reponse:
    page = TypeAdapter(Page[suite.element])  # type: ignore[name-defined]
    numero, par_page = lire_page(request.query_params.multi_items())
    trouvee = await suite.lister(ctx.acteur, objet, numero, par_page)
    return repondre(page.dump_json(page.validate_python(trouvee, from_attributes=True)))


async def _ajouter_a_la_suite(ressource: Ressource, suite: Suite, request: Requete, objet: str) -> Reponse:
    """Add to what hangs on an object, once however often it is asked under one key."""
    ctx = await contexte_api(request)
    cle = cle_idempotence(request)
    proprietaire = (await charger(ctx.acteur, ressource.concept, objet))["id"]
    commande = suite.completer(suite.corps.model_validate(await lire_json(request)), proprietaire)

    async def ecrire(ajoute: UUID) -> str:
        return suite.element.model_validate(await suite.lire(ctx.acteur, ajoute)).model_dump_json()

    reponse = await creer_une_fois(ctx, suite.concept, cle, commande, ecrire)
    rejouee = {"idempotency-replayed": "true"} if reponse.rejouee else {}
    adresse = f"{ressource.adresse}/{proprietaire}/{suite.nom}"
    return repondre(reponse.texte, statut=201, location=adresse, **rejouee)


async def _changer(
    ressource: Ressource, request: Requete, reference: str, commande: type[Commande], appliquer: Appliquer
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


def _agir(ressource: Ressource, commande: type[Commande], appliquer: Appliquer) -> Traitement:
    async def agir(self: Controller, request: Requete) -> Reponse:
        return await _changer(ressource, request, reference_de(request), commande, appliquer)

    return agir


def _agir_au_bout(ressource: Ressource) -> Traitement:
    """The act is the last part of an address whose reference holds slashes."""
    actes = {acte.nom: acte for acte in ressource.actes}
    suites = {suite.nom: suite for suite in ressource.suites}
    permises = ["GET", "HEAD", *(["PATCH"] if ressource.modification else [])]
    permises += ["DELETE"] if ressource.supprimer else []
    possibles = enumeration([f"« …/{nom} »" for nom in (*actes, *suites)], "ou")

    async def agir(self: Controller, request: Requete) -> Reponse:
        reference, _, nom = reference_de(request).rpartition("/")
        if reference and nom in suites:
            return await _ajouter_a_la_suite(ressource, suites[nom], request, reference)
        if nom not in actes or not reference:
            detail = f"Un acte s’envoie à {possibles} ; un changement de texte, par PATCH."
            raise Refus(Nature.METHODE, detail, entetes={"allow": ", ".join(permises)})
        return await _changer(ressource, request, reference, actes[nom].commande, actes[nom].appliquer)

    return agir


def _supprimer(
    ressource: Ressource, supprimer: Callable[[Contexte, str, int, str], Awaitable[None]]
) -> Callable[[Any, Requete], Awaitable[None]]:
    async def retirer(self: Controller, request: Requete) -> None:
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
