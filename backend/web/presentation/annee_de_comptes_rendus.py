"""The minutes of a year of a governance in words: body by body, then what is still to be told."""

from __future__ import annotations

from collections.abc import Iterable

from backend.queries.lecture import Ligne
from backend.web import adresses
from backend.web.adresses import comptes_rendus as ici, decisions
from backend.web.contexts import (
    Cadre,
    ComptesRendusDeLAnneeContexte,
    GroupeDeComptesRendus,
    Lien,
    LigneDeCompteRendu,
    Raccourci,
)
from backend.web.presentation.mots import lieu_dit, texte
from backend.web.presentation.reunions import ligne_reunion
from exports.formats import INSECABLE, typographier
from exports.payloads import CompilationDoc, GroupeDoc, ReunionDoc
from exports.sections.reunions import annee as section, identite
from fne_roadmaps.domain.droits import Droit


def contexte_annee(
    gouvernance: Ligne,
    cadre: Cadre,
    annee: int,
    annees: Iterable[int],
    groupes: list[Ligne],
    manquants: list[Ligne],
) -> ComptesRendusDeLAnneeContexte:
    """The page; ``annees`` are those that hold minutes, ``annee`` comes among them whatever it holds."""
    cle, docs = gouvernance["id"], [_groupe(g) for g in groupes]
    territoire = gouvernance["territoire"]["nom"]
    compilation = CompilationDoc(
        reference=gouvernance["code"],
        gouvernance_nom=gouvernance["nom"],
        annee=annee,
        groupes=tuple(docs),
        arrete_au=cadre.au,
    )
    return ComptesRendusDeLAnneeContexte(
        cadre=cadre,
        gouvernance=Lien(
            libelle=lieu_dit(gouvernance["nom"], gouvernance["type"], territoire), href=adresses.gouvernance(cle)
        ),
        annee=annee,
        annees=tuple(
            Raccourci(libelle=str(n), href=ici.annee(cle, n), courant=n == annee)
            for n in sorted({*annees, annee}, reverse=True)
        ),
        total=len(compilation.toutes_les_reunions),
        chapo=section.chapo(compilation),
        document=ici.compilation_de_gouvernance(cle, annee) if groupes else None,
        registre=decisions.registre({"gouvernance": gouvernance["code"], "annee": annee}),
        groupes=tuple(
            GroupeDeComptesRendus(
                nom=typographier(section.nom_de(doc)),
                ancre=f"instance-{rang}",
                lignes=tuple(_ligne(r["id"], r["doc"]) for r in g["rendus"]),
            )
            for rang, (g, doc) in enumerate(zip(groupes, docs, strict=True), 1)
        ),
        manquants=tuple(ligne_reunion(r, ou=False) for r in manquants),
        tient=Droit.REUNIR in gouvernance["droits"],
    )


def _groupe(g: Ligne) -> GroupeDoc:
    return GroupeDoc(nom=g["nom"], reunions=tuple(r["doc"] for r in g["rendus"]))


def _ligne(cle: object, doc: ReunionDoc) -> LigneDeCompteRendu:
    return LigneDeCompteRendu(
        titre=typographier(identite.titre(doc)),
        href=ici.compte_rendu(str(cle)),
        lieu=(texte(identite.lieu(doc)) or "").replace("\n", INSECABLE),
        etat=identite.etat_du_compte_rendu(doc),
        decisions=len(doc.toutes_les_decisions),
        exemple=doc.exemple,
    )
