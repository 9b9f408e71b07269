"""Published fiches in words: what the frozen text says, and nothing of what lives."""

from __future__ import annotations

from collections.abc import Iterable

from backend.queries.fiches_publiees import FicheDeVersion, VersionLue
from backend.queries.lecture import date_de
from backend.web.adresses import arbitrage as acces
from backend.web.contexts.arbitrage import PointDit
from backend.web.contexts.fiches_publiees import LignePubliee, TextePublie
from backend.web.presentation.arbitrage.mots import LIBELLES
from backend.web.presentation.mots import texte
from exports.formats import calendrier, date_sans_preposition, enumeration, euros, nombre, typographier
from exports.payloads import FicheDoc, FinancementDoc, IndicateurDoc, JalonDoc, OrganismeDoc
from fne_roadmaps.domain.enums import EtatFeuille

MONTREES = 40
"""Fiches of one text listed on the page: more of them asks for a more precise search."""


def textes_publies(versions: Iterable[VersionLue]) -> tuple[TextePublie, ...]:
    """Texts and their fiches that answer, with how many there are."""
    return tuple(
        TextePublie(
            territoire=v.version["territoire"],
            feuille=v.version["feuille_code"],
            titre=typographier(v.version["feuille_titre"]),
            etat=EtatFeuille(v.version["etat"]),
            date=date_de(v.version),
            version=v.version["numero"],
            fiches=tuple(
                LignePubliee(
                    numero=f.numero,
                    titre=typographier(f.titre),
                    href=acces.fiche_publiee(v.version["id"], f.numero),
                    axe=texte(f.axe),
                    exemple=f.exemple,
                )
                for f in v.fiches[:MONTREES]
            ),
            total=len(v.fiches),
        )
        for v in versions
    )


def points_de(fiche: FicheDoc) -> tuple[PointDit, ...]:
    """Long texts and lists of a published fiche, those that say something."""
    dits = [
        *(
            PointDit(libelle=LIBELLES[c], texte=texte(getattr(fiche, c)))
            for c in ("contexte", "objectifs", "description", "moyens_humains", "livrables", "lien_diagnostic")
        ),
        PointDit(libelle="Jalons", lignes=tuple(_jalon(j) for j in fiche.jalons)),
        PointDit(libelle="Financements", lignes=tuple(_financement(f) for f in fiche.financements)),
        PointDit(libelle="Indicateurs", lignes=tuple(_indicateur(i) for i in fiche.indicateurs)),
        PointDit(libelle="Liens", lignes=tuple(typographier(f"{x.libelle} ({x.url})") for x in fiche.liens)),
    ]
    return tuple(d for d in dits if d.texte or d.lignes)


def reperes_de(fiche: FicheDoc) -> tuple[PointDit, ...]:
    """Who, when, where and for whom, as the published text says it."""
    dits = [
        ("Pilotes", _organismes(fiche.pilotes)),
        ("Co-pilotes", _organismes(fiche.co_pilotes)),
        ("Partenaires", _organismes(fiche.partenaires)),
        ("Calendrier", calendrier(fiche.debut, fiche.fin, fiche.en_continu)),
        ("Territoires", ", ".join(fiche.territoires)),
        ("Publics", typographier(", ".join(fiche.publics))),
        ("Besoin de financement", euros(fiche.besoin) if fiche.besoin is not None else ""),
    ]
    return tuple(PointDit(libelle=nom, texte=dit) for nom, dit in dits if dit)


def copie_de(publiee: FicheDeVersion) -> tuple[str, ...]:
    """Names of the points a taking up copies, of those this fiche says."""
    fiche = publiee.fiche
    copies = ("contexte", "objectifs", "description", "moyens_humains", "livrables", "besoin", "publics")
    noms = [LIBELLES[c].lower() for c in copies if getattr(fiche, c)]
    noms += ["jalons, sans leurs dates"] if fiche.jalons else []
    noms += ["indicateurs, sans leurs valeurs"] if fiche.indicateurs else []
    noms += ["liens"] if fiche.liens else []
    return tuple(noms)


def _organismes(organismes: Iterable[OrganismeDoc]) -> str:
    noms = [f"{o.nom} ({o.fonction.lower()})" if o.fonction else o.nom for o in organismes]
    return typographier(enumeration(noms))


def _jalon(j: JalonDoc) -> str:
    suite = [date_sans_preposition(j.date)] if j.date else []
    return typographier(" · ".join([j.titre, *suite, *([j.livrable] if j.livrable else [])]))


def _financement(f: FinancementDoc) -> str:
    montants = (("demandé", f.demande), ("promis", f.promis), ("obtenu", f.obtenu), ("dépensé", f.depense))
    dits = [f"{mot} {euros(m)}" for mot, m in montants if m is not None]
    return typographier(" · ".join([f"{f.financeur}, {f.annee}", *dits]))


def _indicateur(i: IndicateurDoc) -> str:
    nom = f"{i.libelle} ({i.unite})" if i.unite else i.libelle
    cible = f" · cible : {nombre(i.cible)}" if i.cible else ""
    return typographier(f"{nom}{cible}")
