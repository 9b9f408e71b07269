"""Governance bodies in words: the tree, and the page of one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from backend.queries.lecture import Ligne, date_de
from backend.queries.vues.instances import InstanceVue, Noeud, deployer
from backend.web import adresses
from backend.web.adresses import flux, instances as ici
from backend.web.adresses.comptes_rendus import compilation
from backend.web.adresses.reunions import annee, nouvelle
from backend.web.contexts import ActesInstance, CadenceLigne, Cadre, InstanceContexte, Lien, NoeudInstance, Siege
from backend.web.presentation.decisions import marque, recentes
from backend.web.presentation.mots import lieu_dit, source_commune, texte
from backend.web.presentation.reunions import ligne_reunion, roles
from exports.formats import compte, date_incertaine, majuscule, periode, typographier
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import EtatCompteRendu, EtatReunion
from fne_roadmaps.domain.periodes import Periode

_DEPLIES = 12
"""A tree of more bodies shows its first two levels, and the others on demand."""


def arbre(noeuds: Iterable[Noeud], au: date) -> tuple[NoeudInstance, ...]:
    """Bodies and those under them."""
    racines = list(noeuds)
    return _arbre(racines, au, 1 if sum(1 for _ in deployer(racines)) > _DEPLIES else None)


def _arbre(noeuds: Iterable[Noeud], au: date, deplies: int | None) -> tuple[NoeudInstance, ...]:
    """``deplies`` counts the levels whose bodies below show at once, None for all."""
    return tuple(
        NoeudInstance(
            nom=typographier(n.instance["nom"]),
            href=adresses.instance(n.instance["id"]),
            cadence=texte(n.instance["cadence"]),
            tenues=_tenues(n.tenues, n.au_moins),
            enfants=_arbre(n.enfants, au, deplies and deplies - 1),
            due=n.instance["prochaine_echeance"],
            due_passee=n.instance["echeance_passee"],
            fermee_le=_fermee_le(n.instance, au),
            en_retard=sum(1 for dessous, _ in deployer(n.enfants) if dessous.instance["echeance_passee"]),
            deplie=deplies != 0,
            colleges=tuple(typographier(c) for c in n.colleges),
        )
        for n in noeuds
    )


def _fermee_le(instance: Ligne, au: date) -> date | None:
    """The last day of a body, once it has come."""
    fin: date | None = instance["fin"]
    return fin if fin is not None and fin <= au else None


def _tenues(par_an: dict[int, int], au_moins: set[int]) -> str | None:
    """« 6 réunions en 2024 », « au moins 1 réunion en 2024 », of the latest year."""
    if not par_an:
        return None
    an = max(par_an)
    return f"{'au moins ' if an in au_moins else ''}{compte(par_an[an], 'réunion')} en {an}"


def contexte_instance(vue: InstanceVue, cadre: Cadre, gouvernance: Ligne, au: date) -> InstanceContexte:
    """The page of a body; ``gouvernance`` names its governance (``nom``, ``type``, ``t_nom``)."""
    i = vue.instance
    a_venir = [r for r in vue.reunions if r["a_venir"]]
    passees = [r for r in reversed(vue.reunions) if not r["a_venir"]]
    commune = source_commune(s["source"] for s in i["sieges"])
    tenus = [s for s in i["sieges"] if Periode(None, s["fin"]).contient(au)]
    finis = [s for s in i["sieges"] if s not in tenus]
    tient = Droit.REUNIR in i["droits"]
    return InstanceContexte(
        cadre=cadre,
        nom=typographier(i["nom"]),
        code=i["code"],
        type=i["type"],
        gouvernance=Lien(
            libelle=lieu_dit(gouvernance["nom"], gouvernance["type"], gouvernance["t_nom"]),
            href=adresses.gouvernance(gouvernance["id"]),
        ),
        parent=Lien(libelle=typographier(i["parent"]["nom"]), href=adresses.instance(i["parent"]["id"]))
        if i["parent"]
        else None,
        enfants=arbre(vue.enfants, au),
        objet=texte(i["role"]),
        note=texte(i["note"]),
        source=texte(i["source"]),
        periode=periode(i["debut"], i["fin"]),
        due=i["prochaine_echeance"],
        due_passee=i["echeance_passee"],
        sieges=tuple(dire_siege(s, commune) for s in tenus),
        anciens=tuple(dire_siege(s, commune) for s in finis),
        sieges_source=texte(commune),
        roles=roles(i["roles"]),
        cadences=tuple(_cadence(c, vue, au) for c in i["cadences"]),
        a_venir=tuple(ligne_reunion(r, ou=False, instance=False) for r in a_venir),
        passees=tuple(ligne_reunion(r, ou=False, instance=False) for r in passees),
        decisions=recentes(vue.decisions),
        comptes_rendus=tuple((n, compilation(i["id"], n)) for n in _annees_de_comptes_rendus(passees)),
        exemples=sum(1 for r in passees if r["exemple"]),
        agenda_href=adresses.agenda({"instance": i["code"]}),
        fermee_le=_fermee_le(i, au),
        mode=i["mode_decision"].libelle if i["mode_decision"] else None,
        quorum=f"{i['quorum']} voix sur {i['voix']}" if i["quorum"] else None,
        prochaine=_quand(next((r for r in a_venir if r["date_premier"]), None)),
        derniere=_quand(next((r for r in passees if r["etat"] == EtatReunion.TENUE), None)),
        territoire=i["territoire"]["nom"] if i["territoire"] else None,
        actes=_actes(i, au) if Droit.REUNIR in i["droits"] else None,
        abonner_href=flux.abonner("instance", i["code"]),
        nouvelle_reunion=nouvelle(gouvernance["id"], i["code"]) if tient else None,
        annee=annee(i["id"]) if tient else None,
    )


def _quand(reunion: Ligne | None) -> Lien | None:
    """A meeting by its date."""
    if reunion is None:
        return None
    quand = date_de(reunion)
    exemple = " (exemple)" if reunion["exemple"] else ""
    dite = majuscule(date_incertaine(quand)) if quand else typographier(reunion["titre"])
    return Lien(libelle=dite + exemple, href=adresses.reunion(reunion["id"]))


def _actes(i: Ligne, au: date) -> ActesInstance:
    cle, close = i["id"], i["fin"] is not None and i["fin"] <= au
    return ActesInstance(
        modifier=ici.modifier(cle),
        nouveau_siege=ici.nouveau_siege(cle),
        composition=ici.composition(cle),
        courriels=ici.courriels(cle),
        roles=ici.roles(cle),
        cadence=ici.nouvelle_cadence(cle),
        dessous=f"{ici.nouvelle(i['gouvernance']['id'])}?parent={cle}",
        fermer=None if close else ici.fermer(cle),
        rouvrir=ici.rouvrir(cle) if close else None,
    )


def dire_siege(s: Ligne, commune: str | None = None) -> Siege:
    """A seat in words; ``commune`` is the source said once for all."""
    organisme = typographier(s["structure"]["nom"]) if s["structure"] else None
    fonction = typographier(s["poste"]["nom"]) if s["poste"] else None
    nom = texte(s["libelle"]) or organisme or fonction or "Siège sans titulaire"
    return Siege(
        siege=nom,
        titulaire=", ".join(p for p in (organisme, fonction) if p and p != nom) or None,
        college=texte(s["college"]) if s["college"] != s["libelle"] else None,
        periode=periode(s["debut"], s["fin"]),
        source=texte(s["source"]) if s["source"] != commune else None,
        suppleant=typographier(s["suppleant"]["nom"]) if s["suppleant"] else None,
        voix=bool(s["voix"]),
    )


def _cadence(c: Ligne, vue: InstanceVue, au: date) -> CadenceLigne:
    decision = c["decision"] and vue.fixees_par.get(c["decision"]["id"])
    lien = None
    if decision and decision["reunion"]:
        quand = date_de(decision)
        lien = Lien(
            libelle=f"décision prise {date_incertaine(quand)}" if quand else "décision",
            href=adresses.reunion(decision["reunion"], marque(decision["numero"])),
        )
    return CadenceLigne(
        texte=typographier(c["texte"]),
        periode=periode(c["debut"], c["fin"]),
        courante=c["texte"] == vue.instance["cadence"] and Periode(c["debut"], c["fin"]).contient(au),
        decision=lien,
        source=texte(c["source"]),
        modifier=ici.cadence(vue.instance["id"], c["id"]) if Droit.REUNIR in vue.instance["droits"] else None,
    )


def _annees_de_comptes_rendus(passees: Iterable[Ligne]) -> list[int]:
    """Years with minutes that went out, newest first."""
    sorties = [r for r in passees if r["cr_etat"] not in {None, EtatCompteRendu.BROUILLON.value}]
    return sorted({quand.premier.year for r in sorties if (quand := date_de(r)) and quand.premier}, reverse=True)
