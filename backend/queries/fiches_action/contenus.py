"""What fiches say, in the shape of the command that writes them: read once, moved from one to another, written back."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from backend.queries.lecture import Ligne, lignes, par_cle, parmi
from fne_roadmaps.domain.arbitrage.contenus import TEXTES
from fne_roadmaps.domain.enums import UsageChiffre

Contenu = dict[str, Any]


async def contenus_de_fiches(cles: Collection[UUID]) -> dict[UUID, Contenu]:
    """The content of each fiche, by key, deleted or not. Ten statements. The caller has checked the rights."""
    parmi_celles = parmi("id", cles)
    fiches = await lignes(f"SELECT * FROM fiche_action WHERE {parmi_celles.sql}", *parmi_celles.valeurs)
    listes = {champ: await _rangees(sql, cles) for champ, sql in _LISTES.items()}
    chiffres = par_cle([c for liste in (await _rangees(_CHIFFRES, cles)).values() for c in liste], "indicateur")
    return {
        fiche["id"]: {
            **{champ: fiche[champ] for champ in TEXTES},
            "debut": _date(fiche, "debut"),
            "fin": _date(fiche, "fin"),
            "en_continu": bool(fiche["en_continu"]),
            "axe": str(fiche["axe"]) if fiche["axe"] else None,
            "priorite": fiche["priorite"],
            "besoin": fiche["besoin"],
            **{c: [lire(r) for r in listes[c].get(fiche["id"], ())] for c, lire in _LIRE.items()},
            "indicateurs": [
                _indicateur(i, par_cle(chiffres.get(i["id"], []), "usage"))
                for i in listes["indicateurs"].get(fiche["id"], ())
            ],
        }
        for fiche in fiches
    }


async def contenu_de_fiche(cle: UUID) -> Contenu:
    """The content of one fiche."""
    return (await contenus_de_fiches([cle]))[cle]


async def _rangees(sql: str, cles: Collection[UUID]) -> dict[UUID, list[Ligne]]:
    clause = parmi("x.fiche_action", cles)
    return par_cle(await lignes(sql.format(choix=clause.sql), *clause.valeurs), "fiche_action")


_LISTES = {
    "axes_servis": "SELECT x.* FROM axe_servi x JOIN axe a ON a.id = x.axe WHERE {choix} ORDER BY a.rang, a.id",
    "acteurs": "SELECT x.* FROM acteur x WHERE {choix} ORDER BY x.rang, x.id",
    "publics": "SELECT x.* FROM public_cible x WHERE {choix} ORDER BY x.rang, x.id",
    "territoires": "SELECT x.* FROM fiche_territoire x WHERE {choix} ORDER BY x.rang, x.id",
    "jalons": "SELECT x.* FROM jalon x WHERE {choix} ORDER BY x.rang, x.id",
    "financements": "SELECT x.* FROM financement x WHERE {choix} ORDER BY x.rang, x.id",
    "indicateurs": "SELECT x.* FROM indicateur x WHERE {choix} ORDER BY x.rang, x.id",
    "liens": "SELECT x.* FROM lien x WHERE {choix} ORDER BY x.rang, x.id",
}
_CHIFFRES = (
    "SELECT x.fiche_action, c.* FROM chiffre c JOIN indicateur x ON x.id = c.indicateur WHERE {choix} "
    "AND c.supprime_le IS NULL ORDER BY c.rang, c.id"
)


def _date(rangee: Ligne, prefixe: str = "date") -> dict[str, str | None] | None:
    """A date may be known by its words only: then ``edtf`` is empty."""
    edtf, recu = rangee[f"{prefixe}_edtf"], rangee[f"{prefixe}_recu"]
    return {"edtf": edtf or "", "recu": recu} if edtf or recu else None


def _jour(rangee: Ligne, champ: str) -> str | None:
    return rangee[champ].isoformat() if rangee[champ] else None


def _cle(rangee: Ligne, champ: str) -> str | None:
    return str(rangee[champ]) if rangee[champ] else None


_LIRE: dict[str, Callable[[Ligne], Any]] = {
    "axes_servis": lambda r: str(r["axe"]),
    "acteurs": lambda r: {"role": r["role"], "structure": str(r["structure"]), "poste": _cle(r, "poste")},
    "publics": lambda r: r["libelle"],
    "territoires": lambda r: str(r["territoire"]),
    "jalons": lambda r: {
        "titre": r["titre"],
        "date": _date(r),
        "livrable": r["livrable"],
        "fait_le": _jour(r, "fait_le"),
    },
    "financements": lambda r: {
        "financeur": r["financeur"],
        "structure": _cle(r, "structure"),
        "annee": r["annee"],
        **{montant: r[montant] for montant in ("demande", "promis", "obtenu", "depense")},
    },
    "liens": lambda r: {"libelle": r["libelle"], "url": r["url"]},
}


def _indicateur(indicateur: Ligne, par_usage: dict[str, list[Ligne]]) -> Contenu:
    def une(usage: UsageChiffre) -> Contenu | None:
        return next((_mesure(c) for c in par_usage.get(usage.value, ())), None)

    return {
        "libelle": indicateur["libelle"],
        "unite": indicateur["unite"],
        "source": indicateur["source"],
        "depart": une(UsageChiffre.DEPART),
        "cible": une(UsageChiffre.CIBLE),
        "mesures": [_mesure(c) for c in par_usage.get(UsageChiffre.MESURE.value, ())],
    }


def _mesure(chiffre: Ligne) -> Contenu:
    return {
        "valeur": chiffre["valeur"],
        "periode": chiffre["periode"],
        "date": _date(chiffre),
        "source": chiffre["source"],
    }
