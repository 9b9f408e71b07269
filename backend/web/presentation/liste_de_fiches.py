"""The list of fiches of a roadmap: lines, filters, sort and pages, whose whole state is in the address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.queries.fiches_action import FICHES, SuiviAxe
from backend.queries.lecture import Ligne
from backend.queries.listes import Demande
from backend.queries.vues.feuilles_de_route import MOIS_SANS_NOUVELLES, ListeDeFiches
from backend.web import adresses
from backend.web.contexts import (
    ChampListe,
    Colonne,
    FicheLigne,
    FiltreActif,
    Filtres,
    Option,
    Page,
    Pagination,
    Raccourci,
    SansResultat,
)
from backend.web.presentation.mots import texte
from backend.web.presentation.versions import repartition
from exports.formats import compte, majuscule, typographier
from fne_roadmaps.domain.enums import Avancement, Instruction, Meteo, Priorite, TypeTerritoire, Vocabulaire
from fne_roadmaps.domain.textes import replier

ANCRE = "fiches"
_COLONNES = (
    ("N°", "numero", "rang"),
    ("Fiche action", "titre", ""),
    ("Statut", "avancement", ""),
    ("Pilote", None, ""),
    ("Échéance", "fin", "droite"),
    ("Nouvelles", "nouvelles", "droite"),
)
_TRIS = (("numero", "Numéro"), ("fin", "Échéance"), ("nouvelles", "Nouvelles les plus anciennes"),
         ("-nouvelles", "Nouvelles les plus récentes"), ("titre", "Titre"), ("avancement", "Statut"))  # fmt: skip
_VOCABULAIRES: Mapping[str, type[Vocabulaire]] = {
    "avancement": Avancement,
    "instruction": Instruction,
    "priorite": Priorite,
    "meteo": Meteo,
}
_LIBELLES = {
    "texte": "texte",
    "avancement": "statut",
    "instruction": "instruction",
    "priorite": "priorité",
    "meteo": "météo",
    "pilote": "pilote",
    "structure": "structure",
    "territoire": "territoire",
    "en_retard": "en retard",
    "sans_pilote": "sans pilote",
    "sans_nouvelles": "sans nouvelles",
    "exemple": "exemples",
}


def adresse(feuille: UUID, requete: Mapping[str, object] | None = None) -> str:
    """The list of a roadmap with these parameters."""
    return adresses.feuille_de_route(feuille, requete, ANCRE)


@dataclass(frozen=True, slots=True)
class _Liste:
    """What is listed, and the accepted parameters of the address (``etat``) every link starts from."""

    feuille: Ligne
    suivi: SuiviAxe
    liste: ListeDeFiches
    demande: Demande
    etat: Mapping[str, str]

    def lien(self, **changements: object) -> str:
        """The same list, otherwise; the first page unless asked, defaults left out."""
        voulus = {**self.etat, "page": None, **changements}
        if voulus.get("tri") == FICHES.tri:
            voulus["tri"] = None
        return adresse(self.feuille["id"], voulus)

    @property
    def filtres(self) -> dict[str, str]:
        """The filters among the parameters."""
        return {nom: valeur for nom, valeur in self.etat.items() if nom in FICHES.filtres}


def en_mots(
    liste: ListeDeFiches, suivi: SuiviAxe, feuille: Ligne, demande: Demande, etat: Mapping[str, str]
) -> dict[str, Any]:
    """The fields of the page's context that the list fills. ``etat``: the parameters of the address, all accepted."""
    lu = _Liste(feuille, suivi, liste, demande, etat)
    ici = frozenset(t["code"] for t in feuille["territoires"])
    actifs = tuple(_actif(lu, nom, valeur) for nom, valeur in lu.filtres.items())
    return {
        "total": suivi.fiches,
        "exemples": suivi.exemples,
        "progres": repartition(suivi),
        "raccourcis": _raccourcis(lu),
        "filtres": _filtres(lu, actifs),
        "colonnes": tuple(_colonne(lu, *colonne) for colonne in _COLONNES),
        "fiches": tuple(_ligne(f, ici) for f in liste.page.elements),
        "pagination": _pagination(lu),
        "sans_resultat": _piste(lu, actifs) if actifs and not liste.page.total else None,
    }


