"""Closed lists of territories, organisations, governances and figures."""

from __future__ import annotations

from fne_roadmaps.domain.enums.base import Vocabulaire


class TypeTerritoire(Vocabulaire):
    """Kinds of territories."""

    PAYS = "pays", "Pays"
    REGION = "region", "Région"
    DEPARTEMENT = "departement", "Département"
    EPCI = "epci", "EPCI"
    BASSIN_DE_VIE = "bassin_de_vie", "Bassin de vie"
    COMMUNE = "commune", "Commune"


class TypeGouvernance(Vocabulaire):
    """What a governance governs."""

    DEPARTEMENTALE = "departementale", "Gouvernance départementale"
    INFRA_DEPARTEMENTALE = "infra_departementale", "Gouvernance infra-départementale"
    REGIONALE = "regionale", "Gouvernance régionale"
    HUB = "hub", "Comitologie du hub"
    PNT = "pnt", "Projet numérique de territoire"


class TypeStructure(Vocabulaire):
    """Kinds of organisations met in the governances."""

    ETAT = "etat", "Service de l’État"
    REGION = "region", "Région"
    DEPARTEMENT = "departement", "Conseil départemental"
    EPCI = "epci", "Intercommunalité"
    COMMUNE = "commune", "Commune"
    SYNDICAT_MIXTE = "syndicat_mixte", "Syndicat mixte"
    OPERATEUR = "operateur", "Opérateur"
    HUB = "hub", "Hub territorial"
    ASSOCIATION = "association", "Association"
    ENTREPRISE = "entreprise", "Entreprise"
    ENSEIGNEMENT = "enseignement", "Enseignement supérieur"
    FONDATION = "fondation", "Fondation"
    AUTRE = "autre", "Autre organisme"


class RoleMembre(Vocabulaire):
    """Role of an organisation in a governance; several at once, each dated."""

    PORTEUR = "porteur", "Porteur"
    CO_PORTEUR = "co_porteur", "Co-porteur"
    REDACTEUR = "redacteur", "Rédacteur"
    PARTENAIRE_CLE = "partenaire_cle", "Partenaire clé"
    ANIMATEUR = "animateur", "Animateur"
    EXPERT = "expert", "Expert, conseil"
    SIGNATAIRE = "signataire", "Signataire"
    FINANCEUR = "financeur", "Financeur"
    OPERATEUR = "operateur", "Opérateur"
    INVITE = "invite", "Invité"
    OBSERVATEUR = "observateur", "Observateur"


class TypeContribution(Vocabulaire):
    """What a structure brought between or beside meetings."""

    DIAGNOSTIC = "diagnostic", "Diagnostic"
    ANIMATION = "animation", "Animation"
    REDACTION = "redaction", "Rédaction"
    MISE_EN_RELATION = "mise_en_relation", "Mise en relation"
    ACCOMPAGNEMENT = "accompagnement", "Accompagnement de fiches"
    CONSEIL = "conseil", "Conseil"


class NatureChiffre(Vocabulaire):
    """A declared figure is copied from a source; a computed one comes out of our own data."""

    DECLARE = "declare", "Déclaré"
    CALCULE = "calcule", "Calculé"


class ComparateurChiffre(Vocabulaire):
    """How a figure is known."""

    EGAL = "egal", ""
    PLUS_DE = "plus_de", "plus de"
    MOINS_DE = "moins_de", "moins de"
    ENVIRON = "environ", "environ"


class UsageChiffre(Vocabulaire):
    """What a figure serves: the diagnostic, a declared total of the governance, or an indicator of a fiche."""

    DIAGNOSTIC = "diagnostic", "Diagnostic"
    ACTIVITE = "activite", "Activité déclarée"
    DEPART = "depart", "Valeur de départ"
    CIBLE = "cible", "Cible"
    MESURE = "mesure", "Mesure"
