"""Uncertain dates: the stored value, the check at the door, the sort key, the weekday that contradicts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from fne_roadmaps.domain.dates.forme import Erreur, Forme, Grain, lire_forme
from fne_roadmaps.domain.dates.mots import JOURS, jour_en_lettres
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.textes import texte_propre

LONGUEUR_MAX = 100
RECU_MAX = 200
_JOURS_PLAGE_COURTE = 7
_JOURS_SAISON = 92


class NatureDate(StrEnum):
    """What is known of a date; decides its place in a calendar."""

    JOUR = "jour"
    DUREE = "duree"
    OPTIONS = "options"
    PLAGE_COURTE = "plage_courte"
    MOIS = "mois"
    DEUX_MOIS = "deux_mois"
    SAISON = "saison"
    TRIMESTRE = "trimestre"
    LONGUE = "longue"
    ANNEE = "annee"
    INCONNUE = "inconnue"


@dataclass(frozen=True, slots=True)
class DateIncertaine:
    """A date as known: canonical EDTF, first and last possible day (None = open), words received.

    ``edtf`` is empty when words were received and nothing is known. Build it with ``lire_date`` or
    ``depuis_colonnes``; nothing here parses with the edtf library.
    """

    edtf: str
    premier: date | None
    dernier: date | None
    recu: str | None = None

    @property
    def forme(self) -> Forme | None:
        """Parts of the text; None when nothing is known."""
        return lire_forme(self.edtf) if self.edtf else None

    @property
    def nature(self) -> NatureDate:
        """Kind of date; an approximate day is never JOUR."""
        return _nature(self.edtf)

    @property
    def approximative(self) -> bool:
        """Carries ``~``, ``?`` or ``%`` somewhere."""
        return self.forme is not None and self.forme.approximative

    @property
    def etendue(self) -> int | None:
        """Number of days from the first possible to the last, both counted; None when open or unknown."""
        if self.premier is None or self.dernier is None:
            return None
        return (self.dernier - self.premier).days + 1

    def options(self) -> tuple[date, ...]:
        """The listed possible days, in order; empty for every other nature."""
        if self.nature is not NatureDate.OPTIONS or self.forme is None:
            return ()
        return tuple(p.bornes[0] for p in self.forme.choix)


@lru_cache(maxsize=4096)
def _nature(edtf: str) -> NatureDate:
    if not edtf:
        return NatureDate.INCONNUE
    forme = lire_forme(edtf)
    grains = {p.grain for p in forme.points}
    if forme.point:
        return _nature_point(forme.point.grain, exact=not forme.approximative)
    if forme.duree:
        closed = forme.duree.debut is not None and forme.duree.fin is not None
        return NatureDate.DUREE if closed and grains == {Grain.JOUR} else NatureDate.LONGUE
    if forme.choix and grains == {Grain.JOUR}:
        return NatureDate.OPTIONS
    premier, dernier = forme.bornes
    if premier is None or dernier is None:
        return NatureDate.LONGUE
    etendue = (dernier - premier).days + 1
    if grains == {Grain.JOUR} and etendue <= _JOURS_PLAGE_COURTE:
        return NatureDate.PLAGE_COURTE
    if grains == {Grain.MOIS} and etendue <= _JOURS_SAISON and _nombre_de_mois(forme) == 2:
        return NatureDate.DEUX_MOIS
    return NatureDate.LONGUE


def _nature_point(grain: Grain, *, exact: bool) -> NatureDate:
    if grain is Grain.JOUR:
        return NatureDate.JOUR if exact else NatureDate.PLAGE_COURTE
    return {
        Grain.MOIS: NatureDate.MOIS,
        Grain.SAISON: NatureDate.SAISON,
        Grain.TRIMESTRE: NatureDate.TRIMESTRE,
        Grain.SEMESTRE: NatureDate.LONGUE,
    }.get(grain, NatureDate.ANNEE)


def _nombre_de_mois(forme: Forme) -> int:
    if forme.choix:
        return len(forme.choix)
    debut, fin = forme.points
    return (fin.an - debut.an) * 12 + (fin.code or 0) - (debut.code or 0) + 1


def lire_date(texte: str, champ: str = "date", recu: str | None = None) -> DateIncertaine:
    """Check EDTF text at the door and give its one canonical value. Raises RegleViolee(champ, …)."""
    texte = texte.strip()
    try:
        _refuser_grossier(texte)
        forme = lire_forme(texte)
        canonique = str(forme)
        if len(canonique) > LONGUEUR_MAX:
            raise Erreur("La liste porte trop de jours possibles ; écrivez plutôt la période entière.")
        _verifier_norme(forme, canonique)
    except Erreur as e:
        raise RegleViolee(champ, str(e)) from None
    return DateIncertaine(canonique, *forme.bornes, texte_propre(recu, f"{champ}_recu", RECU_MAX))


def _refuser_grossier(texte: str) -> None:
    if not texte:
        raise Erreur("La date est vide.")
    if len(texte) > LONGUEUR_MAX:
        raise Erreur(f"La date est trop longue : {len(texte)} caractères pour {LONGUEUR_MAX} permis.")
    if not texte.isascii() or not texte.isprintable():
        raise Erreur("La date s’écrit avec les chiffres 0 à 9 et les signes - / . , [ ] ~ ? % seulement.")
    if _A_LA_FRANCAISE.fullmatch(texte):
        raise Erreur("Écrivez l’année, puis le mois, puis le jour, séparés par des tirets : « 2024-06-18 ».")
    if "{" in texte:
        raise Erreur("Des accolades disent « toutes ces dates » : saisissez plutôt une réunion, ou un jalon, par date.")
    if "T" in texte or ":" in texte:
        raise Erreur("Les heures se donnent à part de la date.")


def _verifier_norme(forme: Forme, canonique: str) -> None:
    """Second opinion of the edtf library on the way it is written, spared for a plain day.

    The library takes 10 to 90 ms for a text: it is asked once per mould, since ``lire_forme`` has checked the values.
    """
    if forme.point and forme.point.grain is Grain.JOUR and not forme.approximative:
        return
    if not _selon_edtf(_moule(canonique)):
        raise Erreur(f"« {canonique} » ne suit pas la norme ISO 8601-2 (EDTF).")


_UN_POINT = re.compile(r"[0-9]{4}(?:-([0-9]{2}))?(-[0-9]{2})?")


def _moule(canonique: str) -> str:
    """The same text with one year, one day, and one code of each kind (month, season, quarter, half-year)."""
    return _UN_POINT.sub(lambda p: "2024" + _code_du_moule(p[1]) + ("-01" if p[2] else ""), canonique)


def _code_du_moule(code: str | None) -> str:
    if code is None:
        return ""
    return next(f"-{premier:02d}" for premier in (40, 33, 21, 0) if int(code) >= premier).replace("-00", "-01")


_A_LA_FRANCAISE = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}")


@lru_cache(maxsize=4096)
def _selon_edtf(texte: str) -> bool:
    from edtf import parse_edtf  # imported late: a third of a second, and reads never need it
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parse_edtf(texte)
    except EDTFParseException:
        return False
    return True


@lru_cache(maxsize=8192)
def depuis_colonnes(
    edtf: str | None, premier: date | None, dernier: date | None, recu: str | None = None
) -> DateIncertaine | None:
    """Stored columns back to a value, trusted and not parsed; None when nothing was stored."""
    if not edtf and not recu:
        return None
    return DateIncertaine(edtf or "", premier, dernier, recu)


def cle_tri(d: DateIncertaine | None) -> tuple[bool, date, bool, int, str]:
    """Sort key: by first possible day (last one when the start is open), exact before vague, unknown last."""
    repere = (d.premier or d.dernier) if d else None
    if d is None or repere is None:
        return True, date.max, True, date.max.toordinal(), d.edtf if d else ""
    vague = d.nature not in {NatureDate.JOUR, NatureDate.DUREE}
    return False, repere, vague, d.etendue or date.max.toordinal(), d.edtf


def jour_contredit(d: DateIncertaine, jour_annonce: str) -> str | None:
    """Sentence when the weekday received contradicts an exact day; None otherwise. Corrects nothing."""
    annonce = jour_annonce.strip().lower()
    if annonce not in JOURS:
        raise RegleViolee("jour", f"« {jour_annonce.strip()[:40]} » n’est pas un jour de la semaine.")
    if d.nature is not NatureDate.JOUR or d.premier is None:
        return None
    vrai = JOURS[d.premier.weekday()]
    if vrai == annonce:
        return None
    return f"Le {jour_en_lettres(d.premier)} est un {vrai}, pas un {annonce}."
