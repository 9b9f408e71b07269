"""What a reader may do to a fiche, as links; each is there when the service would accept it from them."""

from __future__ import annotations

from backend.queries.lecture import Ligne
from backend.queries.vues.fiches_action import FicheVue
from backend.web.adresses import contributions, edition, fiches_action as acces
from backend.web.contexts import Droits, Lien, SectionVide
from backend.web.edition.ouverte import sections_ouvertes
from backend.web.presentation.arbitrage.liees import actes_d_arbitrage
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import Instruction

_BESOIN = "Ce qui manque aux habitants, et ce que l’action doit changer : deux phrases suffisent pour commencer."
_JALONS = "Trois ou quatre dates suffisent : c’est elles qui diront si l’action prend du retard."
_MOYENS = "Qui y travaille, et ce qui existera à la fin : un lieu, un guide, une formation."
_FINANCEMENT = "Le besoin, puis ce qui est demandé, promis et obtenu, par financeur et par année."
_INDICATEURS = "Une valeur de départ et une cible : les mesures viendront avec les nouvelles."


def tient(vue: FicheVue) -> bool:
    """The reader follows the fiche: gives news, ticks milestones, adds measures."""
    return Droit.RENSEIGNER in vue.droits and vue.fiche["instruction"] is Instruction.RETENUE


def droits_de_page(vue: FicheVue) -> Droits:
    """Where the reader may write."""
    cle = vue.fiche["id"]
    sections = {s.code: edition.modifier(cle, s.code) for s in sections_ouvertes(vue.droits)}
    return Droits(
        nouvelles=acces.nouvelles(cle) if tient(vue) else None,
        modifier=sections,
        autres=tuple(_autres(vue)),
    )


def _autres(vue: FicheVue) -> list[Lien]:
    cle = vue.fiche["id"]
    liens = []
    if tient(vue):
        liens.append(Lien(libelle="Changer le statut", href=acces.avancement(cle)))
    if vue.demander:
        liens.append(Lien(libelle="Demander des nouvelles", href=contributions.demander(cle)))
    liens += actes_d_arbitrage(cle, vue.feuille, vue.fiche["instruction"], vue.droits)
    return liens


_VIDES = (
    ("besoin", "Besoin et objectifs", ("contexte", "objectifs", "description", "lien_diagnostic"), _BESOIN),
    ("jalons", "Jalons", ("jalons",), _JALONS),
    ("moyens", "Moyens et livrables", ("moyens_humains", "livrables", "liens"), _MOYENS),
    ("financements", "Financement", ("besoin", "financements"), _FINANCEMENT),
    ("indicateurs", "Indicateurs", ("indicateurs",), _INDICATEURS),
)


def sections_vides(fiche: Ligne, droits: Droits) -> tuple[SectionVide, ...]:
    """Sections that say nothing yet, for who may write them; for others they are simply not there."""
    return tuple(
        SectionVide(titre=titre, aide=aide, href=droits.modifier[code])
        for code, titre, champs, aide in _VIDES
        if code in droits.modifier and not any(fiche[c] or fiche[c] == 0 for c in champs)
    )
