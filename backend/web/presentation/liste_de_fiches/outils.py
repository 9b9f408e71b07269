"""What can be done with the set shown: choose columns, keep it under a name, export it, print it, change it whole."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from backend.queries.lecture import Ligne
from backend.queries.vues.liste_de_fiches import ListeDeFiches
from backend.web import adresses
from backend.web.adresses import liste_de_fiches as acces
from backend.web.contexts import Formulaire, Onglet, Option, OutilsDeListe, VueGardee
from backend.web.presentation.liste_de_fiches.colonnes import COLONNES
from backend.web.presentation.liste_de_fiches.etat import ANCRE, EtatDeListe, Presentation, adresse
from exports.formats import majuscule, typographier
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_gouvernance

_PRESENTATIONS = (
    (Presentation.TABLEAU, "Tableau", "table"),
    (Presentation.STATUT, "Par statut", "kanban"),
    (Presentation.FRISE, "Frise", "bar-chart-steps"),
    (Presentation.AXE, "Par {mot}", "diagram-3"),
)


def presentations(etat: EtatDeListe, mot: str) -> tuple[Onglet, ...]:
    """The same set otherwise; « Par axe » takes the roadmap's own word when it is short."""
    court = mot if len(mot) <= 10 else "axe"
    return tuple(
        Onglet(
            libelle=libelle.format(mot=court),
            icone=icone,
            href=etat.lien(
                presentation=p.value, echelle=None if p is not Presentation.FRISE else etat.valeurs.get("echelle")
            ),
            courant=etat.presentation is p,
        )
        for p, libelle, icone in _PRESENTATIONS
    )


def outils(
    etat: EtatDeListe, liste: ListeDeFiches, feuille: Ligne, acteur: Acteur, nom_refuse: Formulaire | None = None
) -> OutilsDeListe:
    """``nom_refuse`` is the form of a view whose name was refused: it takes the place of the fresh one."""
    requete = etat.requete
    droits = droits_sur_gouvernance(acteur, feuille["gouvernance"]["id"])
    inscriptible = bool(droits & {Droit.RENSEIGNER, Droit.REDIGER, Droit.ARBITRER}) or any(
        Droit.RENSEIGNER in f["droits"] or Droit.REDIGER in f["droits"] for f in liste.page.elements
    )
    tableau = etat.presentation is Presentation.TABLEAU
    return OutilsDeListe(
        csv=acces.csv(etat.feuille, {n: v for n, v in requete.items() if n not in {"presentation", "echelle"}}),
        impression=etat.lien("", presentation=Presentation.IMPRESSION.value, echelle=None),
        choix_colonnes=_choix_colonnes(etat, feuille["mot_niveau_1"]) if tableau else (),
        colonnes_action=adresses.feuille_de_route(etat.feuille, None, ANCRE),
        caches=tuple((n, v) for n, v in requete.items() if n != "colonnes"),
        vues=tuple(_vue(etat, v, nom_refuse) for v in liste.vues),
        garder=_garder(etat, nom_refuse) if acteur.cle else None,
        requete=urlencode(requete),
        selection=etat.lien(selection="oui", presentation=None, page=etat.valeurs.get("page"))
        if inscriptible
        else None,
        quitter=etat.lien(page=etat.valeurs.get("page")),
        changer=acces.changement(etat.feuille, requete) if inscriptible and liste.page.total else None,
        changer_cochees=acces.changement(etat.feuille) if inscriptible else None,
        en_selection=etat.selection and inscriptible and tableau,
        total=liste.page.total,
    )


def _choix_colonnes(etat: EtatDeListe, mot: str) -> tuple[Option, ...]:
    return tuple(
        Option(valeur=code, libelle=majuscule(mot) if code == "axe" else c.libelle, choisie=code in etat.colonnes)
        for code, c in COLONNES.items()
    )


def _vue(etat: EtatDeListe, vue: Ligne, refuse: Formulaire | None) -> VueGardee:
    requete = dict(parse_qsl(vue["requete"] or ""))
    action = acces.renommer_vue(etat.feuille, vue["id"])
    formulaire = Formulaire(action=action, retour="", valeurs={"nom": (vue["nom"],)}, version=vue["version"])
    return VueGardee(
        nom=typographier(vue["nom"]),
        href=adresse(etat.feuille, requete),
        renommer=refuse if refuse and refuse.action == action else formulaire,
        retirer=acces.retirer_vue(vue["id"]),
        courante=requete == etat.requete,
    )


def _garder(etat: EtatDeListe, refuse: Formulaire | None) -> Formulaire:
    action = acces.vues(etat.feuille)
    return refuse if refuse and refuse.action == action else Formulaire(action=action, retour=etat.lien())
