"""JSON schemas of commands and answers, with French descriptions in place of the docstrings of the code."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from backend.api.catalogue import RESSOURCES
from backend.api.schemas.base import Page, Rendu
from backend.api.schemas.communs import EntreeJournal
from backend.api.schemas.feuilles_de_route import Version, VersionEntiere
from backend.api.schemas.gouvernances import Chiffre
from fne_roadmaps.domain.enums import Vocabulaire

Json = dict[str, Any]

MODELE = "#/components/schemas/{model}"

DESCRIPTIONS = {
    "CreerGouvernance": "Une gouvernance, sous un code lisible, avec ses membres dans l’ordre protocolaire.",
    "ModifierGouvernance": "Ce qui change d’une gouvernance ; une liste donnée remplace la précédente.",
    "AjouterChiffre": "Un chiffre avec sa source ; « valeur » est un texte décimal, tel que la source l’imprime.",
    "AjouterContribution": "Ce qu’une structure apporte à une gouvernance, hors réunions.",
    "CreerFeuilleDeRoute": "Une feuille de route ; son code vient de la gouvernance et de l’année.",
    "ModifierFeuilleDeRoute": "Ce qui change d’une feuille de route ; un texte publié ne change plus.",
    "ChangerEtat": "Le nouvel état, sa date telle qu’elle est connue, et l’occasion.",
    "CreerAxe": "Un axe, à la suite des autres si son rang n’est pas donné ; sans titre, il est « non publié ».",
    "ModifierAxe": "Ce qui change d’un axe ; celui d’un texte publié garde son rang.",
    "CreerFicheAction": "Une fiche ; retenue, elle prend un numéro dans son axe, sinon un numéro de proposition.",
    "ModifierFicheAction": "Ce qui change d’une fiche ; une liste donnée remplace la précédente.",
    "ChangerInstruction": "Le nouvel état de l’instruction, et pourquoi.",
    "ChangerAvancement": "Le nouvel avancement, et pourquoi.",
    "Nouvelles": "Des nouvelles d’une fiche et ce qu’elles y changent ; ce qui n’est pas donné reste tel quel.",
    "Nouvelle": "Des nouvelles d’une fiche : datées, signées d’une organisation.",
    "CreerInstance": "Une instance ; son code est celui de la gouvernance, puis « slug ».",
    "ModifierInstance": "Ce qui change d’une instance ; une liste donnée remplace la précédente.",
    "CreerReunion": "Une réunion d’une instance, ou d’une gouvernance ; des heures demandent un jour exact.",
    "ModifierReunion": "Ce qui change d’une réunion ; une nouvelle date la déplace, l’ancienne va à son historique.",
    "ChangerEtatReunion": "Le nouvel état ; reporter et annuler disent pourquoi.",
    "CreerPoint": "Un point, à la fin de l’ordre du jour d’une réunion ; « duree » en minutes.",
    "ModifierPoint": "Ce qui change d’un point ; une liste donnée remplace la précédente.",
    "ChangerEtatPoint": "Le point est traité, à traiter, ou retiré de l’ordre du jour.",
    "PlacerPoint": "Le point devant lequel placer celui-ci ; aucun, pour le mettre à la fin.",
    "DirePresence": "La présence d’un siège de l’instance, ou d’un invité : sans « siege », une structure ou un nom.",
    "ModifierPresence": "Ce qui change d’une présence ; avec « etat », ce qui n’est pas redit est effacé.",
    "Point": "Un point de l’ordre du jour, ce dont il parle, et la réunion où il est reporté.",
    "PointResume": "Un point de l’ordre du jour ; « notes » dit ce qui s’y est dit.",
    "Presence": "Ce qui est dit d’un siège ou d’un invité.",
    "PresenceResume": "Ce qui est dit d’un siège ou d’un invité ; « siege » est vide pour un invité.",
    "Quorum": "Sièges avec voix demandés, et comptés présents ou représentés.",
    "CreerDecision": "Une décision, numérotée dans son année et son instance (ou sa gouvernance).",
    "ModifierDecision": "Ce qui change d’une décision ; son numéro ne change jamais.",
    "Gouvernance": "Une gouvernance entière ; « note » est réservée à ceux qui la suivent.",
    "Feuille": "Une feuille de route ; le texte en cours, les axes et le suivi sont pour ceux qui la suivent.",
    "FeuilleResume": "Une feuille de route dans une liste ; « suivi » est vide pour qui ne suit pas la gouvernance.",
    "AxeEntier": "Un axe, avec sa progression au jour de référence.",
    "Fiche": "Une fiche action entière.",
    "FicheResume": "Une fiche action dans une liste.",
    "Instance": "Une instance entière : sièges, cadences, rôles, prochaine échéance.",
    "Reunion": "Une réunion entière : dates possibles, dates antérieures, rôles, décisions.",
    "Decision": "Une décision, et les fiches qu’elle concerne.",
    "Chiffre": "Un chiffre d’une gouvernance, avec sa source.",
    "Contribution": "Ce qu’une structure a apporté.",
    "Territoire": "Un territoire, sa période de validité, et ceux qu’il contient.",
    "Structure": "Un organisme et ses postes.",
    "Version": "Un texte présenté ou signé, et son empreinte (SHA-256 du JSON canonique, RFC 8785).",
    "VersionEntiere": "Un texte présenté ou signé, tel qu’il a été figé.",
    "EntreeJournal": "Une ligne du journal : qui, quand, quel champ, avant, après, pourquoi.",
    "Suivi": "Décompte des fiches, dont les exemples, et ce qui appelle l’attention.",
    "Progression": "Réalisées sur retenues moins abandonnées ; « formule » le dit en toutes lettres.",
    "Ref": "Un autre objet : sa clé, son code, son nom.",
}


class Generateur(GenerateJsonSchema):
    """No titles made from identifiers, no docstrings; labels of codes are told where answers carry them."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Never: names of fields are already French words."""
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A model, described in French or not at all."""
        dit = super().model_schema(schema)
        classe = schema["cls"]
        dit.pop("title", None)
        dit.pop("description", None)
        if classe.__name__ in DESCRIPTIONS:
            dit["description"] = DESCRIPTIONS[classe.__name__]
        if issubclass(classe, Rendu):
            self._dire_les_libelles(dit, classe)
        return dit

    def _dire_les_libelles(self, dit: JsonSchemaValue, classe: type[Rendu]) -> None:
        proprietes = {}
        for nom, propriete in dit.get("properties", {}).items():
            proprietes[nom] = propriete
            if nom in classe.vocabulaires:
                facultatif = "anyOf" in propriete
                proprietes[f"{nom}_libelle"] = {"type": ["string", "null"] if facultatif else "string"}
        dit["properties"] = proprietes
        dit["required"] = [*proprietes]


def _decrire(nom: str, schema: JsonSchemaValue) -> JsonSchemaValue:
    """A closed vocabulary tells its codes and what each one means."""
    vocabulaire = {classe.__name__: classe for classe in Vocabulaire.__subclasses__()}.get(nom)
    if vocabulaire is None:
        return schema
    sens = " ; ".join(f"{m.value} : {m.libelle or 'égal à'}" for m in vocabulaire)
    return {"type": schema["type"], "enum": schema["enum"], "description": sens}


def _modeles() -> list[type[BaseModel]]:
    modeles: list[type[BaseModel]] = [Version, VersionEntiere, Chiffre, Page[EntreeJournal]]
    for r in RESSOURCES:
        modeles += [Page[r.resume], r.entier]  # type: ignore[name-defined]
        modeles += [r.creation.commande] if r.creation else []
        modeles += [r.modification.commande] if r.modification else []
        modeles += [acte.commande for acte in r.actes]
        for suite in r.suites:
            modeles += [Page[suite.element], suite.element, suite.corps]  # type: ignore[name-defined]
    return list(dict.fromkeys(modeles))


@cache
def _ensemble() -> tuple[dict[type[BaseModel], Json], Json]:
    """Where the schema of each model is, and the definitions those schemas use."""
    paires: list[tuple[type[BaseModel], JsonSchemaMode]] = [(modele, "validation") for modele in _modeles()]
    places, ensemble = models_json_schema(paires, ref_template=MODELE, schema_generator=Generateur)
    utiles = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps([ensemble["$defs"], [*places.values()]])))
    definitions = {nom: _decrire(nom, schema) for nom, schema in ensemble["$defs"].items() if nom in utiles}
    return {modele: places[modele, mode] for modele, mode in paires}, definitions


def vers(modele: type[BaseModel]) -> Json:
    """A reference to the schema of a model."""
    return _ensemble()[0][modele]


def definitions() -> Json:
    """Schemas of every model of the API and of all they hold, by name."""
    return _ensemble()[1]
