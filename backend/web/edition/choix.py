"""What people choose from by its name: structures, posts, territories, axes; from a key to its name, and back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import UUID

from backend.queries.lecture import Ligne
from backend.queries.vues.edition import axes_de, postes, structures, territoires_de
from exports.formats import majuscule, typographier
from fne_roadmaps.domain.enums import TypeTerritoire
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.textes import replier


@dataclass(frozen=True, slots=True)
class Noms:
    """Things named once each: ``libelles`` by key; a name, a code or a key leads back to the key."""

    libelles: Mapping[UUID, str] = field(default_factory=lambda: MappingProxyType({}))
    cles: Mapping[str, UUID] = field(default_factory=lambda: MappingProxyType({}))

    def nommer(self, cle: UUID, sinon: str) -> str:
        """The name shown for a key."""
        return self.libelles.get(cle, sinon)

    def lire(self, texte: str) -> UUID | None:
        """The key a typed name leads to."""
        return self.cles.get(replier(texte))


@dataclass(frozen=True, slots=True)
class Choix:
    """What one page lets choose. ``postes`` are by structure."""

    axes: tuple[tuple[str, str], ...] = ()
    structures: Noms = field(default_factory=Noms)
    postes: Mapping[UUID, Noms] = field(default_factory=lambda: MappingProxyType({}))
    territoires: Noms = field(default_factory=Noms)

    def lire_structure(self, texte: str, champ: str) -> UUID:
        """Raises RegleViolee: a structure is chosen, not typed in."""
        cle = self.structures.lire(texte)
        if cle is None:
            raise RegleViolee(
                champ,
                f"« {texte.strip()[:80]} » n’est pas une structure connue : choisissez-la dans la liste. "
                "Pour en ajouter une, adressez-vous à l’administration de l’outil.",
            )
        return cle

    def lire_poste(self, structure: UUID, texte: str, champ: str) -> UUID:
        """Raises RegleViolee naming the functions known in that structure."""
        noms = self.postes.get(structure, Noms())
        cle = noms.lire(texte)
        if cle is None:
            connus = ", ".join(f"« {nom} »" for nom in noms.libelles.values())
            suite = f"fonctions connues : {connus}" if connus else "aucune n’y est connue, laissez ce champ vide"
            raise RegleViolee(champ, f"« {texte.strip()[:80]} » n’est pas une fonction de cette structure ; {suite}.")
        return cle

    def tous_les_postes(self) -> Noms:
        """Every function with its organisation, « Chargé de mission, Préfecture du Cher »."""
        libelles = {
            cle: f"{fonction}, {self.structures.nommer(structure, '')}".removesuffix(", ")
            for structure, noms in self.postes.items()
            for cle, fonction in noms.libelles.items()
        }
        return Noms(libelles, {replier(nom): cle for cle, nom in libelles.items()})

    def lire_territoire(self, texte: str) -> str:
        """The reference a name leads to; a code nobody here knows is left to the service."""
        cle = self.territoires.lire(texte)
        return str(cle) if cle else texte.strip()


async def charger_choix(feuille: Ligne, fiche: UUID | None, champs: Iterable[str]) -> Choix:
    """What the given fields are chosen from: as many statements as kinds of things."""
    voulus = set(champs)
    axes: Sequence[Ligne] = await axes_de(feuille["id"]) if voulus & {"axe", "axes_servis"} else ()
    rangees: Sequence[Ligne] = await structures() if voulus & {"acteurs", "financements"} else ()
    fonctions: Sequence[Ligne] = await postes() if "acteurs" in voulus else ()
    lieux: Sequence[Ligne] = await territoires_de(feuille["gouvernance"], fiche) if "territoires" in voulus else ()
    return Choix(
        axes=options_d_axes(feuille, axes),
        structures=noms_de(rangees),
        postes=_par_structure(fonctions),
        territoires=_territoires(lieux),
    )


async def charger_territoires(gouvernance: UUID) -> Noms:
    """Territories of a governance, what they hold, and those above it. One statement."""
    return _territoires(await territoires_de(gouvernance, None))


async def charger_organisations() -> Choix:
    """Organisations and their posts. Two statements."""
    return Choix(structures=noms_de(await structures()), postes=_par_structure(await postes()))


async def charger_structures() -> Noms:
    """Organisations. One statement."""
    return noms_de(await structures())


def _par_structure(fonctions: Iterable[Ligne]) -> dict[UUID, Noms]:
    par_structure: dict[UUID, list[Ligne]] = {}
    for poste in fonctions:
        par_structure.setdefault(poste["structure"], []).append({**poste, "nom": poste["fonction"]})
    return {cle: noms_de(liste) for cle, liste in par_structure.items()}


def _territoires(lieux: Sequence[Ligne]) -> Noms:
    return noms_de([{**t, "nom": f"{t['nom']} ({_genre(TypeTerritoire(t['type']))})"} for t in lieux], aussi=lieux)


def options_d_axes(feuille: Ligne, axes: Sequence[Ligne]) -> tuple[tuple[str, str], ...]:
    """(key, « Axe 3, Former ») of the headings of a roadmap, in its own word."""
    mot = majuscule(str(feuille["mot_niveau_1"]))
    return tuple((str(a["id"]), _axe(mot, a)) for a in axes)


def _axe(mot: str, axe: Ligne) -> str:
    titre = typographier(axe["titre"]) if axe["titre"] else "titre non publié"
    return f"{mot} {axe['rang']}, {titre}"


def _genre(genre: TypeTerritoire) -> str:
    return genre.libelle if genre is TypeTerritoire.EPCI else genre.libelle.lower()


def noms_de(rangees: Sequence[Ligne], aussi: Sequence[Ligne] = ()) -> Noms:
    """Names, with the code beside those several things bear; names of ``aussi`` lead somewhere when they are unique."""
    fois = Counter(r["nom"] for r in rangees)
    libelles = {r["id"]: r["nom"] if fois[r["nom"]] == 1 else f"{r['nom']} ({r['code']})" for r in rangees}
    seuls = Counter(replier(r["nom"]) for r in aussi)
    cles = {replier(r["nom"]): r["id"] for r in aussi if seuls[replier(r["nom"])] == 1}
    cles |= {replier(nom): cle for cle, nom in libelles.items()}
    cles |= {replier(str(r["code"])): r["id"] for r in rangees} | {str(r["id"]): r["id"] for r in rangees}
    return Noms(libelles, cles)
