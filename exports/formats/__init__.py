"""The only French formatter: dates, hours, numbers, money, digests, typography."""

from exports.formats.dates import (
    A_FIXER,
    a_dater,
    calendrier,
    complement_de_date,
    date_avec_jour,
    date_courte,
    date_incertaine,
    date_longue,
    date_sans_preposition,
    heure,
    instant,
    jour_semaine,
    periode,
    plage_horaire,
)
from exports.formats.fuseaux import heure_locale
from exports.formats.lettres import en_lettres, majuscule
from exports.formats.mots import FINE, INSECABLE, de, enumeration, pluriel
from exports.formats.nombres import (
    compte,
    duree,
    empreinte_courte,
    empreinte_groupes,
    euros,
    nombre,
    part_en_pourcent,
    pourcent,
    taille_octets,
)
from exports.formats.typographie import typographier

__all__ = [
    "A_FIXER",
    "FINE",
    "INSECABLE",
    "a_dater",
    "calendrier",
    "complement_de_date",
    "compte",
    "date_avec_jour",
    "date_courte",
    "date_incertaine",
    "date_longue",
    "date_sans_preposition",
    "de",
    "duree",
    "empreinte_courte",
    "empreinte_groupes",
    "en_lettres",
    "enumeration",
    "euros",
    "heure",
    "heure_locale",
    "instant",
    "jour_semaine",
    "majuscule",
    "nombre",
    "part_en_pourcent",
    "periode",
    "plage_horaire",
    "pluriel",
    "pourcent",
    "taille_octets",
    "typographier",
]
