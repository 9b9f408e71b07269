"""The timeline: from uncertain dates to pieces of a drawing, whose edges say how sure they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from backend.queries.lecture import Ligne
from backend.web.contexts import FicheLigne, Frise, GroupeDeFrise, LigneDeFrise, Onglet, Trait
from backend.web.presentation.liste_de_fiches.echelle import Regle, mois_en_lettres, regle
from backend.web.presentation.liste_de_fiches.etat import Echelle, EtatDeListe
from exports.formats import typographier
from fne_roadmaps.domain.dates import DateIncertaine

_JOUR = timedelta(days=1)
_AMORCE = 2.5
"""Length, in percent, of the stroke that tells an unknown beginning or end."""
_ETALE = 14
"""Days from which a milestone is drawn as a span."""
_ECHELLES = ((Echelle.TRIMESTRES, "Trimestres"), (Echelle.MOIS, "Mois"))


def frise(etat: EtatDeListe, lues: Sequence[Ligne], fiches: Sequence[FicheLigne], mot: str, au: date) -> Frise:
    """Rows by axe; ``mot`` is the roadmap's own word for one."""
    tous = [j for f in lues for d in _dates(f) for j in (d.premier, d.dernier) if j]
    trace = regle(etat.echelle, tous, au)
    groupes: dict[str, list[LigneDeFrise]] = {}
    for lue, fiche in zip(lues, fiches, strict=True):
        groupes.setdefault(fiche.axe or f"Sans {mot}", []).append(_ligne(lue, fiche, trace, au))
    return Frise(
        debut=trace.debut,
        fin=trace.fin - _JOUR,
        graduations=trace.graduations(),
        graduations_etroites=trace.graduations_etroites(),
        groupes=tuple(GroupeDeFrise(titre=titre, lignes=tuple(lignes)) for titre, lignes in groupes.items()),
        echelles=tuple(
            Onglet(libelle=mots, href=etat.lien(echelle=e.value), icone="", courant=etat.echelle is e)
            for e, mots in _ECHELLES
        ),
        aujourd_hui=trace.x(au) if trace.debut <= au < trace.fin else None,
    )


def _dates(f: Ligne) -> Iterator[DateIncertaine]:
    yield from (d for d in (f["debut"], f["fin"], *(j["date"] for j in f["jalons"])) if d)


def _ligne(lue: Ligne, fiche: FicheLigne, trace: Regle, au: date) -> LigneDeFrise:
    traits = [*_barre(lue, trace), *_retard(lue, trace, au), *_jalons(lue, trace, au)]
    visibles = tuple(t for t in (_couper(t) for t in traits) if t)
    return LigneDeFrise(
        fiche=fiche,
        traits=visibles,
        jalons=tuple((typographier(j["titre"]), _etat(j, au), j["date"]) for j in lue["jalons"]),
        hors_champ=None if visibles else _ailleurs(traits, trace),
    )


def _barre(f: Ligne, trace: Regle) -> Iterator[Trait]:
    """What surely lasts, between what may be its beginning and what may be its end."""
    d1, d2 = _bornes(f["debut"])
    f1, f2 = _bornes(f["fin"])
    sur_debut, sure_fin = d2 or d1, f1 or f2
    gauche = trace.x(sur_debut) if sur_debut else None
    droite = trace.x(sure_fin + _JOUR) if sure_fin else None
    if f["en_continu"] and droite is None:
        gauche = trace.x(trace.debut) if gauche is None else gauche
        yield Trait(nature="barre", x=gauche, largeur=100 - gauche)
        yield Trait(nature="continu", x=100)
    elif gauche is not None and droite is not None:
        if droite > gauche:
            yield Trait(nature="barre", x=gauche, largeur=droite - gauche)
        else:
            gauche = droite = (gauche + droite) / 2
    elif gauche is not None:
        yield Trait(nature="sans_fin", x=gauche, largeur=_AMORCE)
    elif droite is not None:
        yield Trait(nature="sans_debut", x=droite - _AMORCE, largeur=_AMORCE)
    if d1 and d2 and d1 < d2 and gauche is not None:
        yield Trait(nature="incertain", x=trace.x(d1), largeur=gauche - trace.x(d1))
    if f1 and f2 and f1 < f2 and droite is not None:
        yield Trait(nature="incertain", x=droite, largeur=trace.x(f2 + _JOUR) - droite)


def _bornes(d: DateIncertaine | None) -> tuple[date | None, date | None]:
    return (d.premier, d.dernier) if d else (None, None)


def _retard(f: Ligne, trace: Regle, au: date) -> Iterator[Trait]:
    """From the day after the last possible end to the reference day."""
    if f["retard"] and f["retard"].motif == "fin":
        fin = trace.x(f["fin"].dernier + _JOUR)
        yield Trait(nature="retard", x=fin, largeur=trace.x(au) - fin)


def _jalons(f: Ligne, trace: Regle, au: date) -> Iterator[Trait]:
    for jalon in f["jalons"]:
        d = jalon["date"]
        premier, dernier = (d.premier or d.dernier, d.dernier or d.premier) if d else (None, None)
        if premier is None or dernier is None:
            continue
        if (dernier - premier).days >= _ETALE:
            debut = trace.x(premier)
            yield Trait(nature="jalon_etale", x=debut, largeur=trace.x(dernier + _JOUR) - debut)
        yield Trait(nature=f"jalon_{_etat(jalon, au)}", x=(trace.x(premier) + trace.x(dernier + _JOUR)) / 2)


def _etat(jalon: Ligne, au: date) -> str:
    if jalon["fait_le"] is not None:
        return "fait"
    d = jalon["date"]
    return "depasse" if d and d.dernier and d.dernier < au else "a_venir"


def _couper(t: Trait) -> Trait | None:
    """The part of a piece that is in view."""
    if not t.largeur:
        return t if 0 <= t.x <= 100 else None
    gauche, droite = max(t.x, 0.0), min(t.x + t.largeur, 100.0)
    return Trait(nature=t.nature, x=round(gauche, 3), largeur=round(droite - gauche, 3)) if droite > gauche else None


def _ailleurs(traits: Iterable[Trait], trace: Regle) -> str:
    """Where a fiche without anything in view is."""
    places = [t.x for t in traits]
    if not places:
        return "aucune date connue"
    if max(places) < 0:
        return f"avant {mois_en_lettres(trace.debut)}"
    return f"après {mois_en_lettres(trace.fin - _JOUR)}"
