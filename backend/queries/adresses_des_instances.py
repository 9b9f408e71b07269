"""Whom to write to in an instance: the people who occupy the posts of its seats on a day, for who convenes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.queries.lecture import Ligne, lignes, par_cle
from backend.queries.references import QUOI, charger
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_instance, exiger

_EN_VIGUEUR = "({t}.debut IS NULL OR {t}.debut <= {{}}) AND ({t}.fin IS NULL OR {t}.fin >= {{}})"
_SIEGES = f"g.instance = {{}} AND g.supprime_le IS NULL AND {_EN_VIGUEUR.format(t='g')}"
_POSTES = (
    f"(SELECT g.poste FROM siege g WHERE {_SIEGES} AND g.poste IS NOT NULL "
    f"UNION SELECT g.suppleant FROM siege g WHERE {_SIEGES} AND g.suppleant IS NOT NULL)"
)


_PERSONNE: Sequence[tuple[str | None, str | None]] = ((None, None),)


@dataclass(frozen=True, slots=True)
class Adresse:
    """Somebody of a seat (``cle``), titular or not. Without ``nom`` the post is vacant; without ``fonction`` the seat
    has none.

    ``courriel`` is None when no address is known.
    """

    cle: UUID
    poste: UUID | None
    siege: str
    college: str | None
    voix: bool
    suppleant: bool
    structure: str | None
    fonction: str | None
    nom: str | None
    courriel: str | None


async def adresses_de(acteur: Acteur, reference: UUID | str, au: date) -> tuple[Ligne, list[Adresse]]:
    """The instance, and whom to write to on that day, seat by seat. Four statements. Raises NonTrouve or Interdit.

    The occupation of a post in force says who; an address the person did not give is that of the account of the post.
    """
    instance = await charger(acteur, "instance", reference)
    exiger(droits_sur_instance(acteur, instance["gouvernance"], instance["id"]), Droit.REUNIR, QUOI["instance"])
    sieges = await lignes(
        "SELECT g.id, g.libelle, g.college, g.voix, s.nom AS structure, g.poste, p.fonction, g.suppleant, "
        "q.fonction AS suppleant_fonction, z.nom AS suppleant_structure FROM siege g "
        "LEFT JOIN poste p ON p.id = g.poste LEFT JOIN structure s ON s.id = COALESCE(g.structure, p.structure) "
        "LEFT JOIN poste q ON q.id = g.suppleant LEFT JOIN structure z ON z.id = q.structure "
        f"WHERE {_SIEGES} ORDER BY g.rang, g.cree_le, g.id",
        instance["id"],
        au,
        au,
    )
    qui = _qui(await _occupants(instance["id"], au), await _comptes(instance["id"], au))
    return instance, [adresse for siege in sieges for adresse in _adresses(siege, qui)]


async def _occupants(instance: UUID, au: date) -> list[Ligne]:
    ici = (instance, au, au)
    return await lignes(
        "SELECT o.poste, e.nom, e.prenom, e.courriel FROM occupation o JOIN personne e ON e.id = o.personne "
        f"AND e.supprime_le IS NULL WHERE o.supprime_le IS NULL AND {_EN_VIGUEUR.format(t='o')} "
        f"AND o.poste IN {_POSTES} ORDER BY e.nom, e.prenom, e.id",
        au,
        au,
        *ici,
        *ici,
    )


async def _comptes(instance: UUID, au: date) -> list[Ligne]:
    """Accounts that serve a post, with a profile in force somewhere."""
    ici = (instance, au, au)
    return await lignes(
        f"SELECT c.poste, c.nom, c.courriel FROM compte c WHERE c.supprime_le IS NULL AND c.poste IN {_POSTES} "
        f"AND EXISTS (SELECT 1 FROM profil_de_compte f WHERE f.compte = c.id AND {_EN_VIGUEUR.format(t='f')}) "
        "ORDER BY c.nom, c.id",
        *ici,
        *ici,
        au,
        au,
    )


def _qui(occupants: Sequence[Ligne], comptes: Sequence[Ligne]) -> dict[UUID, list[tuple[str, str | None]]]:
    """Name and address of who holds each post."""
    par_poste = par_cle(comptes, "poste")
    qui: dict[UUID, list[tuple[str, str | None]]] = {}
    for o in occupants:
        du_compte = next((c["courriel"] for c in par_poste.get(o["poste"], []) if c["courriel"]), None)
        nom = " ".join(p for p in (o["prenom"], o["nom"]) if p)
        qui.setdefault(o["poste"], []).append((nom, o["courriel"] or du_compte))
    for poste, siens in par_poste.items():
        qui.setdefault(poste, [(c["nom"], c["courriel"]) for c in siens])
    return qui


def _adresses(siege: Ligne, qui: Mapping[UUID, Sequence[tuple[str | None, str | None]]]) -> list[Adresse]:
    nom = siege["libelle"] or siege["structure"] or siege["fonction"]
    places = [(siege["poste"], siege["structure"], siege["fonction"], False)]
    if siege["suppleant"]:
        places.append((siege["suppleant"], siege["suppleant_structure"], siege["suppleant_fonction"], True))
    return [
        Adresse(
            siege["id"], poste, nom, siege["college"], bool(siege["voix"]), suppleant, structure, fonction, *personne
        )
        for poste, structure, fonction, suppleant in places
        for personne in (qui.get(poste) or _PERSONNE)
    ]
