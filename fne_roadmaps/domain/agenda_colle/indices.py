"""What the words of a title tell: the kind of meeting, how many it stands for, its place, link and state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from fne_roadmaps.domain.agenda_colle.signes import ebarber, plier
from fne_roadmaps.domain.enums import EtatReunion, GenreReunion, TypeInstance

_G, _T = GenreReunion, TypeInstance
_GENRES: Final = (
    (_G.VISIO, r"visio\w*|webinaires?|reunions? teams|teams|zoom"),
    (_G.RENDEZ_VOUS, r"rdv|rendez-vous|entretiens?"),
    (_G.PREPARATION, r"preparations?|preparatoires?|reunions? preparatoires?"),
    (_G.CO_CONSTRUCTION, r"co-?constructions?"),
    (_G.RENCONTRE, r"rencontres?"),
    (_G.INAUGURATION, r"inaugurations?|ouverture officielle"),
    (_G.EVENEMENT, r"(?:mini-?)?carrefours?|forums?|salons?|journees?|evenements?|festivals?|portes ouvertes|colloques?"
     r"|assises|seminaires?|conferences?"),
)  # fmt: skip
_INSTANCES: Final = (
    (_T.COPIL, r"copils?|comites? de pilotage"),
    (_T.COTECH, r"cotechs?|comites? techniques?"),
    (_T.COMITE_STRATEGIQUE, r"comites? strategiques?|costrat"),
    (_T.COMITE_CONSULTATIF, r"comites? consultatifs?"),
    (_T.GROUPE_OPERATIONNEL, r"groupes? operationnels?"),
    (_T.GROUPE_DE_TRAVAIL, r"groupes? de travail|gts?"),
    (_T.COMITE_DEPARTEMENTAL, r"comites? departementa(?:l|ux)"),
    (_T.BASSIN_DE_VIE, r"reunions? (?:du|des|de) bassins? de vie"),
)  # fmt: skip
_NOMS_DE_GENRE = re.compile("|".join(rf"(?P<g{i}>\b(?:{m})\b)" for i, (_, m) in enumerate(_GENRES)))
_NOMS_D_INSTANCE = re.compile("|".join(rf"(?P<t{i}>\b(?:{m})\b)" for i, (_, m) in enumerate(_INSTANCES)))
_COMPTABLES = (
    "visio|visioconference|reunion|rencontre|atelier|rdv|rendez-vous|copil|cotech|seance|session|comite|webinaire|forum"
    "|carrefour|mini-carrefour|permanence|entretien|visite|groupe|gt|point|formation|journee|conference"
)
_PREMIER_MOT = re.compile(
    rf"(?:(?:[0-9]{{1,2}}|une?|deux|trois|quatre|cinq|six|la|le|les|l'|prochaine?s?) ?)?(?:{_COMPTABLES}|inauguration"
    r"|comites?"
    r"|preparation|co-construction|salon|festival|assemblee|bureau|conseil|commission|groupes?|cafe|signature|presentation"
    r"|restitution|lancement|table ronde|portes ouvertes|colloque|seminaire|assises|evenement|concertation)s?\b"
)
_NOMBRES = ("", "", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze")
_COMPTE = re.compile(rf"([0-9]{{1,3}}|{'|'.join(_NOMBRES[2:])}) {{1,3}}((?:{_COMPTABLES})s?)\b")
NOMBRE_MAX: Final = 12
ADRESSE: Final = re.compile(
    r"https?://[a-z0-9][a-z0-9.-]{0,250}(?::[0-9]{1,5})?(?:[/?#][^\s<>\"()|\[\]]*)?", re.IGNORECASE
)
ADRESSE_MAX: Final = 2_000
_VISIO = re.compile(r"\b(?:visio\w*|webinaire|teams|zoom|meet|jitsi|bbb|bigbluebutton|webconf\w*|rendez-vous\.renater)")
_ETAT = re.compile(r"[(\[]? *(?:(?:est|a ete|ete|finalement) )?\b(annule|reporte)(?:e|es|s)?\b *[)\]]?!?")
A_CONFIRMER = re.compile(
    r"[(\[]? *(?:date |lieu |heure )?\b(?:a confirmer|a valider|sous reserve|previsionnel(?:le)?)\b *[)\]]?"
    r"|\(\?\)| \?$"
)
_LIEU_DIT = re.compile(r"[(\[,;-]? *\blieu {0,2}: {0,2}([^;|\t)\]]+)[)\]]?")
_LOCAUX = (
    "salles?|(?:sous-)?prefecture|mairie"
    "|hotel|maison|espace|mediatheque|bibliotheque|tiers-lieu|locaux|amphi\\w*|cci|cite"
    "|centre|college|lycee|universite|campus|siege|conseil departemental|conseil regional|metropole|fablab|fab lab"
    "|gymnase|theatre|auditorium|foyer|chateau|immeuble|batiment|bureaux?|france services|cafe|maif|caf|cpam|site|pole"
)
_ART = r"(?:(?:a la|a l'|au|aux|en|dans les?|dans la|dans l'|chez|a) ?(?:les? )?)"
_LIEUX = (
    _LIEU_DIT,
    re.compile(rf"[(\[] *{_ART}?((?:{_LOCAUX})\b[^()\[\]]*)[)\]]"),
    re.compile(rf"(?:,| -|\||\t|;) *{_ART}?((?:{_LOCAUX})\b[^,;|\t()]*)(?=$|[,;|\t(])"),
    re.compile(r"(?:,| -|\||\t|;) *(?:a la |a l'|au |aux |chez |a )([^,;|\t()]{2,80})$"),
    re.compile(rf"(?<=[a-z0-9)]) {_ART}((?:{_LOCAUX})\b[^,;|\t()]{{0,150}})$"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Retrait:
    """A text without what was taken out of it."""

    reste: str
    pris: str | None = None


def genre_de(titre: str) -> tuple[GenreReunion, TypeInstance | None]:
    """The kind that the first telling word says, and the type of instance named, if any."""
    plie = plier(titre)
    instance, genre = _NOMS_D_INSTANCE.search(plie), _NOMS_DE_GENRE.search(plie)
    type_ = _INSTANCES[int(str(instance.lastgroup)[1:])][0] if instance else None
    trouve = _GENRES[int(str(genre.lastgroup)[1:])][0] if genre else _G.AUTRE
    if instance and (genre is None or instance.start() < genre.start()):
        return _G.INSTANCE, type_
    return trouve, None if trouve in {_G.PREPARATION, _G.EVENEMENT} else type_


def parle_d_une_reunion(plie: str) -> bool:
    """The text begins with the name of a meeting."""
    return bool(_PREMIER_MOT.match(plie) or _NOMS_D_INSTANCE.match(plie) or _NOMS_DE_GENRE.match(plie))


def titres_comptes(titre: str) -> tuple[list[str], str | None]:
    """« 2 visios, … (Chinon et Loches) » as two titles; a count too high for one line stays one, and is told."""
    trouve = _COMPTE.match(plier(titre))
    if trouve is None:
        return [titre], None
    nombre = int(trouve[1]) if trouve[1].isdigit() else _NOMBRES.index(trouve[1])
    mot = titre[trouve.start(2) : trouve.end(2)]
    seul = mot[:-1] if mot.lower().endswith("s") else mot
    reste = titre[trouve.end() :]
    if not 1 <= nombre <= NOMBRE_MAX:
        return [titre], f"« {titre[: trouve.end()]} » : une ligne ne donne pas plus de {NOMBRE_MAX} réunions."
    return [f"{seul}{suite}" for suite in _repartir(reste, nombre)], None


def _repartir(reste: str, nombre: int) -> list[str]:
    """The end of a title, shared when it lists exactly as many names as there are meetings."""
    trouve = re.search(r"\(([^()]+)\)\s*$", reste)
    if trouve is None or nombre == 1:
        return [reste] * nombre
    *debut, dernier = re.split(r",\s*|\s+et\s+(?:d['’]|de )?", trouve[1])
    noms = [n.strip() for n in (*debut, dernier) if n.strip()]
    if len(noms) != nombre:
        return [reste] * nombre
    tete = re.match(r"(.*\b(?:de la |de l['’]|de |du |des |d['’]))(?=\S)", noms[0])
    commune = tete[1] if tete else ""
    noms[0] = noms[0][len(commune) :]
    return [f"{reste[: trouve.start()]}({re.sub('^bassins', 'bassin', commune)}{nom})" for nom in noms]


def retirer_lien(titre: str) -> tuple[str, str | None, list[str]]:
    """The title without addresses of the web; the one of a video meeting; the others."""
    adresses = [a.rstrip(".,;:!?»") for a in ADRESSE.findall(titre)]
    if not adresses:
        return titre, None, []
    bonnes = [a for a in adresses if len(a) <= ADRESSE_MAX]
    visio = next((a for a in bonnes if _VISIO.search(plier(a))), None)
    if visio is None and bonnes and _VISIO.search(plier(ADRESSE.sub("", titre))):
        visio = bonnes[0]
    for adresse in adresses:
        titre = titre.replace(adresse, " ", 1)
    return ebarber(titre), visio, [a for a in adresses if a != visio]


def retirer_lieu(titre: str) -> Retrait:
    """The title without the place it names."""
    plie = plier(titre)
    for motif in _LIEUX:
        trouve = motif.search(plie)
        if trouve:
            lieu = titre[trouve.start(1) : trouve.end(1)].strip(" .,;")
            reste = ebarber(f"{titre[: trouve.start()]} {titre[trouve.end() :]}")
            return Retrait(reste, lieu or None)
    return Retrait(titre)


def retirer_etat(titre: str) -> tuple[str, EtatReunion | None, int]:
    """The title without « annulée » or « reportée », that state, and where it stood (its end in the new title)."""
    trouve = _ETAT.search(plier(titre))
    if trouve is None:
        return titre, None, 0
    etat = EtatReunion.ANNULEE if trouve[1] == "annule" else EtatReunion.REPORTEE
    return f"{titre[: trouve.start()]} {titre[trouve.end() :]}", etat, trouve.start()
