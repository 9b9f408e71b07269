"""The page of a governance."""

from __future__ import annotations

from backend.queries.gouvernances import PORTEURS
from backend.queries.lecture import Ligne
from backend.queries.vues.cadre import Lieu
from backend.queries.vues.gouvernances import GouvernanceVue
from backend.web import adresses
from backend.web.adresses import comptes_rendus, flux
from backend.web.adresses.instances import nouvelle
from backend.web.adresses.reunions import nouvelle as nouvelle_reunion
from backend.web.contexts import (
    Cadre,
    Contribution,
    FeuilleResume,
    GouvernanceContexte,
    Lien,
    MembreLigne,
    Porteur,
    Signataire,
)
from backend.web.presentation.chiffres import chiffres
from backend.web.presentation.decisions import recentes
from backend.web.presentation.instances import arbre
from backend.web.presentation.mots import lieu_dit, niveau_1, nom_court, source_commune, texte
from backend.web.presentation.reunions import ligne_reunion
from backend.web.presentation.versions import publiees, repartition
from exports.formats import periode, typographier
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import RoleMembre

DECISIONS_MAX = 5


def contexte_gouvernance(vue: GouvernanceVue, lieu: Lieu, cadre: Cadre, hub: str | None) -> GouvernanceContexte:
    """The page; ``hub`` is the code of the hub's own comitology, linked from the others."""
    g, du_nom = vue.gouvernance, lieu.gouvernance["du_nom"]
    territoire = g["territoire"]["nom"]
    nom = lieu_dit(g["nom"], g["type"], territoire)
    commune = source_commune(_source(m) for m in g["membres"])
    return GouvernanceContexte(
        cadre=cadre,
        nom=nom,
        code=g["code"],
        type=g["type"],
        ouverte=vue.ouverte,
        porteurs=porteurs(g["membres"], du_nom, texte(g["porteurs_source"])),
        membres=tuple(_membre(m, commune) for m in g["membres"]),
        feuilles=tuple(_feuille(f) for f in vue.feuilles),
        avertissements=tuple(typographier(a) for a in g["avertissements"]) if vue.ouverte else (),
        nom_complet=typographier(g["nom"]) if nom != typographier(g["nom"]) else None,
        presentation=texte(g["presentation"]),
        membres_source=texte(commune),
        signataires=tuple(
            Signataire(
                organisme=typographier(s["nom"]),
                qualite=texte(s["qualite"]),
                mandat=texte(s["mandat"]),
                source=texte(s["source"]),
            )
            for s in vue.signataires
        ),
        signataires_note=texte(" ".join(f["signataires_note"] for f in vue.feuilles if f["signataires_note"])),
        instances=arbre(vue.comitologie.racines, cadre.au),
        nouvelle_instance=nouvelle(g["id"]) if Droit.REUNIR in g["droits"] else None,
        contributions=tuple(_contribution(c) for c in vue.contributions),
        activite=chiffres(vue.activite, territoire),
        diagnostic=chiffres(vue.diagnostic, territoire),
        decisions=recentes(vue.decisions)[:DECISIONS_MAX],
        reunions=tuple(ligne_reunion(r, ou=False) for r in vue.reunions),
        agenda_href=adresses.agenda({"gouvernance": g["code"]}),
        abonner_href=flux.abonner("gouvernance", g["code"]) if vue.ouverte else None,
        agenda_public=flux.public(g["code"]) if g["publique"] else None,
        nouvelle_reunion=nouvelle_reunion(g["id"]) if Droit.REUNIR in g["droits"] else None,
        comptes_rendus=comptes_rendus.annee(g["id"]) if vue.comptes_rendus else None,
        bassins=tuple(_bassin(b) for b in vue.bassins),
        appuis=tuple(typographier(a["intitule"]) for a in vue.appuis),
        note=texte(g["note"]),
        liees=(Lien(libelle="Comitologie du hub", href=adresses.gouvernance(hub)),) if hub and hub != g["code"] else (),
    )


def porteurs(membres: list[Ligne], du_nom: str, source: str | None = None) -> tuple[Porteur, ...]:
    """Who carries the governance, by short name; a role whose source begins with « Déduit » is marked so."""
    lus = []
    for m in membres:
        roles = [r for r in m["roles"] if r["role"] in PORTEURS and r["role"] in m["roles_au"]]
        if roles:
            deduit = any((r["source"] or "").casefold().startswith("déduit") for r in roles)
            nom = nom_court(typographier(m["structure"]["nom"]), du_nom)
            lus.append(Porteur(nom=nom, role=roles[0]["role"].libelle, deduit=deduit, source=source))
    return tuple(lus)


def _source(membre: Ligne) -> str | None:
    return source_commune(r["source"] for r in membre["roles"])


def _membre(m: Ligne, commune: str | None) -> MembreLigne:
    roles = []
    for r in sorted(m["roles"], key=lambda r: list(RoleMembre).index(r["role"])):
        quand = periode(r["debut"], r["fin"])
        roles.append(f"{r['role'].libelle} ({quand})" if quand else r["role"].libelle)
    source = _source(m)
    return MembreLigne(
        nom=typographier(m["structure"]["nom"]),
        roles=tuple(roles),
        source=texte(source) if source != commune else None,
        note=texte(m["precision"]),
    )


def _feuille(f: Ligne) -> FeuilleResume:
    suivi = f["suivi"]
    return FeuilleResume(
        titre=typographier(f["titre"]),
        code=f["code"],
        href=adresses.feuille_de_route(f["id"]),
        etat=f["etat"],
        perimetre=f["perimetre"],
        date_etat=f["date_etat"],
        occasion=texte(f["occasion"]),
        niveau_1=niveau_1(f["mot_niveau_1"], f["mots_niveau_1"], f["axes"], f["transversaux"]),
        fiches=suivi.fiches if suivi else 0,
        fiches_exemple=suivi.exemples if suivi else 0,
        progres=repartition(suivi),
        en_retard=suivi.en_retard if suivi else 0,
        versions=publiees(f["id"], f["versions"]),
    )


def _contribution(c: Ligne) -> Contribution:
    temps = texte(c["temps"])
    return Contribution(
        type=c["type"].libelle,
        texte=" ".join(p for p in (texte(c["description"]), f"{temps}." if temps else None) if p) or c["type"].libelle,
        structure=typographier(c["structure"]["nom"]),
        date=c["date"],
        source=texte(c["source"]),
    )


def _bassin(b: Ligne) -> str:
    quand = periode(None, b["valide_au"])
    return f"{b['nom']} ({quand})" if quand else b["nom"]
