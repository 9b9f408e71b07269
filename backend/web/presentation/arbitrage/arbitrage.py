"""The page where a roadmap's fiches are decided on."""

from __future__ import annotations

from backend.queries.lecture import Ligne
from backend.queries.vues.arbitrage import ArbitrageVue
from backend.web import adresses
from backend.web.adresses import arbitrage as acces
from backend.web.contexts import ArbitrageContexte, Cadre, Lien
from backend.web.contexts.arbitrage import AxeAArbitrer, DoublonProbable, FicheAInstruire, Options
from backend.web.presentation.decisions import nom_de_fiche
from backend.web.presentation.mots import texte
from exports.formats import majuscule, typographier
from fne_roadmaps.domain.arbitrage import FUSIONNABLES
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import EtatFeuille, Instruction

_A_DECIDER = (Instruction.PROPOSEE, Instruction.EN_INSTRUCTION)


def contexte_arbitrage(vue: ArbitrageVue, cadre: Cadre) -> ArbitrageContexte:
    """The page: fiches to decide on by the axe they aim at, then those set aside and merged."""
    f = vue.feuille
    mot = f["mot_niveau_1"]
    arbitre = Droit.ARBITRER in vue.droits and f["etat"] != EtatFeuille.CLOSE
    par_axe: dict[object, list[FicheAInstruire]] = {}
    for fiche in vue.fiches:
        if fiche["instruction"] in _A_DECIDER:
            par_axe.setdefault(fiche["axe"], []).append(_fiche(fiche, vue, mot))
    axes = [
        AxeAArbitrer(
            rang=a["rang"],
            titre=texte(a["titre"]) or "titre non publié",
            fiches=tuple(par_axe[a["id"]]),
        )
        for a in vue.axes
        if a["id"] in par_axe
    ]
    if sans_axe := par_axe.get(None):
        axes.append(AxeAArbitrer(rang=None, titre=f"{majuscule(mot)} à choisir", fiches=tuple(sans_axe)))
    return ArbitrageContexte(
        cadre=cadre,
        feuille=typographier(f["titre"]),
        mot=mot,
        axes=tuple(axes),
        ecartees=_de_l_etat(vue, Instruction.ECARTEE, mot),
        fusionnees=_de_l_etat(vue, Instruction.FUSIONNEE, mot),
        places=places(vue.axes, mot),
        proposees=sum(x["instruction"] == Instruction.PROPOSEE for x in vue.fiches),
        en_instruction=sum(x["instruction"] == Instruction.EN_INSTRUCTION for x in vue.fiches),
        arbitre=arbitre,
        fusion=acces.fusion(f["id"]),
        retour=adresses.feuille_de_route(f["id"]),
        liens=(
            *((Lien(libelle="Ordre et numéros", href=acces.ordre(f["id"])),) if arbitre else ()),
            Lien(libelle="Corbeille", href=acces.corbeille(f["id"])),
            Lien(libelle="Fiches publiées ailleurs", href=acces.fiches_publiees()),
        ),
    )


def places(axes: list[Ligne], mot: str) -> Options:
    """The axes a fiche may be retained under, with the number it would take there."""
    return tuple(
        (
            str(a["id"]),
            typographier(
                f"{majuscule(mot)} {a['rang']}, {texte(a['titre']) or 'titre non publié'} (numéro {a['prochain']})"
            ),
        )
        for a in axes
    )


def _de_l_etat(vue: ArbitrageVue, etat: Instruction, mot: str) -> tuple[FicheAInstruire, ...]:
    return tuple(_fiche(f, vue, mot) for f in vue.fiches if f["instruction"] == etat)


def _fiche(f: Ligne, vue: ArbitrageVue, mot: str) -> FicheAInstruire:
    arbitre = Droit.ARBITRER in f["droits"]
    visee = next((a for a in vue.axes if a["id"] == f["axe"]), None)
    return FicheAInstruire(
        cle=str(f["id"]),
        code=(f["code"] or "").rpartition("/")[2],
        titre=typographier(f["titre"]),
        href=adresses.fiche_action(f["id"]),
        instruction=Instruction(f["instruction"]),
        version=f["version"],
        exemple=f["exemple"],
        proposee_par=tuple(typographier(nom) for nom in f["proposeurs"]),
        pilotes=tuple(typographier(nom) for nom in f["pilotes"]),
        contexte=texte(f["contexte"]),
        besoin=f["besoin"],
        doublons=tuple(_doublon(d, f, arbitre) for d in f["doublons"]),
        motif=texte(f["motif"]),
        dans=_lien(f["dans"]) if f["dans"] else None,
        action=acces.instruction(f["id"]) if arbitre else None,
        axe=str(f["axe"]) if f["axe"] else None,
        retenir=f"Retenir sous l’{mot} {visee['rang']}" if visee and _elide(mot) else _retenir(visee, mot),
    )


def _elide(mot: str) -> bool:
    return mot[:1].lower() in "aeiouyéèêhœ"


def _retenir(axe: Ligne | None, mot: str) -> str | None:
    return f"Retenir sous « {mot} {axe['rang']} »" if axe else None


def _lien(f: Ligne) -> Lien:
    titre = typographier(f["titre"])
    return Lien(libelle=f"{nom_de_fiche(f['code'], titre)}, {titre}", href=adresses.fiche_action(f["id"]))


def _doublon(d: Ligne, f: Ligne, arbitre: bool) -> DoublonProbable:
    fusionnable = arbitre and Instruction(d["instruction"]) in FUSIONNABLES
    return DoublonProbable(
        fiche=_lien(d),
        instruction=Instruction(d["instruction"]),
        fusion=acces.fusion(f["feuille_de_route"], (f["id"], d["id"])) if fusionnable else None,
    )
