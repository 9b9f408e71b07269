"""Cadences as people say them: a rhythm chosen by its name, and the numbers it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from fne_roadmaps.domain.enums.base import Vocabulaire
from fne_roadmaps.domain.errors import RegleViolee

DEMI_MOIS_MAX = 240


class Rythme(Vocabulaire):
    """How often an instance meets, by its usual name."""

    MENSUEL = "mensuel", "Mensuelle"
    TRIMESTRIEL = "trimestriel", "Trimestrielle"
    SEMESTRIEL = "semestriel", "Semestrielle"
    ANNUEL = "annuel", "Annuelle"
    PAR_AN = "par_an", "Un nombre de réunions par an"
    INTERVALLE = "intervalle", "Un intervalle en mois"
    A_LA_DEMANDE = "a_la_demande", "À la demande"


Nombres = tuple[int | None, int | None, int | None]
"""Least per year, most per year, interval in half months."""

_USUELS: Mapping[Rythme, Nombres] = {
    Rythme.MENSUEL: (12, 12, 2),
    Rythme.TRIMESTRIEL: (4, 4, 6),
    Rythme.SEMESTRIEL: (2, 2, 12),
    Rythme.ANNUEL: (1, 1, 24),
    Rythme.A_LA_DEMANDE: (None, None, None),
}


def nombres_de(
    rythme: Rythme, mini: int | None = None, maxi: int | None = None, demi_mois: int | None = None
) -> Nombres:
    """The numbers of a rhythm; those given count only where it asks for them. Raises RegleViolee when they lack."""
    if rythme is Rythme.PAR_AN:
        if mini is None and maxi is None:
            raise RegleViolee("min_par_an", "Dites combien de réunions par an, au moins ou au plus.")
        return mini, maxi, None
    if rythme is Rythme.INTERVALLE:
        if demi_mois is None:
            raise RegleViolee("mois", "Dites tous les combien de mois, par exemple « 2,5 ».")
        return None, None, demi_mois
    return _USUELS[rythme]


def rythme_de(nombres: Nombres) -> Rythme:
    """The rhythm these numbers are said by."""
    usuel = next((r for r, siens in _USUELS.items() if siens == nombres), None)
    if usuel is not None:
        return usuel
    return Rythme.PAR_AN if nombres[0] is not None or nombres[1] is not None else Rythme.INTERVALLE


def dire_nombres(rythme: Rythme, nombres: Nombres) -> str:
    """« Trimestrielle », « 4 à 6 par an », « Tous les 2,5 mois »: the words of a cadence nobody worded."""
    mini, maxi, demi_mois = nombres
    if rythme is Rythme.PAR_AN:
        if mini is not None and maxi is not None and mini != maxi:
            return f"{mini} à {maxi} par an"
        if maxi is None:
            return f"Au moins {mini} par an"
        return f"Au plus {maxi} par an" if mini is None else f"{mini} par an"
    if rythme is Rythme.INTERVALLE and demi_mois:
        mois = dire_mois(demi_mois)
        return "Tous les mois" if mois == "1" else f"Tous les {mois} mois"
    return rythme.libelle


def dire_mois(demi_mois: int) -> str:
    """« 2,5 »: half months as months."""
    return str(demi_mois // 2) + (",5" if demi_mois % 2 else "")


def lire_mois(texte: str, champ: str = "mois") -> int:
    """Half months from months typed with a comma or a point. Raises RegleViolee."""
    nu = texte.strip().replace(",", ".")
    entier, _, decimale = nu.partition(".")
    lisible = nu.isascii() and entier.isdigit() and len(entier) < 4 and decimale in {"", "0", "5"}
    demi_mois = int(Decimal(nu) * 2) if lisible else 0
    if not 1 <= demi_mois <= DEMI_MOIS_MAX:
        raise RegleViolee(
            champ, f"« {texte.strip()[:20]} » : écrivez un nombre de mois, ou de mois et demi, de 0,5 à 120."
        )
    return demi_mois
