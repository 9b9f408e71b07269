"""The Jinja environment and the template of each page context."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from backend.web import adresses, contexts
from backend.web.filters import FILTRES

DOSSIER = Path(__file__).resolve().parent / "templates"

FEUILLES_DE_STYLE = tuple(
    f"theme/{nom}.css"
    for nom in (
        "jetons",
        "base",
        "entete",
        "gabarit",
        "signaux",
        "listes",
        "tableau",
        "blocs",
        "suivi",
        "agenda",
        "grille",
        "comptes-rendus",
        "formulaires",
        "contributions",
        "textes",
        "comptes",
        "graphiques",
        "fiche",
        "tableau-de-bord",
        "tableau-de-bord-imprime",
        "edition",
        "outils",
        "lignes",
        "statuts",
        "frise",
        "arbitrage",
        "changement",
        "instances",
    )
)
"""Sheets of the theme, in the order they are linked; the print sheet comes last, in the template."""

FEUILLES_DE_PAGE = tuple(f"theme/{nom}.css" for nom in ("collage", "presences", "seance"))
"""Sheets only a few pages link, in their block ``feuilles``: every other page stays light without them."""

GABARITS: dict[type[Any], str] = {
    contexts.AccueilContexte: "accueil.html",
    contexts.AgendaContexte: "agenda.html",
    contexts.AvancementContexte: "avancement.html",
    contexts.ArbitrageContexte: "arbitrage/arbitrage.html",
    contexts.ChoixDesFichesContexte: "arbitrage/choix_des_fiches.html",
    contexts.CorbeilleContexte: "arbitrage/corbeille.html",
    contexts.FichePublieeContexte: "arbitrage/fiche_publiee.html",
    contexts.FichesPublieesContexte: "arbitrage/fiches_publiees.html",
    contexts.FusionContexte: "arbitrage/fusion.html",
    contexts.FusionFaiteContexte: "arbitrage/fusion_faite.html",
    contexts.InstructionContexte: "arbitrage/instruction.html",
    contexts.OrdreContexte: "arbitrage/ordre.html",
    contexts.ReprendreContexte: "arbitrage/reprendre.html",
    contexts.ScissionContexte: "arbitrage/scission.html",
    contexts.SuppressionContexte: "arbitrage/suppression.html",
    contexts.AppelContexte: "contributions/appel.html",
    contexts.AppelFormulaireContexte: "contributions/appel_formulaire.html",
    contexts.AppelPublicContexte: "contributions/appel_public.html",
    contexts.AppelsContexte: "contributions/appels.html",
    contexts.DemandeContexte: "contributions/demande.html",
    contexts.DemanderContexte: "contributions/demander.html",
    contexts.DepotContexte: "contributions/depot.html",
    contexts.EtapeDepotContexte: "contributions/etape.html",
    contexts.LienMortContexte: "contributions/lien_mort.html",
    contexts.PropositionsContexte: "contributions/propositions.html",
    contexts.RelireDepotContexte: "contributions/relire.html",
    contexts.RepondreContexte: "contributions/repondre.html",
    contexts.ReponseEnvoyeeContexte: "contributions/reponse_envoyee.html",
    contexts.EditionContexte: "edition.html",
    contexts.AccesContexte: "comptes/acces.html",
    contexts.AccesMortContexte: "comptes/acces_mort.html",
    contexts.AccessibiliteContexte: "accessibilite.html",
    contexts.ApercuContexte: "apercu.html",
    contexts.CompteContexte: "comptes/compte.html",
    contexts.ComptesContexte: "comptes/comptes.html",
    contexts.ConnexionContexte: "comptes/connexion.html",
    contexts.OublieContexte: "comptes/oublie.html",
    contexts.PassationContexte: "comptes/passation.html",
    contexts.SaisieGardeeContexte: "comptes/saisie_gardee.html",
    contexts.ChangementContexte: "changement.html",
    contexts.ChangementFaitContexte: "changement_fait.html",
    contexts.CourrielsContexte: "courriels.html",
    contexts.LettreContexte: "lettre.html",
    contexts.HistoriqueContexte: "historique.html",
    contexts.MesureContexte: "mesure.html",
    contexts.ComparaisonContexte: "comparaison.html",
    contexts.CorrectionContexte: "correction.html",
    contexts.NouvellesContexte: "nouvelles.html",
    contexts.MonSuiviContexte: "mon_suivi.html",
    contexts.SuiviContexte: "suivi.html",
    contexts.ChangementsContexte: "changements.html",
    contexts.ErreurContexte: "erreur.html",
    contexts.CompteRenduContexte: "comptes_rendus/compte_rendu.html",
    contexts.ComptesRendusDeLAnneeContexte: "comptes_rendus/annee.html",
    contexts.DecisionContexte: "decisions/decision.html",
    contexts.DecisionFormulaireContexte: "decisions/formulaire.html",
    contexts.RegistreContexte: "decisions/registre.html",
    contexts.FeuilleDeRouteContexte: "feuille_de_route.html",
    contexts.FicheActionContexte: "fiche_action.html",
    contexts.GouvernanceContexte: "gouvernance.html",
    contexts.ImpressionContexte: "impression.html",
    contexts.CollerAgendaContexte: "collage/coller.html",
    contexts.RelireAgendaContexte: "collage/relire.html",
    contexts.ImportAgendaContexte: "collage/fait.html",
    contexts.InstanceContexte: "instance.html",
    contexts.InstanceFormulaireContexte: "instances/formulaire.html",
    contexts.FermetureContexte: "instances/fermeture.html",
    contexts.CompositionContexte: "instances/composition.html",
    contexts.SiegeFormulaireContexte: "instances/siege.html",
    contexts.CadenceFormulaireContexte: "instances/cadence.html",
    contexts.RolesContexte: "instances/roles.html",
    contexts.AdressesContexte: "instances/adresses.html",
    contexts.InvitationPubliqueContexte: "invitations/publique.html",
    contexts.InvitationsContexte: "invitations/gestion.html",
    contexts.MesAgendasContexte: "comptes/agendas.html",
    contexts.NouvelleFicheContexte: "nouvelle_fiche.html",
    contexts.ParticipationContexte: "participation.html",
    contexts.AnneeDeReunionsContexte: "reunions/annee.html",
    contexts.ReunionFormulaireContexte: "reunions/formulaire.html",
    contexts.SondageContexte: "sondages/gestion.html",
    contexts.SondagePublicContexte: "sondages/public.html",
    contexts.ReunionContexte: "reunion.html",
    contexts.NotesContexte: "seances/notes.html",
    contexts.OrdreDuJourContexte: "seances/ordre_du_jour.html",
    contexts.PointContexte: "seances/point.html",
    contexts.PreparationContexte: "seances/preparation.html",
    contexts.SeanceContexte: "seances/seance.html",
}
"""Page context → template."""


@cache
def environment() -> Environment:
    """One environment for pages and mails: an unknown variable is an error, everything is escaped but plain text."""
    env = Environment(
        loader=FileSystemLoader(DOSSIER),
        undefined=StrictUndefined,
        autoescape=select_autoescape(disabled_extensions=("txt",), default=True, default_for_string=True),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(FILTRES)
    env.globals.update(statique=adresses.statique, adresses=adresses, feuilles_de_style=FEUILLES_DE_STYLE)
    return env


def render_page(page: object) -> str:
    """The whole HTML of a page from its context."""
    return environment().get_template(GABARITS[type(page)]).render(page=page)
