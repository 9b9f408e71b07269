"""The register of decisions: filters, headings that sort, lines, and the table to keep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from backend.queries.lecture import Ligne
from backend.queries.listes import Demande, Page as PageLue
from backend.web import adresses
from backend.web.adresses import decisions as ici
from backend.web.contexts import (
    Cadre,
    ChampListe,
    Colonne,
    FiltreActif,
    Filtres,
    Lien,
    LigneDeDecision,
    Option,
    Raccourci,
    RegistreContexte,
)
from backend.web.presentation.decisions import nom_de_fiche, seance
from backend.web.presentation.liste_de_fiches.pages import pagination_de
from backend.web.presentation.mots import lieu_dit, texte
from exports.formats import date_incertaine, typographier
from fne_roadmaps.domain.enums import EtatAdoption, NatureDecision, SuiviDecision

ENTETES_CSV = (
    *("Code", "Décision", "Nature", "Prise le", "Gouvernance", "Instance", "Réunion", "Adoption", "Responsable"),
    *("Échéance", "Jours de retard", "Suivi", "Note de suivi", "Fiches", "Remplace", "Remplacée par"),
)
_COLONNES = (
    ("Décision", "code"),
    ("Prise", "date"),
    ("Adoption", None),
    ("Suivi", None),
    ("Échéance", "echeance"),
    ("Responsable", None),
)


def contexte_registre(
    page: PageLue,
    cadre: Cadre,
    etat: Mapping[str, str],
    demande: Demande,
    gouvernances: Iterable[Ligne],
    annees: Iterable[int],
) -> RegistreContexte:
    """The page; ``etat`` are the parameters of the address, all accepted."""
    noms = {g["code"]: lieu_dit(g["nom"], g["type"], g["t_nom"]) for g in gouvernances}

    def vers(**change: object) -> str:
        return ici.registre({**etat, "page": None, **change})

    return RegistreContexte(
        cadre=cadre,
        total=page.total,
        colonnes=tuple(_colonne(libelle, tri, demande, vers) for libelle, tri in _COLONNES),
        decisions=tuple(map(ligne_de_decision, page.elements)),
        filtres=_filtres(etat, noms, annees),
        raccourcis=tuple(
            Raccourci(libelle=libelle, href=ici.registre(requete), courant=_filtre_seul(etat) == requete)
            for libelle, requete in (
                ("Toutes", {}),
                ("En retard", {"en_retard": "oui"}),
                ("À faire", {"suivi": "a_faire,en_cours", "adoption": "adoptee"}),
                ("À prendre", {"adoption": "proposee,ajournee"}),
            )
        ),
        pagination=pagination_de(page, lambda n: vers(page=n)),
        csv=ici.fichier({n: v for n, v in etat.items() if n != "page"}),
    )


def ligne_de_decision(d: Ligne) -> LigneDeDecision:
    """A decision in the register."""
    nom = d["instance"]["nom"] if d["instance"] else None
    return LigneDeDecision(
        code=d["code"],
        href=ici.decision(d["id"]),
        texte=typographier(d["texte"] or ""),
        prise=seance(nom, d["reunion"]["nom"] if d["reunion"] else d["gouvernance"]["nom"], d["date"]),
        reunion=Lien(libelle=seance(nom, d["reunion"]["nom"], d["date"]), href=adresses.reunion(d["reunion"]["id"]))
        if d["reunion"]
        else None,
        adoption=d["adoption"],
        suivi=d["suivi"],
        echeance=d["echeance"],
        retard=d["retard"],
        responsable=texte(d["responsable"]["nom"]) if d["responsable"] else None,
        fiches=tuple(
            Lien(libelle=nom_de_fiche(f["code"], f["nom"]), href=adresses.fiche_action(f["id"])) for f in d["fiches"]
        ),
        exemple=d["exemple"],
    )


def lignes_csv(decisions: Iterable[Ligne]) -> Iterable[Sequence[str]]:
    """One line for each decision."""
    for d in decisions:
        yield (
            d["code"],
            d["texte"] or "",
            d["nature"].libelle,
            date_incertaine(d["date"]) if d["date"] else "",
            d["gouvernance"]["nom"],
            d["instance"]["nom"] if d["instance"] else "",
            d["reunion"]["code"] if d["reunion"] else "",
            d["adoption"].libelle,
            d["responsable"]["nom"] if d["responsable"] else "",
            date_incertaine(d["echeance"]) if d["echeance"] else "",
            str(d["retard"]) if d["retard"] else "",
            d["suivi"].libelle,
            d["suivi_note"] or "",
            ", ".join(f["code"] or f["nom"] for f in d["fiches"]),
            d["remplace"]["code"] if d["remplace"] else "",
            d["remplacee_par"]["code"] if d["remplacee_par"] else "",
        )


def _colonne(libelle: str, tri: str | None, demande: Demande, vers: object) -> Colonne:
    if tri is None:
        return Colonne(libelle=libelle)
    courante = demande.tri == tri
    montant = courante and not demande.decroissant
    return Colonne(
        libelle=libelle,
        href=vers(tri=f"-{tri}" if montant else tri),  # type: ignore[operator]
        sens=("ascending" if montant else "descending") if courante else None,
    )


def _filtre_seul(etat: Mapping[str, str]) -> dict[str, str]:
    return {n: v for n, v in etat.items() if n not in {"tri", "page"}}


def _filtres(etat: Mapping[str, str], gouvernances: Mapping[str, str], annees: Iterable[int]) -> Filtres:
    champs = {
        "gouvernance": ("Gouvernance", "Toutes", dict(gouvernances)),
        "annee": ("Année", "Toutes", {str(n): str(n) for n in annees}),
        "nature": ("Nature", "Toutes", {n.value: n.libelle for n in NatureDecision}),
        "adoption": ("Adoption", "Toutes", {a.value: a.libelle for a in EtatAdoption}),
        "suivi": ("Suivi", "Tous", {s.value: s.libelle for s in SuiviDecision}),
    }
    dits = {"texte": "texte", "en_retard": "en retard", "instance": "instance", "responsable": "responsable"}
    dits |= {"reunion": "réunion", "fiche_action": "fiche"}

    def valeur(nom: str) -> str:
        if nom not in champs:
            return etat[nom]
        return ", ".join(champs[nom][2].get(v, v) for v in etat[nom].split(","))

    return Filtres(
        action=ici.REGISTRE,
        href_effacer=ici.registre(),
        texte=etat.get("texte", ""),
        indication="Mots de la décision",
        listes=tuple(
            ChampListe(
                nom=nom,
                libelle=libelle,
                options=tuple(
                    Option(valeur=v, libelle=mot, choisie=v == etat.get(nom, ""))
                    for v, mot in (("", vide), *mots.items())
                ),
            )
            for nom, (libelle, vide, mots) in champs.items()
            if len(mots) > 1
        ),
        caches=tuple(
            (n, v)
            for n, v in etat.items()
            if n in {"en_retard", "instance", "responsable", "reunion", "fiche_action", "tri"}
        ),
        actifs=tuple(
            FiltreActif(
                libelle=champs[nom][0].lower() if nom in champs else dits[nom],
                valeur=valeur(nom),
                href_sans=ici.registre({n: v for n, v in etat.items() if n not in {nom, "page"}}),
            )
            for nom in etat
            if nom in champs or nom in dits
        ),
    )
