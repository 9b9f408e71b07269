"""Samples of the preview of a long text, of the accessibility page, and of mails."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from markupsafe import Markup

from backend.web import contexts as c
from backend.web.adresses import courriels, edition, textes as ici
from fne_roadmaps.domain.enums import EtatCourriel, ModeleCourriel
from tests.web.echantillons.cadre import de_gouvernance, de_region

GOUVERNANCE, CLE = UUID(int=28), UUID(int=1)
BESOIN = edition.modifier(CLE, "besoin")
LE = datetime(2025, 6, 16, 17, 0, tzinfo=UTC)


def apercu() -> c.ApercuContexte:
    """A text with every mark, too long to be saved."""
    return c.ApercuContexte(
        cadre=de_region("Aperçu", ""),
        nom="contexte",
        libelle="Contexte et besoin",
        texte="# Constat\n### Dans le Perche\nUn **besoin**\u00a0: *réel*.\n\n1. un\n2. deux\n\n> cité\n\n[site](https://exemple.fr)",
        champs=(("version", "3"), ("objectifs", "Autre")),
        vers=BESOIN,
        encore=ici.apercu(BESOIN),
        trop_long="Ce texte fait 20 312 caractères pour 20 000 permis : il ne peut pas être enregistré tel quel.",
    )


def accessibilite() -> c.AccessibiliteContexte:
    """Some pages looked at, some not."""
    return c.AccessibiliteContexte(
        cadre=de_region("Accessibilité", ""),
        verifiees=("Accueil", "Agenda"),
        autres=("Mon compte",),
        contact="accessibilite@exemple.fr",
    )


def liste() -> c.CourrielsContexte:
    """Mails in every state, on the second page."""
    return c.CourrielsContexte(
        cadre=de_gouvernance("Courriels", "Comptes"),
        titre="Courriels",
        lignes=tuple(
            c.CourrielLigne(
                modele=ModeleCourriel.INVITATION,
                destinataire=f"personne-{n}@asso-a.example",
                etat=etat,
                cree_le=LE,
                envoye_le=LE if etat is EtatCourriel.ENVOYE else None,
                prochain_essai_le=LE if etat is EtatCourriel.A_ENVOYER else None,
                essais=n,
                cause="Le serveur de courriel ne répond pas." if n else None,
                renvoyer=courriels.renvoyer(GOUVERNANCE, UUID(int=n)) if etat is EtatCourriel.ECHEC else None,
            )
            for n, etat in enumerate(EtatCourriel)
        ),
        total=105,
        filtres=((c.Lien(libelle="Tous", href=courriels.courriels(GOUVERNANCE)), True),),
        precedente=courriels.courriels(GOUVERNANCE, page=1),
        suivante=courriels.courriels(GOUVERNANCE, page=3),
    )


def boite_vide() -> c.CourrielsContexte:
    """A letterbox nothing came to."""
    return c.CourrielsContexte(
        cadre=de_region("Boîte aux lettres de la démonstration", ""),
        titre="Boîte aux lettres de la démonstration",
        lignes=(),
        total=0,
        filtres=(),
        precedente=None,
        suivante=None,
        boite=True,
    )


def lettre() -> c.LettreContexte:
    """One mail of the letterbox."""
    return c.LettreContexte(
        cadre=de_region("Des nouvelles de votre action", ""),
        objet="Des nouvelles de votre action",
        destinataire="suivi@operateur-a.example",
        html=Markup('<p>Bonjour,</p><p><a href="http://127.0.0.1/x">http://127.0.0.1/x</a></p>'),
        texte="Bonjour,\n\nhttp://127.0.0.1/x\n",
        etat=EtatCourriel.ENVOYE,
        cree_le=LE,
    )
