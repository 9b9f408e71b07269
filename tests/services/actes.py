"""Every act a service offers, ready to be played by anyone in the small world, and what it leaves in the journal."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from backend.context import Contexte
from backend.services import (
    comptes,
    contributions as co,
    feuilles_de_route,
    fiches_action as fa,
    gouvernances,
    reunions as re,
    signatures,
    structures,
    territoires,
)
from backend.services.commands import (
    arbitrage as cb,
    contributions as cc,
    decisions as cd,
    feuilles_de_route as cf,
    fiches_action as ca,
    gouvernances as cg,
    reunions as cr,
    structures as cs,
    territoires as ct,
)
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.enums import Profil
from tests.services.actes_d_instance import INSTANCES
from tests.services.actes_de_seance import SEANCES

Service = Callable[..., Awaitable[Any]]


@dataclass(frozen=True)
class Acte:
    """One call of a service; ``journal`` is what it leaves there: (concept, action, field)."""

    service: Service
    arguments: tuple[Any, ...]
    journal: tuple[tuple[str, str, str | None], ...]

    @property
    def nom(self) -> str:
        """The name of the service."""
        return str(getattr(self.service, "__name__", self.service))

    async def jouer(self, ctx: Contexte) -> Any:
        """Call the service as the person of ``ctx``."""
        return await self.service(ctx, *self.arguments)


def _commande(modele: type[Any], **champs: Any) -> Any:
    return modele.model_validate(champs)


GOUVERNANCE = (
    Acte(
        gouvernances.modifier_gouvernance,
        ("28", 1, _commande(cg.ModifierGouvernance, presentation="Une présentation.")),
        (("gouvernance", "modifier", "presentation"),),
    ),
    Acte(
        gouvernances.ajouter_contribution,
        (_commande(cg.AjouterContribution, gouvernance="28", structure="hub-lo", type="conseil", description="Avis."),),
        (("contribution", "creer", None),),
    ),
    Acte(
        gouvernances.ajouter_chiffre,
        (_commande(cg.AjouterChiffre, gouvernance="28", usage="diagnostic", libelle="Indice", valeur="6.4"),),
        (("chiffre", "creer", None),),
    ),
)
FEUILLE = (
    Acte(
        feuilles_de_route.creer_feuille_de_route,
        (_commande(cf.CreerFeuilleDeRoute, gouvernance="28", titre="Suite", perimetre="departemental", annee=2026),),
        (("feuille_de_route", "creer", None),),
    ),
    Acte(
        feuilles_de_route.modifier_feuille_de_route,
        ("28-2024", 1, _commande(cf.ModifierFeuilleDeRoute, titre="Autre titre")),
        (("feuille_de_route", "modifier", "titre"),),
    ),
    Acte(
        feuilles_de_route.changer_etat,
        ("28-2024", 1, _commande(cf.ChangerEtat, etat="concertation")),
        (("etape", "creer", None), ("feuille_de_route", "changer_etat", "etat")),
    ),
    Acte(
        feuilles_de_route.creer_axe,
        (_commande(cf.CreerAxe, feuille_de_route="28-2024", titre="Équiper"),),
        (("axe", "creer", None),),
    ),
    Acte(
        feuilles_de_route.modifier_axe,
        ("28-2024/1", 1, _commande(cf.ModifierAxe, titre="Aller plus loin")),
        (("axe", "modifier", "titre"),),
    ),
    Acte(
        signatures.signer,
        ("28-2025", 3, _commande(cf.ChangerEtat, etat="signee", date="2025-06-16")),
        (
            ("etape", "creer", None),
            ("feuille_de_route", "changer_etat", "etat"),
            ("version_publiee", "signer", "empreinte"),
        ),
    ),
    Acte(
        signatures.presenter,
        ("28-2025", 3, _commande(cf.ChangerEtat, etat="presentee", date="2025-06-16")),
        (
            ("etape", "creer", None),
            ("feuille_de_route", "changer_etat", "etat"),
            ("version_publiee", "presenter", "empreinte"),
        ),
    ),
)
FICHE = (
    Acte(
        fa.creer_fiche_action,
        (_commande(ca.CreerFicheAction, feuille_de_route="28-2024", axe="28-2024/2", titre="Nouvelle"),),
        (("fiche_action", "creer", None),),
    ),
    Acte(
        fa.modifier_fiche_action,
        ("28-2024/1.1", 1, _commande(ca.ModifierFicheAction, titre="Grand bus", publics=["Aînés"], fin="2025-09")),
        (
            ("fiche_action", "modifier", "fin_edtf"),
            ("fiche_action", "modifier", "publics"),
            ("fiche_action", "modifier", "titre"),
        ),
    ),
    Acte(
        fa.changer_instruction,
        ("28-2024/p1", 1, _commande(ca.ChangerInstruction, instruction="proposee")),
        (("fiche_action", "changer_instruction", "instruction"),),
    ),
    Acte(
        fa.changer_avancement,
        ("28-2024/1.1", 1, _commande(ca.ChangerAvancement, avancement="en_cours")),
        (
            ("fiche_action", "changer_avancement", "avancement"),
            ("fiche_action", "changer_avancement", "nouvelles_le"),
        ),
    ),
    Acte(
        fa.lier_fiches,
        (_commande(ca.LierFiches, source="28-2024/1.1", cible="28-2024/1.2", type="fusion"),),
        (("fiche_action", "lier", "fusion"),),
    ),
)
_AXES_28 = [cle_fixe(f"axe:28-2024/{rang}") for rang in (1, 2)]
_FICHES_28 = [cle_fixe(f"fiche_action:28-2024/1.{rang}") for rang in (2, 1)]
ARBITRAGE = (
    Acte(
        fa.supprimer_fiche_action,
        ("28-2024/p1", 1, _commande(cb.SupprimerFiche, pourquoi="Saisie en double.")),
        (("fiche_action", "supprimer", "supprime_le"),),
    ),
    Acte(
        fa.fusionner_fiches,
        (_commande(cb.FusionnerFiches, cible="28-2024/1.1", sources=["28-2024/1.2"]),),
        (
            ("fiche_action", "fusionner", "instruction"),
            ("fiche_action", "fusionner", "numero_proposition"),
            ("fiche_action", "fusionner", "rang"),
        ),
    ),
    Acte(
        fa.scinder_fiche,
        ("28-2024/1.1", 1, _commande(cb.ScinderFiche, titres=["Suite"])),
        (("fiche_action", "creer", None),),
    ),
    Acte(
        fa.ranger_fiches,
        (
            "28-2024",
            1,
            _commande(
                cb.RangerFiches, axes=[{"axe": _AXES_28[0], "fiches": _FICHES_28}, {"axe": _AXES_28[1], "fiches": []}]
            ),
        ),
        (("feuille_de_route", "ranger", "ordre"), ("fiche_action", "ranger", "rang")),
    ),
)
REUNION = (
    Acte(
        re.creer_reunion,
        (_commande(cr.CreerReunion, instance="28/copil", etat="a_dater"),),
        (("reunion", "creer", None),),
    ),
    Acte(
        re.modifier_reunion,
        ("28/copil/r1", 1, _commande(cr.ModifierReunion, date="2025-09-25", lieu="Chartres")),
        (("reunion", "modifier", "date_edtf"), ("reunion", "modifier", "lieu")),
    ),
    Acte(
        re.changer_etat_reunion,
        ("28/copil/r1", 1, _commande(cr.ChangerEtatReunion, etat="annulee", motif="Faute de sujet.")),
        (("reunion", "changer_etat", "etat"), ("reunion", "changer_etat", "motif")),
    ),
    Acte(
        re.supprimer_reunion,
        ("28/copil/r1", 1, "Saisie en double."),
        (("reunion", "supprimer", "supprime_le"),),
    ),
    Acte(
        re.creer_decision,
        (_commande(cd.CreerDecision, reunion="28/copil/r1", annee=2025, texte="Un second bus."),),
        (("decision", "creer", None),),
    ),
    *(Acte(*joue) for joue in SEANCES),
    Acte(
        re.changer_suivi,
        ("28/copil/2025-1", 1, _commande(cd.ChangerSuivi, suivi="en_cours", suivi_note="Le bus est commandé.")),
        (
            ("decision", "changer_suivi", "suivi"),
            ("decision", "changer_suivi", "suivi_note"),
            ("decision", "changer_suivi", "suivi_le"),
        ),
    ),
    Acte(
        re.dire_le_role,
        ("28/copil/r1", _commande(cr.DireLeRole, structure="hub-lo", roles=("animateur",), temps_minutes=90)),
        (("reunion", "dire_le_role", "roles"),),
    ),
    Acte(
        re.modifier_decision,
        ("28/copil/2025-1", 1, _commande(cd.ModifierDecision, texte="Deux bus.", fiches=["28-2024/1.2"])),
        (("decision", "modifier", "fiches"), ("decision", "modifier", "texte")),
    ),
)
APPEL = (
    Acte(
        co.creer_appel,
        (_commande(cc.CreerAppel, feuille_de_route="28-2024", titre="Proposez", axes=["28-2024/1"]),),
        (("appel_a_fiches", "creer", None),),
    ),
    Acte(
        co.modifier_appel,
        (cle_fixe("appel_a_fiches:28-2024/Appel"), 1, _commande(cc.ModifierAppel, titre="Bis", axes=["28-2024/2"])),
        (("appel_a_fiches", "modifier", "axes"), ("appel_a_fiches", "modifier", "titre")),
    ),
)
INSTANCE = tuple(Acte(*joue) for joue in INSTANCES)
DE_LA_GOUVERNANCE = (*APPEL, *GOUVERNANCE, *FEUILLE, *FICHE, *ARBITRAGE, *INSTANCE, *REUNION)

DU_SYSTEME = (
    Acte(
        territoires.creer_territoire,
        (
            _commande(
                ct.CreerTerritoire, code="bv-dreux", type="bassin_de_vie", nom="Dreux", du_nom="de Dreux", parent="28"
            ),
        ),
        (("territoire", "creer", None),),
    ),
    Acte(
        structures.creer_structure,
        (_commande(cs.CreerStructure, code="asso-b", nom="Association exemple B", type="association"),),
        (("structure", "creer", None),),
    ),
    Acte(
        structures.creer_poste,
        (_commande(cs.CreerPoste, code="cd-28/direction", structure="cd-28", fonction="Direction"),),
        (("poste", "creer", None),),
    ),
    Acte(structures.creer_personne, (_commande(cs.CreerPersonne, nom="Exemple"),), (("personne", "creer", None),)),
    Acte(
        gouvernances.creer_gouvernance,
        (_commande(cg.CreerGouvernance, code="pnt-dreux", type="pnt", nom="PNT", territoire="R24"),),
        (("gouvernance", "creer", None),),
    ),
    Acte(comptes.creer_compte, ("eve-28", "Ève", {"28": Profil.LECTEUR}), (("compte", "creer", None),)),
)