def _ligne(f: Ligne, ici: frozenset[str]) -> FicheLigne:
    """A line; the territory is said when it is not all the roadmap covers."""
    territoires = [t for t in f["territoires"] if t["code"] not in ici]
    return FicheLigne(
        titre=typographier(f["titre"]),
        href=adresses.fiche_action(f["id"]),
        instruction=f["instruction"],
        numero=f["numero"],
        avancement=f["avancement"] if f["instruction"] is Instruction.RETENUE else None,
        pilotes=tuple(typographier(p["nom"]) for p in f["pilotes"]),
        fin=f["fin"],
        en_continu=f["en_continu"],
        retard=f["retard"],
        territoires=tuple(t["nom"] for t in territoires),
        nouvelles=f["nouvelles_le"],
        exemple=f["exemple"],
    )


def _raccourcis(lu: _Liste) -> tuple[Raccourci, ...]:
    """Quick filters replace the others and keep the order."""
    mois = str(MOIS_SANS_NOUVELLES)
    choix: tuple[tuple[str, int, str | None, dict[str, str]], ...] = (
        ("Toutes", lu.suivi.fiches, None, {}),
        ("En retard", lu.suivi.en_retard, "clock-history", {"en_retard": "oui"}),
        ("Sans pilote", lu.suivi.sans_pilote, "person-x", {"sans_pilote": "oui"}),
        (f"Sans nouvelles depuis {mois} mois", lu.liste.sans_nouvelles, "chat-left-text", {"sans_nouvelles": mois}),
    )
    tri = {"tri": lu.etat["tri"]} if "tri" in lu.etat else {}
    return tuple(
        Raccourci(
            libelle=libelle,
            nombre=nombre,
            icone=icone,
            href=adresse(lu.feuille["id"], {**filtres, **tri}),
            courant=lu.filtres == filtres,
        )
        for libelle, nombre, icone, filtres in choix
    )


def _filtres(lu: _Liste, actifs: tuple[FiltreActif, ...]) -> Filtres:
    listes = _champs(lu)
    montres = {"texte", *(champ.nom for champ in listes)}
    tri = lu.etat.get("tri", FICHES.tri)
    return Filtres(
        action=adresses.feuille_de_route(lu.feuille["id"], None, ANCRE),
        href_effacer=adresse(lu.feuille["id"]),
        listes=listes,
        texte=lu.etat.get("texte", ""),
        indication="Mots du titre ou du texte",
        tri=ChampListe(
            nom="tri",
            libelle="Trier par",
            options=tuple(
                Option(valeur="" if valeur == FICHES.tri else valeur, libelle=libelle, choisie=valeur == tri)
                for valeur, libelle in _TRIS
            ),
        ),
        caches=tuple((nom, valeur) for nom, valeur in lu.filtres.items() if nom not in montres),
        actifs=actifs,
    )


def _champs(lu: _Liste) -> tuple[ChampListe, ...]:
    """Drop-downs: the arbitration only where some fiche is not retained yet, what has no choice left out."""
    axes = [
        (a["code"], f"{a['rang']}. {texte(a['titre']) or 'titre non publié'}") for a in lu.feuille["axes"] if a["code"]
    ]
    retenues = lu.suivi.par_instruction.get(Instruction.RETENUE, 0)
    choix = [
        ("axe", majuscule(lu.feuille["mot_niveau_1"]), "Tout", axes),
        ("avancement", "Statut", "Tous", [(a.value, a.libelle) for a in Avancement] if retenues else []),
        (
            "instruction",
            "Instruction",
            "Toutes",
            [(i.value, i.libelle) for i in Instruction] if retenues < lu.suivi.fiches else [],
        ),
        ("pilote", "Pilote", "Tous", [(p["code"], typographier(p["nom"])) for p in _ranges(lu.liste.pilotes)]),
        ("territoire", "Territoire", "Tous", [(t["code"], t["nom"]) for t in _ranges(lu.liste.territoires)]),
    ]
    return tuple(_champ(lu, *champ) for champ in choix if champ[-1])


