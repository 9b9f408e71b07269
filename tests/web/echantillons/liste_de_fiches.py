"""Samples: the filtered set in each presentation, a small form open, a selection, a bulk change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from backend.web import contexts as c
from backend.web.presentation.liste_de_fiches.groupes import par_statut as grouper_par_statut
from fne_roadmaps.domain.enums import Avancement, Meteo, Priorite
from tests.web.echantillons.cadre import AU, de_gouvernance, jour, repartition
from tests.web.echantillons.feuille_de_route import FICHES, OUTILS, signee

_PLEINE = replace(
    FICHES[1],
    version=4,
    axe="1. Coordonner",
    priorite=Priorite.ELEVE,
    meteo=Meteo.ATTEIGNABLES,
    progression=40,
    besoin=1_250_000,
    debut=jour("2024-09"),
    partenaires=("Association exemple B",),
    publics=("Tous publics",),
    financeurs=("Service de l’État exemple A",),
    jalon=c.JalonProche(titre="Première carte", date=jour("2025-09")),
    maj=date(2025, 6, 12),
    modifier=(c.Lien(libelle="Statut", href="/modifier"),),
    deplacer="/deplacer",
    permis=(Avancement.EN_PAUSE, Avancement.REALISEE),
)
_COLONNES = tuple(
    c.Colonne(libelle=libelle, code=code)
    for code, libelle in (
        ("numero", "N°"),
        ("titre", "Fiche action"),
        ("axe", "Axe"),
        ("avancement", "Statut"),
        ("priorite", "Priorité"),
        ("meteo", "Météo"),
        ("pilote", "Pilote"),
        ("partenaires", "Partenaires"),
        ("territoires", "Territoires"),
        ("publics", "Publics"),
        ("debut", "Début"),
        ("fin", "Échéance"),
        ("jalon", "Prochain jalon"),
        ("nouvelles", "Nouvelles"),
        ("progression", "Progression déclarée"),
        ("besoin", "Besoin"),
        ("financeurs", "Financeurs"),
        ("maj", "Modifiée le"),
    )
)


def _edition(champ: str, *, conflit: c.ConflitDeCellule | None = None) -> c.Edition:
    return c.Edition(
        champ=champ,
        libelle="Pilote" if champ == "pilote" else "Statut",
        formulaire=c.Formulaire(
            action="/cellule",
            retour="/liste",
            valeurs={"garder": ("asso-a",), "ajouter": ("Personne",)},
            erreurs=(c.ErreurDeChamp(champ="ajouter", libelle="Structure", message="Elle n’existe pas ici."),)
            if champ == "pilote"
            else (),
            version=4,
        ),
        options=(c.Option(valeur="asso-a", libelle="Association exemple A"),)
        if champ == "pilote"
        else (c.Option(valeur="realisee", libelle="Réalisée"),),
        noms=("Association exemple A", "Association exemple B"),
        conflit=conflit,
    )


def en_edition() -> c.FeuilleDeRouteContexte:
    """Every column, and the small form of the pilots, refused."""
    ouverte = replace(_PLEINE, modifier=(), edition=_edition("pilote"))
    enregistree = replace(FICHES[2], enregistree=True, hors_filtre=True, cle="00000000-0000-4000-8000-000000000099")
    return replace(signee(), colonnes=_COLONNES, fiches=(ouverte, *FICHES[3:6]), epinglee=enregistree)


def en_conflit() -> c.FeuilleDeRouteContexte:
    """Somebody else changed the fiche."""
    conflit = c.ConflitDeCellule(enregistre="En pause", propose="Réalisée")
    ouverte = replace(_PLEINE, edition=_edition("avancement", conflit=conflit), hors_filtre=True)
    return replace(signee(), fiches=FICHES[2:4], epinglee=ouverte)


def en_selection() -> c.FeuilleDeRouteContexte:
    """Boxes to tick."""
    return replace(signee(), outils=replace(OUTILS, en_selection=True))


def par_statut() -> c.FeuilleDeRouteContexte:
    """The board, with cards that may move."""
    fiches = (_PLEINE, *FICHES[2:])
    return replace(signee(), presentation="statut", statuts=grouper_par_statut(fiches), omises=3)


def par_axe() -> c.FeuilleDeRouteContexte:
    """Two groups, one without axe."""
    groupes = (
        c.GroupeAxe(rang=1, titre=None, fiches=FICHES[:3], progres=repartition(1, 1, 1, 0, 0, 0)),
        c.GroupeAxe(rang=None, titre=None, fiches=FICHES[9:]),
    )
    return replace(signee(), presentation="axe", par_axe=groupes)


def en_frise() -> c.FeuilleDeRouteContexte:
    """Every kind of piece of the timeline."""
    natures = (
        *("barre", "incertain", "sans_debut", "sans_fin", "retard", "jalon_etale", "continu"),
        *("jalon_fait", "jalon_depasse", "jalon_a_venir"),
    )
    traits = tuple(c.Trait(nature=n, x=10.0 + i, largeur=3.0) for i, n in enumerate(natures))
    lignes = (
        c.LigneDeFrise(fiche=_PLEINE, traits=traits, jalons=(("Première carte", "a_venir", jour("2025-09")),)),
        c.LigneDeFrise(fiche=FICHES[3], traits=(), hors_champ="aucune date connue"),
    )
    graduations = (c.Graduation(x=0.0, libelle="2025", annee=True), c.Graduation(x=25.0))
    frise = c.Frise(
        debut=date(2025, 1, 1),
        fin=date(2025, 12, 31),
        graduations=graduations,
        graduations_etroites=graduations,
        groupes=(c.GroupeDeFrise(titre="1. Coordonner", lignes=lignes),),
        echelles=(
            c.Onglet(libelle="Trimestres", href="/frise", icone="", courant=True),
            c.Onglet(libelle="Mois", href="/frise-mois", icone=""),
        ),
        aujourd_hui=46.0,
    )
    return replace(signee(), presentation="frise", frise=frise)


def a_imprimer() -> c.ImpressionContexte:
    """The list on paper."""
    return c.ImpressionContexte(
        cadre=de_gouvernance("Liste à imprimer", "Feuille de route", ici="Feuille de route 28-2024"),
        titre="Numérique 28 Ensemble",
        au=AU,
        filtres=(c.FiltreActif(libelle="statut", valeur="En cours", href_sans="/sans"),),
        colonnes=_COLONNES,
        fiches=FICHES,
        retour="/liste",
        omises=12,
        exemples=10,
    )


_CHOIX = (("a", "Premier choix"), ("b", "Second choix"))


def changement() -> c.ChangementContexte:
    """The form, with something missing."""
    return c.ChangementContexte(
        cadre=de_gouvernance("Changer plusieurs fiches", "Feuille de route", ici="Changer plusieurs fiches"),
        titre="Numérique 28 Ensemble",
        total=14,
        cochees=False,
        filtres=(c.FiltreActif(libelle="en retard", valeur="oui", href_sans="/sans"),),
        choix=c.Formulaire(
            action="/changement",
            retour="/liste",
            valeurs={"champ": ("avancement",)},
            erreurs=(c.ErreurDeChamp(champ="vers_avancement", libelle="Nouveau statut", message="Choisissez-le."),),
        ),
        champs=(("avancement", "Statut"), ("pilote", "Pilote")),
        options=dict.fromkeys(
            ("avancement", "priorite", "meteo", "geste", "axe"), (("a", "Premier choix"), ("b", "Second choix"))
        ),
        noms=("Association exemple A",),
        caches=(("en_retard", "oui"),),
    )


_CHANGEE = c.FicheChangee(titre="Bus numérique", href="/f/1", numero="1.1", avant="À venir", apres="En cours")
_REFUSEE = c.FicheChangee(titre="Ateliers", href="/f/2", cause="Seule une fiche retenue a un avancement.")


def changement_prevu() -> c.ChangementContexte:
    """The preview: one changes, one stays, one refuses."""
    apercu = c.ApercuDeChangement(
        changent=(_CHANGEE,),
        refusees=(_REFUSEE,),
        inchangees=(c.FicheChangee(titre="Permanences", href="/f/3", numero="1.2"),),
        lues="1:1",
        executer=c.Formulaire(action="/changement", retour="", valeurs={"champ": ("avancement",)}, cle="cle"),
    )
    recent = c.ChangementRecent(
        libelle="Météo de 3\u00a0fiches", href="/fait", fait_le=datetime(2025, 6, 16, 9, 0, tzinfo=UTC), annule=True
    )
    return replace(changement(), cochees=True, filtres=(), apercu=apercu, recents=(recent,))


def changement_fait() -> c.ChangementFaitContexte:
    """What was done, and the way back."""
    return c.ChangementFaitContexte(
        cadre=de_gouvernance("Changement groupé", "Feuille de route", ici="Changement groupé"),
        libelle="Statut de 1 fiche",
        fait_le=datetime(2025, 6, 17, 9, 0, tzinfo=UTC),
        retour="/liste",
        faites=(_CHANGEE,),
        refusees=(_REFUSEE,),
        inchangees=1,
        pourquoi="Décision du COPIL.",
        annuler="/annuler",
    )


def changement_annule() -> c.ChangementFaitContexte:
    """Undone, but for one."""
    return replace(
        changement_fait(),
        annuler=None,
        annule_le=datetime(2025, 6, 17, 10, 0, tzinfo=UTC),
        retablies=1,
        restees=(replace(_REFUSEE, cause="Modifiée depuis."),),
    )
