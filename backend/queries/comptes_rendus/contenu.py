"""What the minutes say: frozen once circulated, worked out from the meeting until then."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from backend.queries.documents_de_reunion import contenu_de_reunion
from backend.queries.lecture import Ligne, lignes, reunion_suivie
from backend.queries.valeurs import Forme, former
from backend.queries.vues.seances import SeanceVue, lire_seance
from exports.payloads import CompteRenduDoc, ProchaineDoc, ReunionDoc
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import EtatCompteRendu, EtatReunion
from fne_roadmaps.domain.signatures import canonique, empreinte

PROCHAINES_MAX = 3


async def contenu_a_figer(acteur: Acteur, compte_rendu: Ligne, au: date) -> ReunionDoc:
    """What the minutes say today, without where they stand: that is beside, so that the text keeps one digest."""
    vue = await lire_seance(acteur, compte_rendu["reunion"], au)
    contenu = await contenu_de_reunion(vue, au)
    return contenu.model_copy(
        update={
            "introduction": compte_rendu["introduction"],
            "conclusion": compte_rendu["conclusion"],
            "prochaines": await _prochaines(acteur, vue),
        }
    )


def contenu_date(
    compte_rendu: Ligne, version: Ligne | None, vif: ReunionDoc | None, approuve_a: str | None
) -> ReunionDoc:
    """The minutes as they print: a frozen version, or today's text, with where they stand."""
    doc = ReunionDoc.model_validate(json.loads(version["charge"])) if version else vif
    if doc is None:
        raise ValueError("ni version figée, ni texte du jour")
    etat = EtatCompteRendu(version["etat"] if version else compte_rendu["etat"])
    return doc.model_copy(
        update={
            "compte_rendu": CompteRenduDoc(
                etat=EtatCompteRendu(compte_rendu["etat"]) if version and version["derniere"] else etat,
                version=version["numero"] if version else None,
                diffuse_le=compte_rendu["diffuse_le"].date() if compte_rendu["diffuse_le"] else None,
                amendements_jusqu_au=compte_rendu["amendements_jusqu_au"],
                approuve_le=compte_rendu["approuve_le"],
                approuve_a=approuve_a,
                publie_le=compte_rendu["publie_le"].date() if compte_rendu["publie_le"] else None,
                motif=version["motif"] if version else None,
                empreinte=version["empreinte"] if version else None,
            )
        }
    )


def figer(doc: ReunionDoc) -> tuple[str, str]:
    """The canonical JSON of the text and its SHA-256."""
    contenu: dict[str, Any] = doc.model_dump(mode="json", exclude={"compte_rendu"})
    return canonique(contenu).decode(), empreinte(contenu)


async def _prochaines(acteur: Acteur, vue: SeanceVue) -> tuple[ProchaineDoc, ...]:
    """The next meetings of the body, that the reader may see. One statement."""
    r = vue.reunion
    if not r["instance"] or r["date_premier"] is None:
        return ()
    suivie = reunion_suivie(acteur, "r")
    rangees = await lignes(
        "SELECT r.titre, r.date_edtf, r.date_premier, r.date_dernier, r.date_recu, "
        "r.heure_debut, r.heure_fin, r.lieu, r.exemple "
        "FROM reunion r WHERE r.instance = {} AND r.supprime_le IS NULL AND r.etat NOT IN ({}, {}) "
        f"AND r.date_premier > {{}} AND {suivie.sql} ORDER BY r.date_premier, r.code LIMIT {{}}",
        r["instance"],
        EtatReunion.BROUILLON.value,
        EtatReunion.ANNULEE.value,
        r["date_premier"],
        *suivie.valeurs,
        PROCHAINES_MAX,
    )
    return tuple(
        ProchaineDoc(
            titre=x["titre"].removesuffix(" (exemple)") if x["exemple"] else x["titre"],
            date=x["date"],
            heure_debut=x["heure_debut"],
            heure_fin=x["heure_fin"],
            lieu=x["lieu"],
        )
        for x in (former(rangee, Forme(dates=("date",))) for rangee in rangees)
    )
