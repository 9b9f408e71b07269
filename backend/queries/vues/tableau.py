"""The follow-up of a roadmap: what its page counts, in a fixed number of statements that only read its own rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from backend.queries.lecture import Ligne, ligne, lignes, par_cle
from backend.queries.references import QUOI, charger
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.enums import (
    Avancement,
    EtatFeuille,
    EtatReunion,
    Instruction,
    RoleActeur,
    TypeInstance,
)
from fne_roadmaps.domain.fiches_action import Montants, par_annee
from fne_roadmaps.domain.suivi import (
    CHAMPS_REJOUES,
    Changement,
    FicheSuivie,
    Financement,
    JalonSuivi,
    financement_de,
)

JOURS_SANS_REPERE = 30


@dataclass(frozen=True, slots=True)
class Repere:
    """The day changes are told from. ``nom``: « copil », « signature », or « jour » for any other.

    ``exact`` is false for a COPIL of which only a month or a year is known: its figures are nobody's to tell.
    """

    nom: str
    jour: date
    exact: bool = True

    def debut(self, fuseau: str) -> datetime:
        """The instant that day begins."""
        return datetime.combine(self.jour, time.min, ZoneInfo(fuseau))


@dataclass(frozen=True, slots=True)
class Tableau:
    """What the page is made of. ``fiches`` also holds those of the bin; ``suivies`` tells them apart.

    ``changements`` are those since the last COPIL, newest first, that move the figures; None when the journal of the
    roadmap does not go back to that day. ``realisees`` are the days fiches became réalisées, as far as they are known.
    """

    feuille: Ligne
    axes: list[Ligne]
    fiches: list[Ligne]
    suivies: dict[UUID, FicheSuivie]
    jalons: list[Ligne]
    financements: dict[UUID, Financement]
    par_annee: dict[int, Montants]
    repere: Repere
    changements: list[Changement] | None
    realisees: dict[UUID, date]


async def charger_suivie(acteur: Acteur, cle: UUID) -> Ligne:
    """A roadmap, for who may follow it. One statement. Raises NonTrouve: its follow-up is part of what lives."""
    feuille = await charger(acteur, "feuille_de_route", cle)
    exiger(droits_sur_gouvernance(acteur, feuille["gouvernance"]), Droit.SUIVRE, QUOI["feuille_de_route"])
    return feuille


async def lire_tableau(feuille: Ligne, au: date, fuseau: str) -> Tableau:
    """Everything but the list of changes. Nine statements."""
    cle = feuille["id"]
    axes = await lignes(
        "SELECT id, rang, titre FROM axe WHERE feuille_de_route = {} AND parent IS NULL AND supprime_le IS NULL "
        "ORDER BY rang",
        cle,
    )
    fiches = await _fiches(cle)
    jalons = await _jalons(cle)
    par_fiche = par_cle(jalons, "fiche_action")
    suivies = {f["id"]: _suivie(f, par_fiche.get(f["id"], [])) for f in fiches}
    argent = await _argent(cle)
    repere = repere_par_defaut(await reperes_de(feuille, au), au)
    return Tableau(
        feuille=feuille,
        axes=axes,
        fiches=fiches,
        suivies=suivies,
        jalons=jalons,
        financements={
            f["id"]: financement_de(f["besoin"], [m for _, m in argent.get(f["id"], [])])
            for f in fiches
            if suivies[f["id"]].retenue
        },
        par_annee=par_annee([paire for cle, paires in argent.items() if suivies[cle].retenue for paire in paires]),
        repere=repere,
        changements=await _changements(cle, repere, fuseau),
        realisees=await _realisees(cle, fiches, fuseau),
    )


async def _fiches(feuille: UUID) -> list[Ligne]:
    return await lignes(
        "SELECT f.id, f.titre, f.axe, f.rang, f.numero_proposition, a.rang AS axe_rang, f.instruction, f.avancement, "
        "f.meteo, f.besoin, f.fin_edtf, f.fin_premier, f.fin_dernier, f.fin_recu, f.nouvelles_le, f.supprime_le, "
        "(SELECT s.nom FROM acteur x JOIN structure s ON s.id = x.structure WHERE x.fiche_action = f.id "
        "AND x.role = {} ORDER BY x.rang, x.id LIMIT 1) AS pilote FROM fiche_action f "
        "LEFT JOIN axe a ON a.id = f.axe WHERE f.feuille_de_route = {} "
        "ORDER BY a.rang NULLS LAST, f.rang NULLS LAST, f.numero_proposition, f.id",
        RoleActeur.PILOTE.value,
        feuille,
    )


async def _jalons(feuille: UUID) -> list[Ligne]:
    return await lignes(
        "SELECT j.fiche_action, j.titre, j.date_edtf, j.date_premier, j.date_dernier, j.date_recu, j.fait_le "
        "FROM jalon j JOIN fiche_action f ON f.id = j.fiche_action WHERE f.feuille_de_route = {} "
        "ORDER BY j.fiche_action, j.rang, j.id",
        feuille,
    )


def _suivie(f: Ligne, jalons: list[Ligne]) -> FicheSuivie:
    return FicheSuivie(
        Instruction(f["instruction"]),
        Avancement(f["avancement"]),
        f["pilote"] is not None,
        f["fin_dernier"],
        tuple(JalonSuivi(j["titre"], j["date_dernier"], j["fait_le"] is not None) for j in jalons),
        f["nouvelles_le"],
        f["supprime_le"] is None,
    )


async def _argent(feuille: UUID) -> dict[UUID, list[tuple[int, Montants]]]:
    """The lines of each fiche with their year."""
    rangees = await lignes(
        "SELECT x.fiche_action, x.annee, x.demande, x.promis, x.obtenu, x.depense FROM financement x "
        "JOIN fiche_action f ON f.id = x.fiche_action WHERE f.feuille_de_route = {} ORDER BY x.fiche_action, x.rang",
        feuille,
    )
    return {
        fiche: [(r["annee"], Montants(r["demande"], r["promis"], r["obtenu"], r["depense"])) for r in siennes]
        for fiche, siennes in par_cle(rangees, "fiche_action").items()
    }


async def reperes_de(feuille: Ligne, au: date) -> tuple[Repere, ...]:
    """The last COPIL held, then the last signature or official presentation, when they happened. Two statements."""
    copils = await lignes(
        "SELECT r.date_premier, r.date_dernier FROM reunion r JOIN instance i ON i.id = r.instance "
        "WHERE r.gouvernance = {} AND i.type = {} AND r.etat = {} AND r.supprime_le IS NULL AND r.date_premier <= {} "
        "ORDER BY r.date_premier DESC, r.date_dernier LIMIT 1",
        feuille["gouvernance"],
        TypeInstance.COPIL.value,
        EtatReunion.TENUE.value,
        au,
    )
    signatures = await lignes(
        "SELECT e.date_premier, e.date_dernier FROM etape e WHERE e.feuille_de_route = {} AND e.etat IN ({}, {}) "
        "AND e.supprime_le IS NULL AND e.date_premier <= {} ORDER BY e.date_premier DESC, e.date_dernier LIMIT 1",
        feuille["id"],
        EtatFeuille.SIGNEE.value,
        EtatFeuille.PRESENTEE.value,
        au,
    )
    return tuple(
        Repere(nom, r["date_premier"], r["date_dernier"] == r["date_premier"])
        for nom, rangees in (("copil", copils), ("signature", signatures))
        for r in rangees
    )


def repere_par_defaut(reperes: Sequence[Repere], au: date) -> Repere:
    """The COPIL, or else the signature, or else a month ago."""
    return reperes[0] if reperes else Repere("jour", au - timedelta(days=JOURS_SANS_REPERE))


async def _changements(feuille: UUID, repere: Repere, fuseau: str) -> list[Changement] | None:
    """Two statements."""
    depuis = repere.debut(fuseau)
    premiere = await ligne(
        "SELECT le FROM entree_journal WHERE objet = {} AND concept = {} ORDER BY le LIMIT 1",
        feuille,
        "feuille_de_route",
    )
    marques = ", ".join(["{}"] * len(CHAMPS_REJOUES))
    rangees = await lignes(
        "SELECT j.objet, j.champ, j.avant FROM entree_journal j JOIN fiche_action f ON f.id = j.objet "
        "WHERE j.concept = {} AND f.feuille_de_route = {} AND j.le >= {} AND j.action <> {} "
        f"AND (j.action = {{}} OR j.champ IN ({marques})) ORDER BY j.le DESC, j.id DESC",
        "fiche_action",
        feuille,
        depuis,
        "conflit",
        "creer",
        *CHAMPS_REJOUES,
    )
    if repere.nom != "copil" or not repere.exact or premiere is None or premiere["le"] > depuis:
        return None
    return [
        Changement(r["objet"], r["champ"], json.loads(r["avant"]) if r["avant"] is not None else None) for r in rangees
    ]


async def _realisees(feuille: UUID, fiches: list[Ligne], fuseau: str) -> dict[UUID, date]:
    """The day each réalisée became so by the journal, or else that of its last news: what is known of it."""
    rangees = await lignes(
        "SELECT j.objet, j.le FROM entree_journal j JOIN fiche_action f ON f.id = j.objet "
        "WHERE j.concept = {} AND f.feuille_de_route = {} AND j.champ = {} AND j.apres = {} ORDER BY j.le",
        "fiche_action",
        feuille,
        "avancement",
        json.dumps(Avancement.REALISEE.value),
    )
    zone = ZoneInfo(fuseau)
    dates = {r["objet"]: r["le"].astimezone(zone).date() for r in rangees}
    return {
        f["id"]: jour
        for f in fiches
        if f["avancement"] == Avancement.REALISEE and (jour := dates.get(f["id"]) or f["nouvelles_le"])
    }
