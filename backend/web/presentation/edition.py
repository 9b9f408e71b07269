"""The page of a section being written: the form with what was typed, and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping

from backend.queries.lecture import Ligne, date_de
from backend.web import adresses
from backend.web.adresses import edition
from backend.web.adresses.textes import apercu
from backend.web.contexts import (
    BrouillonRepris,
    Cadre,
    ConflitDeChamp,
    EditionContexte,
    Formulaire,
    LienDeSection,
    ReperesDEdition,
)
from backend.web.edition.choix import Choix
from backend.web.edition.conflits import auteur_de
from backend.web.edition.ouverte import Ouverte, Saisi, options_de, sections_ouvertes
from backend.web.edition.sections import Section
from backend.web.edition.textes import nu
from exports.formats import euros, typographier
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import EtatFeuille
from fne_roadmaps.domain.fiches_action import Montants, discordances


def _suggestions(section: Section, choix: Choix) -> dict[str, tuple[str, ...]]:
    noms = {c.nom for c in section.champs}
    trouvees: dict[str, tuple[str, ...]] = {}
    if noms & {"acteurs", "financements"}:
        trouvees["structures"] = tuple(choix.structures.libelles.values())
    if "acteurs" in noms:
        fonctions = {nom for postes in choix.postes.values() for nom in postes.libelles.values()}
        trouvees["postes"] = tuple(sorted(fonctions))
    if "territoires" in noms:
        trouvees["territoires"] = tuple(choix.territoires.libelles.values())
    return trouvees


def contexte_edition(
    ouverte: Ouverte,
    saisi: Saisi,
    cadre: Cadre,
    nom: str,
    etat: Ligne | None,
    derniere: Ligne | None,
    conflits: Mapping[str, ConflitDeChamp],
) -> EditionContexte:
    """The whole page. ``nom`` is what the fiche is called above the title."""
    section, cle = ouverte.section, ouverte.cle
    action = edition.modifier(cle, section.code)
    repris = (
        BrouillonRepris(le=ouverte.local(saisi.brouillon.le), abandonner=edition.abandon(cle, section.code, action))
        if saisi.brouillon
        else None
    )
    return EditionContexte(
        cadre=cadre,
        apercu=apercu(action),
        fiche=nom,
        section=section.code,
        titre=f"Modifier {section.objet}",
        formulaire=Formulaire(
            action=action,
            retour=adresses.fiche_action(cle),
            valeurs=saisi.textes,
            erreurs=saisi.erreurs,
            version=saisi.version,
            brouillon_vers=edition.brouillon(cle, section.code),
            brouillon=repris,
            focus=saisi.focus,
        ),
        sections=tuple(
            LienDeSection(titre=s.titre, href=edition.modifier(cle, s.code), courante=s is section)
            for s in sections_ouvertes(ouverte.droits)
        ),
        reperes=ReperesDEdition(
            etat=EtatFeuille(ouverte.feuille["etat"]),
            etat_date=date_de(etat) if etat else None,
            publiee=bool(etat and etat["versions"]),
            le=ouverte.local(derniere["le"]) if derniere else None,
            auteur=auteur_de(derniere),
        ),
        seul_suivi=Droit.REDIGER not in ouverte.droits,
        fermes=frozenset(c.nom for c in section.champs) - set(ouverte.noms),
        options=options_de(section, ouverte.choix),
        suggestions=_suggestions(section, ouverte.choix),
        conflits=conflits,
        lus=tuple(saisi.lus.items()),
        avertissements=_avertissements(ouverte) if section.code == "financements" else (),
    )


def _avertissements(ouverte: Ouverte) -> tuple[str, ...]:
    """What the stored sums say against one another."""
    solde = ouverte.fiche["solde"]
    dites = []
    if solde.a_trouver:
        reste = euros(abs(solde.a_trouver))
        dites.append(
            f"Il manque {reste} : le besoin dépasse ce qui est promis ou obtenu."
            if solde.a_trouver > 0
            else f"Il y a {reste} de trop : ce qui est promis ou obtenu dépasse le besoin."
        )
    for f in ouverte.fiche["financements"]:
        ecarts = discordances(Montants(f["demande"], f["promis"], f["obtenu"], f["depense"]))
        if ecarts:
            dites.append(f"{nu(f['financeur'])}, {f['annee']} : {', '.join(ecarts)}.")
    return tuple(typographier(d) for d in dites)
