"""Attendance in words: each seat, each guest, and the quorum."""

from __future__ import annotations

from uuid import UUID

from backend.queries.lecture import Ligne
from backend.queries.vues.seances import SeanceVue
from backend.web.contexts.seances import InviteLigne, PresencesDites, SiegeLigne
from exports.formats import typographier
from fne_roadmaps.domain.enums import EtatPresence
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.seances import Pointage, compter_quorum
from fne_roadmaps.domain.seances.presences import COMPTENT

A_DISTANCE = "a_distance"
ETATS_DE_SIEGE = (
    ("present", "Présent"),
    (A_DISTANCE, "À distance"),
    ("represente", "Représenté"),
    ("excuse", "Excusé"),
    ("absent", "Absent"),
)
ETATS_D_INVITE = (("invite", "Présent"), (A_DISTANCE, "À distance"), ("excuse", "Excusé"), ("absent", "Absent"))
_ANNONCES = {"acceptee": "a répondu oui", "incertaine": "a répondu peut-être", "declinee": "a répondu non"}
_ICONES = {
    "present": "check2",
    "invite": "check2",
    A_DISTANCE: "camera-video",
    "represente": "arrow-left-right",
    "excuse": "dash-circle",
    "absent": "x-lg",
    "": "circle",
}


def presences_dites(vue: SeanceVue) -> PresencesDites:
    """Who is there, seat by seat, and whether enough are."""
    par_siege: dict[UUID, Ligne] = {p["siege"]: p for p in vue.presences if p["siege"]}
    noms = {s["id"]: nom_de_siege(s) for s in vue.sieges}
    sieges = tuple(_siege(s, par_siege.get(s["id"]), noms) for s in vue.sieges)
    invites = tuple(_invite(p) for p in vue.presences if not p["siege"])
    voix = [s["id"] for s in vue.sieges if s["voix"]]
    pointages = {
        cle: Pointage(EtatPresence(p["etat"]), bool(p["a_distance"]), p["represente_par"], p["representant"])
        for cle, p in par_siege.items()
    }
    quorum, alerte = None, None
    try:
        quorum = compter_quorum(vue.reunion["quorum"], voix, pointages) if vue.reunion["instance"] else None
    except RegleViolee as refus:
        alerte = typographier(refus.message)
    return PresencesDites(
        sieges=sieges,
        invites=invites,
        quorum=quorum,
        alerte=alerte,
        restants=sum(not s.etat for s in sieges),
        presents=sum(s.compte for s in sieges),
    )


def nom_de_siege(s: Ligne) -> str:
    """The organisation, or the words of a seat; both when a seat has both."""
    if s["libelle"] and s["nom"] != s["libelle"]:
        return typographier(f"{s['nom']}, {s['libelle']}")
    return typographier(s["nom"] or "Siège sans nom")


def _siege(s: Ligne, p: Ligne | None, noms: dict[UUID, str]) -> SiegeLigne:
    etat = _code(p)
    return SiegeLigne(
        cle=str(s["id"]),
        nom=noms[s["id"]],
        fonction=s["fonction"] and typographier(s["fonction"]),
        suppleance=s["suppleance"] and typographier(s["suppleance"]),
        college=s["college"] and typographier(s["college"]),
        voix=bool(s["voix"]),
        etat=etat,
        dit=_dit(p, noms) if p else "Non pointé",
        icone=_ICONES[etat],
        compte=p is not None and EtatPresence(p["etat"]) in COMPTENT,
        annonce=_ANNONCES.get(s["reponse"] or ""),
        version=p["version"] if p else None,
        represente_par=str(p["represente_par"] or "") if p else "",
        representant=(p["representant"] or "") if p else "",
    )


def _code(p: Ligne | None) -> str:
    if p is None:
        return ""
    return A_DISTANCE if p["a_distance"] else str(p["etat"])


def _dit(p: Ligne, noms: dict[UUID, str]) -> str:
    if p["etat"] == EtatPresence.REPRESENTE:
        if p["represente_par"]:
            return f"Pouvoir à {noms.get(p['represente_par'], 'un autre siège')}"
        return f"Représenté par {typographier(p['representant'] or '')}"
    return dict((*ETATS_DE_SIEGE, ("invite", "Présent")))[_code(p)]


def _invite(p: Ligne) -> InviteLigne:
    dits = [typographier(n) for n in (p["structure_nom"], p["libelle"]) if n]
    etat = _code(p)
    return InviteLigne(
        cle=str(p["id"]), nom=", ".join(dits), etat=etat, dit=_dit(p, {}), icone=_ICONES[etat], version=p["version"]
    )
