"""A fiche action as committed to: identity, texts, note and three tables. An empty rubrique is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from math import inf

from exports.formats import FINE, INSECABLE, calendrier, date_sans_preposition, enumeration, nombre, pluriel, pourcent
from exports.payloads import AxeDoc, FeuilleDeRouteDoc, FicheDoc, IndicateurDoc, OrganismeDoc
from exports.sections.feuilles_de_route import compte_fiches
from exports.sections.financement import besoin_seul
from exports.sections.modele import A_DESIGNER, ABSENT, Rubrique, Tableau
from fne_roadmaps.domain.dates import DateIncertaine


def organisme(o: OrganismeDoc) -> str:
    """« Conseil départemental (direction de l’inclusion) »."""
    return f"{o.nom} ({o.fonction})" if o.fonction else o.nom


def pilotes_en_ligne(fiche: FicheDoc) -> str:
    """« Préfecture · Conseil départemental », or « À désigner »."""
    return " · ".join(o.nom for o in fiche.pilotes) or A_DESIGNER


def calendrier_connu(fiche: FicheDoc) -> str:
    """The calendar in words, or « – » when nothing is known of it."""
    return _calendrier(fiche.debut, fiche.fin, fiche.en_continu)


@lru_cache(maxsize=1024)  # each fiche says it three times, and many fiches say the same
def _calendrier(debut: DateIncertaine | None, fin: DateIncertaine | None, en_continu: bool) -> str:
    return calendrier(debut, fin, en_continu) if en_continu or debut or fin else ABSENT


def surtitre(nom_axe: str, fiche: FicheDoc) -> tuple[str, str]:
    """« Axe 1 · fiche action », and « exemple » apart when it is one."""
    return f"{nom_axe} · fiche action", "exemple" if fiche.exemple else ""


def pilotes(fiche: FicheDoc) -> tuple[Rubrique, ...]:
    """One value per pilote, its function under it; « À désigner » when there is none."""
    if not fiche.pilotes:
        return (Rubrique("Pilote", A_DESIGNER),)
    libelle = pluriel(len(fiche.pilotes), "Pilote")
    return tuple(Rubrique(libelle, o.nom, o.fonction) for o in fiche.pilotes)


def identite(doc: FeuilleDeRouteDoc, axe: AxeDoc, fiche: FicheDoc) -> list[Rubrique]:
    """Labelled values after the pilotes, in the order of the reference page, without the empty ones."""
    calendrier_dit = calendrier_connu(fiche)
    return _remplies(
        (pluriel(len(fiche.co_pilotes), "Co-pilote"), _organismes(fiche.co_pilotes)),
        ("Calendrier", None if calendrier_dit == ABSENT else calendrier_dit),
        (pluriel(len(fiche.territoires), "Territoire"), ", ".join(fiche.territoires)),
        ("Sert aussi", _axes_servis(doc, axe, fiche)),
        ("Priorité", fiche.priorite),
    )


def textes(fiche: FicheDoc) -> list[Rubrique]:
    """The long texts, at left."""
    return _remplies(
        ("Contexte et besoin", fiche.contexte),
        ("Objectifs", fiche.objectifs),
        ("Description", fiche.description),
    )


def note(fiche: FicheDoc) -> list[Rubrique]:
    """The side note. The web addresses of the fiche are apart: they are links."""
    return _remplies(
        ("Publics", ", ".join(fiche.publics)),
        ("Moyens humains", fiche.moyens_humains),
        ("Livrables", fiche.livrables),
        ("Lien avec le diagnostic", fiche.lien_diagnostic),
        (" ".join(pluriel(len(fiche.decisions), m) for m in ("Décision", "liée")), "\n".join(fiche.decisions)),
        ("Besoin de financement", besoin_seul(fiche)),
    )


def jalons(fiche: FicheDoc) -> Tableau | None:
    """Date · milestone · deliverable; the last column only where there is one."""
    if not fiche.jalons:
        return None
    livrables = any(j.livrable for j in fiche.jalons)
    lignes = tuple(
        (
            date_sans_preposition(j.date, court=True) if j.date else ABSENT,
            j.titre,
            *((j.livrable or ABSENT,) if livrables else ()),
        )
        for j in fiche.jalons
    )
    return Tableau(
        f"Jalons de la fiche {fiche.numero}",
        "Date et intitulé de chaque jalon" + (", avec son livrable." if livrables else "."),
        ("Jalons", "", "Livrable") if livrables else ("Jalons", ""),
        lignes,
    )


def indicateurs(fiche: FicheDoc) -> Tableau | None:
    """Indicator · source · baseline · target."""
    if not fiche.indicateurs:
        return None
    periodes = {i.cible_periode for i in fiche.indicateurs if i.cible}
    commune = periodes.pop() if len(periodes) == 1 else None
    sources = any(i.source for i in fiche.indicateurs)
    lignes = tuple(
        (
            _libelle(i),
            *((i.source or ABSENT,) if sources else ()),
            _mesure(i.depart, i.unite),
            _mesure(i.cible, i.unite)
            + (f" ({i.cible_periode})" if i.cible and i.cible_periode and not commune else ""),
        )
        for i in fiche.indicateurs
    )
    return Tableau(
        f"Indicateurs de la fiche {fiche.numero}",
        "Chaque indicateur avec sa valeur de départ et sa cible.",
        ("Indicateurs", *(("Source",) if sources else ()), "Départ", f"Cible {commune}" if commune else "Cible"),
        lignes,
        chiffres=2,
    )


def annees(fiche: FicheDoc) -> tuple[float, float] | None:
    """First and last moment of the calendar as years (2025.5 = the middle of 2025); None when it cannot be drawn.

    An uncertain date takes its whole span. A continuous fiche has no end: infinity.
    """
    return _annees(fiche.debut, fiche.fin, fiche.en_continu)


@lru_cache(maxsize=1024)
def _annees(
    date_debut: DateIncertaine | None, date_fin: DateIncertaine | None, en_continu: bool
) -> tuple[float, float] | None:
    bouts = [d for d in (date_debut, date_fin) if d]
    debut = next((d.premier for d in bouts if d.premier), None)
    fin = next((d.dernier for d in reversed(bouts) if d.dernier), None)
    if debut is None or fin is None or (fin < debut and not en_continu):
        return None
    return _moment(debut, 0), inf if en_continu else _moment(fin, 1)


def _moment(jour: date, fini: int) -> float:
    """A day as a part of its year: its start, or its end when ``fini`` is 1."""
    premier = date(jour.year, 1, 1)
    return jour.year + ((jour - premier).days + fini) / (date(jour.year + 1, 1, 1) - premier).days


def _organismes(liste: Sequence[OrganismeDoc]) -> str:
    return ", ".join([organisme(o) for o in liste]) if liste else ""


def _axes_servis(doc: FeuilleDeRouteDoc, axe: AxeDoc, fiche: FicheDoc) -> str:
    autres = [str(rang) for rang in fiche.axes_servis if rang != axe.rang]
    if not autres:
        return ""
    return f"{pluriel(len(autres), doc.mot_niveau_1, doc.mots_niveau_1)}{INSECABLE}{enumeration(autres)}"


def _remplies(*couples: tuple[str, str | None]) -> list[Rubrique]:
    return [Rubrique(libelle, texte) for libelle, texte in couples if texte]


def _libelle(i: IndicateurDoc) -> str:
    return i.libelle if not i.unite or i.unite in {"%", "€"} else f"{i.libelle} ({i.unite})"


def _mesure(valeur: str | None, unite: str | None) -> str:
    if not valeur:
        return ABSENT
    if unite == "%":
        return pourcent(valeur)
    return nombre(valeur) + (f"{FINE}€" if unite == "€" else "")


def tous_exemples(fiches: Iterable[FicheDoc]) -> bool:
    """Whether a list can say once, in its heading, that all its fiches are examples."""
    return all(f.exemple for f in fiches)


def titre_en_liste(fiche: FicheDoc, *, dit: bool) -> str:
    """Title in a list; an example says so, unless the heading of the list already did (``dit``)."""
    return f"{fiche.titre} (exemple)" if fiche.exemple and not dit else fiche.titre


def compte(fiches: Sequence[FicheDoc]) -> str:
    """« 31 fiches action (exemples) »."""
    mot = f" ({pluriel(len(fiches), 'exemple')})" if tous_exemples(fiches) else ""
    return compte_fiches(len(fiches)) + mot


def titre_de_liste(fiches: Sequence[FicheDoc]) -> str:
    """Heading of the list of an axis."""
    return "Les fiches action (exemples)" if tous_exemples(fiches) else "Les fiches action"


def liste(axe: AxeDoc) -> Tableau:
    """Fiches of an axis: number, action, pilote, calendar."""
    dit = tous_exemples(axe.fiches)
    lignes = tuple((f.numero, titre_en_liste(f, dit=dit), pilotes_en_ligne(f), calendrier_connu(f)) for f in axe.fiches)
    premiere, derniere = axe.fiches[0].numero, axe.fiches[-1].numero
    plusieurs = len(axe.fiches) > 1
    return Tableau(
        "Fiches action",
        "Numéro, action, pilote et calendrier de chaque fiche.",
        ("N°", "Action", "Pilote", "Calendrier"),
        lignes,
        source=f"{compte(axe.fiches)}, de {premiere} à {derniere}." if plusieurs else f"Fiche {premiere}.",
    )
