"""Links between fiches in words, and what a reader may do of the arbitration of one."""

from __future__ import annotations

from uuid import UUID

from backend.queries.lecture import Ligne
from backend.web import adresses
from backend.web.adresses import arbitrage as acces
from backend.web.contexts import FicheLiee, Lien
from backend.web.presentation.arbitrage.mots import LIBELLES
from backend.web.presentation.decisions import nom_de_fiche
from exports.formats import enumeration, typographier
from fne_roadmaps.domain.arbitrage import FUSIONNABLES, SUPPRIMABLES
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import EtatFeuille, Instruction, TypeLienFiches

_RELATIONS = {
    (TypeLienFiches.FUSION, "vers"): "Fusionnée dans",
    (TypeLienFiches.FUSION, "depuis"): "Réunit",
    (TypeLienFiches.ESSAIMAGE, "vers"): "Reprise par",
    (TypeLienFiches.ESSAIMAGE, "depuis"): "Reprend",
    (TypeLienFiches.SCISSION, "vers"): "Scindée en",
    (TypeLienFiches.SCISSION, "depuis"): "Issue de la scission de",
}
_PUBLIES = frozenset({EtatFeuille.PRESENTEE, EtatFeuille.SIGNEE, EtatFeuille.CLOSE})
_PROPOSITIONS = frozenset({Instruction.BROUILLON, Instruction.PROPOSEE})


def fiche_liee(x: Ligne) -> FicheLiee:
    """A fiche that is not open is only said to exist; one taken up is told by its published text."""
    relation = _RELATIONS[x["type"], x["sens"]]
    if x["fiche"] is not None:
        nom = typographier(x["fiche"]["nom"])
        code = x["fiche"]["code"]
        return FicheLiee(
            relation=relation,
            titre=f"{nom_de_fiche(code, nom)}, {nom}" if code else nom,
            href=adresses.fiche_action(x["fiche"]["id"]),
            precision=_apport(x),
            detail=acces.fusion_faite(x["acte"]) if x["acte"] else None,
        )
    if x["origine"]:
        o = x["origine"]
        texte = f"{o['titre']}, fiche {o['numero']} de {o['feuille']}, version {o['numero_de_version']}"
        return FicheLiee(
            relation=relation,
            titre=typographier(texte),
            href=acces.fiche_publiee(o["version"], o["numero"]),
            precision=o["territoire"],
        )
    return FicheLiee(relation=relation, titre="Une fiche d’une autre gouvernance, réservée à ses membres")


def _apport(x: Ligne) -> str | None:
    """« Venu de cette fiche : contexte, jalons » on the fiche that received; « Y a apporté » on the other."""
    if not x["apport"]:
        return None
    noms = enumeration([mot.lower() for champ, mot in LIBELLES.items() if champ in x["apport"]])
    return typographier(f"{'Venu de cette fiche' if x['sens'] == 'depuis' else 'Y a apporté'} : {noms}")


def actes_d_arbitrage(
    fiche: UUID, feuille: Ligne, instruction: Instruction, droits: frozenset[Droit]
) -> tuple[Lien, ...]:
    """Links to the acts the services would accept from who has these rights, in this state."""
    liens = []
    arbitre = Droit.ARBITRER in droits
    figee = instruction is Instruction.RETENUE and EtatFeuille(feuille["etat"]) in _PUBLIES
    if arbitre and instruction is not Instruction.FUSIONNEE and not figee:
        liens.append(Lien(libelle="Instruire", href=acces.instruction(fiche)))
    elif Droit.REDIGER in droits and instruction in _PROPOSITIONS:
        mot = "Proposer la fiche" if instruction is Instruction.BROUILLON else "La reprendre en brouillon"
        liens.append(Lien(libelle=mot, href=acces.instruction(fiche)))
    if arbitre and instruction in FUSIONNABLES:
        liens.append(Lien(libelle="Réunir avec d’autres fiches", href=acces.fusion(feuille["id"], [fiche])))
        liens.append(Lien(libelle="Scinder", href=acces.scission(fiche)))
    if instruction in SUPPRIMABLES and (arbitre or Droit.REDIGER in droits):
        liens.append(Lien(libelle="Mettre à la corbeille", href=acces.suppression(fiche)))
    return tuple(liens)


def liens_d_arbitrage(feuille: UUID, etat: EtatFeuille, droits: frozenset[Droit]) -> tuple[Lien, ...]:
    """From the page of a roadmap: what is to be decided, for who follows it; the order, for who gives it."""
    liens = []
    if Droit.SUIVRE in droits:
        liens.append(Lien(libelle="Arbitrage", href=acces.arbitrage(feuille)))
    if Droit.ARBITRER in droits and etat is not EtatFeuille.CLOSE:
        liens.append(Lien(libelle="Ordre et numéros", href=acces.ordre(feuille)))
    return tuple(liens)
