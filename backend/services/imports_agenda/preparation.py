"""Setting an agenda against the governance it enters: which instance, which ground, what is already there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from backend.queries.imports_agenda import Terrain
from backend.queries.lecture import Ligne
from backend.services.commands.imports_agenda import ReunionImportee
from fne_roadmaps.domain.agenda_colle import AgendaColle, Proposition
from fne_roadmaps.domain.enums import GenreReunion, TypeInstance, TypeTerritoire
from fne_roadmaps.domain.textes import replier

_DE_DEPARTEMENT = frozenset(
    {TypeTerritoire.DEPARTEMENT.value, TypeTerritoire.BASSIN_DE_VIE.value, TypeTerritoire.EPCI.value}
)


@dataclass(frozen=True, slots=True)
class Prevue:
    """A proposition as it would be created here; ``garder`` is False for what is there already, or of other ground."""

    proposition: Proposition
    instance: Ligne | None
    territoire: Ligne | None
    garder: bool
    alertes: tuple[str, ...]


def confronter(colle: AgendaColle, terrain: Terrain) -> tuple[Prevue, ...]:
    """Every proposition, in order, with what the governance knows of it."""
    confrontation = _Confrontation(terrain)
    return tuple(confrontation.prevoir(p) for p in colle.propositions)


def commandes(prevues: Iterable[Prevue]) -> tuple[ReunionImportee, ...]:
    """What is kept, as the import takes it."""
    return tuple(_commande(p) for p in prevues if p.garder)


def _commande(prevue: Prevue) -> ReunionImportee:
    p = prevue.proposition
    return ReunionImportee(
        titre=p.titre,
        date=p.date,
        jour_annonce=p.jour_annonce,
        date_avant=p.date_avant,
        confirmee=p.confirmee,
        heure_debut=p.heure_debut,
        heure_fin=p.heure_fin,
        lieu=p.lieu,
        lien_visio=p.lien_visio,
        genre=p.genre,
        instance=str(prevue.instance["id"]) if prevue.instance else None,
        territoire=str(prevue.territoire["id"]) if prevue.territoire else None,
        etat=p.etat,
        note=p.note,
        source=p.provenance,
    )


class _Confrontation:
    """Remembers what was already proposed, so that a line twice in an agenda is one meeting."""

    def __init__(self, terrain: Terrain) -> None:
        self.terrain = terrain
        self.par_source = {r["source"]: r for r in terrain.reunions if r["source"]}
        self.par_date: dict[str, list[Ligne]] = {}
        for r in terrain.reunions:
            if r["date_edtf"]:
                self.par_date.setdefault(r["date_edtf"], []).append(r)
        self.vues: dict[tuple[object, ...], int] = {}
        self.sources: set[str] = set()
        self.noms = [
            (v, re.compile(rf"\b{re.escape(_nom_propre(v['nom']))}\b"))
            for v in terrain.voisins
            if _nom_propre(v["nom"])
        ]

    def prevoir(self, p: Proposition) -> Prevue:
        """One proposition."""
        alertes = list(p.alertes)
        deja = p.deja or self._deja(p, alertes)
        if deja and deja not in alertes:
            alertes.append(deja)
        ailleurs = self._ailleurs(p)
        if ailleurs:
            alertes.append(ailleurs)
        instance = self._instance(p, alertes)
        genre = p.genre
        if instance is None and genre is GenreReunion.INSTANCE:
            genre = GenreReunion.AUTRE
        return Prevue(
            replace(p, genre=genre, deja=deja), instance, self._territoire(p), not (deja or ailleurs), tuple(alertes)
        )

    def _deja(self, p: Proposition, alertes: list[str]) -> str | None:
        """The meeting this line already gave, or the same one met elsewhere; another one of that day is only told."""
        connue = self.par_source.get(p.provenance)
        if connue:
            return f"Déjà importée : {connue['code']}."
        if p.provenance in self.sources:
            return "La même ligne est déjà plus haut."
        self.sources.add(p.provenance)
        edtf = p.date.edtf if p.date else ""
        marque = (replier(p.titre), edtf, p.heure_debut, p.numero)
        premiere = self.vues.setdefault(marque, p.rang)
        if edtf and premiere != p.rang:
            return f"La même réunion est déjà à la ligne {premiere}."
        du_jour = self.par_date.get(edtf, [])
        pareille = next((r for r in du_jour if replier(r["titre"]) == replier(p.titre)), None)
        if pareille and p.numero == 1:
            return f"Déjà là : {pareille['code']}, « {pareille['titre'][:80]} »."
        if du_jour:
            alertes.append(
                "Déjà à cette date : " + ", ".join(f"{r['code']} « {r['titre'][:60]} »" for r in du_jour[:3]) + "."
            )
        return None

    def _ailleurs(self, p: Proposition) -> str | None:
        """The heading names another département than the governance's."""
        ici = self.terrain.territoire
        if p.territoire is None or ici["type"] not in _DE_DEPARTEMENT:
            return None
        nommes = {replier(ici["nom"]), *(replier(v["nom"]) for v in self.terrain.voisins)}
        dit = replier(p.territoire)
        if dit in nommes or any(_nom_propre(v["nom"]) in dit for v in self.terrain.voisins):
            return None
        return f"Le titre au-dessus dit « {p.territoire} », et cette gouvernance est celle de « {ici['nom']} »."

    def _instance(self, p: Proposition, alertes: list[str]) -> Ligne | None:
        titre = replier(p.titre)
        nommee = [i for i in self.terrain.instances if len(i["nom"]) > 5 and replier(i["nom"]) in titre]
        if nommee:
            return max(nommee, key=lambda i: len(i["nom"]))
        if p.type_instance is None:
            return None
        du_type = [i for i in self.terrain.instances if i["type"] == p.type_instance]
        if p.type_instance in {
            TypeInstance.BASSIN_DE_VIE,
            TypeInstance.GROUPE_DE_TRAVAIL,
            TypeInstance.GROUPE_OPERATIONNEL,
        }:
            du_type = [i for i in du_type if _mots(i["nom"]) & _mots(p.titre)]
        if len(du_type) == 1:
            return du_type[0]
        if len(du_type) > 1:
            alertes.append("Plusieurs instances peuvent convenir : " + ", ".join(i["code"] for i in du_type[:5]) + ".")
        return None

    def _territoire(self, p: Proposition) -> Ligne | None:
        """The one ground of the governance that the title, or the heading, names."""
        texte = replier(f"{p.titre} {p.territoire or ''}")
        nommes = [v for v, motif in self.noms if motif.search(texte)]
        return nommes[0] if len(nommes) == 1 else None


def _nom_propre(nom: str) -> str:
    """« Bassin de vie de Chinon » → « chinon »."""
    return re.sub(r"^bassin de vie (?:de |du |des |d')?", "", replier(nom))


_VIDES = frozenset(
    {"groupe", "travail", "operationnel", "comite", "reunion", "bassin", "instance", "departemental", "thematique"}
    | {"technique", "pilotage", "numerique"}
)


def _mots(texte: str) -> set[str]:
    """Words that tell one instance from another."""
    return {m for m in re.findall("[a-z0-9]+", replier(texte)) if len(m) > 3} - _VIDES
