"""The frame of every page: title, menu, band, breadcrumb."""

from __future__ import annotations

from dataclasses import dataclass

from backend.context import Contexte
from backend.queries.vues.cadre import Lieu, Reperes
from backend.web import adresses
from backend.web.adresses import comptes as adresses_des_comptes, contributions, decisions, suivi
from backend.web.contexts import Avis, Bandeau, Cadre, Demo, Lien, Rubrique
from backend.web.presentation.mots import lieu_dit
from exports.formats import en_lettres
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance
from fne_roadmaps.domain.enums import TypeGouvernance

HUB = "Comitologie du hub"
COMPTES = "Comptes"
VUE, FEUILLE, INSTANCES, AGENDA = "Vue d’ensemble", "Feuille de route", "Instances et réunions", "Agenda"
AGENDA_REGIONAL = "Agenda régional"
DECISIONS = "Décisions"
PROPOSITIONS = "Propositions"
SUIVI, MON_SUIVI = "Suivi", "Mon suivi"
_PAYS = "France"


@dataclass(frozen=True, slots=True)
class Lecture:
    """Who reads, on which day, and what stands around the page."""

    ctx: Contexte
    demo: Demo | None
    reperes: Reperes
    avis: Avis | None = None

    @property
    def connecte(self) -> bool:
        """Somebody has entered."""
        return self.ctx.acteur.cle is not None

    @property
    def compte(self) -> Lien:
        """One's account by the name one reads as, or where to enter."""
        acteur = self.ctx.acteur
        if acteur.cle:
            return Lien(libelle=acteur.nom, href=adresses_des_comptes.COMPTE)
        if self.demo:
            return Lien(libelle="Entrer", href="#demonstration")
        return Lien(libelle="Se connecter", href=adresses_des_comptes.connexion())

    @property
    def region(self) -> str:
        """Name of the whole."""
        return self.reperes.region or _PAYS

    @property
    def accueil(self) -> str:
        """« Les six gouvernances »."""
        n = self.reperes.gouvernances
        return f"Les {en_lettres(n)} gouvernances" if n > 1 else "Les gouvernances"


def _menu(courant: str, connecte: bool) -> tuple[Rubrique, ...]:
    entrees = [("Région", adresses.REGION), ("Agenda", adresses.agenda())]
    if connecte:
        entrees.append((MON_SUIVI, suivi.MON_SUIVI))
    return tuple(Rubrique(libelle=nom, href=href, courante=nom == courant) for nom, href in entrees)


_DANS_LE_MENU = {AGENDA_REGIONAL: "Agenda", None: "", MON_SUIVI: MON_SUIVI}


def de_region(
    lecture: Lecture, titre: str, courante: str | None, fil: tuple[Lien, ...] = (), ici: str | None = None
) -> Cadre:
    """Frame of a page of the region; ``courante`` names its rubrique, when it is one."""
    entrees = [(lecture.accueil, adresses.REGION)]
    if lecture.reperes.hub:
        entrees.append((HUB, adresses.gouvernance(lecture.reperes.hub)))
    entrees.append((AGENDA_REGIONAL, adresses.agenda()))
    entrees.append((DECISIONS, decisions.registre()))
    return Cadre(
        titre=titre,
        au=lecture.ctx.au,
        menu=_menu(_DANS_LE_MENU.get(courante, "Région"), lecture.connecte),
        bandeau=Bandeau(
            lieu=lecture.region,
            href=adresses.REGION,
            rubriques=tuple(Rubrique(libelle=n, href=h, courante=n == courante) for n, h in entrees),
        ),
        fil=fil,
        ici=ici,
        demo=lecture.demo,
        avis=lecture.avis,
        compte=lecture.compte,
    )


def de_gouvernance(
    lecture: Lecture, lieu: Lieu, titre: str, courante: str, suite: tuple[Lien, ...] = (), ici: str | None = None
) -> Cadre:
    """Frame of a page of a governance; ``suite`` are the ancestors below it. The hub's pages are of the region.

    ``ici`` None: the page is the governance's own.
    """
    g = lieu.gouvernance
    nom = lieu_dit(g["nom"], g["type"], g["t_nom"])
    region = Lien(libelle="Région", href=adresses.REGION)
    if g["type"] == TypeGouvernance.HUB:
        hub = Lien(libelle=HUB, href=adresses.gouvernance(g["id"]))
        return de_region(lecture, titre, HUB, (region, hub, *suite) if ici else (region,), ici or HUB)
    parent = Lien(libelle=nom, href=adresses.gouvernance(g["id"]))
    entrees = [(VUE, adresses.gouvernance(g["id"]))]
    if lieu.feuille:
        entrees.append((FEUILLE, adresses.feuille_de_route(lieu.feuille)))
        if lieu.propositions is not None:
            attente = f" ({lieu.propositions})" if lieu.propositions else ""
            entrees.append((PROPOSITIONS + attente, contributions.propositions(lieu.feuille)))
    if lieu.ouverte and lieu.feuille:
        entrees.append((SUIVI, suivi.suivi(lieu.feuille)))
    if lieu.ouverte:
        entrees.append((INSTANCES, adresses.gouvernance(g["id"], "instances")))
        entrees.append((AGENDA, adresses.agenda({"gouvernance": g["code"]})))
    if Droit.ADMINISTRER in droits_sur_gouvernance(lecture.ctx.acteur, g["id"]):
        entrees.append((COMPTES, adresses_des_comptes.comptes(g["id"])))
    return Cadre(
        titre=titre,
        au=lecture.ctx.au,
        menu=_menu("", lecture.connecte),
        bandeau=Bandeau(
            lieu=nom,
            code=g["code"],
            href=adresses.gouvernance(g["id"]),
            rubriques=tuple(Rubrique(libelle=n, href=h, courante=n.partition(" (")[0] == courante) for n, h in entrees),
        ),
        fil=(region, parent, *suite) if ici else (region,),
        ici=ici or nom,
        demo=lecture.demo,
        avis=lecture.avis,
        compte=lecture.compte,
    )
