"""Identity of a roadmap in words: its state, its headings, the running header and footer."""

from __future__ import annotations

from exports.formats import (
    INSECABLE,
    date_incertaine,
    date_longue,
    empreinte_courte,
    en_lettres,
    enumeration,
    nombre,
    pluriel,
)
from exports.payloads import AxeDoc, FeuilleDeRouteDoc
from fne_roadmaps.domain.enums import EtatFeuille

PROJET = "PROJET"
PHRASE_PROJET = "Projet\u00a0: ce texte n’est ni présenté ni signé."
NON_PUBLIE = "Intitulé non publié"
_AU_FEMININ = {EtatFeuille.SIGNEE: "Signée", EtatFeuille.PRESENTEE: "Présentée", EtatFeuille.CLOSE: "Close"}


def capitale(texte: str) -> str:
    """First letter raised, the rest as it is."""
    return texte[:1].upper() + texte[1:]


def etat(doc: FeuilleDeRouteDoc) -> str:
    """« Signée le 4 novembre 2024 », « Présentée le … », « Projet du 17 juin 2025 »: a project has no signed date."""
    if doc.projet:
        return f"Projet du {date_longue(doc.arrete_au)}"
    mot = _AU_FEMININ[doc.etat]
    return f"{mot} {date_incertaine(doc.date_etat)}" if doc.date_etat else f"{mot}, date non documentée"


def etat_court(doc: FeuilleDeRouteDoc) -> str:
    """The same inside a sentence, behind the version: « version 1, signée le 4 novembre 2024 »."""
    texte = etat(doc)
    en_phrase = texte[:1].lower() + texte[1:]
    return en_phrase if doc.version is None else f"version {doc.version}, {en_phrase}"


def nombre_de_fiches(doc: FeuilleDeRouteDoc) -> int:
    """Fiches of all axes."""
    return sum(len(axe.fiches) for axe in doc.axes)


def compte_fiches(n: int) -> str:
    """« 31 fiches action »."""
    return f"{nombre(n)}{INSECABLE}{pluriel(n, 'fiche')} action"


def resume(doc: FeuilleDeRouteDoc) -> str:
    """« Version 1 · 5 axes · 131 fiches action », only what there is."""
    axes, fiches = len(doc.axes), nombre_de_fiches(doc)
    parties = (
        f"Version {doc.version}" if doc.version is not None else "",
        f"{axes}{INSECABLE}{pluriel(axes, doc.mot_niveau_1, doc.mots_niveau_1)}" if axes else "",
        compte_fiches(fiches) if fiches else "",
    )
    return " · ".join(filter(None, parties))


def titre_des_axes(doc: FeuilleDeRouteDoc) -> str:
    """« Les cinq axes », « Les six orientations stratégiques », in the roadmap's own words."""
    if len(doc.axes) == 1:
        return capitale(doc.mot_niveau_1)
    return " ".join(filter(None, ("Les", en_lettres(len(doc.axes)) if doc.axes else "", doc.mots_niveau_1)))


def nom_axe(doc: FeuilleDeRouteDoc, axe: AxeDoc) -> str:
    """« Axe 1 », « Orientation stratégique 2 »."""
    return f"{capitale(doc.mot_niveau_1)}{INSECABLE}{axe.rang}"


def surtitre_axe(doc: FeuilleDeRouteDoc, axe: AxeDoc) -> str:
    """Line above the title of an axis; the transversal one says so."""
    return nom_axe(doc, axe) + (" · portée transversale" if axe.transversal else "")


def titre_axe(axe: AxeDoc) -> str:
    """Its title, or that it is not published."""
    return axe.titre or NON_PUBLIE


def intitule_axe(doc: FeuilleDeRouteDoc, axe: AxeDoc) -> str:
    """« Axe 1. Coordonner, animer… »."""
    return f"{nom_axe(doc, axe)}. {titre_axe(axe)}"


def titre_courant(doc: FeuilleDeRouteDoc) -> tuple[str, str]:
    """Running header: the title at left, the document at right."""
    document = f"Feuille de route {doc.du_territoire}"
    return doc.titre, f"{document} · exemple" if doc.exemple else document


def pied(doc: FeuilleDeRouteDoc, empreinte: str) -> tuple[str, str]:
    """Running footer: identity and short digest, then what the edition is."""
    identite = f"{doc.reference} · {etat_court(doc)} · empreinte {empreinte_courte(empreinte)}"
    mention = doc.mention or ("Document d’exemple." if doc.exemple else "")
    return identite, " ".join(filter(None, (PHRASE_PROJET if doc.projet else "", mention)))


def chapo_signataires(doc: FeuilleDeRouteDoc) -> str:
    """One sentence on what the text binds, by its state."""
    if doc.projet:
        return "Ce texte est un projet\u00a0: il n’est ni présenté ni signé, et n’engage encore personne."
    if doc.etat is EtatFeuille.PRESENTEE:
        return f"{etat(doc)}\u00a0: un texte présenté n’est pas un texte signé."
    if not doc.signataires:
        return "Les signataires de cette feuille de route ne sont pas documentés."
    return "La feuille de route engage les organisations ci-dessous."


def non_publie(doc: FeuilleDeRouteDoc) -> str | None:
    """What no public text gives, in one sentence under the contents; None when everything is there."""
    manques = [
        nom
        for nom, present in (
            ("la comitologie", doc.membres or doc.instances),
            ("le diagnostic chiffré", doc.diagnostic),
            (f"les {doc.mots_niveau_1}", doc.axes),
            ("les fiches action", nombre_de_fiches(doc)),
        )
        if not present
    ]
    return f"Non publié à ce jour\u00a0: {enumeration(manques)}." if manques else None


def titre_signataires(doc: FeuilleDeRouteDoc) -> str:
    """Heading of the second page, also when nobody signs."""
    sujet = "Signataires" if doc.signataires else "Repères"
    return f"{sujet} et avant-propos" if doc.avant_propos else sujet


def titre_du_document(doc: FeuilleDeRouteDoc) -> str:
    """Title in the properties of the file: what it is, of where, and that it is a project or an example."""
    marques = [m for m, vrai in (("projet", doc.projet), ("exemple", doc.exemple)) if vrai]
    return f"{doc.titre} – Feuille de route {doc.du_territoire}" + (f" ({', '.join(marques)})" if marques else "")