def _champ(lu: _Liste, nom: str, libelle: str, vide: str, choix: Iterable[tuple[str, str]]) -> ChampListe:
    choisie = lu.etat.get(nom, "")
    return ChampListe(
        nom=nom,
        libelle=libelle,
        options=tuple(
            Option(valeur=valeur, libelle=mot, choisie=valeur == choisie) for valeur, mot in (("", vide), *choix)
        ),
    )


def _ranges(rangees: Iterable[Ligne]) -> list[Ligne]:
    """Départements first, then by name, the same on both engines."""
    return sorted(rangees, key=lambda r: (r.get("type") != TypeTerritoire.DEPARTEMENT, replier(r["nom"])))


def _actif(lu: _Liste, nom: str, brut: str) -> FiltreActif:
    libelle = lu.feuille["mot_niveau_1"] if nom == "axe" else _LIBELLES.get(nom, nom)
    return FiltreActif(libelle=libelle, valeur=_valeur(lu, nom, brut), href_sans=lu.lien(**{nom: None}))


def _valeur(lu: _Liste, nom: str, brut: str) -> str:
    """A value in the words of the page: labels of codes, names of what is pointed to."""
    if nom in _VOCABULAIRES:
        return ", ".join(_VOCABULAIRES[nom](code.strip()).libelle for code in brut.split(","))
    if nom == "sans_nouvelles":
        return f"depuis {compte(int(brut), 'mois', 'mois')}"
    rangees = {"pilote": lu.liste.pilotes, "structure": lu.liste.pilotes, "territoire": lu.liste.territoires}.get(
        nom, []
    )
    noms = {r["code"]: typographier(r["nom"]) for r in rangees}
    axes = {a["code"]: str(a["rang"]) for a in lu.feuille["axes"]} if nom == "axe" else {}
    return noms.get(brut) or axes.get(brut) or brut


def _colonne(lu: _Liste, libelle: str, tri: str | None, classe: str) -> Colonne:
    """Sorting again by the same column goes the other way."""
    if tri is None:
        return Colonne(libelle=libelle, classe=classe)
    courante = lu.demande.tri == tri
    montant = courante and not lu.demande.decroissant
    return Colonne(
        libelle=libelle,
        href=lu.lien(tri=f"-{tri}" if montant else tri),
        sens=("ascending" if montant else "descending") if courante else None,
        classe=classe,
    )


def _pagination(lu: _Liste) -> Pagination:
    page = lu.liste.page
    if not page.elements:
        return Pagination(premier=0, dernier=0, total=0)
    derniere = -(-page.total // page.par_page)
    premier = (page.page - 1) * page.par_page + 1
    return Pagination(
        premier=premier,
        dernier=premier + len(page.elements) - 1,
        total=page.total,
        pages=tuple(
            Page(numero=n, href=lu.lien(page=n if n > 1 else None) if n in _proches(page.page, derniere) else None,
                 courante=n == page.page)
            for n in _montrees(page.page, derniere)
        ),
        precedente=lu.lien(page=page.page - 1 if page.page > 2 else None) if page.page > 1 else None,
        suivante=lu.lien(page=page.page + 1) if page.page < derniere else None,
    )  # fmt: skip


def _proches(page: int, derniere: int) -> set[int]:
    """Pages linked: the ends, and the neighbours."""
    return {1, derniere} | {n for n in range(page - 2, page + 3) if 1 <= n <= derniere}


def _montrees(page: int, derniere: int) -> list[int]:
    """Pages shown: those linked, and the first of each gap, which stands for it."""
    liees = _proches(page, derniere)
    return [n for n in range(1, derniere + 1) if n in liees or n - 1 in liees]


def _piste(lu: _Liste, actifs: tuple[FiltreActif, ...]) -> SansResultat:
    """The filter whose removal alone gives the most."""
    nom = max(lu.liste.sans, key=lambda n: lu.liste.sans[n])
    if not lu.liste.sans[nom]:
        return SansResultat()
    return SansResultat(a_retirer=actifs[list(lu.filtres).index(nom)], donnerait=lu.liste.sans[nom])
