"""The indicators of a fiche: their chart, the straight way from the baseline to the target, and where they stand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from backend.queries.lecture import Ligne
from backend.web.adresses import fiches_action as acces
from backend.web.contexts import IndicateurSuivi, Mesure
from backend.web.presentation.graphiques import Courbe, Point, Serie, dessiner_courbe, nombre_de
from backend.web.presentation.mots import texte
from exports.formats import date_courte, date_sans_preposition, nombre, pourcent, typographier
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.fiches_action import Releve, attendue, part_faite

LARGE = (640.0, 220.0, 120.0)
ETROIT = (358.0, 220.0, 90.0)


def indicateur_suivi(i: Ligne, fiche: UUID, au: date, *, tient: bool) -> IndicateurSuivi:
    """An indicator as the page shows it; ``tient``: its reader may add a measure."""
    return IndicateurSuivi(
        libelle=typographier(i["libelle"]),
        unite=texte(i["unite"]),
        depart=_mesure(i["depart"]),
        cible=_mesure(i["cible"]),
        mesures=tuple(m for c in i["mesures"] if (m := _mesure(c))),
        source=texte(i["source"]),
        courbe=courbe_d_indicateur(i, au, large=True),
        courbe_etroite=courbe_d_indicateur(i, au, large=False),
        phrase=_position(i, au),
        mesurer=acces.mesures(fiche, i["id"]) if tient else None,
    )


def _mesure(c: Ligne | None) -> Mesure | None:
    return (
        Mesure(valeur=c["valeur"], date=c["date"], periode=texte(c["periode"]), source=texte(c["source"]))
        if c
        else None
    )


def courbe_d_indicateur(i: Ligne, au: date, *, large: bool) -> Courbe | None:
    """The drawing, wide or for phones; None without two dated values to join."""
    mesures = sorted((p for c in i["mesures"] if (p := _point(c, au))), key=lambda p: p.jour)
    depart, cible = (_point(i[nom]) if i[nom] else None for nom in ("depart", "cible"))
    relevees = [Point(p.jour, p.valeur, _dire(p.valeur)) for p in mesures]
    if depart and (not relevees or depart.jour < relevees[0].jour):
        relevees = [depart, *relevees]
    if not mesures or len(relevees) + (cible is not None) < 2:
        return None
    series = [Serie("mesure", tuple(relevees))]
    if cible and cible.jour > relevees[0].jour:
        but = Point(cible.jour, cible.valeur, f"Cible\u00a0: {_dire(cible.valeur)}\n{date_courte(cible.jour)}")
        series.append(Serie("cible", (Point(relevees[0].jour, relevees[0].valeur), but)))
    largeur, hauteur, marge = LARGE if large else ETROIT
    return dessiner_courbe(series, _phrase(i, relevees), largeur=largeur, hauteur=hauteur, marge_droite=marge)


def _phrase(i: Ligne, relevees: list[Point]) -> str:
    """The drawing in one sentence."""
    unite = f" {texte(i['unite'])}" if i["unite"] else ""
    suite = ", ".join(f"{_dire(p.valeur)} au {date_courte(p.jour)}" for p in relevees)
    cible = ""
    if i["cible"]:
        quand = _quand(i["cible"])
        cible = f" ; cible : {nombre(i['cible']['valeur'])}{unite}{f', {quand}' if quand else ''}"
    return typographier(f"{i['libelle']}{f' ({unite.strip()})' if unite else ''} : {suite}{cible}.")


def _quand(c: Ligne) -> str | None:
    return date_sans_preposition(c["date"]) if c["date"] else texte(c["periode"])


def _position(i: Ligne, au: date) -> str | None:
    """Where the last measure stands on the way to the target; None when nothing can be told."""
    if not i["mesures"] or not i["cible"]:
        return None
    derniere, depart, cible = i["mesures"][-1], i["depart"], i["cible"]
    valeur, vers = Decimal(derniere["valeur"]), Decimal(cible["valeur"])
    de = Decimal(depart["valeur"]) if depart else None
    dites = []
    part = part_faite(valeur, de, vers)
    if part is not None:
        chemin = f"du chemin entre le départ ({nombre(depart['valeur'])}) et la cible" if de else "de la cible"
        dites.append(f"soit {pourcent(part)} {chemin}")
    attendu = _attendu(i, au)
    if attendu is not None:
        dites.append(f"la trajectoire linéaire donnait {attendu} à cette date")
    return typographier(" ; ".join(dites) + ".") if dites else None


def _attendu(i: Ligne, au: date) -> str | None:
    debut = i["depart"] or (i["mesures"][0] if len(i["mesures"]) > 1 else None)
    releves = [_releve(c, au) for c in (debut, i["cible"], i["mesures"][-1])]
    de, vers, ici = releves
    if de is None or vers is None or ici is None or ici.jour == de.jour:
        return None
    valeur = attendue(de, vers, ici.jour)
    if valeur is None:
        return None
    entiers = all(r.valeur == r.valeur.to_integral_value() for r in (de, vers, ici))
    return nombre(str(valeur.quantize(Decimal(1) if entiers else Decimal("0.1"))))


def _releve(c: Ligne | None, au: date) -> Releve | None:
    jour = _jour(c) if c else None
    return (
        Releve(min(jour, au) if c and c["usage"].value == "mesure" else jour, Decimal(c["valeur"]))
        if c and jour
        else None
    )


def _point(c: Ligne, au: date | None = None) -> Point | None:
    """A figure placed on its last possible day (at most ``au``); None without a day, or too large to be drawn."""
    jour, valeur = _jour(c), nombre_de(c["valeur"])
    if jour is None or valeur is None:
        return None
    return Point(min(jour, au) if au else jour, valeur)


def _jour(c: Ligne) -> date | None:
    """The last possible day; a period that is only a year, in words, ends with it."""
    quand: DateIncertaine | None = c["date"]
    if quand:
        return quand.dernier or quand.premier
    periode = (c["periode"] or "").strip()
    annee = int(periode) if len(periode) == 4 and periode.isascii() and periode.isdigit() else 0
    return date(annee, 12, 31) if annee else None


def _dire(valeur: float) -> str:
    return nombre(f"{valeur:.6f}".rstrip("0").rstrip(".") or "0")
