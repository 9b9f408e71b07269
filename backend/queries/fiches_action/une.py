"""One fiche with everything written in it: a fixed number of statements."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from backend.queries.fiches_action.liees import fiches_liees
from backend.queries.fiches_action.liste import COLONNES, JOINTURES, former_fiche
from backend.queries.lecture import Ligne, lignes, par_cle
from backend.queries.references import charger
from backend.queries.valeurs import Forme, former_toutes
from fne_roadmaps.domain.droits import Acteur, droits_sur_gouvernance
from fne_roadmaps.domain.enums import RoleActeur, UsageChiffre
from fne_roadmaps.domain.fiches_action import JalonEtat, Montants, en_retard, solde

_SIMPLES = {
    "acteurs": (
        "SELECT x.role, x.structure, s.code AS structure_code, s.nom AS structure_nom, x.poste, p.code AS poste_code, "
        "p.fonction AS poste_nom FROM acteur x JOIN structure s ON s.id = x.structure "
        "LEFT JOIN poste p ON p.id = x.poste WHERE x.fiche_action = {} ORDER BY x.rang",
        Forme(mots={"role": RoleActeur}, refs=("structure", "poste")),
    ),
    "territoires": (
        "SELECT t.id, t.code, t.nom FROM fiche_territoire x JOIN territoire t ON t.id = x.territoire "
        "WHERE x.fiche_action = {} ORDER BY x.rang",
        Forme(),
    ),
    "jalons": (
        "SELECT id, titre, livrable, fait_le, date_edtf, date_premier, date_dernier, date_recu FROM jalon "
        "WHERE fiche_action = {} ORDER BY rang",
        Forme(dates=("date",)),
    ),
    "financements": (
        "SELECT x.id, x.financeur, x.annee, x.demande, x.promis, x.obtenu, x.depense, x.structure, "
        "s.code AS structure_code, s.nom AS structure_nom FROM financement x "
        "LEFT JOIN structure s ON s.id = x.structure WHERE x.fiche_action = {} ORDER BY x.rang",
        Forme(refs=("structure",)),
    ),
    "liens": ("SELECT libelle, url FROM lien WHERE fiche_action = {} ORDER BY rang", Forme()),
}


async def lire_fiche(acteur: Acteur, reference: str | UUID, au: date) -> Ligne:
    """The whole fiche a reference names, with the reader's rights and its lateness on that day. Raises NonTrouve."""
    colonnes = f"fiche_action.*, {COLONNES}"
    fiche = former_fiche(await charger(acteur, "fiche_action", reference, colonnes=colonnes, jointures=JOINTURES))
    cle = fiche["id"]
    listes = {nom: former_toutes(await lignes(sql, cle), forme) for nom, (sql, forme) in _SIMPLES.items()}
    publics = await lignes("SELECT libelle FROM public_cible WHERE fiche_action = {} ORDER BY rang", cle)
    montants = [Montants(f["demande"], f["promis"], f["obtenu"], f["depense"]) for f in listes["financements"]]
    jalons = [JalonEtat(j["date"], j["fait_le"] is not None) for j in listes["jalons"]]
    return {
        **fiche,
        **listes,
        "pilotes": [
            {**a["structure"], "fonction": a["poste"] and a["poste"]["nom"]}
            for a in listes["acteurs"]
            if a["role"] is RoleActeur.PILOTE
        ],
        "publics": [p["libelle"] for p in publics],
        "axes_servis": await _axes_servis(cle),
        "indicateurs": await _indicateurs(cle),
        "decisions": await _decisions(cle),
        "fiches_liees": await fiches_liees(acteur, cle),
        "solde": solde(fiche["besoin"], montants),
        "au": au,
        "retard": en_retard(fiche["instruction"], fiche["avancement"], fiche["fin"], jalons, au),
        "droits": droits_sur_gouvernance(acteur, fiche["gouvernance"]),
    }


async def _axes_servis(fiche: UUID) -> list[Ligne]:
    rangees = await lignes(
        "SELECT a.id, f.code, a.rang, a.titre AS nom FROM axe_servi x JOIN axe a ON a.id = x.axe "
        "JOIN feuille_de_route f ON f.id = a.feuille_de_route WHERE x.fiche_action = {} ORDER BY a.rang",
        fiche,
    )
    return [{"id": a["id"], "code": f"{a['code']}/{a['rang']}", "nom": a["nom"]} for a in rangees]


async def _decisions(fiche: UUID) -> list[Ligne]:
    """Decisions about the fiche, as references: what they say is read with the rights on their instance."""
    rangees = await lignes(
        "SELECT d.id, d.code, i.nom FROM decision_fiche x JOIN decision d ON d.id = x.decision "
        "LEFT JOIN instance i ON i.id = d.instance WHERE x.fiche_action = {} AND d.supprime_le IS NULL ORDER BY d.code",
        fiche,
    )
    return [{"id": d["id"], "code": d["code"], "nom": d["nom"]} for d in rangees]


async def indicateurs_de(fiche: UUID) -> list[Ligne]:
    """Indicators of a fiche, by rank, without their figures. One statement."""
    return await lignes(
        "SELECT id, libelle, unite, source FROM indicateur WHERE fiche_action = {} ORDER BY rang", fiche
    )


async def _indicateurs(fiche: UUID) -> list[dict[str, Any]]:
    """Indicators with their baseline, target and measures, oldest first."""
    indicateurs = await indicateurs_de(fiche)
    chiffres = await lignes(
        "SELECT c.* FROM chiffre c JOIN indicateur i ON i.id = c.indicateur WHERE i.fiche_action = {} "
        "AND c.supprime_le IS NULL ORDER BY c.date_premier NULLS FIRST, c.rang",
        fiche,
    )
    valeurs = par_cle(former_toutes(chiffres, Forme(mots={"usage": UsageChiffre}, dates=("date",))), "indicateur")
    return [_indicateur(i, par_cle(valeurs.get(i["id"], []), "usage")) for i in indicateurs]


def _indicateur(indicateur: Ligne, par_usage: dict[UsageChiffre, list[Ligne]]) -> dict[str, Any]:
    return {
        **indicateur,
        "depart": next(iter(par_usage.get(UsageChiffre.DEPART, ())), None),
        "cible": next(iter(par_usage.get(UsageChiffre.CIBLE, ())), None),
        "mesures": par_usage.get(UsageChiffre.MESURE, []),
    }
