"""Answering a request for news from its link: kept as a draft, then sent, which makes a proposal of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from backend.context import Contexte
from backend.queries.contributions import indicateurs_de_la_fiche, lire_demande
from backend.queries.lecture import Ligne
from backend.services.commands.champs import Valeur
from backend.services.ecriture import ecriture, journaliser, verrouiller
from fne_roadmaps.domain.contributions import CHAMPS_DE_NOUVELLES, SAISIE_MAX, changer_demande
from fne_roadmaps.domain.dates import DateIncertaine, lire_date_dite
from fne_roadmaps.domain.droits import Droit, droits_sur_demande, exiger
from fne_roadmaps.domain.enums import Avancement, EtatDemande
from fne_roadmaps.domain.errors import NonTrouve, ReglesViolees, RegleViolee
from fne_roadmaps.domain.textes import texte_propre
from fne_roadmaps.tables.contributions import DemandeDeNouvelles

QUOI = "Cette demande de nouvelles"
_LONG, _FONCTION = 20_000, 120
_VALEUR: TypeAdapter[str] = TypeAdapter(Valeur)
CHAMPS = (*CHAMPS_DE_NOUVELLES, "texte", "fonction", "mesure.indicateur", "mesure.valeur", "mesure.date")
"""What is typed in an answer. Hidden beside it: ``lu.<champ>``, what the fiche said when the page was read, and
``vu.<champ>``, the words it was shown in."""

Saisie = Mapping[str, str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reponse:
    """An answer as read: ``lu`` and ``propose`` by field, canonical; ``dates`` keep the words of the proposed ones."""

    lu: Mapping[str, Any]
    propose: Mapping[str, Any]
    dates: Mapping[str, DateIncertaine | None]
    texte: str | None
    fonction: str | None
    mesure: Mapping[str, Any] | None

    @property
    def vide(self) -> bool:
        """It says nothing at all."""
        return not (self.texte or self.mesure or any(self.propose[c] != self.lu[c] for c in CHAMPS_DE_NOUVELLES))


async def garder_reponse(ctx: Contexte, cle: UUID, saisie: Saisie) -> None:
    """Keep what is typed, as typed, to come back to it. Raises NonTrouve, Interdit, or RegleViolee: too long."""
    async with ecriture():
        demande = await _demande_ouverte(ctx, cle)
        await _ecrire(ctx, demande, {"reponse": json.dumps({"saisie": _retenue(saisie)})}, "garder", {})


async def repondre(ctx: Contexte, cle: UUID, saisie: Saisie) -> None:
    """Send the answer, once: it becomes a proposal, and changes nothing yet. Raises ReglesViolees."""
    async with ecriture():
        await _repondre(ctx, cle, saisie)


async def _repondre(ctx: Contexte, cle: UUID, saisie: Saisie) -> None:
    demande = await _demande_ouverte(ctx, cle)
    retenue = _retenue(saisie)
    reponse, refus = lire_reponse(retenue)
    connus = {i["libelle"] for i in await indicateurs_de_la_fiche(demande["fiche_action"])}
    if reponse.mesure and reponse.mesure["indicateur"] not in connus:
        refus = (*refus, RegleViolee("mesure.indicateur", "Choisissez l’indicateur dans la liste."))
    if refus:
        raise ReglesViolees(list(refus))
    if reponse.vide:
        raise RegleViolee("texte", "Dites au moins une chose, même « rien de neuf depuis ».")
    changer_demande(demande["etat"], EtatDemande.REPONDUE)
    valeurs = {
        "reponse": json.dumps({"saisie": retenue, "le": ctx.au.isoformat()}),
        "etat": EtatDemande.REPONDUE.value,
        "repondue_le": ctx.maintenant,
    }
    await _ecrire(ctx, demande, valeurs, "repondre", {"etat": (demande["etat"], EtatDemande.REPONDUE)})


def lire_reponse(saisie: Saisie) -> tuple[Reponse, tuple[RegleViolee, ...]]:
    """What an answer says, and each field of it that cannot be read. A field left as it was shown says nothing new."""
    lecture = _Lecture(saisie)
    dates: dict[str, DateIncertaine | None] = {}
    lu = _lu(saisie)
    propose = dict(lu)
    for champ in CHAMPS_DE_NOUVELLES:
        if champ not in saisie or saisie[champ].strip() == saisie.get(f"vu.{champ}", "").strip():
            continue
        if champ in {"debut", "fin"}:
            dates[champ] = lecture.lire(champ, lambda texte, nom: lire_date_dite(texte, nom) if texte.strip() else None)
            date = dates[champ]
            propose[champ] = (date.edtf or date.recu) if date else None
        elif champ == "progression":
            propose[champ] = lecture.lire(champ, _progression)
        elif champ == "avancement":
            propose[champ] = lecture.lire(champ, _avancement)
        else:
            propose[champ] = lecture.lire(champ, lambda texte, nom: texte_propre(texte, nom, _LONG, lignes=True))
    reponse = Reponse(
        lu=lu,
        propose=propose,
        dates=dates,
        texte=lecture.lire("texte", lambda texte, nom: texte_propre(texte, nom, _LONG, lignes=True)),
        fonction=lecture.lire("fonction", lambda texte, nom: texte_propre(texte, nom, _FONCTION)),
        mesure=_mesure(lecture),
    )
    return reponse, tuple(lecture.refus)


class _Lecture:
    """Reads fields one by one and remembers those that cannot be."""

    def __init__(self, saisie: Saisie) -> None:
        self.saisie = saisie
        self.refus: list[RegleViolee] = []

    def lire(self, champ: str, comment: Callable[[str, str], T]) -> T | None:
        """The value of a field, None when it cannot be read."""
        try:
            return comment(self.saisie.get(champ, ""), champ)
        except RegleViolee as violation:
            self.refus.append(violation)
            return None


def _lu(saisie: Saisie) -> dict[str, Any]:
    """What the page said of the fiche, as it came back: anybody may have written there, so nothing is believed."""
    lu: dict[str, Any] = {champ: saisie.get(f"lu.{champ}", "")[:_LONG] or None for champ in CHAMPS_DE_NOUVELLES}
    chiffres = str(lu["progression"] or "")
    lu["progression"] = int(chiffres) if chiffres.isascii() and chiffres.isdigit() and len(chiffres) < 4 else None
    lu["avancement"] = lu["avancement"] if lu["avancement"] in set(Avancement) else None
    return lu


def _progression(texte: str, champ: str) -> int | None:
    nu = texte.strip().removesuffix("%").strip()
    if not nu:
        return None
    if not (nu.isascii() and nu.isdigit() and len(nu) < 4 and int(nu) <= 100):
        raise RegleViolee(champ, "Indiquez un pourcentage entier, de 0 à 100.")
    return int(nu)


def _avancement(texte: str, champ: str) -> str | None:
    if texte not in set(Avancement):
        raise RegleViolee(champ, "Choisissez l’avancement dans la liste.")
    return texte


def _valeur(texte: str, champ: str) -> str:
    try:
        return _VALEUR.validate_python(texte)
    except ValidationError as refus:
        raise RegleViolee(champ, refus.errors()[0]["msg"]) from None


def _mesure(lecture: _Lecture) -> dict[str, Any] | None:
    """One measure of one indicator; the day of the answer stands for a missing date."""
    indicateur, valeur = (lecture.saisie.get(f"mesure.{c}", "").strip() for c in ("indicateur", "valeur"))
    if not valeur:
        return None
    if not indicateur:
        lecture.refus.append(RegleViolee("mesure.indicateur", "Dites de quel indicateur vient ce chiffre."))
        return None
    return {
        "indicateur": indicateur,
        "valeur": lecture.lire("mesure.valeur", _valeur),
        "date": lecture.lire("mesure.date", lambda t, nom: lire_date_dite(t, nom) if t.strip() else None),
    }


async def _demande_ouverte(ctx: Contexte, cle: UUID) -> Ligne:
    """A request that still waits, held, for who has its link. Raises NonTrouve or RegleViolee."""
    await verrouiller(DemandeDeNouvelles, cle)
    demande = await lire_demande(cle)
    if demande is None:
        raise NonTrouve(QUOI)
    if ctx.acteur.systeme:
        return demande
    droits = droits_sur_demande(ctx.acteur, cle, demande["etat"])
    if Droit.SUIVRE in droits and Droit.RENSEIGNER not in droits:
        raise RegleViolee("texte", f"Cette demande n’attend plus de réponse : {demande['etat'].libelle.lower()}.")
    exiger(droits, Droit.RENSEIGNER, QUOI)
    return demande


def _retenue(saisie: Saisie) -> dict[str, str]:
    """What is kept of a posted form. Raises RegleViolee when it is too long."""
    noms = {*CHAMPS, *(f"{p}.{c}" for p in ("lu", "vu") for c in CHAMPS_DE_NOUVELLES)}
    retenue = {nom: valeur for nom, valeur in saisie.items() if nom in noms}
    if sum(map(len, retenue.values())) > SAISIE_MAX:
        raise RegleViolee("texte", "Cette réponse est trop longue : 100\u202f000 caractères au plus.")
    return retenue


async def _ecrire(
    ctx: Contexte,
    demande: Ligne,
    valeurs: Mapping[str, Any],
    action: str,
    changements: Mapping[str, tuple[Any, Any]],
) -> None:
    colonnes: dict[Any, Any] = {**valeurs, "version": demande["version"] + 1, "maj_le": ctx.maintenant}
    await DemandeDeNouvelles.update(colonnes).where(DemandeDeNouvelles.id == demande["id"]).run()
    await journaliser(
        ctx,
        "demande_de_nouvelles",
        demande["id"],
        action,
        gouvernance=demande["gouvernance"],
        changements=changements or {"reponse": (None, None)},
    )
