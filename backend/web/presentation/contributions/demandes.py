"""Requests for news in words: whom they ask, what an answer would change of the fiche."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from backend.queries.lecture import Ligne, date_de
from backend.services.contributions.reponses import Reponse
from backend.web import adresses
from backend.web.adresses import contributions as ici
from backend.web.contexts import Changement, DemandeLigne, Lien
from backend.web.dates_saisies import dire_date
from backend.web.presentation.mots import texte
from exports.formats import date_sans_preposition, pourcent, typographier
from fne_roadmaps.domain.contributions import Ecart
from fne_roadmaps.domain.dates import DateIncertaine, lire_date
from fne_roadmaps.domain.enums import Avancement, EtatDemande
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.fiches_action import avancements_permis
from fne_roadmaps.domain.fusion import Morceau, comparer as comparer_mots

LIBELLES: Mapping[str, str] = {
    "avancement": "Statut",
    "progression": "Progression",
    "difficultes": "Difficultés",
    "prochaine_etape": "Prochaine étape",
    "debut": "Début",
    "fin": "Fin",
    "texte": "Vos nouvelles",
    "fonction": "Votre fonction",
    "mesure.indicateur": "Indicateur",
    "mesure.valeur": "Valeur",
    "mesure.date": "Date de la mesure",
    "choix.avancement": "Statut",
    "choix.progression": "Progression",
    "choix.difficultes": "Difficultés",
    "choix.prochaine_etape": "Prochaine étape",
    "choix.debut": "Début",
    "choix.fin": "Fin",
    "motif": "Motif",
    "etat": "Demande",
    "message": "Message",
    "echeance": "Échéance",
    "courriel": "Courriel",
    "structure": "À qui",
}
LONGS = frozenset({"difficultes", "prochaine_etape"})
_RIEN = "rien"


def a_qui(d: Ligne) -> str:
    """« Association exemple A, coordination »: an organisation and a function."""
    nom = typographier(d["structure_nom"] or "La structure pilote")
    return f"{nom}, {typographier(d['poste_nom'])}" if d["poste_nom"] else nom


def nom_de_la_fiche(d: Ligne) -> str:
    """« 1.3, Titre »."""
    titre = typographier(d["titre"])
    return f"{d['numero']}, {titre}" if d["numero"] else titre


def ligne(d: Ligne, au: date, *, fiche: bool = True) -> DemandeLigne:
    """A request in a list."""
    attend = d["etat"] is EtatDemande.ENVOYEE
    return DemandeLigne(
        fiche=Lien(libelle=nom_de_la_fiche(d), href=adresses.fiche_action(d["fiche_action"])) if fiche else None,
        a_qui=a_qui(d),
        etat=d["etat"],
        le=d["repondue_le"] or d["cree_le"],
        echeance=d["echeance"],
        depassee=bool(attend and d["echeance"] and d["echeance"] < au),
        href=ici.demande(d["id"]),
        exemple=d["exemple"],
    )


def connus(etat: Ligne) -> dict[str, str]:
    """What a form shows of the fiche, by field: the words an untouched answer gives back."""
    return {
        "avancement": etat["avancement"] or "",
        "progression": "" if etat["progression"] is None else str(etat["progression"]),
        "difficultes": etat["difficultes"] or "",
        "prochaine_etape": etat["prochaine_etape"] or "",
        "debut": dire_date(date_de(etat, "debut")),
        "fin": dire_date(date_de(etat, "fin")),
    }


def avancements(actuel: str, propose: str | None = None) -> tuple[tuple[str, str], ...]:
    """The present avancement, then those it may move to; one already proposed stays among them."""
    de = Avancement(actuel)
    permis = (de, *(a for a in avancements_permis(de) if a is not de))
    if propose and propose not in permis and propose in set(Avancement):
        permis = (*permis, Avancement(propose))
    return tuple((a.value, a.libelle) for a in permis)


def indicateurs(rangees: Sequence[Ligne]) -> tuple[tuple[str, str], ...]:
    """Indicators to choose from, by their name, with their unit."""
    return tuple(
        (str(i["libelle"]), typographier(i["libelle"]) + (f" ({typographier(i['unite'])})" if i["unite"] else ""))
        for i in rangees
    )


def changements(ecarts: Sequence[Ecart], reponse: Reponse, etat: Ligne) -> tuple[Changement, ...]:
    """Fields an answer would change, beside the fiche as it stands."""
    return tuple(_changement(e, reponse, etat) for e in ecarts if e.etat in {"propose", "perime"})


def _changement(e: Ecart, reponse: Reponse, etat: Ligne) -> Changement:
    avant = _dire(e.champ, e.actuel, date_de(etat, e.champ) if e.champ in {"debut", "fin"} else None)
    apres = _dire(e.champ, e.propose, reponse.dates.get(e.champ))
    morceaux = comparer_mots(avant, apres) if e.champ in LONGS else ((Morceau(avant, True),), (Morceau(apres, True),))
    return Changement(
        champ=e.champ,
        libelle=LIBELLES[e.champ],
        avant=morceaux[0],
        apres=morceaux[1],
        lu=_dire(e.champ, e.lu, None) if e.etat == "perime" else None,
        perime=e.etat == "perime",
        long=e.champ in LONGS,
    )


def inchanges(ecarts: Sequence[Ecart]) -> tuple[str, ...]:
    """Labels of the fields that stay as they are."""
    return tuple(LIBELLES[e.champ] for e in ecarts if e.etat in {"inchange", "deja"})


def mesure_dite(reponse: Reponse, unites: Mapping[str, str | None]) -> str | None:
    """« Communes visitées : 8 communes, 15 juin 2025 »."""
    m = reponse.mesure
    if m is None:
        return None
    unite = unites.get(m["indicateur"])
    quand = f", {date_sans_preposition(m['date'])}" if m["date"] else ""
    valeur = str(m["valeur"]).replace(".", ",")
    return typographier(f"{m['indicateur']} : {valeur}{f' {unite}' if unite else ''}{quand}")


def reponse_dite(reponse: Reponse, unites: Mapping[str, str | None]) -> tuple[tuple[str, str, bool], ...]:
    """What was answered, field by field: only what says something new."""
    dits = [
        (LIBELLES[champ], _dire(champ, valeur, reponse.dates.get(champ)), champ in LONGS)
        for champ, valeur in reponse.propose.items()
        if valeur != reponse.lu.get(champ)
    ]
    mesure = mesure_dite(reponse, unites)
    if mesure:
        dits.append(("Chiffre", mesure, False))
    if reponse.texte:
        dits.append(("Vos nouvelles", reponse.texte, True))
    return tuple(dits)


def _dire(champ: str, valeur: Any, quand: DateIncertaine | None) -> str:
    if valeur is None or valeur == "":
        return _RIEN
    if champ == "avancement":
        return Avancement(valeur).libelle
    if champ == "progression":
        return pourcent(valeur)
    if champ in {"debut", "fin"}:
        return date_sans_preposition(quand) if quand else _date_lue(str(valeur))
    return texte(valeur) or _RIEN


def _date_lue(valeur: str) -> str:
    """A date as it came back with the form: nothing says that it is one."""
    try:
        return date_sans_preposition(lire_date(valeur))
    except RegleViolee:
        return typographier(valeur)
