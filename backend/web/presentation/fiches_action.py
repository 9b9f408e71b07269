"""The page of a fiche action."""

from __future__ import annotations

from datetime import date

from backend.queries.lecture import Ligne
from backend.queries.vues.fiches_action import FicheVue
from backend.web import adresses
from backend.web.adresses import fiches_action as acces
from backend.web.contexts import (
    Acteur,
    Cadre,
    DecisionLiee,
    FicheActionContexte,
    Jalon,
    Lien,
    NouvelleLigne,
    ProchainJalon,
)
from backend.web.presentation.arbitrage.liees import fiche_liee
from backend.web.presentation.decisions import marque, seance
from backend.web.presentation.fiches_action_actions import droits_de_page, sections_vides, tient
from backend.web.presentation.finances import finances_de
from backend.web.presentation.historique import derniers_actes
from backend.web.presentation.indicateurs import indicateur_suivi
from backend.web.presentation.liste_de_fiches import adresse
from backend.web.presentation.mots import texte
from backend.web.presentation.seances.points import passages
from exports.formats import majuscule, typographier
from fne_roadmaps.domain.dates import cle_tri
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import Avancement, Instruction, RoleActeur
from fne_roadmaps.domain.fiches_action import TERMINES, JalonEtat, en_retard


def contexte_fiche(vue: FicheVue, cadre: Cadre, fuseau: str, au: date) -> FicheActionContexte:
    """The page; ``fuseau`` is the time zone the days of the history are told in."""
    f = vue.fiche
    mot = majuscule(vue.feuille["mot_niveau_1"])
    axe = f"{mot} {f['axe_rang']}, {texte(f['axe']['nom']) or 'titre non publié'}" if f["axe"] else f"{mot} à choisir"
    par_role = {role: tuple(_acteur(a) for a in f["acteurs"] if a["role"] is role) for role in RoleActeur}
    jalons = tuple(_jalon(j, f, au, tient(vue)) for j in f["jalons"])
    droits = droits_de_page(vue)
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
        jalons=jalons,
        prochain_jalon=_prochain(jalons, f["avancement"]),
        finances=finances_de(f),
        indicateurs=tuple(indicateur_suivi(i, f["id"], au, tient=tient(vue)) for i in f["indicateurs"]),
        decisions=tuple(_decision(d) for d in vue.decisions),
        passages=passages(vue.passages),
        fiches_liees=tuple(fiche_liee(x) for x in f["fiches_liees"]),
        historique=tuple(derniers_actes(vue.actes, vue.versions, fuseau)),
        historique_href=acces.historique(f["id"]),
        comparer=acces.comparaison(f["id"]) if vue.versions else None,
        fil=tuple(_nouvelle(n) for n in vue.nouvelles.elements),
        fil_total=vue.nouvelles.total,
        fil_recent=_page_du_fil(vue, -1),
        fil_ancien=_page_du_fil(vue, 1),
        droits=droits,
        vides=sections_vides(f, droits),
    )


def _page_du_fil(vue: FicheVue, pas: int) -> str | None:
    fil, page = vue.nouvelles, vue.nouvelles.page + pas
    if page < 1 or (page - 1) * fil.par_page >= max(1, fil.total):
        return None
    return acces.page_de_nouvelles(vue.fiche["id"], page)


def _nouvelle(n: Ligne) -> NouvelleLigne:
    return NouvelleLigne(
        le=n["le"],
        texte=n["texte"],
        auteur=typographier(n["auteur"]),
        avancement=n["avancement"],
        progression=n["progression"],
        exemple=n["exemple"],
        corrigee=n["corrigee"],
        corriger=acces.corriger_nouvelle(n["id"]) if Droit.RENSEIGNER in n["droits"] else None,
        retirer=acces.retirer_nouvelle(n["id"]) if Droit.REDIGER in n["droits"] else None,
    )


def _prochain(jalons: tuple[Jalon, ...], avancement: Avancement) -> ProchainJalon | None:
    """The most overdue milestone, else the first to come; none once the action has ended."""
    restent = [j for j in jalons if j.etat != "fait" and j.date]
    if avancement in TERMINES or not restent:
        return None
    j = min(restent, key=lambda j: (-(j.retard or 0), cle_tri(j.date)))
    return ProchainJalon(titre=typographier(j.titre), date=j.date, retard=j.retard) if j.date else None


def _acteur(a: Ligne) -> Acteur:
    return Acteur(nom=typographier(a["structure"]["nom"]), fonction=texte(a["poste"]["nom"]) if a["poste"] else None)


def _jalon(j: Ligne, fiche: Ligne, au: date, tenu: bool) -> Jalon:
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
        cocher=acces.jalon(fiche["id"], j["id"]) if tenu else None,
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
