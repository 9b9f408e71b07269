"""How a meeting stands in an agenda: its head, the line under it, and the word that tells how sure its date
is.
"""

from __future__ import annotations

from datetime import date

from babel.dates import get_day_names

from exports.formats.dates import date_incertaine, date_sans_preposition, heure, jour_semaine
from exports.formats.mots import INSECABLE, enumeration
from fne_roadmaps.domain.dates import MOIS, DateIncertaine, NatureDate, quantieme

_JOURS_COURTS = get_day_names("abbreviated", locale="fr_FR")
_MENTIONS = {
    NatureDate.PLAGE_COURTE: "Jour à fixer",
    NatureDate.MOIS: "Mois seul connu",
    NatureDate.DEUX_MOIS: "À confirmer",
    NatureDate.SAISON: "Saison seule connue",
    NatureDate.TRIMESTRE: "Trimestre seul connu",
    NatureDate.LONGUE: "Période seule connue",
    NatureDate.ANNEE: "Année seule connue",
    NatureDate.INCONNUE: "Sans date",
}
_SOUS_TETES = {
    NatureDate.PLAGE_COURTE: "jour à fixer",
    NatureDate.MOIS: "jour à fixer",
    NatureDate.DEUX_MOIS: "entre deux mois",
    NatureDate.SAISON: "mois à fixer",
    NatureDate.TRIMESTRE: "mois à fixer",
    NatureDate.LONGUE: "mois à fixer",
    NatureDate.ANNEE: "mois à fixer",
}


def mois_annee(premier: date) -> str:
    """« juin 2025 »."""
    return f"{MOIS[premier.month - 1]}{INSECABLE}{premier.year}"


def date_proche(jour: date, au: date) -> str:
    """« 28 janvier », with the year when it is not that of ``au``."""
    court = f"{quantieme(jour.day)}{INSECABLE}{MOIS[jour.month - 1]}"
    return court if jour.year == au.year else f"{court}{INSECABLE}{jour.year}"


def horaire(debut: str | None, fin: str | None = None) -> str:
    """« 14 h – 16 h », « 10 h », or nothing, from « HH:MM »."""
    if not debut:
        return ""
    return f"{heure(debut)}{INSECABLE}– {heure(fin)}" if fin else heure(debut)


def jour_de_mois(jour: date) -> str:
    """« mar. 17 », under the title of its month."""
    return f"{_JOURS_COURTS[jour.weekday()]}{INSECABLE}{quantieme(jour.day)}"


def tete_du_mois(d: DateIncertaine | None) -> str:
    """Head of a line listed under its month: « mar. 17 », « 14 ou 21 », « en juillet », else the date in
    short words.
    """
    if d is None or d.premier is None or d.dernier is None:
        return tete_seule(d)
    if d.nature is NatureDate.JOUR:
        return jour_de_mois(d.premier)
    if (d.premier.year, d.premier.month) != (d.dernier.year, d.dernier.month):
        return tete_seule(d)
    if d.nature is NatureDate.DUREE:
        return f"{jour_de_mois(d.premier)} – {jour_de_mois(d.dernier)}"
    if d.nature is NatureDate.OPTIONS:
        return enumeration([quantieme(j.day) for j in d.options()], "ou")
    if d.nature is NatureDate.PLAGE_COURTE and not d.approximative:
        return f"entre le{INSECABLE}{quantieme(d.premier.day)} et le{INSECABLE}{quantieme(d.dernier.day)}"
    if d.nature is NatureDate.MOIS:
        mois = MOIS[d.premier.month - 1]
        return f"vers {mois}" if d.approximative else f"en {mois}"
    return tete_seule(d)


def tete_seule(d: DateIncertaine | None, an: int | None = None) -> str:
    """Head of a line listed anywhere: « 25 juin », « 14 ou 21 oct. », « à l’automne »; the year ``an`` is
    left out.
    """
    if d and d.nature in {NatureDate.MOIS, NatureDate.SAISON}:
        texte = date_incertaine(d)
    else:
        texte = date_sans_preposition(d, court=True)
    if d is None or d.premier is None or d.dernier is None:
        return texte
    if an is not None and d.premier.year == d.dernier.year == an:
        return texte.removesuffix(f"{INSECABLE}{an}")
    return texte


def sous_tete(
    d: DateIncertaine | None, debut: str | None, fin: str | None, *, avec_jour: bool, passee: bool = False
) -> str:
    """Line under the head: hours, weekday when asked or shared by the options, or what is not known (yet)."""
    heures = horaire(debut, fin)
    nature = d.nature if d else NatureDate.INCONNUE
    if d and nature is NatureDate.OPTIONS:
        jours = {jour_semaine(j) for j in d.options()}
        return ", ".join(p for p in ((jours.pop() if len(jours) == 1 else "jour à choisir"), heures) if p)
    if d and d.premier and nature is NatureDate.JOUR:
        jour = jour_semaine(d.premier) if avec_jour else ""
        return ", ".join(p for p in (jour, heures) if p) or "heure non précisée"
    if nature is NatureDate.DUREE:
        return heures or "journées entières"
    manque = _SOUS_TETES.get(nature, "sans date")
    return heures or (manque.replace("à fixer", "non précisé") if passee else manque)


def mention(d: DateIncertaine | None, *, cadence_seule: bool = False) -> str | None:
    """« Deux options », « Mois seul connu »…; None for a date that is fixed."""
    nature = d.nature if d else NatureDate.INCONNUE
    if d and nature is NatureDate.OPTIONS:
        return "Deux options" if len(d.options()) == 2 else "Plusieurs options"
    if nature is NatureDate.INCONNUE and cadence_seule:
        return "Cadence seule"
    return _MENTIONS.get(nature)
