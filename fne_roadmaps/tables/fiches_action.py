"""Fiches action and everything people write in them."""

from __future__ import annotations

from piccolo.table import Table

from fne_roadmaps.tables.base import Cle, DateConnue, Suivi, centimes, entier, instant, jour, mot, oui_non, texte, vers
from fne_roadmaps.tables.feuilles_de_route import Axe, FeuilleDeRoute
from fne_roadmaps.tables.structures import Poste, Structure
from fne_roadmaps.tables.territoires import Territoire


class FicheAction(Suivi, Table):
    """An action at a rank of its axe, or a proposal not yet numbered (``rang`` empty, ``numero_proposition`` set).

    ``instruction`` and ``avancement`` are two different lives. Amounts are centimes. ``recherche`` is the folded text
    (no accents, lower case) both engines search alike.
    """

    feuille_de_route = vers(FeuilleDeRoute)
    axe = vers(Axe, null=True)
    rang = entier()
    numero_proposition = entier()
    titre = mot(300, null=False)
    contexte = texte()
    objectifs = texte()
    description = texte()
    moyens_humains = texte()
    livrables = texte()
    lien_diagnostic = texte()
    debut_edtf = mot(100)
    debut_premier = jour()
    debut_dernier = jour()
    debut_recu = mot(200)
    fin_edtf = mot(100)
    fin_premier = jour()
    fin_dernier = jour()
    fin_recu = mot(200)
    en_continu = oui_non()
    instruction = mot(20, null=False, index=True)
    avancement = mot(20, null=False, index=True)
    priorite = mot(20)
    meteo = mot(30)
    progression_declaree = entier()
    difficultes = texte()
    prochaine_etape = texte()
    nouvelles_le = jour()
    besoin = centimes()
    recherche = texte()


class AxeServi(Cle, Table):
    """A transversal axe a fiche serves beside its own."""

    fiche_action = vers(FicheAction)
    axe = vers(Axe)


class Acteur(Cle, Table):
    """An organisation (and its post when known) in a role of the fiche, in printed order."""

    fiche_action = vers(FicheAction)
    role = mot(20, null=False)
    rang = entier(0)
    structure = vers(Structure)
    poste = vers(Poste, null=True)


class PublicCible(Cle, Table):
    """A target public, in the words of the fiche."""

    fiche_action = vers(FicheAction)
    rang = entier(0)
    libelle = mot(200, null=False)


class FicheTerritoire(Cle, Table):
    """A territory where the action takes place."""

    fiche_action = vers(FicheAction)
    territoire = vers(Territoire)
    rang = entier(0)


class Jalon(DateConnue, Cle, Table):
    """A dated step; done when ``fait_le`` is set."""

    fiche_action = vers(FicheAction)
    rang = entier(0)
    titre = mot(300, null=False)
    livrable = mot(300)
    fait_le = jour()


class Financement(Cle, Table):
    """One financer and one year: four amounts in centimes, each empty when not known."""

    fiche_action = vers(FicheAction)
    rang = entier(0)
    financeur = mot(200, null=False)
    structure = vers(Structure, null=True)
    annee = entier(0)
    demande = centimes()
    promis = centimes()
    obtenu = centimes()
    depense = centimes()


class Indicateur(Cle, Table):
    """What is measured; its baseline, target and dated measures are ``Chiffre`` rows."""

    fiche_action = vers(FicheAction)
    rang = entier(0)
    libelle = mot(300, null=False)
    unite = mot(60)
    source = texte()


class Lien(Cle, Table):
    """A named web address."""

    fiche_action = vers(FicheAction)
    rang = entier(0)
    libelle = mot(200, null=False)
    url = mot(2000, null=False)


class LienFiches(DateConnue, Cle, Table):
    """A fusion, an essaimage or a scission: ``source`` came first, both keep their history.

    ``contenu`` (JSON) tells what came from ``source`` and what the target said before, so that a fusion can be undone;
    undone, it keeps its row and gets ``annule_le``.
    """

    source = vers(FicheAction)
    cible = vers(FicheAction)
    type = mot(20, null=False)
    note = texte()
    contenu = texte()
    annule_le = instant()


class Nouvelle(Suivi, Table):
    """Dated and signed news of a fiche (Markdown). ``auteur`` is an organisation and a function, never a person.

    ``avancement`` and ``progression`` are what the news said of the fiche, when it did.
    """

    fiche_action = vers(FicheAction)
    le = jour()
    texte = texte()
    auteur = mot(300, null=False)
    structure = vers(Structure, null=True)
    avancement = mot(20)
    progression = entier()
