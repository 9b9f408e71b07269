"""Samples of the pages where a fiche is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from backend.web import contexts as c
from backend.web.adresses import edition
from backend.web.edition.sections import SECTIONS
from fne_roadmaps.domain.enums import EtatFeuille, Meteo, Priorite, RoleActeur
from fne_roadmaps.domain.fusion import comparer
from tests.web.echantillons.cadre import EURE_ET_LOIR, REGION, de_gouvernance, jour

FICHE = "1e241980-98c9-5d40-8f65-054646a9761c"
_HIER = datetime(2025, 6, 16, 14, 12)  # noqa: DTZ001 - already where the governance is
_TEXTES = {
    "titre": ("Organiser des permanences",),
    "jalons.0.titre": ("Recruter",),
    "jalons.0.date": ("septembre 2025",),
    "publics.0.libelle": ("Aînés",),
    "financements.0.financeur": ("Collectivité exemple A",),
    "indicateurs.0.libelle": ("Personnes reçues",),
    "indicateurs.0.mesures.0.valeur": ("1 350",),
    "acteurs.0.role": ("pilote",),
}
_OPTIONS = {
    "axe": (("a1", "Axe 1, Aller vers"), ("a2", "Axe 2, Former")),
    "axes_servis": (("a1", "Axe 1, Aller vers"), ("a2", "Axe 2, Former")),
    "priorite": tuple((p.value, p.libelle) for p in Priorite),
    "meteo": tuple((m.value, m.libelle) for m in Meteo),
    "acteurs": tuple((r.value, r.libelle) for r in RoleActeur),
}


def _section(code: str) -> c.EditionContexte:
    return c.EditionContexte(
        cadre=de_gouvernance(
            f"Modifier {SECTIONS[code].objet}", "Feuille de route", fil=(REGION, EURE_ET_LOIR), ici="Modifier"
        ),
        fiche="Fiche 1.4 · Organiser des permanences",
        section=code,
        titre=f"Modifier {SECTIONS[code].objet}",
        formulaire=c.Formulaire(
            action=edition.modifier(FICHE, code),
            retour="/",
            valeurs=_TEXTES,
            version=3,
            brouillon_vers=edition.brouillon(FICHE, code),
        ),
        sections=tuple(
            c.LienDeSection(titre=s.titre, href=edition.modifier(FICHE, s.code), courante=s.code == code)
            for s in SECTIONS.values()
        ),
        reperes=c.ReperesDEdition(
            etat=EtatFeuille.SIGNEE, etat_date=jour("2024-11-04"), publiee=True, le=_HIER, auteur="Préfecture exemple"
        ),
        options=_OPTIONS,
        suggestions={"structures": ("Collectivité exemple A",), "postes": ("Cheffe de projet",), "territoires": ()},
        lus=(("lu.titre", "0123456789abcdef"),),
    )


def sections() -> dict[str, Callable[[], c.EditionContexte]]:
    """Every section, full."""
    return {f"edition-{code}": partial(_section, code) for code in SECTIONS}


def en_conflit() -> c.EditionContexte:
    """Two texts of one field, another one refused, a draft found again."""
    mien, enregistre = comparer("Signer avec les neuf communes.", "Signer avec les douze communes, en juillet.")
    page = _section("suivi")
    return replace(
        page,
        formulaire=replace(
            page.formulaire,
            erreurs=(
                c.ErreurDeChamp(
                    champ="conflit.prochaine_etape", libelle="Prochaine étape", message="le texte a changé"
                ),
                c.ErreurDeChamp(champ="progression_declaree", libelle="Progression", message="Indiquez un nombre."),
            ),
            brouillon=c.BrouillonRepris(le=_HIER, abandonner=edition.abandon(FICHE, "suivi", "/")),
        ),
        conflits={
            "prochaine_etape": c.ConflitDeChamp(
                champ="prochaine_etape",
                libelle="Prochaine étape",
                mien=mien,
                enregistre=enregistre,
                miens=(("mien.prochaine_etape", "Signer avec les neuf communes."),),
                auteur="Hub exemple, chargé de mission",
                le=_HIER,
                sure=True,
            )
        },
        apercu="/apercu",
    )


def listes_en_conflit() -> c.EditionContexte:
    """Two lists, by nobody knows whom, one of them empty."""
    mien, enregistre = comparer("Recruter", "")
    conflit = c.ConflitDeChamp(
        champ="jalons",
        libelle="Jalons",
        mien=mien,
        enregistre=enregistre,
        miens=(("mien.jalons.0.titre", "Recruter"),),
        liste=True,
    )
    return replace(_section("jalons"), conflits={"jalons": conflit})


def seul_suivi() -> c.EditionContexte:
    """Somebody who may only give news."""
    page = _section("calendrier")
    return replace(page, seul_suivi=True, fermes=frozenset({"debut", "en_continu"}), sections=page.sections[3:4])


def financement_a_verifier() -> c.EditionContexte:
    """Sums that do not agree."""
    return replace(_section("financements"), avertissements=("Il manque 55\u202f000\u202f€.",))


def nouvelle() -> c.NouvelleFicheContexte:
    """A proposal about to be written."""
    return c.NouvelleFicheContexte(
        cadre=de_gouvernance("Nouvelle fiche", "Feuille de route", fil=(REGION, EURE_ET_LOIR), ici="Nouvelle fiche"),
        feuille="Feuille de route 28-2024",
        mot="axe",
        formulaire=c.Formulaire(
            action=edition.nouvelle_fiche(FICHE),
            retour="/",
            cle="k",
            brouillon_vers=edition.brouillon(FICHE, "nouvelle"),
        ),
        axes=_OPTIONS["axe"],
        instructions=(
            ("brouillon", "Brouillon", "Vous la complétez encore."),
            ("proposee", "Proposée", "À instruire."),
        ),
        propose=True,
        structure="Association exemple A",
        apercu="/apercu",
    )
