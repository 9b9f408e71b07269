"""The page of a fiche action."""

from __future__ import annotations

from datetime import date

from backend.queries.lecture import Ligne
from backend.queries.vues.fiches_action import FicheVue
from backend.web import adresses
from backend.web.contexts import (
    Acteur,
    Cadre,
    DecisionLiee,
    FicheActionContexte,
    FicheLiee,
    Financement,
    IndicateurSuivi,
    Jalon,
    Lien,
    Mesure,
)
from backend.web.presentation.decisions import marque, nom_de_fiche, seance
from backend.web.presentation.historique import historique
from backend.web.presentation.liste_de_fiches import adresse
from backend.web.presentation.mots import texte
from exports.formats import majuscule, typographier
from fne_roadmaps.domain.enums import Instruction, RoleActeur, TypeLienFiches
from fne_roadmaps.domain.fiches_action import JalonEtat, en_retard

_LIENS = {
    (TypeLienFiches.FUSION, "vers"): "Fusionnée dans",
    (TypeLienFiches.FUSION, "depuis"): "Issue de la fusion de",
    (TypeLienFiches.ESSAIMAGE, "vers"): "Reprise par",
    (TypeLienFiches.ESSAIMAGE, "depuis"): "Reprend",
    (TypeLienFiches.SCISSION, "vers"): "Scindée en",
    (TypeLienFiches.SCISSION, "depuis"): "Issue de la scission de",
}


def contexte_fiche(vue: FicheVue, cadre: Cadre, fuseau: str, au: date) -> FicheActionContexte:
    """The page; ``fuseau`` is the time zone the days of the history are told in."""
    f = vue.fiche
    mot = majuscule(vue.feuille["mot_niveau_1"])
    axe = f"{mot} {f['axe_rang']}, {texte(f['axe']['nom']) or 'titre non publié'}" if f["axe"] else f"{mot} à choisir"
    par_role = {role: tuple(_acteur(a) for a in f["acteurs"] if a["role"] is role) for role in RoleActeur}
    return FicheActionContexte(
        cadre=cadre,
        titre=typographier(f["titre"]),
        code=f["code"] or vue.feuille["code"],
        instruction=f["instruction"],
        axe=axe,
        axe_href=adresse(vue.feuille["id"], {"axe": f["axe"]["code"]} if f["axe"] else None),
        exemple=f["exemple"],
        numero=f["numero"],
        avancement=f["avancement"] if f["instruction"] is Instruction.RETENUE else None,
        retard=f["retard"],
        meteo=f["meteo"],
        priorite=f["priorite"],
        nouvelles=f["nouvelles_le"],
        pourcentage_declare=f["progression_declaree"],
        pilotes=par_role[RoleActeur.PILOTE],
        co_pilotes=par_role[RoleActeur.CO_PILOTE],
        partenaires=par_role[RoleActeur.PARTENAIRE],
        contributeurs=par_role[RoleActeur.CONTRIBUTEUR],
        proposee_par=par_role[RoleActeur.PROPOSEUR],
        aide_redaction=par_role[RoleActeur.AIDE_REDACTION],
        debut=f["debut"],
        fin=f["fin"],
        en_continu=f["en_continu"],
        territoires=tuple(t["nom"] for t in f["territoires"]),
        publics=tuple(typographier(p) for p in f["publics"]),
        axes_servis=tuple(f"{mot} {a['code'].rpartition('/')[2]}" for a in f["axes_servis"]),
        contexte=f["contexte"],
        objectifs=f["objectifs"],
        description=f["description"],
        moyens_humains=f["moyens_humains"],
        livrables=f["livrables"],
        lien_diagnostic=f["lien_diagnostic"],
        difficultes=f["difficultes"],
        prochaine_etape=f["prochaine_etape"],
        liens=tuple(Lien(libelle=typographier(x["libelle"]), href=x["url"]) for x in f["liens"]),
        jalons=tuple(_jalon(j, f, au) for j in f["jalons"]),
        financements=tuple(
            Financement(
                financeur=typographier(x["financeur"]),
                annee=x["annee"],
                demande=x["demande"],
                promis=x["promis"],
                obtenu=x["obtenu"],
                depense=x["depense"],
            )
            for x in f["financements"]
        ),
        solde=f["solde"],
        indicateurs=tuple(_indicateur(i) for i in f["indicateurs"]),
        decisions=tuple(_decision(d) for d in vue.decisions),
        fiches_liees=tuple(_liee(x) for x in f["fiches_liees"]),
        historique=historique(vue.journal, fuseau),
    )


def _acteur(a: Ligne) -> Acteur:
    return Acteur(nom=typographier(a["structure"]["nom"]), fonction=texte(a["poste"]["nom"]) if a["poste"] else None)


def _jalon(j: Ligne, fiche: Ligne, au: date) -> Jalon:
    """A milestone is overdue by the rule of the domain, asked about this one alone."""
    fait = j["fait_le"] is not None
    retard = en_retard(fiche["instruction"], fiche["avancement"], None, [JalonEtat(j["date"], fait)], au)
    return Jalon(
        titre=j["titre"],
        etat="fait" if fait else "depasse" if retard else "a_venir",
        date=j["date"],
        fait_le=j["fait_le"],
        retard=retard.jours if retard else None,
        livrable=j["livrable"],
    )


def _mesure(c: Ligne | None) -> Mesure | None:
    return (
        Mesure(valeur=c["valeur"], date=c["date"], periode=texte(c["periode"]), source=texte(c["source"]))
        if c
        else None
    )


def _indicateur(i: Ligne) -> IndicateurSuivi:
    return IndicateurSuivi(
        libelle=typographier(i["libelle"]),
        unite=texte(i["unite"]),
        depart=_mesure(i["depart"]),
        cible=_mesure(i["cible"]),
        mesures=tuple(m for c in i["mesures"] if (m := _mesure(c))),
        source=texte(i["source"]),
    )


def _decision(d: Ligne) -> DecisionLiee:
    nom = seance(d["instance"] and d["instance"]["nom"], d["reunion"] and d["reunion"]["nom"], d["date"])
    href = adresses.reunion(d["reunion"]["id"], marque(d["numero"])) if d["reunion"] else None
    return DecisionLiee(
        libelle=f"{nom}, décision {marque(d['numero'])}",
        href=href,
        texte=typographier(d["texte"]),
        echeance=d["echeance"],
    )


def _liee(x: Ligne) -> FicheLiee:
    """A fiche that is not open is only said to exist."""
    relation = _LIENS[x["type"], x["sens"]]
    if x["fiche"] is None:
        return FicheLiee(relation=relation, titre="Une fiche d’une autre gouvernance, réservée à ses membres")
    nom = typographier(x["fiche"]["nom"])
    code = x["fiche"]["code"]
    return FicheLiee(
        relation=relation,
        titre=f"{nom_de_fiche(code, nom)}, {nom}" if code else nom,
        href=adresses.fiche_action(x["fiche"]["id"]),
    )
