"""From words of a date to what they say: the year or month they lack comes from above, never silently."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from fne_roadmaps.domain.agenda_colle.reperes import AN, JOUR_DE_SEMAINE, RANGS, Repere
from fne_roadmaps.domain.dates import (
    JOURS,
    MOIS,
    DateIncertaine,
    DateIncomprise,
    NatureDate,
    jour_contredit,
    lire_date,
    lire_date_dite,
)
from fne_roadmaps.domain.errors import RegleViolee

_SEM = re.compile(JOUR_DE_SEMAINE)
_NUM = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})(?:[/.-]([0-9]{4}|[0-9]{2}(?![0-9])))?(?![0-9/])")
_MOIS_ANNEE = re.compile(rf"(?<![0-9/])([0-9]{{1,2}})/({AN})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_UNITE = re.compile(rf"(?:1er|[0-9]{{1,2}})(?: (?:{'|'.join(RANGS)})\.?)?(?: {AN})?")
_LIENS = re.compile(r" (?:ou|et|puis) (?:le |les |l')?| ?[,&] ?(?:le |les )?(?:ou |et )?(?:le )?")
_NUMERO_DE_SEMAINE = re.compile(rf"semaine (?:n°? ?)?([0-9]{{1,2}})(?: (?:de |/ ?)?({AN}))?$")
_ENTRE_JOURS = re.compile(rf"(?<![0-9])[0-9]{{1,2}} ?/ ?[0-9]{{1,2}} (?:{'|'.join(RANGS)})\b")
RECU_MAX = 200
SANS_ANNEE = "L’année manque : donnez-la, ou écrivez-la dans la date."


@dataclass(frozen=True, slots=True)
class Reperage:
    """What stands above a line: the year (or the two of a season of work, « 2023-2024 »), the month of its period.

    ``supposee`` when the year is only that of the line before.
    """

    annee: int | None = None
    seconde: int | None = None
    mois: int | None = None
    supposee: bool = False


@dataclass(slots=True)
class Datation:
    """The dates a line gives, most often one; ``annonces`` the weekday of each exact day; ``ecrite`` its year."""

    dates: list[DateIncertaine] = field(default_factory=list)
    annonces: list[str | None] = field(default_factory=list)
    alertes: list[str] = field(default_factory=list)
    ecrite: int | None = None
    grain: str = "jours"


def dater(recu: str, plie: str, repere: Repere, au_dessus: Reperage) -> Datation:
    """Read the words of a date. ``recu`` and ``plie``: the words as received, and folded."""
    lue = Datation(grain=repere.nature)
    recu = " ".join(recu.split())[:RECU_MAX]
    if repere.nature in {"cadence", "sans_date"}:
        return _sans_jour(lue, recu, repere.nature, au_dessus)
    mots, annonces = _sans_jours_de_semaine(" ".join(plie.split()))
    try:
        mots = _en_mots(mots, lue)
    except RegleViolee as refus:
        lue.alertes.append(refus.message)
        lue.dates, lue.annonces = [DateIncertaine("", None, None, recu)], [None]
        return lue
    if repere.nature == "jour_du_mois" and au_dessus.mois:
        mots = f"{mots} {MOIS[au_dessus.mois - 1]}"
    annees = [int(a) for a in re.findall(AN, mots)]
    lue.ecrite = annees[-1] if annees else None
    if not annees:
        mots = _completer(mots, repere, au_dessus, lue)
    elif repere.nature == "jours" and not re.search(rf"{AN}$|^{_ISO.pattern}$", mots):
        lue.alertes.append("L’année n’est pas écrite à chaque date : relisez-les.")
    _lire(lue, mots, recu, repere.nature)
    _verifier_jours(lue, annonces, au_dessus)
    return lue


def _sans_jour(lue: Datation, recu: str, nature: str, au_dessus: Reperage) -> Datation:
    if nature == "cadence":
        lue.alertes.append(f"« {recu} » est une cadence, pas une date : les réunions restent à dater une par une.")
    else:
        lue.alertes.append("La date n’est pas encore connue.")
    if au_dessus.annee and not au_dessus.seconde and not au_dessus.supposee:
        lue.dates.append(lire_date(str(au_dessus.annee), recu=recu))
    else:
        lue.dates.append(DateIncertaine("", None, None, recu))
    lue.annonces.append(None)
    return lue


def _sans_jours_de_semaine(mots: str) -> tuple[str, list[str]]:
    """The words without weekdays, and these, whole and in order; « » for a day that has none."""
    annonces: list[str] = []
    morceaux, fin = [], 0
    for trouve in _SEM.finditer(mots):
        annonces.append(next(j for j in JOURS if j.startswith(trouve[1][:3])))
        morceaux.append(mots[fin : trouve.start()])
        fin = trouve.end()
    return "".join([*morceaux, mots[fin:]]), annonces


def _en_mots(mots: str, lue: Datation) -> str:
    """Dates in figures as words, so that « 12/06 et 14/06/2023 » reads as « 12 juin et 14 juin 2023 »."""

    def jour(trouve: re.Match[str]) -> str:
        numero, rang, an = trouve.groups()
        if not 1 <= int(rang) <= 12:
            raise RegleViolee("date", f"Le mois {int(rang)} n’existe pas.")
        if an and len(an) == 2:
            lue.alertes.append(f"L’année « {an} » est lue « 20{an} ».")
            an = f"20{an}"
        return f"{int(numero)} {MOIS[int(rang) - 1]}" + (f" {an}" if an else "")

    if _ISO.fullmatch(mots):
        return mots
    mots = _ISO.sub(lambda t: f"{t[3]}/{t[2]}/{t[1]}", mots)
    mots = _MOIS_ANNEE.sub(lambda t: f"{MOIS[int(t[1]) - 1]} {t[2]}" if 1 <= int(t[1]) <= 12 else t[0], mots)
    mots = mots if _ENTRE_JOURS.search(mots) else _NUM.sub(jour, mots)
    if "/" in mots:
        lue.alertes.append("La barre oblique est lue « ou » : si la réunion dure, écrivez « du … au … ».")
        mots = re.sub(r" ?/ ?", " ou ", mots)
    mots = re.sub(r"(?<=[0-9a-z.]) ?- ?(?=[0-9a-z])", " - ", mots) if not re.match(r"(?:mi|debut|fin)-", mots) else mots
    mots = re.sub(r"\b(le|les|du|l') ?(?=(?:1er|[0-9]))", lambda t: f"{t[1]} " if t.start() == 0 else "", mots)
    return re.sub(r"^(?:les|ce) ", "", mots).strip()


def _completer(mots: str, repere: Repere, au_dessus: Reperage, lue: Datation) -> str:
    """The words with the year from above, and what must be told of it."""
    an = au_dessus.annee
    if an is None:
        lue.alertes.append(SANS_ANNEE)
        return mots
    if au_dessus.seconde:
        rangs = [RANGS[m] for m in re.findall("[a-z]+", mots) if m in RANGS]
        an = an if not rangs or rangs[-1] >= 8 else au_dessus.seconde
        lue.alertes.append(f"L’année n’est pas écrite : {an} d’après « {au_dessus.annee}-{au_dessus.seconde} ».")
    elif au_dessus.supposee:
        lue.alertes.append(f"L’année n’est pas écrite : {an} comme à la ligne précédente.")
    return f"{mots} {an}"


def _lire(lue: Datation, mots: str, recu: str, nature: str) -> None:
    try:
        if nature == "semaine":
            lue.dates.append(_semaine(mots, recu))
            return
        lue.dates.append(_sans_mots(replace(lire_date_dite(mots), recu=recu)))
    except DateIncomprise:
        separees = _separer(mots, recu) if nature in {"jours", "jour_du_mois"} else []
        if not separees:
            lue.alertes.append(f"« {recu} » ne se lit pas comme une date.")
        lue.dates.extend(separees or [DateIncertaine("", None, None, recu)])
    except RegleViolee as refus:
        lue.alertes.append(refus.message)
        lue.dates.append(DateIncertaine("", None, None, recu))


def _sans_mots(d: DateIncertaine) -> DateIncertaine:
    """An exact day needs no words beside it."""
    return replace(d, recu=None) if d.nature in {NatureDate.JOUR, NatureDate.DUREE} else d


def _separer(mots: str, recu: str) -> list[DateIncertaine]:
    """Days that do not follow one another are as many meetings: « 12 et 26 juin 2023 ». Empty when not readable so."""
    morceaux = _LIENS.split(re.sub(r"^(?:le|les|du|au|en) ", "", mots))
    if not all(_UNITE.fullmatch(m) for m in morceaux):
        return []
    lues: list[DateIncertaine] = []
    mois, an = "", ""
    for morceau in reversed(morceaux):
        noms = [m for m in re.findall("[a-z]+", morceau.replace("1er", "1")) if m in RANGS]
        mois = noms[0] if noms else mois
        trouvee = re.search(AN, morceau)
        an = trouvee[0] if trouvee else an
        numero = morceau.split(" ")[0]
        try:
            lues.insert(0, _sans_mots(lire_date_dite(f"{numero} {mois} {an}".strip())))
        except RegleViolee:
            lues.insert(0, DateIncertaine("", None, None, recu))
    return lues


def _semaine(mots: str, recu: str) -> DateIncertaine:
    """« Semaine 42 », « semaine du 12 juin »: one day of that week, from Monday to Sunday. Raises RegleViolee."""
    if numero := _NUMERO_DE_SEMAINE.search(mots):
        if not numero[2]:
            return DateIncertaine("", None, None, recu)
        try:
            lundi = date.fromisocalendar(int(numero[2]), int(numero[1]), 1)
        except ValueError:
            raise RegleViolee("date", f"La semaine {numero[1]} de {numero[2]} n’existe pas.") from None
    else:
        lue = lire_date_dite(mots.split("semaine ", 1)[1].removeprefix("du "))
        if lue.premier is None or lue.dernier is None:
            return replace(lue, recu=recu)
        if lue.nature is not NatureDate.JOUR:
            return lire_date(f"[{lue.premier}..{lue.dernier}]", recu=recu)
        lundi = lue.premier
    return lire_date(f"[{lundi}..{lundi + timedelta(6)}]", recu=recu)


def _verifier_jours(lue: Datation, annonces: list[str], au_dessus: Reperage) -> None:
    """Compare the weekdays received with the dates; they are told, nothing is corrected."""
    lue.annonces = [None] * len(lue.dates)
    jours: list[date] = []
    for d in lue.dates:
        bouts = [d.premier, d.dernier] if d.nature in {NatureDate.DUREE, NatureDate.PLAGE_COURTE} else [d.premier]
        jours += [j for j in (d.options() or bouts) if j is not None] if d.edtf else []
    if not annonces or len(annonces) != len(jours):
        return
    for rang, (jour, annonce) in enumerate(zip(jours, annonces, strict=True)):
        contredit = jour_contredit(lire_date(jour.isoformat()), annonce)
        if contredit:
            lue.alertes.append(contredit + ("" if lue.ecrite else _autre_annee(jour, annonce, au_dessus)))
        if len(lue.dates) == len(annonces) and lue.dates[rang].nature is NatureDate.JOUR:
            lue.annonces[rang] = annonce


def _autre_annee(jour: date, annonce: str, au_dessus: Reperage) -> str:
    """The nearest year when the weekday received is right, since the year was not written."""
    for ecart in (1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6):
        try:
            autre = jour.replace(year=jour.year + ecart)
        except ValueError:
            continue
        if JOURS[autre.weekday()] == annonce:
            return f" C’est un {annonce} en {autre.year}."
    return ""
