"""Numbers, money, shares, sizes and digests in French."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from exports.formats.mots import FINE, INSECABLE, pluriel as _pluriel
from fne_roadmaps.domain.textes import grouper

_NOMBRE = re.compile(r"([+-]?)([0-9]+)(?:[.,]([0-9]+))?")
MOINS = "−"


def nombre(valeur: int | str | Decimal) -> str:
    """« 10 732 », « 6,4 »: decimals as received; text that is no plain number is given back unchanged."""
    trouve = _NOMBRE.fullmatch(f"{valeur:f}" if isinstance(valeur, Decimal) else str(valeur).strip())
    if not trouve:
        return str(valeur)
    signe, entier, decimales = trouve.groups()
    return (MOINS if signe == "-" else "") + grouper(int(entier)) + (f",{decimales}" if decimales else "")


def compte(n: int, singulier: str, pluriel: str | None = None) -> str:
    """« 131 fiches »."""
    return f"{nombre(n)}{INSECABLE}{_pluriel(n, singulier, pluriel)}"


def euros(centimes: int) -> str:
    """« 12 500 € », « 12 500,50 € », from an integer number of centimes."""
    entiers, reste = divmod(abs(centimes), 100)
    texte = nombre(entiers) + (f",{reste:02d}" if reste else "")
    return f"{MOINS if centimes < 0 else ''}{texte}{FINE}€"


def pourcent(valeur: int | str | Decimal) -> str:
    """« 19 % », from a value already in percent."""
    return f"{nombre(valeur)}{FINE}%"


def part_en_pourcent(part: Fraction) -> str:
    """A share of 1 in whole percent, never rounded up to 100 % nor down to 0 %."""
    if 0 < part < Fraction(1, 100):
        return f"moins de {pourcent(1)}"
    arrondi = int(part * 100 + Fraction(1, 2))
    return pourcent(99 if part < 1 and arrondi == 100 else arrondi)


def taille_octets(octets: int) -> str:
    """« 812 octets », « 131 ko », « 1,2 Mo »; decimal units."""
    if octets < 1000:
        return compte(octets, "octet")
    if octets < 999_500:
        return f"{(octets + 500) // 1000}{INSECABLE}ko"
    dixiemes = (octets + 50_000) // 100_000
    entier, reste = divmod(dixiemes, 10)
    return f"{nombre(entier)}{f',{reste}' if reste else ''}{INSECABLE}Mo"


def empreinte_groupes(hexa: str) -> tuple[str, ...]:
    """A digest in groups of four characters (16 groups for SHA-256)."""
    return tuple(hexa[i : i + 4] for i in range(0, len(hexa), 4))


def empreinte_courte(hexa: str) -> str:
    """« 7c1e 40d2 … a2e8 »."""
    groupes = empreinte_groupes(hexa)
    return INSECABLE.join((*groupes[:2], "…", groupes[-1]))


def duree(minutes: int) -> str:
    """« 45 min », « 2 h », « 2 h 30 », from whole minutes."""
    heures, reste = divmod(minutes, 60)
    if not heures:
        return f"{reste}{INSECABLE}min"
    return f"{nombre(heures)}{INSECABLE}h" + (f"{INSECABLE}{reste:02d}" if reste else "")
