"""The page of a roadmap: state, headings, published texts, and its fiches."""

from __future__ import annotations

from datetime import date

from backend.queries.fiches_action import SuiviAxe
from backend.queries.gouvernances import porteurs
from backend.queries.lecture import Ligne
from backend.queries.vues.feuilles_de_route import FeuilleVue
from backend.web import adresses
from backend.web.adresses import edition as edition_de_fiche
from backend.web.contexts import AxeLigne, Cadre, Edition, FeuilleDeRouteContexte, Formulaire
from backend.web.presentation.arbitrage.liees import liens_d_arbitrage
from backend.web.presentation.liste_de_fiches import EtatDeListe, adresse, en_mots
from backend.web.presentation.mots import nom_court, texte
from backend.web.presentation.versions import en_instruction, publiees, repartition
from exports.formats import periode, typographier
from fne_roadmaps.domain.droits import Acteur, Droit
from fne_roadmaps.domain.enums import EtatFeuille, RoleMembre
from fne_roadmaps.domain.feuilles_de_route import projet


def contexte_feuille(
    vue: FeuilleVue,
    cadre: Cadre,
    etat: EtatDeListe,
    du_territoire: str,
    acteur: Acteur,
    au: date,
    *,
    edition: Edition | None = None,
    nom_refuse: Formulaire | None = None,
) -> FeuilleDeRouteContexte:
    """The page. ``etat`` is what the address asks of the list; see ``en_mots`` for the last two.

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
        nouvelle_href=edition_de_fiche.nouvelle_fiche(f["id"])
        if Droit.PROPOSER in f["droits"] and f["etat"] is not EtatFeuille.CLOSE
        else None,
        arbitrage=liens_d_arbitrage(f["id"], f["etat"], f["droits"]),
        sous_titre=texte(f["sous_titre"]),
        date_etat=etape["date"] if etape else None,
        occasion=texte(etape["occasion"]) if etape else None,
        redacteurs=tuple(typographier(nom) for nom in redacteurs),
        periode=periode(f["debut"], f["fin"]),
        perimetre=f["perimetre"].libelle,
        appuis=tuple(typographier(a["intitule"]) for a in f["appuis"]),
        note=texte(f["note"]),
        **(
            en_mots(vue.liste, suivi, f, etat, acteur, au, edition=edition, nom_refuse=nom_refuse)
            if vue.liste and suivi
            else {}
        ),
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
