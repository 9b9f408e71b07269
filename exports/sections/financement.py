"""Money of a fiche: who finances what, which year, how firm. Sums are ours and say so.

Two readings, chosen so that nothing is lost nor counted twice: by year when each financer and year has a single amount
among asked, promised and obtained; by state otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable

from exports.formats import INSECABLE, euros, nombre
from exports.payloads import FicheDoc, FinancementDoc
from exports.sections.modele import ABSENT, Tableau

ETATS = (("obtenu", "Obtenu"), ("promis", "Promis"), ("demande", "Demandé"))
_ANNEES_MAX = 4
_NOM = "Financement, en euros"


def financement(fiche: FicheDoc) -> Tableau | None:
    """The table of a fiche; None without any amount (a need alone is a sentence)."""
    lignes = _chiffrees(fiche)
    if not lignes:
        return None
    annees = sorted({f.annee for f in lignes})
    simple = all(sum(m is not None for m in _montants(f)) == 1 for f in lignes) and len(annees) <= _ANNEES_MAX
    sans_depense = all(f.depense is None for f in lignes)
    sans_doublon = len({(f.financeur, f.annee) for f in lignes}) == len(lignes)
    par_annee = simple and sans_depense and sans_doublon
    return _par_annee(fiche, lignes, annees) if par_annee else _par_etat(fiche, lignes)


def besoin(fiche: FicheDoc) -> str | None:
    """« Besoin de financement : 240 000 €. »."""
    return None if fiche.besoin is None else f"Besoin de financement{INSECABLE}: {euros(fiche.besoin)}."


def besoin_seul(fiche: FicheDoc) -> str | None:
    """« 240 000 € », for the note of a fiche that has a need and no table of financing."""
    return None if fiche.besoin is None or _chiffrees(fiche) else euros(fiche.besoin)


def _chiffrees(fiche: FicheDoc) -> list[FinancementDoc]:
    return [f for f in fiche.financements if any(m is not None for m in (*_montants(f), f.depense))]


def _montants(f: FinancementDoc) -> tuple[int | None, int | None, int | None]:
    return f.obtenu, f.promis, f.demande


def _par_annee(fiche: FicheDoc, lignes: list[FinancementDoc], annees: list[int]) -> Tableau:
    rangs: dict[tuple[str, str], dict[int, int]] = {}
    for f in lignes:
        etat, montant = next((e, m) for (_, e), m in zip(ETATS, _montants(f), strict=True) if m is not None)
        rangs.setdefault((f.financeur, etat), {})[f.annee] = montant
    corps = tuple(
        (financeur, etat, *(_cellule(par_an.get(a)) for a in annees), _cellule(sum(par_an.values())))
        for (financeur, etat), par_an in rangs.items()
    )
    sommes = [_somme(par_an.get(a) for par_an in rangs.values()) for a in annees]
    total = ("Total calculé", "", *(_cellule(s) for s in sommes), _cellule(_somme(sommes)))
    return Tableau(
        f"Financement de la fiche {fiche.numero}",
        "Montants en euros par financeur, état et année, avec le total calculé.",
        (_NOM, "État", *(str(a) for a in annees), "Total"),
        corps,
        chiffres=len(annees) + 1,
        totaux=(total,),
        source=besoin(fiche),
    )


def _par_etat(fiche: FicheDoc, lignes: list[FinancementDoc]) -> Tableau:
    champs = (("demande", "Demandé"), ("promis", "Promis"), ("obtenu", "Obtenu"), ("depense", "Dépensé"))
    presents = [(c, nom) for c, nom in champs if any(getattr(f, c) is not None for f in lignes)]
    corps = tuple((f.financeur, str(f.annee), *(_cellule(getattr(f, c)) for c, _ in presents)) for f in lignes)
    total = ("Total calculé", "", *(_cellule(_somme(getattr(f, c) for f in lignes)) for c, _ in presents))
    return Tableau(
        f"Financement de la fiche {fiche.numero}",
        "Montants en euros par financeur et année, selon leur état, avec le total calculé de chaque état.",
        (_NOM, "Année", *(nom for _, nom in presents)),
        corps,
        chiffres=len(presents),
        totaux=(total,),
        source=besoin(fiche),
    )


def _somme(montants: Iterable[int | None]) -> int | None:
    connus = [m for m in montants if m is not None]
    return sum(connus) if connus else None


def _cellule(centimes: int | None) -> str:
    """Euros without their sign, the head of the column says it: « 12 500 », « 12 500,50 »."""
    if centimes is None:
        return ABSENT
    entiers, reste = divmod(abs(centimes), 100)
    texte = f"{entiers}.{reste:02d}" if reste else str(entiers)
    return nombre(f"-{texte}" if centimes < 0 else texte)
