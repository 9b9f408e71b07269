"""An agenda in words: the fields of its review, back to what is asked, and what an import did."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from backend.queries.imports_agenda import Terrain
from backend.queries.lecture import Ligne
from backend.services.commands.imports_agenda import ImporterAgenda, en_restes
from backend.services.imports_agenda import Prevue, etat_a_la_creation
from backend.web import adresses
from backend.web.adresses import imports_agenda as acces
from backend.web.contexts import (
    Cadre,
    ErreurDeChamp,
    ImportAgendaContexte,
    ImportRecent,
    Lien,
    LigneSansReunion,
    PropositionLue,
    ReunionDImport,
)
from backend.web.dates_saisies import dire_date, lire_date
from backend.web.formulaires import Saisie
from exports.formats import date_sans_preposition, typographier
from fne_roadmaps.domain.agenda_colle import AgendaColle
from fne_roadmaps.domain.dates import DateIncertaine, lire_date as lire_edtf
from fne_roadmaps.domain.enums import EtatReunion, GenreReunion
from fne_roadmaps.domain.errors import ReglesViolees, RegleViolee

LISTE = "reunions"
TITRE = "Coller un agenda"
SANS_REUNION = "sans_reunion"
VISIBLES = ("garder", "titre", "date", "heure_debut", "heure_fin", "lieu", "genre", "instance")
CACHES = (
    "numero", "ligne", "alertes", "source", "note", "lien_visio", "date_recue", "date_avant", "etat", "jour_annonce",
    "a_confirmer", "territoire",
)  # fmt: skip
LIBELLES = {
    "texte": "Votre agenda",
    "fichier": "Fichier d’agenda",
    "annee": "Année des lignes qui ne l’écrivent pas",
    "reunions": "Réunions",
    "reunions.*": "Réunion {n}",
    "reunions.*.titre": "Réunion {n}, intitulé",
    "reunions.*.date": "Réunion {n}, date",
    "reunions.*.heure_debut": "Réunion {n}, début",
    "reunions.*.heure_fin": "Réunion {n}, fin",
    "reunions.*.lieu": "Réunion {n}, lieu",
    "reunions.*.genre": "Réunion {n}, genre",
    "reunions.*.instance": "Réunion {n}, instance",
}
_TRANSMIS = (
    "titre",
    "heure_debut",
    "heure_fin",
    "lieu",
    "genre",
    "instance",
    "source",
    "note",
    "lien_visio",
    "territoire",
)


def valeurs_de(prevues: Iterable[Prevue]) -> dict[str, tuple[str, ...]]:
    """The fields of the review, as read."""
    valeurs: dict[str, tuple[str, ...]] = {}
    for rang, prevue in enumerate(prevues):
        champs = _champs(prevue)
        valeurs |= {f"{LISTE}.{rang}.{nom}": (valeur,) for nom, valeur in champs.items() if valeur}
    return valeurs


def _champs(prevue: Prevue) -> dict[str, str]:
    p = prevue.proposition
    dite = dire_date(p.date)
    lisible = p.date is None or bool(p.date.edtf) or _se_relit(dite)
    return {
        "garder": "oui" if prevue.garder else "",
        "titre": p.titre,
        "date": dite if lisible else "",
        "heure_debut": p.heure_debut or "",
        "heure_fin": p.heure_fin or "",
        "lieu": p.lieu or "",
        "genre": p.genre.value,
        "instance": str(prevue.instance["id"]) if prevue.instance else "",
        "numero": str(p.rang),
        "ligne": p.ligne,
        "alertes": "\n".join(typographier(a) for a in prevue.alertes),
        "source": p.provenance,
        "note": p.note or "",
        "lien_visio": p.lien_visio or "",
        "date_recue": "" if lisible or p.date is None else p.date.recu or "",
        "date_avant": p.date_avant.edtf if p.date_avant else "",
        "etat": p.etat.value if p.etat else "",
        "jour_annonce": p.jour_annonce or "",
        "a_confirmer": "" if p.confirmee else "oui",
        "territoire": str(prevue.territoire["id"]) if prevue.territoire else "",
    }


def _se_relit(dite: str) -> bool:
    try:
        lire_date(dite, "date")
    except RegleViolee:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Choix:
    """What the review asks: the import, and the line of the form each of its meetings comes from."""

    donnees: dict[str, Any]
    rangs: tuple[int, ...]

    def au_formulaire(self, erreur: ErreurDeChamp) -> ErreurDeChamp:
        """A refusal under the name its field has in the form."""
        debut, _, suite = erreur.champ.partition(".")
        numero, _, champ = suite.partition(".")
        if not numero:
            return replace(erreur, champ=LISTE)
        if debut != LISTE or not numero.isdigit() or int(numero) >= len(self.rangs):
            return erreur
        rang = self.rangs[int(numero)]
        champ = champ if champ in VISIBLES else "titre"
        return replace(
            erreur, champ=f"{LISTE}.{rang}.{champ}", libelle=LIBELLES[f"{LISTE}.*.{champ}"].format(n=rang + 1)
        )


def lire_choix(saisie: Saisie, gouvernance: str) -> Choix:
    """The kept lines of the form. Raises ReglesViolees for the dates that cannot be read, by line of the form."""
    refus: list[RegleViolee] = []
    reunions, rangs = [], []
    for ligne in lignes_de(saisie):
        if ligne["garder"] != "oui":
            continue
        rang = int(ligne["rang"])
        try:
            reunions.append(_reunion(ligne, f"{LISTE}.{rang}.date"))
            rangs.append(rang)
        except RegleViolee as cause:
            refus.append(cause)
    if refus:
        raise ReglesViolees(refus)
    gardees = set(rangs)
    laissees = [ligne["ligne"] for ligne in lignes_de(saisie) if int(ligne["rang"]) not in gardees]
    restes = en_restes([*laissees, *(x.ligne for x in non_comprises(saisie))])
    return Choix({"gouvernance": gouvernance, "reunions": reunions, "restes": restes}, tuple(rangs))


def lignes_de(saisie: Saisie) -> list[dict[str, str]]:
    """Every line of the review, with all its fields."""
    return saisie.lignes(LISTE, (*VISIBLES, *CACHES))


def _reunion(ligne: Mapping[str, str], champ: str) -> dict[str, Any]:
    donnees: dict[str, Any] = {nom: ligne[nom] for nom in _TRANSMIS if ligne[nom].strip()}
    donnees.setdefault("titre", "")
    lue = lire_date(ligne["date"], champ)
    if lue is None and ligne["date_recue"]:
        lue = DateIncertaine("", None, None, ligne["date_recue"][:200])
    if lue is not None:
        donnees["date"] = lue
    if ligne["date_avant"]:
        donnees["date_avant"] = lire_edtf(ligne["date_avant"], champ)
    for nom in ("etat", "jour_annonce"):
        if ligne[nom]:
            donnees[nom] = ligne[nom]
    donnees["confirmee"] = ligne["a_confirmer"] != "oui"
    return donnees


def propositions_lues(saisie: Saisie, au: date) -> tuple[PropositionLue, ...]:
    """What the review shows beside its fields."""
    return tuple(_proposition(ligne, au) for ligne in lignes_de(saisie))


def _proposition(ligne: Mapping[str, str], au: date) -> PropositionLue:
    gardes = [ligne["lien_visio"], *ligne["note"].split("\n")]
    if ligne["date_recue"]:
        gardes.append(f"Date écrite : « {ligne['date_recue']} »")
    if ligne["date_avant"]:
        gardes.append(f"Prévue d’abord : {_dite(ligne['date_avant'])}")
    return PropositionLue(
        rang=int(ligne["rang"]),
        numero=int(ligne["numero"]) if ligne["numero"].isdigit() else 0,
        ligne=ligne["ligne"],
        etat=_etat(ligne, au),
        alertes=tuple(a for a in ligne["alertes"].split("\n") if a),
        gardes=tuple(typographier(g) for g in gardes if g),
    )


def _dite(edtf: str) -> str:
    try:
        return date_sans_preposition(lire_edtf(edtf))
    except RegleViolee:
        return edtf


def _etat(ligne: Mapping[str, str], au: date) -> str:
    if ligne["etat"] in {EtatReunion.ANNULEE.value, EtatReunion.REPORTEE.value}:
        return EtatReunion(ligne["etat"]).libelle
    try:
        return etat_a_la_creation(lire_date(ligne["date"], "date"), au).libelle
    except RegleViolee:
        return EtatReunion.A_DATER.libelle


def caches_de(colle: AgendaColle) -> dict[str, tuple[str, ...]]:
    """The lines that are no meeting, as one field of the form keeps them."""
    listes = {"intitules": colle.intitules, "non_compris": colle.non_compris}
    objet = {nom: [[x.ligne, x.sens] for x in lignes] for nom, lignes in listes.items()}
    return {SANS_REUNION: (json.dumps(objet, ensure_ascii=False),)}


def intitules_lus(saisie: Saisie) -> tuple[LigneSansReunion, ...]:
    """Lines read as headings."""
    return _sans_reunion(saisie, "intitules")


def non_comprises(saisie: Saisie) -> tuple[LigneSansReunion, ...]:
    """Lines that were not understood."""
    return _sans_reunion(saisie, "non_compris")


def _sans_reunion(saisie: Saisie, nom: str) -> tuple[LigneSansReunion, ...]:
    """What the field keeps; nothing when it is not what the page wrote."""
    try:
        couples = json.loads(saisie.un(SANS_REUNION) or "{}")[nom]
        return tuple(LigneSansReunion(ligne=str(ligne), sens=typographier(str(sens))) for ligne, sens in couples)
    except (ValueError, TypeError, KeyError, RecursionError):
        return ()


def options_de_genre() -> tuple[tuple[str, str], ...]:
    """Codes and words of the kinds."""
    return tuple((g.value, g.libelle) for g in GenreReunion)


def options_d_instance(terrain: Terrain) -> tuple[tuple[str, str], ...]:
    """Keys and names of the bodies."""
    return tuple((str(i["id"]), f"{typographier(i['nom'])} ({i['code']})") for i in terrain.instances)


def recents_en_mots(recents: Iterable[Ligne]) -> tuple[ImportRecent, ...]:
    """The last imports of the reader."""
    return tuple(
        ImportRecent(href=acces.fait(r["id"]), fait_le=r["fait_le"], annule=r["annule_le"] is not None) for r in recents
    )


def contexte_import(fait: Ligne, contenu: Mapping[str, Any], cadre: Cadre, *, le_mien: bool) -> ImportAgendaContexte:
    """The outcome; only its author is offered to undo it."""
    annulation = contenu.get("annulation") or {}
    retirees = set(annulation.get("retirees", ()))
    return ImportAgendaContexte(
        cadre=cadre,
        gouvernance=typographier(fait["nom"]),
        fait_le=fait["fait_le"],
        reunions=tuple(_de_l_import(r, ouverte=r["reunion"] not in retirees) for r in contenu["reunions"]),
        laissees=tuple(_de_l_import(r, ouverte=True) for r in contenu["laissees"]),
        restes=tuple(contenu.get("restes", ())),
        agenda=Lien(libelle="Voir l’agenda", href=adresses.agenda({"gouvernance": fait["code"]})),
        encore=Lien(libelle="Coller un autre agenda", href=acces.coller(fait["gouvernance"])),
        annuler=acces.annuler(fait["id"]) if le_mien and fait["annule_le"] is None and contenu["reunions"] else None,
        annule_le=fait["annule_le"],
        restees=tuple(_de_l_import(r, ouverte=True) for r in annulation.get("restees", ())),
    )


def _de_l_import(r: Mapping[str, Any], *, ouverte: bool) -> ReunionDImport:
    cause = r.get("cause")
    return ReunionDImport(
        code=r["code"],
        titre=typographier(r["titre"]),
        href=adresses.reunion(r["code"]) if ouverte else None,
        cause=typographier(cause) if cause else None,
    )


def commande_de(choix: Choix) -> ImporterAgenda:
    """The import asked. Raises ValidationError."""
    return ImporterAgenda.model_validate(choix.donnees)
