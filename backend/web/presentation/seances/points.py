"""Items of an agenda in words: when, about what, where they come from, what was decided."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from backend.queries.brouillons import Brouillon
from backend.queries.lecture import Ligne, par_cle
from backend.queries.vues.seances import SeanceVue
from backend.web import adresses
from backend.web.contexts import Lien
from backend.web.contexts.seances import EnTeteDeSeance, ObjetLie, PassageEnReunion, PointLigne
from backend.web.presentation.decisions import decision, marque, seance
from backend.web.presentation.mots import texte, titre_sans_mention
from exports.formats import date_incertaine, majuscule, typographier
from exports.formats.agenda import horaire
from fne_roadmaps.domain.enums import EtatPoint
from fne_roadmaps.domain.seances import Passage, Tenue, durees, horaires

NOTES, LU = "notes", "lu"


def en_tete(vue: SeanceVue) -> EnTeteDeSeance:
    """Which meeting, and when."""
    r = vue.reunion
    heures = f", {horaire(r['heure_debut'], r['heure_fin'])}" if r["heure_debut"] else ""
    return EnTeteDeSeance(
        titre=titre_sans_mention(r["titre"], r["exemple"]),
        etat=r["etat"],
        quand=majuscule(date_incertaine(r["date"])) + heures,
        href=adresses.reunion(r["id"]),
        exemple=r["exemple"],
        lieu=texte(r["lieu"]),
    )


def tenue_de(vue: SeanceVue) -> Tenue:
    """Minutes planned beside those of the meeting."""
    return durees([p["duree"] for p in vue.vivants], vue.reunion["heure_debut"], vue.reunion["heure_fin"])


def points_de_seance(
    vue: SeanceVue, *, courant: UUID | None = None, brouillons: dict[UUID, Brouillon] | None = None
) -> tuple[PointLigne, ...]:
    """The agenda, each item with its timetable, its history and its decisions."""
    vivants = vue.vivants
    passages = horaires(vue.reunion["heure_debut"], [p["duree"] for p in vivants])
    par_point = par_cle(sorted(vue.decisions, key=lambda d: d["numero"]), "point")
    lignes = []
    for i, p in enumerate(vivants):
        apres = vivants[i + 2]["id"] if i + 2 < len(vivants) else ""
        lignes.append(
            _point(
                vue,
                p,
                rang=i + 1,
                passage=passages[i],
                decisions=par_point.get(p["id"], []),
                monter=str(vivants[i - 1]["id"]) if i else None,
                descendre=str(apres) if i + 1 < len(vivants) else None,
                courant=p["id"] == courant,
                brouillon=(brouillons or {}).get(p["id"]),
            )
        )
    return tuple(lignes)


def points_retires(vue: SeanceVue) -> tuple[PointLigne, ...]:
    """Items taken off the agenda."""
    return tuple(_point(vue, p, rang=0) for p in vue.points if p["etat"] is EtatPoint.RETIRE)


def _point(
    vue: SeanceVue,
    p: Ligne,
    *,
    rang: int,
    passage: Passage | None = None,
    decisions: Iterable[Ligne] = (),
    monter: str | None = None,
    descendre: str | None = None,
    courant: bool = False,
    brouillon: Brouillon | None = None,
) -> PointLigne:
    suite = vue.suites.get(p["id"])
    repris = _brouillon(p, brouillon)
    return PointLigne(
        cle=str(p["id"]),
        rang=rang,
        titre=titre_sans_mention(p["titre"], p["exemple"]),
        nature=p["nature"],
        etat=p["etat"],
        duree=p["duree"],
        horaire=horaire(passage.debut, passage.fin) if passage else None,
        presentateur=presentateur(p),
        texte=texte(p["texte"]),
        notes=p["notes"] or "",
        objets=tuple(objet(o) for o in vue.objets.get(p["id"], ())),
        origines=tuple(lien_reunion(o) for o in vue.chaines.get(p["id"], ())),
        suite=lien_reunion(suite) if suite else None,
        decisions=tuple(decision(d, chez_elle=True) for d in decisions),
        monter=monter,
        descendre=descendre,
        brouillon=repris[0] if repris else None,
        lu=repris[1] if repris else p["notes"] or "",
        courant=courant,
    )


def _brouillon(p: Ligne, brouillon: Brouillon | None) -> tuple[str, str] | None:
    """What its writer had typed and never saved, and the text it started from; None when it says nothing more."""
    if brouillon is None:
        return None
    tape, lu = (next((v for n, v in brouillon.paires if n == champ), "") for champ in (NOTES, LU))
    return (tape, lu) if tape.strip() and tape not in {lu, p["notes"] or ""} else None


def presentateur(p: Ligne) -> str | None:
    """« Préfecture d’Eure-et-Loir, secrétaire générale »."""
    dits = [typographier(n) for n in (p["presentateur_structure"], p["presentateur_nom"]) if n]
    return ", ".join(dits) or None


def objet(o: Ligne) -> ObjetLie:
    """What an item is about, with where it leads."""
    genre, cle = o["genre"], o["cle"]
    code = o["code"]
    libelle = {"fiche_action": f"Fiche {code}" if code else "Fiche", "axe": majuscule(code or ""), "decision": code}
    # A decision and a heading have no page of their own.
    href = adresses.fiche_action(cle) if genre == "fiche_action" else None
    return ObjetLie(
        libelle=str(libelle[genre]),
        titre=typographier(o["titre"] or "titre non publié"),
        href=href,
        valeur=f"{genre}:{cle}",
    )


def lien_reunion(r: Ligne) -> Lien:
    """« COPIL du 28 janvier 2025 »."""
    return Lien(
        libelle=seance(r["instance_nom"], r["reunion_titre"], r["date"]),
        href=adresses.reunion(r["reunion"], "ordre-du-jour"),
    )


def passages(lus: Iterable[Ligne]) -> tuple[PassageEnReunion, ...]:
    """The meetings a fiche went through, from the item to what was decided."""
    return tuple(
        PassageEnReunion(
            reunion=lien_reunion(p),
            point=titre_sans_mention(p["titre"], p["exemple"]),
            nature=p["nature"],
            etat=p["etat"],
            decisions=tuple(
                Lien(
                    libelle=f"{marque(d['numero'])}, {typographier(d['texte'])}",
                    href=adresses.reunion(p["reunion"], marque(d["numero"])),
                )
                for d in p["decisions"]
            ),
        )
        for p in lus
    )
