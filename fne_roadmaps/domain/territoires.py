"""Codes of territories and organisations, always text, and the time zone of each département.

Sources: code officiel géographique (INSEE), Sirene (SIREN, SIRET), RNA, and ISEE for RIDET.
"""

from __future__ import annotations

import re

from fne_roadmaps.domain.enums import TypeTerritoire
from fne_roadmaps.domain.errors import RegleViolee

DEPARTEMENTS = frozenset(
    {f"{n:02d}" for n in range(1, 96) if n != 20} | {"2A", "2B", "971", "972", "973", "974", "976"}
)
COLLECTIVITES = frozenset({"975", "977", "978", "984", "986", "987", "988"})
_FUSEAUX_OUTRE_MER = {
    "971": "America/Guadeloupe",
    "972": "America/Martinique",
    "973": "America/Cayenne",
    "974": "Indian/Reunion",
    "975": "America/Miquelon",
    "976": "Indian/Mayotte",
    "977": "America/St_Barthelemy",
    "978": "America/Marigot",
    "984": "Indian/Kerguelen",
    "986": "Pacific/Wallis",
    "987": "Pacific/Tahiti",
    "988": "Pacific/Noumea",
}
FUSEAU_HEXAGONE = "Europe/Paris"
FUSEAUX = frozenset({FUSEAU_HEXAGONE, *_FUSEAUX_OUTRE_MER.values()})
_SIREN_LA_POSTE = "356000000"


def code_departement(code: str, champ: str = "departement") -> str:
    """A département or an overseas collectivité: « 01 » to « 95 », « 2A », « 971 »… Raises RegleViolee."""
    propre = code.strip().upper()
    if propre in DEPARTEMENTS or propre in COLLECTIVITES:
        return propre
    if propre == "20":
        raise RegleViolee(champ, "La Corse a deux codes : « 2A » et « 2B ».")
    if f"0{propre}" in DEPARTEMENTS:
        raise RegleViolee(champ, f"Le code s’écrit avec deux chiffres : « 0{propre} ».")
    raise RegleViolee(champ, f"« {code.strip()[:20]} » n’est pas un code de département (01 à 95, 2A, 2B, 971…).")


def code_commune(code: str, champ: str = "commune") -> str:
    """INSEE code of a commune: five characters that begin with its département. Raises RegleViolee."""
    propre = code.strip().upper()
    prefixe = propre[:3] if propre[:2] in {"97", "98"} else propre[:2]
    if re.fullmatch(r"[0-9][0-9AB][0-9]{3}", propre) and prefixe in DEPARTEMENTS | COLLECTIVITES:
        return propre
    raise RegleViolee(champ, f"« {code.strip()[:20]} » n’est pas un code INSEE de commune (5 caractères).")


def code_territoire(type_: TypeTerritoire, code: str, champ: str = "code") -> str:
    """The code people type for a territory of that type: « R24 », « 28 », « bv-chartres »."""
    if type_ is TypeTerritoire.DEPARTEMENT:
        return code_departement(code, champ)
    if type_ is TypeTerritoire.COMMUNE:
        return code_commune(code, champ)
    if type_ is TypeTerritoire.EPCI:
        # The SIREN when it is known, else the département and a readable name: « 41-agglopolys ».
        lisible = re.fullmatch(r"([0-9][0-9AB][0-9]?)(?:-[a-z][a-z0-9]*)+", code.strip())
        return (
            f"{code_departement(lisible[1], champ)}{code.strip()[len(lisible[1]) :]}" if lisible else siren(code, champ)
        )
    motif, exemple = {
        TypeTerritoire.PAYS: (r"FR", "FR"),
        TypeTerritoire.REGION: (r"R[0-9]{2}", "R24"),
        TypeTerritoire.BASSIN_DE_VIE: (r"bv(?:-[a-z0-9]+)+", "bv-chartres"),
    }[type_]
    propre = code.strip()
    if not re.fullmatch(motif, propre):
        raise RegleViolee(champ, f"« {propre[:20]} » n’est pas un code de ce type ; exemple : « {exemple} ».")
    return propre


def siren(numero: str, champ: str = "siren") -> str:
    """Nine digits with a Luhn key (spaces dropped); an EPCI is coded by its SIREN. Raises RegleViolee."""
    propre = _chiffres(numero, champ, 9, "SIREN")
    if not _luhn(propre):
        raise RegleViolee(champ, "Ce numéro SIREN est faux : sa clé ne tombe pas juste.")
    return propre


def siret(numero: str, champ: str = "siret") -> str:
    """Fourteen digits: a Luhn key, or for La Poste's offices a sum multiple of 5. Raises RegleViolee."""
    propre = _chiffres(numero, champ, 14, "SIRET")
    de_la_poste = propre.startswith(_SIREN_LA_POSTE) and sum(map(int, propre)) % 5 == 0
    if not de_la_poste and not (_luhn(propre) and _luhn(propre[:9])):
        raise RegleViolee(champ, "Ce numéro SIRET est faux : sa clé ne tombe pas juste.")
    return propre


def ridet(numero: str, champ: str = "ridet") -> str:
    """New Caledonia: 6 or 7 digits, then 3 for an office (dots and spaces dropped). Raises RegleViolee."""
    propre = re.sub(r"[\s.]", "", numero)
    if not re.fullmatch(r"[0-9]{6,7}(?:[0-9]{3})?", propre):
        raise RegleViolee(champ, "Un numéro RIDET compte 6 ou 7 chiffres, plus 3 pour un établissement.")
    return propre


def rna(numero: str, champ: str = "rna") -> str:
    """« W » and nine characters, digits but for the third one in Corsica and overseas. Raises RegleViolee."""
    propre = re.sub(r"\s", "", numero).upper()
    if not re.fullmatch(r"W[0-9][0-9A-Z][0-9]{7}", propre):
        raise RegleViolee(champ, "Un numéro RNA s’écrit « W » suivi de 9 chiffres.")
    return propre


def _chiffres(numero: str, champ: str, longueur: int, nom: str) -> str:
    propre = re.sub(r"\s", "", numero)
    if not re.fullmatch(f"[0-9]{{{longueur}}}", propre) or not propre.strip("0"):
        raise RegleViolee(champ, f"Un numéro {nom} compte {longueur} chiffres.")
    return propre


def _luhn(chiffres: str) -> bool:
    doubles = (int(c) * (1 + i % 2) for i, c in enumerate(reversed(chiffres)))
    return sum(d - 9 if d > 9 else d for d in doubles) % 10 == 0


def fuseau_du_departement(code: str) -> str:
    """IANA time zone of a département or collectivité code."""
    return _FUSEAUX_OUTRE_MER.get(code_departement(code), FUSEAU_HEXAGONE)


def verifier_fuseau(fuseau: str, champ: str = "fuseau") -> str:
    """One of the time zones of France. Raises RegleViolee."""
    if fuseau not in FUSEAUX:
        raise RegleViolee(champ, f"« {fuseau[:40]} » n’est pas un fuseau horaire français connu.")
    return fuseau
