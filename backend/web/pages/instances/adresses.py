"""Whom to write to in an instance: a list to copy, or a file for a spreadsheet; for who convenes it only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from litestar import get
from litestar.params import FromPath

from backend.queries.adresses_des_instances import Adresse, adresses_de
from backend.web.adresses import instances as ici
from backend.web.contexts import AdresseLigne, AdressesContexte
from backend.web.demonstration import DemoDePage
from backend.web.fichiers import repondre_fichier
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.contributions.commun import COPIER
from backend.web.pages.instances.commun import cadre_d_instance
from backend.web.presentation.mots import texte
from exports.formats import typographier
from exports.tableur import rendre_csv
from fne_roadmaps.domain.errors import RegleViolee

QUI = {"": "Titulaires et suppléants", "titulaires": "Titulaires", "suppleants": "Suppléants"}
CSV = "text/csv"
_ENTETES = ("Siège", "Collège", "Voix", "Qualité", "Organisation", "Fonction", "Nom", "Courriel")


@get("/instances/{cle:uuid}/adresses", include_in_schema=False)
async def adresses_d_instance(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Everybody of the seats in force, and the addresses to copy."""
    qui = _qui(request)
    instance, toutes = await adresses_de(ctx.acteur, cle, ctx.au)
    voulues = _choisies(toutes, qui)
    aux = list(dict.fromkeys(a.courriel.strip().lower() for a in voulues if a.courriel))
    cadre = await cadre_d_instance(request, ctx, demo, instance, "Adresses")
    contexte = AdressesContexte(
        cadre=replace(cadre, scripts=(COPIER,)),
        nom=typographier(instance["nom"]),
        au=ctx.au,
        lignes=tuple(_ligne(a) for a in voulues),
        aux="; ".join(aux),
        nombre=len(aux),
        sans=sum(1 for a in voulues if not a.courriel),
        choix=tuple((libelle, ici.courriels(cle, code), code == qui) for code, libelle in QUI.items()),
        csv=ici.courriels_csv(cle, qui),
        composition=ici.composition(cle),
    )
    return repondre_page(contexte)


@get("/instances/{cle:uuid}/adresses.csv", include_in_schema=False)
async def adresses_csv(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """The same people, a line each."""
    instance, toutes = await adresses_de(ctx.acteur, cle, ctx.au)
    lignes = [
        (
            a.siege,
            a.college or "",
            "oui" if a.voix else "non",
            "suppléant" if a.suppleant else "titulaire",
            a.structure or "",
            a.fonction or "",
            a.nom or "",
            a.courriel or "",
        )
        for a in _choisies(toutes, _qui(request))
    ]
    nom = f"{instance['code'].replace('/', '-')}-adresses-{ctx.au.isoformat()}.csv"
    return repondre_fichier(request, rendre_csv(_ENTETES, lignes), nom, CSV)


def _qui(request: Requete) -> str:
    qui = request.query_params.get("qui", "")
    if qui not in QUI:
        raise RegleViolee("qui", "Choisissez « titulaires », « suppleants », ou rien pour tout le monde.")
    return str(qui)


def _choisies(toutes: Sequence[Adresse], qui: str) -> list[Adresse]:
    return [a for a in toutes if not qui or a.suppleant == (qui == "suppleants")]


def _ligne(a: Adresse) -> AdresseLigne:
    manque = None
    if not a.courriel:
        manque = "Aucun poste à ce siège" if not a.fonction else "Adresse inconnue" if a.nom else "Poste vacant"
    fonction = ", ".join(typographier(p) for p in (a.nom, a.fonction, a.structure) if p and p != a.siege)
    return AdresseLigne(
        siege=typographier(a.siege),
        college=texte(a.college),
        suppleant=a.suppleant,
        qui=fonction or None,
        courriel=a.courriel,
        manque=manque,
    )
