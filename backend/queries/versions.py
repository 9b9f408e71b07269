"""Published versions of roadmaps: open to whoever may know the governance."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

from backend.queries.documents import contenu
from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.references import charger
from backend.queries.valeurs import Forme, former, former_toutes
from exports.payloads import FeuilleDeRouteDoc
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.enums import EtatFeuille
from fne_roadmaps.domain.errors import NonTrouve
from fne_roadmaps.domain.signatures import empreinte

_FORME = Forme(mots={"etat": EtatFeuille}, dates=("date",))


async def versions_de(feuille: UUID) -> list[Ligne]:
    """Versions of a roadmap without their content, first to last."""
    return await lignes(
        "SELECT id, numero, etat, occasion, empreinte, exemple, date_edtf, date_premier, date_dernier, date_recu "
        "FROM version_publiee WHERE feuille_de_route = {} ORDER BY numero",
        feuille,
    )


async def lire_versions(acteur: Acteur, reference: str) -> list[Ligne]:
    """Versions of a roadmap without their content, first to last. Raises NonTrouve."""
    feuille = await charger(acteur, "feuille_de_route", reference)
    return former_toutes(await versions_de(feuille["id"]), _FORME)


async def lire_version(acteur: Acteur, reference: str, numero: int) -> Ligne:
    """One published version with its frozen content and its digest, open with the governance. Raises NonTrouve."""
    feuille = await charger(acteur, "feuille_de_route", reference)
    publiee = await ligne(
        "SELECT * FROM version_publiee WHERE feuille_de_route = {} AND numero = {}", feuille["id"], numero
    )
    if publiee is None:
        raise NonTrouve(f"La version {numero} de la feuille de route {feuille['code']}")
    version = former(publiee, _FORME)
    return {**version, "feuille_de_route": feuille["code"], "contenu": json.loads(publiee["contenu"])}


async def document(acteur: Acteur, reference: str, *, version: int | None, au: date) -> tuple[FeuilleDeRouteDoc, str]:
    """The content to print and its digest: a published version (the last one by default), else the text as a project.

    A project is for those who may follow the governance. Raises NonTrouve.
    """
    feuille = await charger(acteur, "feuille_de_route", reference)
    choix = "AND numero = {}" if version is not None else "ORDER BY numero DESC"
    valeurs = (feuille["id"], version) if version is not None else (feuille["id"],)
    publiee = await ligne(
        f"SELECT contenu, empreinte FROM version_publiee WHERE feuille_de_route = {{}} {choix}",
        *valeurs,
    )
    if publiee is not None:
        return FeuilleDeRouteDoc.model_validate(json.loads(publiee["contenu"])), publiee["empreinte"]
    if version is not None:
        raise NonTrouve(f"La version {version} de la feuille de route {feuille['code']}")
    droits = droits_sur_gouvernance(acteur, feuille["gouvernance"])
    exiger(droits, Droit.SUIVRE, f"Le texte en projet de la feuille de route {feuille['code']}")
    doc = await contenu(
        feuille["id"], etat=EtatFeuille(feuille["etat"]), version=None, date_etat=None, occasion=None, arrete_au=au
    )
    return doc, empreinte(en_dict(doc))


def en_dict(doc: FeuilleDeRouteDoc) -> dict[str, object]:
    """The payload as plain JSON values, as digested and stored."""
    return doc.model_dump(mode="json", by_alias=True)
