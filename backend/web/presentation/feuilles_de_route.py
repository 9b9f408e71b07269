"""The page of a roadmap: state, headings, published texts, and its fiches."""

from __future__ import annotations

from collections.abc import Mapping

from backend.queries.fiches_action import SuiviAxe
from backend.queries.gouvernances import porteurs
from backend.queries.lecture import Ligne
from backend.queries.listes import Demande
from backend.queries.vues.feuilles_de_route import FeuilleVue
from backend.web import adresses
from backend.web.contexts import AxeLigne, Cadre, FeuilleDeRouteContexte
from backend.web.presentation.liste_de_fiches import adresse, en_mots
from backend.web.presentation.mots import nom_court, texte
from backend.web.presentation.versions import en_instruction, publiees, repartition
from exports.formats import periode, typographier
from fne_roadmaps.domain.enums import RoleMembre
from fne_roadmaps.domain.feuilles_de_route import projet


def contexte_feuille(
    vue: FeuilleVue, cadre: Cadre, demande: Demande, etat: Mapping[str, str], du_territoire: str
) -> FeuilleDeRouteContexte:
    """The page. ``demande`` and ``etat`` are what the address asks of the list, read and as typed.

    ``du_territoire`` is the genitive of the place (« d’Eure-et-Loir »).
    """
    f = vue.feuille
    suivi: SuiviAxe | None = f["suivi"]
    etape = next((e for e in reversed(f["etapes"]) if e["etat"] is f["etat"]), None)
    redacteurs = [m["structure"]["nom"] for m in vue.membres if RoleMembre.REDACTEUR in m["roles_au"]]
    return FeuilleDeRouteContexte(
        cadre=cadre,
        code=f["code"],
        titre=typographier(f["titre"]),
        etat=f["etat"],
        mot=f["mot_niveau_1"],
        mots=f["mots_niveau_1"],
        ouverte=suivi is not None,
        porteurs=tuple(nom_court(typographier(p["nom"]), du_territoire) for p in porteurs(vue.membres)),
        axes=_axes(vue),
        versions=publiees(f["id"], f["versions"], vue.plan),
        axes_valides=vue.axes > 0,
        projet_href=adresses.projet(f["id"]) if suivi is not None and projet(f["etat"]) else None,
        sous_titre=texte(f["sous_titre"]),
        date_etat=etape["date"] if etape else None,
        occasion=texte(etape["occasion"]) if etape else None,
        redacteurs=tuple(typographier(nom) for nom in redacteurs),
        periode=periode(f["debut"], f["fin"]),
        perimetre=f["perimetre"].libelle,
        appuis=tuple(typographier(a["intitule"]) for a in f["appuis"]),
        note=texte(f["note"]),
        **(en_mots(vue.liste, suivi, f, demande, etat) if vue.liste and suivi else {}),
    )


def _axes(vue: FeuilleVue) -> tuple[AxeLigne, ...]:
    """Headings of today for those who follow the governance, those of the last published text for the others."""
    f = vue.feuille
    if f["axes"] is None:
        publies = vue.plan.axes if vue.plan else ()
        return tuple(AxeLigne(rang=a.rang, titre=texte(a.titre), transversal=a.transversal) for a in publies)
    return tuple(_axe(f, a) for a in f["axes"] if a["parent"] is None)


def _axe(feuille: Ligne, axe: Ligne) -> AxeLigne:
    suivi: SuiviAxe = axe["suivi"]
    return AxeLigne(
        rang=axe["rang"],
        titre=texte(axe["titre"]),
        href=adresse(feuille["id"], {"axe": axe["code"]}) if suivi.fiches else None,
        transversal=axe["transversal"],
        progres=repartition(suivi),
        en_retard=suivi.en_retard,
        en_instruction=en_instruction(suivi),
    )
