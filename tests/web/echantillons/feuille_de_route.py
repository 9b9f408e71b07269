"""Samples: a roadmap signed with its fiches, closed to the reader, empty, or filtered to nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from backend.web import adresses, contexts as c
from fne_roadmaps.domain.enums import Avancement, EtatFeuille, Instruction
from fne_roadmaps.domain.fiches_action.retard import Retard
from tests.web.echantillons.cadre import REGION, de_gouvernance, jour, repartition
from tests.web.echantillons.gouvernance import PROGRES

_AXES = (
    (
        "Coordonner, animer et structurer la médiation numérique et développer l’aller-vers",
        (8, 15, 1, 1, 5, 1),
        3,
    ),
    ("Favoriser et renforcer les compétences numériques tout au long de la vie", (6, 18, 2, 1, 7, 0), 4),
    (
        "Prévenir les risques et sécuriser l’usage numérique (équipements et pratiques)",
        (3, 10, 1, 1, 7, 0),
        2,
    ),
    ("Promouvoir le numérique capacitant, pour vivre sa vie en autonomie", (3, 12, 1, 1, 8, 1), 3),
    (
        "Structurer une filière de reconditionnement et faciliter l’accès à l’outillage numérique "
        "et l’entretien des outils numériques",
        (2, 9, 1, 1, 4, 1),
        2,
    ),
)


def _adresse(**requete: object) -> str:
    return adresses.feuille_de_route("28-2024", requete, "fiches")


def _axe(rang: int, titre: str, parts: tuple[int, int, int, int, int, int], retard: int) -> c.AxeLigne:
    return c.AxeLigne(rang=rang, titre=titre, href=_adresse(axe=rang), progres=repartition(*parts), en_retard=retard)


def _fiche(
    numero: str,
    titre: str,
    avancement: Avancement | None,
    pilote: str | None,
    fin: str | None,
    **autres: object,
) -> c.FicheLigne:
    base = c.FicheLigne(
        numero=numero,
        titre=titre,
        href=adresses.fiche_action(f"28-2024/{numero}"),
        cle=f"00000000-0000-4000-8000-{int(float(numero) * 1000):012d}",
        instruction=Instruction.RETENUE,
        avancement=avancement,
        pilotes=(pilote,) if pilote else (),
        fin=jour(fin) if fin else None,
        en_continu=fin is None,
        exemple=True,
    )
    return replace(base, **autres)  # type: ignore[arg-type]


A = Avancement
FICHES = (
    _fiche(
        "1.1", "Réunir chaque mois le hub, la préfecture et le conseil départemental", A.EN_COURS,
        "Association exemple A", None, nouvelles=date(2025, 6, 12),
    ),
    _fiche(
        "1.3", "Cartographier les lieux de médiation et publier leurs horaires", A.EN_COURS,
        "Association exemple A", "2025-03-31", retard=Retard(78, "fin"), nouvelles=date(2025, 6, 2),
    ),
    _fiche(
        "1.4", "Organiser des permanences mobiles dans les communes sans lieu d’accueil", A.EN_COURS,
        "Collectivité exemple B", "2025-12-31", retard=Retard(17, "jalon"), nouvelles=date(2025, 6, 3),
        territoires=("Nogent-le-Rotrou", "Châteaudun", "Chartres"),
    ),
    _fiche(
        "1.5", "Former les secrétaires de mairie à l’orientation vers un médiateur", A.A_VENIR,
        None, "2025-09-30", territoires=("Tout le département",),
    ),
    _fiche(
        "1.6", "Signer une charte commune d’accueil entre les structures", A.REALISEE,
        "Préfecture exemple", "2025-04-30", nouvelles=date(2025, 4, 24),
    ),
    _fiche(
        "1.7", "Mutualiser un calendrier des ateliers", A.BLOQUEE, "Association exemple C", "2025-05-31",
        retard=Retard(17, "fin"), nouvelles=date(2025, 1, 9), territoires=("Dreux",),
    ),
    _fiche(
        "2.2", "Ateliers parents dans les collèges", A.EN_COURS, "Collectivité exemple B", "2025-23",
        nouvelles=date(2025, 5, 15),
    ),
    _fiche(
        "2.3", "Évaluer les compétences avant et après les parcours", A.EN_PAUSE,
        "Opérateur exemple D", "2025-10-31", nouvelles=date(2025, 2, 18),
    ),
    _fiche(
        "4.1", "Bornes d’essai dans trois gares", A.ABANDONNEE, "Collectivité exemple E", "2025-06-30",
        nouvelles=date(2025, 3, 11),
    ),
    _fiche(
        "5.9", "Prêter du matériel reconditionné aux familles", None, "Association exemple F", "2026",
        instruction=Instruction.EN_INSTRUCTION,
    ),
)  # fmt: skip


def _liste(nom: str, libelle: str, options: tuple[str, ...], choisie: str = "") -> c.ChampListe:
    tous = c.Option(valeur="", libelle="Tous", choisie=not choisie)
    return c.ChampListe(
        nom=nom,
        libelle=libelle,
        options=(tous, *(c.Option(valeur=o, libelle=o, choisie=o == choisie) for o in options)),
    )


def _filtres(**champs: object) -> c.Filtres:
    base = c.Filtres(
        action=adresses.feuille_de_route("28-2024"),
        href_effacer=_adresse(),
        texte="",
        indication="Titre, numéro, territoire",
        listes=(
            _liste("axe", "Axe", ("1", "2", "3", "4", "5")),
            _liste("statut", "Statut", ("En cours", "Bloquée")),
            _liste("instruction", "Instruction", ("Retenue", "En instruction")),
            _liste("pilote", "Pilote", ("Sans pilote", "Association exemple A", "Collectivité exemple B")),
            _liste("territoire", "Territoire", ("Chartres", "Dreux")),
        ),
        tri=_liste("tri", "Trier par", ("Numéro", "Échéance", "Nouvelles"), "Numéro"),
    )
    return replace(base, **champs)  # type: ignore[arg-type]


PRESENTATIONS = (
    c.Onglet(libelle="Tableau", href=_adresse(), icone="table", courant=True),
    c.Onglet(libelle="Par statut", href=_adresse(presentation="statut"), icone="kanban"),
    c.Onglet(libelle="Frise", href=_adresse(presentation="frise"), icone="bar-chart-steps"),
    c.Onglet(libelle="Par axe", href=_adresse(presentation="axe"), icone="diagram-3"),
)
OUTILS = c.OutilsDeListe(
    csv="/feuilles-de-route/28-2024/fiches.csv",
    impression=_adresse(presentation="impression"),
    choix_colonnes=(
        c.Option(valeur="avancement", libelle="Statut", choisie=True),
        c.Option(valeur="besoin", libelle="Besoin"),
    ),
    colonnes_action=adresses.feuille_de_route("28-2024"),
    caches=(("tri", "-fin"),),
    vues=(
        c.VueGardee(
            nom="Mes retards",
            href=_adresse(en_retard="oui"),
            retirer="/vues/1/retrait",
            renommer=c.Formulaire(action="/vues/1", retour="", valeurs={"nom": ("Mes retards",)}, version=1),
            courante=True,
        ),
    ),
    garder=c.Formulaire(
        action="/feuilles-de-route/28-2024/vues",
        retour="",
        valeurs={"nom": ("Mes retards",)},
        erreurs=(c.ErreurDeChamp(champ="nom", libelle="Nom de la vue", message="Ce nom est pris."),),
    ),
    requete="en_retard=oui",
    selection=_adresse(selection="oui"),
    quitter=_adresse(),
    changer="/feuilles-de-route/28-2024/changement",
    changer_cochees="/feuilles-de-route/28-2024/changement",
    total=131,
)


def signee() -> c.FeuilleDeRouteContexte:
    """28-2024 as alice sees it."""
    colonnes = (
        ("N°", "ascending", "numero"),
        ("Fiche action", None, "titre"),
        ("Statut", None, "avancement"),
        ("Pilote", None, "pilote"),
        ("Échéance", None, "fin"),
        ("Nouvelles", None, "nouvelles"),
    )
    return c.FeuilleDeRouteContexte(
        cadre=de_gouvernance("Numérique 28 Ensemble", "Feuille de route", ici="Feuille de route 28-2024"),
        code="28-2024",
        titre="Numérique 28 Ensemble",
        etat=EtatFeuille.SIGNEE,
        mot="axe",
        mots="axes",
        ouverte=True,
        porteurs=("préfecture", "conseil départemental"),
        date_etat=jour("2024-11-04"),
        axes=tuple(_axe(rang, *axe) for rang, axe in enumerate(_AXES, start=1)),
        versions=(
            c.VersionPubliee(
                numero=1,
                etat=EtatFeuille.SIGNEE,
                date=jour("2024-11-04"),
                documents=(c.Lien(libelle="Texte signé (DOCX)", href=adresses.version("28-2024", 1, "docx")),),
                empreinte="7c1e40d2" * 8,
                fiches=131,
            ),
        ),
        periode="2024 – 2027",
        perimetre="Départementale",
        total=131,
        exemples=131,
        progres=PROGRES,
        raccourcis=(
            c.Raccourci(libelle="Toutes", nombre=131, href=_adresse(), courant=True),
            c.Raccourci(libelle="En retard", nombre=14, href=_adresse(retard="oui"), icone="clock-history"),
            c.Raccourci(libelle="Sans pilote", nombre=6, href=_adresse(pilote="aucun"), icone="person-x"),
            c.Raccourci(
                libelle="Sans nouvelles depuis 6 mois",
                nombre=11,
                href=_adresse(nouvelles="non"),
                icone="chat-left-text",
            ),
        ),
        filtres=_filtres(),
        presentations=PRESENTATIONS,
        outils=OUTILS,
        colonnes=tuple(c.Colonne(libelle=n, href=_adresse(tri=code), sens=s, code=code) for n, s, code in colonnes),
        fiches=FICHES,
        pagination=c.Pagination(
            premier=1,
            dernier=50,
            total=131,
            pages=(
                c.Page(numero=1, href=_adresse(), courante=True),
                c.Page(numero=2, href=_adresse(page=2)),
                c.Page(numero=3, href=_adresse(page=3)),
            ),
            suivante=_adresse(page=2),
        ),
    )


def fermee() -> c.FeuilleDeRouteContexte:
    """The same one for an account elsewhere: identity, state and published text only."""
    plein = signee()
    return replace(
        plein,
        ouverte=False,
        axes=tuple(c.AxeLigne(rang=a.rang, titre=a.titre) for a in plein.axes),
        total=0,
        exemples=0,
        progres=None,
        raccourcis=(),
        filtres=None,
        colonnes=(),
        fiches=(),
        pagination=None,
        presentations=(),
        outils=None,
    )


def sans_fiche() -> c.FeuilleDeRouteContexte:
    """36-2024: presented, no axis published, no fiche entered."""
    indre = c.Lien(libelle="Indre", href=adresses.gouvernance("36"))
    return replace(
        fermee(),
        cadre=de_gouvernance(
            "Feuille de route de l’Indre",
            "Feuille de route",
            (REGION, indre),
            "Feuille de route 36-2024",
            "Indre",
            "36",
        ),
        titre="Feuille de route de l’Indre",
        etat=EtatFeuille.PRESENTEE,
        date_etat=jour("2024-10-31"),
        porteurs=("préfecture de l’Indre",),
        redacteurs=("Ligue de l’enseignement 36",),
        ouverte=True,
        axes=(),
        versions=(),
    )


def sans_resultat() -> c.FeuilleDeRouteContexte:
    """Filtered to nothing: one filter to drop."""
    statut = c.FiltreActif(libelle="statut", valeur="Bloquée", href_sans=_adresse(territoire="Chartres"))
    territoire = c.FiltreActif(libelle="territoire", valeur="Chartres", href_sans=_adresse(statut="bloquee"))
    return replace(
        signee(),
        filtres=_filtres(actifs=(statut, territoire)),
        fiches=(),
        pagination=c.Pagination(premier=0, dernier=0, total=0),
        sans_resultat=c.SansResultat(a_retirer=statut, donnerait=4),
    )
