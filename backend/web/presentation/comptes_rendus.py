"""The minutes of a meeting on screen: their text, their versions and what changed between them, the moves allowed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from backend.queries.comptes_rendus import CompteRenduVue
from backend.queries.lecture import Ligne, date_de
from backend.web import adresses
from backend.web.adresses import comptes_rendus as ici
from backend.web.contexts import (
    AmendementDit,
    Cadre,
    ChangementDeChamp,
    CompteRenduContexte,
    ConflitDeChamp,
    Formulaire,
    Lien,
    VersionDeCompteRendu,
)
from backend.web.dates_saisies import dire_date
from backend.web.edition.demeler import LU
from backend.web.formulaires import nouvelle_cle
from backend.web.presentation.mots import texte, titre_sans_mention
from exports.formats import date_incertaine, typographier
from exports.payloads import ReunionDoc
from fne_roadmaps.domain.comptes_rendus import FIGES, retard
from fne_roadmaps.domain.dates import DateIncertaine, lire_date
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import EtatAmendement, EtatCompteRendu, EtatReunion
from fne_roadmaps.domain.fusion import Morceau, comparer

Refusee = tuple[str, Formulaire]
"""The name of a form of the page, and what it shows again when it was refused."""


def contexte_compte_rendu(
    vue: CompteRenduVue,
    cadre: Cadre,
    au: date,
    refusee: Refusee | None,
    conflits: Mapping[str, ConflitDeChamp],
) -> CompteRenduContexte:
    """The page; ``refusee`` replaces one of its forms, ``conflits`` stand around the fields of the draft."""
    c, r = vue.compte_rendu, vue.reunion
    etat, cle = EtatCompteRendu(c["etat"]), c["id"]
    tient = Droit.REUNIR in vue.droits
    courante = vue.version is None or vue.version["derniere"]
    nom, formulaire = refusee or ("", None)

    def forme(quoi: str, ouverte: bool, valeurs: Mapping[str, str], action: str | None = None) -> Formulaire | None:
        if not (ouverte and courante):
            return None
        if nom == quoi and formulaire:
            return formulaire
        return Formulaire(
            action=action or ici.acte(cle, quoi),
            retour=ici.compte_rendu(cle),
            valeurs={champ: (valeur,) for champ, valeur in valeurs.items()},
            version=c["version"],
            cle=nouvelle_cle() if quoi == "amendements" else None,
        )

    quand = date_de(r)
    corrections = {"introduction": c["introduction"] or "", "conclusion": c["conclusion"] or ""}
    lus = {f"{LU}{champ}": valeur for champ, valeur in corrections.items()}
    attente = any(a["etat"] is EtatAmendement.PROPOSE for a in vue.amendements)
    return CompteRenduContexte(
        cadre=cadre,
        reunion=Lien(libelle=titre_sans_mention(r["titre"], r["exemple"]), href=adresses.reunion(r["id"])),
        etat=vue.doc.compte_rendu.etat if vue.doc.compte_rendu else etat,
        doc=vue.doc,
        numero=vue.version["numero"] if vue.version else None,
        empreinte=vue.version["empreinte"] if vue.version else None,
        motif=texte(vue.version["motif"]) if vue.version else None,
        amendements_jusqu_au=c["amendements_jusqu_au"] if etat is EtatCompteRendu.DIFFUSE else None,
        retard=retard(EtatReunion(r["etat"]), *_jours(quand), etat, au),
        document=ici.document(cle, vue.version["numero"] if vue.version else None),
        releve=ici.releve(cle, vue.version["numero"] if vue.version else None),
        versions=tuple(_version(vue, v) for v in vue.versions),
        changements=ecarts(vue.precedent, vue.doc) if vue.precedent else (),
        amendements=tuple(
            _amendement(a, vue, tient and etat is EtatCompteRendu.DIFFUSE, refusee) for a in vue.amendements
        ),
        exemple=r["exemple"],
        rediger=forme("redaction", tient and etat is EtatCompteRendu.BROUILLON, {**corrections, **lus}),
        conflits=conflits,
        diffuser=forme("diffusion", tient and etat is EtatCompteRendu.BROUILLON and r["etat"] == EtatReunion.TENUE, {}),
        reprendre=ici.acte(cle, "reprise")
        if tient and etat is EtatCompteRendu.DIFFUSE and not vue.amendements
        else None,
        demander=forme("amendements", vue.amende and etat is EtatCompteRendu.DIFFUSE, {}, ici.amendements(cle)),
        approuver=forme(
            "approbation",
            tient and etat is EtatCompteRendu.DIFFUSE and not attente,
            {"approuve_le": dire_date(lire_date(au.isoformat()))},
        ),
        publier=ici.acte(cle, "publication") if tient and courante and etat is EtatCompteRendu.APPROUVE else None,
        corriger=forme("correction", tient and etat in FIGES, corrections),
        points=tuple(
            (str(p["id"]), f"{rang}. {titre_sans_mention(p['titre'], r['exemple'])}")
            for rang, p in enumerate(vue.points, start=1)
        ),
        suivantes=tuple(
            (str(s["id"]), f"{typographier(s['titre'])}, {date_incertaine(date_de(s))}") for s in vue.suivantes
        ),
    )


def _version(vue: CompteRenduVue, v: Ligne) -> VersionDeCompteRendu:
    ici_meme = vue.version is not None and vue.version["numero"] == v["numero"]
    return VersionDeCompteRendu(
        numero=v["numero"],
        etat=EtatCompteRendu(v["etat"]),
        le=v["cree_le"],
        motif=texte(v["motif"]),
        href=None if ici_meme else ici.compte_rendu(vue.compte_rendu["id"], v["numero"]),
    )


def _amendement(a: Ligne, vue: CompteRenduVue, ouvert: bool, refusee: Refusee | None) -> AmendementDit:
    attend = a["etat"] is EtatAmendement.PROPOSE
    nom, formulaire = refusee or ("", None)
    repondre = None
    if attend and ouvert:
        repondre = formulaire if nom == f"reponse:{a['id']}" else None
        repondre = repondre or Formulaire(
            action=ici.reponse(a["id"]),
            retour=ici.compte_rendu(vue.compte_rendu["id"]),
            valeurs={"texte": (a["texte_propose"] or "",)},
            version=a["version"],
        )
    ecart = None
    if attend and a["texte_propose"] and a["point"]:
        ecart = _ecart("Texte proposé", a["notes"] or "", a["texte_propose"])
    return AmendementDit(
        cle=str(a["id"]),
        auteur=typographier(a["auteur"]),
        point=titre_sans_mention(a["titre"], vue.reunion["exemple"]) if a["titre"] else None,
        demande=typographier(a["demande"] or ""),
        texte=a["texte_propose"],
        ecart=ecart,
        etat=a["etat"],
        reponse=texte(a["reponse"]),
        repondre=repondre,
        retirer=ici.retrait(a["id"]) if attend and vue.amende else None,
    )


def ecarts(avant: ReunionDoc, apres: ReunionDoc) -> tuple[ChangementDeChamp, ...]:
    """What the text says otherwise than the version before, passage by passage."""
    un, autre = _passages(avant), _passages(apres)
    return tuple(
        _ecart(nom, un.get(nom, ""), autre.get(nom, ""))
        for nom in dict.fromkeys((*un, *autre))
        if un.get(nom, "") != autre.get(nom, "")
    )


def _passages(doc: ReunionDoc) -> dict[str, str]:
    points = {f"{p.rang}. {p.titre}": p.notes or "" for p in doc.points}
    decisions = {f"Décision {d.code}": d.texte for d in doc.toutes_les_decisions}
    presences = {f"Présence, {p.organisme}": p.etat.libelle if p.etat else "non dite" for p in doc.presences}
    return {"Ouverture": doc.introduction or "", **points, **decisions, "Clôture": doc.conclusion or "", **presences}


def _ecart(nom: str, avant: str, apres: str) -> ChangementDeChamp:
    if not (avant and apres):
        seul = (Morceau(typographier(avant or apres), propre=True),) if avant or apres else ()
        return ChangementDeChamp(champ=typographier(nom), avant=seul if avant else (), apres=seul if apres else ())
    un, autre = comparer(typographier(avant), typographier(apres))
    return ChangementDeChamp(champ=typographier(nom), avant=un, apres=autre)


def _jours(quand: DateIncertaine | None) -> tuple[date | None, date | None]:
    return (quand.premier, quand.dernier) if quand else (None, None)
