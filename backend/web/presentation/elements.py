"""Lines of the lists of a fiche in words, from the journal or from a published text: the same words on both sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from exports.formats import date_longue, date_sans_preposition, euros, nombre, typographier
from exports.payloads import FicheDoc, FinancementDoc, IndicateurDoc, JalonDoc, OrganismeDoc
from fne_roadmaps.domain.dates import depuis_colonnes
from fne_roadmaps.domain.enums import RoleActeur, UsageChiffre
from fne_roadmaps.domain.listes import Element

Noms = Mapping[str, str]
MONTANTS = (("demande", "demandé"), ("promis", "promis"), ("obtenu", "obtenu"), ("depense", "dépensé"))
SANS_NOM = "Une organisation"
_USAGES = {UsageChiffre.DEPART.value: "départ", UsageChiffre.CIBLE.value: "cible"}


def elements_du_journal(champ: str, liste: Iterable[Any], noms: Noms) -> list[Element]:
    """The lines of a list as the journal keeps it; ``noms`` of what they point to, by key."""
    lire = _LIRE.get(champ, _autre)
    return [_typographie(lire(e if isinstance(e, dict) else {"libelle": str(e)}, noms)) for e in liste]


def _typographie(e: Element) -> Element:
    return Element(e.cle, typographier(e.nom), tuple((mot, typographier(valeur)) for mot, valeur in e.dits))


def _dits(*paires: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((mot, valeur) for mot, valeur in paires if valeur)


def _acteur(e: Mapping[str, Any], noms: Noms) -> Element:
    structure, role = str(e.get("structure")), RoleActeur(e["role"]).libelle
    nom = noms.get(structure, SANS_NOM)
    return Element(f"{role} {structure}", f"{role}, {nom}", _dits(("", noms.get(str(e.get("poste"))))))


def _jalon(e: Mapping[str, Any], noms: Noms) -> Element:
    fait = e.get("fait_le")
    return Element(
        e["titre"],
        e["titre"],
        _dits(
            ("date", _date(e)),
            ("livrable", e.get("livrable")),
            ("fait le", date_longue(date.fromisoformat(fait)) if fait else None),
        ),
    )


def _financement(e: Mapping[str, Any], noms: Noms) -> Element:
    return _montants(e["financeur"], e["annee"], e)


def _montants(financeur: str, annee: int, montants: Mapping[str, Any]) -> Element:
    dits = [(mot, euros(montants[cle]) if montants.get(cle) is not None else None) for cle, mot in MONTANTS]
    return Element(f"{financeur} {annee}", f"{financeur}, {annee}", _dits(*dits))


def _indicateur(e: Mapping[str, Any], noms: Noms) -> Element:
    chiffres = [_chiffre(c) for c in e.get("details") or ()]
    return Element(e["libelle"], e["libelle"], _dits(("unité", e.get("unite")), ("source", e.get("source")), *chiffres))


def _chiffre(c: Mapping[str, Any]) -> tuple[str, str | None]:
    quand = _date(c) or c.get("periode")
    valeur = nombre(c["valeur"])
    usage = _USAGES.get(str(c.get("usage")))
    if usage:
        return usage, f"{valeur} ({quand})" if quand else valeur
    return f"mesure du {quand}" if quand else "mesure sans date", valeur


def _mesure(e: Mapping[str, Any], noms: Noms) -> Element:
    quand = _date({"date_edtf": e["date"]})
    valeur = nombre(e["valeur"])
    return Element(e["indicateur"], e["indicateur"], _dits(("", f"{valeur} ({quand})" if quand else valeur)))


def _un_jalon(e: Mapping[str, Any], noms: Noms) -> Element:
    fait = e.get("fait_le")
    dit = ("", f"fait le {date_longue(date.fromisoformat(fait))}" if fait else "pas encore fait")
    return Element(str(e.get("jalon")), e["titre"], _dits(dit))


def _lien(e: Mapping[str, Any], noms: Noms) -> Element:
    return Element(e["libelle"], e["libelle"], _dits(("", e.get("url"))))


def _autre(e: Mapping[str, Any], noms: Noms) -> Element:
    connus = [noms[str(v)] for v in e.values() if str(v) in noms]
    dit = next(iter(connus), None) or str(e.get("libelle") or e.get("titre") or e.get("nom") or "un élément")
    return Element(dit, dit)


def _date(e: Mapping[str, Any]) -> str | None:
    quand = depuis_colonnes(e.get("date_edtf"), None, None, e.get("date_recu"))
    return date_sans_preposition(quand) if quand else None


_LIRE: Mapping[str, Callable[[Mapping[str, Any], Noms], Element]] = {
    "acteurs": _acteur,
    "jalons": _jalon,
    "jalon": _un_jalon,
    "financements": _financement,
    "indicateurs": _indicateur,
    "mesure": _mesure,
    "liens": _lien,
}


def elements_publies(fiche: FicheDoc) -> dict[str, list[Element]]:
    """The lists of a fiche as a text prints it, by label."""
    roles = (
        (RoleActeur.PILOTE, fiche.pilotes),
        (RoleActeur.CO_PILOTE, fiche.co_pilotes),
        (RoleActeur.PARTENAIRE, fiche.partenaires),
        (RoleActeur.CONTRIBUTEUR, fiche.contributeurs),
        (RoleActeur.PROPOSEUR, fiche.proposee_par),
        (RoleActeur.AIDE_REDACTION, fiche.aide_redaction),
    )
    listes = {
        "Organismes": [_organisme(role, o) for role, liste in roles for o in liste],
        "Publics": [Element(p, p) for p in fiche.publics],
        "Territoires": [Element(t, t) for t in fiche.territoires],
        "Axes servis": [Element(str(a), f"axe {a}") for a in fiche.axes_servis],
        "Jalons": [_jalon_publie(j) for j in fiche.jalons],
        "Financements": [_financement_publie(f) for f in fiche.financements],
        "Indicateurs": [_indicateur_publie(i) for i in fiche.indicateurs],
        "Liens": [Element(x.libelle, x.libelle, _dits(("", x.url))) for x in fiche.liens],
        "Décisions": [Element(d, d) for d in fiche.decisions],
    }
    return {nom: [_typographie(e) for e in liste] for nom, liste in listes.items()}


def _organisme(role: RoleActeur, o: OrganismeDoc) -> Element:
    return Element(f"{role.value} {o.nom}", f"{role.libelle}, {o.nom}", _dits(("", o.fonction)))


def _jalon_publie(j: JalonDoc) -> Element:
    quand = date_sans_preposition(j.date) if j.date else None
    return Element(j.titre, j.titre, _dits(("date", quand), ("livrable", j.livrable)))


def _financement_publie(f: FinancementDoc) -> Element:
    return _montants(f.financeur, f.annee, f.model_dump())


def _indicateur_publie(i: IndicateurDoc) -> Element:
    cible = nombre(i.cible) if i.cible is not None else None
    return Element(
        i.libelle,
        i.libelle,
        _dits(
            ("unité", i.unite),
            ("source", i.source),
            ("départ", nombre(i.depart) if i.depart is not None else None),
            ("cible", f"{cible} ({i.cible_periode})" if cible and i.cible_periode else cible),
        ),
    )
