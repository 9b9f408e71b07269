"""What each page needs, frozen: plain values, uncertain dates, enums and links; never an object of the
database.

One dataclass per page (``…Contexte``), whose fields are exactly what its template reads. Money is centimes,
hours are local « HH:MM », figures are decimal text with a point, ``href`` fields come from
``backend.web.adresses``.
"""

from backend.web.contexts.accueil import (
    AccueilContexte as AccueilContexte,
    LigneGouvernance as LigneGouvernance,
    Signal as Signal,
)
from backend.web.contexts.agenda import (
    AgendaContexte as AgendaContexte,
    GrilleDuMois as GrilleDuMois,
    GroupeAgenda as GroupeAgenda,
    HorsCalendrier as HorsCalendrier,
    JourDeGrille as JourDeGrille,
    ReunionDuJour as ReunionDuJour,
)
from backend.web.contexts.appels import (
    AppelContexte as AppelContexte,
    AppelFormulaireContexte as AppelFormulaireContexte,
    AppelLigne as AppelLigne,
    AppelPublicContexte as AppelPublicContexte,
    AppelsContexte as AppelsContexte,
    DepotLigne as DepotLigne,
    LienACopier as LienACopier,
    TexteEnregistre as TexteEnregistre,
)
from backend.web.contexts.arbitrage import (
    ArbitrageContexte as ArbitrageContexte,
    ChoixDesFichesContexte as ChoixDesFichesContexte,
    FusionContexte as FusionContexte,
    FusionFaiteContexte as FusionFaiteContexte,
    InstructionContexte as InstructionContexte,
    ScissionContexte as ScissionContexte,
)
from backend.web.contexts.avancement import AvancementContexte as AvancementContexte
from backend.web.contexts.cadre import (
    Avis as Avis,
    Bandeau as Bandeau,
    Cadre as Cadre,
    CompteDemo as CompteDemo,
    Demo as Demo,
    Lien as Lien,
    Rubrique as Rubrique,
)
from backend.web.contexts.changement import (
    ApercuDeChangement as ApercuDeChangement,
    ChangementContexte as ChangementContexte,
    ChangementFaitContexte as ChangementFaitContexte,
    ChangementRecent as ChangementRecent,
    FicheChangee as FicheChangee,
)
from backend.web.contexts.comitologie import (
    AdresseLigne as AdresseLigne,
    AdressesContexte as AdressesContexte,
    CadenceFormulaireContexte as CadenceFormulaireContexte,
    CompositionContexte as CompositionContexte,
    FermetureContexte as FermetureContexte,
    InstanceFormulaireContexte as InstanceFormulaireContexte,
    RolesContexte as RolesContexte,
    SiegeFormulaireContexte as SiegeFormulaireContexte,
    SiegeRange as SiegeRange,
)
from backend.web.contexts.commun import (
    Chiffre as Chiffre,
    DecisionPrise as DecisionPrise,
    LigneReunion as LigneReunion,
    Porteur as Porteur,
    Repartition as Repartition,
    VersionPubliee as VersionPubliee,
)
from backend.web.contexts.comptes import (
    AccesContexte as AccesContexte,
    AccesMortContexte as AccesMortContexte,
    CompteContexte as CompteContexte,
    CompteLigne as CompteLigne,
    ComptesContexte as ComptesContexte,
    ConnexionContexte as ConnexionContexte,
    OublieContexte as OublieContexte,
    PassationContexte as PassationContexte,
    PassationFaiteLigne as PassationFaiteLigne,
    PosteLigne as PosteLigne,
    ProfilLigne as ProfilLigne,
    SaisieGardee as SaisieGardee,
    SaisieGardeeContexte as SaisieGardeeContexte,
    SessionLigne as SessionLigne,
)
from backend.web.contexts.comptes_rendus import (
    AmendementDit as AmendementDit,
    CompteRenduContexte as CompteRenduContexte,
    ComptesRendusDeLAnneeContexte as ComptesRendusDeLAnneeContexte,
    GroupeDeComptesRendus as GroupeDeComptesRendus,
    LigneDeCompteRendu as LigneDeCompteRendu,
    VersionDeCompteRendu as VersionDeCompteRendu,
)
from backend.web.contexts.contributions import (
    LienMortContexte as LienMortContexte,
    PropositionLigne as PropositionLigne,
    PropositionsContexte as PropositionsContexte,
)
from backend.web.contexts.courriels import (
    CourrielLigne as CourrielLigne,
    CourrielsContexte as CourrielsContexte,
    LettreContexte as LettreContexte,
)
from backend.web.contexts.decisions import (
    DecisionContexte as DecisionContexte,
    DecisionFormulaireContexte as DecisionFormulaireContexte,
    EffetDit as EffetDit,
    LigneDeDecision as LigneDeDecision,
    RegistreContexte as RegistreContexte,
)
from backend.web.contexts.demandes import (
    Changement as Changement,
    DemandeContexte as DemandeContexte,
    DemandeLigne as DemandeLigne,
    DemanderContexte as DemanderContexte,
    RepondreContexte as RepondreContexte,
    ReponseEnvoyeeContexte as ReponseEnvoyeeContexte,
)
from backend.web.contexts.depots import (
    DepotContexte as DepotContexte,
    EtapeDepotContexte as EtapeDepotContexte,
    EtapeLigne as EtapeLigne,
    Manque as Manque,
    Partie as Partie,
    RelireDepotContexte as RelireDepotContexte,
    SortDuDepot as SortDuDepot,
)
from backend.web.contexts.edition import (
    ConflitDeChamp as ConflitDeChamp,
    EditionContexte as EditionContexte,
    LienDeSection as LienDeSection,
    NouvelleFicheContexte as NouvelleFicheContexte,
    ReperesDEdition as ReperesDEdition,
)
from backend.web.contexts.erreur import ErreurContexte as ErreurContexte, Violation as Violation
from backend.web.contexts.feuille_de_route import AxeLigne as AxeLigne, FeuilleDeRouteContexte as FeuilleDeRouteContexte
from backend.web.contexts.fiche_action import (
    Acteur as Acteur,
    ChangementCourt as ChangementCourt,
    DecisionLiee as DecisionLiee,
    Droits as Droits,
    EntreeHistorique as EntreeHistorique,
    FicheActionContexte as FicheActionContexte,
    FicheLiee as FicheLiee,
    Financement as Financement,
    FinancementDit as FinancementDit,
    IndicateurSuivi as IndicateurSuivi,
    Jalon as Jalon,
    Mesure as Mesure,
    NouvelleLigne as NouvelleLigne,
    ProchainJalon as ProchainJalon,
    SectionVide as SectionVide,
)
from backend.web.contexts.fiches_publiees import (
    FichePublieeContexte as FichePublieeContexte,
    FichesPublieesContexte as FichesPublieesContexte,
    ReprendreContexte as ReprendreContexte,
)
from backend.web.contexts.flux import (
    AdresseDeFlux as AdresseDeFlux,
    FluxTenu as FluxTenu,
    MesAgendasContexte as MesAgendasContexte,
)
from backend.web.contexts.formulaire import (
    BrouillonRepris as BrouillonRepris,
    ErreurDeChamp as ErreurDeChamp,
    Formulaire as Formulaire,
)
from backend.web.contexts.gouvernance import (
    Contribution as Contribution,
    FeuilleResume as FeuilleResume,
    GouvernanceContexte as GouvernanceContexte,
    MembreLigne as MembreLigne,
    NoeudInstance as NoeudInstance,
    Signataire as Signataire,
)
from backend.web.contexts.imports_agenda import (
    CollerAgendaContexte as CollerAgendaContexte,
    ImportAgendaContexte as ImportAgendaContexte,
    ImportRecent as ImportRecent,
    LigneSansReunion as LigneSansReunion,
    PropositionLue as PropositionLue,
    RelireAgendaContexte as RelireAgendaContexte,
    ReunionDImport as ReunionDImport,
)
from backend.web.contexts.instance import (
    ActesInstance as ActesInstance,
    CadenceLigne as CadenceLigne,
    InstanceContexte as InstanceContexte,
    Siege as Siege,
)
from backend.web.contexts.invitations import (
    InvitationPubliqueContexte as InvitationPubliqueContexte,
    InvitationsContexte as InvitationsContexte,
    InviteLu as InviteLu,
)
from backend.web.contexts.liste import (
    ChampJour as ChampJour,
    ChampListe as ChampListe,
    Colonne as Colonne,
    FiltreActif as FiltreActif,
    Filtres as Filtres,
    Onglet as Onglet,
    Option as Option,
    Page as Page,
    Pagination as Pagination,
    Raccourci as Raccourci,
)
from backend.web.contexts.liste_de_fiches import (
    ColonneDeStatut as ColonneDeStatut,
    ConflitDeCellule as ConflitDeCellule,
    Edition as Edition,
    FicheLigne as FicheLigne,
    Frise as Frise,
    Graduation as Graduation,
    GroupeAxe as GroupeAxe,
    GroupeDeFrise as GroupeDeFrise,
    ImpressionContexte as ImpressionContexte,
    JalonProche as JalonProche,
    LigneDeFrise as LigneDeFrise,
    OutilsDeListe as OutilsDeListe,
    SansResultat as SansResultat,
    Trait as Trait,
    VueGardee as VueGardee,
)
from backend.web.contexts.participation import (
    ContributionLigne as ContributionLigne,
    LigneDeCumul as LigneDeCumul,
    ParticipationContexte as ParticipationContexte,
    ReunionTenue as ReunionTenue,
    RoleADire as RoleADire,
    TableauDeCumul as TableauDeCumul,
)
from backend.web.contexts.rangement import (
    CorbeilleContexte as CorbeilleContexte,
    OrdreContexte as OrdreContexte,
    SuppressionContexte as SuppressionContexte,
)
from backend.web.contexts.reunion import (
    DateAnterieure as DateAnterieure,
    GestionDeReunion as GestionDeReunion,
    InvitationRecue as InvitationRecue,
    OptionDate as OptionDate,
    ReunionContexte as ReunionContexte,
    RoleReunion as RoleReunion,
)
from backend.web.contexts.reunions_ecrites import (
    AnneeDeReunionsContexte as AnneeDeReunionsContexte,
    JourSonde as JourSonde,
    ReponseLue as ReponseLue,
    ReunionFormulaireContexte as ReunionFormulaireContexte,
    SondageContexte as SondageContexte,
    SondagePublicContexte as SondagePublicContexte,
)
from backend.web.contexts.seances import (
    NotesContexte as NotesContexte,
    OrdreDuJourContexte as OrdreDuJourContexte,
    PointContexte as PointContexte,
    PreparationContexte as PreparationContexte,
    SeanceContexte as SeanceContexte,
)
from backend.web.contexts.suivi_de_fiche import (
    ActeDHistorique as ActeDHistorique,
    ChangementDeChamp as ChangementDeChamp,
    ComparaisonContexte as ComparaisonContexte,
    CorrectionContexte as CorrectionContexte,
    HistoriqueContexte as HistoriqueContexte,
    MesureContexte as MesureContexte,
    NouvellesContexte as NouvellesContexte,
)
from backend.web.contexts.tableau import (
    ArgentSuivi as ArgentSuivi,
    AxeSuivi as AxeSuivi,
    ChangementDepuis as ChangementDepuis,
    ChangementsContexte as ChangementsContexte,
    ChangementsSuivi as ChangementsSuivi,
    ChiffreCle as ChiffreCle,
    CumulSuivi as CumulSuivi,
    EcheanceProche as EcheanceProche,
    FeuilleEnBref as FeuilleEnBref,
    FicheSignalee as FicheSignalee,
    GouvernanceSuivie as GouvernanceSuivie,
    GroupeDeTaches as GroupeDeTaches,
    LigneFinancement as LigneFinancement,
    ListeSignalee as ListeSignalee,
    MaReunion as MaReunion,
    MeteoLigne as MeteoLigne,
    MonSuiviContexte as MonSuiviContexte,
    Preuve as Preuve,
    SuiviContexte as SuiviContexte,
    TacheLigne as TacheLigne,
)
from backend.web.contexts.textes import AccessibiliteContexte as AccessibiliteContexte, ApercuContexte as ApercuContexte
