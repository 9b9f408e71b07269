"""What each page needs, frozen: plain values, uncertain dates, enums and links; never an object of the
database.

One dataclass per page (``…Contexte``), whose fields are exactly what its template reads. Money is centimes,
hours are local « HH:MM », figures are decimal text with a point, ``href`` fields come from
``backend.web.adresses``.
"""

from backend.web.contexts.accueil import AccueilContexte, LigneGouvernance, Signal
from backend.web.contexts.agenda import AgendaContexte, HorsCalendrier, MoisAgenda
from backend.web.contexts.avancement import AvancementContexte
from backend.web.contexts.cadre import Avis, Bandeau, Cadre, CompteDemo, Demo, Lien, Rubrique
from backend.web.contexts.commun import (
    Chiffre,
    DecisionPrise,
    LigneReunion,
    Porteur,
    Repartition,
    VersionPubliee,
)
from backend.web.contexts.erreur import ErreurContexte, Violation
from backend.web.contexts.feuille_de_route import (
    AxeLigne,
    FeuilleDeRouteContexte,
    FicheLigne,
    SansResultat,
)
from backend.web.contexts.fiche_action import (
    Acteur,
    DecisionLiee,
    EntreeHistorique,
    FicheActionContexte,
    FicheLiee,
    Financement,
    IndicateurSuivi,
    Jalon,
    Mesure,
)
from backend.web.contexts.formulaire import BrouillonRepris, ErreurDeChamp, Formulaire
from backend.web.contexts.gouvernance import (
    Contribution,
    FeuilleResume,
    GouvernanceContexte,
    MembreLigne,
    NoeudInstance,
    Signataire,
)
from backend.web.contexts.instance import CadenceLigne, InstanceContexte, Siege
from backend.web.contexts.liste import (
    ChampListe,
    Colonne,
    FiltreActif,
    Filtres,
    Option,
    Page,
    Pagination,
    Raccourci,
)
from backend.web.contexts.reunion import DateAnterieure, OptionDate, ReunionContexte, RoleReunion

__all__ = [
    "AccueilContexte",
    "Acteur",
    "AgendaContexte",
    "AvancementContexte",
    "Avis",
    "AxeLigne",
    "Bandeau",
    "BrouillonRepris",
    "CadenceLigne",
    "Cadre",
    "ChampListe",
    "Chiffre",
    "Colonne",
    "CompteDemo",
    "Contribution",
    "DateAnterieure",
    "DecisionLiee",
    "DecisionPrise",
    "Demo",
    "EntreeHistorique",
    "ErreurContexte",
    "ErreurDeChamp",
    "FeuilleDeRouteContexte",
    "FeuilleResume",
    "FicheActionContexte",
    "FicheLiee",
    "FicheLigne",
    "FiltreActif",
    "Filtres",
    "Financement",
    "Formulaire",
    "GouvernanceContexte",
    "HorsCalendrier",
    "IndicateurSuivi",
    "InstanceContexte",
    "Jalon",
    "Lien",
    "LigneGouvernance",
    "LigneReunion",
    "MembreLigne",
    "Mesure",
    "MoisAgenda",
    "NoeudInstance",
    "Option",
    "OptionDate",
    "Page",
    "Pagination",
    "Porteur",
    "Raccourci",
    "Repartition",
    "ReunionContexte",
    "RoleReunion",
    "Rubrique",
    "SansResultat",
    "Siege",
    "Signal",
    "Signataire",
    "VersionPubliee",
    "Violation",
]
