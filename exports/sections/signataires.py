"""Who signs, in the table of the second page and on the signature page: nothing that no source gives."""

from __future__ import annotations

from exports.formats import INSECABLE, pluriel
from exports.payloads import FeuilleDeRouteDoc, SignataireDoc
from exports.sections.feuilles_de_route import capitale, etat
from exports.sections.modele import ABSENT, NON_DOCUMENTE, Rubrique, Tableau
from fne_roadmaps.domain.enums import EtatFeuille


def signataires(doc: FeuilleDeRouteDoc) -> Tableau | None:
    """Organisation · quality · (name) · (mandate) · source; a column nobody fills is left out."""
    if not doc.signataires:
        return None
    colonnes = [
        ("Organisation", [s.organisme for s in doc.signataires]),
        ("Qualité", [s.qualite or NON_DOCUMENTE for s in doc.signataires]),
        ("Nom", [s.nom or NON_DOCUMENTE for s in doc.signataires] if any(s.nom for s in doc.signataires) else []),
        ("Autorisation", _facultative([s.mandat for s in doc.signataires])),
        ("Source", _facultative([s.source for s in doc.signataires])),
    ]
    utiles = [(entete, valeurs) for entete, valeurs in colonnes if valeurs]
    return Tableau(
        "Signataires de la feuille de route",
        "Chaque organisation signataire, et ce que les sources disent de sa qualité.",
        tuple(entete for entete, _ in utiles),
        tuple(zip(*(valeurs for _, valeurs in utiles), strict=True)),
        source=doc.signataires_note,
    )


def carte(doc: FeuilleDeRouteDoc) -> list[Rubrique]:
    """Identity of the roadmap: porteurs, state, period, what it leans on."""
    porteurs = "\n".join(f"{o.nom} ({o.fonction})" if o.fonction else o.nom for o in doc.porteurs)
    appuis = "\n".join(f"{a.type}{INSECABLE}: {a.intitule}" for a in doc.appuis)
    rubriques = (
        Rubrique(pluriel(len(doc.porteurs), "Porteur"), porteurs, note=doc.porteurs_source),
        Rubrique("Territoire", doc.territoire),
        Rubrique("État", etat(doc), doc.etat.libelle if doc.projet else doc.occasion),
        Rubrique("Période", doc.periode or ""),
        Rubrique("S’appuie sur", appuis),
    )
    return [r for r in rubriques if r.texte]


def phrase_de_signature(doc: FeuilleDeRouteDoc) -> str:
    """What the signature page states, by state; a project carries no date."""
    if doc.projet:
        return "Projet\u00a0: rien n’est engagé tant que ce texte n’est pas signé."
    if doc.etat is EtatFeuille.PRESENTEE:
        return "Ce texte a été présenté\u202f; il n’est pas un texte signé."
    return (
        "Les signataires s’engagent à mettre en œuvre, chacun pour sa part, les actions de la présente feuille de "
        "route, et à ne la modifier que par avenant."
    )


def date_de_signature(doc: FeuilleDeRouteDoc) -> str | None:
    """« Signée le 4 novembre 2024. À l’ouverture d’un événement public. »; None for a project."""
    if doc.projet:
        return None
    phrase = f"{etat(doc)}."
    return f"{phrase} {capitale(doc.occasion.rstrip('.'))}." if doc.occasion else phrase


def a_signer(doc: FeuilleDeRouteDoc) -> tuple[SignataireDoc, ...]:
    """Who gets a frame: nobody on a text that was only presented."""
    return () if doc.etat is EtatFeuille.PRESENTEE else doc.signataires


def _facultative(valeurs: list[str | None]) -> list[str]:
    return [v or ABSENT for v in valeurs] if any(valeurs) else []
