"""The meetings of a calendar: a governance's, an instance's, or the whole region's, as the reader may see them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from backend.queries.lecture import TOUT, Clause, Ligne, date_de, ligne, lignes, par_cle, parmi, reunion_suivie
from backend.queries.references import QUOI, charger, designe
from exports.formats import duree, typographier
from exports.ical import COULEURS
from exports.payloads import AgendaDoc, EvenementDoc, OptionDoc
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import (
    EtatCompteRendu,
    EtatOption,
    EtatPoint,
    EtatReunion,
    NaturePoint,
    TypeInstance,
    TypeTerritoire,
)
from fne_roadmaps.domain.errors import NonTrouve

FUSEAU = "Europe/Paris"
_SOURCE = (
    "SELECT r.*, i.type AS i_type, t.nom AS t_nom, gt.nom AS gt_nom "
    "FROM reunion r LEFT JOIN instance i ON i.id = r.instance LEFT JOIN territoire t ON t.id = r.territoire "
    "JOIN gouvernance g ON g.id = r.gouvernance JOIN territoire gt ON gt.id = g.territoire "
)


@dataclass(frozen=True, slots=True)
class Adresses:
    """The whole addresses a calendar prints: a meeting's page from its code, published minutes from their key.

    Both give None where the site does not know its own address.
    """

    reunion: Callable[[str], str | None] = lambda _: None
    compte_rendu: Callable[[UUID], str | None] = lambda _: None


SANS_ADRESSE = Adresses()


@dataclass(frozen=True, slots=True)
class Portee:
    """Which meetings: all the reader sees, those of a governance and its ground, or those of one instance."""

    nom: str
    description: str
    fuseau: str
    clause: Clause


def portee_generale(nom: str) -> Portee:
    """Everything the reader may follow."""
    return Portee(nom, f"Réunions de {nom}", FUSEAU, TOUT)


async def portee_region(acteur: Acteur, code: str) -> Portee:
    """Every meeting of the governances of a region: its own, its départements' and those within them.

    Raises NonTrouve for an unknown code.
    """
    region = await charger(acteur, "territoire", code)
    if region["type"] != TypeTerritoire.REGION:
        raise NonTrouve(f"La région « {code[:20]} »")
    clause = Clause(
        "r.gouvernance IN (SELECT x.id FROM gouvernance x JOIN territoire z ON z.id = x.territoire "
        "LEFT JOIN territoire y ON y.id = z.parent WHERE {} IN (z.id, z.parent, y.parent))",
        (region["id"],),
    )
    return Portee(f"Agenda {region['du_nom']}", f"Toutes les réunions {region['du_nom']}", region["fuseau"], clause)


async def portee_gouvernance(acteur: Acteur, reference: str) -> Portee:
    """A governance: its own meetings, joint ones, and those held on its ground (its bassins de vie) by others.

    Meetings of regional or national scope are not included.
    """
    gouvernance = await charger(acteur, "gouvernance", reference)
    territoire = await charger(acteur, "territoire", gouvernance["territoire"])
    sienne = Clause("r.gouvernance = {}", (gouvernance["id"],)) | Clause(
        "EXISTS (SELECT 1 FROM reunion_associee j WHERE j.reunion = r.id AND j.gouvernance = {})", (gouvernance["id"],)
    )
    if territoire["type"] == TypeTerritoire.DEPARTEMENT:
        sienne = sienne | Clause(
            "r.territoire IN (SELECT id FROM territoire WHERE id = {} OR parent = {})",
            (territoire["id"], territoire["id"]),
        )
    return Portee(f"Agenda {territoire['du_nom']}", f"Réunions {territoire['du_nom']}", territoire["fuseau"], sienne)


async def portee_instance(acteur: Acteur, reference: str) -> Portee:
    """The meetings of one instance."""
    instance = await charger(acteur, "instance", reference)
    clause = Clause("r.instance = {}", (instance["id"],))
    return Portee(instance["nom"], f"Réunions : {instance['nom']}", FUSEAU, clause)


async def portee_reunion(acteur: Acteur, reference: str) -> Portee:
    """One meeting, even deleted: who follows it must learn that it is cancelled. Raises NonTrouve."""
    visible = reunion_suivie(acteur) & designe("reunion", reference)
    trouvee = await ligne(
        f"SELECT id, titre, fuseau FROM reunion WHERE {visible.sql} AND etat <> {{}}",
        *visible.valeurs,
        EtatReunion.BROUILLON.value,
    )
    if trouvee is None:
        raise NonTrouve(QUOI["reunion"])
    return Portee(trouvee["titre"], trouvee["titre"], trouvee["fuseau"], Clause("r.id = {}", (trouvee["id"],)))


async def agenda(
    acteur: Acteur, portee: Portee, adresses: Adresses = SANS_ADRESSE, *, contenu: bool = True
) -> AgendaDoc:
    """The calendar of a scope in five statements; drafts never enter, deleted meetings do, as cancelled.

    Without ``contenu``, three: only where each meeting stands, not what it is about.
    """
    visible = reunion_suivie(acteur, "r") & portee.clause & Clause("r.etat <> {}", (EtatReunion.BROUILLON.value,))
    reunions = await lignes(
        f"{_SOURCE} WHERE {visible.sql} ORDER BY r.date_premier NULLS LAST, r.code", *visible.valeurs
    )
    return AgendaDoc(
        nom=portee.nom,
        description=portee.description,
        fuseau=portee.fuseau,
        evenements=await _documents(reunions, adresses, contenu=contenu),
    )


async def evenements(cles: list[UUID], adresses: Adresses, *, publique: bool) -> dict[UUID, EvenementDoc]:
    """What a calendar is told of each meeting already chosen, in five statements (three for the public).

    A public one names no place of video and repeats no note nor agenda: nothing a person wrote for the others.
    """
    choisies = parmi("r.id", cles)
    rangees = await lignes(f"{_SOURCE} WHERE {choisies.sql} ORDER BY r.id", *choisies.valeurs)
    if publique:
        rangees = [{**r, "lien_visio": None, "motif": None, "note": None} for r in rangees]
    docs = await _documents(rangees, SANS_ADRESSE if publique else adresses, contenu=not publique)
    return {
        r["id"]: doc.model_copy(update={"publique": True}) if publique else doc
        for r, doc in zip(rangees, docs, strict=True)
    }


async def _documents(reunions: list[Ligne], adresses: Adresses, *, contenu: bool) -> tuple[EvenementDoc, ...]:
    cles = [r["id"] for r in reunions]
    options = await _attachees("option_de_date", cles, "rang")
    anterieures = await _attachees("date_anterieure", cles, "cree_le")
    points = await _attachees("point_ordre_du_jour", cles, "rang, id") if contenu else {}
    publies = await _attachees("compte_rendu", cles, "id") if contenu else {}
    return tuple(
        evenement(
            r,
            options.get(r["id"], []),
            anterieures.get(r["id"], []),
            points.get(r["id"], []),
            [c for c in publies.get(r["id"], []) if c["etat"] == EtatCompteRendu.PUBLIE and c["supprime_le"] is None],
            adresses,
        )
        for r in reunions
    )


async def _attachees(table: str, reunions: list[UUID], ordre: str) -> dict[UUID, list[Ligne]]:
    clause = parmi("reunion", reunions)
    requete = f"SELECT * FROM {table} WHERE {clause.sql} ORDER BY reunion, {ordre}"
    return par_cle(await lignes(requete, *clause.valeurs), "reunion")


def evenement(
    reunion: Ligne,
    options: list[Ligne],
    anterieures: list[Ligne],
    points: Sequence[Ligne] = (),
    publies: Sequence[Ligne] = (),
    adresses: Adresses = SANS_ADRESSE,
) -> EvenementDoc:
    """One meeting as calendars need it; ``date_precedente`` is the last date it had before the present one.

    What is written of it changed last with its row, its agenda or its published minutes.
    """
    lieux = [reunion["t_nom"], reunion["gt_nom"]]
    genre = TypeInstance(reunion["i_type"]) if reunion["i_type"] else None
    details = [
        "Réunion d’exemple : elle n’a pas lieu." if reunion["exemple"] else None,
        reunion["motif"],
        reunion["note"],
        *ordre_du_jour(points),
    ]
    return EvenementDoc(
        uid=reunion["uid"],
        code=reunion["code"],
        titre=typographier(reunion["titre"]),
        etat=EtatReunion(reunion["etat"]),
        date=date_de(reunion),
        date_precedente=date_precedente(anterieures),
        heure_debut=reunion["heure_debut"],
        heure_fin=reunion["heure_fin"],
        fuseau=reunion["fuseau"],
        lieu=reunion["lieu"],
        lien_visio=reunion["lien_visio"],
        url=adresses.reunion(reunion["code"]),
        compte_rendu=adresses.compte_rendu(publies[0]["id"]) if publies else None,
        description=tuple(typographier(d) for d in details if d),
        categories=tuple(dict.fromkeys(c for c in [genre.libelle if genre else None, *lieux] if c)),
        couleur=COULEURS.get(genre) if genre else None,
        confirmee=reunion["confirmee"],
        supprimee=reunion["supprime_le"] is not None,
        sequence=reunion["sequence"],
        cree_le=reunion["cree_le"],
        maj_le=max(r["maj_le"] for r in (reunion, *points, *publies)),
        options=tuple(
            OptionDoc(uid=o["uid"], date=d, etat=EtatOption(o["etat"]), sequence=o["sequence"])
            for o in options
            if (d := date_de(o)) is not None
        ),
    )


def ordre_du_jour(points: Sequence[Ligne]) -> list[str]:
    """The items in order, « 1. Relevé du 11 mars (Décision, 20 min) »; who presents them is left out."""
    tenus = [p for p in points if p["supprime_le"] is None and p["etat"] != EtatPoint.RETIRE]
    dits = []
    for rang, p in enumerate(tenus, start=1):
        precisions = [NaturePoint(p["nature"]).libelle, duree(p["duree"]) if p["duree"] else None]
        dits.append(f"{rang}. {p['titre']} ({', '.join(x for x in precisions if x)})")
    return ["Ordre du jour :", *dits] if dits else []


def date_precedente(anterieures: list[Ligne]) -> DateIncertaine | None:
    """The last date a meeting had before its present one."""
    return date_de(anterieures[-1]) if anterieures else None
